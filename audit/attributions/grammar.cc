// Verb groups are read from the head to the left, one auxiliary after the other, each as its right neighbour allows.
// Skips are found step by step: a time phrase, an aside between marks, an apposition's closing comma; at most three of
// them, twelve tokens.
#include "attributions/grammar.h"

#include <algorithm>

#include "base/word_hash.h"

namespace hearsay {

void SkipPlaces::add(std::uint32_t place) {
  if (count == places.size() || std::find(places.begin(), places.begin() + count, place) != places.begin() + count)
    return;
  places[count++] = place;
}

Grammar::Grammar(const Text& text, const Tags& tags, const Program& program)
    : text_(text), tags_(tags), program_(program) {
  const Lexicons& lexicons = program.lexicons;
  be_ = lexicons.named("aux-be");
  have_ = lexicons.named("aux-have");
  do_ = lexicons.named("aux-do");
  modal_ = lexicons.named("modal");
  negation_ = lexicons.named("negation");
  adverb_ = lexicons.named("adverb");
  time_ = lexicons.named("time");
  say_ = lexicons.named("say");
}

std::uint32_t Grammar::quotation(std::uint32_t token) const {
  std::uint32_t q = text_.quotation_of[token];
  while (q != kNone && text_.quotations[q].scare) q = text_.quotations[q].parent;
  return q;
}

Bounds Grammar::bounds(std::uint32_t anchor) const {
  const TokenRange sentence = text_.sentences[text_.sentence_of[anchor]].tokens;
  constexpr auto kReach = static_cast<std::uint32_t>(kMaxPatternTokens);
  return {.low = std::max(sentence.begin, anchor > kReach ? anchor - kReach : 0),
          .high = std::min(sentence.end, anchor + kReach + 1),
          .quotation = quotation(anchor)};
}

bool Grammar::inside(std::uint32_t token, const Bounds& bounds) const {
  if (token < bounds.low || token >= bounds.high) return false;
  return text_.quotation_of[token] == bounds.quotation || quotation(token) == bounds.quotation;
}

bool Grammar::mark_inside(std::uint32_t token, const Bounds& bounds) const {
  if (inside(token, bounds)) return true;
  if (token < bounds.low || token >= bounds.high) return false;
  const Token& mark = text_.tokens[token];
  if (!mark.has(kOpenQuote) && !mark.has(kCloseQuote)) return false;
  const std::uint32_t own = text_.quotation_of[token];
  return own != kNone && text_.quotations[own].parent == bounds.quotation;
}

bool Grammar::is_negation(std::uint32_t token) const {
  return in(token, negation_) || text_.is(token, Role::negates_verb);
}

bool Grammar::is_time(std::uint32_t token) const {
  return in(token, time_);
}

bool Grammar::is_adverbial(std::uint32_t token) const {
  if (text_.tokens[token].has(kPunct) || is_time(token)) return false;
  return in(token, adverb_) || is_adverb(tag(token));
}

/// "had [on several occasions] praised": begin of the phrase that ends with token `last` and stands behind "have";
/// `last` where none does.
std::uint32_t Grammar::inner_phrase(std::uint32_t last, const Bounds& bounds) const {
  constexpr std::uint32_t kLongest = 5;
  for (std::uint32_t at = last; at > bounds.low && last - at < kLongest && inside(at, bounds); --at) {
    if (tag(at) == Tag::IN) return at < last && in(at - 1, have_) ? at : last;
    if (!is_noun(tag(at)) && !is_adjective(tag(at)) && tag(at) != Tag::DT && tag(at) != Tag::CD && tag(at) != Tag::PRPS)
      break;
  }
  return last;
}

VerbGroupWords Grammar::verb_group(std::uint32_t head, const Bounds& bounds, VerbGroup kind) const {
  VerbGroupWords group;
  std::uint32_t widest = head;    // with adverbs at its left end
  std::uint32_t narrow = head;    // begins with an auxiliary or a negation
  std::uint32_t nearest = kNone;  // the auxiliary right of here
  for (std::uint32_t at = head; kind != VerbGroup::none && at > bounds.low && head - at < kMaxGroup;) {
    --at;
    if (!inside(at, bounds)) break;
    if (is_negation(at)) {
      group.negated = true;
      widest = narrow = at;
      continue;
    }
    if (tag(at) == Tag::POS) break;  // "the mayor's claim"
    const bool be = in(at, be_);
    const bool get = text_.is(at, Role::passive_get);
    const bool have = in(at, have_);
    const bool modal = in(at, modal_) || tag(at) == Tag::MD;
    if (be || have || modal || get || in(at, do_)) {
      if (kind == VerbGroup::adverbs) {
        group.passive = group.passive || be || get;  // spelt in the pattern: only looked at
        break;
      }
      const bool goes_on = !group.auxiliary || text_.is(nearest, Role::auxiliary_goes_on);
      if (!goes_on) break;
      if (!group.auxiliary) {
        // "'s" and "'d" are in both lexicons: with a past form "he's said" is the perfect.
        group.perfect = have;
        group.passive = (be && !have) || get;
      }
      group.auxiliary = true;
      nearest = at;
      widest = narrow = at;
    } else if (is_adverbial(at) || (is_time(at) && at > bounds.low && (in(at - 1, have_) || in(at - 1, be_)))) {
      widest = at;  // "has now said"
    } else if (const std::uint32_t phrase = inner_phrase(at, bounds); phrase != at) {
      widest = at = phrase;
    } else {
      break;
    }
  }
  for (const std::uint32_t begin : {widest, narrow, head}) {
    const bool known = std::find(group.begins.begin(), group.begins.begin() + group.count, begin) !=
                       group.begins.begin() + group.count;
    // Inside a group that has auxiliaries the head alone is no reading.
    if (!known && !(begin == head && group.auxiliary)) group.begins[group.count++] = begin;
  }
  return group;
}

bool Grammar::has_finite_verb(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t i = begin; i < end; ++i) {
    if (is_finite(tag(i))) return true;
  }
  return false;
}

