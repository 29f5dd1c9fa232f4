#include "score/matter.h"

#include <algorithm>
#include <bit>
#include <string_view>

#include "score/positions.h"

namespace hearsay {
namespace {

constexpr std::string_view kNames[kMatterCount] = {
    "charge",   "contested",   "judged",    "hedge",       "mind",       "closed",    "vague",    "insider",
    "house",    "crowd",       "figure",    "superlative", "forecast",   "cause",     "document", "writer",
    "research", "learned",     "reported",  "relayed",     "speaks-for", "enactment", "unknown",  "study",
    "paper",    "unpublished", "open-text", "chamber",     "formal-act", "filing",    "method",   "share"};

std::uint64_t mask_of(std::string_view kind) {
  for (std::size_t i = 0; i < kMatterCount; ++i) {
    if (kNames[i] == kind) return std::uint64_t{1} << i;
  }
  return 0;
}

}  // namespace

MatterWords::MatterWords(const ScoreInput& input) {
  const Lexicons& lexicons = input.program.lexicons;
  const LexiconId matter = lexicons.named("matter");
  const std::vector<Token>& tokens = input.text.tokens;
  masks_.assign(tokens.size(), 0);
  if (matter == kNoLexicon) return;
  const std::size_t longest = lexicons.longest_entry(matter);
  std::vector<WordId> ahead;
  for (std::uint32_t t = 0; t < tokens.size(); ++t) {
    const WordId word = tokens[t].word;
    if (tokens[t].has(kDigit)) masks_[t] |= std::uint64_t{1} << static_cast<unsigned>(Matter::figure);
    if (word == kUnknownWord) continue;
    if (lexicons.has(word, matter)) {
      for (const Sense& sense : lexicons.senses(word)) {
        if (sense.lexicon == matter) masks_[t] |= mask_of(lexicons.entry(sense.entry).attribute("kind"));
      }
    }
    if (!lexicons.starts_phrase(word, matter)) continue;
    ahead.clear();
    for (std::size_t n = 0; n < longest && t + n < tokens.size(); ++n) ahead.push_back(tokens[t + n].word);
    const auto phrase = lexicons.phrase(ahead, matter);
    if (phrase) masks_[t] |= mask_of(lexicons.entry(phrase->entry).attribute("kind"));
  }
}

MatterCounts MatterWords::count(std::span<const TokenRange> ranges) const {
  MatterCounts counts{};
  std::uint32_t looked = 0;
  for (const TokenRange& range : ranges) {
    const auto end = std::min<std::uint32_t>(range.end, static_cast<std::uint32_t>(masks_.size()));
    for (std::uint32_t t = range.begin; t < end && looked < kMaxLooked; ++t, ++looked) {
      for (std::uint64_t mask = masks_[t]; mask != 0; mask &= mask - 1) {
        ++counts[static_cast<std::size_t>(std::countr_zero(mask))];
      }
    }
  }
  return counts;
}

}  // namespace hearsay
