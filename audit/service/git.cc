#include "service/git.h"

#include <cstdint>
#include <iterator>
#include <system_error>

#include "base/diagnostic.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostDiffBytes = 512ULL << 20U;

std::string_view line_of(std::string_view text) {
  return text.substr(0, text.find('\n'));
}

}  // namespace

Subprocess run_git(const fs::path& folder, std::vector<std::string> arguments, std::string_view option) {
  // A repository's settings can name programs; those that these commands would ask are off.
  std::vector<std::string> all = {
      "git", "-C", folder.string(), "-c", "core.quotepath=off", "-c", "core.fsmonitor=false"};
  all.insert(all.end(), std::make_move_iterator(arguments.begin()), std::make_move_iterator(arguments.end()));
  Subprocess run = run_subprocess(all, kMostDiffBytes);
  if (run.exit == 127 && run.err.empty())
    throw Fatal({.message = std::string(option) + " needs git, and there is none",
                 .remedy = "install git, or leave out " + std::string(option)});
  if (run.cut)
    throw Fatal(
        {.file = folder.string(), .message = "git has too many changes to tell", .remedy = "give a later revision"});
  return run;
}

fs::path git_top(const std::string& path, std::string_view option) {
  std::error_code error;
  fs::path folder = fs::canonical(path, error);
  if (!fs::is_directory(folder, error)) folder = folder.parent_path();
  const Subprocess top = run_git(folder, {"rev-parse", "--show-toplevel"}, option);
  if (top.exit != 0)
    throw Fatal({.file = path,
                 .message = "lies in no git repository: " + std::string(line_of(top.err)),
                 .remedy = "leave out " + std::string(option) + ", or name files of a repository"});
  return {line_of(top.out)};
}

std::string git_commit(const fs::path& top, const std::string& revision, std::string_view option) {
  const Subprocess known =
      run_git(top, {"rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"}, option);
  if (known.exit != 0)
    throw Fatal({.file = top.filename().string(),
                 .message = "git knows no revision '" + revision + "' here",
                 .remedy = "see git log; a shallow clone needs git fetch --unshallow"});
  return std::string(line_of(known.out));
}

void check_revision(const std::string& revision, std::string_view option) {
  if (revision.empty() || revision.starts_with('-'))
    throw Fatal({.message = std::string(option) + " is '" + revision + "'",
                 .remedy = "give a revision: " + std::string(option) + " main, " + std::string(option) + " HEAD~3"});
}

}  // namespace hearsay
