// content_after: pass over what may stand between, tell the kind from the first word, run to the end of the sentence
// and cut where a new clause of the writer's begins. content_before: the mark before the tag tells quotation from
// clause. A quotation that is touched is taken whole, over sentence ends too.
#include "attributions/content.h"

#include <algorithm>

#include "attributions/clause.h"

namespace hearsay {
namespace {

/// End of the sentence that holds t, moved on while a quotation opened since `from` is not closed yet.
std::uint32_t run_end(const Reading& r, std::uint32_t from, std::uint32_t inside) {
  std::uint32_t end = r.sentence(from).end;
  const std::uint32_t paragraph_end = r.paragraph(from).tokens.end;
  while (end < paragraph_end) {
    const std::uint32_t q = r.quotation(end);  // of the token that opens the next sentence
    const std::uint32_t last = r.quotation(end - 1);
    if (q == kNone || q != last || q == inside || r.text.quotations[q].tokens.begin < from) break;
    end = r.sentence(end).end;
  }
  if (inside != kNone) end = std::min(end, r.text.quotations[inside].tokens.end);
  return end;
}

bool is_wh(const Reading& r, std::uint32_t t) {
  return r.is(t, r.words.whether) || r.is(t, r.words.if_) || r.is(t, r.words.what) || r.is(t, r.words.how) ||
         r.is(t, r.words.why) || r.is(t, r.words.where) || r.is(t, r.words.when) || r.is(t, r.words.who) ||
         r.is(t, r.words.which);
}

/// Number of tokens of a time phrase at t ("on Friday", "late last week", "earlier this month"), 0 if none.
std::uint32_t time_phrase(const Reading& r, std::uint32_t t, std::uint32_t end) {
  std::uint32_t at = t;
  bool found = false;
  const std::uint32_t limit = std::min(end, t + 6);
  if (at < limit && (r.is(at, r.words.on) || r.is(at, r.words.in) || r.is(at, r.words.at))) ++at;
  while (at < limit) {
    if (r.in(at, r.time)) {
      found = true;
      ++at;
    } else if (found && r.tag(at) == Tag::CD) {
      ++at;  // "July 20"
    } else if (!found && (r.tag(at) == Tag::DT || r.tag(at) == Tag::JJ || is_adverb(r.tag(at))) && at + 1 < limit &&
               r.in(at + 1, r.time)) {
      ++at;
    } else {
      break;
    }
  }
  return found ? at - t : 0;
}

std::uint32_t pass_over(const Reading& r, std::uint32_t begin, std::uint32_t end,
                        const std::vector<TokenRange>& skips) {
  std::uint32_t t = begin;
  for (bool moved = true; moved && t < end;) {
    moved = false;
    const auto skip =
        std::lower_bound(skips.begin(), skips.end(), t, [](TokenRange s, std::uint32_t at) { return s.begin < at; });
    if (skip != skips.end() && skip->begin == t && skip->end > t) {
      t = skip->end;
      moved = true;
    } else if (const std::uint32_t n = time_phrase(r, t, end); n > 0) {
      t += n;
      moved = true;
    } else if (r.mark(t) == Mark::comma && t + 1 < end) {
      const std::uint32_t after = t + 1;
      const auto next = std::lower_bound(skips.begin(), skips.end(), after,
                                         [](TokenRange s, std::uint32_t at) { return s.begin < at; });
      if ((next != skips.end() && next->begin == after) || time_phrase(r, after, end) > 0) {
        t = after;
        moved = true;
      }
    }
  }
  return t;
}

/// A preposition phrase between cue and "that" or an opening mark ("said in Lima that …"): its length, 0 if none.
std::uint32_t adjunct_before_content(const Reading& r, std::uint32_t t, std::uint32_t end) {
  if (t >= end || r.tag(t) != Tag::IN || r.is(t, r.words.that) || r.is(t, r.words.if_) || r.is(t, r.words.whether))
    return 0;
  const std::uint32_t limit = std::min(end, t + 14);
  for (std::uint32_t at = t + 1; at < limit; ++at) {
    if (r.is(at, r.words.that) && r.tag(at - 1) != Tag::IN) return at - t;
    if (r.mark(at) == Mark::comma && at + 1 < end && r.opened_at(at + 1) != kNone) return at - t;
    if (r.opened_at(at) != kNone && !r.text.quotations[r.quotation(at)].scare) return at - t;
    if (is_verb(r.tag(at)) || r.tag(at) == Tag::MD || r.mark(at) == Mark::stop || r.mark(at) == Mark::semicolon)
      return 0;
  }
  return 0;
}

/// Takes whole every quotation inside `inside` that the range touches.
TokenRange whole_quotations(const Reading& r, TokenRange range, std::uint32_t inside) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const std::uint32_t q = r.quotation(t);
    if (q == kNone || q == inside) continue;
    std::uint32_t top = q;
    while (r.text.quotations[top].parent != kNone && r.text.quotations[top].parent != inside)
      top = r.text.quotations[top].parent;
    if (!r.lies_in(top, inside)) continue;
    const TokenRange whole = r.text.quotations[top].tokens;
    range.begin = std::min(range.begin, whole.begin);
    range.end = std::max(range.end, whole.end);
    t = whole.end - 1;
  }
  return range;
}

