// load_policy: checks.xml gives every check there is; a policy file switches them on and sets severity, thresholds,
// reasons and pages; what it extends is loaded before it.
#include "score/load_policy.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/nearest.h"
#include "score/load_checks.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxExtends = 8;

constexpr std::pair<std::string_view, MeasureId> kMeasures[kMeasureCount] = {
    {"named-voices", MeasureId::named_voices},
    {"first-hand", MeasureId::first_hand},
    {"named-persons", MeasureId::named_persons},
    {"sourced-claims", MeasureId::sourced_claims},
    {"open-questions", MeasureId::open_questions},
    {"named-share", MeasureId::named_share},
    {"attributed-claims", MeasureId::attributed_claims},
    {"specificity", MeasureId::specificity},
    {"traced-share", MeasureId::traced_share},
    {"independent-sources", MeasureId::independent_sources},
    {"documents", MeasureId::documents},
};

struct NumberSetting {
  std::string_view name;
  double Policy::*field;
  double least, most;
};
constexpr NumberSetting kNumbers[] = {
    {"enough-voices", &Policy::enough_voices, 1, 100},
    {"enough-names", &Policy::enough_names, 1, 100},
    {"enough-claims", &Policy::enough_claims, 1, 1000},
    {"enough-questions", &Policy::enough_questions, 1, 1000},
    {"certain", &Policy::certain, 0, 1},
    {"margin", &Policy::margin, 0, 100},
};

const NumberSetting* number_setting(std::string_view name) {
  const auto* const found = std::find_if(std::begin(kNumbers), std::end(kNumbers),
                                         [&](const NumberSetting& one) { return one.name == name; });
  return found == std::end(kNumbers) ? nullptr : found;
}

class Loader {
 public:
  Loader(std::filesystem::path folder, Diagnostics& diagnostics)
      : folder_(std::move(folder)), diagnostics_(diagnostics) {}

  std::optional<Policy> run(std::string_view id) {
    PolicyFile checks;
    if (open_policy_file(folder_ / "checks.xml", "checks", checks, diagnostics_))
      all_ = load_checks(checks, diagnostics_);
    Policy policy;
    if (!read_policy(id, {}, policy)) return std::nullopt;
    for (const Check& known : all_) {
      if (!known.was.empty()) policy.renamed.emplace_back(known.was, known.id);
      for (const Reason& reason : known.reasons) {
        if (!reason.was.empty()) policy.renamed.emplace_back(reason.was, known.id + '/' + reason.id);
      }
    }
    // In the order of checks.xml, whichever file switched them on.
    for (const Check& known : all_) {
      const auto on = std::find_if(on_.begin(), on_.end(), [&](const Check& check) { return check.id == known.id; });
      if (on != on_.end()) policy.checks.push_back(std::move(*on));
    }
    std::stable_sort(policy.grades.begin(), policy.grades.end(),
                     [](const Grade& a, const Grade& b) { return a.from > b.from; });
    return policy;
  }

 private:
  bool read_policy(std::string_view id, std::vector<std::string> around, Policy& policy);
  void read_setting(const PolicyFile& file, pugi::xml_node node);
  bool read_renamed(const PolicyFile& file, pugi::xml_node node);
  void read_reason(const PolicyFile& file, pugi::xml_node node, Check& check);
  void read_measure(const PolicyFile& file, pugi::xml_node node, Policy& policy);
  void read_quotations(const PolicyFile& file, pugi::xml_node node, Policy& policy);
  [[nodiscard]] const Check* find(std::string_view id) const {
    const auto at = std::find_if(all_.begin(), all_.end(), [&](const Check& check) { return check.id == id; });
    return at == all_.end() ? nullptr : &*at;
  }

  std::filesystem::path folder_;
  Diagnostics& diagnostics_;
  std::vector<Check> all_;  // every check there is
  std::vector<Check> on_;   // as the policy sets them
};

/// What a check was called before checks were about things: it is read as what it is now, and that is said.
bool Loader::read_renamed(const PolicyFile& file, pugi::xml_node node) {
  const std::string_view id = node.attribute("id").as_string();
  for (const Check& check : all_) {
    const auto reason = std::find_if(check.reasons.begin(), check.reasons.end(),
                                     [&](const Reason& one) { return !one.was.empty() && one.was == id; });
    const bool is_check = !check.was.empty() && check.was == id;
    if (!is_check && reason == check.reasons.end()) continue;
    pugi::xml_document now;
    pugi::xml_node as = now.append_copy(node);
    as.attribute("id").set_value(check.id.c_str());
    std::string told = check.id;
    if (!is_check) {
      told = fmt::format("the reason {} of {}", reason->id, check.id);
      as = now.append_child("check");
      as.append_attribute("id").set_value(check.id.c_str());
      pugi::xml_node inner = as.append_child("reason");
      inner.append_attribute("id").set_value(reason->id.c_str());
      const std::string severity = node.attribute("severity").as_string();
      if (!severity.empty()) inner.append_attribute("severity").set_value(severity.c_str());
      if (severity != "off") inner.append_attribute("always").set_value("true");
      for (const pugi::xml_node child : node.children()) {
        if (std::string_view(child.name()) == "threshold")
          as.prepend_copy(child);
        else
          inner.append_copy(child);
      }
    }
    Diagnostic note = diagnostic_at(file, node, fmt::format("“{}” is {} now", id, told), "write it so");
    note.severity = Severity::note;
    diagnostics_.push_back(std::move(note));
    read_setting(file, as);
    return true;
  }
  return false;
}

