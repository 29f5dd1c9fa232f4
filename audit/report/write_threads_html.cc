// Entry: write_threads_html.
#include "report/write_threads.h"
namespace hearsay {
std::string write_threads_html(const ThreadsReport&) { return {}; }
}  // namespace hearsay
