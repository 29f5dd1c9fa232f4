// Places are counted from the bytes on demand: an error is rare, a file is small.
#include "score/policy_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <sstream>
#include <utility>

#include "base/cut_utf8.h"
#include "base/xml_fault.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxFileBytes = 4U << 20U;

/// `offset` is a byte of the file, negative where there is none.
Diagnostic error_at(const PolicyFile& file, std::ptrdiff_t offset, std::string message, std::string remedy) {
  Diagnostic diagnostic;
  diagnostic.file = file.path;
  diagnostic.message = std::move(message);
  diagnostic.remedy = std::move(remedy);
  if (offset < 0) return diagnostic;
  const std::size_t place = std::min(static_cast<std::size_t>(offset), file.bytes.size());
  std::size_t start = 0;
  diagnostic.line = 1;
  for (std::size_t i = 0; i < place; ++i) {
    if (file.bytes[i] != '\n') continue;
    ++diagnostic.line;
    start = i + 1;
  }
  diagnostic.column = 1;
  for (std::size_t i = start; i < place; ++i) {
    if ((static_cast<unsigned char>(file.bytes[i]) & 0xC0U) != 0x80U) ++diagnostic.column;
  }
  const std::size_t end = std::min({file.bytes.find('\n', start), file.bytes.size(), start + 400});
  diagnostic.source_line = std::string(cut_utf8(std::string_view(file.bytes).substr(start), end - start));
  if (diagnostic.source_line.ends_with('\r')) diagnostic.source_line.pop_back();
  return diagnostic;
}

}  // namespace

bool open_policy_file(const std::filesystem::path& path, std::string_view element, PolicyFile& file,
                      Diagnostics& diagnostics) {
  file.path = path.string();
  std::error_code error;
  std::ifstream in;
  if (std::filesystem::is_regular_file(path, error) && std::filesystem::file_size(path, error) <= kMaxFileBytes) {
    in.open(path, std::ios::binary);
  }
  if (!in.is_open()) {
    diagnostics.push_back(error_at(file, -1, "cannot read this policy file",
                                   "give the name of a policy of the rules folder, or the path of a file"));
    return false;
  }
  std::ostringstream bytes;
  bytes << in.rdbuf();
  file.bytes = bytes.str();
  if (const auto fault = xml_fault(file.bytes)) {
    diagnostics.push_back(error_at(file, static_cast<std::ptrdiff_t>(fault->at), std::string(fault->message),
                                   std::string(fault->remedy)));
    return false;
  }
  const pugi::xml_parse_result result = file.xml.load_buffer(
      file.bytes.data(), file.bytes.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
  if (!result) {
    diagnostics.push_back(error_at(file, result.offset, fmt::format("not well-formed XML: {}", result.description()),
                                   "xmllint shows where the tags go wrong"));
    return false;
  }
  const pugi::xml_node root = file.xml.document_element();
  for (const pugi::xml_node node : file.xml.children()) {
    const bool doctype = node.type() == pugi::node_doctype;
    if (!doctype && (node.type() != pugi::node_element || node == root)) continue;
    complain(file, node, doctype ? "a document type is not allowed here" : "a second root element",
             doctype ? "remove the <!DOCTYPE …>" : "a policy file holds one policy: remove one of the two",
             diagnostics);
    return false;
  }
  if (root.name() != element) {
    complain(file, root, fmt::format("the file holds <{}> where <{}> should be", root.name(), element),
             "see policy.xsd", diagnostics);
    return false;
  }
  const auto is_element = [](pugi::xml_node node) { return node.type() == pugi::node_element; };
  if (!root.find_child(is_element)) {
    complain(file, root, fmt::format("<{}> is empty", root.name()), "see policy.xsd", diagnostics);
    return false;
  }
  return true;
}

Diagnostic diagnostic_at(const PolicyFile& file, pugi::xml_node node, std::string message, std::string remedy) {
  // pugixml points at the name; people look for the bracket before it.
  return error_at(file, node.offset_debug() - 1, std::move(message), std::move(remedy));
}

void complain(const PolicyFile& file, pugi::xml_node node, std::string message, std::string remedy,
              Diagnostics& diagnostics) {
  diagnostics.push_back(diagnostic_at(file, node, std::move(message), std::move(remedy)));
}

std::string squeezed(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (space && (out.empty() || out.back() == ' ')) continue;
    out.push_back(space ? ' ' : c);
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::optional<double> number_in(std::string_view written) {
  double value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (error != std::errc() || end != written.data() + written.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<Severity> read_severity(const PolicyFile& file, pugi::xml_node node, std::string_view written,
                                      Diagnostics& diagnostics) {
  if (written == "note") return Severity::note;
  if (written == "warning") return Severity::warning;
  if (written == "error") return Severity::error;
  complain(file, node, fmt::format("unknown severity “{}”", written), "say note, warning, error, or off in a policy",
           diagnostics);
  return std::nullopt;
}

void read_threshold(const PolicyFile& file, pugi::xml_node node, Check& check, Thresholds which,
                    Diagnostics& diagnostics) {
  const std::string id = node.attribute("id").as_string();
  const std::optional<double> value = number_in(node.attribute("value").as_string());
  const auto at =
      std::find_if(check.thresholds.begin(), check.thresholds.end(), [&](const auto& one) { return one.first == id; });
  if (!value) {
    complain(file, node, fmt::format("the value of threshold “{}” is no number", id), "write it as 3 or 0.5",
             diagnostics);
  } else if (at != check.thresholds.end()) {
    at->second = *value;
  } else if (which == Thresholds::known) {
    complain(file, node, fmt::format("check {} has no threshold “{}”", check.id, id), "checks.xml lists those it has",
             diagnostics);
  } else {
    check.thresholds.emplace_back(id, *value);
  }
}

}  // namespace hearsay
