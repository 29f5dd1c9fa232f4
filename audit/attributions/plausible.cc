// Each is a look at the words of one sentence. Lexicons say which words are of speech or attitude.
#include "attributions/plausible.h"

#include <algorithm>

#include "attributions/clause.h"
#include "attributions/subject.h"

namespace hearsay {
namespace {

bool in_any(const Reading& r, std::uint32_t t) {
  const auto holds = [&](LexiconId lexicon) { return r.in(t, lexicon); };
  return std::any_of(r.spoken.begin(), r.spoken.end(), holds) ||
         std::any_of(r.attitude.begin(), r.attitude.end(), holds);
}

bool holds_quotation(const Reading& r, TokenRange span, std::uint32_t inside) {
  for (std::uint32_t t = span.begin; t < span.end; ++t) {
    const std::uint32_t q = r.quotation(t);
    if (q != kNone && q != inside) return true;
  }
  return false;
}

/// Whether what is before the first word of what is said belongs to it: nothing there speaks, and no mark but commas.
bool is_open(const Reading& r, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t t = begin; t < end; ++t) {
    const Mark mark = r.mark(t);
    if (mark != Mark::none && mark != Mark::comma && mark != Mark::other) return false;
    if (r.quotation(t) != kNone || is_relative(r.tag(t))) return false;
    if (r.in(t, r.say) || r.in(t, r.tell)) return false;
  }
  return true;
}

}  // namespace

bool is_no_speaker(const Reading& r, TokenRange source) {
  if (source.empty()) return false;
  if (source.size() == 1 && r.in(source.begin, r.generic)) return r.outer_quotation(source.begin) == kNone;
  const std::uint32_t m = r.mentions.of_token[source.end - 1];
  if (m == kNone) return source.size() == 1 && r.in(source.begin, r.time);
  const Mention& mention = r.mentions.all[m];
  const bool whole = mention.core.begin <= source.begin;  // no "poll released [last month]"
  return whole && mention.kind == SourceKind::other && !mention.pronoun && r.in(mention.head, r.time);
}

bool is_bare_act(const Reading& r, const Attribution& a) {
  for (std::uint32_t t = a.cue.begin; t < a.cue.end; ++t) {
    if (in_any(r, t) || r.mark(t) != Mark::none) return false;
  }
  const std::uint32_t inside = r.quotation(a.cue_head);
  constexpr std::uint32_t kObject = 4;  // tokens that may hold the noun of an object: "issued [a brief statement]"
  const std::uint32_t first = a.content.front().begin;
  for (std::uint32_t t = first; t < std::min(first + kObject, a.content.front().end); ++t) {
    if (in_any(r, t) ||
        std::any_of(r.media.begin(), r.media.end(), [&](LexiconId lexicon) { return r.in(t, lexicon); }))
      return false;
  }
  for (const TokenRange& span : a.content) {
    if (holds_quotation(r, span, inside)) return false;
    if (span.end <= a.cue.begin || has_clause(r, span.begin, span.end, inside)) return false;
    if (r.is(span.begin, Role::complementiser_that) || is_wh(r, span.begin)) return false;
  }
  return true;
}

bool is_undergone(const Reading& r, TokenRange source, TokenRange cue) {
  // "found himself severely criticised"
  const Tag verb = r.tag(cue.begin);
  if (!source.empty() && source.size() == 1 && r.is(source.begin, Role::reflexive) && source.end <= cue.begin &&
      (is_adverb(verb) || verb == Tag::VBN || verb == Tag::VBD))
    return true;
  if (source.empty() || source.end != cue.begin || !r.in(cue.begin, r.undergone)) return false;
  if (r.tag(cue.begin) != Tag::VBN && r.tag(cue.begin) != Tag::VBD) return false;
  const std::uint32_t after = cue.begin + 1;
  if (r.in(cue.begin, r.takes_of) && !r.in(cue.begin, r.say))
    return r.is(after, Role::genitive_of) || r.is(after, Role::agent_by);
  const bool headline = r.paragraph(cue.begin).kind == BlockKind::headline;
  return headline && r.is(after, Role::behind_undergone);
}

TokenRange sender_of(const Reading& r, TokenRange source, TokenRange cue) {
  if (source.empty() || source.end != cue.begin || source.begin == r.sentence(cue.begin).begin) return source;
  if (r.tag(cue.begin) != Tag::VBG || !r.is(source.begin - 1, Role::infinitive_to)) return source;
  bool written = false;
  for (std::uint32_t t = r.sentence(cue.begin).begin; t < source.begin; ++t) written = written || r.in(t, r.media[0]);
  if (!written) return source;
  const TokenRange subject = shared_subject(r, source.begin);
  return subject.empty() || subject.overlaps(cue) ? source : subject;
}

void take_whole_lead(const Reading& r, Attribution& a) {
  if (a.content.size() != 1 || a.source.empty() || r.quotation(a.cue_head) != kNone) return;
  TokenRange& said = a.content.front();
  const std::uint32_t tag = std::min(a.source.begin, a.cue.begin);
  const TokenRange sentence = r.sentence(a.cue_head);
  if (said.end > tag || said.begin <= sentence.begin || !sentence.contains(said)) return;
  if (tag == 0 || r.mark(tag - 1) != Mark::comma || said.end + 1 < tag) return;
  const Mark before = r.mark(said.begin - 1);
  if (before != Mark::none || r.is(said.begin - 1, Role::links_clauses)) return;
  if (holds_quotation(r, said, kNone) || !is_open(r, sentence.begin, said.begin)) return;
  if (!has_clause(r, sentence.begin, said.begin, kNone)) return;
  said.begin = sentence.begin;
}

void turn_round(const Reading& r, Attribution& a) {
  if (a.content.size() != 1 || a.source.empty() || a.source.begin < a.cue.end || r.quotation(a.cue_head) != kNone)
    return;
  const TokenRange said = a.content.front();
  if (said.end > a.cue.begin || said.end + 1 < a.cue.begin || holds_quotation(r, said, kNone)) return;
  if (r.mark(a.cue.begin - 1) != Mark::comma) return;
  const std::uint32_t m = r.mentions.of_token[said.begin];
  if (m == kNone || r.mentions.all[m].core.begin != said.begin) return;
  const std::uint32_t behind = r.mentions.all[m].core.end;
  if (behind + 1 >= said.end || r.mark(behind) != Mark::comma || r.tag(behind + 1) != Tag::WP) return;
  a.content.front() = a.source;
  a.source = said;
}

void drop_hearers(const Reading& r, Attribution& a) {
  if (a.content.size() < 2) return;
  const auto is_hearer = [&](TokenRange part) {
    while (!part.empty() && r.token(part.begin).has(kPunct)) ++part.begin;
    while (!part.empty() && r.token(part.end - 1).has(kPunct)) --part.end;
    if (part.empty() || part.begin < a.cue.end) return false;
    const auto holds = [&](TokenRange name) { return name.begin <= part.begin && part.end <= name.end; };
    return holds(a.recipient) || std::any_of(a.via.begin(), a.via.end(), holds);
  };
  std::erase_if(a.content, is_hearer);
}

}  // namespace hearsay
