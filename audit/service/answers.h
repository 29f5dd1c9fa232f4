// A folder of answers from a store: each question that needs no further word, as pages that link to one another and as
// CSV.
#pragma once

#include <string>

#include "service/listener.h"
#include "store/question.h"

namespace hearsay {

/// `question` says what all of them are asked of: outlet, dates, limits. What cannot be written is reported. Throws
/// Fatal where the folder cannot be made or the store not be read.
void write_answers(const std::string& store, Question question, const std::string& folder, Listener& listener);

}  // namespace hearsay
