// Every question asked of an archive made by hand; the answers are kept as golden files. Then what may go wrong.
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "report/golden_file.h"
#include "report/table/articles.h"
#include "report/table/write_table.h"
#include "store/ask.h"
#include "store/invented_archive.h"
#include "store/stored.h"

namespace hearsay {
namespace {

using testing::expect_golden;
using testing::invented_archive;
using testing::ScratchFolder;
using testing::store_all;

Question question(QuestionKind kind, const std::string& operand = "") {
  Question made;
  made.kind = kind;
  made.operand = operand;
  return made;
}

std::string words(const Cell& cell) {
  if (const auto* link = std::get_if<LinkCell>(&cell)) return link->words;
  return std::get<std::string>(cell);
}

std::vector<std::string> column(const Table& table, std::string_view id) {
  std::vector<std::string> cells;
  for (const Row& row : table.rows) cells.push_back(words(row.cells.at(column_at(table, id))));
  return cells;
}

std::string remedy_of(const std::string& path, const Question& asked) {
  try {
    (void)ask(path, asked);
  } catch (const Fatal& fatal) {
    return fatal.diagnostic().remedy;
  }
  return "nothing went wrong";
}

class Questions : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<ScratchFolder>();
    store_all(path(), invented_archive());
  }
  static void TearDownTestSuite() { folder_.reset(); }
  static std::string path() { return folder_->file("archive.sqlite"); }
  static Table answer(QuestionKind kind, const std::string& operand = "") {
    return ask(path(), question(kind, operand));
  }

  static std::unique_ptr<ScratchFolder> folder_;
};
std::unique_ptr<ScratchFolder> Questions::folder_;

TEST_F(Questions, AreAnsweredAsBefore) {
  std::string all;
  for (const QuestionName& name : question_names()) {
    if (name.kind == QuestionKind::threads || name.kind == QuestionKind::changes) continue;
    std::string operand;
    if (name.kind == QuestionKind::dossier) operand = "ana b. ruiz";
    if (name.kind == QuestionKind::call_sheet) operand = "courier-3";
    if (name.kind == QuestionKind::search) operand = "\"another winter\"";
    all += write_table_text(answer(name.kind, operand), {.width = 100}) + "\n\n";
  }
  expect_golden("questions.txt", all);
}

TEST(QuestionsOfScores, ArticlesWithoutOneAreLeftOutOfTheMeanAndCounted) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  const auto article = [](const std::string& id, const std::string& outlet, std::optional<int> score, std::string why) {
    Report report = testing::ArticleMaker(id, outlet, "Lena Orsk", "2021-03-04", score.value_or(0)).make();
    if (!score) {
      report.total.reset();
      report.grade.clear();
      report.withheld = "There is a reason.";
      report.withheld_id = std::move(why);
    }
    return report;
  };
  store_all(path,
            {article("a", "Sella Wire", 60, ""), article("b", "Sella Wire", 80, ""),
             article("c", "Sella Wire", std::nullopt, "genre"), article("d", "Sella Wire", std::nullopt, "language"),
             article("e", "Orle Post", std::nullopt, "too-little")});
  for (const QuestionKind kind : {QuestionKind::outlets, QuestionKind::bylines}) {
    const Table table = ask(path, question(kind));
    ASSERT_EQ(table.rows.size(), 2U);
    for (const Row& row : table.rows) {
      const bool wire = words(row.cells[column_at(table, "outlet")]) == "Sella Wire";
      EXPECT_EQ(std::get<std::uint64_t>(row.cells[column_at(table, "articles")]), wire ? 4U : 1U);
      EXPECT_EQ(std::get<std::uint64_t>(row.cells[column_at(table, "withheld")]), wire ? 2U : 1U);
      const Cell& score = row.cells[column_at(table, "score")];
      if (wire) {
        EXPECT_DOUBLE_EQ(std::get<MeanValue>(score).value, 70);
        EXPECT_EQ(std::get<MeanValue>(score).count, 2U);
      } else {
        EXPECT_TRUE(std::holds_alternative<std::monostate>(score)) << "no mean of nothing";
      }
    }
    EXPECT_NE(write_table_text(table, {.width = 100}).find("left out of the mean"), std::string::npos);
  }
  const std::string overview = write_table_json(ask(path, question(QuestionKind::overview)));
  EXPECT_NE(overview.find("… without a score"), std::string::npos) << overview;
}

