// Small office files made in memory: as little around a body as makes them one.
#pragma once

#include <string>

#include "base/zip.h"

namespace hearsay {

/// A DOCX of this body; comments and footnotes are the insides of their parts, "" = there is none. Style "Titel" is
/// named Title, "Zitat" is named Quote.
inline std::string docx(const std::string& body, const std::string& comments = "", const std::string& footnotes = "") {
  const std::string names = R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
                            R"( xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")"
                            R"( xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006")";
  const std::string type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  const std::string relations =
      R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  const auto relation = [&](const std::string& id, const std::string& kind, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + type + kind + "\" Target=\"" + target + "\"/>";
  };
  std::vector<ZipPart> parts = {
      {"[Content_Types].xml", R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>)"},
      {"_rels/.rels", relations + relation("rId1", "officeDocument", "word/document.xml") + "</Relationships>"},
      {"word/document.xml", "\xef\xbb\xbf<w:document" + names + "><w:body>" + body + "</w:body></w:document>"},
      {"word/styles.xml", "<w:styles" + names +
                              R"(><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>)"
                              R"(<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style></w:styles>)"}};
  std::string related = relations + relation("rId1", "styles", "styles.xml");
  if (!comments.empty()) {
    parts.push_back({"word/comments.xml", "<w:comments" + names + ">" + comments + "</w:comments>"});
    related += relation("rId2", "comments", "comments.xml");
  }
  if (!footnotes.empty()) {
    parts.push_back({"word/footnotes.xml", "<w:footnotes" + names + ">" + footnotes + "</w:footnotes>"});
    related += relation("rId3", "footnotes", "footnotes.xml");
  }
  parts.push_back({"word/_rels/document.xml.rels", related + "</Relationships>"});
  return write_zip(parts);
}

/// An ODT of this text.
inline std::string odt(const std::string& text) {
  return write_zip(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"content.xml",
        R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0")"
        R"( xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink")"
        R"( xmlns:dc="http://purl.org/dc/elements/1.1/"><office:body><office:text>)" +
            text + "</office:text></office:body></office:document-content>"}});
}

}  // namespace hearsay
