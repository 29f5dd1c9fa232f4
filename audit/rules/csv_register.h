// A register that an editor keeps in a spreadsheet: CSV made into the XML of a register, each entry on the line on
// which its row begins, so that every message about it names the row. Columns are described in rules/README.md.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace hearsay {

/// The register `id`, "" where there is no table. Rows that cannot be an entry are reported and left out; what the
/// XML's own reader checks (kinds, dates, doubles) is left to it.
[[nodiscard]] std::string csv_register(std::string_view bytes, const std::string& path, const std::string& id,
                                       Diagnostics& diagnostics);

}  // namespace hearsay
