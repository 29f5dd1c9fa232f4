#include "server/target.h"

#include <algorithm>

#include "base/utf8.h"

namespace hearsay {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> unescaped(std::string_view text, bool plus_is_blank) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '+' && plus_is_blank) {
      out += ' ';
    } else if (c != '%') {
      out += c;
    } else {
      const int high = at + 1 < text.size() ? hex_value(text[at + 1]) : -1;
      const int low = at + 2 < text.size() ? hex_value(text[at + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      at += 2;
    }
  }
  return out;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

// Also of what a decoded "/" or a "\" would part.
bool climbs(std::string_view path) {
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find_first_of("/\\", begin), path.size());
    const std::string_view part = path.substr(begin, end - begin);
    if (part == "." || part == "..") return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

std::optional<Fields> decode_form(std::string_view form, std::size_t most) {
  Fields fields;
  for (std::size_t begin = 0; begin < form.size();) {
    const std::size_t end = std::min(form.find('&', begin), form.size());
    const std::string_view one = form.substr(begin, end - begin);
    begin = end + 1;
    if (one.empty()) continue;
    if (fields.size() == most) return std::nullopt;
    const std::size_t equals = std::min(one.find('='), one.size());
    auto name = unescaped(one.substr(0, equals), true);
    auto value = unescaped(one.substr(std::min(equals + 1, one.size())), true);
    if (!name || !value) return std::nullopt;
    fields.emplace_back(std::move(*name), std::move(*value));
  }
  return fields;
}

std::optional<Target> decode_target(std::string_view target) {
  Target result;
  if (target == "*") {
    result.asterisk = true;
    return result;
  }
  const std::string_view scheme = "http://";
  if (target.starts_with(scheme)) {
    target.remove_prefix(scheme.size());
    const std::size_t slash = std::min(target.find_first_of("/?#"), target.size());
    result.authority = target.substr(0, slash);
    target.remove_prefix(slash);
    if (result.authority.empty()) return std::nullopt;
    if (target.empty()) target = "/";
  }
  if (!target.starts_with('/') || target.find('#') != std::string_view::npos) return std::nullopt;
  const std::size_t question = std::min(target.find('?'), target.size());
  std::string_view path = target.substr(0, question);
  auto query = decode_form(target.substr(std::min(question + 1, target.size())));
  if (!query) return std::nullopt;
  for (const auto& [name, value] : *query) {
    if (!is_valid_utf8(name) || !is_valid_utf8(value)) return std::nullopt;
  }
  result.query = std::move(*query);
  for (path.remove_prefix(1);;) {
    const std::size_t slash = path.find('/');
    auto part = unescaped(path.substr(0, slash), false);
    if (!part || has_control(*part)) return std::nullopt;
    result.path += '/';
    result.path += *part;
    result.parts.push_back(std::move(*part));
    if (slash == std::string_view::npos) break;
    path.remove_prefix(slash + 1);
  }
  if (climbs(result.path) || !is_valid_utf8(result.path)) return std::nullopt;
  return result;
}

std::string encode_part(std::string_view part) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : part) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
                       c == '.' || c == '_' || c == '~';
    if (plain) {
      out += c;
    } else {
      out += '%';
      out += kHex[static_cast<unsigned char>(c) >> 4U];
      out += kHex[static_cast<unsigned char>(c) & 15U];
    }
  }
  return out;
}

}  // namespace hearsay
