// The pattern says on which sides content may lie and of which kind; the cue's lexicon entry may narrow the kind. Each
// side that yields content makes a reading; a quotation is worth more than a clause, a clause more than a phrase.
#include "attributions/candidate.h"

#include <algorithm>

#include "attributions/clause.h"
#include "attributions/confidence.h"
#include "attributions/content.h"
#include "attributions/modifiers.h"

namespace hearsay {
namespace {

const Element* explicit_content(const Pattern& pattern, std::size_t which) {
  for (const Element& element : pattern.elements) {
    if (element.kind == ElementKind::slot && element.slot == Slot::content && which-- == 0) return &element;
  }
  return nullptr;
}

/// Kinds that the pattern wants after the cue, as far as the cue's entry takes them.
std::uint32_t kinds_of(const Reading& r, const Match& match, std::string_view takes) {
  std::uint32_t kinds = content_kinds(takes);
  if (kinds == 0) kinds = kClause | kQuote;
  if (match.entry != kNone && (kinds & kAnyContent) != kAnyContent) {
    // A verb that never takes a clause ("praise") does not take one because a pattern is generous, and the other way
    // round.
    const std::uint32_t own = content_kinds(r.program.lexicons.entry(match.entry).attribute("takes"));
    if (own != 0) kinds &= own | kQuote;
  }
  return kinds;
}

bool sentence_is_headline(const Reading& r, std::uint32_t t) {
  return r.paragraph(t).kind == BlockKind::headline;
}

bool place_fits(const Reading& r, const Pattern& pattern, std::uint32_t t) {
  if (pattern.where.empty()) return true;
  if (pattern.where == "headline") return sentence_is_headline(r, t) || r.paragraph(t).kind == BlockKind::standfirst;
  if (pattern.where == "body") return is_body(r.paragraph(t).kind);
  return true;  // "line-start" is an element by then
}

Stance stance_of(const Reading& r, const Match& match, const Pattern& pattern) {
  if (match.entry != kNone) {
    const std::string_view own = r.program.lexicons.entry(match.entry).attribute("stance");
    if (!own.empty()) return stance_named(own);
  }
  return stance_named(pattern.stance);
}

double content_rank(std::uint32_t kind) {
  if ((kind & kQuote) != 0) return 0.3;
  if ((kind & (kClause | kThat | kWh)) != 0) return 0.2;
  if ((kind & (kInfinitive | kGerund)) != 0) return 0.15;
  return 0.05;
}

/// Takes the tag's own words out of content that runs around it.
void without(std::vector<TokenRange>& content, TokenRange hole) {
  std::vector<TokenRange> rest;
  for (const TokenRange& span : content) {
    if (!span.overlaps(hole) || hole.empty()) {
      rest.push_back(span);
      continue;
    }
    if (span.begin < hole.begin) rest.push_back({span.begin, hole.begin});
    if (hole.end < span.end) rest.push_back({hole.end, span.end});
  }
  content = std::move(rest);
}

/// What may follow a tag besides a mark: "on Friday", "in Lima", "adding …".
bool time_or_adjunct(const Reading& r, std::uint32_t t) {
  if (r.is(t, Role::opens_content_clause)) return false;
  return t >= r.size() || r.in(t, r.time) || r.tag(t) == Tag::IN || is_adverb(r.tag(t)) || r.tag(t) == Tag::VBG;
}

Candidate base_of(const Reading& r, const Match& match) {
  const Rule& rule = r.program.rules[match.rule];
  const Pattern& pattern = rule.patterns[match.pattern];
  Candidate c;
  c.tag = match.whole;
  Attribution& a = c.attribution;
  a.rule = match.rule;
  a.pattern = match.pattern;
  a.cue = match.cue;
  a.cue_head = match.cue_head;
  a.source = match.slots[static_cast<std::size_t>(Slot::source)];
  a.mode = pattern.author ? SourceMode::author : a.source.empty() ? SourceMode::none : SourceMode::phrase;
  const TokenRange via = match.slots[static_cast<std::size_t>(Slot::via)];
  if (!via.empty()) a.via = {via};
  a.recipient = match.slots[static_cast<std::size_t>(Slot::recipient)];
  a.medium_range = match.slots[static_cast<std::size_t>(Slot::medium)];
  a.reason = match.slots[static_cast<std::size_t>(Slot::reason)];
  a.medium = medium_named(pattern.medium);
  a.stance = stance_of(r, match, pattern);
  a.negated = match.negated;
  // The reading that explains more of the words is the better one; a bare "-ing" seldom has a subject of its own.
  // What was measured must not choose among the readings that it was measured on: the stated confidence ranks.
  a.entry = match.entry;
  a.traits = traits_of(match);
  const double share = rule.precision >= 0 ? rule.precision : rule.confidence;
  a.confidence = r.program.confidence(share, a.rule, a.entry, 0);
  c.rank = rule.confidence;
  for (const TokenRange& slot : match.slots) c.rank += slot.empty() ? 0.0 : 0.02;
  // … unless its rule spells the words between ("quoted the mayor as warning").
  if (match.form == Form::ing && match.cue.begin == match.cue_head && !a.source.empty() && !rule.keeps_spans)
    c.rank -= 0.4;
  return c;
}

/// A phrase that ends the matched words may have swallowed the content ("the crew that the pier was shut"): tries again
/// with the phrase's core and shortens the slot in `candidate`.
FoundContent after_shorter_phrase(const Reading& r, const Match& match, std::uint32_t end, std::uint32_t kinds,
                                  std::uint32_t inside, const std::vector<TokenRange>& skips, Candidate& candidate) {
  for (const Slot slot : {Slot::source, Slot::recipient, Slot::via}) {
    const auto s = static_cast<std::size_t>(slot);
    if (match.slots[s].empty() || match.slots[s].end != end || match.mention[s] == kNone) continue;
    const TokenRange core = r.mentions.all[match.mention[s]].core;
    if (core.empty() || core.end >= end || core.begin < match.slots[s].begin) continue;
    FoundContent found = content_after(r, core.end, kinds, inside, skips);
    if (!found.found()) continue;
    const TokenRange shorter{match.slots[s].begin, core.end};
    if (slot == Slot::source) candidate.attribution.source = shorter;
    if (slot == Slot::recipient) candidate.attribution.recipient = shorter;
    if (slot == Slot::via) candidate.attribution.via = {shorter};
    return found;
  }
  return {};
}

/// Whether a noun that reports stands before the verb of its clause: "Fears that the dam would break, …".
bool noun_before_verb(const Reading& r, const Match& match) {
  if (match.entry == kNone || r.program.lexicons.entry(match.entry).pos != WordClass::noun) return false;
  for (std::uint32_t t = match.cue_head; t > r.sentence(match.cue_head).begin; --t) {
    if (is_finite(r.tag(t - 1))) return false;
    if (r.mark(t - 1) != Mark::none) return true;
  }
  return true;
}

/// "Asked whether he would go, Ruiz laughed": what a fronted participle takes ends with its comma.
void cut_fronted(const Reading& r, const Match& match, std::vector<TokenRange>& content) {
  const std::uint32_t start = r.sentence(match.cue_head).begin;
  const bool fronted =
      match.cue.begin == start && match.entry != kNone && match.form != Form::third && match.form != Form::base;
  const bool led_in = match.whole.begin == start && r.is(start, Role::leads_in_clause);
  for (TokenRange& span : content) span.end = led_in_end(r, match.cue_head, span.begin, span.end);
  // "Ruiz, asked whether he would go, laughed": what stands between commas ends before the verb it interrupted.
  const bool aside =
      r.mark(match.whole.begin) == Mark::comma && !r.program.rules[match.rule].patterns[match.pattern].shared_source;
  if (!fronted && !led_in && !aside && !noun_before_verb(r, match)) return;
  for (TokenRange& span : content) {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      if (r.mark(t) != Mark::comma || r.quotation(t) != r.quotation(match.cue_head)) continue;
      if (aside && !is_finite(r.tag(t + 1))) continue;
      span.end = t;
    }
  }
}

/// "Said Ana Ruiz, “…”": what follows an inverted tag is said only where the tag opens the sentence or a mark hands the
/// words over; elsewhere it is what was done ("called the mayor “a friend”").
bool opens_speech(const Reading& r, const Match& match) {
  const std::uint32_t t = match.whole.end;
  return match.whole.begin == r.sentence(match.cue_head).begin || r.mark(t) == Mark::comma || r.mark(t) == Mark::colon;
}

/// "a group called Cove Watch": a name, not an opinion.
bool names_its_subject(const Reading& r, const Match& match) {
  const std::uint32_t m = match.mention[static_cast<std::size_t>(Slot::source)];
  if (m == kNone || !r.in(match.cue_head, r.label) || match.cue.begin != match.cue_head) return false;
  if (match.form != Form::past && match.form != Form::participle) return false;
  const Mention& subject = r.mentions.all[m];
  const std::uint32_t next = match.cue.end;
  const bool named = r.opened_at(next) != kNone || is_name(r.tag(next)) || is_name(r.tag(next + 1));
  const bool indefinite = r.tag(subject.core.begin) == Tag::DT && !r.token(subject.core.begin).has(kCapital);
  return named && indefinite && subject.name.empty() && subject.kind != SourceKind::unnamed_person &&
         subject.range.end == match.cue.begin;
}

/// "on campaign promises to end the fee": a lone noun in small letters behind a preposition is no subject.
bool is_noun_compound(const Reading& r, const Match& match) {
  const TokenRange source = match.slots[static_cast<std::size_t>(Slot::source)];
  if (source.size() != 1 || source.end != match.cue.begin || match.form != Form::third || source.begin == 0)
    return false;
  const bool common = r.tag(source.begin) == Tag::NN && !r.token(source.begin).has(kCapital);
  return common && r.tag(source.begin - 1) == Tag::IN && !r.token(source.begin).has(kSentenceStart) &&
         !r.is(source.begin - 1, Role::links_clauses);
}

/// "Ana Ruiz, who works as a nurse, | said": a verb right behind the comma that closes a phrase is the phrase's, and
/// nobody's who stands within it.
bool takes_outer_verb(const Reading& r, const Match& match) {
  const std::uint32_t comma = match.cue.begin - 1;
  if (match.cue.begin == 0 || r.mark(comma) != Mark::comma || match.inverted) return false;
  const std::uint32_t m = r.mentions.ends_at[comma];
  if (m == kNone) return false;
  const Mention& outer = r.mentions.all[m];
  return outer.comma_after &&
         (!outer.name.empty() || (outer.definite && outer.kind == SourceKind::named_organisation)) && !outer.compound &&
         outer.core.end <= match.whole.begin;
}

/// "said Ruiz" is a plain past or present; "not declare", "saying Ruiz" are no tags.
bool inverts(const Match& match) {
  return !match.negated && match.form != Form::ing && match.cue_head == match.cue.begin;
}

/// "Ruiz, asked about the price, said", "Ruiz, asked whether she would go, said": a participle of its own between
/// commas is done to the subject, not by it.
bool is_done_to(const Reading& r, const Match& match) {
  const TokenRange source = match.slots[static_cast<std::size_t>(Slot::source)];
  if (source.empty() || match.inverted || match.cue.begin != match.cue_head || match.cue.begin <= source.begin)
    return false;
  if (match.form != Form::past && match.form != Form::participle) return false;
  if (r.mark(match.cue.begin - 1) != Mark::comma || !r.in(match.cue_head, r.undergone)) return false;
  constexpr std::uint32_t kLookAhead = 24;
  const std::uint32_t end = std::min(r.sentence(match.cue_head).end, match.cue.end + kLookAhead);
  const bool question = r.in(match.cue_head, r.ask) && is_wh(r, match.cue.end);  // has a verb of its own
  for (std::uint32_t t = match.cue.end; t + 1 < end; ++t) {
    if (!question && is_finite(r.tag(t)) && r.quotation(t) == r.quotation(match.cue_head)) return false;
    if (r.mark(t) == Mark::comma && is_finite(r.tag(t + 1)) && (!question || r.in(t + 1, r.say))) return true;
  }
  return false;
}

/// Finds the readings of one match: up to three, with the content around, before and behind the matched words. Lives
/// within one call. The bonuses order readings of one cue: content that a pattern spells, or that stands around its
/// tag, goes before what is only near.
class CandidateMaker {
 public:
  /// `skips`: modifiers' ranges by begin.
  CandidateMaker(const Reading& reading, const Match& match, const std::vector<TokenRange>& skips)
      : r_(reading),
        match_(match),
        skips_(skips),
        pattern_(reading.program.rules[match.rule].patterns[match.pattern]),
        inside_(reading.outer_quotation(match.cue_head) == kNone ? kNone : reading.quotation(match.cue_head)),
        base_(base_of(reading, match)) {}

