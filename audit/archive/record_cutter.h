// Cuts a stream of bytes into JSON records: one a line, or values behind each other over several lines, in an array or
// not. It looks at line ends, brackets and quotation marks only; whether a record is JSON is for its reader to say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "archive/container.h"

namespace hearsay {

/// lines, values, or none: by the first bytes of a file.
[[nodiscard]] ContainerKind record_layout(std::string_view head);

class RecordCutter : public Container {
 public:
  /// `layout`: lines or values.
  RecordCutter(ByteSource& source, ContainerKind layout, std::string head, CutLimits limits);

  [[nodiscard]] bool pull(RawBatch& batch, std::uint32_t file, const std::string& path) override;

 private:
  struct Target {  // what a pull fills
    RawBatch& batch;
    std::uint32_t file;
    const std::string& path;
  };
  void cut(Target& target);
  [[nodiscard]] bool full(const Target& target) const { return target.batch.articles.size() >= limits_.batch_articles; }
  void cut_lines(Target& target);
  void cut_values(Target& target);
  void drop_what_is_too_large(Target& target);
  void finish(Target& target);
  void add(Target& target, std::size_t end);

  ByteSource& source_;
  ContainerKind layout_;
  CutLimits limits_;
  std::string carry_;          // the beginning of a record whose end was not read yet
  std::size_t scanned_ = 0;    // bytes of it that were looked at
  std::size_t begin_ = 0;      // of the record, in the batch
  std::size_t at_ = 0;         // the next byte to look at, in the batch
  std::uint64_t line_ = 1;     // of that byte
  std::uint64_t began_ = 1;    // line at which the record began
  std::uint64_t dropped_ = 0;  // bytes of a record that is too large
  bool ended_ = false;
  bool inside_ = false;  // of a value; the next three are of ContainerKind::values
  std::uint32_t depth_ = 0;
  bool quoted_ = false, escaped_ = false;
};

}  // namespace hearsay
