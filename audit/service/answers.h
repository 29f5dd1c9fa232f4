// A folder of answers from a store: each question that needs no further word, as a page and as CSV, and the pages that
// their rows lead to: outlet to articles to scorecards, source to dossier to passages, finding to places, thread to
// articles.
#pragma once

#include <string>

#include "service/choices.h"
#include "service/listener.h"
#include "store/question.h"

namespace hearsay {

/// `question` says what all of them are asked of: outlet, dates, limits; `settings`, by what words threads are found.
/// What cannot be written is reported. Throws Fatal where the folder cannot be made or the store not be read.
void write_answers(const std::string& store, const Question& question, const std::string& folder,
                   const SettingsChoice& settings, Listener& listener);

}  // namespace hearsay
