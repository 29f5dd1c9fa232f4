// find_said: each pair of quotation marks is an item, and what somebody is said to have said outside of them; of an
// attribution that is both, the words outside stand for the whole. find_accusations: the claims that charge somebody.
#include <algorithm>

#include "checksheet/items.h"

namespace hearsay {
namespace {

constexpr double kLeastConfidence = 0.5;  // of an attribution whose words are an item

bool in_quotation(const CheckSheetInput& input, std::uint32_t token) {
  return token < input.text.quotation_of.size() && input.text.quotation_of[token] != kNone;
}

TokenRange whole_content(const Attribution& attribution, const Text& text) {
  TokenRange whole;
  for (const TokenRange& part : attribution.content) {
    if (part.empty() || part.end > text.tokens.size()) continue;
    if (whole.empty()) {
      whole = part;
    } else {
      whole.begin = std::min(whole.begin, part.begin);
      whole.end = std::max(whole.end, part.end);
    }
  }
  return whole;
}

void find_quoted(const CheckSheetInput& input, const std::vector<std::uint32_t>& speakers, FoundItems& items) {
  for (const Quotation& quotation : input.text.quotations) {
    if (quotation.parent != kNone || quotation.scare || quotation.tokens.empty() ||
        quotation.tokens.end > input.text.tokens.size() || !is_checked(input, quotation.tokens.begin))
      continue;
    FoundItem item{.kind = CheckItemKind::quotation, .range = quotation.tokens, .words = {}};
    for (std::uint32_t t = item.range.begin; t < item.range.end && item.attribution == kNone; ++t)
      item.attribution = speakers[t];
    items.push_back(std::move(item));
  }
}

}  // namespace

bool is_checked(const CheckSheetInput& input, std::uint32_t token) {
  if (token >= input.text.sentence_of.size()) return false;
  const std::uint32_t sentence = input.text.sentence_of[token];
  if (sentence >= input.text.sentences.size()) return false;
  const std::uint32_t paragraph = input.text.sentences[sentence].paragraph;
  return paragraph < input.text.paragraphs.size() && is_read(input.text.paragraphs[paragraph].kind) &&
         input.text.paragraphs[paragraph].kind != BlockKind::post_by;
}

std::vector<std::uint32_t> speakers_of(const CheckSheetInput& input) {
  std::vector<std::uint32_t> speakers(input.text.tokens.size(), kNone);
  for (std::uint32_t a = 0; a < input.attributions.size(); ++a) {
    const Attribution& attribution = input.attributions[a];
    if (!attribution.statement || attribution.mode == SourceMode::author || attribution.confidence < kLeastConfidence ||
        attribution.within < input.attributions.size())
      continue;
    for (const TokenRange& part : attribution.content) {
      for (std::uint32_t t = part.begin; t < std::min<std::size_t>(part.end, speakers.size()); ++t) {
        if (speakers[t] == kNone) speakers[t] = a;
      }
    }
  }
  return speakers;
}

void find_said(const CheckSheetInput& input, FoundItems& items) {
  const std::vector<std::uint32_t> speakers = speakers_of(input);
  find_quoted(input, speakers, items);
  for (std::uint32_t a = 0; a < input.attributions.size(); ++a) {
    const Attribution& attribution = input.attributions[a];
    if (!attribution.statement || attribution.mode == SourceMode::author || attribution.confidence < kLeastConfidence ||
        attribution.within < input.attributions.size())
      continue;
    const TokenRange whole = whole_content(attribution, input.text);
    if (whole.empty() || !is_checked(input, whole.begin)) continue;
    if (attribution.type == AttributionType::direct) {
      // A post that is embedded, or a block set apart, has no marks.
      const bool marked = in_quotation(input, whole.begin);
      if (!marked)
        items.push_back({.kind = CheckItemKind::quotation, .range = whole, .attribution = a, .unit = {}, .words = {}});
      continue;
    }
    items.push_back({.kind = CheckItemKind::paraphrase, .range = whole, .attribution = a, .unit = {}, .words = {}});
  }
}

void find_accusations(const CheckSheetInput& input, FoundItems& items) {
  const Lexicons& lexicons = input.program.lexicons;
  const LexiconId misdeed = lexicons.named("checkable-misdeed"), wrong = lexicons.named("checkable-wrong");
  const LexiconId accuse = lexicons.named("checkable-accuse");
  const auto in = [&](std::uint32_t t, LexiconId lexicon) {
    return lexicon != kNoLexicon && t < input.text.tokens.size() && lexicons.has(input.text.tokens[t].word, lexicon);
  };
  const auto charges = [&](TokenRange range) {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (in(t, misdeed) || in(t, wrong)) return true;
    }
    return false;
  };
  for (std::uint32_t c = 0; c < input.scorecard.claims.size(); ++c) {
    const Claim& claim = input.scorecard.claims[c];
    if (claim.range.empty() || claim.range.end > input.text.tokens.size() || !is_checked(input, claim.range.begin))
      continue;
    const std::uint32_t attribution = claim.attributions.empty() ? kNone : claim.attributions.front();
    const bool critical =
        attribution < input.attributions.size() && (input.attributions[attribution].stance == Stance::criticism ||
                                                    in(input.attributions[attribution].cue_head, accuse));
    if (claim.kind != "accusation" && !critical && !charges(claim.range)) continue;
    items.push_back({.kind = CheckItemKind::accusation,
                     .range = claim.range,
                     .attribution = attribution,
                     .claim = c,
                     .unit = {},
                     .words = {}});
  }
}

}  // namespace hearsay
