#include "service/merge.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <utility>

#include "report/read_json.h"
#include "service/outputs.h"
#include "service/stored.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestRecord = std::size_t{256} << 20;

// One input of a merge, article by article into the writer.
class Fold {
 public:
  Fold(StoreWriter& writer, Listener& listener, const std::string& path)
      : writer_(writer), listener_(listener), path_(path) {}

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
        diagnostics);
    listener_.report(diagnostics);
  }

  void fold_records() {
    std::ifstream file;
    if (path_ != "-") file.open(path_, std::ios::binary);
    std::istream& in = path_ == "-" ? std::cin : file;
    if (path_ != "-" && !file.is_open()) {
      listener_.report(
          Diagnostic{.file = path_, .message = "cannot be read", .remedy = "check its name and permissions"});
      return;
    }
    std::uint64_t others = 0;
    for (std::string record; std::getline(in, record);) {
      ++line_;
      if (!record.empty()) others += fold(record) ? 0U : 1U;
    }
    if (others != 0) {
      listener_.report(Diagnostic{.severity = Severity::note,
                                  .file = path_,
                                  .message = fmt::format("{} records are no scorecards and were passed over", others)});
    }
    if (in.bad()) listener_.report(Diagnostic{.file = path_, .message = "cannot be read to its end"});
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
  const std::string& path_;
  std::uint32_t line_ = 0;  // of a file of records
};

}  // namespace

StoreTotals merge_stores(const std::string& out, const std::vector<std::string>& inputs, Listener& listener) {
  for (const std::string& input : inputs) {
    if (same_file(out, input))
      throw Fatal({.file = out, .message = "a store cannot be merged into itself", .remedy = "give another OUT first"});
  }
  StoreWriter writer(out, {.knows_history = true});
  for (const std::string& input : inputs) {
    try {
      Fold fold(writer, listener, input);
      fold.run();
    } catch (const Fatal& fatal) {
      if (fatal.diagnostic().file == out) throw;
      listener.report(fatal.diagnostic());  // this input; the others go on
    }
  }
  return writer.finish();
}

}  // namespace hearsay
