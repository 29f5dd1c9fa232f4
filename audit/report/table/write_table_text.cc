// Entry: write_table_text. A cell is one to three pieces (a share: percent, part of base, interval), each aligned in a
// column of its own; text columns give way until the line fits, and where they cannot the rows become blocks.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "report/emphasis.h"
#include "report/plain.h"
#include "report/table/table_words.h"
#include "report/table/write_table.h"

namespace hearsay {
namespace {

constexpr std::size_t kComfortable = 24;  // columns that a name keeps where minor columns can go instead
constexpr std::size_t kLeastText = 14;    // columns that it keeps at all
constexpr std::size_t kGap = 2;
constexpr std::size_t kIndent = 4;

using Pieces = std::vector<std::string>;

bool has_passage(const Table& table) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [](const Column& column) { return column.kind == ColumnKind::passage; });
}

bool is_words(const Column& column) {
  return column.kind == ColumnKind::text || column.kind == ColumnKind::passage || column.kind == ColumnKind::date ||
         column.kind == ColumnKind::article || column.kind == ColumnKind::finding;
}

bool gives_way(const Column& column) {
  return column.kind == ColumnKind::text || column.kind == ColumnKind::article || column.kind == ColumnKind::finding;
}

Pieces pieces_of(const Column& column, const Cell& cell) {
  if (const auto* share = std::get_if<Share>(&cell)) {
    if (share->base == 0) return {"–", "", ""};
    return {percent(*share), fmt::format("{}/{}", share->part, share->base), percent_range(*share)};
  }
  if (const auto* mean = std::get_if<MeanValue>(&cell)) return {mean_words(*mean), mean_range(*mean)};
  return {shown_cell(column, cell)};
}

std::size_t piece_count(const Column& column) {
  return column.kind == ColumnKind::share ? 3 : column.kind == ColumnKind::mean ? 2 : 1;
}

class TextTable {
 public:
  TextTable(const Table& table, const TextOptions& options)
      : table_(table), colour_(options.colour), width_(std::max<std::size_t>(40, options.width)) {}

  std::string write() {
    add_wrapped(one_line(table_.title), 0, kBold);
    add_wrapped(one_line(table_.lead), 0, "");
    if (table_.rows.empty()) add_wrapped("Nothing to show.", 0, "");
    if (!table_.rows.empty()) out_ += '\n';
    if (has_passage(table_) || !fit()) {
      for (const Row& row : table_.rows) add_block(row);
    } else if (!table_.rows.empty()) {
      add_grid();
    }
    add_foot();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string paint(std::string_view words, std::string_view code) const {
    return colour_ && !code.empty() && !words.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", code, words)
                                                      : std::string(words);
  }

  void add_wrapped(std::string_view words, std::size_t indent, std::string_view code) {
    std::string line;
    const auto end_line = [&] {
      out_.append(indent, ' ');
      out_ += paint(line, code) + '\n';
      line.clear();
    };
    while (!words.empty()) {
      const std::size_t space = std::min(words.find(' '), words.size());
      const std::string_view word = words.substr(0, space);
      words.remove_prefix(std::min(space + 1, words.size()));
      if (!line.empty() && indent + display_width(line) + 1 + display_width(word) > width_) end_line();
      if (!line.empty()) line += ' ';
      line += word;
    }
    if (!line.empty()) end_line();
  }

  /// Leaves out minor columns, the last first, until the rows fit.
  bool fit() { return fit(kComfortable) || fit(kLeastText); }

  bool fit(std::size_t least) {
    shown_.resize(table_.columns.size());
    std::iota(shown_.begin(), shown_.end(), std::size_t{0});
    while (!measure(least)) {
      const auto minor =
          std::find_if(shown_.rbegin(), shown_.rend(), [&](std::size_t i) { return table_.columns[i].minor; });
      if (minor == shown_.rend()) return false;
      shown_.erase(std::next(minor).base());
    }
    return true;
  }

  [[nodiscard]] const Column& column(std::size_t place) const { return table_.columns[shown_[place]]; }

  /// Widths of all pieces; false where the rows cannot be made to fit.
  bool measure(std::size_t least) {
    widths_.clear();
    for (const std::size_t i : shown_) widths_.emplace_back(piece_count(table_.columns[i]), 0);
    for (const Row& row : table_.rows) {
      for (std::size_t i = 0; i < widths_.size(); ++i) {
        const Pieces pieces = pieces_of(column(i), row.cells[shown_[i]]);
        for (std::size_t j = 0; j < std::min(pieces.size(), widths_[i].size()); ++j)
          widths_[i][j] = std::max(widths_[i][j], display_width(pieces[j]));
      }
    }
    if (!widths_.empty()) {
      const bool any_few = std::any_of(table_.rows.begin(), table_.rows.end(), [](const Row& row) { return row.few; });
      if (any_few) widths_[0][0] += 2;
    }
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const std::size_t title = display_width(column(i).title);
      if (title > group(i)) widths_[i][0] += title - group(i);
    }
    return shrink(least);
  }

