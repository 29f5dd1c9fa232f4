// What the server counts of itself, as Prometheus reads it (text format 0.0.4): base units, totals since the start, and
// no label that a client could choose: routes by their pattern, statuses by their class.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "server/route.h"

namespace hearsay {

/// Called by several threads; rows are added before the first of them.
class Metrics {
 public:
  using Count = std::atomic<std::uint64_t>;

  /// A row per route, and one for what no route answered. Call again when the table has grown: counts begin anew.
  void count_routes(const Routes& routes);
  /// `route`: its place in the table; beyond it: none answered.
  void answered(std::size_t route, int status, std::chrono::nanoseconds time);

  /// Another row, asked when it is printed: "hearsay_articles_audited_total", "Articles audited".
  void add(std::string name, std::string help, std::function<std::uint64_t()> value);

  [[nodiscard]] std::string text() const;

  Count connections{0}, connections_open{0}, connections_refused{0};
  Count bytes_in{0}, bytes_out{0};
  Count timeouts{0};      // clients that were too slow
  Count clients_gone{0};  // that went before their answer was whole

 private:
  static constexpr std::array<double, 11> kSeconds = {.001, .005, .01, .025, .05, .1, .25, .5, 1, 5, 30};
  static constexpr std::size_t kClasses = 5;  // 1xx … 5xx

  struct Row {
    std::string labels;
    std::array<Count, kClasses> by_class{};
    std::array<Count, kSeconds.size() + 1> by_seconds{};  // each by itself
    Count nanoseconds{0};
  };
  struct Added {
    std::string name, help;
    std::function<std::uint64_t()> value;
  };
  std::vector<Row> rows_;
  std::vector<Added> added_;
};

}  // namespace hearsay
