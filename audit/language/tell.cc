// tell_language: letters are counted by script, words by the languages that have them among their commonest. A script
// that most letters are of leaves its languages; of these the one with the most words is it. The pack's own language is
// believed at a glance; that it is another takes many words, for an article holds names and quotations in any language.
#include "language/tell.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/utf8.h"

namespace hearsay {
namespace {

// Of the text that is looked at: the pack's own language shows at a glance; some 800 words tell as much as all.
constexpr std::size_t kGlanceBytes = 1'000;
constexpr std::size_t kMostBytes = 5'000;

// Measured on news in thirty languages: of running text a quarter to a half is among a language's hundred commonest
// words, of languages that build long words a tenth; of another language that shares its letters a twentieth or less.
constexpr std::size_t kFewWords = 12;     // so many are enough to know the pack's own language again
constexpr double kOwnShare = 0.25;        // … with so many of its words
constexpr std::size_t kEnoughWords = 40;  // so many are enough to say that it is another
constexpr double kOtherShare = 0.08;      // … with so many of that one's words,
constexpr double kOtherTimes = 2;         // … and so many times as many as of the pack's
constexpr std::size_t kManyWords = 100;   // so many, with next to none of any language known, are an unknown one
constexpr double kNoneShare = 0.03;
constexpr std::size_t kEnoughLetters = 60;  // of another script
constexpr double kMostLetters = 0.6;        // the share of all letters that makes a script the text's
constexpr double kSomeKana = 0.05;          // of a script that is written beside another

struct Counts {
  std::vector<std::size_t> letters;  // by script
  std::vector<std::size_t> hits;     // by language: words of it
  std::size_t all_letters = 0, words = 0;
};

/// `last`: the range that the letter before was found in, or null: most letters are of the same.
std::optional<std::uint32_t> script_of(char32_t letter, const Languages& languages, const ScriptRange*& last) {
  if (last == nullptr || letter < last->first || letter > last->last) {
    const auto behind = std::upper_bound(languages.ranges.begin(), languages.ranges.end(), letter,
                                         [](char32_t value, const ScriptRange& range) { return value < range.first; });
    if (behind == languages.ranges.begin() || letter > (behind - 1)->last) return std::nullopt;
    last = &*(behind - 1);
  }
  return last->script;
}

Counts count(std::span<const std::string_view> texts, std::size_t most_bytes, const Languages& languages) {
  Counts counts{.letters = std::vector<std::size_t>(languages.scripts.size()),
                .hits = std::vector<std::size_t>(languages.all.size())};
  const auto add_word = [&](std::string_view word) {
    if (word.empty()) return;
    ++counts.words;
    if (const auto found = languages.words.find(lower(word)); found != languages.words.end()) {
      for (const std::uint32_t language : found->second) ++counts.hits[language];
    }
  };
  const ScriptRange* last = nullptr;
  std::size_t looked = 0;
  for (std::string_view text : texts) {
    if (looked >= most_bytes) break;
    text = text.substr(0, most_bytes - looked);
    looked += text.size();
    std::size_t begin = 0;  // of the word that goes on at `at`
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = decode(text, at);
      const std::optional<std::uint32_t> script = script_of(point.value, languages, last);
      const bool mark = point.value >= 0x300 && point.value <= 0x36f;
      const bool joiner = point.value == 0x200c || point.value == 0x200d;
      if (script) {
        ++counts.letters[*script];
        ++counts.all_letters;
      } else if (!(mark || joiner) || at == begin) {
        add_word(text.substr(begin, at - begin));
        begin = at + point.length;
      }
      at += point.length;
    }
    add_word(text.substr(begin));
  }
  return counts;
}

bool writes(const WrittenLanguage& language, std::uint32_t script) {
  return std::find(language.scripts.begin(), language.scripts.end(), script) != language.scripts.end();
}

/// What the text alone says: nothing, an index into Languages::all, or all.size() for one that is not known.
struct Verdict {
  std::optional<std::size_t> language;
  bool by_letters = false;
};

class Teller {
 public:
  Teller(const Languages& languages, const Counts& counts, std::optional<std::size_t> own,
         std::optional<std::size_t> recorded)
      : languages_(languages), counts_(counts), own_(own), recorded_(recorded) {}

