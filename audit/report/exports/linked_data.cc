#include "report/exports/linked_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/digest.h"
#include "report/findings/run_place.h"

namespace hearsay {

std::string thing_urn(const Report& report, std::string_view thing) {
  const std::array<std::string_view, 5> parts = {report.sha256, "\n", report.id, "\n", thing};
  std::string digits = sha256_hex(parts);
  digits[12] = '8';                                                // version: custom
  digits[16] = "89ab"[static_cast<std::size_t>(digits[16]) & 3U];  // variant of RFC 9562
  return "urn:uuid:" + digits.substr(0, 8) + '-' + digits.substr(8, 4) + '-' + digits.substr(12, 4) + '-' +
         digits.substr(16, 4) + '-' + digits.substr(20, 12);
}

std::string web_uri(std::string_view address) {
  if (!address.starts_with("https://") && !address.starts_with("http://")) return {};
  std::string uri;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    const bool bad =
        byte <= 0x20U || byte >= 0x7fU || std::string_view("\"<>\\^`{|}[]").find(c) != std::string_view::npos;
    if (bad) {
      fmt::format_to(std::back_inserter(uri), "%{:02X}", byte);
    } else {
      uri += c;
    }
  }
  return uri;
}

std::string article_uri(const Report& report) {
  std::string uri = web_uri(report.url);
  return uri.empty() ? path_uri(report.path) : uri;
}

CodeSpan whole_span(const CodeSpans& spans) {
  if (spans.empty()) return {};
  return {spans.front().first, std::max(spans.front().second, spans.back().second)};
}

bool is_person(const ReportSource& source) {
  return source.kind == "named-person" || source.kind == "unnamed-person" || source.kind == "author";
}

}  // namespace hearsay
