// A pack in one file, as the matcher has it: read in a few milliseconds where the XML files take twenty. Made by the
// build (rules/compile_pack_main.cc), never by an audit. It stands for files of these very bytes and for this program
// alone: an image of other files, of another build or a damaged one is passed over, and the files are read.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "rules/load.h"

namespace hearsay {

/// The bytes of `pack`, whose files lie below `root` and have the digest `files`.
[[nodiscard]] std::string write_pack_image(const Pack& pack, const LoadOptions& options, std::string_view files);

/// The pack, its places below `options.root`; none where the image is of other files, another build, or not whole.
[[nodiscard]] std::optional<Pack> read_pack_image(std::string_view bytes, const LoadOptions& options,
                                                  std::string_view files);

}  // namespace hearsay
