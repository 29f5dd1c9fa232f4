// Entries: threads_csv, write_threads_csv.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/csv.h"
#include "report/threads/write_threads.h"

namespace hearsay {
namespace {

constexpr std::array<const char*, 18> kColumns = {
    "thread",  "kind",   "confidence",      "independent", "credibility", "differs",
    "article", "outlet", "published",       "attribution", "source",      "anonymous",
    "via",     "medium", "changed_letters", "text",        "title",       "url"};

std::size_t changed_letters(const ReportMember& member) {
  std::size_t letters = 0;
  for (const CodeSpan& span : member.changed) letters += span.second - span.first;
  return letters;
}

class CsvThreads : public ThreadsWriter {
 public:
  std::string head(const ThreadsTotals& /* totals */) override {
    std::string out;
    std::copy(kColumns.begin(), kColumns.end(), cells_.begin());
    append_csv_row(out, cells_);
    return out;
  }

  std::string add(const ReportThread& thread) override {
    std::string out;
    for (const ReportMember& member : thread.members) {
      cells_ = {thread.id,
                thread.kind,
                fmt::format("{}", thread.confidence),
                std::to_string(thread.independent),
                std::to_string(thread.credibility),
                fmt::format("{}", fmt::join(thread.differs, "; ")),
                member.article,
                member.outlet,
                member.published,
                member.attribution,
                member.source,
                member.anonymous ? "yes" : "no",
                fmt::format("{}", fmt::join(member.via, "; ")),
                member.medium,
                std::to_string(changed_letters(member)),
                member.text,
                member.title,
                member.url};
      append_csv_row(out, cells_);
    }
    return out;
  }

  std::string tail(const ThreadsTotals& /* totals */) override { return {}; }

 private:
  std::array<std::string, kColumns.size()> cells_;
};

}  // namespace

std::unique_ptr<ThreadsWriter> threads_csv() {
  return std::make_unique<CsvThreads>();
}

std::string write_threads_csv(const ThreadsReport& report) {
  return write_threads(*threads_csv(), report);
}

}  // namespace hearsay
