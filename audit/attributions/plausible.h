// What a reading by the evidence must show to be one, whatever its probability; and whose words it tells of where the
// nearest phrase is not who speaks.
#pragma once

#include "attributions/attribution.h"
#include "attributions/reading.h"
#include "base/span.h"

namespace hearsay {

/// Whether nobody speaks by this phrase: a time ("Tuesday"), or "you" outside quotations, which is anybody.
[[nodiscard]] bool is_no_speaker(const Reading& reading, TokenRange source);

/// "made a block", "reached the top of the list": no word of speech or attitude in the cue or its object, no quotation
/// and no clause in the content, which is not empty.
[[nodiscard]] bool is_bare_act(const Reading& reading, const Attribution& attribution);

/// "Two builders accused of shoddy work", "Residents urged to stay home": done to whom the phrase before it names.
[[nodiscard]] bool is_undergone(const Reading& reading, TokenRange source, TokenRange cue);

/// Who speaks in "[The union] sent a letter to Chief Lopez demanding answers", where `source` is who was written to;
/// else `source`.
[[nodiscard]] TokenRange sender_of(const Reading& reading, TokenRange source, TokenRange cue);

/// Moves the begin of what is said before a tag that ends its sentence to the sentence's own begin: "More than forty
/// died when the ferry sank, officials said".
void take_whole_lead(const Reading& reading, Attribution& attribution);

/// "An aide, who was not allowed to speak, confirmed those figures": the subject before its verb, with a relative
/// clause and no verb of its own, says what stands behind; it was read as said by that.
void turn_round(const Reading& reading, Attribution& attribution);

/// "Ruiz told “Harbour News Sunday.”": a name between marks of whom one speaks to, or through whom, is nothing said.
void drop_hearers(const Reading& reading, Attribution& attribution);

}  // namespace hearsay
