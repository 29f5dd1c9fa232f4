// By which pronouns a text tells of a source: its own words, where they surely mean that source, and no guess by a
// name.
#include <gtest/gtest.h>

#include <string>

#include "pipeline.h"
#include "read_english.h"
#include "shipped_engine.h"

namespace hearsay {
namespace {

struct PronounRow {
  const char* why;
  const char* text;
  const char* told;  // "Ana Ruiz: she; Asif Rana:" of persons in order of first mention
};

std::string pronouns_told(const char* text) {
  const Analysis analysis = analyse(read_english(text, "a.txt"), shipped_engine());
  std::string out;
  for (const Source& source : analysis.sources.all) {
    if (source.kind != SourceKind::named_person && source.kind != SourceKind::unnamed_person) {
      EXPECT_TRUE(source.pronouns.empty()) << source.name;
      continue;
    }
    out += (out.empty() ? "" : "; ") + source.name + ":";
    for (const std::string& word : source.pronouns) out += " " + word;
  }
  return out;
}

class PronounsOf : public testing::TestWithParam<PronounRow> {};

TEST_P(PronounsOf, Article) {
  EXPECT_EQ(pronouns_told(GetParam().text), GetParam().told) << GetParam().why << ": " << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Pronouns, PronounsOf,
    testing::Values(PronounRow{"the text says so", "“The pumps failed,” said Ana Ruiz. She said the board was warned.",
                               "Ana Ruiz: she"},
                    PronounRow{"a form is told by its subject", "Asif Rana said on Monday that his harbour was safe.",
                               "Asif Rana: he"},
                    PronounRow{"a name tells nothing",
                               "“The pumps failed,” said Maria Ruiz. “We knew it,” said Peter Ost.",
                               "Maria Ruiz:; Peter Ost:"},
                    PronounRow{"nor does a title", "“The pumps failed,” said Mrs. Ruiz, a mother of two.", "Ruiz:"},
                    PronounRow{"a body is no person", "The Harbour Ministry said it had been warned.", ""}));

}  // namespace
}  // namespace hearsay
