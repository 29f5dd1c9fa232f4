#include "score/matter_facts.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "score/matter.h"
#include "score/positions.h"

namespace hearsay {
namespace {

constexpr double kPlaces = 10;             // parts of the body that `place` tells apart
constexpr std::uint32_t kAdverbs = 2;      // words before a cue that may say how it is known
constexpr std::uint32_t kMaxAhead = 1000;  // mentions behind a group among which one of it is sought

class MatterFiller {
 public:
  MatterFiller(const ScoreInput& input, const FoundClaims& claims, const SourceUse& use,
               const std::vector<Accusation>& accusations, FactSheet& sheet)
      : input_(input),
        claims_(claims),
        use_(use),
        accusations_(accusations),
        sheet_(sheet),
        words_(input),
        role_(input.program.lexicons.named("role")),
        go_between_(input.program.lexicons.named("go-between")) {}
  void run() {
    find_body();
    find_speech();
    for (std::uint32_t a = 0; a < input_.attributions.size(); ++a) fill_attribution(a);
    for (std::uint32_t s = 0; s < input_.sources.all.size(); ++s) fill_source(s);
    for (std::uint32_t c = 0; c < claims_.claims.size(); ++c) fill_claim(c);
    for (std::uint32_t i = 0; i < accusations_.size(); ++i) fill_accusation(i);
    fill_article();
  }

 private:
  void find_body();
  void find_speech();
  void mark_attitude(const Attribution& attribution);
  void fill_attribution(std::uint32_t index);
  void fill_source(std::uint32_t index);
  void fill_claim(std::uint32_t index);
  void fill_accusation(std::uint32_t index);
  void fill_article();
  [[nodiscard]] TokenRange beside_cue(const Attribution& attribution) const;
  [[nodiscard]] bool is_definite(TokenRange source) const;
  [[nodiscard]] TokenRange told_phrase(const Source& source, TokenRange words) const;
  [[nodiscard]] bool has_noun(TokenRange words) const;
  [[nodiscard]] bool is_of_a_house(const Mention& phrase) const;
  [[nodiscard]] bool stands_by_a_name(TokenRange words) const;
  [[nodiscard]] bool names_one(TokenRange words) const;
  [[nodiscard]] bool is_shown_by_name(TokenRange source) const;
  [[nodiscard]] bool holds_clause(const Attribution& attribution) const;
  [[nodiscard]] bool is_borne_out(std::uint32_t attribution) const;
  [[nodiscard]] bool is_of_role(TokenRange role, WordId plural) const;
  [[nodiscard]] bool is_of_family(TokenRange role, std::uint32_t head) const;
  [[nodiscard]] double place(std::uint32_t token) const;
  [[nodiscard]] const Mention* acting_subject(std::uint32_t sentence) const;
  [[nodiscard]] bool tells_enactment(std::uint32_t sentence) const;
  [[nodiscard]] std::span<const Mention> mentions_in(TokenRange range) const;
  [[nodiscard]] bool is_credited(std::uint32_t sentence) const;
  [[nodiscard]] bool tells_formal_act(std::uint32_t sentence) const;
  [[nodiscard]] bool tells_survey() const;
  [[nodiscard]] bool is_year(std::uint32_t token) const;
  [[nodiscard]] std::uint32_t verb_behind(const Mention& mention) const;

