// read_record(): parse, tell who and when, then make the text. A body in HTML is read as a page's is, a typed one block
// by block, any other as a plain text whose headline is known.
#include "document/wire/read_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "base/cut_utf8.h"
#include "base/digest.h"
#include "base/mojibake.h"
#include "base/utf8.h"
#include "document/agencies.h"
#include "document/author_names.h"
#include "document/dates.h"
#include "document/html/html_fragment.h"
#include "document/html/html_tree.h"
#include "document/posts.h"
#include "document/text/encoding.h"
#include "document/text/mend.h"
#include "document/text/read_text.h"
#include "document/wire/read_wire.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestId = 200;  // bytes
constexpr std::size_t kLongestTitle = 2000;
// NELA-GT writes seven of these in place of seven words in every hundred.
constexpr std::string_view kRemovedWords = "@ @ @ @ @ @ @";

void complain(Document& document, const RecordPlace& place, Severity severity, std::string message,
              std::string remedy) {
  document.diagnostics.push_back({.severity = severity,
                                  .file = std::string(place.file),
                                  .line = static_cast<std::uint32_t>(
                                      std::min<std::uint64_t>(place.line, std::numeric_limits<std::uint32_t>::max())),
                                  .message = std::move(message),
                                  .remedy = std::move(remedy)});
}

// One line without control characters, cut between characters.
std::string one_line(std::string_view text, std::size_t most) {
  std::string out;
  append_collapsed(out, text.substr(0, most));
  return std::string(trim(out));
}

std::string_view without_scheme(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("//")) url.remove_prefix(2);
  if (url.starts_with("www.")) url.remove_prefix(4);
  return url;
}

// An address as a name that a file can have: "herald.example-2024-03-harbour-wall".
std::string id_of_url(std::string_view url) {
  std::string id;
  for (const char c : without_scheme(url.substr(0, url.find('#')))) {
    const bool kept =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
    if (kept) {
      id.push_back(c);
    } else if (!id.empty() && id.back() != '-') {
      id.push_back('-');
    }
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  if (id.size() > kLongestId / 2) id = id.substr(0, kLongestId / 2) + '-' + sha256_hex(url).substr(0, 12);
  return id;
}

// "http://www.herald.example/news" is "herald.example"; a name stays as it is.
std::string outlet_of(std::string_view told) {
  const bool address = told.find("://") != std::string_view::npos || told.starts_with("//");
  if (address) told = without_scheme(told).substr(0, without_scheme(told).find_first_of("/?#:"));
  if (told.starts_with("www.")) told.remove_prefix(4);
  return one_line(told, kLongestId);
}

// A dump in which characters broke is UTF-8 still; a line without a whole one is of an older encoding.
Decoded mended_utf8(std::string_view json, std::string_view path) {
  Decoded mended{.text = "", .encoding = "utf-8", .diagnostics = {}};
  bool whole = false;
  for (std::size_t at = 0; at < json.size();) {
    const CodePoint point = decode(json, at);
    whole = whole || (point.valid && point.length > 1);
    append_utf8(mended.text, point.value);
    at += point.length;
  }
  return whole ? mended : to_utf8(json, "windows-1252", path);
}

// Links of a record lead somewhere only where they say where.
void append_markup(std::string_view html, BlockKind given, const ReadContext& reading, ArticleText& text) {
  for (BodyBlock& block : html_blocks(html, given, reading)) {
    std::erase_if(block.links, [](const UnitLink& link) { return link.href.find("://") == std::string::npos; });
    text.add(block.kind, block.text, block.links);
  }
}

void append_parts(const Record& record, const ReadContext& reading, ArticleText& article) {
  for (const Block& part : record.parts) {
    const std::string_view text = std::string_view(record.body).substr(part.span.begin, part.span.size());
    if (text.find_first_of("<&") != std::string_view::npos) {
      append_markup(text, part.kind, reading, article);
    } else if (const std::string words = plain(text); !words.empty()) {
      article.add(part.kind, words);
    }
  }
}

void read_body(const Record& record, const ReadContext& reading, Document& document) {
  if (!record.parts.empty() || is_markup(record.body)) {
    ArticleText article(document, reading.words);
    article.add(BlockKind::headline, document.title);
    if (!record.parts.empty()) return append_parts(record, reading, article);
    return append_markup(record.body, BlockKind::paragraph, reading, article);
  }
  document.text = document.title;
  const std::size_t headline_end = document.text.size();
  if (headline_end != 0) document.text += "\n\n";
  document.text += record.body;
  std::replace(document.text.begin(), document.text.end(), '\0', ' ');
  read_text(document, reading.words, headline_end);
}

}  // namespace