/// "to go", "not to go", "to publicly say".
bool infinitive_at(const Reading& r, std::uint32_t t) {
  if (r.is(t, r.words.not_)) ++t;
  if (!r.is(t, r.words.to)) return false;
  ++t;
  while (is_adverb(r.tag(t))) ++t;
  return r.tag(t) == Tag::VB || r.in(t, r.be) || r.in(t, r.have);
}

/// End of the noun phrase that begins at t, 0 if none does.
std::uint32_t noun_phrase_at(const Reading& r, std::uint32_t t) {
  const std::uint32_t m = t < r.mentions.starts_at.size() ? r.mentions.starts_at[t] : kNone;
  return m == kNone ? 0 : r.mentions.all[m].range.end;
}

/// Whether a noun phrase starts at t and a word that `wanted` accepts comes soon, before any finite verb.
template <typename Wanted>
bool object_before(const Reading& r, std::uint32_t t, std::uint32_t end, std::uint32_t inside, Wanted wanted) {
  if (noun_phrase_at(r, t) == 0) return false;
  constexpr std::uint32_t kReach = 24;
  for (std::uint32_t at = t; at < std::min(end, t + kReach); ++at) {
    if (r.quotation(at) == inside && wanted(at)) return true;
    if (is_finite(r.tag(at)) || r.mark(at) == Mark::stop || r.mark(at) == Mark::semicolon) return false;
  }
  return false;
}

/// Words that somebody may have said to somebody: "Ruiz: 46 votes" is a table, "Ruiz: Just in time" a heading.
bool spoken(const Reading& r, TokenRange range) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (is_finite(r.tag(t)) || r.tag(t) == Tag::PRP) return true;
  }
  return false;
}

bool is_dash(const Reading& r, std::uint32_t t) {
  return r.mark(t) == Mark::dash || r.word(t) == "-";
}

/// Whether the quotation whose closing mark is `close` ends with a question or exclamation mark.
bool asks(const Reading& r, std::uint32_t close) {
  if (close == 0 || r.closed_at(close) == kNone) return false;
  const std::string_view last = r.word(close - 1);
  return last == "?" || last == "!";
}

/// Whether a sentence is a tag and nothing else: “Why not?” she asked.
bool tag_alone(const Reading& r, std::uint32_t begin) {
  constexpr std::uint32_t kShort = 8;
  const TokenRange sentence = r.sentence(begin);
  if (sentence.begin != begin || sentence.size() > kShort) return false;
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (r.mark(t) != Mark::none && t + 1 != sentence.end) return false;
  }
  return true;
}

}  // namespace

