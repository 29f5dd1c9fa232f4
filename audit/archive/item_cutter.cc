// pull(): the first call reads and cuts, the others hand out. A file with one item is itself the article.
#include "archive/item_cutter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace hearsay {

ItemCutter::ItemCutter(ByteSource& source, std::string head, CutLimits limits, const PageWords& page_words)
    : source_(source), limits_(limits), page_words_(page_words), bytes_(std::move(head)) {}

bool ItemCutter::pull(RawBatch& batch, std::uint32_t file, const std::string& path) {
  if (!begun_) {
    begun_ = true;
    begin(batch, file, path);
  }
  while (next_ < list_.items.size() && batch.bytes.size() < limits_.batch_bytes &&
         batch.articles.size() < limits_.batch_articles) {
    const std::string item = std::move(list_.items[next_++]);
    RawArticle article{.begin = batch.bytes.size(), .size = item.size(), .file = file, .line = next_};
    article.holds = Holds::item;
    batch.bytes += item;
    batch.articles.push_back(std::move(article));
  }
  return next_ < list_.items.size();
}

void ItemCutter::begin(RawBatch& batch, std::uint32_t file, const std::string& path) {
  while (bytes_.size() <= limits_.file_bytes) {
    const std::size_t filled = bytes_.size();
    const std::size_t wanted = std::max<std::size_t>(64U << 10U, filled);
    bytes_.resize(filled + wanted);
    const std::size_t count = source_.read(bytes_.data() + filled, wanted);
    bytes_.resize(filled + count);
    if (count == 0) break;
  }
  RawArticle article{.begin = batch.bytes.size(), .size = 0, .file = file};
  if (source_.cut_short()) return;  // told by whoever asked for the file
  if (bytes_.size() > limits_.file_bytes) {
    article.problem = Diagnostic{.file = path,
                                 .message = fmt::format("larger than {} MB", limits_.file_bytes >> 20U),
                                 .remedy = "split it: feeds, messages, exports and drafts are read whole"};
    batch.articles.push_back(std::move(article));
    return;
  }
  list_ = split_items(bytes_, path, page_words_);
  if (list_.alone) {
    article.size = bytes_.size();
    batch.bytes += bytes_;
    batch.articles.push_back(std::move(article));
  }
  for (Diagnostic& note : list_.diagnostics) batch.notes.push_back(std::move(note));
  bytes_ = {};
}

}  // namespace hearsay
