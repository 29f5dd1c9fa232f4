// Entry: answer_named. Quoted words that stand word for word in two articles, once with a name and once without. Each
// quotation of six words or more becomes a hash of its letters; only what shares one is looked at again. Nothing weaker
// is taken for evidence: who has the same office as a source that is not named is not thereby that source.
#include <algorithm>
#include <functional>
#include <unordered_map>

#include "base/utf8.h"
#include "store/questions/asking.h"

namespace hearsay {
namespace {

constexpr std::size_t kLeastWords = 6;
constexpr std::string_view kQuotedWords = R"(
  SELECT attribution.article, attribution.attribution, source.anonymous, passage.text
  FROM article
  JOIN attribution ON attribution.article = article.article AND attribution.statement
  JOIN source ON source.article = attribution.article AND source.source = attribution.source
  JOIN passage ON passage.passage = attribution.passage
  WHERE {scope} AND attribution.quoted AND {particular} AND (source.anonymous OR source.kind = 'named-person')
  ORDER BY article.published IS NULL, article.published, article.id, attribution.attribution)";
constexpr std::string_view kOne = R"(
  SELECT source.name, coalesce(article.published, ''), coalesce(article.outlet, ''), article.id, coalesce(article.url, ''), passage.text
  FROM attribution
  JOIN article USING (article)
  JOIN source ON source.article = attribution.article AND source.source = attribution.source
  JOIN passage ON passage.passage = attribution.passage
  WHERE attribution.article = ?1 AND attribution.attribution = ?2)";

/// The words inside quotation marks, folded: lower case, single spaces, letters and digits alone. Short ones are left
/// out, for they may be anybody's.
std::vector<std::string> quoted_words(std::string_view text) {
  std::vector<std::string> pieces;
  std::string piece;
  std::size_t words = 0;
  bool inside = false;
  bool in_word = false;
  const auto end_piece = [&] {
    if (words >= kLeastWords) pieces.push_back(piece);
    piece.clear();
    words = 0;
    in_word = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool opens = point.value == U'“' || (point.value == U'"' && !inside);
    const bool closes = point.value == U'”' || (point.value == U'"' && inside);
    if (opens || closes) {
      end_piece();
      inside = opens;
    } else if (inside && (is_letter(point.value) || is_digit(point.value))) {
      if (!in_word) {
        if (words++ != 0) piece += ' ';
        in_word = true;
      }
      append_lower(piece, text.substr(at, point.length));
    } else if (point.value != U'’' && point.value != U'\'') {
      in_word = false;
    }
    at += point.length;
  }
  if (inside) end_piece();
  return pieces;
}

struct QuotedPlace {
  std::int64_t article = 0;
  std::uint32_t attribution = 0;
  bool anonymous = false;
};

struct Shown {
  std::string name, published, outlet;
  LinkCell article;
  std::string words;
};

}  // namespace

Table answer_named(const Asking& asking) {
  Table table{
      .id = "named",
      .title = "Named in one article, not named in another",
      .notes = {"The same words in quotation marks, six or more and letter for letter, from a person named in one "
                "article and from a source without a name in another. Words that changed on the way: hearsay "
                "trace."},
      .columns = {{"name", "Named as", ColumnKind::text},
                  {"named_published", "Published", ColumnKind::date},
                  {"named_outlet", "Outlet", ColumnKind::text},
                  {"named_article", "Article", ColumnKind::text},
                  {"instead", "Elsewhere", ColumnKind::text},
                  {"published", "Published", ColumnKind::date},
                  {"outlet", "Outlet", ColumnKind::text},
                  {"article", "Article", ColumnKind::text},
                  {"words", "Words", ColumnKind::passage}},
      .rows = {}};
  std::unordered_map<std::size_t, QuotedPlace> named;  // by the words' hash: where a name was first given for them
  std::vector<std::pair<QuotedPlace, std::string>> anonymous;  // in order of time
  SQLite::Statement row = asking.prepare(kQuotedWords);
  while (row.executeStep()) {
    const QuotedPlace place{row.getColumn(0).getInt64(), row.getColumn(1).getUInt(), row.getColumn(2).getInt() != 0};
    for (const std::string& words : quoted_words(text_at(row, 3))) {
      if (place.anonymous) {
        anonymous.emplace_back(place, words);
      } else {
        named.try_emplace(std::hash<std::string>{}(words), place);
      }
    }
  }
  SQLite::Statement one = asking.prepare_plain(kOne);
  const auto show = [&](const QuotedPlace& place) {
    one.reset();
    one.bind(1, place.article);
    one.bind(2, place.attribution);
    if (!one.executeStep()) return Shown{};
    return Shown{text_at(one, 0), text_at(one, 1), text_at(one, 2), LinkCell{text_at(one, 3), text_at(one, 4)},
                 text_at(one, 5)};
  };
  for (const auto& [place, words] : anonymous) {
    const auto at = named.find(std::hash<std::string>{}(words));
    if (at == named.end() || at->second.article == place.article) continue;
    const Shown with = show(at->second);
    const Shown without = show(place);
    table.rows.push_back({.cells = {with.name, with.published, with.outlet, with.article, without.name,
                                    without.published, without.outlet, without.article, without.words}});
  }
  return table;
}

}  // namespace hearsay