std::uint32_t content_kinds(std::string_view takes) {
  std::uint32_t kinds = 0;
  while (!takes.empty()) {
    const std::size_t space = takes.find(' ');
    const std::string_view word = takes.substr(0, space);
    if (word == "clause") kinds |= kClause;
    if (word == "quote") kinds |= kQuote;
    if (word == "np") kinds |= kPhrase;
    if (word == "infinitive") kinds |= kInfinitive;
    if (word == "wh") kinds |= kWh;
    if (word == "gerund") kinds |= kGerund;
    if (word == "that") kinds |= kThat;
    if (word == "phrase") kinds |= kNounPhrase;
    if (word == "object") kinds |= kObject;
    if (word == "judged") kinds |= kJudged;
    if (word == "compared") kinds |= kCompared;
    if (word == "paragraph") kinds |= kParagraph;
    if (word == "any") kinds |= kAnyContent;
    takes = space == std::string_view::npos ? std::string_view{} : takes.substr(space + 1);
  }
  return kinds;
}

TokenRange trimmed(const Reading& r, TokenRange range) {
  const auto loose = [&](std::uint32_t t) {
    const Mark m = r.mark(t);
    return m == Mark::comma || m == Mark::colon || m == Mark::semicolon || m == Mark::dash;
  };
  while (!range.empty() && (loose(range.begin) || r.mark(range.begin) == Mark::stop)) ++range.begin;
  while (!range.empty() && (loose(range.end - 1) ||
                            (r.mark(range.end - 1) == Mark::stop && !r.token(range.end - 1).has(kAbbreviation)))) {
    const std::uint32_t q = r.quotation(range.end - 1);
    // The stop of an unclosed quotation, or of the quotation all this lies in, stays where the quotation opened inside.
    if (q != kNone && r.text.quotations[q].tokens.begin >= range.begin) break;
    --range.end;
  }
  return range;
}

