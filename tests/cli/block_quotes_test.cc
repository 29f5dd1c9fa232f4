// Whose words a block quotation holds, from the page to the scorecard.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "cli/run_program.h"

namespace hearsay {
namespace {

// "SOURCE: what is said" for each attribution whose words hold "told them twice".
std::string sayings(const std::string& inner) {
  const Folder folder;
  const std::string page =
      "<html lang=en><head><title>Quay wall fails</title></head><body><article><h1>Quay wall fails</h1><p>The wall at "
      "Port Elm failed on Monday after a night of storms, and four boats were lost.</p><p>The harbour board will meet "
      "on "
      "Friday. Its members have seen neither the wall nor the plans.</p>" +
      inner + "<p>Nobody has paid so far, and the storms of the winter are near.</p></article></body></html>";
  const auto card = nlohmann::json::parse(run_program({"audit", "--to", "json", folder.write("page.html", page)}).out);
  std::string all;
  for (const auto& attribution : card["attributions"]) {
    std::string words;
    for (const auto& span : attribution["content"]) {
      std::string piece = card["text"].get<std::string>();  // ASCII throughout
      words += piece.substr(span[0].get<std::size_t>(), span[1].get<std::size_t>() - span[0].get<std::size_t>()) + "/";
    }
    std::string name = "nobody";
    for (const auto& source : card["sources"]) {
      if (source["id"] == attribution["source"]) name = source["name"];
    }
    if (name == "the author" || words.find("twice") != std::string::npos) all += name + ": " + words;
  }
  return all;
}

#define BLOCK "<blockquote><p>We told them twice. We have the letters.</p></blockquote>"

TEST(BlockQuotations, AreTheirSpeakers) {
  const std::string words = "We told them twice. We have the letters./";
  EXPECT_EQ(sayings("<p>In a letter to the board, Ivo Marn wrote:</p>" BLOCK), "Ivo Marn: " + words);
  EXPECT_EQ(sayings("<p>Ivo Marn, the harbour master, said in a statement:</p>" BLOCK), "Ivo Marn: " + words);
  EXPECT_EQ(sayings("<p>Ivo Marn wrote to the board that he would go.</p>" BLOCK),
            "Ivo Marn: that he would go/" + words);
  EXPECT_EQ(sayings("<p>Ivo Marn:</p>" BLOCK), "Ivo Marn: " + words);
  EXPECT_EQ(sayings("<p>The statement from Ivo Marn in full:</p>" BLOCK), "Ivo Marn: " + words);
  EXPECT_EQ(
      sayings("<blockquote><p>We told them twice.</p><p>We have the letters.</p><cite>Ivo Marn</cite></blockquote>"),
      "Ivo Marn: We told them twice./We have the letters./");
  EXPECT_EQ(sayings(BLOCK), "");  // nobody's, and never the author's
}

}  // namespace
}  // namespace hearsay
