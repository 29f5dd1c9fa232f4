// Files first (with their includes), then lexicons and registers, whose words make the vocabulary, then the rules that
// refer to them. What a file is, its root element says.
#include "rules/load.h"

#include "rules/compile_lexicons.h"
#include "rules/load_lexicons.h"
#include "rules/load_register.h"
#include "rules/pack_files.h"

namespace hearsay {

Pack load_pack(const LoadOptions& options, Diagnostics& diagnostics) {
  const std::filesystem::path language = options.root / options.language;
  std::error_code failure;
  if (!std::filesystem::is_directory(language, failure)) {
    throw Fatal({.file = options.root.string(),
                 .message = "no rules for \"" + options.language + "\" here",
                 .remedy = "name the rules folder with --rules",
                 .source_line = {}});
  }
  PackFiles files;
  for (const auto& folder : {language / "lexicons", language, options.root / "registers"}) {
    if (std::filesystem::is_directory(folder, failure)) files.read(folder, diagnostics);
  }
  for (const auto& path : options.extra) files.read(path, diagnostics);

  Pack pack;
  LexiconBuilder lexicons(pack.program.vocabulary);
  RegisterBuilder registers(pack.program.vocabulary);
  for (const auto& file : files.all()) {
    const std::string_view root = file->root().name();
    if (root == "lexicons") {
      load_lexicons(*file, lexicons, diagnostics);
    } else if (root == "register") {
      registers.load(*file, diagnostics);
    } else if (root != "rules") {
      diagnostics.push_back(file->error(file->place(file->root()), "unknown root element <" + std::string(root) + ">",
                                        "a file of a pack is <rules>, <lexicons> or <register>"));
    }
  }
  pack.registers = registers.finish(diagnostics);
  pack.program.lexicons = lexicons.finish();
  return pack;
}

}  // namespace hearsay
