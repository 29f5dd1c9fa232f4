// Settings and the engine they ask for: all that judges an article.
#pragma once

#include "pipeline.h"
#include "service/choices.h"
#include "service/engines.h"
#include "service/listener.h"
#include "service/settings.h"

namespace hearsay {

struct Session {
  Settings settings;
  HeldEngine engine;
};

/// Settings decided and rules loaded; what is wrong with them is added to `diagnostics`. Throws Fatal as
/// decide_settings and Engines.
[[nodiscard]] Session open_session(const SettingsChoice& choice, Engines& engines, Diagnostics& diagnostics);
[[nodiscard]] Session open_session(const SettingsChoice& choice, Engines& engines, Listener& listener);

/// All stages, as the session's settings ask: the house that they name, the evidence, how sure to be.
[[nodiscard]] Analysis analyse(Document document, const Session& session);

}  // namespace hearsay
