// find_claims: contents that overlap become one claim (a sweep over their beginnings), marks inside them tell its kind,
// and marks outside make claims of their own. Then each claim looks for others that say the same, by names and figures
// they share, and counts the chains that have no voice in common. DECISIONS.md, 2026-11-22, tells why the figures are
// as they are.
#include "score/claims.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "score/positions.h"
#include "score/voices.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMinNounPhrase = 8;  // words of a content without a verb that still says something
constexpr std::uint32_t kMinStated = 6;      // words of the writer's own that state something
constexpr std::size_t kMaxWords = 64;        // of a claim that are compared
constexpr std::size_t kMaxPostings = 16;     // claims a name or figure is compared with
constexpr std::size_t kMinCommon = 4;        // words that claims saying the same have in common
constexpr std::size_t kMaxChains = 64;       // weighed per claim

struct Piece {
  TokenRange range;
  std::uint32_t attribution = 0;
};

bool has_figure(const Text& text, TokenRange range) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (text.tokens[t].has(kDigit)) return true;
  }
  return false;
}

/// A short phrase without a verb ("support for the plan") states nothing that could be checked; a question neither.
bool is_checkable(const ScoreInput& input, const Attribution& attribution) {
  if (!attribution.statement || attribution.stance == Stance::ask || attribution.stance == Stance::refuse) return false;
  std::uint32_t words = 0;
  for (const TokenRange& part : attribution.content) {
    const TokenRange range = clipped(input.text, part);
    if (input.tags.size() == input.text.tokens.size()) {
      // Bounded: contents may overlap any number of times.
      const std::uint32_t end = std::min(range.end, range.begin + 400);
      for (std::uint32_t t = range.begin; t < end; ++t) {
        const Tag tag = input.tags[t];
        if (is_verb(tag) || tag == Tag::MD) return true;
      }
      if (has_figure(input.text, {range.begin, end})) return true;
    }
    words += range.size();
  }
  return words >= kMinNounPhrase;
}

class Gatherer {
 public:
  Gatherer(const ScoreInput& input, const std::vector<std::uint32_t>& voices) : input_(input), voices_(voices) {}
  FoundClaims run() {
    gather_contents();
    gather_assertions();
    tell_kinds();
    sort_claims();
    for (std::uint32_t c = 0; c < found_.claims.size(); ++c) set_status(found_.claims[c]);
    find_same();
    for (std::uint32_t c = 0; c < found_.claims.size(); ++c) weigh(c);
    return std::move(found_);
  }

 private:
  void gather_contents();
  [[nodiscard]] std::vector<char> given_tokens() const;
  [[nodiscard]] bool is_glued(std::uint32_t token) const;
  [[nodiscard]] TokenRange own_words(TokenRange sentence, const std::vector<char>& given) const;
  void gather_assertions();
  void tell_kinds();
  void sort_claims();
  void set_status(Claim& claim) const;
  void find_same();
  void weigh(std::uint32_t claim);
  [[nodiscard]] ClaimStatus standing(std::uint32_t attribution) const;
  [[nodiscard]] bool same(std::uint32_t a, std::uint32_t b) const;
  void collect_words(const Claim& claim, std::vector<std::uint32_t>& words, std::vector<std::uint32_t>& figures) const;

  const ScoreInput& input_;
  const std::vector<std::uint32_t>& voices_;
  LexiconId say_ = input_.program.lexicons.named("say");
  FoundClaims found_;
  std::vector<std::vector<std::uint32_t>> words_, figures_, same_;  // per claim; hashes sorted
};

