// Cuts a feed, a message of wire items or a database export into its items. XML cannot be cut without being parsed, so
// the file is read whole; what comes out of it is one item each, as markup or text.
#pragma once

#include "archive/container.h"
#include "document/wire/split_items.h"

namespace hearsay {

class ItemCutter : public Container {
 public:
  ItemCutter(ByteSource& source, std::string head, CutLimits limits, const PageWords& page_words);

  [[nodiscard]] bool pull(RawBatch& batch, std::uint32_t file, const std::string& path) override;

 private:
  void begin(RawBatch& batch, std::uint32_t file, const std::string& path);

  ByteSource& source_;
  CutLimits limits_;
  const PageWords& page_words_;
  std::string bytes_;  // of the file; given up once it is cut
  ItemList list_;
  std::size_t next_ = 0;
  bool begun_ = false;
};

}  // namespace hearsay
