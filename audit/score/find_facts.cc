// find_facts: one pass per subject fills its table: attributions, then claims, then sources (which gather from their
// attributions), then quotations, then the article. Words of lexicons are looked for only where an anonymous source
// speaks, and only in a bounded stretch.
#include "score/find_facts.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "score/find_words.h"
#include "score/matter_facts.h"
#include "score/positions.h"
#include "score/voices.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxMentions = 16;  // of a document, looked at for its provenance
constexpr std::uint32_t kMaxTokens = 64;  // of one mention

class Filler {
 public:
  Filler(const ScoreInput& input, const FoundClaims& claims, const std::vector<std::uint32_t>& voices,
         const SourceUse& use, const std::vector<Contradiction>& contradictions,
         const std::vector<Accusation>& accusations)
      : input_(input),
        claims_(claims),
        voices_(voices),
        use_(use),
        contradictions_(contradictions),
        accusations_(accusations),
        words_(input),
        sheet_({input.attributions.size(), input.sources.all.size(), claims.claims.size(), input.text.quotations.size(),
                1, contradictions.size(), accusations.size()}) {}

  FactSheet run() {
    find_lead();
    for (std::uint32_t i = 0; i < input_.attributions.size(); ++i) fill_attribution(i);
    find_refusals();
    for (std::uint32_t i = 0; i < input_.sources.all.size(); ++i) fill_source(i);
    fill_claims();
    fill_quotations();
    fill_article();
    fill_contradictions();
    fill_accusations();
    return std::move(sheet_);
  }

 private:
  void find_lead();
  void find_refusals();
  void fill_attribution(std::uint32_t index);
  void fill_source(std::uint32_t index);
  void fill_contradictions();
  void fill_accusations();
  [[nodiscard]] bool accused_answer(const Claim& claim) const;
  void fill_claims();
  void fill_quotations();
  void fill_article();
  [[nodiscard]] double late(const Attribution& attribution) const;
  [[nodiscard]] bool has_provenance(std::uint32_t source) const;
  [[nodiscard]] bool in_lead(std::uint32_t token) const { return lead_.contains(token); }

  const ScoreInput& input_;
  const FoundClaims& claims_;
  const std::vector<std::uint32_t>& voices_;
  const SourceUse& use_;
  const std::vector<Contradiction>& contradictions_;
  const std::vector<Accusation>& accusations_;
  WordFinder words_;
  FactSheet sheet_;
  TokenRange lead_;                                                // the first paragraph of the body
  std::vector<char> voice_declined_;                               // per voice: would not comment
  std::set<std::pair<std::uint32_t, std::uint32_t>> declined_in_;  // which source, in which sentence
  bool answered_ = false;                                          // somebody denies or refuses
};

void Filler::find_lead() {
  for (const Paragraph& paragraph : input_.text.paragraphs) {
    if (paragraph.kind != BlockKind::paragraph || paragraph.tokens.empty()) continue;
    lead_ = paragraph.tokens;
    return;
  }
}

/// How many sentences of its content end before the sentence that says who speaks begins.
double Filler::late(const Attribution& attribution) const {
  if (is_embedded_post(attribution)) return 0;  // a post is seen to be one before it is read
  if (attribution.content.empty()) return 0;
  const std::uint32_t first = sentence_at(input_.text, attribution.content.front().begin);
  const std::uint32_t cue = sentence_at(input_.text, anchor_of(attribution));
  return first == kNone || cue == kNone || first >= cue ? 0 : static_cast<double>(cue - first);
}

