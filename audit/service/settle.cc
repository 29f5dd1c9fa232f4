// Items are found by the plain words of their sentence in those of the text: one pass over the text makes these, with
// the byte that each stands for.
#include "service/settle.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/plain_letters.h"
#include "base/utf8.h"
#include "checksheet/identity.h"
#include "document/office/draft.h"
#include "score/policy.h"

namespace hearsay {
namespace {

/// plain_words() of a text, and where each byte of it comes from.
struct PlainText {
  std::string plain;
  std::vector<std::uint32_t> from, to;  // bytes of the text: where the character begins and ends
};

PlainText plain_text(std::string_view text) {
  PlainText out;
  bool blank = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.length == 0) break;
    const std::string plain = plain_words(text.substr(at, point.length));
    const auto begin = static_cast<std::uint32_t>(at);
    const auto end = static_cast<std::uint32_t>(at + point.length);
    const auto put = [&](std::string_view bytes) {
      out.plain += bytes;
      out.from.insert(out.from.end(), bytes.size(), begin);
      out.to.insert(out.to.end(), bytes.size(), end);
    };
    if (!plain.empty()) {
      if (blank && !out.plain.empty()) put(" ");
      put(plain);
      blank = false;
    } else if (point.value != U'\'' && point.value != U'’' && !is_unseen(point.value)) {
      blank = true;
    }
    at += point.length;
  }
  return out;
}

/// Where whole words stand in others, from `from` on.
std::size_t find_words(std::string_view all, std::string_view words, std::size_t from) {
  for (std::size_t at = all.find(words, from); at != std::string_view::npos; at = all.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || all[at - 1] == ' ') && (end == all.size() || all[end] == ' ')) return at;
  }
  return std::string_view::npos;
}

bool answers(FindingKind finding, CheckItemKind item) {
  switch (finding) {
    case FindingKind::unsourced:
    case FindingKind::secondhand:
    case FindingKind::contradiction:
      return true;
    case FindingKind::unanswered:
      return item == CheckItemKind::accusation;
    case FindingKind::document:  // a figure that was looked up is one whose paper was seen
      return item == CheckItemKind::document || item == CheckItemKind::number;
    case FindingKind::unclear_speaker:
      return item == CheckItemKind::quotation || item == CheckItemKind::paraphrase;
    case FindingKind::anonymous:
    case FindingKind::single_source:
    case FindingKind::other:
      break;
  }
  return false;
}

}  // namespace

SettledItems::SettledItems(const CheckSheet& sheet) {
  for (const CheckItem& item : sheet.items) {
    if (item.status != CheckItemStatus::confirmed) continue;
    Item one{.kind = item.kind,
             .sentence = plain_words(item.sentence),
             .words = plain_words(item.item),
             .evidence = item.evidence,
             .checker = item.checker,
             .date = item.date};
    if (!one.sentence.empty() && !one.words.empty()) items_.push_back(std::move(one));
  }
}

std::string SettledItems::reason(const Item& item) {
  std::string words = "confirmed";
  if (!item.checker.empty()) words += " by " + item.checker;
  if (!item.date.empty()) words += " on " + item.date;
  if (!item.evidence.empty()) words += ": " + item.evidence;
  return words;
}

std::vector<SettledItems::Place> SettledItems::document(Document& document, const PageWords& page_words) const {
  std::vector<Place> places;
  if (items_.empty()) return places;
  const PlainText text = plain_text(document.text);
  std::size_t from = 0;  // rows stand in the order of the text
  for (std::size_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    std::size_t at = find_words(text.plain, item.sentence, from);
    if (at == std::string_view::npos) at = find_words(text.plain, item.sentence, 0);
    if (at == std::string_view::npos) continue;
    from = at;
    const std::size_t within = find_words(std::string_view(text.plain).substr(at, item.sentence.size()), item.words, 0);
    const std::size_t begin = within == std::string_view::npos ? at : at + within;
    const std::size_t size = within == std::string_view::npos ? item.sentence.size() : item.words.size();
    const Span span{text.from[begin], text.to[begin + size - 1]};
    places.push_back({span, i});
    Annotation note{.kind = Annotation::Kind::comment,
                    .evidence = Annotation::Evidence::checked,
                    .span = span,
                    .author = item.checker,
                    .date = item.date,
                    .text = "confirmed" + (item.evidence.empty() ? std::string() : ": " + item.evidence),
                    .links = addresses_in(item.evidence)};
    const Annotation::Evidence told = evidence_of(item.evidence, note.links, page_words);
    if (told != Annotation::Evidence::none) note.evidence = told;
    document.annotations.push_back(std::move(note));
    // What originals say of it is found when the scorecard is made.
    if (item.kind == CheckItemKind::quotation || item.kind == CheckItemKind::paraphrase)
      document.suppressions.push_back(
          {.span = {}, .check = std::string(kQuotationDiffers), .reason = reason(item), .words = span});
  }
  std::stable_sort(document.annotations.begin(), document.annotations.end(),
                   [](const Annotation& a, const Annotation& b) { return a.span < b.span; });
  return places;
}

void SettledItems::settle(const std::vector<Place>& places, Analysis& analysis) const {
  if (places.empty()) return;
  const auto confirmed = [&](TokenRange range, FindingKind kind) -> const Item* {
    if (range.empty() || range.end > analysis.text.tokens.size()) return nullptr;
    const Span words = span_of(analysis.text, range);
    for (const Place& place : places) {
      if (answers(kind, items_[place.item].kind) && words.overlaps(place.span)) return &items_[place.item];
    }
    return nullptr;
  };
  for (auto* findings : {&analysis.scorecard.findings, &analysis.scorecard.perhaps}) {
    for (Finding& finding : *findings) {
      if (!finding.suppressed.empty()) continue;
      const Item* by = confirmed(finding.range, finding.kind);
      if (by != nullptr && !finding.against.empty() && confirmed(finding.against, finding.kind) == nullptr)
        by = nullptr;
      if (by == nullptr) continue;
      finding.suppressed = reason(*by);
    }
  }
}

}  // namespace hearsay
