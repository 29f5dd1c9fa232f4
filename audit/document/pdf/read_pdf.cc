// read_pdf: the words of the pages come from the module that knows poppler (poppler_module.cc).
#include "document/pdf/read_pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "document/fail.h"
#include "document/module.h"
#include "document/office/read_office.h"
#include "document/pdf/pdf_pages.h"
#include "document/text/read_text.h"

namespace hearsay {
namespace {

constexpr int kMostPages = 3000;
constexpr std::size_t kMostText = 32U << 20U;  // bytes of a document's text
constexpr std::size_t kEdgeLines = 2;          // at the top and the foot of a page, that may be repeated on each
constexpr std::size_t kFewestPages = 3;        // on so few lines may be alike by chance

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
  Lines lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\f", at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  while (!lines.empty() && trim(lines.back()).empty()) lines.pop_back();
  return lines;
}

/// A line without what differs from page to page.
std::string shape_of_line(std::string_view line) {
  std::string shape;
  bool digits = false;
  for (const char c : trim(line)) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) shape += c;
    if (digit && !digits) shape += '#';
    digits = digit;
  }
  return shape;
}

/// Indices of the first and last lines that hold words.
std::vector<std::size_t> edges_of(const Lines& lines) {
  std::vector<std::size_t> edges;
  for (std::size_t i = 0; i < lines.size() && edges.size() < kEdgeLines; ++i) {
    if (!trim(lines[i]).empty()) edges.push_back(i);
  }
  const std::size_t top = edges.size();
  for (std::size_t i = lines.size(); i-- > 0 && edges.size() < top + kEdgeLines;) {
    if (!trim(lines[i]).empty() && std::find(edges.begin(), edges.end(), i) == edges.end()) edges.push_back(i);
  }
  return edges;
}

void drop_repeated(std::vector<Lines>& pages) {
  std::map<std::string, std::size_t> counts;
  for (const Lines& page : pages) {
    for (const std::size_t i : edges_of(page)) ++counts[shape_of_line(page[i])];
  }
  for (Lines& page : pages) {
    for (const std::size_t i : edges_of(page)) {
      const std::string shape = shape_of_line(page[i]);
      const bool repeated = pages.size() >= kFewestPages && counts[shape] * 2 > pages.size();
      if (shape == "#" || repeated) page[i].clear();
    }
  }
}

struct PdfText {
  std::vector<Lines> pages;
  std::size_t size = 0;
};

bool take_page(void* to, const char* words, std::size_t size) {
  auto& text = *static_cast<PdfText*>(to);
  text.size += size;
  if (text.size > kMostText) return false;
  text.pages.push_back(lines_of(valid_words({words, size})));
  return true;
}

}  // namespace

bool is_pdf(std::string_view bytes) {
  return bytes.starts_with("%PDF-");
}

void read_pdf(std::string_view bytes, const ReadContext& reading, Document& document) {
  document.format = "pdf";
  document.encoding = "utf-8";
  static auto* const read_pages = module_function_as<ReadPdfPages>(kPdfModule, kReadPdfPages);
  if (read_pages == nullptr)
    return fail(document, fmt::format("a PDF, and {} cannot be loaded", kPdfModule),
                "install it beside the program, or give the text");
  PdfText text;
  int count = 0;
  switch (read_pages(bytes.data(), bytes.size(), kMostPages, take_page, &text, &count)) {
    case PdfPages::whole:
      break;
    case PdfPages::stopped:
      return fail(document, "a PDF with more text than a document has", "split the file");
    case PdfPages::torn:
      return fail(document, "a PDF that is torn or damaged", "get the file again, or print it to a new PDF");
    case PdfPages::locked:
      return fail(document, "a PDF under a password", "save it without the password, or give its text");
    case PdfPages::none:
      return fail(document, "a PDF without pages", "get the file again");
    case PdfPages::too_many:
      return fail(document, fmt::format("{} pages are too many (at most {})", count, kMostPages), "split the file");
    case PdfPages::unreadable:
      return fail(document, "a PDF that cannot be read", "get the file again, or print it to a new PDF");
  }
  std::vector<Lines>& pages = text.pages;
  drop_repeated(pages);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (!document.text.empty() && !document.text.ends_with('\n')) document.text += '\n';
    document.marks.push_back({static_cast<std::uint32_t>(document.text.size()), fmt::format("page {}", i + 1)});
    for (const std::string& line : pages[i]) document.text.append(line).append("\n");
  }
  if (trim(document.text).empty()) {
    document.text.clear();
    document.marks.clear();
    document.diagnostics.push_back({.severity = Severity::warning,
                                    .file = document.path,
                                    .message = "a PDF without a text layer: pictures of pages hold no text",
                                    .remedy = "have its text recognised, or give it as text"});
    return;
  }
  read_text(document, reading.words);
}

}  // namespace hearsay