void Filler::fill_attribution(std::uint32_t index) {
  const Attribution& attribution = input_.attributions[index];
  const std::uint32_t anchor = anchor_of(attribution);
  const BlockKind block = block_at(input_.text, anchor);
  const Source* source = source_at(input_.sources, source_index(input_.sources, index));
  sheet_.set(Fact::attribution_mode, index, static_cast<double>(attribution.mode));
  sheet_.set(Fact::attribution_type, index, static_cast<double>(attribution.type));
  sheet_.set(Fact::attribution_stance, index, static_cast<double>(attribution.stance));
  sheet_.set(Fact::attribution_in_headline, index,
             flag(block == BlockKind::headline || block == BlockKind::standfirst));
  sheet_.set(Fact::attribution_in_lead, index, flag(in_lead(anchor)));
  sheet_.set(Fact::attribution_nested, index, flag(attribution.within < input_.attributions.size()));
  sheet_.set(Fact::attribution_negated, index, flag(attribution.negated));
  sheet_.set(Fact::attribution_late, index, late(attribution));
  if (index < input_.trace.chains.size()) {
    const Chain& chain = input_.trace.chains[index];
    sheet_.set(Fact::attribution_traced, index, flag(chain.traced));
    sheet_.set(Fact::attribution_linked, index, flag(!chain.links.empty()));
    const bool media = std::any_of(chain.hops.begin(), chain.hops.end(), [&](const Hop& hop) {
      const Source* at = source_at(input_.sources, hop.source);
      return at != nullptr && at->kind == SourceKind::media;
    });
    sheet_.set(Fact::attribution_media_relay, index, flag(media));
  }
  const std::uint32_t claim = index < claims_.of_attribution.size() ? claims_.of_attribution[index] : kNone;
  sheet_.set(Fact::attribution_corroborated, index,
             flag(claim < claims_.origins.size() && claims_.origins[claim] >= 2));
  if (source != nullptr && source->anonymous) {
    sheet_.set(Fact::attribution_pejorative, index, words_.count(WordList::pejorative, attribution.content));
    sheet_.set(Fact::attribution_opinion, index, words_.count(WordList::opinion, attribution.content));
  }
}

void Filler::find_refusals() {
  voice_declined_.assign(input_.sources.all.size(), 0);
  for (std::uint32_t i = 0; i < input_.attributions.size(); ++i) {
    const Stance stance = input_.attributions[i].stance;
    answered_ = answered_ || stance == Stance::deny || stance == Stance::refuse;
    const std::uint32_t source = source_index(input_.sources, i);
    const bool declines = stance == Stance::refuse && input_.attributions[i].statement;
    if (!declines || source == kNone) continue;
    voice_declined_[voices_[source]] = 1;
    declined_in_.emplace(source, sentence_at(input_.text, input_.attributions[i].cue.begin));
  }
}

bool Filler::has_provenance(std::uint32_t index) const {
  const Source& source = input_.sources.all[index];
  if (!source.affiliation.empty() || source.register_entry != kNone) return true;
  const auto tells = [&](TokenRange words) {
    const TokenRange range = clipped(input_.text, words);
    if (!range.empty() && input_.text.is(input_.text.tokens[range.begin], Role::whose)) return true;
    for (std::uint32_t t = range.begin; t < std::min(range.end, range.begin + kMaxTokens); ++t) {
      const Token& token = input_.text.tokens[t];
      if (token.has(kDigit) || (token.has(kCapital) && !token.has(kSentenceStart))) return true;
    }
    return false;
  };
  // "The filing from the harbour office": a mention may end before what tells whose it is.
  for (const std::uint32_t a : use_.attributions[index]) {
    if (sheet_.value(Fact::attribution_linked, a) != 0) return true;
    if (source_index(input_.sources, a) == index && tells(input_.attributions[a].source)) return true;
  }
  const std::size_t mentions = std::min(source.mentions.size(), kMaxMentions);
  return std::any_of(source.mentions.begin(), source.mentions.begin() + static_cast<std::ptrdiff_t>(mentions), tells);
}

