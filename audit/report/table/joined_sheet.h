// The rows of many sheets as one sheet: those of all articles of a run. They wait in a temporary file, so that memory
// does not grow with the archive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/spool.h"
#include "base/spooled_records.h"
#include "report/table/sheet.h"

namespace hearsay {

/// All below throw Fatal as Spool does.
class JoinedSheet {
 public:
  /// `held`: of a sheet that makes no file, for one that is small.
  static constexpr std::size_t kNoFile = SIZE_MAX;
  explicit JoinedSheet(std::size_t held = Spool::kHeld) : rows_(held) {}

  /// Adds the rows below those there are, as far as there is room (kMostSheetRows). Columns that the sheet lacks are
  /// added at its end and stay empty in the rows before.
  void append(Sheet&& more);
  /// Cells as the columns stand. Nothing where there is no room.
  void append(const SheetRow& row);

  [[nodiscard]] const std::string& title() const { return title_; }
  [[nodiscard]] const std::vector<SheetColumn>& columns() const { return columns_; }
  [[nodiscard]] std::size_t size() const { return size_; }

  /// It is small, and what is made of it may be held, too.
  [[nodiscard]] bool in_memory() const { return rows_.in_memory(); }

  /// Goes over the rows, which may end before the last columns. The sheet must outlive it and have all its rows.
  class Rows {
   public:
    explicit Rows(const JoinedSheet& sheet) : reader_(sheet.rows_, 0, sheet.rows_.size()) {}
    /// nullptr at the end; stands until the next one is asked for.
    [[nodiscard]] SheetRow* next();

   private:
    RecordReader reader_;
    SheetRow row_;
  };

 private:
  std::string title_;
  std::vector<SheetColumn> columns_;
  Spool rows_;
  std::size_t size_ = 0;
};

/// As those of a Sheet (sheet.h), piece by piece. False where the workbook could not be made: what `take` has is then
/// to be thrown away.
using TakeBytes = std::function<void(std::string_view)>;
void write_sheet_csv(const JoinedSheet& sheet, const TakeBytes& take);
[[nodiscard]] bool write_xlsx(const JoinedSheet& sheet, const TakeBytes& take);

}  // namespace hearsay
