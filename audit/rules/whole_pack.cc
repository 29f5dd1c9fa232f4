// require_whole: pack.xml against what was loaded.
#include "rules/whole_pack.h"

#include <algorithm>

#include "rules/pack_files.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostNamed = 8;  // missing lexicons in one message

std::filesystem::path pack_file(const LoadOptions& options) {
  return options.root / options.language / "pack.xml";
}

std::string quoted_list(const std::vector<std::string>& names) {
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), kMostNamed); ++i) list += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > kMostNamed) list += " and " + std::to_string(names.size() - kMostNamed) + " more";
  return list;
}

std::string remedy_of(const LoadOptions& options) {
  const std::string there = packs_in(options.root);
  return there.empty() ? "no pack is here; name the rules folder with --rules, or leave --rules out"
                       : "packs here: " + there + "; take what is missing from the program's own rules";
}

}  // namespace

std::string packs_in(const std::filesystem::path& root) {
  std::vector<std::string> names;
  std::error_code failure;
  for (auto at = std::filesystem::directory_iterator(root, failure);
       !failure && at != std::filesystem::directory_iterator(); at.increment(failure)) {
    std::error_code ignored;
    if (std::filesystem::is_regular_file(at->path() / "pack.xml", ignored))
      names.push_back(at->path().filename().string());
  }
  std::sort(names.begin(), names.end());
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

bool has_pack(const std::filesystem::path& root, std::string_view language) {
  if (language.empty() || !std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
    return false;  // no path
  std::error_code failure;
  return std::filesystem::is_regular_file(root / language / "pack.xml", failure);
}

void require_whole(const LoadOptions& options, const Pack& pack, Diagnostics& diagnostics) {
  const std::filesystem::path path = pack_file(options);
  const std::string folder = path.parent_path().string();
  PackFiles files;
  std::error_code failure;
  if (std::filesystem::is_regular_file(path, failure)) files.read(path, diagnostics);
  if (files.all().empty() || std::string_view(files.all().back()->root().name()) != "pack") {
    throw Fatal({.file = folder, .message = "this is no rule pack: it has no pack.xml", .remedy = remedy_of(options)});
  }
  if (pack.program.rules.empty())
    throw Fatal({.file = folder, .message = "this pack holds no rule", .remedy = remedy_of(options)});
  std::vector<std::string> missing;
  for (const pugi::xml_node node : files.all().back()->root().children("lexicon")) {
    const char* id = node.attribute("id").as_string();
    const LexiconId found = pack.program.lexicons.named(id);
    if (found == kNoLexicon || pack.program.lexicons.starts(found).empty())
      missing.push_back("lexicon " + std::string(id));
  }
  const LanguageWords& language = pack.program.vocabulary.language;
  for (std::size_t role = 0; role < kRoleCount; ++role) {
    if (!language.given.test(role)) missing.push_back("role " + std::string(role_name(static_cast<Role>(role))));
  }
  for (std::size_t ending = 0; ending < kEndingCount; ++ending) {
    if (!language.given_endings.test(ending))
      missing.push_back("endings " + std::string(ending_name(static_cast<WordEnding>(ending))));
  }
  if (!missing.empty()) {
    throw Fatal({.file = folder, .message = "this pack lacks " + quoted_list(missing), .remedy = remedy_of(options)});
  }
}

bool wants_evidence(const LoadOptions& options) {
  Diagnostics ignored;
  PackFiles files;
  files.read(pack_file(options), ignored);
  return !files.all().empty() && files.all().back()->root().child("evidence");
}

}  // namespace hearsay
