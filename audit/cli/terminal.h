// How wide the terminal is that standard output goes to.
#pragma once

#include <cstddef>

namespace hearsay {

/// Columns, 40 to 110; 80 where it is no terminal.
[[nodiscard]] std::size_t terminal_width();

}  // namespace hearsay
