// Any bytes as the JSON of a scorecard. One that is read is written so that it reads as the same; nothing changed
// between it and itself; what many articles are traced by can be told of it.
#include <string>
#include <string_view>

#include "compare/compare.h"
#include "english_words.h"
#include "fuzz/holds.h"
#include "report/read_json.h"
#include "report/write_json.h"
#include "utterances.h"

namespace hearsay::fuzz {

void fuzz_card(std::string_view bytes) {
  Report report;
  Diagnostic problem;
  const CardKind kind = read_json(bytes, report, problem);
  require((kind == CardKind::broken) == !problem.message.empty());
  if (kind != CardKind::scorecard) return;
  const std::string json = write_json(report);
  const std::string line = write_json(report, JsonLayout::line);
  require_json(json);
  require(line.find('\n') == line.size() - 1);
  for (const std::string& written : {json, line}) {
    Report again;
    require(read_json(written, again, problem) == CardKind::scorecard);
    require(write_json(again) == json);
  }
  const Vocabulary& words = english_vocabulary();
  for (const Utterance& one : utterances_of(report, words)) require(!one.text.empty());
  require(compare(report, report, words.language, english_page_words()).changes.empty());
}

}  // namespace hearsay::fuzz
