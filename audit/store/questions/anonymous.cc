// Entry: answer_anonymous. One row of counts per article from SQL, added up per outlet.
#include <algorithm>
#include <array>
#include <map>

#include "base/interval.h"
#include "base/utf8.h"
#include "store/questions/asking.h"

namespace hearsay {
namespace {

constexpr std::string_view kUse = R"(
  SELECT coalesce(article.outlet, ''),
    count(*) FILTER (WHERE {particular}),
    count(*) FILTER (WHERE source.anonymous),
    count(*) FILTER (WHERE source.anonymous AND source.specificity = 'bare'),
    count(*) FILTER (WHERE source.anonymous AND source.specificity = 'counted'),
    count(*) FILTER (WHERE source.anonymous AND source.specificity = 'affiliated'),
    count(*) FILTER (WHERE source.anonymous AND source.specificity = 'access'),
    count(*) FILTER (WHERE source.anonymous AND source.specificity = 'reasoned')
  FROM article
  LEFT JOIN attribution ON attribution.article = article.article AND attribution.statement
  LEFT JOIN source ON source.article = attribution.article AND source.source = attribution.source
  WHERE {scope}
  GROUP BY article.article
  ORDER BY article.article)";
constexpr std::size_t kSteps = 5;
constexpr int kFirstStep = 3;  // its column above

struct Use {
  std::string outlet;
  std::uint64_t articles = 0;
  std::uint64_t leaning = 0;  // articles that use one
  GroupedShare anonymous;
  std::array<std::uint64_t, kSteps> steps{};
};

}  // namespace

Table answer_anonymous(const Asking& asking) {
  Table table{
      .id = "anonymous",
      .title = "Who leans on sources without a name, and how they are described",
      .notes = {"Not named: attributions to a source whom the reader cannot identify, of all that name or describe "
                "somebody in particular. The range is an interval of 95 %.",
                "How they are described, from the least to the most a reader is told. Bare: “sources”; count: “three "
                "sources”; office: “an official of the ministry”; access: “who was in the room”; why: the reason for "
                "giving no name."},
      .columns = {{"outlet", "Outlet", ColumnKind::text},
                  {"articles", "Articles", ColumnKind::number},
                  {"leaning", "Use one", ColumnKind::number, true},
                  {"anonymous", "Not named", ColumnKind::share},
                  {"bare", "Bare", ColumnKind::number},
                  {"counted", "Count", ColumnKind::number},
                  {"affiliated", "Office", ColumnKind::number},
                  {"access", "Access", ColumnKind::number},
                  {"reasoned", "Why", ColumnKind::number}},
      .rows = {}};
  std::map<std::string, Use> outlets;  // by outlet in lower case
  SQLite::Statement row = asking.prepare(kUse);
  while (row.executeStep()) {
    const std::string outlet = text_at(row, 0);
    Use& use = outlets[lower(outlet)];
    use.outlet = outlet.empty() ? "(no outlet)" : outlet;
    ++use.articles;
    use.leaning += count_at(row, 2) != 0 ? 1 : 0;
    use.anonymous.add(count_at(row, 2), count_at(row, 1));
    for (std::size_t step = 0; step < kSteps; ++step)
      use.steps[step] += count_at(row, kFirstStep + static_cast<int>(step));
  }
  for (const auto& [key, use] : outlets) {
    if (use.articles < asking.question().min_articles) continue;
    const Share share{use.anonymous.part(), use.anonymous.base(), use.anonymous.interval()};
    Row made{
        .cells = {key.empty() ? Cell(use.outlet) : Cell(outlet_cell(use.outlet)), use.articles, use.leaning, share},
        .few = use.articles < kFewArticles};
    for (const std::uint64_t step : use.steps) made.cells.emplace_back(step);
    table.rows.push_back(std::move(made));
  }
  sort_rows(table, "anonymous");
  // Too few articles make the loudest shares: they come last.
  std::stable_partition(table.rows.begin(), table.rows.end(), [](const Row& one) { return !one.few; });
  return table;
}

}  // namespace hearsay
