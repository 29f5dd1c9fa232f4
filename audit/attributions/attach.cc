// attach(): drop what says nothing; give each reading its source and end its content where others' words begin; let
// modifiers add what they know; add blocks and posts; nest, rate. The order counts: each step reads what the one before
// it cut. Everything is local to sentences but quotations.
#include "attributions/attach.h"

#include <algorithm>

#include "attributions/add_blocks.h"
#include "attributions/add_posts.h"
#include "attributions/anonymity.h"
#include "attributions/content.h"
#include "attributions/floating.h"
#include "attributions/modifiers.h"
#include "attributions/nested.h"
#include "attributions/plausible.h"
#include "attributions/statement.h"
#include "attributions/subject.h"

namespace hearsay {
namespace {

std::uint32_t content_size(const Attribution& a) {
  std::uint32_t size = 0;
  for (const TokenRange& span : a.content) size += span.size();
  return size;
}

bool in_content(const Attribution& a, std::uint32_t t) {
  return std::any_of(a.content.begin(), a.content.end(), [t](TokenRange span) { return span.contains(t); });
}

bool shares_source(const Reading& r, const Attribution& a) {
  return a.rule != kNone && a.source.empty() && r.program.rules[a.rule].patterns[a.pattern].shared_source;
}

/// A wish not to be named is why a source has no name, and nothing it says; in an idiom nobody says anything; and
/// "that" alone, or the "if" of "If confirmed by the council", is no content.
void drop_empty(const Reading& r, const std::vector<const Match*>& modifiers, std::vector<Candidate>& kept) {
  std::vector<char> silent(r.size(), 0);
  for (const Match* m : modifiers) {
    const std::string_view kind = r.program.rules[m->rule].kind;
    if (kind != "anonymity" && kind != "idiom") continue;
    for (std::uint32_t t = m->whole.begin; t < m->whole.end; ++t) silent[t] = 1;
  }
  std::erase_if(kept, [&](const Candidate& c) {
    const Attribution& a = c.attribution;
    const std::uint32_t first = a.content.front().begin;
    const bool nothing =
        content_size(a) == 1 &&
        (r.is(first, Role::complementiser_that) || r.is(first, Role::infinitive_to) || r.in(first, r.condition)) &&
        r.quotation(first) == kNone;
    const bool wish = std::all_of(a.content.begin(), a.content.end(), [&](TokenRange span) {
      return std::all_of(silent.begin() + span.begin, silent.begin() + span.end, [](char one) { return one != 0; });
    });
    return silent[a.cue_head] != 0 || wish || nothing;
  });
}

/// Whether the source of `before` is no subject of what stands at `cue`: a possessive, or the pronoun of a relative
/// clause that a comma has closed since.
bool closed_source(const Reading& r, const Attribution& before, std::uint32_t cue) {
  if (before.source.empty()) return false;
  const std::uint32_t last = before.source.end - 1;
  const std::uint32_t m = r.mentions.of_token[last];
  if (r.tag(last) == Tag::PRPS) return true;
  if (m == kNone || !r.mentions.all[m].relative) return false;
  for (std::uint32_t t = before.cue.end; t < cue; ++t) {
    if (r.mark(t) == Mark::comma && !r.is(t + 1, Role::links_clauses)) return true;
  }
  return false;
}

/// The attribution before the `i`-th, or, where that one is only told of in a content that has ended since, the one
/// that tells: "Vale said [voters had backed it], adding …".
std::size_t teller_before(const std::vector<Candidate>& kept, std::size_t i) {
  constexpr std::size_t kFarthest = 8;
  std::size_t before = i - 1;
  for (std::size_t k = before; k-- > 0 && k + kFarthest >= i;) {
    const Attribution& outer = kept[k].attribution;
    if (in_content(outer, kept[before].attribution.cue_head) && !in_content(outer, kept[i].attribution.cue_head))
      before = k;
  }
  return before;
}

/// "warned of “a flood and stressed the need …”": whether the quotation that holds `cue` began behind the verb of
/// `before` and has no subject of its own.
bool is_fragment(const Reading& r, const Attribution& before, std::uint32_t cue) {
  const std::uint32_t q = r.quotation(cue);
  if (q == kNone || r.text.quotations[q].tokens.begin < before.cue.end || r.quotation(before.cue_head) != kNone)
    return false;
  const Tag opens = r.tag(r.text.quotations[q].tokens.begin - 1);
  if (opens == Tag::DT || opens == Tag::IN || opens == Tag::PRPS) return true;  // within a phrase: “…” has no subject
  for (std::uint32_t t = r.text.quotations[q].tokens.begin; t < cue; ++t) {
    if (is_finite(r.tag(t))) return false;
  }
  return true;
}

/// "Ruiz gave a speech on the pier praising Holm", "spent the night defending him": a participle behind a thing is the
/// subject's.
bool trails_thing(const Reading& r, const Attribution& a) {
  if (a.source.empty() || a.source.end != a.cue.begin || r.tag(a.cue.begin) != Tag::VBG) return false;
  const std::uint32_t m = r.mentions.of_token[a.source.end - 1];
  if (m == kNone) return false;
  const Mention& thing = r.mentions.all[m];
  return thing.kind == SourceKind::other && thing.core.end == a.source.end && !thing.pronoun;
}

/// A cue that shares its subject takes the source of the attribution before it in the sentence, else the sentence's
/// subject.
void share_sources(const Reading& r, std::vector<Candidate>& kept) {
  for (std::size_t i = 0; i < kept.size(); ++i) {
    Attribution& a = kept[i].attribution;
    if (trails_thing(r, a)) {
      const TokenRange subject = nearest_subject(r, a.source.begin);
      if (!subject.empty() && !subject.overlaps(a.source)) a.source = subject;
    }
    if (!shares_source(r, a)) continue;
    TokenRange source;
    if (i > 0) {
      const Attribution& before = kept[teller_before(kept, i)].attribution;
      const bool near =
          r.text.sentence_of[before.cue_head] == r.text.sentence_of[a.cue_head] &&
          (r.quotation(before.cue_head) == r.quotation(a.cue_head) || is_fragment(r, before, a.cue.begin));
      if (near && before.mode == SourceMode::phrase) source = before.source;
    }
    if (source.empty() || closed_source(r, kept[i - 1].attribution, a.cue.begin)) {
      const TokenRange subject = shared_subject(r, a.cue.begin);
      if (!subject.empty()) source = subject;
    }
    a.source = source;
    a.mode = source.empty() ? SourceMode::none : SourceMode::phrase;
  }
  std::erase_if(kept, [&](const Candidate& c) {
    const Attribution& a = c.attribution;
    return shares_source(r, a) && a.source.empty();
  });
}

/// What is said ends where the tag of the attribution that holds it begins: "Sul has agreed to talk, diplomats said".
void cut_at_tags(const Reading& r, std::vector<Candidate>& kept) {
  constexpr std::size_t kNear = 8;  // a tag follows soon
  for (std::size_t i = 0; i < kept.size(); ++i) {
    Attribution& inner = kept[i].attribution;
    for (std::size_t j = i + 1; j < std::min(kept.size(), i + 1 + kNear); ++j) {
      const Candidate& outer = kept[j];
      if (!in_content(outer.attribution, inner.cue_head) || !in_content(inner, outer.attribution.cue_head)) continue;
      for (TokenRange& span : inner.content) {
        if (!span.contains(outer.tag.begin)) continue;
        span = trimmed(r, {span.begin, outer.tag.begin});
      }
      std::erase_if(inner.content, [&](TokenRange span) { return span.empty() || span.begin >= outer.tag.begin; });
    }
  }
  std::erase_if(kept, [](const Candidate& c) { return c.attribution.content.empty(); });
}

/// "The mayor said the hull, according to two divers, was patched": a tag between commas is told of what it interrupts,
/// not of the words of who tells of it.
void cut_at_tellers(const Reading& r, std::vector<Candidate>& kept) {
  constexpr std::size_t kNear = 4;
  for (std::size_t j = 1; j < kept.size(); ++j) {
    Attribution& aside = kept[j].attribution;
    if (aside.content.back().begin < aside.cue.end) continue;
    for (std::size_t i = j > kNear ? j - kNear : 0; i < j; ++i) {
      const Attribution& teller = kept[i].attribution;
      if (!in_content(teller, aside.cue_head) || !in_content(aside, teller.cue_head)) continue;
      const auto told = std::find_if(teller.content.begin(), teller.content.end(),
                                     [&](TokenRange span) { return span.begin >= teller.cue.end; });
      if (told == teller.content.end()) continue;
      const std::uint32_t begin = told->begin + (r.is(told->begin, Role::complementiser_that) ? 1 : 0);
      for (TokenRange& span : aside.content) {
        if (span.contains(teller.cue_head)) span.begin = std::min(std::max(span.begin, begin), span.end);
      }
    }
    std::erase_if(aside.content, [](TokenRange span) { return span.empty(); });
  }
}

/// "said [the divers, in a note of May 4], had found cracks": who is told of ends no content, what is told of them
/// does.
void take_in_told(const Reading& r, std::vector<Candidate>& kept) {
  constexpr std::size_t kNear = 3;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    Attribution& teller = kept[i].attribution;
    for (std::size_t j = i + 1; j < std::min(kept.size(), i + 1 + kNear); ++j) {
      const Attribution& told = kept[j].attribution;
      if (told.source.empty() || told.source.begin < teller.cue.end || told.cue.begin < told.source.end) continue;
      if (r.quotation(told.cue_head) != r.quotation(teller.cue_head) || told.content.front().begin < told.cue.end)
        continue;
      // "Ruiz, asked about the dock, said …": the comma closes what the first was asked.
      if (r.mark(told.cue.begin - 1) == Mark::comma && told.cue.begin <= told.source.end + 1) continue;
      for (TokenRange& span : teller.content) {
        if (span.contains(told.source) && span.end <= told.cue.begin && r.sentence(span.begin).contains(told.cue))
          span.end = told.content.back().end;
      }
    }
  }
}

/// What is said behind the cue ends at `end` where it runs over `opens`, with which another's words begin.
void cut_behind(const Reading& r, Attribution& outer, std::uint32_t opens, std::uint32_t end) {
  for (TokenRange& span : outer.content) {
    if (span.begin >= outer.cue.end && span.contains(opens)) span = trimmed(r, {span.begin, end});
  }
}

/// What is said ends at a semicolon behind which somebody else speaks: "Radio Varn said the mayor had fled; her office
/// said she was ill".
void cut_at_semicolons(const Reading& r, std::vector<Candidate>& kept) {
  constexpr std::size_t kNear = 4;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    Attribution& outer = kept[i].attribution;
    for (std::size_t j = i + 1; j < std::min(kept.size(), i + 1 + kNear); ++j) {
      const TokenRange source = kept[j].attribution.source;
      if (source.empty() || source.begin == 0 || r.mark(source.begin - 1) != Mark::semicolon) continue;
      const std::uint32_t end = source.begin - 1;
      if (r.quotation(end) != r.quotation(outer.cue_head)) continue;
      cut_behind(r, outer, end, end);
    }
  }
  std::erase_if(kept, [](const Candidate& c) { return c.attribution.content.empty(); });
}

