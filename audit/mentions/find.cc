// find_mentions: register names → base phrases → what each stands for → what follows them → compounds → look-up tables.
#include "mentions/find.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "mentions/chunk.h"
#include "mentions/classify.h"
#include "mentions/compounds.h"
#include "mentions/extend.h"
#include "mentions/houses.h"
#include "mentions/language.h"
#include "mentions/spread.h"

namespace hearsay {
namespace {

void keep_longest(std::vector<std::uint32_t>& table, std::uint32_t position, std::uint32_t index, std::uint32_t length,
                  std::vector<std::uint32_t>& lengths) {
  if (table[position] != kNone && lengths[position] >= length) return;
  table[position] = index;
  lengths[position] = length;
}

void fill_tables(std::uint32_t tokens, Mentions& mentions) {
  mentions.ends_at.assign(tokens + 1, kNone);
  mentions.starts_at = mentions.core_ends_at = mentions.core_starts_at = mentions.of_token = mentions.ends_at;
  std::vector<std::uint32_t> ends(tokens + 1, 0);
  std::vector<std::uint32_t> starts = ends;
  std::vector<std::uint32_t> core_ends = ends;
  std::vector<std::uint32_t> core_starts = ends;
  std::uint32_t covered = 0;  // of_token: cores come in order, the outer before the inner
  for (std::uint32_t i = 0; i < mentions.all.size(); ++i) {
    const Mention& mention = mentions.all[i];
    keep_longest(mentions.ends_at, mention.range.end, i, mention.range.size(), ends);
    keep_longest(mentions.starts_at, mention.range.begin, i, mention.range.size(), starts);
    keep_longest(mentions.core_ends_at, mention.core.end, i, mention.core.size(), core_ends);
    keep_longest(mentions.core_starts_at, mention.core.begin, i, mention.core.size(), core_starts);
    if (mention.compound) continue;
    for (std::uint32_t t = std::max(covered, mention.core.begin); t < mention.core.end; ++t) mentions.of_token[t] = i;
    covered = std::max(covered, mention.core.end);
  }
}

}  // namespace

Mentions find_mentions(const Document& document, const Text& text, const Tags& tags, const Lexicons& lexicons,
                       const Register& registers) {
  const Language language(document, text, lexicons);
  const std::vector<KnownName> names = find_known_names(language, registers);
  const std::vector<Chunk> chunks = find_chunks(language, tags, names);
  const Classifier classifier(language, tags, registers, names);
  Mentions mentions;
  mentions.all.reserve(chunks.size());
  for (const Chunk& chunk : chunks) mentions.all.push_back(classifier.classify(chunk));
  spread_kinds(language, tags, mentions.all);
  extend_mentions(language, tags, classifier, mentions.all);
  std::vector<Mention> compounds = find_compounds(language, mentions.all);
  const auto before = [](const Mention& left, const Mention& right) {
    if (left.core.begin != right.core.begin) return left.core.begin < right.core.begin;
    if (left.compound != right.compound) return left.compound;
    return left.core.end > right.core.end;
  };
  // Both come in order but for a few hostile texts; compounds go first among equals.
  if (!std::is_sorted(mentions.all.begin(), mentions.all.end(), before))
    std::stable_sort(mentions.all.begin(), mentions.all.end(), before);
  std::stable_sort(compounds.begin(), compounds.end(), before);
  std::vector<Mention> merged;
  merged.reserve(mentions.all.size() + compounds.size());
  std::merge(compounds.begin(), compounds.end(), std::make_move_iterator(mentions.all.begin()),
             std::make_move_iterator(mentions.all.end()), std::back_inserter(merged), before);
  mentions.all = std::move(merged);
  fill_tables(language.size(), mentions);
  mentions.houses = Houses(language, tags, registers, mentions).all();
  return mentions;
}

}  // namespace hearsay
