// The fingerprints of what may be corrected in an article, for whoever makes corrections: the desk, the command line.
#pragma once

#include <string>

#include "report/report.h"
#include "report/text_index.h"

namespace hearsay {

/// One JSON object: attributions, sources and claims by id, findings (by number, then those that are not sure) and
/// struck readings as lists, each with fingerprint and words (docs/corrections.md). Of a report that was made here;
/// what was read back has none to tell.
[[nodiscard]] std::string write_targets(const Report& report);

/// The words by which a person knows the thing: "said: the gate was open …", at most kMostCorrectionWords bytes.
class TargetWords {
 public:
  explicit TargetWords(const Report& report);
  [[nodiscard]] std::string of(const ReportAttribution& attribution) const;
  [[nodiscard]] std::string of(const ReportStruck& struck) const;
  [[nodiscard]] std::string of(const ReportSource& source) const;
  [[nodiscard]] std::string of(const ReportClaim& claim) const;
  [[nodiscard]] std::string of(const ReportFinding& finding) const;

 private:
  [[nodiscard]] std::string said(const CodeSpans& cue, const CodeSpans& content) const;
  [[nodiscard]] std::string words(const CodeSpans& spans) const;
  TextIndex index_;
};

}  // namespace hearsay
