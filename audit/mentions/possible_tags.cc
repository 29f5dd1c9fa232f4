// possible_tags: closed words by their roles, known words by their lexicons, unknown ones by their endings; a capital
// inside a sentence makes a name of whatever is no closed word.
#include "mentions/possible_tags.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/word_hash.h"

namespace hearsay {
namespace {

struct ClassMask {
  std::string_view lexicon;
  TagMask mask;
};
constexpr std::array<ClassMask, 24> kClassMasks = {{
    {"determiner", tag_bit(Tag::DT)},
    {"quantifier", tag_bit(Tag::JJ)},
    {"pronoun", tag_bit(Tag::PRP)},
    {"indefinite-pronoun", tag_bit(Tag::NN)},
    {"possessive-pronoun", tag_bit(Tag::PRPS)},
    {"modal", tag_bit(Tag::MD)},
    {"negation", tag_bit(Tag::RB)},
    {"adverb", tag_bit(Tag::RB)},
    {"preposition", tag_bit(Tag::IN)},
    {"conjunction", tag_bit(Tag::CC)},
    {"subordinator", tag_bit(Tag::IN)},
    {"question-word", tag_bit(Tag::WRB)},
    {"number-word", tag_bit(Tag::CD)},
    {"ordinal", tag_bit(Tag::JJ)},
    {"adjective-common", tag_bit(Tag::JJ)},
    {"demonym", tag_bit(Tag::JJ)},
    {"demonym-plural", tag_bit(Tag::NNPS)},
    {"calendar", tag_bit(Tag::NNP)},
    {"collective", tag_bit(Tag::NNS)},
    {"group", tag_bit(Tag::NNS)},
    {"plural-noun", tag_bit(Tag::NNS)},
    {"male-name", tag_bit(Tag::NNP)},
    {"female-name", tag_bit(Tag::NNP)},
    {"either-name", tag_bit(Tag::NNP)},
}};
// Lexicons that say nothing of the part of speech.
constexpr std::array<std::string_view, 9> kSilent = {"count",   "predeterminer", "particle", "relative",     "time",
                                                     "article", "title",         "access",   "name-particle"};
// Closed words; no word has two of these roles, and the commonest come first.
struct RoleMask {
  Role role;
  TagMask mask;
};
constexpr std::array<RoleMask, 25> kRoleMasks = {{
    {Role::always_determiner, tag_bit(Tag::DT)},
    {Role::always_preposition, tag_bit(Tag::IN)},
    {Role::infinitive_to, tag_bit(Tag::TO)},
    {Role::always_coordinator, tag_bit(Tag::CC)},
    {Role::complementiser_that, tag_bit(Tag::IN) | tag_bit(Tag::DT) | tag_bit(Tag::WDT)},
    {Role::verb_past, tag_bit(Tag::VBD)},
    {Role::verb_third, tag_bit(Tag::VBZ)},
    {Role::verb_present, tag_bit(Tag::VBP)},
    {Role::verb_present_or_base, kPresentTags},
    {Role::verb_past_or_participle, tag_bit(Tag::VBD) | tag_bit(Tag::VBN)},
    {Role::verb_base, tag_bit(Tag::VB)},
    {Role::verb_participle, tag_bit(Tag::VBN)},
    {Role::verb_ing, tag_bit(Tag::VBG)},
    {Role::possessive_determiner, tag_bit(Tag::PRPS)},
    {Role::question_pronoun, tag_bit(Tag::WP)},
    {Role::always_modal, tag_bit(Tag::MD)},
    {Role::always_adverb, tag_bit(Tag::RB)},
    {Role::always_adjective, tag_bit(Tag::JJ)},
    {Role::comparative, tag_bit(Tag::JJR) | tag_bit(Tag::RBR)},
    {Role::superlative, tag_bit(Tag::JJS) | tag_bit(Tag::RBS)},
    {Role::whose, tag_bit(Tag::WPS)},
    {Role::which, tag_bit(Tag::WDT)},
    {Role::existential_there, tag_bit(Tag::EX) | tag_bit(Tag::RB)},
    {Role::correlative, tag_bit(Tag::DT) | tag_bit(Tag::CC)},
    {Role::percent, tag_bit(Tag::NN)},
}};
constexpr TagMask kNothing = 1ULL << 63U;
constexpr TagMask kNotAsked = 1ULL << 62U;

TagMask verb_mask(Form form) {
  switch (form) {
    case Form::base:
      return kPresentTags;
    case Form::third:
      return tag_bit(Tag::VBZ);
    case Form::ing:
      return tag_bit(Tag::VBG);
    case Form::past:
      return tag_bit(Tag::VBD);
    case Form::participle:
      return tag_bit(Tag::VBN);
    case Form::plural:
      break;
  }
  return kPresentTags;
}

/// What an unknown lower-case word looks like.
TagMask shape_mask(const LanguageWords& language, std::string_view word) {
  if (language.ends(word, WordEnding::adverb)) return tag_bit(Tag::RB);
  if (language.ends(word, WordEnding::present_participle)) return tag_bit(Tag::VBG);
  if (language.ends(word, WordEnding::past_participle)) return tag_bit(Tag::VBD) | tag_bit(Tag::VBN);
  if (language.ends(word, WordEnding::adjective)) return tag_bit(Tag::JJ);
  if (language.ends(word, WordEnding::plural) && !language.ends(word, WordEnding::no_plural)) return tag_bit(Tag::NNS);
  if (word.find('-') != std::string_view::npos) return tag_bit(Tag::JJ) | tag_bit(Tag::NN);
  return tag_bit(Tag::NN) | kPresentTags;
}

class WordTags {
 public:
  WordTags(const Document& document, const Text& text, const Lexicons& lexicons)
      : document_(document),
        text_(text),
        lexicons_(lexicons),
        class_mask_(lexicons.size(), 0),
        role_masks_(text.language->closed.size() + 1, kNotAsked) {
    const auto set = [&](std::string_view lexicon, TagMask mask) {
      if (const LexiconId id = lexicons.named(lexicon); id != kNoLexicon) class_mask_[id] = mask;
    };
    for (const ClassMask& known : kClassMasks) set(known.lexicon, known.mask);
    for (const std::string_view silent : kSilent) set(silent, kNothing);
  }

