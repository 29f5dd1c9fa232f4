// Two stems, both crude: only equality counts. That of cues joins the forms of a verb and keeps verbs apart; that of
// comparisons cuts more, for a reporter's "regional" is another's "of the region".
#include "language/english/morphology.h"

#include <algorithm>

#include "language/english/inflect.h"

namespace hearsay {
namespace {

constexpr std::size_t kComparedBytes = 7;  // "defence" and "defenses", "regional" and "region" meet early enough
constexpr std::size_t kLeastStem = 3;      // bytes that an ending must leave

class EnglishMorphology final : public Morphology {
 public:
  [[nodiscard]] Spelling inflect(std::string_view word, Form form) const override {
    return inflect_english(word, form);
  }

  [[nodiscard]] std::string_view cue_stem(std::string_view lower, CueStemBuffer& buffer) const override {
    if (lower.size() > sizeof buffer) return lower.substr(0, sizeof buffer);
    std::copy(lower.begin(), lower.end(), buffer);
    std::size_t size = lower.size();
    const auto ends = [&](std::string_view end) {
      return size > end.size() + 2 && std::string_view(buffer, size).substr(size - end.size()) == end;
    };
    if (ends("ing")) {
      size -= 3;
    } else if (ends("ied") || ends("ies")) {
      size -= 2;
      buffer[size - 1] = 'y';
    } else if (ends("ed") || ends("es")) {
      size -= 2;
    } else if (ends("s") && !ends("ss")) {
      size -= 1;
    } else if (ends("e")) {
      size -= 1;
    }
    if (size > 3 && buffer[size - 1] == buffer[size - 2] && buffer[size - 1] != 'l' && buffer[size - 1] != 's') --size;
    return {buffer, size};
  }

  [[nodiscard]] std::string_view comparison_stem(std::string_view word) const override {
    if (word == "n't") return "not";
    const auto cut = [&](std::string_view ending, std::size_t least) {
      if (word.size() < ending.size() + least || !word.ends_with(ending)) return false;
      word.remove_suffix(ending.size());
      return true;
    };
    if (!cut("'s", 1)) cut("'", 1);
    if (!word.ends_with("ss") && !cut("ies", kLeastStem)) cut("s", kLeastStem);
    if (!cut("ing", kLeastStem)) cut("ed", kLeastStem);
    if (!cut("ly", kLeastStem + 1)) cut("al", kLeastStem + 2);
    while (word.size() > kLeastStem && (word.ends_with('e') || word.ends_with('y') || word.ends_with('i'))) {
      word.remove_suffix(1);
    }
    if (word == "use" || word == "used") return "us-";  // not "us"
    return word.substr(0, kComparedBytes);
  }
};

}  // namespace

const Morphology& english_morphology() {
  static const EnglishMorphology english;
  return english;
}

}  // namespace hearsay
