// Look-ups only; load_register.cc builds what they read.
#include "rules/register.h"

#include <algorithm>

#include "rules/words.h"

namespace hearsay {
namespace {

using Keys = std::span<const std::pair<std::string, std::uint32_t>>;

std::optional<std::uint32_t> lookup(Keys keys, std::string_view key) {
  const auto at = std::lower_bound(keys.begin(), keys.end(), key,
                                   [](const auto& left, std::string_view k) { return left.first < k; });
  if (at == keys.end() || at->first != key) return std::nullopt;
  return at->second;
}

// "news.example.org" belongs to whoever has "example.org".
std::optional<std::uint32_t> lookup_host(Keys keys, std::string_view host) {
  const std::string lower = lower_words(host);
  for (std::string_view rest = lower; !rest.empty();) {
    if (const auto found = lookup(keys, rest)) return found;
    const std::size_t dot = rest.find('.');
    if (dot == std::string_view::npos) break;
    rest.remove_prefix(dot + 1);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> Register::by_id(std::string_view id) const {
  return lookup(ids_, id);
}

std::optional<std::uint32_t> Register::by_account(std::string_view account) const {
  if (account.starts_with('@')) account.remove_prefix(1);
  return lookup(accounts_, lower_words(account));
}

std::optional<std::uint32_t> Register::by_domain(std::string_view host) const {
  return lookup_host(domains_, host);
}

std::optional<std::uint32_t> Register::judgement(std::span<const std::string> domains,
                                                 std::span<const std::string> names) const {
  if (judgements_.empty()) return std::nullopt;
  for (const std::string& domain : domains) {
    if (const auto found = lookup_host(judged_domains_, domain)) return found;
  }
  for (const std::string& name : names) {
    const auto found = lookup(judged_names_, lower_words(name));
    // Two outlets may share a name, but not where both have an address.
    if (found && (domains.empty() || judgements_[*found].domains.empty())) return found;
  }
  return std::nullopt;
}

std::optional<RegisterMatch> Register::find(std::span<const WordId> words) const {
  std::optional<RegisterMatch> best;
  if (words.empty() || words[0] >= root_index_.size()) return best;
  std::uint32_t node = root_index_[words[0]];
  for (std::uint32_t length = 1; node != kNoEntry; ++length) {
    const Node& here = nodes_[node];
    if (here.entry != kNoEntry)
      best = RegisterMatch{.entry = here.entry, .length = length, .ambiguous = here.ambiguous};
    if (length == words.size()) break;
    const auto first = nodes_.begin() + here.first_child;
    const auto last = first + here.child_count;
    const auto child =
        std::lower_bound(first, last, words[length], [](const Node& left, WordId word) { return left.word < word; });
    node =
        child != last && child->word == words[length] ? static_cast<std::uint32_t>(child - nodes_.begin()) : kNoEntry;
  }
  return best;
}

}  // namespace hearsay
