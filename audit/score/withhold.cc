// withhold: the first reason that holds. Genres stand in one table; a name that is in none of its rows is graded.
#include "score/withhold.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"

namespace hearsay {
namespace {

struct Kind {
  std::string_view id;     // of a Genre
  std::string_view words;  // "It is …"
};

constexpr std::array<Kind, 8> kUngraded = {{{"opinion", "an opinion piece"},
                                            {"review", "a review"},
                                            {"match-report", "a match report"},
                                            {"listing", "a listing"},
                                            {"press-release", "a press release"},
                                            {"live", "a live report"},
                                            {"satire", "satire"},
                                            {"paid-content", "paid content"}}};

const Kind* ungraded(std::string_view genre) {
  const auto found =
      std::find_if(kUngraded.begin(), kUngraded.end(), [&](const Kind& kind) { return kind.id == genre; });
  return found == kUngraded.end() ? nullptr : &*found;
}

/// "told by its section (Opinion)": how the genre is known.
std::string told_by(const Genre& genre) {
  std::string how(genre_source_words(genre.source));
  if (how.empty()) return how;
  how = ", told by " + how;
  if (!genre.detail.empty()) how += " (" + genre.detail.substr(0, valid_utf8_prefix(genre.detail.substr(0, 80))) + ")";
  return how;
}

/// Words of the body, as reports count them.
std::size_t body_words(const Text& text) {
  std::size_t words = 0;
  for (const Paragraph& paragraph : text.paragraphs) {
    if (!holds_claims(paragraph.kind)) continue;
    for (std::uint32_t t = paragraph.tokens.begin; t < paragraph.tokens.end; ++t) {
      const Token& token = text.tokens[t];
      words += token.has(kPunct) || token.has(kClitic) ? 0U : 1U;
    }
  }
  return words;
}

}  // namespace

bool genre_withholds(std::string_view genre) {
  return ungraded(genre) != nullptr;
}

Withheld withhold(const ScoreInput& input, const std::vector<Claim>& claims) {
  if (!input.program.graded()) {
    return {.id = "pack",
            .why = fmt::format(
                "The rules for {} are a beginning that nobody has measured: what they find is shown, a grade "
                "would say more than they know.",
                input.program.packs.front().title)};
  }
  if (const Kind* kind = ungraded(input.genre.id)) {
    return {.id = "genre",
            .why = fmt::format("It is {}{}: a grade of how news is sourced does not fit that.", kind->words,
                               told_by(input.genre))};
  }
  const std::size_t words = body_words(input.text);
  if (words == 0) return {.id = "too-little", .why = "It holds no text that could be judged."};
  if (words < kLeastWords) {
    return {.id = "too-little",
            .why = fmt::format("It has {}, too little to judge: a grade needs {}.",
                               words == 1 ? "1 word" : fmt::format("{} words", words), kLeastWords)};
  }
  if (input.attributions.empty() && claims.empty()) {
    return withhold_for_want();
  }
  return {};
}

Withheld withhold_for_want() {
  return {.id = "too-little", .why = "Neither an attribution nor a claim was found in it: there is nothing to judge."};
}

Withheld withhold_for_language(std::string_view language, std::string_view how) {
  return {.id = "language",
          .why = fmt::format("It is in {}{}{}: no rule pack reads that, so it was not audited.", language,
                             how.empty() ? "" : ", ", how)};
}

}  // namespace hearsay