  PossibleTags run() {
    const auto count = static_cast<std::uint32_t>(text_.tokens.size());
    masks_.resize(count);
    find_title_case();
    for (std::uint32_t i = 0; i < count; ++i) masks_[i] = candidates(i);
    return {.of_token = std::move(masks_), .title_case = std::move(title_case_)};
  }

 private:
  const Token& token(std::uint32_t i) const { return text_.tokens[i]; }
  std::uint32_t hash(std::uint32_t i) const { return i < text_.tokens.size() ? text_.tokens[i].hash : 0; }
  bool in_title(std::uint32_t i) const { return title_case_[text_.sentence_of[i]] != 0; }
  bool starts_sentence(std::uint32_t i) const {
    return i == 0 || token(i).has(kSentenceStart) || token(i - 1).has(kOpenQuote) ||
           token(i - 1).hash == word_hash(":");
  }

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
        if (word.has(kCapital))
          ++capitals;
        else if (word.end - word.begin > 3)
          ++others;
      }
      title_case_[s] = capitals >= 5 && others == 0 ? 1 : 0;
    }
  }

  TagMask known_mask(const Token& word) const {
    TagMask mask = 0;
    for (const Sense& sense : lexicons_.senses(word.word)) {
      const TagMask fixed = class_mask_[sense.lexicon];
      if (fixed == kNothing) continue;
      if (fixed != 0) {
        mask |= fixed;
        continue;
      }
      switch (lexicons_.entry(sense.entry).pos) {
        case WordClass::verb:
          mask |= verb_mask(sense.form);
          break;
        case WordClass::noun:
          mask |= tag_bit(sense.form == Form::plural ? Tag::NNS : Tag::NN);
          break;
        case WordClass::adjective:
          mask |= tag_bit(Tag::JJ);
          break;
        case WordClass::adverb:
          mask |= tag_bit(Tag::RB);
          break;
        case WordClass::preposition:
          mask |= tag_bit(Tag::IN);
          break;
        case WordClass::phrase:
        case WordClass::other:
          break;
      }
    }
    if ((mask & tag_bit(Tag::VBD)) != 0 && (mask & tag_bit(Tag::VBN)) == 0 &&
        text_.language->ends(token_text(document_, word), WordEnding::past_participle))
      mask |= tag_bit(Tag::VBN);
    return mask;
  }

  /// What a word's roles make of it; asked once per closed word of the text.
  TagMask role_mask(const Token& word) {
    TagMask& known = role_masks_[word.closed];
    if (known == kNotAsked) {
      const auto* role = std::find_if(kRoleMasks.begin(), kRoleMasks.end(),
                                      [&](const RoleMask& one) { return text_.is(word, one.role); });
      known = role == kRoleMasks.end() ? 0 : role->mask;
    }
    return known;
  }

  /// What a closed word is, whatever the lexicons hold; 0 where its spelling does not tell.
  TagMask closed(const Token& word) {
    if (word.closed != 0) {
      if (const TagMask mask = role_mask(word); mask != 0) return mask;
    }
    if (word.hash == word_hash("&")) return tag_bit(Tag::CC);
    return word.hash == word_hash("%") ? tag_bit(Tag::NN) : 0;
  }

  TagMask candidates(std::uint32_t i) {
    const Token& word = token(i);
    if (word.hash == word_hash("'") && !word.has(kOpenQuote) && !word.has(kCloseQuote) && i > 0 &&
        !word.has(kSpaceBefore) && (masks_[i - 1] & kNominalTags) != 0) {
      return tag_bit(Tag::POS);
    }
    if (word.has(kPunct) && hash(i) != word_hash("&") && hash(i) != word_hash("%") && !word.has(kClitic))
      return tag_bit(Tag::punct);
    if (word.has(kClitic) && text_.is(word, Role::possessive_clitic)) return tag_bit(Tag::POS) | tag_bit(Tag::VBZ);
    const bool capital = word.has(kCapital);
    const bool inside = capital && !starts_sentence(i) && !title_case_[text_.sentence_of[i]];
    if (const TagMask fixed = closed(word); fixed != 0) {
      if (inside && text_.is(word, Role::modal_or_name)) return tag_bit(Tag::NNP);
      return fixed;
    }
    if (word.has(kDigit)) {
      const std::string_view form = token_text(document_, word);
      if (text_.language->ends(form, WordEnding::ordinal_number)) return tag_bit(Tag::JJ);
      if (text_.language->ends(form, WordEnding::decade)) return tag_bit(Tag::NNS);
      if (word.has(kAlpha)) return tag_bit(Tag::NNP);
      return form.find('-') != std::string_view::npos &&
                     form.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string_view::npos
                 ? tag_bit(Tag::JJ)
                 : tag_bit(Tag::CD);
    }
    TagMask known = known_mask(word);
    if (!capital) known &= ~(tag_bit(Tag::NNP) | tag_bit(Tag::NNPS));  // "a bill", "will", "mark" are no names
    if (capital) {
      constexpr TagMask kClosed = tag_bit(Tag::DT) | tag_bit(Tag::PRP) | tag_bit(Tag::IN) | tag_bit(Tag::CC) |
                                  tag_bit(Tag::WRB) | tag_bit(Tag::MD) | tag_bit(Tag::PRPS);
      if (in_title(i) && (known & kClosed) == 0) {
        if (known == 0 || (known & tag_bit(Tag::NNP)) != 0) return tag_bit(Tag::NNP);
        return (known & kVerbalTags & ~tag_bit(Tag::VBG)) != 0 && (known & tag_bit(Tag::NN)) == 0
                   ? known
                   : known | tag_bit(Tag::NNP);
      }
      if (!inside && known != 0 && (known & tag_bit(Tag::NNP)) == 0) {
        const bool name_next = i + 1 < text_.tokens.size() && token(i + 1).has(kCapital) && !token(i + 1).has(kPunct);
        if (name_next && (known & (kNominalTags | kAdjectivalTags | kPresentTags)) != 0 &&
            (known & (kClosed | tag_bit(Tag::RB))) == 0)
          return known | tag_bit(Tag::NNP);
        return known;
      }
      if (inside && (known & kClosed) != 0 && !word.has(kAllCaps)) return known & ~kVerbalTags;
      if ((known & tag_bit(Tag::NNPS)) != 0 || (inside && known == tag_bit(Tag::NNS) && is_collective(word)))
        return tag_bit(Tag::NNPS);
      if ((known & tag_bit(Tag::JJ)) != 0 && (known & kNominalTags) == 0 && is_demonym(word))
        return tag_bit(Tag::JJ) | tag_bit(Tag::NNP);
      if (!inside && known == 0) {
        const std::string_view form = token_text(document_, word);
        const bool name_next = i + 1 < text_.tokens.size() && token(i + 1).has(kCapital);
        if (!name_next && !word.has(kAllCaps)) {
          const LanguageWords& language = *text_.language;
          if (language.ends(form, WordEnding::present_participle)) return tag_bit(Tag::VBG);
          if (language.ends(form, WordEnding::adverb)) return tag_bit(Tag::RB);
          if (language.ends(form, WordEnding::past_participle)) return tag_bit(Tag::VBN);
        }
      }
      return tag_bit(Tag::NNP);
    }
    return known != 0 ? known : shape_mask(*text_.language, token_text(document_, word));
  }

  bool is_collective(const Token& word) const {
    for (const Sense& sense : lexicons_.senses(word.word)) {
      if (lexicons_.name(sense.lexicon) == "collective") return true;
    }
    return false;
  }

  bool is_demonym(const Token& word) const {
    for (const Sense& sense : lexicons_.senses(word.word)) {
      if (class_mask_[sense.lexicon] == tag_bit(Tag::JJ) && lexicons_.name(sense.lexicon) == "demonym") return true;
    }
    return false;
  }

  const Document& document_;
  const Text& text_;
  const Lexicons& lexicons_;
  std::vector<TagMask> class_mask_;  // per lexicon
  std::vector<TagMask> role_masks_;  // per closed word
  std::vector<TagMask> masks_;
  std::vector<std::uint8_t> title_case_;
};

}  // namespace

PossibleTags possible_tags(const Document& document, const Text& text, const Lexicons& lexicons) {
  return WordTags(document, text, lexicons).run();
}

}  // namespace hearsay