  const ScoreInput& input_;
  const FoundClaims& claims_;
  const SourceUse& use_;
  const std::vector<Accusation>& accusations_;
  FactSheet& sheet_;
  MatterWords words_;
  LexiconId role_, go_between_;
  TokenRange body_;                         // from its first token to its last
  TokenRange lead_;                         // its first paragraph
  std::vector<char> attitude_;              // per sentence: it tells what somebody believes or intends
  std::vector<std::uint32_t> named_until_;  // per paragraph: behind the last sentence in which a named person speaks
  std::vector<char> speaks_;                // per sentence: somebody's words begin or are told in it
};

void MatterFiller::find_body() {
  for (const Paragraph& paragraph : input_.text.paragraphs) {
    if (!is_body(paragraph.kind) || paragraph.tokens.empty()) continue;
    if (body_.empty()) body_ = lead_ = paragraph.tokens;
    body_.end = paragraph.tokens.end;
  }
}

void MatterFiller::mark_attitude(const Attribution& attribution) {
  const std::uint32_t sentence = sentence_at(input_.text, anchor_of(attribution));
  if (sentence < attitude_.size() && attribution.mode != SourceMode::author) attitude_[sentence] = 1;
}

void MatterFiller::find_speech() {
  const Text& text = input_.text;
  attitude_.assign(text.sentences.size(), 0);
  speaks_.assign(text.sentences.size(), 0);
  named_until_.assign(text.paragraphs.size(), 0);
  for (std::uint32_t a = 0; a < input_.attributions.size(); ++a) {
    const Attribution& attribution = input_.attributions[a];
    if (!tells_words(input_, a)) {
      mark_attitude(attribution);
      continue;
    }
    const auto mark = [&](std::uint32_t token) {
      const std::uint32_t sentence = sentence_at(text, token);
      if (sentence < speaks_.size()) speaks_[sentence] = 1;
    };
    mark(anchor_of(attribution));
    const Source* source = source_at(input_.sources, source_index(input_.sources, a));
    const std::uint32_t here = sentence_at(text, anchor_of(attribution));
    if (source != nullptr && source->kind == SourceKind::named_person && here < text.sentences.size())
      named_until_[text.sentences[here].paragraph] = std::max(named_until_[text.sentences[here].paragraph], here + 1);
    for (const TokenRange& part : attribution.content) {
      const TokenRange range = clipped(text, part);
      if (range.empty()) continue;
      mark(range.begin);
      mark(range.end - 1);
    }
  }
}

double MatterFiller::place(std::uint32_t token) const {
  if (!body_.contains(token) || body_.size() == 0) return 0;
  return std::floor(kPlaces * static_cast<double>(token - body_.begin) / static_cast<double>(body_.size()));
}

bool MatterFiller::is_year(std::uint32_t token) const {
  if (!input_.text.tokens[token].has(kDigit)) return false;
  const std::string_view word = text_of(input_.document, input_.text, {token, token + 1});
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

double at(const MatterCounts& counts, Matter kind) {
  return static_cast<double>(counts[static_cast<std::size_t>(kind)]);
}

/// The cue with its adverbs: "[reportedly said]".
TokenRange MatterFiller::beside_cue(const Attribution& attribution) const {
  const TokenRange cue = clipped(input_.text, attribution.cue);
  if (cue.empty()) return {};
  const TokenRange sentence = sentence_range(input_.text, cue.begin);
  const std::uint32_t before = cue.begin - std::min<std::uint32_t>(kAdverbs, cue.begin);
  return {std::max(before, sentence.begin), std::max(cue.end, std::min(cue.end + 1, sentence.end))};
}

void MatterFiller::fill_attribution(std::uint32_t index) {
  const Attribution& attribution = input_.attributions[index];
  const MatterCounts said = words_.count(attribution.content);
  const MatterCounts cue = words_.count(attribution.cue);
  double length = 0;
  for (const TokenRange& part : attribution.content) length += static_cast<double>(clipped(input_.text, part).size());
  sheet_.set(Fact::attribution_words, index, length);
  sheet_.set(Fact::attribution_charge, index, at(said, Matter::charge));
  sheet_.set(Fact::attribution_cue_contested, index, flag(at(cue, Matter::contested) > 0));
  sheet_.set(Fact::attribution_cue_judged, index, flag(at(cue, Matter::judged) > 0));
  sheet_.set(Fact::attribution_cue_hedge, index, flag(at(cue, Matter::hedge) > 0));
  sheet_.set(Fact::attribution_cue_forecast, index, flag(at(cue, Matter::forecast) > 0));
  sheet_.set(Fact::attribution_cue_learned, index, flag(at(cue, Matter::learned) > 0));
  sheet_.set(Fact::attribution_cue_reported, index, flag(at(cue, Matter::reported) > 0));
  const MatterCounts around = words_.count(beside_cue(attribution));
  sheet_.set(Fact::attribution_relayed, index, flag(at(around, Matter::relayed) > 0));
  sheet_.set(Fact::attribution_place, index, place(anchor_of(attribution)));
}

/// "Norvia's officials": several of a house are no more known to the reader than "Norvian officials".
bool MatterFiller::is_of_a_house(const Mention& phrase) const {
  if (phrase.number != GrammaticalNumber::plural || phrase.affiliation.begin != phrase.core.begin) return false;
  const auto& all = input_.mentions.all;
  std::uint32_t m = input_.mentions.of_token[phrase.core.begin];
  for (; m < all.size() && all[m].core.begin == phrase.core.begin; ++m) {
    if (all[m].possessive && !all[m].pronoun)
      return all[m].kind == SourceKind::named_organisation || all[m].kind == SourceKind::other;
  }
  return false;
}

/// "the officer", "both officers", "counsel Ada Moss", "Moss, a staunch ally,", "who": a phrase that points back, or
/// whose name the reader has before them.
bool MatterFiller::is_definite(TokenRange source) const {
  const TokenRange words = clipped(input_.text, source);
  if (words.empty() || words.end > input_.mentions.of_token.size()) return false;
  if (input_.tags.size() == input_.text.tokens.size() && (stands_by_a_name(words) || names_one(words))) return true;
  if (input_.text.is(input_.text.tokens[words.begin], Role::correlative)) return true;
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    const std::uint32_t mention = input_.mentions.of_token[t];
    if (mention >= input_.mentions.all.size()) continue;
    const Mention& phrase = input_.mentions.all[mention];
    return phrase.pronoun || (phrase.definite && !is_of_a_house(phrase));
  }
  // "Who", "which" of somebody else.
  return !has_noun(words);
}

/// "A source [who] said": as the one is told that it stands for.
TokenRange MatterFiller::told_phrase(const Source& source, TokenRange words) const {
  const TokenRange range = clipped(input_.text, words);
  if (has_noun(range) || source.mentions.empty() || range.empty()) return range;
  const std::uint32_t mention =
      range.end <= input_.mentions.of_token.size() ? input_.mentions.of_token[range.begin] : kNone;
  const bool relative = mention < input_.mentions.all.size() && input_.mentions.all[mention].relative;
  return relative && source.mentions.front().begin < range.begin ? source.mentions.front() : range;
}

bool MatterFiller::has_noun(TokenRange words) const {
  return input_.tags.size() != input_.text.tokens.size() ||
         std::any_of(input_.tags.begin() + words.begin, input_.tags.begin() + words.end, is_noun);
}

/// A name right behind the role, before the comma in front of it or before "as", in the same sentence.
bool MatterFiller::stands_by_a_name(TokenRange words) const {
  const TokenRange sentence = sentence_range(input_.text, words.begin);
  for (std::uint32_t t = words.begin; t < words.end && t + 1 < sentence.end; ++t) {
    const bool role = input_.tags[t] == Tag::NN || input_.tags[t] == Tag::NNS;
    if (role && is_name(input_.tags[t + 1])) return true;
  }
  // "Rear Admiral Jo Kirby", but "an aide close to Kirby", "people who met Kirby".
  const std::uint32_t last = input_.mentions.of_token[words.end - 1];
  if (last < input_.mentions.all.size() && input_.mentions.all[last].kind == SourceKind::named_person) {
    const std::uint32_t begin = input_.mentions.all[last].range.begin;
    const Tag before = begin > words.begin ? input_.tags[begin - 1] : Tag::NN;
    const bool of_them = before == Tag::IN || before == Tag::TO || is_verb(before);
    if (!of_them) return true;
  }
  if (words.begin < sentence.begin + 2 || !is_name(input_.tags[words.begin - 2])) return false;
  // "to replace Jo Kirby as harbour master"
  if (input_.text.is(input_.text.tokens[words.begin - 1], Role::preposition_as)) return true;
  return words.end < sentence.end && is_comma(input_, words.begin - 1) && is_comma(input_, words.end);
}

/// "Scholars, including Jo Kirby of the port,": one of them is named in the phrase; "aides advising Jo Kirby": none is.
bool MatterFiller::names_one(TokenRange words) const {
  for (std::uint32_t t = words.begin + 1; t + 1 < words.end; ++t) {
    const bool opens = input_.tags[t] == Tag::VBG || input_.tags[t] == Tag::IN;
    if (!opens || !input_.text.tokens[t - 1].has(kPunct)) continue;
    const std::uint32_t next = input_.mentions.of_token[t + 1];
    if (next < input_.mentions.all.size() && input_.mentions.all[next].kind == SourceKind::named_person) return true;
  }
  return false;
}

/// Whether a word of the role is the singular of a plural noun: "strategist", "strategists".
bool MatterFiller::is_of_role(TokenRange role, WordId plural) const {
  const Lexicons& lexicons = input_.program.lexicons;
  const TokenRange words = clipped(input_.text, role);
  for (const Sense& many : lexicons.senses(plural)) {
    if (many.form != Form::plural) continue;
    for (std::uint32_t t = words.begin; t < words.end; ++t) {
      const auto one = lexicons.sense(input_.text.tokens[t].word, many.lexicon);
      if (one && one->entry == many.entry && one->form == Form::base) return true;
    }
  }
  return false;
}

/// "A lawyer for the port said … “…,” attorney Ona Vale said", "An aide said … her spokesman Omar Reed said": a word of
/// the role is of the same family, or both go between.
bool MatterFiller::is_of_family(TokenRange role, std::uint32_t head) const {
  const Lexicons& lexicons = input_.program.lexicons;
  const auto family = [&](std::uint32_t t) -> std::string_view {
    const auto sense = lexicons.sense(input_.text.tokens[t].word, role_);
    return sense ? lexicons.entry(sense->entry).attribute("kind") : std::string_view();
  };
  const auto goes_between = [&](std::uint32_t t) { return lexicons.has(input_.text.tokens[t].word, go_between_); };
  const std::string_view own = family(head);
  if (own.empty() && !goes_between(head)) return false;
  const TokenRange words = clipped(input_.text, role);
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    if ((!own.empty() && family(t) == own) || (goes_between(head) && goes_between(t))) return true;
  }
  return false;
}

/// "Some strategists doubt it. […] Ona Vale, a strategist for the port, said": one of them is named by the end of the
/// next paragraph; whoever is one himself, in the same paragraph.
bool MatterFiller::is_shown_by_name(TokenRange source) const {
  const TokenRange words = clipped(input_.text, source);
  if (words.empty() || words.begin >= input_.mentions.core_starts_at.size()) return false;
  const std::uint32_t opening = input_.mentions.core_starts_at[words.begin];
  const std::uint32_t sentence = sentence_at(input_.text, words.begin);
  if (opening >= input_.mentions.all.size() || sentence >= input_.text.sentences.size()) return false;
  const Mention& group = input_.mentions.all[opening];
  if (group.head >= input_.text.tokens.size()) return false;
  const bool several = group.number == GrammaticalNumber::plural;
  const std::uint32_t paragraph = input_.text.sentences[sentence].paragraph;
  const auto& paragraphs = input_.text.paragraphs;
  if (paragraph >= paragraphs.size()) return false;
  const std::uint32_t end =
      paragraphs[std::min<std::size_t>(paragraph + (several ? 1 : 0), paragraphs.size() - 1)].tokens.end;
  const std::size_t last = std::min<std::size_t>(input_.mentions.all.size(), opening + 1ULL + kMaxAhead);
  for (std::size_t m = opening + 1ULL; m < last; ++m) {
    const Mention& one = input_.mentions.all[m];
    if (one.core.begin >= end) break;
    if (one.core.begin < words.end || one.kind != SourceKind::named_person || one.name.empty()) continue;
    if (several ? is_of_role(one.role, input_.text.tokens[group.head].word) : is_of_family(one.role, group.head))
      return true;
  }
  return false;
}

/// "Officials said that it leaks", "accused Holm of fraud", not "officials unveiled a plan": something that could be
/// untrue.
bool MatterFiller::holds_clause(const Attribution& attribution) const {
  if (input_.tags.size() != input_.text.tokens.size()) return true;
  if (attribution.stance == Stance::criticism) return true;
  return std::ranges::any_of(attribution.content, [&](TokenRange part) {
    const TokenRange words = clipped(input_.text, part);
    // "That …" and what stands before who said it are clauses, whatever the tags make of their verb.
    if (words.end <= attribution.cue.begin || input_.text.is(words.begin, Role::complementiser_that)) return true;
    return std::any_of(input_.tags.begin() + words.begin, input_.tags.begin() + words.end,
                       [](Tag tag) { return is_finite(tag) || tag == Tag::MD; });
  });
}

/// "Some sceptics doubt it. “It will leak,” Ona Vale said": whose very words come next speaks for the vague many
/// before. Insiders are no vague many: "some officials said … “It is untrue,” Ona Vale said".
bool MatterFiller::is_borne_out(std::uint32_t attribution) const {
  const Attribution& many = input_.attributions[attribution];
  const MatterCounts called = words_.count(many.source);
  if (many.source.empty() || at(called, Matter::vague) == 0 || at(called, Matter::insider) != 0) return false;
  std::uint32_t end = std::max(many.source.end, many.cue.end);
  for (const TokenRange& part : many.content) end = std::max(end, part.end);
  const std::size_t sentence = sentence_at(input_.text, end - 1) + std::size_t{1};
  if (sentence >= input_.text.sentences.size()) return false;
  const std::uint32_t limit = input_.text.sentences[sentence].tokens.end;
  for (std::size_t b = attribution + std::size_t{1}; b < input_.attributions.size(); ++b) {
    const Attribution& next = input_.attributions[b];
    std::uint32_t begin = next.source.empty() ? next.cue.begin : std::min(next.source.begin, next.cue.begin);
    if (!next.content.empty()) begin = std::min(begin, next.content.front().begin);
    if (begin < end || next.within != kNone) {
      if (next.cue.begin < limit) continue;
      return false;
    }
    const Source* source = source_at(input_.sources, source_index(input_.sources, static_cast<std::uint32_t>(b)));
    return begin < limit && next.type != AttributionType::indirect && source != nullptr &&
           source->kind == SourceKind::named_person;
  }
  return false;
}

void MatterFiller::fill_source(std::uint32_t index) {
  const auto& spoken = use_.attributions[index];
  if (spoken.empty()) return;
  const Source& source = input_.sources.all[index];
  double words = 0, relays = 0, nested = 0, own = 0, sure = 0, first = kPlaces;
  double pejorative = 0, opinion = 0;
  bool direct = false, linked = false, sole = false, second_hand = false, definite = true, criticism = false;
  bool shown = false, asserts = false;
  MatterCounts said{}, called{};
  for (const std::uint32_t a : spoken) {
    const Attribution& attribution = input_.attributions[a];
    first = std::min(first, sheet_.value(Fact::attribution_place, a));
    linked = linked || sheet_.value(Fact::attribution_linked, a) != 0;
    // Whoever is not named is no origin that could be held to it.
    const std::uint32_t claim = a < claims_.of_attribution.size() ? claims_.of_attribution[a] : kNone;
    if (claim < claims_.origins.size()) sole = sole || claims_.origins[claim] <= (source.anonymous ? 0U : 1U);
    if (source_index(input_.sources, a) != index) {
      ++relays;
      continue;
    }
    ++own;
    words += sheet_.value(Fact::attribution_words, a);
    nested += sheet_.value(Fact::attribution_nested, a);
    sure = std::max(sure, certainty_of(input_, a));
    const TokenRange told = told_phrase(source, attribution.source);
    definite = definite && is_definite(told);
    shown = shown || is_shown_by_name(attribution.source) || is_borne_out(a);
    pejorative = std::max(pejorative, sheet_.value(Fact::attribution_pejorative, a));
    opinion = std::max(opinion, sheet_.value(Fact::attribution_opinion, a));
    criticism = criticism || (attribution.stance == Stance::criticism && attribution.type != AttributionType::indirect);
    direct = direct || attribution.type != AttributionType::indirect;
    asserts = asserts || (is_body(block_at(input_.text, attribution.cue.begin)) &&
                          (attribution.type != AttributionType::indirect || holds_clause(attribution)));
    second_hand = second_hand || (a < input_.sources.via.size() && !input_.sources.via[a].empty());

    const MatterCounts here = words_.count(attribution.content);
    const MatterCounts name = words_.count(told);
    for (std::size_t k = 0; k < kMatterCount; ++k) {
      said[k] += here[k];
      called[k] = std::max(called[k], name[k]);
    }
  }
  sheet_.set(Fact::source_words_share, index, use_.words > 0 ? words / use_.words : 0);
  sheet_.set(Fact::source_relays, index, relays);
  sheet_.set(Fact::source_nested, index, own > 0 ? nested / own : 0);
  sheet_.set(Fact::source_direct, index, flag(direct));
  sheet_.set(Fact::source_asserts, index, flag(asserts));
  sheet_.set(Fact::source_linked, index, flag(linked));
  sheet_.set(Fact::source_affiliated, index, flag(!source.affiliation.empty()));
  sheet_.set(Fact::source_sole, index, flag(sole));
  sheet_.set(Fact::source_own, index, flag(source.own));
  sheet_.set(Fact::source_second_hand, index, flag(second_hand));
  sheet_.set(Fact::source_place, index, first);
  sheet_.set(Fact::source_confidence, index, sure);
  sheet_.set(Fact::source_definite, index, flag(own > 0 && (definite || shown)));
  sheet_.set(Fact::source_research, index, at(called, Matter::research));
  sheet_.set(Fact::source_study, index, flag(at(called, Matter::study) > 0));
  sheet_.set(Fact::source_paper, index, flag(at(called, Matter::paper) > 0));
  sheet_.set(Fact::source_open_text, index, flag(at(called, Matter::open_text) > 0));
  sheet_.set(Fact::source_unpublished, index, flag(at(called, Matter::unpublished) > 0));
  sheet_.set(Fact::source_pejorative, index, pejorative);
  sheet_.set(Fact::source_opinion, index, opinion);
  sheet_.set(Fact::source_criticism, index, flag(criticism));
  sheet_.set(Fact::source_charge, index, at(said, Matter::charge));
  sheet_.set(Fact::source_mind, index, at(said, Matter::mind));
  sheet_.set(Fact::source_closed, index, at(said, Matter::closed));
  sheet_.set(Fact::source_figure, index, at(said, Matter::figure));
  sheet_.set(Fact::source_forecast, index, at(said, Matter::forecast));
  sheet_.set(Fact::source_insider, index, at(called, Matter::insider));
  sheet_.set(Fact::source_vague, index, at(called, Matter::vague));
  sheet_.set(Fact::source_house, index, at(called, Matter::house));
  sheet_.set(Fact::source_crowd, index, at(called, Matter::crowd));
  sheet_.set(Fact::source_speaks_for, index, at(called, Matter::speaks_for));
}

void MatterFiller::fill_claim(std::uint32_t index) {
  static constexpr std::pair<Fact, Matter> kCounts[] = {{Fact::claim_charge, Matter::charge},
                                                        {Fact::claim_contested, Matter::contested},
                                                        {Fact::claim_judged, Matter::judged},
                                                        {Fact::claim_hedge, Matter::hedge},
                                                        {Fact::claim_mind, Matter::mind},
                                                        {Fact::claim_closed, Matter::closed},
                                                        {Fact::claim_vague, Matter::vague},
                                                        {Fact::claim_figure, Matter::figure},
                                                        {Fact::claim_superlative, Matter::superlative},
                                                        {Fact::claim_forecast, Matter::forecast},
                                                        {Fact::claim_cause, Matter::cause},
                                                        {Fact::claim_document, Matter::document},
                                                        {Fact::claim_crowd, Matter::crowd}};
  const Text& text = input_.text;
  const Claim& claim = claims_.claims[index];
  const MatterCounts counts = words_.count(claim.parts);
  for (const auto& [fact, kind] : kCounts) sheet_.set(fact, index, at(counts, kind));
  double words = 0, names = 0, years = 0;
  bool question = false, quoted = false;
  for (const TokenRange& part : claim.parts) {
    const TokenRange range = clipped(text, part);
    const std::uint32_t end = std::min(range.end, range.begin + 400);
    bool in_name = false;
    for (std::uint32_t t = range.begin; t < end; ++t) {
      const Token& token = text.tokens[t];
      const bool name = input_.tags.size() == text.tokens.size() ? is_name(input_.tags[t])
                                                                 : token.has(kCapital) && !token.has(kSentenceStart);
      if (name && !in_name) ++names;
      in_name = name;
      const std::string_view word = text_of(input_.document, text, {t, t + 1});
      if (is_year(t)) ++years;
      if (word == "?") question = true;
      if (!token.has(kPunct)) ++words;
    }
    for (std::uint32_t t = range.begin; t < end && !quoted; ++t) quoted = text.quotation_of[t] != kNone;
  }
  const bool dated = years > 0;
  const std::uint32_t sentence = sentence_at(text, claim.range.begin);
  const bool here = sentence < speaks_.size() && speaks_[sentence] != 0;
  sheet_.set(Fact::claim_asserted, index, flag(claim.attributions.empty()));
  sheet_.set(Fact::claim_words, index, words);
  sheet_.set(Fact::claim_in_lead, index, flag(lead_.contains(claim.range.begin)));
  sheet_.set(Fact::claim_place, index, place(claim.range.begin));
  sheet_.set(Fact::claim_shared, index, flag(here));
  sheet_.set(Fact::claim_names, index, names);
  sheet_.set(Fact::claim_dated, index, flag(dated));
  sheet_.set(Fact::claim_quoted, index, flag(quoted));
  sheet_.set(Fact::claim_first_person, index, flag(at(counts, Matter::writer) > 0));
  static constexpr Matter kWeighty[] = {Matter::charge, Matter::contested, Matter::hedge,      Matter::mind,
                                        Matter::closed, Matter::vague,     Matter::superlative};
  const auto weight =
      std::count_if(std::begin(kWeighty), std::end(kWeighty), [&](Matter kind) { return at(counts, kind) > 0; });
  sheet_.set(Fact::claim_weight, index, static_cast<double>(weight));
  const bool background = dated || question || quoted || here || lead_.contains(claim.range.begin) ||
                          at(counts, Matter::writer) > 0 || at(counts, Matter::crowd) > 0;
  sheet_.set(Fact::claim_background, index, flag(background));
  const bool criticism = std::any_of(claim.attributions.begin(), claim.attributions.end(), [&](std::uint32_t a) {
    return input_.attributions[a].stance == Stance::criticism;
  });
  sheet_.set(Fact::claim_unknown, index, flag(at(counts, Matter::unknown) > 0));
  sheet_.set(Fact::claim_enacted, index, flag(tells_enactment(sentence)));
  sheet_.set(Fact::claim_credited, index, flag(is_credited(sentence)));
  sheet_.set(Fact::claim_formal, index, flag(tells_formal_act(sentence)));
  sheet_.set(Fact::claim_counted, index, flag(at(counts, Matter::figure) > years));
  const std::uint32_t last =
      sentence_at(text, claim.range.end > claim.range.begin ? claim.range.end - 1 : claim.range.begin);
  const bool followed = last < text.sentences.size() && named_until_[text.sentences[last].paragraph] > last + 1;
  sheet_.set(Fact::claim_followed, index, flag(followed));
  sheet_.set(Fact::claim_attitude, index, flag(sentence < attitude_.size() && attitude_[sentence] != 0));
  sheet_.set(Fact::claim_criticism, index, flag(criticism));
}

void MatterFiller::fill_accusation(std::uint32_t index) {
  const TokenRange range = accusations_[index].range;
  const MatterCounts counts = words_.count(range);
  sheet_.set(Fact::accusation_charge, index, at(counts, Matter::charge));
  sheet_.set(Fact::accusation_contested, index, at(counts, Matter::contested));
  sheet_.set(Fact::accusation_place, index, place(range.begin));
  bool dated = false;
  const TokenRange sentence = sentence_range(input_.text, range.begin);
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) dated = dated || is_year(t);
  sheet_.set(Fact::accusation_dated, index, flag(dated));
}

