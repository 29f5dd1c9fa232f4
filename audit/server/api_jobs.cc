// /api/v1/jobs: an archive is taken in whole, then audited into the store; how far it has come is told when asked, or
// as server-sent events.
#include <fmt/format.h>

#include <chrono>
#include <thread>
#include <utility>

#include "server/api.h"
#include "server/asked_settings.h"
#include "server/jobs.h"
#include "server/json_answer.h"
#include "server/media.h"

namespace hearsay {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kTick = 500ms;  // in which a follower who is gone is noticed
constexpr std::chrono::milliseconds kBetweenEvents = 200ms;
constexpr std::chrono::seconds kKeepAlive = 15s;

OrderedJson job_json(const JobStatus& job) {
  OrderedJson json = {{"id", job.id},
                      {"name", job.name},
                      {"state", job_state_name(job.state)},
                      {"bytes", job.bytes},
                      {"bytes_read", job.bytes_read},
                      {"articles", job.articles},
                      {"failures", job.failures},
                      {"unchanged", job.unchanged},
                      {"stored", job.stored},
                      {"replaced", job.replaced},
                      {"created", job.created}};
  if (!job.ended.empty()) json["ended"] = job.ended;
  OrderedJson& messages = json["messages"] = OrderedJson::array();
  for (const Diagnostic& one : job.messages) {
    OrderedJson row = {{"severity", severity_name(one.severity)}, {"message", one.message}};
    if (!one.remedy.empty()) row["remedy"] = one.remedy;
    if (!one.file.empty()) row["file"] = one.file;
    if (one.line != 0) row["line"] = one.line;
    messages.push_back(std::move(row));
  }
  if (job.more_messages != 0) json["more_messages"] = job.more_messages;
  return json;
}

Response no_such_job(std::string_view id) {
  return problem(404, "No such job", "there is no job '" + std::string(id) + "'", "GET /api/v1/jobs lists them");
}

Response no_store_for_jobs() {
  return problem(409, "No store", "the server was started without a store",
                 "start it with --store FILE, or use POST /api/v1/batch, which keeps nothing");
}

Response add_job(Desk& desk, const Request& request) {
  if (!desk.store()) return no_store_for_jobs();
  Jobs& jobs = desk.jobs();
  const auto full = [&] {
    Response response = problem(503, "Too many jobs", fmt::format("{} jobs are waiting", jobs.limits().waiting),
                                "try again when one is done");
    response.headers.emplace_back("Retry-After", "30");
    return response;
  };
  if (!jobs.room()) return full();
  Spool archive;
  const std::uint64_t most = jobs.limits().bytes;
  const auto too_large = [&] {
    return problem(413, "Archive too large", fmt::format("an archive may have {} MB", most >> 20U),
                   "compress it (gzip, zstd), send it in parts, or use hearsay audit --store on this machine");
  };
  if (request.stream != nullptr) {
    for (std::string piece; request.stream->next(piece);) {
      if (archive.size() + piece.size() > most) return too_large();
      archive.write(piece);
    }
  } else {
    if (request.body.size() > most) return too_large();
    archive.write(request.body);
  }
  if (archive.size() == 0)
    return problem(422, "No archive", "the body is empty", "send JSON Lines, a web archive, a feed or an article");
  const auto id = jobs.add({.name = name_of(request, "archive"),
                            .from = from_named(request.asked("from")),
                            .settings = asked_settings(request, desk)},
                           std::move(archive));
  if (!id) return full();
  Response response = json_answer(job_json(jobs.status(*id).value_or(JobStatus{.id = *id})), 202);
  response.headers.emplace_back("Location", "/api/v1/jobs/" + *id);
  return response;
}

std::string event_of(const JobStatus& job) {
  return fmt::format("event: {}\nid: {}\ndata: {}\n",
                     is_over(job.state) ? job_state_name(job.state) : std::string_view("progress"), job.change,
                     json_line(job_json(job)));
}

/// One event at once, then one a change; the last says how it ended.
void follow(Jobs& jobs, const std::string& id, BodySink& sink) {
  if (!sink.write("retry: 2000\n\n")) return;
  std::optional<JobStatus> job = jobs.status(id);
  auto last_said = std::chrono::steady_clock::now();
  for (bool news = true; job && sink.open();) {
    if (news) {
      if (!sink.write(event_of(*job)) || is_over(job->state)) return;
      last_said = std::chrono::steady_clock::now();
      std::this_thread::sleep_for(kBetweenEvents);
    } else if (std::chrono::steady_clock::now() - last_said >= kKeepAlive) {
      if (!sink.write(": still here\n\n")) return;
      last_said = std::chrono::steady_clock::now();
    }
    const std::uint64_t change = job->change;
    job = jobs.wait(id, change, kTick);
    news = job && job->change != change;
  }
}

Response job_events(Desk& desk, const std::string& id) {
  Jobs& jobs = desk.jobs();
  if (!jobs.status(id)) return no_such_job(id);
  if (jobs.followers() >= jobs.limits().followers) {
    Response response = problem(503, "Too many followers", "as many streams of events are open as may be",
                                "ask for GET /api/v1/jobs/{id} instead");
    response.headers.emplace_back("Retry-After", "5");
    return response;
  }
  return {.status = 200,
          .type = "text/event-stream",
          .body = {},
          .headers = {{"Cache-Control", "no-store"}},
          .write = [&jobs, id](BodySink& sink) {
            ++jobs.followers();
            try {
              follow(jobs, id, sink);
            } catch (...) {
              --jobs.followers();
              throw;
            }
            --jobs.followers();
          }};
}

Operation job_operation(std::string id, std::string summary, Answer answer) {
  return {.id = std::move(id),
          .tag = "Jobs",
          .summary = std::move(summary),
          .answers = {std::move(answer), {404, "There is none.", {"application/problem+json"}, "Problem"}}};
}

}  // namespace

