// pull(): find the next version line, read the header, then the content, or pass over it without keeping it. Lengths
// are not trusted: content ends where another record begins, be that sooner or a little later than its header says.
#include "archive/warc_cutter.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/cut_utf8.h"
#include "base/utf8.h"
#include "document/http_response.h"

namespace hearsay {
namespace {

constexpr std::size_t kRead = 64U << 10U;
constexpr std::size_t kLongestHeader = 64U << 10U;      // bytes
constexpr std::uint64_t kMostWithoutPage = 16U << 20U;  // bytes after which pull() comes back with nothing
constexpr std::string_view kVersion = "WARC/";
constexpr std::string_view kNextRecord = "\r\n\r\nWARC/";
constexpr std::string_view kSeparator = "\r\n\r\n";
constexpr std::size_t kLongestOverrun = 64U << 10U;  // bytes of content behind its stated end

bool is_line_end(char c) {
  return c == '\r' || c == '\n';
}

std::optional<std::uint64_t> length_of(std::string_view fields) {
  const std::string_view value = header_value(fields, "content-length");
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), length);
  if (value.empty() || error != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return length;
}

// Addresses may stand in angle brackets.
std::string address_of(std::string_view fields) {
  std::string_view address = header_value(fields, "warc-target-uri");
  if (address.starts_with("<") && address.ends_with(">")) address = address.substr(1, address.size() - 2);
  return std::string(address);
}

// May there be a page in it? Told by the record's own header.
bool is_wanted(std::string_view fields) {
  const std::string type = lower(header_value(fields, "warc-type"));
  const std::string content = lower(header_value(fields, "content-type"));
  if (type == "response") return content.empty() || content.starts_with("application/http");
  return type == "resource" && content.starts_with("text/html");
}

bool is_page(const std::string& content_type) {
  return content_type == "text/html" || content_type == "application/xhtml+xml";
}

// Why the archive holds a part of the page only; "" where it holds all.
std::string why_cut(std::string_view fields, const HttpResponse& response, bool breaks_off, std::size_t max_bytes) {
  if (const std::string_view why = header_value(fields, "warc-truncated"); !why.empty())
    return fmt::format("the page is cut off: whoever archived it kept no more of it (WARC-Truncated: {})",
                       cut_utf8(why, 40));
  if (breaks_off) return "the page is cut off: its archive breaks off here";
  if (response.too_long)
    return fmt::format("the page is cut off: its first {} bytes were read, and it goes on", max_bytes);
  if (response.torn) return "the page is cut off: its transfer or its compression breaks off";
  if (response.missing != 0) return fmt::format("the page is cut off: its last {} bytes are missing", response.missing);
  return "";
}

}  // namespace

WarcCutter::WarcCutter(ByteSource& source, std::string head, CutLimits limits)
    : source_(source), limits_(limits), buffer_(std::move(head)) {}

bool WarcCutter::pull(RawBatch& batch, std::uint32_t file, const std::string& path) {
  passed_ = 0;
  const std::size_t before = batch.articles.size();
  while (batch.articles.size() == before || (source_.regular() && batch.bytes.size() < limits_.batch_bytes &&
                                             batch.articles.size() < limits_.batch_articles)) {
    if (!next_record(batch, file)) {
      tell(batch, path);
      return false;
    }
    if (batch.articles.size() == before && passed_ > kMostWithoutPage) break;
  }
  return true;
}

// Has at least `wanted` bytes ahead, as far as there are any.
bool WarcCutter::fill(std::size_t wanted) {
  if (at_ > kRead) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  while (buffer_.size() - at_ < wanted) {
    const std::size_t filled = buffer_.size();
    const std::size_t missing = std::max(kRead, wanted - (filled - at_));
    buffer_.resize(filled + std::min(missing, limits_.record_bytes));
    const std::size_t count = source_.read(buffer_.data() + filled, buffer_.size() - filled);
    buffer_.resize(filled + count);
    passed_ += count;
    if (count == 0) return false;
  }
  return true;
}

// Goes to the next version line; whatever else stands before it makes one broken record.
bool WarcCutter::find_record() {
  bool strange = false;
  for (;;) {
    while ((!ahead().empty() || fill(1)) && is_line_end(ahead().front())) ++at_;
    if (ahead().empty()) return false;
    if (fill(kVersion.size()) && ahead().starts_with(kVersion)) return true;
    if (!strange) ++broken_;
    strange = true;
    const std::size_t line = ahead().find('\n');
    at_ = line == std::string_view::npos ? buffer_.size() : at_ + line + 1;
    if (ahead().empty() && !fill(1)) return false;
  }
}

// Passes over `bytes`, or to the next record where one begins before: the length lied.
bool WarcCutter::skip(std::uint64_t bytes) {
  while (bytes > 0) {
    if (ahead().size() < kNextRecord.size() && !fill(kNextRecord.size()) && ahead().empty()) return false;
    const std::string_view piece = ahead().substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(bytes, kRead)));
    if (const std::size_t next = piece.find(kNextRecord); next != std::string_view::npos) {
      at_ += next;
      return true;
    }
    // What begins a version line may end in the next piece.
    const std::size_t step = piece.size() > kNextRecord.size() ? piece.size() - kNextRecord.size() + 1 : piece.size();
    at_ += step;
    bytes -= step;
  }
  return true;
}

