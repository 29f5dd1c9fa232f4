// Utterances and articles as the bytes of a temporary file, and back. For one run on one machine: the order of bytes is
// the machine's. A record begins with its size; what is compared stands first, so that it is read alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "trace/collection.h"
#include "trace/thread.h"

namespace hearsay {

void append_spooled(std::string& bytes, const ArticleFacts& article);
/// Without its signature and what its article has.
void append_spooled(std::string& bytes, const Utterance& utterance);

/// Bytes that hold most records whole.
inline constexpr std::size_t kSpooledHead = 768;
/// Of the record that begins here, its size included.
[[nodiscard]] std::size_t spooled_size(std::string_view bytes);

[[nodiscard]] ArticleFacts spooled_facts(std::string_view record);
[[nodiscard]] Utterance spooled_wording(std::string_view record);
[[nodiscard]] Utterance spooled_utterance(std::string_view record);

}  // namespace hearsay
