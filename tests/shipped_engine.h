// The engine with the rules that ship, loaded once per test program.
#pragma once

#include <filesystem>

#include "pipeline.h"

namespace hearsay {

inline const Engine& shipped_engine() {
  static const Engine kEngine = [] {
    Diagnostics diagnostics;
    return load_engine({.pack = {.root = std::filesystem::path(HEARSAY_SOURCE_DIR) / "rules"}}, diagnostics);
  }();
  return kEngine;
}

}  // namespace hearsay
