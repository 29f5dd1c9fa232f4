// Look-ups that every renderer for people needs: an id's source or attribution, what can be said of a source in words,
// and who is behind an attribution. Keeps views into the report, which must outlive it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/report.h"

namespace hearsay {

/// How a claim is sourced, as shown: a colour, an underline and a letter, never the colour alone. No letter is one of
/// a grade (A to F).
enum class Tone : std::uint8_t {
  named,        // N: a named person
  institution,  // O: a named organisation, a document, a medium
  anonymous,    // X: someone the reader cannot identify
  none,         // U: no source given
  general,      // G: the author, or a population with a belief
};
inline constexpr std::size_t kToneCount = 5;

[[nodiscard]] std::string_view tone_class(Tone tone);  // "named" …, for style sheets
[[nodiscard]] char tone_letter(Tone tone);
[[nodiscard]] std::string_view tone_label(Tone tone);  // "named person" …

/// "named-person" → "named person" …; a medium likewise.
[[nodiscard]] std::string spoken(std::string_view term);

/// What the Admiralty letter and figure stand for: "usually reliable", "cannot be judged".
[[nodiscard]] std::string_view reliability_words(std::string_view letter);
/// "by English Wikipedia editors, April 2026 (CC BY-SA 4.0): generally reliable (politics); no consensus (culture)".
[[nodiscard]] std::string judgement_words(const ReportJudgement& judgement);
[[nodiscard]] std::string_view credibility_words(int figure);

/// Steps of the ladder of specificity, from 1 ("bare") to 5 ("reasoned"); 0 where the source is named.
[[nodiscard]] int ladder_step(std::string_view specificity);
/// "says only that there is one", …
[[nodiscard]] std::string_view ladder_words(int step);

/// Whether a reading is shown as "perhaps": it is right less often than two times in three. 0: how sure is not told.
[[nodiscard]] constexpr bool is_unsure(double confidence) {
  return confidence > 0 && confidence < 2.0 / 3;
}

/// What a reader can point at: a statement, or a claim that nobody is given for. It has one label, one mark in the text
/// and one card, and every count on a page is of these.
struct Passage {
  std::string_view id;                             // of its card: "a3", "c2"
  std::uint32_t number = 0;                        // from 1, in text order
  Tone tone = Tone::none;                          //
  const ReportAttribution* attribution = nullptr;  // either this
  const ReportClaim* claim = nullptr;              // or this
  bool unsure = false;                             // perhaps it is no statement, or not with these words
  bool source_unsure = false;                      // perhaps it is somebody else's

  /// Either is unsure.
  [[nodiscard]] bool perhaps() const { return unsure || source_unsure; }
  /// "X3", and "X3?" where it is unsure.
  [[nodiscard]] std::string label() const;
};

class ReportIndex {
 public:
  explicit ReportIndex(const Report& report);

  [[nodiscard]] const ReportSource* source(std::string_view id) const;
  [[nodiscard]] const ReportAttribution* attribution(std::string_view id) const;
  [[nodiscard]] Tone tone(const ReportAttribution& attribution) const;
  [[nodiscard]] Tone tone(const ReportSource& source) const;
  /// Position in Report::attributions of the statements given to the source, in text order.
  [[nodiscard]] const std::vector<std::uint32_t>& said_by(const ReportSource& source) const;
  /// … and of those it relays.
  [[nodiscard]] const std::vector<std::uint32_t>& relayed_by(const ReportSource& source) const;
  /// Statements and claims without attribution, in text order.
  [[nodiscard]] const std::vector<Passage>& passages() const { return passages_; }
  /// That of an attribution; of a claim its own, or its first attribution's. Null where it is not shown.
  [[nodiscard]] const Passage* passage(std::string_view id) const;
  [[nodiscard]] std::size_t passages_of(Tone tone) const;
  /// The first claim that holds the attribution, or null.
  [[nodiscard]] const ReportClaim* claim_of(const ReportAttribution& attribution) const;
  /// Positions in Report::findings that name the attribution, by number.
  [[nodiscard]] const std::vector<std::uint32_t>& findings_of(const ReportAttribution& attribution) const;
  /// Of Report::findings[i], from 1 (worst_first.h).
  [[nodiscard]] std::uint32_t finding_number(std::size_t i) const { return finding_numbers_[i]; }
  /// What keeps the chain from being traced, a sentence each; empty where it is traced.
  [[nodiscard]] std::vector<std::string> gaps(const ReportAttribution& attribution) const;
  /// Whether all that is given to the source is given to it perhaps.
  [[nodiscard]] bool unsure(const ReportSource& source) const;
  /// Sources that speak, in the order in which a person wants them: named, not named, others; the most used first.
  [[nodiscard]] std::vector<const ReportSource*> sources_of(bool (*wanted)(const ReportSource&)) const;

 private:
  void find_passages();

  const Report& report_;
  std::unordered_map<std::string_view, std::uint32_t> sources_, attributions_;
  std::vector<std::vector<std::uint32_t>> said_, relayed_;  // by position in Report::sources
  std::vector<const ReportClaim*> claim_of_;                // by position in Report::attributions
  std::vector<std::vector<std::uint32_t>> findings_of_;     // likewise
  std::vector<std::uint32_t> finding_numbers_;
  std::vector<Passage> passages_;
  std::unordered_map<std::string_view, std::uint32_t> passage_of_;  // by id of attribution or claim
};

/// The three groups of a list of sources.
[[nodiscard]] bool is_named(const ReportSource& source);
[[nodiscard]] bool is_anonymous(const ReportSource& source);
[[nodiscard]] bool is_general(const ReportSource& source);

/// The outlet itself, which is nobody's source but its own.
[[nodiscard]] bool is_own(const ReportSource& source, const Report& report);

}  // namespace hearsay
