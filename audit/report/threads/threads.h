// The view model of threads across articles: all that a report shows of them. Renderers read only this.
#pragma once

#include <string>
#include <vector>

#include "report/report.h"

namespace hearsay {

struct ReportMember {
  std::string article, outlet, published;  // id; "" = null in JSON
  std::string title, url;                  // of the article; "" = not known
  std::string attribution;                 // "" : a quotation that no attribution covers
  std::string text;
  std::string source;  // "" = not stated
  std::vector<std::string> via;
  std::string medium;
  bool anonymous = false;
  bool anchor = false;  // the wording against which the others are shown
  CodeSpans changed;    // of `text`: words that the anchor has not; of the anchor: none
};

struct ReportThread {
  std::string id;    // "t1"
  std::string kind;  // "quotation", "claim"
  std::vector<ReportMember> members;
  std::vector<std::string> differs;
  double confidence = 1;
  std::size_t articles = 0, outlets = 0;
  std::size_t independent = 0;  // chains that do not depend on one another
  int credibility = 6;
};

struct ThreadsReport {
  std::vector<ReportThread> threads;
  std::size_t articles = 0;    // looked at
  std::size_t utterances = 0;  // compared
};

/// Of a report whose threads are not held together.
struct ThreadsTotals {
  std::size_t threads = 0, articles = 0, utterances = 0;
};

}  // namespace hearsay
