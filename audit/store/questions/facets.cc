// Entry: answer_facets. Each facet is counted by all that the question asks but by itself, so that another of its
// values can be chosen at once.
#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "store/questions/asking.h"
#include "store/questions/names.h"
#include "store/questions/voices.h"

namespace hearsay {
namespace {

constexpr std::uint64_t kValuesOfFacets = 60;

struct FacetKind {
  std::string_view id, title;
  std::string Question::*chosen;
  std::string_view sql;  // value, words, articles
};

constexpr FacetKind kFacets[] = {
    {"outlet", "Outlet", &Question::outlet,
     "SELECT article.outlet, article.outlet, count(*) FROM article WHERE {scope} AND article.outlet <> '' "
     "GROUP BY article.outlet COLLATE NOCASE ORDER BY 3 DESC, 1"},
    {"month", "Month", &Question::month,
     "SELECT article.month, article.month, count(*) FROM article WHERE {scope} AND article.month <> '' "
     "GROUP BY 1 ORDER BY 1 DESC"},
    {"byline", "Byline", &Question::byline,
     "SELECT article.byline, article.byline, count(*) FROM article WHERE {scope} AND article.byline <> '' "
     "GROUP BY 1"},
    {"genre", "Genre", &Question::genre,
     "SELECT article.genre, article.genre, count(*) FROM article WHERE {scope} AND article.genre <> '' "
     "GROUP BY 1 ORDER BY 3 DESC, 1"},
    {"finding", "Finding", &Question::finding,
     "SELECT policy_check.id, max(policy_check.title), count(DISTINCT finding.article) FROM finding "
     "JOIN policy_check USING (policy_check) JOIN article ON article.article = finding.article WHERE {scope} "
     "GROUP BY 1 ORDER BY 3 DESC, 1"},
};

void add_value(Facet& facet, std::string value, std::string words, std::uint64_t articles) {
  if (facet.values.size() == kValuesOfFacets) {
    ++facet.left_out;
    return;
  }
  if (words.empty()) words = value;
  facet.values.push_back({.value = std::move(value), .words = std::move(words), .articles = articles});
}

/// Those who wrote an article together count for each.
void count_writers(SQLite::Statement& row, Facet& facet) {
  std::map<std::string, std::uint64_t> articles;
  while (row.executeStep()) {
    for (const std::string& name : bylines_of(text_at(row, 0))) articles[name] += count_at(row, 2);
  }
  std::vector<std::pair<std::string, std::uint64_t>> most(articles.begin(), articles.end());
  std::stable_sort(most.begin(), most.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [name, count] : most) add_value(facet, name, name, count);
}

}  // namespace

std::vector<Facet> answer_facets(const SQLite::Database& database, const Question& question) {
  std::vector<Facet> all;
  for (const FacetKind& kind : kFacets) {
    Facet facet{
        .id = std::string(kind.id), .title = std::string(kind.title), .chosen = question.*kind.chosen, .values = {}};
    Question others = question;
    (others.*kind.chosen).clear();
    std::unique_ptr<Voices> nobody;
    SQLite::Statement row = Asking(database, others, nobody).prepare(kind.sql);
    if (facet.id == "byline") {
      count_writers(row, facet);
    } else {
      while (row.executeStep()) add_value(facet, text_at(row, 0), text_at(row, 1), count_at(row, 2));
    }
    all.push_back(std::move(facet));
  }
  return all;
}

}  // namespace hearsay