TEST_F(Questions, CallSheetIsSafeInASpreadsheet) {
  const std::string csv = write_table_csv(answer(QuestionKind::call_sheet, "=1+1"));
  expect_golden("callsheet.csv", csv);
  for (const char* lead : {"\n=", "\n+", "\n-", "\n@", ",=", ",+", ",-", ",@", "\"=", "\t"})
    EXPECT_EQ(csv.find(lead), std::string::npos) << lead;
}

TEST_F(Questions, PageEscapesHostileNames) {
  const std::string page = write_table_html(answer(QuestionKind::outlets));
  EXPECT_EQ(page.find("<b>Sheet"), std::string::npos);
  EXPECT_NE(page.find("&lt;b&gt;Sheet&lt;/b&gt;"), std::string::npos);
  const std::string sheet = write_table_html(answer(QuestionKind::call_sheet, "=1+1"));
  EXPECT_EQ(sheet.find("<script>alert"), std::string::npos);
  EXPECT_NE(sheet.find("{{style}}"), std::string::npos) << "an article's words are never filled in";
}

TEST_F(Questions, FewArticlesAreMarkedAndCanBeLeftOut) {
  Question by_outlet = question(QuestionKind::outlets);
  for (const Row& row : ask(path(), by_outlet).rows) EXPECT_TRUE(row.few);
  by_outlet.min_articles = 3;
  EXPECT_EQ(column(ask(path(), by_outlet), "outlet"), (std::vector<std::string>{"Sella Wire", "Fenwick Courier"}));
}

TEST_F(Questions, ScopeIsOutletAndTime) {
  Question asked = question(QuestionKind::months);
  asked.outlet = "sella wire";
  asked.since = "2024-02";
  asked.until = "2024-04";
  EXPECT_EQ(column(ask(path(), asked), "month"), (std::vector<std::string>{"2024-02", "2024-03", "2024-04"}));
  asked.sort = "month";
  EXPECT_EQ(column(ask(path(), asked), "month"), (std::vector<std::string>{"2024-04", "2024-03", "2024-02"}));
  asked.limit = 1;
  EXPECT_EQ(ask(path(), asked).left_out, 2U);
  asked.until = "2024-02-10";
  EXPECT_TRUE(ask(path(), asked).rows.empty());
}

TEST_F(Questions, AnOutletIsNotItsOwnSource) {
  const std::vector<std::string> names = column(answer(QuestionKind::sources), "source");
  EXPECT_EQ(std::count(names.begin(), names.end(), "Fenwick Courier"), 0);
  EXPECT_EQ(std::count(names.begin(), names.end(), "Radio Sella"), 1);
}

TEST_F(Questions, NamedElsewhereShowsBothArticles) {
  const Table table = answer(QuestionKind::named);
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(column(table, "name").front(), "Emil Tarn");
  EXPECT_EQ(column(table, "article").front(), "Title of wire-2");
  EXPECT_EQ(column(table, "named_article").front(), "Title of courier-3");
  EXPECT_EQ(column(table, "named_words").front(), column(table, "words").front()) << "both passages are shown";
}

// Whoever is told to withhold a name must be sure to do so.
TEST(QuestionsOfNames, NobodyIsAccusedOnAGuess) {
  const ScratchFolder folder;
  const auto named = [] {
    testing::ArticleMaker article("named", "Sella Wire", "", "2024-01-01", 80);
    return article.source("Emil Tarn", "named-person").says(testing::kDam).make();
  };
  const auto unnamed = [](double sure, std::string_view more) {
    testing::ArticleMaker article("unnamed", "Fenwick Courier", "", "2024-01-02", 60);
    article.source("an engineer", "unnamed-person", "affiliated").says(testing::kDam);
    if (!more.empty()) article.unattributed(more);
    Report report = article.make();
    report.attributions.front().source_confidence = sure;
    return report;
  };
  const auto rows = [&](const std::string& name, const std::vector<Report>& reports) {
    const std::string path = folder.file(name);
    store_all(path, reports);
    return ask(path, question(QuestionKind::named)).rows.size();
  };
  EXPECT_EQ(rows("a.sqlite", {named(), unnamed(0.95, "")}), 1U);
  EXPECT_EQ(rows("b.sqlite", {named(), unnamed(0.6, "")}), 0U) << "who is meant is not sure";
  EXPECT_EQ(rows("c.sqlite", {named(), unnamed(0.95, "Tärn had warned before")}), 0U) << "the name stands elsewhere";
  Report another = named();
  another.id = another.sha256 = "another";
  another.sources.front().name = "Ida Vall";
  EXPECT_EQ(rows("d.sqlite", {named(), another, unnamed(0.95, "")}), 0U) << "two are named for the words";
}

