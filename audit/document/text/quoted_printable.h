// "=E2=80=9CNo,=E2=80=9D" for “No,”: text as mail programs wrap it, saved without its wrapping being undone.
#pragma once

#include <optional>
#include <string_view>

#include "base/mended.h"

namespace hearsay {

/// The text it stood for, in UTF-8; nothing where that is not sure. Sure is a text whose signs of equality all stand
/// before two hexadecimal digits or at the end of a line, and that so writes characters beyond ASCII or breaks lines.
/// Where a few others stand between, only characters beyond ASCII are put right.
[[nodiscard]] std::optional<Mended> mend_quoted_printable(std::string_view text);

}  // namespace hearsay
