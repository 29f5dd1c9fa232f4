#include "service/stored.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <utility>

#include "archive/inputs.h"
#include "base/digest.h"
#include "rules/whole_pack.h"
#include "service/locate.h"
#include "service/outputs.h"

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

std::string digest_of_files(std::vector<fs::path> files) {
  std::sort(files.begin(), files.end());
  std::string all;
  for (const fs::path& file : files) all += digest_of_file(file);
  return sha256_hex(all);
}

// Policies may extend each other, so all of the rules folder count, and a newsroom's own file.
std::string digest_of_policies(const Settings& settings) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(settings.rules_root / "policies", error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".xml") files.push_back(entry->path());
  }
  if (settings.policy.ends_with(".xml")) files.emplace_back(settings.policy);
  return digest_of_files(std::move(files));
}

/// Pages are read by the words of all packs, articles by the pack of their language and the tables beside its rules.
std::string digest_of_packs(const Settings& settings) {
  std::vector<fs::path> files = {settings.rules_root / "languages.xml", settings.rules_root / "pages.xml"};
  std::error_code error;
  for (fs::directory_iterator folder(settings.rules_root, error), none; !error && folder != none;
       folder.increment(error)) {
    const std::string pack = folder->path().filename().string();
    if (!has_pack(settings.rules_root, pack)) continue;
    for (fs::recursive_directory_iterator file(folder->path(), error), end; !error && file != end;
         file.increment(error)) {
      if (file->is_regular_file(error)) files.push_back(file->path());
    }
  }
  return digest_of_files(std::move(files));
}

}  // namespace

bool is_store(const std::string& path) {
  constexpr std::string_view kSqlite = "SQLite format 3";  // how such a file begins
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return false;  // what a pipe gives is read once
  std::ifstream file(path, std::ios::binary);
  std::string head(kSqlite.size(), '\0');
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  return file && head == kSqlite;
}

std::string rules_digest(const Session& session) {
  const Settings& settings = session.settings;
  std::string all = fmt::format("hearsay {}\npolicy {} {}\n", HEARSAY_VERSION, session.engine->policy.id,
                                digest_of_policies(settings));
  for (const PackInfo& pack : session.engine->pack.program.packs)
    all += fmt::format("pack {} {} {}\n", pack.name, pack.version, pack.sha256);
  all += fmt::format("languages {} {}\n", digest_of_packs(settings), settings.language_given);
  if (settings.evidence)
    all += "evidence " + digest_of_file(locate_model(settings.rules_root, settings.language)) + '\n';
  all += fmt::format("min-confidence {}\noutlet {}\nchanges {}\n", settings.min_confidence, settings.outlet,
                     settings.changes == Changes::accept ? "accept" : "reject");
  all += fmt::format("min-certainty {}\n", session.engine->policy.certain);
  return sha256_hex(all);
}

void refuse_store(const std::string& path, ReadFiles& read) {
  const OutputPlace place = place_of_output(path, read);
  if (place.problem) throw Fatal(*place.problem);
  if (place.stream)
    throw Fatal({.file = path, .message = "a store is a file, not a pipe or device", .remedy = "give another --store"});
  for (const char* beside : {"-journal", "-wal", "-shm"}) {
    if (read.has(place.path + beside))
      throw Fatal({.file = place.path + beside,
                   .message = "this file belongs to the store, and the run reads it",
                   .remedy = "give another --store, or move the file away"});
  }
}

namespace {

/// What people corrected is part of what judged an article.
std::string rules_of(const Report& report, const std::string& rules) {
  if (report.corrections.empty()) return rules;
  std::string all = rules + "\ncorrections";
  for (const ReportCorrection& one : report.corrections) all += ' ' + one.said.id;
  return sha256_hex(all);
}

}  // namespace

void keep(Report report, const std::string& rules, Outcome& outcome) {
  PreparedArticle& article = outcome.stored.emplace();
  const std::string judged_by = rules_of(report, rules);
  if (auto problem = prepare(std::move(report), judged_by, article)) {
    outcome.diagnostics.push_back(std::move(*problem));
    outcome.stored.reset();
  }
}

Sink stored(Sink sink, StoreWriter& store, const std::string& rules) {
  sink.known = [&store](const Document& document) { return store.has(document.id, document.sha256); };
  sink.render = [render = std::move(sink.render), rules](const Analysis& analysis, Outcome& outcome) {
    render(analysis, outcome);
    if (!outcome.report) return;
    keep(std::move(*outcome.report), rules, outcome);
    outcome.report.reset();
  };
  sink.take = [take = std::move(sink.take), &store](Outcome&& outcome) {
    if (outcome.stored) store.add(std::move(*outcome.stored));
    outcome.stored.reset();
    take(std::move(outcome));
  };
  return sink;
}

std::string stored_line(const StoreTotals& totals, const std::string& path) {
  std::string line = fmt::format("{} {} stored", totals.added, totals.added == 1 ? "article" : "articles");
  if (totals.replaced != 0) line += fmt::format(", {} replaced", totals.replaced);
  if (totals.unchanged != 0) line += fmt::format(", {} unchanged", totals.unchanged);
  return line + " in " + path;
}

}  // namespace hearsay
