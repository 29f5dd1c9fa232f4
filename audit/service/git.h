// git, asked for what it knows of a working tree. Nothing of a repository's settings is run.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "service/subprocess.h"

namespace hearsay {

/// Runs git in a folder. Throws Fatal where there is none or it wrote more than anybody wants; any other failure is in
/// the result. `option`: what of ours needs it, "--since", for messages.
[[nodiscard]] Subprocess run_git(const std::filesystem::path& folder, std::vector<std::string> arguments,
                                 std::string_view option);

/// The top of the repository in which a file or folder lies. Throws Fatal where it lies in none; `path` must be there.
[[nodiscard]] std::filesystem::path git_top(const std::string& path, std::string_view option);

/// The commit that a revision names. Throws Fatal where git knows none.
[[nodiscard]] std::string git_commit(const std::filesystem::path& top, const std::string& revision,
                                     std::string_view option);

/// Throws Fatal where it would be taken for an option.
void check_revision(const std::string& revision, std::string_view option);

}  // namespace hearsay
