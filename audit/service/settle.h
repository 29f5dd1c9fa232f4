// A check sheet's statuses, read back into articles: what a desk has confirmed documents the claims it stands in, and
// settles findings that it answers. What it has not confirmed changes nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"
#include "language/page_words.h"
#include "pipeline.h"
#include "report/checksheet/checksheet.h"

namespace hearsay {

class SettledItems {
 public:
  /// Keeps the confirmed items.
  explicit SettledItems(const CheckSheet& sheet);

  /// Adds a note to the words of each item that the article has, before it is analysed; where its sentence stands in
  /// the text but for typography. The spans that were found are returned, for settle(). Of quotations and indirect
  /// words what originals say is let stand (Document::suppressions).
  struct Place {
    Span span;         // of the item
    std::size_t item;  // index
  };
  [[nodiscard]] std::vector<Place> document(Document& document, const PageWords& page_words) const;

  /// Findings that are answered are let stand, with who confirmed it. Of a contradiction all places must be confirmed.
  /// Who a source without a name is, and how many voices there are, no check of a fact answers.
  void settle(const std::vector<Place>& places, Analysis& analysis) const;

  [[nodiscard]] std::size_t size() const { return items_.size(); }

 private:
  struct Item {
    CheckItemKind kind = CheckItemKind::quotation;
    std::string sentence, words;  // plain (checksheet/identity.h)
    std::string evidence, checker, date;
  };
  /// "confirmed by Moss on 2026-11-02: minutes, p. 3": why a finding may stand.
  [[nodiscard]] static std::string reason(const Item& item);
  std::vector<Item> items_;
};

}  // namespace hearsay
