// apply_changes(): each edit needs the lines of the text before it, so that a message of many edits on a large text is
// work without a bound; past kMostWork the document is given up until its whole text comes.
#include "lsp/document.h"

#include <algorithm>
#include <utility>

namespace hearsay {
namespace {

constexpr std::uint64_t kMostWork = 512U << 20U;  // bytes gone through for one message: 50,000 edits of an article

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

LspAudit::LspAudit(const std::string& text, Report&& report, PositionEncoding encoding)
    : report_(std::move(report)), positions_(text, encoding), code_points_(report_.text), anchor_(text, report_) {}

Span LspAudit::place(CodeSpan span) const {
  return anchor_.place({code_points_.byte(span.first), code_points_.byte(span.second)});
}

Span LspAudit::hull(const CodeSpans& spans) const {
  Span all;
  for (const CodeSpan& span : spans) {
    const Span one = place(span);
    if (one.empty()) continue;
    all = all.empty() ? one : Span{std::min(all.begin, one.begin), std::max(all.end, one.end)};
  }
  return all;
}

void apply_changes(LspDocument& document, const Json& changes, PositionEncoding encoding) {
  document.audit.reset();
  document.stale = true;
  if (!changes.is_array()) {
    document.lost = true;
    return;
  }
  std::uint64_t work = 0;
  for (const Json& change : changes) {
    const Json& range = field(change, {"range"});
    const Json& words = field(change, {"text"});
    if (!words.is_string()) {
      document.lost = true;
    } else if (!range.is_object()) {
      document.text = words.get<std::string>();
      document.lost = false;
    } else if (!document.lost) {
      work += document.text.size();
      if (work > kMostWork) {
        document.lost = true;
        continue;
      }
      const Span span = PositionIndex(document.text, encoding)
                            .bytes(read_position(field(range, {"start"})), read_position(field(range, {"end"})));
      document.text.replace(span.begin, span.size(), words.get_ref<const std::string&>());
    }
  }
  if (document.lost) document.text.clear();
}

std::string path_of_uri(std::string_view uri) {
  constexpr std::string_view kScheme = "file://";
  if (!uri.starts_with(kScheme)) return std::string(uri);
  uri.remove_prefix(kScheme.size());
  uri.remove_prefix(std::min(uri.find('/'), uri.size()));  // a host
  std::string path;
  for (std::size_t at = 0; at < uri.size(); ++at) {
    const int high = uri[at] == '%' && at + 2 < uri.size() ? hex_value(uri[at + 1]) : -1;
    const int low = high >= 0 ? hex_value(uri[at + 2]) : -1;
    if (low >= 0) {
      path += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      path += uri[at];
    }
  }
  path.resize(std::min(path.find('\0'), path.size()));
  return path;
}

LspPosition read_position(const Json& json) {
  return {.line = number_field(json, {"line"}).value_or(0), .character = number_field(json, {"character"}).value_or(0)};
}

Json range_json(const PositionIndex& positions, Span span) {
  const auto json = [&](std::uint32_t byte) -> Json {
    const LspPosition position = positions.position(byte);
    return {{"line", position.line}, {"character", position.character}};
  };
  return {{"start", json(span.begin)}, {"end", json(span.end)}};
}

}  // namespace hearsay
