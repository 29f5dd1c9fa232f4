// for_each_article(): batches of raw articles are pulled by whichever thread is free, read and analysed there, and
// taken here in order. The bound on what waits counts bytes of input and of results alike.
#include "service/articles.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <exception>
#include <utility>

#include "archive/article_stream.h"
#include "archive/interrupt.h"
#include "archive/ordered.h"
#include "base/digest.h"
#include "base/fault.h"
#include "document/wire/read_record.h"
#include "report/read_json.h"
#include "service/corrections.h"
#include "service/read_article.h"
#include "service/settle.h"

namespace hearsay {
namespace {

// Bytes of articles and scorecards between the reader and the sink. An article in work takes some thirty times its size
// besides, which is why few large ones are let in at once.
constexpr std::uint64_t kMostWaiting = 4U << 20U;
constexpr std::uint64_t kMostWaitingPerThread = 1U << 20U;
constexpr std::size_t kMostRemarks = 100;  // notes and warnings that are printed

// Of a batch.
struct Results {
  Diagnostics notes;
  std::vector<Outcome> outcomes;
  std::uint64_t consumed = 0;
};

std::uint64_t weight_of(const Diagnostics& diagnostics) {
  std::uint64_t bytes = 0;
  for (const Diagnostic& one : diagnostics)
    bytes += sizeof one + one.file.size() + one.message.size() + one.remedy.size() + one.source_line.size();
  return bytes;
}

std::uint64_t weight_of(const RawBatch& batch) {
  return batch.bytes.size() + batch.articles.size() * sizeof(RawArticle) + weight_of(batch.notes);
}

std::uint64_t weight_of(const Results& results) {
  std::uint64_t bytes = 0;
  for (const Outcome& outcome : results.outcomes) {
    bytes += sizeof outcome + outcome.out.size() + weight_of(outcome.diagnostics);
    for (const auto& [format, card] : outcome.scorecards) bytes += card.size();
    for (const Utterance& utterance : outcome.utterances) bytes += sizeof utterance + 8 * utterance.text.size();
    if (outcome.stored) bytes += 4 * outcome.stored->bytes;
  }
  return bytes;
}

/// A line that `audit --to jsonl` wrote; whether the rest is whole is for its reader to say.
bool is_scorecard(std::string_view record) {
  constexpr std::string_view kBegin = R"({"schema":"hearsay.scorecard/)";
  std::size_t at = 0;
  for (const char c : record.substr(0, 64)) {
    if (c == ' ' || c == '\t') continue;
    if (c != kBegin[at]) return false;
    if (++at == kBegin.size()) return true;
  }
  return false;
}

// One thread's work; keeps the buffers of the record parser.
class Worker {
 public:
  Worker(const Session& session, OtherLanguages& languages, const Sink& sink, const SettledItems* settled)
      : session_(session), languages_(languages), sink_(sink), settled_(settled) {}

  Results operator()(RawBatch batch) {
    Results results{.notes = std::move(batch.notes), .outcomes = {}, .consumed = batch.consumed};
    results.outcomes.reserve(batch.articles.size());
    for (const RawArticle& article : batch.articles) results.outcomes.push_back(work(batch, article));
    return results;
  }

 private:
  // An exception is a fault of ours or of a full memory: it costs this article, not the million others.
  Outcome work(const RawBatch& batch, const RawArticle& article) {
    try {
      return audit(batch, article);
    } catch (const Fatal&) {
      throw;
    } catch (const std::exception& error) {
      Outcome outcome = named(batch, article);
      outcome.sha256 = sha256_hex(batch.of(article));
      outcome.fault_elsewhere = true;
      outcome.fault = true;
      Diagnostic why = fault_of(error, "cannot be audited", outcome.path);
      return failed(std::move(outcome), std::move(why));
    }
  }

  Outcome audit(const RawBatch& batch, const RawArticle& article) {
    if (article.problem) return failed(named(batch, article), *article.problem);
    const RawFile& file = batch.files[article.file];
    if (article.line != 0 && article.holds == Holds::record && sink_.render_card && is_scorecard(batch.of(article)))
      return take_card(batch.of(article), {.file = file.path, .line = article.line});
    Diagnostics opened;
    const Session& session = sink_.session_for ? sink_.session_for(file.path, opened) : session_;
    Document document = reader_.read(batch, article, session);
    Outcome outcome{.id = document.id,
                    .path = document.path,
                    .sha256 = document.sha256,
                    .file = file.path,
                    .diagnostics = document.diagnostics,
                    .session = &session};
    outcome.diagnostics.insert(outcome.diagnostics.end(), opened.begin(), opened.end());
    if (document.text.empty()) {
      if (file.in_folder) outcome.alien = document.alien;
      if (sink_.render_failure) sink_.render_failure(outcome);
      return outcome;
    }
    const bool own_file = article.line == 0;
    const Corrections corrections = own_file ? read_corrections(file.path, outcome.diagnostics) : Corrections();
    // What people say of it may have changed, though the article has not.
    if (corrections.empty() && sink_.known && sink_.known(document)) {
      outcome.unchanged = true;
      return outcome;
    }
    outcome.read = true;
    std::vector<SettledItems::Place> places;
    if (settled_ != nullptr) places = settled_->document(document, session.engine->page);
    Analysis analysis = languages_.analyse(std::move(document), outcome.session, outcome.diagnostics, corrections);
    if (auto note = unmet_note(analysis.corrected, file.path)) outcome.diagnostics.push_back(std::move(*note));
    if (settled_ != nullptr) settled_->settle(places, analysis);
    sink_.render(analysis, outcome);
    return outcome;
  }

