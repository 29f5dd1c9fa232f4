// Corrections beside articles: the one place that finds, reads and writes NAME.hearsay.xml, and turns what a person
// points at into a correction. What corrections do is the stages' (corrections/, score/settle.h).
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "corrections/corrected.h"
#include "corrections/correction.h"
#include "report/report.h"

namespace hearsay {

/// Where the corrections of the article in a file are, or would be written: "draft.md.hearsay.xml" where that is there,
/// else "draft.hearsay.xml". "" where the file can have none: standard input.
[[nodiscard]] std::string corrections_file(const std::string& article);

/// None where there is no such file. What is wrong with it is said with its place, and left out.
[[nodiscard]] Corrections read_corrections(const std::string& article, Diagnostics& diagnostics);

/// Reads, changes and writes them while no other program of ours does, aside and renamed; a file that becomes empty is
/// removed. False where `change` says that nothing is to be written. Throws Fatal where the file is broken (nothing
/// that stands in it is to be lost), would hold too many, or cannot be written.
bool change_corrections(const std::string& article, const std::function<bool(Corrections&)>& change);

/// A file that somebody gives: XML or JSON. Throws Fatal where it cannot be read or anything is wrong with it.
[[nodiscard]] Corrections read_given_corrections(const std::string& file);

/// What a person points at and says, before it is known what that is.
struct SaidOfThing {
  std::string thing;  // "a3", "s2", "c5", "f1", a fingerprint, or some of its words
  std::string value;  // as docs/corrections.md has it; a name gives an attribution to somebody
  std::string source_kind, reason, evidence, by, at;
};

/// The correction that is meant by it in the article of a report that was made here (make_report). Throws Fatal where
/// nothing is meant, or more than one thing, and where the correction is not sound.
[[nodiscard]] Correction correction_of(const SaidOfThing& said, const Report& report);

/// "2 corrections are not met; see hearsay corrections list draft.md"; none where all are.
[[nodiscard]] std::optional<Diagnostic> unmet_note(const Corrected& corrected, const std::string& article);

}  // namespace hearsay
