// What goes in comes out: every field, once per article, searchable, and by the questions that the documentation shows.
#include "store/store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/sample_report.h"
#include "store/stored.h"

namespace hearsay {
namespace {

using testing::all_of;
using testing::fixture_reports;
using testing::many;
using testing::prepared;
using testing::sample_report;
using testing::ScratchFolder;
using testing::store_all;

std::int64_t value_of(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE);
  return database.execAndGet(sql).getInt64();
}

TEST(Store, GivesBackEveryField) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  std::vector<Report> reports = fixture_reports();
  reports.push_back(sample_report());
  reports.back().attributions[0].signature = {0x0102030405060708U, 0xffffffffffffffffU, 0};
  reports.back().attributions[1].confidence = std::numeric_limits<double>::infinity();
  reports.emplace_back().id = "empty";
  reports.emplace_back().id = "control";
  reports.back().text = std::string("a\0b\n\xF0\x9F\x9A\x9A", 8);
  {
    StoreWriter writer(path);
    for (const Report& report : reports) writer.add(prepared(report, rules_of_report(report)));
    EXPECT_EQ(writer.finish().added, reports.size());
  }
  StoreReader reader(path);
  for (const Report& report : reports) {
    const std::optional<Report> back = reader.report(report.id);
    ASSERT_TRUE(back.has_value()) << report.id;
    EXPECT_EQ(write_json(*back), write_json(report)) << report.id;
  }
  EXPECT_FALSE(reader.report("nobody").has_value());
  EXPECT_TRUE(check_store(path).empty()) << check_store(path).front().message;
}

TEST(Store, RefusesWhatRefersToNothing) {
  const auto refused = [](const std::function<void(Report&)>& spoil) {
    Report report = fixture_reports().front();
    spoil(report);
    PreparedArticle article;
    const auto problem = prepare(std::move(report), "r", article);
    return problem ? problem->message : "";
  };
  EXPECT_THAT(refused([](Report& report) { report.id = ""; }), ::testing::HasSubstr("it has no id"));
  EXPECT_THAT(refused([](Report& report) { report.sources[0].id = "s2"; }),
              ::testing::HasSubstr("'s2' stands where s1 must"));
  EXPECT_THAT(refused([](Report& report) { report.attributions[0].source = "s99"; }),
              ::testing::HasSubstr("'s99' names nothing"));
  EXPECT_THAT(refused([](Report& report) { report.attributions[0].within = "a01"; }),
              ::testing::HasSubstr("'a01' names nothing"));
  EXPECT_THAT(refused([](Report& report) { report.claims[0].attributions = {"x"}; }),
              ::testing::HasSubstr("'x' names nothing"));
}

TEST(Store, SkipsTheUnchangedAndReplacesTheChanged) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  std::vector<Report> reports = many(30);
  EXPECT_EQ(store_all(path, reports).added, 30U);
  const std::string before = all_of(path);

  EXPECT_EQ(store_all(path, reports).unchanged, 30U);
  EXPECT_EQ(all_of(path), before);

  reports.resize(3);
  for (Report& report : reports) report.sha256 = std::string(64, '7');
  reports[0].title = "Another headline";
  StoreTotals totals = store_all(path, reports);
  EXPECT_EQ(totals.replaced, 3U);
  EXPECT_EQ(value_of(path, "SELECT count(*) FROM article"), 30);
  EXPECT_EQ(value_of(path, "SELECT count(*) FROM article WHERE title = 'Another headline'"), 1);
  EXPECT_TRUE(check_store(path).empty());

  totals = store_all(path, reports, "rules-2");
  EXPECT_EQ(totals.replaced, 3U);
  EXPECT_EQ(value_of(path, "SELECT count(DISTINCT rules) FROM article"), 2);
  value_of(path, "INSERT INTO search(search, rank) VALUES('integrity-check', 1) RETURNING 0");
}

TEST(Store, TakesTheLastOfOneIdInABatch) {
  const ScratchFolder folder;
  std::vector<Report> reports = many(2);
  reports.push_back(reports[0]);
  reports.push_back(reports[0]);
  reports.back().sha256 = std::string(64, '9');
  const StoreTotals totals = store_all(folder.file("a.sqlite"), reports);
  EXPECT_EQ(totals.unchanged, 1U);
  EXPECT_EQ(totals.replaced, 1U);
  EXPECT_EQ(StoreReader(folder.file("a.sqlite")).report(reports[0].id)->sha256, std::string(64, '9'));
}

TEST(Store, KnowsWhatItHas) {
  const ScratchFolder folder;
  const std::vector<Report> reports = many(5);
  store_all(folder.file("a.sqlite"), reports);
  StoreWriter writer(folder.file("a.sqlite"));
  writer.load_known("rules-2");
  EXPECT_FALSE(writer.has(reports[0].id, reports[0].sha256));
  writer.load_known("rules-1");
  EXPECT_TRUE(writer.has(reports[0].id, reports[0].sha256));
  EXPECT_FALSE(writer.has(reports[0].id, std::string(64, '7')));
  EXPECT_FALSE(writer.has("another", reports[0].sha256));
}

TEST(Store, IsTheSameWhateverTheBatches) {
  const ScratchFolder folder;
  const std::vector<Report> reports = many(40);
  store_all(folder.file("a.sqlite"), reports);
  store_all(folder.file("b.sqlite"), reports, "rules-1", {.batch_articles = 7});
  EXPECT_EQ(all_of(folder.file("a.sqlite")), all_of(folder.file("b.sqlite")));
}

TEST(Store, FindsWords) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  store_all(path, {sample_report()});
  const std::int64_t passages = value_of(path, "SELECT count(*) FROM passage");
  EXPECT_GT(passages, 3);
  EXPECT_EQ(value_of(path, "SELECT count(*) FROM search"), passages);
  const std::string first = SQLite::Database(path).execAndGet("SELECT text FROM passage LIMIT 1").getString();
  std::string word;
  for (const char byte : first) {
    if (std::isalpha(static_cast<unsigned char>(byte)) != 0) {
      word += byte;
    } else if (word.size() > 3) {
      break;
    } else {
      word.clear();
    }
  }
  EXPECT_GE(value_of(path, "SELECT count(*) FROM search WHERE search MATCH '" + word + "'"), 1) << word;
}

TEST(Store, AnswersTheQuestionsOfItsPage) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  store_all(path, fixture_reports());
  std::ifstream file(HEARSAY_SOURCE_DIR "/docs/store.md");
  const std::string page{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const std::size_t begin = page.find("```sql\n") + 7;
  std::string sql = page.substr(begin, page.find("```", begin) - begin);
  SQLite::Database database(path);
  int questions = 0, answered = 0;
  for (std::size_t end = sql.find(";\n"); end != std::string::npos; sql.erase(0, end + 2), end = sql.find(";\n")) {
    SQLite::Statement statement(database, sql.substr(0, end));
    ++questions;
    answered += statement.executeStep() ? 1 : 0;
  }
  EXPECT_EQ(questions, 6);
  EXPECT_GE(answered, 4);  // nobody in the samples is called as in the page, nor speaks of pumps
}

TEST(Store, ShowsUtterances) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  store_all(path, fixture_reports());
  EXPECT_EQ(value_of(path, "SELECT count(*) FROM utterance"), value_of(path, "SELECT count(*) FROM attribution"));
  EXPECT_EQ(value_of(path, "SELECT count(*) FROM utterance WHERE json_array_length(via) > 0"),
            value_of(path, "SELECT count(*) FROM (SELECT DISTINCT article, attribution FROM via)"));
}

}  // namespace
}  // namespace hearsay
