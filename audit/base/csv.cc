// Entry: read_csv.
#include "base/csv.h"

#include <algorithm>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostRows = 100'000;

char separator_of(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, std::min(bytes.find_first_of("\r\n"), bytes.size()));
  char best = ',';
  for (const char one : {';', '\t'}) {
    if (std::count(head.begin(), head.end(), one) > std::count(head.begin(), head.end(), best)) best = one;
  }
  return best;
}

class CsvReader {
 public:
  CsvReader(std::string_view bytes, const std::string& path, Diagnostics& diagnostics)
      : bytes_(bytes), path_(path), diagnostics_(diagnostics), separator_(separator_of(bytes)) {}

  std::vector<CsvRow> read() {
    std::vector<CsvRow> rows;
    while (at_ < bytes_.size() && rows.size() < kMostRows) {
      CsvRow row{.line = line_, .cells = {}};
      do {
        row.cells.push_back(cell());
      } while (take(separator_));
      end_line();
      const bool empty = std::all_of(row.cells.begin(), row.cells.end(), [](const auto& one) { return one.empty(); });
      if (!empty) rows.push_back(std::move(row));
    }
    if (at_ < bytes_.size())
      diagnostics_.push_back({.file = path_, .line = line_, .message = "more than 100,000 rows", .remedy = "split it"});
    return rows;
  }

 private:
  bool take(char wanted) {
    if (at_ >= bytes_.size() || bytes_[at_] != wanted) return false;
    ++at_;
    return true;
  }

  void end_line() {
    const bool carriage = take('\r');
    if (take('\n') || carriage) ++line_;
  }

  std::string cell() {
    if (!take('"')) {
      const std::size_t end = std::min(bytes_.find_first_of(std::string{separator_, '\r', '\n'}, at_), bytes_.size());
      const std::string_view words = bytes_.substr(at_, end - at_);
      at_ = end;
      return std::string(trim(words));
    }
    std::string words;
    const std::uint32_t begin = line_;
    for (; at_ < bytes_.size(); ++at_) {
      const char c = bytes_[at_];
      if (c == '"' && (++at_ >= bytes_.size() || bytes_[at_] != '"')) {
        // What stands between the mark and the separator belongs to nothing.
        at_ = std::min(bytes_.find_first_of(std::string{separator_, '\r', '\n'}, at_), bytes_.size());
        return std::string(trim(words));
      }
      if (c == '\n' || (c == '\r' && bytes_.substr(at_ + 1, 1) != "\n")) ++line_;
      words += c;
    }
    diagnostics_.push_back({.file = path_,
                            .line = begin,
                            .message = "a quotation mark is not closed",
                            .remedy = "close it; the row and all after it are left out"});
    return {};
  }

  std::string_view bytes_;
  const std::string& path_;
  Diagnostics& diagnostics_;
  char separator_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

std::vector<CsvRow> read_csv(std::string_view bytes, const std::string& path, Diagnostics& diagnostics) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  return CsvReader(bytes, path, diagnostics).read();
}

}  // namespace hearsay