void Filler::fill_source(std::uint32_t index) {
  const Source& source = input_.sources.all[index];
  bool plural = source.number == GrammaticalNumber::plural, introduced = false;
  bool counted = source.specificity == Specificity::counted, lead = false;
  bool access = source.specificity == Specificity::access, motive = false;
  bool reason = source.specificity == Specificity::reasoned, rote = false;
  for (const std::uint32_t a : use_.attributions[index]) {
    const Attribution& attribution = input_.attributions[a];
    lead =
        lead || sheet_.value(Fact::attribution_in_lead, a) != 0 || sheet_.value(Fact::attribution_in_headline, a) != 0;
    if (!source.anonymous) continue;
    const TokenRange words = clipped(input_.text, attribution.source);
    // "A source briefed on the talks", "two officials with knowledge of them": number and count stand with the first
    // phrase.
    std::uint32_t mention = kNone;
    if (!words.empty() && words.begin < input_.mentions.core_starts_at.size())
      mention = input_.mentions.core_starts_at[words.begin];
    for (std::uint32_t t = words.begin;
         mention == kNone && t < std::min<std::size_t>(words.end, input_.mentions.of_token.size()); ++t)
      mention = input_.mentions.of_token[t];
    if (mention < input_.mentions.all.size()) {
      const Mention& phrase = input_.mentions.all[mention];
      // "A source" is one, however many speak further down.
      if (!phrase.pronoun && !introduced) plural = phrase.number == GrammaticalNumber::plural;
      introduced = introduced || !phrase.pronoun;
      counted = counted || !phrase.count.empty();
    }
    access = access || words_.beside(WordList::access, attribution);
    motive = motive || words_.beside(WordList::motive, attribution);
    if (!attribution.reason.empty()) {
      reason = true;
      rote = rote || words_.count(WordList::rote_reason, {&attribution.reason, 1}) > 0;
    }
  }
  sheet_.set(Fact::source_kind, index, static_cast<double>(source.kind));
  sheet_.set(Fact::source_anonymous, index, flag(source.anonymous));
  sheet_.set(Fact::source_identified, index, flag(is_identified(source)));
  sheet_.set(Fact::source_plural, index, flag(plural));
  sheet_.set(Fact::source_counted, index, flag(counted));
  sheet_.set(Fact::source_specificity, index, static_cast<double>(source.specificity));
  sheet_.set(Fact::source_access, index, flag(access));
  sheet_.set(Fact::source_motive, index, flag(motive));
  sheet_.set(Fact::source_reason, index, flag(reason));
  sheet_.set(Fact::source_rote_reason, index, flag(rote));
  sheet_.set(Fact::source_attributions, index, static_cast<double>(use_.attributions[index].size()));
  sheet_.set(Fact::source_in_lead, index, flag(lead));
  // "declined to comment, citing the inquiry": that is all it says.
  const bool speaks =
      std::any_of(use_.attributions[index].begin(), use_.attributions[index].end(), [&](std::uint32_t a) {
        const Attribution& said = input_.attributions[a];
        return said.stance != Stance::refuse && tells_words(input_, a) &&
               !declined_in_.contains({index, sentence_at(input_.text, said.cue.begin)});
      });
  sheet_.set(Fact::source_declined, index, flag(speaks && voice_declined_[voices_[index]] != 0));
  sheet_.set(Fact::source_provenance, index, flag(source.kind != SourceKind::document || has_provenance(index)));
}

/// Whether somebody charged in the claim answers.
bool Filler::accused_answer(const Claim& claim) const {
  return std::any_of(accusations_.begin(), accusations_.end(),
                     [&](const Accusation& one) { return one.answered && claim.range.contains(one.phrase.begin); });
}

void Filler::fill_claims() {
  const auto& links = input_.document.links;
  for (std::uint32_t c = 0; c < claims_.claims.size(); ++c) {
    const Claim& claim = claims_.claims[c];
    const auto& kinds = fact_words(Fact::claim_kind);
    const auto kind = std::find(kinds.begin(), kinds.end(), claim.kind);
    const bool answered = answered_ || accused_answer(claim);
    const Span span = span_of(input_.text, sentence_range(input_.text, claim.range.begin));
    const auto link =
        std::partition_point(links.begin(), links.end(), [&](const Link& one) { return one.span.end <= span.begin; });
    sheet_.set(Fact::claim_status, c, static_cast<double>(claim.status));
    sheet_.set(Fact::claim_kind, c, kind == kinds.end() ? 0 : static_cast<double>(kind - kinds.begin()));
    sheet_.set(Fact::claim_attributions, c, static_cast<double>(claim.attributions.size()));
    sheet_.set(Fact::claim_origins, c, static_cast<double>(claims_.origins[c]));
    sheet_.set(Fact::claim_linked, c, flag(link != links.end() && link->span.begin < span.end));
    sheet_.set(Fact::claim_answered, c, flag(answered));
  }
}

