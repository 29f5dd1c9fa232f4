// A text and any annotation of it (0x1e between): what is taken lies in the text, and an article can be judged by it.
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "evaluate/judge_article.h"
#include "evaluate/marking.h"
#include "fuzz/holds.h"
#include "fuzz/shipped_session.h"

namespace hearsay::fuzz {

void fuzz_standoff(std::string_view bytes) {
  const std::vector<std::string_view> pieces = pieces_of(bytes, 3);
  const std::string_view text = pieces.front().substr(0, valid_utf8_prefix(pieces.front()));
  const std::string_view gold = pieces.size() > 1 ? pieces[1] : pieces.front();
  const auto points = static_cast<std::uint32_t>(count_code_points(text));
  Diagnostics diagnostics;
  const Standoff standoff = parse_standoff(gold, "fuzz.ann", points, diagnostics);
  require(diagnostics.size() <= 21);
  for (const StandoffSpan& span : standoff.spans) {
    for (const CodeRange range : span.ranges) require(range.begin <= range.end && range.end <= points);
  }
  for (const StandoffEvent& event : standoff.events) {
    for (const auto& [role, index] : event.roles) require(index < standoff.spans.size());
  }
  for (const Marking& marking : markings_of(standoff).all) require(!marking.cue.empty() || !marking.content.empty());
  ArticleInput input{.id = "fuzz", .path = "fuzz.txt", .text = text, .gold = gold, .gold_path = "fuzz.ann"};
  input.predicted = pieces.size() > 2 ? pieces[2] : gold;
  input.facts.resize(markings_of(parse_standoff(input.predicted, "", points, diagnostics)).all.size(),
                     {.rule = "say", .entry = kNone, .traits = 0, .confidence = 0.5});
  static_cast<void>(judge_article(input, shipped_session().engine->pack.program, diagnostics));
}

}  // namespace hearsay::fuzz