  [[nodiscard]] Verdict tell() const {
    if (!own_ || counts_.all_letters == 0) return {};
    const auto top = std::max_element(counts_.letters.begin(), counts_.letters.end());
    const auto script = static_cast<std::uint32_t>(top - counts_.letters.begin());
    if (!writes(languages_.all[*own_], script)) return tell_script(script);
    if (counts_.words >= kFewWords && share(*own_) >= kOwnShare && best(script) == own_) return {own_, false};
    if (counts_.words < kEnoughWords || share_of_letters(script) < kMostLetters) return {};
    const std::optional<std::size_t> most = best(script);
    if (!most) return unknown();
    if (most == own_) return share(*own_) >= kOtherShare ? Verdict{own_, false} : unknown();
    if (share(*most) >= kOtherShare && share(*most) >= kOtherTimes * share(*own_)) return {most, false};
    return unknown();
  }

 private:
  [[nodiscard]] double share(std::size_t language) const {
    return counts_.words == 0 ? 0 : static_cast<double>(counts_.hits[language]) / static_cast<double>(counts_.words);
  }
  [[nodiscard]] double share_of_letters(std::uint32_t script) const {
    return static_cast<double>(counts_.letters[script]) / static_cast<double>(counts_.all_letters);
  }

  /// Next to no word of the pack's language in a long text.
  [[nodiscard]] Verdict unknown() const {
    if (counts_.words < kManyWords || share(*own_) >= kNoneShare) return {};
    if (recorded_ && recorded_ != own_) return {};  // the record's word stands
    return {languages_.all.size(), false};
  }

  /// Of the languages of a script the one with most words; where two have about as many, the one of the record.
  [[nodiscard]] std::optional<std::size_t> best(std::uint32_t script) const {
    std::optional<std::size_t> most;
    for (std::size_t i = 0; i < languages_.all.size(); ++i) {
      if (writes(languages_.all[i], script) && counts_.hits[i] > (most ? counts_.hits[*most] : 0)) most = i;
    }
    if (most && recorded_ && counts_.hits[*recorded_] * 10 >= counts_.hits[*most] * 9) return recorded_;
    return most;
  }

  /// In letters that the pack's language is not written with.
  [[nodiscard]] Verdict tell_script(std::uint32_t script) const {
    std::size_t letters = counts_.letters[script];
    std::vector<std::size_t> could;
    for (std::size_t i = 0; i < languages_.all.size(); ++i) {
      if (writes(languages_.all[i], script)) could.push_back(i);
    }
    // A language of two scripts is told by the one that is its own: kana among Chinese characters.
    for (const std::size_t i : could) {
      const std::vector<std::uint32_t>& scripts = languages_.all[i].scripts;
      if (scripts.size() < 2 || counts_.all_letters < kEnoughLetters) continue;
      if (share_of_letters(scripts.front()) < kSomeKana || !languages_.all[i].by_letters) continue;
      return {i, true};
    }
    if (letters < kEnoughLetters || share_of_letters(script) < kMostLetters) return {};
    could.erase(std::remove_if(could.begin(), could.end(),
                               [&](std::size_t i) {
                                 return languages_.all[i].by_letters && languages_.all[i].scripts.front() != script;
                               }),
                could.end());
    if (could.size() == 1) return {could.front(), true};
    if (const std::optional<std::size_t> most = best(script)) return {most, true};
    if (recorded_ && writes(languages_.all[*recorded_], script)) return {recorded_, true};
    return {languages_.all.size(), true};
  }

