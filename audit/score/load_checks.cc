// load_checks: one class reads a check and the tree of its condition; every fact is looked up once, here.
#include "score/load_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hearsay {
namespace {

constexpr std::size_t kMaxConditionDepth = 16;

/// Whether a check of one subject can see facts of another (judge.cc, rows).
bool sees(Subject check, Subject fact) {
  if (fact == check || fact == Subject::article) return true;
  if (check == Subject::attribution) return fact == Subject::source || fact == Subject::claim;
  return check == Subject::claim && (fact == Subject::attribution || fact == Subject::source);
}

class CheckLoader {
 public:
  CheckLoader(const PolicyFile& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}
  std::vector<Check> run() {
    for (const pugi::xml_node node : file_.xml.document_element().children("check")) read_check(node);
    return std::move(checks_);
  }

 private:
  void read_check(pugi::xml_node node);
  void read_reason(pugi::xml_node node, Check& check);
  std::optional<Condition> read_condition(pugi::xml_node node, const Check& check, std::size_t depth);
  std::optional<Condition> read_is(pugi::xml_node node, Condition condition);
  bool check_message(pugi::xml_node node, Subject subject, std::string_view message);
  void complain(pugi::xml_node node, std::string message, std::string remedy) {
    hearsay::complain(file_, node, std::move(message), std::move(remedy), diagnostics_);
  }
  [[nodiscard]] bool has(std::string_view id) const {
    return std::any_of(checks_.begin(), checks_.end(), [&](const Check& check) { return check.id == id; });
  }

