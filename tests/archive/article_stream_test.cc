// What the stream makes of bytes that come in pieces.
#include "archive/article_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {
namespace {

/// A feed that gives so many bytes at once.
ByteFeed feed_of(std::string_view bytes, std::size_t piece) {
  return {.name = "feed", .read = [bytes, piece](char* into, std::size_t size) mutable {
            const std::size_t count = std::min({size, piece, bytes.size()});
            std::memcpy(into, bytes.data(), count);
            bytes.remove_prefix(count);
            return count;
          }};
}

std::vector<std::string> articles_of(std::string_view bytes, std::size_t piece) {
  ArticleStream stream(feed_of(bytes, piece), {});
  std::vector<std::string> all;
  for (bool more = true; more;) {
    RawBatch batch;
    more = stream.pull(batch);
    for (const RawArticle& article : batch.articles) all.emplace_back(batch.of(article));
  }
  return all;
}

TEST(Feeds, AnArrayIsOneHoweverItsFirstLineArrives) {
  const std::vector<std::string> two = {R"({"text": "a"})", R"({"text": "b"})"};
  const std::string array = "[\n  " + two[0] + ",\n  " + two[1] + "\n]\n";
  for (const std::size_t piece : {std::size_t{1}, std::size_t{2}, std::size_t{7}, array.size()})
    EXPECT_EQ(articles_of(array, piece), two) << piece;
}

}  // namespace
}  // namespace hearsay
