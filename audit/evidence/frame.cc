// frames_of: one pass; a word the model knows brings its stem and cue rate with it, any other is stemmed here.
#include "evidence/frame.h"

#include <algorithm>
#include <array>

namespace hearsay {
namespace {

constexpr std::array<std::string_view, kKindCount> kKindNames = {
    "other", "edge", "open", "comma",  "colon",   "that", "to",   "stop", "close",     "who",
    "by",    "prep", "verb", "adverb", "pronoun", "name", "noun", "wh",   "conj",      "dash",
    "paren", "poss", "aux",  "time",   "modal",   "of",   "not",  "sub",  "quotation", "det"};

Kind kind_of_mark(std::uint32_t hash) {
  switch (hash) {
    case hash_of(","):
      return Kind::comma;
    case hash_of(":"):
      return Kind::colon;
    case hash_of("."):
    case hash_of("?"):
    case hash_of("!"):
      return Kind::stop;
    case hash_of(";"):
    case hash_of("-"):
    case hash_of("--"):
    case hash_of("–"):
    case hash_of("—"):
      return Kind::dash;
    case hash_of("("):
    case hash_of(")"):
    case hash_of("["):
    case hash_of("]"):
      return Kind::parenthesis;
    default:
      return Kind::other;
  }
}

struct KindRole {
  Role role;
  Kind kind;
};
/// The first that a word has decides; in a pack they are disjoint.
constexpr std::array<KindRole, 9> kKindRoles = {{{Role::genitive_of, Kind::of},
                                                 {Role::infinitive_to, Kind::to},
                                                 {Role::complementiser_that, Kind::that},
                                                 {Role::kind_auxiliary, Kind::auxiliary},
                                                 {Role::agent_by, Kind::by},
                                                 {Role::kind_subordinator, Kind::subordinator},
                                                 {Role::kind_who, Kind::who},
                                                 {Role::kind_negation, Kind::negation},
                                                 {Role::kind_time, Kind::time}}};

Kind kind_of_tag(Tag tag) {
  switch (tag) {
    case Tag::MD:
      return Kind::modal;
    case Tag::POS:
      return Kind::possessive;
    case Tag::TO:
      return Kind::to;
    case Tag::IN:
      return Kind::preposition;
    case Tag::RB:
    case Tag::RBR:
    case Tag::RBS:
    case Tag::RP:
      return Kind::adverb;
    case Tag::PRP:
      return Kind::pronoun;
    case Tag::PRPS:
    case Tag::DT:
    case Tag::PDT:
    case Tag::WPS:
      return Kind::determiner;
    case Tag::NNP:
    case Tag::NNPS:
      return Kind::name;
    case Tag::NN:
    case Tag::NNS:
    case Tag::JJ:
    case Tag::JJR:
    case Tag::JJS:
    case Tag::CD:
      return Kind::noun;
    case Tag::WDT:
    case Tag::WP:
    case Tag::WRB:
      return Kind::wh;
    case Tag::CC:
      return Kind::conjunction;
    default:
      return is_verb(tag) ? Kind::verb : Kind::other;
  }
}

/// Words of these classes carry the topic and never stand in a feature themselves.
bool is_masked(Tag tag) {
  return is_noun(tag) || is_adjective(tag) || tag == Tag::CD || tag == Tag::FW;
}

std::string_view lower_ascii(std::string_view word, CueStemBuffer& buffer) {
  const std::size_t size = std::min(word.size(), sizeof buffer);
  for (std::size_t i = 0; i < size; ++i) {
    const char c = word[i];
    buffer[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return {buffer, size};
}

Kind kind_of(const Token& token, Tag tag, const LanguageWords& language) {
  if (token.has(kOpenQuote)) return Kind::open_quote;
  if (token.has(kCloseQuote)) return Kind::close_quote;
  const Kind kind = kind_of_word(token, language);
  if (kind == Kind::auxiliary && tag == Tag::NN) return Kind::noun;
  return kind != Kind::other ? kind : kind_of_tag(tag);
}

std::uint8_t frame_words_of(const Token& token, const LanguageWords& language) {
  if (token.closed == 0) return 0;
  const auto bit = [&](Role role, FrameWord word) {
    return language.closed.has(token.closed, role) ? static_cast<unsigned>(word) : 0U;
  };
  return static_cast<std::uint8_t>(
      bit(Role::perfect_have, kPerfectHave) | bit(Role::finite_have, kFiniteHave) | bit(Role::helping_do, kHelpingDo) |
      bit(Role::speech_participant, kSpeechParticipant) | bit(Role::pronoun_it, kPronounIt));
}

/// Per quotation: the outermost one around it that is no scare quote, or kNone.
std::vector<std::uint32_t> outer_quotations(const Text& text) {
  std::vector<std::uint32_t> outer(text.quotations.size(), kNone);
  for (std::uint32_t q = 0; q < outer.size(); ++q) {
    const Quotation& quotation = text.quotations[q];
    if (quotation.parent < q && outer[quotation.parent] != kNone) {
      outer[q] = outer[quotation.parent];
    } else if (!quotation.scare) {
      outer[q] = q;
    }
  }
  return outer;
}

}  // namespace

std::string_view kind_name(Kind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

Kind kind_named(std::string_view name) {
  const auto at = std::find(kKindNames.begin(), kKindNames.end(), name);
  return at == kKindNames.end() ? Kind::other : static_cast<Kind>(at - kKindNames.begin());
}

Kind kind_of_word(const Token& token, const LanguageWords& language) {
  if (token.has(kPunct)) return kind_of_mark(token.hash);
  if (token.closed == 0) return Kind::other;
  for (const KindRole& one : kKindRoles) {
    if (language.closed.has(token.closed, one.role)) return one.kind;
  }
  return Kind::other;
}

std::uint32_t ending_of(std::string_view word) {
  if (word.size() < 4) return 0;
  std::uint32_t ending = 0;
  for (const char c : word.substr(word.size() - 3)) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower < 'a' || lower > 'z') return 0;
    ending = ending << 8U | static_cast<std::uint32_t>(static_cast<unsigned char>(lower));
  }
  return ending;
}

std::uint8_t shape_of(const Token& token) {
  std::uint8_t shape = 0;
  if (token.has(kPunct)) {
    shape = 5;
  } else if (token.has(kDigit)) {
    shape = 3;
  } else if (token.has(kAllCaps)) {
    shape = 2;
  } else if (token.has(kMixedCase)) {
    shape = 4;
  } else if (token.has(kCapital)) {
    shape = 1;
  }
  return static_cast<std::uint8_t>(shape + (token.has(kSentenceStart) ? 6 : 0));
}

void add_hints(const Hints& hints, Frames& frames) {
  constexpr std::uint32_t kMostCovered = 1024;  // tokens of one range; keeps hostile text linear
  const auto cover = [&](const Hint& hint, TokenRange range, unsigned level) {
    const std::uint32_t end =
        std::min<std::uint32_t>({range.end, static_cast<std::uint32_t>(frames.size()), range.begin + kMostCovered});
    for (std::uint32_t t = range.begin; t < end; ++t) {
      if (t != hint.head) frames[t].covered = std::max(frames[t].covered, static_cast<std::uint8_t>(level));
    }
  };
  for (const Hint& hint : hints) {
    if (hint.head >= frames.size()) continue;
    Frame& head = frames[hint.head];
    head.rule = hint.rule;
    head.family = hint.family;
    head.surety = hint.surety;
    head.form = static_cast<std::uint8_t>(static_cast<unsigned>(hint.order) * 2U + (hint.quoted ? 1U : 0U));
    for (const TokenRange range : hint.content) cover(hint, range, hint.surety);
    cover(hint, hint.source, hint.surety + 8U);
    cover(hint, hint.cue, hint.surety + 8U);
  }
}

Frames frames_of(const Document& document, const Text& text, const Tags& tags, const Model& model,
                 const UpstreamHints& upstream) {
  const LanguageWords& language = *text.language;
  Frames frames(text.tokens.size());
  const std::vector<std::uint32_t> outer = outer_quotations(text);
  for (std::uint32_t t = 0; t < frames.size(); ++t) {
    const Token& token = text.tokens[t];
    Frame& frame = frames[t];
    frame.tag = t < tags.size() ? tags[t] : Tag::none;
    const WordFacts& facts = model.word(token.hash);
    frame.kind = kind_of(token, frame.tag, language);
    frame.shape = shape_of(token);
    if (facts.known != 0) {
      frame.stem = facts.stem;
      frame.rate = facts.rate;
    } else {
      CueStemBuffer lower;
      CueStemBuffer stem;
      frame.stem = hash_of(language.morphology->cue_stem(lower_ascii(token_text(document, token), lower), stem));
      frame.rate = model.stem(frame.stem).rate;
    }
    if (is_masked(frame.tag) && frame.kind != Kind::time) {
      frame.word = static_cast<std::uint32_t>(frame.tag);
    } else if (facts.known != 0) {
      frame.word = token.hash;
      frame.words = frame_words_of(token, language);
    }
    if (const std::uint32_t q = text.quotation_of[t]; q != kNone) {
      frame.quotation = outer[q];
      frame.scare = outer[q] == kNone;
    }
  }
  add_hints(upstream.hints, frames);
  for (std::uint32_t t = 0; t < frames.size() && t < upstream.nominals.size(); ++t)
    frames[t].nominal = upstream.nominals[t];
  return frames;
}

}  // namespace hearsay
