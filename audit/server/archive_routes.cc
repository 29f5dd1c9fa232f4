// Entry: archive_routes. One place of the address is one question; the store is opened for each, so that what another
// program adds meanwhile is there at once, and no question waits for another.
#include "server/archive_routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "report/html/write_html.h"
#include "report/table/call_sheet.h"
#include "report/table/page_names.h"
#include "report/table/sheet.h"
#include "report/table/write_table.h"
#include "report/threads/write_threads.h"
#include "report/write_json.h"
#include "server/archive_operations.h"
#include "server/archive_page.h"
#include "server/live_page.h"
#include "service/compare_articles.h"
#include "service/trace_articles.h"
#include "store/ask.h"
#include "store/store.h"

namespace hearsay {
namespace {

using AskedAt = std::chrono::steady_clock;

constexpr std::uint64_t kRowsOfPages = 1000;  // that a page shows at ease
constexpr int kThreadsTimes = 4;              // as long as a question: threads read the whole archive

Response data_response(AnswerForm form, std::string body) {
  return {.status = 200,
          .type = form == AnswerForm::json ? "application/json" : "text/csv; charset=utf-8",
          .body = std::move(body),
          .headers = {},
          .write = {}};
}

Response trouble(const ArchivePlace& place, int status, const std::string& title, const Diagnostic& diagnostic) {
  if (place.form != AnswerForm::html) return problem(status, title, diagnostic.message, diagnostic.remedy);
  return trouble_page(status, title, diagnostic.message, diagnostic.remedy, &place);
}

/// An archive of one request, which has a time.
class ArchiveAnswer {
 public:
  ArchiveAnswer(const Desk& desk, std::chrono::milliseconds most)
      : desk_(desk), store_(*desk.store()), most_(most), until_(AskedAt::now() + most) {}

  /// Throws Fatal as Enquiry::ask, and where the store cannot be read.
  Response answer(const ArchivePlace& place) {
    try {
      return answer_in_time(place);
    } catch (const Fatal&) {
      if (!over_) throw;
    }
    return too_late(place);
  }

 private:
  struct Silent : Listener {
    void report(const Diagnostic& /* diagnostic */) override {}
  };

  /// Asked while the store is at work.
  [[nodiscard]] bool is_over() {
    over_ = over_ || AskedAt::now() > until_;
    return over_;
  }

  [[nodiscard]] static Response too_late(const ArchivePlace& place) {
    return trouble(
        place, 503, "This takes too long",
        {.message = "the archive is too large for this question in the time that one may take",
         .remedy = "ask of one outlet or of a shorter time, as in ?outlet=NAME or ?since=2026-05&until=2026-06; "
                   "hearsay report has no such limit"});
  }

  Response answer_in_time(const ArchivePlace& place) {
    if (place.section == "articles" && !place.operand.empty()) return scorecard(place);
    if (place.question.kind == QuestionKind::threads) return threads(place);
    if (place.question.kind == QuestionKind::search && place.operand.empty()) return nothing_asked(place);
    if (place.question.kind == QuestionKind::changes) return changes(place);
    Enquiry enquiry(store_, [this] { return is_over(); });
    Question question = place.question;
    if (place.form == AnswerForm::html && !question.limit) question.limit = kRowsOfPages;
    const Table table = enquiry.ask(question);
    if (place.form == AnswerForm::json) return data_response(place.form, write_table_json(table));
    if (place.form == AnswerForm::csv) return data_response(place.form, write_table_csv(table));
    if (place.question.kind == QuestionKind::overview) return overview_page(place, table);
    return table_page(place, table, facets(enquiry, place.question));
  }

  /// What the answer can be narrowed by, but not by what its rows are. Of words and of one person it is not known
  /// beforehand which outlets have any: there the table's own filter narrows.
  static std::vector<Facet> facets(Enquiry& enquiry, Question question) {
    std::string_view own;
    switch (question.kind) {
      case QuestionKind::articles:
      case QuestionKind::sources:
        break;
      case QuestionKind::outlets:
      case QuestionKind::anonymous:
        own = "outlet";
        break;
      case QuestionKind::bylines:
        own = "byline";
        break;
      case QuestionKind::months:
        own = "month";
        break;
      case QuestionKind::findings:
        own = "finding";
        if (!question.operand.empty()) question.finding = question.operand;  // counted are articles that have it
        break;
      default:
        return {};
    }
    std::vector<Facet> all = enquiry.facets(question);
    all.erase(
        std::remove_if(all.begin(), all.end(),
                       [&](const Facet& one) { return one.id == own && (own == "finding" || one.chosen.empty()); }),
        all.end());
    return all;
  }

