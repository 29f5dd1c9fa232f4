#include "fuzz/streamed.h"

#include <algorithm>
#include <cstring>

#include "archive/record_cutter.h"
#include "base/utf8.h"
#include "english_words.h"
#include "fuzz/holds.h"

namespace hearsay::fuzz {

StreamOptions small_stream() {
  StreamOptions options{.page_words = english_page_words()};
  options.limits = {.batch_bytes = 256, .batch_articles = 3, .record_bytes = 8'000, .file_bytes = 1U << 20U};
  options.file_bytes = 1U << 20U;
  return options;
}

std::vector<std::string> streamed(std::string_view bytes, std::size_t piece, StreamOptions options) {
  std::string_view left = bytes;
  ArticleStream stream(ByteFeed{.name = "fuzz",
                                .read =
                                    [&](char* into, std::size_t size) {
                                      const std::size_t count = std::min({size, piece, left.size()});
                                      std::memcpy(into, left.data(), count);
                                      left.remove_prefix(count);
                                      return count;
                                    }},
                       std::move(options));
  std::vector<std::string> articles;
  std::uint64_t consumed = 0;
  bool more = true;
  while (more) {
    RawBatch batch;
    more = stream.pull(batch);
    require(!more || !batch.articles.empty());
    consumed += batch.consumed;
    require(consumed <= bytes.size());
    for (const RawArticle& article : batch.articles) {
      require(article.file < batch.files.size());
      require(article.begin <= batch.bytes.size() && article.size <= batch.bytes.size() - article.begin);
      std::string told = std::to_string(static_cast<int>(article.holds)) + ' ' + std::to_string(article.line) + ' ' +
                         article.address + ' ' + article.charset + ' ' + article.remark + '\n';
      told += article.problem ? "problem: " + article.problem->message : std::string(batch.of(article));
      articles.push_back(std::move(told));
    }
  }
  return articles;
}

bool depends_on_arrival(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  const std::size_t end = bytes.find('\n');
  return bytes.starts_with('{') && end != std::string_view::npos &&
         record_layout(bytes.substr(0, end + 1)) != ContainerKind::lines;
}

}  // namespace hearsay::fuzz
