// Entry: answer_groups. One row of figures per article from SQL; added up here per outlet, byline or month, because an
// interval needs to know what each article contributes.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "base/interval.h"
#include "base/utf8.h"
#include "store/questions/asking.h"
#include "store/questions/names.h"

namespace hearsay {
namespace {

constexpr std::string_view kFigures = R"(
  SELECT {group}, coalesce(article.outlet, ''), article.score,
    count(*) FILTER (WHERE {particular}),
    count(*) FILTER (WHERE source.anonymous),
    (SELECT count(*) FROM claim WHERE claim.article = article.article),
    (SELECT count(*) FROM claim WHERE claim.article = article.article AND claim.status = 'unattributed')
  FROM article
  LEFT JOIN attribution ON attribution.article = article.article AND attribution.statement
  LEFT JOIN source ON source.article = attribution.article AND source.source = attribution.source
  WHERE {scope}
  GROUP BY article.article
  ORDER BY article.article)";

struct Figures {
  std::string shown, outlet;
  std::uint64_t articles = 0, withheld = 0;  // withheld: without a score, left out of its mean
  Mean score;
  GroupedShare anonymous, unattributed;
};

Share share_of(const GroupedShare& share) {
  return {share.part(), share.base(), share.interval()};
}

std::string group_column(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::bylines:
      return "coalesce(article.byline, '')";
    case QuestionKind::months:
      return "coalesce(article.month, '')";
    default:
      return "coalesce(article.outlet, '')";
  }
}

std::string unnamed_group(QuestionKind kind) {
  switch (kind) {
    case QuestionKind::bylines:
      return "(no byline)";
    case QuestionKind::months:
      return "(no date)";
    default:
      return "(no outlet)";
  }
}

using Groups = std::map<std::pair<std::string, std::string>, Figures>;  // by key and, of bylines, outlet

Groups grouped(const Asking& asking) {
  const QuestionKind kind = asking.question().kind;
  std::string sql(kFigures);
  sql.replace(sql.find("{group}"), std::string_view("{group}").size(), group_column(kind));
  SQLite::Statement row = asking.prepare(sql);
  Groups groups;
  while (row.executeStep()) {
    const std::string name = text_at(row, 0);
    const bool of_bylines = kind == QuestionKind::bylines;
    const std::vector<std::string> names = of_bylines ? bylines_of(name) : std::vector<std::string>{name};
    for (const std::string& one : names.empty() ? std::vector<std::string>{""} : names) {
      Figures& figures = groups[{lower(one), of_bylines && !one.empty() ? text_at(row, 1) : ""}];
      if (figures.shown.empty()) figures.shown = one;
      figures.outlet = text_at(row, 1);
      ++figures.articles;
      if (row.isColumnNull(2)) {
        ++figures.withheld;
      } else {
        figures.score.add(static_cast<double>(row.getColumn(2).getInt()));
      }
      figures.anonymous.add(count_at(row, 4), count_at(row, 3));
      figures.unattributed.add(count_at(row, 6), count_at(row, 5));
    }
  }
  return groups;
}

void add_notes(Table& table) {
  table.notes = {
      "Score: mean of 0 to 100, how well an article shows where its claims come from, not whether they are true.",
      ("No score: articles that got none (in another language, of a kind that no grade fits, or too short to tell); "
       "they are left out of the mean."),
      ("Not named: attributions to a source whom the reader cannot identify, of all that name or describe somebody in "
       "particular."),
      "No source: claims that nobody is given for, of all claims.",
      "Ranges are intervals of 95 %; they allow for the attributions of one article being alike."};
}

}  // namespace

Table answer_groups(const Asking& asking) {
  const QuestionKind kind = asking.question().kind;
  const bool bylines = kind == QuestionKind::bylines;
  const std::string id = bylines ? "byline" : kind == QuestionKind::months ? "month" : "outlet";
  Table table{.id = id + "s", .title = "Scores by " + id, .notes = {}, .columns = {}, .rows = {}};
  table.columns = {{id, titled(id), kind == QuestionKind::months ? ColumnKind::date : ColumnKind::text}};
  if (bylines) table.columns.push_back({"outlet", "Outlet", ColumnKind::text, false, true});
  table.columns.insert(table.columns.end(), {{"articles", "Articles", ColumnKind::number},
                                             {"score", "Score", ColumnKind::mean},
                                             {"withheld", "No score", ColumnKind::number, true},
                                             {"anonymous", "Not named", ColumnKind::share},
                                             {"unattributed", "No source", ColumnKind::share, bylines}});
  for (const auto& [key, figures] : grouped(asking)) {
    const std::uint64_t articles = figures.articles;
    if (articles < asking.question().min_articles) continue;
    Row row{.cells = {}, .few = figures.score.count() < kFewArticles};
    if (figures.shown.empty()) {
      row.cells.emplace_back(unnamed_group(kind));
    } else if (kind == QuestionKind::outlets) {
      row.cells.emplace_back(outlet_cell(figures.shown));
    } else {
      const Refers refers = bylines ? Refers::byline : Refers::month;
      row.cells.emplace_back(LinkCell{figures.shown, "", refers, figures.shown});
    }
    if (bylines) row.cells.emplace_back(outlet_cell(figures.shown.empty() ? "" : figures.outlet));
    row.cells.emplace_back(articles);
    if (figures.score.count() == 0) {
      row.cells.emplace_back();
    } else {
      row.cells.emplace_back(MeanValue{figures.score.value(), figures.score.count(), figures.score.interval(0, 100)});
    }
    row.cells.emplace_back(figures.withheld);
    row.cells.emplace_back(share_of(figures.anonymous));
    row.cells.emplace_back(share_of(figures.unattributed));
    table.rows.push_back(std::move(row));
  }
  sort_rows(table, kind == QuestionKind::months ? "-month" : "articles");
  // Those of which it is not known come last.
  std::stable_partition(table.rows.begin(), table.rows.end(),
                        [&](const Row& row) { return cell_words(row.cells[0]) != unnamed_group(kind); });
  add_notes(table);
  return table;
}

}  // namespace hearsay
