// Lists of HTTP are cut at their commas and semicolons outside quotation marks; what is broken is passed over, as it
// says nothing.
#include "server/media.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostRanges = 64;      // of an Accept header
constexpr std::size_t kLongestName = 200;    // bytes
constexpr std::string_view kSpaces = " \t";  // of HTTP

std::string_view without_spaces(std::string_view words) {
  const std::size_t begin = std::min(words.find_first_not_of(kSpaces), words.size());
  return words.substr(begin, words.find_last_not_of(kSpaces) + 1 - begin);
}

/// Takes the next item of a list off its front.
std::string_view take_item(std::string_view& list, char comma) {
  bool quoted = false;
  std::size_t end = 0;
  for (; end < list.size() && (quoted || list[end] != comma); ++end) {
    if (list[end] == '"') quoted = !quoted;
    if (quoted && list[end] == '\\') ++end;
  }
  const std::string_view item = list.substr(0, end);
  list.remove_prefix(std::min(end + 1, list.size()));
  return without_spaces(item);
}

std::string unquoted(std::string_view value) {
  if (value.size() < 2 || value.front() != '"' || value.back() != '"') return std::string(value);
  std::string out;
  for (std::size_t at = 1; at + 1 < value.size(); ++at) {
    if (value[at] == '\\' && at + 2 < value.size()) ++at;
    out += value[at];
  }
  return out;
}

/// The value of a parameter behind the first item of `header`; "" where it has none.
std::string parameter_of(std::string_view header, std::string_view name) {
  static_cast<void>(take_item(header, ';'));
  while (!header.empty()) {
    const std::string_view item = take_item(header, ';');
    const std::size_t sign = item.find('=');
    if (sign == std::string_view::npos) continue;
    if (hearsay::lower(without_spaces(item.substr(0, sign))) == name)
      return unquoted(without_spaces(item.substr(sign + 1)));
  }
  return {};
}

struct AcceptRange {
  std::string type;
  int quality = 1000;  // thousandths
};

int quality_of(const std::string& words) {
  double value = 1;
  if (!words.empty()) {
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), value);
    if (error != std::errc()) return 0;
  }
  return static_cast<int>(std::clamp(value, 0.0, 1.0) * 1000);
}

std::vector<AcceptRange> ranges_of(std::string_view accept) {
  std::vector<AcceptRange> ranges;
  while (!accept.empty() && ranges.size() < kMostRanges) {
    const std::string_view item = take_item(accept, ',');
    std::string_view rest = item;
    std::string type = hearsay::lower(take_item(rest, ';'));
    if (!type.empty()) ranges.push_back({std::move(type), quality_of(parameter_of(item, "q"))});
  }
  return ranges;
}

/// By the range that fits closest.
int quality_of(const std::vector<AcceptRange>& ranges, std::string_view type) {
  int quality = 0, closest = -1;
  for (const AcceptRange& range : ranges) {
    int fits = -1;
    if (range.type == type) {
      fits = 2;
    } else if (range.type == "*/*") {
      fits = 0;
    } else if (range.type.ends_with("/*") && type.starts_with(range.type.substr(0, range.type.size() - 1))) {
      fits = 1;
    }
    if (fits > closest) {
      closest = fits;
      quality = range.quality;
    }
  }
  return quality;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEndings = {
    {{"text/markdown", ".md"},
     {"text/x-markdown", ".md"},
     {"text/html", ".html"},
     {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
     {"application/vnd.oasis.opendocument.text", ".odt"}}};

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/// Valid UTF-8 without what a terminal or a header would obey.
std::string plain_name(std::string_view words) {
  words.remove_prefix(std::min(words.find_last_of("/\\") + 1, words.size()));
  std::string name;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = decode(words, at);
    const bool control = point.value < 0x20U || (point.value >= 0x7fU && point.value < 0xa0U) ||
                         (point.value >= 0x202aU && point.value <= 0x202eU) ||
                         (point.value >= 0x2066U && point.value <= 0x2069U);
    if (!control && name.size() + point.length <= kLongestName) append_utf8(name, point.value);
    at += point.length;
  }
  name = std::string(trim(name));
  return name == "." || name == ".." || name == "-" ? std::string() : name;
}

/// Escapes undone; what is none stands.
std::string percent_decoded(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  for (std::size_t at = 0; at < words.size(); ++at) {
    const int high = words[at] == '%' && at + 2 < words.size() ? hex_digit(words[at + 1]) : -1;
    const int low = high >= 0 ? hex_digit(words[at + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      out += words[at];
    }
  }
  return out;
}

/// filename* of RFC 8187 before filename.
std::string disposed_name(std::string_view header) {
  const std::string coded = parameter_of(header, "filename*");
  const std::size_t second = coded.find('\'', coded.find('\'') + 1);
  if (coded.find('\'') != std::string::npos && second != std::string::npos &&
      hearsay::lower(std::string_view(coded).substr(0, 5)) == "utf-8")
    return percent_decoded(std::string_view(coded).substr(second + 1));
  return parameter_of(header, "filename");
}

}  // namespace

MediaType media_type_of(std::string_view header) {
  std::string_view rest = header;
  MediaType type{.essence = hearsay::lower(take_item(rest, ';')),
                 .charset = hearsay::lower(parameter_of(header, "charset"))};
  return type;
}

std::optional<std::size_t> wanted(std::string_view accept, std::span<const std::string_view> offered) {
  if (without_spaces(accept).empty()) return offered.empty() ? std::nullopt : std::optional<std::size_t>(0);
  const std::vector<AcceptRange> ranges = ranges_of(accept);
  std::optional<std::size_t> best;
  int most = 0;
  for (std::size_t at = 0; at < offered.size(); ++at) {
    const int quality = quality_of(ranges, offered[at]);
    if (quality <= most) continue;
    most = quality;
    best = at;
  }
  return best;
}

std::string content_type(std::string_view media_type) {
  std::string type(media_type);
  if (type.starts_with("text/")) type += "; charset=utf-8";
  return type;
}

std::string bare_name(std::string_view words) {
  return plain_name(words);
}

std::string name_of(const Request& request, std::string_view otherwise) {
  std::string name = plain_name(request.asked("name"));
  if (name.empty()) name = plain_name(disposed_name(request.header("Content-Disposition")));
  if (!name.empty()) return name;
  name = otherwise;
  const std::string type = media_type_of(request.header("Content-Type")).essence;
  const auto* const ending =
      std::find_if(kEndings.begin(), kEndings.end(), [&](const auto& one) { return one.first == type; });
  if (ending != kEndings.end()) name += ending->second;
  return name;
}

std::string attachment(std::string_view name) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string plain, coded;
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    const bool safe =
        is_letter(byte < 0x80U ? byte : U'\0') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
    plain += safe ? c : '_';
    if (safe) {
      coded += c;
    } else {
      coded.append("%").append(1, kHex[byte >> 4U]).append(1, kHex[byte & 15U]);
    }
  }
  return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + coded;
}

}  // namespace hearsay
