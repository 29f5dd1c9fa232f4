// Reads <rules> files: rules, modifiers and claims with their patterns and examples. A rule with any error in it is
// reported and left out.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "language/closed_words.h"
#include "rules/lexicon.h"
#include "rules/rule.h"
#include "rules/source_file.h"

namespace hearsay {

/// Limits on what one rule may hold.
inline constexpr std::size_t kMaxPatternElements = 2000;  // of one pattern, <use> put in
inline constexpr std::uint32_t kMaxGap = 16;
inline constexpr std::size_t kMaxRules = 5000;

class RuleLoader {
 public:
  /// `lexicons` tell which names may be used, `language` how words are cut; all outlive the loader.
  RuleLoader(const Lexicons& lexicons, const LanguageWords& language, Diagnostics& diagnostics)
      : lexicons_(lexicons), language_(language), diagnostics_(diagnostics) {}

  /// Notes the <define>s of a file, so that any file's patterns may use them. All files first, then load() each.
  void collect_defines(const SourceFile& file);
  void load(const SourceFile& file, std::vector<Rule>& rules);

 private:
  struct Define {
    const SourceFile* file = nullptr;
    pugi::xml_node node;
    Place place;
    bool open = false;  // being put in: met again, it uses itself
  };
  void load_rule(const SourceFile& file, pugi::xml_node node, RuleType type, std::vector<Rule>& rules);
  void load_pattern(const SourceFile& file, pugi::xml_node node, RuleType type, Pattern& pattern);
  void load_example(const SourceFile& file, pugi::xml_node node, RuleType type, Example& example);
  void load_elements(const SourceFile& file, pugi::xml_node parent, std::vector<Element>& out);
  void load_element(const SourceFile& file, pugi::xml_node node, std::vector<Element>& out);
  void load_slot(const SourceFile& file, pugi::xml_node node, Element& element);
  void load_use(const SourceFile& file, pugi::xml_node node, Element& element);
  void load_words(const SourceFile& file, pugi::xml_node text, std::vector<Element>& out);
  /// The words of a list attribute, each checked against `known`.
  std::vector<std::string> list(const SourceFile& file, pugi::xml_node node, const char* attribute,
                                std::span<const std::string_view> known);
  /// An attribute that is one word of `known`, or "".
  std::string one_of(const SourceFile& file, pugi::xml_node node, const char* attribute,
                     std::span<const std::string_view> known);
  std::vector<std::string> lexicon_list(const SourceFile& file, pugi::xml_node node, const char* attribute);
  void wrong(const SourceFile& file, const Place& place, std::string message, std::string remedy = {});

  const Lexicons& lexicons_;
  const LanguageWords& language_;
  Diagnostics& diagnostics_;
  std::map<std::string, Define, std::less<>> defines_;
  std::map<std::string, Place, std::less<>> rule_places_;
  std::size_t elements_ = 0;  // of the pattern being read
};

}  // namespace hearsay
