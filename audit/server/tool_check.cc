// check_text(): the words are audited as an article; each finding becomes a match at its place in what the client sent,
// in the order of the text.
#include <algorithm>

#include "base/utf8.h"
#include "report/plain.h"
#include "report/text_index.h"
#include "server/language_tool.h"
#include "service/anchor.h"

namespace hearsay {
namespace {

constexpr std::size_t kAround = 40;             // code points before and behind a match in its context
constexpr std::size_t kMostShown = 400;         // of the match itself there
constexpr std::size_t kLongestSentence = 2000;  // bytes

bool is_listed(const std::vector<std::string>& list, std::string_view id) {
  return std::find(list.begin(), list.end(), id) != list.end();
}

bool is_wanted(const CheckOrder& order, const ReportFinding& finding) {
  const std::string category = category_id(finding.kind);
  const bool enabled = is_listed(order.enabled_rules, finding.check) || is_listed(order.enabled_categories, category);
  if (order.enabled_only || is_listed(order.enabled_rules, finding.check)) return enabled;
  return !is_listed(order.disabled_rules, finding.check) && !is_listed(order.disabled_categories, category);
}

/// The byte so many code points before or behind `byte`, or the text's end.
std::size_t back_by(std::string_view text, std::size_t byte, std::size_t points) {
  while (byte > 0 && points > 0) {
    --byte;
    if ((static_cast<unsigned char>(text[byte]) & 0xc0U) != 0x80U) --points;
  }
  return byte;
}
std::size_t on_by(std::string_view text, std::size_t byte, std::size_t points) {
  while (byte < text.size() && points > 0) {
    byte += std::max<std::uint32_t>(decode(text, byte).length, 1);
    --points;
  }
  return byte;
}

OrderedJson context_json(std::string_view whole, Span place) {
  const std::size_t begin = back_by(whole, place.begin, kAround);
  const std::size_t shown_end = std::min<std::size_t>(place.end, on_by(whole, place.begin, kMostShown));
  const std::size_t end = on_by(whole, shown_end, kAround);
  std::string text(begin == 0 ? "" : "...");
  const std::uint32_t offset = utf16_length(text) + utf16_length(whole.substr(begin, place.begin - begin));
  for (const char c : whole.substr(begin, end - begin)) text += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
  if (end < whole.size()) text += "...";
  return {
      {"text", text}, {"offset", offset}, {"length", utf16_length(whole.substr(place.begin, shown_end - place.begin))}};
}

/// Matches of one audited text.
class Matches {
 public:
  Matches(const CheckOrder& order, const Desk::Audited& audited)
      : order_(order),
        audited_(audited),
        index_(audited.report.text),
        anchor_(order.text.words(), audited.report),
        units_(order.text.whole()) {}

  void add(const ReportFinding& finding, bool sure) {
    if (!finding.suppressed.empty() || !is_wanted(order_, finding)) return;
    const Span words = words_of(finding);
    const Span place = order_.text.place(anchor_.place(words));
    if (place.empty()) return;
    const std::uint32_t offset = units_.units(place.begin);
    OrderedJson urls = OrderedJson::array();
    if (finding.page.starts_with("http")) urls.push_back({{"value", finding.page}});
    const std::string title = finding.title.empty() ? finding.check : finding.title;
    OrderedJson json = {{"message", one_line(finding.message)},
                        {"shortMessage", one_line(title)},
                        {"replacements", OrderedJson::array()},
                        {"offset", offset},
                        {"length", units_.units(place.end) - offset},
                        {"context", context_json(order_.text.whole(), place)},
                        {"sentence", sentence_at(words.begin)},
                        {"type", {{"typeName", sure && finding.severity != "note" ? "Other" : "Hint"}}},
                        {"rule",
                         {{"id", finding.check},
                          {"subId", finding.reasons.empty() ? std::string("1") : finding.reasons.front().id},
                          {"description", one_line(title)},
                          {"issueType", sure ? issue_type(finding.severity) : "uncategorized"},
                          {"urls", std::move(urls)},
                          {"category", {{"id", category_id(finding.kind)}, {"name", category_name(finding.kind)}}},
                          {"isPremium", false}}},
                        {"ignoreForIncompleteSentence", false},
                        {"contextForSureMatch", 0}};
    all_.emplace_back(offset, std::move(json));
  }

