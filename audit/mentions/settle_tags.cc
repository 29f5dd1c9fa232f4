// settle_tags: headlines, heads, names with small words in them, verbs behind names, openers, capital verbs, in this
// order, each reading what the ones before it left.
#include "mentions/settle_tags.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "base/word_hash.h"

namespace hearsay {
namespace {

/// Looked up once per text.
struct Words {
  explicit Words(const Lexicons& l)
      : particle(l.named("name-particle")),
        male(l.named("male-name")),
        female(l.named("female-name")),
        either(l.named("either-name")),
        title(l.named("title")),
        role(l.named("role")),
        adverb(l.named("adverb")),
        preposition(l.named("preposition")),
        subordinator(l.named("subordinator")),
        say(l.named("say")) {}
  LexiconId particle, male, female, either, title, role, adverb, preposition, subordinator, say;
};

constexpr TagMask kBeginsObject =
    tag_bit(Tag::DT) | tag_bit(Tag::PRP) | tag_bit(Tag::PRPS) | tag_bit(Tag::CD) | tag_bit(Tag::PDT);

/// "Chipmaker cuts forecast, blames tariffs": a verb behind the comma of a headline has one before it to share a
/// subject with.
void settle_headlines(const Document& document, const Text& text, const PossibleTags& possible, Tags& tags) {
  for (const Sentence& sentence : text.sentences) {
    if (text.paragraphs[sentence.paragraph].kind != BlockKind::headline) continue;
    const TokenRange range = sentence.tokens;
    for (std::uint32_t comma = range.begin; comma + 1 < range.end; ++comma) {
      if (tags[comma] == Tag::VBZ || tags[comma] == Tag::VBD || tags[comma] == Tag::MD) break;
      if (tags[comma + 1] != Tag::VBZ || token_text(document, text.tokens[comma]) != ",") continue;
      for (std::uint32_t t = comma - 1; t-- > range.begin + 1;) {
        if (tags[t] != Tag::NNS || (possible.of_token[t] & tag_bit(Tag::VBZ)) == 0) continue;
        tags[t] = Tag::VBZ;
        break;
      }
      break;
    }
  }
}

/// "An official told …", "The unidentified mechanic, who …": before a finite verb and "who" a phrase has a noun for its
/// head.
void settle_heads(const Text& text, const PossibleTags& possible, Tags& tags) {
  constexpr std::uint32_t kMostAdjectives = 3;
  for (std::uint32_t t = 1; t + 1 < tags.size(); ++t) {
    if (!is_adjective(tags[t]) || text.tokens[t + 1].has(kSentenceStart)) continue;
    const std::size_t next = text.tokens[t + 1].hash == word_hash(",") && t + 2 < tags.size() ? t + 2 : t + 1;
    // "told the general that …": what may be a noun is one where none follows.
    const Tag after = tags[t + 1];
    const bool alone = (possible.of_token[t] & tag_bit(Tag::NN)) != 0 && (after == Tag::IN || after == Tag::TO);
    if (tags[next] != Tag::WP && !is_finite(after) && !alone) continue;
    std::uint32_t first = t;
    while (first > 0 && t - first < kMostAdjectives && (is_adjective(tags[first - 1]) || tags[first - 1] == Tag::VBN))
      --first;
    if (first == 0 || tags[first - 1] != Tag::DT || text.tokens[first].has(kSentenceStart)) continue;
    const Token& determiner = text.tokens[first - 1];
    if (text.is(determiner, Role::indefinite_article) || text.is(determiner, Role::definite_article)) tags[t] = Tag::NN;
  }
}

/// "the harbour's inspector general said", "the former Army general": the second word of a title, or a role behind a
/// name, that no name follows is a noun.
void settle_titles(const Text& text, const Lexicons& lexicons, const Words& words, Tags& tags) {
  for (std::size_t t = 1; t + 1 < tags.size(); ++t) {
    if (!is_adjective(tags[t]) || !is_noun(tags[t - 1]) || is_noun(tags[t + 1])) continue;
    if (is_name(tags[t - 1]) && !is_adjective(tags[t + 1]) && lexicons.has(text.tokens[t].word, words.role)) {
      tags[t] = Tag::NN;
      continue;
    }
    const std::array<WordId, 2> title{text.tokens[t - 1].word, text.tokens[t].word};
    if (lexicons.starts_phrase(title[0]) && lexicons.phrase(title, words.title)) tags[t] = Tag::NN;
  }
}

/// Lower-case words that open a name's last part: "al-Harbi".
bool opens_surname(const ClosedWords& closed, std::string_view word) {
  const std::size_t dash = word.find('-');
  if (dash == std::string_view::npos || dash + 1 >= word.size()) return false;
  const char next = word[dash + 1];
  if (next < 'A' || next > 'Z') return false;
  return closed.has(word.substr(0, dash), Role::surname_opener);
}

/// "Then-president": the part before the first hyphen, which has a capital and no other.
bool opens_former_office(const ClosedWords& closed, std::string_view part) {
  std::array<char, 16> small{};
  if (part.empty() || part.size() > small.size() || part[0] < 'A' || part[0] > 'Z') return false;
  std::copy(part.begin(), part.end(), small.begin());
  small[0] = static_cast<char>(part[0] - 'A' + 'a');
  return closed.has(std::string_view(small.data(), part.size()), Role::formerly_prefix);
}

/// "Texas-based", "Two-time", "Mother-of-two", "Then-president": no name, however it is written.
bool is_compound_modifier(const ClosedWords& closed, std::string_view word) {
  const auto has = [&](std::string_view part, Role role) { return closed.has(part, role); };
  const std::size_t first = word.find('-');
  const std::size_t last = word.rfind('-');
  if (last == std::string_view::npos) return false;
  for (std::size_t dash = first; dash != last;) {
    const std::size_t next = word.find('-', dash + 1);
    if (has(word.substr(dash + 1, next - dash - 1), Role::genitive_of)) return true;
    dash = next;
  }
  return opens_former_office(closed, word.substr(0, first)) || has(word.substr(last + 1), Role::compound_modifier);
}

/// "US officials", "WHO said": a pronoun in capitals beside words that have none is a name.
void settle_capital_pronouns(const Text& text, Tags& tags) {
  const auto plain = [&](std::size_t t) {
    return t < tags.size() && text.tokens[t].has(kAlpha) && !text.tokens[t].has(kAllCaps);
  };
  for (std::size_t t = 0; t < tags.size(); ++t) {
    if ((tags[t] != Tag::PRP && tags[t] != Tag::WP) || !text.tokens[t].has(kAllCaps)) continue;
    const Token& token = text.tokens[t];
    if (token.end - token.begin < 2 || token.has(kClitic)) continue;
    if (plain(t + 1) && (t == 0 || plain(t - 1) || !text.tokens[t - 1].has(kAlpha))) tags[t] = Tag::NNP;
  }
}

/// "Pieter van der Berg", "Khalid bin Rashid al-Harbi": small words between two capitals belong to the name.
void settle_names(const Document& document, const Text& text, const Lexicons& lexicons, LexiconId particle,
                  Tags& tags) {
  constexpr std::uint32_t kMostParticles = 3;
  const auto count = static_cast<std::uint32_t>(tags.size());
  for (std::uint32_t t = 0; t < count; ++t) {
    const Token& word = text.tokens[t];
    if (word.has(kCapital)) {
      if (tags[t] == Tag::NNP && is_compound_modifier(text.language->closed, token_text(document, word)) &&
          t + 1 < count && is_noun(tags[t + 1]))
        tags[t] = Tag::JJ;
      continue;
    }
    if (opens_surname(text.language->closed, token_text(document, word))) {
      tags[t] = Tag::NNP;
      continue;
    }
    if (t == 0 || particle == kNoLexicon || tags[t - 1] != Tag::NNP || !lexicons.has(word.word, particle)) continue;
    std::uint32_t end = t + 1;
    while (end < count && end < t + kMostParticles && !text.tokens[end].has(kCapital) &&
           lexicons.has(text.tokens[end].word, particle))
      ++end;
    if (end >= count || text.tokens[end].has(kSentenceStart) || !text.tokens[end].has(kCapital)) continue;
    if (!is_name(tags[end])) continue;
    for (; t < end; ++t) tags[t] = Tag::NNP;
  }
}

/// "Analyst Lena Moss questions the figures": behind two names, and before what a verb has for its object, it is one.
bool verb_behind_names(const Text& text, const Lexicons& lexicons, const Words& words, const PossibleTags& possible,
                       const Tags& tags, std::uint32_t t) {
  if (tags[t] != Tag::NNS || tags[t - 1] != Tag::NNP || tags[t - 2] != Tag::NNP || text.tokens[t].has(kCapital))
    return false;
  const auto given = [&](LexiconId lexicon) { return lexicons.has(text.tokens[t - 2].word, lexicon); };
  const bool verb = (possible.of_token[t] & tag_bit(Tag::VBZ)) != 0;
  const bool named = given(words.male) || given(words.female);
  if (!verb && !named) return false;
  std::uint32_t begin = t - 2;
  while (begin > 0 && tags[begin - 1] == Tag::NNP && !text.tokens[begin].has(kSentenceStart)) --begin;
  const bool opens = text.tokens[begin].has(kSentenceStart) || begin == 0;
  if (!opens && (tags[begin - 1] == Tag::DT || tags[begin - 1] == Tag::PRPS || is_adjective(tags[begin - 1])))
    return false;
  if (t + 1 >= tags.size() || text.tokens[t + 1].has(kSentenceStart)) return false;
  const Token& next = text.tokens[t + 1];
  if (text.is(next, Role::opens_question)) return true;
  if (text.is(next, Role::preposition_with) || text.is(next, Role::infinitive_to) ||
      text.is(next, Role::preposition_about))
    return verb && named;
  return (tag_bit(tags[t + 1]) & (kBeginsObject | tag_bit(Tag::WP))) != 0;
}

/// "“It is late,” the Harbour Institute notes in its report": a name behind a quotation says it.
bool verb_behind_quotation(const Text& text, const Lexicons& lexicons, const Words& words, const PossibleTags& possible,
                           const Tags& tags, std::uint32_t t) {
  if (tags[t] != Tag::NNS || !is_name(tags[t - 1]) || text.tokens[t].has(kCapital)) return false;
  if ((possible.of_token[t] & tag_bit(Tag::VBZ)) == 0 || !lexicons.has(text.tokens[t].word, words.say)) return false;
  if (t + 1 < tags.size() && (is_verb(tags[t + 1]) || tags[t + 1] == Tag::MD) &&
      !text.tokens[t + 1].has(kSentenceStart))
    return false;
  std::uint32_t begin = t - 1;
  while (begin > 0 && is_name(tags[begin - 1])) --begin;
  if (begin > 0 && text.is(text.tokens[begin - 1], Role::definite_article)) --begin;
  return begin > 0 && text.tokens[begin - 1].has(kCloseQuote);
}

void settle_verbs(const Text& text, const Lexicons& lexicons, const Words& words, const PossibleTags& possible,
                  Tags& tags) {
  for (std::uint32_t t = 2; t < tags.size(); ++t) {
    if (verb_behind_names(text, lexicons, words, possible, tags, t) ||
        verb_behind_quotation(text, lexicons, words, possible, tags, t))
      tags[t] = Tag::VBZ;
  }
}

/// Words that end a name within a sentence: "Reed" of "Omar Reed".
std::unordered_set<std::uint32_t> last_names(const Text& text, const Tags& tags) {
  std::unordered_set<std::uint32_t> names;
  for (std::uint32_t t = 1; t < tags.size(); ++t) {
    const bool second = tags[t] == Tag::NNP && tags[t - 1] == Tag::NNP && !text.tokens[t].has(kSentenceStart);
    if (second && text.tokens[t].has(kCapital) && text.tokens[t - 1].has(kCapital)) names.insert(text.tokens[t].hash);
  }
  return names;
}

/// "Interestingly Reed": what an opener is besides a name; none where it is nothing else.
Tag plain_tag(const Document& document, const Text& text, const Lexicons& lexicons, const Words& words,
              const Token& token) {
  constexpr std::size_t kLeastStem = 4;
  const std::string_view word = token_text(document, token);
  for (const LexiconId name : {words.male, words.female, words.either, words.title, words.role}) {
    if (lexicons.has(token.word, name)) return Tag::none;
  }
  if (lexicons.has(token.word, words.adverb) || text.language->ends(word, WordEnding::adverb, kLeastStem))
    return Tag::RB;
  if (lexicons.has(token.word, words.preposition) || lexicons.has(token.word, words.subordinator)) return Tag::IN;
  return text.language->ends(word, WordEnding::present_participle, kLeastStem) ? Tag::VBG : Tag::none;
}

/// A sentence's first capital is judged by the names of the whole text: "Reed said" is one, where another sentence ends
/// a name so; "Interestingly Reed" holds one.
void settle_openers(const Document& document, const Text& text, const Lexicons& lexicons, const Words& words,
                    Tags& tags) {
  const std::unordered_set<std::uint32_t> surnames = last_names(text, tags);
  for (std::uint32_t t = 0; t + 1 < tags.size(); ++t) {
    const Token& word = text.tokens[t];
    const bool opens = word.has(kSentenceStart) || (t > 0 && text.tokens[t - 1].has(kOpenQuote));
    if (!opens || !word.has(kCapital) || text.tokens[t + 1].has(kSentenceStart)) continue;
    if (!is_name(tags[t])) {
      const bool verb = is_verb(tags[t + 1]) || tags[t + 1] == Tag::POS || tags[t + 1] == Tag::MD;
      if (verb && surnames.contains(word.hash)) tags[t] = Tag::NNP;
      continue;
    }
    if (!is_name(tags[t + 1]) || !surnames.contains(text.tokens[t + 1].hash)) continue;
    if (const Tag plain = plain_tag(document, text, lexicons, words, word); plain != Tag::none) tags[t] = plain;
  }
}

/// "Ted Holm Hints at Veto": in a headline of capitals without a verb, one behind a name is it.
void settle_capital_verbs(const Text& text, const PossibleTags& possible, Tags& tags) {
  for (std::size_t s = 0; s < text.sentences.size(); ++s) {
    if (possible.title_case[s] == 0) continue;
    const TokenRange range = text.sentences[s].tokens;
    std::uint32_t found = kNone;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (is_finite(tags[t]) || tags[t] == Tag::MD) {
        found = kNone;
        break;
      }
      const bool verb = (possible.of_token[t] & tag_bit(Tag::VBZ)) != 0 && is_noun(tags[t]);
      if (verb && found == kNone && t > range.begin && is_name(tags[t - 1]) && t + 1 < range.end) found = t;
    }
    if (found != kNone) tags[found] = Tag::VBZ;
  }
}

}  // namespace

void settle_tags(const Document& document, const Text& text, const Lexicons& lexicons, const PossibleTags& possible,
                 Tags& tags) {
  const Words words(lexicons);
  settle_headlines(document, text, possible, tags);
  settle_capital_pronouns(text, tags);
  settle_heads(text, possible, tags);
  settle_titles(text, lexicons, words, tags);
  settle_names(document, text, lexicons, words.particle, tags);
  settle_verbs(text, lexicons, words, possible, tags);
  settle_openers(document, text, lexicons, words, tags);
  settle_capital_verbs(text, possible, tags);
}

}  // namespace hearsay
