// Who speaks, through the whole pipeline with the shipped pack: a row is a text and the names behind its attributions
// in text order.
#include <gtest/gtest.h>

#include <string>

#include "pipeline.h"
#include "read_english.h"
#include "shipped_engine.h"

namespace hearsay {
namespace {

struct SpeakersRow {
  const char* why;
  const char* text;
  const char* names;  // "Ana Ruiz; Omar Rana"; "-" for nobody
};

std::string speakers_of(const char* text) {
  const Analysis analysis = analyse(read_english(text, "a.txt"), shipped_engine());
  std::string out;
  for (const std::uint32_t source : analysis.sources.of_attribution)
    out += (out.empty() ? "" : "; ") + (source == kNone ? "-" : analysis.sources.all[source].name);
  return out;
}

class SpeakersOf : public testing::TestWithParam<SpeakersRow> {};

TEST_P(SpeakersOf, Article) {
  EXPECT_EQ(speakers_of(GetParam().text), GetParam().names) << GetParam().why << ": " << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    OwnWords, SpeakersOf,
    testing::Values(
        SpeakersRow{
            "whom he names in his words he is not",
            "Omar Holm, who runs the campaign of Marc Ost, said the candidate had changed nothing.\n\n“That will "
            "help not only Mr. Ost but the whole port,” he said.",
            "Omar Holm; Omar Holm"},
        SpeakersRow{
            "in either of two quotations",
            "Lena Brandt said the port was safe.\n\nShe said: “We waited a year.”\n\nShe added: “Some say that Ana "
            "Ruiz was worse.” Ana Ruiz left in May. She added: “Ruiz knew.”",
            "Lena Brandt; Lena Brandt; Lena Brandt; Lena Brandt"}));

INSTANTIATE_TEST_SUITE_P(
    Names, SpeakersOf,
    testing::Values(
        SpeakersRow{"of a description, too",
                    "Omar Holm ran the port. Marina Ruiz said it was old. The 37-year-old said Holm had known of it.",
                    "Marina Ruiz; Marina Ruiz"},
        SpeakersRow{"but for the writer's words",
                    "Mayor Ana Ruiz came. The port that Ruiz opened was old, the mayor said.", "Ana Ruiz"},
        SpeakersRow{"a name behind the newspaper's",
                    "Marina Ruiz worked there. Speaking to the Daily Mail Ruiz claimed: “It was old.”", "Marina Ruiz"},
        SpeakersRow{"another's attorney",
                    "Special Counsel Omar Reed came. Lena Brandt was late. Brandt's attorney said she was ill.",
                    "Brandt's attorney"},
        SpeakersRow{"a new clause", "“More will come out of Holm, and I suspect it is late,” Ana Ruiz said.",
                    "Ana Ruiz"}));

INSTANTIATE_TEST_SUITE_P(
    Seats, SpeakersOf,
    testing::Values(
        SpeakersRow{"state and party",
                    "House Leader Kevin Holm (R-Calif.) said it was late. The California Republican added that "
                    "he would wait.",
                    "Kevin Holm; Kevin Holm"},
        SpeakersRow{"behind commas", "Sen. Ana Ruiz, D-Ohio, said no. “We will vote no,” the Ohio Democrat added.",
                    "Ana Ruiz; Ana Ruiz"},
        SpeakersRow{"a state alone",
                    "Sen. Marc Ost (Ky.) said no. Rep. Ana Ruiz (N.Y.) said yes. “It is dead,” the Kentucky "
                    "senator added.",
                    "Marc Ost; Ana Ruiz; Marc Ost"},
        SpeakersRow{"another party's", "Sen. Ana Ruiz, D-Ohio, said no. “It is dead,” the Ohio Republican said.",
                    "Ana Ruiz; the Ohio Republican"},
        SpeakersRow{"a title cut short", "Gov. Lena Brandt said no. “It is over,” the governor added.",
                    "Lena Brandt; Lena Brandt"}));

}  // namespace
}  // namespace hearsay