  std::vector<Candidate> run() {
    if (match_.content_before != kNone || match_.content_after != kNone) {
      spelt_content();
      return std::move(readings_);
    }
    const std::uint32_t kinds = kinds_of(r_, match_, pattern_.takes);
    // "who said": what is said never stands before it.
    const std::uint32_t speaker = match_.mention[static_cast<std::size_t>(Slot::source)];
    const bool relative = speaker != kNone && r_.mentions.all[speaker].relative;
    if (pattern_.orders.split && !relative) around_tag(kinds);
    if ((pattern_.orders.before || pattern_.orders.split) && !relative) before_tag(kinds);
    if (pattern_.orders.after) behind_cue(kinds);
    return std::move(readings_);
  }

 private:
  void add(std::vector<TokenRange> content, std::uint32_t kind, double bonus) {
    Candidate c = base_;
    cut_fronted(r_, match_, content);
    if (inside_ == kNone) add_continuations(r_, content);
    without(content, c.attribution.cue);
    without(content, c.attribution.source);
    for (TokenRange& span : content) span = trimmed(r_, span);
    std::erase_if(content, [](TokenRange span) { return span.empty(); });
    if (content.empty()) return;
    if (pattern_.needs_quote && (kind & kQuote) == 0) return;
    std::sort(content.begin(), content.end());
    c.attribution.content = std::move(content);
    c.attribution.type = type_of(r_, c.attribution.content);
    c.rank += content_rank(kind) + bonus;
    readings_.push_back(std::move(c));
  }

