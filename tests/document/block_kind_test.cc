#include "document/block_kind.h"

#include <gtest/gtest.h>

#include "document/dates.h"
#include "document/words.h"
#include "english_words.h"

namespace hearsay {
namespace {

TEST(BlockKind, Bylines) {
  EXPECT_EQ(byline_names("By Ana Ruiz", english_page_words()), "Ana Ruiz");
  EXPECT_EQ(byline_names("BY ANA RUIZ AND TOMAS DE REYL", english_page_words()), "ANA RUIZ AND TOMAS DE REYL");
  EXPECT_EQ(byline_names("By Ana Ruiz, Staff Writer", english_page_words()), "Ana Ruiz");
  EXPECT_EQ(byline_names("Written by Ana Ruiz | Coast Desk", english_page_words()), "Ana Ruiz");
  EXPECT_EQ(byline_names("By Zoë Müller • Coast Desk", english_page_words()), "Zoë Müller");
  EXPECT_EQ(byline_names("By Tomas “Tom” Reyl", english_page_words()), "Tomas “Tom” Reyl");
  for (const char* no : {"By noon, the mayor had left.", "By Monday the water had gone",
                         "By contrast, Ana Ruiz said nothing.", "By", "Ana Ruiz"}) {
    EXPECT_EQ(byline_names(no, english_page_words()), "") << no;
  }
}

TEST(BlockKind, DateLines) {
  EXPECT_EQ(date_line("Coast News Agency July 20, 2023", english_page_words()), "2023-07-20");
  EXPECT_EQ(date_line("Published: Tuesday, 4 April 2024 10:05 am", english_page_words()), "2024-04-04");
  EXPECT_EQ(date_line("Ana Ruiz was born on July 20, 2003", english_page_words()), "");
  EXPECT_EQ(date_line("July 20, 2023.", english_page_words()), "");
}

TEST(BlockKind, DatePrefixes) {
  std::string iso;
  EXPECT_EQ(date_prefix("date 2024-04-04 A day after the vote, the town slept.", english_page_words(), iso), 15U);
  EXPECT_EQ(iso, "2024-04-04");
  EXPECT_EQ(date_prefix("2024-04-04 | The town slept.", english_page_words(), iso), 10U);
  EXPECT_EQ(date_prefix("2024-04-04 was a cold day.", english_page_words(), iso), 0U);
  EXPECT_EQ(date_prefix("April 4, 2024, The Day of Rain, was cold.", english_page_words(), iso), 0U);
}

struct DatelineCase {
  std::string_view text;
  std::string_view dateline;  // "" = none
};

TEST(BlockKind, Datelines) {
  const DatelineCase cases[] = {
      {"ORLO (AP) — The crane fell.", "ORLO (AP) —"},
      {"ORLO, Varn (Reuters) - The crane fell.", "ORLO, Varn (Reuters) -"},
      {"Orlo (Reuters) – The crane fell.", "Orlo (Reuters) –"},
      {"NEW ORLO, May 4 — The crane fell.", "NEW ORLO, May 4 —"},
      {"ST. ORLO -- The crane fell.", "ST. ORLO --"},
      {"ORLO:", "ORLO:"},
      {"ORLO: The crane fell.", "ORLO:"},
      {"Orlo (VNN) The crane fell.", "Orlo (VNN)"},
      {"The Varn News Network (VNN) said so.", ""},
      {"Ana Ruiz (D) The senator left.", ""},
      {"Mayor Ana Ruiz — who is ill — left.", ""},
      {"Sen. Ana Ruiz (R-Varn) — once a friend — left.", ""},
      {"The UN — or what is left of it — met.", ""},
      {"“ORLO — a town”, he said.", ""},
      {"He said: no.", ""},
  };
  for (const DatelineCase& c : cases) {
    const Dateline found = dateline_prefix(c.text, english_page_words());
    EXPECT_EQ(c.text.substr(0, found.form == DatelineForm::none ? 0 : found.size), c.dateline) << c.text;
  }
}

TEST(BlockKind, Captions) {
  for (const char* yes : {"FILE - The dam at Varn, May 8, 2023.", "The dam at Varn. PHOTO: LUND",
                          "The dam. Kai Lund/Getty Images", "Getty Images", "The dam at Varn. (Photo by Kai Lund)",
                          "Image: Kai Lund", "CLOSE Council leaders open the dam at Varn. Varn Today",
                          "JUST WATCHED Dam opens Replay More Videos ... MUST WATCH Dam opens 02:42",
                          "The dam at Varn. | Kai Lund/AFP/Getty Images Harbours Dam opens in Varn"}) {
    EXPECT_EQ(caption_sign(yes, english_page_words()), CaptionSign::strong) << yes;
  }
  EXPECT_EQ(caption_sign("The dam at Varn, May 8, 2023. (VOA)", english_page_words()), CaptionSign::weak);
  for (const char* no : {"The dam is old, said the Varn Water Party (VWP).", "The photo shows a dam, he said.",
                         "File it, she said.", "Close friends of Ruiz said no.", "Ruiz | Lund opened the dam."}) {
    EXPECT_EQ(caption_sign(no, english_page_words()), CaptionSign::none) << no;
  }
}

TEST(BlockKind, CreditsThatRanIntoTheText) {
  struct CreditCase {
    std::string_view text;
    std::string_view credit;
  };
  const CreditCase cases[] = {
      {"Kai Lund/Pool Images Harbour workers said no.", "Kai Lund/Pool Images"},
      {"Kai Lund/AFP/Getty Images Council opens dam", "Kai Lund/AFP/Getty Images"},
      {"Kai Lund/AP Photo The dam is old.", "Kai Lund/AP Photo"},
      {"Kai Lund/Getty Images", ""},
      {"Kai Lund/Getty Images is where it is kept.", ""},
      {"The Lund/Ost plan failed, Reuters said.", ""},
      {"Getty Images said no.", ""},
      {"", ""},
  };
  for (const CreditCase& c : cases)
    EXPECT_EQ(c.text.substr(0, credit_prefix(c.text, english_page_words())), c.credit) << c.text;
}

TEST(BlockKind, ShortRecognitions) {
  EXPECT_TRUE(is_read_more("Read more: Who built the dam", english_page_words()));
  EXPECT_TRUE(is_read_more("ALSO READ | Who built the dam", english_page_words()));
  EXPECT_TRUE(is_read_more("Read the rest here.", english_page_words()));
  EXPECT_FALSE(is_read_more("Read the law, he said: it is short.", english_page_words()));
  EXPECT_FALSE(is_read_more("More than ten people said so.", english_page_words()));
  EXPECT_TRUE(is_comments_heading("COMMENTS", english_page_words()));
  EXPECT_TRUE(is_comments_heading("12 Comments", english_page_words()));
  EXPECT_FALSE(is_comments_heading("Comments by the mayor angered many.", english_page_words()));
  EXPECT_TRUE(is_note("Editor's note: This story was changed.", english_page_words()));
  EXPECT_TRUE(is_note("Ana Ruiz contributed to this report.", english_page_words()));
  EXPECT_FALSE(is_note("Editors said the story was wrong.", english_page_words()));
  EXPECT_TRUE(is_boilerplate("© 2023 Orlo Press", english_page_words()));
  EXPECT_TRUE(is_boilerplate("* * *", english_page_words()));
  EXPECT_TRUE(is_boilerplate("ADVERTISEMENT", english_page_words()));
  EXPECT_FALSE(is_boilerplate("Advertisement sales fell last year.", english_page_words()));
  EXPECT_FALSE(is_boilerplate("Follow the money, the mayor said.", english_page_words()));
  EXPECT_TRUE(is_list_item("- one"));
  EXPECT_TRUE(is_list_item("2. two"));
  EXPECT_FALSE(is_list_item("2.5 million people left."));
  EXPECT_TRUE(is_heading("‘Nobody warned us’"));
  EXPECT_FALSE(is_heading("He left."));
  EXPECT_FALSE(is_heading("He said:"));
  EXPECT_EQ(post_signature("— Port of Orlo (@portorlo) March 13, 2023", english_page_words()), 0U);
  EXPECT_EQ(post_signature("It is open! — Port of Orlo (@portorlo) March 13, 2023", english_page_words()), 12U);
  EXPECT_EQ(post_signature("The port (@portorlo) said on March 13, 2023 that it was open, and many were glad.",
                           english_page_words()),
            std::string_view::npos);
}

TEST(Dates, ManyForms) {
  struct Case {
    std::string_view text, iso;
  };
  const Case cases[] = {{"2024-04-04", "2024-04-04"},
                        {"2024-04-04T10:00:00Z", "2024-04-04T10:00:00Z"},
                        {"2024-04-04 10:00:00+02:00", "2024-04-04T10:00:00+02:00"},
                        {"2024/04/04", "2024-04-04"},
                        {"Thu, 04 Apr 2024 10:00:00 GMT", "2024-04-04"},
                        {"Sept. 3, 2021", "2021-09-03"},
                        {"3rd of May 2021", "2021-05-03"},
                        {"20210503", "2021-05-03"},
                        {"1620036000", "2021-05-03T10:00:00Z"},
                        {"1620036000000", "2021-05-03T10:00:00Z"},
                        {"3/4/2021", ""},
                        {"31/3/2021 10:22", "2021-03-31"},
                        {"3/31/2021", "2021-03-31"},
                        {"4/4/2021", "2021-04-04"},
                        {"3.4.2021", "2021-04-03"},
                        {"1.2.3.2021", ""},
                        {"Mon May 03 10:22:33 UTC 2021", "2021-05-03"},
                        {"Mon May 03 10:22:33", ""},
                        {"Montag, 3. Mai 2021, 10:22 Uhr", "2021-05-03"},
                        {"1er mars 2021", "2021-03-01"},
                        {"3 de mayo de 2021", "2021-05-03"},
                        {"3 Desember 2021", "2021-12-03"},
                        {"2021年5月3日", "2021-05-03"},
                        {"2021년 5월 3일", "2021-05-03"},
                        {"2021年5月", ""},
                        {"May 2021", ""},
                        {"32 May 2021", ""},
                        {"", ""}};
  for (const Case& c : cases) EXPECT_EQ(to_iso_date(c.text, english_page_words()), c.iso) << c.text;
}

TEST(Words, Comparison) {
  EXPECT_TRUE(same_words("Mayor’s “no” to dam", "mayor's 'NO' to dam."));
  EXPECT_FALSE(same_words("Mayor", "Mayors"));
  EXPECT_FALSE(same_words("", ""));
  EXPECT_EQ(split_words("Ana's well-built dam, U.S.").size(), 4U);
}

}  // namespace
}  // namespace hearsay
