// read(): refuse what is no text, decode, and hand it to the reader of its format. The format is told by what the file
// begins with.
#include "document/read.h"

#include <fmt/format.h>

#include "base/digest.h"
#include "base/utf8.h"
#include "document/agencies.h"
#include "document/fail.h"
#include "document/html/read_html.h"
#include "document/mail/read_mail.h"
#include "document/office/read_archieml.h"
#include "document/office/read_markdown.h"
#include "document/office/read_office.h"
#include "document/pdf/read_pdf.h"
#include "document/posts.h"
#include "document/sniff.h"
#include "document/suppressions.h"
#include "document/text/encoding.h"
#include "document/text/read_text.h"
#include "document/transcript/read_captions.h"
#include "document/wire/export_documents.h"
#include "document/wire/read_wire.h"

namespace hearsay {
namespace {

std::string stem(std::string_view path) {
  if (const std::size_t slash = path.find_last_of('/'); slash != std::string_view::npos) path.remove_prefix(slash + 1);
  const std::size_t dot = path.find_last_of('.');
  return std::string(dot == 0 || path == "-" ? path : path.substr(0, dot));
}

// An office file that a database wrote: its first document, as of any export that is read as one article.
void read_office_export(const ReadContext& reading, Document& document) {
  const std::vector<std::string> documents = office_export_documents(document.text, reading.words);
  if (documents.empty()) return;
  Document first;
  first.path = std::move(document.path);
  first.id = std::move(document.id);
  first.sha256 = std::move(document.sha256);
  first.encoding = std::move(document.encoding);
  first.places = document.places;
  document = std::move(first);
  read_wire(documents.front(), ArticleFormat::exported, reading, document);
}

}  // namespace

Document read(std::string_view bytes, std::string_view path, const PageWords& page_words, const ReadLimits& limits,
              const ReadHints& hints) {
  const ReadContext reading{.words = page_words, .limits = limits};
  Document document;
  document.path = path;
  document.id = stem(path);
  if (bytes.size() > limits.max_bytes || bytes.size() >= kNone / 4) {
    fail(document, fmt::format("{} bytes are too many for one article (at most {})", bytes.size(), limits.max_bytes),
         "split the file into one article each");
    return document;
  }
  document.sha256 = sha256_hex(bytes);
  if (is_office(bytes)) {
    read_office(bytes, reading, hints.changes, document);
    read_office_export(reading, document);
    find_block_suppressions(document);
    find_agencies(document, page_words);
    return document;
  }
  if (is_pdf(bytes)) {
    read_pdf(bytes, reading, document);
    return document;
  }
  // Before anything is decoded: its parts may be in several encodings.
  if (is_mail(bytes)) {
    read_mail(bytes, reading, document);
    return document;
  }
  if (const std::string kind = binary_kind(bytes); !kind.empty()) {
    fail(document, fmt::format("not an article but {}", kind), "save the article as plain text or HTML");
    document.alien = kind.ends_with(" picture")    ? Alien::picture
                     : kind.ends_with(" document") ? Alien::no
                                                   : Alien::binary;
    return document;
  }
  std::string declared(hints.charset);
  if (declared.empty() && trim(bytes.substr(0, 64)).starts_with("<")) declared = declared_encoding(bytes);
  Decoded decoded = to_utf8(bytes, declared, path);
  document.encoding = std::move(decoded.encoding);
  document.diagnostics = std::move(decoded.diagnostics);
  if (trim(decoded.text).empty()) {
    fail(document, "empty file", "give a file that holds an article");
    document.alien = Alien::empty;
    return document;
  }
  Repair repair(decoded.text, document);
  if (hints.damage == Damage::mend) repair.unwrap();
  ArticleFormat format = sniff_format(decoded.text);
  const bool plain = format == ArticleFormat::text;
  // Markdown may begin with a comment or an element of HTML.
  if ((plain || format == ArticleFormat::html) && is_markdown(decoded.text, path)) {
    format = ArticleFormat::markdown;
  } else if (plain && is_archieml(decoded.text, path)) {
    format = ArticleFormat::archieml;
  }
  if (hints.damage == Damage::mend) format == ArticleFormat::text ? repair.reread_plain() : repair.reread();
  switch (format) {
    case ArticleFormat::text:
      document.format = "text";
      document.text = std::move(decoded.text);
      read_text(document, page_words);
      break;
    case ArticleFormat::markdown:
      document.format = "markdown";
      read_markdown(decoded.text, page_words, document);
      find_comment_suppressions(decoded.text, document);
      break;
    case ArticleFormat::archieml:
      document.format = "archieml";
      read_archieml(decoded.text, page_words, document);
      break;
    case ArticleFormat::html:
      document.format = "html";
      document.places = PlaceForm::paragraphs;
      read_html(decoded.text, reading, document);
      find_comment_suppressions(decoded.text, document);
      if (document.text.empty())
        fail(document, "no article text found in this page", "save the article's text as plain text");
      break;
    case ArticleFormat::captions:
      document.format = "captions";
      read_captions(decoded.text, document);
      return document;
    case ArticleFormat::mail:  // whose bytes were no UTF-8
      read_mail(decoded.text, reading, document);
      return document;
    default:
      document.places = PlaceForm::paragraphs;
      read_wire(decoded.text, format, reading, document);
  }
  if (document.format != "text") find_block_suppressions(document);
  document.posts = find_posts(document);
  find_agencies(document, page_words);
  return document;
}

}  // namespace hearsay
