// The utterances of an archive, gathered so that memory does not grow with their words: these go to a temporary file,
// and some thirty bytes of each stay. Afterwards each is known by its rank: its place by date, article and attribution,
// from 0. Not here: which of them are one utterance (trace/across.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/hash_groups.h"
#include "base/spool.h"
#include "trace/thread.h"

namespace hearsay {

/// What is known of an article besides what is said in it; "" = not given.
struct ArticleFacts {
  std::string id, outlet, published, title, url;
};

/// All below throw Fatal where the temporary folder takes no more.
class Collection {
 public:
  /// What waits in memory before it goes to the disk: bytes of utterances, and hashes of either kind.
  struct Held {
    std::size_t bytes = Spool::kHeld;
    std::size_t hashes = HashGroups::kHeld;
  };
  Collection() : Collection(Held{}) {}
  explicit Collection(Held held) : file_(held.bytes), wordings_(held.hashes), keys_(held.hashes) {}

  /// The utterances of one article, whose id, outlet and date they have. False, and nothing is added, where an article
  /// of this id is there already.
  bool add(const ArticleFacts& article, std::vector<Utterance> utterances);
  /// All were added: gives them their ranks. Once, before anything below.
  void arrange();

  [[nodiscard]] std::size_t articles() const { return articles_.size(); }
  [[nodiscard]] std::size_t size() const { return places_.size(); }

  /// A number for the article of an utterance.
  [[nodiscard]] std::uint32_t article(std::uint32_t rank) const { return places_[rank].article; }
  [[nodiscard]] std::size_t words(std::uint32_t rank) const { return places_[rank].words; }
  /// What it is compared by, the rest empty: words, facts, whether they were quoted, who says them.
  [[nodiscard]] Utterance wording(std::uint32_t rank) const;
  /// All of it but its signature.
  [[nodiscard]] Utterance utterance(std::uint32_t rank) const;
  [[nodiscard]] ArticleFacts facts(std::uint32_t rank) const;

  /// Ranks, ascending; never fewer than two.
  using Group = std::function<void(std::span<const std::uint32_t>)>;
  /// Utterances that may have the same words (same_words_hash). Once.
  void for_each_wording(const Group& take);
  /// Utterances that share a key of their signatures, by key. Once.
  void for_each_key(const Group& take);

 private:
  struct Place {
    std::uint32_t article = 0;
    std::uint32_t behind = 0;  // bytes from the record of its article to its own
    std::uint16_t words = 0;
  };
  struct ArticlePlace {
    std::uint64_t at = 0;     // in the file
    std::uint32_t first = 0;  // utterance, as they came
  };
  void take_ranks(HashGroups& groups, const Group& take);
  [[nodiscard]] std::string record(std::uint64_t at) const;
  [[nodiscard]] std::vector<std::uint32_t> articles_in_order() const;

  Spool file_;  // per article a record of it, then one per utterance
  HashGroups wordings_, keys_;
  std::unordered_set<std::string> known_;  // ids, until all are there
  std::vector<ArticlePlace> articles_;     // as they came
  std::vector<Place> places_;              // per utterance: as they came, then by rank
  std::vector<std::uint32_t> ranks_;       // per utterance as they came
};

}  // namespace hearsay
