// What can go wrong with a file goes wrong in words, and nothing that was stored is lost by it.
#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "store/database.h"
#include "store/store.h"
#include "store/stored.h"

namespace hearsay {
namespace {

using testing::all_of;
using testing::fatal;
using testing::fixture_reports;
using ::testing::HasSubstr;
using testing::many;
using testing::prepared;
using testing::ScratchFolder;
using testing::store_all;

std::string read_message(const std::string& path) {
  return fatal([&] { StoreReader reader(path); });
}

std::string write_message(const std::string& path, const StoreOptions& options = {},
                          const std::vector<Report>& reports = fixture_reports()) {
  return fatal([&] { store_all(path, reports, "rules-1", options); });
}

void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

void set(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(sql);
}

TEST(StoreTrouble, AFileThatIsNoStore) {
  const ScratchFolder folder;
  const std::string path = folder.file("a");
  write_bytes(path, std::string(5000, 'x'));
  EXPECT_EQ(read_message(path), "this file is no store");
  EXPECT_EQ(write_message(path), "this file is no store");

  set(folder.file("b"), "CREATE TABLE mine (a)");
  EXPECT_EQ(read_message(folder.file("b")), "this is an SQLite file but no store of hearsay");
  EXPECT_EQ(write_message(folder.file("b")), "this is an SQLite file but no store of hearsay");

  EXPECT_EQ(read_message(folder.file("nothing")), "there is no such store");
  EXPECT_EQ(read_message(folder.path().string()), "there is no such store");
  EXPECT_EQ(write_message(folder.file("nowhere/c")), "the store cannot be opened");

  write_bytes(folder.file("empty"), "");  // as mktemp leaves it
  EXPECT_EQ(write_message(folder.file("empty")), "");
}

TEST(StoreTrouble, AStoreOfANewerVersion) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  store_all(path, fixture_reports());
  set(path, "PRAGMA user_version = 99");
  const std::string refused = "this store is of version 99, this program knows " + std::to_string(kStoreVersion);
  EXPECT_EQ(read_message(path), refused);
  EXPECT_EQ(write_message(path), refused);
  set(path, "PRAGMA user_version = " + std::to_string(kStoreVersion));
  EXPECT_EQ(StoreReader(path).info().articles, fixture_reports().size());
}

TEST(StoreTrouble, AnOlderStoreIsBroughtUpToDate) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  store_all(path, fixture_reports());
  const std::string before = all_of(path);
  const Migration steps[] = {{kStoreVersion, "CREATE TABLE extra (a); INSERT INTO extra VALUES (1)"},
                             {kStoreVersion + 1, "ALTER TABLE extra ADD COLUMN b; UPDATE extra SET b = a + 1"},
                             {kStoreVersion + 2, "CREATE TABLE more (a); INSERT INTO nobody VALUES (1)"}};
  {
    SQLite::Database database = open_to_write(path, 100);
    migrate(database, path, steps, kStoreVersion + 2);
    EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), kStoreVersion + 2);
    EXPECT_EQ(database.execAndGet("SELECT b FROM extra").getInt(), 2);
    migrate(database, path, steps, kStoreVersion + 2);  // nothing is left to do

    EXPECT_THAT(fatal([&] { migrate(database, path, steps, kStoreVersion + 3); }), HasSubstr("no such table: nobody"));
    EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), kStoreVersion + 2);
    EXPECT_EQ(database.execAndGet("SELECT count(*) FROM sqlite_master WHERE name = 'more'").getInt(), 0);
    database.exec("PRAGMA user_version = " + std::to_string(kStoreVersion));
  }
  EXPECT_EQ(all_of(path), before);

  set(path, "PRAGMA user_version = 0");  // no such version was ever written
  EXPECT_EQ(read_message(path), "this store is of an older version");
  EXPECT_EQ(write_message(path),
            "this store is of version 0, from which no way leads to " + std::to_string(kStoreVersion));
}

// The tables of version 2: an article has a score and a grade, and says nothing of what is withheld.
constexpr const char* kToVersion2 = R"(
DROP TABLE version;
DROP VIEW utterance;
CREATE TABLE older (
  article INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, title TEXT, outlet TEXT, byline TEXT,
  published TEXT, month TEXT GENERATED ALWAYS AS (substr(published, 1, 7)) VIRTUAL, genre TEXT, url TEXT,
  language TEXT, encoding TEXT, format TEXT, words INTEGER NOT NULL, sha256 TEXT NOT NULL, rules INTEGER NOT NULL,
  policy INTEGER NOT NULL, score INTEGER NOT NULL, grade TEXT NOT NULL) STRICT;
