// find_wrong_sums: "12 of the 20 … the other nine", "13 people, seven women and five men", "the seven-member council
// voted 6-2". Only where the text itself says that the parts are all of it.
#include <fmt/format.h>

#include <algorithm>

#include "score/contradictions/parts.h"
#include "score/positions.h"

namespace hearsay {
namespace {

constexpr double kMostCounted = 10'000;  // what is counted one by one
constexpr std::uint32_t kFarTokens = 40;
constexpr std::uint32_t kListTokens = 9;  // from the whole to the end of "seven women and five men"

class Sums {
 public:
  Sums(const ScoreInput& input, const ValueWords& words, Contradictions& found)
      : input_(input), words_(words), found_(found) {}

  void look_at(const Sentence& sentence, TokenRange next) {
    const bool votes = words_.any(sentence.tokens, words_.vote_verb);
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (const auto number = count_at(t)) {
        remainder_of(sentence, next, t, *number);
        parts_of(sentence, t, *number);
      }
      if (votes) votes_of(sentence, t);
    }
  }

 private:
  [[nodiscard]] std::optional<NumberAt> count_at(std::uint32_t token) const {
    const auto number = words_.number(token);
    if (!number || !number->exact || number->value > kMostCounted || words_.percent(number->end) != 0)
      return std::nullopt;
    return number;
  }

  /// "12 of the 20 …, the other nine".
  void remainder_of(const Sentence& sentence, TokenRange next, std::uint32_t token, const NumberAt& part) {
    if (part.value < 1 || !input_.text.is(part.end, Role::genitive_of)) return;
    std::uint32_t at = part.end + 1;
    if (!input_.text.is(at, Role::definite_article) && !input_.text.is(at, Role::possessive_determiner)) return;
    const auto whole = count_at(at + 1);
    if (!whole || whole->value <= part.value) return;
    if (token > 0 && words_.words(token - 1) == "-") return;
    const std::uint32_t end = std::min(std::max(sentence.tokens.end, next.end), whole->end + kFarTokens);
    for (at = whole->end; at < end; ++at) {
      const bool rest = at > 0 && words_.in(at, words_.remainder) && input_.text.is(at - 1, Role::definite_article);
      if (!rest) {
        if (words_.number(at) || input_.text.tokens[at].has(kDigit)) return;  // a part more, or another reckoning
        continue;
      }
      const auto left = count_at(at + 1);
      if (!left) return;
      const double sum = part.value + left->value;
      const bool here = at < sentence.tokens.end;
      // In the next sentence some of the rest may be told of.
      if (sum == whole->value || (!here && sum < whole->value)) return;
      add({token, left->end},
          fmt::format("{:g} and {:g} make {:g}, not {:g}", part.value, left->value, sum, whole->value),
          here ? 0.9 : 0.85);
      return;
    }
  }

  /// "13 people, seven women and five men": both halves are there.
  void parts_of(const Sentence& sentence, std::uint32_t token, const NumberAt& whole) {
    if (whole.value < 3 || words_.kind(whole.end, words_.people_part) != "whole") return;
    std::uint32_t at = whole.end + 1;
    const std::string_view mark = words_.words(at);
    if (mark != "," && mark != ":" && mark != "—" && mark != "–" && mark != "(") return;
    const std::uint32_t end = std::min(sentence.tokens.end, at + kListTokens);
    if (words_.any({at, end}, words_.list_of_some)) return;
    double sum = 0;
    std::string kinds[3];
    std::size_t parts = 0;
    std::uint32_t last = at;
    for (++at; at < end && parts < 3;) {
      const auto part = count_at(at);
      const std::string_view kind = part ? words_.kind(part->end, words_.people_part) : std::string_view();
      if (!part || kind.empty() || kind == "whole") break;
      sum += part->value;
      kinds[parts++] = kind;
      at = last = part->end + 1;
      if (words_.words(at) == ",") ++at;
      if (input_.text.is(at, Role::coordinator_and)) ++at;
    }
    if (parts != 2 || sum == whole.value) return;
    // A third part may follow: "seven women, five men and a baby".
    if (words_.words(last) == "," || input_.text.is(last, Role::coordinator_and)) return;
    const auto are = [&](std::string_view a, std::string_view b) {
      return (kinds[0] == a && kinds[1] == b) || (kinds[0] == b && kinds[1] == a);
    };
    if (!are("male", "female") && !are("grown", "young")) return;
    add({token, last}, fmt::format("together {:g}, not {:g}", sum, whole.value), 0.85);
  }

  /// "The seven-member council voted 6-2".
  void votes_of(const Sentence& sentence, std::uint32_t token) {
    const auto seats = words_.joined(token);
    if (!seats || seats->value < 3 || !is_seat(seats->word)) return;
    for (std::uint32_t t = token + 1; t + 1 < std::min(sentence.tokens.end, token + kFarTokens / 2); ++t) {
      if (words_.joined(t)) return;  // another body
      if (!words_.in(t, words_.vote_verb)) continue;
      const std::string_view written = words_.words(t + 1);
      const std::size_t mark = written.find_first_not_of("0123456789");
      if (mark == std::string_view::npos || mark == 0) continue;
      std::string_view rest = written.substr(mark);
      for (const std::string_view dash : {"-", "–", "\xE2\x80\x91"}) {
        if (rest.starts_with(dash)) {
          rest.remove_prefix(dash.size());
          break;
        }
      }
      const auto ayes = figure_of(written.substr(0, mark)), noes = figure_of(rest);
      if (!ayes || !noes || !ayes->exact || !noes->exact) continue;
      const double sum = ayes->value + noes->value;
      if (sum > seats->value) add({token, t + 2}, fmt::format("{:g} votes of {:g} members", sum, seats->value), 0.9);
      return;
    }
  }

  [[nodiscard]] bool is_seat(std::string_view word) const {
    const Lexicons& lexicons = input_.program.lexicons;
    return words_.seat_noun != kNoLexicon && lexicons.has(input_.program.vocabulary.find(word), words_.seat_noun);
  }

  void add(TokenRange here, std::string says, double certainty) {
    found_.push_back({.kind = ContradictionKind::sum,
                      .here = here,
                      .there = {},
                      .says = std::move(says),
                      .certainty = certainty,
                      .attributions = {}});
  }

  const ScoreInput& input_;
  const ValueWords& words_;
  Contradictions& found_;
};

}  // namespace

void find_wrong_sums(const ScoreInput& input, const ValueWords& words, Contradictions& found) {
  Sums sums(input, words, found);
  const std::vector<Sentence>& sentences = input.text.sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const bool goes_on = s + 1 < sentences.size() && sentences[s + 1].paragraph == sentences[s].paragraph;
    sums.look_at(sentences[s], goes_on ? sentences[s + 1].tokens : TokenRange{});
  }
}

}  // namespace hearsay
