// Cuts a stream of bytes into JSON records: one a line, or values behind each other over several lines, in an array or
// not. It looks at line ends, brackets and quotation marks only; whether a record is JSON is for its reader to say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/byte_source.h"
#include "cli/raw_article.h"

namespace hearsay {

enum class RecordLayout {
  none,    // no records
  lines,   // JSON Lines
  values,  // indented objects, or an array of objects
};

/// By the first bytes of a file.
[[nodiscard]] RecordLayout record_layout(std::string_view head);

struct CutLimits {
  std::size_t batch_bytes = 64U << 10U;  // a batch ends with the record that reaches this
  std::size_t record_bytes = 4U << 20U;  // a larger record is passed over and reported: 700,000 words are no article
};

class RecordCutter {
 public:
  /// `head`: bytes of the source that were read already.
  RecordCutter(ByteSource& source, RecordLayout layout, std::string head, CutLimits limits);

  /// Appends the next records to `batch` as articles of its file `file`. From a pipe what is there is given at once.
  /// False when there are no more. A record that is too large is an article with a problem.
  [[nodiscard]] bool pull(RawBatch& batch, std::uint32_t file, const std::string& path);

 private:
  struct Target {  // what a pull fills
    RawBatch& batch;
    std::uint32_t file;
    const std::string& path;
  };
  void cut(Target& target);
  void cut_lines(Target& target);
  void cut_values(Target& target);
  void drop_what_is_too_large(Target& target);
  void finish(Target& target);
  void add(Target& target, std::size_t end);

  ByteSource& source_;
  RecordLayout layout_;
  CutLimits limits_;
  std::string carry_;          // the beginning of a record whose end was not read yet
  std::size_t scanned_ = 0;    // bytes of it that were looked at
  std::size_t begin_ = 0;      // of the record, in the batch
  std::size_t at_ = 0;         // the next byte to look at, in the batch
  std::uint64_t line_ = 1;     // of that byte
  std::uint64_t began_ = 1;    // line at which the record began
  std::uint64_t dropped_ = 0;  // bytes of a record that is too large
  bool ended_ = false;
  bool inside_ = false;  // of a value; the next three are of RecordLayout::values
  std::uint32_t depth_ = 0;
  bool quoted_ = false, escaped_ = false;
};

}  // namespace hearsay
