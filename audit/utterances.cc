// Entry: utterances_of. The text is cut into tokens and quotations again: a scorecard holds spans, no words.
#include "utterances.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "report/text_index.h"
#include "tokens/tokenize.h"
#include "trace/sign.h"

namespace hearsay {
namespace {

/// What is read of a report's blocks; all that is read is a paragraph here, what is not is left out.
bool is_read_kind(std::string_view kind) {
  for (const std::string_view read :
       {"paragraph", "heading", "list-item", "blockquote", "headline", "standfirst", "post", "post-by"}) {
    if (kind == read) return true;
  }
  return false;
}

constexpr std::uint32_t kMostDebris = 80;  // tokens

/// "TarnHarbour": a name and a headline that lost the space between them.
bool is_glued(std::string_view word) {
  for (std::size_t i = 2; i + 1 < word.size(); ++i) {
    const auto is_lower = [&](std::size_t at) { return word[at] >= 'a' && word[at] <= 'z'; };
    if (is_lower(i - 2) && is_lower(i - 1) && word[i] >= 'A' && word[i] <= 'Z') return true;
  }
  return false;
}

class Detacher {
 public:
  Detacher(const Report& report, const Vocabulary& vocabulary) : report_(report), index_(report.text) {
    document_.text = report.text;
    add_blocks();
    text_ = tokenize(document_, vocabulary);
    covered_.assign(text_.tokens.size(), false);
    debris_.assign(text_.tokens.size(), false);
    mark_debris();
    for (const ReportSource& source : report.sources) sources_.emplace(source.id, &source);
  }

  std::vector<Utterance> run() {
    for (const ReportAttribution& attribution : report_.attributions) {
      if (attribution.statement) add(attribution);
    }
    for (const Quotation& quotation : text_.quotations) add(quotation);
    return std::move(utterances_);
  }

 private:
  void add_blocks() {
    for (const ReportBlock& block : report_.blocks) {
      const Span span{index_.byte(block.span.first), index_.byte(block.span.second)};
      const bool in_order = document_.blocks.empty() || document_.blocks.back().span.end <= span.begin;
      if (is_read_kind(block.kind) && !span.empty() && in_order)
        document_.blocks.push_back({span, BlockKind::paragraph});
    }
    if (!report_.blocks.empty()) return;
    const std::string_view text = report_.text;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (end > begin) {
        document_.blocks.push_back(
            {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, BlockKind::paragraph});
      }
      begin = end + 1;
    }
  }

  /// Related headlines that a page sets within a sentence, left by whoever took the text off it: from a glued word to
  /// the word in capitals ("MORE") that ends them. Their words are in many articles and nobody says them there.
  void mark_debris() {
    std::uint32_t begin = kNone;
    for (std::uint32_t at = 0; at < text_.tokens.size(); ++at) {
      const Token& token = text_.tokens[at];
      if (token.has(kMixedCase) && is_glued(token_text(document_, token))) begin = at;
      if (begin == kNone || !token.has(kAllCaps) || !text_.is(token, Role::page_debris_end)) continue;
      if (at - begin <= kMostDebris) std::fill(debris_.begin() + begin, debris_.begin() + at + 1, true);
      begin = kNone;
    }
  }

  [[nodiscard]] bool is_debris(TokenRange range) const {
    return std::count(debris_.begin() + range.begin, debris_.begin() + range.end, true) * 3 > range.size();
  }

  [[nodiscard]] TokenRange tokens_in(Span span) const {
    const auto& tokens = text_.tokens;
    const auto first = std::partition_point(tokens.begin(), tokens.end(),
                                            [&](const Token& token) { return token.begin < span.begin; });
    const auto last =
        std::partition_point(first, tokens.end(), [&](const Token& token) { return token.end <= span.end; });
    return {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())};
  }

  [[nodiscard]] Utterance blank() const {
    Utterance made;
    made.article = report_.id;
    made.outlet = report_.outlet;
    made.published = report_.published;
    return made;
  }

  static void take(Compared compared, Utterance& to) {
    to.quoted = compared.quoted;
    to.words = std::move(compared.words);
    to.facts = std::move(compared.facts);
  }

  void add(const ReportAttribution& attribution) {
    std::vector<TokenRange> content;
    std::string words;
    for (const CodeSpan& piece : attribution.content) {
      const Span span{index_.byte(piece.first), index_.byte(piece.second)};
      content.push_back(tokens_in(span));
      for (std::uint32_t at = content.back().begin; at < content.back().end; ++at) covered_[at] = true;
      words.append(words.empty() ? "" : " ").append(index_.slice(piece));
    }
    if (std::any_of(content.begin(), content.end(), [&](TokenRange range) { return is_debris(range); })) return;
    const AttributionType type = attribution.type == "indirect" ? AttributionType::indirect : AttributionType::direct;
    Compared compared = compared_words(document_, text_, content, type);
    Signature signature = attribution.signature.empty() ? sign(compared) : attribution.signature;
    if (signature.empty() || words.empty()) return;  // a card of another hand may sign what is not there
    Utterance made = blank();
    made.attribution = attribution.id;
    made.within = attribution.within;
    made.text = std::move(words);
    made.medium = attribution.medium;
    made.signature = std::move(signature);
    take(std::move(compared), made);
    if (const auto found = sources_.find(attribution.source); found != sources_.end()) {
      made.source = found->second->name;
      made.anonymous = found->second->anonymous;
    }
    for (const ReportHop& hop : attribution.chain) {
      if (hop.medium == kWire) made.via.push_back(hop.name);
    }
    made.wires = made.via.size();
    for (const std::string& relay : attribution.via) {
      if (const auto found = sources_.find(relay); found != sources_.end()) made.via.push_back(found->second->name);
    }
    utterances_.push_back(std::move(made));
  }

  void add(const Quotation& quotation) {
    const TokenRange range = quotation.tokens;
    if (range.empty() || quotation.parent != kNone || quotation.scare || is_debris(range)) return;
    const auto covered = std::count(covered_.begin() + range.begin, covered_.begin() + range.end, true);
    if (2 * covered > range.size()) return;
    Compared compared = compared_words(document_, text_, std::span(&range, 1), AttributionType::direct);
    Signature signature = sign(compared);
    if (!compared.quoted || signature.empty()) return;
    Utterance made = blank();
    made.text = std::string(text_of(document_, text_, range));
    made.signature = std::move(signature);
    take(std::move(compared), made);
    made.via = wires_;
    made.wires = wires_.size();
    utterances_.push_back(std::move(made));
  }

  /// The agencies of the whole story, from any chain that shows them.
  static std::vector<std::string> wires_of(const Report& report) {
    std::vector<std::string> names;
    for (const ReportAttribution& attribution : report.attributions) {
      if (!names.empty()) break;
      for (const ReportHop& hop : attribution.chain) {
        if (hop.medium == kWire) names.push_back(hop.name);
      }
    }
    return names;
  }

  const Report& report_;
  const std::vector<std::string> wires_ = wires_of(report_);
  TextIndex index_;
  Document document_;
  Text text_;
  std::vector<bool> debris_;   // per token
  std::vector<bool> covered_;  // per token: in the content of an attribution
  std::unordered_map<std::string_view, const ReportSource*> sources_;
  std::vector<Utterance> utterances_;
};

}  // namespace

std::vector<Utterance> utterances_of(const Report& report, const Vocabulary& vocabulary) {
  return Detacher(report, vocabulary).run();
}

}  // namespace hearsay
