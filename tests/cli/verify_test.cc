// hearsay verify from outside: what originals may be.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/compressed.h"
#include "cli/run_program.h"

namespace hearsay {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kLockDraft =
    "The lock is old\n\nBy Mara Quill\n\n“The old lock has never leaked in all these years,” said Ana Ruiz, the mayor "
    "of Brema. “We will pay 300 workers for another winter,” Ruiz said.\n";
constexpr const char* kMinutes =
    "The council met on Tuesday in Brema. “The old lock has never leaked in all these years,” said Ana Ruiz, the "
    "mayor. “We will pay 400 workers for another winter,” she said.";

class VerifyRun : public testing::Test {
 protected:
  VerifyRun() { (void)holder.write("draft.txt", kLockDraft); }
  ProgramRun run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin() + 1, {"--settings", "none"});
    return run_program(arguments, {.input = "", .cwd = holder.path(), .out_to = ""});
  }
  ProgramRun verify(std::vector<std::string> originals) {
    originals.insert(originals.begin(), {"verify", "draft.txt", "--against"});
    return run(originals);
  }
  /// The first quotation is verbatim there, the second has another number.
  static void has_both(const ProgramRun& made, const std::string& place) {
    EXPECT_EQ(made.exit, 1) << made.err;
    EXPECT_THAT(made.out, HasSubstr("ok: verbatim"));
    EXPECT_THAT(made.out, HasSubstr("We will pay [400] workers for another winter"));
    EXPECT_THAT(made.out, HasSubstr(place + ", "));
    EXPECT_THAT(made.out, HasSubstr(", Ana Ruiz"));
  }
  static std::string record(const std::string& id, const std::string& text) {
    return nlohmann::json{{"id", id}, {"text", text}}.dump() + '\n';
  }
  Folder holder;
};

TEST_F(VerifyRun, RecordsAreOriginals) {
  (void)holder.write("all.jsonl", record("other", "The ferry was late, the harbour company said on Monday.") +
                                      record("minutes", kMinutes));
  has_both(verify({"all.jsonl"}), "all.jsonl:2");
  (void)holder.write("all.jsonl.gz", gzip(record("minutes", kMinutes)));
  has_both(verify({"all.jsonl.gz"}), "all.jsonl.gz:1");
}

TEST_F(VerifyRun, ABrokenRecordLeavesTheOthers) {
  (void)holder.write("all.jsonl", "{\"id\": 1, \"text\":\n" + record("other", "The ferry was late, she said."));
  const ProgramRun made = verify({"all.jsonl"});
  EXPECT_EQ(made.exit, 2);
  EXPECT_THAT(made.err, HasSubstr("all.jsonl:1: error: no JSON record"));
  EXPECT_THAT(made.out, HasSubstr("unverified"));
  EXPECT_THAT(made.out, Not(HasSubstr("not-found")));
}

TEST_F(VerifyRun, WebArchivesAreOriginals) {
  const std::string page =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><head><title>Minutes"
      "</title></head><body><article><h1>Minutes</h1><p>" +
      std::string(kMinutes) + "</p></article></body></html>";
  const std::string archived =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://elm.example/minutes\r\nContent-Type: "
      "application/http; msgtype=response\r\nContent-Length: " +
      std::to_string(page.size()) + "\r\n\r\n" + page + "\r\n\r\n";
  (void)holder.write("a.warc", archived);
  has_both(verify({"a.warc"}), "http://elm.example/minutes");
  (void)holder.write("b.warc.gz", gzip(archived));
  has_both(verify({"b.warc.gz"}), "http://elm.example/minutes");
}

TEST_F(VerifyRun, StoresAreOriginalsButNotOfTheirOwnArticles) {
  (void)holder.write("minutes.txt", kMinutes);
  ASSERT_EQ(run({"audit", "--store", "s.db", "minutes.txt", "draft.txt"}).exit, 0);
  has_both(verify({"s.db"}), "s.db: minutes");
  // What was kept for several drafts is held the same way.
  const ProgramRun gate = run({"check", "--against", "s.db", "draft.txt"});
  EXPECT_EQ(gate.exit, 1);
  EXPECT_THAT(gate.out, HasSubstr("“300” where there is “400” (s.db: minutes, "));
  // As it was when it was stored, it is the draft too.
  (void)holder.write("draft.txt", std::string(kLockDraft) + "\nIt is the oldest on the coast.\n");
  has_both(verify({"s.db"}), "s.db: minutes");
}

TEST_F(VerifyRun, TheDraftAmongRecordsIsNoOriginal) {
  (void)holder.write("draft.txt", kMinutes);
  (void)holder.write("all.jsonl", record("the-draft-as-a-record", kMinutes));
  EXPECT_THAT(verify({"all.jsonl"}).out, Not(HasSubstr("verbatim")));
}

TEST_F(VerifyRun, ATornStoreLeavesTheOtherOriginals) {
  (void)holder.write("minutes.txt", kMinutes);
  ASSERT_EQ(run({"audit", "--store", "s.db", "minutes.txt"}).exit, 0);
  const std::string whole = read_whole(holder.path() / "s.db");
  (void)holder.write("torn.db", whole.substr(0, 3000));
  const ProgramRun made = verify({"torn.db", "minutes.txt"});
  EXPECT_EQ(made.exit, 2);
  EXPECT_THAT(made.err, HasSubstr("torn.db: error: "));
  EXPECT_THAT(made.out, HasSubstr("ok: verbatim"));
  EXPECT_THAT(made.out, HasSubstr("minutes.txt, line 1, Ana Ruiz"));
}

}  // namespace
}  // namespace hearsay