  /// <content/> stands in the pattern, before the cue, behind it or both: where one is not found, there is no reading.
  void spelt_content() {
    std::vector<TokenRange> content;
    std::uint32_t kind = 0;
    std::size_t which = 0;
    if (match_.content_before != kNone) {
      const FoundContent before = spelt_before(explicit_content(pattern_, which++));
      if (!before.found()) return;
      content = before.spans;
      kind |= before.kind;
    }
    if (match_.content_after != kNone) {
      const Element* element = explicit_content(pattern_, which);
      const std::uint32_t kinds = kinds_of(r_, match_, element != nullptr ? element->takes : "");
      const FoundContent after = found_behind(match_.content_after, kinds);
      if (!after.found()) return;
      content.insert(content.end(), after.spans.begin(), after.spans.end());
      kind |= after.kind;
    }
    add(std::move(content), kind, 0.1);
  }

  FoundContent spelt_before(const Element* element) const {
    const TokenRange sentence = r_.sentence(match_.cue_head);
    std::uint32_t kinds = content_kinds(element != nullptr ? element->takes : "");
    if (kinds == 0) kinds = kClause | kQuote;
    FoundContent before = content_before(r_, match_.content_before, inside_, TagPlace::anywhere);
    if (!before.found() && (kinds & kAnyContent) == kAnyContent) {
      const TokenRange rest{sentence.begin, match_.content_before};  // a headline up to its colon
      if (!rest.empty()) before = {{rest}, kClause};
    }
    if (!before.found() && (kinds & kPhrase) != 0) {
      // A phrase right before the cue: "The plan was welcomed", a subject.
      // An auxiliary between is the subject's ("The bureau is reportedly preparing").
      std::uint32_t end = match_.content_before;
      while (end > 0 && end + 2 > match_.content_before &&
             (r_.in(end - 1, r_.be) || r_.in(end - 1, r_.have) || r_.tag(end - 1) == Tag::MD))
        --end;
      const std::uint32_t m = end < r_.mentions.ends_at.size() ? r_.mentions.ends_at[end] : kNone;
      if (m != kNone && sentence.contains(r_.mentions.all[m].range))
        before = {{{r_.mentions.all[m].range.begin, match_.content_before}}, kPhrase};
    }
    return before;
  }

