#include "service/stored.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "archive/inputs.h"
#include "base/digest.h"
#include "rules/whole_pack.h"
#include "service/locate.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 30;

// The digest of a file's bytes, or of nothing where it cannot be read (what loads it says so).
std::string digest_of_file(const fs::path& path) {
  std::string bytes;
  if (read_file(path.string(), kMostBytes, bytes)) return {};
  return sha256_hex(bytes);
}

// Policies may extend each other, so all of the rules folder count, and a newsroom's own file.
std::string digest_of_policies(const Settings& settings) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(settings.rules_root / "policies", error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".xml") files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  if (settings.policy.ends_with(".xml")) files.emplace_back(settings.policy);
  std::string all;
  for (const fs::path& file : files) all += digest_of_file(file);
  return sha256_hex(all);
}

/// Articles in another language are read by its pack.
std::string digest_of_other_packs(const Settings& settings) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(settings.rules_root, error), end; !error && entry != end;
       entry.increment(error)) {
    const fs::path inside = fs::relative(entry->path(), settings.rules_root, error);
    const std::string pack = inside.empty() ? std::string() : inside.begin()->string();
    if (pack != settings.language && has_pack(settings.rules_root, pack) && entry->is_regular_file(error))
      files.push_back(entry->path());
  }
  std::sort(files.begin(), files.end());
  std::string all;
  for (const fs::path& file : files) all += digest_of_file(file);
  return sha256_hex(all);
}

}  // namespace

std::string rules_digest(const Session& session) {
  const Settings& settings = session.settings;
  std::string all = fmt::format("hearsay {}\npolicy {} {}\n", HEARSAY_VERSION, session.engine->policy.id,
                                digest_of_policies(settings));
  for (const PackInfo& pack : session.engine->pack.program.packs)
    all += fmt::format("pack {} {} {}\n", pack.name, pack.version, pack.sha256);
  if (!settings.language_given) all += "other packs " + digest_of_other_packs(settings) + '\n';
  all += "languages " + digest_of_file(settings.rules_root / "languages.xml") + '\n';
  if (settings.evidence) {
    all += "raised " + digest_of_file(settings.rules_root / settings.language / "evidence" / "raised.tsv") + '\n';
    all += "evidence " + digest_of_file(locate_model(settings.rules_root, settings.language)) + '\n';
  }
  all += fmt::format("min-confidence {}\noutlet {}\nchanges {}\n", settings.min_confidence, settings.outlet,
                     settings.changes == Changes::accept ? "accept" : "reject");
  all += fmt::format("min-certainty {}\n", session.engine->policy.certain);
  if (settings.changes == Changes::reject) all += "changes reject\n";
  return sha256_hex(all);
}

void keep(Report report, const std::string& rules, Outcome& outcome) {
  PreparedArticle& article = outcome.stored.emplace();
  if (auto problem = prepare(std::move(report), rules, article)) {
    outcome.diagnostics.push_back(std::move(*problem));
    outcome.stored.reset();
  }
}

Sink stored(Sink sink, StoreWriter& store, const std::string& rules) {
  Sink whole = sink;
  whole.known = [&store](const Document& document) { return store.has(document.id, document.sha256); };
  whole.render = [render = sink.render, rules](const Analysis& analysis, Outcome& outcome) {
    render(analysis, outcome);
    if (!outcome.report) return;
    keep(std::move(*outcome.report), rules, outcome);
    outcome.report.reset();
  };
  whole.take = [take = sink.take, &store](Outcome&& outcome) {
    if (outcome.stored) store.add(std::move(*outcome.stored));
    outcome.stored.reset();
    take(std::move(outcome));
  };
  return whole;
}

std::string stored_line(const StoreTotals& totals, const std::string& path) {
  std::string line = fmt::format("{} {} stored", totals.added, totals.added == 1 ? "article" : "articles");
  if (totals.replaced != 0) line += fmt::format(", {} replaced", totals.replaced);
  if (totals.unchanged != 0) line += fmt::format(", {} unchanged", totals.unchanged);
  return line + " in " + path;
}

}  // namespace hearsay