  [[nodiscard]] std::size_t group(std::size_t place) const {
    const auto& of = widths_[place];
    return std::accumulate(of.begin(), of.end(), std::size_t{0}) + of.size() - 1;
  }

  [[nodiscard]] std::size_t line_width() const {
    std::size_t all = 0;
    for (std::size_t i = 0; i < widths_.size(); ++i) all += group(i) + (i == 0 ? 0 : kGap);
    return all;
  }

  bool shrink(std::size_t least) {
    while (line_width() > width_) {
      std::size_t widest = widths_.size();
      for (std::size_t i = 0; i < widths_.size(); ++i) {
        const bool gives = gives_way(column(i)) && group(i) > least;
        if (gives && (widest == widths_.size() || group(i) > group(widest))) widest = i;
      }
      if (widest == widths_.size()) return false;
      --widths_[widest][0];
    }
    return true;
  }

  static std::string spaces(std::size_t count) { return std::string(count, ' '); }

  void add_grid() {
    std::string head;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const std::string title = cut_to(one_line(column(i).title), group(i));
      const std::string room = spaces(group(i) - display_width(title));
      head += (i == 0 ? "" : spaces(kGap)) + (is_words(column(i)) ? title + room : room + title);
    }
    add_line(head, kBold);
    for (const Row& row : table_.rows) {
      std::string line;
      for (std::size_t i = 0; i < widths_.size(); ++i) line += (i == 0 ? "" : spaces(kGap)) + grid_cell(row, i);
      add_line(line, row.few ? kDim : "");
    }
  }

  void add_line(std::string line, std::string_view code) {
    line.erase(line.find_last_not_of(' ') + 1);
    out_ += paint(line, code) + '\n';
  }

  [[nodiscard]] std::string grid_cell(const Row& row, std::size_t place) const {
    const Pieces pieces = pieces_of(column(place), row.cells[shown_[place]]);
    std::string out;
    for (std::size_t j = 0; j < widths_[place].size(); ++j) {
      std::string piece = j < pieces.size() ? pieces[j] : "";
      const std::size_t room = widths_[place][j];
      const std::string mark = row.few && place == 0 ? " *" : "";
      piece = cut_to(piece, room - mark.size()) + mark;
      const std::string gap = spaces(room - std::min(room, display_width(piece)));
      out += (j == 0 ? "" : " ") + (is_words(column(place)) ? piece + gap : gap + piece);
    }
    return out;
  }

  void add_block(const Row& row) {
    std::string head;
    bool first = true;
    const auto add = [&](std::size_t i) {
      const Pieces pieces = pieces_of(table_.columns[i], row.cells[i]);
      std::string words = one_line(fmt::format("{}", fmt::join(pieces, " ")));
      if (words.empty()) return;
      if (!first && !has_passage(table_)) words = one_line(table_.columns[i].title) + " " + words;
      head += (first ? "" : " · ") + words;
      first = false;
    };
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      if (table_.columns[i].kind != ColumnKind::passage) add(i);
    }
    add_wrapped(head + (row.few ? " *" : ""), 0, has_passage(table_) ? kYellow : "");
    const auto passages = std::count_if(table_.columns.begin(), table_.columns.end(),
                                        [](const Column& column) { return column.kind == ColumnKind::passage; });
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      if (table_.columns[i].kind != ColumnKind::passage) continue;
      const std::string lead = passages > 1 ? one_line(table_.columns[i].title) + ": " : "";
      add_wrapped(lead + plain_cell(row.cells[i]), kIndent, "");
    }
  }

  void add_foot() {
    const std::string more = left_out_words(table_);
    if (!more.empty()) add_wrapped(more, 0, "");
    std::vector<std::string> notes = table_.notes;
    if (std::any_of(table_.rows.begin(), table_.rows.end(), [](const Row& row) { return row.few; }))
      notes.insert(notes.begin(), "* " + std::string(kFewNote));
    if (!has_passage(table_) && !widths_.empty() && shown_.size() < table_.columns.size()) {
      std::string missing;
      for (std::size_t i = 0; i < table_.columns.size(); ++i) {
        if (std::find(shown_.begin(), shown_.end(), i) == shown_.end())
          missing += (missing.empty() ? "" : ", ") + table_.columns[i].id;
      }
      notes.push_back("A wider terminal also shows: " + missing + ".");
    }
    if (!notes.empty()) out_ += '\n';
    for (const std::string& note : notes) add_wrapped(one_line(note), 0, kDim);
  }

  const Table& table_;
  bool colour_;
  std::size_t width_;
  std::vector<std::size_t> shown_;                // columns, where rows are lines
  std::vector<std::vector<std::size_t>> widths_;  // of the pieces of each
  std::string out_;
};

}  // namespace

std::string write_table_text(const Table& table, const TextOptions& options) {
  return TextTable(table, options).write();
}

}  // namespace hearsay
