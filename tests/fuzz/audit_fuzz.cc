// Any bytes as an article, through every stage and every report.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "dump.h"
#include "pipeline.h"
#include "read_english.h"
#include "report/exports/write_brat.h"
#include "report/html/write_html.h"
#include "report/write_json.h"
#include "report/write_text.h"
#include "report/write_xml.h"

namespace {

const hearsay::Engine& engine() {
  static const hearsay::Engine kEngine = [] {
    hearsay::Diagnostics ignored;
    return hearsay::load_engine({.pack = {.root = HEARSAY_SOURCE_DIR "/rules"}}, ignored);
  }();
  return kEngine;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  Document document = read_english({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (document.text.empty()) {
    if (document.diagnostics.empty()) std::abort();  // a silent nothing
    return 0;
  }
  const Analysis analysis = analyse(std::move(document), engine());
  for (std::size_t stage = 0; stage < stage_names().size(); ++stage) {
    static_cast<void>(dump(static_cast<Stage>(stage), analysis, engine()));
  }
  const Report report = report_of(analysis, engine());
  const std::size_t written = write_html(report).size() + write_xml(report).size() + write_json(report).size() +
                              write_brat(report).size() + write_text(report).size();
  if (written == 0) std::abort();
  return 0;
}
