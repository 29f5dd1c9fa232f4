// Texts damaged on their way: mojibake of either kind, quoted-printable; what is put right, what is left, and where
// the words stood in the file.
#include "document/text/mend.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/mojibake.h"
#include "base/utf8.h"
#include "document/text/quoted_printable.h"
#include "read_english.h"

namespace hearsay {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Row {
  const char* damaged;
  const char* meant;
};

TEST(Mojibake, IsPutRightWhereItIsSure) {
  const Row rows[] = {
      {"â€œIt isnâ€™t safe,â€\u009d said Ost â€” and left â€¦", "“It isn’t safe,” said Ost — and left …"},
      {"â€œNo,â€ said Ost.", "“No,” said Ost."},   // the last byte was lost
      {"â€œNo,â€? said Ost.", "“No,” said Ost."},  // or replaced
      {"â€œNo,â€\ufffd said Ost.", "“No,” said Ost."},
      {"\u00e2\u0080\u009cNo,\u00e2\u0080\u009d said Ost.", "“No,” said Ost."},                // read as ISO-8859-1
      {"‚ÄúNo,‚Äù said Ost at the caf√© for ¬£80m.", "“No,” said Ost at the café for £80m."},  // as Mac OS Roman
      {"Ã¢â‚¬Å“No,Ã¢â‚¬Â\u009d said Ost.", "“No,” said Ost."},                                 // read wrongly twice
      {"the cafÃ© of SÃ¸ren Holm, naÃ¯ve", "the café of Søren Holm, naïve"},
      {"Ã‰tat, Ã–sterreich", "État, Österreich"},
      {"for (Â£80m)", "for (£80m)"},
      {"ï»¿Quay wall fails", "Quay wall fails"},
      {"ðŸš¢ sails", "🚢 sails"},
  };
  for (const Row& row : rows) EXPECT_EQ(mend_mojibake(row.damaged).mended.text, row.meant) << row.damaged;
}

TEST(Mojibake, IsNotWhatPeopleWrote) {
  for (const char* text : {"“CAFÉ” in SÃO, “MANHÔ and “AMANHÃ”", "« voilà »", "the village of Å”, and Â",
                           "√2 is no fraction", "Über allen Gipfeln, 20 €", "Ärger ‚Ärger‘", "“PERÚ”, PERÚ’s"}) {
    EXPECT_EQ(mend_mojibake(text).mended.text, text);
  }
}

TEST(QuotedPrintable, IsUndoneWhereItIsSure) {
  const Row rows[] = {
      {"=E2=80=9CNo,=E2=80=9D said Ost, who=\n left.", "“No,” said Ost, who left."},
      {"The wall, sai=\r\nd Ost, is =3D old=20\r\n=E2=80=\r\n=9CNo.=E2=80=9D",
       "The wall, said Ost, is = old \r\n“No.”"},
      {"=93No,=94 said Ost. It isn=92t safe.", "“No,” said Ost. It isn’t safe."},
      {"<p class=3D\"by\" id=3D\"a\">=E2=80=9CNo=E2=80=9D</p>", "<p class=\"by\" id=\"a\">“No”</p>"},
      {"One=\nline and=\n another", "Oneline and another"},
  };
  for (const Row& row : rows) {
    const auto mended = mend_quoted_printable(row.damaged);
    ASSERT_TRUE(mended.has_value()) << row.damaged;
    EXPECT_EQ(mended->text, row.meant);
  }
  for (const char* text : {"See https://elm.example/?id=12&v=ABC", "a = b", "=====\nHeading", "x=E5, she wrote", "y=\n",
                           "<html lang=de><p class=da width=90 height=A0>", "<p class=E2=80>"})
    EXPECT_FALSE(mend_quoted_printable(text).has_value()) << text;
  // A few addresses between: they stay.
  const std::string mixed =
      "=E2=80=9CNo,=E2=80=9D said Ost. =E2=80=9CNo.=E2=80=9D =E2=80=9CNo.=E2=80=9D =E2=80=9CNo.=E2=80=9D "
      "=E2=80=9CNo.=E2=80=9D See ?v=xy and ?id=42";
  EXPECT_FALSE(mend_quoted_printable("?v=xy ?w=zz " + std::string("=C3=A9")).has_value());
  ASSERT_TRUE(mend_quoted_printable(mixed).has_value());
  EXPECT_THAT(mend_quoted_printable(mixed)->text, HasSubstr("“No.” See ?v=xy and ?id=42"));
}

std::string said(const Document& document) {
  std::string all;
  for (const Diagnostic& one : document.diagnostics) all += one.message + '\n';
  return all;
}

TEST(Mend, APlainFileIsChangedOnlyWhereItsMarksAreDamaged) {
  const Document spoken =
      read_english("Quay wall fails\n\nThe cafÃ© owner left.\n\nâ€œNo,â€\u009d said Ost.\n", "a.txt");
  EXPECT_THAT(spoken.text, HasSubstr("The café owner left.\n\n“No,” said Ost."));
  EXPECT_THAT(said(spoken), HasSubstr("3 characters were read in a wrong encoding: put right"));
  const std::string harmless = "Quay wall fails\n\nThe wall, which cost Â£80m, failed, said Ost.\n";
  const Document left = read_english(harmless, "b.txt");
  EXPECT_EQ(left.text, harmless);
  EXPECT_THAT(said(left), HasSubstr("1 character was read in a wrong encoding and left as it stands"));
  EXPECT_THAT(left.origins, IsEmpty());
  const Document whole = read_english("Quay wall fails\n\n“No,” said Søren Ost.\n", "c.txt");
  EXPECT_THAT(said(whole), IsEmpty());
  const std::string marked = "Quay wall fails\n\nâ€œNo,â€\u009d said Ost.\n";
  EXPECT_EQ(read_english(marked, "d.txt", {}, {.damage = Damage::leave}).text, marked);
  const Document page = read_english(
      "<html><body><p>The cafÃ© owner of Orlo said that nobody had told her of the plan, and "
      "that she would not leave.</p></body></html>",
      "e.html");
  EXPECT_THAT(page.text, HasSubstr("The café owner"));
}

// Where a word of the text stands in the file.
Origin place(const Document& document, std::string_view word) {
  const std::size_t at = document.text.find(word);
  Origin found{0, 1, 1};
  for (const Origin& one : document.origins) {
    if (one.at <= at) found = one;
  }
  found.column +=
      static_cast<std::uint32_t>(count_code_points(std::string_view(document.text).substr(found.at, at - found.at)));
  return found;
}

TEST(Mend, OriginsLeadBackToTheFile) {
  const Document document =
      read_english("Quay wall fails\n\nâ€œNo,â€\u009d said Ost.\nâ€œYes,â€\u009d said Marn.\n\nRain.\n", "a.txt");
  EXPECT_EQ(place(document, "Ost").line, 3U);
  EXPECT_EQ(place(document, "Ost").column, 16U);
  EXPECT_EQ(place(document, "Marn").line, 4U);
  EXPECT_EQ(place(document, "Rain").line, 6U);
  EXPECT_EQ(place(document, "Rain").column, 1U);
  const Document wrapped =
      read_english("Quay wall fails\n\nThe wall fell on=\n Monday, =E2=80=9Csadly,=E2=80=9D said Ost.\n", "b.txt");
  EXPECT_THAT(wrapped.text, HasSubstr("The wall fell on Monday, “sadly,” said Ost."));
  EXPECT_EQ(place(wrapped, "Monday").line, 4U);
  EXPECT_EQ(place(wrapped, "Monday").column, 2U);
  EXPECT_EQ(place(wrapped, "Ost").column, 40U);
}

TEST(Mend, HostileTextsTakeNoTime) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "â€Ã=E2=";
  EXPECT_TRUE(is_valid_utf8(mend_mojibake(text).mended.text));
  const auto mended = mend_quoted_printable(text);
  EXPECT_TRUE(!mended || is_valid_utf8(mended->text));
}

TEST(Unseen, SoftHyphensAreNoPartOfNames) {
  const Document document =
      read_english("Quay wa\u00adll fails\n\nBy Ana Ru\u00adiz\n\nIt fell on Monday, the board said.\n", "a.txt");
  EXPECT_EQ(document.title, "Quay wall fails");
  EXPECT_EQ(document.byline, "Ana Ruiz");
  EXPECT_THAT(document.text, HasSubstr("wa\u00adll"));
}

}  // namespace
}  // namespace hearsay