FoundContent content_after(const Reading& r, std::uint32_t begin, std::uint32_t kinds, std::uint32_t inside,
                           const std::vector<TokenRange>& skips) {
  FoundContent found;
  if (begin == 0 || begin >= r.size()) return found;
  std::uint32_t end = r.sentence(begin - 1).end;
  if (inside != kNone) end = std::min(end, r.text.quotations[inside].tokens.end);
  std::uint32_t t = pass_over(r, begin, end, skips);
  if (const std::uint32_t n = adjunct_before_content(r, t, end); n > 0) t = pass_over(r, t + n, end, skips);
  bool colon = false;
  while (t < end && (r.mark(t) == Mark::comma || r.mark(t) == Mark::colon || r.mark(t) == Mark::dash)) {
    colon |= r.mark(t) == Mark::colon;
    ++t;
    if (t < end && r.opened_at(t) == kNone) t = pass_over(r, t, end, skips);
  }
  if (t >= end) {
    if (!colon || inside != kNone || end >= r.size() || r.opened_at(end) == kNone) return found;
    t = end;  // the quotation opens the next sentence or paragraph
  }
  if (r.mark(t) == Mark::stop || r.mark(t) == Mark::close_paren || r.mark(t) == Mark::semicolon) return found;

  if ((kinds & kParagraph) != 0) {
    const TokenRange rest = trimmed(r, {t, r.paragraph(t).tokens.end});
    if (!rest.empty() && (kinds != kParagraph || spoken(r, rest))) found = {{rest}, kParagraph};
    return found;
  }
  const std::uint32_t quotation = r.opened_at(t);
  if (quotation != kNone && !r.text.quotations[quotation].scare && (kinds & kQuote) != 0) {
    const TokenRange whole = r.text.quotations[quotation].tokens;
    const bool ends_sentence = whole.end >= r.sentence(whole.end - 1).end || r.mark(whole.end) == Mark::stop;
    TokenRange range = whole;
    const bool comma_inside =
        whole.size() > 2 && (r.mark(whole.end - 2) == Mark::comma || r.mark(whole.end - 2) == Mark::stop);
    if (!ends_sentence && !comma_inside && r.mark(whole.end) != Mark::comma) {
      // The sentence goes on: “a gift” to banks. It belongs to what is said unless the writer's clause begins.
      range.end = clause_end(r, whole.end - 1, std::max(whole.end, run_end(r, whole.end - 1, inside)),
                             (kinds & kClause) != 0 ? Run::clause : Run::phrase, inside);
      range = trimmed(r, whole_quotations(r, range, inside));
    }
    found.kind = kQuote;
    found.spans = {range};
    return found;
  }
  if (colon && (kinds & kQuote) != 0 && (kinds & kClause) == 0) return found;

  const std::uint32_t sentence_end = run_end(r, t, inside);
  std::uint32_t kind = 0;
  if (r.is(t, r.words.that) && (kinds & (kClause | kThat)) != 0 && t + 1 < end) {
    kind = kThat;
  } else if ((kinds & kInfinitive) != 0 && infinitive_at(r, t)) {
    kind = kInfinitive;
  } else if (is_wh(r, t) && (kinds & kWh) != 0) {
    kind = kWh;
  } else if (r.tag(t) == Tag::VBG && (kinds & kGerund) != 0) {
    kind = kGerund;
  } else if ((kinds & kClause) != 0 && !is_wh(r, t) && has_clause(r, t, sentence_end, inside)) {
    kind = kClause;
  } else if ((kinds & kClause) != 0 && kinds != kAnyContent && is_finite(r.tag(t)) && r.mark(t - 1) == Mark::none) {
    kind = kClause;  // "a deadline that the crew said passed": the subject stands before the tag
  } else if ((kinds & kPhrase) != 0 && !r.is(t, r.words.to) && !is_finite(r.tag(t)) &&
             (r.mark(t) == Mark::none || r.opened_at(t) != kNone) &&
             (r.tag(t) != Tag::IN || (r.is(t, r.words.that) && is_noun(r.tag(t + 1))) ||
              (kinds & kAnyContent) == kAnyContent)) {
    kind = kPhrase;
  }
  if (kind == 0 && (kinds & kNounPhrase) != 0)
    kind = noun_phrase_at(r, t) != 0 ? static_cast<std::uint32_t>(kNounPhrase) : 0U;
  if (kind == 0 && (kinds & kObject) != 0 && object_before(r, t, sentence_end, inside, [&](std::uint32_t at) {
        return r.is(at, r.words.to) && r.tag(at + 1) == Tag::VB;
      }))
    kind = kObject;
  if (kind == 0 && (kinds & kJudged) != 0 &&
      object_before(r, t, sentence_end, inside, [&](std::uint32_t at) { return r.in(at, r.accountable); }))
    kind = kJudged;
  if (kind == 0 && (kinds & kCompared) != 0 &&
      object_before(r, t, sentence_end, inside, [&](std::uint32_t at) { return at > t && r.is(at, r.words.as); }))
    kind = kCompared;
  if (kind == 0 && (kinds & kAnyContent) == kAnyContent) kind = kPhrase;
  if (r.in(t, r.no_content) && kind != kThat) kind = 0;
  if (kind == 0) return found;
  const bool clause = kind == kThat || kind == kClause || kind == kWh;
  const bool action = kind == kInfinitive || kind == kObject;
  const Run run = clause ? Run::clause : action ? Run::infinitive : Run::phrase;
  TokenRange range{t, clause_end(r, t, sentence_end, run, inside)};
  if (kind == kNounPhrase) range.end = noun_phrase_at(r, t);
  range = trimmed(r, whole_quotations(r, range, inside));
  if (inside != kNone) {
    const TokenRange limits = r.text.quotations[inside].tokens;
    range.begin = std::max(range.begin, limits.begin);
    if (range.end >= limits.end && r.token(limits.end - 1).has(kCloseQuote)) range.end = limits.end - 1;
    range = trimmed(r, range);
  }
  if (range.empty()) return found;
  found.kind = kind;
  found.spans = {range};
  return found;
}

