#include "fuzz/shipped_session.h"

namespace hearsay::fuzz {

SettingsChoice shipped_settings() {
  SettingsChoice choice;
  choice.settings = "none";
  choice.rules = HEARSAY_SOURCE_DIR "/rules";
  choice.evidence = false;
  choice.threads = 1;
  return choice;
}

const Session& shipped_session() {
  static Engines engines;
  static const Session kSession = [] {
    Diagnostics diagnostics;
    return open_session(shipped_settings(), engines, diagnostics);
  }();
  return kSession;
}

}  // namespace hearsay::fuzz
