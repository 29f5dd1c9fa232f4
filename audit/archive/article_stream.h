// All PATHs of a run, or the bytes of a feed, as one stream of raw articles, pulled a batch at a time: folders are
// walked as the stream gets there, files read in pieces, records cut out of dumps. Memory is a batch, whatever the
// archive's size.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/container.h"
#include "archive/inputs.h"
#include "archive/raw_article.h"

namespace hearsay {

class Interrupt;

struct StreamOptions {
  From from = From::automatic;
  Shard shard;
  CutLimits limits;
  std::uint64_t file_bytes = 64ULL << 20U;  // a larger article file is refused
  const Interrupt* interrupt = nullptr;
  std::function<bool()> stop;  // as an interrupt, asked before each batch; not set: never
  /// Asked for every article of the shard in order, with its bytes: true where it is done already and left out.
  std::function<bool(std::string_view)> done;
  const PageWords& page_words = no_page_words();  // tell a feed's summaries from articles; outlive the stream
};

class ArticleStream {
 public:
  ArticleStream(std::vector<std::string> paths, StreamOptions options);
  ArticleStream(ByteFeed feed, StreamOptions options);
  ~ArticleStream();

  /// Replaces `batch` by the next articles, at least one. False at the end and after an interrupt; `batch` then still
  /// holds notes. What cannot be read is an article with a problem, in its place.
  [[nodiscard]] bool pull(RawBatch& batch);

  /// There is nothing more to come, known without reading.
  [[nodiscard]] bool ended() const;

 private:
  [[nodiscard]] bool stopped() const;
  bool open_next(RawBatch& batch);
  void read_file(RawBatch& batch);
  bool fill_head();
  void keep(RawBatch& batch, std::size_t first);
  void count_consumed(RawBatch& batch);

  StreamOptions options_;
  InputWalk walk_;
  std::optional<ByteFeed> feed_;  // in place of the walk; given up once it is opened
  UniqueNames names_;
  RawFile file_;                          // being read
  std::unique_ptr<ByteSource> source_;    // of it; none: the next file is to be opened
  std::unique_ptr<Container> container_;  // of it, where it holds many articles
  std::string head_;                      // bytes read to tell what it holds
  std::uint64_t position_ = 0;            // articles seen
  std::uint64_t consumed_ = 0;            // of source_, counted into batches already
  bool ended_ = false;
};

}  // namespace hearsay
