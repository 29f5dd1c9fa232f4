// hearsay store: merge, info, check. For whoever keeps an archive; questions are asked by report and trace.
#include "store/store.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "cli/commands.h"
#include "service/merge.h"
#include "service/stored.h"

namespace hearsay {
namespace {

void need_operands(const CommandLine& line) {
  if (line.operands.empty()) throw Fatal({.message = "no STORE is given", .remedy = "see hearsay store -h"});
}

ExitCode merge(const CommandLine& line, Console& console) {
  need_operands(line);
  const std::string& out = line.operands.front();
  const MergeTotals totals = merge_stores(out, {line.operands.begin() + 1, line.operands.end()}, console);
  console.say(stored_line(totals.stored, out) + (totals.interrupted ? "; interrupted, a merge anew goes on" : ""));
  return totals.interrupted ? ExitCode::interrupted : ended(console);
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
    if (info.versions != 0) row("versions", fmt::format("{} earlier", info.versions));
    row("state", info.indexed ? "whole" : "a run was cut short: run it again");
    console.print(page);
  }
  return ended(console);
}

ExitCode check(const CommandLine& line, Console& console) {
  need_operands(line);
  for (const std::string& path : line.operands) {
    const Diagnostics found = check_store(path);
    console.report(found);
    if (found.empty()) console.print(path + ": all well\n");
  }
  return ended(console);
}

constexpr std::array<NamedVerb, 3> kStoreVerbs = {{{"merge", &merge}, {"info", &info}, {"check", &check}}};

}  // namespace

ExitCode run_store(const CommandLine& line, Console& console) {
  return run_verb(kStoreVerbs, "store", line, console);
}

}  // namespace hearsay
