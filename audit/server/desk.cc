// Desk::audit(): read, analyse, and once more by the pack of the language that the article turned out to be in; the
// same as a run over files does for each article (service/articles.cc).
#include "server/desk.h"

#include <exception>
#include <utility>

#include "base/fault.h"
#include "server/desk_originals.h"
#include "server/jobs.h"
#include "service/read_article.h"
#include "service/read_files.h"
#include "service/stored.h"

namespace hearsay {

Desk::Desk(SettingsChoice settings, std::optional<std::string> store, Diagnostics& diagnostics)
    : settings_(std::move(settings)),
      session_(open_session(settings_, engines_, diagnostics)),
      store_(std::move(store)),
      originals_(std::make_unique<DeskOriginals>()),
      jobs_(std::make_unique<Jobs>(*this, JobLimits())) {
  if (!store_) return;
  ReadFiles read;
  add_session(session_, read);
  refuse_store(*store_, read);
}

Desk::~Desk() = default;

Session Desk::open(const SettingsChoice& other, Diagnostics& diagnostics) {
  return open_session(other, engines_, diagnostics);
}

Desk::Audited Desk::audit(std::string_view bytes, std::string_view name, const SettingsChoice* other,
                          std::string_view charset, const Corrections& corrections, std::string_view outlet) {
  Audited audited;
  if (other != nullptr) audited.opened = std::make_unique<Opened>(open(*other, audited.diagnostics));
  audited.session = audited.opened ? &audited.opened->session : &session_;
  OtherLanguages& languages = audited.opened ? audited.opened->languages : languages_;
  try {
    Document document = read_whole_article(bytes, name, *audited.session->engine,
                                           {.charset = charset, .changes = audited.session->settings.changes});
    audited.diagnostics.insert(audited.diagnostics.end(), document.diagnostics.begin(), document.diagnostics.end());
    if (document.text.empty()) return audited;
    if (document.outlet.empty()) document.outlet = outlet;
    audited.analysis = languages.analyse(std::move(document), audited.session, audited.diagnostics, corrections);
    audited.report = report_of(audited.analysis, *audited.session->engine);
    audited.read = true;
    ++audited_;
  } catch (const Fatal&) {
    throw;
  } catch (const std::exception& error) {  // a fault of ours or of a full memory: it costs this article alone
    audited.diagnostics.push_back(fault_of(error, "cannot be audited"));
  }
  return audited;
}

}  // namespace hearsay
