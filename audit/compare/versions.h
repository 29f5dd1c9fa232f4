// Two versions of one article, read and aligned: what every finder of changes looks at. Values; made once per
// comparison (compare.cc), and of this folder alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compare/align.h"
#include "compare/version_text.h"
#include "language/closed_words.h"
#include "report/changes/changes.h"
#include "report/report.h"
#include "report/text_index.h"

namespace hearsay {

inline constexpr std::uint32_t kNobody = 0xffffffff;  // of sources and of attributions

/// An attribution by its words.
struct Said {
  const ReportAttribution* attribution = nullptr;
  std::vector<std::uint32_t> content, source, cue;  // words of the version
  std::uint32_t speaker = kNobody;                  // index of the report's source
  bool inner = false;                               // lies within another
  std::uint32_t partner = kNobody;                  // the other version's attribution of the same words
  double kept = 0;                                  // share of its content's words that the other version has
};

/// How far the reader can tell who it is.
enum class SourceNaming : std::uint8_t {
  none,     // no source: the author, a belief that nobody holds
  unnamed,  // somebody, without a name
  thing,    // a document
  named,
};

struct VersionSource {
  SourceNaming naming = SourceNaming::none;
  std::vector<std::vector<std::uint64_t>> names;  // its name and its other names, folded
  std::uint32_t same = kNobody;                   // the other version's source of that name
  std::uint32_t said = 0;                         // attributions that are statements
};

/// One of the two with all that was made of it.
struct Version {
  const Report* report = nullptr;
  std::optional<TextIndex> index;  // of its text
  VersionText text;
  std::vector<std::uint32_t> other;       // of each word, its place in the other version or kNoWord
  std::vector<std::uint32_t> other_unit;  // of each sentence
  std::vector<Said> said;                 // statements with content in the body, in the report's order
  std::vector<VersionSource> sources;     // as the report's

  [[nodiscard]] bool is_here(std::uint32_t word) const { return other[word] != kNoWord; }
  /// How many of these words the other version has.
  [[nodiscard]] std::size_t kept(const std::vector<std::uint32_t>& words) const;
  /// There are some, and the other version has none of them.
  [[nodiscard]] bool gone(const std::vector<std::uint32_t>& words) const { return !words.empty() && kept(words) == 0; }
  /// At least one of them is in this version alone.
  [[nodiscard]] bool touched(const std::vector<std::uint32_t>& words) const { return kept(words) < words.size(); }
  [[nodiscard]] std::string_view name(std::uint32_t source) const {
    return source == kNobody ? std::string_view() : std::string_view(report->sources[source].name);
  }
};

/// What the finders share.
struct VersionPair {
  const LanguageWords* language = nullptr;
  Version older, newer;
  std::vector<Change> changes;
  // What one change says already and no other need say:
  std::vector<bool> older_source_told, newer_source_told;
  std::vector<bool> older_unit_told, newer_unit_told;  // the claim there lost or gained its source
  std::vector<bool> older_said_gone, newer_said_new;   // its content is in this version alone, or somebody else's

  [[nodiscard]] bool is(const VersionWord& word, Role role) const { return language->closed.has(word.row, role); }
};

/// Reads both and aligns them.
[[nodiscard]] VersionPair read_versions(const Report& older, const Report& newer, const LanguageWords& language);

/// A change of these words of either version; either may be none.
struct Places {
  std::vector<std::uint32_t> older, newer;
};
/// Adds it and gives it for what else there is to say.
Change& add_change(VersionPair& comparison, ChangeKind kind, const Places& places, std::string_view source = {});

/// The words of a range.
[[nodiscard]] std::vector<std::uint32_t> all_of(WordRange range);
/// The sentences in which the words stand, each once.
[[nodiscard]] std::vector<std::uint32_t> units_of(const Version& version, const std::vector<std::uint32_t>& words);

/// Whether two names are one with another spelling: they share a word, or differ in few letters.
[[nodiscard]] bool nearly_same_name(std::string_view a, std::string_view b);

/// How much a word hedges; below 0: it does the reverse. `next`: the word behind it, or nullptr. `opens`: it is the
/// first of its sentence.
[[nodiscard]] int hedging(const VersionPair& comparison, const VersionWord& word, const VersionWord* next, bool opens);

// The finders, in the order in which they are asked: each adds changes and notes what these say.

/// Attributions that both versions have: who is named, cues, relays; those whose words lost or gained their source.
void find_attributed(VersionPair& comparison);
/// Who was accused and now has a word of their own, or was asked for one.
void find_accused(VersionPair& comparison);
/// Sources and claims that only one version has.
void find_sources(VersionPair& comparison);
/// Why somebody is not named.
void find_reasons(VersionPair& comparison);
/// Words within quotation marks.
void find_quotations(VersionPair& comparison);
/// Numbers, denials and quantities in what somebody is said to have said.
void find_paraphrases(VersionPair& comparison);
/// Hedges in sentences that stayed.
void find_hedges(VersionPair& comparison);
/// The headline's own words, and whether the body still carries them.
void find_headline(VersionPair& comparison);

}  // namespace hearsay