TEST(QuestionsOfNames, OnePersonIsOneRowAndOneDossier) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  const auto article = [](const std::string& id, const std::string& name, const std::string& role) {
    testing::ArticleMaker made(id, "Sella Wire", "", "2024-01-01", 80);
    made.source(name, "named-person").role(role, "").says("the quay is closed, says " + id);
    return made.make();
  };
  store_all(path, {article("a", "Charles E. Tarn", "senator"), article("b", "Chuck Tarn", "the senator"),
                   article("c", "Tarn", ""), article("d", "Chuck Tarn and Ana Ruiz", ""),
                   article("e", "Ana Ruiz", "mayor"), article("f", "The mayor", "")});
  const Table table = ask(path, question(QuestionKind::sources));
  EXPECT_EQ(column(table, "source"), (std::vector<std::string>{"Chuck Tarn", "Ana Ruiz"}));
  EXPECT_EQ(column(table, "also").front(), "Charles E. Tarn; Tarn");
  EXPECT_EQ(std::get<std::uint64_t>(table.rows.front().cells[column_at(table, "articles")]), 4U);
  for (const char* name : {"Chuck Tarn", "charles e. tarn", "Tarn"}) {
    const Table dossier = ask(path, question(QuestionKind::dossier, name));
    EXPECT_EQ(dossier.title, "Dossier: Chuck Tarn");
    EXPECT_EQ(dossier.rows.size(), 4U) << "as many as the ranking counts";
  }
}

TEST_F(Questions, ArticlesLowestFirstWithTheirWorstFinding) {
  const Table table = answer(QuestionKind::articles);
  EXPECT_EQ(column(table, "article").front(), "Title of sheet-2");
  EXPECT_EQ(table.rows.size(), 12U);
  EXPECT_EQ(std::get<ScoreCell>(table.rows.front().cells[column_at(table, "score")]).value, 30);
  const FindingCell& worst = std::get<FindingCell>(table.rows[1].cells[column_at(table, "worst")]);
  EXPECT_EQ(worst.severity, "error");
  EXPECT_EQ(worst.check, "anon-bare");
  Question one = question(QuestionKind::articles);
  one.limit = 2;
  EXPECT_EQ(ask(path(), one).left_out, 10U);
  one.outlet = "fenwick courier";
  EXPECT_EQ(ask(path(), one).title, "Fenwick Courier: Articles, the lowest scores first");
}

TEST(QuestionsOfArticles, CountVoicesAsTheirScorecardsDo) {
  const ScratchFolder folder;
  const std::string path = folder.file("archive.sqlite");
  std::vector<Report> reports = testing::many(testing::fixture_reports().size());
  const std::vector<Report> invented = invented_archive();
  reports.insert(reports.end(), invented.begin(), invented.end());
  store_all(path, reports);
  const Table table = ask(path, question(QuestionKind::articles));
  ASSERT_EQ(table.rows.size(), reports.size());
  for (const Report& report : reports) {
    const ArticleRow wanted = article_row(report);
    const auto row = std::find_if(table.rows.begin(), table.rows.end(), [&](const Row& one) {
      return std::get<LinkCell>(one.cells.front()).id == report.id;
    });
    ASSERT_NE(row, table.rows.end()) << report.id;
    const auto count = [&](std::string_view id) { return std::get<std::uint64_t>(row->cells[column_at(table, id)]); };
    EXPECT_EQ(count("named"), wanted.named) << report.id;
    EXPECT_EQ(count("unnamed"), wanted.unnamed) << report.id;
    EXPECT_EQ(count("unsourced"), wanted.unsourced) << report.id;
  }
}

TEST_F(Questions, PlacesOfACheck) {
  const Table table = answer(QuestionKind::findings, "anon-bare");
  EXPECT_EQ(table.rows.size(), 4U);
  EXPECT_EQ(std::get<LinkCell>(table.rows.front().cells[0]).place, "f1") << "the finding in its scorecard";
  EXPECT_EQ(remedy_of(path(), question(QuestionKind::findings, "anon-bear")), "did you mean anon-bare?");
}

TEST(Store, APlaceOfACheckHasTheNumberOfItsScorecard) {
  const ScratchFolder folder;
  const std::string path = folder.file("audit.sqlite");
  Report report = testing::ArticleMaker("a", "Sella Wire", "Lena Orsk", "2024-01-11", 70)
                      .finding("no-right-of-reply", "note")
                      .finding("anon-bare", "warning")
                      .finding("anon-bare", "error")
                      .make();
  report.findings[1].likelihood = .4;
  store_all(path, {report});
  const auto places = [&](const char* check) {
    std::vector<std::string> all;
    for (const Row& row : ask(path, question(QuestionKind::findings, check)).rows)
      all.push_back(std::get<LinkCell>(row.cells[0]).place);
    return all;
  };
  EXPECT_EQ(places("anon-bare"), (std::vector<std::string>{"f1", "f2"}));
  EXPECT_EQ(places("no-right-of-reply"), std::vector<std::string>{"f3"});
}

