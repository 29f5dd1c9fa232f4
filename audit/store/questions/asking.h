// What every question shares: the open store, the articles that count, and rows one by one. Of this folder alone.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "report/table/table.h"
#include "store/database.h"
#include "store/facet.h"
#include "store/question.h"

namespace hearsay {

/// Rows of a ranking, unless the question says otherwise.
inline constexpr std::uint64_t kRowsOfRankings = 50;
/// Rows of a list of articles or places, likewise: as many as a page shows at ease.
inline constexpr std::uint64_t kRowsOfPages = 1000;

/// In a WHERE: the rows of `article` that the question is about. Asking::prepare binds its parameters.
inline constexpr std::string_view kInScope =
    "(:outlet = '' OR article.outlet = :outlet COLLATE NOCASE) AND (:since = '' OR article.published >= :since) AND "
    "(:until = '' OR substr(article.published, 1, length(:until)) <= :until) AND "
    "(:byline = '' OR instr(' ' || replace(replace(article.byline, ',', ' '), ';', ' ') || ' ', "
    "' ' || :byline || ' ') > 0 OR article.byline = :byline) AND (:genre = '' OR article.genre = :genre) AND "
    "(:month = '' OR article.month = :month) AND "
    "(:finding = '' OR EXISTS (SELECT 1 FROM finding AS failed JOIN policy_check AS asked USING (policy_check) "
    "WHERE failed.article = article.article AND asked.id = :finding))";

/// Somebody or something in particular, of whom it can be asked whether the reader is told who it is.
inline constexpr std::string_view kIsParticular = "source.kind NOT IN ('author', 'collective', 'unstated')";

/// A statement, and not words that somebody is said to have said of his own words: those stand once, in the outer
/// attribution.
inline constexpr std::string_view kIsOuter =
    "attribution.statement AND NOT EXISTS (SELECT 1 FROM attribution AS outer_one WHERE outer_one.article = "
    "attribution.article AND "
    "outer_one.attribution = attribution.within AND outer_one.source = attribution.source)";

/// A source that says something or relays it, as ReportIndex::sources_of has it.
inline constexpr std::string_view kSpeaks =
    "(EXISTS (SELECT 1 FROM attribution WHERE attribution.article = source.article AND attribution.source = "
    "source.source AND attribution.statement) OR EXISTS (SELECT 1 FROM via JOIN attribution USING (article, "
    "attribution) WHERE via.article = source.article AND via.source = source.source AND attribution.statement))";

class Voices;

class Asking {
 public:
  /// `voices` keeps what voices() gathers.
  Asking(const SQLite::Database& database, const Question& question, std::unique_ptr<Voices>& voices)
      : database_(database), question_(question), voices_(voices) {}

  [[nodiscard]] const Question& question() const { return question_; }
  /// `sql` holds {scope} for kInScope and may hold {particular} for kIsParticular, {outer} for kIsOuter and {speaks}
  /// for kSpeaks.
  [[nodiscard]] SQLite::Statement prepare(std::string_view sql) const;
  /// Without a scope; {outer} is still filled in.
  [[nodiscard]] SQLite::Statement prepare_plain(std::string_view sql) const;
  /// Everybody who is quoted in the scope; gathered when it is first asked for.
  [[nodiscard]] const Voices& voices() const;
  /// Rows that are shown; 0: all, which a sort needs, too.
  [[nodiscard]] std::uint64_t most_rows(std::uint64_t usual) const;

 private:
  const SQLite::Database& database_;
  const Question& question_;
  std::unique_ptr<Voices>& voices_;
};

/// An article in a cell, from three columns: title (NULL: none), id, address.
[[nodiscard]] LinkCell article_at(SQLite::Statement& row, int column);
/// An outlet in a cell.
[[nodiscard]] LinkCell outlet_cell(std::string outlet);

[[nodiscard]] std::string text_at(SQLite::Statement& row, int column);  // "" for NULL
[[nodiscard]] std::uint64_t count_at(SQLite::Statement& row, int column);

/// Upper case at the beginning, "-" as a space: "named-person" to "Named person".
[[nodiscard]] std::string titled(std::string_view term);

// The questions. Each returns all rows in its own order; ask() sorts and limits them.
[[nodiscard]] Table answer_overview(const Asking& asking);
[[nodiscard]] Table answer_articles(const Asking& asking);
[[nodiscard]] Table answer_groups(const Asking& asking);  // outlets, bylines, months
[[nodiscard]] Table answer_anonymous(const Asking& asking);
[[nodiscard]] Table answer_sources(const Asking& asking);
[[nodiscard]] Table answer_named(const Asking& asking);
[[nodiscard]] Table answer_findings(const Asking& asking);
[[nodiscard]] Table answer_dossier(const Asking& asking);
[[nodiscard]] Table answer_call_sheet(const Asking& asking);
[[nodiscard]] Table answer_search(const Asking& asking);

/// No question of its own: what a list of articles can be narrowed by.
[[nodiscard]] std::vector<Facet> answer_facets(const SQLite::Database& database, const Question& question);

}  // namespace hearsay
