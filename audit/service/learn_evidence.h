// The evidence's weights from annotated text.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "service/listener.h"
#include "service/session.h"

namespace hearsay {

/// `folders` are TEXT_DIR and GOLD_DIR (annotated_pairs.h); `silver` holds STEM.tsv with tags of another tagger. All
/// weights and the model made of them are written to the folder `out`; what cannot be is reported.
void learn_evidence(const std::vector<std::string>& folders, const std::optional<std::string>& silver,
                    const Session& session, const std::filesystem::path& out, Listener& listener);

}  // namespace hearsay
