#include "service/verify_articles.h"

#include <utility>

#include "archive/inputs.h"
#include "service/engines.h"
#include "service/hold_draft.h"
#include "service/read_article.h"
#include "service/read_files.h"
#include "service/session.h"

namespace hearsay {
namespace {

constexpr std::uint64_t kMostDraft = 64ULL << 20U;  // bytes

}  // namespace

std::optional<VerificationReport> verify_article(const VerifyChoice& choice, const SettingsChoice& settings,
                                                 Listener& listener) {
  if (choice.originals.paths.empty())
    throw Fatal(
        {.message = "no originals are given", .remedy = "name files, folders, archives or stores after --against"});
  Engines engines;
  const Session first = open_session(settings, engines, listener);
  ReadFiles read = files_read({.paths = {choice.draft}, .beside = choice.originals.paths}, first);
  refuse_printing_on(read);
  std::string bytes;
  if (const auto problem = read_file(choice.draft, kMostDraft, bytes)) {
    listener.report(*problem);
    return std::nullopt;
  }
  Document document = read_whole_article(bytes, choice.draft, *first.engine, {.changes = first.settings.changes});
  listener.report(document.diagnostics);
  if (document.text.empty()) return std::nullopt;
  OtherLanguages languages;
  const Session* session = &first;
  Diagnostics diagnostics;
  const Analysis draft = languages.analyse(std::move(document), session, diagnostics);
  listener.report(diagnostics);
  Originals originals(choice.originals, *session, 0);
  VerificationReport report{.article = draft.document.id, .title = draft.document.title};
  report.all = originals.hold(draft, *session, &listener);
  report.policy = session->engine->policy.id;
  report.policy_name = session->engine->policy.name;
  report.originals = originals.count();
  report.missing = originals.missing();
  return report;
}

VerificationReport verify_documents(const Analysis& draft, std::vector<Document> originals, const Session& session) {
  VerificationReport report{.article = draft.document.id,
                            .title = draft.document.title,
                            .policy = session.engine->policy.id,
                            .policy_name = session.engine->policy.name,
                            .originals = originals.size(),
                            .missing = {},
                            .all = {}};
  std::vector<const Document*> read;
  for (Document& original : originals) {
    if (original.text.empty()) {
      report.missing.push_back(original.path);
    } else {
      original = prepared_original(std::move(original));
      read.push_back(&original);
    }
  }
  report.all = hold_draft(draft, session, read, !report.missing.empty()).verifications;
  return report;
}

bool has_errors(const VerificationReport& report) {
  return count_severity(report, "error") != 0;
}

}  // namespace hearsay
