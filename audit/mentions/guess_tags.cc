// guess_tags: what each word can be comes from the lexicons that hold it, or from its shape; what it is here is then
// settled from left to right, by the tag before and what the next word can be.
#include "mentions/guess_tags.h"

#include <array>
#include <string_view>
#include <vector>

#include "mentions/word_literal.h"

namespace hearsay {
namespace {

using Mask = std::uint64_t;

constexpr Mask bit(Tag tag) { return 1ULL << static_cast<unsigned>(tag); }
constexpr Mask kNominal = bit(Tag::NN) | bit(Tag::NNS) | bit(Tag::NNP) | bit(Tag::NNPS);
constexpr Mask kAdjectival = bit(Tag::JJ) | bit(Tag::JJR) | bit(Tag::JJS);
constexpr Mask kPresent = bit(Tag::VB) | bit(Tag::VBP);
constexpr Mask kVerbal = kPresent | bit(Tag::VBD) | bit(Tag::VBG) | bit(Tag::VBN) | bit(Tag::VBZ);
constexpr Mask kOpensPhrase = bit(Tag::DT) | bit(Tag::PRP) | bit(Tag::PRPS) | bit(Tag::CD) | bit(Tag::PDT);

struct ClassMask {
  std::string_view lexicon;
  Mask mask;
};
constexpr std::array<ClassMask, 24> kClassMasks = {{
    {"determiner", bit(Tag::DT)},
    {"quantifier", bit(Tag::JJ)},
    {"pronoun", bit(Tag::PRP)},
    {"indefinite-pronoun", bit(Tag::NN)},
    {"possessive-pronoun", bit(Tag::PRPS)},
    {"modal", bit(Tag::MD)},
    {"negation", bit(Tag::RB)},
    {"adverb", bit(Tag::RB)},
    {"preposition", bit(Tag::IN)},
    {"conjunction", bit(Tag::CC)},
    {"subordinator", bit(Tag::IN)},
    {"question-word", bit(Tag::WRB)},
    {"number-word", bit(Tag::CD)},
    {"ordinal", bit(Tag::JJ)},
    {"adjective-common", bit(Tag::JJ)},
    {"demonym", bit(Tag::JJ)},
    {"demonym-plural", bit(Tag::NNPS)},
    {"calendar", bit(Tag::NNP)},
    {"collective", bit(Tag::NNS)},
    {"group", bit(Tag::NNS)},
    {"plural-noun", bit(Tag::NNS)},
    {"male-name", bit(Tag::NNP)},
    {"female-name", bit(Tag::NNP)},
    {"either-name", bit(Tag::NNP)},
}};
// Lexicons that say nothing of the part of speech.
constexpr std::array<std::string_view, 9> kSilent = {"count", "predeterminer", "particle", "relative", "time",
                                                     "article", "title", "access", "name-particle"};
constexpr Mask kNothing = 1ULL << 63U;

Mask verb_mask(Form form) {
  switch (form) {
    case Form::base: return kPresent;
    case Form::third: return bit(Tag::VBZ);
    case Form::ing: return bit(Tag::VBG);
    case Form::past: return bit(Tag::VBD);
    case Form::participle: return bit(Tag::VBN);
    case Form::plural: break;
  }
  return kPresent;
}

bool ends(std::string_view word, std::string_view tail) {
  return word.size() > tail.size() + 1 && word.substr(word.size() - tail.size()) == tail;
}

/// What an unknown lower-case word looks like.
Mask shape_mask(std::string_view word) {
  if (ends(word, "ly")) return bit(Tag::RB);
  if (ends(word, "ing")) return bit(Tag::VBG);
  if (ends(word, "ed")) return bit(Tag::VBD) | bit(Tag::VBN);
  for (const std::string_view tail : {"ous", "ful", "ive", "able", "ible", "less", "ical", "ish", "ese", "ary", "al", "ic", "ian",
                                      "-old", "-based", "-led", "-backed", "-run", "-like", "free"}) {
    if (ends(word, tail)) return bit(Tag::JJ);
  }
  if (ends(word, "s") && !ends(word, "ss") && !ends(word, "us") && !ends(word, "is")) return bit(Tag::NNS);
  if (word.find('-') != std::string_view::npos) return bit(Tag::JJ) | bit(Tag::NN);
  return bit(Tag::NN) | kPresent;
}

class Guesser {
 public:
  Guesser(const Document& document, const Text& text, const Lexicons& lexicons)
      : document_(document), text_(text), lexicons_(lexicons), class_mask_(lexicons.size(), 0) {
    for (LexiconId id = 0; id < lexicons.size(); ++id) {
      for (const ClassMask& known : kClassMasks) {
        if (known.lexicon == lexicons.name(id)) class_mask_[id] = known.mask;
      }
      for (const std::string_view silent : kSilent) {
        if (silent == lexicons.name(id)) class_mask_[id] = kNothing;
      }
    }
  }

