// Any bytes as an article through every stage, and each stage's value as text; the same bytes give the same article.
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "dump.h"
#include "fuzz/holds.h"
#include "fuzz/shipped_session.h"
#include "service/read_article.h"

namespace hearsay::fuzz {

void fuzz_audit(std::string_view bytes) {
  const Engine& engine = *shipped_session().engine;
  Document document = read_whole_article(bytes, "fuzz", engine);
  if (document.text.empty()) return require(!document.diagnostics.empty());  // no silent nothing
  const Analysis analysis = analyse(std::move(document), engine);
  for (std::size_t stage = 0; stage < stage_names().size(); ++stage)
    require(is_valid_utf8(dump(static_cast<Stage>(stage), analysis, engine)));
}

}  // namespace hearsay::fuzz