/// What opens a sentence, where its verb stands right behind: a modal or a present one that says what the subject does,
/// not how it fares ("is stuck", "has failed").
const Mention* MatterFiller::acting_subject(std::uint32_t sentence) const {
  if (sentence >= input_.text.sentences.size() || input_.tags.size() != input_.text.tokens.size()) return nullptr;
  const TokenRange range = input_.text.sentences[sentence].tokens;
  const std::vector<std::uint32_t>& starts = input_.mentions.core_starts_at;
  const std::uint32_t m = range.empty() || range.begin >= starts.size() ? kNone : starts[range.begin];
  if (m == kNone || input_.mentions.all[m].core.end >= range.end) return nullptr;
  const std::uint32_t verb = input_.mentions.all[m].core.end;
  for (const Role fares : {Role::passive_auxiliary, Role::auxiliary_have, Role::auxiliary_do}) {
    if (input_.text.is(verb, fares)) return nullptr;
  }
  const Tag tag = input_.tags[verb];
  return tag == Tag::MD || tag == Tag::VBZ || tag == Tag::VBP ? &input_.mentions.all[m] : nullptr;
}

/// "The measure would give …", "State law bars …", and "It would also …" behind one: a text that anybody can read says
/// so of itself.
bool MatterFiller::tells_enactment(std::uint32_t sentence) const {
  const Mention* subject = acting_subject(sentence);
  if (subject != nullptr && subject->pronoun && sentence > 0 && input_.tags[subject->core.end] == Tag::MD &&
      input_.text.sentences[sentence - 1].paragraph == input_.text.sentences[sentence].paragraph)
    subject = acting_subject(sentence - 1);
  return subject != nullptr && words_.has(subject->head, Matter::enactment);
}

