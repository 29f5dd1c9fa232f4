// ask_store(): time is looked at by SQLite itself, between its steps, and between two articles where threads are looked
// for.
#include "server/ask_store.h"

#include <fmt/format.h>

#include <utility>

#include "server/api.h"
#include "service/trace_articles.h"
#include "store/ask.h"

namespace hearsay {
namespace {

class Deaf : public Listener {
 public:
  using Listener::report;
  void report(const Diagnostic&) override {}
};

/// The CLI's options are no help to whoever asks over a line.
Response bad_question(const Fatal& fatal) {
  return problem(400, "The question cannot be answered", fatal.diagnostic().message, fatal.diagnostic().remedy);
}

ThreadsReport threads_of(const Desk& desk, const Question& question, const std::function<bool()>& stop) {
  Deaf deaf;
  ThreadsReport report =
      trace_articles(
          {.store = desk.store(), .query = {.quote = question.operand, .sources = {}}, .scope = question, .stop = stop},
          {}, desk.settings(), deaf)
          .value_or(ThreadsReport{});
  return report;
}

}  // namespace

Response no_store() {
  return problem(404, "No store", "the server was started without a store", "start it with --store FILE");
}

StoreAnswer ask_store(const Desk& desk, const Question& question, const AskLimits& limits) {
  if (!desk.store()) return no_store();
  const auto end = std::chrono::steady_clock::now() + limits.time;
  bool late = false;
  const auto stop = [&] { return late = late || std::chrono::steady_clock::now() >= end; };
  const auto too_late = [&] {
    return problem(504, "It takes too long",
                   fmt::format("the question was not answered in {} s", limits.time.count() / 1000),
                   "ask a narrower one: outlet, since, until");
  };
  try {
    if (question.kind == QuestionKind::threads) {
      ThreadsReport report = threads_of(desk, question, stop);
      if (late) return too_late();
      if (report.threads.size() > question.limit.value_or(limits.rows))
        report.threads.resize(question.limit.value_or(limits.rows));
      return report;
    }
    Table table = Enquiry(*desk.store(), stop).ask(question);
    limit_rows(table, limits.rows);
    return table;
  } catch (const Fatal& fatal) {
    return late ? too_late() : bad_question(fatal);
  }
}

std::vector<Parameter> question_parameters(const AskLimits& limits) {
  const auto rows = static_cast<double>(limits.rows);
  return {{.name = "operand", .what = "What the question is about: a name, an id, a check, words."},
          {.name = "outlet", .what = "Of this outlet alone."},
          {.name = "since", .what = "Published at or after this date or beginning of one: 2024, 2024-05."},
          {.name = "until", .what = "Published at or before it."},
          {.name = "min_articles",
           .what = "Rows that rest on fewer are left out.",
           .kind = ParameterKind::integer,
           .least = 1,
           .most = 1e9},
          {.name = "limit", .what = "Rows.", .kind = ParameterKind::integer, .least = 1, .most = rows},
          {.name = "sort", .what = "A column's id; with - in front it is turned round."}};
}

Question asked_question(QuestionKind kind, const Request& request) {
  Question question{.kind = kind,
                    .operand = std::string(request.asked("operand")),
                    .outlet = std::string(request.asked("outlet")),
                    .since = std::string(request.asked("since")),
                    .until = std::string(request.asked("until")),
                    .limit = {},
                    .sort = std::string(request.asked("sort"))};
  question.min_articles = static_cast<std::uint64_t>(number_asked(request, "min_articles", 1));
  if (!request.asked("limit").empty()) question.limit = static_cast<std::uint64_t>(number_asked(request, "limit", 0));
  return question;
}

}  // namespace hearsay
