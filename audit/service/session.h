// Settings and the engine they ask for: all that judges an article.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

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

/// All stages, as the session's settings ask: the house that they name, the evidence, how sure to be; and as people
/// corrected what is read.
[[nodiscard]] Analysis analyse(Document document, const Session& session, const Corrections& corrections = {});

/// Sessions like others, but for the pack: for articles in a language that the settings' own pack does not read and
/// another one does. Each is opened once; may be asked by several threads.
class OtherLanguages {
 public:
  /// analyse(), and once more by the pack of the language that the article turned out to be in, where there is one and
  /// the settings leave the language open. `session` is then set to the one that was taken, which lives as long as this
  /// and as long as the one that was given.
  [[nodiscard]] Analysis analyse(Document document, const Session*& session, Diagnostics& diagnostics,
                                 const Corrections& corrections = {});

 private:
  [[nodiscard]] const Session* session_for(const std::string& language, const Session& session,
                                           Diagnostics& diagnostics);
  std::mutex mutex_;
  std::map<std::pair<const Session*, std::string>, std::unique_ptr<Session>> sessions_;
};

}  // namespace hearsay