/// The finite verb of a subject, behind adverbs and the verbs that help it; kNone where none stands there.
std::uint32_t MatterFiller::verb_behind(const Mention& mention) const {
  constexpr std::uint32_t kMost = 4;
  const Text& text = input_.text;
  std::uint32_t verb = kNone;
  for (std::uint32_t t = mention.range.end; t < std::min<std::size_t>(mention.range.end + kMost, input_.tags.size());
       ++t) {
    if (text.tokens[t].has(kSentenceStart)) break;
    const Tag tag = input_.tags[t];
    if (is_finite(tag) || (verb != kNone && is_verb(tag))) {
      verb = t;
    } else if (!is_adverb(tag)) {
      break;
    }
  }
  return verb;
}

/// Those whose core begins in the range; none where there are no tags to tell what they do.
std::span<const Mention> MatterFiller::mentions_in(TokenRange range) const {
  if (input_.tags.size() != input_.text.tokens.size()) return {};
  return hearsay::mentions_in(input_.mentions, range);
}

/// "The letter focuses on …", "it is clear from Holm's letter", "In the latest index, …": a paper that is told by name,
/// owner or article says it, and stands in the sentence. What it could or may say is not said by it.
bool MatterFiller::is_credited(std::uint32_t sentence) const {
  if (sentence >= input_.text.sentences.size()) return false;
  const TokenRange range = input_.text.sentences[sentence].tokens;
  for (const Mention& mention : mentions_in(range)) {
    if (!words_.has(mention.head, Matter::filing) || mention.possessive) continue;
    if (!mention.definite && mention.name.empty() && mention.affiliation.empty()) continue;
    const std::uint32_t verb = verb_behind(mention);
    if (verb != kNone && input_.tags[mention.range.end] != Tag::MD) return true;
    const std::uint32_t begin = mention.core.begin;
    if (begin == range.begin || input_.tags[begin - 1] != Tag::IN) continue;
    if (input_.text.is(begin - 1, Role::source_preposition)) return true;
    if (begin - 1 == range.begin && input_.text.is(begin - 1, Role::preposition_in)) return true;
  }
  return false;
}