  Tags run() {
    const auto count = static_cast<std::uint32_t>(text_.tokens.size());
    tags_.assign(count, Tag::NN);
    masks_.resize(count);
    find_title_case();
    for (std::uint32_t i = 0; i < count; ++i) masks_[i] = candidates(i);
    for (std::uint32_t i = 0; i < count; ++i) tags_[i] = settle(i);
    return std::move(tags_);
  }

 private:
  /// Headlines That Capitalise Every Word: capitals tell nothing there.
  void find_title_case() {
    title_case_.assign(text_.sentences.size(), 0);
    for (std::size_t s = 0; s < text_.sentences.size(); ++s) {
      const TokenRange range = text_.sentences[s].tokens;
      std::uint32_t capitals = 0;
      std::uint32_t others = 0;
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const Token& word = token(i);
        if (!word.has(kAlpha) || word.has(kClitic)) continue;
        if (word.has(kCapital)) ++capitals;
        else if (word.end - word.begin > 3) ++others;
      }
      title_case_[s] = capitals >= 5 && others == 0 ? 1 : 0;
    }
  }
  bool in_title(std::uint32_t i) const { return title_case_[text_.sentence_of[i]] != 0; }

  const Token& token(std::uint32_t i) const { return text_.tokens[i]; }
  std::uint32_t hash(std::uint32_t i) const { return i < text_.tokens.size() ? text_.tokens[i].hash : 0; }
  bool starts_sentence(std::uint32_t i) const {
    return i == 0 || token(i).has(kSentenceStart) || token(i - 1).has(kOpenQuote) || token(i - 1).hash == ":"_w;
  }

  Mask known_mask(const Token& word) const {
    Mask mask = 0;
    for (const Sense& sense : lexicons_.senses(word.word)) {
      const Mask fixed = class_mask_[sense.lexicon];
      if (fixed == kNothing) continue;
      if (fixed != 0) {
        mask |= fixed;
        continue;
      }
      switch (lexicons_.entry(sense.entry).pos) {
        case WordClass::verb: mask |= verb_mask(sense.form); break;
        case WordClass::noun: mask |= bit(sense.form == Form::plural ? Tag::NNS : Tag::NN); break;
        case WordClass::adjective: mask |= bit(Tag::JJ); break;
        case WordClass::adverb: mask |= bit(Tag::RB); break;
        case WordClass::preposition: mask |= bit(Tag::IN); break;
        case WordClass::phrase:
        case WordClass::other: break;
      }
    }
    if ((mask & bit(Tag::VBD)) != 0 && (mask & bit(Tag::VBN)) == 0 && ends(token_text(document_, word), "ed")) mask |= bit(Tag::VBN);
    return mask;
  }