  const PolicyFile& file_;
  Diagnostics& diagnostics_;
  std::vector<Check> checks_;
};

bool CheckLoader::check_message(pugi::xml_node node, Subject subject, std::string_view message) {
  for (std::size_t open = message.find('{'); open != std::string_view::npos; open = message.find('{', open + 1)) {
    const std::size_t close = message.find('}', open);
    const std::string_view name =
        close == std::string_view::npos ? message.substr(open) : message.substr(open, close - open + 1);
    if (name == "{source}" || name == "{cue}" || name == "{content}" || name == "{count}" || name == "{reasons}")
      continue;
    if (subject == Subject::contradiction && (name == "{here}" || name == "{there}" || name == "{says}")) continue;
    if (subject == Subject::accusation && name == "{accused}") continue;
    complain(
        node, fmt::format("unknown placeholder {}", name),
        "there are {source}, {cue}, {content}, {count} and {reasons}, of contradictions {here}, {there} and {says}, of "
        "accusations {accused}");
    return false;
  }
  return true;
}

std::optional<Condition> CheckLoader::read_is(pugi::xml_node node, Condition condition) {
  const std::string_view value = node.attribute("value").as_string();
  switch (fact_info(condition.fact).type) {
    case FactType::flag:
      if (value == "true" || value == "false") {
        condition.value = value == "true" ? 1 : 0;
        return condition;
      }
      complain(node, fmt::format("“{}” is neither true nor false", value), "this fact is a flag");
      return std::nullopt;
    case FactType::word: {
      const auto words = fact_words(condition.fact);
      const auto word = std::find(words.begin(), words.end(), value);
      if (word != words.end() && !value.empty()) {
        condition.value = static_cast<double>(word - words.begin());
        return condition;
      }
      complain(node, fmt::format("{} is never “{}”", fact_info(condition.fact).name, value),
               fmt::format("it is one of {}", fmt::join(words, ", ")));
      return std::nullopt;
    }
    default:
      break;
  }
  const std::optional<double> exact = number_in(value);
  if (!exact) {
    complain(node, fmt::format("“{}” is no number", value), "this fact is a number");
    return std::nullopt;
  }
  condition.value = *exact;
  return condition;
}

std::optional<Condition> CheckLoader::read_condition(pugi::xml_node node, const Check& check, std::size_t depth) {
  const std::string_view name = node.name();
  Condition condition;
  if (depth > kMaxConditionDepth) {
    complain(node, "the condition is nested too deep", "say it flatter");
    return std::nullopt;
  }
  if (name == "all" || name == "any" || name == "not") {
    condition.kind = name == "all" ? ConditionKind::all : name == "any" ? ConditionKind::any : ConditionKind::negation;
    for (const pugi::xml_node child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      std::optional<Condition> part = read_condition(child, check, depth + 1);
      if (!part) return std::nullopt;
      condition.children.push_back(std::move(*part));
    }
    if (condition.children.empty()) {
      complain(node, fmt::format("<{}> holds no condition", name), "put one into it");
      return std::nullopt;
    }
    return condition;
  }
  if (name != "is" && name != "at-least" && name != "at-most") {
    complain(node, fmt::format("unknown condition <{}>", name), "there are all, any, not, is, at-least and at-most");
    return std::nullopt;
  }
  const std::string_view asked = node.attribute("fact").as_string();
  const std::optional<Fact> fact = fact_named(asked);
  if (!fact) {
    complain(node, fmt::format("unknown fact “{}”", asked), "policies/README.md lists the facts");
    return std::nullopt;
  }
  if (!sees(check.subject, fact_info(*fact).subject)) {
    complain(node, fmt::format("a check of the {} cannot ask for {}", subject_name(check.subject), asked),
             "ask for a fact of its subject, of the source or of the article");
    return std::nullopt;
  }
  condition.fact = *fact;
  if (name == "is") {
    condition.kind = ConditionKind::is;
    return read_is(node, std::move(condition));
  }
  condition.kind = name == "at-least" ? ConditionKind::at_least : ConditionKind::at_most;
  if (fact_info(*fact).type == FactType::word) {
    complain(node, fmt::format("{} is a word and cannot be compared", asked), "use <is>");
    return std::nullopt;
  }
  if (const pugi::xml_attribute threshold = node.attribute("threshold")) {
    condition.threshold = threshold.as_string();
    const bool there = std::any_of(check.thresholds.begin(), check.thresholds.end(),
                                   [&](const auto& one) { return one.first == condition.threshold; });
    if (there) return condition;
    complain(node, fmt::format("check {} has no threshold “{}”", check.id, condition.threshold),
             "give it a <threshold>");
    return std::nullopt;
  }
  const std::optional<double> bound = number_in(node.attribute("value").as_string());
  if (!bound) {
    complain(node, fmt::format("the bound of {} is no number", asked), "give value=\"3\" or threshold=\"id\"");
    return std::nullopt;
  }
  condition.value = *bound;
  return condition;
}

void CheckLoader::read_reason(pugi::xml_node node, Check& check) {
  Reason reason;
  reason.id = node.attribute("id").as_string();
  reason.was = node.attribute("was").as_string();
  reason.title = node.attribute("title").as_string();
  reason.says = squeezed(node.child_value("says"));
  const bool twice = std::any_of(check.reasons.begin(), check.reasons.end(),
                                 [&](const Reason& other) { return other.id == reason.id; });
  if (reason.id.empty() || twice || reason.says.empty()) {
    complain(node, fmt::format("a reason of {} lacks an id of its own or what it says", check.id),
             "give it an id and <says>");
    return;
  }
  reason.on = std::string_view(node.attribute("severity").as_string()) != "off";
  if (const pugi::xml_attribute kind = node.attribute("kind")) {
    reason.kind = finding_kind_named(kind.as_string());
    if (!reason.kind) {
      complain(node, fmt::format("unknown kind “{}” of reason {}", kind.as_string(), reason.id),
               "policies/README.md lists the kinds");
      return;
    }
  }
  const pugi::xml_node when = node.child("when");
  const pugi::xml_node first = when.find_child([](pugi::xml_node child) { return child.type() == pugi::node_element; });
  if (!first) {
    complain(node, fmt::format("reason {} does not say when", reason.id), "give it a <when> with one condition");
    return;
  }
  std::optional<Condition> condition = read_condition(first, check, 0);
  if (!condition) return;
  reason.when = std::move(*condition);
  check.reasons.push_back(std::move(reason));
}

void CheckLoader::read_check(pugi::xml_node node) {
  Check check;
  check.id = node.attribute("id").as_string();
  if (check.id.empty() || has(check.id)) {
    complain(node, check.id.empty() ? "a check without an id" : fmt::format("check {} is there twice", check.id),
             "every check has its own id");
    return;
  }
  const std::string_view applies = node.attribute("applies").as_string();
  const std::optional<Subject> subject = subject_named(applies);
  if (!subject) {
    complain(node, fmt::format("unknown subject “{}” of check {}", applies, check.id),
             "a check applies to an attribution, source, claim, quotation, contradiction or article");
    return;
  }
  check.subject = *subject;
  const std::optional<Severity> severity =
      read_severity(file_, node, node.attribute("severity").as_string("warning"), diagnostics_);
  if (!severity) return;
  check.severity = *severity;
  const std::string_view kind = node.attribute("kind").as_string("other");
  const std::optional<FindingKind> known = finding_kind_named(kind);
  if (!known) {
    complain(node, fmt::format("unknown kind “{}” of check {}", kind, check.id), "policies/README.md lists the kinds");
    return;
  }
  check.kind = *known;
  check.was = node.attribute("was").as_string();
  check.limit = node.attribute("limit").as_uint(check.limit);
  check.title = squeezed(node.child_value("title"));
  check.means = squeezed(node.child_value("means"));
  check.why = squeezed(node.child_value("why"));
  check.example = squeezed(node.child_value("example"));
  check.message = squeezed(node.child_value("message"));
  if (!check_message(node.child("message"), check.subject, check.message)) return;
  for (const pugi::xml_node threshold : node.children("threshold"))
    read_threshold(file_, threshold, check, Thresholds::any, diagnostics_);
  for (const pugi::xml_node reason : node.children("reason")) {
    for (const pugi::xml_node threshold : reason.children("threshold"))
      read_threshold(file_, threshold, check, Thresholds::any, diagnostics_);
  }
  for (const pugi::xml_node reason : node.children("reason")) read_reason(reason, check);
  const pugi::xml_node when = node.child("when");
  const pugi::xml_node first = when.find_child([](pugi::xml_node child) { return child.type() == pugi::node_element; });
  if (!first) {
    complain(node, fmt::format("check {} does not say when", check.id), "give it a <when> with one condition");
    return;
  }
  std::optional<Condition> condition = read_condition(first, check, 0);
  if (!condition) return;
  check.when = std::move(*condition);
  checks_.push_back(std::move(check));
}

}  // namespace

std::vector<Check> load_checks(const PolicyFile& file, Diagnostics& diagnostics) {
  return CheckLoader(file, diagnostics).run();
}

}  // namespace hearsay