/// "State senators voted to …", "the House has passed …": done in public, and on record.
bool MatterFiller::tells_formal_act(std::uint32_t sentence) const {
  if (sentence >= input_.text.sentences.size()) return false;
  for (const Mention& mention : mentions_in(input_.text.sentences[sentence].tokens)) {
    if (!words_.has(mention.head, Matter::chamber)) continue;
    const std::uint32_t verb = verb_behind(mention);
    if (verb != kNone && words_.has(verb, Matter::formal_act)) return true;
  }
  return false;
}

/// How it was made ("margin of sampling error"), and enough shares that the text is about them.
bool MatterFiller::tells_survey() const {
  constexpr std::uint32_t kShares = 6;
  bool method = false;
  std::uint32_t shares = 0;
  for (std::uint32_t t = 0; t < input_.text.tokens.size(); ++t) {
    method = method || words_.has(t, Matter::method);
    if (words_.has(t, Matter::share)) ++shares;
  }
  return method && shares >= kShares;
}

void MatterFiller::fill_article() {
  double documents = 0, accusations = 0;
  for (std::uint32_t s = 0; s < input_.sources.all.size(); ++s) {
    if (input_.sources.all[s].kind == SourceKind::document && !use_.attributions[s].empty()) ++documents;
  }
  for (std::uint32_t c = 0; c < claims_.claims.size(); ++c) {
    const bool charges = sheet_.value(Fact::claim_charge, c) > 0 || sheet_.value(Fact::claim_criticism, c) > 0;
    if (charges || claims_.claims[c].kind == "accusation") ++accusations;
  }
  sheet_.set(Fact::article_documents, 0, documents);
  sheet_.set(Fact::article_survey, 0, flag(tells_survey()));
  sheet_.set(Fact::article_accusations, 0, accusations);
}

}  // namespace

void add_matter_facts(const ScoreInput& input, const FoundClaims& claims, const SourceUse& use,
                      const std::vector<Accusation>& accusations, FactSheet& sheet) {
  MatterFiller(input, claims, use, accusations, sheet).run();
}

}  // namespace hearsay
