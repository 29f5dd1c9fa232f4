#include "service/session.h"

#include <utility>

namespace hearsay {

Session open_session(const SettingsChoice& choice, Engines& engines, Diagnostics& diagnostics) {
  Settings settings = decide_settings(choice, diagnostics);
  HeldEngine engine = engines.of(settings);
  diagnostics.insert(diagnostics.end(), engine.problems().begin(), engine.problems().end());
  return {.settings = std::move(settings), .engine = std::move(engine)};
}

Session open_session(const SettingsChoice& choice, Engines& engines, Listener& listener) {
  Diagnostics diagnostics;
  Session session = open_session(choice, engines, diagnostics);
  listener.report(diagnostics);
  return session;
}

Analysis analyse(Document document, const Session& session) {
  const Settings& settings = session.settings;
  if (!settings.outlet.empty()) document.outlet = settings.outlet;
  return analyse(std::move(document), *session.engine,
                 {.evidence = settings.evidence, .min_confidence = settings.min_confidence});
}

}  // namespace hearsay