  [[nodiscard]] Outcome take_card(std::string_view json, const RecordPlace& place) const {
    Outcome outcome{.id = place_id(place), .path = {}, .sha256 = {}, .file = std::string(place.file)};
    Report report;
    Diagnostic problem;
    const CardKind kind = read_json(json, report, problem);
    problem.file = outcome.file;
    problem.line = static_cast<std::uint32_t>(place.line);
    switch (kind) {
      case CardKind::scorecard:
        outcome.id = report.id;
        outcome.sha256 = report.sha256;
        outcome.read = true;
        sink_.render_card(std::move(report), outcome);
        break;
      case CardKind::other:
        problem.message = "no scorecard";
        problem.severity = Severity::warning;
        [[fallthrough]];
      case CardKind::broken:
        outcome.diagnostics.push_back(std::move(problem));
    }
    return outcome;
  }

  // By its place: of one that was not read.
  static Outcome named(const RawBatch& batch, const RawArticle& article) {
    const RawFile& file = batch.files[article.file];
    Outcome outcome{.id = file.id.empty() ? file.path : file.id,
                    .path = file.path,
                    .file = file.path,
                    .fault_elsewhere = article.file_failed};
    if (article.line != 0) {
      outcome.id = place_id({.file = file.path, .line = article.line});
      outcome.path += ':' + std::to_string(article.line);
    }
    return outcome;
  }

  Outcome failed(Outcome outcome, Diagnostic why) const {
    outcome.diagnostics.push_back(std::move(why));
    if (sink_.render_failure) sink_.render_failure(outcome);
    return outcome;
  }

  const Session& session_;
  OtherLanguages& languages_;
  const Sink& sink_;
  const SettledItems* settled_;
  ArticleReader reader_;
};

// What is said of articles: every error, and so many remarks that somebody may read them.
class Reporter {
 public:
  Reporter(Listener& listener, ErrorsTo errors) : listener_(listener), errors_(errors) {}
  ~Reporter() {
    if (held_back_ != 0) listener_.say("… and " + std::to_string(held_back_) + " more notes and warnings");
  }
  Reporter(const Reporter&) = delete;
  Reporter& operator=(const Reporter&) = delete;

  void report(const Outcome& outcome) {
    if (errors_ == ErrorsTo::record && !outcome.fault_elsewhere) return;
    report(outcome.diagnostics);
  }

  void report(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
      if (diagnostic.severity == Severity::error || ++remarks_ <= kMostRemarks) {
        listener_.report(diagnostic);
      } else {
        ++held_back_;
      }
    }
  }

 private:
  Listener& listener_;
  ErrorsTo errors_;
  std::size_t remarks_ = 0;
  std::size_t held_back_ = 0;
};

// Files of folders that are no articles: "12 files passed over: 8 pictures, 3 binary; name one to see why". A JSON file
// is none where its one record has no text.
class PassedOver {
 public:
  explicit PassedOver(Reporter& reporter) : reporter_(reporter) {}

  /// Whether the outcome is such a file, or may yet turn out to be one.
  bool takes(const Outcome& outcome, Totals& totals) {
    const bool same_file = outcome.file == last_file_;
    last_file_ = outcome.file;
    if (json_) {
      if (same_file) {
        reporter_.report(*json_);
        ++totals.failures;
      } else {
        count(Alien::json, totals);
      }
      json_.reset();
    }
    if (outcome.alien == Alien::no || (outcome.alien == Alien::json && same_file)) return false;
    if (outcome.alien == Alien::json) {
      json_ = outcome.diagnostics;
    } else {
      count(outcome.alien, totals);
    }
    return true;
  }

  void end(Totals& totals, Listener& listener) {
    if (json_) count(Alien::json, totals);
    if (totals.aliens == 0) return;
    static constexpr std::array<std::pair<std::string_view, std::string_view>, kAlienCount> kWords = {
        {{"", ""},
         {"picture", "pictures"},
         {"binary", "binary"},
         {"archive", "archives"},
         {"empty", "empty"},
         {"JSON without text", "JSON without text"}}};
    std::string words =
        fmt::format("{} {} passed over:", totals.aliens, totals.aliens == 1 ? "file was" : "files were");
    std::string_view comma = " ";
    for (std::size_t i = 1; i < kAlienCount; ++i) {
      if (counts_.at(i) == 0) continue;
      words +=
          fmt::format("{}{} {}", comma, counts_.at(i), counts_.at(i) == 1 ? kWords.at(i).first : kWords.at(i).second);
      comma = ", ";
    }
    if (totals.articles + totals.unchanged + totals.failures == 0) {
      listener.report(Diagnostic{.message = "no article was found; " + words, .remedy = "name a file to see why"});
    } else {
      listener.say(words + "; name one to see why");
    }
  }

