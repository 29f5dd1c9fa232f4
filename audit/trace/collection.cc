#include "trace/collection.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "trace/differences.h"
#include "trace/same_words.h"
#include "trace/spooled.h"

namespace hearsay {

bool Collection::add(const ArticleFacts& article, std::vector<Utterance> utterances) {
  if (!known_.insert(article.id).second) return false;
  const auto number = static_cast<std::uint32_t>(articles_.size());
  articles_.push_back({.at = file_.size(), .first = static_cast<std::uint32_t>(places_.size())});
  std::stable_sort(utterances.begin(), utterances.end(), earlier);
  std::string bytes;
  append_spooled(bytes, article);
  for (const Utterance& one : utterances) {
    const auto thing = static_cast<std::uint32_t>(places_.size());
    wordings_.add(same_words_hash(one), thing);
    for (const std::uint64_t key : one.signature) keys_.add(key, thing);
    places_.push_back({.article = number,
                       .behind = static_cast<std::uint32_t>(bytes.size()),
                       .words = static_cast<std::uint16_t>(std::min<std::size_t>(one.words.size(), UINT16_MAX))});
    append_spooled(bytes, one);
  }
  file_.write(bytes);
  return true;
}

std::vector<std::uint32_t> Collection::articles_in_order() const {
  struct Dated {
    std::string published, id;
    std::uint32_t number;
  };
  std::vector<Dated> dated;
  dated.reserve(articles_.size());
  for (const ArticlePlace& place : articles_) {
    ArticleFacts facts = spooled_facts(record(place.at));
    dated.push_back({std::move(facts.published), std::move(facts.id), static_cast<std::uint32_t>(dated.size())});
  }
  // As `earlier` has it.
  std::sort(dated.begin(), dated.end(), [](const Dated& a, const Dated& b) {
    return std::tuple(a.published.empty(), std::string_view(a.published), std::string_view(a.id)) <
           std::tuple(b.published.empty(), std::string_view(b.published), std::string_view(b.id));
  });
  std::vector<std::uint32_t> order;
  order.reserve(dated.size());
  for (const Dated& one : dated) order.push_back(one.number);
  return order;
}

void Collection::arrange() {
  known_ = {};
  std::vector<Place> by_rank;
  by_rank.reserve(places_.size());
  ranks_.resize(places_.size());
  for (const std::uint32_t article : articles_in_order()) {
    const bool last = article + 1 == articles_.size();
    const auto end = last ? static_cast<std::uint32_t>(places_.size()) : articles_[article + 1].first;
    for (std::uint32_t one = articles_[article].first; one < end; ++one) {
      ranks_[one] = static_cast<std::uint32_t>(by_rank.size());
      by_rank.push_back(places_[one]);
    }
  }
  places_ = std::move(by_rank);
}

std::string Collection::record(std::uint64_t at) const {
  std::string bytes(kSpooledHead, '\0');
  bytes.resize(file_.read_at(at, bytes.data(), bytes.size()));
  const std::size_t size = spooled_size(bytes);
  if (const std::size_t there = bytes.size(); there < size) {
    bytes.resize(size);
    bytes.resize(there + file_.read_at(at + there, bytes.data() + there, size - there));
  }
  return bytes;
}

Utterance Collection::wording(std::uint32_t rank) const {
  const Place& place = places_[rank];
  return spooled_wording(record(articles_[place.article].at + place.behind));
}

Utterance Collection::utterance(std::uint32_t rank) const {
  const Place& place = places_[rank];
  Utterance made = spooled_utterance(record(articles_[place.article].at + place.behind));
  ArticleFacts of = facts(rank);
  made.article = std::move(of.id);
  made.outlet = std::move(of.outlet);
  made.published = std::move(of.published);
  return made;
}

ArticleFacts Collection::facts(std::uint32_t rank) const {
  return spooled_facts(record(articles_[places_[rank].article].at));
}

void Collection::take_ranks(HashGroups& groups, const Group& take) {
  std::vector<std::uint32_t> ranks;
  groups.for_each([&](std::span<const std::uint32_t> things) {
    ranks.clear();
    for (const std::uint32_t thing : things) ranks.push_back(ranks_[thing]);
    std::sort(ranks.begin(), ranks.end());
    take(ranks);
  });
}

void Collection::for_each_wording(const Group& take) {
  take_ranks(wordings_, take);
}

void Collection::for_each_key(const Group& take) {
  take_ranks(keys_, take);
}

}  // namespace hearsay
