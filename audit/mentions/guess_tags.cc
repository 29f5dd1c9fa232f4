// guess_tags: what each word can be is told by possible_tags; what it is here is settled from left to right, by the tag
// before and what the next word can be.
#include "mentions/guess_tags.h"

#include <bit>
#include <vector>

#include "base/word_hash.h"
#include "mentions/possible_tags.h"
#include "mentions/settle_tags.h"

namespace hearsay {
namespace {

constexpr TagMask kOpensPhrase =
    tag_bit(Tag::DT) | tag_bit(Tag::PRP) | tag_bit(Tag::PRPS) | tag_bit(Tag::CD) | tag_bit(Tag::PDT);

/// A word that may be a verb, with what decides it.
struct Spot {
  std::uint32_t i = 0;
  TagMask mask = 0;              // what it can be
  Tag previous = Tag::punct;     // of the word before; punct where it opens its sentence
  Tag governor = Tag::punct;     // of the last word before that is no adverb
  std::uint32_t before = kNone;  // that word; kNone where there is none
  TagMask next = 0;              // what the word behind can be

  [[nodiscard]] bool nominal() const { return (mask & (kNominalTags | kAdjectivalTags)) != 0; }
  /// Within a noun phrase: "the …", "her …", "two …".
  [[nodiscard]] bool in_phrase() const {
    return previous == Tag::DT || previous == Tag::PRPS || is_adjective(previous) || previous == Tag::POS ||
           previous == Tag::CD;
  }
  /// "he …", "who …", "which …", "there …".
  [[nodiscard]] bool behind_subject_word() const {
    return governor == Tag::PRP || governor == Tag::WP || governor == Tag::WDT || governor == Tag::EX;
  }
};

class Guesser {
 public:
  Guesser(const Text& text, const PossibleTags& possible)
      : text_(text), possible_(possible), masks_(possible.of_token) {}

  Tags run() {
    const auto count = static_cast<std::uint32_t>(text_.tokens.size());
    tags_.assign(count, Tag::NN);
    for (std::uint32_t i = 0; i < count; ++i) tags_[i] = is_preposition_to(i) ? Tag::IN : settle(i);
    return std::move(tags_);
  }

 private:
  bool in_title(std::uint32_t i) const { return possible_.title_case[text_.sentence_of[i]] != 0; }

  const Token& token(std::uint32_t i) const { return text_.tokens[i]; }
  std::uint32_t hash(std::uint32_t i) const { return i < text_.tokens.size() ? text_.tokens[i].hash : 0; }

  bool is(std::uint32_t i, Role role) const { return text_.is(i, role); }
  /// "according to", "due to", "thanks to": no infinitive follows.
  bool is_preposition_to(std::uint32_t i) const {
    return i > 0 && is(i, Role::infinitive_to) && is(i - 1, Role::before_preposition_to);
  }
  bool is_have(std::uint32_t i) const { return is(i, Role::auxiliary_have); }
  bool is_be(std::uint32_t i) const {
    return is(i, Role::passive_auxiliary) || (is(i, Role::possessive_clitic) && tags_[i] == Tag::VBZ);
  }

  Tag settle(std::uint32_t i) const {
    const TagMask mask = masks_[i];
    // A verb to the lexicons, a noun after "the": "the harbour".
    const bool determined = i > 0 && (tags_[i - 1] == Tag::DT || tags_[i - 1] == Tag::PRPS || tags_[i - 1] == Tag::JJ);
    if (determined && (mask & ~(tag_bit(Tag::VB) | tag_bit(Tag::VBP))) == 0) return Tag::NN;
    if ((mask & (mask - 1)) == 0) return first(mask);
    // The last token before i that is no adverb, within the sentence.
    std::uint32_t before = kNone;
    for (std::uint32_t back = 1; back <= 3 && back <= i && !token(i - back + 1).has(kSentenceStart); ++back) {
      if (tags_[i - back] == Tag::RB && back < 3) continue;
      before = i - back;
      break;
    }
    const Tag previous = i > 0 && !token(i).has(kSentenceStart) ? tags_[i - 1] : Tag::punct;
    const Tag governor = before == kNone ? Tag::punct : tags_[before];
    const TagMask next =
        i + 1 < masks_.size() && !token(i + 1).has(kSentenceStart) ? masks_[i + 1] : tag_bit(Tag::punct);
    if (token(i).closed != 0) {
      if (const Tag tag = closed(i, mask, previous, governor, before, next); tag != Tag::none) return tag;
    }
    if ((mask & kVerbalTags) != 0) {
      const Spot at{.i = i, .mask = mask, .previous = previous, .governor = governor, .before = before, .next = next};
      if (const Tag tag = verb(at); tag != Tag::none) return tag;
    }
    return other(mask & ~kVerbalTags, previous, next, mask);
  }

