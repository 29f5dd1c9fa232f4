// POST /api/v1/batch: articles in, a line of JSON each out, in their order, while they come. The threads that audit
// read the body, one at a time; the request's own thread writes. What waits between is bounded (service/articles.cc),
// so that whoever sends and does not read is sent no more.
#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <utility>

#include "report/write_json.h"
#include "server/api.h"
#include "server/asked_settings.h"
#include "server/media.h"
#include "service/articles.h"
#include "service/scorecards.h"

namespace hearsay {
namespace {

constexpr unsigned kMostBatches = 4;  // at once: each takes all threads
constexpr std::string_view kJsonLines = "application/x-ndjson";
constexpr std::array<std::string_view, 4> kLineTypes = {kJsonLines, "application/jsonl", "application/json-lines",
                                                        "application/json"};

/// The pieces of a body as the bytes of a feed; or a body that is there whole.
class BodyFeed {
 public:
  BodyFeed(BodySource* source, std::string whole) : source_(source), piece_(std::move(whole)) {}

  std::size_t read(char* into, std::size_t size) {
    while (at_ == piece_.size()) {
      at_ = 0;
      piece_.clear();
      if (source_ == nullptr || !source_->next(piece_)) {
        source_ = nullptr;
        piece_.clear();
        return 0;
      }
    }
    const std::size_t count = std::min(size, piece_.size() - at_);
    std::memcpy(into, piece_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  BodySource* source_;
  std::string piece_;
  std::size_t at_ = 0;
};

/// What is said besides stands in the records.
class NobodyListens : public Listener {
 public:
  using Listener::report;
  void report(const Diagnostic&) override {}
};

class CountedBatch {
 public:
  explicit CountedBatch(std::atomic<unsigned>& count) : count_(count) { ++count_; }
  ~CountedBatch() { --count_; }
  CountedBatch(const CountedBatch&) = delete;
  CountedBatch& operator=(const CountedBatch&) = delete;

 private:
  std::atomic<unsigned>& count_;
};

struct BatchOrder {
  std::string name;
  From from = From::automatic;
  std::optional<SettingsChoice> settings;
};

void run_batch(Desk& desk, const BatchOrder& order, BodyFeed& body, BodySink& out) {
  const CountedBatch counted(desk.batches());
  Diagnostics opened;
  std::optional<Session> own;
  if (order.settings) own.emplace(desk.open(*order.settings, opened));
  const Session& session = own ? *own : desk.session();
  std::atomic<bool> gone = false;
  const Sink sink{.render =
                      [&desk](const Analysis& analysis, Outcome& outcome) {
                        ++desk.audited();
                        outcome.out = write_json(report_of(analysis, *outcome.session->engine), JsonLayout::line);
                      },
                  .take =
                      [&](Outcome&& outcome) {
                        if (!gone && !out.write(outcome.out)) gone = true;
                      },
                  .render_failure = [](Outcome& outcome) { outcome.out = error_record(outcome); }};
  NobodyListens nobody;
  const Totals totals = for_each_article(
      FeedChoice{
          .feed = {.name = order.name, .read = [&](char* into, std::size_t size) { return body.read(into, size); }},
          .from = order.from,
          .errors = ErrorsTo::record,
          .stop = [&] { return gone.load() || !out.open(); }},
      session, nobody, sink);
  if (totals.interrupted && !gone) {  // the server stops: an end without a word would look whole
    const Outcome cut{.id = order.name,
                      .path = {},
                      .sha256 = {},
                      .diagnostics = {{.message = "the batch was cut short here", .remedy = "send the rest again"}}};
    static_cast<void>(out.write(error_record(cut)));
  }
}

Response answer_batch(Desk& desk, const Request& request) {
  if (!wanted(request.header("Accept"), kLineTypes))
    return problem(406, "No such format", "a batch is answered as JSON Lines", "accept application/x-ndjson");
  if (desk.batches() >= kMostBatches) {
    Response response = problem(503, "Too many batches", "as many batches are running as may", "try again later");
    response.headers.emplace_back("Retry-After", "10");
    return response;
  }
  BatchOrder order{.name = name_of(request, "batch"),
                   .from = from_named(request.asked("from")),
                   .settings = asked_settings(request, desk)};
  if (order.settings) {  // what cannot be had is said while there is a status to say it by
    Diagnostics opened;
    static_cast<void>(desk.open(*order.settings, opened));
  }
  return {.status = 200,
          .type = std::string(kJsonLines),
          .body = {},
          .headers = {},
          .write = [&desk, order = std::move(order), source = request.stream,
                    whole = request.stream == nullptr ? request.body : std::string()](BodySink& out) {
            BodyFeed body(source, whole);
            run_batch(desk, order, body, out);
          }};
}

}  // namespace

Routes batch_routes(Desk& desk) {
  std::vector<Parameter> query = settings_parameters(desk);
  query.push_back({.name = "name", .what = "What to call the body: articles without an id are NAME:LINE."});
  query.push_back(from_parameter());
  Routes routes;
  routes.push_back(checked(
      {.method = "POST",
       .path = "/api/v1/batch",
       .access = Access::read,
       .answer = [&desk](const Request& request) { return answer_batch(desk, request); },
       .streams = true,
       .what = "audits many articles",
       .operation = Operation{
           .id = "batch",
           .tag = "Articles",
           .summary = "Audit many articles",
           .what = "Articles in, a scorecard a line out, in their order, on all threads, while they come; an article "
                   "that cannot be read is a line of schema hearsay.error/1 in its place. Read while you send: what "
                   "waits is bounded. Nothing is kept.",
           .query = std::move(query),
           .body = RequestBody{.what = "JSON Lines, a web archive, a feed, a message of wire items, each also as gzip "
                                       "or zstd.",
                               .types = {std::string(kJsonLines), "*/*"}},
           .answers = {{200, "Scorecards.", {std::string(kJsonLines)}, ""},
                       {406, "Only JSON Lines are answered.", {"application/problem+json"}, "Problem"},
                       {503, "Too many batches are running.", {"application/problem+json"}, "Problem"}}}}));
  return routes;
}

}  // namespace hearsay
