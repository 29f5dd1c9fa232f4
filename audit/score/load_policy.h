// From policies/checks.xml and policies/ID.xml to a Policy. The one place of score/ that opens files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "score/policy.h"

namespace hearsay {

/// Loads a policy. `root` is the rules folder. `id` is "default", "ap" … or the path of a newsroom's own file (it ends
/// in
/// ".xml"), which may say extends="ap". An unknown check, fact, severity, threshold, measure or placeholder is an error
/// with its place and is left out; the rest stands. Throws Fatal, with the policies that there are, where there is none
/// of this id or its file cannot be read: nothing would be asked of any article.
[[nodiscard]] Policy load_policy(const std::filesystem::path& root, std::string_view id, Diagnostics& diagnostics);

/// Ids of the policies in root/policies, sorted.
[[nodiscard]] std::vector<std::string> list_policies(const std::filesystem::path& root);

}  // namespace hearsay