  /// Closed words that their neighbours decide; Tag::none for all others.
  Tag closed(std::uint32_t i, TagMask mask, Tag previous, Tag governor, std::uint32_t before, TagMask next) const {
    if (is(i, Role::complementiser_that)) return that(i, previous, next);
    if (is(i, Role::possessive_clitic)) return clitic_s(i, previous, next);
    if (is(i, Role::existential_there)) {
      return (next & (tag_bit(Tag::VBZ) | tag_bit(Tag::VBP) | tag_bit(Tag::VBD) | tag_bit(Tag::MD))) != 0 ? Tag::EX
                                                                                                          : Tag::RB;
    }
    if (is(i, Role::possessive_or_object))
      return (next & (kNominalTags | kAdjectivalTags | tag_bit(Tag::CD))) != 0 ? Tag::PRPS : Tag::PRP;
    if (is(i, Role::numeral_one)) return Tag::CD;
    if (is(i, Role::comparative) || is(i, Role::superlative)) return degree(mask, next);
    if (is(i, Role::correlative))
      return (next & tag_bit(Tag::NNS)) != 0 || (next & tag_bit(Tag::NN)) != 0 ? Tag::DT : Tag::CC;
    if (is(i, Role::preposition_or_verb_like))
      return governor == Tag::TO || governor == Tag::MD || governor == Tag::PRP || is_do(before) ? Tag::VB : Tag::IN;
    return Tag::none;
  }

  /// "more" and its kin: of an adjective or adverb (RBR), of a noun (JJR).
  static Tag degree(TagMask mask, TagMask next) {
    const bool of_word = (next & (kAdjectivalTags | tag_bit(Tag::RB) | tag_bit(Tag::VBN))) != 0 &&
                         (next & (tag_bit(Tag::NN) | tag_bit(Tag::NNS))) == 0;
    const bool superlative = (mask & tag_bit(Tag::JJS)) != 0;
    if (of_word) return superlative ? Tag::RBS : Tag::RBR;
    return superlative ? Tag::JJS : Tag::JJR;
  }

  Tag clitic_s(std::uint32_t i, Tag previous, TagMask next) const {
    if (previous == Tag::PRP || previous == Tag::WP || previous == Tag::EX || previous == Tag::WRB ||
        previous == Tag::WDT)
      return Tag::VBZ;
    if (i > 0 && is(i - 1, Role::complementiser_that)) return Tag::VBZ;
    if (previous == Tag::NN || previous == Tag::NNP) {
      if ((next & (tag_bit(Tag::DT) | tag_bit(Tag::PRPS) | tag_bit(Tag::TO))) != 0 && (next & kNominalTags) == 0)
        return Tag::VBZ;
      if (is(i + 1, Role::negation_not) || is(i + 1, Role::participle_been)) return Tag::VBZ;
    }
    return Tag::POS;
  }

