// Small XML read whole; the errors of pugixml end here.
#include "corrections/correction_xml.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>

#include "base/fingerprint.h"
#include "base/line_index.h"
#include "base/utf8.h"
#include "base/xml_fault.h"
#include "base/xml_text.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostComplaints = 50;
constexpr std::array<std::string_view, 7> kAttributes = {"id", "kind", "target", "value", "source-kind", "by", "at"};
constexpr std::array<std::string_view, 3> kElements = {"words", "reason", "evidence"};

class CorrectionXmlReader {
 public:
  CorrectionXmlReader(std::string_view bytes, std::string file, Diagnostics& diagnostics)
      : bytes_(bytes), file_(std::move(file)), lines_(bytes), diagnostics_(diagnostics) {}

  Corrections read() {
    Corrections all;
    if (bytes_.size() > kMostCorrectionBytes) {
      complain(0, "larger than " + std::to_string(kMostCorrectionBytes >> 20U) + " MB",
               "one article has no so many corrections");
      return all;
    }
    // Offsets are those of the file only where nothing is converted before it is parsed.
    if (const auto fault = xml_fault(bytes_)) {
      complain(static_cast<std::ptrdiff_t>(fault->at), std::string(fault->message), std::string(fault->remedy));
      return all;
    }
    pugi::xml_document document;
    const pugi::xml_parse_result result = document.load_buffer(
        bytes_.data(), bytes_.size(), pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata_single,
        pugi::encoding_utf8);
    if (!result) {
      complain(result.offset, std::string("no XML: ") + result.description(),
               "mend it; until then it corrects nothing");
      return all;
    }
    for (const pugi::xml_node node : document.children()) {
      if (node.type() != pugi::node_doctype) continue;
      complain(node.offset_debug(), "a document type is not allowed here", "remove the <!DOCTYPE …>");
      return all;
    }
    const pugi::xml_node root = document.document_element();
    if (std::string_view(root.name()) != "corrections") {
      complain(root.offset_debug(), std::string("the root is <") + shown(root.name()) + ">",
               "a file of corrections begins with <corrections>");
      return all;
    }
    for (const pugi::xml_node node : root.children()) {
      if (node.type() != pugi::node_element) continue;
      if (all.size() == kMostCorrections) {
        complain(node.offset_debug(), "more than " + std::to_string(kMostCorrections) + " corrections",
                 "those from here on are not read");
        break;
      }
      read_one(node, all);
    }
    put_in_order(all);
    return all;
  }

 private:
  void complain(std::ptrdiff_t offset, std::string message, std::string remedy, Severity severity = Severity::error) {
    if (++complaints_ > kMostComplaints) return;
    const LineColumn place = lines_.position(static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(0, offset)));
    diagnostics_.push_back({.severity = severity,
                            .file = file_,
                            .line = place.line,
                            .column = place.column,
                            .message = std::move(message),
                            .remedy = std::move(remedy)});
  }

  /// A name of the file, cut for a message.
  static std::string shown(std::string_view name) {
    constexpr std::size_t kMost = 40;
    if (name.size() <= kMost) return std::string(name);
    return std::string(name.substr(0, valid_utf8_prefix(name.substr(0, kMost)))) + "…";
  }

  void read_one(pugi::xml_node node, Corrections& all) {
    const std::string remedy = "see docs/corrections.md; it is left out";
    const auto wrong = [&](pugi::xml_node at, const std::string& message) {
      complain(at.offset_debug(), message, remedy);
    };
    if (std::string_view(node.name()) != "correction")
      return wrong(node, "<" + shown(node.name()) + "> is unknown here");
    for (const pugi::xml_attribute attribute : node.attributes()) {
      if (std::find(kAttributes.begin(), kAttributes.end(), std::string_view(attribute.name())) == kAttributes.end())
        return wrong(node, "a correction has no attribute '" + shown(attribute.name()) + "'");
    }
    Correction one;
    const auto kind = correction_kind_named(node.attribute("kind").value());
    if (!kind) return wrong(node, "kind '" + shown(node.attribute("kind").value()) + "' is unknown");
    one.kind = *kind;
    const auto target = read_fingerprint(node.attribute("target").value());
    if (!target) return wrong(node, "target is no fingerprint of 16 hexadecimal digits");
    one.target = *target;
    one.value = node.attribute("value").value();
    one.source_kind = node.attribute("source-kind").value();
    one.by = node.attribute("by").value();
    one.at = node.attribute("at").value();
    std::array<std::string*, 3> words = {&one.words, &one.reason, &one.evidence};
    for (const pugi::xml_node child : node.children()) {
      if (child.type() != pugi::node_element) continue;
      const auto name = std::find(kElements.begin(), kElements.end(), std::string_view(child.name()));
      if (name == kElements.end()) return wrong(child, "<" + shown(child.name()) + "> is unknown here");
      *words[static_cast<std::size_t>(name - kElements.begin())] = child.text().get();
    }
    one.id = correction_id(one);
    if (const auto fault = fault_of(one)) return wrong(node, fault->member + " " + fault->why);
    const std::string_view given = node.attribute("id").value();
    if (!given.empty() && given != one.id)
      complain(node.offset_debug(), "this correction was edited: its id is not its own any more",
               "it is taken as it stands, as " + one.id, Severity::warning);
    all.push_back(std::move(one));
  }

  std::string_view bytes_;
  std::string file_;
  LineIndex lines_;
  Diagnostics& diagnostics_;
  std::size_t complaints_ = 0;
};

}  // namespace

Corrections read_correction_xml(std::string_view bytes, const std::string& file, Diagnostics& diagnostics) {
  return CorrectionXmlReader(bytes, file, diagnostics).read();
}

std::string write_correction_xml(const Corrections& corrections) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("UTF-8");
  pugi::xml_node root = document.append_child("corrections");
  for (const Correction& one : corrections) {
    pugi::xml_node node = root.append_child("correction");
    const auto put = [&](const char* name, const std::string& value) {
      node.append_attribute(name).set_value(value.c_str());
    };
    const auto put_element = [&](const char* name, const std::string& value) {
      if (!value.empty()) node.append_child(name).text().set(value.c_str());
    };
    put("id", one.id);
    put("kind", std::string(correction_kind_name(one.kind)));
    put("target", fingerprint_text(one.target));
    put("value", one.value);
    if (!one.source_kind.empty()) put("source-kind", one.source_kind);
    put("by", one.by);
    put("at", one.at);
    put_element("words", one.words);
    put_element("reason", one.reason);
    put_element("evidence", one.evidence);
  }
  return xml_text(document);
}

}  // namespace hearsay
