// /api/v1/store/{question} and the articles of the store. An ending of the address (.json, .csv …) says the format as
// ?format= does, before Accept.
#include <algorithm>
#include <utility>

#include "report/formats.h"
#include "server/api.h"
#include "server/article_formats.h"
#include "server/ask_store.h"
#include "server/media.h"
#include "store/store.h"

namespace hearsay {
namespace {

const AnswerFormat* asked_answer_format(const Request& request, std::string_view ending) {
  for (const AnswerFormat& one : answer_formats()) {
    if (one.extension == ending) return &one;
  }
  if (const std::string_view id = request.asked("format"); !id.empty()) return format_named(answer_formats(), id);
  const AnswerFormat* json = format_named(answer_formats(), "json");
  std::vector<const AnswerFormat*> formats = {json};
  for (const AnswerFormat& one : answer_formats()) {
    if (&one != json) formats.push_back(&one);
  }
  std::vector<std::string_view> offered;
  offered.reserve(formats.size());
  for (const AnswerFormat* one : formats) offered.push_back(one->media_type);
  const auto at = wanted(request.header("Accept"), offered);
  return at ? formats[*at] : nullptr;
}

Response answer_question(const Desk& desk, const AnswerFormat* format, const Question& question) {
  if (format == nullptr)
    return problem(406, "No such format", "none of what Accept names can be answered",
                   "ask for " + list_formats(answer_formats()) + ", by Accept, ?format= or an ending of the address");
  StoreAnswer answer = ask_store(desk, question);
  if (auto* response = std::get_if<Response>(&answer)) return std::move(*response);
  const auto* table = std::get_if<Table>(&answer);
  Response response{.status = 200, .type = content_type(format->media_type), .body = {}, .headers = {}, .write = {}};
  response.body = table != nullptr ? format->table(*table, {})
                                   : write_threads(*format->threads({}), std::get<ThreadsReport>(answer));
  if (format->id == "html") response.headers = page_headers();
  return response;
}

Response ask_by_name(const Desk& desk, const Request& request) {
  const std::string_view asked = request.part("question");
  const std::size_t dot = std::min(asked.find('.'), asked.size());
  const std::string_view ending = asked.substr(dot);
  const QuestionName* name = question_named(asked.substr(0, dot));
  const bool known = ending.empty() || std::any_of(answer_formats().begin(), answer_formats().end(),
                                                   [&](const AnswerFormat& one) { return one.extension == ending; });
  if (name == nullptr || !known)
    return problem(404, "No such question", "there is no question '" + std::string(asked) + "'",
                   "GET /api/v1/questions lists them");
  if (!name->operand.empty() && !name->operand.starts_with('[') && request.asked("operand").empty())
    return problem(400, "Parameter missing", "this question needs an operand",
                   "give ?operand=" + std::string(name->operand));
  return answer_question(desk, asked_answer_format(request, ending), asked_question(name->kind, request));
}

/// The article of an id, or of an id with the ending of a format behind it.
Response stored_article(const Desk& desk, const std::vector<OfferedFormat>& formats, const Request& request) {
  if (!desk.store()) return no_store();
  const std::string id(request.part("id"));
  StoreReader reader(*desk.store());
  std::optional<Report> report = reader.report(id);
  const OfferedFormat* by_ending = nullptr;
  for (const OfferedFormat& one : formats) {
    if (report || !id.ends_with(one.extension)) continue;
    report = reader.report(id.substr(0, id.size() - one.extension.size()));
    by_ending = &one;
  }
  if (!report)
    return problem(404, "No such article", "the store has no article '" + id + "'", "GET /api/v1/articles lists them");
  if (by_ending != nullptr) return article_answer(*by_ending, *report, {}, desk.session());
  const auto format = asked_format(request, formats);
  if (const auto* none = std::get_if<Response>(&format)) return *none;
  return article_answer(std::get<OfferedFormat>(format), *report, {}, desk.session());
}

std::vector<std::string> answer_types() {
  std::vector<std::string> types;
  for (const AnswerFormat& one : answer_formats()) types.emplace_back(one.media_type);
  return types;
}

std::vector<Answer> table_answers() {
  return {{200, "A table.", answer_types(), "Table"},
          {400, "The question cannot be answered.", {"application/problem+json"}, "Problem"},
          {404, "There is no such question, or no store.", {"application/problem+json"}, "Problem"},
          {406, "None of the formats that Accept names.", {"application/problem+json"}, "Problem"},
          {504, "It takes too long.", {"application/problem+json"}, "Problem"}};
}

}  // namespace

Routes question_routes(Desk& desk) {
  std::vector<Parameter> query = question_parameters();
  Parameter format{.name = "format", .what = "The format of the answer, in place of Accept."};
  for (const AnswerFormat& one : answer_formats()) format.choices.emplace_back(one.id);
  query.push_back(format);
  std::vector<Parameter> of_articles = query;
  std::erase_if(of_articles, [](const Parameter& one) { return one.name == "operand"; });
  const std::vector<OfferedFormat> formats = article_formats(true);
  std::vector<std::string> types;
  for (const OfferedFormat& one : formats) {
    if (std::find(types.begin(), types.end(), one.media_type) == types.end()) types.emplace_back(one.media_type);
  }
  Routes routes;
  routes.push_back(checked({.method = "GET",
                            .path = "/api/v1/store/{question}",
                            .access = Access::read,
                            .answer = [&desk](const Request& request) { return ask_by_name(desk, request); },
                            .what = "a question to the store",
                            .operation = Operation{.id = "ask",
                                                   .tag = "Store",
                                                   .summary = "Ask the store",
                                                   .what = "Also with .json, .csv, .html or .txt behind the question.",
                                                   .query = query,
                                                   .answers = table_answers()}}));
  routes.push_back(checked({.method = "GET",
                            .path = "/api/v1/articles",
                            .access = Access::read,
                            .answer =
                                [&desk](const Request& request) {
                                  return answer_question(desk, asked_answer_format(request, ""),
                                                         asked_question(QuestionKind::articles, request));
                                },
                            .what = "the articles of the store",
                            .operation = Operation{.id = "listArticles",
                                                   .tag = "Store",
                                                   .summary = "The articles of the store, the lowest score first",
                                                   .query = of_articles,
                                                   .answers = table_answers()}}));
  routes.push_back(checked(
      {.method = "GET",
       .path = "/api/v1/articles/{id...}",
       .access = Access::read,
       .answer = [&desk, formats](const Request& request) { return stored_article(desk, formats, request); },
       .what = "a scorecard of the store",
       .operation = Operation{
           .id = "getArticle",
           .tag = "Store",
           .summary = "The scorecard of a stored article",
           .what = "Also with the ending of a format behind the id.",
           .query = {format_parameter(formats)},
           .answers = {{200, "The scorecard.", std::move(types), ""},
                       {404, "There is none.", {"application/problem+json"}, "Problem"},
                       {406, "None of the formats that Accept names.", {"application/problem+json"}, "Problem"}}}}));
  return routes;
}

}  // namespace hearsay