  Tag that(std::uint32_t i, Tag previous, TagMask next) const {
    const bool verb_next =
        (next & (tag_bit(Tag::VBZ) | tag_bit(Tag::VBD) | tag_bit(Tag::MD) | tag_bit(Tag::VBP))) != 0 &&
        (next & (kNominalTags & ~tag_bit(Tag::NNS))) == 0;
    if (is_noun(previous)) return verb_next && (next & tag_bit(Tag::NNS)) == 0 ? Tag::WDT : Tag::IN;
    if (is_verb(previous) || previous == Tag::RP || is_adjective(previous)) return Tag::IN;
    if (verb_next || (next & kNominalTags) != 0 || (next & tag_bit(Tag::punct)) != 0) {
      return previous == Tag::CC || (previous == Tag::punct && i > 0 && (next & kNominalTags) != 0) ? Tag::IN : Tag::DT;
    }
    return previous == Tag::IN ? Tag::DT : Tag::IN;
  }

  /// Which verb form, or none: what stands before tells most, and where that leaves a noun possible ("the talks"), what
  /// follows decides. The order counts: an auxiliary goes before the phrase around it, that before the form itself.
  Tag verb(const Spot& at) const {
    if ((at.mask & tag_bit(Tag::VB)) != 0) {
      if (at.governor == Tag::MD || at.governor == Tag::TO || is_do(at.before)) {
        // "to close friends": an adjective or noun where no object or adjunct follows.
        if (!(at.governor == Tag::TO && at.nominal() && !verb_like_after(at.next) && (at.mask & kAdjectivalTags) != 0))
          return Tag::VB;
      }
      // "Did she say": the auxiliary stands before the subject.
      if (at.before != kNone && (at.governor == Tag::PRP || at.governor == Tag::PRPS) && is_do_before(at.before))
        return Tag::VB;
    }
    // "the talks"; but "this means" may still be a verb.
    if (at.in_phrase() && at.nominal() && !(at.previous == Tag::DT && (at.mask & tag_bit(Tag::VBZ)) != 0))
      return Tag::none;
    if ((at.mask & tag_bit(Tag::VBN)) != 0) return past(at);
    // "came", "went": no participle.
    if ((at.mask & tag_bit(Tag::VBD)) != 0 && (at.mask & kPresentTags) == 0) return Tag::VBD;
    // "the ships lay": past and present alike.
    if ((at.mask & tag_bit(Tag::VBD)) != 0 && (at.governor == Tag::PRP || is_noun(at.governor)) && !at.nominal())
      return Tag::VBD;
    if ((at.mask & tag_bit(Tag::VBG)) != 0) return ing_form(at);
    if ((at.mask & tag_bit(Tag::VBZ)) != 0) return third_person(at);
    if ((at.mask & kPresentTags) != 0) return plain_form(at);
    return Tag::none;
  }

  /// "asked": a participle behind "have" and "be", within a phrase and before "by"; past where a subject stands before.
  Tag past(const Spot& at) const {
    const bool finite = (at.mask & tag_bit(Tag::VBD)) != 0;
    if (at.before != kNone && (is_have(at.before) || is_be(at.before))) return Tag::VBN;
    if (!finite) return at.nominal() && !is_noun(at.previous) ? Tag::none : Tag::VBN;
    if (at.behind_subject_word()) return Tag::VBD;
    if (at.previous == Tag::VB) return Tag::VBD;  // "who were asked to speak said"
    if (at.in_phrase() || at.previous == Tag::IN) return Tag::VBN;
    if (is(at.i + 1, Role::agent_by)) return Tag::VBN;
    if (is_noun(at.governor)) return Tag::VBD;
    if (at.previous == Tag::CC) return Tag::VBD;
    if (at.previous == Tag::punct) {
      // “…,” said Ruiz. A participle opens a sentence: "Asked about it, she laughed."
      if (at.before != kNone && after_quote(at.i)) return Tag::VBD;
      return token(at.i).has(kSentenceStart) ? Tag::VBN : Tag::VBD;
    }
    return Tag::VBN;
  }

  /// "building": a noun behind a noun or within a phrase, unless it has an object; an adjective before a noun.
  static Tag ing_form(const Spot& at) {
    if (at.nominal() && (is_noun(at.previous) || at.in_phrase()) && (at.next & (kOpensPhrase | tag_bit(Tag::TO))) == 0)
      return Tag::none;
    return at.nominal() && (at.mask & kAdjectivalTags) != 0 && (at.next & kNominalTags) != 0 ? Tag::none : Tag::VBG;
  }

