// The compiled model: evidence.bin. Made from the weight files when the program is built, mapped when it starts; all
// numbers are little-endian. A file of another edition, size or sum is refused and the program goes on with rules
// alone.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "evidence/weights.h"
#include "evidence/weights_text.h"

namespace hearsay {

/// The bytes of evidence.bin. Rows whose value does not fit, or whose key another row has, are reported and left out.
[[nodiscard]] std::string compile_weights(const Weights& weights, Diagnostics& diagnostics);

/// The same as a model in memory, for the learner and tests.
[[nodiscard]] Model model_of(const Weights& weights, Diagnostics& diagnostics);

/// Maps a file; an empty model and one diagnostic where it cannot be used. Under a millisecond.
[[nodiscard]] Model load_model(const std::string& path, Diagnostics& diagnostics);

/// A model over bytes that it keeps; `name` is for the message.
[[nodiscard]] Model model_from_bytes(std::string_view bytes, const std::string& name, Diagnostics& diagnostics);

}  // namespace hearsay
