// Files first (with their includes), then the language, by which words are cut and inflected, then lexicons and
// registers, whose words make the vocabulary, then the rules that refer to them. What a file is, its root element says.
#include "rules/load.h"

#include <algorithm>

#include "base/digest.h"
#include "rules/calibration.h"
#include "rules/compile.h"
#include "rules/compile_lexicons.h"
#include "rules/load_genre.h"
#include "rules/load_language.h"
#include "rules/load_lexicons.h"
#include "rules/load_register.h"
#include "rules/load_rules.h"
#include "rules/pack_files.h"
#include "rules/whole_pack.h"

namespace hearsay {
namespace {

/// One record: name and version from the first file that gives them, the digest over all files in order of path.
std::vector<PackInfo> pack_infos(const PackFiles& files, const std::string& language) {
  PackInfo info{.name = language, .version = {}, .sha256 = {}, .title = {}};
  std::vector<const SourceFile*> sorted;
  for (const auto& file : files.all()) {
    sorted.push_back(file.get());
    if (info.version.empty()) info.version = file->root().attribute("version").value();
    if (std::string_view(file->root().name()) != "pack") continue;
    info.title = file->root().attribute("name").value();
    info.graded = file->root().attribute("graded").as_bool(true);
  }
  std::sort(sorted.begin(), sorted.end(),
            [](const SourceFile* a, const SourceFile* b) { return a->path() < b->path(); });
  std::vector<std::string_view> parts;
  parts.reserve(sorted.size());
  for (const SourceFile* file : sorted) parts.push_back(file->bytes());
  info.sha256 = sha256_hex(parts);
  return {info};
}

/// Each file says whose language it is, and so how its words change.
void add_language(const std::vector<const SourceFile*>& files, LanguageWords& words, Diagnostics& diagnostics) {
  for (const SourceFile* file : files) {
    if (std::string_view(file->root().name()) == "language") load_language(*file, words, diagnostics);
  }
}

}  // namespace

LanguageWords load_language_words(const LoadOptions& options, Diagnostics& diagnostics) {
  PackFiles files;
  std::error_code failure;
  const std::filesystem::path folder = options.root / options.language / "language";
  if (std::filesystem::is_directory(folder, failure)) files.read(folder, diagnostics);
  LanguageWords words;
  std::vector<const SourceFile*> read;
  for (const auto& file : files.all()) read.push_back(file.get());
  add_language(read, words, diagnostics);
  return words;
}

Pack load_pack(const LoadOptions& options, Diagnostics& diagnostics) {
  const std::filesystem::path language = options.root / options.language;
  std::error_code failure;
  if (!std::filesystem::is_directory(language, failure)) {
    const std::string there = packs_in(options.root);
    throw Fatal({.file = options.root.string(),
                 .message = "no rules for \"" + options.language + "\" here",
                 .remedy = there.empty() ? "name the rules folder with --rules" : "packs here: " + there,
                 .source_line = {}});
  }
  PackFiles files;
  for (const auto& folder : {language / "language", language / "lexicons", language, options.root / "registers"}) {
    if (std::filesystem::is_directory(folder, failure)) files.read(folder, diagnostics);
  }
  const std::size_t own = files.all().size();
  for (const auto& path : options.extra) files.read(path, diagnostics);
  std::vector<const SourceFile*> read;
  for (std::size_t i = 0; i < files.all().size(); ++i) {
    const SourceFile& file = *files.all()[i];
    if (i < own || !options.registers_alone || std::string_view(file.root().name()) == "register")
      read.push_back(&file);
  }

  Pack pack;
  LanguageWords& words = pack.program.vocabulary.language;
  add_language(read, words, diagnostics);
  LexiconBuilder lexicons(pack.program.vocabulary);
  RegisterBuilder registers(pack.program.vocabulary);
  for (const SourceFile* file : read) {
    const std::string_view root = file->root().name();
    if (root == "lexicons") {
      load_lexicons(*file, lexicons, diagnostics);
    } else if (root == "register") {
      registers.load(*file, diagnostics);
    } else if (root != "rules" && root != "pack" && root != "language" && root != "page") {  // pages: load_page.h
      diagnostics.push_back(
          file->error(file->place(file->root()), "unknown root element <" + std::string(root) + ">",
                      "a file of a pack is <rules>, <language>, <page>, <lexicons>, <register> or <pack>"));
    }
  }
  pack.registers = registers.finish(diagnostics);
  pack.program.lexicons = lexicons.finish();

  RuleLoader rules(pack.program.lexicons, words, diagnostics);
  for (const SourceFile* file : read) {
    if (std::string_view(file->root().name()) == "rules") rules.collect_defines(*file);
  }
  for (const SourceFile* file : read) {
    if (std::string_view(file->root().name()) == "rules") rules.load(*file, pack.program.rules);
  }
  load_calibration(language / "calibration.tsv", pack.program, diagnostics);
  pack.program.genre = load_genre_weights(language / "genre.tsv", diagnostics);
  compile(pack.program, diagnostics);
  pack.program.packs = pack_infos(files, options.language);
  return pack;
}

}  // namespace hearsay
