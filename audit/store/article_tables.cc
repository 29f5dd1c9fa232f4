// Entry: ArticleTables. One BulkInsert per table; an article's rows go to the end of each, so that filling a store
// appends.
#include "store/article_tables.h"

#include <array>

#include "store/bulk_insert.h"
#include "store/columns.h"
#include "store/dictionary.h"

namespace hearsay {
namespace {

constexpr std::array<const char*, 11> kTables = {"article",           "body",    "source",
                                                 "attribution",       "via",     "claim",
                                                 "claim_attribution", "finding", "finding_attribution",
                                                 "article_measure",   "passage"};

// Where the table is `passage` its rows are the range of keys of the article.
std::string remove_sql(const std::string& table) {
  if (table == "passage") return "DELETE FROM passage WHERE passage / 1000000 = ?1 AND passage BETWEEN ?2 AND ?3";
  return "DELETE FROM " + table + " WHERE article = ?1";
}

std::int64_t first_passage(std::int64_t article) {
  return article * kPassages;
}

// The commonest chain is left out: one hop, the source by its name.
bool is_plain(const ReportAttribution& attribution, const Report& report) {
  if (attribution.chain.size() != 1) return false;
  const ReportHop& hop = attribution.chain.front();
  const std::uint32_t source = id_number(hop.source, 's');
  return source != 0 && hop.source == attribution.source && hop.medium.empty() &&
         hop.name == report.sources[source - 1].name;
}

}  // namespace

struct ArticleTables::Parts {
  explicit Parts(SQLite::Database& database);

  void add_article(const PreparedArticle& article, std::int64_t key);
  void add_sources(const Report& report, std::int64_t key);
  void add_attributions(const PreparedArticle& article, std::int64_t key);
  void add_claims(const PreparedArticle& article, std::int64_t key);
  void add_findings(const Report& report, std::int64_t key);
  void add_measures(const Report& report, std::int64_t key);
  std::int64_t rules_key(const PreparedArticle& article);