/// Begin of the time phrase or adverbs that end at `end`: "on Friday", "late last week", "later". `end` where there is
/// none.
std::uint32_t Grammar::before_time(std::uint32_t end, const Bounds& bounds) const {
  std::uint32_t begin = end;
  bool time = false;
  while (begin > bounds.low && end - begin < kMaxSkip && inside(begin - 1, bounds)) {
    const std::uint32_t at = begin - 1;
    const bool number =
        text_.tokens[at].has(kDigit) && (time || (at > bounds.low && is_time(at - 1)));  // "May 4", "4 May"
    const bool modifier = time && text_.is(at, Role::within_time);
    if (is_time(at)) {
      time = true;
    } else if (!number && !modifier && !is_adverbial(at)) {
      return time && text_.is(at, Role::before_time) ? at : begin;
    }
    begin = at;
  }
  return begin;
}

std::uint32_t Grammar::after_time(std::uint32_t begin, const Bounds& bounds) const {
  std::uint32_t end = begin;
  while (end < bounds.high && end - begin < kMaxSkip && inside(end, bounds)) {
    const bool more = end + 1 < bounds.high;
    const bool leads = text_.is(end, Role::leads_to_time);
    const bool number =
        text_.tokens[end].has(kDigit) && ((end > begin && is_time(end - 1)) || (more && is_time(end + 1)));
    if (!is_time(end) && !number && !is_adverbial(end)) {
      const bool opens = leads && more && (is_time(end + 1) || (end + 2 < bounds.high && is_time(end + 2)));
      if (!opens) break;
    }
    ++end;
  }
  return end;
}

bool Grammar::is_footnote_mark(std::uint32_t token) const {
  const std::uint32_t hash = text_.tokens[token].hash;
  return hash == word_hash("*") || hash == word_hash("**") || hash == word_hash("***") || hash == word_hash("†") ||
         hash == word_hash("‡");
}

bool Grammar::is_verb_form(std::uint32_t token) const {
  if (is_finite(tag(token))) return true;
  if (tag(token) != Tag::NNS || token == 0 || token + 1 >= tags_.size()) return false;
  return text_.tokens[token - 1].has(kCloseQuote) && is_name(tag(token + 1)) && !text_.tokens[token].has(kCapital);
}

/// "said Ruiz", "Ruiz said".
bool Grammar::is_tag(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 5;
  return end > begin + 1 && end - begin <= kLongest && (in(begin, say_) || in(end - 1, say_));
}

SkipPlaces Grammar::skips_left(std::uint32_t end, const Bounds& bounds) const {
  SkipPlaces found;
  found.add(end);
  for (std::uint32_t i = 0; i < found.count; ++i) {
    const std::uint32_t from = found.places[i];
    if (from <= bounds.low || end - from >= kMaxSkip) continue;
    if (const std::uint32_t time = before_time(from, bounds); time != from) found.add(time);
    const std::uint32_t last = from - 1;
    if (text_.tokens[last].has(kPunct) && !text_.tokens[last].has(kSpaceBefore) && is_footnote_mark(last))
      found.add(last);
    const MarkClass mark_here = mark(last);
    const std::uint32_t far = std::max(bounds.low, end > kMaxSkip ? end - kMaxSkip : 0);
    if (mark_here != MarkClass::comma && mark_here != MarkClass::close && mark_here != MarkClass::dash) continue;
    if (!inside(last, bounds)) continue;
    const MarkClass opens = mark_here == MarkClass::close ? MarkClass::open : mark_here;
    std::uint32_t at = last;
    while (at > far && inside(at - 1, bounds) && mark(at - 1) != opens) --at;
    const bool opened = at > far && inside(at - 1, bounds);
    // "[the aide], said Ruiz, swore": a tag in another's clause.
    // "[Ruiz], during a talk with Lind, said", "[Ruiz], citing the law, refused": who is named there is not the
    // subject.
    const bool phrase = tag(at) == Tag::IN || tag(at) == Tag::VBG;
    const bool tagged = opened && opens == MarkClass::comma && at > bounds.low + 1 && (phrase || is_tag(at, last));
    if (mark_here == MarkClass::comma && !tagged) found.add(last);  // closes an apposition that the phrase holds
    if (!opened) continue;
    const bool clause = text_.is(at, Role::opens_parenthesis_clause);
    if (opens != MarkClass::comma || clause || tagged || !has_finite_verb(at, last)) found.add(at - 1);
  }
  return found;
}

SkipPlaces Grammar::skips_right(std::uint32_t begin, const Bounds& bounds) const {
  SkipPlaces found;
  found.add(begin);
  if (const std::uint32_t time = after_time(begin, bounds); time != begin) found.add(time);
  if (begin < bounds.high && inside(begin, bounds) && mark(begin) == MarkClass::comma) {
    // "said, on Friday, Ruiz"
    const std::uint32_t time = after_time(begin + 1, bounds);
    if (time != begin + 1 && time < bounds.high && mark(time) == MarkClass::comma) found.add(time + 1);
  }
  return found;
}

}  // namespace hearsay
