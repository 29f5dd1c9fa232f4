// Entry: write_docx.
#include "report/exports/write_docx.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/exports/docx_comments.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

constexpr std::string_view kTypes =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/word/document.xml" )"
    R"(ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/styles.xml" )"
    R"(ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>)";
constexpr std::string_view kRelations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" )"
    R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" )"
    R"(Target="word/document.xml"/></Relationships>)";
constexpr std::string_view kMainRelations =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" )"
    R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>)"
    R"(</Relationships>)";
constexpr std::string_view kStyles =
    R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
    R"(<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault>)"
    R"(<w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr>)"
    R"(</w:pPrDefault></w:docDefaults>)"
    R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:rPr><w:i/><w:sz w:val="26"/></w:rPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:pPr><w:ind w:left="567"/></w:pPr></w:style>)"
    R"(<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:rPr><w:i/></w:rPr></w:style>)"
    R"(</w:styles>)";

std::string_view style_of(std::string_view kind) {
  if (kind == "headline") return "Title";
  if (kind == "standfirst") return "Subtitle";
  if (kind == "heading") return "Heading2";
  if (kind == "blockquote") return "Quote";
  if (kind == "caption") return "Caption";
  return "";
}

// What no XML can hold, as characters of one byte: places in the words stay.
std::string line_words(std::string_view line) {
  std::string words(line);
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c >= 0 && c < ' ' && c != '\t'; }, ' ');
  return xml_characters(words);
}

// The text as a document of its own, a paragraph per line, and where its words stand in it.
ZipParts plain_document(const Report& report, const TextIndex& index, std::vector<RunText>& runs) {
  std::string body;
  std::uint32_t element = 0;
  const std::string_view text = report.text;
  std::size_t block = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::uint32_t place = index.code_point(static_cast<std::uint32_t>(at));
    while (block < report.blocks.size() && report.blocks[block].span.second <= place) ++block;
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      const std::string words = line_words(line);
      body += "<w:p>";
      const std::string_view style = block < report.blocks.size() ? style_of(report.blocks[block].kind) : "";
      if (!style.empty()) fmt::format_to(std::back_inserter(body), R"(<w:pPr><w:pStyle w:val="{}"/></w:pPr>)", style);
      body += R"(<w:r><w:t xml:space="preserve">)" + escaped(words) + "</w:t></w:r></w:p>";
      runs.push_back({.at = static_cast<std::uint32_t>(at),
                      .size = static_cast<std::uint32_t>(words.size()),
                      .element = element++});
    }
    at = end + 1;
  }
  ZipParts zip;
  zip.parts = {{"[Content_Types].xml", std::string(kTypes)},
               {"_rels/.rels", std::string(kRelations)},
               {"word/document.xml", R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w=")"
                                     R"(http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>)" +
                                         body + "</w:body></w:document>"},
               {"word/_rels/document.xml.rels", std::string(kMainRelations)},
               {"word/styles.xml", std::string(kStyles)}};
  return zip;
}

}  // namespace

std::string write_docx(const Report& report, const Document& document) {
  const TextIndex index(report.text);
  std::vector<DocxComment> comments;
  for (const ReportFinding& finding : report.findings) {
    DocxComment comment;
    // The hull of its words: a comment has one range.
    if (!finding.span.empty()) {
      comment.span = {index.byte(finding.span.front().first), index.byte(finding.span.back().second)};
    }
    comment.text = fmt::format("{}: {}", finding.severity, finding.message);
    if (!finding.why.empty()) comment.text += "\nWhy it is asked: " + finding.why;
    comment.text += "\n[" + finding.check + "]";
    comments.push_back(std::move(comment));
  }
  if (!document.package.empty()) {
    ZipParts zip = read_zip(document.package);
    if (zip.problem.empty() && add_comments(comments, document.runs, zip)) return write_zip(zip.parts);
  }
  std::vector<RunText> runs;
  ZipParts zip = plain_document(report, index, runs);
  return add_comments(comments, runs, zip) ? write_zip(zip.parts) : std::string();
}

}  // namespace hearsay