Routes job_routes(Desk& desk) {
  Routes routes;
  std::vector<Parameter> query = settings_parameters(desk);
  query.push_back({.name = "name", .what = "What to call the archive."});
  query.push_back(from_parameter());
  routes.push_back(checked(
      {.method = "POST",
       .path = "/api/v1/jobs",
       .access = Access::write,
       .answer = [&desk](const Request& request) { return add_job(desk, request); },
       .streams = true,
       .what = "audits an archive into the store",
       .operation = Operation{
           .id = "addJob",
           .tag = "Jobs",
           .summary = "Audit an archive into the store",
           .what = "The archive is taken in whole, then audited while nobody waits; Location says where to look.",
           .query = std::move(query),
           .body = RequestBody{.what = "JSON Lines, a web archive, a feed, a message of wire items, each also as gzip "
                                       "or zstd; or one article.",
                               .types = {"*/*"}},
           .answers = {{202, "It is waiting.", {"application/json"}, "Job"},
                       {409, "There is no store.", {"application/problem+json"}, "Problem"},
                       {413, "The archive is too large.", {"application/problem+json"}, "Problem"},
                       {503, "Too many jobs are waiting.", {"application/problem+json"}, "Problem"}}}}));
  routes.push_back(checked({.method = "GET",
                            .path = "/api/v1/jobs",
                            .access = Access::read,
                            .answer =
                                [&desk](const Request&) {
                                  OrderedJson list = OrderedJson::array();
                                  for (const JobStatus& job : desk.jobs().all()) list.push_back(job_json(job));
                                  return json_answer(list);
                                },
                            .what = "all jobs",
                            .operation = Operation{.id = "listJobs",
                                                   .tag = "Jobs",
                                                   .summary = "All jobs, the newest first",
                                                   .answers = {{200, "Jobs.", {"application/json"}, "List"}}}}));
  routes.push_back(checked({.method = "GET",
                            .path = "/api/v1/jobs/{id}",
                            .access = Access::read,
                            .answer =
                                [&desk](const Request& request) {
                                  const auto job = desk.jobs().status(request.part("id"));
                                  return job ? json_answer(job_json(*job)) : no_such_job(request.part("id"));
                                },
                            .what = "how far a job has come",
                            .operation = job_operation("getJob", "How far a job has come",
                                                       {200, "The job.", {"application/json"}, "Job"})}));
  routes.push_back(checked(
      {.method = "DELETE",
       .path = "/api/v1/jobs/{id}",
       .access = Access::write,
       .answer =
           [&desk](const Request& request) {
             if (!desk.jobs().cancel(request.part("id"))) return no_such_job(request.part("id"));
             return Response{.status = 204, .type = "", .body = {}, .headers = {}, .write = {}};
           },
       .what = "stops a job, or forgets one that is over",
       .operation = job_operation("cancelJob", "Stop a job, or forget one that is over", {204, "It is.", {}, ""})}));
  routes.push_back(
      checked({.method = "GET",
               .path = "/api/v1/jobs/{id}/events",
               .access = Access::read,
               .answer = [&desk](const Request& request) { return job_events(desk, std::string(request.part("id"))); },
               .what = "how far a job has come, as it comes",
               .operation = job_operation("followJob", "How far a job has come, as server-sent events",
                                          {200, "Events: progress, then how it ended.", {"text/event-stream"}, ""})}));
  return routes;
}

}  // namespace hearsay
