// tell_statements: quoted words are somebody's. Else the cue must hold a word of speech that is no mere attitude or
// act; where nobody is named it must be a rumour of the lexicon. A word that no lexicon knows needs a clause.
#include "attributions/statement.h"

#include <algorithm>

#include "attributions/plausible.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kFewQuoted = 5;  // tokens, marks in: fewer between marks may be a name or a scare quote

bool holds(const Reading& r, TokenRange range, LexiconId lexicon) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (r.in(t, lexicon)) return true;
  }
  return false;
}

/// Words between marks, in the content and not around the cue.
bool is_quoted(const Reading& r, const Attribution& a) {
  if (a.type == AttributionType::direct) return true;
  for (const TokenRange& span : a.content) {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      const std::uint32_t q = r.quotation(t);
      if (q == kNone || q == r.quotation(a.cue_head) || r.text.quotations[q].scare) continue;
      const TokenRange words = r.text.quotations[q].tokens;
      if (words.size() >= kFewQuoted) return true;
      t = std::max(t, words.end - 1);
    }
  }
  return false;
}

bool is_spoken(const Reading& r, std::uint32_t t) {
  return std::any_of(r.spoken.begin(), r.spoken.end(), [&](LexiconId lexicon) { return r.in(t, lexicon); });
}

/// Held, meant or done.
bool is_unspoken(const Reading& r, std::uint32_t t) {
  return r.in(t, r.unspoken) || r.in(t, r.unspoken_noun) || r.in(t, r.act);
}

/// "that the pier was shut", "whether …".
bool opens_clause(const Reading& r, const Attribution& a) {
  for (const TokenRange& span : a.content) {
    if (span.begin < a.cue.end) continue;
    return r.is(span.begin, r.words.that) || r.is(span.begin, r.words.whether);
  }
  return false;
}

/// "declined to comment", "refused to say why".
bool refuses_to_speak(const Reading& r, const Attribution& a) {
  const std::uint32_t t = a.cue.end;
  return a.stance == Stance::refuse && r.is(t, r.words.to) && is_spoken(r, t + 1) && !is_unspoken(r, t + 1);
}

/// "the move suggests", "it shows": a thing tells nothing that somebody did not read into it.
bool by_thing(const Reading& r, const Attribution& a) {
  const std::uint32_t m = a.source.empty() ? kNone : r.mentions.of_token[a.source.end - 1];
  if (m == kNone || !r.in(a.cue_head, r.show)) return false;
  const Mention& source = r.mentions.all[m];
  return source.kind == SourceKind::other || (source.pronoun && source.gender == Gender::neuter);
}

bool is_statement(const Reading& r, const Attribution& a) {
  if (is_embedded_post(a)) return true;
  if (is_no_speaker(r, a.source)) return false;
  if (is_quoted(r, a)) return true;
  // What may be said one day, and what somebody sets out to say.
  const Tag first = r.tag(a.cue.begin);
  if (first == Tag::TO && a.cue.size() > 1) return false;
  if (first == Tag::MD && !holds(r, a.cue, r.negation)) return false;
  if (a.mode == SourceMode::none && a.stance == Stance::ask) return false;
  if (by_thing(r, a)) return false;
  if (r.in(a.cue_head, r.unspoken) || r.in(a.cue_head, r.unspoken_noun)) {
    if (refuses_to_speak(r, a) || (opens_clause(r, a) && r.in(a.cue_head, r.say))) return true;
    return a.mode == SourceMode::none && a.source.empty() && r.in(a.cue_head, r.rumour);
  }
  if (r.mark(a.cue_head) != Mark::none) return true;  // a colon, a dash
  for (std::uint32_t t = a.cue.begin; t < a.cue.end; ++t) {
    if (is_spoken(r, t) && !is_unspoken(r, t)) return true;
  }
  return opens_clause(r, a);
}

}  // namespace

void tell_statements(const Reading& reading, Attributions& all) {
  for (Attribution& a : all) a.statement = is_statement(reading, a);
}

}  // namespace hearsay
