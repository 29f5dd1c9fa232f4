// Entry: answer_named. Quoted words that stand word for word in two articles, once with a name and once without. Each
// quotation of six words or more becomes a hash of its letters; only what shares one is looked at again. This says of
// an article that it withholds a name, so it must be sure of both sides: who is meant is sure in both, nobody stands
// between the source without a name and the reader, all articles that give a name give the same, the words inside the
// quotation marks are the same letter for letter, and the article that gives no name has the name nowhere in its text.
// Nothing weaker is taken for evidence: who has the same office as a source that is not named is not thereby that
// source.
#include <algorithm>
#include <functional>
#include <unordered_map>
#include <unordered_set>

#include "base/plain_letters.h"
#include "base/utf8.h"
#include "store/prepared.h"
#include "store/questions/asking.h"
#include "store/questions/names.h"
#include "store/questions/person_name.h"

namespace hearsay {
namespace {

constexpr std::size_t kLeastWords = 6;
constexpr double kSure = 0.85;  // of an attribution, and of its source
constexpr std::string_view kQuotedWords = R"(
  SELECT attribution.article, attribution.attribution, source.anonymous, passage.text, source.name
  FROM article
  JOIN attribution ON attribution.article = article.article AND attribution.statement
  JOIN source ON source.article = attribution.article AND source.source = attribution.source
  JOIN passage ON passage.passage = attribution.passage
  WHERE {scope} AND attribution.quoted AND {particular} AND (source.anonymous OR source.kind = 'named-person')
    AND attribution.confidence >= :sure AND coalesce(attribution.source_confidence, 1) >= :sure
    AND attribution.within IS NULL AND attribution.stance = 'neutral'
    AND NOT (source.anonymous AND EXISTS (SELECT 1 FROM via WHERE via.article = attribution.article
                    AND via.attribution = attribution.attribution))
  ORDER BY article.published IS NULL, article.published, article.id, attribution.attribution)";
constexpr std::string_view kOne = R"(
  SELECT source.name, coalesce(article.published, ''), coalesce(article.outlet, ''), article.title, article.id, coalesce(article.url, ''),
    passage.text, attribution.attribution
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
  std::string surname;  // of one who is named; "": not named
};

struct Shown {
  std::string name, published, outlet;
  LinkCell article;
  std::string words;
};

/// Whether a text has the word, in any case and with or without marks.
bool holds_word(std::string_view text, const std::string& word) {
  const std::string plain = plain_letters(text);
  for (std::size_t at = plain.find(word); at != std::string::npos; at = plain.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !is_letter(decode(plain, at - 1).value);
    if (begins && (end >= plain.size() || !is_letter(decode(plain, end).value))) return true;
  }
  return false;
}

}  // namespace

Table answer_named(const Asking& asking) {
  Table table{
      .id = "named",
      .title = "Named in one article, not named in another",
      .notes = {"The same words in quotation marks, six or more and letter for letter, from a person named in one "
                "article and from a source without a name in another, where both attributions are sure and the other "
                "article has the name nowhere. Two may still say the same words: read both passages. Words that "
                "changed on the way: hearsay trace."},
      .columns = {{"name", "Named as", ColumnKind::text},
                  {"named_published", "Published", ColumnKind::date},
                  {"named_outlet", "Outlet", ColumnKind::text},
                  {"named_article", "Article", ColumnKind::article},
                  {"named_words", "With the name", ColumnKind::passage},
                  {"instead", "Elsewhere", ColumnKind::text},
                  {"published", "Published", ColumnKind::date},
                  {"outlet", "Outlet", ColumnKind::text},
                  {"article", "Article", ColumnKind::article},
                  {"words", "Without it", ColumnKind::passage}},
      .rows = {}};
  std::unordered_map<std::size_t, QuotedPlace> named;  // by the words' hash: where a name was first given for them
  std::vector<std::pair<QuotedPlace, std::string>> anonymous;  // in order of time
  std::unordered_set<std::size_t> disputed;                    // hashes of words that two are named for
  SQLite::Statement row = asking.prepare(kQuotedWords);
  row.bind(":sure", kSure);
  while (row.executeStep()) {
    const bool is_anonymous = row.getColumn(2).getInt() != 0;
    const QuotedPlace place{.article = row.getColumn(0).getInt64(),
                            .attribution = row.getColumn(1).getUInt(),
                            .surname = is_anonymous ? "" : person_name(name_key(text_at(row, 4))).last};
    for (const std::string& words : quoted_words(text_at(row, 3))) {
      const std::size_t hash = std::hash<std::string>{}(words);
      if (is_anonymous) {
        anonymous.emplace_back(place, words);
      } else if (const auto [at, first] = named.try_emplace(hash, place);
                 !first && at->second.surname != place.surname) {
        disputed.insert(hash);
      }
    }
  }
  SQLite::Statement one = asking.prepare_plain(kOne);
  const auto show = [&](const QuotedPlace& place) {
    one.reset();
    one.bind(1, place.article);
    one.bind(2, place.attribution);
    if (!one.executeStep()) return Shown{};
    LinkCell article = article_at(one, 3);
    article.place = "a" + std::to_string(count_at(one, 7));
    return Shown{text_at(one, 0), text_at(one, 1), text_at(one, 2), std::move(article), text_at(one, 6)};
  };
  SQLite::Statement body = asking.prepare_plain("SELECT text FROM body WHERE article = ?1");
  const auto names_person = [&](std::int64_t article, const std::string& name) {
    body.reset();
    body.bind(1, article);
    std::string text;
    if (!body.executeStep() || !unpack(body.getColumn(0).getString(), text)) return true;
    return holds_word(text, person_name(name_key(name)).last);
  };
  for (const auto& [place, words] : anonymous) {
    const std::size_t hash = std::hash<std::string>{}(words);
    const auto at = named.find(hash);
    if (at == named.end() || disputed.contains(hash) || at->second.article == place.article) continue;
    const Shown with = show(at->second);
    if (names_person(place.article, with.name)) continue;
    const Shown without = show(place);
    table.rows.push_back({.cells = {with.name, with.published, with.outlet, with.article, with.words, without.name,
                                    without.published, without.outlet, without.article, without.words}});
  }
  return table;
}

}  // namespace hearsay