FoundContent content_before(const Reading& r, std::uint32_t end, std::uint32_t inside, TagPlace place) {
  FoundContent found;
  if (end == 0) return found;
  std::uint32_t at = end;
  const std::uint32_t lowest = inside != kNone ? r.text.quotations[inside].tokens.begin + 1
                                               : r.paragraph(end < r.size() ? end : end - 1).tokens.begin;
  bool comma = false;
  while (at > lowest && (r.mark(at - 1) == Mark::comma || r.mark(at - 1) == Mark::dash)) {
    --at;
    comma = true;
  }
  if (at <= lowest && at > 0 && inside == kNone && end < r.size() && is_dash(r, end)) {
    // “…” and, on the next line, — Name.
    const std::uint32_t above = r.closed_at(at - 1);
    if (above == kNone || r.text.quotations[above].tokens.begin != r.paragraph(at - 1).tokens.begin) return found;
    return {{r.text.quotations[above].tokens}, kQuote};
  }
  if (at <= lowest) return found;
  const std::uint32_t closed = r.closed_at(at - 1);
  // A quotation that ends the sentence before is somebody else's, or this tag's own content follows it, unless the tag
  // stands alone or the quotation asked or exclaimed: “Who knows?” Reed told Radio Cove.
  if (end < r.size() && r.text.sentence_of[at - 1] != r.text.sentence_of[end] &&
      !(r.paragraph(end).tokens.contains(at - 1) && (tag_alone(r, end) || asks(r, at - 1))))
    return found;
  if (closed != kNone && closed != inside && (!r.text.quotations[closed].scare || comma)) {
    std::uint32_t begin = r.text.quotations[closed].tokens.begin;
    // Words before the mark in the sentence in which it opens are said too: The plan is “a gift,” Reed said.
    const TokenRange sentence = r.sentence(begin);
    if (sentence.begin < begin && sentence.end >= at) {
      const std::uint32_t before = begin - 1;
      const Mark mark = r.mark(before);
      if (mark != Mark::colon && mark != Mark::stop) begin = std::max(sentence.begin, lowest);
    }
    found.kind = kQuote;
    found.spans = {trimmed(r, {begin, r.text.quotations[closed].tokens.end})};
    if (found.spans.front().empty()) found.kind = 0;
    return found;
  }
  if (!comma && !(at > lowest && r.mark(at - 1) == Mark::stop)) return found;
  if (r.mark(at - 1) == Mark::stop && r.sentence(at - 1).end != r.sentence(end < r.size() ? end : end - 1).end)
    return found;
  const std::uint32_t begin = std::max(r.sentence(at - 1).begin, lowest);
  const TokenRange range = trimmed(r, whole_quotations(r, {begin, at}, inside));
  // Before a tag that ends its sentence a long row of words is a clause, whatever its verb was taken for.
  const std::uint32_t kLong = place == TagPlace::last ? 4 : 200;
  if (range.size() < 2 || !(range.size() >= kLong || has_clause(r, range.begin, range.end, inside))) return found;
  found.kind = kClause;
  found.spans = {range};
  return found;
}

FoundContent content_resumed(const Reading& r, std::uint32_t begin, std::uint32_t inside, bool content_was_quoted) {
  FoundContent found;
  if (begin == 0 || begin >= r.size()) return found;
  const std::uint32_t sentence_end = r.sentence(begin - 1).end;
  std::uint32_t t = begin;
  while (t < sentence_end && r.mark(t) == Mark::none && !is_finite(r.tag(t)) && t < begin + 14)
    ++t;  // "on Friday", "in Lima"
  if (t < sentence_end && r.mark(t) == Mark::comma && t + 1 < sentence_end) {
    const std::uint32_t q = r.opened_at(t + 1);
    if (q != kNone && q != inside && content_was_quoted) {
      found.kind = kQuote;
      found.spans = {r.text.quotations[q].tokens};
    }
    if (q != kNone) return found;
  }
  // "said Reed, 40, a fan who came early.", "he said, laughing.": whatever the writer adds up to the stop, unless it is
  // quoted itself.
  constexpr std::uint32_t kAside = 40;
  if (sentence_end > t + kAside) return found;
  while (t < sentence_end && r.outer_quotation(t) == kNone && r.mark(t) != Mark::stop) ++t;
  while (t < sentence_end && (r.mark(t) == Mark::stop || r.mark(t) == Mark::colon)) ++t;
  if (t != sentence_end || sentence_end >= r.paragraph(begin - 1).tokens.end || inside != kNone) return found;
  const std::uint32_t q = r.opened_at(sentence_end);
  if (q == kNone || !content_was_quoted) return found;
  const TokenRange quoted = r.text.quotations[q].tokens;
  const bool whole_sentence = quoted.end >= r.sentence(sentence_end).end || r.mark(quoted.end) == Mark::stop;
  if (r.text.quotations[q].scare && !whole_sentence) return found;
  // A tag of its own right after it means another attribution.
  const std::uint32_t after = quoted.end;
  if (after < r.paragraph(begin - 1).tokens.end && r.sentence(after).begin < after && r.mark(after) != Mark::stop)
    return found;
  found.kind = kQuote;
  found.spans = {quoted};
  return found;
}

