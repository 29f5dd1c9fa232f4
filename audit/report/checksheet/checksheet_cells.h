// The cells of an item, in the order of kCheckSheetColumnIds, for all writers.
#pragma once

#include <array>
#include <string>

#include "report/checksheet/checksheet.h"

namespace hearsay {

using CheckSheetCells = std::array<std::string, kCheckSheetColumns>;
[[nodiscard]] CheckSheetCells checksheet_cells(const CheckItem& item);

}  // namespace hearsay
