// One walk over the tokens, quotations skipped; at each comma, conjunction and dash a look at the words after it.
#include "attributions/clause.h"

#include <algorithm>

namespace hearsay {
namespace {

/// "…, adding", "… and said": a verb of speech, of the same speaker.
bool speaks(const Reading& r, std::uint32_t t, std::uint32_t end) {
  while (t < end && is_adverb(r.tag(t))) ++t;
  if (t >= end || !is_verb(r.tag(t)) || r.tag(t) == Tag::VB) return false;
  return r.in(t, r.say) || r.in(t, r.tell) || r.in(t, r.label) || r.in(t, r.judge) || r.in(t, r.intend);
}

/// "officials said …": a subject of a few words and a verb of speech.
bool another_speaks(const Reading& r, std::uint32_t t, std::uint32_t end) {
  constexpr std::uint32_t kSubject = 7;
  for (std::uint32_t at = t; at < std::min(end, t + kSubject); ++at) {
    if (r.mark(at) != Mark::none) return false;
    if (at > t && is_finite(r.tag(at))) return r.in(at, r.say) || r.in(at, r.tell);
  }
  return false;
}

/// A comma that is followed by the start of another clause of the writer's, by the kind of content.
bool cuts_at_comma(const Reading& r, std::uint32_t comma, std::uint32_t end, RunKind run) {
  const bool clause = run == RunKind::clause;
  std::uint32_t t = comma + 1;
  if (t >= end) return true;
  if (r.is(t, Role::opens_source_phrase)) return true;
  const bool conjunction = r.is(t, Role::links_clauses);
  if (conjunction) {
    ++t;
    while (t < end && is_adverb(r.tag(t))) ++t;
    if (t < end && is_finite(r.tag(t))) return true;  // same subject goes on
    if (clause) return another_speaks(r, t, end);
    for (std::uint32_t at = t; at < std::min(end, t + 8); ++at) {
      if (is_finite(r.tag(at))) return true;  // a subject of its own
      if (r.mark(at) != Mark::none) break;
    }
    return false;
  }
  if (r.tag(t) == Tag::VBG || (is_adverb(r.tag(t)) && r.tag(t + 1) == Tag::VBG)) return !clause || speaks(r, t, end);
  if (is_finite(r.tag(t)) && r.tag(t) != Tag::MD) return !clause;
  if (r.is(t, Role::opens_described_aside)) return !clause;
  if (r.is(t, Role::opens_concession)) return !clause || another_speaks(r, t + 1, end);
  if (another_speaks(r, t, end)) return true;
  return false;
}

/// The comma that closes what stands between a clause's first word and the rest ("that, as Ruiz put it, …") or between
/// its subject and verb ("the hull, according to two divers, was …"); `comma` where it opens nothing of the kind.
std::uint32_t past_interruption(const Reading& r, std::uint32_t begin, std::uint32_t comma, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 16;
  const bool first = comma == begin + 1 && r.is(begin, Role::opens_reported_clause);
  bool verb = false;
  for (std::uint32_t t = begin; t < comma && !verb; ++t) verb = is_finite(r.tag(t));
  if (!first && verb) return comma;
  for (std::uint32_t t = comma + 1; t + 1 < std::min(end, comma + kLongest); ++t) {
    if (r.quotation(t) != r.quotation(comma)) return comma;
    if (r.mark(t) != Mark::comma) continue;
    return first || is_finite(r.tag(t + 1)) ? t : comma;
  }
  return comma;
}

/// "[A day] after …", "[Three hours] before …": where the word that subordinates stands; `start` where none does.
std::uint32_t past_span(const Reading& r, std::uint32_t start) {
  constexpr std::uint32_t kLongest = 6;
  for (std::uint32_t t = start; t < start + kLongest; ++t) {
    if (t > start && r.is(t, Role::after_span)) return t;
    if (r.tag(t) != Tag::DT && r.tag(t) != Tag::CD && !r.in(t, r.time) && !is_noun(r.tag(t)) && !is_adverb(r.tag(t)))
      break;
  }
  return start;
}

}  // namespace

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
  return r.is(t, Role::opens_indirect_question);
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

std::uint32_t clause_end(const Reading& r, std::uint32_t begin, std::uint32_t end, RunKind run, std::uint32_t inside) {
  const bool clause = run != RunKind::phrase;
  for (std::uint32_t t = begin + 1; t < end; ++t) {
    const std::uint32_t q = r.quotation(t);
    if (q != inside && q != kNone && r.lies_in(q, inside)) {  // inside a quotation of its own
      const bool comma = r.closed_at(t) == q && t > begin + 1 && r.mark(t - 1) == Mark::comma;
      if (comma && cuts_at_comma(r, t, end, run)) return t + 1;
      continue;
    }
    const Mark mark = r.mark(t);
    if (mark == Mark::comma) {
      if (const std::uint32_t closed = past_interruption(r, begin, t, end); closed != t) {
        t = closed;
        continue;
      }
    }
    if (mark == Mark::comma && cuts_at_comma(r, t, end, run)) return t;
    const bool joins = r.is(t, Role::links_clauses);
    if (joins && t + 1 < end && r.tag(t + 1) != Tag::VBG && speaks(r, t + 1, end)) return t;
    if (mark == Mark::semicolon && another_speaks(r, t + 1, end)) return t;
    if (clause) continue;
    if (joins && r.tag(t + 1) == Tag::PRP && t + 2 < end && is_finite(r.tag(t + 2))) return t;
    if (mark == Mark::semicolon || mark == Mark::dash) return t;
    if (t > begin + 1 && r.is(t, Role::opens_time_clause)) return t;
    if (joins && t + 1 < end && r.tag(t + 1) == Tag::VBD) return t;
  }
  return end;
}

std::uint32_t led_in_end(const Reading& r, std::uint32_t cue, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kSubject = 10;
  const std::uint32_t start = past_span(r, r.sentence(cue).begin);
  const bool subordinate = r.is(start, Role::opens_leading_clause);
  if (!subordinate || begin <= cue) return end;
  for (std::uint32_t t = start; t < cue; ++t) {
    if (r.mark(t) != Mark::none) return end;
  }
  for (std::uint32_t t = begin; t < end; ++t) {
    if (r.mark(t) != Mark::comma || r.quotation(t) != r.quotation(cue)) continue;
    const bool subject = is_noun(r.tag(t + 1)) || r.tag(t + 1) == Tag::PRP || r.tag(t + 1) == Tag::DT ||
                         r.tag(t + 1) == Tag::PRPS || is_adjective(r.tag(t + 1));
    for (std::uint32_t at = t + 2; subject && at < std::min(end, t + kSubject); ++at) {
      const Mark mark = r.mark(at);
      if (mark != Mark::none && mark != Mark::open_paren && mark != Mark::close_paren) break;
      const bool reports = r.tag(at) == Tag::VBN && !r.is(at + 1, Role::agent_by) &&
                           (r.in(at, r.judge) || r.in(at, r.say) || r.tag(at + 1) == Tag::RP);
      if (is_finite(r.tag(at)) || reports) return t;
    }
  }
  return end;
}

bool has_clause(const Reading& r, std::uint32_t begin, std::uint32_t end, std::uint32_t inside) {
  bool subject = false;
  bool relative = false;
  for (std::uint32_t t = begin; t < end; ++t) {
    const std::uint32_t q = r.quotation(t);
    if (q != inside && q != kNone && !r.text.quotations[q].scare) subject = true;
    const Tag tag = r.tag(t);
    if (is_finite(tag) && subject && !relative) return true;
    if (is_finite(tag)) relative = false;
    if (is_noun(tag) || tag == Tag::PRP || tag == Tag::EX || tag == Tag::DT || tag == Tag::CD || tag == Tag::VBG)
      subject = true;
    if (tag == Tag::WDT || tag == Tag::WP) relative = true;  // the next finite verb is the relative clause's
    if (subject && r.mark(t) == Mark::comma && r.tag(t + 1) == Tag::VBG && speaks(r, t + 1, end)) return false;
    if (t > begin + 24) return false;
  }
  return false;
}

}  // namespace hearsay
