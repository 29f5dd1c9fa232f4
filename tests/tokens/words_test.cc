// Where tokens begin and end, and their flags.
#include <gtest/gtest.h>

#include "tokens/lines.h"

namespace hearsay::test {
namespace {

struct WordsRow {
  const char* text;
  const char* words;  // joined by |
};

TEST(Words, Table) {
  const WordsRow rows[] = {
      {"It failed.", "It|failed|."},
      {"the U.N.-backed Pakistan-China road", "the|U.N.-backed|Pakistan-China|road"},
      {"O'Neill and D’Arcy at five o’clock", "O'Neill|and|D’Arcy|at|five|o’clock"},
      {"Ruiz's dog, Ortiz’s cat", "Ruiz|'s|dog|,|Ortiz|’s|cat"},
      {"I don't, can't, won’t, cannot", "I|do|n't|,|ca|n't|,|wo|n’t|,|can|not"},
      {"We're I'm they've she'll he'd", "We|'re|I|'m|they|'ve|she|'ll|he|'d"},
      {"wouldn't've she'd've", "would|n't|'ve|she|'d|'ve"},
      {"RUIZ'S DON'T", "RUIZ|'S|DO|N'T"},
      {"workers' rights and workers’ halls", "workers|'|rights|and|workers|’|halls"},
      {"the ’90s, the '80s, in ’08", "the|’90s|,|the|'80s|,|in|’08"},
      {"get ’em, 'til then, rock 'n' roll", "get|’em|,|'til|then|,|rock|'n'|roll"},
      {"$4.5 billion, 12% of €1,237", "$|4.5|billion|,|12|%|of|€|1,237"},
      {"at 4:23 p.m. on 9/11", "at|4:23|p.m.|on|9/11"},
      {"a 25-year-old, the 8th, the 1990s", "a|25-year-old|,|the|8th|,|the|1990s"},
      {"It was -21 and .5 today", "It|was|-21|and|.5|today"},
      {"pages 3–5 (see 4)", "pages|3|–|5|(|see|4|)"},
      {"well... no… and -- no—really", "well|...|no|…|and|--|no|—|really"},
      {"so . . . he left", "so|. . .|he|left"},
      {"@ana_ruiz said #PumpsNow #1", "@ana_ruiz|said|#PumpsNow|#|1"},
      {"see https://example.org/a_b?c=d#e.", "see|https://example.org/a_b?c=d#e|."},
      {"www.example.org, example.org/x/y) and example.com.", "www.example.org|,|example.org/x/y|)|and|example.com|."},
      {"ana.ruiz@example.org wrote", "ana.ruiz@example.org|wrote"},
      {"Mr. Ruiz, Sen. Ortiz, J. K. Vega", "Mr.|Ruiz|,|Sen.|Ortiz|,|J.|K.|Vega"},
      {"the U.S. and J.D. Vega, Ph.D.", "the|U.S.|and|J.D.|Vega|,|Ph.D."},
      {"U.S.’s own U.S.-made", "U.S.|’s|own|U.S.-made"},
      {"No. 5 said no. No.", "No.|5|said|no|.|No|."},
      {"on Jan. 5 and in Sept. 2020", "on|Jan.|5|and|in|Sept.|2020"},
      {"He is ill. Vega (R-Ill.) and Dover, Del., too", "He|is|ill|.|Vega|(|R-Ill.|)|and|Dover|,|Del.|,|too"},
      {"It was he and I.", "It|was|he|and|I|."},
      {"They took plan B.", "They|took|plan|B|."},
      {"I. Ruiz came", "I.|Ruiz|came"},
      {"''It failed,'' ``he'' said", "''|It|failed|,|''|``|he|''|said"},
      {"''I said 'no,'''", "''|I|said|'|no|,|''|'"},
      {"AT&T and/or B&B", "AT&T|and/or|B&B"},
      {"Zoë Äpfel naïve straße", "Zoë|Äpfel|naïve|straße"},
      {"don‘t touch Vega‘s bag", "do|n‘t|touch|Vega|‘s|bag"},
      {"a\xc2\xa0"
       "b\xe2\x80\x8b"
       "c",
       "a|b\xe2\x80\x8b"
       "c"},
      {"What?! Yes!", "What|?|!|Yes|!"},
      {"snake_case ___ ***", "snake_case|___|***"},
      {"3.5.2 v2.0", "3.5.2|v2.0"},
      {"the end.The next", "the|end|.|The|next"},
      {"", ""},
      {"   ", ""},
  };
  for (const WordsRow& row : rows) EXPECT_EQ(Cut(row.text).words(), row.words) << row.text;
}

TEST(Words, Flags) {
  struct FlagRow {
    const char* word;
    int flags;
  };
  const FlagRow rows[] = {
      {"pump", kAlpha},
      {"Pump", kAlpha | kCapital},
      {"PUMP", kAlpha | kCapital | kAllCaps},
      {"A", kAlpha | kCapital},
      {"McVega", kAlpha | kCapital | kMixedCase},
      {"iPump", kAlpha | kMixedCase},
      {"Vega-Ortiz", kAlpha | kCapital},
      {"U.S.", kAlpha | kCapital | kAllCaps | kAbbreviation},
      {"COVID-19", kAlpha | kCapital | kAllCaps | kDigit},
      {"25-year-old", kDigit},
      {"1,237", kDigit},
      {"Äpfel", kAlpha | kCapital},
      {"ÄÖ", kAlpha | kCapital | kAllCaps},
      {"…", kPunct},
      {"--", kPunct},
      {"@ana", 0},
      {"中文", kAlpha},
  };
  for (const FlagRow& row : rows) {
    const Cut cut(std::string("x ") + row.word + " x");
    ASSERT_EQ(cut.text.tokens.size(), 3U) << row.word;
    EXPECT_EQ(cut.text.tokens[1].flags & ~(kOpenQuote | kCloseQuote), row.flags | kSpaceBefore) << row.word;
  }
  const Cut clitic("Ruiz's");
  EXPECT_TRUE(clitic.text.tokens[1].has(kClitic));
  EXPECT_FALSE(clitic.text.tokens[1].has(kSpaceBefore));
  EXPECT_FALSE(clitic.text.tokens[1].has(kPunct));
}

TEST(Words, VocabularyAndHash) {
  Vocabulary vocabulary = english_vocabulary();
  const WordId mayor = vocabulary.add("mayor");
  const WordId not_ = vocabulary.add("n't");
  const WordId umlaut = vocabulary.add("äpfel");
  const Cut cut("MAYOR Mayor don’t don't Äpfel unknown", vocabulary);
  EXPECT_EQ(cut.text.tokens[0].word, mayor);
  EXPECT_EQ(cut.text.tokens[1].word, mayor);
  EXPECT_EQ(cut.text.tokens[3].word, not_);
  EXPECT_EQ(cut.text.tokens[5].word, not_);
  EXPECT_EQ(cut.text.tokens[6].word, umlaut);
  EXPECT_EQ(cut.text.tokens[7].word, kUnknownWord);
  EXPECT_EQ(cut.text.tokens[3].hash, word_hash("n't"));
  EXPECT_EQ(cut.text.tokens[6].hash, word_hash("äpfel"));
}

TEST(Words, ALanguageOfWhichNothingIsKnown) {
  const Vocabulary nothing;
  const WordsRow rows[] = {
      {"Ruiz's pump doesn't run", "Ruiz's|pump|doesn't|run"},
      {"we cannot", "we|cannot"},
      {"Mr. Ruiz and J. Vega", "Mr|.|Ruiz|and|J.|Vega"},
      {"pages 3–5, 12%", "pages|3|–|5|,|12|%"},
  };
  for (const WordsRow& row : rows) EXPECT_EQ(Cut(row.text, nothing).words(), row.words) << row.text;
}

TEST(Words, OnlyBlocksThatAreRead) {
  Document document = paragraphs_of("By Ana Ruiz\nIt failed.\nA pump. Photo: Vega");
  document.blocks[0].kind = BlockKind::byline;
  document.blocks[2].kind = BlockKind::caption;
  const Text text = tokenize(document, english_vocabulary());
  ASSERT_EQ(text.paragraphs.size(), 1U);
  EXPECT_EQ(text.paragraphs[0].block, 1U);
  EXPECT_EQ(text_of(document, text, text.paragraphs[0].tokens), "It failed.");
}

}  // namespace
}  // namespace hearsay::test
