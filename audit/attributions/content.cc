// content_after: pass over what may stand between, tell the kind from the first word, run to the end of the sentence
// and cut where a new clause of the writer's begins. A quotation that is touched is taken whole, over sentence ends
// too.
#include "attributions/content.h"

#include <algorithm>

#include "attributions/clause.h"

namespace hearsay {
namespace {

/// Number of tokens of a time phrase at t ("on Friday", "late last week", "earlier this month"), 0 if none.
std::uint32_t time_phrase(const Reading& r, std::uint32_t t, std::uint32_t end) {
  std::uint32_t at = t;
  bool found = false;
  const std::uint32_t limit = std::min(end, t + 6);
  if (at < limit && r.is(at, Role::before_day)) ++at;
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
  if (r.is(at, Role::genitive_of)) return 0;  // "each day of a strike"
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
  if (t >= end || r.tag(t) != Tag::IN || r.is(t, Role::opens_content_clause)) return 0;
  const std::uint32_t limit = std::min(end, t + 14);
  for (std::uint32_t at = t + 1; at < limit; ++at) {
    if (r.is(at, Role::complementiser_that) && r.tag(at - 1) != Tag::IN) return at - t;
    if (r.mark(at) == Mark::comma && at + 1 < end && r.opened_at(at + 1) != kNone) return at - t;
    if (r.opened_at(at) != kNone && !r.text.quotations[r.quotation(at)].scare) return at - t;
    if (is_verb(r.tag(at)) || r.tag(at) == Tag::MD || r.mark(at) == Mark::stop || r.mark(at) == Mark::semicolon)
      return 0;
  }
  return 0;
}

/// "to go", "not to go", "to publicly say".
bool infinitive_at(const Reading& r, std::uint32_t t) {
  if (r.is(t, Role::negation_not)) ++t;
  if (!r.is(t, Role::infinitive_to)) return false;
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

/// "Ruiz:" on a line of its own, or any colon above a block: the words stand below.
bool announces(const Reading& r, std::uint32_t colon, std::uint32_t end) {
  constexpr std::uint32_t kSpeakersLine = 8;
  return colon - r.sentence(colon).begin <= kSpeakersLine || r.block_around(r.opened_at(end)) != kNone;
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

/// "[drugs once thought] safe are …", "[corals long believed] doomed by heat": what was thought of a thing, not what it
/// thinks.
bool follows_participle(const Reading& r, std::uint32_t t, std::uint32_t end) {
  if (t + 1 >= end || r.mark(t - 1) != Mark::none) return false;
  const Tag tag = r.tag(t);
  const bool participle = tag == Tag::VBN || tag == Tag::VBD;
  if (participle && r.is(t + 1, Role::agent_by)) return true;
  return (participle || tag == Tag::JJ) && is_finite(r.tag(t + 1));
}

FoundContent content_after(const Reading& r, std::uint32_t begin, std::uint32_t kinds, std::uint32_t inside,
                           const std::vector<TokenRange>& skips) {
  FoundContent found;
  if (begin == 0 || begin >= r.size()) return found;
  std::uint32_t end = r.sentence(begin - 1).end;
  if (inside != kNone) end = std::min(end, r.text.quotations[inside].tokens.end);
  std::uint32_t t = pass_over(r, begin, end, skips);
  if (const std::uint32_t n = adjunct_before_content(r, t, end); n > 0) t = pass_over(r, t + n, end, skips);
  bool colon = r.mark(begin - 1) == Mark::colon && announces(r, begin - 1, end);
  while (t < end && (r.mark(t) == Mark::comma || r.mark(t) == Mark::colon || r.mark(t) == Mark::dash)) {
    colon |= r.mark(t) == Mark::colon;
    ++t;
    if (t < end && r.opened_at(t) == kNone) t = pass_over(r, t, end, skips);
  }
  if (t >= end) {
    if (inside != kNone || end >= r.size() || r.opened_at(end) == kNone) return found;
    if (!colon && (r.block_around(r.opened_at(end)) == kNone || r.mark(end - 1) == Mark::stop)) return found;
    t = end;  // the quotation opens the next sentence or paragraph
  }
  if (r.mark(t) == Mark::stop || r.mark(t) == Mark::close_paren || r.mark(t) == Mark::semicolon) return found;

  if (follows_participle(r, t, end)) return found;
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
                             (kinds & kClause) != 0 ? RunKind::clause : RunKind::phrase, inside);
      range = trimmed(r, whole_quotations(r, range, inside));
    }
    found.kind = kQuote;
    found.spans = {range};
    return found;
  }
  if (colon && (kinds & kQuote) != 0 && (kinds & kClause) == 0) return found;

  const std::uint32_t sentence_end = run_end(r, t, inside);
  std::uint32_t kind = 0;
  if (r.is(t, Role::complementiser_that) && (kinds & (kClause | kThat)) != 0 && t + 1 < end) {
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
  } else if ((kinds & kPhrase) != 0 && !r.is(t, Role::infinitive_to) && !is_finite(r.tag(t)) &&
             (r.mark(t) == Mark::none || r.opened_at(t) != kNone) &&
             (r.tag(t) != Tag::IN || (r.is(t, Role::complementiser_that) && is_noun(r.tag(t + 1))) ||
              (kinds & kAnyContent) == kAnyContent)) {
    kind = kPhrase;
  }
  if (kind == 0 && (kinds & kNounPhrase) != 0)
    kind = noun_phrase_at(r, t) != 0 ? static_cast<std::uint32_t>(kNounPhrase) : 0U;
  if (kind == 0 && (kinds & kObject) != 0 && object_before(r, t, sentence_end, inside, [&](std::uint32_t at) {
        return r.is(at, Role::infinitive_to) && r.tag(at + 1) == Tag::VB;
      }))
    kind = kObject;
  if (kind == 0 && (kinds & kJudged) != 0 &&
      object_before(r, t, sentence_end, inside, [&](std::uint32_t at) { return r.in(at, r.accountable); }))
    kind = kJudged;
  if (kind == 0 && (kinds & kCompared) != 0 && object_before(r, t, sentence_end, inside, [&](std::uint32_t at) {
        return at > t && r.is(at, Role::preposition_as);
      }))
    kind = kCompared;
  if (kind == 0 && (kinds & kAnyContent) == kAnyContent) kind = kPhrase;
  if (r.in(t, r.no_content) && kind != kThat) kind = 0;
  if (kind == 0) return found;
  const bool clause = kind == kThat || kind == kClause || kind == kWh;
  const bool action = kind == kInfinitive || kind == kObject;
  const RunKind run = clause ? RunKind::clause : action ? RunKind::infinitive : RunKind::phrase;
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

void add_continuations(const Reading& r, std::vector<TokenRange>& spans) {
  std::uint32_t last = kNone;  // the quotation that ends the content
  for (const TokenRange& span : spans) {
    if (span.empty()) continue;
    const std::uint32_t q = r.quotation(span.end - 1);
    if (q != kNone && r.text.quotations[q].tokens.begin >= span.begin) last = q;
  }
  while (last != kNone) {
    const std::uint32_t next = r.text.quotations[last].continued;
    if (next == kNone) break;
    // A continuation opens the very next paragraph.
    if (r.text.quotations[next].tokens.begin > r.paragraph(r.text.quotations[last].tokens.end - 1).tokens.end) break;
    spans.push_back(r.text.quotations[next].tokens);
    last = next;
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
