// tell_statements: quoted words are somebody's. Else the cue must hold a word of speech that is no mere attitude or
// act; where nobody is named it must be a rumour of the lexicon. A word that no lexicon knows needs a clause.
#include "attributions/statement.h"

#include <algorithm>
#include <array>

#include "attributions/plausible.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kFewQuoted = 7;  // tokens, marks in: fewer between marks may be a name or a scare quote

bool holds(const Reading& r, TokenRange range, LexiconId lexicon) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (r.in(t, lexicon)) return true;
  }
  return false;
}

/// Words between marks, in the content and not around the cue.
bool is_quoted(const Reading& r, const Attribution& a) {
  if (a.type == AttributionType::direct && r.quotation(a.cue_head) == kNone) return true;
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

bool is_upper_ascii(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Whether several words that begin here are an entry of the lexicon: "take issue".
bool begins_phrase(const Reading& r, std::uint32_t t, LexiconId lexicon) {
  constexpr std::uint32_t kMostWords = 4;
  if (lexicon == kNoLexicon || t >= r.size() || !r.program.lexicons.starts_phrase(r.token(t).word)) return false;
  std::array<WordId, kMostWords> words{};
  const std::uint32_t count = std::min(kMostWords, r.size() - t);
  for (std::uint32_t i = 0; i < count; ++i) words.at(i) = r.token(t + i).word;
  return r.program.lexicons.phrase({words.data(), count}, lexicon).has_value();
}

/// Of speech; "made" is none, "made the case" is.
bool is_spoken(const Reading& r, std::uint32_t t) {
  return std::any_of(r.spoken.begin(), r.spoken.end(), [&](LexiconId lexicon) {
    return (r.in(t, lexicon) && !r.in(t, r.act)) || begins_phrase(r, t, lexicon);
  });
}

/// Held or meant.
bool is_unspoken(const Reading& r, std::uint32_t t) {
  return r.in(t, r.unspoken) || r.in(t, r.unspoken_noun) || begins_phrase(r, t, r.unspoken);
}

/// The content behind the cue; empty where all of it stands before.
TokenRange behind_cue(const Attribution& a) {
  const auto span = std::ranges::find_if(a.content, [&](TokenRange one) { return one.begin >= a.cue.end; });
  return span == a.content.end() ? TokenRange{} : *span;
}

/// "that the pier was shut", "whether …".
bool opens_clause(const Reading& r, const Attribution& a) {
  for (const TokenRange& span : a.content) {
    if (span.begin < a.cue.end) continue;
    return r.is(span.begin, Role::opens_reported_clause) && r.tag(span.begin) != Tag::DT;  // not "that phrase"
  }
  return false;
}

/// "The pier, the survey found, is old": between commas in what is said.
bool is_inserted(const Reading& r, const Attribution& a) {
  if (a.source.empty() || a.content.empty() || a.source.end > a.cue.begin || a.source.begin == 0) return false;
  return a.content.front().end <= a.source.begin && r.mark(a.source.begin - 1) == Mark::comma &&
         r.mark(a.cue.end) == Mark::comma;
}

/// A verb that a clause has, or "to" with one.
bool holds_clause(const Reading& r, const Attribution& a) {
  for (const TokenRange& span : a.content) {
    for (std::uint32_t t = span.begin; t < span.end; ++t) {
      if (is_finite(r.tag(t)) || r.tag(t) == Tag::MD) return true;
      if (r.is(t, Role::infinitive_to) && t + 1 < span.end && is_verb(r.tag(t + 1))) return true;
    }
  }
  return false;
}

/// "she would go", without "that".
bool opens_bare_clause(const Reading& r, const Attribution& a) {
  const TokenRange content = behind_cue(a);
  return !content.empty() && r.tag(content.begin) == Tag::PRP && holds_clause(r, a);
}

/// "have been referred for trial for making": it is done to whoever stands before it.
bool is_passive(const Reading& r, const Attribution& a) {
  if (a.source.empty() || a.source.begin > a.cue.begin) return false;
  return r.tag(a.cue_head) == Tag::VBN && holds(r, a.cue, r.be);
}

/// "tweets almost daily", "said, done or written", "notified the police, which is looking into it": what stands behind
/// the cue is no content.
bool is_empty_content(const Reading& r, const Attribution& a) {
  if (a.content.size() != 1 || a.content.front().begin < a.cue.end || r.mark(a.cue_head) != Mark::none) return false;
  const TokenRange said = a.content.front();
  bool adverbs = true;
  for (std::uint32_t t = said.begin; t < said.end && adverbs; ++t)
    adverbs = is_adverb(r.tag(t)) || r.in(t, r.time) || r.mark(t) == Mark::comma;
  if (adverbs) return true;
  if (r.mark(said.begin - 1) != Mark::comma) return false;
  return r.tag(said.begin) == Tag::WDT || r.tag(said.begin) == Tag::WP ||
         (r.tag(said.begin) == Tag::VBN && said.begin == a.cue.end + 1);
}

/// "unless they are endorsed by Holm", "until the mayor says so": what may still come.
bool is_condition(const Reading& r, const Attribution& a) {
  if (a.source.empty() && a.content.empty()) return false;
  std::uint32_t first = std::min(a.source.empty() ? a.cue.begin : a.source.begin, a.cue.begin);
  for (const TokenRange& span : a.content) first = std::min(first, span.begin);
  const std::uint32_t begin = r.sentence(a.cue_head).begin;
  if (first <= begin || !r.in(first - 1, r.condition)) return false;
  const Tag verb = r.tag(a.cue_head);
  return verb != Tag::VBD && !(a.cue.size() > 1 && holds(r, a.cue, r.have));
}

/// "did not believe that Holm had asked him", "didn't hear Holm say so": told as what was not so.
bool is_doubted(const Reading& r, const Attribution& a) {
  constexpr std::uint32_t kMostAdverbs = 2;
  if (a.source.empty() || a.source.begin > a.cue.begin || a.source.begin < 3) return false;
  const std::uint32_t first = r.text.sentences[r.text.sentence_of[a.cue_head]].tokens.begin;
  std::uint32_t t = a.source.begin - 1;
  if (r.is(t, Role::complementiser_that)) --t;
  if (t <= first || !is_verb(r.tag(t))) return false;
  for (std::uint32_t step = 0; t-- > first && step <= kMostAdverbs; ++step) {
    if (r.in(t, r.negation)) return true;
    if (!is_adverb(r.tag(t))) return false;
  }
  return false;
}

/// "declined to comment", "refused to say why".
bool refuses_to_speak(const Reading& r, const Attribution& a) {
  const std::uint32_t t = a.cue.end;
  return a.stance == Stance::refuse && r.is(t, Role::infinitive_to) && is_spoken(r, t + 1) && !is_unspoken(r, t + 1);
}

/// The mention that opens the source, which is not empty; null where there is none, or only an owner ("[his] demand").
const Mention* opening_source(const Reading& r, const Attribution& a) {
  const std::uint32_t m = r.mentions.of_token[a.source.begin];
  return m == kNone || !a.source.contains(r.mentions.all[m].core) ? nullptr : &r.mentions.all[m];
}

/// "the move suggests", "it shows", "the state of the dam threatens": a thing tells nothing that somebody did not read
/// into it.
bool told_by_thing(const Reading& r, const Attribution& a) {
  if (a.source.empty() || (!r.in(a.cue_head, r.show) && !r.in(a.cue_head, r.intend))) return false;
  if (r.in(a.cue_head, r.report)) return false;
  const Mention* source = opening_source(r, a);
  if (source == nullptr) return false;
  return source->pronoun ? source->gender == Gender::neuter : source->kind == SourceKind::other;
}

/// "The case underscores the risk": no words, and nothing that could say them; "stallholders accused the council" may
/// be people whom no list holds.
bool is_wordless_thing(const Reading& r, const Attribution& a) {
  if (a.source.empty() || a.type != AttributionType::indirect) return false;
  if (!is_verb(r.tag(a.cue_head))) return false;  // "according to the latest count"
  const Mention* source = opening_source(r, a);
  if (source == nullptr || source->pronoun || source->relative || source->kind != SourceKind::other) return false;
  // "The town's plight underscored that …": the writer reads it into the thing, with a clause or without.
  if (holds_clause(r, a) && !r.in(a.cue_head, r.read_into)) return false;
  const bool people = source->number == GrammaticalNumber::plural && !r.in(source->head, r.noun_common);
  return source->name.empty() && !people;
}

/// "has shown no will to talk", "has shown that she can fight": what people show of themselves they do; "has shown that
/// the figures were wrong" is told.
bool is_shown_by_person(const Reading& r, const Attribution& a) {
  if (opens_clause(r, a)) {
    const std::uint32_t subject = behind_cue(a).begin + 1;
    if (subject >= r.size() || r.tag(subject) != Tag::PRP) return false;
  }
  if (a.source.empty() || !r.in(a.cue_head, r.show) || r.in(a.cue_head, r.say) || r.in(a.cue_head, r.report))
    return false;
  const Mention* source = opening_source(r, a);
  if (source == nullptr) return false;
  if (source->pronoun) return source->gender == Gender::male || source->gender == Gender::female;
  return source->kind == SourceKind::named_person || source->kind == SourceKind::unnamed_person;
}

/// "asked about the ferry", "asked whether it ran", "asked Holm": a question states nothing; "asked the court to act",
/// "questioned the figures" do.
bool is_question(const Reading& r, const Attribution& a) {
  if (!r.in(a.cue_head, r.ask) || r.in(a.cue_head, r.judge)) return false;
  if (r.is(a.cue.end - 1, Role::preposition_about)) return true;
  const TokenRange asked = behind_cue(a);
  if (asked.empty()) return false;
  const bool opens = r.is(asked.begin, Role::opens_question) || r.is(asked.begin, Role::preposition_about);
  if (opens || r.tag(asked.begin) == Tag::WP) return true;
  const std::uint32_t m = r.mentions.of_token[asked.begin];
  if (m == kNone || r.mentions.all[m].core.end < asked.end) return false;
  const Mention& whom = r.mentions.all[m];
  return whom.kind == SourceKind::named_person || whom.kind == SourceKind::unnamed_person;
}

/// "has not announced a date", "did not say why", "made no mention of it": nothing was said; to deny, to rule out and
/// to refuse are sayings, with "not" or without.
bool is_unsaid(const Reading& r, const Attribution& a) {
  if (a.stance == Stance::deny || a.stance == Stance::refuse) return false;
  for (std::uint32_t t = a.cue.begin; t + 1 < a.cue.end; ++t) {
    if (r.is(t, Role::determiner_no) && is_spoken(r, t + 1)) return true;
  }
  return holds(r, a.cue, r.negation) && is_spoken(r, a.cue_head);
}

/// "do not want to divide the town by criticizing Holm": what is not wanted is not said either.
bool is_unwanted(const Reading& r, const Attributions& all, const Attribution& a) {
  if (a.within == kNone || a.source.empty() || r.tag(a.cue_head) != Tag::VBG) return false;
  const Attribution& outer = all[a.within];
  return !outer.statement && outer.source == a.source && holds(r, outer.cue, r.negation);
}

/// "Plan B (Ruiz and Holm): …": a label with a name in brackets heads a paragraph about a thing; "(D-Ohio)" and
/// "(laughs)" stand behind who speaks.
bool is_label(const Reading& r, const Attribution& a) {
  if (r.mark(a.cue_head) != Mark::colon || a.type != AttributionType::indirect) return false;
  for (std::uint32_t t = a.source.begin; t + 1 < a.source.end; ++t) {
    if (r.mark(t) != Mark::open_paren) continue;
    const std::string_view word = r.word(t + 1);
    return word.size() > 1 && is_upper_ascii(word[0]) && !is_upper_ascii(word[1]) && word.find('-') == word.npos;
  }
  return false;
}

/// "Harbour Shakeup: Ruiz out", over a text that calls nobody so: a word of the headline. Persons may be called by
/// their last name below it.
bool is_kicker(const Reading& r, const Attribution& a) {
  constexpr std::uint32_t kMostWords = 8;
  if (r.mark(a.cue_head) != Mark::colon || a.source.empty() || a.source.size() > kMostWords) return false;
  // At an end of the headline, so that the text is looked through once or twice.
  const Paragraph& headline = r.paragraph(a.cue_head);
  if (headline.kind != BlockKind::headline) return false;
  if (a.source.begin != headline.tokens.begin && a.source.end != headline.tokens.end) return false;
  const Mention* source = opening_source(r, a);
  if (source == nullptr || source->name.empty() || source->register_entry != kNone) return false;
  const bool person = source->kind == SourceKind::named_person;
  if (!person && source->kind != SourceKind::named_organisation && source->kind != SourceKind::media) return false;
  const auto told_below = [&](std::uint32_t word) {
    for (std::uint32_t t = headline.tokens.end; t < r.size(); ++t) {
      const Token& token = r.token(t);
      if (token.hash == r.token(word).hash && token.has(kCapital) && !token.has(kSentenceStart)) return true;
    }
    return false;
  };
  if (person) return !told_below(source->name.end - 1);
  for (std::uint32_t t = source->name.begin; t < source->name.end; ++t) {
    if (r.token(t).has(kCapital) && !told_below(t)) return true;
  }
  return false;
}

/// "What has the board said of this?": the writer asks whether, or what, was said.
bool is_asked_about(const Reading& r, const Attribution& a) {
  if (r.quotation(a.cue_head) != kNone || a.source.empty() || r.mark(a.cue_head) == Mark::colon) return false;
  const TokenRange sentence = r.text.sentences[r.text.sentence_of[a.cue_head]].tokens;
  if (sentence.size() < 3 || r.word(sentence.end - 1) != "?" || a.source.begin <= sentence.begin) return false;
  const Tag first = r.tag(sentence.begin);
  return first == Tag::WP || first == Tag::WRB || first == Tag::WDT || first == Tag::MD || is_finite(first);
}

/// "A study found longer delays": what people find may be a thing, what a document finds stands in it.
bool is_finding(const Reading& r, const Attribution& a) {
  if (a.source.empty() || !r.in(a.cue_head, r.show) || behind_cue(a).empty()) return false;
  const Mention* source = opening_source(r, a);
  return source != nullptr && source->kind == SourceKind::document;
}

/// Nobody is named and nobody need have told: "was asked whether", "were written to"; or it is told that nobody did.
bool is_of_nobody(const Reading& r, const Attribution& a) {
  if (a.mode == SourceMode::phrase && !a.source.empty()) return r.in(a.source.begin, r.nobody);
  if (a.mode != SourceMode::none) return false;
  return a.stance == Stance::ask || r.in(a.cue_head, r.ask) || (a.rule == kNone && !opens_clause(r, a));
}

/// "Carolyn Said is a staff writer": a name, by its capital beside another.
bool is_surname(const Reading& r, const Attribution& a) {
  const std::uint32_t t = a.cue_head;
  if (a.rule != kNone || t == 0 || r.paragraph(t).kind == BlockKind::headline) return false;
  return r.token(t).has(kCapital) && !r.token(t).has(kSentenceStart) && r.token(t - 1).has(kCapital) &&
         is_name(r.tag(t - 1));
}

/// "Spoke to reporters after the board shut the pier": where and when, and nothing of what.
bool is_circumstance(const Reading& r, const Attribution& a) {
  const TokenRange said = behind_cue(a);
  return !said.empty() && r.in(a.cue_head, r.wordless) && r.is(said.begin, Role::opens_circumstance);
}

bool is_statement(const Reading& r, const Attribution& a) {
  if (is_embedded_post(a)) return true;
  if (is_no_speaker(r, a.source)) return false;
  if (is_quoted(r, a)) return true;
  // What may be said one day, and what somebody sets out to say.
  const Tag first = r.tag(a.cue.begin);
  if (first == Tag::TO && a.cue.size() > 1) return false;
  if ((first == Tag::MD || r.in(a.cue.begin, r.modal)) && !holds(r, a.cue, r.negation)) return false;
  if (is_surname(r, a) || is_circumstance(r, a)) return false;
  if (is_of_nobody(r, a) || is_label(r, a) || is_kicker(r, a) || is_asked_about(r, a)) return false;
  if (told_by_thing(r, a) || is_wordless_thing(r, a) || is_shown_by_person(r, a) || is_question(r, a)) return false;
  if (is_unsaid(r, a) || is_doubted(r, a)) return false;
  // Something must be said: not in "spoke for half an hour", "kept adding troops", "tweets almost daily".
  if (r.in(a.cue_head, r.wordless) && !holds_clause(r, a)) return false;
  if (a.rule == kNone && is_passive(r, a)) return false;
  if (is_empty_content(r, a) || is_condition(r, a)) return false;
  if (is_unspoken(r, a.cue_head)) {
    const bool told = opens_clause(r, a) || is_inserted(r, a) ? r.in(a.cue_head, r.say) || r.in(a.cue_head, r.show)
                                                              : r.in(a.cue_head, r.say) && opens_bare_clause(r, a);
    if (refuses_to_speak(r, a) || told || is_finding(r, a)) return true;
    return a.mode == SourceMode::none && holds(r, a.cue, r.be) && r.in(a.cue_head, r.rumour);
  }
  if (r.mark(a.cue_head) != Mark::none) return true;  // a colon, a dash
  for (std::uint32_t t = a.cue.begin; t < a.cue.end; ++t) {
    if (is_spoken(r, t) && !is_unspoken(r, t)) return true;
  }
  return !a.source.empty() && opens_clause(r, a) && !r.in(a.cue_head, r.act) && !is_adjective(r.tag(a.cue_head));
}

}  // namespace

void tell_statements(const Reading& reading, Attributions& all) {
  for (Attribution& a : all) a.statement = is_statement(reading, a);
  for (Attribution& a : all) a.statement = a.statement && !is_unwanted(reading, all, a);
}

}  // namespace hearsay
