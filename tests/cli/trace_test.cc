// hearsay trace as its users call it: files, records, scorecards; the same bytes with any number of threads.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "cli/run_program.h"
#include "report/read_json.h"
#include "store/store.h"

namespace {

using ::testing::HasSubstr;

const std::string kOne =
    "Quay stays public\n\n\"We will not let our quay be sold to a foreign bank and our effort will always be for the "
    "people of "
    "the port,\" Mayor Ana Ruiz was quoted as saying by the Port Ministry in a statement.\n";
const std::string kTwo =
    "Mayor rules out sale\n\n\"We will let nobody sell our quay to a foreign bank; our effort will always go to the "
    "people of "
    "the port,\" Mayor Ana Ruiz told reporters on Monday.\n";

std::string record(const std::string& id, const std::string& text) {
  return nlohmann::json({{"id", id}, {"source", "The Quay"}, {"published", "2031-05-02"}, {"text", text}}).dump() +
         "\n";
}

TEST(Trace, FindsOneUtteranceInFilesRecordsAndScorecards) {
  const Folder folder;
  folder.write("in/one.txt", kOne);
  folder.write("in/two.txt", kTwo);
  const std::string in = (folder.path() / "in").string();
  const ProgramRun run = run_program({"trace", "--settings", "none", "--format", "json", in});
  ASSERT_EQ(run.exit, 0) << run.err;
  const auto threads = nlohmann::json::parse(run.out)["threads"];
  ASSERT_EQ(threads.size(), 1U) << run.out;
  EXPECT_EQ(threads[0]["members"].size(), 2U);
  EXPECT_EQ(threads[0]["differs"][0], "wording");

  const ProgramRun text = run_program({"trace", "--settings", "none", in});
  EXPECT_THAT(text.out, HasSubstr("1 thread in 2 articles"));
  EXPECT_THAT(run_program({"trace", "--settings", "none", "--quote", "a foreign bank", in}).out, HasSubstr("1 thread"));
  EXPECT_THAT(run_program({"trace", "--settings", "none", "--quote", "the lighthouse burns", in}).out,
              HasSubstr("0 threads"));
  EXPECT_THAT(run_program({"trace", "--settings", "none", "--source", "Ruiz", in}).out, HasSubstr("1 thread"));
  EXPECT_THAT(run_program({"trace", "--settings", "none", "--source", "Ivo Marn", in}).out, HasSubstr("0 threads"));

  const std::string records =
      folder.write("all.jsonl", record("one", kOne) + record("two", kTwo) + record("two", kTwo));
  const ProgramRun by_record = run_program({"trace", "--settings", "none", "--format", "json", records});
  EXPECT_EQ(by_record.exit, 0) << by_record.err;
  EXPECT_EQ(nlohmann::json::parse(by_record.out)["threads"].size(), 1U);
  EXPECT_THAT(by_record.err, HasSubstr("1 articles have the id"));

  const std::string cards = (folder.path() / "cards.jsonl").string();
  ASSERT_EQ(run_program({"audit", "--settings", "none", "--to", "jsonl", "--out", cards, records}).exit, 0);
  EXPECT_EQ(run_program({"trace", "--settings", "none", "--format", "json", cards}).out, by_record.out);
}

TEST(Trace, ReadsAStore) {
  const Folder folder;
  const std::string cards = (folder.path() / "cards.jsonl").string();
  const std::string records = folder.write("all.jsonl", record("one", kOne) + record("two", kTwo));
  ASSERT_EQ(run_program({"audit", "--settings", "none", "--to", "jsonl", "--out", cards, records}).exit, 0);
  const std::string store = (folder.path() / "archive.sqlite").string();
  {
    hearsay::StoreWriter writer(store);
    std::ifstream lines(cards);
    for (std::string line; std::getline(lines, line);) {
      hearsay::Report report;
      hearsay::Diagnostic problem;
      ASSERT_EQ(hearsay::read_json(line, report, problem), hearsay::CardKind::scorecard) << problem.message;
      const std::string rules = hearsay::rules_of_report(report);
      hearsay::PreparedArticle prepared;
      ASSERT_FALSE(hearsay::prepare(std::move(report), rules, prepared));
      writer.add(std::move(prepared));
    }
    writer.finish();
  }
  const ProgramRun run = run_program({"trace", "--settings", "none", "--format", "json", "--store", store});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(run.out, run_program({"trace", "--settings", "none", "--format", "json", cards}).out);
}

TEST(Trace, GivesTheSameBytesWithAnyNumberOfThreads) {
  const Folder folder;
  std::string all;
  for (int i = 0; i < 40; ++i) all += record("n" + std::to_string(i), (i % 2 == 0 ? kOne : kTwo) + std::to_string(i));
  const std::string records = folder.write("all.jsonl", all);
  for (const std::string format : {"json", "csv", "html", "text"}) {
    const std::vector<std::string> call = {"trace", "--settings", "none", "--format", format, records};
    std::vector<std::string> one = call, four = call;
    one.insert(one.end(), {"--threads", "1"});
    four.insert(four.end(), {"--threads", "4"});
    EXPECT_EQ(run_program(one).out, run_program(four).out) << format;
  }
}

TEST(Trace, SaysWhatIsWrong) {
  const Folder folder;
  EXPECT_EQ(run_program({"trace"}).exit, 2);
  EXPECT_EQ(run_program({"trace", "--format", "xml", "x"}).exit, 2);
  EXPECT_EQ(run_program({"trace", "--store", (folder.path() / "none.sqlite").string()}).exit, 2);
  const std::string cards =
      folder.write("cards.jsonl", "{\"schema\":\"hearsay.scorecard/1\",\"article\":7}\n" + record("a", kOne));
  const ProgramRun run = run_program({"trace", "--settings", "none", cards});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("cards.jsonl:1"));
  EXPECT_THAT(run.out, HasSubstr("0 threads in 1 article"));
}

// Texts of others, measured where they are beside the checkout.
TEST(Trace, ThePublishedPairs) {
  const std::filesystem::path shared = std::filesystem::path(HEARSAY_SOURCE_DIR) / ".." / "shared";
  const std::filesystem::path corpus = shared / "corpus" / "news-2018-12.jsonl";
  if (!std::filesystem::exists(corpus)) GTEST_SKIP() << "no ../shared/corpus";
  const ProgramRun run = run_program({"trace", "--settings", "none", "--format", "json", corpus.string()});
  ASSERT_EQ(run.exit, 0);
  const auto threads = nlohmann::json::parse(run.out)["threads"];
  std::map<std::string, std::set<std::size_t>> of_article;
  for (std::size_t i = 0; i < threads.size(); ++i) {
    for (const auto& member : threads[i]["members"]) of_article[member["article"]].insert(i);
  }
  std::ifstream pairs(shared / "corpus" / "pairs-2018-12.jsonl");
  int all = 0, found = 0;
  for (std::string line; std::getline(pairs, line); ++all) {
    const auto pair = nlohmann::json::parse(line);
    const auto &a = of_article[pair["a"]], &b = of_article[pair["b"]];
    found += std::any_of(a.begin(), a.end(), [&](std::size_t one) { return b.contains(one); }) ? 1 : 0;
  }
  EXPECT_GE(found, 0.95 * all) << "of " << all << " (any thread of the two articles counts here)";
}

}  // namespace