 private:
  void count(Alien alien, Totals& totals) {
    ++counts_.at(static_cast<std::size_t>(alien));
    ++totals.aliens;
  }

  Reporter& reporter_;
  std::array<std::size_t, kAlienCount> counts_ = {};
  std::optional<Diagnostics> json_;  // of the first record of a file, as long as it is the only one
  std::string last_file_;
};

// However the run ends, whoever listens is told.
class Begun {
 public:
  Begun(Listener& listener, const std::vector<std::string>& paths) : listener_(listener) { listener.begins(paths); }
  ~Begun() { listener_.ends(); }
  Begun(const Begun&) = delete;
  Begun& operator=(const Begun&) = delete;

 private:
  Listener& listener_;
};

}  // namespace

GateCounts& GateCounts::operator+=(const GateCounts& other) {
  suppressed += other.suppressed;
  settled += other.settled;
  forgiven += other.forgiven;
  gone += other.gone;
  untouched += other.untouched;
  failing += other.failing;
  return *this;
}

namespace {

Totals run_over(ArticleStream& stream, const std::vector<std::string>& names, ErrorsTo errors, const Session& session,
                Listener& listener, const Sink& sink, const SettledItems* settled = nullptr) {
  const Begun begun(listener, names);
  Reporter reporter(listener, errors);
  OtherLanguages languages;
  Totals totals;
  PassedOver passed_over(reporter);
  const auto take = [&](Results&& results) {
    reporter.report(results.notes);
    for (Outcome& outcome : results.outcomes) {
      if (errors == ErrorsTo::report && passed_over.takes(outcome, totals)) {
        sink.take(std::move(outcome));
        continue;
      }
      reporter.report(outcome);
      ++(outcome.read ? totals.articles : outcome.unchanged ? totals.unchanged : totals.failures);
      if (outcome.fault) ++totals.faults;
      for (int severity = 0; severity < 3; ++severity) totals.counts[severity] += outcome.counts[severity];
      sink.take(std::move(outcome));
    }
    listener.goes_on({.bytes = results.consumed, .articles = results.outcomes.size(), .failures = totals.failures});
  };
  // One batch that is all there is needs no threads.
  std::optional<RawBatch> first(std::in_place);
  const bool any = stream.pull(*first);
  const bool single = any && stream.ended();
  const std::uint64_t threads = session.settings.threads;
  const auto pull = [&]() -> std::optional<RawBatch> {
    if (first) return std::exchange(first, std::nullopt);
    RawBatch batch;
    if (!stream.pull(batch) && batch.notes.empty()) return std::nullopt;
    return batch;
  };
  pull_in_order(
      {.threads = any && !single ? session.settings.threads : 1,
       .weight = kMostWaiting + kMostWaitingPerThread * threads},
      pull, [&] { return Worker(session, languages, sink, settled); }, take,
      [](const auto& of) { return weight_of(of); }, [&] { listener.waits(); });
  passed_over.end(totals, listener);
  return totals;
}

}  // namespace

Totals for_each_article(const InputChoice& input, const Session& session, Listener& listener, const Sink& sink) {
  if (input.paths.empty())
    throw Fatal({.message = "no PATH is given", .remedy = "name a file or a folder, or - for standard input"});
  const Interrupt interrupt;
  ArticleStream stream(input.paths, {.from = input.from,
                                     .shard = input.shard,
                                     .interrupt = &interrupt,
                                     .stop = {},
                                     .done = sink.done,
                                     .page_words = session.engine->page});
  Totals totals = run_over(stream, input.paths, input.errors, session, listener, sink, input.settled);
  totals.interrupted = interrupt.requested();
  return totals;
}

Totals for_each_article(FeedChoice choice, const Session& session, Listener& listener, const Sink& sink) {
  const std::vector<std::string> names = {choice.feed.name};
  ArticleStream stream(
      std::move(choice.feed),
      {.from = choice.from, .shard = {}, .stop = choice.stop, .done = sink.done, .page_words = session.engine->page});
  Totals totals = run_over(stream, names, choice.errors, session, listener, sink);
  totals.interrupted = choice.stop && choice.stop();
  return totals;
}

void count_findings(const Scorecard& scorecard, Outcome& outcome) {
  for (const Finding& finding : scorecard.findings) {
    if (finding.suppressed.empty()) ++outcome.counts[static_cast<int>(finding.severity)];
  }
}

bool has_findings(const Totals& totals, FailOn fail_on) {
  for (int severity = static_cast<int>(fail_on); severity < 3; ++severity) {
    if (totals.counts[severity] != 0) return true;
  }
  return false;
}

}  // namespace hearsay