/// A <reason> of a policy's <check>.
void Loader::read_reason(const PolicyFile& file, pugi::xml_node node, Check& check) {
  const std::string_view id = node.attribute("id").as_string();
  const auto reason =
      std::find_if(check.reasons.begin(), check.reasons.end(), [&](const Reason& one) { return one.id == id; });
  if (reason == check.reasons.end()) {
    complain(file, node, fmt::format("check {} has no reason “{}”", check.id, id), "checks.xml lists those it has",
             diagnostics_);
    return;
  }
  const std::string_view severity = node.attribute("severity").as_string();
  reason->on = severity != "off";
  if (!severity.empty() && severity != "off") {
    const std::optional<Severity> read = read_severity(file, node, severity, diagnostics_);
    if (!read) return;
    reason->severity = *read;
  }
  reason->always = reason->on && node.attribute("always").as_bool(reason->always);
  if (const pugi::xml_node why = node.child("why")) {
    reason->why = squeezed(why.child_value());
    reason->page = why.attribute("page").as_string();
  }
}

void Loader::read_setting(const PolicyFile& file, pugi::xml_node node) {
  const std::string_view id = node.attribute("id").as_string();
  const Check* known = find(id);
  if (known == nullptr && read_renamed(file, node)) return;
  if (known == nullptr) {
    complain(file, node, fmt::format("unknown check “{}”", id), "checks.xml lists the checks there are", diagnostics_);
    return;
  }
  auto at = std::find_if(on_.begin(), on_.end(), [&](const Check& check) { return check.id == id; });
  const std::string_view severity = node.attribute("severity").as_string();
  if (severity == "off") {
    if (at != on_.end()) on_.erase(at);
    return;
  }
  Check check = at != on_.end() ? *at : *known;
  if (!severity.empty()) {
    const std::optional<Severity> read = read_severity(file, node, severity, diagnostics_);
    if (!read) return;
    check.severity = *read;
  }
  check.limit = node.attribute("limit").as_uint(check.limit);
  for (const pugi::xml_node threshold : node.children("threshold"))
    read_threshold(file, threshold, check, Thresholds::known, diagnostics_);
  if (const pugi::xml_node why = node.child("why")) {
    check.why = squeezed(why.child_value());
    check.page = why.attribute("page").as_string();
  }
  if (std::string_view(node.attribute("reasons").as_string()) == "own") {
    for (Reason& reason : check.reasons) reason.on = false;
  }
  for (const pugi::xml_node reason : node.children("reason")) read_reason(file, reason, check);
  if (at != on_.end())
    *at = std::move(check);
  else
    on_.push_back(std::move(check));
}

void Loader::read_measure(const PolicyFile& file, pugi::xml_node node, Policy& policy) {
  const std::string_view id = node.attribute("id").as_string();
  const auto* known =
      std::find_if(std::begin(kMeasures), std::end(kMeasures), [&](const auto& one) { return one.first == id; });
  const std::optional<double> weight = number_in(node.attribute("weight").as_string());
  if (known == std::end(kMeasures)) {
    complain(file, node, fmt::format("unknown measure “{}”", id), "policies/README.md lists the measures",
             diagnostics_);
    return;
  }
  if (!weight || *weight < 0 || *weight > 1e6) {
    complain(file, node, fmt::format("the weight of {} is no number from 0", id),
             "only the proportions of the weights count", diagnostics_);
    return;
  }
  auto at =
      std::find_if(policy.measures.begin(), policy.measures.end(), [&](const auto& one) { return one.name == id; });
  if (at == policy.measures.end())
    at = policy.measures.insert(policy.measures.end(),
                                {.id = known->second, .name = std::string(id), .label = std::string(id), .weight = 0});
  at->weight = *weight;
  if (const pugi::xml_attribute label = node.attribute("label")) at->label = label.as_string();
}

/// <quotations><class id="small-edit" severity="warning"/></quotations>
void Loader::read_quotations(const PolicyFile& file, pugi::xml_node node, Policy& policy) {
  const auto& names = quotation_class_names();
  for (const pugi::xml_node one : node.children("class")) {
    const std::string_view id = one.attribute("id").as_string();
    const auto known = std::find(names.begin(), names.end(), id);
    if (known == names.end()) {
      complain(file, one, fmt::format("unknown class of quotations “{}”", id),
               did_you_mean(id, names, [](std::string_view name) { return name; }) +
                   fmt::format("one of: {}", fmt::join(names, ", ")),
               diagnostics_);
      continue;
    }
    std::optional<Severity>& severity = policy.quotations[static_cast<std::size_t>(known - names.begin())];
    const std::string_view written = one.attribute("severity").as_string();
    if (written == "allowed") {
      severity.reset();
    } else if (const std::optional<Severity> read = read_severity(file, one, written, diagnostics_)) {
      severity = *read;
    }
  }
}

