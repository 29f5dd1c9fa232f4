// hearsay store: merge, info, check. For whoever keeps an archive; questions are asked by report and trace.
#include "store/store.h"

#include <fmt/format.h>

#include <array>
#include <fstream>
#include <iostream>
#include <utility>

#include "cli/archive.h"
#include "cli/commands.h"
#include "cli/outputs.h"
#include "report/read_json.h"

namespace hearsay {
namespace {

constexpr std::string_view kSqlite = "SQLite format 3";  // how such a file begins
constexpr std::size_t kLongestRecord = std::size_t{256} << 20;

void need_operands(const CommandLine& line) {
  if (line.operands.empty()) throw Fatal({.message = "no STORE is given", .remedy = "see hearsay store -h"});
}

bool is_store(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string head(kSqlite.size(), '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  return file && head == kSqlite;
}

// One input of a merge, article by article into the writer.
class Fold {
 public:
  Fold(StoreWriter& writer, Console& console, const std::string& path)
      : writer_(writer), console_(console), path_(path) {}

  void run() {
    if (path_ != "-" && is_store(path_)) {
      fold_store();
    } else {
      fold_records();
    }
  }

 private:
  void add(Report&& report, const std::string& rules) {
    PreparedArticle article;
    if (auto problem = prepare(std::move(report), rules, article)) {
      problem->file = path_;
      problem->line = line_;
      console_.report(*problem);
    } else {
      writer_.add(std::move(article));
    }
  }

  void fold_store() {
    StoreReader reader(path_);
    Diagnostics diagnostics;
    reader.for_each([&](Report&& report, const std::string& rules) { add(std::move(report), rules); }, diagnostics);
    console_.report(diagnostics);
  }

  void fold_records() {
    std::ifstream file;
    if (path_ != "-") file.open(path_, std::ios::binary);
    std::istream& in = path_ == "-" ? std::cin : file;
    if (path_ != "-" && !file.is_open()) {
      console_.report(
          Diagnostic{.file = path_, .message = "cannot be read", .remedy = "check its name and permissions"});
      return;
    }
    std::uint64_t others = 0;
    for (std::string record; std::getline(in, record);) {
      ++line_;
      if (!record.empty()) others += fold(record) ? 0U : 1U;
    }
    if (others != 0) {
      console_.report(Diagnostic{.severity = Severity::note,
                                 .file = path_,
                                 .message = fmt::format("{} records are no scorecards and were passed over", others)});
    }
    if (in.bad()) console_.report(Diagnostic{.file = path_, .message = "cannot be read to its end"});
  }

  // False where the record is something else than a scorecard.
  bool fold(const std::string& record) {
    Report report;
    Diagnostic problem;
    CardKind kind = CardKind::broken;
    if (record.size() > kLongestRecord) {
      problem = {.message = "this record is too long", .remedy = "give the output of hearsay audit --to jsonl"};
    } else {
      kind = read_json(record, report, problem);
    }
    if (kind == CardKind::other) return false;
    if (kind == CardKind::broken) {
      problem.file = path_;
      problem.line = line_;
      console_.report(problem);
      return true;
    }
    const std::string rules = rules_of_report(report);
    add(std::move(report), rules);
    return true;
  }

  StoreWriter& writer_;
  Console& console_;
  const std::string& path_;
  std::uint32_t line_ = 0;  // of a file of records
};

ExitCode merge(const CommandLine& line, Console& console) {
  need_operands(line);
  const std::string& out = line.operands.front();
  for (std::size_t i = 1; i < line.operands.size(); ++i) {
    if (same_file(out, line.operands[i]))
      throw Fatal({.file = out, .message = "a store cannot be merged into itself", .remedy = "give another OUT first"});
  }
  StoreWriter writer(out);
  for (std::size_t i = 1; i < line.operands.size(); ++i) {
    try {
      Fold fold(writer, console, line.operands[i]);
      fold.run();
    } catch (const Fatal& fatal) {
      if (fatal.diagnostic().file == out) throw;
      console.report(fatal.diagnostic());  // this input; the others go on
    }
  }
  console.say(stored_line(writer.finish(), out));
  return ended(console);
}

ExitCode info(const CommandLine& line, Console& console) {
  need_operands(line);
  for (const std::string& path : line.operands) {
    const StoreInfo info = StoreReader(path).info();
    std::string page = fmt::format("{}\n", path);
    const auto row = [&](const char* name, const auto& value) { page += fmt::format("  {:<14}{}\n", name, value); };
    row("version", info.version);
    row("size", fmt::format("{:.1f} MB", static_cast<double>(info.bytes) / 1e6));
    row("articles", info.articles);
    row("outlets", info.outlets);
    if (!info.first.empty()) row("published", info.first + " to " + info.last);
    row("sources", info.sources);
    row("attributions", info.attributions);
    row("claims", info.claims);
    row("findings", info.findings);
    row("rules", info.rules);
    row("state", info.indexed ? "whole" : "a run was cut short: run it again");
    console.out(page);
  }
  return ended(console);
}

ExitCode check(const CommandLine& line, Console& console) {
  need_operands(line);
  for (const std::string& path : line.operands) {
    const Diagnostics found = check_store(path);
    console.report(found);
    if (found.empty()) console.out(path + ": all well\n");
  }
  return ended(console);
}

constexpr std::array<std::pair<std::string_view, Verb>, 3> kStoreVerbs = {
    {{"merge", &merge}, {"info", &info}, {"check", &check}}};

}  // namespace

ExitCode run_store(const CommandLine& line, Console& console) {
  for (const auto& [name, verb] : kStoreVerbs) {
    if (name == line.verb) return verb(line, console);
  }
  throw Fatal({.message = line.verb.empty() ? "no verb is given" : "unknown verb '" + line.verb + "'",
               .remedy = "one of: merge, info, check; see hearsay store -h"});
}

}  // namespace hearsay