bool WarcCutter::next_record(RawBatch& batch, std::uint32_t file) {
  if (!find_record()) return false;
  ++records_;
  std::size_t end = std::string_view::npos;
  for (std::size_t wanted = 1024; wanted <= kLongestHeader && end == std::string_view::npos; wanted *= 2) {
    const bool more = fill(wanted);
    end = ahead().substr(0, kLongestHeader).find("\r\n\r\n");
    if (!more) break;
  }
  const std::string fields(ahead().substr(0, end == std::string_view::npos ? 0 : end));
  const std::optional<std::uint64_t> length = length_of(fields);
  if (!length) {
    ++broken_;
    at_ += std::min(kVersion.size(), ahead().size());
    // What follows up to the next version line belongs to this record.
    const std::uint64_t counted = broken_;
    const bool found = find_record();
    broken_ = counted;
    return found;
  }
  at_ += end + 4;
  if (*length > limits_.record_bytes) {
    if (is_wanted(fields)) ++large_;
    return skip(*length) || !ahead().empty();
  }
  const Extent found = extent(static_cast<std::size_t>(*length));
  if (found.misstated) ++misstated_;
  const std::string_view content = ahead().substr(0, found.size);
  if (content.find(kDamage) != std::string_view::npos) {
    ++broken_;
  } else if (is_wanted(fields)) {
    take(fields, content, found.breaks_off, batch, file);
  }
  at_ += content.size();
  return true;
}

// How much of what is ahead is the content of a record whose header says `stated` bytes. A writer that counts wrongly
// is off by a few: the content then ends where the next record begins.
WarcCutter::Extent WarcCutter::extent(std::size_t stated) {
  fill(stated + kNextRecord.size());
  const std::size_t next = ahead().substr(0, stated + kNextRecord.size()).find(kNextRecord);
  if (next != std::string_view::npos) return {next, next != stated, false};
  if (ahead().size() < stated) {
    const bool separated = ahead().ends_with(kSeparator);  // the file is whole, the length is not its
    return {ahead().size(), separated, !separated};
  }
  const std::size_t end = end_of_overrun(stated);
  return {end, end != stated, false};
}

// Where content ends that goes on behind its stated end; `stated` where it does not or nobody can tell.
std::size_t WarcCutter::end_of_overrun(std::size_t stated) {
  const auto begins_record = [&] {
    const std::string_view rest = ahead().substr(stated);
    const std::size_t blank = rest.find_first_not_of("\r\n");
    return blank >= kSeparator.size() || rest.substr(blank).starts_with(kVersion);  // or nothing but blanks
  };
  if (begins_record()) return stated;
  const bool more = fill(stated + kLongestOverrun);
  const std::string_view reach = ahead().substr(0, stated + kLongestOverrun);
  if (const std::size_t next = reach.find(kNextRecord, stated); next != std::string_view::npos) return next;
  return more ? stated : reach.size();
}

void WarcCutter::take(std::string_view fields, std::string_view content, bool breaks_off, RawBatch& batch,
                      std::uint32_t file) {
  HttpResponse response;
  if (lower(header_value(fields, "warc-type")) == "resource") {
    response.status = 200;
    response.content_type = "text/html";
    response.body = std::string(content);
  } else {
    response = read_http(content, limits_.record_bytes);
  }
  if (response.status == 0 || !response.problem.empty()) ++broken_;
  if (response.status != 200 || !is_page(response.content_type) || trim(response.body).empty()) return;
  RawArticle article{.begin = batch.bytes.size(), .size = response.body.size(), .file = file, .line = records_};
  article.holds = Holds::page;
  article.address = address_of(fields);
  article.charset = std::move(response.charset);
  article.remark = why_cut(fields, response, breaks_off, limits_.record_bytes);
  batch.bytes += response.body;
  batch.articles.push_back(std::move(article));
}

void WarcCutter::tell(RawBatch& batch, const std::string& path) const {
  if (broken_ != 0) {
    batch.notes.push_back({.file = path,
                           .message = fmt::format("{} of {} records are broken and were passed over", broken_,
                                                  std::max(records_, broken_)),
                           .remedy = "get the archive again, or leave them"});
  }
  if (misstated_ != 0) {
    batch.notes.push_back(
        {.severity = Severity::note,
         .file = path,
         .message = fmt::format("{} of {} records say a wrong length and were read up to the next one", misstated_,
                                records_)});
  }
  if (large_ != 0) {
    batch.notes.push_back(
        {.file = path,
         .message = fmt::format("{} pages of more than {} bytes were passed over", large_, limits_.record_bytes),
         .remedy = "no article is as large; look at them by themselves"});
  }
}

}  // namespace hearsay
