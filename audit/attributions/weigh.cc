// The probability of a cue is a logistic mean of the evidence's and, where a rule reads it, the rule's. Spans are the
// rule's where it is the surer of the two, else the evidence's. Then greedily, the likelier first: a cue inside
// another's source, cue or content is not outermost, and stands only if a rule reads it.
#include "attributions/weigh.h"

#include <algorithm>
#include <cmath>

#include "attributions/clause.h"
#include "attributions/content.h"
#include "attributions/nested.h"
#include "attributions/plausible.h"

namespace hearsay {
namespace {

// Chosen on articles of publishers that the weights had not seen (docs/evaluate.md).
constexpr double kEvidenceWeight = 0.9;
constexpr double kRuleWeight = 0.5;
constexpr double kOffset = 0.2;
constexpr double kSpelt = 0.85;   // from here a rule that keeps its spans goes before all others
constexpr double kAccept = 0.41;  // least probability of an outermost attribution whose spans are as likely as not
// Spans that are unsure are more often wrong, and a cue with wrong spans is worth less than a cue.
constexpr double kSpanWeight = 0.2;
constexpr double kAct =
    0.75;  // least probability of what shows no word of speech or attitude, no clause and no quotation

double logit(double p) {
  constexpr double kLeast = 1e-3;
  p = std::clamp(p, kLeast, 1 - kLeast);
  return std::log(p / (1 - p));
}

double joined_probability(double evidence, double rule) {
  return 1 / (1 + std::exp(-(kOffset + kEvidenceWeight * logit(evidence) + kRuleWeight * logit(rule))));
}

struct Joined {
  Candidate candidate;
  std::uint32_t rule = kNone;  // index of the candidate that a rule read there
  double probability = 0;
  double evidence = 0;  // of the cue alone
  double spans = 0.5;   // probability of these spans among all for this cue
  bool keeps = false;   // its rule keeps its spans
};

Stance stance_of_head(const Reading& r, std::uint32_t head) {
  for (const Sense& sense : r.program.lexicons.senses(r.token(head).word)) {
    const std::string_view stance = r.program.lexicons.entry(sense.entry).attribute("stance");
    if (!stance.empty()) return stance_named(stance);
  }
  return Stance::neutral;
}

/// A source that begins or ends with the "who" of a clause that narrows a phrase down is that phrase; one that ends
/// before the head of its phrase goes on to it; one that runs over a semicolon is what lies on the cue's side of it.
TokenRange whole_phrase(const Reading& r, TokenRange source, TokenRange cue, const std::vector<TokenRange>& content) {
  if (source.empty()) return source;
  for (std::uint32_t t = source.begin; t < source.end; ++t) {
    // A headline leaves out what its verbs share: "Chipmaker [cuts forecast], blames tariffs".
    if (r.tag(t) == Tag::VBZ && t > source.begin && !is_relative(r.tag(t - 1)) &&
        r.paragraph(t).kind == BlockKind::headline)
      source.end = t;
    if (r.mark(t) != Mark::semicolon) continue;
    if (cue.begin >= source.end)
      source.begin = t + 1;
    else
      source.end = t;
  }
  const auto narrowed = [&](std::uint32_t t) {
    const std::uint32_t m = is_relative(r.tag(t)) ? r.mentions.core_ends_at[t] : kNone;
    return m != kNone && r.mentions.all[m].range.contains(t) ? r.mentions.all[m].range : TokenRange{};
  };
  TokenRange whole = source;
  if (is_clock_time(r.document, r.token(source.begin)) && source.size() > 1) ++whole.begin;
  if (const std::uint32_t m = r.mentions.of_token[source.end - 1]; m != kNone) {
    const TokenRange core = r.mentions.all[m].core;
    if (core.begin >= source.begin && core.end > source.end) whole.end = core.end;
  }
  if (source.size() > 1) {
    if (const TokenRange phrase = narrowed(source.begin); !phrase.empty()) whole.begin = phrase.begin;
    if (const TokenRange phrase = narrowed(source.end - 1); !phrase.empty()) whole.end = phrase.end;
  }
  // The other name or the house that ends a phrase is not who speaks: "the Harbour Office, known as HO, said".
  if (const std::uint32_t m = r.mentions.ends_at[source.end]; m != kNone) {
    const Mention& phrase = r.mentions.all[m];
    if (phrase.range.begin < source.begin && !phrase.compound && !phrase.name.empty() &&
        phrase.name.end <= source.begin)
      whole.begin = std::min(whole.begin, phrase.range.begin);
  }
  const auto said = [&](TokenRange range) { return whole.overlaps(range) && !source.overlaps(range); };
  return whole.overlaps(cue) || std::any_of(content.begin(), content.end(), said) ? source : whole;
}

/// "[the finance] [ministry's] view": a speaker and what is said are no pieces of one name.
bool in_one_phrase(const Reading& r, const Attribution& a) {
  if (a.source.empty()) return false;
  const std::uint32_t m = r.mentions.of_token[a.source.begin];
  if (m == kNone) return false;
  const TokenRange core = r.mentions.all[m].core;
  return core.contains(a.source) &&
         std::any_of(a.content.begin(), a.content.end(), [&](TokenRange span) { return core.contains(span); });
}

/// Whether a clause without a subject opens the sentence: "Thanking the crew, …", "While thanking the crew, …".
bool opens_with_participle(const Reading& r, const Proposal& p) {
  const std::uint32_t first = r.sentence(p.head).begin;
  if (r.tag(p.head) != Tag::VBG) return false;
  if (p.source.empty()) return p.cue.begin == first || (p.cue.begin == first + 1 && r.tag(first) == Tag::IN);
  return p.source == TokenRange{first, first + 1} && p.cue.begin == first + 1 && r.tag(first) == Tag::IN;
}

/// Who such a sentence goes on about: "While thanking the crew, the mayor left"; empty where that is unclear.
TokenRange subject_after(const Reading& r, const Proposal& p) {
  if (p.content.empty()) return {};
  const std::uint32_t comma = p.content.back().end;
  if (comma + 1 >= r.sentence(p.head).end || r.mark(comma) != Mark::comma) return {};
  const std::uint32_t m = r.mentions.of_token[comma + 1];
  if (m == kNone || r.mentions.all[m].relative || r.mentions.all[m].range.begin != comma + 1) return {};
  return r.mentions.all[m].range;
}

/// Takes out quotations that close their sentence before that of the cue: “We closed the line.” [The council] insisted.
/// They are somebody else's, or go on with what was said before.
void drop_closed(const Reading& r, std::uint32_t head, std::vector<TokenRange>& content) {
  const std::uint32_t begin = r.sentence(head).begin;
  std::erase_if(content, [&](TokenRange span) {
    const std::uint32_t q = span.end <= begin ? r.closed_at(span.end - 1) : kNone;
    return q != kNone && span.end == begin && r.text.quotations[q].tokens.begin == span.begin &&
           r.sentence(span.begin).begin == span.begin && !hands_over(r, span.end - 1, begin);
  });
}

/// A line of a few quoted words between paragraphs is a crosshead and nobody's speech.
bool is_crosshead(const Reading& r, std::uint32_t head, TokenRange span) {
  constexpr std::uint32_t kLongest = 9;  // tokens
  const TokenRange paragraph = r.paragraph(span.begin).tokens;
  if (paragraph.contains(head) || paragraph.size() > kLongest || span.begin != paragraph.begin) return false;
  return r.closed_at(paragraph.end - 1) != kNone && r.mark(paragraph.end - 2) == Mark::none;
}

/// "Ruiz praised Holm, who on Monday said …": the subject is he whom the clause tells of, where a rule reads it so.
TokenRange told_subject(const Reading& r, TokenRange by_rule, TokenRange source) {
  if (by_rule.size() != 1 || r.tag(by_rule.begin) != Tag::WP || source.end > by_rule.begin) return source;
  const std::uint32_t end = r.mark(by_rule.begin - 1) == Mark::comma ? by_rule.begin - 1 : by_rule.begin;
  return source.end < end ? by_rule : source;
}

/// "flew in to discuss the dam": a purpose is no saying, unless a rule reads one.
bool is_purpose(const Reading& r, const Proposal& p) {
  return r.is(p.cue.begin, Role::infinitive_to) && p.cue.end > p.cue.begin + 1 && r.in(p.head, r.purposed);
}

/// "are skeptical, and [one banker] [suggested]": a cue that runs over another's subject is that one's verb.
TokenRange subject_in_cue(const Reading& r, const Proposal& p) {
  if (p.head == 0 || p.source.empty() || p.source.end > p.cue.begin) return {};
  const std::uint32_t m = r.mentions.ends_at[p.head];
  if (m == kNone || r.mentions.all[m].relative || r.mentions.all[m].core.begin <= p.cue.begin + 1) return {};
  const TokenRange subject = r.mentions.all[m].range;
  return subject.begin > p.cue.begin && r.is(subject.begin - 1, Role::coordinator_and) ? subject : TokenRange{};
}

void take_spans(const Reading& r, const Proposal& p, Candidate& c) {
  Attribution& a = c.attribution;
  a.source = opens_with_participle(r, p) ? subject_after(r, p) : whole_phrase(r, p.source, p.cue, p.content);
  a.cue = p.cue;
  if (const TokenRange subject = subject_in_cue(r, p); !subject.empty()) {
    a.source = subject;
    a.cue.begin = p.head;
  }
  a.content = p.content;
  drop_closed(r, p.head, a.content);
  std::erase_if(a.content, [&](TokenRange span) { return is_crosshead(r, p.head, span); });
  if (is_undergone(r, a.source, a.cue)) {
    a.content.insert(a.content.begin(), a.source);
    a.source = {};
  }
  a.source = sender_of(r, a.source, a.cue);
  take_whole_lead(r, a);
  for (TokenRange& span : a.content) span.end = led_in_end(r, p.head, span.begin, span.end);
  if (r.quotation(a.cue_head) == kNone) add_continuations(r, a.content);
  a.mode = a.source.empty() ? SourceMode::none : SourceMode::phrase;
  a.type = type_of(r, a.content);
  c.tag =
      a.source.empty() ? a.cue : TokenRange{std::min(a.source.begin, a.cue.begin), std::max(a.source.end, a.cue.end)};
  if (c.tag.size() > a.source.size() + a.cue.size() + 12) c.tag = a.cue;
}

}  // namespace

std::vector<Candidate> weighed(const Reading& r, std::vector<Candidate> candidates,
                               const std::vector<Proposal>& proposals) {
  // The best reading by rule of each head: candidates come best first.
  std::vector<std::uint32_t> best(r.size(), kNone);
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    std::uint32_t& slot = best[candidates[i].attribution.cue_head];
    if (slot == kNone) slot = i;
  }
  std::vector<Joined> joined;
  for (const Proposal& p : proposals) {
    Joined one;
    // Nobody marked what a speaker says of others' words: the evidence knows nothing of it.
    const bool quoted = r.outer_quotation(p.head) != kNone;
    one.evidence = p.cue_probability;
    one.rule = best[p.head];
    if (one.rule != kNone) {
      one.candidate = candidates[one.rule];
      one.probability = joined_probability(p.cue_probability, one.candidate.attribution.confidence);
      const Rule& known = r.program.rules[one.candidate.attribution.rule];
      const std::vector<TokenRange> read = one.candidate.attribution.content;
      const TokenRange by_rule = one.candidate.attribution.source;
      if (!known.keeps_spans && !quoted && !p.content.empty()) take_spans(r, p, one.candidate);
      if (one.candidate.attribution.content.empty()) one.candidate.attribution.content = read;
      TokenRange& source = one.candidate.attribution.source;
      if (!source.empty()) source = told_subject(r, by_rule, source);
      one.keeps = known.keeps_spans;
      if (!one.keeps) one.spans = p.span_probability;
      if (one.keeps) one.probability = std::max(one.probability, known.confidence);
    } else {
      one.probability = p.cue_probability;
      one.spans = p.span_probability;
      one.candidate.attribution.cue_head = p.head;
      one.candidate.attribution.stance = stance_of_head(r, p.head);
      take_spans(r, p, one.candidate);
      if (one.candidate.attribution.content.empty() || is_purpose(r, p) ||
          in_one_phrase(r, one.candidate.attribution) ||
          (one.probability < kAct && is_bare_act(r, one.candidate.attribution)) ||
          (p.source.size() == 1 && r.in(p.source.begin, r.speechless)))
        continue;
    }
    if (!quoted) one.candidate.attribution.confidence = one.probability;
    joined.push_back(std::move(one));
  }
  // A rule that spells its words ("quoted him as stressing") goes before what is read into some of them.
  std::stable_sort(joined.begin(), joined.end(), [](const Joined& a, const Joined& b) {
    const bool first = a.keeps && a.probability > kSpelt;
    const bool second = b.keeps && b.probability > kSpelt;
    return first != second ? first : a.probability > b.probability;
  });
  enum Use : std::uint8_t { kFree, kCue, kSource, kContent };
  std::vector<Use> taken(r.size(), kFree);
  std::vector<Candidate> kept;
  std::vector<InnerReading> inner;
  for (Joined& one : joined) {
    const Attribution& a = one.candidate.attribution;
    const Use use = taken[a.cue_head];
    if (use == kContent || (one.rule != kNone && r.outer_quotation(a.cue_head) != kNone)) {
      // What lies in others' words was marked nowhere: it is the rule's.
      if (one.rule != kNone)
        inner.push_back({.candidate = one.rule, .evidence = one.evidence, .joined = one.probability});
      continue;
    }
    if (use != kFree || one.probability + kSpanWeight * (one.spans - 0.5) < kAccept) continue;
    for (const TokenRange& span : a.content) {
      for (std::uint32_t t = span.begin; t < span.end; ++t)
        if (taken[t] == kFree) taken[t] = kContent;
    }
    if (one.keeps) {
      for (std::uint32_t t = one.candidate.tag.begin; t < one.candidate.tag.end; ++t) taken[t] = kCue;
    }
    for (std::uint32_t t = a.source.begin; t < a.source.end; ++t) taken[t] = kSource;
    for (std::uint32_t t = a.cue.begin; t < a.cue.end; ++t) taken[t] = kCue;
    if (!is_no_speaker(r, a.source)) kept.push_back(std::move(one.candidate));
  }
  for (Candidate& c : nested(r, candidates, inner, kept)) kept.push_back(std::move(c));
  std::sort(kept.begin(), kept.end(),
            [](const Candidate& a, const Candidate& b) { return a.attribution.cue < b.attribution.cue; });
  return kept;
}

}  // namespace hearsay
