// hearsay audit: a scorecard per article and format, printed or written to --out.
#include <sys/ioctl.h>
#include <unistd.h>

#include <filesystem>
#include <memory>

#include "cli/archive.h"
#include "cli/articles.h"
#include "cli/commands.h"
#include "cli/outputs.h"
#include "report/write_brat.h"
#include "report/write_html.h"
#include "report/write_json.h"
#include "report/write_text.h"
#include "report/write_xml.h"

namespace hearsay {
namespace {

struct Plan {
  std::vector<Format> formats;
  std::string folder;  // "" = print
  BratOptions brat;
  TextOptions text;
};

std::size_t terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
    return std::min<std::size_t>(size.ws_col, 110);
  return 80;
}

std::string write(Format format, const Report& report, const Plan& plan) {
  switch (format) {
    case Format::html:
      return write_html(report);
    case Format::xml:
      return write_xml(report);
    case Format::json:
      return write_json(report);
    case Format::brat:
      return write_brat(report, plan.brat);
    case Format::text:
      return write_text(report, plan.text);
  }
  return {};
}

Plan make_plan(const CommandLine& line, const Console& console) {
  Plan plan{.formats = line.formats, .folder = line.out.value_or(""), .brat = {.flat = line.flat}, .text = {}};
  if (plan.formats.empty() && plan.folder.empty() && line.store) return plan;  // nothing is printed
  if (plan.formats.empty()) plan.formats = {plan.folder.empty() ? Format::text : Format::html};
  if (plan.folder.empty()) {
    if (plan.formats.size() > 1)
      throw Fatal({.message = "several formats cannot share standard output", .remedy = "add --out DIR"});
    plan.text = {.width = terminal_width(), .colour = console.colour_out()};
  }
  return plan;
}

// Where one document after another makes no file of the format.
bool needs_folder(const CommandLine& line, const Plan& plan) {
  if (!plan.folder.empty() || plan.formats.empty() || plan.formats.front() == Format::text ||
      plan.formats.front() == Format::json)
    return false;
  std::error_code error;
  return line.operands.size() > 1 ||
         (line.operands.size() == 1 && std::filesystem::is_directory(line.operands.front(), error));
}

void write_files(const Input& input, const Report& report, const Plan& plan, Outcome& outcome) {
  for (const Format format : plan.formats) {
    const std::string path =
        (std::filesystem::path(plan.folder) / (input.id + std::string(format_extension(format)))).string();
    if (same_file(path, input.path)) {
      outcome.diagnostics.push_back(
          {.file = path, .message = "the scorecard would replace the article itself", .remedy = "give another --out"});
    } else if (auto problem = write_file(path, write(format, report, plan))) {
      outcome.diagnostics.push_back(std::move(*problem));
    }
  }
}

}  // namespace

ExitCode run_audit(const CommandLine& line, Console& console) {
  const Plan plan = make_plan(line, console);
  if (needs_folder(line, plan)) {
    throw Fatal({.message = "several articles in this format cannot share standard output", .remedy = "add --out DIR"});
  }
  const Session session = open_session(line, console);
  if (!plan.folder.empty()) make_folder(plan.folder);
  std::unique_ptr<StoreWriter> store;
  std::string rules;
  if (line.store) {
    store = std::make_unique<StoreWriter>(*line.store);
    rules = rules_digest(session);
    store->load_known(rules);
  }
  const auto render = [&](const Input& input, const Analysis& analysis, Outcome& outcome) {
    count_findings(analysis.scorecard, outcome);
    Report report = report_of(analysis, session.engine);
    if (!plan.folder.empty()) {
      write_files(input, report, plan, outcome);
    } else if (!plan.formats.empty()) {
      outcome.out = write(plan.formats.front(), report, plan);
    }
    if (store) keep(std::move(report), rules, outcome);
  };
  const Totals totals = for_each_article(line, session, console, render, store.get());
  if (store) {
    StoreTotals stored = store->finish();
    stored.unchanged += totals.unchanged;
    console.say(stored_line(stored, *line.store));
  }
  if (!plan.folder.empty()) {
    console.say(std::to_string(totals.articles) + (totals.articles == 1 ? " scorecard in " : " scorecards in ") +
                plan.folder);
  }
  return exit_code_of(totals, session.settings.fail_on, console);
}

}  // namespace hearsay
