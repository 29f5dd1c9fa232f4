// read(): refuse what is no text, decode, and hand it to the reader of its format. The format is told by what the file
// begins with.
#include "document/read.h"

#include <fmt/format.h>

#include <array>

#include "base/digest.h"
#include "base/utf8.h"
#include "document/encoding.h"
#include "document/read_html.h"
#include "document/read_text.h"
#include "document/suppressions.h"

namespace hearsay {
namespace {

std::string stem(std::string_view path) {
  if (const std::size_t slash = path.find_last_of('/'); slash != std::string_view::npos) path.remove_prefix(slash + 1);
  const std::size_t dot = path.find_last_of('.');
  return std::string(dot == 0 || path == "-" ? path : path.substr(0, dot));
}

// Markup begins with "<" and names an element of HTML early on.
bool is_html(std::string_view text) {
  text = trim(text.substr(0, 4096));
  if (!text.starts_with("<")) return false;
  const std::string head = lower(text);
  static constexpr std::array<std::string_view, 16> kSigns = {
      "<!doctype html", "<html", "<head",   "<body",    "<meta", "<title", "<div", "<p>", "<p ", "<h1", "<h2",
      "<article",       "<main", "<script", "<section", "<span"};
  for (const std::string_view sign : kSigns) {
    if (head.find(sign) != std::string::npos) return true;
  }
  return head.starts_with("<!--") || head.starts_with("<b>") || head.starts_with("<a ");
}

void fail(Document& document, std::string message, std::string remedy) {
  Diagnostic diagnostic;
  diagnostic.file = document.path;
  diagnostic.message = std::move(message);
  diagnostic.remedy = std::move(remedy);
  document.diagnostics.push_back(std::move(diagnostic));
}

}  // namespace

Document read(std::string_view bytes, std::string_view path, const ReadLimits& limits) {
  Document document;
  document.path = path;
  document.id = stem(path);
  if (bytes.size() > limits.max_bytes || bytes.size() >= kNone / 4) {
    fail(document, fmt::format("{} bytes are too many for one article (at most {})", bytes.size(), limits.max_bytes),
         "split the file into one article each");
    return document;
  }
  document.sha256 = sha256_hex(bytes);
  if (const std::string kind = binary_kind(bytes); !kind.empty()) {
    fail(document, fmt::format("not an article but {}", kind), "save the article as plain text or HTML");
    return document;
  }
  const std::string declared = trim(bytes.substr(0, 64)).starts_with("<") ? declared_encoding(bytes) : "";
  Decoded decoded = to_utf8(bytes, declared, path);
  document.encoding = std::move(decoded.encoding);
  document.diagnostics = std::move(decoded.diagnostics);
  if (trim(decoded.text).empty()) {
    fail(document, "empty file", "give a file that holds an article");
    return document;
  }
  if (is_html(decoded.text)) {
    document.format = "html";
    read_html(decoded.text, limits, document);
    find_comment_suppressions(decoded.text, document);
    if (document.text.empty())
      fail(document, "no article text found in this page", "save the article's text as plain text");
  } else {
    document.format = "text";
    document.text = std::move(decoded.text);
    read_text(document);
  }
  return document;
}

}  // namespace hearsay
