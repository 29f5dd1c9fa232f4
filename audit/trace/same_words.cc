#include "trace/same_words.h"

#include <cstddef>
#include <string_view>

#include "trace/stem.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongClass = 8;  // content words from which the same words are one utterance whoever says them
constexpr std::size_t kLeastUnsourced = 5;

std::uint64_t combined(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9e3779b97f4a7c15U + (hash << 6U) + (hash >> 2U);
  return hash * 0xff51afd7ed558ccdU;
}

std::uint64_t combined(std::uint64_t hash, std::string_view letters) {
  for (const char c : letters) hash = combined(hash, static_cast<unsigned char>(c));
  return hash;
}

bool is_stock(const Utterance& utterance, std::size_t content) {
  return utterance.source.empty() && content < kLeastUnsourced;
}

}  // namespace

bool same_words(const Utterance& left, const Utterance& right, bool same_article) {
  if (left.quoted != right.quoted || left.words != right.words) return false;
  const std::size_t content = count_content(left.words);
  if (content >= kLongClass) return true;
  if (left.source != right.source || left.anonymous != right.anonymous) return false;
  return same_article || !is_stock(left, content);
}

std::uint64_t same_words_hash(const Utterance& utterance) {
  std::uint64_t hash = utterance.quoted ? 1 : 2;
  for (const Stem word : utterance.words) hash = combined(hash, word);
  const std::size_t content = count_content(utterance.words);
  if (content >= kLongClass) return hash;
  hash = combined(combined(hash, utterance.source), utterance.anonymous ? 1 : 0);
  return is_stock(utterance, content) ? combined(hash, utterance.article) : hash;
}

}  // namespace hearsay
