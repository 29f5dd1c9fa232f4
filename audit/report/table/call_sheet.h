// The call sheet: everybody and every document that articles rest on, a row each, with columns for whoever picks up the
// telephone. The columns are those of `hearsay report callsheet`, with the article in front.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "report/report.h"

namespace hearsay {

struct CallRow {
  std::string article;  // title, or id
  std::string source;   // name
  std::string kind;     // "Named person", "Unnamed group (role), relays 2"
  std::string role, organisation;
  std::uint64_t quotations = 0;  // outermost attributions
  std::string words;             // of all of them, " | " between
};

/// In order of first mention, without the author, the public, the outlet itself and those who say nothing.
[[nodiscard]] std::vector<CallRow> call_rows(const Report& report);

/// Bytes of a cell; Excel takes 32,767 characters.
inline constexpr std::size_t kMostCellBytes = 32'000;

/// How many rows a sheet can hold below its heading; further ones are left out by the writer.
inline constexpr std::size_t kMostCallRows = 1'048'575;

/// An Excel workbook (XLSX) of one sheet with the columns contact, verified, by and date left to fill in. The same rows
/// give the same bytes. "" where it could not be made (memory, no room for temporary files).
[[nodiscard]] std::string write_xlsx(const std::vector<CallRow>& rows);

}  // namespace hearsay
