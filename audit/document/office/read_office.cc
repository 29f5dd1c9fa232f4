// read_office(): tell the kinds of archive apart, unpack, and hand the parts to the reader of the kind.
#include "document/office/read_office.h"

#include <fmt/format.h>

#include "base/office_xml.h"
#include "base/utf8.h"
#include "document/fail.h"

namespace hearsay {
namespace {

constexpr std::string_view kCompoundFile = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

// An office file with a password is wrapped in an old compound file with a stream of this name in UTF-16.
bool is_locked(std::string_view bytes) {
  std::string wide;
  for (const char c : std::string_view("EncryptedPackage")) {
    wide.push_back(c);
    wide.push_back('\0');
  }
  return bytes.find(wide) != std::string_view::npos;
}

// An OpenDocument manifest says which parts are locked; the archive itself does not.
bool is_locked_odt(const ZipParts& zip) {
  const std::string* manifest = zip.find("META-INF/manifest.xml");
  return manifest != nullptr && manifest->find("encryption-data") != std::string::npos;
}

}  // namespace

bool is_office(std::string_view bytes) {
  return is_zip(bytes) || bytes.starts_with(kCompoundFile);
}

void read_office(std::string_view bytes, const ReadContext& reading, Changes changes, Document& document) {
  constexpr const char* kUnlock = "save it without a password and audit that";
  if (!is_zip(bytes)) {
    if (is_locked(bytes)) return fail(document, "protected by a password", kUnlock);
    return fail(document, "not an article but an old Word document or another office file", "save it as DOCX");
  }
  const ZipParts zip = read_zip(bytes);
  if (zip.problem == "protected by a password" || is_locked_odt(zip))
    return fail(document, "protected by a password", kUnlock);
  if (!zip.problem.empty()) return fail(document, zip.problem, "save the article anew, or as plain text");
  std::string problem;
  if (!main_part(zip).empty()) {
    document.format = "docx";
    problem = read_docx(zip, reading, changes, document);
    if (problem.empty()) document.package = bytes;
  } else if (const std::string* type = zip.find("mimetype");
             zip.find("content.xml") != nullptr && type != nullptr &&
             trim(*type).starts_with("application/vnd.oasis.opendocument.text")) {
    document.format = "odt";
    problem = read_odt(zip, reading, changes, document);
  } else {
    document.alien = Alien::archive;
    return fail(document, "not an article but a ZIP archive or an office file without running text",
                "save the article as DOCX, ODT, HTML or plain text");
  }
  document.encoding = "utf-8";
  document.places = PlaceForm::paragraphs;
  if (!problem.empty()) {
    document.text.clear();
    return fail(document, problem, "save the article anew, or as plain text");
  }
  if (document.text.empty()) return fail(document, "no text in this document", "give a file that holds an article");
  if (zip.endless) {
    document.diagnostics.push_back({.severity = Severity::warning,
                                    .file = document.path,
                                    .message = "the end of this file is missing; what was there was read",
                                    .remedy = "get it again, or save it anew"});
  }
}

void note_changes(std::size_t count, Changes changes, Document& document) {
  if (count == 0) return;
  const bool accepted = changes == Changes::accept;
  document.diagnostics.push_back(
      {.severity = Severity::note,
       .file = document.path,
       .message = fmt::format("{} tracked change{} {} as {}", count, count == 1 ? "" : "s",
                              count == 1 ? "is taken" : "are taken", accepted ? "accepted" : "rejected"),
       .remedy =
           accepted ? "--changes reject reads the text without them" : "--changes accept reads the text with them"});
}

void append_valid(std::string& out, std::string_view words) {
  while (!words.empty()) {
    const std::size_t valid = valid_utf8_prefix(words);
    out.append(words.substr(0, valid));
    words.remove_prefix(valid);
    if (words.empty()) break;
    out.push_back('?');
    words.remove_prefix(1);
  }
}

std::string valid_words(std::string_view words) {
  std::string out;
  append_valid(out, words);
  return out;
}

}  // namespace hearsay
