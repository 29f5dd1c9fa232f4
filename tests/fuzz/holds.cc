#include "fuzz/holds.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include "base/csv.h"
#include "base/utf8.h"
#include "base/zip.h"

namespace hearsay::fuzz {
namespace {

/// What pages of ours never hold: their scripts and styles are two elements and files, their pictures are SVG.
constexpr std::array<std::string_view, 7> kForeign = {"<iframe", "<object", "<embed", "<applet",
                                                      "<base",   "<frame",  "<img"};

bool is_control(char32_t value) {
  return (value < 0x20U && value != U'\n' && value != U'\t') || (value >= 0x7fU && value < 0xa0U);
}

/// Behind an ESC at `at`: the bytes of a sequence that colours, or 0.
std::size_t colour_length(std::string_view bytes, std::size_t at) {
  if (!bytes.substr(at).starts_with("\x1b[")) return 0;
  const std::size_t end = bytes.find_first_not_of("0123456789;", at + 2);
  return end != std::string_view::npos && bytes[end] == 'm' ? end + 1 - at : 0;
}

}  // namespace

void require_whole(const Document& document) {
  require(is_valid_utf8(document.text));
  require(is_valid_utf8(document.title) && is_valid_utf8(document.byline));
  std::uint32_t at = 0;
  for (const Block& block : document.blocks) {
    require(at <= block.span.begin && block.span.begin < block.span.end && block.span.end <= document.text.size());
    at = block.span.end;
  }
  for (const Link& link : document.links)
    require(link.span.begin < link.span.end && link.span.end <= document.text.size());
}

void require_json(std::string_view bytes) {
  require(nlohmann::json::accept(bytes));
}

bool is_xml(std::string_view bytes) {
  if (!is_valid_utf8(bytes)) return false;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint one = decode(bytes, at);
    if (one.value < 0x20U && one.value != U'\n' && one.value != U'\t' && one.value != U'\r') return false;
    if (one.value == 0xfffeU || one.value == 0xffffU) return false;
    at += one.length;
  }
  pugi::xml_document xml;
  if (!xml.load_buffer(bytes.data(), bytes.size(), pugi::parse_full, pugi::encoding_utf8)) return false;
  std::size_t roots = 0;
  for (const pugi::xml_node node : xml) roots += node.type() == pugi::node_element ? 1 : 0;
  return roots == 1;
}

void require_html(std::string_view bytes) {
  require(is_valid_utf8(bytes));
  for (const char c : bytes) require(static_cast<unsigned char>(c) >= 0x20U || c == '\n' || c == '\t' || c == '\r');
  for (const std::string_view foreign : kForeign) require(bytes.find(foreign) == std::string_view::npos);
}

void require_printable(std::string_view bytes, bool colours) {
  require(is_valid_utf8(bytes));
  for (std::size_t at = 0; at < bytes.size();) {
    if (const std::size_t length = colours ? colour_length(bytes, at) : 0; length != 0) {
      at += length;
      continue;
    }
    const CodePoint one = decode(bytes, at);
    require(!is_control(one.value));
    at += one.length;
  }
}

void require_csv(std::string_view bytes) {
  require(is_valid_utf8(bytes));
  Diagnostics diagnostics;
  const std::vector<CsvRow> rows = read_csv(bytes, "fuzz.csv", diagnostics);
  require(diagnostics.empty());
  for (const CsvRow& row : rows) require(row.cells.size() == rows.front().cells.size());
}

void require_office(std::string_view bytes) {
  const ZipParts zip = read_zip(bytes);
  require(zip.problem.empty() && !zip.endless && !zip.parts.empty());
  for (const ZipPart& part : zip.parts) {
    if (part.name.ends_with(".xml") || part.name.ends_with(".rels")) require_xml(part.bytes);
  }
}

void require_type(std::string_view media_type, std::string_view bytes) {
  if (media_type == "text/html") return require_html(bytes);
  if (media_type == "text/csv") return require_csv(bytes);
  if (media_type == "text/plain") return require_printable(bytes);
  if (media_type.starts_with("application/vnd.openxmlformats")) return require_office(bytes);
  if (media_type.ends_with("xml")) return require_xml(bytes);
  if (media_type.ends_with("ndjson")) {
    while (!bytes.empty()) {
      const std::size_t end = bytes.find('\n');
      require(end != std::string_view::npos);
      require_json(bytes.substr(0, end));
      bytes.remove_prefix(end + 1);
    }
    return;
  }
  require(media_type.ends_with("json"));
  require_json(bytes);
}

std::vector<std::string_view> pieces_of(std::string_view bytes, std::size_t most) {
  std::vector<std::string_view> pieces;
  while (pieces.size() + 1 < most) {
    const std::size_t end = bytes.find('\x1e');
    if (end == std::string_view::npos) break;
    pieces.push_back(bytes.substr(0, end));
    bytes.remove_prefix(end + 1);
  }
  pieces.push_back(bytes);
  return pieces;
}

}  // namespace hearsay::fuzz