void Gatherer::gather_contents() {
  std::vector<Piece> pieces;
  const Attributions& attributions = input_.attributions;
  found_.of_attribution.assign(attributions.size(), kNone);
  for (std::uint32_t a = 0; a < attributions.size(); ++a) {
    const Attribution& attribution = attributions[a];
    if (attribution.content.empty() || !holds_claims(block_at(input_.text, attribution.content.front().begin)))
      continue;
    if (!is_checkable(input_, attribution)) continue;
    for (const TokenRange& part : attribution.content) {
      const TokenRange range = clipped(input_.text, part);
      if (!range.empty()) pieces.push_back({range, a});
    }
  }
  std::stable_sort(pieces.begin(), pieces.end(), [](const Piece& x, const Piece& y) { return x.range < y.range; });

  // Runs of overlapping pieces; an attribution with several pieces joins its runs.
  std::vector<std::uint32_t> parent;
  const auto root = [&](std::uint32_t at) {
    while (parent[at] != at) at = parent[at] = parent[parent[at]];
    return at;
  };
  std::vector<TokenRange> runs;
  std::vector<std::uint32_t> first_run(attributions.size(), kNone);
  for (const Piece& piece : pieces) {
    if (runs.empty() || runs.back().end <= piece.range.begin) {
      parent.push_back(static_cast<std::uint32_t>(runs.size()));
      runs.push_back(piece.range);
    }
    runs.back().end = std::max(runs.back().end, piece.range.end);
    const auto run = static_cast<std::uint32_t>(runs.size() - 1);
    if (first_run[piece.attribution] == kNone) {
      first_run[piece.attribution] = run;
    } else {
      const std::uint32_t a = root(first_run[piece.attribution]);
      const std::uint32_t b = root(run);
      parent[std::max(a, b)] = std::min(a, b);
    }
  }
  std::vector<std::uint32_t> claim_of_run(runs.size(), kNone);
  for (std::uint32_t r = 0; r < runs.size(); ++r) {
    const std::uint32_t top = root(r);
    if (claim_of_run[top] == kNone) {
      claim_of_run[top] = static_cast<std::uint32_t>(found_.claims.size());
      found_.claims.emplace_back();
    }
    found_.claims[claim_of_run[top]].parts.push_back(runs[r]);
  }
  for (std::uint32_t a = 0; a < attributions.size(); ++a) {
    if (first_run[a] == kNone) continue;
    const std::uint32_t claim = claim_of_run[root(first_run[a])];
    found_.claims[claim].attributions.push_back(a);
    found_.of_attribution[a] = claim;
    if (attributions[a].stance == Stance::criticism) found_.claims[claim].kind = "accusation";
  }
}

/// Per token whether somebody's words say who stands behind it, or it says who that is.
std::vector<char> Gatherer::given_tokens() const {
  const Text& text = input_.text;
  std::vector<char> given(text.tokens.size(), 0);
  const auto fill = [&](TokenRange part) {
    const TokenRange range = clipped(text, part);
    std::fill(given.begin() + range.begin, given.begin() + range.end, 1);
  };
  for (std::uint32_t a = 0; a < input_.attributions.size(); ++a) {
    const Attribution& attribution = input_.attributions[a];
    // A question that somebody put is no word of the writer's.
    const bool asks = attribution.stance == Stance::ask;
    if (!tells_words(input_, a) && !asks) continue;
    for (const TokenRange& part :
         {attribution.source, attribution.cue, attribution.recipient, attribution.reason, attribution.medium_range})
      fill(part);
    for (const TokenRange& part : attribution.content) fill(part);
    for (const TokenRange& part : attribution.via) fill(part);
  }
  return given;
}

/// "KellyMORE": what a page put into its text.
bool Gatherer::is_glued(std::uint32_t token) const {
  if (!input_.text.tokens[token].has(kCapital)) return false;
  const std::string_view word = text_of(input_.document, input_.text, {token, token + 1});
  const auto big = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::size_t tail = 0;
  while (tail < word.size() && big(word[word.size() - 1 - tail])) ++tail;
  if (tail < 3 || tail + 2 >= word.size()) return false;
  const char before = word[word.size() - 1 - tail];
  return before >= 'a' && before <= 'z';
}

/// What the writer states in the sentence: all of it where nobody else has a part in it, else the longest stretch that
/// is left, if the sentence begins with it; empty where that has no finite verb or too few words to state anything.
/// Without its beginning a stretch says nothing of anybody; a question and "While she has not answered" state nothing.
TokenRange Gatherer::own_words(TokenRange sentence, const std::vector<char>& given) const {
  const Text& text = input_.text;
  TokenRange best;
  std::uint32_t best_words = 0;
  std::uint32_t words = 0, start = sentence.begin;
  const bool tagged = input_.tags.size() == text.tokens.size();  // else what has no verb cannot be told
  bool verb = !tagged, best_verb = false, said = false;
  const auto close = [&](std::uint32_t end) {
    if (words > best_words) {
      best = {start, end};
      best_words = words;
      best_verb = verb;
    }
    words = 0;
    verb = !tagged;
  };
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (given[t] != 0) {
      close(t);
      start = t + 1;
      continue;
    }
    if (!text.tokens[t].has(kPunct)) ++words;
    verb = verb || (tagged && is_finite(input_.tags[t]));
    if (is_glued(t)) return {};
    // Somebody says it, whoever was not found: it is not the writer who does.
    const bool telling = tagged && (is_finite(input_.tags[t]) ||
                                    (input_.tags[t] == Tag::VBG && t > sentence.begin && is_comma(input_, t - 1)));
    said = said || (telling && input_.program.lexicons.has(text.tokens[t].word, say_));
  }
  close(sentence.end);
  if (!best_verb || said || best_words < kMinStated) return {};
  if (std::any_of(given.begin() + sentence.begin, given.begin() + best.begin, [](char one) { return one != 0; }))
    return {};
  const bool all = best.end == sentence.end;
  if (!all && tagged && input_.tags[best.begin] == Tag::IN) return {};
  for (std::uint32_t t = best.end; t > best.begin && text.tokens[t - 1].has(kPunct); --t) {
    if (text_of(input_.document, text, {t - 1, t}).find('?') != std::string_view::npos) return {};
  }
  while (best.size() > 1 && text.tokens[best.end - 1].has(kPunct)) --best.end;
  while (best.size() > 1 && text.tokens[best.begin].has(kPunct)) ++best.begin;
  return best;
}

