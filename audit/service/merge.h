// Stores and files of records folded into one store.
#pragma once

#include <string>
#include <vector>

#include "service/listener.h"
#include "store/store.h"

namespace hearsay {

struct MergeTotals {
  StoreTotals stored;
  bool interrupted = false;  // by a signal: what was read so far is in the store, and a merge anew goes on
};

/// Into `out`, made where it is not there. An input is a store or the records of scorecards, "-" standard input. One
/// that cannot be read (on) is reported, and the others go on. Throws Fatal where `out` cannot be written, or is one of
/// the inputs.
[[nodiscard]] MergeTotals merge_stores(const std::string& out, const std::vector<std::string>& inputs,
                                       Listener& listener);

}  // namespace hearsay
