// pull(): read behind what was carried over, cut what is whole, carry the rest over. While a record grows beyond the
// limit its bytes are dropped as they come, so that memory stays bounded whatever a line holds.
#include "archive/record_cutter.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kLeastRead = 16U << 10U;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Does the first value of `text` end within its line? Also where the line is longer than `text`.
bool ends_in_line(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return depth <= 0 || line.size() == text.size();
}

}  // namespace

ContainerKind record_layout(std::string_view head) {
  if (head.starts_with(kByteOrderMark)) head.remove_prefix(kByteOrderMark.size());
  while (!head.empty() && is_blank(head.front())) head.remove_prefix(1);
  if (head.empty() || (head.front() != '{' && head.front() != '[')) return ContainerKind::none;
  std::string_view inner = head.substr(1);
  while (!inner.empty() && is_blank(inner.front())) inner.remove_prefix(1);
  if (head.front() == '[') return inner.starts_with("{") ? ContainerKind::values : ContainerKind::none;
  if (!inner.starts_with("\"")) return inner.starts_with("}") ? ContainerKind::lines : ContainerKind::none;
  // A first line that breaks off is still a line if a later one begins a record.
  if (head.find("\n{\"") != std::string_view::npos) return ContainerKind::lines;
  return ends_in_line(head) ? ContainerKind::lines : ContainerKind::values;
}

RecordCutter::RecordCutter(ByteSource& source, ContainerKind layout, std::string head, CutLimits limits)
    : source_(source), layout_(layout), limits_(limits), carry_(std::move(head)) {
  if (carry_.starts_with(kByteOrderMark)) carry_.erase(0, kByteOrderMark.size());
}

bool RecordCutter::pull(RawBatch& batch, std::uint32_t file, const std::string& path) {
  if (ended_) return false;
  Target target{batch, file, path};
  const std::size_t before = batch.articles.size();
  begin_ = batch.bytes.size();
  at_ = begin_ + scanned_;
  batch.bytes += carry_;
  cut(target);
  while (batch.articles.size() == before ||
         (source_.regular() && batch.bytes.size() < limits_.batch_bytes && !full(target))) {
    const std::size_t filled = batch.bytes.size();
    const std::size_t wanted = std::max(kLeastRead, limits_.batch_bytes - std::min(filled, limits_.batch_bytes));
    batch.bytes.resize(filled + wanted);
    const std::size_t count = source_.read(batch.bytes.data() + filled, wanted);
    batch.bytes.resize(filled + count);
    if (count == 0) {
      ended_ = true;
      finish(target);
      break;
    }
    cut(target);
  }
  carry_.assign(batch.bytes, begin_);
  scanned_ = at_ - begin_;
  batch.bytes.resize(begin_);
  return true;
}

void RecordCutter::cut(Target& target) {
  if (layout_ == ContainerKind::lines) {
    cut_lines(target);
  } else {
    cut_values(target);
  }
  if (!full(target)) drop_what_is_too_large(target);  // else what is left is not cut yet
}

void RecordCutter::cut_lines(Target& target) {
  const std::string& bytes = target.batch.bytes;
  while (!full(target)) {
    const std::size_t end = bytes.find('\n', at_);
    at_ = end == std::string::npos ? bytes.size() : end;
    if (end == std::string::npos) return;
    add(target, end);
    begin_ = ++at_;
    began_ = ++line_;
  }
}

void RecordCutter::cut_values(Target& target) {
  const std::string& bytes = target.batch.bytes;
  for (; at_ < bytes.size() && !full(target); ++at_) {
    const char c = bytes[at_];
    if (c == '\n') ++line_;
    if (!inside_) {
      begin_ = at_ + 1;
      if (is_blank(c) || c == ',' || c == '[' || c == ']') continue;
      begin_ = at_;
      began_ = line_;
      inside_ = true;
    }
    if (quoted_) {
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        quoted_ = false;
      }
    } else if (c == '"') {
      quoted_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if ((c == '}' || c == ']') && depth_ > 0 && --depth_ == 0) {
      add(target, at_ + 1);
      begin_ = at_ + 1;
      inside_ = false;
    } else if (depth_ == 0 && c == '\n') {  // no bracket opened it: whatever it is, it ends with its line
      add(target, at_);
      begin_ = at_ + 1;
      inside_ = false;
    }
  }
}

void RecordCutter::drop_what_is_too_large(Target& target) {
  std::string& bytes = target.batch.bytes;
  if (dropped_ == 0 && bytes.size() - begin_ <= limits_.record_bytes) return;
  dropped_ += bytes.size() - begin_;
  bytes.resize(begin_);
  at_ = begin_;
}

void RecordCutter::add(Target& target, std::size_t end) {
  const std::string_view record = trim(std::string_view(target.batch.bytes).substr(begin_, end - begin_));
  RawArticle article{
      .begin = record.empty() ? begin_ : static_cast<std::size_t>(record.data() - target.batch.bytes.data()),
      .size = record.size(),
      .file = target.file,
      .line = began_,
      .holds = Holds::record};
  if (dropped_ + (end - begin_) > limits_.record_bytes) {
    article.problem = Diagnostic{.file = target.path,
                                 .line = static_cast<std::uint32_t>(std::min<std::uint64_t>(began_, UINT32_MAX)),
                                 .message = fmt::format("a record of {} bytes; at most {} are read",
                                                        dropped_ + (end - begin_), limits_.record_bytes),
                                 .remedy = "one line is one article"};
    article.size = 0;
    dropped_ = 0;
  }
  target.batch.articles.push_back(std::move(article));
}

// A record that an interrupt or a damaged file cut short is none.
void RecordCutter::finish(Target& target) {
  const std::size_t end = target.batch.bytes.size();
  const bool begun = end > begin_ || dropped_ != 0;
  if (begun && (layout_ == ContainerKind::lines || inside_) && !source_.cut_short()) add(target, end);
  begin_ = at_ = end;
}

}  // namespace hearsay