  /// "claims", "shows": a plural noun too, which only a subject in the singular and what it takes rule out.
  Tag third_person(const Spot& at) const {
    if (!at.nominal() || at.behind_subject_word()) return Tag::VBZ;
    if (at.governor == Tag::NN || at.governor == Tag::NNP) {
      if ((at.next & (kOpensPhrase | tag_bit(Tag::TO) | tag_bit(Tag::RB))) != 0) return Tag::VBZ;
      if (is(at.i + 1, Role::complementiser_that)) return Tag::VBZ;
      if (at.next == tag_bit(Tag::NNP) && !in_title(at.i)) return Tag::VBZ;  // "a poll shows Ruiz"
      if (at.governor == Tag::NNP && (in_title(at.i) || hash(at.i + 1) == word_hash("."))) return Tag::VBZ;
      if ((at.next & tag_bit(Tag::NNS)) != 0 && (at.next & kVerbalTags) == 0) return Tag::VBZ;
    }
    // "This shows"
    return at.previous == Tag::DT && is(at.i - 1, Role::demonstrative_singular) ? Tag::VBZ : Tag::none;
  }

  /// "claim": a verb behind a subject that is no single one; a singular noun too.
  Tag plain_form(const Spot& at) const {
    if (at.governor == Tag::PRP || at.governor == Tag::WP) return Tag::VBP;
    if (!at.nominal())
      return is_noun(at.governor) || at.governor == Tag::WDT || at.governor == Tag::EX ? Tag::VBP : Tag::VB;
    if ((at.governor == Tag::NNS || at.governor == Tag::NNPS) &&
        (at.next & (kOpensPhrase | tag_bit(Tag::TO) | tag_bit(Tag::IN) | tag_bit(Tag::NNP))) != 0)
      return Tag::VBP;
    // "Ruiz and Holm claim"
    if (is_name(at.governor) && at.before >= 2 && tags_[at.before - 1] == Tag::CC && is_name(tags_[at.before - 2]))
      return Tag::VBP;
    if ((at.previous == Tag::punct || at.previous == Tag::RB) && (at.next & kOpensPhrase) != 0) return Tag::VB;
    return Tag::none;
  }

  static bool verb_like_after(TagMask next) {
    return (next & (kOpensPhrase | tag_bit(Tag::IN) | tag_bit(Tag::RB) | tag_bit(Tag::TO))) != 0;
  }
  bool after_quote(std::uint32_t i) const { return i > 0 && token(i - 1).has(kCloseQuote); }
  bool is_do(std::uint32_t i) const { return is(i, Role::auxiliary_do); }
  bool is_do_before(std::uint32_t pronoun) const {
    return pronoun > 0 && (is_do(pronoun - 1) || tags_[pronoun - 1] == Tag::MD) && !token(pronoun).has(kSentenceStart);
  }

