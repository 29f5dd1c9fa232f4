// What the tests of comparing share: two texts through the whole program, and the kinds that were found.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "compare/compare.h"
#include "document/read.h"
#include "pipeline.h"

namespace hearsay {

/// The shipped rules, with the evidence where it is built.
inline const Engine& compare_engine() {
  static const Engine kEngine = [] {
    Diagnostics diagnostics;
    EngineOptions options{.pack = {.root = std::filesystem::path(HEARSAY_SOURCE_DIR) / "rules"}};
    const std::filesystem::path model = HEARSAY_BUILD_DIR "/rules/en/evidence/evidence.bin";
    if (std::filesystem::exists(model)) options.model = model;
    return load_engine(options, diagnostics);
  }();
  return kEngine;
}

inline Report report_of_text(const std::string& text, const std::string& name = "story.txt") {
  const Engine& engine = compare_engine();
  return report_of(analyse(read(text, name, engine.page), engine), engine);
}

inline VersionChanges compare_reports(const Report& older, const Report& newer) {
  const Engine& engine = compare_engine();
  return compare(older, newer, engine.pack.program.vocabulary.language, engine.page);
}

inline VersionChanges compare_texts(const std::string& older, const std::string& newer) {
  return compare_reports(report_of_text(older), report_of_text(newer));
}

/// "source-added quotation-changed", in the order in which they stand.
inline std::string kinds_of(const VersionChanges& changes) {
  std::string kinds;
  for (const Change& change : changes.changes) kinds.append(kinds.empty() ? "" : " ").append(name_of(change.kind).id);
  return kinds;
}

/// `text` with the first `was` as `is`; a text without it is a mistake in the test.
inline std::string replaced(std::string text, const std::string& was, const std::string& is) {
  const std::size_t at = text.find(was);
  if (at == std::string::npos) return "the text has no: " + was;
  return text.replace(at, was.size(), is);
}

}  // namespace hearsay
