// find_chunks: one pass. A run of determiner, numbers, adjectives and nouns ends where a tag does not fit or a new
// phrase must begin; a possessive mark goes on with the same run and leaves its possessor as a chunk of its own.
#include "mentions/chunk.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/word_hash.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kLongestAlias = 10;  // tokens of a register's alias

bool word_starts_sentence(const Language& language, std::uint32_t i) {
  return i == 0 || language.token(i).has(kSentenceStart) || language.token(i - 1).has(kOpenQuote);
}

/// Every content word of the alias stands with a capital; a short ambiguous one (US, AA) stands in capitals throughout.
bool written_as_name(const Language& language, TokenRange range, const RegisterMatch& match) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Token& token = language.token(i);
    if (token.has(kSentenceStart) && i > range.begin) return false;
    if (!token.has(kCapital) && !token.has(kDigit) && !token.has(kPunct) && !token.has(kMixedCase) &&
        !token.has(kClitic) && (i + 1 == range.end || token.end - token.begin > 4)) {
      return false;
    }
  }
  if (!match.ambiguous) return true;
  const Token& first = language.token(range.begin);
  if (range.size() == 1 && first.end - first.begin <= 3) return first.has(kAllCaps);
  if (word_starts_sentence(language, range.begin)) return first.has(kAllCaps);
  const bool name_before = range.begin > 0 && language.token(range.begin - 1).has(kCapital) &&
                           !language.token(range.begin).has(kSentenceStart);
  const bool name_after = range.end < language.size() && language.token(range.end).has(kCapital);
  return !name_before && !name_after;
}

class Chunker {
 public:
  Chunker(const Language& language, const Tags& tags, const std::vector<KnownName>& names)
      : language_(language), tags_(tags), names_(names), event_(language.lexicons().named("medium-event")) {
    for (std::uint32_t i = 0; i + 1 < tags_.size(); ++i) tags_[i] = phrase_tag(i);
  }

  std::vector<Chunk> run() {
    for (std::uint32_t i = 0; i < language_.size();) i = at(i);
    std::stable_sort(chunks_.begin(), chunks_.end(), [](const Chunk& left, const Chunk& right) {
      if (left.core.begin != right.core.begin) return left.core.begin < right.core.begin;
      return left.core.end > right.core.end;
    });
    return std::move(chunks_);
  }

 private:
  Tag tag(std::uint32_t i) const { return i < tags_.size() ? tags_[i] : Tag::punct; }
  /// What a word is in a phrase; the ones behind it are as they were.
  Tag phrase_tag(std::uint32_t i) const {
    if (language_.is(i + 1, Role::genitive_of) && !is_noun(tags_[i]) && language_.in(i, language_.ids().share))
      return Tag::NN;
    if (!tells_age(language_, i)) return tags_[i];
    // "the 24-year-old said" is somebody, "a 24-year-old engineer" tells of one.
    return is_noun(tags_[i + 1]) || is_adjective(tags_[i + 1]) ? Tag::JJ : Tag::NN;
  }
  bool boundary(std::uint32_t i) const {
    return i >= language_.size() || language_.token(i).has(kSentenceStart) || language_.token(i).has(kOpenQuote) ||
           language_.token(i).has(kCloseQuote);
  }
  /// The end of a register name that starts at i, or i.
  std::uint32_t known_end(std::uint32_t i) {
    while (next_name_ < names_.size() && names_[next_name_].range.begin < i) ++next_name_;
    return next_name_ < names_.size() && names_[next_name_].range.begin == i ? names_[next_name_].range.end : i;
  }

  /// "14:10 Mayor urges calm": the hour of a live report is no part of what follows.
  bool clock_time(std::uint32_t i) const {
    return is_clock_time(language_.document(), language_.token(i)) && i + 1 < language_.size() &&
           language_.token(i + 1).has(kCapital);
  }

