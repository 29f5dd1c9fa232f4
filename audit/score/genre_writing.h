// How a piece is written: features of the writer's own voice, which is the body outside quotations and outside what
// somebody else is given for. None is about a subject or an outlet.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "score/find_genre.h"

namespace hearsay {

// One list for the names and for the code that fills it: id, name in genre.tsv, what is measured.
#define HEARSAY_WRITING(X)                                                                    \
  X(singular, "first-person", "I, my in 1,000 own words")                                     \
  X(plural, "writer-and-reader", "we, our in 1,000 own words")                                \
  X(reader, "reader", "you, your in 1,000 own words")                                         \
  X(duty, "duty", "should, must, need to in 1,000 own words")                                 \
  X(judging, "judging", "words that judge in 1,000 own words")                                \
  X(arguing, "arguing", "turns of an argument in 1,000 own words")                            \
  X(absolute, "absolute", "all, never, nobody in 1,000 own words")                            \
  X(contraction, "contraction", "isn't, it's in 1,000 own words")                             \
  X(news_time, "day", "days of the week in 1,000 own words")                                  \
  X(reported, "reported", "said, told, according to in 1,000 own words")                      \
  X(question, "question", "own questions in 100 own sentences")                               \
  X(exclamation, "exclamation", "own exclamations in 100 own sentences")                      \
  X(opening, "opening", "own sentences that open with But, So, This in 100")                  \
  X(imperative, "imperative", "own sentences that open with a bare verb in 100")              \
  X(present, "present", "present tense among 100 own finite verbs")                           \
  X(attributed, "attributed", "sentences with somebody who speaks in 100")                    \
  X(quoted, "quoted", "words in quotations in 100")                                           \
  X(marks, "asides", "dashes, colons, semicolons, parentheses in 1,000 own words")            \
  X(paragraph, "paragraph", "words of a paragraph")                                           \
  X(dateline, "dateline", "1 where a dateline opens it")                                      \
  X(author, "author-line", "lines at the end on who the writer is, or where letters go")      \
  X(headline_voice, "headline-voice", "I, we, you, should, why and the like in the headline") \
  X(headline_question, "headline-question", "1 where the headline asks")                      \
  X(headline_said, "headline-said", "1 where the headline says who says")

enum class WritingFeature : std::uint8_t {
#define HEARSAY_WRITING_ID(id, name, meaning) id,
  HEARSAY_WRITING(HEARSAY_WRITING_ID)
#undef HEARSAY_WRITING_ID
      count
};
inline constexpr std::size_t kWritingFeatureCount = static_cast<std::size_t>(WritingFeature::count);

[[nodiscard]] std::string_view writing_feature_name(WritingFeature feature);
/// "we, our in 1,000 own words"
[[nodiscard]] std::string_view writing_feature_meaning(WritingFeature feature);
[[nodiscard]] std::optional<WritingFeature> writing_feature_named(std::string_view name);

struct OwnVoice {
  std::uint32_t words = 0;                             // of the writer's own
  std::array<double, kWritingFeatureCount> amounts{};  // by WritingFeature, in the unit of its meaning, 0 or more
};

[[nodiscard]] OwnVoice own_voice(const GenreInput& input);

}  // namespace hearsay
