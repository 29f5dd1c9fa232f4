// Entry: JsonWriter. A stack of open brackets decides where commas and line breaks go.
#include "report/json_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>

namespace hearsay {

namespace {

/// Most strings are ids and terms that need no escape.
bool is_plain(std::string_view words) {
  return std::all_of(words.begin(), words.end(),
                     [](char byte) { return byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\'; });
}

}  // namespace

void JsonWriter::break_line() {
  out_ += '\n';
  out_.append(levels_.size() * indent_, ' ');
}

void JsonWriter::separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) out_ += level.tall || indent_ == 0 ? "," : ", ";
  level.empty = false;
  if (level.tall) break_line();
}

void JsonWriter::open(char begin, char end, bool tall) {
  separate();
  out_ += begin;
  const bool inside_short = !levels_.empty() && !levels_.back().tall;
  levels_.push_back({end, tall && !inside_short, true});
}

void JsonWriter::close() {
  const Level level = levels_.back();
  levels_.pop_back();
  if (level.tall && !level.empty) break_line();
  out_ += level.end;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  value(name);
  out_ += indent_ == 0 ? ":" : ": ";
  after_key_ = true;
  return *this;
}

void JsonWriter::value(std::string_view words) {
  separate();
  if (is_plain(words)) {
    out_ += '"';
    out_ += words;
    out_ += '"';
  } else {
    out_ += nlohmann::json(words).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
}

void JsonWriter::value(bool truth) {
  separate();
  out_ += truth ? "true" : "false";
}

void JsonWriter::value(double number) {
  if (!std::isfinite(number)) return null();
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", number);
}

void JsonWriter::value(long long number) {
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", number);
}

void JsonWriter::null() {
  separate();
  out_ += "null";
}

std::string JsonWriter::take() {
  out_ += '\n';
  return std::move(out_);
}

}  // namespace hearsay
