// Entry: StoreReader. A report is read back field by field, in the order in which article_tables.cc writes it.
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <limits>
#include <utility>

#include "base/digest.h"
#include "report/mark_corrected.h"
#include "store/columns.h"
#include "store/database.h"
#include "store/store.h"

namespace hearsay {
namespace {

using Statement = SQLite::Statement;

constexpr std::size_t kMostDamaged = 1000;  // articles, before a store is given up

std::string words(const Statement& row, int column) {
  return const_cast<Statement&>(row).getColumn(column).getString();  // "" for NULL
}

std::optional<std::string> given(Statement& row, int column) {
  if (row.isColumnNull(column)) return std::nullopt;
  return words(row, column);
}

std::uint32_t number(Statement& row, int column) {
  return row.getColumn(column).getUInt();  // 0 for NULL
}

// A number that is none is stored as NULL.
double real(Statement& row, int column) {
  return row.isColumnNull(column) ? std::numeric_limits<double>::quiet_NaN() : row.getColumn(column).getDouble();
}

std::string id(char letter, std::uint32_t number) {
  return number == 0 ? std::string() : fmt::format("{}{}", letter, number);
}

}  // namespace

struct StoreReader::Parts {
  explicit Parts(std::string name);

  // Calls `take` with each row of a statement whose one parameter is the article.
  template <class Take>
  static void rows(Statement& statement, std::int64_t article, const Take& take) {
    statement.tryReset();
    statement.bind(1, article);
    while (statement.executeStep()) take(statement);
    statement.reset();
  }

  bool read(std::int64_t key, Report& report, std::string& rules);
  void read_article(Report& report, std::string& rules, std::int64_t key);
  void read_sources(Report& report, std::int64_t key);
  void read_attributions(Report& report, std::int64_t key);
  void read_claims(Report& report, std::int64_t key);
  void read_findings(Report& report, std::int64_t key);