/// "Ost said the port was shut and Ruiz said it would open": who is named behind "and" and speaks in the same tense is
/// no part of what the first says; behind "and that" he would be.
void cut_at_others(const Reading& r, std::vector<Candidate>& kept) {
  constexpr std::size_t kNear = 4;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    Attribution& outer = kept[i].attribution;
    if (!r.in(outer.cue_head, r.say) || outer.content.empty()) continue;
    for (std::size_t j = i + 1; j < std::min(kept.size(), i + 1 + kNear); ++j) {
      const Attribution& other = kept[j].attribution;
      const std::uint32_t opens = other.source.begin;
      if (other.source.empty() || opens <= outer.cue.end || other.source.end > other.cue.begin) continue;
      if (!r.in(other.cue_head, r.say) || r.tag(other.cue_head) != r.tag(outer.cue_head)) continue;
      if (r.tag(opens) == Tag::PRP || !is_finite(r.tag(other.cue_head))) continue;
      if (!r.is(opens - 1, Role::coordinator_and)) continue;
      if (r.quotation(opens) != r.quotation(outer.cue_head)) continue;
      cut_behind(r, outer, opens, opens - 1);
    }
  }
  std::erase_if(kept, [](const Candidate& c) { return c.attribution.content.empty(); });
}

/// "“It is old,” Ruiz said, referring to the wall, “and nobody paid.”": what she goes on to say is no part of what she
/// refers to.
void cut_at_resumed(const Reading& r, std::vector<Candidate>& kept) {
  constexpr std::size_t kNear = 3;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const Attribution& teller = kept[i].attribution;
    if (teller.content.size() < 2 || teller.content.back().begin < teller.cue.end) continue;
    const TokenRange resumed = teller.content.back();
    for (std::size_t j = i + 1; j < std::min(kept.size(), i + 1 + kNear); ++j) {
      Attribution& aside = kept[j].attribution;
      if (aside.cue.begin >= resumed.begin) break;
      for (TokenRange& span : aside.content) {
        if (span.begin < resumed.begin && span.contains(resumed)) span = trimmed(r, {span.begin, resumed.begin});
      }
      aside.type = type_of(r, aside.content);
    }
  }
  std::erase_if(kept, [](const Candidate& c) { return c.attribution.content.empty(); });
}

