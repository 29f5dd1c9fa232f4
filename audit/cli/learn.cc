// hearsay learn: the evidence's weights from annotated text.
#include <filesystem>

#include "cli/commands.h"
#include "service/learn_evidence.h"
#include "service/learn_findings.h"
#include "service/learn_links.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

fs::path out_of(const CommandLine& line, const Session& session) {
  return line.out ? fs::path(*line.out) : evidence_folder(session);
}

ExitCode learn_who_is_who(const CommandLine& line, Console& console) {
  if (line.operands.empty())
    throw Fatal(
        {.message = "nothing to learn from", .remedy = "give tables, columns or folders; see hearsay learn --help"});
  Engines engines;
  const Session session = open_session(line.settings, engines, console);
  learn_links_from(line.operands, session, out_of(line, session), console);
  return ended(console);
}

// The operands are articles, as `audit` reads them, and, last, the folder of their marks.
ExitCode learn_what_is_raised(const CommandLine& line, Console& console) {
  if (line.operands.size() < 2 || !fs::is_directory(line.operands.back()))
    throw Fatal({.message = "articles and the folder of their marks are wanted",
                 .remedy = "give PATH… MARKS_DIR; see hearsay learn --help"});
  Engines engines;
  const Session session = open_session(line.settings, engines, console);
  InputChoice articles = input_of(line);
  articles.paths.pop_back();
  learn_findings_from(articles, line.operands.back(), session, out_of(line, session), console);
  return ended(console);
}

}  // namespace

ExitCode run_learn(const CommandLine& line, Console& console) {
  if (line.links) return learn_who_is_who(line, console);
  if (line.findings) return learn_what_is_raised(line, console);
  if (!line.out && !line.settings.rules)
    throw Fatal({.message = "nowhere to write",
                 .remedy = "give --out DIR, or the rules folder whose evidence is to be replaced by --rules DIR"});
  Engines engines;
  const Session session = open_session(line.settings, engines, console);
  learn_evidence(line.operands, line.silver, session, out_of(line, session), console);
  return ended(console);
}

}  // namespace hearsay