void Gatherer::gather_assertions() {
  const Text& text = input_.text;
  const std::vector<char> given = given_tokens();
  for (const Sentence& sentence : text.sentences) {
    if (sentence.tokens.empty() || !is_body(block_at(text, sentence.tokens.begin))) continue;
    const TokenRange own = own_words(sentence.tokens, given);
    if (own.empty()) continue;
    Claim made;
    made.parts.push_back(own);
    found_.claims.push_back(std::move(made));
  }
}

void Gatherer::tell_kinds() {
  const Text& text = input_.text;
  std::vector<std::uint32_t> owner(text.tokens.size(), kNone);  // the claim that holds a token
  for (std::uint32_t c = 0; c < found_.claims.size(); ++c) {
    for (const TokenRange& part : found_.claims[c].parts) {
      std::fill(owner.begin() + part.begin, owner.begin() + part.end, c);
    }
  }
  for (const ClaimMark& mark : input_.marks.claims) {
    const TokenRange range = clipped(text, mark.range);
    std::uint32_t claim = kNone;
    for (std::uint32_t t = range.begin; t < range.end && claim == kNone; ++t) claim = owner[t];
    if (claim == kNone || mark.rule >= input_.program.rules.size()) continue;
    const std::string& kind = input_.program.rules[mark.rule].kind;
    Claim& marked = found_.claims[claim];
    if (marked.attributions.empty() && marked.rule == kNone) marked.rule = mark.rule;
    if (marked.kind.empty() || kind == "accusation") marked.kind = kind;
  }
}

void Gatherer::sort_claims() {
  std::vector<Claim>& claims = found_.claims;
  for (Claim& claim : claims) claim.range = {claim.parts.front().begin, claim.parts.back().end};
  std::vector<std::uint32_t> order(claims.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return claims[a].range < claims[b].range; });
  std::vector<Claim> sorted;
  sorted.reserve(claims.size());
  for (const std::uint32_t from : order) {
    for (const std::uint32_t a : claims[from].attributions)
      found_.of_attribution[a] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(claims[from]));
  }
  claims = std::move(sorted);
}

/// What a reader learns of who stands behind one attribution: as little as its weakest hop gives.
ClaimStatus Gatherer::standing(std::uint32_t index) const {
  const Attribution& attribution = input_.attributions[index];
  if (attribution.mode == SourceMode::author) return ClaimStatus::author;
  if (index >= input_.trace.chains.size()) return ClaimStatus::unattributed;
  ClaimStatus status = ClaimStatus::named;
  for (const Hop& hop : input_.trace.chains[index].hops) {
    const Source* source = source_at(input_.sources, hop.source);
    if (source == nullptr) return ClaimStatus::unattributed;
    switch (source->kind) {
      case SourceKind::author:
      case SourceKind::collective:  // nobody who could be asked: the writer vouches for what "voters" think
        return ClaimStatus::author;
      case SourceKind::unstated:
      case SourceKind::other:
        return ClaimStatus::unattributed;
      default:
        if (!is_identified(*source)) status = ClaimStatus::anonymous;
    }
  }
  return status;
}

void Gatherer::set_status(Claim& claim) const {
  if (claim.attributions.empty()) {
    const bool own = speaks_for_itself(input_.genre.id);  // report/genre tells readers so
    claim.status = own ? ClaimStatus::author : ClaimStatus::unattributed;
    return;
  }
  // The best of those that are not said inside another one of the same claim.
  for (const std::uint32_t a : claim.attributions) {
    const std::uint32_t outer = input_.attributions[a].within;
    const bool nested = outer != a && outer < found_.of_attribution.size() &&
                        found_.of_attribution[outer] == found_.of_attribution[a] && found_.of_attribution[a] != kNone;
    if (!nested) claim.status = std::min(claim.status, standing(a));
  }
}

