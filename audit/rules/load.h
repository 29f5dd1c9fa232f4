// From files to a pack: rules, lexicons and registers, compiled. The one place of rules/ that opens files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "rules/program.h"
#include "rules/register.h"

namespace hearsay {

/// Everything the stages know of the language and the world. Immutable once loaded.
struct Pack {
  Program program;
  Register registers;
};

struct LoadOptions {
  std::filesystem::path root;  // the rules folder: root/en/*.xml, root/registers/*.xml
  std::string language = "en";
  std::vector<std::filesystem::path> extra;  // rule or register files or folders of a newsroom, loaded after
  bool registers_alone = false;              // of the extra files: their rules are for another language
  std::filesystem::path image;               // the same folders compiled (pack_image.h); "": read from their files
};

/// Loads and compiles. A broken rule, entry or file is reported as an error with its place and left out; the rest
/// stands. An image that was made of the very bytes of these files stands for them, unless there are extra ones. Throws
/// Fatal only where `root` holds no pack at all.
[[nodiscard]] Pack load_pack(const LoadOptions& options, Diagnostics& diagnostics);

/// The bytes of an image of the pack; "", and why, where its files are not all faultless and its own.
[[nodiscard]] std::string make_pack_image(const LoadOptions& options, Diagnostics& diagnostics);

/// The closed words of a pack's language alone, for whoever cuts text without rules. Empty where there is no pack.
[[nodiscard]] LanguageWords load_language_words(const LoadOptions& options, Diagnostics& diagnostics);

}  // namespace hearsay
