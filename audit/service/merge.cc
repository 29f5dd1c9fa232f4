#include "service/merge.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <utility>

#include "archive/byte_source.h"
#include "archive/interrupt.h"
#include "report/read_json.h"
#include "service/outputs.h"
#include "service/stored.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestRecord = std::size_t{256} << 20;

// Lines of a file, compressed or not, in bounded memory.
class Lines {
 public:
  Lines(const std::string& path, const Interrupt& interrupt) : source_(path, &interrupt), piece_(kPiece, '\0') {}

  /// The next line without its end; of one that is longer than a record may be, the beginning. False at the end.
  bool next(std::string& line) {
    line.clear();
    for (bool any = false;; any = true) {
      if (at_ == end_) {
        at_ = 0;
        end_ = source_.read(piece_.data(), piece_.size());
        if (end_ == 0) return any && !source_.cut_short() && !line.empty();
      }
      const std::string_view rest = std::string_view(piece_).substr(at_, end_ - at_);
      const std::size_t feed = rest.find('\n');
      const std::string_view part = rest.substr(0, feed);
      if (line.size() <= kLongestRecord) line += part;
      at_ += part.size();
      if (feed == std::string_view::npos) continue;
      ++at_;
      return true;
    }
  }
  [[nodiscard]] const std::optional<Diagnostic>& problem() const { return source_.problem(); }

 private:
  static constexpr std::size_t kPiece = 256U << 10U;
  ByteSource source_;
  std::string piece_;
  std::size_t at_ = 0, end_ = 0;  // of what is read and not given out
};

// One input of a merge, article by article into the writer.
class Fold {
 public:
  Fold(StoreWriter& writer, Listener& listener, const Interrupt& interrupt, const std::string& path)
      : writer_(writer), listener_(listener), interrupt_(interrupt), path_(path) {}

  void run() {
    if (path_ != "-" && is_store(path_)) {
      fold_store();
    } else {
      fold_records();
    }
  }

 private:
  void add(Report&& report, const std::string& rules) {
    PreparedArticle article;
    if (auto problem = prepare(std::move(report), rules, article)) {
      problem->file = path_;
      problem->line = line_;
      listener_.report(*problem);
    } else {
      writer_.add(std::move(article));
    }
  }

  void fold_store() {
    StoreReader reader(path_);
    Diagnostics diagnostics;
    StoreReader earlier(path_);  // a second one: the first is within its articles
    const bool any = earlier.info().versions != 0;
    reader.for_each(
        [&](Report&& report, const std::string& rules) {
          if (any)
            earlier.for_each_earlier(
                report.id, [&](Report&& version, const std::string& judged) { writer_.add_earlier(version, judged); });
          add(std::move(report), rules);
        },
        diagnostics, [&] { return interrupt_.requested(); });
    listener_.report(diagnostics);
  }

  void fold_records() {
    Lines lines(path_, interrupt_);
    std::uint64_t others = 0;
    for (std::string record; !interrupt_.requested() && lines.next(record);) {
      ++line_;
      if (!record.empty()) others += fold(record) ? 0U : 1U;
    }
    if (others != 0) {
      listener_.report(Diagnostic{.severity = Severity::note,
                                  .file = path_,
                                  .message = fmt::format("{} records are no scorecards and were passed over", others)});
    }
    if (lines.problem()) listener_.report(*lines.problem());
  }

  // False where the record is something else than a scorecard.
  bool fold(const std::string& record) {
    Report report;
    Diagnostic problem;
    CardKind kind = CardKind::broken;
    if (record.size() > kLongestRecord) {
      problem = {.message = "this record is too long", .remedy = "give the output of hearsay audit --to jsonl"};
    } else {
      kind = read_json(record, report, problem);
    }
    if (kind == CardKind::other) return false;
    if (kind == CardKind::broken) {
      problem.file = path_;
      problem.line = line_;
      listener_.report(problem);
      return true;
    }
    const std::string rules = rules_of_report(report);
    add(std::move(report), rules);
    return true;
  }

  StoreWriter& writer_;
  Listener& listener_;
  const Interrupt& interrupt_;
  const std::string& path_;
  std::uint32_t line_ = 0;  // of a file of records
};

}  // namespace

MergeTotals merge_stores(const std::string& out, const std::vector<std::string>& inputs, Listener& listener) {
  for (const std::string& input : inputs) {
    if (same_file(out, input))
      throw Fatal({.file = out, .message = "a store cannot be merged into itself", .remedy = "give another OUT first"});
  }
  ReadFiles read;
  read.add(inputs);
  refuse_store(out, read);
  const Interrupt interrupt;
  StoreWriter writer(out, {.knows_history = true});
  for (const std::string& input : inputs) {
    if (interrupt.requested()) break;
    try {
      Fold fold(writer, listener, interrupt, input);
      fold.run();
    } catch (const Fatal& fatal) {
      if (fatal.diagnostic().file == out) throw;
      listener.report(fatal.diagnostic());  // this input; the others go on
    }
  }
  return {.stored = writer.finish(), .interrupted = interrupt.requested()};
}

}  // namespace hearsay
