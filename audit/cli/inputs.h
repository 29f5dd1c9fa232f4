// The files a run works on: what the PATHs of the command line stand for, and their bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace hearsay {

struct Input {
  std::string path;  // as the user gave it, or below the folder given; "-" is standard input
  std::string id;    // the file's name without its last extension; made unique: "stem", "stem-2"
};

/// Folders become the files in and below them, sorted by path, dot files left out. A path that is not there is an
/// error, the others go on; a name that had to be made unique is a note.
[[nodiscard]] std::vector<Input> expand_inputs(const std::vector<std::string>& paths, Diagnostics& diagnostics);

/// The file's bytes, or why they cannot be had. A file of more than `max_bytes` is not read to its end.
[[nodiscard]] std::optional<Diagnostic> read_file(const std::string& path, std::uint64_t max_bytes, std::string& bytes);

}  // namespace hearsay