  std::uint32_t at(std::uint32_t i) {
    if (clock_time(i)) return i + 1;
    if (language_.is(i, Role::at_least) && i > 0 && language_.is(i - 1, Role::preposition_at)) return i + 1;
    switch (tag(i)) {
      case Tag::PRP:
        if (language_.reflexive(i) && !chunks_.empty() && chunks_.back().core.end == i) return i + 1;
        [[fallthrough]];
      case Tag::WP:
      case Tag::WDT:
        chunks_.push_back({.core = {i, i + 1}, .inner = i, .head = i, .possessor = false, .pronoun = true});
        return i + 1;
      default:
        return phrase(i);
    }
  }

  bool modifier(std::uint32_t i, std::uint32_t begin) const {
    switch (tag(i)) {
      case Tag::CD:
      case Tag::JJ:
      case Tag::JJR:
      case Tag::JJS:
      case Tag::FW:
        return true;
      case Tag::VBN:
      case Tag::VBG: {
        const bool inside = i > begin;
        const LanguageIds& ids = language_.ids();
        const bool clause = i > 0 && language_.hash(i - 1) == word_hash(",");  // "…, telling members that"
        if (tag(i) == Tag::VBG && is_noun(tag(i + 1)) && !clause &&
            (language_.in(i + 1, ids.group) || (inside && language_.in(i + 1, ids.organisation_head))))
          return true;
        if (!inside && tag(i) == Tag::VBG) return false;
        if (inside && is_noun(tag(i - 1))) return false;
        if (!inside && i > 0 &&
            !language_.token(i).has(kSentenceStart)) {  // "has blamed the army": the verb, no modifier
          const Tag before = tag(i - 1);
          if (is_noun(before) || is_verb(before) || is_adverb(before) || before == Tag::PRP || before == Tag::POS ||
              before == Tag::WP)
            return false;
        }
        return is_noun(tag(i + 1)) || is_adjective(tag(i + 1));
      }
      case Tag::RB:
      case Tag::RBR:
      case Tag::RBS:
        return i > begin && (is_adjective(tag(i + 1)) || tag(i + 1) == Tag::VBN);
      default:
        return false;
    }
  }

  /// A lower-case noun that a name may follow in one phrase: "spokesperson Asif Rana", "the newspaper Le Soir".
  bool introduces_name(std::uint32_t i) const {
    const LanguageIds& ids = language_.ids();
    if (language_.token(i).has(kCapital)) return true;
    if (tag(i) == Tag::NNS) return language_.in(i, ids.group);
    return language_.in(i, ids.role) || language_.in(i, ids.title) || language_.in(i, ids.family) ||
           language_.in(i, ids.organisation_head) || language_.in(i, ids.media_head) ||
           language_.token(i).has(kMixedCase);
  }

  bool noun_continues(std::uint32_t i, std::uint32_t last) const {
    const LanguageIds& ids = language_.ids();
    if (last == kNone) return true;
    const bool time = language_.calendar(i) && language_.token(i).has(kCapital);
    const bool time_before = language_.calendar(last) && language_.token(last).has(kCapital);
    if (time != time_before && is_name(tag(i)) && is_noun(tag(last))) return false;
    if (language_.in(i, ids.time_noun) && is_name(tag(last)) && !time_before) return false;
    if (is_name(tag(i)) && last + 1 == i && !is_name(tag(last)) && is_noun(tag(last))) return introduces_name(last);
    return true;
  }

  /// "Mr. Holm hopes", "…, Radio Cove reports.", "Cove views the": a word that may be a verb, after a name that needs
  /// no noun.
  bool verb_after_name(std::uint32_t i, std::uint32_t begin, std::uint32_t last) const {
    if (tag(i) != Tag::NNS || language_.token(i).has(kCapital) || last + 1 != i || !is_name(tag(last))) return false;
    bool verb = false;
    for (const Sense& sense : language_.lexicons().senses(language_.token(i).word)) verb |= sense.form == Form::third;
    if (!verb) return false;
    for (std::uint32_t t = begin; t <= last; ++t) {
      if (language_.in(t, language_.ids().honorific)) return true;
    }
    if (language_.is(i + 1, Role::definite_article) || language_.is(i + 1, Role::indefinite_article)) return true;
    const bool known = next_name_ > 0 && names_[next_name_ - 1].range.end == i;
    const bool known_now = next_name_ < names_.size() && names_[next_name_].range.end == i;
    const Tag next = tag(i + 1);
    return (known || known_now) &&
           (next == Tag::punct || boundary(i + 1) || language_.is(i + 1, Role::complementiser_that));
  }

