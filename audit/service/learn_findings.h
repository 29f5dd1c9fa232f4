// What a careful editor would raise, from articles and the marks somebody made in them.
#pragma once

#include <filesystem>

#include "service/choices.h"
#include "service/listener.h"
#include "service/session.h"

namespace hearsay {

/// `folder` holds the marks, a file ID.json for each article. raised.tsv is written to the folder `out`; how well
/// it is told is said. Throws Fatal where no article has marks.
void learn_findings_from(const InputChoice& articles, const std::filesystem::path& folder, const Session& session,
                         const std::filesystem::path& out, Listener& listener);

}  // namespace hearsay
