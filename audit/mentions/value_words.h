// What words are worth: numbers in figures and in words, days and months, ranks, by the language's number words
// (LanguageWords::numbers) and the lexicons of the pack (rules/en/lexicons/values.xml). Not here: what two of them mean
// together.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/article.h"
#include "rules/program.h"

namespace hearsay {

/// A number as the text gives it.
struct NumberAt {
  double value = 0;
  std::uint32_t end = 0;  // behind its last token: "3.5 million" has two
  bool exact = true;      // false: with a decimal or a scale
};

class ValueWords {
 public:
  /// What the pack has no lexicon for is worth nothing. Both must outlive it.
  ValueWords(const Article& article, const Lexicons& lexicons);

  /// "1,200", "twelve", "twenty-one", "3.5 million"; nothing that holds more than a number ("7-3", "5m", "4th").
  [[nodiscard]] std::optional<NumberAt> number(std::uint32_t token) const {
    return tells_number(token) ? number_at(token) : std::nullopt;
  }
  /// The number and the word of one token: 12 and "member" of "12-member"; none where there is no such pair.
  struct Joined {
    double value = 0;
    std::string word;  // in lower case
  };
  [[nodiscard]] std::optional<Joined> joined(std::uint32_t token) const;
  /// 1 Monday … 7 Sunday; 0: it is none.
  [[nodiscard]] int weekday(std::uint32_t token) const { return small(token, weekday_); }
  [[nodiscard]] int month(std::uint32_t token) const { return small(token, month_); }
  /// As the pack writes it, with a capital: "Monday".
  [[nodiscard]] std::string weekday_name(int day) const;
  /// Behind the words for a share: 2 of "per cent"; 0: there are none here.
  [[nodiscard]] std::uint32_t percent(std::uint32_t token) const;
  /// The attribute "kind" of the token in a lexicon; "" where it is not in it.
  [[nodiscard]] std::string_view kind(std::uint32_t token, LexiconId lexicon) const;
  [[nodiscard]] bool in(std::uint32_t token, LexiconId lexicon) const;
  [[nodiscard]] LexiconId lexicon(std::string_view id) const { return lexicons_.named(id); }
  /// Whether any token of the range is in it.
  [[nodiscard]] bool any(TokenRange range, LexiconId lexicon) const;
  /// A token's bytes, as they stand.
  [[nodiscard]] std::string_view words(std::uint32_t token) const;

  LexiconId remainder, share_compared, share_whole, people_part, list_of_some, seat_noun, vote_verb, rank, promoted;

 private:
  /// Each token is asked about several times, and hardly one in a hundred is a number.
  [[nodiscard]] bool tells_number(std::uint32_t token) const {
    return token < number_words_.size() && (number_words_[token] >= 0 || article_.text.tokens[token].has(kDigit));
  }
  [[nodiscard]] std::optional<NumberAt> number_at(std::uint32_t token) const;
  [[nodiscard]] int small(std::uint32_t token, LexiconId lexicon) const;
  /// Of one word in lower case: "twenty-one" too; -1 where it is no number word.
  [[nodiscard]] double word_value(std::string_view lower) const;
  void read_number_words();

  const Article article_;
  const Lexicons& lexicons_;
  LexiconId weekday_, month_, scale_, percent_;
  std::bitset<256> opens_;            // bytes that a number in figures or words begins with
  std::vector<double> number_words_;  // by token: what it is worth as a word; -1: it is no number word
};

/// The digits of a number with or without separators of thousands and a decimal; none where anything else stands in it.
[[nodiscard]] std::optional<NumberAt> figure_of(std::string_view written);

}  // namespace hearsay