  static Mask closed(std::uint32_t hash) {
    switch (hash) {
      case "to"_w: return bit(Tag::TO);
      case "am"_w: case "are"_w: case "'m"_w: case "'re"_w: case "'ve"_w: return bit(Tag::VBP);
      case "is"_w: case "has"_w: case "does"_w: return bit(Tag::VBZ);
      case "was"_w: case "were"_w: case "did"_w: return bit(Tag::VBD);
      case "be"_w: return bit(Tag::VB);
      case "been"_w: case "done"_w: return bit(Tag::VBN);
      case "being"_w: case "having"_w: case "doing"_w: return bit(Tag::VBG);
      case "have"_w: case "do"_w: return kPresent;
      case "had"_w: return bit(Tag::VBD) | bit(Tag::VBN);
      case "'ll"_w: case "'d"_w: return bit(Tag::MD);
      case "n't"_w: case "not"_w: return bit(Tag::RB);
      case "there"_w: return bit(Tag::EX) | bit(Tag::RB);
      case "who"_w: case "whom"_w: case "whoever"_w: case "what"_w: return bit(Tag::WP);
      case "whose"_w: return bit(Tag::WPS);
      case "which"_w: return bit(Tag::WDT);
      case "and"_w: case "or"_w: case "but"_w: case "&"_w: case "nor"_w: return bit(Tag::CC);
      case "that"_w: return bit(Tag::IN) | bit(Tag::DT) | bit(Tag::WDT);
      case "his"_w: case "its"_w: case "their"_w: case "my"_w: case "our"_w: case "your"_w: return bit(Tag::PRPS);
      case "%"_w: case "percent"_w: return bit(Tag::NN);
      case "such"_w: case "many"_w: case "other"_w: case "own"_w: case "few"_w: case "same"_w: return bit(Tag::JJ);
      case "more"_w: case "less"_w: case "better"_w: case "worse"_w: return bit(Tag::JJR) | bit(Tag::RBR);
      case "most"_w: case "least"_w: case "best"_w: return bit(Tag::JJS) | bit(Tag::RBS);
      case "then"_w: case "just"_w: case "still"_w: case "anymore"_w: return bit(Tag::RB);
      case "both"_w: case "either"_w: return bit(Tag::DT) | bit(Tag::CC);
      case "than"_w: case "of"_w: case "at"_w: case "as"_w: case "with"_w: case "from"_w: case "into"_w: case "by"_w: case "in"_w:
      case "on"_w: case "if"_w: case "because"_w: case "while"_w: case "for"_w: return bit(Tag::IN);
      case "the"_w: case "a"_w: case "an"_w: case "this"_w: case "these"_w: case "those"_w: case "no"_w: case "some"_w: case "any"_w:
      case "each"_w: case "every"_w: case "another"_w: return bit(Tag::DT);
      case "can"_w: case "will"_w: case "may"_w: case "might"_w: return bit(Tag::MD);
      default: return 0;
    }
  }

  Mask candidates(std::uint32_t i) const {
    const Token& word = token(i);
    if (word.hash == "'"_w && !word.has(kOpenQuote) && !word.has(kCloseQuote) && i > 0 && !word.has(kSpaceBefore) && (masks_[i - 1] & kNominal) != 0) {
      return bit(Tag::POS);
    }
    if (word.has(kPunct) && hash(i) != "&"_w && hash(i) != "%"_w && !word.has(kClitic)) return bit(Tag::punct);
    if (word.has(kClitic) && word.hash == "'s"_w) return bit(Tag::POS) | bit(Tag::VBZ);
    const bool capital = word.has(kCapital);
    const bool inside = capital && !starts_sentence(i) && !title_case_[text_.sentence_of[i]];
    if (const Mask fixed = closed(word.hash); fixed != 0) {
      const bool name_like = inside && (word.hash == "will"_w || word.hash == "may"_w);
      if (name_like) return bit(Tag::NNP);
      return fixed;
    }
    if (word.has(kDigit)) {
      const std::string_view form = token_text(document_, word);
      if (ends(form, "th") || ends(form, "st") || ends(form, "nd") || ends(form, "rd") || ends(form, "-old")) return bit(Tag::JJ);
      if (ends(form, "0s")) return bit(Tag::NNS);
      if (word.has(kAlpha)) return bit(Tag::NNP);
      return form.find('-') != std::string_view::npos && form.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos ? bit(Tag::JJ) : bit(Tag::CD);
    }
    const Mask known = known_mask(word);
    if (capital) {
      constexpr Mask kClosed = bit(Tag::DT) | bit(Tag::PRP) | bit(Tag::IN) | bit(Tag::CC) | bit(Tag::WRB) | bit(Tag::MD) | bit(Tag::PRPS);
      if (in_title(i) && (known & kClosed) == 0) {
        if (known == 0 || (known & bit(Tag::NNP)) != 0) return bit(Tag::NNP);
        return (known & kVerbal & ~bit(Tag::VBG)) != 0 && (known & bit(Tag::NN)) == 0 ? known : known | bit(Tag::NNP);
      }
      if (!inside && known != 0 && (known & bit(Tag::NNP)) == 0) {
        const bool name_next = i + 1 < text_.tokens.size() && token(i + 1).has(kCapital) && !token(i + 1).has(kPunct);
        if (name_next && (known & (kNominal | kAdjectival)) != 0 && (known & kClosed) == 0) return known | bit(Tag::NNP);
        return known;
      }
      if (inside && (known & kClosed) != 0 && !word.has(kAllCaps)) return known & ~kVerbal;
      if ((known & bit(Tag::NNPS)) != 0 || (inside && known == bit(Tag::NNS) && is_collective(word))) return bit(Tag::NNPS);
      if ((known & bit(Tag::JJ)) != 0 && (known & kNominal) == 0 && is_demonym(word)) return bit(Tag::JJ) | bit(Tag::NNP);
      if (!inside && known == 0) {
        const std::string_view form = token_text(document_, word);
        const bool name_next = i + 1 < text_.tokens.size() && token(i + 1).has(kCapital);
        if (!name_next && !word.has(kAllCaps)) {
          if (ends(form, "ing")) return bit(Tag::VBG);
          if (ends(form, "ly")) return bit(Tag::RB);
          if (ends(form, "ed")) return bit(Tag::VBN);
        }
      }
      return bit(Tag::NNP);
    }
    return known != 0 ? known : shape_mask(token_text(document_, word));
  }

