// find_two_spellings: names of persons that are one letter apart. Two full names that differ in the surname or in the
// first name; or a surname that stands alone and near that of a full name, where nobody else has it.
#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "score/contradictions/parts.h"
#include "score/contradictions/people.h"
#include "score/positions.h"

namespace hearsay {
namespace {

constexpr std::size_t kShortest = 5;     // letters of a surname that are enough to tell a slip from another name
constexpr std::size_t kMostNames = 400;  // different surnames that are compared, each with each

std::u32string letters_of(std::string_view word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    if (point.length == 0) break;
    letters.push_back(point.value);
    at += point.length;
  }
  return letters;
}

enum class Slip : std::uint8_t {
  none,
  typed,   // two neighbours swapped, or a letter doubled: hardly another name
  letter,  // one put in, left out or changed: it may be another name
};

/// Not in the first letter, and no "s" at the end.
Slip slip_of(const std::u32string& a, const std::u32string& b) {
  const std::u32string& shorter = a.size() <= b.size() ? a : b;
  const std::u32string& longer = a.size() <= b.size() ? b : a;
  if (shorter.size() < kShortest || longer.size() - shorter.size() > 1 || a == b) return Slip::none;
  std::size_t at = 0;
  while (at < shorter.size() && shorter[at] == longer[at]) ++at;
  if (at == 0) return Slip::none;
  if (longer.size() > shorter.size()) {
    if (at == shorter.size() && longer.back() == U's') return Slip::none;
    const bool one = std::equal(shorter.begin() + static_cast<std::ptrdiff_t>(at), shorter.end(),
                                longer.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    if (!one) return Slip::none;
    return longer[at] == longer[at - 1] ? Slip::typed : Slip::letter;
  }
  const auto same_from = [&](std::size_t from) {
    return from >= a.size() || std::equal(a.begin() + static_cast<std::ptrdiff_t>(from), a.end(),
                                          b.begin() + static_cast<std::ptrdiff_t>(from));
  };
  if (same_from(at + 1)) return Slip::letter;
  const bool swapped = at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && same_from(at + 2);
  return swapped ? Slip::typed : Slip::none;
}

struct Surname {
  std::u32string letters;
  std::vector<const PersonName*> full;  // with a first name
  std::vector<const PersonName*> alone;
  [[nodiscard]] std::size_t count() const { return full.size() + alone.size(); }
};

class Spellings {
 public:
  Spellings(const ScoreInput& input, Contradictions& found) : input_(input), found_(found) {}

  void run(const PersonNames& names) {
    std::map<std::string, Surname> surnames;
    for (const PersonName& name : names) {
      Surname& one = surnames[name.last];
      if (one.letters.empty()) one.letters = letters_of(name.last);
      (name.first.empty() ? one.alone : one.full).push_back(&name);
    }
    if (surnames.size() > kMostNames) return;
    for (auto a = surnames.begin(); a != surnames.end(); ++a) {
      for (auto b = std::next(a); b != surnames.end() && b->first.front() == a->first.front(); ++b) {
        const Slip slip = slip_of(a->second.letters, b->second.letters);
        if (slip != Slip::none) compare(a->second, b->second, slip);
      }
      first_names(a->second);
    }
  }

 private:
  /// "Julia Krolz" and "Julie Krolz": relatives have other first names, but for a mother and a daughter of two genders.
  void first_names(const Surname& one) {
    if (one.letters.size() < 4 || one.full.size() > kMostNames) return;
    for (std::size_t i = 0; i < one.full.size(); ++i) {
      for (std::size_t j = i + 1; j < one.full.size(); ++j) {
        const PersonName &a = *one.full[i], &b = *one.full[j];
        if (a.first == b.first || a.first.front() != b.first.front() || !(a.sure || b.sure)) continue;
        const Slip slip = slip_of(letters_of(a.first), letters_of(b.first));
        if (slip == Slip::none || sentence_at(input_.text, a.range.begin) == sentence_at(input_.text, b.range.begin) ||
            two_people(a.range.begin, b.range.begin))
          continue;
        add(a, b, 0.85);
        return;
      }
    }
  }

  /// Given names of two genders, or the short and the long form of one.
  [[nodiscard]] bool two_people(std::uint32_t a, std::uint32_t b) const {
    const Lexicons& lexicons = input_.program.lexicons;
    const LexiconId male = lexicons.named("male-name"), female = lexicons.named("female-name");
    const auto has = [&](std::uint32_t t, LexiconId lexicon) {
      return lexicon != kNoLexicon && lexicons.has(input_.text.tokens[t].word, lexicon);
    };
    if ((has(a, male) && has(b, female)) || (has(a, female) && has(b, male))) return true;
    const auto given = [&](std::uint32_t t) { return has(t, male) || has(t, female); };
    const Token &one = input_.text.tokens[a], &other = input_.text.tokens[b];
    const bool as_long = one.end - one.begin == other.end - other.begin;
    return !as_long && given(a) && given(b);
  }

  void compare(const Surname& a, const Surname& b, Slip slip) {
    // Of one first name, both full: nobody has a namesake but for a letter.
    for (const PersonName* one : a.full) {
      for (const PersonName* other : b.full) {
        if (one->first != other->first || one->first.size() < 3 || !(one->sure || other->sure)) continue;
        add(*one, *other, 0.92);
        return;
      }
    }
    if (a.full.empty() == b.full.empty()) return;
    const Surname& full = a.full.empty() ? b : a;
    const Surname& alone = a.full.empty() ? a : b;
    if (!std::any_of(full.full.begin(), full.full.end(), [](const PersonName* name) { return name->sure; })) return;
    for (const PersonName* name : alone.alone) {
      if (!is_unknown(name->range.begin) || elsewhere(*name)) return;
    }
    const PersonName& lone = *alone.alone.front();
    if (slip == Slip::letter && !follows(lone, full)) return;
    if (alone.count() > 2 * full.count() + 1) return;
    add(*full.full.front(), lone, slip == Slip::typed ? 0.92 : 0.88);
  }

  /// Whether a full name stands before it, near enough that the lone one must be that: who is named first by surname
  /// alone may be known to all. "Stephen Miller … Milley" are two where Miller goes on under his own name.
  [[nodiscard]] bool follows(const PersonName& lone, const Surname& full) const {
    constexpr std::uint32_t kNear = 3;  // sentences
    if (lone.range < full.full.front()->range || !full.alone.empty()) return false;
    const std::uint32_t here = sentence_at(input_.text, lone.range.begin);
    return std::any_of(full.full.begin(), full.full.end(), [&](const PersonName* name) {
      const std::uint32_t there = sentence_at(input_.text, name->range.begin);
      return name->range < lone.range && there != kNone && here != kNone && here - there <= kNear && here != there;
    });
  }

  /// A word that no list holds: no place, no people, no common word.
  [[nodiscard]] bool is_unknown(std::uint32_t token) const {
    const Token& word = input_.text.tokens[token];
    return word.word == kUnknownWord || input_.program.lexicons.set(word.word).empty();
  }

  /// Whether the word stands as a part of a longer name too, of whatever kind: "the Krolz Bridge".
  [[nodiscard]] bool elsewhere(const PersonName& name) const {
    const std::uint32_t hash = input_.text.tokens[name.range.begin].hash;
    for (const Mention& mention : input_.mentions.all) {
      if (mention.compound || (mention.kind == SourceKind::named_person && mention.name.size() == 1)) continue;
      for (std::uint32_t t = mention.core.begin; t < mention.core.end; ++t) {
        if (input_.text.tokens[t].hash == hash && mention.name.size() > 1) return true;
      }
    }
    return false;
  }

  void add(const PersonName& one, const PersonName& other, double certainty) {
    const bool ordered = one.range < other.range;
    found_.push_back({.kind = ContradictionKind::name,
                      .here = ordered ? other.range : one.range,
                      .there = ordered ? one.range : other.range,
                      .says = {},
                      .certainty = certainty,
                      .attributions = {}});
  }

  const ScoreInput& input_;
  Contradictions& found_;
};

}  // namespace

void find_two_spellings(const ScoreInput& input, const PersonNames& names, Contradictions& found) {
  Spellings(input, found).run(names);
}

}  // namespace hearsay