  /// From `begin` on; where nothing is found, behind the core of the phrase that ends there.
  FoundContent found_behind(std::uint32_t begin, std::uint32_t kinds) {
    FoundContent after = content_after(r_, begin, kinds, inside_, skips_);
    if (!after.found()) after = after_shorter_phrase(r_, match_, begin, kinds, inside_, skips_, base_);
    return after;
  }

  /// "The dam, Ruiz said, was old."
  void around_tag(std::uint32_t kinds) {
    FoundContent around = content_around(r_, match_.whole, inside_);
    if (around.found() && (kinds & kClause) != 0) add(std::move(around.spans), around.kind, 0.1);
  }

  /// "The dam was old, Ruiz said." Words on both sides of a tag may be what is said, so it is asked what tells them
  /// apart: marks, a quotation handed over, what follows the tag.
  void before_tag(std::uint32_t kinds) {
    const TokenRange tag = match_.whole;
    const TokenRange sentence = r_.sentence(match_.cue_head);
    bool last = true;  // no clause follows the tag
    for (std::uint32_t t = tag.end; t < sentence.end && last; ++t)
      last = !is_finite(r_.tag(t)) && r_.mark(t) != Mark::quote;
    const TagPlace place = last ? TagPlace::last : TagPlace::anywhere;
    // A comma written in the pattern stands between content and tag.
    const bool own_comma = r_.mark(tag.begin) == Mark::comma;
    FoundContent before = content_before(r_, tag.begin + (own_comma ? 1 : 0), inside_, place);
    if (!before.found() || (before.kind & (kinds | kClause)) == 0 || (kinds & (kClause | kQuote | kThat)) == 0) return;
    std::vector<TokenRange> content = before.spans;
    if (pattern_.orders.split) {
      const FoundContent resumed = content_resumed(r_, tag.end, inside_, (before.kind & kQuote) != 0);
      if (resumed.found()) content.insert(content.end(), resumed.spans.begin(), resumed.spans.end());
    }
    // A tag ends its sentence or stands between marks; otherwise the words after the cue are the likelier content.
    const bool closes = tag.end >= sentence.end || r_.mark(tag.end) != Mark::none || time_or_adjunct(r_, tag.end);
    // A quotation that its comma hands over to the tag leaves no doubt.
    const bool handed_over = (before.kind & kQuote) != 0;
    double bonus = 0.05;
    if (!closes && !handed_over) bonus -= 0.25;
    // “Who knows?” Reed said the ferry would sail.
    const bool own_sentence = tag.begin == sentence.begin;
    const bool doubtful = own_sentence && !closes;
    // "He told voters that he would go": no tag has a modal, unless a quotation is handed over to it.
    if (!doubtful && (handed_over || !r_.in(match_.cue.begin, r_.modal))) add(std::move(content), before.kind, bonus);
  }

