// Tables for people and programs. Everything in them may come from an article and is escaped for where it goes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/table/page_place.h"
#include "report/table/table.h"
#include "report/write_text.h"

namespace hearsay {

/// For a terminal: aligned columns, or, where a table holds passages or is too wide, one block per row. Words that do
/// not fit are cut with "…"; passages are wrapped.
[[nodiscard]] std::string write_table_text(const Table& table, const TextOptions& options = {});

/// A header of ids, then a row each (RFC 4180), all values whole. A share is five columns, NAME (0 to 1), NAME_part,
/// NAME_base, NAME_low and NAME_high, a mean four; an article NAME (its title), NAME_id and NAME_address, a score NAME,
/// NAME_grade and NAME_why, a finding NAME, NAME_severity and NAME_check; `few` is 1 or 0 where rows can be so. Safe in
/// a spreadsheet (csv.h).
[[nodiscard]] std::string write_table_csv(const Table& table);

/// {"table", "title", "notes", "columns": [{"id", "title", "kind"}], "rows": [{id: value}], "left_out"}; ends with a
/// newline.
[[nodiscard]] std::string write_table_json(const Table& table);

/// One self-contained page: makes no request, works without JavaScript, prints.
[[nodiscard]] std::string write_table_html(const Table& table, const PagePlace& place = {});

/// What such a page says, as markup, for a page of another frame: the rows and what must be said beside them.
[[nodiscard]] std::string write_table_body(const Table& table, const PagePlace& place = {});

/// One answer among those of a folder.
struct IndexEntry {
  std::string title;
  std::string teaser;      // what it answers, in a sentence
  std::string page, data;  // file names, "outlets.html" and "outlets.csv"; no data: ""
  std::string what = {};   // how much is there: "12 rows"
};
/// The entries as a list, as markup.
[[nodiscard]] std::string write_entries(std::span<const IndexEntry> entries);
/// The first page of such a folder: what the archive holds, and a link to each answer.
[[nodiscard]] std::string write_index_html(const Table& overview, std::span<const IndexEntry> entries);

}  // namespace hearsay