/// `within` by painting: larger contents first, so that each token ends with the innermost content that holds it.
void nest(const Reading& r, Attributions& all) {
  std::vector<std::uint32_t> order(all.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return content_size(all[a]) > content_size(all[b]); });
  std::vector<std::uint32_t> owner(r.size(), kNone);
  for (const std::uint32_t i : order) {
    // Of two that lie in each other's content the larger one, painted before, is the outer one.
    const std::uint32_t outer = owner[all[i].cue_head];
    if (outer != kNone && outer != i) all[i].within = outer;
    std::uint32_t painted = 0;
    for (const TokenRange& span : all[i].content) {
      for (std::uint32_t t = span.begin; t < span.end && painted < kMostPainted; ++t, ++painted) owner[t] = i;
    }
  }
  for (const std::uint32_t i : order) {
    const std::uint32_t outer = owner[all[i].cue_head];
    if (all[i].within == kNone && outer != kNone && outer != i && !in_content(all[i], all[outer].cue_head))
      all[i].within = outer;
  }
}

bool of_nobody(const Reading& r, const Attribution& a) {
  if (a.source.empty()) return false;
  return r.is(a.source.begin, Role::names_nobody) ||
         (r.is(a.source.begin, Role::determiner_no) && r.is(a.source.begin + 1, Role::pronoun_one));
}

}  // namespace