TEST(Store, FindingsOfACheckAreOneRow) {
  const ScratchFolder folder;
  const std::string path = folder.file("audit.sqlite");
  store_all(
      path,
      {testing::ArticleMaker("a", "Sella Wire", "Lena Orsk", "2024-01-11", 70)
           .finding("anon-bare", "note")
           .finding("anon-bare", "error")
           .make(),
       testing::ArticleMaker("b", "Sella Wire", "Lena Orsk", "2024-01-12", 70).finding("anon-bare", "note").make()});
  const Table table = ask(path, question(QuestionKind::findings));
  ASSERT_EQ(table.rows.size(), 1U);
  const std::vector<Cell>& cells = table.rows.front().cells;
  EXPECT_EQ(std::get<std::uint64_t>(cells[column_at(table, "findings")]), 3U);
  EXPECT_EQ(cell_words(cells[column_at(table, "severity")]), "1 error, 2 notes");
  EXPECT_EQ(std::get<Share>(cells[column_at(table, "articles")]).part, 2U);
}

TEST_F(Questions, SearchTakesAnythingForWords) {
  EXPECT_EQ(column(answer(QuestionKind::search, "CAFE"), "article"), (std::vector<std::string>{"Title of sheet-2"}));
  EXPECT_EQ(answer(QuestionKind::search, "val*").rows.size(), 3U);
  EXPECT_EQ(answer(QuestionKind::search, "\"pump number 3\"").rows.size(), 1U);
  for (const char* odd :
       {"NOT pump", "text: pump", "\"pump", "pump\"", "pump )(", "a AND OR NEAR(", "pump ' ; --", "*pump^"})
    EXPECT_NO_THROW((void)answer(QuestionKind::search, odd)) << odd;
  for (const char* empty : {"", " \" \" ", "***", "()"})
    EXPECT_THROW((void)answer(QuestionKind::search, empty), Fatal) << empty;
}

TEST_F(Questions, WhatIsNotThereIsToldWithWhatIsNear) {
  EXPECT_EQ(remedy_of(path(), question(QuestionKind::dossier, "Emil Tarm")), "did you mean Emil Tarn?");
  EXPECT_EQ(remedy_of(path(), question(QuestionKind::dossier, "tarn")), "did you mean Emil Tarn?");
  EXPECT_EQ(remedy_of(path(), question(QuestionKind::dossier, "Zzyzx")),
            "hearsay report sources lists who is quoted most");
  EXPECT_EQ(remedy_of(path(), question(QuestionKind::call_sheet, "wire_2")).substr(0, 19), "did you mean wire-2");
  Question asked = question(QuestionKind::outlets);
  asked.outlet = "Sela Wire";
  EXPECT_EQ(remedy_of(path(), asked), "did you mean Sella Wire?");
  asked.outlet = "";
  asked.sort = "price";
  EXPECT_EQ(remedy_of(path(), asked).substr(0, 26), "--sort takes one of: outle");
}

TEST_F(Questions, AnEmptyStoreHasEmptyAnswers) {
  const std::string empty = folder_->file("empty.sqlite");
  store_all(empty, {});
  for (const QuestionName& name : question_names()) {
    if (!name.operand.empty()) continue;
    const Table table = ask(empty, question(name.kind));
    EXPECT_NE(write_table_text(table), "") << name.id;
    EXPECT_NE(write_table_html(table), "") << name.id;
    EXPECT_TRUE(table.rows.empty() || name.kind == QuestionKind::overview) << name.id;
  }
  EXPECT_TRUE(ask(empty, question(QuestionKind::search, "pump")).rows.empty());
  EXPECT_THROW((void)ask(empty, question(QuestionKind::dossier, "Ruiz")), Fatal);
}

TEST_F(Questions, AnotherVersionIsRefused) {
  const std::string newer = folder_->file("newer.sqlite");
  store_all(newer, {});
  SQLite::Database(newer, SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
  EXPECT_THROW((void)ask(newer, question(QuestionKind::outlets)), Fatal);
  EXPECT_THROW((void)ask(folder_->file("nothing.sqlite"), question(QuestionKind::outlets)), Fatal);
}

}  // namespace
}  // namespace hearsay
