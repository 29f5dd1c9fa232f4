// A settings file is small: it is read whole, and every element is looked up in one table of setters.
#include "service/settings.h"

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>
#include <string_view>
#include <system_error>
#include <thread>

#include "archive/inputs.h"
#include "base/line_index.h"
#include "base/utf8.h"
#include "base/xml_fault.h"
#include "service/locate.h"

namespace hearsay {
namespace {
namespace fs = std::filesystem;

// Registers that ship with the rules and are read only where somebody asks for them have a name and no path.
bool is_shipped_name(std::string_view name) {
  return !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

fs::path found_register(const fs::path& path, const fs::path& root) {
  std::error_code error;
  const std::string name = path.string();
  if (!is_shipped_name(name) || fs::exists(path, error)) return path;
  fs::path shipped = root / "registers" / "optional" / (name + ".xml");
  return fs::exists(shipped, error) ? shipped : path;
}

// A file, or a folder with XML files in it: not /proc, a device or a pipe.
bool holds_rules(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return fs::is_regular_file(path, error);
  for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
    std::error_code ignored;
    if (at->path().extension() == ".xml" && at->is_regular_file(ignored)) return true;
  }
  return false;
}

constexpr std::uint64_t kMaxSettingsBytes = 1U << 20U;

class Reader {
 public:
  Reader(const fs::path& path, std::string_view bytes, Diagnostics& diagnostics)
      : path_(path), bytes_(bytes), lines_(bytes), diagnostics_(diagnostics) {}

  void complain(std::ptrdiff_t offset, std::string message, std::string remedy) {
    Diagnostic diagnostic{.file = path_.string(), .message = std::move(message), .remedy = std::move(remedy)};
    if (offset >= 0) {
      const auto byte = static_cast<std::uint32_t>(offset);
      const LineColumn place = lines_.position(byte);
      diagnostic.line = place.line;
      diagnostic.column = place.column;
      const std::uint32_t begin = lines_.line_start(place.line);
      const std::size_t end = std::min(bytes_.find_first_of("\r\n", begin), bytes_.size());
      diagnostic.source_line = std::string(bytes_.substr(begin, end - begin));
    }
    diagnostics_.push_back(std::move(diagnostic));
  }

  template <class Number>
  std::optional<Number> number(const pugi::xml_node& node, Number least, Number most, const char* range) {
    const std::string_view word = trim(node.child_value());
    Number value{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error == std::errc() && end == word.data() + word.size() && value >= least && value <= most) return value;
    bad_value(node, word, range);
    return std::nullopt;
  }

  void bad_value(const pugi::xml_node& node, std::string_view word, const char* range) {
    complain(node.offset_debug(), std::string("<") + node.name() + "> is '" + std::string(word) + "'",
             std::string("give ") + range);
  }

  void element(const pugi::xml_node& node, SettingsFile& settings) {
    const std::string_view name = node.name();
    const std::string value(trim(node.child_value()));
    const fs::path folder = path_.parent_path();
    if (name == "policy") {
      settings.policy = value.ends_with(".xml") ? (folder / value).string() : value;
    } else if (name == "outlet") {
      settings.outlet = value;
    } else if (name == "fail-on") {
      settings.fail_on = fail_on_named(value);
      if (!settings.fail_on) bad_value(node, value, "error, warning, note or never");
    } else if (name == "min-certainty") {
      settings.min_certainty = number<double>(node, 0, 1, "a number from 0 to 1");
    } else if (name == "min-confidence") {
      settings.min_confidence = number<double>(node, 0, 1, "a number from 0 to 1");
    } else if (name == "threads") {
      settings.threads = number<unsigned>(node, 1, 1024, "a number from 1 to 1024");
    } else if (name == "evidence") {
      if (value == "on" || value == "off") {
        settings.evidence = value == "on";
      } else {
        bad_value(node, value, "on or off");
      }
    } else if (name == "language") {
      // It names a folder of the rules and nothing outside it.
      const bool plain = !value.empty() && value.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos;
      if (plain) settings.language = value;
      if (!plain) bad_value(node, value, "a language of the rules, as en");
    } else if (name == "rules" || name == "register") {
      const std::string_view href = node.attribute("href").value();
      if (href.empty()) {
        complain(node.offset_debug(), "<" + std::string(name) + "> has no href",
                 "name a file or folder: <rules href=\"house.xml\"/>, <register href=\"sources.csv\"/>, or a shipped "
                 "register: <register href=\"perennial\"/>");
      } else if (name == "register" && is_shipped_name(href)) {
        settings.rules.emplace_back(href);  // one of those that ship with the rules: found by decide_settings
      } else if (std::error_code error; !fs::exists(folder / href, error)) {
        complain(node.offset_debug(), "there is no '" + std::string(href) + "'",
                 "paths are relative to the settings file");
      } else if (!holds_rules(folder / href)) {
        complain(node.offset_debug(), "'" + std::string(href) + "' holds no rules",
                 "name an XML or CSV file, or a folder in which XML files lie");
      } else {
        settings.rules.push_back(folder / href);
      }
    } else {
      complain(node.offset_debug(), "unknown setting <" + std::string(name) + ">",
               "one of: policy, outlet, language, fail-on, min-confidence, min-certainty, evidence, threads, rules, "
               "register");
    }
  }

