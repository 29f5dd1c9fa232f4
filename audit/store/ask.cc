// Entry: Enquiry::ask. Opens, asks the one question, sorts and cuts off.
#include "store/ask.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "store/questions/asking.h"
#include "store/questions/names.h"
#include "store/questions/voices.h"

namespace hearsay {
namespace {

constexpr std::array<QuestionName, 14> kQuestions = {{
    {"overview", QuestionKind::overview, "Overview", "", "what the archive holds"},
    {"articles", QuestionKind::articles, "Articles", "",
     "each article with its score and worst finding, the lowest first"},
    {"outlets", QuestionKind::outlets, "Outlets", "", "how well each outlet shows where its claims come from"},
    {"bylines", QuestionKind::bylines, "Bylines", "", "the same figures for each byline of an outlet"},
    {"months", QuestionKind::months, "Months", "", "the same figures month by month"},
    {"anonymous", QuestionKind::anonymous, "Not named", "",
     "who leans on sources without a name, and how they are described"},
    {"sources", QuestionKind::sources, "Sources", "", "who is quoted most, and in how many outlets"},
    {"named", QuestionKind::named, "Named elsewhere", "",
     "whose words one article gives a name for and another does not"},
    {"findings", QuestionKind::findings, "Findings", "[CHECK]",
     "which checks of the policy failed, and how often; of one check, where"},
    {"threads", QuestionKind::threads, "Threads", "[WORDS]",
     "what several articles quote or claim alike, and what changed on the way"},
    {"changes", QuestionKind::changes, "Changed", "[ID]",
     "what was changed between versions without a word; of one article, all that was"},
    {"dossier", QuestionKind::dossier, "Dossier", "NAME", "everything one source is quoted with, in order of time"},
    {"callsheet", QuestionKind::call_sheet, "Call sheet", "ID",
     "whom to call about one article, with columns to fill in"},
    {"search", QuestionKind::search, "Search", "WORDS", "claims and quotations with these words"},
}};

Table answer(const Asking& asking) {
  switch (asking.question().kind) {
    case QuestionKind::overview:
      return answer_overview(asking);
    case QuestionKind::articles:
      return answer_articles(asking);
    case QuestionKind::outlets:
    case QuestionKind::bylines:
    case QuestionKind::months:
      return answer_groups(asking);
    case QuestionKind::anonymous:
      return answer_anonymous(asking);
    case QuestionKind::sources:
      return answer_sources(asking);
    case QuestionKind::named:
      return answer_named(asking);
    case QuestionKind::findings:
      return answer_findings(asking);
    case QuestionKind::threads:
    case QuestionKind::changes:
      break;
    case QuestionKind::dossier:
      return answer_dossier(asking);
    case QuestionKind::call_sheet:
      return answer_call_sheet(asking);
    case QuestionKind::search:
      return answer_search(asking);
  }
  return {};
}

constexpr int kStepsBetween =
    20'000;  // of SQLite's machine, between two questions whether to stop: about a millisecond

int should_stop(void* stop) {
  return (*static_cast<const std::function<bool()>*>(stop))() ? 1 : 0;
}

std::uint64_t usual_limit(QuestionKind kind) {
  if (kind == QuestionKind::articles || kind == QuestionKind::findings) return kRowsOfPages;
  const bool ranking = kind == QuestionKind::sources || kind == QuestionKind::bylines || kind == QuestionKind::search;
  return ranking ? kRowsOfRankings : 0;
}

void check_sort(const Table& table, const std::string& sort) {
  if (sort.empty()) return;
  const std::string id = sort.substr(sort.starts_with('-') ? 1 : 0);
  if (column_at(table, id) != table.columns.size()) return;
  std::vector<std::string> ids;
  for (const Column& column : table.columns) ids.push_back(column.id);
  throw Fatal(
      {.message = fmt::format("the table has no column '{}'", id),
       .remedy = fmt::format("--sort takes one of: {}; with - in front it is turned round", fmt::join(ids, ", "))});
}

// An outlet that is not there would give an empty answer, which could be taken for one.
void check_outlet(const std::string& path, const Asking& asking) {
  const std::string& outlet = asking.question().outlet;
  if (outlet.empty()) return;
  SQLite::Statement there = asking.prepare_plain("SELECT count(*) FROM article WHERE outlet = ?1 COLLATE NOCASE");
  there.bind(1, outlet);
  if (there.executeStep() && count_at(there, 0) != 0) return;
  std::vector<std::string> known;
  SQLite::Statement all = asking.prepare_plain(
      "SELECT outlet FROM article WHERE outlet <> '' GROUP BY outlet ORDER BY count(*) DESC, outlet");
  while (all.executeStep()) known.push_back(text_at(all, 0));
  throw Fatal({.file = path,
               .message = "no article is of the outlet '" + outlet + "'",
               .remedy = did_you_mean(outlet, known, "hearsay report outlets lists them")});
}

}  // namespace

std::span<const QuestionName> question_names() {
  return kQuestions;
}

const QuestionName* question_named(std::string_view id) {
  const auto at =
      std::find_if(kQuestions.begin(), kQuestions.end(), [&](const QuestionName& one) { return one.id == id; });
  return at == kQuestions.end() ? nullptr : &*at;
}

bool in_scope(const Question& question, std::string_view outlet, std::string_view published) {
  if (!question.outlet.empty() && lower(question.outlet) != lower(outlet)) return false;
  if (!question.month.empty() && !published.starts_with(question.month)) return false;
  if (question.since.empty() && question.until.empty()) return true;
  return !published.empty() && published >= question.since &&
         (question.until.empty() || published.substr(0, question.until.size()) <= question.until);
}

struct Enquiry::Parts {
  std::string path;
  SQLite::Database database;
  std::string scope;  // of the voices
  std::unique_ptr<Voices> voices;
  std::function<bool()> stop = {};
};

Enquiry::Enquiry(const std::string& path, std::function<bool()> stop)
    : parts_(std::make_unique<Parts>(Parts{path, open_to_read(path), {}, nullptr, std::move(stop)})) {
  if (parts_->stop) sqlite3_progress_handler(parts_->database.getHandle(), kStepsBetween, &should_stop, &parts_->stop);
}

Enquiry::~Enquiry() = default;

Table Enquiry::ask(const Question& question) {
  Parts& parts = *parts_;
  return guarded(parts.path, [&] {
    if (std::string scope = fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", question.outlet, question.since, question.until,
                                        question.byline, question.genre, question.month, question.finding);
        scope != parts.scope) {
      parts.voices.reset();
      parts.scope = std::move(scope);
    }
    const Asking asking(parts.database, question, parts.voices);
    check_outlet(parts.path, asking);
    Table table = answer(asking);
    check_sort(table, question.sort);
    sort_rows(table, question.sort);
    limit_rows(table, question.limit.value_or(usual_limit(question.kind)));
    return table;
  });
}

std::vector<Facet> Enquiry::facets(const Question& question) {
  return guarded(parts_->path, [&] { return answer_facets(parts_->database, question); });
}

Table ask(const std::string& path, const Question& question) {
  return Enquiry(path).ask(question);
}

}  // namespace hearsay
