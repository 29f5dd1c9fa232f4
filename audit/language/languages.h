// What is known of languages beside the one a pack reads: how they are written, and their commonest words. Values, as
// rules/languages.xml gives them (rules/load_languages.h), and what was told of one article. Not here: telling it
// (tell.h), a pack's own words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearsay {

struct Script {
  std::string id;    // ISO 15924: "Latn"
  std::string name;  // "Latin"
};

struct WrittenLanguage {
  std::string code;                    // ISO 639, as short as there is one: "en", "yue"
  std::string name;                    // in English
  std::vector<std::uint32_t> scripts;  // indices into Languages::scripts
  bool by_letters = false;             // no words are known of it: its letters alone tell it
};

/// A run of code points [first, last] of one script.
struct ScriptRange {
  char32_t first = 0, last = 0;
  std::uint32_t script = 0;
};

struct Languages {
  std::vector<Script> scripts;
  std::vector<ScriptRange> ranges;  // by first, disjoint
  std::vector<WrittenLanguage> all;
  std::unordered_map<std::string, std::vector<std::uint32_t>> words;  // lower case → indices into `all`

  [[nodiscard]] bool empty() const { return all.empty(); }
};

/// How the language is known.
enum class LanguageSign : std::uint8_t {
  assumed,          // nothing says: the language of the pack
  record,           // the record says so, and the text is too short to tell
  text,             // the text's letters or words
  record_and_text,  // both
};
[[nodiscard]] std::string_view language_sign_name(LanguageSign sign);  // "record and text"

struct ToldLanguage {
  std::string code;  // "hi"; "und": another one than the pack's, and nobody knows which
  std::string name;  // "Hindi"; "an unknown language"
  LanguageSign sign = LanguageSign::assumed;
  std::string told;  // for people, behind the name: "told by its letters"
};

}  // namespace hearsay
