// load_languages: scripts first, then the languages that name them.
#include "rules/load_languages.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/utf8.h"
#include "rules/pack_files.h"
#include "rules/source_file.h"
#include "rules/words.h"

namespace hearsay {
namespace {

bool code_point_in(std::string_view digits, char32_t& value) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
  value = number;
  return error == std::errc() && end == digits.data() + digits.size() && number <= 0x10ffff;
}

class LanguageLoader {
 public:
  LanguageLoader(const SourceFile& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  Languages load() {
    for (const pugi::xml_node node : file_.root().children("script")) add_script(node);
    std::sort(languages_.ranges.begin(), languages_.ranges.end(),
              [](const ScriptRange& a, const ScriptRange& b) { return a.first < b.first; });
    for (const pugi::xml_node node : file_.root().children("language")) add_language(node);
    return std::move(languages_);
  }

 private:
  void complain(pugi::xml_node node, std::string message, std::string remedy) {
    diagnostics_.push_back(file_.error(file_.place(node), std::move(message), std::move(remedy)));
  }

  void add_script(pugi::xml_node node) {
    const auto script = static_cast<std::uint32_t>(languages_.scripts.size());
    languages_.scripts.push_back({node.attribute("id").as_string(), node.attribute("name").as_string()});
    for (const std::string_view range : split_list(node.attribute("ranges").as_string())) {
      const std::size_t dash = range.find('-');
      ScriptRange made{.script = script};
      if (!code_point_in(range.substr(0, dash), made.first) ||
          !code_point_in(dash == std::string_view::npos ? range : range.substr(dash + 1), made.last)) {
        complain(node, "“" + std::string(range) + "” is no range of code points", "as in ranges=\"41-5A AA\"");
        continue;
      }
      languages_.ranges.push_back(made);
    }
  }

  void add_language(pugi::xml_node node) {
    WrittenLanguage language{.code = node.attribute("code").as_string(), .name = node.attribute("name").as_string()};
    for (const std::string_view id : split_list(node.attribute("scripts").as_string())) {
      const auto script = std::find_if(languages_.scripts.begin(), languages_.scripts.end(),
                                       [&](const Script& one) { return one.id == id; });
      if (script == languages_.scripts.end()) {
        complain(node, "there is no script " + std::string(id), "one of the <script> above");
        continue;
      }
      language.scripts.push_back(static_cast<std::uint32_t>(script - languages_.scripts.begin()));
    }
    if (language.code.empty() || language.name.empty() || language.scripts.empty())
      return complain(node, "a language has a code, a name and scripts", "see languages.xsd");
    const auto index = static_cast<std::uint32_t>(languages_.all.size());
    language.by_letters = true;
    for (const std::string_view word : split_list(node.child_value())) {
      language.by_letters = false;
      std::vector<std::uint32_t>& of = languages_.words[lower(word)];
      if (of.empty() || of.back() != index) of.push_back(index);
    }
    languages_.all.push_back(std::move(language));
  }

  const SourceFile& file_;
  Diagnostics& diagnostics_;
  Languages languages_;
};

}  // namespace

Languages load_languages(const std::filesystem::path& root, Diagnostics& diagnostics) {
  const std::filesystem::path path = root / "languages.xml";
  Languages languages;
  std::error_code failure;
  if (std::filesystem::is_regular_file(path, failure)) {
    PackFiles files;
    files.read(path, diagnostics);
    for (const auto& file : files.all()) {
      if (std::string_view(file->root().name()) == "languages") languages = LanguageLoader(*file, diagnostics).load();
    }
  }
  if (languages.empty()) {
    throw Fatal({.file = path.string(),
                 .message = "no language is described here: the language of an article could not be told",
                 .remedy = "take languages.xml from the program's own rules"});
  }
  return languages;
}

}  // namespace hearsay
