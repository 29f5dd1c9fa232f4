// Entries: compare_articles, answer_changes. Where versions come from; how two are compared is compare/compare.h's.
#include "service/compare_articles.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "archive/inputs.h"
#include "report/plain.h"
#include "service/articles.h"
#include "service/git.h"
#include "service/read_article.h"
#include "service/session.h"
#include "service/version_words.h"
#include "store/store.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGit = "--git";
constexpr std::size_t kMostReports = 20'000;  // of the older side, in memory
constexpr std::uint64_t kMostFileBytes = 64ULL << 20U;
constexpr double kAnother = 0.3;  // of two articles at one address, the share of words from which on they are one

/// The scorecards of all articles of a PATH.
std::vector<Report> reports_of(const std::string& path, const InputChoice& how, const Session& session,
                               Listener& listener, bool& interrupted) {
  std::vector<Report> reports;
  InputChoice input = how;
  input.paths = {path};
  const Sink sink{
      .render = [](const Analysis& analysis,
                   Outcome& outcome) { outcome.report = report_of(analysis, *outcome.session->engine); },
      .take =
          [&](Outcome&& outcome) {
            if (!outcome.report) return;
            if (reports.size() == kMostReports)
              throw Fatal({.file = path,
                           .message = fmt::format("more than {} articles cannot be compared at once", kMostReports),
                           .remedy = "audit them into a store (audit --store) and ask report changes"});
            reports.push_back(std::move(*outcome.report));
          },
      .render_card = [](Report&& report, Outcome& outcome) { outcome.report = std::move(report); }};
  const Totals totals = for_each_article(input, session, listener, sink);
  interrupted = interrupted || totals.interrupted;
  return reports;
}

/// Of two sides with several articles: those of one address.
void pair_by_address(std::vector<Report>& older, std::vector<Report>& newer, VersionWords& words, ComparedVersions& out,
                     Listener& listener) {
  std::map<std::string, const Report*> before;
  for (const Report& report : older) before.emplace(address_of(report), &report);
  std::size_t fresh = 0;
  for (const Report& report : newer) {
    const auto at = before.find(address_of(report));
    if (at == before.end()) {
      ++fresh;
      continue;
    }
    out.pairs.push_back(words.compare(*at->second, report));
    before.erase(at);
  }
  if (!before.empty())
    listener.say(counted(before.size(), "article is", "articles are") + " in the older version alone");
  if (fresh != 0) listener.say(counted(fresh, "article is", "articles are") + " in the newer version alone");
}

void compare_files(const CompareChoice& choice, const Session& session, ComparedVersions& out, Listener& listener) {
  if (choice.operands.size() != 2)
    throw Fatal({.message = "compare takes an OLD and a NEW, and there are " + std::to_string(choice.operands.size()),
                 .remedy = "hearsay compare OLD NEW, or --git REV PATH…, or --store FILE ID; see hearsay compare -h"});
  std::vector<Report> older = reports_of(choice.operands[0], choice.input, session, listener, out.interrupted);
  std::vector<Report> newer = reports_of(choice.operands[1], choice.input, session, listener, out.interrupted);
  if (out.interrupted || older.empty() || newer.empty()) return;  // why there are none was reported
  VersionWords words(session.settings, listener);
  if (older.size() == 1 && newer.size() == 1) {
    out.pairs.push_back(words.compare(older.front(), newer.front()));
    return;
  }
  pair_by_address(older, newer, words, out, listener);
  if (out.pairs.empty())
    throw Fatal({.message = "no article of the older side has an address or a name that one of the newer side has",
                 .remedy = "name two files, or folders whose files have the same names"});
}

// ---- A working tree

/// Files below `path` that differ from the commit, as from the top of the tree.
std::vector<std::string> changed_files(const fs::path& top, const std::string& commit, const std::string& path) {
  const Subprocess diff =
      run_git(top,
              {"diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", "--no-renames", "--diff-filter=M",
               "--ignore-submodules=all", commit, "--", fs::canonical(path).string()},
              kGit);
  if (diff.exit != 0)
    throw Fatal({.file = path,
                 .message = "git cannot say what changed: " + diff.err.substr(0, diff.err.find('\n')),
                 .remedy = "name files of a working tree"});
  std::vector<std::string> files;
  for (std::size_t at = 0; at < diff.out.size();) {
    const std::size_t end = std::min(diff.out.find('\0', at), diff.out.size());
    files.push_back(diff.out.substr(at, end - at));
    at = end + 1;
  }
  return files;
}