void Filler::fill_quotations() {
  const Text& text = input_.text;
  std::vector<std::int32_t> change(text.tokens.size() + 1, 0);
  for (const Attribution& attribution : input_.attributions) {
    for (const TokenRange& part : attribution.content) {
      const TokenRange range = clipped(text, part);
      if (range.empty()) continue;
      ++change[range.begin];
      --change[range.end];
    }
  }
  std::vector<std::uint32_t> said(text.tokens.size() + 1, 0);  // tokens before that are content
  std::int32_t depth = 0;
  for (std::size_t t = 0; t < text.tokens.size(); ++t) {
    depth += change[t];
    said[t + 1] = said[t] + (depth > 0 ? 1U : 0U);
  }
  std::vector<char> attributed(text.quotations.size(), 0);
  for (std::uint32_t q = 0; q < text.quotations.size(); ++q) {
    const Quotation& quotation = text.quotations[q];
    const TokenRange range = clipped(text, quotation.tokens);
    bool given = range.empty() || said[range.end] > said[range.begin] || !is_body(block_at(text, range.begin));
    for (const std::uint32_t before : {quotation.parent, quotation.continues})
      given = given || (before < q && attributed[before] != 0);
    attributed[q] = given ? 1 : 0;
    sheet_.set(Fact::quotation_attributed, q, flag(given));
    sheet_.set(Fact::quotation_scare, q, flag(quotation.scare));
    sheet_.set(Fact::quotation_words, q, range.size() > 2 ? range.size() - 2 : 0);
  }
}

void Filler::fill_article() {
  double speaking = 0, anonymous = 0, told = 0, told_anonymous = 0, told_media = 0, unattributed = 0;
  std::vector<char> identified(input_.sources.all.size(), 0), voice(input_.sources.all.size(), 0);
  for (std::uint32_t s = 0; s < input_.sources.all.size(); ++s) {
    const Source& source = input_.sources.all[s];
    if (use_.attributions[s].empty()) continue;
    ++speaking;
    if (source.anonymous) ++anonymous;
    if (!is_identified(source)) continue;
    identified[voices_[s]] = 1;
    if (source.kind == SourceKind::named_organisation || sheet_.value(Fact::source_provenance, s) == 0) continue;
    const auto& spoken = use_.attributions[s];
    const bool own = std::any_of(spoken.begin(), spoken.end(),
                                 [&](std::uint32_t a) { return sheet_.value(Fact::attribution_nested, a) == 0; });
    if (own) voice[voices_[s]] = 1;
  }
  for (std::uint32_t a = 0; a < input_.attributions.size(); ++a) {
    const Source* source = source_at(input_.sources, source_index(input_.sources, a));
    if (source == nullptr || !input_.attributions[a].statement) continue;
    ++told;
    if (source->anonymous) ++told_anonymous;
    if (source->kind == SourceKind::media) ++told_media;
  }
  double claims = 0;
  for (const Claim& claim : claims_.claims) {
    if (!counts(claim)) continue;
    ++claims;
    if (claim.status == ClaimStatus::unattributed) ++unattributed;
  }
  double top = 0;
  for (const double words : use_.voice_words) top = std::max(top, words);
  double words = 0;
  for (const Token& token : input_.text.tokens) words += token.has(kPunct) || token.has(kClitic) ? 0 : 1;
  const auto ratio = [](double part, double whole) { return whole > 0 ? part / whole : 0; };
  sheet_.set(Fact::article_attributions, 0,
             static_cast<double>(std::count_if(input_.attributions.begin(), input_.attributions.end(),
                                               [](const Attribution& a) { return a.statement; })));
  sheet_.set(Fact::article_sources, 0, speaking);
  sheet_.set(Fact::article_anonymous_sources, 0, anonymous);
  sheet_.set(Fact::article_identified_sources, 0,
             static_cast<double>(std::count(identified.begin(), identified.end(), 1)));
  sheet_.set(Fact::article_identified_voices, 0, static_cast<double>(std::count(voice.begin(), voice.end(), 1)));
  sheet_.set(Fact::article_anonymous_share, 0, ratio(told_anonymous, told));
  sheet_.set(Fact::article_media_share, 0, ratio(told_media, told));
  sheet_.set(Fact::article_top_voice_share, 0, ratio(top, use_.words));
  sheet_.set(Fact::article_claims, 0, claims);
  sheet_.set(Fact::article_unattributed_share, 0, ratio(unattributed, claims));
  sheet_.set(Fact::article_byline, 0, flag(!input_.document.byline.empty()));
  sheet_.set(Fact::article_opinion, 0, flag(is_opinion(input_.genre.id)));
  sheet_.set(Fact::article_words, 0, words);
}

