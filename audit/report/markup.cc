// Entry: append_escaped. Bytes are copied in runs between the few that need a reference.
#include "report/markup.h"

#include <fmt/format.h>
#include <nettle/base64.h>
#include <nettle/sha2.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.h"
#include "report/plain.h"

namespace hearsay {

namespace {

std::string_view reference(char byte) {
  switch (byte) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      break;
  }
  const auto code = static_cast<unsigned char>(byte);
  const bool control = (code < 0x20U && byte != '\t' && byte != '\n' && byte != '\r') || code == 0x7FU;
  return control ? kReplacementBytes : std::string_view();
}

bool starts_with_scheme(std::string_view href, std::string_view scheme) {
  return href.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), href.begin(), [](char want, char is) {
           return want == static_cast<char>(std::tolower(static_cast<unsigned char>(is)));
         });
}

}  // namespace

void append_escaped(std::string& out, std::string_view words) {
  std::size_t copied = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view instead = reference(words[i]);
    if (instead.empty()) continue;
    out += words.substr(copied, i - copied);
    out += instead;
    copied = i + 1;
  }
  out += words.substr(copied);
}

std::string escaped(std::string_view words) {
  std::string out;
  append_escaped(out, words);
  return out;
}

std::string escaped_line(std::string_view words) {
  return escaped(one_line(words));
}

std::string_view safe_address(std::string_view href) {
  const bool web = starts_with_scheme(href, "http://") || starts_with_scheme(href, "https://");
  const bool plain = std::none_of(href.begin(), href.end(), [](char byte) {
    const auto code = static_cast<unsigned char>(byte);
    return code <= 0x20U || code == 0x7FU || byte == '\\';
  });
  return web && plain ? href : std::string_view();
}

std::string outer_link(std::string_view href, std::string_view words) {
  if (safe_address(href).empty()) return escaped(words);
  return fmt::format("<a class=\"out\" href=\"{}\" rel=\"noopener noreferrer\">{}</a>", escaped(href), escaped(words));
}

std::string content_hash(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  std::array<char, BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE)> letters{};
  base64_encode_raw(letters.data(), digest.size(), digest.data());
  return fmt::format("'sha256-{}'", std::string_view(letters.data(), letters.size()));
}

std::string security_policy(std::string_view style, std::string_view script) {
  const std::string scripts = script.empty() ? "" : fmt::format("script-src {}; ", content_hash(script));
  return escaped(fmt::format("default-src 'none'; style-src {}; {}img-src data:; base-uri 'none'; form-action 'none'",
                             content_hash(style), scripts));
}

}  // namespace hearsay
