// Entries: quotation_likeness, claim_likeness. What counts is the share of the shorter utterance that the other holds
// (outlets trim), how many different content words that is (stock phrases are short), and who speaks.
#include "trace/likeness.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "trace/align.h"
#include "trace/speaker.h"
#include "trace/stem.h"

namespace hearsay {
namespace {

/// What two texts must share to be one quotation.
struct Need {
  unsigned words;    // shared words, at least
  unsigned content;  // different shared content words, at least
  double share;      // of the shorter one's content words
  unsigned enough;   // different shared content words that need no share: both were trimmed
};

// Few words may be a phrase that somebody uses often: then all but none of them must agree.
constexpr unsigned kFew = 5;
constexpr unsigned kHardlyAny = 4;
constexpr double kFewShare = 0.85;
constexpr std::size_t kLeastSaid = 3;  // content words of a claim besides its names and figures

constexpr Need need(SameSource same) {
  switch (same) {
    case SameSource::yes:
      return {.words = 4, .content = 2, .share = 0.5, .enough = 6};
    case SameSource::unknown:
      return {.words = 5, .content = 4, .share = 0.6, .enough = 7};
    case SameSource::no:
      break;
  }
  return {.words = 7, .content = 5, .share = 0.7, .enough = 7};
}

SameSource speakers(const Utterance& left, const Utterance& right, const LanguageWords& language) {
  if (left.anonymous || right.anonymous) return SameSource::unknown;
  return same_source(left.source, right.source, language);
}

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::vector<Stem> content_set(const Utterance& utterance) {
  std::vector<Stem> set;
  std::copy_if(utterance.words.begin(), utterance.words.end(), std::back_inserter(set), is_content);
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
  return set;
}

std::vector<Stem> without(const std::vector<Stem>& words, const std::vector<Stem>& left_out) {
  std::vector<Stem> rest;
  std::set_difference(words.begin(), words.end(), left_out.begin(), left_out.end(), std::back_inserter(rest));
  return rest;
}

std::size_t shared(const std::vector<Stem>& left, const std::vector<Stem>& right) {
  std::vector<Stem> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return both.size();
}

}  // namespace

double quotation_likeness(const Utterance& left, const Utterance& right, const LanguageWords& language) {
  const SameSource same = speakers(left, right, language);
  const Need least = need(same);
  const Alignment found = align(left.words, right.words);
  if (found.words < least.words || found.distinct < least.content || found.content < 3) return 0;
  const double dense = ratio(found.content, std::max(found.left, found.right));
  const double share = ratio(found.content, std::min(count_content(left.words), count_content(right.words)));
  if (dense < 0.5) return 0;
  const double wanted = found.distinct < kFew ? std::max(kFewShare, least.share) : least.share;
  if (share < wanted && found.distinct < least.enough) return 0;
  // A word or three that somebody says every week: the other must be as short.
  const double longer = ratio(found.content, std::max(count_content(left.words), count_content(right.words)));
  if (found.distinct < kHardlyAny && longer < 0.6) return 0;
  // Somebody else's words: hardly a word may be put in or left out.
  if (same == SameSource::no && dense < 0.75) return 0;
  const double speaker = same == SameSource::yes ? 1 : same == SameSource::unknown ? 0.95 : 0.85;
  const double length = std::min(1.0, 0.7 + 0.05 * found.distinct);
  return speaker * length * (0.6 + 0.4 * dense);
}

double claim_likeness(const Utterance& left, const Utterance& right, const LanguageWords& language) {
  if (speakers(left, right, language) == SameSource::no) return 0;
  const std::size_t agreed = shared(left.facts, right.facts);
  if (agreed < 2) return 0;
  if (agreed < std::min(left.facts.size(), right.facts.size())) return 0;
  const std::vector<Stem> a = content_set(left), b = content_set(right);
  const std::size_t common = shared(a, b);
  const double share = ratio(common, std::min(a.size(), b.size()));
  const double all = ratio(common, a.size() + b.size() - common);
  if (common < 5 || share < 0.6 || all < 0.42) return 0;
  // Names are no claim, and a title is written now small, now large: something else must be said of them.
  const std::vector<Stem> said = without(without(a, left.facts), right.facts);
  if (shared(said, b) < kLeastSaid) return 0;
  return 0.4 + 0.3 * share * all;
}

}  // namespace hearsay
