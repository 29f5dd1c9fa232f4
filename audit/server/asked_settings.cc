#include "server/asked_settings.h"

#include "rules/whole_pack.h"
#include "score/load_policy.h"
#include "server/api.h"

namespace hearsay {
namespace {

constexpr std::string_view kAnyLanguage = "auto";
constexpr std::size_t kLongestOutlet = 200;  // bytes

}  // namespace

std::vector<std::string> pack_codes(const Desk& desk) {
  std::vector<std::string> codes;
  for (const WrittenLanguage& one : desk.session().engine->languages.all) {
    if (has_pack(desk.session().settings.rules_root, one.code)) codes.push_back(one.code);
  }
  return codes;
}

std::vector<Parameter> settings_parameters(const Desk& desk) {
  std::vector<std::string> languages = pack_codes(desk);
  languages.emplace_back(kAnyLanguage);
  return {{.name = "policy",
           .what = "The policy that judges; /api/v1/policies lists them.",
           .choices = list_policies(desk.session().settings.rules_root)},
          {.name = "outlet", .what = "Who prints it, where the article does not say so itself."},
          {.name = "language",
           .what = "The pack that reads it, whatever it is in; auto: told by the text.",
           .choices = languages},
          {.name = "min_confidence",
           .what = "Attributions that are less sure are left out.",
           .kind = ParameterKind::number,
           .least = 0,
           .most = 1},
          {.name = "min_certainty",
           .what = "Findings whose readings are less sure are shown apart and cost nothing.",
           .kind = ParameterKind::number,
           .least = 0,
           .most = 1},
          {.name = "evidence", .what = "Weigh readings by the evidence.", .kind = ParameterKind::truth},
          {.name = "changes", .what = "What becomes of tracked changes of a draft.", .choices = {"accept", "reject"}}};
}

std::optional<SettingsChoice> asked_settings(const Request& request, const Desk& desk) {
  SettingsChoice choice = desk.settings();
  bool other = false;
  const auto take = [&](std::string_view name, auto& into, const auto& read) {
    const std::string_view value = request.asked(name);
    if (value.empty()) return;
    into = read(value);
    other = true;
  };
  const auto words = [](std::string_view value) { return std::string(value.substr(0, kLongestOutlet)); };
  take("policy", choice.policy, words);
  take("outlet", choice.outlet, words);
  if (request.asked("language") != kAnyLanguage) take("language", choice.language, words);
  take("min_confidence", choice.min_confidence,
       [&](std::string_view) { return number_asked(request, "min_confidence", 0); });
  take("min_certainty", choice.min_certainty,
       [&](std::string_view) { return number_asked(request, "min_certainty", 0); });
  take("evidence", choice.evidence, is_true);
  take("changes", choice.changes,
       [](std::string_view value) { return value == "reject" ? Changes::reject : Changes::accept; });
  return other ? std::optional(std::move(choice)) : std::nullopt;
}

}  // namespace hearsay
