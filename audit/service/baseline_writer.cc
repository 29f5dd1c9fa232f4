// Elements are printed one by one as pugixml prints them within their document; its errors end here.
#include "service/baseline_writer.h"

#include <optional>
#include <pugixml.hpp>
#include <string>

#include "base/packed.h"
#include "base/xml_text.h"
#include "report/plain.h"

namespace hearsay {
namespace {

constexpr const char* kIndent = "  ";

std::string packed(const BaselineEntry& entry) {
  std::string bytes;
  pack_number(bytes, entry.line);
  for (const std::string* words : {&entry.check, &entry.fingerprint, &entry.message}) pack_letters(bytes, *words);
  return bytes;
}

BaselineEntry unpacked_entry(std::string_view bytes) {
  Unpacker fields(bytes);
  BaselineEntry entry;
  entry.line = fields.number<std::uint32_t>();
  for (std::string* words : {&entry.check, &entry.fingerprint, &entry.message}) *words = fields.letters();
  return entry;
}

/// Its start tag, on a line.
std::string article_begins(const std::string& path) {
  constexpr std::string_view kEmpty = " />\n";
  pugi::xml_document document;
  pugi::xml_node article = document.append_child("article");
  article.append_attribute("path").set_value(xml_characters(path).c_str());
  std::string tag = xml_text(article, kIndent, pugi::format_indent, 1);
  tag.resize(tag.size() - kEmpty.size());
  return tag + ">\n";
}

std::string finding_element(const BaselineEntry& entry) {
  pugi::xml_document document;
  pugi::xml_node finding = document.append_child("finding");
  finding.append_attribute("check").set_value(entry.check.c_str());
  finding.append_attribute("fingerprint").set_value(entry.fingerprint.c_str());
  if (entry.line != 0) finding.append_attribute("line").set_value(entry.line);
  finding.text().set(xml_characters(entry.message).c_str());
  return xml_text(finding, kIndent, pugi::format_indent, 2);
}

}  // namespace

void BaselineWriter::add(const Report& report) {
  std::optional<std::string> article;
  for (const ReportFinding& finding : report.findings) {
    if (!finding.suppressed.empty()) continue;
    if (!article) article = baseline_key(folder_, report.path);
    add(*article, {.check = finding.check,
                   .fingerprint = finding.fingerprint,
                   .message = one_line(finding.message),
                   .line = finding.line});
  }
}

void BaselineWriter::add(std::string_view article, const BaselineEntry& entry) {
  entries_.add(article, packed(entry));
}

void BaselineWriter::write(const Output& out) {
  entries_.finish();
  out("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  if (entries_.size() == 0) return out("<baseline />\n");
  out("<baseline>\n");
  std::optional<std::string> article;
  for (RecordSort::Cursor cursor(entries_); cursor.next();) {
    if (article != cursor.key()) {
      if (article) out("  </article>\n");
      out(article_begins(article.emplace(cursor.key())));
    }
    out(finding_element(unpacked_entry(cursor.value())));
  }
  out("  </article>\n</baseline>\n");
}

}  // namespace hearsay
