// find_two_ages, find_two_ranks: what stands beside a person's name, compared over all places of that name. Places of a
// full name are one person; a surname alone is that of the one full name which has it.
#include <charconv>
#include <map>
#include <set>

#include "base/utf8.h"
#include "score/contradictions/parts.h"
#include "score/contradictions/people.h"
#include "score/positions.h"

namespace hearsay {
namespace {

constexpr double kOldest = 120;

/// Who somebody is, within the article: "ana ruiz"; "" where a surname is nobody's or two people's.
class Persons {
 public:
  explicit Persons(const std::vector<PersonName>& names) {
    for (const PersonName& name : names) {
      if (!name.first.empty()) firsts_[name.last].insert(name.first);
    }
  }
  [[nodiscard]] std::string key(const PersonName& name) const {
    if (!name.first.empty()) return name.first + ' ' + name.last;
    const auto known = firsts_.find(name.last);
    return known != firsts_.end() && known->second.size() == 1 ? *known->second.begin() + ' ' + name.last : "";
  }

 private:
  std::map<std::string, std::set<std::string>> firsts_;
};

struct Told {
  double value = 0;
  TokenRange range;
};

class AgeReader {
 public:
  AgeReader(const ScoreInput& input, const ValueWords& words) : input_(input), words_(words) {}

  [[nodiscard]] std::optional<Told> age_of(const PersonName& name) const {
    const std::uint32_t after = name.range.end;
    const std::string_view mark = words_.words(after);
    // "Ana Ruiz, 34," and "Ana Ruiz (34)".
    if (mark == "," || mark == "(") {
      if (const auto age = plain_age(after + 1)) {
        const std::string_view close = words_.words(after + 2);
        const bool closed = mark == "(" ? close == ")" : close == "," || close == ".";
        if (closed) return Told{*age, {name.range.begin, after + 2}};
      }
    }
    // "Ana Ruiz, a 34-year-old …".
    if (mark == "," && input_.text.is(after + 1, Role::indefinite_article)) {
      if (const auto age = worded_age(after + 2)) return Told{*age, {name.range.begin, after + 3}};
    }
    // "34-year-old Ana Ruiz", "the 34-year-old mayor Ana Ruiz".
    for (std::uint32_t back = 1; back <= 4 && back <= name.range.begin; ++back) {
      const std::uint32_t at = name.range.begin - back;
      if (input_.text.tokens[at].has(kPunct)) break;
      if (const auto age = worded_age(at)) return Told{*age, {at, name.range.end}};
      if (at >= input_.tags.size() || !(is_noun(input_.tags[at]) || is_adjective(input_.tags[at]))) break;
    }
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<double> plain_age(std::uint32_t token) const {
    const std::string_view written = words_.words(token);
    const auto figure = written.size() <= 3 ? figure_of(written) : std::nullopt;
    if (!figure || !figure->exact || figure->value < 1 || figure->value > kOldest) return std::nullopt;
    return figure->value;
  }
  [[nodiscard]] std::optional<double> worded_age(std::uint32_t token) const {
    const std::string_view written = words_.words(token);
    if (written.empty() || written.front() < '0' || written.front() > '9' ||
        !input_.text.language->ends(lower(written), WordEnding::age, 1))
      return std::nullopt;
    double age = 0;
    for (const char c : written) {
      if (c < '0' || c > '9') return c == '-' && age >= 1 && age <= kOldest ? std::optional(age) : std::nullopt;
      age = age * 10 + (c - '0');
      if (age > kOldest) break;
    }
    return std::nullopt;
  }

  const ScoreInput& input_;
  const ValueWords& words_;
};

}  // namespace

void find_two_ages(const ScoreInput& input, const ValueWords& words, const PersonNames& names, Contradictions& found) {
  const Persons persons(names);
  const AgeReader reader(input, words);
  std::map<std::string, Told> told;
  std::set<std::string> done;
  for (const PersonName& name : names) {
    const std::string key = persons.key(name);
    if (key.empty() || done.contains(key)) continue;
    const auto age = reader.age_of(name);
    if (!age) continue;
    const auto [first, anew] = told.try_emplace(key, *age);
    if (anew || first->second.value == age->value) continue;
    done.insert(key);
    found.push_back({.kind = ContradictionKind::age,
                     .here = age->range,
                     .there = first->second.range,
                     .says = {},
                     .certainty = 0.9,
                     .attributions = {}});
  }
}

void find_two_ranks(const ScoreInput& input, const ValueWords& words, const PersonNames& names, Contradictions& found) {
  const TokenRange all{0, static_cast<std::uint32_t>(input.text.tokens.size())};
  std::map<std::pair<std::string, std::string>, Told> told;  // by person and ladder
  std::set<std::string> done;
  bool asked = false;
  for (const PersonName& name : names) {
    if (name.first.empty() || name.range.begin == 0) continue;
    const std::uint32_t at = name.range.begin - 1;
    const std::string_view kind = words.kind(at, words.rank);
    const std::size_t blank = kind.find(' ');
    if (blank == std::string_view::npos || !input.text.tokens[at].has(kCapital)) continue;
    // "Lt. Col. Holm": the first of two ranks makes another one of it.
    if (at > 0 && (!words.kind(at - 1, words.rank).empty() || input.text.tokens[at - 1].has(kCapital))) continue;
    const std::string key = name.first + ' ' + name.last;
    double grade = 0;
    for (const char c : kind.substr(blank + 1)) grade = grade * 10 + (c - '0');
    const Told here{grade, {at, name.range.end}};
    const auto [first, anew] = told.try_emplace({key, std::string(kind.substr(0, blank))}, here);
    if (anew || first->second.value == grade || done.contains(key)) continue;
    if (!asked && words.any(all, words.promoted)) return;
    asked = true;
    done.insert(key);
    found.push_back({.kind = ContradictionKind::title,
                     .here = here.range,
                     .there = first->second.range,
                     .says = {},
                     .certainty = 0.85,
                     .attributions = {}});
  }
}

}  // namespace hearsay
