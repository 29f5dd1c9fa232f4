// A file that holds many articles, whatever it is: a dump of JSON records, a web archive, a feed, a message of wire
// items. It gives them one batch after the other, in bounded memory; what each holds is for its reader to say.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "archive/byte_source.h"
#include "archive/raw_article.h"
#include "language/page_words.h"

namespace hearsay {

enum class ContainerKind {
  none,    // the file is an article
  lines,   // JSON Lines
  values,  // indented JSON objects, or an array of objects
  warc,    // records of a web archive
  items,   // an RSS or Atom feed, a NewsML message, a database export; an office file, which may be one
};

struct CutLimits {
  std::size_t batch_bytes = 64U << 10U;  // a batch ends with the record that reaches this
  std::size_t batch_articles = 256;      // … or that is so many: one that holds nothing takes memory too
  std::size_t record_bytes = 4U << 20U;  // a larger record is passed over and reported: 700,000 words are no article
  std::size_t file_bytes = 64U << 20U;   // of a file that is read whole to be cut
};

class Container {
 public:
  Container() = default;
  virtual ~Container() = default;
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  /// Appends the next articles to `batch` as articles of its file `file`; none where so much of the file held none that
  /// the caller should look up. From a pipe what is there is given at once. False when there are no more. What is too
  /// large is an article with a problem; what is passed over is told in the batch's notes at the end.
  [[nodiscard]] virtual bool pull(RawBatch& batch, std::uint32_t file, const std::string& path) = 0;
};

/// By the first bytes of a file.
[[nodiscard]] ContainerKind container_kind(std::string_view head);

/// `head`: bytes of the source that were read already. `kind` is not none; source and words must outlive the container.
[[nodiscard]] std::unique_ptr<Container> open_container(ContainerKind kind, ByteSource& source, std::string head,
                                                        CutLimits limits, const PageWords& page_words);

}  // namespace hearsay
