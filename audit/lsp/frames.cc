// next(): lines until an empty one, then bytes. A line that is no header may still end in one: that is how a stream
// looks whose last length was too small.
#include "lsp/frames.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostLine = 4096;  // bytes of a header line
constexpr std::string_view kLength = "content-length:";

std::optional<std::uint64_t> read_length(std::string_view word) {
  word = trim(word);
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), length);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return length;
}

/// "Content-Type: …": a header that we know nothing of but that is one.
bool is_header(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return c == '-' || is_letter(static_cast<unsigned char>(c)); });
}

}  // namespace

std::optional<LspFrame> LspFrames::next() {
  std::optional<LspFrame> frame;
  while (!frame) {
    const std::size_t before = buffer_.size() - at_;
    const bool was_in_body = in_body_;
    frame = in_body_ ? body() : header();
    if (!frame && buffer_.size() - at_ == before && in_body_ == was_in_body) break;  // all is used
  }
  if (at_ == buffer_.size() || at_ > (1U << 16U)) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  return frame;
}

LspFrame LspFrames::problem(std::string words) {
  lost_ = true;
  return {.body = {}, .problem = std::move(words)};
}

std::optional<LspFrame> LspFrames::header() {
  const std::size_t end = buffer_.find('\n', at_);
  if (end == std::string::npos) {
    if (buffer_.size() - at_ <= kMostLine) return std::nullopt;
    at_ = buffer_.size() - kLength.size();  // a header may have begun there
    if (lost_) return std::nullopt;
    return problem("a header line of more than 4096 bytes is passed over");
  }
  const std::string line = lower(trim(std::string_view(buffer_).substr(at_, end - at_)));
  at_ = end + 1;
  if (line.empty()) {
    in_body_ = length_.has_value();
    passing_ = in_body_ && *length_ > most_bytes_;
    if (!passing_) return std::nullopt;
    return problem(fmt::format("a message of {} bytes is passed over; at most {} are read", *length_, most_bytes_));
  }
  if (const std::size_t name = line.rfind(kLength); name != std::string::npos) {
    length_ = read_length(std::string_view(line).substr(name + kLength.size()));
    if (length_ && name == 0) lost_ = false;
    if (length_) return std::nullopt;
  } else if (is_header(line)) {
    return std::nullopt;
  }
  if (lost_) return std::nullopt;
  return problem("bytes that are no header are passed over up to the next Content-Length");
}

std::optional<LspFrame> LspFrames::body() {
  const std::uint64_t there = buffer_.size() - at_;
  if (passing_) {
    const std::uint64_t passed = std::min(there, *length_);
    at_ += passed;
    *length_ -= passed;
    if (*length_ == 0) end_body();
    return std::nullopt;
  }
  if (there < *length_) return std::nullopt;
  LspFrame frame{.body = buffer_.substr(at_, *length_), .problem = {}};
  at_ += *length_;
  end_body();
  return frame;
}

void LspFrames::end_body() {
  length_.reset();
  in_body_ = passing_ = false;
}

std::string lsp_frame(std::string_view body) {
  return fmt::format("Content-Length: {}\r\n\r\n{}", body.size(), body);
}

}  // namespace hearsay
