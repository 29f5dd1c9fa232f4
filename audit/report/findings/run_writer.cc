// What each form looks like stands in its own file. What only the whole run knows is decided here: what stands between
// two pieces, and how many annotations GitHub still shows.
#include "report/findings/run_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/plain.h"

namespace hearsay {

int severity_rank(const std::string& severity) {
  return severity == "error" ? 2 : severity == "warning" ? 1 : 0;
}

std::string check_help(const RunCheck& check) {
  std::string help = check.why;
  if (!check.page.empty()) help += " It rests on " + check.page + " .";
  if (!help.empty())
    help += " To let one place stand: [hearsay:ignore " + check.id + " the reason] on a line before it.";
  return help;
}

std::string RunWriter::piece(const Report& report, const RunPolicy& policy) const {
  return format_.article(report, policy);
}

std::string RunWriter::piece(const RunProblem& problem) const {
  return format_.problem == nullptr ? std::string() : format_.problem(problem);
}

std::string RunWriter::begin() const {
  return format_.head == nullptr ? std::string() : format_.head();
}

std::string RunWriter::add_commands(const std::string& piece) {
  std::string out;
  for (std::size_t begin = 0; begin < piece.size();) {
    const std::size_t end = std::min(piece.find('\n', begin), piece.size() - 1) + 1;
    const char kind = piece[begin + 2];  // "::error", "::warning", "::notice"
    // The last notice is kept for what is said at the end.
    const std::size_t most = kind == 'n' ? kMostAnnotations - 1 : kMostAnnotations;
    if (++commands_[kind] <= most) out.append(piece, begin, end - begin);
    begin = end;
  }
  return out;
}

std::string RunWriter::add(const std::string& piece) {
  if (piece.empty()) return {};
  if (format_.capped) return add_commands(piece);
  const bool first = !any_;
  any_ = true;
  return first ? piece : std::string(format_.between) + piece;
}

std::string RunWriter::end(const std::vector<RunPolicy>& policies, std::size_t failures, RunEnding ending) {
  std::string last;
  if (ending == RunEnding::interrupted && !format_.says_ending)
    last = add(piece({.path = "hearsay", .line = 0, .message = "interrupted: articles behind this were not read"}));
  if (format_.tail != nullptr)
    return last + format_.tail({.version = version_, .policies = policies, .failures = failures, .ending = ending});
  std::size_t hidden = 0;
  for (const auto& [kind, count] : commands_) {
    const std::size_t most = kind == 'n' ? kMostAnnotations - 1 : kMostAnnotations;
    hidden += count > most ? count - most : 0;
  }
  if (hidden == 0) return last;
  return last + fmt::format(
                    "::notice title=hearsay::{} more findings are not shown here: GitHub shows {} of a kind. The job's "
                    "summary "
                    "begins with them; the other formats have all.\n",
                    hidden, kMostAnnotations);
}

}  // namespace hearsay
