// The words and phrases by which pages, records and wires are read, of all languages at once: what a byline opens
// with, what stands beside an article, names of months. A value, filled while rules are loaded (rules/load_page.h)
// and shared by all threads; asking allocates nothing. Whether a text is to be in lower case, the role says.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "language/page_role.h"

namespace hearsay {

/// The phrases of one role, in the order of the files: where one text has several, the first counts.
class PagePhrases {
 public:
  /// One that is there already or is empty adds nothing.
  void add(std::string_view phrase);

  /// Is the text one of them?
  [[nodiscard]] bool is(std::string_view text) const;
  /// Bytes of the one that the text begins with; 0 = none.
  [[nodiscard]] std::size_t opens(std::string_view text) const;
  /// The same with a blank behind it, which is counted.
  [[nodiscard]] std::size_t opens_word(std::string_view text) const;
  /// Bytes of the one that the text ends with; 0 = none.
  [[nodiscard]] std::size_t closes(std::string_view text) const;
  /// Is the text one of them, or does it end with a blank and one?
  [[nodiscard]] bool closes_word(std::string_view text) const;
  /// Does one stand anywhere in the text?
  [[nodiscard]] bool within(std::string_view text) const;

  struct Place {
    std::size_t at = std::string_view::npos;
    std::size_t size = 0;
  };
  /// The first in the text from byte `from` on.
  [[nodiscard]] Place find(std::string_view text, std::size_t from = 0) const;
  /// The last in the text.
  [[nodiscard]] Place rfind(std::string_view text) const;

  [[nodiscard]] const std::vector<std::string>& all() const { return phrases_; }

 private:
  std::vector<std::string> phrases_;
  std::bitset<256> firsts_, lasts_;  // bytes they begin and end with: most texts are told by one of these
};

/// Names of months and their numbers.
class PageMonths {
 public:
  void add(std::string_view lower, int number);
  /// 1 to 12; 0 = no month. In lower case.
  [[nodiscard]] int number(std::string_view lower) const;
  /// Whether a word, in whatever case, may be one by its length and first byte: most are none by these.
  [[nodiscard]] bool may_be(std::string_view word) const {
    return word.size() >= shortest_ && word.size() <= longest_ &&
           firsts_.test(static_cast<unsigned char>(word.front()));
  }

 private:
  std::vector<std::pair<std::string, int>> months_;  // sorted
  std::size_t shortest_ = 1, longest_ = 0;           // bytes
  std::bitset<256> firsts_;                          // in either case; all beyond ASCII
};

/// What opens a byline on pages that say they are in this language; elsewhere the word may be a name ("Von Holt").
struct TongueOpening {
  std::string language;  // first letters of its tag
  std::string words;     // lower case, a blank behind
};

struct PageWords {
  std::array<PagePhrases, kPageRoleCount> phrases;
  std::bitset<kPageRoleCount> given;                         // that a file names, be it to say that there are none
  PageMonths months;                                         // on either side of the day, with abbreviations
  PageMonths months_behind_day;                              // only behind the day, written out
  std::map<std::string, std::string, std::less<>> agencies;  // forms in lower case → name
  std::vector<TongueOpening> byline_openings;

  [[nodiscard]] const PagePhrases& operator[](PageRole role) const { return phrases[static_cast<std::size_t>(role)]; }
};

/// No language is known: pages are read by their marks alone.
[[nodiscard]] const PageWords& no_page_words();

}  // namespace hearsay
