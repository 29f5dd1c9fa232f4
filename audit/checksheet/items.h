// The checkable items of a text, found kind by kind; what a row says of them is added later (make.cc).
#pragma once

#include <string>
#include <vector>

#include "checksheet/make.h"
#include "mentions/value_words.h"

namespace hearsay {

struct FoundItem {
  CheckItemKind kind = CheckItemKind::quotation;
  TokenRange range;                   // its words
  std::uint32_t attribution = kNone;  // that carries it
  std::uint32_t claim = kNone;        // index into Scorecard::claims
  double value = 0;                   // of a number
  std::string unit;                   // of a number, in lower case: what is counted; "" = nothing in particular
  std::string words;                  // where they are more than those of `range`; "" = those
};

using FoundItems = std::vector<FoundItem>;

void find_said(const CheckSheetInput& input, FoundItems& items);         // quotations, paraphrases
void find_names(const CheckSheetInput& input, FoundItems& items);        // names, documents, places
void find_accusations(const CheckSheetInput& input, FoundItems& items);  // of the scorecard's claims
/// Numbers, dates and superlatives. What lies in a name is no number: "Channel 4".
void find_values(const CheckSheetInput& input, const ValueWords& words, FoundItems& items);

/// The attribution in whose words each token lies, the outermost; kNone where there is none.
[[nodiscard]] std::vector<std::uint32_t> speakers_of(const CheckSheetInput& input);

/// Whether items are looked for in the block of this token.
[[nodiscard]] bool is_checked(const CheckSheetInput& input, std::uint32_t token);

}  // namespace hearsay