  /// "Ruiz said that the dam was old." An inverted tag ("said Ruiz") mostly closes what stands before it.
  void behind_cue(std::uint32_t kinds) {
    const FoundContent after = found_behind(match_.whole.end, kinds);
    if (after.found() && !(match_.inverted && ((after.kind & kQuote) == 0 || !opens_speech(r_, match_))))
      add(after.spans, after.kind, match_.inverted ? -0.1 : 0.0);
  }

  const Reading& r_;
  const Match& match_;
  const std::vector<TokenRange>& skips_;
  const Pattern& pattern_;
  std::uint32_t inside_;  // the quotation that the cue stands in, or kNone
  Candidate base_;
  std::vector<Candidate> readings_;
};

/// Whether a match of an attribution rule says who says what at all.
bool can_report(const Reading& r, const Match& match) {
  const Pattern& pattern = r.program.rules[match.rule].patterns[match.pattern];
  return place_fits(r, pattern, match.cue_head) && (!match.inverted || inverts(match)) &&
         !names_its_subject(r, match) && !takes_outer_verb(r, match) && !is_done_to(r, match) &&
         !is_noun_compound(r, match);
}

}  // namespace

AttributionType type_of(const Reading& r, const std::vector<TokenRange>& content) {
  std::uint32_t quoted = 0;
  std::uint32_t plain = 0;
  for (const TokenRange& span : content) {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      if (r.mark(t) != Mark::none) continue;
      const std::uint32_t q = r.quotation(t);
      const bool own = q != kNone;  // words of a speaker within a quotation are quoted too
      (own ? quoted : plain) += 1;
    }
  }
  if (quoted == 0) return AttributionType::indirect;
  return plain == 0 ? AttributionType::direct : AttributionType::mixed;
}

std::vector<Candidate> find_candidates(const Reading& reading, const std::vector<Match>& matches) {
  const Program& program = reading.program;
  std::vector<TokenRange> skips;
  for (const Match* modifier : modifier_matches(program, matches)) {
    if (skips.empty() || modifier->whole.begin != skips.back().begin) skips.push_back(modifier->whole);
  }
  std::vector<Candidate> candidates;
  for (const Match& match : matches) {
    if (program.rules[match.rule].type != RuleType::attribution || !can_report(reading, match)) continue;
    for (Candidate& c : CandidateMaker(reading, match, skips).run()) candidates.push_back(std::move(c));
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.rank > b.rank; });
  return candidates;
}

}  // namespace hearsay
