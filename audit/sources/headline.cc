#include "sources/headline.h"

#include <algorithm>

#include "mentions/word_literal.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMostSentences = 6;  // of headline and standfirst
constexpr std::size_t kMostNouns = 8;

/// Bytes that headline and standfirst take up at the beginning of the text.
std::uint32_t headlines_end(const Document& document) {
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::headline || block.kind == BlockKind::standfirst)
      end = block.span.end;
    else if (is_read(block.kind))
      break;
  }
  return end;
}

/// Whether all words of `words` stand in `range`.
bool holds(const Language& language, TokenRange range, TokenRange words) {
  for (std::uint32_t w = words.begin; w < words.end; ++w) {
    bool found = false;
    for (std::uint32_t t = range.begin; t < range.end && !found; ++t) found = language.hash(t) == language.hash(w);
    if (!found) return false;
  }
  return true;
}

}  // namespace

bool is_headline_noun(const Language& language, const Mention& mention) {
  const bool kind = mention.kind == SourceKind::unnamed_person || mention.kind == SourceKind::unnamed_group ||
                    mention.kind == SourceKind::named_organisation || mention.kind == SourceKind::media;
  if (!kind || mention.pronoun || mention.compound || !mention.name.empty() || !mention.affiliation.empty() ||
      mention.number == GrammaticalNumber::plural || mention.core.size() > 2)
    return false;
  if (language.text().sentence_of[mention.core.begin] >= kMostSentences) return false;
  switch (language.hash(mention.core.begin)) {
    case "the"_w:
    case "a"_w:
    case "an"_w:
    case "one"_w:
    case "another"_w:
      return false;
    default:
      return language.token(mention.head).begin < headlines_end(language.document());
  }
}

void resolve_headline_nouns(const Language& language, const Mentions& mentions, EntityTable& table) {
  std::size_t seen = 0;
  for (std::uint32_t i = 0; i < mentions.all.size() && seen < kMostNouns; ++i) {
    const Mention& noun = mentions.all[i];
    if (language.text().sentence_of[noun.core.begin] >= kMostSentences) break;
    if (table.of(i) != kNone || !is_headline_noun(language, noun)) continue;
    ++seen;
    std::uint32_t meant = kNone;
    bool several = false;
    for (std::uint32_t k = i + 1; k < mentions.all.size() && !several; ++k) {
      const Mention& other = mentions.all[k];
      if (other.pronoun || other.compound || table.of(k) == kNone || table.of(k) == meant) continue;
      if (!holds(language, other.name.empty() ? other.core : other.role, noun.core)) continue;
      const Entity& entity = table.at(table.of(k));
      if (entity.fullest == kNone || mentions.all[entity.fullest].name.empty()) continue;
      // "Council" is not the leader of the council.
      const bool person = entity.kind == SourceKind::named_person || entity.kind == SourceKind::unnamed_person;
      if (person != (noun.kind == SourceKind::unnamed_person)) continue;
      several = meant != kNone;
      meant = table.of(k);
    }
    if (meant != kNone && !several)
      table.join(i, meant);
    else
      table.by_phrase(i);
  }
}

}  // namespace hearsay
