// The weights of who is who, from files of text that tell who is meant.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "evidence/weights.h"
#include "service/listener.h"
#include "service/session.h"

namespace hearsay {

/// `paths` are tables, columns, or a folder of texts and behind it that of their labels. links.tsv and the model made
/// of all weights are written to the folder `out`; what cannot be is reported.
void learn_links_from(const std::vector<std::string>& paths, const Session& session, const std::filesystem::path& out,
                      Listener& listener);

/// Where the weights of the session's rules lie.
[[nodiscard]] std::filesystem::path evidence_folder(const Session& session);

/// The weight files of a folder; what is missing or broken is reported and left empty.
[[nodiscard]] Weights shipped_weights(const std::filesystem::path& folder, Diagnostics& diagnostics);

}  // namespace hearsay