  /// The last token of an office that is told with "of" before a name ("Secretary of State Ana Ruiz", "Inspector
  /// General of Police Adamu Bello"), or i.
  std::uint32_t office_end(std::uint32_t i) const {
    constexpr std::uint32_t kFarthestOf = 3;
    bool of = false;
    for (std::uint32_t t = i + 1; t <= i + kFarthestOf; ++t) of |= language_.is(t, Role::genitive_of);
    if (!of) return i;
    const std::uint32_t length = language_.length_at(i, language_.size(), language_.ids().title);
    for (std::uint32_t t = i + 1; t + 1 < i + length; ++t) {
      if (language_.is(t, Role::genitive_of) && is_name(tag(i + length))) return i + length - 1;
    }
    return i;
  }

  /// Whether Ana “Nan” Ruiz or Ana (Nan) Ruiz goes on at the opening mark i.
  bool nickname(std::uint32_t i) const {
    if (i + 3 >= language_.size() || !is_name(tag(i - 1))) return false;
    const bool quoted = language_.token(i).has(kOpenQuote) && language_.token(i + 2).has(kCloseQuote);
    const bool bracketed = language_.hash(i) == word_hash("(") && language_.hash(i + 2) == word_hash(")") &&
                           language_.given_name(i - 1) && language_.given_name(i + 1);
    if (!quoted && !bracketed) return false;
    return language_.token(i + 1).has(kCapital) && !language_.token(i + 3).has(kSentenceStart) &&
           language_.token(i + 3).has(kCapital) && is_name(tag(i + 3)) && language_.token(i - 1).has(kCapital);
  }

  /// Whether a phrase may begin with such a word; with a finite verb, a preposition or a mark none does.
  static bool may_open(Tag tag) {
    switch (tag) {
      case Tag::DT:
      case Tag::PRPS:
      case Tag::PDT:
      case Tag::CD:
      case Tag::FW:
      case Tag::VBN:
      case Tag::VBG:
        return true;
      default:
        return is_noun(tag) || is_adjective(tag);
    }
  }

  std::uint32_t phrase(std::uint32_t begin) {
    if (!may_open(tag(begin)) && known_end(begin) == begin) return begin + 1;
    std::uint32_t i = begin;
    std::uint32_t inner = begin;
    std::uint32_t head = kNone;
    std::uint32_t determiner = kNone;
    for (; i < language_.size(); ++i) {
      if (head != kNone && head + 1 == i && nickname(i)) {
        head = i += 3;
        continue;
      }
      if (i > begin && boundary(i)) break;
      if (const std::uint32_t end = known_end(i); end > i) {
        if (head != kNone && !noun_continues(i, head)) break;
        head = end - 1;
        i = end - 1;
        continue;
      }
      const Tag here = tag(i);
      if (here == Tag::DT || here == Tag::PRPS || here == Tag::PDT) {
        if (i > inner &&
            !(determiner == i - 1 && (tag(i - 1) == Tag::PDT || language_.is(i - 1, Role::before_determiner))))
          break;
        if (here == Tag::PRPS)
          chunks_.push_back({.core = {i, i + 1}, .inner = i, .head = i, .possessor = true, .pronoun = true});
        determiner = i;
        continue;
      }
      if (here == Tag::POS) {
        if (head == kNone || head + 1 != i) break;
        chunks_.push_back({.core = {begin, i}, .inner = inner, .head = head, .possessor = true, .pronoun = false});
        inner = i + 1;
        head = kNone;
        determiner = kNone;
        continue;
      }
      if (is_noun(here)) {
        if (head != kNone && (!noun_continues(i, head) || verb_after_name(i, begin, head))) break;
        head = i = office_end(i);
        continue;
      }
      if (here == Tag::VBG && head != kNone && head + 1 == i && language_.length_at(head, i + 1, event_) == 2) {
        head = i;  // "a media briefing"
        continue;
      }
      if (head != kNone && head + 1 == i && name_joint(i)) continue;
      if (head != kNone && head + 1 == i && (paired_modifier(i) || paired_name(i) || shared_head(i, begin))) continue;
      // "a speech last year": when, not what.
      if (head != kNone && head + 1 == i && language_.is(i, Role::time_adjective)) break;
      if (head == kNone && coordinated(i, begin)) continue;
      if (!modifier(i, begin)) break;
      if (head != kNone && head + 1 == i && is_name(tag(head)) && here != Tag::JJ && here != Tag::CD &&
          here != Tag::VBG)
        break;
    }
    if (head == kNone) head = role_before_adjective(begin, i);
    if (head == kNone) {
      // A determiner or a number alone: "those", "some", "two".
      const std::uint32_t next = std::max(i, begin + 1);  // a run of modifiers is read once
      if (inner > begin) return next;                     // only the possessor is a phrase
      if (determiner == begin && tag(begin) == Tag::DT && !language_.is(begin, Role::stands_not_alone)) {
        chunks_.push_back({.core = {begin, begin + 1}, .inner = begin, .head = begin});
      } else if ((tag(begin) == Tag::JJ && (language_.in(begin, language_.ids().quantifier))) ||
                 tag(begin) == Tag::CD || quantified_relative(begin)) {
        chunks_.push_back({.core = {begin, begin + 1}, .inner = begin, .head = begin});
      }
      return next;
    }
    chunks_.push_back({.core = {begin, head + 1},
                       .inner = std::min(inner, head),
                       .head = head,
                       .possessor = false,
                       .pronoun = false});
    return head + 1;
  }

