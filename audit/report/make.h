// From the values of all stages to the view model: bytes become code points, indices become ids, numbers are rounded so
// that the same input gives the same bytes on every machine. Not here: any markup.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "attributions/attribution.h"
#include "corrections/corrected.h"
#include "document/document.h"
#include "language/languages.h"
#include "report/report.h"
#include "rules/program.h"
#include "score/scorecard.h"
#include "sources/source.h"
#include "tokens/token.h"
#include "trace/trace.h"

namespace hearsay {

/// What a policy says of one of its checks.
struct CheckText {
  std::string id;
  std::string why;         // why the policy asks
  std::string page;        // what it rests on, or ""
  std::string title = {};  // for people: "A source without a name"
};

/// The words of the policy that judged; the judging itself is score/.
struct PolicyText {
  std::string id;
  std::string name;
  std::vector<CheckText> checks;
  std::vector<std::string> questions;  // for the desk
};

/// Everything make_report reads; all must outlive the call only.
struct ReportInput {
  const Document& document;
  const Text& text;
  const Attributions& attributions;
  const Sources& sources;
  const Trace& trace;
  const Scorecard& scorecard;
  std::span<const Rule> rules;      // Program::rules
  std::span<const PackInfo> packs;  // Program::packs
  const PolicyText& policy;
  ToldLanguage language = {};            // no code: it was not asked
  const Corrected* corrected = nullptr;  // null: nobody could correct anything
};

/// Sources are s1 … in order of first mention, attributions a1 … in order of their cue, claims c1 … in text order. An
/// index that points nowhere gives no id; nothing fails.
[[nodiscard]] Report make_report(const ReportInput& input);

}  // namespace hearsay
