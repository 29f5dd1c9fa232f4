// One thread takes the oldest job that waits. What changes in a job does so under the lock, and whoever follows it is
// woken; a wish to stop is a flag that the run asks for between batches of articles.
#include "server/jobs.h"

#include <fmt/chrono.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <exception>
#include <utility>

#include "server/desk.h"
#include "service/articles.h"
#include "service/stored.h"
#include "store/store.h"

namespace hearsay {
namespace {

std::string now_in_utc() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

}  // namespace

std::string_view job_state_name(JobState state) {
  static constexpr std::array<std::string_view, 5> kNames = {"waiting", "running", "done", "cancelled", "failed"};
  return kNames.at(static_cast<std::size_t>(state));
}

struct Jobs::Job {
  JobStatus status;
  JobOrder order;
  std::optional<Spool> archive;  // given up when it is over
  std::atomic<bool> stop = false;
};

/// Counts what a run says.
class Jobs::Progress : public Listener {
 public:
  Progress(Jobs& jobs, JobStatus& status) : jobs_(jobs), status_(status) {}
  using Listener::report;
  void report(const Diagnostic& diagnostic) override {
    change([&] {
      if (status_.messages.size() < jobs_.limits_.messages) {
        status_.messages.push_back(diagnostic);
      } else {
        ++status_.more_messages;
      }
    });
  }
  void goes_on(const RunStep& step) override {
    change([&] {
      status_.bytes_read += step.bytes;
      status_.articles += step.articles;
      status_.failures = step.failures;
    });
  }
  template <class Body>
  void change(const Body& body) {
    const std::scoped_lock lock(jobs_.mutex_);
    body();
    ++status_.change;
    jobs_.changed_.notify_all();
  }

 private:
  Jobs& jobs_;
  JobStatus& status_;
};

Jobs::Jobs(Desk& desk, JobLimits limits) : desk_(desk), limits_(limits) {}

Jobs::~Jobs() {
  {
    const std::scoped_lock lock(mutex_);
    stop_ = true;
    for (const auto& job : jobs_) job->stop = true;
  }
  changed_.notify_all();
  if (runner_.joinable()) runner_.join();
}

bool Jobs::room() const {
  const std::scoped_lock lock(mutex_);
  const auto waiting =
      std::count_if(jobs_.begin(), jobs_.end(), [](const auto& job) { return job->status.state == JobState::waiting; });
  return static_cast<std::size_t>(waiting) < limits_.waiting;
}

std::optional<std::string> Jobs::add(JobOrder order, Spool archive) {
  if (!room()) return std::nullopt;
  auto job = std::make_unique<Job>();
  job->status.name = order.name;
  job->status.bytes = archive.size();
  job->status.created = now_in_utc();
  job->order = std::move(order);
  job->archive.emplace(std::move(archive));
  const std::scoped_lock lock(mutex_);
  std::string id = job->status.id = "j" + std::to_string(++last_);
  jobs_.push_back(std::move(job));
  const auto over = [](const auto& one) { return is_over(one->status.state); };
  if (static_cast<std::size_t>(std::count_if(jobs_.begin(), jobs_.end(), over)) > limits_.kept)
    jobs_.erase(std::find_if(jobs_.begin(), jobs_.end(), over));
  if (!runner_.joinable()) runner_ = std::thread([this] { run(); });
  changed_.notify_all();
  return id;
}

Jobs::Job* Jobs::find(std::string_view id) const {
  const auto at = std::find_if(jobs_.begin(), jobs_.end(), [&](const auto& job) { return job->status.id == id; });
  return at == jobs_.end() ? nullptr : at->get();
}

std::vector<JobStatus> Jobs::all() const {
  const std::scoped_lock lock(mutex_);
  std::vector<JobStatus> all;
  for (auto job = jobs_.rbegin(); job != jobs_.rend(); ++job) all.push_back((*job)->status);
  return all;
}

std::optional<JobStatus> Jobs::status(std::string_view id) const {
  const std::scoped_lock lock(mutex_);
  const Job* job = find(id);
  return job == nullptr ? std::nullopt : std::optional(job->status);
}

bool Jobs::cancel(std::string_view id) {
  const std::scoped_lock lock(mutex_);
  Job* job = find(id);
  if (job == nullptr) return false;
  if (is_over(job->status.state)) {
    std::erase_if(jobs_, [&](const auto& one) { return one.get() == job; });
  } else {
    job->stop = true;
    if (job->status.state == JobState::waiting) {
      job->status.state = JobState::cancelled;
      job->status.ended = now_in_utc();
      job->archive.reset();
    }
    ++job->status.change;
  }
  changed_.notify_all();
  return true;
}

std::optional<JobStatus> Jobs::wait(std::string_view id, std::uint64_t change,
                                    std::chrono::milliseconds longest) const {
  std::unique_lock lock(mutex_);
  const auto news = [&] {
    const Job* job = find(id);
    return stop_ || job == nullptr || job->status.change != change;
  };
  changed_.wait_for(lock, longest, news);
  const Job* job = stop_ ? nullptr : find(id);
  return job == nullptr ? std::nullopt : std::optional(job->status);
}

void Jobs::run() {
  for (;;) {
    Job* job = nullptr;
    {
      std::unique_lock lock(mutex_);
      const auto next = [&] {
        const auto at = std::find_if(jobs_.begin(), jobs_.end(),
                                     [](const auto& one) { return one->status.state == JobState::waiting; });
        return at == jobs_.end() ? nullptr : at->get();
      };
      changed_.wait(lock, [&] { return stop_ || next() != nullptr; });
      if (stop_) return;
      job = next();
      job->status.state = JobState::running;
      ++job->status.change;
      changed_.notify_all();
    }
    work(*job);  // it is not forgotten before it is over
  }
}

void Jobs::work(Job& job) {
  Progress progress(*this, job.status);
  JobState state = JobState::done;
  StoreTotals stored_now;
  Totals totals;
  try {
    Diagnostics opened;
    std::optional<Session> own;
    if (job.order.settings) own.emplace(desk_.open(*job.order.settings, opened));
    progress.report(opened);
    const Session& session = own ? *own : desk_.session();
    const std::string rules = rules_digest(session);
    StoreWriter writer(*desk_.store());
    writer.load_known(rules);
    const Sink sink{.render =
                        [this](const Analysis& analysis, Outcome& outcome) {
                          ++desk_.audited();
                          outcome.report = report_of(analysis, *outcome.session->engine);
                        },
                    .take = [](Outcome&&) {}};
    FeedChoice choice{.feed = {.name = job.order.name,
                               .read = [&](char* into, std::size_t size) { return job.archive->read(into, size); }},
                      .from = job.order.from,
                      .stop = [&] { return job.stop.load(); }};
    totals = for_each_article(std::move(choice), session, progress, stored(sink, writer, rules));
    stored_now = writer.finish();
    if (totals.interrupted) state = JobState::cancelled;
  } catch (const Fatal& fatal) {
    progress.report(fatal.diagnostic());
    state = JobState::failed;
  } catch (const std::exception& error) {
    progress.report(Diagnostic{.message = error.what(), .remedy = "this is a fault of the machine or of the program"});
    state = JobState::failed;
  }
  progress.change([&] {
    job.status.state = state;
    job.status.stored = stored_now.added;
    job.status.replaced = stored_now.replaced;
    job.status.unchanged = stored_now.unchanged + totals.unchanged;
    job.status.ended = now_in_utc();
    job.archive.reset();
  });
}

}  // namespace hearsay