  /// "An official familiar with the talks": of two adjectives in a row before a preposition the first is who it is,
  /// where it is a role as well; kNone where it is none.
  std::uint32_t role_before_adjective(std::uint32_t begin, std::uint32_t end) const {
    if (end < begin + 2 || boundary(end) || tag(end) != Tag::IN || !is_adjective(tag(end - 1))) return kNone;
    const std::uint32_t role = end - 2;
    return is_adjective(tag(role)) && language_.in(role, language_.ids().role) ? role : kNone;
  }

  /// "Most who favour the wall": people, whatever the tag of a superlative.
  bool quantified_relative(std::uint32_t i) const {
    return (is_adjective(tag(i)) || tag(i) == Tag::RBS) && language_.in(i, language_.ids().quantifier) &&
           !boundary(i + 1) && language_.is(i + 1, Role::personal_relative);
  }

  /// "Customs and Border Agency", "Trade and Industry Minister Ana Ruiz": what stands before "and" is no body by
  /// itself, but what the body looks after.
  bool paired_name(std::uint32_t i) const {
    constexpr std::uint32_t kMostWords = 4;
    const LanguageIds& ids = language_.ids();
    if (!language_.is(i, Role::coordinator_and) || !language_.token(i - 1).has(kCapital) || boundary(i + 1))
      return false;
    const bool subject = language_.in(i - 1, ids.noun_common) || language_.in(i - 1, ids.adjective_common) ||
                         language_.in(i - 1, ids.portfolio) || tag(i - 1) == Tag::NNPS || tag(i - 1) == Tag::NNS;
    if (!subject || language_.given_name(i - 1) || language_.in(i - 1, ids.organisation_head) ||
        language_.in(i - 1, ids.role) || language_.in(i - 1, ids.collective) || language_.in(i - 1, ids.group) ||
        language_.in(i - 1, ids.demonym_plural))
      return false;
    for (std::uint32_t t = i + 1; t <= i + kMostWords && !boundary(t) && is_name(tag(t)); ++t) {
      if (language_.given_name(t)) return false;
      const bool office = language_.in(t, ids.title) || (t > i + 1 && language_.in(t, ids.role));
      if (office && is_name(tag(t + 1))) return true;
      // "Harbour and Trade Committee Ana Ruiz": where a name begins the body's ends.
      if (t > i + 1 && (!is_name(tag(t + 1)) || language_.given_name(t + 1)))
        return language_.in(t, ids.organisation_head) || language_.in(t, ids.organisation_name);
    }
    return false;
  }

