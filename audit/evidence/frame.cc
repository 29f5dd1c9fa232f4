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

bool is_time_word(std::uint32_t hash) {
  switch (hash) {
    case hash_of("monday"):
    case hash_of("tuesday"):
    case hash_of("wednesday"):
    case hash_of("thursday"):
    case hash_of("friday"):
    case hash_of("saturday"):
    case hash_of("sunday"):
    case hash_of("january"):
    case hash_of("february"):
    case hash_of("april"):
    case hash_of("june"):
    case hash_of("july"):
    case hash_of("august"):
    case hash_of("september"):
    case hash_of("october"):
    case hash_of("november"):
    case hash_of("december"):
    case hash_of("today"):
    case hash_of("yesterday"):
    case hash_of("tomorrow"):
    case hash_of("week"):
    case hash_of("month"):
    case hash_of("year"):
    case hash_of("morning"):
    case hash_of("afternoon"):
    case hash_of("evening"):
    case hash_of("night"):
    case hash_of("day"):
      return true;
    default:
      return false;
  }
}

/// Kinds that the word itself decides, but for times.
Kind function_of_word(std::uint32_t hash) {
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
    case hash_of("that"):
      return Kind::that;
    case hash_of("to"):
      return Kind::to;
    case hash_of("who"):
    case hash_of("which"):
      return Kind::who;
    case hash_of("by"):
      return Kind::by;
    case hash_of("of"):
      return Kind::of;
    case hash_of("not"):
    case hash_of("n't"):
    case hash_of("never"):
      return Kind::negation;
    case hash_of("while"):
    case hash_of("because"):
    case hash_of("after"):
    case hash_of("before"):
    case hash_of("if"):
    case hash_of("although"):
    case hash_of("though"):
    case hash_of("since"):
    case hash_of("until"):
    case hash_of("unless"):
    case hash_of("whether"):
    case hash_of("as"):
      return Kind::subordinator;
    case hash_of("be"):
    case hash_of("is"):
    case hash_of("are"):
    case hash_of("was"):
    case hash_of("were"):
    case hash_of("been"):
    case hash_of("being"):
    case hash_of("am"):
    case hash_of("'re"):
    case hash_of("'m"):
    case hash_of("has"):
    case hash_of("have"):
    case hash_of("had"):
    case hash_of("having"):
    case hash_of("'ve"):
    case hash_of("do"):
    case hash_of("does"):
    case hash_of("did"):
      return Kind::auxiliary;
    default:
      return Kind::other;
  }
}

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

std::string_view lower_ascii(std::string_view word, char (&buffer)[32]) {
  const std::size_t size = std::min(word.size(), sizeof buffer);
  for (std::size_t i = 0; i < size; ++i) {
    const char c = word[i];
    buffer[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return {buffer, size};
}

Kind kind_of(const Token& token, Tag tag, const WordFacts& facts) {
  if (token.has(kOpenQuote)) return Kind::open_quote;
  if (token.has(kCloseQuote)) return Kind::close_quote;
  const Kind kind = facts.known != 0 ? static_cast<Kind>(facts.known - 1) : kind_of_word(token.hash);
  if (kind == Kind::auxiliary && tag == Tag::NN) return Kind::noun;
  return kind != Kind::other ? kind : kind_of_tag(tag);
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

Kind kind_of_word(std::uint32_t hash) {
  const Kind kind = function_of_word(hash);
  return kind == Kind::other && is_time_word(hash) ? Kind::time : kind;
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

std::string_view stem_of(std::string_view lower, char (&buffer)[32]) {
  if (lower.size() > sizeof buffer) return lower.substr(0, sizeof buffer);
  std::copy(lower.begin(), lower.end(), buffer);
  std::size_t size = lower.size();
  const auto ends = [&](std::string_view end) {
    return size > end.size() + 2 && std::string_view(buffer, size).substr(size - end.size()) == end;
  };
  if (ends("ing")) {
    size -= 3;
  } else if (ends("ied") || ends("ies")) {
    size -= 2;
    buffer[size - 1] = 'y';
  } else if (ends("ed") || ends("es")) {
    size -= 2;
  } else if (ends("s") && !ends("ss")) {
    size -= 1;
  } else if (ends("e")) {
    size -= 1;
  }
  if (size > 3 && buffer[size - 1] == buffer[size - 2] && buffer[size - 1] != 'l' && buffer[size - 1] != 's') --size;
  return {buffer, size};
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

Frames frames_of(const Document& document, const Text& text, const Tags& tags, const Model& model, const Heard& heard) {
  Frames frames(text.tokens.size());
  const std::vector<std::uint32_t> outer = outer_quotations(text);
  for (std::uint32_t t = 0; t < frames.size(); ++t) {
    const Token& token = text.tokens[t];
    Frame& frame = frames[t];
    frame.tag = t < tags.size() ? tags[t] : Tag::none;
    const WordFacts& facts = model.word(token.hash);
    frame.kind = kind_of(token, frame.tag, facts);
    frame.shape = shape_of(token);
    if (facts.known != 0) {
      frame.stem = facts.stem;
      frame.rate = facts.rate;
    } else {
      char lower[32];
      char stem[32];
      frame.stem = hash_of(stem_of(lower_ascii(token_text(document, token), lower), stem));
      frame.rate = model.stem(frame.stem).rate;
    }
    if (is_masked(frame.tag) && frame.kind != Kind::time) {
      frame.word = static_cast<std::uint32_t>(frame.tag);
    } else {
      frame.word = facts.known != 0 ? token.hash : 0;
    }
    if (const std::uint32_t q = text.quotation_of[t]; q != kNone) {
      frame.quotation = outer[q];
      frame.scare = outer[q] == kNone;
    }
  }
  add_hints(heard.hints, frames);
  for (std::uint32_t t = 0; t < frames.size() && t < heard.nominals.size(); ++t) frames[t].nominal = heard.nominals[t];
  return frames;
}

}  // namespace hearsay
