// Entry: fuller_names. Initials first, so that a surname finds one bearer and not his two spellings.
#include "store/questions/same_person.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace hearsay {
namespace {

constexpr std::uint64_t kDominates = 5;
constexpr std::array<std::string_view, 6> kNoSurname = {"jr.", "jr", "sr.", "sr", "ii", "iii"};

/// "j.", "j", "h.w."
bool is_initials(std::string_view word) {
  if (word.empty() || word.size() > 6) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((i % 2 == 1) != (word[i] == '.')) return false;
  }
  return true;
}

/// "donald j. trump" without its middle; "" where there are no initials in it.
std::string without_initials(std::string_view key) {
  const std::size_t first = key.find(' ');
  const std::size_t last = key.rfind(' ');
  if (first == std::string_view::npos || first == last) return "";
  std::string_view middle = key.substr(first + 1, last - first - 1);
  while (!middle.empty()) {
    const std::size_t end = std::min(middle.find(' '), middle.size());
    if (!is_initials(middle.substr(0, end))) return "";
    middle.remove_prefix(std::min(end + 1, middle.size()));
  }
  return std::string(key.substr(0, first)) + std::string(key.substr(last));
}

std::string_view surname(std::string_view key) {
  const std::size_t space = key.rfind(' ');
  if (space == std::string_view::npos) return {};
  const std::string_view last = key.substr(space + 1);
  return std::find(kNoSurname.begin(), kNoSurname.end(), last) == kNoSurname.end() ? last : std::string_view();
}

struct Bearers {
  std::string main;  // used most
  std::uint64_t most = 0, all = 0;
};

}  // namespace

std::map<std::string, std::string> fuller_names(const std::map<std::string, NameUse>& uses) {
  std::map<std::string, std::string> fuller;
  std::map<std::string, std::set<std::string>> variants;  // by the name without initials
  for (const auto& [key, use] : uses) {
    if (const std::string plain = without_initials(key); use.person && !plain.empty()) variants[plain].insert(key);
  }
  for (const auto& [plain, keys] : variants) {
    if (keys.size() == 1 && uses.contains(plain)) fuller[*keys.begin()] = plain;
  }
  std::map<std::string, std::uint64_t> counts;
  for (const auto& [key, use] : uses) {
    const auto to = fuller.find(key);
    if (use.person) counts[to == fuller.end() ? key : to->second] += use.count;
  }
  std::map<std::string, Bearers, std::less<>> bearers;  // by surname
  for (const auto& [key, count] : counts) {
    const std::string_view last = surname(key);
    if (last.empty()) continue;
    Bearers& of = bearers[std::string(last)];
    of.all += count;
    if (count > of.most) {
      of.most = count;
      of.main = key;
    }
  }
  for (const auto& [key, use] : uses) {
    if (!use.person || key.find(' ') != std::string::npos) continue;
    const auto of = bearers.find(key);
    if (of == bearers.end()) continue;
    if (of->second.most >= kDominates * (of->second.all - of->second.most)) fuller[key] = of->second.main;
  }
  return fuller;
}

}  // namespace hearsay
