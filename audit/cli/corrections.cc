// hearsay corrections: what people said of an article, beside it: list, add, undo, import, export, targets. The clock
// and the user's name are read here, and nowhere below.
#include "service/corrections.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <utility>

#include "cli/commands.h"
#include "corrections/correction_json.h"
#include "corrections/correction_xml.h"
#include "report/exports/write_brat.h"
#include "report/plain.h"
#include "report/write_targets.h"
#include "service/outputs.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

/// The file that a verb is about.
const std::string& article_of(const CommandLine& line) {
  if (line.operands.empty()) throw Fatal({.message = "no FILE is given", .remedy = "see hearsay corrections -h"});
  return line.operands.front();
}

/// What the program makes of an article, as people corrected it. Throws Fatal where it is no single article that can be
/// read.
Report audited(const std::string& file, const CommandLine& line, Console& console) {
  InputChoice input = input_of(line);
  input.paths = {file};
  input.from = From::file;
  Engines engines;
  const Session session = open_session(line.settings, engines, console);
  std::optional<Report> report;
  std::size_t articles = 0;
  (void)for_each_article(
      input, session, console,
      {.render = [](const Analysis& analysis,
                    Outcome& outcome) { outcome.report = report_of(analysis, *outcome.session->engine); },
       .take =
           [&](Outcome&& outcome) {
             if (!outcome.report) return;
             ++articles;
             report = std::move(outcome.report);
           }});
  if (articles != 1)
    throw Fatal({.file = file,
                 .message = articles == 0 ? "there is no article to correct" : "more than one article lies there",
                 .remedy = "give the file of one article"});
  return std::move(*report);
}

std::string line_of(const ReportCorrection& one) {
  const Correction& said = one.said;
  std::string words = fmt::format("{}  {:<10}  {} {}", said.id, one.state, correction_kind_name(said.kind),
                                  one_line(said.value.empty() ? said.source_kind : said.value));
  if (!one.of.empty()) words += ", of " + one.of;
  if (!said.words.empty()) words += fmt::format("\n    “{}”", cut_to(one_line(said.words), 88));
  words += fmt::format("\n    {}, {}", one_line(said.by), said.at);
  if (!said.reason.empty()) words += ": " + one_line(said.reason);
  if (!said.evidence.empty()) words += " (" + one_line(said.evidence) + ")";
  if (!one.why.empty()) words += "\n    " + capitalised(one_line(one.why));
  return words + '\n';
}

ExitCode list_them(const CommandLine& line, Console& console) {
  (void)article_of(line);
  for (const std::string& file : line.operands) {
    const Report report = audited(file, line, console);
    if (report.corrections.empty()) console.say(file + ": nobody corrected anything");
    for (const ReportCorrection& one : report.corrections) console.out(line_of(one));
  }
  return ended(console);
}

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

std::string user() {
  const char* name = std::getenv("USER");
  return name == nullptr ? "" : name;
}

ExitCode add(const CommandLine& line, Console& console) {
  const std::string& file = article_of(line);
  if (line.operands.size() < 2 || line.operands.size() > 3)
    throw Fatal({.message = "FILE, THING and VALUE are wanted", .remedy = "see hearsay corrections -h"});
  const SaidCorrection& said = line.said;
  const Correction correction = correction_of({.thing = line.operands[1],
                                               .value = line.operands.size() > 2 ? line.operands[2] : "",
                                               .source_kind = said.source_kind,
                                               .reason = said.reason,
                                               .evidence = said.evidence,
                                               .by = said.by.empty() ? user() : said.by,
                                               .at = said.at.empty() ? now() : said.at},
                                              audited(file, line, console));
  const bool added = change_corrections(file, [&](Corrections& all) { return add_correction(all, correction); });
  console.say(fmt::format("{} {} in {}", correction.id, added ? "added" : "is there already", corrections_file(file)));
  return ended(console);
}

ExitCode undo(const CommandLine& line, Console& console) {
  const std::string& file = article_of(line);
  for (std::size_t i = 1; i < line.operands.size(); ++i) {
    const std::string& id = line.operands[i];
    if (!change_corrections(file, [&](Corrections& all) { return remove_correction(all, id); }))
      throw Fatal({.file = corrections_file(file),
                   .message = "there is no correction " + id,
                   .remedy = "hearsay corrections list " + file + " tells which there are"});
    console.say(id + " undone");
  }
  return ended(console);
}

ExitCode import_them(const CommandLine& line, Console& console) {
  const std::string& file = article_of(line);
  Corrections given;
  for (std::size_t i = 1; i < line.operands.size(); ++i) {
    Corrections more = read_given_corrections(line.operands[i]);
    given.insert(given.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  std::size_t added = 0;
  (void)change_corrections(file, [&](Corrections& all) {
    const std::size_t before = all.size();
    all.insert(all.end(), given.begin(), given.end());
    put_in_order(all);
    added = all.size() - before;
    return added != 0;
  });
  console.say(fmt::format("{} of {} added to {}", added, counted(given.size(), "correction", "corrections"),
                          corrections_file(file)));
  return ended(console);
}

/// The articles, what people said of them, and what judges them.
ReadFiles files_of(const CommandLine& line, Console& console) {
  Engines engines;
  return files_read(input_of(line), open_session(line.settings, engines, console));
}

/// STEM.txt and STEM.ann of each article: what evaluate, calibrate and learn read.
void export_brat(const CommandLine& line, Console& console) {
  if (!line.out)
    throw Fatal(
        {.message = "brat needs a folder", .remedy = "give --out DIR: STEM.txt and STEM.ann are written there"});
  Outputs outputs(files_of(line, console));
  make_folder(*line.out);
  for (const std::string& file : line.operands) {
    const Report report = audited(file, line, console);
    const fs::path stem = fs::path(*line.out) / report.id;
    for (const auto& [suffix, bytes] :
         {std::pair(".txt", report.text), std::pair(".ann", write_brat(report, {.flat = line.flat}))}) {
      const std::string path = stem.string() + suffix;
      if (const auto problem = outputs.write(path, bytes)) console.report(*problem);
    }
  }
  console.say(fmt::format("{} in {}", counted(line.operands.size(), "article", "articles"), *line.out));
}

ExitCode export_them(const CommandLine& line, Console& console) {
  const std::string& file = article_of(line);
  if (line.correction_format == CorrectionFormat::brat) {
    export_brat(line, console);
    return ended(console);
  }
  Diagnostics diagnostics;
  const Corrections corrections = read_corrections(file, diagnostics);
  console.report(diagnostics);
  const std::string bytes = line.correction_format == CorrectionFormat::xml ? write_correction_xml(corrections)
                                                                            : write_correction_list(corrections);
  if (!line.out) {
    console.out(bytes);
  } else if (const auto problem = Outputs(files_of(line, console)).write(*line.out, bytes)) {
    console.report(*problem);
  }
  return ended(console);
}

ExitCode targets(const CommandLine& line, Console& console) {
  console.out(write_targets(audited(article_of(line), line, console)));
  return ended(console);
}

constexpr std::array<NamedVerb, 6> kCorrectionVerbs = {{{"list", &list_them},
                                                        {"add", &add},
                                                        {"undo", &undo},
                                                        {"import", &import_them},
                                                        {"export", &export_them},
                                                        {"targets", &targets}}};

}  // namespace

ExitCode run_corrections(const CommandLine& line, Console& console) {
  return run_verb(kCorrectionVerbs, "corrections", line, console);
}

}  // namespace hearsay
