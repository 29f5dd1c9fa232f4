// What the desk knows: rules, policies, languages, formats. Paths of files are left out: they are nobody's business.
#include <algorithm>
#include <filesystem>
#include <utility>

#include "report/formats.h"
#include "rules/expand.h"
#include "score/load_policy.h"
#include "server/api.h"
#include "server/article_formats.h"
#include "server/asked_settings.h"
#include "server/json_answer.h"
#include "store/question.h"

namespace hearsay {
namespace {

OrderedJson rule_json(const Rule& rule) {
  OrderedJson json = {{"id", rule.id},
                      {"name", rule.name},
                      {"type", rule_type_name(rule.type)},
                      {"family", rule.family},
                      {"pack", rule.pack},
                      {"confidence", rule.precision < 0 ? rule.confidence : rule.precision}};
  if (rule.precision >= 0) json["measured_on"] = rule.support;
  if (!rule.kind.empty()) json["kind"] = rule.kind;
  return json;
}

OrderedJson whole_rule_json(const Rule& rule) {
  OrderedJson json = rule_json(rule);
  json["file"] = std::filesystem::path(rule.place.file).filename().string();
  json["line"] = rule.place.line;
  OrderedJson& reads = json["reads"] = OrderedJson::array();
  for (const Pattern& pattern : rule.patterns) {
    for (const std::string& line : expand_pattern(pattern)) reads.push_back(line);
  }
  OrderedJson& examples = json["examples"] = OrderedJson::array();
  for (const Example& example : rule.examples) {
    std::string words;
    OrderedJson parts = OrderedJson::array();
    for (const ExamplePiece& piece : example.pieces) {
      words += piece.text;
      if (piece.tagged) parts.push_back({{"slot", slot_name(piece.slot)}, {"text", piece.text}});
    }
    OrderedJson row = {{"matches", example.pass}, {"text", words}, {"parts", std::move(parts)}};
    if (!example.why.empty()) row["why"] = example.why;
    examples.push_back(std::move(row));
  }
  return json;
}

/// Calls `body` with the rules of the pack that is asked for.
template <class Body>
Response with_rules(Desk& desk, const Request& request, const Body& body) {
  if (request.asked("language").empty()) return body(desk.session().engine->pack.program.rules);
  SettingsChoice choice = desk.settings();
  choice.language = std::string(request.asked("language"));
  Diagnostics opened;
  const Session session = desk.open(choice, opened);
  return body(session.engine->pack.program.rules);
}

Response list_rules(Desk& desk, const Request& request) {
  return with_rules(desk, request, [](const std::vector<Rule>& rules) {
    OrderedJson list = OrderedJson::array();
    for (const Rule& rule : rules) list.push_back(rule_json(rule));
    return json_answer(list);
  });
}

Response get_rule(Desk& desk, const Request& request) {
  const std::string_view id = request.part("id");
  return with_rules(desk, request, [&](const std::vector<Rule>& rules) {
    const auto at = std::find_if(rules.begin(), rules.end(), [&](const Rule& one) { return one.id == id; });
    if (at != rules.end()) return json_answer(whole_rule_json(*at));
    return problem(404, "No such rule", "there is no rule '" + std::string(id) + "'",
                   "GET /api/v1/rules lists them; of another pack: ?language=");
  });
}

Response list_all_policies(Desk& desk) {
  const auto& root = desk.session().settings.rules_root;
  OrderedJson list = OrderedJson::array();
  for (const std::string& id : list_policies(root)) {
    Diagnostics ignored;
    const Policy policy = load_policy(root, id, ignored);
    list.push_back({{"id", policy.id}, {"name", policy.name}, {"note", policy.note}, {"checks", policy.checks.size()}});
  }
  return json_answer(list);
}

OrderedJson check_json(const Check& check) {
  OrderedJson json = {{"id", check.id},
                      {"title", check.title},
                      {"severity", severity_name(check.severity)},
                      {"kind", finding_kind_name(check.kind)},
                      {"means", check.means},
                      {"why", check.why}};
  if (!check.page.empty()) json["page"] = check.page;
  if (!check.example.empty()) json["example"] = check.example;
  OrderedJson& reasons = json["reasons"] = OrderedJson::array();
  for (const Reason& reason : check.reasons) {
    if (reason.on) reasons.push_back({{"id", reason.id}, {"title", reason.title}, {"why", reason.why}});
  }
  return json;
}

Response get_policy(Desk& desk, const Request& request) {
  const auto& root = desk.session().settings.rules_root;
  const std::string id(request.part("id"));
  const std::vector<std::string> all = list_policies(root);
  // Only ids of the list reach the loader, which takes paths, too.
  if (std::find(all.begin(), all.end(), id) == all.end())
    return problem(404, "No such policy", "there is no policy '" + id + "'", "GET /api/v1/policies lists them");
  Diagnostics ignored;
  const Policy policy = load_policy(root, id, ignored);
  OrderedJson json = {{"id", policy.id}, {"name", policy.name}, {"note", policy.note}};
  OrderedJson& checks = json["checks"] = OrderedJson::array();
  for (const Check& check : policy.checks) checks.push_back(check_json(check));
  OrderedJson& measures = json["measures"] = OrderedJson::array();
  for (const MeasureSetting& one : policy.measures)
    measures.push_back({{"id", one.name}, {"label", one.label}, {"weight", one.weight}});
  OrderedJson& grades = json["grades"] = OrderedJson::array();
  for (const Grade& grade : policy.grades) grades.push_back({{"letter", grade.letter}, {"from", grade.from}});
  OrderedJson& questions = json["questions"] = OrderedJson::array();
  for (const DeskQuestion& question : policy.questions) questions.push_back(question.text);
  return json_answer(json);
}

Response list_languages(const Desk& desk) {
  const std::vector<std::string> packs = pack_codes(desk);
  OrderedJson list = OrderedJson::array();
  for (const WrittenLanguage& one : desk.session().engine->languages.all) {
    const bool read = std::find(packs.begin(), packs.end(), one.code) != packs.end();
    list.push_back({{"code", one.code}, {"name", one.name}, {"audited", read}});
  }
  return json_answer(list);
}

Response list_all_formats() {
  const std::vector<OfferedFormat> stored = article_formats(true);
  OrderedJson articles = OrderedJson::array();
  for (const OfferedFormat& one : article_formats()) {
    const bool kept = std::any_of(stored.begin(), stored.end(), [&](const auto& other) { return other.id == one.id; });
    articles.push_back({{"id", one.id},
                        {"media_type", one.media_type},
                        {"extension", one.extension},
                        {"what", one.what},
                        {"of_stored", kept}});
  }
  OrderedJson answers = OrderedJson::array();
  for (const AnswerFormat& one : answer_formats())
    answers.push_back(
        {{"id", one.id}, {"media_type", one.media_type}, {"extension", one.extension}, {"what", one.what}});
  return json_answer({{"articles", std::move(articles)}, {"answers", std::move(answers)}});
}

Response list_questions() {
  OrderedJson list = OrderedJson::array();
  for (const QuestionName& one : question_names())
    list.push_back({{"id", one.id}, {"label", one.label}, {"operand", one.operand}, {"answers", one.answers}});
  return json_answer(list);
}

Operation knowledge(std::string id, std::string summary, std::string schema, std::vector<Parameter> query = {}) {
  Operation operation{
      .id = std::move(id), .tag = "Knowledge", .summary = std::move(summary), .query = std::move(query)};
  const bool one = schema == "Object";
  operation.answers.push_back({200, "What there is.", {"application/json"}, std::move(schema)});
  if (one) operation.answers.push_back({404, "There is none.", {"application/problem+json"}, "Problem"});
  return operation;
}

}  // namespace

Routes knowledge_routes(Desk& desk) {
  Routes routes;
  const auto get = [&](std::string_view path, Operation operation, std::function<Response(const Request&)> answer) {
    routes.push_back(checked({.method = "GET",
                              .path = path,
                              .access = Access::read,
                              .answer = std::move(answer),
                              .what = "what there is",
                              .operation = std::move(operation)}));
  };
  const std::vector<Parameter> of_pack = {
      {.name = "language", .what = "Of this pack; else of the desk's own.", .choices = pack_codes(desk)}};
  get("/api/v1/rules", knowledge("listRules", "All rules", "List", of_pack),
      [&desk](const Request& request) { return list_rules(desk, request); });
  get("/api/v1/rules/{id}", knowledge("getRule", "A rule: what it reads, its examples", "Object", of_pack),
      [&desk](const Request& request) { return get_rule(desk, request); });
  get("/api/v1/policies", knowledge("listPolicies", "All policies that ship", "List"),
      [&desk](const Request&) { return list_all_policies(desk); });
  get("/api/v1/policies/{id}", knowledge("getPolicy", "A policy: its checks, measures and grades", "Object"),
      [&desk](const Request& request) { return get_policy(desk, request); });
  get("/api/v1/languages", knowledge("listLanguages", "Languages that are told, and which of them are audited", "List"),
      [&desk](const Request&) { return list_languages(desk); });
  get("/api/v1/formats", knowledge("listFormats", "Formats of answers", "Object"),
      [](const Request&) { return list_all_formats(); });
  get("/api/v1/questions", knowledge("listQuestions", "What can be asked of the store", "List"),
      [](const Request&) { return list_questions(); });
  return routes;
}

}  // namespace hearsay
