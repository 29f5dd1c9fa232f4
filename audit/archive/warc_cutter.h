// Cuts a web archive (WARC 0.17 to 1.1) into the pages it holds: responses with status 200 that are HTML. Requests,
// pictures, redirections and revisits are passed over; records that are broken are, too, and are counted. A page that
// the archive holds in part is given as far as it goes, with a remark.
#pragma once

#include <string_view>

#include "archive/container.h"

namespace hearsay {

class WarcCutter : public Container {
 public:
  WarcCutter(ByteSource& source, std::string head, CutLimits limits);

  [[nodiscard]] bool pull(RawBatch& batch, std::uint32_t file, const std::string& path) override;

 private:
  bool fill(std::size_t wanted);
  bool find_record();
  bool skip(std::uint64_t bytes);
  bool next_record(RawBatch& batch, std::uint32_t file);
  struct Extent {
    std::size_t size = 0;     // bytes of the content
    bool misstated = false;   // its header says another length
    bool breaks_off = false;  // the file ends within it
  };
  [[nodiscard]] Extent extent(std::size_t stated);
  [[nodiscard]] std::size_t end_of_overrun(std::size_t stated);
  void take(std::string_view fields, std::string_view content, bool breaks_off, RawBatch& batch, std::uint32_t file);
  void tell(RawBatch& batch, const std::string& path) const;
  [[nodiscard]] std::string_view ahead() const { return std::string_view(buffer_).substr(at_); }

  ByteSource& source_;
  CutLimits limits_;
  std::string buffer_;  // read and not yet used from at_ on
  std::size_t at_ = 0;
  std::uint64_t passed_ = 0;     // bytes since pull began
  std::uint64_t records_ = 0;    // seen
  std::uint64_t misstated_ = 0;  // whose header says a wrong length
  std::uint64_t broken_ = 0;     // no header where one should be, no length, a body that cannot be read
  std::uint64_t large_ = 0;      // pages beyond the limit
};

}  // namespace hearsay
