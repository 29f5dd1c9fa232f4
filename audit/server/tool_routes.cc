// The rows of LanguageTool's interface: each under the three addresses that its clients make of the one they are given.
#include <array>
#include <string>
#include <utility>

#include "score/policy.h"
#include "server/api.h"
#include "server/asked_settings.h"
#include "server/language_tool.h"
#include "server/media.h"
#include "server/target.h"

namespace hearsay {
namespace {

constexpr std::uint64_t kMostForm = 16U << 20U;  // bytes: the longest text with every byte escaped, and markup

struct VariantName {
  std::string_view code, name;
};
// What editors call them; a pack reads all variants of its language alike.
constexpr std::array<VariantName, 9> kVariants = {{{"en-US", "English (US)"},
                                                   {"en-GB", "English (GB)"},
                                                   {"en-AU", "English (Australian)"},
                                                   {"en-CA", "English (Canadian)"},
                                                   {"en-NZ", "English (New Zealand)"},
                                                   {"en-ZA", "English (South African)"},
                                                   {"de-DE", "German (Germany)"},
                                                   {"de-AT", "German (Austria)"},
                                                   {"de-CH", "German (Swiss)"}}};

Response check_answer(Desk& desk, const Request& request) {
  const std::string type = media_type_of(request.header("Content-Type")).essence;
  if (type.starts_with("multipart/") || type == "application/json")
    return tool_error(400, "send the fields as application/x-www-form-urlencoded");
  std::optional<Fields> fields = decode_form(request.body);
  if (!fields) return tool_error(400, "the form is broken: send application/x-www-form-urlencoded");
  fields->insert(fields->end(), request.query.begin(), request.query.end());
  const auto order = read_check_order(*fields, desk);
  if (const auto* error = std::get_if<Response>(&order)) return *error;
  return json_answer(check_text(desk, std::get<CheckOrder>(order)));
}

Response config_info(const Desk& desk) {
  OrderedJson rules = OrderedJson::array();
  for (const Check& check : desk.session().engine->policy.checks) {
    const std::string_view kind = finding_kind_name(check.kind);
    rules.push_back({{"ruleId", check.id},
                     {"description", check.title},
                     {"categoryId", category_id(kind)},
                     {"categoryName", category_name(kind)},
                     {"locQualityIssueType", issue_type(severity_name(check.severity))}});
  }
  return json_answer({{"software", software_json()},
                      {"parameter", {{"maxTextLength", kMostCheckedText}}},
                      {"rules", std::move(rules)}});
}

using ToolHandler = std::function<Response(const Request&)>;

Parameter field(std::string name, std::string what, std::vector<std::string> choices = {}) {
  return {.name = std::move(name), .what = std::move(what), .choices = std::move(choices)};
}

std::vector<Parameter> check_fields() {
  std::vector<Parameter> fields = {
      field("text", "The text; either this or data."),
      field("data", R"(The text with its markup: {"annotation": [{"text": …}, {"markup": …, "interpretAs": …}]}.)"),
      field("language", "A code as en-GB, or auto."),
      field("preferredVariants", "Which variant to answer for auto: en-GB,de-AT."),
      field("enabledRules", "Ids of checks, with commas between."),
      field("disabledRules", "Ids of checks, with commas between."),
      field("enabledCategories", "Ids of categories."),
      field("disabledCategories", "Ids of categories."),
      {.name = "enabledOnly", .what = "Nothing but what is enabled.", .kind = ParameterKind::truth},
      field("level", "picky: findings that are not sure, too.", {"default", "picky"})};
  fields[2].required = true;
  return fields;
}

Operation tool_operation(std::string id, std::string summary, std::vector<std::string> types, std::string schema = {}) {
  return {.id = std::move(id),
          .tag = "LanguageTool",
          .summary = std::move(summary),
          .answers = {{200, "As LanguageTool's clients read it.", std::move(types), std::move(schema)}}};
}

/// Paths are views: they stand here, whole.
constexpr std::array<std::array<std::string_view, 3>, 9> kToolPaths = {
    {{"/v2/check", "/check", "/v2/v2/check"},
     {"/v2/languages", "/languages", "/v2/v2/languages"},
     {"/v2/maxtextlength", "/maxtextlength", "/v2/v2/maxtextlength"},
     {"/v2/info", "/info", "/v2/v2/info"},
     {"/v2/configinfo", "/configinfo", "/v2/v2/configinfo"},
     {"/v2/words", "/words", "/v2/v2/words"},
     {"/v2/words/add", "/words/add", "/v2/v2/words/add"},
     {"/v2/words/delete", "/words/delete", "/v2/v2/words/delete"},
     {"/v2/healthcheck", "/healthcheck", "/v2/v2/healthcheck"}}};

void add_tool_routes(Routes& routes, std::string_view method, std::string_view path, const Operation& operation,
                     const ToolHandler& handler) {
  const ToolHandler answer = [handler](const Request& request) {
    try {
      return handler(request);
    } catch (const Fatal& fatal) {
      return tool_error(500, fatal.diagnostic().message);
    }
  };
  for (const auto& forms : kToolPaths) {
    if (forms.front() != path) continue;
    for (const std::string_view form : forms) {
      Route route{.method = method,
                  .path = form,
                  .access = Access::open,
                  .answer = answer,
                  .what = "LanguageTool's interface",
                  .cross_origin = true,
                  .quick = path != kToolPaths.front().front(),
                  .most_body = kMostForm};
      if (form == path) route.operation = operation;
      routes.push_back(std::move(route));
    }
  }
}

}  // namespace

OrderedJson software_json() {
  return {{"name", "hearsay"}, {"version", HEARSAY_VERSION}, {"buildDate", ""}, {"apiVersion", 1},
          {"premium", false},  {"premiumHint", ""},          {"status", ""}};
}

OrderedJson tool_languages(const Desk& desk) {
  OrderedJson list = OrderedJson::array();
  for (const std::string& code : pack_codes(desk)) {
    OrderedJson plain = tool_language(desk, code);
    list.push_back({{"name", plain["name"]}, {"code", code}, {"longCode", code}});
    for (const VariantName& variant : kVariants) {
      if (variant.code.starts_with(code + "-"))
        list.push_back({{"name", variant.name}, {"code", code}, {"longCode", variant.code}});
    }
  }
  return list;
}

OrderedJson tool_language(const Desk& desk, std::string_view code) {
  for (const VariantName& variant : kVariants) {
    if (variant.code == code) return {{"name", variant.name}, {"code", code}};
  }
  const std::string_view plain = code.substr(0, code.find_first_of("-_"));
  for (const WrittenLanguage& one : desk.session().engine->languages.all) {
    if (one.code == plain) return {{"name", one.name}, {"code", code}};
  }
  return {{"name", code}, {"code", code}};
}

std::string category_id(std::string_view kind) {
  std::string id(kind.empty() ? std::string_view("other") : kind);
  for (char& c : id) c = c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return id;
}

std::string category_name(std::string_view kind) {
  std::string name(kind.empty() ? std::string_view("other") : kind);
  for (char& c : name) c = c == '-' ? ' ' : c;
  if (name.front() >= 'a' && name.front() <= 'z') name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

std::string_view issue_type(std::string_view severity) {
  return severity == "error" ? "non-conformance" : "style";
}

Routes language_tool_routes(Desk& desk) {
  Routes routes;
  const auto add = [&](std::string_view method, std::string_view path, const Operation& operation,
                       const ToolHandler& handler) { add_tool_routes(routes, method, path, operation, handler); };
  Operation check = tool_operation("check", "Check a text", {"application/json"}, "Check");
  check.what = "Offsets count UTF-16 units. Findings are matches; there are never replacements.";
  check.answers.push_back({400, "Error: and why.", {"text/plain"}, ""});
  check.answers.push_back({413, "The text is too long.", {"text/plain"}, ""});
  Operation check_by_get = check;
  check_by_get.id = "checkByGet";
  check_by_get.query = check_fields();
  check.body = RequestBody{.what = "The text and how to check it.",
                           .types = {"application/x-www-form-urlencoded"},
                           .fields = check_fields()};
  const ToolHandler check_it = [&desk](const Request& request) { return check_answer(desk, request); };
  add("POST", "/v2/check", check, check_it);
  add("GET", "/v2/check", check_by_get, check_it);
  add("GET", "/v2/languages", tool_operation("toolLanguages", "Languages", {"application/json"}, "List"),
      [&desk](const Request&) { return json_answer(tool_languages(desk)); });
  add("GET", "/v2/maxtextlength", tool_operation("maxTextLength", "The longest text", {"text/plain"}),
      [](const Request&) {
        return Response{.status = 200,
                        .type = "text/plain; charset=utf-8",
                        .body = std::to_string(kMostCheckedText),
                        .headers = {},
                        .write = {}};
      });
  add("GET", "/v2/info", tool_operation("toolInfo", "The software", {"application/json"}, "Object"),
      [](const Request&) {
        return json_answer({{"software", software_json()}});
      });
  add("GET", "/v2/configinfo", tool_operation("configInfo", "The checks", {"application/json"}, "Object"),
      [&desk](const Request&) { return config_info(desk); });
  add("GET", "/v2/words", tool_operation("words", "A dictionary, which is empty", {"application/json"}, "Object"),
      [](const Request&) {
        return json_answer({{"words", OrderedJson::array()}});
      });
  add("POST", "/v2/words/add", tool_operation("addWord", "Adds nothing", {"application/json"}, "Object"),
      [](const Request&) {
        return json_answer({{"added", false}});
      });
  add("POST", "/v2/words/delete", tool_operation("deleteWord", "Deletes nothing", {"application/json"}, "Object"),
      [](const Request&) {
        return json_answer({{"deleted", false}});
      });
  add("GET", "/v2/healthcheck", tool_operation("toolHealth", "Whether it serves", {"text/plain"}), [](const Request&) {
    return Response{.status = 200, .type = "text/plain; charset=utf-8", .body = "OK", .headers = {}, .write = {}};
  });
  return routes;
}

}  // namespace hearsay
