#include <gtest/gtest.h>

#include "block_names.h"
#include "read_english.h"

namespace hearsay {
namespace {

struct TextCase {
  const char* name;
  const char* text;
  const char* blocks;  // JSON
};

TEST(ReadText, Blocks) {
  const TextCase cases[] = {
      {"headline by a blank line", "Dam holds through the night\n\nThe dam held, engineers said.\n",
       R"([["headline","Dam holds through the night"],["paragraph","The dam held, engineers said."]])"},
      {"headline by a single newline", "Dam holds through the night\nThe dam held, engineers said.\nThe water rose.\n",
       R"([["headline","Dam holds through the night"],["paragraph","The dam held, engineers said."],["paragraph","The water rose."]])"},
      {"no headline", "The dam held, engineers said on Monday.\nThe water rose again.\n",
       R"([["paragraph","The dam held, engineers said on Monday."],["paragraph","The water rose again."]])"},
      {"a lead set off by a blank line is no headline",
       "The dam held on Monday.\n\nThe water rose again, and the farmers in the valley below were told to leave by "
       "noon.\n",
       R"([["paragraph","The dam held on Monday."],["paragraph","The water rose again, and the farmers in the valley below were told to leave by noon."]])"},
      {"headline closed with a stop", "Dam Holds Through The Night.\n\nThe dam held, engineers said.\n",
       R"([["headline","Dam Holds Through The Night."],["paragraph","The dam held, engineers said."]])"},
      {"one line only", "The dam held, engineers said", R"([["paragraph","The dam held, engineers said"]])"},
      {"speakers are no datelines", "REYL: Did the dam hold?\nOBUYA: It did, as far as we know.\nREYL: Thank you.\n",
       R"([["paragraph","REYL: Did the dam hold?"],["paragraph","OBUYA: It did, as far as we know."],["paragraph","REYL: Thank you."]])"},
      {"a post that was copied with its signature",
       "Dam holds through the night\n\nThe dam held, engineers said.\n\nIt is a miracle! — Ana J. Reyl (@anareyl) "
       "March "
       "13, 2023\n\nThe water fell.\n",
       R"([["headline","Dam holds through the night"],["paragraph","The dam held, engineers said."],["post","It is a miracle!"],["post_by","— Ana J. Reyl (@anareyl) March 13, 2023"],["paragraph","The water fell."]])"},
      {"dateline in the text", "ORLO (AP) — The dam held.\n\nIt did.\n",
       R"([["dateline","ORLO (AP) —"],["paragraph","The dam held."],["paragraph","It did."]])"},
      {"headline repeated at the end",
       "Dam holds through the night\n\nThe dam held, engineers said.\n\nDam holds through the night\n",
       R"([["headline","Dam holds through the night"],["paragraph","The dam held, engineers said."],["boilerplate","Dam holds through the night"]])"},
      {"wrapped lines",
       "The dam of Varn held through the night, engineers said on Monday\nafternoon, and the water will fall again "
       "before the weekend comes.\n\nNobody was hurt in the villages, the mayor of Varn told reporters\nat noon, and "
       "thanked the farmers.\n",
       R"([["paragraph","The dam of Varn held through the night, engineers said on Monday\nafternoon, and the water will fall again before the weekend comes."],["paragraph","Nobody was hurt in the villages, the mayor of Varn told reporters\nat noon, and thanked the farmers."]])"},
      {"buttons are no words of a caption",
       "Dam holds through the night\n\nThe dam held, engineers said.\n\nFacebook Twitter Pinterest Ana Ruiz at the "
       "dam. Photograph: Kai "
       "Lund\n\nThe water rose.\n",
       R"([["headline","Dam holds through the night"],["paragraph","The dam held, engineers said."],["boilerplate","Facebook Twitter Pinterest"],["caption","Ana Ruiz at the dam. Photograph: Kai Lund"],["paragraph","The water rose."]])"},
      {"list and post",
       "The dam held, engineers said.\n- It is old.\n- It is high.\nWe are glad. — Ana Ruiz (@aruiz) May 3, 2021\nIt "
       "did hold.\n",
       R"([["paragraph","The dam held, engineers said."],["list_item","- It is old."],["list_item","- It is high."],["post","We are glad."],["post_by","— Ana Ruiz (@aruiz) May 3, 2021"],["paragraph","It did hold."]])"},
      {"stars at the start are no footnotes", "*The dam held, engineers said.\nThe water rose.\n",
       R"([["paragraph","*The dam held, engineers said."],["paragraph","The water rose."]])"},
      {"comments in the middle stay",
       "The dam held, engineers said.\nComments\nThe water rose and rose, and in the end everyone in the valley had to "
       "leave for the hills.\n",
       R"([["paragraph","The dam held, engineers said."],["heading","Comments"],["paragraph","The water rose and rose, and in the end everyone in the valley had to leave for the hills."]])"},
  };
  for (const TextCase& c : cases)
    EXPECT_EQ(named_blocks(read_english(c.text, "x.txt")), nlohmann::json::parse(c.blocks)) << c.name;
}

TEST(ReadText, BlocksAreInOrderAndOnlySpaceLiesBetween) {
  const Document document =
      read_english("Dam holds\n\nBy Ana Ruiz\n\n ORLO — The dam held, she said.\r\n\r\n* * *\n\nIt did.", "x.txt");
  std::uint32_t at = 0;
  for (const Block& block : document.blocks) {
    ASSERT_LE(at, block.span.begin);
    ASSERT_LT(block.span.begin, block.span.end);
    EXPECT_EQ(document.text.substr(at, block.span.begin - at).find_first_not_of(" \r\n"), std::string::npos);
    at = block.span.end;
  }
  EXPECT_EQ(document.byline, "Ana Ruiz");
}

}  // namespace
}  // namespace hearsay
