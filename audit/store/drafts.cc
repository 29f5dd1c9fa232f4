// Entry: DraftStore. Every change is one transaction that begins by taking the store for writing: what it decides upon
// cannot change meanwhile.
#include "store/drafts.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include "base/digest.h"
#include "store/database.h"
#include "store/prepared.h"

namespace hearsay {
namespace {

constexpr int kWaitMs = 10'000;         // for another writer
constexpr std::size_t kIdLetters = 12;  // hexadecimal digits of a draft's id

std::string words_at(SQLite::Statement& row, int column) {
  return row.getColumn(column).getString();
}

std::uint64_t number_at(SQLite::Statement& row, int column) {
  return static_cast<std::uint64_t>(row.getColumn(column).getInt64());
}

std::string target_text(std::uint64_t fingerprint) {
  return fmt::format("{:016x}", fingerprint);
}

}  // namespace

struct DraftStore::Parts {
  std::string path;
  SQLite::Database database;

  explicit Parts(const std::string& name) : path(name), database(open_to_write(name, kWaitMs)) {}

  /// Its key; 0: there is none.
  std::int64_t key_of(const std::string& id) {
    SQLite::Statement row(database, "SELECT draft FROM draft WHERE id = ?1");
    row.bind(1, id);
    return row.executeStep() ? row.getColumn(0).getInt64() : 0;
  }

  std::uint64_t versions_of(std::int64_t key) {
    SQLite::Statement row(database, "SELECT count(*) FROM draft_version WHERE draft = ?1");
    row.bind(1, key);
    return row.executeStep() ? number_at(row, 0) : 0;
  }

  void insert_version(std::int64_t key, const DraftText& text) {
    SQLite::Statement row(database,
                          "INSERT INTO draft_version (draft, at, name, by, sha256, size, bytes, outlet) "
                          "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, nullif(?8, ''))");
    const std::string frame = pack(text.text);
    row.bind(1, key);
    row.bind(2, std::string(text.at));
    row.bind(3, std::string(text.name));
    row.bind(4, std::string(text.by));
    row.bind(5, sha256_hex(text.text));
    row.bind(6, static_cast<std::int64_t>(text.text.size()));
    row.bind(7, frame.data(), static_cast<int>(frame.size()));
    row.bind(8, std::string(text.outlet));
    row.exec();
  }

