// Entries: earlier, differences_of, independent_chains, credibility_of. Everything is told from the first member that
// states a thing and one pass over the others.
#include "trace/differences.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

#include "trace/speaker.h"

namespace hearsay {
namespace {

constexpr std::size_t kDay = 10;  // letters of an ISO date

/// "a2" before "a10".
std::pair<std::size_t, std::string_view> by_number(const std::string& id) {
  return {id.size(), id};
}

std::string_view day(const Utterance& utterance) {
  return std::string_view(utterance.published).substr(0, kDay);
}

bool same_relays(const std::vector<std::string>& left, const std::vector<std::string>& right,
                 const LanguageWords& language) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [&](const auto& a, const auto& b) { return same_source(a, b, language) != SameSource::no; });
}

/// Numbers for things found to be equal.
class Union {
 public:
  explicit Union(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  std::size_t root(std::size_t one) {
    while (parent_[one] != one) one = parent_[one] = parent_[parent_[one]];
    return one;
  }
  void join(std::size_t a, std::size_t b) { parent_[root(a)] = root(b); }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace

bool earlier(const Utterance& left, const Utterance& right) {
  const auto rank = [](const Utterance& one) {
    return std::tuple(one.published.empty(), std::string_view(one.published), std::string_view(one.article),
                      by_number(one.attribution), std::string_view(one.text));
  };
  return rank(left) < rank(right);
}

std::vector<Difference> differences_of(std::span<const Utterance> utterances, std::span<const std::uint32_t> members,
                                       const LanguageWords& language) {
  const Utterance* dated = nullptr;
  const Utterance* sourced = nullptr;
  const Utterance* placed = nullptr;  // in a medium
  bool differs[6] = {};
  const auto mark = [&](Difference difference) { differs[static_cast<std::size_t>(difference)] = true; };
  for (const std::uint32_t member : members) {
    const Utterance& first = utterances[members.front()];
    const Utterance& one = utterances[member];
    if (one.words != first.words) mark(Difference::wording);
    if (!same_relays(one.via, first.via, language)) mark(Difference::via);
    if (!one.published.empty()) {
      if (dated != nullptr && day(*dated) != day(one)) mark(Difference::date);
      dated = dated == nullptr ? &one : dated;
    }
    if (!one.medium.empty()) {
      if (placed != nullptr && placed->medium != one.medium) mark(Difference::medium);
      placed = placed == nullptr ? &one : placed;
    }
    if (!one.source.empty()) {
      if (sourced != nullptr && sourced->anonymous != one.anonymous) mark(Difference::anonymity);
      if (sourced != nullptr && same_source(sourced->source, one.source, language) == SameSource::no)
        mark(Difference::source);
      // The fuller name is held against the others: "Ruiz" agrees with two persons.
      if (sourced == nullptr || (!one.anonymous && one.source.size() > sourced->source.size() &&
                                 same_source(sourced->source, one.source, language) == SameSource::yes))
        sourced = &one;
    }
  }
  std::vector<Difference> result;
  for (std::size_t i = 0; i < std::size(differs); ++i) {
    if (differs[i]) result.push_back(static_cast<Difference>(i));
  }
  return result;
}

std::size_t independent_chains(std::span<const Utterance> utterances, std::span<const std::uint32_t> members) {
  std::map<std::string_view, std::size_t> relays, outlets;
  std::map<std::span<const Stem>, std::size_t, decltype([](std::span<const Stem> a, std::span<const Stem> b) {
             return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end());
           })>
      wordings;
  Union chains(members.size());
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Utterance& one = utterances[members[i]];
    const auto meet = [&](auto& known, const auto& key) {
      const auto [at, fresh] = known.try_emplace(key, i);
      if (!fresh) chains.join(at->second, i);
    };
    meet(outlets, one.outlet.empty() ? std::string_view(one.article) : std::string_view(one.outlet));
    for (std::size_t wire = 0; wire < one.wires; ++wire) {
      meet(relays, std::string_view(one.via[wire]));
      meet(outlets, std::string_view(one.via[wire]));
    }
    if (one.via.size() == one.wires) {
      meet(wordings, std::span<const Stem>(one.words));
    } else {
      meet(relays, std::string_view(one.via.back()));
    }
    // An agency that is itself among the outlets is the same way.
    if (!one.via.empty()) meet(outlets, std::string_view(one.via.back()));
  }
  std::size_t count = 0;
  for (std::size_t i = 0; i < members.size(); ++i) count += chains.root(i) == i ? 1U : 0U;
  return count;
}

int credibility_of(std::span<const Utterance> utterances, std::span<const std::uint32_t> members) {
  std::vector<std::uint32_t> named;
  bool documented = false, anonymous = false;
  for (const std::uint32_t member : members) {
    const Utterance& one = utterances[member];
    anonymous = anonymous || one.anonymous;
    if (one.anonymous || one.source.empty()) continue;
    named.push_back(member);
    documented = documented || one.medium == "document";
  }
  const std::size_t chains = independent_chains(utterances, named);
  if (chains >= 3 && documented) return 1;
  if (chains >= 2) return 2;
  return chains == 1 && anonymous ? 3 : 6;
}

}  // namespace hearsay