  /// "de", "bin", "&" between two names, "." never.
  bool name_joint(std::uint32_t i) const {
    if (!is_name(tag(i - 1)) || !is_name(tag(i + 1)) || boundary(i + 1)) return false;
    return language_.in(i, language_.ids().name_particle) || language_.hash(i) == word_hash("&");
  }

  /// "current and former officials", "Latin and black voters": adjectives joined before a plural.
  bool coordinated(std::uint32_t i, std::uint32_t begin) const {
    if (!language_.is(i, Role::coordinator_and) || i == begin || boundary(i + 1) || boundary(i + 2)) return false;
    const auto adjective = [&](std::uint32_t t) { return is_adjective(tag(t)) || tag(t) == Tag::VBN; };
    return is_adjective(tag(i - 1)) && adjective(i + 1) && tag(i + 2) == Tag::NNS;
  }

  /// "defence and intelligence officials": a pair of modifiers before a group's or a body's head.
  bool paired_modifier(std::uint32_t i) const {
    if (!language_.is(i, Role::coordinator_and) || boundary(i + 1) || boundary(i + 2)) return false;
    if (is_name(tag(i - 1)) || tag(i - 1) == Tag::NNS) return false;
    if (tag(i + 1) != Tag::NN && tag(i + 1) != Tag::JJ) return false;
    const LanguageIds& ids = language_.ids();
    return tag(i + 2) == Tag::NNS && (language_.in(i + 2, ids.group) || language_.in(i + 2, ids.organisation_head));
  }

  /// What tells of people by a quality: "Norvian", "state", "Liberal".
  bool attributive(std::uint32_t i) const {
    const LanguageIds& ids = language_.ids();
    if (language_.given_name(i) || language_.in(i, ids.role) || language_.in(i, ids.collective)) return false;
    return is_adjective(tag(i)) || language_.in(i, ids.demonym) || language_.in(i, ids.adjective_common) ||
           language_.in(i, ids.portfolio) ||
           (language_.token(i).has(kSentenceStart) && language_.in(i, ids.noun_common));
  }

  /// "State and federal officials", "the Norvian or Welsh ministers": two sorts of the people that follow, where
  /// capitals would make the first a name.
  bool shared_head(std::uint32_t i, std::uint32_t begin) const {
    const bool joint = language_.is(i, Role::coordinator_and) || language_.is(i, Role::coordinator_or);
    if (!joint || boundary(i + 1) || boundary(i + 2) || !language_.token(i - 1).has(kCapital)) return false;
    if (!attributive(i - 1) || !attributive(i + 1) || tag(i + 2) != Tag::NNS) return false;
    const bool alone = i - 1 == begin || (i - 2 == begin && !is_name(tag(begin)));
    const LanguageIds& ids = language_.ids();
    return alone && (language_.in(i + 2, ids.group) || language_.in(i + 2, ids.collective) ||
                     language_.form(i + 2, ids.role) == Form::plural ||
                     language_.form(i + 2, ids.organisation_head) == Form::plural);
  }

  const Language& language_;
  Tags tags_;
  const std::vector<KnownName>& names_;
  LexiconId event_;
  std::size_t next_name_ = 0;
  std::vector<Chunk> chunks_;
};

}  // namespace

std::vector<KnownName> find_known_names(const Language& language, const Register& registers) {
  std::vector<KnownName> names;
  std::array<WordId, kLongestAlias> words{};
  for (std::uint32_t i = 0; i < language.size(); ++i) {
    const Token& token = language.token(i);
    if (token.word == kUnknownWord || (!token.has(kCapital) && !token.has(kMixedCase) && !token.has(kDigit))) continue;
    const std::uint32_t count = std::min(kLongestAlias, language.size() - i);
    for (std::uint32_t k = 0; k < count; ++k) words[k] = language.token(i + k).word;
    const auto match = registers.find(std::span<const WordId>(words.data(), count));
    if (!match) continue;
    const TokenRange range{i, i + match->length};
    if (!written_as_name(language, range, *match)) continue;
    names.push_back({.range = range, .entry = match->entry});
    i += match->length - 1;
  }
  return names;
}

std::vector<Chunk> find_chunks(const Language& language, const Tags& tags, const std::vector<KnownName>& names) {
  return Chunker(language, tags, names).run();
}

}  // namespace hearsay
