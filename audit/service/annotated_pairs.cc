// annotated_pairs: both folders are listed once; an annotation finds its text by its name.
#include "service/annotated_pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

namespace hearsay {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const std::string& folder, std::string_view extension) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
    const bool hidden = at->path().filename().string().starts_with('.');
    if (!hidden && at->path().extension() == extension) files.push_back(at->path());
  }
  if (error) throw Fatal({.file = folder, .message = "cannot be read: " + error.message(), .remedy = "name a folder"});
  std::sort(files.begin(), files.end());
  return files;
}

/// "STEM_1a2f" -> "STEM"; else as it is.
std::string without_annotator(const std::string& stem) {
  constexpr std::size_t kSuffix = 5;
  if (stem.size() <= kSuffix || stem[stem.size() - kSuffix] != '_') return stem;
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return std::all_of(stem.end() - kSuffix + 1, stem.end(), is_hex) ? stem.substr(0, stem.size() - kSuffix) : stem;
}
}  // namespace

std::vector<AnnotatedPair> annotated_pairs(const std::vector<std::string>& folders, Listener& listener) {
  if (folders.size() != 2) {
    throw Fatal({.message = "two folders are needed: TEXT_DIR and GOLD_DIR",
                 .remedy = "STEM.txt in the one, its annotation STEM.ann (brat standoff) in the other"});
  }
  const std::string& texts = folders[0];
  const std::string& golds = folders[1];
  std::set<std::string> stems;
  for (const fs::path& text : files_in(texts, ".txt")) stems.insert(text.stem().string());
  std::set<std::string> used;
  std::vector<AnnotatedPair> pairs;
  std::size_t strays = 0;
  for (const fs::path& gold : files_in(golds, ".ann")) {
    std::string stem = gold.stem().string();
    if (!stems.contains(stem)) stem = without_annotator(stem);
    if (!stems.contains(stem)) ++strays;
    if (!stems.contains(stem) || !used.insert(stem).second) continue;
    pairs.push_back({.id = stem, .text = (fs::path(texts) / (stem + ".txt")).string(), .gold = gold.string()});
  }
  std::sort(pairs.begin(), pairs.end(), [](const AnnotatedPair& a, const AnnotatedPair& b) { return a.text < b.text; });
  const auto note = [&](std::size_t count, const char* what, const std::string& folder) {
    if (count != 0)
      listener.report(
          Diagnostic{.severity = Severity::note, .file = folder, .message = fmt::format("{} {}", count, what)});
  };
  note(strays, "annotations without a text are left out", golds);
  note(stems.size() - used.size(), "texts without an annotation are left out", texts);
  if (pairs.empty()) {
    throw Fatal({.file = golds,
                 .message = "no annotation goes with a text",
                 .remedy = "GOLD_DIR holds STEM.ann for STEM.txt in TEXT_DIR"});
  }
  return pairs;
}

}  // namespace hearsay
