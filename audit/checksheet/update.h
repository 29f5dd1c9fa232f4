// A sheet that people worked on, carried over to a new version of the draft. Nothing that they entered is lost: it goes
// with its item, with the item that took its place, or to the end of the sheet.
#pragma once

#include <cstddef>

#include "report/checksheet/checksheet.h"

namespace hearsay {

struct UpdatedSheet {
  CheckSheet sheet;
  std::size_t kept = 0;      // with state and entries
  std::size_t reopened = 0;  // the words changed
  std::size_t added = 0;     // were not there before
  std::size_t gone = 0;      // of those with entries, at the end as cut
};

/// `fresh` is the sheet of the new version. An item is known by its id; names, places and documents also by their words
/// alone; else by kind and the likeness of item and sentence. One whose words changed is open again, keeps evidence and
/// notes, and says in its note what it was; its revision is one higher.
[[nodiscard]] UpdatedSheet update_checksheet(const CheckSheet& old, CheckSheet fresh);

}  // namespace hearsay
