// In what the members of a thread differ, which of them came first, and how many independent ways they came.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/closed_words.h"
#include "trace/thread.h"

namespace hearsay {

/// Earliest first; without a date last; then by article and place in it. A total order where ids are unique.
[[nodiscard]] bool earlier(const Utterance& left, const Utterance& right);

/// In the order of the enumeration. What one member does not state (a date, a medium, a source) does not differ from
/// what another states; that a relay is named does. `language` is that of the names.
[[nodiscard]] std::vector<Difference> differences_of(std::span<const Utterance> utterances,
                                                     std::span<const std::uint32_t> members,
                                                     const LanguageWords& language);

/// Ways by which the utterance came that do not depend on one another: members are of one way where they come through
/// the same first relay (the one next to the origin), from the same outlet, or, naming no relay, in exactly the same
/// words, which one may have copied from the other. At least 1 where there is a member.
[[nodiscard]] std::size_t independent_chains(std::span<const Utterance> utterances,
                                             std::span<const std::uint32_t> members);

/// Admiralty credibility that it was said: 6 with one independent chain or anonymous sources alone, 3 with a named one
/// and an anonymous one, 2 with two or more whose source is named, 1 with three or more of which one rests on a
/// document.
[[nodiscard]] int credibility_of(std::span<const Utterance> utterances, std::span<const std::uint32_t> members);

}  // namespace hearsay