FoundContent content_around(const Reading& r, TokenRange tag, std::uint32_t inside) {
  FoundContent found;
  const TokenRange sentence = r.sentence(tag.begin);
  std::uint32_t end = sentence.end;
  if (inside != kNone || tag.begin <= sentence.begin + 1 || r.mark(tag.begin - 1) != Mark::comma) return found;
  // "on Friday", "in Lima" belong to the tag.
  std::uint32_t t = tag.end;
  constexpr std::uint32_t kAdjunct = 8;
  while (t < end && t < tag.end + kAdjunct && r.mark(t) == Mark::none && !is_finite(r.tag(t)) && !is_wh(r, t)) ++t;
  if (t + 2 >= end || r.mark(t) != Mark::comma || r.opened_at(t + 1) != kNone) return found;
  if (r.is(t + 1, r.words.and_) || r.is(t + 1, r.words.but)) return found;
  if (r.tag(t + 1) == Tag::VBG || r.is(t + 1, r.words.who) || r.is(t + 1, r.words.which) || r.is(t + 1, r.words.while_))
    return found;
  const std::uint32_t q = r.quotation(tag.begin - 1);
  if (q != kNone || r.closed_at(tag.begin - 2) != kNone) return found;
  end = run_end(r, t + 1, inside);
  const TokenRange before = trimmed(r, {sentence.begin, tag.begin});
  const TokenRange after =
      trimmed(r, whole_quotations(r, {t + 1, clause_end(r, t + 1, end, Run::clause, inside)}, inside));
  if (before.empty() || after.empty()) return found;
  bool verb = false;
  for (std::uint32_t at = after.begin; at < after.end && !verb; ++at) verb = is_finite(r.tag(at));
  if (!verb && !has_clause(r, before.begin, before.end, inside)) return found;
  found.kind = kClause;
  found.spans = {before, after};
  return found;
}

void add_continuations(const Reading& r, std::vector<TokenRange>& spans) {
  std::uint32_t last = kNone;  // the quotation that ends the content
  for (const TokenRange& span : spans) {
    if (span.empty()) continue;
    const std::uint32_t q = r.quotation(span.end - 1);
    if (q != kNone && r.text.quotations[q].tokens.begin >= span.begin) last = q;
  }
  if (last != kNone) {
    for (std::uint32_t q = last + 1; q < r.text.quotations.size(); ++q) {
      // A continuation opens the very next paragraph.
      if (r.text.quotations[q].tokens.begin > r.paragraph(r.text.quotations[last].tokens.end - 1).tokens.end) break;
      if (r.text.quotations[q].continues == last) {
        spans.push_back(r.text.quotations[q].tokens);
        last = q;
      }
    }
  }
  std::sort(spans.begin(), spans.end());
  std::vector<TokenRange> merged;
  for (const TokenRange& span : spans) {
    if (span.empty()) continue;
    if (!merged.empty() && span.begin <= merged.back().end) {
      merged.back().end = std::max(merged.back().end, span.end);
    } else {
      merged.push_back(span);
    }
  }
  spans = std::move(merged);
}

}  // namespace hearsay
