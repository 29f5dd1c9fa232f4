// Whether two utterances are one, from their aligned words and who says them: the one place of the thresholds.
#pragma once

#include "language/closed_words.h"
#include "trace/thread.h"

namespace hearsay {

/// How sure it is that both are one quotation; 0: they are not. Short words need one speaker, long ones do not.
/// Symmetric.
[[nodiscard]] double quotation_likeness(const Utterance& left, const Utterance& right, const LanguageWords& language);

/// How sure it is that both are one claim in other words; 0: they are not. All figures and most names must agree.
[[nodiscard]] double claim_likeness(const Utterance& left, const Utterance& right, const LanguageWords& language);

}  // namespace hearsay