Attributions attach(const Reading& reading, std::vector<Candidate> kept, const std::vector<Match>& matches,
                    const AttachOptions& options) {
  const std::vector<const Match*> modifiers = modifier_matches(reading.program, matches);
  drop_empty(reading, modifiers, kept);
  std::erase_if(
      kept, [&](const Candidate& c) { return reading.paragraph(c.attribution.cue_head).kind == BlockKind::post_by; });
  share_sources(reading, kept);
  cut_at_tags(reading, kept);
  cut_at_tellers(reading, kept);
  take_in_told(reading, kept);
  cut_at_semicolons(reading, kept);
  cut_at_others(reading, kept);
  cut_at_resumed(reading, kept);
  add_floating(reading, kept);
  Attributions all;
  for (Candidate& c : kept) {
    turn_round(reading, c.attribution);
    apply_modifiers(reading, modifiers, c.tag, c.attribution);
    drop_hearers(reading, c.attribution);
    all.push_back(std::move(c.attribution));
  }
  spread_anonymity(reading, modifiers, all);
  add_blocks(reading, all);
  add_posts(reading, all);
  nest(reading, all);
  rate(reading, options.rating, all);
  tell_statements(reading, all);
  // "“Nobody wants that,” she said": nobody is no source that she speaks of.
  const auto unsure = [&](const Attribution& a) {
    return a.confidence < options.min_confidence || (a.within != kNone && of_nobody(reading, a)) || is_echo(reading, a);
  };
  if (std::erase_if(all, unsure) != 0) {
    for (Attribution& a : all) a.within = kNone;
    nest(reading, all);
  }
  return all;
}

}  // namespace hearsay
