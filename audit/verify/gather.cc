// gather_quotations: outermost quotations of the body, the headline and the standfirst, each with the attribution that
// holds it; then indirect words that give a number or a name.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "mentions/mention.h"
#include "verify/verify.h"

namespace hearsay {
namespace {

constexpr double kSureSpeaker = 0.5;  // certainty below which nobody is held to be the source

class Gatherer {
 public:
  Gatherer(const Article& article, const Attributions& attributions, const Sources& sources)
      : article_(article), attributions_(attributions), sources_(sources) {}

  std::vector<DraftQuotation> run() {
    for (std::uint32_t q = 0; q < article_.text.quotations.size(); ++q) quotation(q);
    for (std::uint32_t a = 0; a < attributions_.size(); ++a) indirect(a);
    std::stable_sort(out_.begin(), out_.end(), [](const DraftQuotation& a, const DraftQuotation& b) {
      return a.spans.front().begin < b.spans.front().begin;
    });
    return std::move(out_);
  }

 private:
  /// The innermost attribution in whose content the range lies.
  [[nodiscard]] std::uint32_t attribution_of(TokenRange range) const {
    std::uint32_t best = kNone;
    std::uint32_t size = kNone;
    for (std::uint32_t a = 0; a < attributions_.size(); ++a) {
      for (const TokenRange& content : attributions_[a].content) {
        // Marks may stand outside of it.
        const bool holds = content.begin <= range.begin + 1 && range.end <= content.end + 1 && content.overlaps(range);
        if (!holds || content.size() >= size) continue;
        best = a;
        size = content.size();
      }
    }
    return best;
  }

  void quotation(std::uint32_t q) {
    const Quotation& quote = article_.text.quotations[q];
    if (quote.parent != kNone) return;
    const std::uint32_t attribution = attribution_of(quote.tokens);
    if (quote.scare && attribution == kNone) return;
    TokenRange inner = quote.tokens;
    if (quote.style != QuoteStyle::block) {
      ++inner.begin;
      if (quote.closed) --inner.end;
    }
    if (inner.empty()) return;
    const Span span = span_of(article_.text, inner);
    if (attribution != kNone && goes_on(attribution, quote.tokens)) {
      out_.back().spans.push_back(span);
      end_ = quote.tokens.end;
      return;
    }
    out_.push_back({.attribution = attribution, .spans = {span}});
    end_ = quote.tokens.end;
    if (attribution != kNone) out_.back().speaker = speaker_of(attribution);
    around(quote.tokens, out_.back());
  }

  /// "The wall," she said, "is safe": the cue stands between, and the sentence goes on.
  [[nodiscard]] bool goes_on(std::uint32_t attribution, TokenRange tokens) const {
    if (out_.empty() || out_.back().attribution != attribution || end_ == 0) return false;
    const Attribution& said = attributions_[attribution];
    if (said.cue.empty() || said.cue.begin < end_ || said.cue.end > tokens.begin) return false;
    const Span before = out_.back().spans.back();
    const std::string_view words = trim(std::string_view(article_.document.text).substr(before.begin, before.size()));
    if (words.empty() || words.back() == '.' || words.back() == '!' || words.back() == '?') return false;
    return article_.text.sentence_of[tokens.begin] == article_.text.sentence_of[end_ - 1];
  }

  [[nodiscard]] GivenSpeaker speaker_of(std::uint32_t attribution) const {
    GivenSpeaker given;
    const std::uint32_t s = attribution < sources_.of_attribution.size() ? sources_.of_attribution[attribution] : kNone;
    if (s == kNone || sources_.all[s].kind != SourceKind::named_person) return given;
    if (attribution < sources_.certainty.size() && sources_.certainty[attribution] < kSureSpeaker) return given;
    given.names.push_back(sources_.all[s].name);
    for (const std::string& alias : sources_.all[s].aliases) given.names.push_back(alias);
    given.described = sources_.all[s].description;
    given.by_name = names_itself(article_, attributions_[attribution]);
    return given;
  }

  /// What the writer's own words of the sentence say.
  void around(TokenRange tokens, DraftQuotation& into) const {
    const Text& text = article_.text;
    const std::uint32_t first = text.sentence_of[tokens.begin], last = text.sentence_of[tokens.end - 1];
    const ClosedWords& roles = text.language->compared;
    for (std::uint32_t s = first; s <= last && s < text.sentences.size(); ++s) {
      const TokenRange range = text.sentences[s].tokens;
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        if (text.quotation_of[i] != kNone) continue;
        const ClosedWords::Row row = roles.row(text.tokens[i].hash);
        into.around_denies = into.around_denies || roles.has(row, Role::denies);
        into.around_conditions = into.around_conditions || roles.has(row, Role::opens_condition);
      }
    }
  }

  void indirect(std::uint32_t a) {
    const Attribution& said = attributions_[a];
    if (said.type != AttributionType::indirect || !said.statement) return;
    DraftQuotation out{.attribution = a, .quoted = false, .speaker = speaker_of(a)};
    bool tells = false;
    for (const TokenRange& content : said.content) {
      if (content.empty()) continue;
      out.spans.push_back(span_of(article_.text, content));
      for (std::uint32_t i = content.begin; i < content.end; ++i) {
        const Token& token = article_.text.tokens[i];
        const bool number = token.has(kDigit) || (i < article_.tags.size() && article_.tags[i] == Tag::CD);
        const bool name = i < article_.tags.size() && hearsay::is_name(article_.tags[i]);
        tells = tells || number || name;
      }
    }
    if (tells && !out.spans.empty()) out_.push_back(std::move(out));
  }

  const Article& article_;
  const Attributions& attributions_;
  const Sources& sources_;
  std::vector<DraftQuotation> out_;
  std::uint32_t end_ = 0;  // token behind the quotation that was gathered last
};

}  // namespace

bool names_itself(const Article& article, const Attribution& said) {
  const std::vector<Mention>& all = article.mentions.all;
  return std::any_of(all.begin(), all.end(), [&](const Mention& one) {
    return !one.name.empty() && !one.pronoun && said.source.begin <= one.name.begin && one.name.end <= said.source.end;
  });
}

std::vector<DraftQuotation> gather_quotations(const Article& article, const Attributions& attributions,
                                              const Sources& sources) {
  return Gatherer(article, attributions, sources).run();
}

}  // namespace hearsay