  bool is_collective(const Token& word) const {
    for (const Sense& sense : lexicons_.senses(word.word)) {
      if (lexicons_.name(sense.lexicon) == "collective") return true;
    }
    return false;
  }

  bool is_demonym(const Token& word) const {
    for (const Sense& sense : lexicons_.senses(word.word)) {
      if (class_mask_[sense.lexicon] == bit(Tag::JJ) && lexicons_.name(sense.lexicon) == "demonym") return true;
    }
    return false;
  }

  bool is_have(std::uint32_t i) const {
    switch (hash(i)) {
      case "have"_w: case "has"_w: case "had"_w: case "'ve"_w: case "having"_w: return true;
      default: return false;
    }
  }
  bool is_be(std::uint32_t i) const {
    switch (hash(i)) {
      case "be"_w: case "is"_w: case "are"_w: case "was"_w: case "were"_w: case "been"_w: case "being"_w: case "am"_w: case "'re"_w:
      case "'m"_w: case "get"_w: case "got"_w: case "gets"_w: case "getting"_w: return true;
      case "'s"_w: return tags_[i] == Tag::VBZ;
      default: return false;
    }
  }

  Tag settle(std::uint32_t i) const {
    const Mask mask = masks_[i];
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
    const Mask next = i + 1 < masks_.size() && !token(i + 1).has(kSentenceStart) ? masks_[i + 1] : bit(Tag::punct);
    switch (hash(i)) {
      case "'s"_w: return clitic_s(i, previous, next);
      case "that"_w: return that(i, previous, next);
      case "there"_w: return (next & (bit(Tag::VBZ) | bit(Tag::VBP) | bit(Tag::VBD) | bit(Tag::MD))) != 0 ? Tag::EX : Tag::RB;
      case "her"_w: return (next & (kNominal | kAdjectival | bit(Tag::CD))) != 0 ? Tag::PRPS : Tag::PRP;
      case "one"_w: return Tag::CD;
      case "more"_w: case "less"_w: case "better"_w: case "worse"_w: case "most"_w: case "least"_w: case "best"_w:
        return degree(mask, next);
      case "both"_w: case "either"_w: return (next & bit(Tag::NNS)) != 0 || (next & bit(Tag::NN)) != 0 ? Tag::DT : Tag::CC;
      case "like"_w: return governor == Tag::TO || governor == Tag::MD || governor == Tag::PRP || is_do(before) ? Tag::VB : Tag::IN;
      default: break;
    }
    if ((mask & kVerbal) != 0) {
      if (const Tag tag = verb(i, mask, previous, governor, before, next); tag != Tag::none) return tag;
    }
    return other(mask & ~kVerbal, previous, next, mask);
  }

  /// "more" and its kin: of an adjective or adverb (RBR), of a noun (JJR).
  static Tag degree(Mask mask, Mask next) {
    const bool of_word = (next & (kAdjectival | bit(Tag::RB) | bit(Tag::VBN))) != 0 && (next & (bit(Tag::NN) | bit(Tag::NNS))) == 0;
    const bool superlative = (mask & bit(Tag::JJS)) != 0;
    if (of_word) return superlative ? Tag::RBS : Tag::RBR;
    return superlative ? Tag::JJS : Tag::JJR;
  }

  Tag clitic_s(std::uint32_t i, Tag previous, Mask next) const {
    if (previous == Tag::PRP || previous == Tag::WP || previous == Tag::EX || previous == Tag::WRB || previous == Tag::WDT) return Tag::VBZ;
    if (i > 0 && hash(i - 1) == "that"_w) return Tag::VBZ;
    if (previous == Tag::NN || previous == Tag::NNP) {
      if ((next & (bit(Tag::DT) | bit(Tag::PRPS) | bit(Tag::TO))) != 0 && (next & kNominal) == 0) return Tag::VBZ;
      if (hash(i + 1) == "not"_w || hash(i + 1) == "been"_w) return Tag::VBZ;
    }
    return Tag::POS;
  }