class GitVersions {
 public:
  GitVersions(const CompareChoice& choice, const Session& session, ComparedVersions& out, Listener& listener)
      : choice_(choice), session_(session), out_(out), listener_(listener), words_(session.settings, listener) {}

  void run() {
    check_revision(*choice_.git, kGit);
    if (choice_.operands.empty())
      throw Fatal({.message = "no PATH is given", .remedy = "hearsay compare --git REV PATH…"});
    for (const std::string& path : choice_.operands) {
      std::error_code error;
      if (!fs::exists(path, error)) {
        listener_.report(Diagnostic{.file = path, .message = "is not there", .remedy = "check its name"});
        continue;
      }
      const fs::path top = git_top(path, kGit);
      const std::string commit = git_commit(top, *choice_.git, kGit);
      for (const std::string& file : changed_files(top, commit, path)) compare(top, commit, file);
    }
    if (out_.pairs.empty()) listener_.say("no article differs from " + *choice_.git);
  }

 private:
  void compare(const fs::path& top, const std::string& commit, const std::string& file) {
    const Subprocess before = run_git(top, {"cat-file", "blob", commit + ":" + file}, kGit);
    std::string bytes;
    if (before.exit != 0 || read_file((top / file).string(), kMostFileBytes, bytes)) return;
    out_.read.add((top / file).string());
    std::optional<Report> older = report_of_bytes(before.out, file);
    std::optional<Report> newer = report_of_bytes(bytes, file);
    if (!older || !newer) return;
    older->path = *choice_.git + ":" + file;
    out_.pairs.push_back(words_.compare(*older, *newer));
  }

  /// Nothing where it is no article; why is said.
  std::optional<Report> report_of_bytes(std::string_view bytes, const std::string& path) {
    Document document = read_whole_article(bytes, path, *session_.engine, {.changes = session_.settings.changes});
    listener_.report(document.diagnostics);
    if (document.text.empty()) return std::nullopt;
    const Session* session = &session_;
    Diagnostics diagnostics;
    const Analysis analysis = languages_.analyse(std::move(document), session, diagnostics);
    listener_.report(diagnostics);
    return report_of(analysis, *session->engine);
  }

  const CompareChoice& choice_;
  const Session& session_;
  ComparedVersions& out_;
  Listener& listener_;
  OtherLanguages languages_;
  VersionWords words_;
};

// ---- A store

[[noreturn]] void no_such_article(const std::string& store, const std::string& id) {
  throw Fatal({.file = store,
               .message = "there is no article '" + id + "'",
               .remedy = "give an id or an address; hearsay report articles lists them"});
}

/// With its place among its versions, for those who read of it.
std::string version_path(const Report& report, std::size_t number, std::size_t count) {
  return fmt::format("{} (version {} of {})", report.path.empty() ? report.id : report.path, number, count);
}

void compare_stored(const CompareChoice& choice, VersionWords& words, ComparedVersions& out) {
  const std::string& store = *choice.store;
  StoreReader reader(store);
  if (choice.operands.empty() || choice.operands.size() > 2)
    throw Fatal({.message = "of which article?", .remedy = "hearsay compare --store FILE ID, or two IDs"});
  if (choice.operands.size() == 2) {
    const std::optional<Report> older = reader.report(choice.operands[0]);
    const std::optional<Report> newer = reader.report(choice.operands[1]);
    if (!older || !newer) no_such_article(store, choice.operands[older ? 1 : 0]);
    out.pairs.push_back(words.compare(*older, *newer));
    return;
  }
  std::vector<StoredVersion> versions = reader.versions(choice.operands[0]);
  if (versions.empty()) no_such_article(store, choice.operands[0]);
  if (versions.size() == 1)
    throw Fatal({.file = store,
                 .message = "there is one version of '" + choice.operands[0] + "'",
                 .remedy = "audit a later one into the store, or give two IDs"});
  for (std::size_t i = 0; i < versions.size(); ++i)
    versions[i].report.path = version_path(versions[i].report, i + 1, versions.size());
  for (std::size_t i = 1; i < versions.size(); ++i)
    out.pairs.push_back(words.compare(versions[i - 1].report, versions[i].report));
}

