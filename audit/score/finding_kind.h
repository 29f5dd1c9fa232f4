// What a finding is about, as editors speak of it. One thing draws one finding.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hearsay {

enum class FindingKind : std::uint8_t {
  anonymous,        // a source without a name
  unsourced,        // a claim in the writer's own voice
  unclear_speaker,  // words, and nobody is given for them
  secondhand,       // taken over from another medium
  unanswered,       // an accusation without a word of whom it is about
  document,         // a paper that the reader cannot find
  single_source,    // the article rests on one voice
  contradiction,    // two places that cannot both be right
  other,
};
inline constexpr std::size_t kFindingKindCount = 9;
[[nodiscard]] std::string_view finding_kind_name(FindingKind kind);  // "unclear-speaker"
[[nodiscard]] std::optional<FindingKind> finding_kind_named(std::string_view name);

}  // namespace hearsay
