// Any parts ("word/document.xml", a newline, bytes; 0x1e between two) as a draft of an office program, with its tracked
// changes taken either way, and as a workbook. What the audit writes into a DOCX is well-formed.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/office_xml.h"
#include "base/zip.h"
#include "checksheet/read.h"
#include "fuzz/holds.h"
#include "fuzz/shipped_session.h"
#include "report/exports/write_docx.h"
#include "service/read_article.h"

namespace hearsay::fuzz {
namespace {

/// What is well-formed stays so.
void check_comments(const Document& document, const ZipParts& given, const Engine& engine) {
  const Analysis analysis = analyse(document, engine);
  const std::string written = write_docx(report_of(analysis, engine), analysis.document);
  const ZipParts zip = read_zip(written);
  require(zip.problem.empty());
  for (const std::string_view part : {std::string_view("word/comments.xml"), std::string_view("word/document.xml")}) {
    const std::string* const before = given.find(part);
    if (before != nullptr && !is_xml(*before)) continue;
    if (const std::string* bytes = zip.find(part)) require_xml(*bytes);
  }
}

}  // namespace

void fuzz_office(std::string_view bytes) {
  std::vector<ZipPart> parts;
  for (const std::string_view piece : pieces_of(bytes, 12)) {
    const std::size_t end = piece.find('\n');
    if (end == 0 || end == std::string_view::npos) continue;
    parts.push_back({std::string(piece.substr(0, end)), std::string(piece.substr(end + 1))});
  }
  const std::string zip = write_zip(parts);
  const Engine& engine = *shipped_session().engine;
  for (const Changes changes : {Changes::accept, Changes::reject}) {
    const Document document = read_whole_article(zip, "fuzz", engine, {.changes = changes});
    require_whole(document);
    require(!document.text.empty() || !document.diagnostics.empty());
    if (changes == Changes::accept && document.format == "docx") check_comments(document, read_zip(zip), engine);
  }
  Diagnostics diagnostics;
  const std::optional<SheetTable> table = read_workbook(zip, "fuzz.xlsx", diagnostics);
  require(table.has_value() || !diagnostics.empty());
  if (table) {
    for (const SheetTable::Row& row : table->rows) require(row.cells.size() <= kMostTableColumns);
  }
}

}  // namespace hearsay::fuzz
