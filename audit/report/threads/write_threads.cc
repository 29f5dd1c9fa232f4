// Entry: write_threads.
#include "report/threads/write_threads.h"

namespace hearsay {

std::string write_threads(ThreadsWriter& writer, const ThreadsReport& report) {
  std::string threads;
  for (const ReportThread& thread : report.threads) threads += writer.add(thread);
  const ThreadsTotals totals{
      .threads = report.threads.size(), .articles = report.articles, .utterances = report.utterances};
  return writer.head(totals) + threads + writer.tail(totals);
}

}  // namespace hearsay