void Gatherer::collect_words(const Claim& claim, std::vector<std::uint32_t>& words,
                             std::vector<std::uint32_t>& figures) const {
  const Text& text = input_.text;
  for (const TokenRange& part : claim.parts) {
    for (std::uint32_t t = part.begin; t < part.end && words.size() < kMaxWords; ++t) {
      const Token& token = text.tokens[t];
      if (token.has(kPunct) || token.has(kClitic)) continue;
      if (token.has(kDigit)) {
        figures.push_back(token.hash);
      } else if (token.end - token.begin < 4) {
        continue;  // function words, most of them
      } else if (input_.tags.size() == text.tokens.size()) {
        const Tag tag = input_.tags[t];
        if (!is_noun(tag) && !is_verb(tag) && !is_adjective(tag) && tag != Tag::CD) continue;
      }
      words.push_back(token.hash);
    }
  }
  for (std::vector<std::uint32_t>* list : {&words, &figures}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
}

std::size_t common(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y)
      ++count, ++x, ++y;
    else if (*x < *y)
      ++x;
    else
      ++y;
  }
  return count;
}

/// Half of the shorter one's words are in the other, and no figure of the shorter one is missing there.
bool Gatherer::same(std::uint32_t a, std::uint32_t b) const {
  const std::size_t shared = common(words_[a], words_[b]);
  if (shared < kMinCommon || shared * 2 < std::min(words_[a].size(), words_[b].size())) return false;
  const std::size_t figures = std::min(figures_[a].size(), figures_[b].size());
  return common(figures_[a], figures_[b]) == figures;
}

void Gatherer::find_same() {
  const std::size_t count = found_.claims.size();
  words_.resize(count);
  figures_.resize(count);
  same_.resize(count);
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>
      holders;  // of a name or figure: the latest claims with it
  for (std::uint32_t c = 0; c < count; ++c) {
    const Claim& claim = found_.claims[c];
    if (claim.attributions.empty()) continue;
    collect_words(claim, words_[c], figures_[c]);
    std::vector<std::uint32_t> strong;
    for (const TokenRange& part : claim.parts) {
      for (std::uint32_t t = part.begin; t < part.end && strong.size() < kMaxWords; ++t) {
        const Token& token = input_.text.tokens[t];
        if (token.has(kDigit) || (token.has(kCapital) && !token.has(kSentenceStart))) strong.push_back(token.hash);
      }
    }
    std::sort(strong.begin(), strong.end());
    strong.erase(std::unique(strong.begin(), strong.end()), strong.end());
    for (const std::uint32_t word : strong) {
      std::vector<std::uint32_t>& others = holders[word];
      for (const std::uint32_t other : others) {
        if (std::find(same_[c].begin(), same_[c].end(), other) != same_[c].end() || !same(c, other)) continue;
        same_[c].push_back(other);
        same_[other].push_back(c);
      }
      if (others.size() == kMaxPostings) others.erase(others.begin());
      others.push_back(c);
    }
  }
}

void Gatherer::weigh(std::uint32_t index) {
  std::vector<std::uint32_t> candidates = found_.claims[index].attributions;
  for (const std::uint32_t other : same_[index]) {
    const auto& more = found_.claims[other].attributions;
    candidates.insert(candidates.end(), more.begin(), more.end());
  }
  if (candidates.size() > kMaxChains) candidates.resize(kMaxChains);
  std::vector<std::uint32_t> heard;  // voices on chains that were counted
  std::uint32_t origins = 0;
  bool documented = false, anonymous = false, denied = false;
  for (const std::uint32_t a : candidates) {
    const Attribution& attribution = input_.attributions[a];
    if (attribution.stance == Stance::deny || attribution.negated) {
      denied = true;
      continue;
    }
    if (a >= input_.trace.chains.size()) continue;
    const Chain& chain = input_.trace.chains[a];
    if (!chain.traced) {
      anonymous = anonymous || standing(a) == ClaimStatus::anonymous;
      continue;
    }
    const bool known = std::any_of(chain.hops.begin(), chain.hops.end(), [&](const Hop& hop) {
      return std::find(heard.begin(), heard.end(), voices_[hop.source]) != heard.end();
    });
    if (known) continue;
    for (const Hop& hop : chain.hops) heard.push_back(voices_[hop.source]);
    ++origins;
    documented =
        documented || !chain.links.empty() || input_.sources.all[chain.hops.back().source].kind == SourceKind::document;
  }
  found_.origins.push_back(origins);
  int credibility = 0;
  if (origins >= 3 && documented)
    credibility = 1;
  else if (origins >= 2)
    credibility = 2;
  else if (origins == 1 && anonymous)
    credibility = 3;
  if (denied && credibility != 0) credibility = std::max(credibility, 3);
  found_.claims[index].credibility = credibility;
}

}  // namespace

FoundClaims find_claims(const ScoreInput& input, const std::vector<std::uint32_t>& voices) {
  return Gatherer(input, voices).run();
}

}  // namespace hearsay
