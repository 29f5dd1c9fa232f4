// pull(): go on with the file at hand, or open the next one; stop when the batch is full. The shard is taken from what
// was cut, so that positions do not depend on how it came in pieces.
#include "archive/article_stream.h"

#include <algorithm>
#include <utility>

#include "archive/byte_source.h"
#include "archive/interrupt.h"
#include "base/utf8.h"
#include "document/sniff.h"

namespace hearsay {
namespace {

constexpr std::size_t kHead = 64U << 10U;  // bytes that tell what a file holds

// May its articles be handed on before its end is there? All others are read whole.
bool comes_in_records(std::string_view head) {
  head = trim(head.substr(0, 256));
  return head.starts_with("{") || head.starts_with("[") || head.starts_with("WARC/");
}

}  // namespace

ArticleStream::ArticleStream(std::vector<std::string> paths, StreamOptions options)
    : options_(std::move(options)), walk_(std::move(paths)) {}

ArticleStream::ArticleStream(ByteFeed feed, StreamOptions options)
    : options_(std::move(options)), walk_({}), feed_(std::move(feed)) {}

ArticleStream::~ArticleStream() = default;

bool ArticleStream::ended() const {
  return ended_ || (source_ == nullptr && !feed_ && walk_.ended());
}

bool ArticleStream::stopped() const {
  return (options_.interrupt != nullptr && options_.interrupt->requested()) || (options_.stop && options_.stop());
}

bool ArticleStream::pull(RawBatch& batch) {
  batch.files.clear();
  batch.bytes.clear();
  batch.articles.clear();
  batch.notes.clear();
  batch.consumed = 0;
  if (stopped()) ended_ = true;
  while (!ended_ && !stopped() && batch.articles.size() < options_.limits.batch_articles &&
         batch.bytes.size() < options_.limits.batch_bytes) {
    if (source_ == nullptr && !open_next(batch)) break;
    const std::size_t first = batch.articles.size();
    const std::size_t bytes = batch.bytes.size();
    const bool pipe = !source_->regular();
    if (container_ != nullptr && (batch.files.empty() || batch.files.back().path != file_.path))
      batch.files.push_back(file_);
    if (container_ == nullptr) {
      read_file(batch);
      source_.reset();
    } else if (!container_->pull(batch, static_cast<std::uint32_t>(batch.files.size() - 1), file_.path)) {
      count_consumed(batch);
      if (source_->problem()) {
        batch.articles.push_back({.file = static_cast<std::uint32_t>(batch.files.size() - 1),
                                  .problem = source_->problem(),
                                  .file_failed = true});
      }
      container_.reset();
      source_.reset();
    } else {
      count_consumed(batch);
    }
    keep(batch, first);
    if (batch.articles.size() == first) batch.bytes.resize(bytes);
    if (pipe && batch.articles.size() > first) break;  // whoever fills it may wait for what comes out
  }
  if (batch.articles.empty()) ended_ = true;
  return !batch.articles.empty();
}

// Opens the next file and tells what it holds; false where there is none. Where the file at hand spans several batches,
// each names it.
bool ArticleStream::open_next(RawBatch& batch) {
  if (feed_) {
    file_ = {.path = feed_->name, .id = ""};
    source_ = std::make_unique<ByteSource>(std::move(*feed_));
    feed_.reset();
  } else if (std::optional<std::string> path = walk_.next(batch.notes)) {
    file_ = {.path = std::move(*path), .id = "", .in_folder = walk_.in_folder()};
    source_ = std::make_unique<ByteSource>(file_.path, options_.interrupt);
  } else {
    ended_ = true;
    return false;
  }
  consumed_ = 0;
  head_.clear();
  ContainerKind kind = ContainerKind::none;
  if (options_.from != From::file) {
    const bool whole = fill_head();
    kind = container_kind(head_);
    // One item of a wire is a file, among others it is a record.
    const bool alone = whole || (kind == ContainerKind::values && source_->regular());
    if (alone && kind != ContainerKind::none && is_wire_json(head_)) kind = ContainerKind::none;
    if (options_.from == From::jsonl) kind = ContainerKind::lines;
    if (options_.from == From::warc) kind = ContainerKind::warc;
    if (options_.from == From::feed) kind = ContainerKind::items;
  }
  if (kind == ContainerKind::items) file_.id = names_.unique(file_.path, batch.notes);  // it may hold one
  if (kind != ContainerKind::none && !(source_->problem() && head_.empty()))
    container_ = open_container(kind, *source_, std::move(head_), options_.limits, options_.page_words);
  return true;
}

// True where that is all of the file.
bool ArticleStream::fill_head() {
  head_.resize(kHead);
  std::size_t filled = 0;
  bool ended = false;
  while (filled < kHead && !ended) {
    const std::size_t count = source_->read(head_.data() + filled, kHead - filled);
    filled += count;
    ended = count == 0;
    // A pipe of records is not waited for once its first line is there and tells how they are laid out: "[" does not.
    const std::string_view head(head_.data(), filled);
    if (!source_->regular() && comes_in_records(head) && head.find('\n') != std::string::npos &&
        container_kind(head) != ContainerKind::none)
      break;
  }
  head_.resize(filled);
  return ended;
}

void ArticleStream::read_file(RawBatch& batch) {
  file_.id = names_.unique(file_.path, batch.notes);
  batch.files.push_back(file_);
  RawArticle article{
      .begin = batch.bytes.size(), .size = head_.size(), .file = static_cast<std::uint32_t>(batch.files.size() - 1)};
  batch.bytes += head_;
  while (article.size <= options_.file_bytes) {
    const std::size_t filled = batch.bytes.size();
    const std::size_t wanted = std::max<std::size_t>(4096, article.size);
    batch.bytes.resize(filled + wanted);
    const std::size_t count = source_->read(batch.bytes.data() + filled, wanted);
    batch.bytes.resize(filled + count);
    if (count == 0) break;
    article.size += count;
  }
  count_consumed(batch);
  if (source_->problem()) {
    article.problem = source_->problem();
    article.file_failed = true;
  } else if (article.size > options_.file_bytes) {
    article.problem = Diagnostic{.file = file_.path,
                                 .message = "larger than " + std::to_string(options_.file_bytes >> 20U) + " MB",
                                 .remedy = "an article is smaller; give one file per article"};
  }
  if (source_->cut_short() && !source_->problem()) return;  // an interrupt
  if (article.problem) {
    batch.bytes.resize(article.begin);
    article.size = 0;
  }
  batch.articles.push_back(std::move(article));
}

void ArticleStream::count_consumed(RawBatch& batch) {
  batch.consumed += source_->consumed() - consumed_;
  consumed_ = source_->consumed();
}

// Of the articles from `first` on, those of the shard that are not done yet.
void ArticleStream::keep(RawBatch& batch, std::size_t first) {
  const auto begin = batch.articles.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = std::remove_if(begin, batch.articles.end(), [&](const RawArticle& article) {
    const bool ours = position_++ % options_.shard.count == options_.shard.index - 1;
    return !ours || (options_.done && options_.done(batch.of(article)));
  });
  batch.articles.erase(end, batch.articles.end());
}

}  // namespace hearsay