  Response changes(const ArchivePlace& place) {
    Silent listener;
    const Table table = answer_changes(store_, place.question, desk_.settings(), listener);
    if (place.form == AnswerForm::json) return data_response(place.form, write_table_json(table));
    if (place.form == AnswerForm::csv) return data_response(place.form, write_table_csv(table));
    return table_page(place, table, {});
  }

  /// The form alone: no words are no question.
  static Response nothing_asked(const ArchivePlace& place) {
    Table table{.id = "search", .title = "Search", .notes = {}, .columns = {}, .rows = {}};
    if (place.form == AnswerForm::json) return data_response(place.form, write_table_json(table));
    if (place.form == AnswerForm::csv) return data_response(place.form, write_table_csv(table));
    table.lead = "Words that claims and quotations hold; “two words” in quotation marks stand side by side.";
    return table_page(place, table, {});
  }

  Response scorecard(const ArchivePlace& place) {
    const std::optional<Report> report = StoreReader(store_).report(place.operand);
    if (!report) {
      return trouble(place, 404, "No such article",
                     {.message = "the archive has no article '" + place.operand + "'",
                      .remedy = "it may have been stored under another name: look for it among the articles"});
    }
    if (place.form == AnswerForm::json) return data_response(place.form, write_json(*report));
    if (place.form == AnswerForm::csv) return data_response(place.form, write_sheet_csv(call_sheet(*report)));
    const std::string id = href_of(place.operand);
    const std::vector<PageLink> beside = {{"/archive/articles", "Articles"},
                                          {"/?article=" + id, "Open at the desk"},
                                          {"/archive/callsheets/" + id, "Call sheet"},
                                          {place.path + ".json", "JSON"},
                                          {place.path + ".csv", "CSV"}};
    HtmlParts parts = write_html_parts(*report, beside);
    return live_response({.title = std::move(parts.title),
                          .state = std::move(parts.state),
                          .body = std::move(parts.body),
                          .assets = {"page.css", "page.js"}});
  }

  Response threads(const ArchivePlace& place) {
    Silent listener;
    until_ = AskedAt::now() + kThreadsTimes * most_;
    const TraceChoice choice{
        .store = store_, .query = {.quote = place.operand, .sources = {}}, .scope = place.question, .stop = [this] {
          return is_over();
        }};
    const std::optional<ThreadsReport> report = trace_articles(choice, {}, desk_.settings(), listener);
    if (!report) return too_late(place);
    if (place.form == AnswerForm::json) return data_response(place.form, write_threads_json(*report));
    if (place.form == AnswerForm::csv) return data_response(place.form, write_threads_csv(*report));
    return threads_page(place, *report);
  }

  const Desk& desk_;
  const std::string& store_;
  std::chrono::milliseconds most_;
  AskedAt::time_point until_;
  bool over_ = false;
};

/// A name typed into the form becomes the dossier's own address.
Response to_dossier(std::string_view name) {
  return {.status = 303,
          .type = "",
          .body = "",
          .headers = {{"Location", "/archive/sources/" + href_of(name)}},
          .write = {}};
}

Response answer_archive(const Desk& desk, std::chrono::milliseconds most, const Request& request) {
  const std::optional<ArchivePlace> place = archive_place(request);
  if (!place) return trouble_page(404, "No such page", "the archive has no page " + request.path, "");
  if (!desk.store()) {
    constexpr const char* kTitle = "There is no archive";
    constexpr const char* kWhy = "this server was started without a store";
    constexpr const char* kRemedy =
        "start it with one: hearsay serve --store FILE; hearsay audit FOLDER --store FILE fills it";
    return place->form == AnswerForm::html ? trouble_page(404, kTitle, kWhy, kRemedy)
                                           : problem(404, kTitle, kWhy, kRemedy);
  }
  if (!place->problem.empty()) return trouble(*place, 400, "That cannot be asked", {.message = place->problem});
  if (place->section == "sources" && place->operand.empty() && !request.asked("name").empty())
    return to_dossier(request.asked("name"));
  try {
    return ArchiveAnswer(desk, most).answer(*place);
  } catch (const Fatal& fatal) {
    return trouble(*place, 404, "Nothing there", fatal.diagnostic());
  }
}

}  // namespace

Routes archive_routes(Desk& desk, std::chrono::milliseconds question_time) {
  return archive_rows(
      [&desk, question_time](const Request& request) { return answer_archive(desk, question_time, request); });
}

}  // namespace hearsay
