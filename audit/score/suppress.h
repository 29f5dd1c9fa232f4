// What a text's own suppressions (document/suppressions.h) do to its findings. They never change a measure: a reason to
// let a finding stand makes no source less anonymous.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "score/policy.h"
#include "score/scorecard.h"
#include "tokens/token.h"

namespace hearsay {

inline constexpr std::string_view kUnusedSuppression = "suppression-unused";
inline constexpr std::string_view kRenamedSuppression = "suppression-renamed";
inline constexpr std::string_view kUnreasonedSuppression = "suppression-without-reason";

/// Marks the findings that the text lets stand, and adds one for each suppression that meets none or gives no reason
/// (which then has no effect). Findings about the whole article are met by those of the article alone.
/// Whether kQuotationDiffers finds something is not known here: of it no suppression is called unused.
void suppress(const Document& document, const Text& text, const Policy& policy, std::vector<Finding>& findings);

/// The reason with which the text lets findings of a check stand that begin at this byte; "": it does not.
[[nodiscard]] std::string suppressed_at(const Document& document, std::string_view check, std::uint32_t byte);

}  // namespace hearsay