  std::string path;
  SQLite::Database database;
  Statement article, packs, body, sources, attributions, via, claims, carried, findings, concerned, measures;
};

StoreReader::Parts::Parts(std::string name)
    : path(std::move(name)),
      database(open_to_read(path)),
      article(
          database,
          "SELECT article.id, path, title, outlet, byline, published, genre, url, language, encoding, format, words, "
          "sha256, score, grade, policy.id, policy.name, questions, digest, rules, "
          "withheld, withheld_id, language_how, genre_told, margin "
          "FROM article JOIN policy USING (policy) JOIN rules USING (rules) WHERE article = ?"),
      packs(database, "SELECT pack, version, sha256 FROM pack WHERE rules = ? ORDER BY position"),
      body(database, "SELECT text, blocks, notes, remarks, perhaps, corrected FROM body WHERE article = ?"),
      sources(database,
              "SELECT source, name, kind, anonymous, specificity, reliability, description, affiliation, aliases, "
              "mentions, judgement FROM source WHERE article = ? ORDER BY source"),
      attributions(database,
                   "SELECT attribution, source, type, rule.id, rule.name, medium, stance, confidence, within, traced, "
                   "recipient, reason, source_span, cue, content, links, chain, signature, source_confidence, "
                   "statement "
                   "FROM attribution JOIN rule USING (rule) WHERE article = ? ORDER BY attribution"),
      via(database, "SELECT attribution, source FROM via WHERE article = ? ORDER BY attribution, position"),
      claims(database,
             "SELECT claim, status, kind, credibility, span, notes FROM claim WHERE article = ? ORDER BY claim"),
      carried(database, "SELECT claim, attribution FROM claim_attribution WHERE article = ? ORDER BY claim, position"),
      findings(database,
               "SELECT policy_check.id, title, why, page, severity, message, span, line, col, paragraph, opening, "
               "fingerprint, kind, certainty, likelihood, reasons "
               "FROM finding JOIN policy_check USING (policy_check) WHERE article = ? ORDER BY finding"),
      concerned(database,
                "SELECT finding, attribution FROM finding_attribution WHERE article = ? ORDER BY finding, position"),
      measures(database,
               "SELECT id, label, value, weight, evidence FROM article_measure JOIN measure USING (measure) "
               "WHERE article = ? ORDER BY position") {}

// False where there is no such article, or its text is damaged.
bool StoreReader::Parts::read(std::int64_t key, Report& report, std::string& rules) {
  report = {};
  read_article(report, rules, key);
  bool whole = false;
  rows(body, key, [&](Statement& row) {
    const SQLite::Column text = row.getColumn(0);
    whole = unpack({static_cast<const char*>(text.getBlob()), static_cast<std::size_t>(text.getBytes())}, report.text);
    report.blocks = blocks_of(words(row, 1));
    report.notes = notes_of(words(row, 2));
    report.remarks = words_of(words(row, 3));
    if (!row.isColumnNull(4)) report.perhaps = findings_of(words(row, 4));
    if (!row.isColumnNull(5)) report.corrections = corrections_of(words(row, 5));
  });
  if (report.id.empty() || !whole) return false;
  read_sources(report, key);
  read_attributions(report, key);
  read_claims(report, key);
  read_findings(report, key);
  rows(measures, key, [&](Statement& row) {
    report.measures.push_back({.id = words(row, 0),
                               .label = words(row, 1),
                               .value = row.isColumnNull(2) ? std::nullopt : std::optional<double>(real(row, 2)),
                               .weight = real(row, 3),
                               .evidence = words_of(words(row, 4))});
  });
  mark_corrected(report);
  return true;
}

void StoreReader::Parts::read_article(Report& report, std::string& rules, std::int64_t key) {
  std::int64_t rules_key = 0;
  rows(article, key, [&](Statement& row) {
    const std::array<std::string*, 11> fields = {&report.id,       &report.path,      &report.title, &report.outlet,
                                                 &report.byline,   &report.published, &report.genre, &report.url,
                                                 &report.language, &report.encoding,  &report.format};
    for (std::size_t i = 0; i < fields.size(); ++i) *fields[i] = words(row, static_cast<int>(i));
    report.words = number(row, 11);
    report.sha256 = words(row, 12);
    if (!row.isColumnNull(13)) report.total = row.getColumn(13).getInt();
    report.grade = words(row, 14);
    report.policy = words(row, 15);
    report.policy_name = words(row, 16);
    report.questions = words_of(words(row, 17));
    rules = words(row, 18);
    rules_key = row.getColumn(19).getInt64();
    report.withheld = words(row, 20);
    report.withheld_id = words(row, 21);
    report.language_how = words(row, 22);
    read_genre_column(words(row, 23), report);
    report.margin = static_cast<int>(number(row, 24));
  });
  rows(packs, rules_key, [&](Statement& row) {
    report.rules.push_back({words(row, 0), words(row, 1), words(row, 2)});
  });
}

void StoreReader::Parts::read_sources(Report& report, std::int64_t key) {
  rows(sources, key, [&](Statement& row) {
    report.sources.push_back({.id = id('s', number(row, 0)),
                              .name = words(row, 1),
                              .kind = words(row, 2),
                              .anonymous = number(row, 3) != 0,
                              .specificity = words(row, 4),
                              .aliases = words_of(words(row, 8)),
                              .description = given(row, 6),
                              .affiliation = given(row, 7),
                              .reliability = words(row, 5),
                              .mentions = spans_of(words(row, 9))});
    read_judgement_column(words(row, 10), report.sources.back());
  });
}

void StoreReader::Parts::read_attributions(Report& report, std::int64_t key) {
  rows(attributions, key, [&](Statement& row) {
    ReportAttribution one;
    one.id = id('a', number(row, 0));
    one.source = id('s', number(row, 1));
    one.type = words(row, 2);
    one.rule = words(row, 3);
    one.rule_name = words(row, 4);
    one.medium = words(row, 5);
    one.stance = words(row, 6);
    one.confidence = real(row, 7);
    one.source_confidence = real(row, 18);
    one.statement = number(row, 19) != 0;
    one.within = id('a', number(row, 8));
    one.traced = number(row, 9) != 0;
    one.recipient = words(row, 10);
    one.reason = words(row, 11);
    one.source_span = spans_of(words(row, 12));
    one.cue = spans_of(words(row, 13));
    one.content = spans_of(words(row, 14));
    one.links = words_of(words(row, 15));
    const std::uint32_t source = number(row, 1);
    if (!row.isColumnNull(16)) {
      one.chain = chain_of(words(row, 16));
    } else if (source != 0 && source <= report.sources.size()) {
      one.chain.push_back({.source = one.source, .name = report.sources[source - 1].name, .medium = {}});
    }
    one.signature = keys_of(words(row, 17));
    report.attributions.push_back(std::move(one));
  });
  rows(via, key, [&](Statement& row) {
    const std::uint32_t owner = number(row, 0);
    if (owner != 0 && owner <= report.attributions.size())
      report.attributions[owner - 1].via.push_back(id('s', number(row, 1)));
  });
}

void StoreReader::Parts::read_claims(Report& report, std::int64_t key) {
  rows(claims, key, [&](Statement& row) {
    report.claims.push_back({.id = id('c', number(row, 0)),
                             .span = spans_of(words(row, 4)),
                             .attributions = {},
                             .kind = words(row, 2),
                             .status = words(row, 1),
                             .credibility = row.getColumn(3).getInt(),
                             .notes = words_of(words(row, 5))});
  });
  rows(carried, key, [&](Statement& row) {
    const std::uint32_t owner = number(row, 0);
    if (owner != 0 && owner <= report.claims.size())
      report.claims[owner - 1].attributions.push_back(id('a', number(row, 1)));
  });
}

void StoreReader::Parts::read_findings(Report& report, std::int64_t key) {
  rows(findings, key, [&](Statement& row) {
    report.findings.push_back({.check = words(row, 0),
                               .severity = words(row, 4),
                               .message = words(row, 5),
                               .span = spans_of(words(row, 6)),
                               .attributions = {},
                               .fingerprint = words(row, 11),
                               .why = words(row, 2),
                               .page = words(row, 3),
                               .title = words(row, 1),
                               .line = number(row, 7),
                               .column = number(row, 8),
                               .paragraph = number(row, 9),
                               .opening = words(row, 10),
                               .kind = words(row, 12),
                               .certainty = row.isColumnNull(13) ? 1 : real(row, 13),
                               .likelihood = row.isColumnNull(14) ? 1 : real(row, 14)});
    const std::vector<std::string> reasons =
        row.isColumnNull(15) ? std::vector<std::string>() : words_of(words(row, 15));
    for (std::size_t i = 0; i + 1 < reasons.size(); i += 2)
      report.findings.back().reasons.push_back({.id = reasons[i], .says = reasons[i + 1]});
  });
  rows(concerned, key, [&](Statement& row) {
    const std::uint32_t owner = number(row, 0);
    if (owner != 0 && owner <= report.findings.size())
      report.findings[owner - 1].attributions.push_back(id('a', number(row, 1)));
  });
}

StoreReader::StoreReader(const std::string& path) {
  guarded(path, [&] { parts_ = std::make_unique<Parts>(path); });
}

StoreReader::~StoreReader() = default;

void StoreReader::for_each(const Take& take, Diagnostics& diagnostics, const std::function<bool()>& stop) {
  Parts& parts = *parts_;
  std::int64_t key = 0, last = 0;
  guarded(parts.path,
          [&] { last = parts.database.execAndGet("SELECT coalesce(max(article), 0) FROM article").getInt64(); });
  Report report;
  std::string rules;
  std::size_t damaged = 0;
  // Key after key, not one walk over a cursor: what is damaged is then one article, not all that follow.
  for (SQLite::Statement next(parts.database, "SELECT article FROM article WHERE article > ? LIMIT 1"); key < last;) {
    if (stop && stop()) break;
    bool whole = false;
    try {
      next.tryReset();
      next.bind(1, key);
      if (!next.executeStep()) break;
      key = next.getColumn(0).getInt64();
      whole = parts.read(key, report, rules);
    } catch (const SQLite::Exception& error) {
      if (++damaged > kMostDamaged) throw store_error(parts.path, error);
      diagnostics.push_back(store_error(parts.path, error).diagnostic());
      ++key;
      continue;
    }
    if (whole) {
      take(std::move(report), rules);
    } else {
      diagnostics.push_back({.file = parts.path,
                             .message = fmt::format("article {} is damaged and left out", key),
                             .remedy = "audit it anew"});
    }
  }
}

std::optional<Report> StoreReader::report(const std::string& id) {
  return guarded(parts_->path, [&]() -> std::optional<Report> {
    SQLite::Statement find(parts_->database, "SELECT article FROM article WHERE id = ?");
    find.bindNoCopy(1, id);
    Report report;
    std::string rules;
    if (!find.executeStep() || !parts_->read(find.getColumn(0).getInt64(), report, rules)) return std::nullopt;
    return report;
  });
}

StoreInfo StoreReader::info() {
  return guarded(parts_->path, [&] {
    SQLite::Database& database = parts_->database;
    const auto count = [&](const std::string& what) {
      return static_cast<std::uint64_t>(database.execAndGet("SELECT count(*) FROM " + what).getInt64());
    };
    StoreInfo info;
    info.version = database.execAndGet("PRAGMA user_version").getInt();
    std::error_code error;
    info.bytes = std::filesystem::file_size(parts_->path, error);
    info.articles = count("article");
    info.sources = count("source");
    info.attributions = count("attribution");
    info.claims = count("claim");
    info.findings = count("finding");
    info.rules = count("rules");
    info.outlets = count("(SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL)");
    info.first = database.execAndGet("SELECT substr(min(published), 1, 10) FROM article").getString();
    info.last = database.execAndGet("SELECT substr(max(published), 1, 10) FROM article").getString();
    info.indexed = count("sqlite_master WHERE type = 'index' AND name = 'finding_by_check'") != 0;
    return info;
  });
}

std::string rules_of_report(const Report& report) {
  std::string all = report.policy;
  for (const ReportPack& pack : report.rules) all += "\n" + pack.pack + " " + pack.version + " " + pack.sha256;
  return sha256_hex(all);
}

}  // namespace hearsay