void Filler::fill_contradictions() {
  for (std::size_t i = 0; i < contradictions_.size(); ++i) {
    const Contradiction& one = contradictions_[i];
    const std::uint32_t at = one.here.begin;
    sheet_.set(Fact::contradiction_kind, i, static_cast<double>(one.kind));
    sheet_.set(Fact::contradiction_quoted, i,
               flag(at < input_.text.quotation_of.size() && input_.text.quotation_of[at] != kNone));
    sheet_.set(Fact::contradiction_certainty, i, one.certainty);
  }
}

void Filler::fill_accusations() {
  for (std::size_t i = 0; i < accusations_.size(); ++i) {
    const Accusation& one = accusations_[i];
    const std::uint32_t at = one.range.begin;
    const bool own = one.attribution == kNone;
    const Source* accuser = own ? nullptr : source_at(input_.sources, source_index(input_.sources, one.attribution));
    sheet_.set(Fact::accusation_accused, i, static_cast<double>(one.kind));
    sheet_.set(Fact::accusation_answered, i, flag(one.answered));
    sheet_.set(Fact::accusation_asserted, i, flag(own));
    sheet_.set(Fact::accusation_anonymous, i, flag(!own && (accuser == nullptr || accuser->anonymous)));
    sheet_.set(Fact::accusation_in_lead, i, flag(in_lead(at)));
    sheet_.set(Fact::accusation_quoted, i,
               flag(at < input_.text.quotation_of.size() && input_.text.quotation_of[at] != kNone));
    sheet_.set(Fact::accusation_times, i, one.times);
    sheet_.set(Fact::accusation_certainty, i, one.certainty);
  }
}

}  // namespace

FactSheet::FactSheet(const std::array<std::size_t, kSubjectCount>& rows) {
  std::array<std::size_t, kSubjectCount> width{};
  for (const FactInfo& info : facts()) {
    const auto table = static_cast<std::size_t>(info.subject);
    columns_.push_back({.table = table, .offset = width[table]++, .stride = 0, .rows = rows[table]});
  }
  for (Column& column : columns_) column.stride = width[column.table];
  for (std::size_t table = 0; table < kSubjectCount; ++table) tables_[table].assign(rows[table] * width[table], 0);
}

void FactSheet::set(Fact fact, std::size_t row, double value) {
  const Column& column = columns_[static_cast<std::size_t>(fact)];
  if (row < column.rows) tables_[column.table][row * column.stride + column.offset] = value;
}

SourceUse find_use(const ScoreInput& input, const std::vector<std::uint32_t>& voices) {
  SourceUse use;
  const std::size_t count = input.sources.all.size();
  use.attributions.resize(count);
  use.voice_words.assign(count, 0);
  for (std::uint32_t a = 0; a < input.attributions.size(); ++a) {
    const Attribution& attribution = input.attributions[a];
    if (!attribution.statement) continue;
    const auto add = [&](std::uint32_t source) {
      if (source >= count) return;
      if (use.attributions[source].empty() || use.attributions[source].back() != a)
        use.attributions[source].push_back(a);
    };
    const std::uint32_t source = source_index(input.sources, a);
    add(source);
    if (a < input.sources.via.size()) std::for_each(input.sources.via[a].begin(), input.sources.via[a].end(), add);
    if (attribution.within < input.attributions.size() || attribution.mode == SourceMode::author) continue;
    double words = 0;
    for (const TokenRange& part : attribution.content) words += static_cast<double>(clipped(input.text, part).size());
    use.words += words;
    if (source != kNone) use.voice_words[voices[source]] += words;
  }
  return use;
}

FactSheet find_facts(const ScoreInput& input, const FoundClaims& claims, const std::vector<std::uint32_t>& voices,
                     const SourceUse& use, const std::vector<Contradiction>& contradictions,
                     const std::vector<Accusation>& accusations) {
  FactSheet sheet = Filler(input, claims, voices, use, contradictions, accusations).run();
  add_matter_facts(input, claims, use, accusations, sheet);
  return sheet;
}

}  // namespace hearsay
