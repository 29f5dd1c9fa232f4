#include "mentions/guess_tags.h"

#include <gtest/gtest.h>

#include <cstring>
#include <string_view>

#include "pack.h"

namespace hearsay {
namespace {

struct TagCase {
  const char* text;
  const char* tags;
};

class GuessTags : public testing::TestWithParam<TagCase> {};

TEST_P(GuessTags, OfASentence) {
  const Prepared made = prepare(GetParam().text);
  std::string tags;
  for (const Tag tag : made.tags) {
    if (!tags.empty()) tags += ' ';
    tags += tag_name(tag);
  }
  EXPECT_EQ(tags, GetParam().tags) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Table, GuessTags,
                         testing::Values(TagCase{"She said the plan was old.", "PRP VBD DT NN VBD JJ ."},
                                         TagCase{"They plan to report it.", "PRP VBP TO VB PRP ."},
                                         TagCase{"Ana Ruiz has not seen the report.", "NNP NNP VBZ RB VBN DT NN ."},
                                         TagCase{"Rana's office declined to comment.", "NNP POS NN VBD TO VB ."},
                                         TagCase{"He will vote on Monday.", "PRP MD VB IN NNP ."},
                                         TagCase{"The vote was held in her town.", "DT NN VBD VBN IN PRP$ NN ."},
                                         TagCase{"Two officials, who spoke to us, left.",
                                                 "CD NNS . WP VBD TO PRP . VBD ."},
                                         TagCase{"An unhappy official told us.", "DT JJ NN VBD PRP ."},
                                         TagCase{"The ministry says that pumps failed.", "DT NN VBZ IN NNS VBD ."}));

TEST(GuessTags, VerbsOfAHeadlineShareASubject) {
  struct Case {
    const char* headline;
    const char* word;
    Tag tag;
  };
  for (const Case& one : {Case{"Chipmaker cuts output, says tariffs hurt", "cuts", Tag::VBZ},
                          Case{"Chipmaker cuts jobs, says tariffs hurt", "jobs", Tag::NNS},
                          Case{"Budget cuts for schools", "cuts", Tag::NNS}}) {
    const Prepared made = prepare(one.headline, static_cast<std::uint32_t>(std::strlen(one.headline)));
    const auto at = std::string_view(one.headline).find(one.word);
    bool found = false;
    for (std::size_t t = 0; t < made.tags.size(); ++t) {
      if (made.text.tokens[t].begin != at) continue;
      found = true;
      EXPECT_EQ(tag_name(made.tags[t]), tag_name(one.tag)) << one.headline;
    }
    EXPECT_TRUE(found);
  }
}

TEST(GuessTags, OneTagPerTokenOfAnything) {
  EXPECT_TRUE(prepare("").tags.empty());
  for (const char* text :
       {"'s", "“ ” ‘ ’", "\xC3\xA9\xC3\xA9 \xE4\xB8\xAD\xE6\x96\x87", "- -- ... !!", "that that that"}) {
    const Prepared made = prepare(text);
    EXPECT_EQ(made.tags.size(), made.text.tokens.size()) << text;
  }
}

}  // namespace
}  // namespace hearsay