  Tag that(std::uint32_t i, Tag previous, Mask next) const {
    const bool verb_next = (next & (bit(Tag::VBZ) | bit(Tag::VBD) | bit(Tag::MD) | bit(Tag::VBP))) != 0 && (next & (kNominal & ~bit(Tag::NNS))) == 0;
    if (is_noun(previous)) return verb_next && (next & bit(Tag::NNS)) == 0 ? Tag::WDT : Tag::IN;
    if (is_verb(previous) || previous == Tag::RP || is_adjective(previous)) return Tag::IN;
    if (verb_next || (next & kNominal) != 0 || (next & bit(Tag::punct)) != 0) {
      return previous == Tag::CC || (previous == Tag::punct && i > 0 && (next & kNominal) != 0) ? Tag::IN : Tag::DT;
    }
    return previous == Tag::IN ? Tag::DT : Tag::IN;
  }

  Tag verb(std::uint32_t i, Mask mask, Tag previous, Tag governor, std::uint32_t before, Mask next) const {
    const bool nominal = (mask & (kNominal | kAdjectival)) != 0;
    const bool in_phrase = previous == Tag::DT || previous == Tag::PRPS || is_adjective(previous) || previous == Tag::POS || previous == Tag::CD;
    if ((mask & bit(Tag::VB)) != 0) {
      if (governor == Tag::MD || governor == Tag::TO || is_do(before)) {
        if (!(governor == Tag::TO && nominal && !verb_like_after(next) && (mask & kAdjectival) != 0)) return Tag::VB;
      }
      if (before != kNone && (governor == Tag::PRP || governor == Tag::PRPS) && is_do_before(before)) return Tag::VB;
    }
    if (in_phrase && nominal && !(previous == Tag::DT && (mask & bit(Tag::VBZ)) != 0)) return Tag::none;
    if ((mask & bit(Tag::VBN)) != 0) {
      if (before != kNone && (is_have(before) || is_be(before))) return Tag::VBN;
      if ((mask & bit(Tag::VBD)) == 0) return nominal && !(is_noun(previous)) ? Tag::none : Tag::VBN;
      if (governor == Tag::PRP || governor == Tag::WP || governor == Tag::WDT || governor == Tag::EX) return nominal && (mask & bit(Tag::VBD)) == 0 ? Tag::none : Tag::VBD;
      if (in_phrase || previous == Tag::IN) return Tag::VBN;
      if (hash(i + 1) == "by"_w) return Tag::VBN;
      if (is_noun(governor)) return Tag::VBD;
      if (previous == Tag::punct || previous == Tag::CC) return before != kNone && after_quote(i) ? Tag::VBD : (previous == Tag::CC ? Tag::VBD : (token(i).has(kSentenceStart) ? Tag::VBN : Tag::VBD));
      return Tag::VBN;
    }
    if ((mask & bit(Tag::VBD)) != 0 && (mask & kPresent) == 0) return Tag::VBD;
    if ((mask & bit(Tag::VBD)) != 0 && (governor == Tag::PRP || is_noun(governor)) && !nominal) return Tag::VBD;
    if ((mask & bit(Tag::VBG)) != 0) {
      if (nominal && (is_noun(previous) || in_phrase) && (next & (kOpensPhrase | bit(Tag::TO))) == 0) return Tag::none;
      return nominal && (mask & kAdjectival) != 0 && (next & kNominal) != 0 ? Tag::none : Tag::VBG;
    }
    if ((mask & bit(Tag::VBZ)) != 0) {
      if (!nominal) return Tag::VBZ;
      if (governor == Tag::PRP || governor == Tag::WP || governor == Tag::WDT || governor == Tag::EX) return Tag::VBZ;
      if ((governor == Tag::NN || governor == Tag::NNP) && (next & (kOpensPhrase | bit(Tag::TO) | bit(Tag::RB))) != 0) return Tag::VBZ;
      if ((governor == Tag::NN || governor == Tag::NNP) && hash(i + 1) == "that"_w) return Tag::VBZ;
      if (governor == Tag::NNP && (in_title(i) || hash(i + 1) == "."_w)) return Tag::VBZ;
      if ((governor == Tag::NN || governor == Tag::NNP) && (next & bit(Tag::NNS)) != 0 && (next & kVerbal) == 0) return Tag::VBZ;
      if (previous == Tag::DT && (hash(i - 1) == "that"_w || hash(i - 1) == "this"_w)) return Tag::VBZ;
      return Tag::none;
    }
    if ((mask & kPresent) != 0) {
      if (governor == Tag::PRP || governor == Tag::WP) return Tag::VBP;
      if (!nominal) {
        if (is_noun(governor) || governor == Tag::WDT || governor == Tag::EX) return Tag::VBP;
        return Tag::VB;
      }
      if ((governor == Tag::NNS || governor == Tag::NNPS) && (next & (kOpensPhrase | bit(Tag::TO) | bit(Tag::IN))) != 0) return Tag::VBP;
      if (is_name(governor) && before >= 2 && tags_[before - 1] == Tag::CC && is_name(tags_[before - 2])) return Tag::VBP;
      if (previous == Tag::punct && (next & kOpensPhrase) != 0) return Tag::VB;
      if (previous == Tag::RB && (next & kOpensPhrase) != 0) return Tag::VB;
    }
    return Tag::none;
  }