  const Languages& languages_;
  const Counts& counts_;
  std::optional<std::size_t> own_, recorded_;
};

/// The language a tag or name stands for. "en-GB", "en_US", "eng" and "English" are one; what is no language of the
/// table is told by its code alone.
struct Recorded {
  std::optional<std::size_t> known;
  std::string code;  // "" = the record says nothing
};

Recorded recorded_of(std::string_view record, const Languages& languages) {
  const std::string tag = lower(trim(record));
  const std::string main = tag.substr(0, tag.find_first_of("-_ ,;("));
  static constexpr std::array<std::string_view, 4> kNone = {"und", "mul", "zxx", "mis"};
  if (main.size() < 2 || std::find(kNone.begin(), kNone.end(), main) != kNone.end()) return {};
  for (std::size_t i = 0; i < languages.all.size(); ++i) {
    if (languages.all[i].code == main) return {i, main};
  }
  for (std::size_t i = 0; i < languages.all.size(); ++i) {
    const std::string name = lower(languages.all[i].name);
    if (name == main || (main.size() == 3 && name.starts_with(main))) return {i, languages.all[i].code};
  }
  const bool letters = std::all_of(main.begin(), main.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && main.size() <= 3 ? Recorded{std::nullopt, main} : Recorded{};
}

std::optional<std::size_t> index_of(std::string_view code, const Languages& languages) {
  for (std::size_t i = 0; i < languages.all.size(); ++i) {
    if (languages.all[i].code == code) return i;
  }
  return std::nullopt;
}

}  // namespace

std::string_view language_sign_name(LanguageSign sign) {
  switch (sign) {
    case LanguageSign::record:
      return "record";
    case LanguageSign::text:
      return "text";
    case LanguageSign::record_and_text:
      return "record and text";
    case LanguageSign::assumed:
      break;
  }
  return "assumed";
}

ToldLanguage tell_language(std::span<const std::string_view> texts, std::string_view record, std::string_view pack,
                           const Languages& languages) {
  const std::optional<std::size_t> own = index_of(pack, languages);
  const Recorded recorded = recorded_of(record, languages);
  const auto tell_by = [&](std::size_t most_bytes) {
    const Counts counts = count(texts, most_bytes, languages);
    return Teller(languages, counts, own, recorded.known).tell();
  };
  Verdict verdict = tell_by(kGlanceBytes);
  if (!own || verdict.language != own) verdict = tell_by(kMostBytes);
  const auto named = [&](std::size_t i) {
    return i < languages.all.size() ? ToldLanguage{.code = languages.all[i].code, .name = languages.all[i].name}
                                    : ToldLanguage{.code = "und", .name = "an unknown language"};
  };
  ToldLanguage only_recorded{.code = recorded.code,
                             .name = "the language “" + recorded.code + "”",
                             .sign = LanguageSign::record,
                             .told = "as its record says"};
  const bool beyond_table = !recorded.known && !recorded.code.empty();
  // Another one than the pack's, and by the record one that the table lacks: the nearest of the table would be wrong.
  if (verdict.language && verdict.language != own && beyond_table) return only_recorded;
  if (verdict.language) {
    ToldLanguage told = named(*verdict.language);
    const bool both = recorded.known == verdict.language;
    told.sign = both ? LanguageSign::record_and_text : LanguageSign::text;
    told.told = verdict.by_letters ? "told by its letters" : "told by its commonest words";
    if (told.code == "und")
      told.told = verdict.by_letters ? "told by its letters" : "for its words are of none that is known";
    if (both) told.told = verdict.by_letters ? "as its record and its letters say" : "as its record and its words say";
    return told;
  }
  if (recorded.known) {
    ToldLanguage told = named(*recorded.known);
    told.sign = LanguageSign::record;
    told.told = "as its record says";
    return told;
  }
  if (beyond_table) return only_recorded;
  ToldLanguage told = own ? named(*own) : ToldLanguage{.code = std::string(pack), .name = std::string(pack)};
  told.told = "which nothing in it tells";
  return told;
}

}  // namespace hearsay
