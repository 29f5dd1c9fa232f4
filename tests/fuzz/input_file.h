// An input as a file, for what reads files by their paths.
#pragma once

#include <filesystem>
#include <string_view>

namespace hearsay::fuzz {

/// The bytes in a file of this name, in a folder of this process that goes with it. The next call may write over it.
[[nodiscard]] std::filesystem::path file_of(std::string_view bytes, std::string_view name);

}  // namespace hearsay::fuzz