  static bool verb_like_after(Mask next) { return (next & (kOpensPhrase | bit(Tag::IN) | bit(Tag::RB) | bit(Tag::TO))) != 0; }
  bool after_quote(std::uint32_t i) const { return i > 0 && token(i - 1).has(kCloseQuote); }
  bool is_do(std::uint32_t i) const {
    if (i == kNone) return false;
    return hash(i) == "do"_w || hash(i) == "did"_w || hash(i) == "does"_w;
  }
  bool is_do_before(std::uint32_t pronoun) const {
    return pronoun > 0 && (is_do(pronoun - 1) || tags_[pronoun - 1] == Tag::MD) && !token(pronoun).has(kSentenceStart);
  }

  /// Of what is left when no verb is meant.
  static Tag other(Mask mask, Tag previous, Mask next, Mask all) {
    if (mask == 0) return first(all);
    const bool noun_next = (next & (kNominal | kAdjectival | bit(Tag::VBG))) != 0 && (next & (bit(Tag::VBZ) | bit(Tag::VBD))) == 0;
    if ((mask & bit(Tag::IN)) != 0) {
      if ((mask & bit(Tag::RB)) != 0 && (next & (bit(Tag::punct) | bit(Tag::IN) | bit(Tag::TO))) != 0) return is_verb(previous) ? Tag::RP : Tag::RB;
      if ((mask & bit(Tag::CC)) != 0) return Tag::CC;
      return Tag::IN;
    }
    if ((mask & bit(Tag::NNP)) != 0 && (mask & (kNominal & ~bit(Tag::NNP))) == 0 && (mask & bit(Tag::JJ)) != 0) {
      return (next & (bit(Tag::NN) | bit(Tag::NNS) | bit(Tag::JJ))) != 0 ? Tag::JJ : Tag::NNP;
    }
    if ((mask & bit(Tag::NNP)) != 0) return Tag::NNP;
    if ((mask & bit(Tag::JJ)) != 0) {
      if (noun_next) return Tag::JJ;
      if ((mask & bit(Tag::RB)) != 0) return Tag::RB;
      if ((mask & kNominal) != 0 && !is_verb(previous)) return (mask & bit(Tag::NNS)) != 0 ? Tag::NNS : Tag::NN;
      return Tag::JJ;
    }
    if ((mask & bit(Tag::RB)) != 0 && (mask & bit(Tag::DT)) == 0) return (mask & kNominal) != 0 && previous == Tag::DT ? Tag::NN : Tag::RB;
    if ((mask & bit(Tag::NNS)) != 0 && (mask & bit(Tag::NN)) != 0) return Tag::NNS;
    return first(mask);
  }

  static Tag first(Mask mask) {
    for (std::size_t tag = 0; tag < kTagCount; ++tag) {
      if ((mask >> tag & 1U) != 0) return static_cast<Tag>(tag);
    }
    return Tag::NN;
  }

  const Document& document_;
  const Text& text_;
  const Lexicons& lexicons_;
  std::vector<Mask> class_mask_;
  std::vector<Mask> masks_;
  std::vector<std::uint8_t> title_case_;  // per sentence
  Tags tags_;
};

}  // namespace

Tags guess_tags(const Document& document, const Text& text, const Lexicons& lexicons) {
  return Guesser(document, text, lexicons).run();
}

}  // namespace hearsay
