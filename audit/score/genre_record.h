// The genre that an outlet itself gives to a piece: in its record, its section, its address, a label of the headline or
// a line above the text.
#pragma once

#include "document/document.h"
#include "rules/program.h"
#include "score/genre.h"

namespace hearsay {

/// The surest that says one; an empty id where none does. Names of sections and labels are the pack's lexicons
/// genre-section, genre-label and genre-kicker.
[[nodiscard]] Genre genre_of_record(const Document& document, const Program& program);

}  // namespace hearsay
