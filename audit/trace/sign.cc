// Entry: sign. Content words are hashed in runs of three; of every three runs in a row the one with the least hash
// stays (winnowing: Schleimer, Wilkerson and Aiken 2003), so what stays depends on the words around alone and not on
// where a quotation begins. A MinHash of the whole would find equals but not a piece in its whole.
#include "trace/sign.h"

#include <algorithm>
#include <iterator>

#include "trace/stem.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostKeys = 64;
constexpr std::size_t kRun = 3;          // content words in a key
constexpr std::size_t kShort = 8;        // runs that are all kept
constexpr std::ptrdiff_t kWindow = 3;    // runs of which one stays
constexpr std::size_t kLeastQuoted = 3;  // content words in quotation marks that are compared by themselves
constexpr std::size_t kLeastFacts = 2;   // of indirect words
constexpr std::size_t kLeastClaim = 5;   // content words of indirect words; fewer are a name, no claim
constexpr std::size_t kMostFacts = 5;    // paired; more is a list

// splitmix64's finisher (Steele, Lea and Flood 2014).
constexpr std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9U;
  value = (value ^ (value >> 27U)) * 0x94d049bb133111ebU;
  return value ^ (value >> 31U);
}

constexpr std::uint64_t joined(std::uint64_t seed, Stem stem) {
  return mixed(seed * 0x9e3779b97f4a7c15U + stem + 1);
}

constexpr std::uint64_t kRunSeed = 0x72756e;     // "run"
constexpr std::uint64_t kPairSeed = 0x70616972;  // "pair"

bool is_name(const Token& token) {
  return token.has(kCapital) && !token.has(kSentenceStart);
}

void add_words(const Document& document, const Text& text, TokenRange range, bool quoted_only, Compared& to) {
  const std::uint32_t end = std::min<std::uint32_t>(range.end, static_cast<std::uint32_t>(text.tokens.size()));
  for (std::uint32_t at = range.begin; at < end && to.words.size() < kMostComparedWords; ++at) {
    const Token& token = text.tokens[at];
    if (token.has(kPunct) && !token.has(kDigit)) continue;
    if (quoted_only && text.quotation_of[at] == kNone) continue;
    for (std::string_view word = token_text(document, token); !word.empty();) {
      const Stem stem = comparison_stem(take_part(word), *text.language);
      if (stem == 0) continue;
      to.words.push_back(stem);
      if (is_content(stem) && (token.has(kDigit) || is_name(token))) to.facts.push_back(stem);
    }
  }
}

/// Keys of the runs of content words, thinned.
void add_runs(const std::vector<Stem>& words, Signature& keys) {
  std::vector<Stem> content;
  content.reserve(words.size());
  for (const Stem word : words) {
    // "very, very good" is "very good" to a hurried reporter.
    if (is_content(word) && (content.empty() || content.back() != word)) content.push_back(word);
  }
  if (content.size() < kRun) return;
  std::vector<std::uint64_t> runs;
  runs.reserve(content.size() - kRun + 1);
  for (std::size_t i = 0; i + kRun <= content.size(); ++i) {
    std::uint64_t key = kRunSeed;
    for (std::size_t k = 0; k < kRun; ++k) key = joined(key, content[i + k]);
    runs.push_back(key);
  }
  if (runs.size() <= kShort) {  // translated or trimmed there may be one run left that others have
    keys.insert(keys.end(), runs.begin(), runs.end());
    return;
  }
  for (auto window = runs.begin(); runs.end() - window >= kWindow; ++window) {
    keys.push_back(*std::min_element(window, window + kWindow));
  }
}

void add_pairs(const std::vector<Stem>& facts, Signature& keys) {
  if (facts.size() > kMostFacts) return;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    for (std::size_t j = i + 1; j < facts.size(); ++j) keys.push_back(joined(joined(kPairSeed, facts[i]), facts[j]));
  }
}

}  // namespace

Compared compared_words(const Document& document, const Text& text, std::span<const TokenRange> content,
                        AttributionType type) {
  Compared compared;
  if (type != AttributionType::indirect) {
    for (const TokenRange range : content) add_words(document, text, range, true, compared);
    compared.quoted = count_content(compared.words) >= kLeastQuoted;
  }
  if (!compared.quoted) {
    compared = {};
    for (const TokenRange range : content) add_words(document, text, range, false, compared);
  }
  std::sort(compared.facts.begin(), compared.facts.end());
  compared.facts.erase(std::unique(compared.facts.begin(), compared.facts.end()), compared.facts.end());
  return compared;
}

Signature sign(const Compared& compared) {
  Signature keys;
  if (!compared.quoted && (compared.facts.size() < kLeastFacts || count_content(compared.words) < kLeastClaim))
    return keys;
  add_runs(compared.words, keys);
  if (!compared.quoted) add_pairs(compared.facts, keys);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  if (keys.size() > kMostKeys) keys.resize(kMostKeys);  // the least hashes: what two texts share stays in both
  return keys;
}

std::vector<Signature> sign_attributions(const Article& article, const Attributions& attributions) {
  std::vector<Signature> signatures;
  signatures.reserve(attributions.size());
  for (const Attribution& one : attributions)
    signatures.push_back(sign(compared_words(article.document, article.text, one.content, one.type)));
  return signatures;
}

}  // namespace hearsay
