#include "report/table/page_names.h"

#include <fmt/format.h>

#include "base/plain_letters.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestPage = 60;  // bytes of a name without folder and extension

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::string slug(const std::string& id) {
  std::string name;
  for (const char c : plain_letters(id)) {
    if (is_plain(c)) {
      name += c;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
    if (name.size() == kLongestPage) break;
  }
  while (name.ends_with('-')) name.pop_back();
  return name.empty() ? "page" : name;
}

}  // namespace

std::string href_of(std::string_view path) {
  std::string href;
  for (const char c : path) {
    const bool kept =
        is_plain(c) || (c >= 'A' && c <= 'Z') || std::string_view("-_./").find(c) != std::string_view::npos;
    if (kept) {
      href += c;
    } else {
      href += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return href;
}

const std::string& PageNames::add(const std::string& id) {
  const auto [at, fresh] = names_.try_emplace(id);
  if (!fresh) return at->second;
  const std::string name = slug(id);
  std::string one = name;
  for (unsigned number = 2; !used_.insert(one).second; ++number) one = fmt::format("{}-{}", name, number);
  at->second = folder_ + one + extension_;
  return at->second;
}

const std::string& PageNames::find(const std::string& id) const {
  static const std::string kNone;
  const auto at = names_.find(id);
  return at == names_.end() ? kNone : at->second;
}

}  // namespace hearsay
