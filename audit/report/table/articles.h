// One row an article: what an index of scorecards shows of each, and the table of them. An index holds so many and no
// more, the worst: what it leaves out it counts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/table/table.h"

namespace hearsay {

struct Report;

struct ArticleRow {
  std::string id, title, outlet, published, url;
  std::optional<int> score;
  std::string grade;
  std::string why;                                      // there is no score, a few words
  std::uint64_t named = 0, unnamed = 0;                 // sources that say or relay something
  std::uint64_t unsourced = 0;                          // statements and claims that nobody is given for
  std::uint64_t errors = 0, warnings = 0, notes = 0;    // findings that count
  std::string worst, worst_severity, worst_check = {};  // title of the gravest of them; "" = none
};

/// Of the article's scorecard.
[[nodiscard]] ArticleRow article_row(const Report& report);

/// "1 error, 3 notes": those that there are, the gravest first; "" where there are none.
[[nodiscard]] std::string severities_told(std::size_t errors, std::size_t warnings, std::size_t notes);

/// Why there is no score, in a few words: "another language", "opinion", "too little to tell". Ids and genres as in a
/// Report.
[[nodiscard]] std::string why_no_score(const std::string& withheld_id, const std::string& genre);

/// The order of an index: the lowest score first, those without one last; then by graver findings, then by id.
[[nodiscard]] bool is_worse(const ArticleRow& one, const ArticleRow& other);

/// Rows in the order given.
[[nodiscard]] Table article_table(const std::vector<ArticleRow>& rows);

/// Gathers the rows of a run in bounded memory.
class WorstArticles {
 public:
  static constexpr std::size_t kMost = 5000;
  explicit WorstArticles(std::size_t most = kMost) : most_(most) {}

  void add(ArticleRow row);
  /// Of one that could not be read.
  void add_failure() { ++failures_; }
  /// Of one that a store has as it is: it was not audited anew.
  void add_unchanged() { ++unchanged_; }
  /// Whether there is anything to show.
  [[nodiscard]] bool empty() const { return articles_ == 0; }
  /// The index: what there is of all, the worst articles first.
  [[nodiscard]] Table table() const;

 private:
  std::size_t most_;
  std::vector<ArticleRow> heap_;  // the least bad in front
  std::uint64_t articles_ = 0, scored_ = 0, total_ = 0, failures_ = 0, unchanged_ = 0;
  std::uint64_t errors_ = 0, warnings_ = 0, notes_ = 0;
};

}  // namespace hearsay
