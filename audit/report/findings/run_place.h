// Where a finding stands, for tools: lines and columns of a file that has lines, else the paragraph.
#pragma once

#include <cstdint>
#include <string>

#include "report/report.h"
#include "report/text_index.h"

namespace hearsay {

/// Numbers from 1, columns in code points; the end is exclusive. All 0: the whole article, or a file without lines.
struct RunRegion {
  std::uint32_t line = 0, column = 0, end_line = 0, end_column = 0;
  std::uint32_t paragraph = 0;  // of the body, where the file has no lines a reader could find
  std::string words;            // the words themselves, on one line, cut where they are many
};

/// `index` is of report.text.
[[nodiscard]] RunRegion region_of(const ReportFinding& finding, const TextIndex& index);

/// The path as a relative or file: URI (RFC 3986); every byte that is not allowed there is escaped.
[[nodiscard]] std::string path_uri(const std::string& path);

/// Path for people; standard input is "<stdin>".
[[nodiscard]] std::string shown_path(const std::string& path);

}  // namespace hearsay
