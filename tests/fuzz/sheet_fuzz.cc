// Any bytes as a check sheet that people edited. One that is read is the same again from CSV and from a workbook, its
// page is a page, and carried over to itself it keeps all.
#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "checksheet/read.h"
#include "checksheet/update.h"
#include "fuzz/holds.h"
#include "report/checksheet/write_checksheet.h"

namespace hearsay::fuzz {
namespace {

bool same_item(const CheckItem& a, const CheckItem& b) {
  return a.id == b.id && a.line == b.line && a.sentence == b.sentence && a.item == b.item && a.kind == b.kind &&
         a.source == b.source && a.chain == b.chain && a.documented == b.documented && a.required == b.required &&
         a.evidence == b.evidence && a.status == b.status && a.checker == b.checker && a.date == b.date &&
         a.note == b.note && a.revision == b.revision;
}

bool same_sheet(const CheckSheet& a, const CheckSheet& b) {
  if (a.items.size() != b.items.size()) return false;
  for (std::size_t i = 0; i < a.items.size(); ++i) {
    if (!same_item(a.items[i], b.items[i])) return false;
  }
  return true;
}

/// As in the sheet of a draft; a row without an id is people's own and in none.
bool ids_differ(const CheckSheet& sheet) {
  std::set<std::string_view> ids;
  return std::all_of(sheet.items.begin(), sheet.items.end(),
                     [&](const CheckItem& item) { return !item.id.empty() && ids.insert(item.id).second; });
}

}  // namespace

void fuzz_sheet(std::string_view bytes) {
  Diagnostics diagnostics;
  const std::optional<CheckSheet> given = read_checksheet(bytes, "fuzz.csv", diagnostics);
  if (!given) return require(!diagnostics.empty());
  // CR LF within a cell becomes LF when it is written.
  const std::optional<CheckSheet> read = read_checksheet(write_checksheet_csv(*given), "fuzz.csv", diagnostics);
  require(read && read->items.size() == given->items.size());
  const std::string csv = write_checksheet_csv(*read);
  const std::string xlsx = write_checksheet_xlsx(*read);
  require_csv(csv);
  require_office(xlsx);
  require_html(write_checksheet_html(*read));
  diagnostics.clear();
  const std::optional<CheckSheet> from_csv = read_checksheet(csv, "again.csv", diagnostics);
  require(from_csv && same_sheet(*from_csv, *read) && write_checksheet_csv(*from_csv) == csv);
  const std::optional<CheckSheet> from_xlsx = read_checksheet(xlsx, "again.xlsx", diagnostics);
  require(from_xlsx && same_sheet(*from_xlsx, *read));
  const UpdatedSheet updated = update_checksheet(*read, *read);
  require(updated.sheet.items.size() >= read->items.size());
  // A row that somebody copied by hand has the id of another: which of them goes on is not said.
  if (ids_differ(*read)) require(updated.reopened == 0 && updated.added == 0);
}

}  // namespace hearsay::fuzz
