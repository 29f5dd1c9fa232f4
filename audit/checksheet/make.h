// From an audited article to its check sheet: every checkable item once, in the order of the text, with what the
// article and the draft's own notes tell of it. Pure; no clock.
#pragma once

#include <vector>

#include "attributions/attribution.h"
#include "checksheet/verified.h"
#include "mentions/article.h"
#include "report/checksheet/checksheet.h"
#include "report/report.h"
#include "rules/program.h"
#include "score/scorecard.h"
#include "sources/source.h"

namespace hearsay {

/// All by reference; they must outlive the call.
struct CheckSheetInput : Article {
  const Attributions& attributions;
  const Sources& sources;
  const Scorecard& scorecard;
  const Program& program;
  const Report& report;                      // of the same analysis: its a1 is attribution 0
  std::vector<VerifiedWords> verified = {};  // what originals say; empty: none were given
};

/// At most kMostCheckItems; near linear in the text.
inline constexpr std::size_t kMostCheckItems = 20'000;
[[nodiscard]] CheckSheet make_checksheet(const CheckSheetInput& input);

}  // namespace hearsay
