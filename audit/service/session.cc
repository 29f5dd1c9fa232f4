#include "service/session.h"

#include <utility>

#include "rules/whole_pack.h"

namespace hearsay {

Session open_session(const SettingsChoice& choice, Engines& engines, Diagnostics& diagnostics) {
  Settings settings = decide_settings(choice, diagnostics);
  HeldEngine engine = engines.of(settings);
  if (engine.is_new()) diagnostics.insert(diagnostics.end(), engine.problems().begin(), engine.problems().end());
  return {.settings = std::move(settings), .engine = std::move(engine)};
}

Session open_session(const SettingsChoice& choice, Engines& engines, Listener& listener) {
  Diagnostics diagnostics;
  Session session = open_session(choice, engines, diagnostics);
  listener.report(diagnostics);
  return session;
}

Analysis analyse(Document document, const Session& session, const Corrections& corrections) {
  const Settings& settings = session.settings;
  if (!settings.outlet.empty()) document.outlet = settings.outlet;
  return analyse(
      std::move(document), *session.engine,
      {.evidence = settings.evidence, .min_confidence = settings.min_confidence, .corrections = corrections});
}

Analysis OtherLanguages::analyse(Document document, const Session*& session, Diagnostics& diagnostics,
                                 const Corrections& corrections) {
  Analysis analysis = hearsay::analyse(std::move(document), *session, corrections);
  if (analysis.scorecard.withheld.id != "language" || session->settings.language_given) return analysis;
  const Session* other = session_for(analysis.language.code, *session, diagnostics);
  if (other == nullptr) return analysis;
  session = other;
  return hearsay::analyse(std::move(analysis.document), *session, corrections);
}

const Session* OtherLanguages::session_for(const std::string& language, const Session& session,
                                           Diagnostics& diagnostics) {
  if (!has_pack(session.settings.rules_root, language)) return nullptr;
  const std::scoped_lock lock(mutex_);
  const auto [at, is_new] = sessions_.try_emplace({&session, language});
  if (!is_new) return at->second.get();
  Settings settings = session.settings;
  settings.language = language;
  settings.registers_alone = true;
  try {
    HeldEngine engine = session.engine.engines().of(settings);
    if (engine.is_new()) diagnostics.insert(diagnostics.end(), engine.problems().begin(), engine.problems().end());
    at->second = std::make_unique<Session>(Session{.settings = std::move(settings), .engine = std::move(engine)});
  } catch (const Fatal& fatal) {  // its articles are as those of a language without a pack; the others go on
    diagnostics.push_back(fatal.diagnostic());
    diagnostics.back().severity = Severity::warning;
  }
  return at->second.get();
}

}  // namespace hearsay
