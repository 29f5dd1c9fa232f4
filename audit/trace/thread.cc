// The names that files and reports use.
#include "trace/thread.h"

namespace hearsay {

std::string_view thread_kind_name(ThreadKind kind) {
  return kind == ThreadKind::quotation ? "quotation" : "claim";
}

std::string_view difference_name(Difference difference) {
  switch (difference) {
    case Difference::wording:
      return "wording";
    case Difference::source:
      return "source";
    case Difference::via:
      return "via";
    case Difference::medium:
      return "medium";
    case Difference::date:
      return "date";
    case Difference::anonymity:
      return "anonymity";
  }
  return "wording";
}

}  // namespace hearsay