  /// Of what is left when no verb is meant.
  static Tag other(TagMask mask, Tag previous, TagMask next, TagMask all) {
    if (mask == 0) return first(all);
    const bool noun_next = (next & (kNominalTags | kAdjectivalTags | tag_bit(Tag::VBG))) != 0 &&
                           (next & (tag_bit(Tag::VBZ) | tag_bit(Tag::VBD))) == 0;
    if ((mask & tag_bit(Tag::IN)) != 0) {
      if ((mask & tag_bit(Tag::RB)) != 0 && (next & (tag_bit(Tag::punct) | tag_bit(Tag::IN) | tag_bit(Tag::TO))) != 0)
        return is_verb(previous) ? Tag::RP : Tag::RB;
      if ((mask & tag_bit(Tag::CC)) != 0) return Tag::CC;
      return Tag::IN;
    }
    if ((mask & tag_bit(Tag::NNP)) != 0 && (mask & (kNominalTags & ~tag_bit(Tag::NNP))) == 0 &&
        (mask & tag_bit(Tag::JJ)) != 0) {
      return (next & (tag_bit(Tag::NN) | tag_bit(Tag::NNS) | tag_bit(Tag::JJ))) != 0 ? Tag::JJ : Tag::NNP;
    }
    if ((mask & tag_bit(Tag::NNP)) != 0) return Tag::NNP;
    if ((mask & tag_bit(Tag::JJ)) != 0) {
      if (noun_next) return Tag::JJ;
      if ((mask & tag_bit(Tag::RB)) != 0) return Tag::RB;
      if ((mask & kNominalTags) != 0 && !is_verb(previous)) return (mask & tag_bit(Tag::NNS)) != 0 ? Tag::NNS : Tag::NN;
      return Tag::JJ;
    }
    if ((mask & tag_bit(Tag::RB)) != 0 && (mask & tag_bit(Tag::DT)) == 0)
      return (mask & kNominalTags) != 0 && previous == Tag::DT ? Tag::NN : Tag::RB;
    if ((mask & tag_bit(Tag::NNS)) != 0 && (mask & tag_bit(Tag::NN)) != 0) return Tag::NNS;
    return first(mask);
  }

  static Tag first(TagMask mask) {
    const auto tag = static_cast<std::size_t>(std::countr_zero(mask));
    return tag < kTagCount ? static_cast<Tag>(tag) : Tag::NN;
  }

  const Text& text_;
  const PossibleTags& possible_;
  const std::vector<TagMask>& masks_;
  Tags tags_;
};

}  // namespace

Tags guess_tags(const Document& document, const Text& text, const Lexicons& lexicons) {
  const PossibleTags possible = possible_tags(document, text, lexicons);
  Tags tags = Guesser(text, possible).run();
  settle_tags(document, text, lexicons, possible, tags);
  return tags;
}

Tags reconciled_tags(const Document& document, const Text& text, const Lexicons& lexicons, const Tags& trained) {
  const PossibleTags possible = possible_tags(document, text, lexicons);
  const Tags guessed = Guesser(text, possible).run();
  Tags tags = trained;
  for (std::size_t t = 0; t < tags.size(); ++t) {
    const TagMask mask = possible.of_token[t];
    if ((mask & tag_bit(tags[t])) != 0) continue;
    // "the importers’ association": the mark alone is the possessive, where a noun follows.
    if (mask == tag_bit(Tag::POS)) {
      const TagMask next = t + 1 < tags.size() ? possible.of_token[t + 1] : 0;
      if ((next & (kNominalTags | kAdjectivalTags)) != 0) tags[t] = Tag::POS;
      continue;
    }
    const bool only_verb = (mask & ~kVerbalTags) == 0;
    const bool only_name = mask == tag_bit(Tag::NNP);
    const bool common = tags[t] == Tag::NN || tags[t] == Tag::NNS || is_adjective(tags[t]);
    const bool title = possible.title_case[text.sentence_of[t]] != 0;
    // "Oh, and …": a capital that only opens the sentence makes no name of a word that is none.
    const bool opens = text.tokens[t].has(kSentenceStart) && (mask & kNominalTags) == 0 && is_name(tags[t]) && !title;
    // "Holm Walks Out": a small word of the grammar is no name because it has a capital.
    const bool small = title && is_name(tags[t]) && (mask & (kNominalTags | kAdjectivalTags | kVerbalTags)) == 0;
    // "the club boss Ana Ruiz": a word of the open classes is no preposition, whatever stood there in training.
    const bool open = (mask & ~(kNominalTags | kAdjectivalTags | kVerbalTags)) == 0 &&
                      (tags[t] == Tag::IN || tags[t] == Tag::DT || tags[t] == Tag::CC || tags[t] == Tag::PRP);
    if (opens || small || open || (only_verb && common && is_verb(guessed[t])) ||
        (only_name && !title && !is_name(tags[t])))
      tags[t] = guessed[t];
  }
  settle_tags(document, text, lexicons, possible, tags);
  return tags;
}

}  // namespace hearsay
