// hearsay compare: versions of one article, and what changed in who says what. A gate where --fail-on says so.
#include <fmt/format.h>

#include <filesystem>
#include <string>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "report/changes/write_changes.h"
#include "report/plain.h"
#include "service/compare_articles.h"
#include "service/outputs.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

/// Several pairs as one document: JSON in a list, text one after the other.
std::string document_of(const std::vector<VersionChanges>& pairs, const CommandLine& line, Console& console) {
  const ChangesFormat& format = *line.changes_format;
  TextOptions options;
  if (!line.out) options = {.width = terminal_width(), .colour = console.colour_out()};
  if (pairs.size() == 1) return format.write(pairs.front(), options);
  std::string out;
  if (format.id == "json") out = "{\"schema\": \"hearsay.comparisons/1\", \"comparisons\": [";
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (i != 0) out += format.id == "json" ? ",\n" : "\n";
    out += format.write(pairs[i], options);
  }
  if (format.id == "json") out += "]}\n";
  return out;
}

bool is_folder(const std::string& path) {
  std::error_code error;
  return path.ends_with('/') || fs::is_directory(path, error);
}

/// A page a pair, where there are several.
void write_pages(const std::vector<VersionChanges>& pairs, const CommandLine& line, Outputs& outputs,
                 Console& console) {
  const ChangesFormat& format = *line.changes_format;
  make_folder(*line.out);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    std::string name = fmt::format("{}-", i + 1);
    for (const char c : pairs[i].newer.id.substr(0, 80)) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
      name += plain ? c : '-';
    }
    name += format.extension;
    if (const auto problem = outputs.write((fs::path(*line.out) / name).string(), format.write(pairs[i], {})))
      console.report(*problem);
  }
}

}  // namespace

ExitCode run_compare(const CommandLine& line, Console& console) {
  const CompareChoice choice{.operands = line.operands, .git = line.git, .store = line.store, .input = input_of(line)};
  ComparedVersions compared = compare_articles(choice, line.settings, console);
  Outputs outputs(std::move(compared.read));
  if (!line.out) refuse_printing_on(outputs.read());
  if (line.out && is_folder(*line.out)) {
    write_pages(compared.pairs, line, outputs, console);
  } else if (!compared.pairs.empty()) {
    if (compared.pairs.size() > 1 && line.changes_format->id == "html")
      throw Fatal({.message = fmt::format("{} comparisons are no one page", compared.pairs.size()),
                   .remedy = "give a folder: --out DIR/"});
    const std::string bytes = document_of(compared.pairs, line, console);
    if (!line.out) {
      console.out(bytes);
    } else if (const auto problem = outputs.write(*line.out, bytes)) {
      console.report(*problem);
    }
  }
  console.flush();
  std::size_t failing = 0;
  for (const VersionChanges& one : compared.pairs) {
    for (const Change& change : one.changes) failing += line.change_gate.fails(change, one) ? 1U : 0U;
  }
  if (failing != 0) console.say(counted(failing, "change fails", "changes fail") + " the gate (--fail-on)");
  if (compared.interrupted) return ExitCode::interrupted;
  if (console.failed()) return ExitCode::failed;
  return failing != 0 ? ExitCode::findings : ExitCode::clean;
}

}  // namespace hearsay