INSERT INTO older (article, id, path, title, outlet, byline, published, genre, url, language, encoding, format, words,
    sha256, rules, policy, score, grade)
  SELECT article, id, path, title, outlet, byline, published, genre, url, language, encoding, format, words, sha256,
    rules, policy, score, grade FROM article;
DROP TABLE article;
ALTER TABLE older RENAME TO article;
CREATE VIEW utterance AS SELECT article.id FROM attribution JOIN article USING (article);
UPDATE article_measure SET value = 1 WHERE value IS NULL;
ALTER TABLE source DROP COLUMN judgement;
ALTER TABLE attribution DROP COLUMN statement;
ALTER TABLE body DROP COLUMN perhaps;
ALTER TABLE body DROP COLUMN corrected;
DROP TABLE correction;
DROP TABLE draft_sheet;
DROP TABLE draft_version;
DROP TABLE draft;
ALTER TABLE finding DROP COLUMN kind;
ALTER TABLE finding DROP COLUMN certainty;
ALTER TABLE finding DROP COLUMN likelihood;
ALTER TABLE finding DROP COLUMN reasons;
UPDATE source SET reliability = 'F' WHERE reliability = '';
UPDATE claim SET credibility = 6 WHERE credibility = 0;
PRAGMA user_version = 2)";

/// As they come out of a store of version 2: nobody had noted how language and genre are known, nor who graded a
/// source.
std::vector<Report> reports_of_version_2() {
  std::vector<Report> reports = fixture_reports();
  std::erase_if(reports, [](const Report& report) { return !report.withheld_id.empty(); });
  for (Report& report : reports) {
    report.language_how.clear();
    report.genre_source.clear();
    report.genre_how.clear();
    report.genre_detail.clear();
    report.genre_certainty = 0;
    report.margin = 0;
    report.perhaps.clear();
    for (ReportAttribution& attribution : report.attributions) attribution.statement = true;
    for (ReportFinding& finding : report.findings) {
      finding.kind.clear();
      finding.certainty = finding.likelihood = 1;
      finding.reasons.clear();
    }
    for (ReportSource& source : report.sources) {
      source.reliability_by.clear();
      source.judgement.reset();
    }
  }
  return reports;
}

TEST(StoreTrouble, AStoreOfVersion2GetsScoresThatMayBeMissing) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  store_all(path, reports_of_version_2());
  const std::string before = all_of(path);
  set(path, kToVersion2);
  EXPECT_EQ(read_message(path), "this store is of an older version");
  EXPECT_EQ(write_message(path, {}, {}), "");
  EXPECT_EQ(StoreReader(path).info().version, kStoreVersion);
  EXPECT_EQ(all_of(path), before) << "nothing is lost, and what did not apply has no value";

  Report withheld = fixture_reports().front();
  withheld.id = "without";
  withheld.total.reset();
  withheld.grade.clear();
  withheld.withheld = "It has 12 words, too little to judge: a grade needs 80.";
  withheld.withheld_id = "too-little";
  EXPECT_EQ(write_message(path, {}, {withheld}), "");
  const std::optional<Report> read = StoreReader(path).report("without");
  ASSERT_TRUE(read.has_value());
  EXPECT_FALSE(read->total.has_value());
  EXPECT_EQ(read->withheld, withheld.withheld);
  EXPECT_EQ(read->withheld_id, "too-little");
  EXPECT_EQ(read->language_how, withheld.language_how);
  SQLite::Database database(path);
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM article WHERE score IS NULL AND grade IS NULL").getInt(), 1);
  EXPECT_GT(database.execAndGet("SELECT count(via) FROM utterance").getInt(), 0) << "the view is made anew";
}

TEST(StoreTrouble, AStoreOfVersion1IsBroughtThroughVersion2) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  store_all(path, reports_of_version_2());
  set(path, kToVersion2);
  set(path, "ALTER TABLE attribution DROP COLUMN source_confidence; PRAGMA user_version = 1");
  EXPECT_EQ(read_message(path), "this store is of an older version");
  EXPECT_EQ(write_message(path, {}, {}), "");
  EXPECT_EQ(read_message(path), "");
  EXPECT_EQ(StoreReader(path).info().version, kStoreVersion);
  SQLite::Database database(path);
  EXPECT_EQ(database.execAndGet("SELECT count(source_confidence) FROM attribution").getInt(), 0);
  EXPECT_EQ(database.execAndGet("SELECT count(*) FROM attribution WHERE NOT statement").getInt(), 0);
}

