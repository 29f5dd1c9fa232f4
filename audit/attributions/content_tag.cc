// content_before: the mark before the tag tells quotation from clause. content_resumed and content_around look at what
// a tag interrupts; an aside of the writer's between tag and quotation is passed over.
#include "attributions/clause.h"
#include "attributions/content.h"

namespace hearsay {
namespace {

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
  bool verb = false;
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (r.mark(t) != Mark::none && t + 1 != sentence.end) return false;
    // "insisted on a fine": the verb has its own content.
    const bool adjunct = t + 1 < sentence.end && r.in(t + 1, r.time);
    if (verb && (is_finite(r.tag(t)) || r.is(t, Role::infinitive_to) || (r.tag(t) == Tag::IN && !adjunct)))
      return false;
    verb = verb || is_finite(r.tag(t));
  }
  return true;
}

/// "Kober said that, as Ruiz put it, …": what the tag interrupts begins behind it, and another one's words stand
/// before.
bool opens_clause(const Reading& r, std::uint32_t t) {
  return r.is(t, Role::opens_interrupted_clause);
}

/// "The mayor said [the hull], according to Ruiz, [was …]": where the subject that the tag interrupts begins; `begin`
/// where nobody tells of it.
std::uint32_t after_teller(const Reading& r, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t t = end; t > begin; --t) {
    if (!is_finite(r.tag(t - 1))) continue;
    return r.in(t - 1, r.say) && t + 1 < end ? t + (r.is(t, Role::complementiser_that) ? 1 : 0) : begin;
  }
  return begin;
}

}  // namespace

bool hands_over(const Reading& r, std::uint32_t last, std::uint32_t begin) {
  return r.paragraph(begin).tokens.contains(last) && (tag_alone(r, begin) || asks(r, last));
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
    std::uint32_t above = r.closed_at(at - 1);
    if (above == kNone || r.opened_at(r.paragraph(at - 1).tokens.begin) != above) return found;
    found.kind = kQuote;
    for (; above != kNone; above = r.text.quotations[above].continues)
      found.spans.insert(found.spans.begin(), r.text.quotations[above].tokens);
    return found;
  }
  if (at <= lowest) return found;
  if (comma && opens_clause(r, at - 1)) return found;
  const std::uint32_t closed = r.closed_at(at - 1);
  // A quotation that ends the sentence before is somebody else's, or this tag's own content follows it, unless the tag
  // stands alone or the quotation asked or exclaimed: “Who knows?” Reed told Radio Cove.
  if (end < r.size() && r.text.sentence_of[at - 1] != r.text.sentence_of[end] && !hands_over(r, at - 1, end))
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

/// "said, [pointing at the wall], “and nobody …": the comma that ends what the writer adds before a quotation goes on;
/// `comma` where nothing is added so.
std::uint32_t past_aside(const Reading& r, std::uint32_t comma, std::uint32_t end) {
  constexpr std::uint32_t kLongest = 16;
  if (comma + 1 >= end || r.mark(comma) != Mark::comma || r.tag(comma + 1) != Tag::VBG || r.in(comma + 1, r.say))
    return comma;
  for (std::uint32_t t = comma + 2; t + 1 < end && t < comma + kLongest; ++t) {
    if (r.mark(t) == Mark::comma && r.opened_at(t + 1) != kNone) return t;
    if (r.mark(t) != Mark::none || is_finite(r.tag(t))) break;
  }
  return comma;
}

FoundContent content_resumed(const Reading& r, std::uint32_t begin, std::uint32_t inside, bool content_was_quoted) {
  FoundContent found;
  if (begin == 0 || begin >= r.size()) return found;
  const std::uint32_t sentence_end = r.sentence(begin - 1).end;
  std::uint32_t t = begin;
  while (t < sentence_end && r.mark(t) == Mark::none && !is_finite(r.tag(t)) && t < begin + 14)
    ++t;  // "on Friday", "in Lima"
  t = past_aside(r, t, sentence_end);
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
  if (r.is(t + 1, Role::links_clauses)) return found;
  if (r.tag(t + 1) == Tag::VBG || r.is(t + 1, Role::opens_trailing_aside)) return found;
  const std::uint32_t q = r.quotation(tag.begin - 1);
  if (opens_clause(r, tag.begin - 2)) return found;
  if (q != kNone || r.closed_at(tag.begin - 2) != kNone) return found;
  end = run_end(r, t + 1, inside);
  const TokenRange before = trimmed(r, {after_teller(r, sentence.begin, tag.begin), tag.begin});
  const TokenRange after =
      trimmed(r, whole_quotations(r, {t + 1, clause_end(r, t + 1, end, RunKind::clause, inside)}, inside));
  if (before.empty() || after.empty()) return found;
  bool verb = false;
  for (std::uint32_t at = after.begin; at < after.end && !verb; ++at) verb = is_finite(r.tag(at));
  if (!verb && !has_clause(r, before.begin, before.end, inside)) return found;
  found.kind = kClause;
  found.spans = {before, after};
  return found;
}

}  // namespace hearsay
