// Entry: ThreadShower::show. Words are marked as changed by aligning each member's own words with the anchor's: words
// are cut again here, because an utterance keeps stems without places.
#include "threads.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "report/text_index.h"
#include "tokens/words.h"
#include "trace/align.h"
#include "trace/differences.h"
#include "trace/speaker.h"
#include "trace/stem.h"

namespace hearsay {
namespace {

constexpr std::size_t kLeastPiece = 3;  // words
constexpr std::size_t kMostPieces = 4;  // how often what is left over is aligned again

struct PlacedWords {
  std::vector<Stem> stems;
  std::vector<Span> spans;
};

PlacedWords words_of(std::string_view text, const Vocabulary& vocabulary) {
  std::vector<Token> tokens;
  cut_words(text, {0, static_cast<std::uint32_t>(text.size())}, vocabulary, tokens);
  PlacedWords words;
  for (const Token& token : tokens) {
    for (std::string_view word = text.substr(token.begin, token.end - token.begin); !word.empty();) {
      const Stem stem = comparison_stem(take_part(word), vocabulary.language);
      if (stem == 0) continue;
      words.stems.push_back(stem);
      words.spans.push_back({token.begin, token.end});
    }
  }
  return words;
}

/// Marks the words of [begin, end) that the anchor has: the best alignment, then what is before and behind it, for an
/// utterance may hold pieces from two places of the anchor.
void keep_shared(std::span<const Stem> words, std::span<const Stem> anchor, std::size_t begin, std::size_t end,
                 std::size_t depth, std::vector<bool>& kept) {
  if (depth == 0 || end - begin < kLeastPiece) return;
  const Alignment found = align(words.subspan(begin, end - begin), anchor);
  if (found.words < std::min(kLeastPiece, words.size())) return;
  for (const auto& [mine, theirs] : found.pairs) kept[begin + mine] = true;
  keep_shared(words, anchor, begin, begin + found.pairs.front().first, depth - 1, kept);
  keep_shared(words, anchor, begin + found.pairs.back().first + 1, end, depth - 1, kept);
}

/// Runs of words that the anchor has not.
CodeSpans changed_words(const std::string& text, const std::vector<Stem>& anchor, const Vocabulary& vocabulary) {
  const PlacedWords words = words_of(text, vocabulary);
  std::vector<bool> kept(words.stems.size(), false);
  keep_shared(words.stems, anchor, 0, kept.size(), kMostPieces, kept);
  const TextIndex index(text);
  CodeSpans changed;
  bool open = false;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const std::uint32_t end = index.code_point(words.spans[i].end);
    if (kept[i]) {
      open = false;
    } else if (open) {
      changed.back().second = end;
    } else {
      changed.emplace_back(index.code_point(words.spans[i].begin), end);
      open = true;
    }
  }
  return changed;
}

bool asked_for(std::span<const Utterance> members, const ThreadQuery& query, const std::vector<Stem>& quote,
               const LanguageWords& language) {
  const auto content = static_cast<std::size_t>(std::count_if(quote.begin(), quote.end(), is_content));
  const auto holds_words = [&](const Utterance& one) {
    const Alignment found = align(quote, one.words);
    return content == 0 ? found.words == quote.size() && !quote.empty() : 10 * found.content >= 7 * content;
  };
  const auto has_source = [&](const Utterance& one) {
    return std::any_of(query.sources.begin(), query.sources.end(), [&](const std::string& name) {
      return same_source(name, one.source, language) == SameSource::yes;
    });
  };
  return (query.quote.empty() || std::any_of(members.begin(), members.end(), holds_words)) &&
         (query.sources.empty() || std::any_of(members.begin(), members.end(), has_source));
}

ReportMember member_of(const Utterance& utterance) {
  ReportMember made;
  made.article = utterance.article;
  made.outlet = utterance.outlet;
  made.published = utterance.published;
  made.attribution = utterance.attribution;
  made.text = utterance.text;
  made.source = utterance.source;
  made.via = utterance.via;
  made.medium = utterance.medium;
  made.anonymous = utterance.anonymous;
  return made;
}

}  // namespace

ThreadShower::ThreadShower(const Collection& collection, const Vocabulary& vocabulary, const ThreadQuery& query)
    : collection_(collection),
      vocabulary_(vocabulary),
      query_(query),
      quote_(words_of(query.quote, vocabulary).stems) {}

std::optional<ReportThread> ThreadShower::show(const Thread& thread) const {
  std::vector<Utterance> utterances;
  for (const std::uint32_t member : thread.members) utterances.push_back(collection_.utterance(member));
  if (!asked_for(utterances, query_, quote_, vocabulary_.language)) return std::nullopt;
  ReportThread made;
  made.kind = thread_kind_name(thread.kind);
  made.confidence = std::round(thread.confidence * 100) / 100;
  std::vector<std::uint32_t> all(utterances.size());
  std::iota(all.begin(), all.end(), 0U);
  made.independent = independent_chains(utterances, all);
  made.credibility = credibility_of(utterances, all);
  for (const Difference difference : thread.differs) made.differs.emplace_back(difference_name(difference));
  const auto at = std::lower_bound(thread.members.begin(), thread.members.end(), thread.anchor);
  const Utterance& anchor = utterances[static_cast<std::size_t>(at - thread.members.begin())];
  const std::vector<Stem> anchor_words = words_of(anchor.text, vocabulary_).stems;
  std::set<std::string_view> articles, outlets;
  for (const std::uint32_t index : all) {
    const Utterance& utterance = utterances[index];
    ReportMember& member = made.members.emplace_back(member_of(utterance));
    ArticleFacts facts = collection_.facts(thread.members[index]);
    member.title = std::move(facts.title);
    member.url = std::move(facts.url);
    member.anchor = &utterance == &anchor;
    if (!member.anchor && utterance.words != anchor.words)
      member.changed = changed_words(utterance.text, anchor_words, vocabulary_);
    articles.insert(utterance.article);
    if (!utterance.outlet.empty()) outlets.insert(utterance.outlet);
  }
  made.articles = articles.size();
  made.outlets = outlets.size();
  return made;
}

}  // namespace hearsay
