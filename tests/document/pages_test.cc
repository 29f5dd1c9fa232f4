// Each page and text of fixtures/pages against its NAME.expected.json: record, blocks with their kinds, links.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/utf8.h"
#include "block_names.h"
#include "read_english.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream out;
  out << file.rdbuf();
  return out.str();
}

TEST(Pages, ReadAsExpected) {
  const fs::path folder = fs::path(HEARSAY_SOURCE_DIR) / "fixtures" / "pages";
  int seen = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const fs::path& path = entry.path();
    if (path.extension() == ".json") continue;
    SCOPED_TRACE(path.filename().string());
    ++seen;
    const Document document = read_english(content(path), path.filename().string());
    const auto expected = nlohmann::json::parse(content(folder / (path.stem().string() + ".expected.json")));
    nlohmann::json article = nlohmann::json::object();
    const auto put = [&](const char* name, const std::string& value) {
      if (!value.empty()) article[name] = value;
    };
    put("title", document.title);
    put("byline", document.byline);
    put("published", document.published);
    put("outlet", document.outlet);
    put("url", document.url);
    put("genre", document.genre);
    put("language", document.language);
    EXPECT_EQ(article, expected["article"]);
    EXPECT_EQ(named_blocks(document), expected["blocks"]);
    nlohmann::json links = nlohmann::json::array();
    for (const Link& link : document.links)
      links.push_back({document.text.substr(link.span.begin, link.span.size()), link.href});
    EXPECT_EQ(links, expected["links"]);
    EXPECT_TRUE(is_valid_utf8(document.text));
  }
  EXPECT_GE(seen, 7);
}

}  // namespace
}  // namespace hearsay