 private:
  const fs::path& path_;
  std::string_view bytes_;
  LineIndex lines_;
  Diagnostics& diagnostics_;
};

fs::path folder_of_work(const std::string& beside) {
  std::error_code error;
  if (beside.empty() || beside == "-") return fs::current_path(error);
  const fs::path path = fs::absolute(beside, error);
  return fs::is_directory(path, error) ? path : path.parent_path();
}

SettingsFile settings_file(const SettingsChoice& choice, Diagnostics& diagnostics) {
  if (choice.settings == "none") return {};
  if (!choice.settings) {
    const fs::path found = find_settings(folder_of_work(choice.beside));
    return found.empty() ? SettingsFile{} : read_settings(found, diagnostics);
  }
  std::error_code error;
  if (!fs::exists(*choice.settings, error)) {
    throw Fatal({.file = *choice.settings,
                 .message = "there is no such settings file",
                 .remedy = "mend --settings, or give --settings none"});
  }
  return read_settings(fs::absolute(*choice.settings, error), diagnostics);
}

}  // namespace

fs::path find_settings(const fs::path& start) {
  std::error_code error;
  for (fs::path folder = start; !folder.empty(); folder = folder.parent_path()) {
    if (fs::path candidate = folder / kSettingsName; fs::is_regular_file(candidate, error)) return candidate;
    if (folder == folder.root_path()) break;
  }
  return {};
}

SettingsFile read_settings(const fs::path& path, Diagnostics& diagnostics) {
  SettingsFile settings{.path = path};
  std::string bytes;
  if (auto problem = read_file(path.string(), kMaxSettingsBytes, bytes)) {
    diagnostics.push_back(std::move(*problem));
    return settings;
  }
  Reader reader(path, bytes, diagnostics);
  if (const auto fault = xml_fault(bytes)) {
    reader.complain(static_cast<std::ptrdiff_t>(fault->at), std::string(fault->message), std::string(fault->remedy));
    return settings;
  }
  pugi::xml_document document;
  // A document type is parsed so that it can be refused: no entities, no external files.
  const pugi::xml_parse_result result =
      document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_doctype);
  if (!result) {
    reader.complain(result.offset, std::string("no XML: ") + result.description(),
                    "the whole file is left aside until this is mended");
    return settings;
  }
  for (const pugi::xml_node& node : document.children()) {
    if (node.type() == pugi::node_doctype) {
      reader.complain(node.offset_debug(), "a document type is not allowed here", "remove the <!DOCTYPE …>");
    } else if (node.type() == pugi::node_element) {
      if (std::string_view(node.name()) != "hearsay") {
        reader.complain(node.offset_debug(), "the root is <" + std::string(node.name()) + ">",
                        "a settings file begins with <hearsay>");
        continue;
      }
      for (const pugi::xml_node& child : node.children()) {
        if (child.type() == pugi::node_element) reader.element(child, settings);
      }
    }
  }
  return settings;
}

Settings decide_settings(const SettingsChoice& choice, Diagnostics& diagnostics) {
  const SettingsFile file = settings_file(choice, diagnostics);
  Settings settings;
  settings.rules_root = locate_rules(choice.rules);
  settings.file = file.path;
  settings.extra_rules = file.rules;
  for (const std::string& path : choice.registers) settings.extra_rules.emplace_back(path);
  for (fs::path& path : settings.extra_rules) path = found_register(path, settings.rules_root);
  std::vector<fs::path> once;
  for (const fs::path& path : settings.extra_rules) {
    if (std::find(once.begin(), once.end(), path) == once.end()) once.push_back(path);
  }
  settings.extra_rules = std::move(once);
  settings.language_given = !file.language.empty();
  if (settings.language_given) settings.language = file.language;
  if (choice.language) {
    settings.language_given = true;
    settings.language = *choice.language;
  }
  if (!file.policy.empty()) settings.policy = file.policy;
  if (choice.policy) settings.policy = *choice.policy;
  settings.outlet = choice.outlet.value_or(file.outlet);
  settings.changes = choice.changes;
  // A scorecard is not a gate: it fails on findings only where that is asked for.
  if (choice.gate) settings.fail_on = file.fail_on.value_or(FailOn::error);
  settings.fail_on = choice.fail_on.value_or(settings.fail_on);
  settings.min_certainty = choice.min_certainty ? choice.min_certainty : file.min_certainty;
  settings.min_confidence = choice.min_confidence.value_or(file.min_confidence.value_or(0));
  settings.evidence = choice.evidence.value_or(file.evidence.value_or(true));
  const auto asked = choice.threads ? choice.threads : file.threads;
  settings.threads = asked ? *asked : std::max(1U, std::thread::hardware_concurrency());
  return settings;
}

}  // namespace hearsay
