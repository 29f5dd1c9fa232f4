#include "server/desk.h"

#include <utility>

#include "service/read_article.h"

namespace hearsay {

Desk::Desk(SettingsChoice settings, std::optional<std::string> store, Diagnostics& diagnostics)
    : settings_(std::move(settings)),
      session_(open_session(settings_, engines_, diagnostics)),
      store_(std::move(store)) {}

Desk::Audited Desk::audit(std::string_view bytes, std::string_view name, const SettingsChoice* /* other */,
                          const Corrections& corrections) {
  Audited audited;
  audited.session = &session_;
  Document document = read_whole_article(bytes, name, *session_.engine, {.changes = session_.settings.changes});
  audited.diagnostics = document.diagnostics;
  if (document.text.empty()) return audited;
  audited.analysis = languages_.analyse(std::move(document), audited.session, audited.diagnostics, corrections);
  audited.report = report_of(audited.analysis, *audited.session->engine);
  return audited;
}

}  // namespace hearsay