bool Loader::read_policy(std::string_view id, std::vector<std::string> around, Policy& policy) {
  const bool is_path = id.ends_with(".xml") || id.find('/') != std::string_view::npos;
  const std::filesystem::path path = is_path ? std::filesystem::path(id) : folder_ / (std::string(id) + ".xml");
  PolicyFile file;
  if (!open_policy_file(path, "policy", file, diagnostics_)) return false;
  const pugi::xml_node root = file.xml.document_element();
  around.push_back(path.string());
  if (const pugi::xml_attribute base = root.attribute("extends")) {
    // A newsroom's own file names another one of its own relative to itself.
    std::string next = base.as_string();
    if (next.ends_with(".xml")) next = (path.parent_path() / next).string();
    const std::string next_path = next.ends_with(".xml") ? next : (folder_ / (next + ".xml")).string();
    if (around.size() > kMaxExtends || std::find(around.begin(), around.end(), next_path) != around.end()) {
      complain(file, root, fmt::format("the policy extends “{}”, which leads back to it", base.as_string()),
               "break the circle", diagnostics_);
    } else {
      read_policy(next, around, policy);
    }
  }
  if (std::string_view(root.attribute("checks").as_string()) == "own") on_.clear();
  policy.id = root.attribute("id").as_string();
  policy.name = root.attribute("name").as_string(policy.id.c_str());
  if (const pugi::xml_node note = root.child("note")) policy.note = squeezed(note.child_value());
  if (root.child("grade")) policy.grades.clear();
  if (root.child("question")) policy.questions.clear();
  for (const pugi::xml_node node : root.children()) {
    const std::string_view name = node.name();
    if (node.type() != pugi::node_element || name == "note") continue;
    if (name == "check") {
      read_setting(file, node);
    } else if (name == "measure") {
      read_measure(file, node, policy);
    } else if (name == "quotations") {
      read_quotations(file, node, policy);
    } else if (name == "question") {
      DeskQuestion question{.text = squeezed(node.child_value()), .fact = std::nullopt};
      if (const pugi::xml_attribute fact = node.attribute("fact")) {
        question.fact = fact_named(fact.as_string());
        if (!question.fact || fact_info(*question.fact).subject != Subject::article) {
          complain(file, node, fmt::format("unknown fact “{}” of the article", fact.as_string()),
                   "policies/README.md lists the facts", diagnostics_);
          continue;
        }
      }
      policy.questions.push_back(std::move(question));
    } else if (name == "grade") {
      const std::optional<double> from = number_in(node.attribute("from").as_string());
      if (from)
        policy.grades.push_back({node.attribute("letter").as_string(), *from});
      else
        complain(file, node, "a grade begins at a number", "give from=\"70\"", diagnostics_);
    } else if (const NumberSetting* setting = number_setting(name)) {
      const std::optional<double> value = number_in(node.attribute("value").as_string());
      if (value && *value >= setting->least && *value <= setting->most)
        policy.*(setting->field) = *value;
      else
        complain(file, node, fmt::format("{} is a number from {} to {}", name, setting->least, setting->most),
                 "see policy.xsd", diagnostics_);
    } else {
      complain(file, node, fmt::format("unknown element <{}>", name), "see policy.xsd", diagnostics_);
    }
  }
  return true;
}

/// What was the matter, with the policies that there are.
Fatal no_policy(const std::filesystem::path& root, std::string_view id, const Diagnostics& diagnostics) {
  Diagnostic why{.message = fmt::format("there is no policy “{}”", id)};
  if (!diagnostics.empty()) {
    const Diagnostic& last = diagnostics.back();
    std::error_code error;
    if (std::filesystem::exists(last.file, error)) why = last;
    why.file = last.file;
  }
  why.severity = Severity::error;
  const std::vector<std::string> known = list_policies(root);
  why.remedy = known.empty()
                   ? fmt::format("{} holds no policy: mend --rules", (root / "policies").string())
                   : did_you_mean(id, known, [](const std::string& name) { return std::string_view(name); }) +
                         fmt::format("one of: {}; or the path of your own, which ends in .xml", fmt::join(known, ", "));
  return Fatal(std::move(why));
}

}  // namespace

Policy load_policy(const std::filesystem::path& root, std::string_view id, Diagnostics& diagnostics) {
  std::optional<Policy> policy = Loader(root / "policies", diagnostics).run(id);
  if (!policy) throw no_policy(root, id, diagnostics);
  return std::move(*policy);
}

std::vector<std::string> list_policies(const std::filesystem::path& root) {
  std::vector<std::string> ids;
  std::error_code error;
  for (std::filesystem::directory_iterator at(root / "policies", error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() == ".xml" && at->path().stem() != "checks") ids.push_back(at->path().stem().string());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace hearsay
