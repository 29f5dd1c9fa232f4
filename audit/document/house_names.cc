// Names are compared by their letters and digits; a leading "the" belongs to none.
#include "document/house_names.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "document/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kShortest = 3;         // letters of a house
constexpr std::size_t kLongestArticle = 12;  // bytes with the blank behind it
constexpr std::size_t kMostTail = 6;         // words
constexpr std::size_t kLongestName = 200;    // bytes

std::string_view without_article(std::string_view name, const PageWords& page_words) {
  const std::size_t size = page_words[PageRole::house_article].opens_word(lower(name.substr(0, kLongestArticle)));
  return size > 0 && name.size() > size ? trim(name.substr(size)) : name;
}

std::string letters_of(std::string_view name, const PageWords& page_words) {
  return skeleton(without_article(trim(name), page_words));
}

// Without "for", "of", marks and blanks between a name and the house behind it.
std::string_view without_joint(std::string_view name, const PageWords& page_words) {
  static constexpr std::array<std::string_view, 11> kMarks = {"|", "/", ",", "(", "@", "-", "–", "—", "·", "•", ":"};
  for (bool moved = true; moved;) {
    name = trim(name);
    const std::string lowered = lower(name);
    const auto mark =
        std::find_if(kMarks.begin(), kMarks.end(), [&](std::string_view one) { return lowered.ends_with(one); });
    const std::size_t size = mark != kMarks.end() ? mark->size() : page_words[PageRole::house_joint].closes(lowered);
    moved = size > 0 && lowered.size() == name.size();
    if (moved) name.remove_suffix(size);
  }
  return name;
}

}  // namespace

bool is_house(std::string_view name, const Houses& houses, const PageWords& page_words) {
  if (name.size() > kLongestName) return false;
  const std::string letters = letters_of(name, page_words);
  return letters.size() >= kShortest && std::any_of(houses.begin(), houses.end(), [&](const std::string& house) {
           return letters_of(house, page_words) == letters;
         });
}

std::string_view person_before_house(std::string_view name, const Houses& houses, const PageWords& page_words) {
  std::string_view whole = trim(name);
  if (whole.size() > kLongestName) return name;
  std::string_view bare = whole;
  while (bare.ends_with(')') || bare.ends_with('.')) bare.remove_suffix(1);
  for (const std::string& house : houses) {
    const std::string tail = lower(without_article(trim(house), page_words));
    if (letters_of(tail, page_words).size() < kShortest || bare.size() <= tail.size()) continue;
    // "The Bay Post’s Ana Ruiz".
    const std::string_view rest = without_article(whole, page_words);
    if (lower(rest.substr(0, tail.size())) == tail) {
      const std::size_t owner = page_words[PageRole::owner].opens_word(rest.substr(tail.size()));
      if (owner > 0) return trim(rest.substr(tail.size() + owner));
    }
    const std::string_view last = bare.substr(bare.size() - tail.size());
    const char before = bare[bare.size() - tail.size() - 1];
    if (lower(last) != tail || (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z')) continue;
    const std::string_view person = without_joint(bare.substr(0, bare.size() - tail.size()), page_words);
    if (split_words(person).size() >= 2) return person;
  }
  return name;
}

std::string tail_of_title(std::string_view page_title, std::string_view headline) {
  if (split_words(headline).size() < 3 || page_title.size() <= headline.size() || page_title.size() > 600) return "";
  if (!same_words(page_title.substr(0, headline.size()), headline)) return "";
  static constexpr std::array<std::string_view, 8> kMarks = {" | ", " - ", " – ", " — ", " » ", " :: ", " · ", " • "};
  std::size_t begin = 0;
  for (const std::string_view mark : kMarks) {
    const std::size_t at = page_title.rfind(mark);
    if (at != std::string_view::npos && at >= headline.size()) begin = std::max(begin, at + mark.size());
  }
  const std::string_view tail = begin == 0 ? std::string_view() : trim(page_title.substr(begin));
  return split_words(tail).size() <= kMostTail ? std::string(tail) : "";
}

}  // namespace hearsay