  Dictionary rules_names, policies, rules, checks, measures;
  BulkInsert pack, article, body, source, attribution, via, passage, claim, claim_attribution, finding,
      finding_attribution, measured;
  SQLite::Statement find, unsearch, search;
  std::vector<SQLite::Statement> removals;
  std::string questions;
};

ArticleTables::Parts::Parts(SQLite::Database& database)
    : rules_names(database, "rules", {"digest"}),
      policies(database, "policy", {"id", "name", "questions"}),
      rules(database, "rule", {"id", "name"}),
      checks(database, "policy_check", {"id", "title", "why", "page"}),
      measures(database, "measure", {"id", "label"}),
      pack(database, "pack", {"rules", "position", "pack", "version", "sha256"}),
      article(database, "article",
              {"article", "id",       "path",     "title",       "outlet",       "byline",     "published", "genre",
               "url",     "language", "encoding", "format",      "words",        "sha256",     "rules",     "policy",
               "score",   "grade",    "withheld", "withheld_id", "language_how", "genre_told", "margin"}),
      body(database, "body", {"article", "text", "blocks", "notes", "remarks", "perhaps", "corrected"}),
      source(database, "source",
             {"article", "source", "name", "kind", "anonymous", "specificity", "reliability", "description",
              "affiliation", "aliases", "mentions", "judgement"}),
      attribution(database, "attribution", {"article",  "attribution", "source",    "type",       "passage",
                                            "rule",     "medium",      "stance",    "confidence", "source_confidence",
                                            "within",   "traced",      "recipient", "reason",     "source_span",
                                            "cue",      "content",     "links",     "chain",      "signature",
                                            "statement"}),
      via(database, "via", {"article", "attribution", "position", "source"}),
      passage(database, "passage", {"passage", "text"}),
      claim(database, "claim", {"article", "claim", "passage", "status", "kind", "credibility", "span", "notes"}),
      claim_attribution(database, "claim_attribution", {"article", "claim", "position", "attribution"}),
      finding(database, "finding",
              {"article", "finding", "policy_check", "severity", "message", "span", "line", "col", "paragraph",
               "opening", "fingerprint", "kind", "certainty", "likelihood", "reasons"}),
      finding_attribution(database, "finding_attribution", {"article", "finding", "position", "attribution"}),
      measured(database, "article_measure", {"article", "position", "measure", "value", "weight", "evidence"}),
      find(database, "SELECT article, sha256, digest FROM article JOIN rules USING (rules) WHERE id = ?"),
      unsearch(database,
               "INSERT INTO search(search, rowid, text) SELECT 'delete', passage, text FROM passage "
               "WHERE passage BETWEEN ? AND ?"),
      search(database, "INSERT INTO search(rowid, text) SELECT passage, text FROM passage WHERE passage >= ?") {
  removals.reserve(kTables.size());
  for (const char* table : kTables) removals.emplace_back(database, remove_sql(table));
}

// NULL where there is none.
static void put_list(BulkInsert& row, std::string column) {
  if (column.empty()) {
    row.null();
  } else {
    row.put_made(std::move(column));
  }
}

std::int64_t ArticleTables::Parts::rules_key(const PreparedArticle& prepared) {
  const std::int64_t key = rules_names.key({&prepared.rules});
  if (rules_names.added()) {
    std::int64_t position = 0;
    for (const ReportPack& one : prepared.report.rules)
      pack.put(key).put(position++).put(one.pack).put(one.version).put(one.sha256);
  }
  return key;
}

void ArticleTables::Parts::add_article(const PreparedArticle& prepared, std::int64_t key) {
  const Report& report = prepared.report;
  const std::int64_t rules_id = rules_key(prepared);
  questions = words_column(report.questions);
  const std::int64_t policy = policies.key({&report.policy, &report.policy_name, &questions});
  article.put(key).put(report.id).put(report.path).put_given(report.title).put_given(report.outlet);
  article.put_given(report.byline).put_given(report.published).put_given(report.genre).put_given(report.url);
  article.put_given(report.language).put_given(report.encoding).put_given(report.format).put(report.words);
  article.put(report.sha256).put(rules_id).put(policy);
  if (report.total) {
    article.put(*report.total).put(report.grade);
  } else {
    article.null().null();
  }
  article.put_given(report.withheld).put_given(report.withheld_id).put_given(report.language_how);
  put_list(article, genre_column(report));
  article.put_number(static_cast<std::uint32_t>(report.margin));
  body.put(key).put_blob(prepared.body).put_made(blocks_column(report.blocks));
  put_list(body, report.notes.empty() ? std::string() : notes_column(report.notes));
  put_list(body, report.remarks.empty() ? std::string() : words_column(report.remarks));
  put_list(body, report.perhaps.empty() ? std::string() : findings_column(report.perhaps));
  put_list(body, report.corrections.empty() ? std::string() : corrections_column(report.corrections));
  for (std::size_t i = 0; i < prepared.passages.size(); ++i)
    passage.put(first_passage(key) + static_cast<std::int64_t>(i) + 1).put(prepared.passages[i]);
}

void ArticleTables::Parts::add_sources(const Report& report, std::int64_t key) {
  std::int64_t number = 0;
  for (const ReportSource& one : report.sources) {
    source.put(key).put(++number).put(one.name).put(one.kind).put(one.anonymous).put_given(one.specificity);
    source.put(one.reliability);
    if (one.description && !one.description->empty()) {
      source.put(*one.description);
    } else {
      source.null();
    }
    if (one.affiliation && !one.affiliation->empty()) {
      source.put(*one.affiliation);
    } else {
      source.null();
    }
    if (one.aliases.empty()) {
      source.null();
    } else {
      source.put_made(words_column(one.aliases));
    }
    source.put_made(spans_column(one.mentions));
    put_list(source, judgement_column(one));
  }
}

void ArticleTables::Parts::add_attributions(const PreparedArticle& prepared, std::int64_t key) {
  const Report& report = prepared.report;
  for (std::size_t i = 0; i < report.attributions.size(); ++i) {
    const ReportAttribution& one = report.attributions[i];
    const std::int64_t number = static_cast<std::int64_t>(i) + 1;
    attribution.put(key).put(number).put_number(id_number(one.source, 's')).put(one.type);
    if (prepared.contents[i] == 0) {
      attribution.null();
    } else {
      attribution.put(first_passage(key) + prepared.contents[i]);
    }
    attribution.put(rules.key({&one.rule, &one.rule_name})).put(one.medium).put(one.stance).put(one.confidence);
    attribution.put(one.source_confidence);
    attribution.put_number(id_number(one.within, 'a')).put(one.traced).put(one.recipient).put(one.reason);
    attribution.put_made(spans_column(one.source_span)).put_made(spans_column(one.cue));
    attribution.put_made(spans_column(one.content));
    if (one.links.empty()) {
      attribution.null();
    } else {
      attribution.put_made(words_column(one.links));
    }
    if (is_plain(one, report)) {
      attribution.null();
    } else {
      attribution.put_made(chain_column(one.chain));
    }
    if (one.signature.empty()) {
      attribution.null();
    } else {
      attribution.put_made_blob(keys_column(one.signature));
    }
    attribution.put(one.statement);
    std::int64_t position = 0;
    for (const std::string& relay : one.via) via.put(key).put(number).put(position++).put(id_number(relay, 's'));
  }
}

void ArticleTables::Parts::add_claims(const PreparedArticle& prepared, std::int64_t key) {
  for (std::size_t i = 0; i < prepared.report.claims.size(); ++i) {
    const ReportClaim& one = prepared.report.claims[i];
    const std::int64_t number = static_cast<std::int64_t>(i) + 1;
    claim.put(key).put(number);
    if (prepared.claims[i] == 0) {
      claim.null();
    } else {
      claim.put(first_passage(key) + prepared.claims[i]);
    }
    claim.put(one.status).put_given(one.kind).put(one.credibility).put_made(spans_column(one.span));
    put_list(claim, one.notes.empty() ? std::string() : words_column(one.notes));
    std::int64_t position = 0;
    for (const std::string& id : one.attributions)
      claim_attribution.put(key).put(number).put(position++).put(id_number(id, 'a'));
  }
}

void ArticleTables::Parts::add_findings(const Report& report, std::int64_t key) {
  std::int64_t number = 0;
  for (const ReportFinding& one : report.findings) {
    finding.put(key).put(++number).put(checks.key({&one.check, &one.title, &one.why, &one.page})).put(one.severity);
    finding.put(one.message).put_made(spans_column(one.span)).put_number(one.line).put_number(one.column);
    finding.put_number(one.paragraph).put_given(one.opening).put(one.fingerprint);
    finding.put(one.kind).put(one.certainty).put(one.likelihood);
    std::vector<std::string> reasons;
    for (const ReportReason& reason : one.reasons) reasons.insert(reasons.end(), {reason.id, reason.says});
    put_list(finding, reasons.empty() ? std::string() : words_column(reasons));
    std::int64_t position = 0;
    for (const std::string& id : one.attributions)
      finding_attribution.put(key).put(number).put(position++).put(id_number(id, 'a'));
  }
}

void ArticleTables::Parts::add_measures(const Report& report, std::int64_t key) {
  std::int64_t position = 0;
  for (const ReportMeasure& one : report.measures) {
    measured.put(key).put(position++).put(measures.key({&one.id, &one.label}));
    if (one.value) {
      measured.put(*one.value);
    } else {
      measured.null();
    }
    measured.put(one.weight);
    measured.put_made(words_column(one.evidence));
  }
}

ArticleTables::ArticleTables(SQLite::Database& database) : parts_(std::make_unique<Parts>(database)) {}
ArticleTables::~ArticleTables() = default;

StoredArticle ArticleTables::find(const std::string& id) {
  SQLite::Statement& find = parts_->find;
  find.bindNoCopy(1, id);
  StoredArticle stored;
  if (find.executeStep())
    stored = {find.getColumn(0).getInt64(), find.getColumn(1).getString(), find.getColumn(2).getString()};
  find.reset();
  return stored;
}

void ArticleTables::add(const PreparedArticle& article, std::int64_t key) {
  parts_->add_article(article, key);
  parts_->add_sources(article.report, key);
  parts_->add_attributions(article, key);
  parts_->add_claims(article, key);
  parts_->add_findings(article.report, key);
  parts_->add_measures(article.report, key);
}

void ArticleTables::remove(std::int64_t article) {
  const std::int64_t first = first_passage(article);
  parts_->unsearch.bind(1, first);
  parts_->unsearch.bind(2, first + kPassages - 1);
  parts_->unsearch.exec();
  parts_->unsearch.reset();
  for (SQLite::Statement& removal : parts_->removals) {
    removal.bind(1, article);
    if (removal.getBindParameterCount() == 3) {
      removal.bind(2, first);
      removal.bind(3, first + kPassages - 1);
    }
    removal.exec();
    removal.reset();
  }
}

void ArticleTables::flush(std::int64_t first_article) {
  Parts& parts = *parts_;
  for (BulkInsert* insert :
       {&parts.pack, &parts.article, &parts.body, &parts.source, &parts.attribution, &parts.via, &parts.passage,
        &parts.claim, &parts.claim_attribution, &parts.finding, &parts.finding_attribution, &parts.measured})
    insert->flush();
  parts.search.bind(1, first_passage(first_article));
  parts.search.exec();
  parts.search.reset();
}

void ArticleTables::drop() {
  Parts& parts = *parts_;
  for (BulkInsert* insert :
       {&parts.pack, &parts.article, &parts.body, &parts.source, &parts.attribution, &parts.via, &parts.passage,
        &parts.claim, &parts.claim_attribution, &parts.finding, &parts.finding_attribution, &parts.measured})
    insert->drop();
  for (Dictionary* dictionary : {&parts.rules_names, &parts.policies, &parts.rules, &parts.checks, &parts.measures})
    dictionary->forget();
}

}  // namespace hearsay
