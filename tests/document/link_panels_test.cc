#include "document/wire/link_panels.h"

#include <gtest/gtest.h>

#include <string>

#include "english_words.h"

namespace hearsay {
namespace {

struct PanelRow {
  const char* text;
  const char* left;
};

class LinkPanels : public testing::TestWithParam<PanelRow> {};

TEST_P(LinkPanels, Cut) {
  EXPECT_EQ(cut_link_panels(GetParam().text, english_page_words()).mended.text, GetParam().left);
}

INSTANTIATE_TEST_SUITE_P(
    Table, LinkPanels,
    testing::Values(
        PanelRow{"Sen. Ana Ruiz Ana Maria RuizHarbour vote delayed Five facts about the dam MORE (R-Kesh) said no.",
                 "Sen. Ana Ruiz (R-Kesh) said no."},
        PanelRow{"John Holm John Francis HolmMORE’s office and Ana Ruiz Ana RuizDam fails MORE agreed.",
                 "John Holm’s office and Ana Ruiz agreed."},
        PanelRow{"Ana Ruiz Ana Maria Ruiz2020 harbour plans MORE left.", "Ana Ruiz left."},
        PanelRow{"Ana Ruiz Ana Maria Ruiz The dam is old, engineers say MORE left.", "Ana Ruiz left."},
        PanelRow{"Others, Ana RuizAna Maria RuizHarbour vote delayed Five facts MORE among them, left.",
                 "Others, Ana Ruiz among them, left."},
        PanelRow{"Bob Kent Robert (Bob) Phillips KentDam fails MORE left.", "Bob Kent left."},
        // none of them
        PanelRow{"Ana Ruiz wants MORE.", "Ana Ruiz wants MORE."},
        PanelRow{"Ana Ruiz met McHolm and wants MORE of it.", "Ana Ruiz met McHolm and wants MORE of it."},
        PanelRow{"Ruiz saw that Ana Ruiz The Elder wants MORE.", "Ruiz saw that Ana Ruiz The Elder wants MORE."},
        PanelRow{"Ana Ruiz Ana Maria RuizHarbour vote\nMORE", "Ana Ruiz Ana Maria RuizHarbour vote\nMORE"},
        PanelRow{"Ana Ruiz Ana Maria RuizHarbour vote MOREOVER", "Ana Ruiz Ana Maria RuizHarbour vote MOREOVER"},
        PanelRow{"MORE", "MORE"}, PanelRow{"", ""}));

TEST(LinkPanels, SeamsLeadBack) {
  const std::string text = "Ana Ruiz Ana RuizDam fails MORE left.";
  const Unlinked found = cut_link_panels(text, english_page_words());
  ASSERT_EQ(found.mended.seams.size(), 1U);
  EXPECT_EQ(text.substr(found.mended.seams[0].was), found.mended.text.substr(found.mended.seams[0].at));
  EXPECT_EQ(found.panels, 1U);
}

TEST(LinkPanels, IsLinear) {
  for (const char* piece : {"MORE ", "aB MORE", "RuizA", "Ruiz ", "Ruiz RuizA "}) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    EXPECT_LE(cut_link_panels(text, english_page_words()).mended.text.size(), text.size()) << piece;
  }
}

}  // namespace
}  // namespace hearsay
