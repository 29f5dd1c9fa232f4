// map_clauses: one pass over the tokens counts verb groups, one over the mentions looks at what stands beside each.
#include "sources/function.h"

#include "base/word_hash.h"

namespace hearsay {
namespace {

class Clauses {
 public:
  Clauses(const Language& language, const Tags& tags, const Mentions& mentions)
      : language_(language), tags_(tags), mentions_(mentions) {}

  ClauseMap map() {
    ClauseMap map;
    map.verbs_to.resize(language_.size() + 1, 0);
    for (std::uint32_t t = 0; t < language_.size(); ++t) {
      const bool goes_on = t > 0 && is_verb(tags_[t - 1]) && !language_.token(t).has(kSentenceStart);
      map.verbs_to[t + 1] = map.verbs_to[t] + (is_finite(tags_[t]) && !goes_on ? 1U : 0U);
    }
    map.of_mention.reserve(mentions_.all.size());
    std::uint32_t whole = kNone;  // the compound that holds what follows
    for (std::uint32_t m = 0; m < mentions_.all.size(); ++m) {
      const Mention& mention = mentions_.all[m];
      if (mention.compound) whole = m;
      const bool part = whole != kNone && whole < m && mention.core.end <= mentions_.all[whole].core.end;
      // "Ruiz and Holm told": both are subjects.
      const bool shares = part && !mention.possessive && map.of_mention[whole] != Function::other;
      map.of_mention.push_back(shares ? map.of_mention[whole] : of(mention));
    }
    return map;
  }

 private:
  /// Function words: looks past adverbs and quotation marks, within the sentence.
  [[nodiscard]] std::uint32_t before(std::uint32_t t) const {
    constexpr std::uint32_t kMost = 3;
    for (std::uint32_t step = 0; step < kMost; ++step) {
      if (t == 0 || language_.token(t).has(kSentenceStart)) return kNone;
      --t;
      if (!is_adverb(tags_[t]) && !language_.token(t).has(kOpenQuote)) return t;
    }
    return kNone;
  }
  [[nodiscard]] std::uint32_t after(std::uint32_t t, bool comma) const {
    constexpr std::uint32_t kMost = 4;
    for (std::uint32_t step = 0; step < kMost; ++step, ++t) {
      if (t >= language_.size() || language_.token(t).has(kSentenceStart)) return kNone;
      if (is_adverb(tags_[t]) || language_.token(t).has(kCloseQuote)) continue;
      if (comma && language_.hash(t) == word_hash(",")) {
        comma = false;
        continue;
      }
      return t;
    }
    return kNone;
  }

  [[nodiscard]] Function of(const Mention& mention) const {
    if (mention.possessive) return Function::possessor;
    const std::uint32_t left = before(mention.core.begin);
    const std::uint32_t right = after(mention.range.end, mention.comma_after);
    const bool preposition =
        left != kNone &&
        (tags_[left] == Tag::TO || (tags_[left] == Tag::IN && !language_.is(left, Role::complementiser_that)));
    const bool verb_follows = right != kNone && is_finite(tags_[right]);
    // "after he left", but "the head of the union said": a bare preposition binds a phrase closer than the verb does.
    const bool conjunction = preposition && language_.in(left, language_.ids().subordinator);
    // "with Holm pointing at the wall", "Holm waiting outside": the subject of a participle.
    const bool acts =
        right != kNone && tags_[right] == Tag::VBG && !mention.pronoun && right == mention.range.end &&
        (left == kNone || language_.is(left, Role::preposition_with) || language_.hash(left) == word_hash(","));
    if (acts) return Function::subject;
    if (verb_follows && (!preposition || conjunction || mention.pronoun)) return Function::subject;
    if (preposition) return Function::oblique;
    if (left != kNone && is_verb(tags_[left])) {
      // "said Ruiz" behind a quotation is a subject too.
      const std::uint32_t further = before(left);
      const bool inverted = is_finite(tags_[left]) && (further == kNone || language_.token(further).has(kCloseQuote));
      return inverted ? Function::subject : Function::object;
    }
    if (left != kNone && language_.hash(left) == word_hash(",") && left > 0 && mentions_.core_ends_at[left] != kNone &&
        !mention.pronoun)
      return Function::apposition;
    return Function::other;
  }

  const Language& language_;
  const Tags& tags_;
  const Mentions& mentions_;
};

}  // namespace

ClauseMap map_clauses(const Language& language, const Tags& tags, const Mentions& mentions) {
  return Clauses(language, tags, mentions).map();
}

}  // namespace hearsay
