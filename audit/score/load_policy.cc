// load_policy: checks.xml gives every check there is; a policy file switches them on and sets severity, thresholds, reasons
// and pages; what it extends is loaded before it. pugixml reads the files (no DTD, no entities of its own); its errors
// are translated here.
#include "score/load_policy.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

namespace hearsay {
namespace {

constexpr std::size_t kMaxExtends = 8;
constexpr std::size_t kMaxConditionDepth = 16;
constexpr std::size_t kMaxFileBytes = 4U << 20U;

constexpr std::pair<std::string_view, MeasureId> kMeasures[kMeasureCount] = {
    {"named-share", MeasureId::named_share},       {"attributed-claims", MeasureId::attributed_claims},
    {"specificity", MeasureId::specificity},       {"traced-share", MeasureId::traced_share},
    {"independent-sources", MeasureId::independent_sources}, {"documents", MeasureId::documents},
};

enum class Thresholds : std::uint8_t { any, known /* only those the check has */ };

/// A file with its bytes, so that a node can be said by line and column.
struct File {
  std::string path;
  std::string bytes;
  pugi::xml_document xml;

  [[nodiscard]] Diagnostic at(std::ptrdiff_t offset, std::string message, std::string remedy) const {
    Diagnostic diagnostic;
    diagnostic.file = path;
    diagnostic.message = std::move(message);
    diagnostic.remedy = std::move(remedy);
    if (offset < 0) return diagnostic;
    const std::size_t place = std::min(static_cast<std::size_t>(offset), bytes.size());
    std::size_t start = 0;
    diagnostic.line = 1;
    for (std::size_t i = 0; i < place; ++i) {
      if (bytes[i] != '\n') continue;
      ++diagnostic.line;
      start = i + 1;
    }
    diagnostic.column = 1;
    for (std::size_t i = start; i < place; ++i) {
      if ((static_cast<unsigned char>(bytes[i]) & 0xC0U) != 0x80U) ++diagnostic.column;
    }
    const std::size_t end = std::min({bytes.find('\n', start), bytes.size(), start + 400});
    diagnostic.source_line = bytes.substr(start, end - start);
    if (diagnostic.source_line.ends_with('\r')) diagnostic.source_line.pop_back();
    return diagnostic;
  }
};

std::string squeezed(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out.push_back(space ? ' ' : c);
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::optional<double> number(std::string_view written) {
  double value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (error != std::errc() || end != written.data() + written.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

class Loader {
 public:
  Loader(std::filesystem::path folder, Diagnostics& diagnostics) : folder_(std::move(folder)), diagnostics_(diagnostics) {}

  Policy run(std::string_view id) {
    File checks;
    if (open(folder_ / "checks.xml", "checks", checks)) read_checks(checks);
    Policy policy;
    if (!read_policy(id, {}, policy)) return {};
    // In the order of checks.xml, whichever file switched them on.
    for (const Check& known : all_) {
      const auto on = std::find_if(on_.begin(), on_.end(), [&](const Check& check) { return check.id == known.id; });
      if (on != on_.end()) policy.checks.push_back(std::move(*on));
    }
    std::stable_sort(policy.grades.begin(), policy.grades.end(), [](const Grade& a, const Grade& b) { return a.from > b.from; });
    return policy;
  }

 private:
  bool open(const std::filesystem::path& path, std::string_view element, File& file);
  void read_checks(const File& file);
  void read_check(const File& file, pugi::xml_node node);
  bool read_policy(std::string_view id, std::vector<std::string> around, Policy& policy);
  void read_setting(const File& file, pugi::xml_node node);
  void read_measure(const File& file, pugi::xml_node node, Policy& policy);
  std::optional<Condition> read_condition(const File& file, pugi::xml_node node, const Check& check, std::size_t depth);
  std::optional<Condition> read_is(const File& file, pugi::xml_node node, Condition condition);
  std::optional<Severity> read_severity(const File& file, pugi::xml_node node, std::string_view written);
  void read_threshold(const File& file, pugi::xml_node node, Check& check, Thresholds which);
  bool check_message(const File& file, pugi::xml_node node, std::string_view message);
  void complain(const File& file, pugi::xml_node node, std::string message, std::string remedy) {
    diagnostics_.push_back(file.at(node.offset_debug(), std::move(message), std::move(remedy)));
  }
  [[nodiscard]] const Check* find(std::string_view id) const {
    const auto at = std::find_if(all_.begin(), all_.end(), [&](const Check& check) { return check.id == id; });
    return at == all_.end() ? nullptr : &*at;
  }

  std::filesystem::path folder_;
  Diagnostics& diagnostics_;
  std::vector<Check> all_;  // every check there is
  std::vector<Check> on_;   // as the policy sets them
};

bool Loader::open(const std::filesystem::path& path, std::string_view element, File& file) {
  file.path = path.string();
  std::error_code error;
  std::ifstream in;
  if (std::filesystem::is_regular_file(path, error) && std::filesystem::file_size(path, error) <= kMaxFileBytes) {
    in.open(path, std::ios::binary);
  }
  if (!in.is_open()) {
    diagnostics_.push_back(file.at(-1, "cannot read this policy file",
                                   "give the name of a policy of the rules folder, or the path of a file"));
    return false;
  }
  std::ostringstream bytes;
  bytes << in.rdbuf();
  file.bytes = bytes.str();
  const pugi::xml_parse_result result = file.xml.load_buffer(file.bytes.data(), file.bytes.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result) {
    diagnostics_.push_back(file.at(result.offset, fmt::format("not well-formed XML: {}", result.description()),
                                   "xmllint shows where the tags go wrong"));
    return false;
  }
  const pugi::xml_node root = file.xml.document_element();
  if (root.name() != element) {
    complain(file, root, fmt::format("the file holds <{}> where <{}> should be", root.name(), element), "see policy.xsd");
    return false;
  }
  return true;
}

std::optional<Severity> Loader::read_severity(const File& file, pugi::xml_node node, std::string_view written) {
  if (written == "note") return Severity::note;
  if (written == "warning") return Severity::warning;
  if (written == "error") return Severity::error;
  complain(file, node, fmt::format("unknown severity “{}”", written), "say note, warning, error, or off in a policy");
  return std::nullopt;
}

void Loader::read_threshold(const File& file, pugi::xml_node node, Check& check, Thresholds which) {
  const std::string id = node.attribute("id").as_string();
  const std::optional<double> value = number(node.attribute("value").as_string());
  const auto at = std::find_if(check.thresholds.begin(), check.thresholds.end(), [&](const auto& one) { return one.first == id; });
  if (!value) {
    complain(file, node, fmt::format("the value of threshold “{}” is no number", id), "write it as 3 or 0.5");
  } else if (at != check.thresholds.end()) {
    at->second = *value;
  } else if (which == Thresholds::known) {
    complain(file, node, fmt::format("check {} has no threshold “{}”", check.id, id), "checks.xml lists those it has");
  } else {
    check.thresholds.emplace_back(id, *value);
  }
}

bool Loader::check_message(const File& file, pugi::xml_node node, std::string_view message) {
  for (std::size_t open = message.find('{'); open != std::string_view::npos; open = message.find('{', open + 1)) {
    const std::size_t close = message.find('}', open);
    const std::string_view name = close == std::string_view::npos ? message.substr(open) : message.substr(open, close - open + 1);
    if (name == "{source}" || name == "{cue}" || name == "{content}" || name == "{count}") continue;
    complain(file, node, fmt::format("unknown placeholder {}", name), "there are {source}, {cue}, {content} and {count}");
    return false;
  }
  return true;
}

std::optional<Condition> Loader::read_is(const File& file, pugi::xml_node node, Condition condition) {
  const std::string_view value = node.attribute("value").as_string();
  switch (fact_info(condition.fact).type) {
    case FactType::flag:
      if (value == "true" || value == "false") {
        condition.value = value == "true" ? 1 : 0;
        return condition;
      }
      complain(file, node, fmt::format("“{}” is neither true nor false", value), "this fact is a flag");
      return std::nullopt;
    case FactType::word: {
      const auto words = fact_words(condition.fact);
      const auto word = std::find(words.begin(), words.end(), value);
      if (word != words.end() && !value.empty()) {
        condition.value = static_cast<double>(word - words.begin());
        return condition;
      }
      complain(file, node, fmt::format("{} is never “{}”", fact_info(condition.fact).name, value),
               fmt::format("it is one of {}", fmt::join(words, ", ")));
      return std::nullopt;
    }
    default:
      break;
  }
  const std::optional<double> exact = number(value);
  if (!exact) {
    complain(file, node, fmt::format("“{}” is no number", value), "this fact is a number");
    return std::nullopt;
  }
  condition.value = *exact;
  return condition;
}

/// Whether a check of one subject can see facts of another (judge.cc, rows).
bool sees(Subject check, Subject fact) {
  if (fact == check || fact == Subject::article) return true;
  if (check == Subject::attribution) return fact == Subject::source || fact == Subject::claim;
  return check == Subject::claim && (fact == Subject::attribution || fact == Subject::source);
}

std::optional<Condition> Loader::read_condition(const File& file, pugi::xml_node node, const Check& check, std::size_t depth) {
  const std::string_view name = node.name();
  Condition condition;
  if (depth > kMaxConditionDepth) {
    complain(file, node, "the condition is nested too deep", "say it flatter");
    return std::nullopt;
  }
  if (name == "all" || name == "any" || name == "not") {
    condition.kind = name == "all" ? ConditionKind::all : name == "any" ? ConditionKind::any : ConditionKind::negation;
    for (const pugi::xml_node child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      std::optional<Condition> part = read_condition(file, child, check, depth + 1);
      if (!part) return std::nullopt;
      condition.children.push_back(std::move(*part));
    }
    if (condition.children.empty()) {
      complain(file, node, fmt::format("<{}> holds no condition", name), "put one into it");
      return std::nullopt;
    }
    return condition;
  }
  if (name != "is" && name != "at-least" && name != "at-most") {
    complain(file, node, fmt::format("unknown condition <{}>", name), "there are all, any, not, is, at-least and at-most");
    return std::nullopt;
  }
  const std::string_view asked = node.attribute("fact").as_string();
  const std::optional<Fact> fact = fact_named(asked);
  if (!fact) {
    complain(file, node, fmt::format("unknown fact “{}”", asked), "policies/README.md lists the facts");
    return std::nullopt;
  }
  if (!sees(check.subject, fact_info(*fact).subject)) {
    complain(file, node, fmt::format("a check of the {} cannot ask for {}", subject_name(check.subject), asked),
             "ask for a fact of its subject, of the source or of the article");
    return std::nullopt;
  }
  condition.fact = *fact;
  if (name == "is") {
    condition.kind = ConditionKind::is;
    return read_is(file, node, std::move(condition));
  }
  condition.kind = name == "at-least" ? ConditionKind::at_least : ConditionKind::at_most;
  if (fact_info(*fact).type == FactType::word) {
    complain(file, node, fmt::format("{} is a word and cannot be compared", asked), "use <is>");
    return std::nullopt;
  }
  if (const pugi::xml_attribute threshold = node.attribute("threshold")) {
    condition.threshold = threshold.as_string();
    const bool there = std::any_of(check.thresholds.begin(), check.thresholds.end(),
                                   [&](const auto& one) { return one.first == condition.threshold; });
    if (there) return condition;
    complain(file, node, fmt::format("check {} has no threshold “{}”", check.id, condition.threshold), "give it a <threshold>");
    return std::nullopt;
  }
  const std::optional<double> bound = number(node.attribute("value").as_string());
  if (!bound) {
    complain(file, node, fmt::format("the bound of {} is no number", asked), "give value=\"3\" or threshold=\"id\"");
    return std::nullopt;
  }
  condition.value = *bound;
  return condition;
}

void Loader::read_check(const File& file, pugi::xml_node node) {
  Check check;
  check.id = node.attribute("id").as_string();
  if (check.id.empty() || find(check.id) != nullptr) {
    complain(file, node, check.id.empty() ? "a check without an id" : fmt::format("check {} is there twice", check.id),
             "every check has its own id");
    return;
  }
  const std::string_view applies = node.attribute("applies").as_string();
  const std::optional<Subject> subject = subject_named(applies);
  if (!subject) {
    complain(file, node, fmt::format("unknown subject “{}” of check {}", applies, check.id),
             "a check applies to an attribution, source, claim, quotation or article");
    return;
  }
  check.subject = *subject;
  const std::optional<Severity> severity = read_severity(file, node, node.attribute("severity").as_string("warning"));
  if (!severity) return;
  check.severity = *severity;
  const std::string_view gather = node.attribute("gather").as_string("none");
  check.gather = gather == "source" ? Gather::source : gather == "article" ? Gather::article : Gather::none;
  check.limit = node.attribute("limit").as_uint(check.limit);
  check.title = squeezed(node.child_value("title"));
  check.means = squeezed(node.child_value("means"));
  check.why = squeezed(node.child_value("why"));
  check.message = squeezed(node.child_value("message"));
  if (!check_message(file, node.child("message"), check.message)) return;
  for (const pugi::xml_node threshold : node.children("threshold")) read_threshold(file, threshold, check, Thresholds::any);
  const pugi::xml_node when = node.child("when");
  const pugi::xml_node first = when.find_child([](pugi::xml_node child) { return child.type() == pugi::node_element; });
  if (!first) {
    complain(file, node, fmt::format("check {} does not say when", check.id), "give it a <when> with one condition");
    return;
  }
  std::optional<Condition> condition = read_condition(file, first, check, 0);
  if (!condition) return;
  check.when = std::move(*condition);
  all_.push_back(std::move(check));
}

void Loader::read_checks(const File& file) {
  for (const pugi::xml_node node : file.xml.document_element().children("check")) read_check(file, node);
}

void Loader::read_setting(const File& file, pugi::xml_node node) {
  const std::string_view id = node.attribute("id").as_string();
  const Check* known = find(id);
  if (known == nullptr) {
    complain(file, node, fmt::format("unknown check “{}”", id), "checks.xml lists the checks there are");
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
    const std::optional<Severity> read = read_severity(file, node, severity);
    if (!read) return;
    check.severity = *read;
  }
  check.limit = node.attribute("limit").as_uint(check.limit);
  for (const pugi::xml_node threshold : node.children("threshold")) read_threshold(file, threshold, check, Thresholds::known);
  if (const pugi::xml_node why = node.child("why")) {
    check.why = squeezed(why.child_value());
    check.page = why.attribute("page").as_string();
  }
  if (at != on_.end()) *at = std::move(check);
  else on_.push_back(std::move(check));
}

void Loader::read_measure(const File& file, pugi::xml_node node, Policy& policy) {
  const std::string_view id = node.attribute("id").as_string();
  const auto* known = std::find_if(std::begin(kMeasures), std::end(kMeasures), [&](const auto& one) { return one.first == id; });
  const std::optional<double> weight = number(node.attribute("weight").as_string());
  if (known == std::end(kMeasures)) {
    complain(file, node, fmt::format("unknown measure “{}”", id), "policies/README.md lists the measures");
    return;
  }
  if (!weight || *weight < 0 || *weight > 1e6) {
    complain(file, node, fmt::format("the weight of {} is no number from 0", id), "only the proportions of the weights count");
    return;
  }
  auto at = std::find_if(policy.measures.begin(), policy.measures.end(), [&](const auto& one) { return one.name == id; });
  if (at == policy.measures.end()) at = policy.measures.insert(policy.measures.end(), {.id = known->second, .name = std::string(id), .label = std::string(id), .weight = 0});
  at->weight = *weight;
  if (const pugi::xml_attribute label = node.attribute("label")) at->label = label.as_string();
}

bool Loader::read_policy(std::string_view id, std::vector<std::string> around, Policy& policy) {
  const bool is_path = id.ends_with(".xml") || id.find('/') != std::string_view::npos;
  const std::filesystem::path path = is_path ? std::filesystem::path(id) : folder_ / (std::string(id) + ".xml");
  File file;
  if (!open(path, "policy", file)) return false;
  const pugi::xml_node root = file.xml.document_element();
  around.push_back(path.string());
  if (const pugi::xml_attribute base = root.attribute("extends")) {
    // A newsroom's own file names another one of its own relative to itself.
    std::string next = base.as_string();
    if (next.ends_with(".xml")) next = (path.parent_path() / next).string();
    const std::string next_path = next.ends_with(".xml") ? next : (folder_ / (next + ".xml")).string();
    if (around.size() > kMaxExtends || std::find(around.begin(), around.end(), next_path) != around.end()) {
      complain(file, root, fmt::format("the policy extends “{}”, which leads back to it", base.as_string()), "break the circle");
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
    } else if (name == "question") {
      policy.questions.push_back(squeezed(node.child_value()));
    } else if (name == "grade") {
      const std::optional<double> from = number(node.attribute("from").as_string());
      if (from) policy.grades.push_back({node.attribute("letter").as_string(), *from});
      else complain(file, node, "a grade begins at a number", "give from=\"70\"");
    } else if (name == "enough-voices") {
      const std::optional<double> value = number(node.attribute("value").as_string());
      if (value && *value >= 1) policy.enough_voices = *value;
      else complain(file, node, "enough-voices is a number from 1", "give value=\"3\"");
    } else {
      complain(file, node, fmt::format("unknown element <{}>", name), "see policy.xsd");
    }
  }
  return true;
}

}  // namespace

Policy load_policy(const std::filesystem::path& root, std::string_view id, Diagnostics& diagnostics) {
  return Loader(root / "policies", diagnostics).run(id);
}

std::vector<std::string> list_policies(const std::filesystem::path& root) {
  std::vector<std::string> ids;
  std::error_code error;
  for (std::filesystem::directory_iterator at(root / "policies", error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".xml" && at->path().stem() != "checks") ids.push_back(at->path().stem().string());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

}  // namespace hearsay
