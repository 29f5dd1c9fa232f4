#include "server/head.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace hearsay {
namespace {

constexpr std::size_t kMostLeading = 4;  // bytes: two empty lines, which some clients send behind a body

constexpr std::array<bool, 256> kTokenBytes = [] {
  std::array<bool, 256> table{};
  for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = true;
  for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = true;
  for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = true;
  for (const char c : std::string_view("!#$%&'*+-.^_`|~")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

}  // namespace

bool is_token(std::string_view word) {
  return !word.empty() &&
         std::all_of(word.begin(), word.end(), [](char c) { return kTokenBytes[static_cast<unsigned char>(c)]; });
}

std::size_t HeadScanner::feed(std::string_view piece) {
  std::size_t at = 0;
  while (at < piece.size() && !whole() && refused_ == 0) step(static_cast<unsigned char>(piece[at++]));
  return at;
}

void HeadScanner::step(unsigned char c) {
  ++size_;
  if (size_ - leading_ > most_bytes_) {
    refused_ = where_ == Where::request_line ? 414 : 431;
    return;
  }
  if (carriage_return_) {  // a carriage return ends a line or is an attack
    carriage_return_ = false;
    if (c != '\n') {
      refused_ = 400;
      return;
    }
    line_ends();
    return;
  }
  if (c == '\r') {
    carriage_return_ = true;
    return;
  }
  const bool control = c < 0x20 || c == 0x7f;
  if (control && !(c == '\t' && where_ == Where::value)) {
    refused_ = 400;
    return;
  }
  switch (where_) {
    case Where::before:
    case Where::request_line:
      where_ = Where::request_line;
      if (++line_ > most_target_) refused_ = 414;
      if (c >= 0x80) refused_ = 400;
      return;
    case Where::line_start:  // a blank here would fold the line before
      if (++fields_ > most_fields_) {
        refused_ = 431;
        return;
      }
      if (!kTokenBytes[c]) refused_ = 400;
      where_ = Where::name;
      return;
    case Where::name:
      if (c == ':') {
        where_ = Where::value;
      } else if (!kTokenBytes[c]) {
        refused_ = 400;
      }
      return;
    case Where::value:
    case Where::end:
      return;
  }
}

void HeadScanner::line_ends() {
  switch (where_) {
    case Where::before:
      leading_ = size_;
      if (leading_ > kMostLeading) refused_ = 400;
      return;
    case Where::line_start:
      where_ = Where::end;
      return;
    case Where::request_line:
    case Where::value:
      where_ = Where::line_start;
      return;
    case Where::name:  // a header without a colon
    case Where::end:
      refused_ = 400;
      return;
  }
}

Framing framing_of(const Fields& headers, int version) {
  Framing framing;
  const auto refuse = [&](int status) {
    framing.refused = status;
    return framing;
  };
  std::size_t lengths = 0;
  std::size_t codings = 0;
  for (const auto& [name, value] : headers) {
    if (same_name(name, "Content-Length")) {
      ++lengths;
      const bool digits = !value.empty() && value.size() <= 18 &&
                          std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (!digits) return refuse(400);  // among them "5, 5", "+5", "0x5"
      std::from_chars(value.data(), value.data() + value.size(), framing.length);
      framing.has_length = true;
    } else if (same_name(name, "Transfer-Encoding")) {
      ++codings;
      if (!same_name(value, "chunked")) return refuse(501);
      framing.chunked = true;
    } else if (same_name(name, "Content-Encoding")) {
      if (!same_name(value, "identity")) return refuse(415);
    } else if (same_name(name, "Expect")) {
      if (!same_name(value, "100-continue")) return refuse(417);
      framing.expects_continue = version >= 11;
    }
  }
  if (lengths > 1 || codings > 1 || (lengths != 0 && codings != 0)) return refuse(400);
  if (framing.chunked && version < 11) return refuse(400);
  return framing;
}

}  // namespace hearsay
