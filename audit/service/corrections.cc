// The folder of the article is locked while a file in it is changed: no lock is left behind, and two programs wait for
// each other.
#include "service/corrections.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "archive/inputs.h"
#include "corrections/correction_json.h"
#include "corrections/correction_xml.h"
#include "service/outputs.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

class FolderLock {
 public:
  explicit FolderLock(const fs::path& folder)
      : descriptor_(open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    // A file system that has no locks is written without one.
    while (descriptor_ >= 0 && flock(descriptor_, LOCK_EX) != 0 && errno == EINTR) {
    }
  }
  ~FolderLock() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int descriptor_;
};

bool is_there(const std::string& file) {
  std::error_code error;
  return fs::is_regular_file(file, error);
}

}  // namespace

std::string corrections_file(const std::string& article) {
  if (article.empty() || article == "-") return {};
  std::string whole = article + std::string(kCorrectionsSuffix);
  if (is_there(whole)) return whole;
  const fs::path path(article);
  return (path.parent_path() / (path.stem().string() + std::string(kCorrectionsSuffix))).string();
}

Corrections read_corrections(const std::string& article, Diagnostics& diagnostics) {
  const std::string file = corrections_file(article);
  if (file.empty() || !is_there(file)) return {};
  std::string bytes;
  if (auto problem = read_file(file, kMostCorrectionBytes, bytes)) {
    problem->remedy = "its corrections are not applied";
    diagnostics.push_back(std::move(*problem));
    return {};
  }
  return read_correction_xml(bytes, file, diagnostics);
}

bool change_corrections(const std::string& article, const std::function<bool(Corrections&)>& change) {
  const std::string file = corrections_file(article);
  if (file.empty())
    throw Fatal({.message = "standard input has no place for corrections", .remedy = "save the article as a file"});
  const FolderLock lock(fs::path(file).parent_path());
  Diagnostics diagnostics;
  Corrections corrections = read_corrections(article, diagnostics);
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity != Severity::error) continue;
    diagnostic.remedy = "mend it first, so that nothing of it is lost";
    throw Fatal(std::move(diagnostic));
  }
  if (!change(corrections)) return false;
  if (corrections.size() > kMostCorrections)
    throw Fatal({.file = file,
                 .message = fmt::format("more than {} corrections", kMostCorrections),
                 .remedy = "undo those that are superseded"});
  if (corrections.empty()) {
    std::error_code error;
    fs::remove(file, error);
    if (error) throw Fatal({.file = file, .message = "cannot be removed: " + error.message(), .remedy = {}});
    return true;
  }
  if (auto problem = write_file(file, write_correction_xml(corrections))) throw Fatal(std::move(*problem));
  return true;
}

Corrections read_given_corrections(const std::string& file) {
  std::string bytes;
  if (auto problem = read_file(file, kMostCorrectionBytes, bytes)) throw Fatal(std::move(*problem));
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first != std::string::npos && bytes[first] == '{') {
    Corrections corrections;
    if (const auto fault = read_correction_list(bytes, corrections))
      throw Fatal({.file = file, .message = fault->message, .remedy = "see docs/corrections.md"});
    return corrections;
  }
  Diagnostics diagnostics;
  Corrections corrections = read_correction_xml(bytes, file, diagnostics);
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::error) throw Fatal(std::move(diagnostic));
  }
  return corrections;
}

std::optional<Diagnostic> unmet_note(const Corrected& corrected, const std::string& article) {
  const auto count = std::count_if(corrected.outcomes.begin(), corrected.outcomes.end(),
                                   [](const CorrectionOutcome& one) { return one.state == CorrectionState::not_met; });
  if (count == 0) return std::nullopt;
  return Diagnostic{
      .severity = Severity::note,
      .file = article,
      .message = count == 1 ? "a correction is not met" : fmt::format("{} corrections are not met", count),
      .remedy = "hearsay corrections list " + article + " tells which"};
}

}  // namespace hearsay