TEST(StoreTrouble, AFullDisk) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  const std::vector<Report> reports = many(60);
  const std::string message =
      fatal([&] { store_all(path, reports, "rules-1", {.batch_articles = 2, .most_pages = 80}); });
  EXPECT_EQ(message, "there is no space left for the store");
  EXPECT_TRUE(check_store(path).empty());
  const std::uint64_t kept = StoreReader(path).info().articles;
  EXPECT_GT(kept, 0U);
  EXPECT_LT(kept, reports.size());
  EXPECT_EQ(kept % 2, 0U);
  const StoreTotals totals = store_all(path, reports);
  EXPECT_EQ(totals.unchanged, kept);
  EXPECT_EQ(totals.added, reports.size() - kept);
}

TEST(StoreTrouble, AFileThatMayNotGrow) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  rlimit small = before;
  small.rlim_cur = 400'000;
  const auto handler = signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  const std::string message = write_message(path, {.batch_articles = 1});
  setrlimit(RLIMIT_FSIZE, &before);
  signal(SIGXFSZ, handler);
  EXPECT_NE(message, "");
  EXPECT_TRUE(check_store(path).empty());
  const std::uint64_t kept = StoreReader(path).info().articles;
  EXPECT_EQ(store_all(path, fixture_reports()).unchanged, kept);
}

TEST(StoreTrouble, AFileThatMayNotBeWritten) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  const std::vector<Report> reports =
      fixture_reports();  // read before rights are given up: they may lie in a private folder
  store_all(path, reports);
  std::filesystem::permissions(path, std::filesystem::perms(0444));
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  const bool root = geteuid() == 0;  // whom permissions do not stop
  ASSERT_EQ(root ? seteuid(65534) : 0, 0);
  const std::string message = write_message(path, {}, reports);
  const std::string reading = read_message(path);
  ASSERT_EQ(root ? seteuid(0) : 0, 0);
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  EXPECT_EQ(message, "the store cannot be written");
  EXPECT_EQ(reading, "");
  EXPECT_EQ(StoreReader(path).info().articles, reports.size());
}

TEST(StoreTrouble, AnotherWriter) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  const std::vector<Report> reports = fixture_reports();
  {
    StoreWriter one(path, {.batch_articles = 1}), two(path, {.batch_articles = 1});
    for (std::size_t i = 0; i < reports.size(); ++i) {  // by turns, and half of it twice
      one.add(prepared(reports[i]));
      if (i % 2 == 0) two.add(prepared(reports[i]));
    }
    EXPECT_EQ(two.finish().unchanged, (reports.size() + 1) / 2);
    EXPECT_EQ(one.finish().added, reports.size());
  }
  EXPECT_TRUE(check_store(path).empty());

  SQLite::Database holder(path, SQLite::OPEN_READWRITE);
  holder.exec("BEGIN IMMEDIATE");
  std::vector<Report> more = {reports[0]};
  more[0].id = "new";
  EXPECT_EQ(fatal([&] { store_all(path, more, "rules-1", {.busy_ms = 50}); }),
            "another program is writing to this store");
  EXPECT_EQ(StoreReader(path).info().articles, reports.size());  // reading goes on
  holder.exec("COMMIT");
  EXPECT_EQ(store_all(path, more).added, 1U);
}

TEST(StoreTrouble, ADamagedStore) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  const std::vector<Report> reports = fixture_reports();
  store_all(path, reports);
  const std::uintmax_t size = std::filesystem::file_size(path);
  std::ifstream file(path, std::ios::binary);
  const std::string whole{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::size_t saved = 0;
  for (std::size_t page = 1; page < size / 8192; page += 3) {
    std::string bytes = whole;
    bytes.replace(page * 8192, 4096, std::string(4096, '\x5a'));
    write_bytes(path, bytes);
    EXPECT_FALSE(fatal([&] {
                   for (const Diagnostic& found : check_store(path)) throw Fatal(found);
                 }).empty())
        << "page " << page;
    Diagnostics diagnostics;
    fatal([&] { StoreReader(path).for_each([&](Report&&, const std::string&) { ++saved; }, diagnostics); });
  }
  EXPECT_GT(saved, reports.size());  // what is not damaged can be had
  write_bytes(path, whole.substr(0, whole.size() / 2));
  EXPECT_FALSE(fatal([&] {
                 for (const Diagnostic& found : check_store(path)) throw Fatal(found);
               }).empty());
}

}  // namespace
}  // namespace hearsay
