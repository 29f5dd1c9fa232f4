// Threads across articles for people and programs. Everything that comes from an article is escaped for where it goes.
#pragma once

#include <memory>
#include <string>

#include "report/table/page_place.h"
#include "report/threads/threads.h"
#include "report/write_text.h"

namespace hearsay {

/// Writes threads one after the other, so that nobody needs to hold them together. A report is its head, what `add`
/// gave of each thread in order, and its tail; both ends are asked for when all threads were added, for they tell how
/// many there are.
class ThreadsWriter {
 public:
  ThreadsWriter() = default;
  virtual ~ThreadsWriter() = default;
  ThreadsWriter(const ThreadsWriter&) = delete;
  ThreadsWriter& operator=(const ThreadsWriter&) = delete;

  [[nodiscard]] virtual std::string add(const ReportThread& thread) = 0;
  [[nodiscard]] virtual std::string head(const ThreadsTotals& totals) = 0;
  [[nodiscard]] virtual std::string tail(const ThreadsTotals& totals) = 0;
};
[[nodiscard]] std::string write_threads(ThreadsWriter& writer, const ThreadsReport& report);

/// {"threads": […]}, with what was added since at the end of each object. Ends with a newline.
[[nodiscard]] std::unique_ptr<ThreadsWriter> threads_json();
[[nodiscard]] std::string write_threads_json(const ThreadsReport& report);

/// A row per member, with a header; RFC 4180. A cell that a spreadsheet would take for a formula begins with '.
[[nodiscard]] std::unique_ptr<ThreadsWriter> threads_csv();
[[nodiscard]] std::string write_threads_csv(const ThreadsReport& report);

/// A thread after the other: earliest first, who carried it, through whom, what differs; changed words in [ ] and, with
/// colour, underlined.
[[nodiscard]] std::unique_ptr<ThreadsWriter> threads_text(const TextOptions& options = {});
[[nodiscard]] std::string write_threads_text(const ThreadsReport& report, const TextOptions& options = {});

/// One self-contained page: makes no request, works without JavaScript, with which it can be filtered.
[[nodiscard]] std::unique_ptr<ThreadsWriter> threads_html_page();
[[nodiscard]] std::string write_threads_html(const ThreadsReport& report, const PagePlace& place = {});
/// What such a page says, as markup, for a page of another frame: head, threads and how to read them.
[[nodiscard]] std::string write_threads_body(const ThreadsReport& report, const PagePlace& place = {});
/// "3 threads across 40 articles".
[[nodiscard]] std::string threads_title(const ThreadsReport& report);

}  // namespace hearsay
