// The pack's lists are disjoint; a word that is in two is what the first says.
#include "tokens/abbreviations.h"

#include <array>

#include "base/word_hash.h"

namespace hearsay {
namespace {

struct AbbreviationRole {
  Role role;
  Abbreviation kind;
};
constexpr std::array<AbbreviationRole, 5> kAbbreviationRoles = {
    {{Role::abbreviation_of_title, Abbreviation::title},
     {Role::abbreviation_anywhere, Abbreviation::plain},
     {Role::abbreviation_capitalised, Abbreviation::capital},
     {Role::abbreviation_of_state, Abbreviation::place},
     {Role::abbreviation_before_figure, Abbreviation::numbered}}};

}  // namespace

Abbreviation abbreviation_of(std::string_view lower, const ClosedWords& closed) {
  const ClosedWords::Row row = closed.row(word_hash(lower));
  if (row == 0) return Abbreviation::none;
  for (const AbbreviationRole& one : kAbbreviationRoles) {
    if (closed.has(row, one.role)) return one.kind;
  }
  return Abbreviation::none;
}

}  // namespace hearsay
