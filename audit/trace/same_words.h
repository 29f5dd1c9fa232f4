// Which utterances are one without being compared further: the same words and, where they are short, of one speaker.
#pragma once

#include <cstdint>

#include "trace/thread.h"

namespace hearsay {

/// Is it the same utterance, word by word? Transitive. Few words that nobody is given for may be a term, a title, a
/// stock phrase: they are the same within one article alone. Asks no article's id: who holds them knows.
[[nodiscard]] bool same_words(const Utterance& left, const Utterance& right, bool same_article);

/// Equal where `same_words` holds. Not for keeps: another version may make another one.
[[nodiscard]] std::uint64_t same_words_hash(const Utterance& utterance);

}  // namespace hearsay
