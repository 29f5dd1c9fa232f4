#include "report/checksheet/checksheet.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr std::string_view kItemKinds[kCheckItemKindCount] = {
    "quotation", "paraphrase", "name", "number", "date", "place", "superlative", "accusation", "document"};
constexpr std::string_view kItemStatuses[kCheckItemStatusCount] = {"open",  "confirmed",     "changed",
                                                                   "query", "cannot-verify", "cut"};

std::string folded(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (out.empty() && c == ' ') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == ' ' || c == '_' ? '-' : c;
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

}  // namespace

std::string_view check_item_kind_name(CheckItemKind kind) {
  return kItemKinds[static_cast<std::size_t>(kind)];
}

std::optional<CheckItemKind> check_item_kind_named(std::string_view name) {
  const std::string wanted = folded(name);
  for (std::size_t i = 0; i < kCheckItemKindCount; ++i) {
    if (kItemKinds[i] == wanted) return static_cast<CheckItemKind>(i);
  }
  return std::nullopt;
}

std::string_view check_item_status_name(CheckItemStatus status) {
  return kItemStatuses[static_cast<std::size_t>(status)];
}

std::optional<CheckItemStatus> check_item_status_named(std::string_view name) {
  const std::string wanted = folded(name);
  for (std::size_t i = 0; i < kCheckItemStatusCount; ++i) {
    if (kItemStatuses[i] == wanted) return static_cast<CheckItemStatus>(i);
  }
  return std::nullopt;
}

bool is_left(const CheckItem& item) {
  return item.status == CheckItemStatus::open || item.status == CheckItemStatus::query;
}

std::size_t items_left(const CheckSheet& sheet) {
  return static_cast<std::size_t>(std::count_if(sheet.items.begin(), sheet.items.end(), is_left));
}

}  // namespace hearsay