  /// What `body` makes, in a transaction that nobody else's stands between.
  template <class Body>
  auto change(Body&& body) {
    return guarded(path, [&] {
      SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
      auto made = body();
      transaction.commit();
      return made;
    });
  }
};

DraftStore::DraftStore(const std::string& path)
    : parts_(guarded(path, [&] { return std::make_unique<Parts>(path); })) {}

DraftStore::~DraftStore() = default;

std::vector<DraftInfo> DraftStore::list(std::size_t most) {
  return guarded(parts_->path, [&] {
    SQLite::Statement row(
        parts_->database,
        "SELECT draft.id, version.at, version.name, coalesce(version.by, ''), version.size, "
        "(SELECT count(*) FROM draft_version WHERE draft_version.draft = draft.draft), "
        "(SELECT count(*) FROM correction WHERE correction.draft = draft.draft), coalesce(version.outlet, '') "
        "FROM draft JOIN draft_version AS version ON version.draft_version = "
        "(SELECT max(draft_version) FROM draft_version WHERE draft_version.draft = draft.draft) "
        "ORDER BY version.draft_version DESC LIMIT ?1");
    row.bind(1, static_cast<std::int64_t>(most));
    std::vector<DraftInfo> all;
    while (row.executeStep()) {
      all.push_back({.id = words_at(row, 0),
                     .last = {.number = number_at(row, 5),
                              .at = words_at(row, 1),
                              .name = words_at(row, 2),
                              .outlet = words_at(row, 7),
                              .by = words_at(row, 3),
                              .size = number_at(row, 4)},
                     .corrections = number_at(row, 6)});
    }
    return all;
  });
}

std::string DraftStore::create(const DraftText& text) {
  return parts_->change([&] {
    SQLite::Statement count(parts_->database, "SELECT coalesce(max(draft), 0) FROM draft");
    const std::int64_t last = count.executeStep() ? count.getColumn(0).getInt64() : 0;
    std::string id =
        sha256_hex(fmt::format("{}\n{}\n{}\n{}", last, text.at, text.name, text.text)).substr(0, kIdLetters);
    SQLite::Statement row(parts_->database, "INSERT INTO draft (id) VALUES (?1)");
    row.bind(1, id);
    row.exec();
    parts_->insert_version(parts_->key_of(id), text);
    return id;
  });
}

std::uint64_t DraftStore::add_version(const std::string& id, std::uint64_t base, const DraftText& text) {
  return parts_->change([&]() -> std::uint64_t {
    const std::int64_t key = parts_->key_of(id);
    if (key == 0 || parts_->versions_of(key) != base) return 0;
    parts_->insert_version(key, text);
    return base + 1;
  });
}

std::vector<DraftVersion> DraftStore::versions(const std::string& id) {
  return guarded(parts_->path, [&] {
    SQLite::Statement row(
        parts_->database,
        "SELECT at, name, coalesce(by, ''), size, coalesce(outlet, '') FROM draft_version JOIN draft USING (draft) "
        "WHERE draft.id = ?1 ORDER BY draft_version");
    row.bind(1, id);
    std::vector<DraftVersion> all;
    while (row.executeStep()) {
      all.push_back({.number = all.size() + 1,
                     .at = words_at(row, 0),
                     .name = words_at(row, 1),
                     .outlet = words_at(row, 4),
                     .by = words_at(row, 2),
                     .size = number_at(row, 3)});
    }
    return all;
  });
}

std::optional<std::string> DraftStore::text(const std::string& id, std::uint64_t number) {
  return guarded(parts_->path, [&]() -> std::optional<std::string> {
    if (number == 0 || number > (std::uint64_t{1} << 40)) return std::nullopt;
    SQLite::Statement row(parts_->database,
                          "SELECT bytes FROM draft_version JOIN draft USING (draft) WHERE draft.id = ?1 "
                          "ORDER BY draft_version LIMIT 1 OFFSET ?2");
    row.bind(1, id);
    row.bind(2, static_cast<std::int64_t>(number - 1));
    if (!row.executeStep()) return std::nullopt;
    const SQLite::Column bytes = row.getColumn(0);
    std::string text;
    if (!unpack({static_cast<const char*>(bytes.getBlob()), static_cast<std::size_t>(bytes.getBytes())}, text))
      return std::nullopt;
    return text;
  });
}

Corrections DraftStore::corrections(const std::string& id) {
  return guarded(parts_->path, [&] {
    SQLite::Statement row(parts_->database,
                          "SELECT correction.id, kind, target, words, value, source_kind, reason, evidence, by, at "
                          "FROM correction JOIN draft USING (draft) WHERE draft.id = ?1");
    row.bind(1, id);
    Corrections all;
    while (row.executeStep()) {
      const auto kind = correction_kind_named(words_at(row, 1));
      if (!kind) continue;  // of a newer program
      all.push_back({.id = words_at(row, 0),
                     .kind = *kind,
                     .target = std::strtoull(words_at(row, 2).c_str(), nullptr, 16),
                     .words = words_at(row, 3),
                     .value = words_at(row, 4),
                     .source_kind = words_at(row, 5),
                     .reason = words_at(row, 6),
                     .evidence = words_at(row, 7),
                     .by = words_at(row, 8),
                     .at = words_at(row, 9)});
    }
    put_in_order(all);
    return all;
  });
}

bool DraftStore::add_corrections(const std::string& id, const Corrections& corrections) {
  return parts_->change([&] {
    const std::int64_t key = parts_->key_of(id);
    if (key == 0) return false;
    SQLite::Statement count(parts_->database, "SELECT count(*) FROM correction WHERE draft = ?1");
    count.bind(1, key);
    if (count.executeStep() && number_at(count, 0) + corrections.size() > kMostCorrections) return false;
    SQLite::Statement row(parts_->database,
                          "INSERT OR IGNORE INTO correction VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    for (const Correction& one : corrections) {
      row.reset();
      row.bind(1, key);
      int column = 2;
      for (const std::string& words : {one.id, std::string(correction_kind_name(one.kind)), target_text(one.target),
                                       one.words, one.value, one.source_kind, one.reason, one.evidence, one.by, one.at})
        row.bind(column++, words);
      row.exec();
    }
    return true;
  });
}

std::optional<DraftSheet> DraftStore::sheet(const std::string& id) {
  return guarded(parts_->path, [&]() -> std::optional<DraftSheet> {
    DraftSheet sheet;
    SQLite::Statement row(parts_->database,
                          "SELECT number, bytes FROM draft_sheet JOIN draft USING (draft) WHERE id = ?1");
    row.bind(1, id);
    if (!row.executeStep()) return sheet;
    sheet.number = number_at(row, 0);
    const SQLite::Column bytes = row.getColumn(1);
    if (!unpack({static_cast<const char*>(bytes.getBlob()), static_cast<std::size_t>(bytes.getBytes())}, sheet.bytes))
      return std::nullopt;
    return sheet;
  });
}

bool DraftStore::put_sheet(const std::string& id, std::uint64_t base, std::string_view bytes) {
  const std::string frame = pack(bytes);
  return parts_->change([&] {
    const std::int64_t key = parts_->key_of(id);
    if (key == 0) return false;
    SQLite::Statement now(parts_->database, "SELECT number FROM draft_sheet WHERE draft = ?1");
    now.bind(1, key);
    if ((now.executeStep() ? number_at(now, 0) : 0) != base) return false;
    SQLite::Statement row(parts_->database, "INSERT OR REPLACE INTO draft_sheet VALUES (?1, ?2, ?3)");
    row.bind(1, key);
    row.bind(2, static_cast<std::int64_t>(base + 1));
    row.bind(3, frame.data(), static_cast<int>(frame.size()));
    row.exec();
    return true;
  });
}

bool DraftStore::remove_correction(const std::string& id, std::string_view correction) {
  return parts_->change([&] {
    SQLite::Statement row(parts_->database,
                          "DELETE FROM correction WHERE id = ?2 AND draft = (SELECT draft FROM draft WHERE id = ?1)");
    row.bind(1, id);
    row.bind(2, std::string(correction));
    return row.exec() != 0;
  });
}

}  // namespace hearsay
