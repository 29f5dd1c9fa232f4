// What a person says of one thing in an article, as a plain value: a reading is wrong, these words are hers, this
// finding is settled. It knows its thing by a fingerprint of words. docs/corrections.md tells kinds, values and limits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

enum class CorrectionKind : std::uint8_t {
  reading,      // of an attribution: "wrong", "right"
  source,       // of an attribution: the name of who says it
  named,        // of a source: "named", "not-named"
  source_kind,  // of a source: the name of a kind
  finding,      // of a finding: "settled", "open"
  claim,        // of a claim: "open", "confirmed", "changed", "query", "cannot-verify", "cut"
};
inline constexpr std::size_t kCorrectionKindCount = 6;
/// "reading", "source", "named", "source-kind", "finding", "claim".
[[nodiscard]] std::string_view correction_kind_name(CorrectionKind kind);
[[nodiscard]] std::optional<CorrectionKind> correction_kind_named(std::string_view name);

struct Correction {
  std::string id;  // 16 hexadecimal digits, of all the others (correction_id)
  CorrectionKind kind = CorrectionKind::reading;
  std::uint64_t target = 0;  // fingerprint of the thing
  std::string words;         // of the thing, for people; by a source's it is also known again
  std::string value;         // as the kind says
  std::string source_kind;   // of `source`: what a source is that the article does not have otherwise; "": not given
  std::string reason;        // why; the note of a claim
  std::string evidence;      // what shows it
  std::string by;            // who says so
  std::string at;            // "2026-05-04T09:12:00Z"
  bool operator==(const Correction&) const = default;
};

inline constexpr std::size_t kMostCorrections = 10'000;         // of one article
inline constexpr std::size_t kMostCorrectionWords = 400;        // bytes of words, value, by
inline constexpr std::size_t kMostCorrectionReason = 4'000;     // bytes of reason, evidence
inline constexpr std::size_t kMostCorrectionBytes = 16U << 20;  // of a file or list of them

/// The values that a kind may have; empty for `source`, whose value is a name.
[[nodiscard]] const std::vector<std::string_view>& correction_values(CorrectionKind kind);
/// The kinds of sources that a correction may name.
[[nodiscard]] const std::vector<std::string_view>& correction_source_kinds();

/// What is wrong with a member of a correction that was given by somebody: "value" and why. Nothing: it is sound.
struct CorrectionFault {
  std::string member, why;
};
[[nodiscard]] std::optional<CorrectionFault> fault_of(const Correction& correction);

/// Of all members but the id.
[[nodiscard]] std::string correction_id(const Correction& correction);

/// Calls visit(name, words) for each member that is plain words, by the names they have in JSON; but the words of the
/// target.
template <class One, class Visit>
void for_each_words(One& correction, const Visit& visit) {
  visit("value", correction.value);
  visit("source_kind", correction.source_kind);
  visit("reason", correction.reason);
  visit("evidence", correction.evidence);
  visit("by", correction.by);
  visit("at", correction.at);
}

/// The corrections of one article: by kind, target, time and id; each id once.
using Corrections = std::vector<Correction>;

/// Sorts; of one id the first stays. So two people's are merged by one behind the other.
void put_in_order(Corrections& corrections);
/// False where it is there already.
bool add_correction(Corrections& corrections, Correction correction);
/// False where there is none of this id.
bool remove_correction(Corrections& corrections, std::string_view id);

}  // namespace hearsay
