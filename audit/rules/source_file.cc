// Parsing first looks for what is refused; places are found by the offsets pugixml keeps and a table of line starts.
#include "rules/source_file.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"
#include "base/xml_fault.h"

namespace hearsay {
namespace {

/// Whether an element lies deeper than the limit; iterative, for the tree may be of any depth.
pugi::xml_node too_deep(pugi::xml_node root) {
  std::uint32_t depth = 0;
  for (pugi::xml_node at = root; at;) {
    if (depth > kMaxXmlDepth) return at;
    if (at.first_child()) {
      at = at.first_child();
      ++depth;
      continue;
    }
    while (at && at != root && !at.next_sibling()) {
      at = at.parent();
      --depth;
    }
    if (!at || at == root) break;
    at = at.next_sibling();
  }
  return {};
}

}  // namespace

SourceFile::SourceFile(std::string path, std::string bytes, Diagnostics& diagnostics)
    : path_(std::move(path)), bytes_(std::move(bytes)) {
  if (std::string_view(bytes_).starts_with(kByteOrderMark)) bytes_.erase(0, kByteOrderMark.size());
  if (bytes_.size() > kMaxFileBytes) {
    diagnostics.push_back({.file = path_,
                           .message = "file is larger than 8 MB",
                           .remedy = "split it and join the parts with <include>",
                           .source_line = {}});
    return;
  }
  if (const auto fault = xml_fault(bytes_)) {
    diagnostics.push_back(error(place_at(fault->at), std::string(fault->message), std::string(fault->remedy)));
    return;
  }
  const auto result =
      document_.load_buffer(bytes_.data(), bytes_.size(),
                            pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!result) {
    const auto at = static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0));
    diagnostics.push_back(error(
        place_at(at), std::string("XML: ") + [&] {
          std::string text = result.description();
          if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] + 32);
          return text;
        }()));
    return;
  }
  for (const pugi::xml_node node : document_.children()) {
    if (node.type() != pugi::node_doctype) continue;
    const std::size_t at = std::min(bytes_.find("<!DOCTYPE"), bytes_.size());
    diagnostics.push_back(
        error(place_at(at), "DOCTYPE is not allowed", "remove it; join files with <include href=\"…\"/>"));
    return;
  }
  if (!root()) {
    diagnostics.push_back(error(place_at(0), "no element"));
    return;
  }
  if (const pugi::xml_node deep = too_deep(root())) {
    diagnostics.push_back(error(place(deep), "elements are nested more than 32 deep"));
    return;
  }
  ok_ = true;
}

std::size_t SourceFile::offset(pugi::xml_node node) const {
  const auto at = std::max<std::ptrdiff_t>(node.offset_debug(), 0);
  return static_cast<std::size_t>(at);
}

Place SourceFile::place(pugi::xml_node node) const {
  const std::size_t at = offset(node);
  return place_at(node.type() == pugi::node_element && at > 0 ? at - 1 : at);
}

Place SourceFile::place(pugi::xml_node node, std::string_view attribute) const {
  const std::size_t begin = offset(node);
  const std::string_view text = bytes_;
  // The tag ends at the first > outside quotes; a > inside them only makes the search longer.
  char quote = 0;
  for (std::size_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
      continue;
    }
    if (c == '>') break;
    if (c == '"' || c == '\'') {
      quote = c;
    } else if (i > begin && std::strchr(" \t\r\n", text[i - 1]) != nullptr && text.substr(i).starts_with(attribute)) {
      const std::size_t next = text.find_first_not_of(" \t\r\n", i + attribute.size());
      if (next != std::string_view::npos && text[next] == '=') return place_at(i);
    }
  }
  return place(node);
}

Place SourceFile::place_at(std::size_t at) const {
  if (line_starts_.empty()) {
    line_starts_.push_back(0);
    for (std::size_t i = bytes_.find('\n'); i != std::string::npos; i = bytes_.find('\n', i + 1)) {
      line_starts_.push_back(static_cast<std::uint32_t>(i + 1));
    }
  }
  at = std::min(at, bytes_.size());
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), at);
  const auto line = static_cast<std::uint32_t>(next - line_starts_.begin());
  std::uint32_t column = 1;
  for (std::size_t i = line_starts_[line - 1]; i < at; ++i) {
    if ((static_cast<unsigned char>(bytes_[i]) & 0xC0U) != 0x80U) ++column;
  }
  return {.file = path_, .line = line, .column = column};
}

std::string SourceFile::source_line(std::uint32_t line) const {
  if (line == 0) return {};
  const std::string& text = written_.empty() ? bytes_ : written_;
  std::size_t begin = 0;
  for (std::uint32_t i = 1; i < line; ++i) {
    begin = text.find('\n', begin);
    if (begin == std::string::npos) return {};
    ++begin;
  }
  std::size_t end = std::min(text.find('\n', begin), text.size());
  if (end > begin && text[end - 1] == '\r') --end;
  end = std::min(end, begin + kMaxLineShown);
  while (end > begin && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(begin, end - begin);
}

Diagnostic SourceFile::error(const Place& place, std::string message, std::string remedy) const {
  return {.severity = Severity::error,
          .file = path_,
          .line = place.line,
          .column = written_.empty() ? place.column : 0,
          .message = std::move(message),
          .remedy = std::move(remedy),
          .source_line = source_line(place.line)};
}

bool SourceFile::check_attributes(pugi::xml_node node, std::initializer_list<std::string_view> known,
                                  Diagnostics& diagnostics) const {
  bool fine = true;
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (std::find(known.begin(), known.end(), name) != known.end() || name.starts_with("xmlns") ||
        name.starts_with("xsi:") || name == "xml:space" || name == "xml:lang") {
      continue;
    }
    diagnostics.push_back(error(place(node, name),
                                "unknown attribute \"" + std::string(name) + "\" of <" + node.name() + ">",
                                "known here: " + any_of_text(known)));
    fine = false;
  }
  return fine;
}

std::string in_quotes(std::string_view words) {
  return "\"" + std::string(words) + "\"";
}

std::string any_of_text(std::initializer_list<std::string_view> names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += i + 1 == names.size() ? " or " : ", ";
    out += *(names.begin() + i);
  }
  return out;
}

}  // namespace hearsay