Settings settings_of(const SettingsChoice& choice, Listener& listener) {
  Diagnostics diagnostics;
  Settings settings = decide_settings(choice, diagnostics);
  listener.report(diagnostics);
  return settings;
}

void add_rows(const VersionChanges& changes, bool all, Table& table) {
  if (changes.correction_noted && !all) return;
  for (const Change& change : changes.changes) {
    if (change.severity < Severity::warning && !all) continue;
    const ComparedVersion& newer = changes.newer;
    table.rows.push_back(
        {.cells = {LinkCell{newer.title.empty() ? newer.id : newer.title, newer.url, Refers::article, newer.id},
                   newer.outlet, newer.published, std::string(severity_name(change.severity)),
                   std::string(name_of(change.kind).label), change.source, change.was, change.is}});
  }
}

}  // namespace

ComparedVersions compare_articles(const CompareChoice& choice, const SettingsChoice& settings, Listener& listener) {
  ComparedVersions out;
  if (choice.git && choice.store)
    throw Fatal({.message = "--git and --store cannot both be", .remedy = "give one of them"});
  if (choice.store) {
    const Settings decided = settings_of(settings, listener);
    out.read.add(*choice.store);
    add_settings(decided, out.read);
    VersionWords words(decided, listener);
    compare_stored(choice, words, out);
    return out;
  }
  Engines engines;
  const Session session = open_session(settings, engines, listener);
  InputChoice input = choice.input;
  input.paths = choice.git ? std::vector<std::string>() : choice.operands;
  out.read = files_read(input, session);
  if (choice.git) {
    GitVersions(choice, session, out, listener).run();
  } else {
    compare_files(choice, session, out, listener);
  }
  return out;
}

Table answer_changes(const std::string& store, const Question& question, const SettingsChoice& settings,
                     Listener& listener) {
  const bool all = !question.operand.empty();
  Table table{.id = "changes",
              .title = all ? "Changes of " + question.operand : "Changed without a word",
              .notes = {},
              .columns = {{"article", "Article", ColumnKind::article},
                          {"outlet", "Outlet", ColumnKind::text, false, true},
                          {"published", "Published", ColumnKind::date},
                          {"severity", "Severity", ColumnKind::text, false, true},
                          {"change", "What changed", ColumnKind::text, false, true},
                          {"source", "Source", ColumnKind::text},
                          {"was", "Was", ColumnKind::passage},
                          {"is", "Is", ColumnKind::passage}},
              .rows = {}};
  VersionWords words(settings_of(settings, listener), listener);
  StoreReader reader(store);
  std::size_t addresses = 0, pairs = 0, noted = 0, others = 0;
  const auto add = [&](std::vector<StoredVersion>&& versions) {
    ++addresses;
    for (std::size_t i = 1; i < versions.size(); ++i) {
      const Report& newer = versions[i].report;
      if (!in_scope(question, newer.outlet, newer.published)) continue;
      const VersionChanges changes = words.compare(versions[i - 1].report, newer);
      if (changes.kept < kAnother) {
        ++others;
        continue;
      }
      ++pairs;
      noted += changes.correction_noted ? 1U : 0U;
      add_rows(changes, all, table);
    }
  };
  if (all) {
    std::vector<StoredVersion> versions = reader.versions(question.operand);
    if (versions.empty()) no_such_article(store, question.operand);
    add(std::move(versions));
  } else {
    reader.for_each_changed(add);
  }
  table.notes.push_back(fmt::format("{} of {} compared, each with the one before it; {} a correction.",
                                    counted(pairs, "later version", "later versions"),
                                    counted(addresses, "address", "addresses"),
                                    noted == 1 ? "1 notes" : fmt::format("{} note", noted)));
  if (!all)
    table.notes.emplace_back(
        "Shown are changes from “warning” on where the newer version notes no correction; “hearsay report changes ID” "
        "has all of one article.");
  if (others != 0)
    table.notes.push_back(fmt::format("{} at an address share too few words to be versions of one article.",
                                      counted(others, "neighbour", "neighbours")));
  sort_rows(table, question.sort.empty() ? "-published" : question.sort);
  limit_rows(table, question.limit.value_or(0));
  return table;
}

}  // namespace hearsay
