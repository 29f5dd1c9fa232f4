// learn_words: the words that features may name are frequent, seen with several publishers, and no names.
#include <algorithm>
#include <array>
#include <bit>
#include <map>

#include "evidence/learning/learn_steps.h"

namespace hearsay {
namespace {

struct WordCounts {
  std::uint32_t count = 0, publishers = 0, capital = 0, middle = 0;
  std::array<std::uint32_t, kTagCount> tags{};
};

std::string lower_word(std::string_view word) {
  std::string lower;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word.substr(i).starts_with("\u2019")) {
      lower += '\'';
      i += 2;
    } else {
      lower += word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] - 'A' + 'a') : word[i];
    }
  }
  return lower;
}

/// Words that a file of rows can hold and that do not look like a masked word.
bool can_be_named(const std::string& word) {
  const bool odd = std::any_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  return !word.empty() && !odd && word.front() != '<' && word.front() != '#' && word != "_";
}

/// "anti-Smith"; not "NATO".
bool has_inner_capital(std::string_view word) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return !word.empty() && !is_capital(word.front()) && std::any_of(word.begin(), word.end(), is_capital);
}

bool is_name(const WordCounts& counts) {
  const std::uint32_t named =
      counts.tags[static_cast<std::size_t>(Tag::NNP)] + counts.tags[static_cast<std::size_t>(Tag::NNPS)];
  std::uint32_t tagged = 0;
  for (const std::uint32_t count : counts.tags) tagged += count;
  tagged -= counts.tags[0];
  return 2 * named > tagged || 5 * counts.capital > 3 * counts.middle + 2;
}

Tag only_tag(const WordCounts& counts) {
  std::uint32_t all = 0;
  std::size_t best = 1;
  for (std::size_t tag = 1; tag < kTagCount; ++tag) {
    all += counts.tags[tag];
    if (counts.tags[tag] > counts.tags[best]) best = tag;
  }
  return all >= 12 && 1000 * counts.tags[best] >= 985 * all ? static_cast<Tag>(best) : Tag::none;
}

}  // namespace

void learn_words(Lessons& lessons, Weights& weights) {
  const LanguageWords& language = lessons.all.empty() ? no_language() : *lessons.all.front().text.language;
  std::map<std::string, WordCounts, std::less<>> words;
  for (std::size_t at = 0; at < lessons.all.size(); ++at) {
    const Lesson& lesson = lessons.all[at];
    for (std::size_t t = 0; t < lesson.text.tokens.size(); ++t) {
      const Token& token = lesson.text.tokens[t];
      std::string lower = lower_word(token_text(lesson.document, token));
      if (hash_of(lower) != token.hash || !can_be_named(lower)) continue;
      CueStemBuffer buffer;
      std::string stem(language.morphology->cue_stem(lower, buffer));
      lessons.stems.emplace(hash_of(stem), stem);
      WordCounts& counts = words[std::move(lower)];
      ++counts.count;
      counts.publishers |= 1U << (lessons.publisher[at] % 32);
      ++counts.tags[static_cast<std::size_t>(lesson.tags.size() > t ? lesson.tags[t] : Tag::none)];
      const std::string_view written = token_text(lesson.document, token);
      if (!token.has(kSentenceStart) && token.has(kAlpha)) {
        ++counts.middle;
        if (token.has(kCapital) || has_inner_capital(written)) ++counts.capital;
      }
    }
  }
  for (const auto& [word, counts] : words) {
    const bool never_a_name = language.closed.has(language.closed.row(hash_of(word)), Role::never_a_name);
    if (is_name(counts) && !never_a_name) continue;
    CueStemBuffer buffer;
    std::string stem(language.morphology->cue_stem(language.lemma_of(word), buffer));
    const std::uint32_t stem_hash = hash_of(stem);
    lessons.stems.emplace(stem_hash, stem);
    lessons.cue_stems.insert(stem_hash);
    if (counts.count < lessons.options.word_count) continue;
    if (static_cast<std::uint32_t>(std::popcount(counts.publishers)) < lessons.least_publishers) continue;
    lessons.words.emplace(hash_of(word), word);
    weights.words.push_back({.word = word, .tag = only_tag(counts), .stem = std::move(stem), .count = counts.count});
  }
}

}  // namespace hearsay
