// hearsay explain: why each attribution was found, for whoever doubts one.
#include <charconv>
#include <filesystem>
#include <map>

#include "cli/commands.h"
#include "explain_attributions.h"

namespace hearsay {
namespace {

/// "draft.txt:12" is line 12 of draft.txt, unless there is a file of that very name.
std::uint32_t take_line(std::string& path) {
  std::error_code error;
  const std::size_t colon = path.rfind(':');
  if (colon == std::string::npos || colon == 0 || std::filesystem::exists(path, error)) return 0;
  std::uint32_t line = 0;
  const char* const end = path.data() + path.size();
  const auto [rest, failed] = std::from_chars(path.data() + colon + 1, end, line);
  if (failed != std::errc() || rest != end) return 0;
  path.resize(colon);
  return line;
}

}  // namespace

ExitCode run_explain(const CommandLine& line, Console& console) {
  InputChoice articles = input_of(line);
  std::map<std::string, std::uint32_t> lines;  // by path
  for (std::string& path : articles.paths) {
    const std::uint32_t number = take_line(path);
    lines[path] = number;
  }
  SettingsChoice choice = line.settings;
  if (!articles.paths.empty()) choice.beside = articles.paths.front();  // without its line
  Engines engines;
  const Session session = open_session(choice, engines, console);
  const Sink sink{
      .render =
          [&](const Analysis& analysis, Outcome& outcome) {
            if (const Withheld& withheld = analysis.scorecard.withheld; withheld.id == "language") {
              outcome.diagnostics.push_back(
                  {.severity = Severity::note, .file = outcome.file, .message = withheld.why});
              return;
            }
            const auto at = lines.find(outcome.file);
            outcome.out =
                explain_attributions(analysis, *outcome.session->engine, {.line = at == lines.end() ? 0 : at->second});
            if (outcome.out.empty())
              outcome.diagnostics.push_back(
                  {.severity = Severity::note, .file = outcome.file, .message = "no attribution is found there"});
          },
      .take = [&](Outcome&& outcome) { console.print(outcome.out); }};
  const Totals totals = for_each_article(articles, session, console, sink);
  return exit_code_of(totals, FailOn::never, console);
}

}  // namespace hearsay
