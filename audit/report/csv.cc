// Entry: append_csv_row.
#include "report/csv.h"

#include "report/plain.h"

namespace hearsay {

void append_csv_row(std::string& out, std::span<const std::string> cells) {
  bool first = true;
  for (const std::string& cell : cells) {
    if (!first) out += ',';
    first = false;
    std::string words = one_line(cell);
    if (!words.empty() && std::string_view("=+-@").find(words.front()) != std::string_view::npos) words.insert(0, "'");
    if (words.find_first_of(",\"") == std::string::npos) {
      out += words;
      continue;
    }
    out += '"';
    for (const char c : words) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  out += "\r\n";
}

}  // namespace hearsay
