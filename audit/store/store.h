// The archive: scorecards in one SQLite file (schema.sql, docs/store.md), and the only SQLite of the house. An article
// is in it whole or not at all; a process that is killed loses at most the batch it was writing, and the next run adds
// what is missing. One writer at a time writes a batch; others wait their turn. Nothing of SQLite leaves this folder:
// what goes wrong is Fatal, with what to do. Questions are asked in files of their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "report/report.h"
#include "store/prepared.h"

namespace hearsay {

struct StoreOptions {
  std::size_t batch_articles = 256;              // of one transaction
  std::uint64_t batch_bytes = 4U * 1024 * 1024;  // of text, likewise
  int busy_ms = 10'000;                          // how long to wait for another writer
  std::int64_t most_pages = 0;                   // of 8 KiB; 0: as many as the disk holds
  bool knows_history = false;                    // what the store has as an earlier version is no news: for merging
};

struct StoreTotals {
  std::uint64_t added = 0;
  std::uint64_t replaced = 0;   // the id was there with other content or other rules
  std::uint64_t unchanged = 0;  // was there with the same content and rules
};

class StoreWriter {
 public:
  /// Makes the store where there is none, brings an older one to this version. Throws Fatal.
  explicit StoreWriter(const std::string& path, const StoreOptions& options = {});
  /// What was not committed is lost.
  ~StoreWriter();
  StoreWriter(const StoreWriter&) = delete;
  StoreWriter& operator=(const StoreWriter&) = delete;

  /// Learns which articles were judged by these rules (16 bytes each), for has().
  void load_known(const std::string& rules);
  /// Whether the article was there, with this content and those rules, when load_known() was called. Any thread.
  [[nodiscard]] bool has(std::string_view id, std::string_view sha256) const;

  /// Takes an article; commits when a batch is full. Of one id the later wins where its content or rules differ from
  /// what is stored; where both are the same it changes nothing. Throws Fatal; then the batch is undone and the writer
  /// is of no further use.
  /// What is replaced by another text stays as an earlier version of its address, so many of them as docs/store.md
  /// says; the same text in other markup, or judged by other rules, is no other version.
  void add(PreparedArticle article);
  /// Takes an earlier version out of another store, where this one does not have it.
  void add_earlier(const Report& report, const std::string& rules);
  /// Everything taken is now on disk.
  void commit();
  /// Commits, makes the indexes where they are missing, and folds the write-ahead log into the file.
  StoreTotals finish();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

struct StoreInfo {
  int version = 0;
  std::uint64_t bytes = 0;  // of the file
  std::uint64_t articles = 0, sources = 0, attributions = 0, claims = 0, findings = 0;
  std::uint64_t outlets = 0;
  std::string first, last;     // day of publishing; "" where none is given
  std::uint64_t rules = 0;     // how many different rules judged
  std::uint64_t versions = 0;  // earlier ones
  bool indexed = false;        // a run was ended properly
};

/// One version of an address.
struct StoredVersion {
  Report report;
  std::string rules;    // digest of what judged it
  bool latest = false;  // the article that questions are asked of
};

class StoreReader {
 public:
  /// Throws Fatal.
  explicit StoreReader(const std::string& path);
  ~StoreReader();
  StoreReader(const StoreReader&) = delete;
  StoreReader& operator=(const StoreReader&) = delete;

  using Take = std::function<void(Report&& report, const std::string& rules)>;
  /// Every article in the order in which they were stored. One that cannot be read is an error; the others go on.
  /// `stop` is asked before each: true ends it there.
  void for_each(const Take& take, Diagnostics& diagnostics, const std::function<bool()>& stop = {});
  /// The article of this id.
  [[nodiscard]] std::optional<Report> report(const std::string& id);
  /// All versions of the address of an article, which is its URL and where it has none its id: earlier ones of it and
  /// of every article with the same URL, and these articles. By the date of publishing where all have one, else in the
  /// order in which they were stored. `id`: of an article, or an address. Empty: there is none.
  [[nodiscard]] std::vector<StoredVersion> versions(const std::string& id);
  /// The versions of each address that has several, by address.
  void for_each_changed(const std::function<void(std::vector<StoredVersion>&& versions)>& take);
  /// The earlier versions of an article that have its id, the first first.
  void for_each_earlier(const std::string& id, const Take& take);
  [[nodiscard]] StoreInfo info();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// What is wrong with the file's pages, its references and its full text; empty: nothing. Throws Fatal where it cannot
/// be opened at all.
[[nodiscard]] Diagnostics check_store(const std::string& path);

/// A digest of the packs and the policy that a report names: for records that come without the digest of all that
/// judged them.
[[nodiscard]] std::string rules_of_report(const Report& report);

}  // namespace hearsay
