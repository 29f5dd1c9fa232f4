#include "server/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace hearsay {
namespace {

void metric_head(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
  fmt::format_to(std::back_inserter(out), "# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
}

}  // namespace

void Metrics::count_routes(const Routes& routes) {
  rows_ = std::vector<Row>(routes.size() + 1);
  for (std::size_t i = 0; i < routes.size(); ++i)
    rows_[i].labels = fmt::format("method=\"{}\",route=\"{}\"", routes[i].method, routes[i].path);
  rows_.back().labels = "method=\"\",route=\"\"";
}

void Metrics::answered(std::size_t route, int status, std::chrono::nanoseconds time) {
  if (rows_.empty()) return;
  Row& row = rows_[std::min(route, rows_.size() - 1)];
  ++row.by_class[static_cast<std::size_t>(std::clamp(status / 100, 1, 5)) - 1];
  const double seconds = std::chrono::duration<double>(time).count();
  const auto bucket = std::lower_bound(kSeconds.begin(), kSeconds.end(), seconds);
  ++row.by_seconds[static_cast<std::size_t>(bucket - kSeconds.begin())];
  row.nanoseconds += static_cast<std::uint64_t>(std::max<std::int64_t>(time.count(), 0));
}

void Metrics::add(std::string name, std::string help, std::function<std::uint64_t()> value) {
  added_.push_back({std::move(name), std::move(help), std::move(value)});
}

std::string Metrics::text() const {
  std::string out;
  const auto line = [&]<class... Parts>(fmt::format_string<Parts...> text, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out), text, std::forward<Parts>(parts)...);
  };
  metric_head(out, "hearsay_http_requests_total", "counter", "Requests answered, by route and class of status");
  for (const Row& row : rows_) {
    for (std::size_t i = 0; i < kClasses; ++i) {
      if (row.by_class[i] != 0)
        line("hearsay_http_requests_total{{{},status=\"{}xx\"}} {}\n", row.labels, i + 1, row.by_class[i].load());
    }
  }
  metric_head(out, "hearsay_http_request_duration_seconds", "histogram",
              "From the end of a request's head to its answer");
  for (const Row& row : rows_) {
    std::uint64_t sum = 0;
    for (const Count& one : row.by_seconds) sum += one;
    if (sum == 0) continue;
    std::uint64_t upto = 0;
    for (std::size_t i = 0; i < kSeconds.size(); ++i) {
      upto += row.by_seconds[i];
      line("hearsay_http_request_duration_seconds_bucket{{{},le=\"{}\"}} {}\n", row.labels, kSeconds[i],
           std::min(upto, sum));
    }
    line("hearsay_http_request_duration_seconds_bucket{{{},le=\"+Inf\"}} {}\n", row.labels, sum);
    line("hearsay_http_request_duration_seconds_sum{{{}}} {}\n", row.labels,
         static_cast<double>(row.nanoseconds.load()) * 1e-9);
    line("hearsay_http_request_duration_seconds_count{{{}}} {}\n", row.labels, sum);
  }
  const auto one = [&](std::string_view name, std::string_view type, std::string_view help, std::uint64_t value) {
    metric_head(out, name, type, help);
    line("{} {}\n", name, value);
  };
  one("hearsay_http_connections_total", "counter", "Connections taken", connections);
  one("hearsay_http_connections_open", "gauge", "Connections that are open", connections_open);
  one("hearsay_http_connections_refused_total", "counter", "Connections beyond the limit", connections_refused);
  one("hearsay_http_received_bytes_total", "counter", "Bytes received", bytes_in);
  one("hearsay_http_sent_bytes_total", "counter", "Bytes sent", bytes_out);
  one("hearsay_http_timeouts_total", "counter", "Clients that were too slow", timeouts);
  one("hearsay_http_clients_gone_total", "counter", "Clients that went before their answer was whole", clients_gone);
  for (const Added& row : added_)
    one(row.name, row.name.ends_with("_total") ? "counter" : "gauge", row.help, row.value());
  return out;
}

}  // namespace hearsay
