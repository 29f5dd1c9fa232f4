// add_posts(): the dash of the signature is the cue, the account before its date the source, the words the content. A
// quotation of the body is looked for in a post's words as a run of the same tokens.
#include "attributions/add_posts.h"

#include <algorithm>
#include <vector>

namespace hearsay {
namespace {

constexpr double kCertain = 0.95;           // the markup tells; what may be wrong is the name
constexpr std::size_t kMostPosts = 256;     // of one page; more are left alone
constexpr std::size_t kLongestPost = 2000;  // tokens that are compared with the body's quotations
constexpr std::size_t kMostQuotations = 512;
constexpr std::size_t kShortest = 4;  // words of a quotation that can be told to be a post's

TokenRange tokens_of(const Text& text, Span span) {
  const auto first = std::partition_point(text.tokens.begin(), text.tokens.end(),
                                          [&](const Token& token) { return token.begin < span.begin; });
  const auto last =
      std::partition_point(first, text.tokens.end(), [&](const Token& token) { return token.end <= span.end; });
  return {static_cast<std::uint32_t>(first - text.tokens.begin()),
          static_cast<std::uint32_t>(last - text.tokens.begin())};
}

std::vector<std::uint32_t> words_of(const Text& text, TokenRange range) {
  std::vector<std::uint32_t> words;
  for (std::uint32_t t = range.begin; t < range.end && words.size() < kLongestPost; ++t) {
    if (!text.tokens[t].has(kPunct)) words.push_back(text.tokens[t].hash);
  }
  return words;
}

struct BodyQuotation {
  TokenRange tokens;
  std::vector<std::uint32_t> words;
};

std::vector<BodyQuotation> body_quotations(const Text& text) {
  std::vector<BodyQuotation> out;
  for (const Quotation& quotation : text.quotations) {
    if (out.size() >= kMostQuotations || quotation.parent != kNone || quotation.tokens.empty()) continue;
    const Sentence& sentence = text.sentences[text.sentence_of[quotation.tokens.begin]];
    if (!is_body(text.paragraphs[sentence.paragraph].kind)) continue;
    std::vector<std::uint32_t> words = words_of(text, quotation.tokens);
    if (words.size() >= kShortest) out.push_back({quotation.tokens, std::move(words)});
  }
  return out;
}

/// The attributions of the body that quote most of these words; none if they do not.
std::vector<std::size_t> quoting(const std::vector<std::uint32_t>& post, const std::vector<BodyQuotation>& quotations,
                                 const Attributions& all) {
  std::vector<std::size_t> by;
  std::size_t repeated = 0;
  for (const BodyQuotation& quotation : quotations) {
    if (std::search(post.begin(), post.end(), quotation.words.begin(), quotation.words.end()) == post.end()) continue;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const bool holds = std::any_of(all[i].content.begin(), all[i].content.end(),
                                     [&](TokenRange content) { return content.contains(quotation.tokens.begin + 1); });
      if (!holds) continue;
      by.push_back(i);
      repeated += quotation.words.size();
      break;
    }
  }
  if (repeated * 10 < post.size() * 6) by.clear();
  return by;
}

}  // namespace

void add_posts(const Reading& reading, Attributions& all) {
  const Document& document = reading.document;
  const Text& text = reading.text;
  if (document.posts.empty()) return;
  const std::vector<BodyQuotation> quotations = body_quotations(text);
  Attributions added;
  std::vector<TokenRange> repeated;  // in text order
  for (std::uint32_t p = 0; p < std::min(document.posts.size(), kMostPosts); ++p) {
    const Post& post = document.posts[p];
    const TokenRange words = tokens_of(text, post.words);
    const std::vector<std::size_t> by = quoting(words_of(text, words), quotations, all);
    for (const std::size_t i : by) all[i].post = p;
    if (!by.empty()) repeated.push_back(words);
    Attribution a;
    a.post = p;
    a.source = tokens_of(text, post.account);
    a.cue = tokens_of(text, post.dash);
    if (!by.empty() || words.empty() || a.source.empty() || a.cue.empty()) continue;
    a.mode = SourceMode::phrase;
    a.cue_head = a.cue.begin;
    a.content.push_back(words);
    a.medium = post.platform == "X" ? Medium::tweet : Medium::social_media;
    a.type = AttributionType::direct;
    a.confidence = kCertain;
    added.push_back(std::move(a));
  }
  // What is said inside a post that the body quotes counts there.
  std::erase_if(all, [&](const Attribution& a) {
    const auto after = std::partition_point(repeated.begin(), repeated.end(),
                                            [&](TokenRange words) { return words.end <= a.cue.begin; });
    return after != repeated.end() && after->contains(a.cue.begin);
  });
  all.insert(all.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  std::stable_sort(all.begin(), all.end(), [](const Attribution& a, const Attribution& b) { return a.cue < b.cue; });
}

}  // namespace hearsay
