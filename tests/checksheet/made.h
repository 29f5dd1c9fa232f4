// Check sheets of short drafts, as the program makes them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checksheet/make.h"
#include "read_english.h"
#include "shipped_engine.h"

namespace hearsay {

inline CheckSheet sheet_of(std::string_view text, std::vector<VerifiedWords> verified = {},
                           std::string_view path = "draft.txt") {
  Document document = read_english(text, path);
  if (document.published.empty()) document.published = "2019-03-07";
  const Analysis a = analyse(std::move(document), shipped_engine());
  const Report report = report_of(a, shipped_engine());
  CheckSheetInput input{a.article(), a.attributions, a.sources, a.scorecard, shipped_engine().pack.program, report};
  input.verified = std::move(verified);
  return make_checksheet(input);
}

/// "number: 12 divers", a line each.
inline std::string told(const CheckSheet& sheet) {
  std::string out;
  for (const CheckItem& item : sheet.items)
    out += std::string(check_item_kind_name(item.kind)) + ": " + item.item + '\n';
  return out;
}

/// The first row of these words; fails the test where there is none.
inline CheckItem* row_of(CheckSheet& sheet, std::string_view words) {
  for (CheckItem& item : sheet.items) {
    if (item.item == words) return &item;
  }
  return nullptr;
}

}  // namespace hearsay
