#include "score/contradictions/find.h"

#include <algorithm>
#include <array>

#include "score/contradictions/parts.h"

namespace hearsay {
namespace {

constexpr std::string_view kContradictions[kContradictionKindCount] = {"name", "title",   "age",     "share",
                                                                       "sum",  "weekday", "wording", "speaker"};

}  // namespace

std::string_view contradiction_kind_name(ContradictionKind kind) {
  return kContradictions[static_cast<std::size_t>(kind)];
}

std::vector<Contradiction> find_contradictions(const ScoreInput& input) {
  Contradictions found;
  if (input.text.tokens.empty()) return found;
  const ValueWords words(input, input.program.lexicons);
  const PersonNames names = find_person_names(input);
  find_two_spellings(input, names, found);
  find_two_ages(input, words, names, found);
  find_two_ranks(input, words, names, found);
  find_wrong_shares(input, words, found);
  find_wrong_sums(input, words, found);
  find_wrong_weekdays(input, words, found);
  find_two_wordings(input, found);
  std::stable_sort(found.begin(), found.end(), [](const Contradiction& a, const Contradiction& b) {
    return a.here != b.here ? a.here < b.here : a.kind < b.kind;
  });
  std::array<std::size_t, kContradictionKindCount> counts{};
  std::erase_if(found, [&](const Contradiction& one) {
    return ++counts[static_cast<std::size_t>(one.kind)] > kMostContradictions;
  });
  return found;
}

}  // namespace hearsay