void name_record(std::string_view own_id, Document& document) {
  if (!own_id.empty()) {
    document.id = one_line(own_id, kLongestId);
  } else if (std::string id = id_of_url(document.url); !id.empty()) {
    document.id = std::move(id);
  }
  if (!document.url.empty()) document.path = document.url;
}

std::string place_id(const RecordPlace& place) {
  const std::size_t slash = place.file.find_last_of('/');
  const std::string_view name = slash == std::string_view::npos ? place.file : place.file.substr(slash + 1);
  return fmt::format("{}:{}", name == "-" ? "stdin" : name, place.line);
}

Document read_part(std::string_view bytes, const RecordPlace& place, const PartOrigin& origin,
                   const PageWords& page_words, const ReadLimits& limits) {
  const std::string path =
      origin.address.empty() ? fmt::format("{}:{}", place.file, place.line) : one_line(origin.address, kLongestTitle);
  Document document = read(bytes, path, page_words, limits, {.charset = origin.charset});
  document.id = place_id(place);
  if (document.url.empty()) document.url = one_line(origin.address, kLongestTitle);
  name_record("", document);
  return document;
}

Document read_record(std::string_view json, const RecordPlace& place, RecordParser& parser, const PageWords& page_words,
                     const ReadLimits& limits) {
  Document document;
  document.format = "json";
  document.encoding = "utf-8";
  document.path = fmt::format("{}:{}", place.file, place.line);
  document.id = place_id(place);
  json = trim(json);
  document.sha256 = sha256_hex(json);
  if (json.empty()) {
    complain(document, place, Severity::warning, "an empty line", "");
    return document;
  }
  if (json.size() > limits.max_bytes || json.size() >= kNone / 4) {
    complain(document, place, Severity::error,
             fmt::format("{} bytes are too many for one record (at most {})", json.size(), limits.max_bytes),
             "one line is one article");
    return document;
  }
  const ReadContext reading{.words = page_words, .limits = limits};
  Record record;
  std::string problem;
  Decoded decoded;  // where the line is no UTF-8
  if (is_valid_utf8(json)) {
    problem = parser.parse(json, record);
  } else {
    decoded = mended_utf8(json, document.path);
    problem = parser.parse(decoded.text, record);
    complain(document, place, Severity::warning, "the line is no UTF-8; read as " + decoded.encoding,
             "write the dump as UTF-8");
    document.encoding = std::move(decoded.encoding);
  }
  if (!problem.empty()) {
    complain(document, place, Severity::error, std::move(problem), "mend or remove the line");
    return document;
  }
  if (record.shape == RecordShape::wire) {
    read_wire(decoded.text.empty() ? json : decoded.text, ArticleFormat::json, reading, document);
    name_record(record.id, document);
    document.posts = find_posts(document);
    find_agencies(document, page_words);
    return document;
  }
  document.url = one_line(record.url, kLongestTitle);
  name_record(record.id, document);
  document.title = mend_mojibake(plain(cut_utf8(record.title, kLongestTitle))).mended.text;
  document.byline = join_names(record.authors, page_words, {outlet_of(record.outlet)});
  document.published = to_iso_date(record.published, page_words);
  document.outlet = outlet_of(record.outlet);
  document.language = one_line(record.language, 35);
  document.section = one_line(record.section, kLongestId);
  if (trim(record.body).empty()) {
    if (document.title.empty()) document.alien = Alien::json;
    complain(document, place, Severity::error, "no article text in this record",
             "the text is looked for in maintext, text, content, body, articleBody, raw_text and contents");
    return document;
  }
  if (record.parts.empty()) {
    Repair repair(record.body, document);
    repair.reread();
    repair.unlink(page_words);
  }
  read_body(record, reading, document);
  document.posts = find_posts(document);
  find_agencies(document, page_words);
  if (document.text.find(kRemovedWords) != std::string::npos) {
    complain(document, place, Severity::warning,
             "words are replaced by runs of '@' in this dump: quotations are broken and attributions missing",
             "audit the articles as they were published");
  }
  return document;
}

}  // namespace hearsay
