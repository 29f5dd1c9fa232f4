#include "checksheet/identity.h"

#include <unordered_map>

#include "base/digest.h"
#include "base/plain_letters.h"
#include "base/utf8.h"

namespace hearsay {

std::string plain_words(std::string_view words) {
  const std::string letters = plain_letters(words);
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < letters.size();) {
    const CodePoint point = decode(letters, at);
    if (point.length == 0) break;
    if (is_letter(point.value) || is_digit(point.value)) {
      if (blank && !out.empty()) out += ' ';
      out.append(letters, at, point.length);
      blank = false;
    } else if (point.value != U'\'' && point.value != U'’' && !is_unseen(point.value)) {
      blank = true;
    }
    at += point.length;
  }
  return out;
}

void set_ids(std::vector<CheckItem>& items) {
  constexpr std::size_t kDigits = 12;
  std::unordered_map<std::string, std::size_t> seen;
  for (CheckItem& item : items) {
    std::string words(check_item_kind_name(item.kind));
    words += '\n' + plain_words(item.item) + '\n' + plain_words(item.sentence);
    const std::size_t before = seen[words]++;
    if (before != 0) words += '\n' + std::to_string(before);
    item.id = sha256_hex(words).substr(0, kDigits);
  }
}

}  // namespace hearsay
