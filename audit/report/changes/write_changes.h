// Two versions compared, for people and programs. Everything in them comes from articles and is escaped for where it
// goes.
#pragma once

#include <string>

#include "report/changes/changes.h"
#include "report/write_text.h"

namespace hearsay {

/// A line a change: "Source no longer named: Ana Ruiz → an official", with its words below.
[[nodiscard]] std::string write_changes_text(const VersionChanges& changes, const TextOptions& options = {});

/// {"changes": [{"kind", "old", "new", "old_span", "new_span", "severity", …}], "correction_noted", …}; ends with a
/// newline. `old` and `new` are null where that version has nothing there.
[[nodiscard]] std::string write_changes_json(const VersionChanges& changes);

/// One self-contained page: the changes, then both texts side by side; makes no request, works without JavaScript.
[[nodiscard]] std::string write_changes_html(const VersionChanges& changes);
/// The same without its frame, for a page that is served.
[[nodiscard]] std::string write_changes_body(const VersionChanges& changes);

/// What a change is in a few words: "Ana Ruiz → an official"; words that are too long for that are left out.
[[nodiscard]] std::string change_subject(const Change& change);
/// What its traits say, for people: "stronger"; "" where they say nothing.
[[nodiscard]] std::string change_traits(const Change& change);
/// "3 changes of sourcing: 1 error, 1 warning, 1 note", "no change of sourcing".
[[nodiscard]] std::string changes_counted(const VersionChanges& changes);
/// What must be said of the pair as a whole: whether a correction is noted, and where hardly a word was kept.
[[nodiscard]] std::string changes_remark(const VersionChanges& changes);

}  // namespace hearsay
