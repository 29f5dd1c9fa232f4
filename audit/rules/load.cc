// Files first (with their includes), then the language, by which words are cut and inflected, then lexicons and
// registers, whose words make the vocabulary, then the rules that refer to them. What a file is, its root element says.
// Or all of it at once out of an image, where the files still have the bytes that it was made of.
#include "rules/load.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/digest.h"
#include "base/mapped_file.h"
#include "rules/calibration.h"
#include "rules/compile.h"
#include "rules/compile_lexicons.h"
#include "rules/load_genre.h"
#include "rules/load_language.h"
#include "rules/load_lexicons.h"
#include "rules/load_register.h"
#include "rules/load_rules.h"
#include "rules/pack_files.h"
#include "rules/pack_image.h"
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

std::vector<std::filesystem::path> folders_of(const LoadOptions& options) {
  const std::filesystem::path language = options.root / options.language;
  return {language / "language", language / "lexicons", language, options.root / "registers"};
}

std::filesystem::path calibration_of(const LoadOptions& options) {
  return options.root / options.language / "calibration.tsv";
}

std::filesystem::path genre_of(const LoadOptions& options) {
  return options.root / options.language / "genre.tsv";
}

/// Names, below the root, and bytes of all that a pack without extra files is loaded from; "" where one cannot be read.
std::string digest_of(const LoadOptions& options) {
  std::vector<std::string> pieces;
  const auto add = [&](const std::filesystem::path& path) {
    std::string bytes;
    const bool read = read_bytes(path, bytes);
    pieces.push_back(path.lexically_relative(options.root).string() + '\n' + std::to_string(bytes.size()) + '\n');
    pieces.push_back(std::move(bytes));
    return read;
  };
  for (const std::filesystem::path& folder : folders_of(options)) {
    for (const std::filesystem::path& path : xml_files(folder)) {
      if (!add(path)) return {};
    }
  }
  add(calibration_of(options));  // these two may be missing
  add(genre_of(options));
  const std::vector<std::string_view> views(pieces.begin(), pieces.end());
  return sha256_hex(views);
}

Pack load_files(const LoadOptions& options, PackFiles& files, Diagnostics& diagnostics) {
  std::error_code failure;
  for (const std::filesystem::path& folder : folders_of(options)) {
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
  load_calibration(calibration_of(options), pack.program, diagnostics);
  pack.program.genre = load_genre_weights(genre_of(options), diagnostics);
  compile(pack.program, diagnostics);
  pack.program.packs = pack_infos(files, options.language);
  return pack;
}

/// Of an image, where there is one of these files.
std::optional<Pack> imaged(const LoadOptions& options) {
  if (options.image.empty() || !options.extra.empty()) return std::nullopt;
  const MappedFile image(options.image.string());
  if (image.bytes().empty()) return std::nullopt;
  const std::string digest = digest_of(options);
  return digest.empty() ? std::nullopt : read_pack_image(image.bytes(), options, digest);
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
  std::error_code failure;
  if (!std::filesystem::is_directory(options.root / options.language, failure)) {
    const std::string there = packs_in(options.root);
    throw Fatal({.file = options.root.string(),
                 .message = "no rules for \"" + options.language + "\" here",
                 .remedy = there.empty() ? "name the rules folder with --rules" : "packs here: " + there,
                 .source_line = {}});
  }
  if (std::optional<Pack> pack = imaged(options)) return std::move(*pack);
  PackFiles files;
  return load_files(options, files, diagnostics);
}

std::string make_pack_image(const LoadOptions& options, Diagnostics& diagnostics) {
  PackFiles files;
  const Pack pack = load_files(options, files, diagnostics);
  std::size_t own = 0;
  for (const std::filesystem::path& folder : folders_of(options)) own += xml_files(folder).size();
  if (own != files.all().size())
    diagnostics.push_back({.file = (options.root / options.language).string(),
                           .message = "files from elsewhere are included",
                           .remedy = "an image knows the pack's own folders alone"});
  return diagnostics.empty() ? write_pack_image(pack, options, digest_of(options)) : std::string();
}

}  // namespace hearsay