  [[nodiscard]] OrderedJson take() {
    std::stable_sort(all_.begin(), all_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    OrderedJson list = OrderedJson::array();
    for (auto& [offset, json] : all_) list.push_back(std::move(json));
    return list;
  }

 private:
  /// Bytes of the report's text. What concerns the whole article stands at its first sentence; a single paragraph is
  /// what an editor sends of a text that goes on, and is no article of which that could be said.
  [[nodiscard]] Span words_of(const ReportFinding& finding) const {
    Span hull;
    for (const CodeSpan& span : finding.span) {
      const Span one{index_.byte(span.first), index_.byte(span.second)};
      hull = hull.empty() ? one : Span{std::min(hull.begin, one.begin), std::max(hull.end, one.end)};
    }
    if (hull.empty() && audited_.report.blocks.size() > 1 && !audited_.analysis.text.sentences.empty())
      hull = span_of(audited_.analysis.text.sentences.front());
    return hull;
  }

  [[nodiscard]] Span span_of(const Sentence& sentence) const {
    const auto& tokens = audited_.analysis.text.tokens;
    if (sentence.tokens.begin >= sentence.tokens.end) return {};
    return {tokens[sentence.tokens.begin].begin, tokens[sentence.tokens.end - 1].end};
  }

  [[nodiscard]] std::string sentence_at(std::uint32_t byte) const {
    const auto& sentences = audited_.analysis.text.sentences;
    const auto behind =
        std::upper_bound(sentences.begin(), sentences.end(), byte,
                         [&](std::uint32_t at, const Sentence& one) { return at < span_of(one).begin; });
    if (behind == sentences.begin()) return "";
    const Span span = span_of(*(behind - 1));
    const std::string_view words = std::string_view(audited_.report.text).substr(span.begin, span.size());
    return std::string(words.substr(0, std::min(words.size(), kLongestSentence)));
  }

  const CheckOrder& order_;
  const Desk::Audited& audited_;
  TextIndex index_;
  TextAnchor anchor_;
  Utf16Index units_;
  std::vector<std::pair<std::uint32_t, OrderedJson>> all_;
};

/// Of a told language the variant that the client would rather have.
std::string variant_of(const std::string& code, const CheckOrder& order) {
  for (const std::string& one : order.preferred) {
    if (one.starts_with(code + "-")) return one;
  }
  return code;
}

OrderedJson language_json(const Desk& desk, const CheckOrder& order, const ToldLanguage& told) {
  const bool known = told.code != "und" && !told.code.empty();
  const std::string detected = known ? variant_of(told.code, order) : order.pack.empty() ? "en" : order.language;
  OrderedJson json = tool_language(desk, order.pack.empty() ? detected : order.language);
  json["detectedLanguage"] = tool_language(desk, detected);
  json["detectedLanguage"]["confidence"] = known && told.sign != LanguageSign::assumed ? 1.0 : 0.0;
  json["detectedLanguage"]["source"] = known ? language_sign_name(told.sign) : std::string_view("assumed");
  return json;
}

}  // namespace

OrderedJson check_text(Desk& desk, const CheckOrder& order) {
  SettingsChoice choice = desk.settings();
  const bool forced = !order.pack.empty() && !order.without_pack;
  if (forced) choice.language = order.pack;
  const bool blank = trim(order.text.words()).empty();
  Desk::Audited audited;
  if (!blank && !order.without_pack)
    audited = desk.audit(order.text.words(), "text", forced ? &choice : nullptr, "utf-8");
  std::string incomplete;
  if (order.without_pack) {
    incomplete = "nothing here audits this language";
  } else if (!blank && !audited.read) {
    incomplete = audited.diagnostics.empty() ? "the text cannot be read" : audited.diagnostics.back().message;
  } else if (audited.read && !is_audited(audited.report)) {
    incomplete = audited.report.withheld;
  }
  OrderedJson matches = OrderedJson::array();
  if (audited.read) {
    Matches found(order, audited);
    for (const ReportFinding& finding : audited.report.findings) found.add(finding, true);
    if (order.picky) {
      for (const ReportFinding& finding : audited.report.perhaps) found.add(finding, false);
    }
    matches = found.take();
  }
  OrderedJson json = {{"software", software_json()}, {"warnings", {{"incompleteResults", !incomplete.empty()}}}};
  if (!incomplete.empty()) json["warnings"]["incompleteResultsReason"] = incomplete;
  json["language"] = language_json(desk, order, audited.analysis.language);
  json["matches"] = std::move(matches);
  return json;
}

}  // namespace hearsay
