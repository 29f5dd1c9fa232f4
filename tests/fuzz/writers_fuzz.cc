// A draft and what lies beside it (0x1e between): audited, held against each other, compared and traced, and written in
// every format of the tables; each is well-formed as its media type says.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "compare/compare.h"
#include "fuzz/holds.h"
#include "fuzz/shipped_session.h"
#include "report/findings/run_writer.h"
#include "report/formats.h"
#include "report/plain.h"
#include "report/table/articles.h"
#include "service/checksheets.h"
#include "service/gate.h"
#include "service/hold_draft.h"
#include "service/read_article.h"
#include "service/verify_articles.h"
#include "threads.h"
#include "trace/across.h"
#include "utterances.h"

namespace hearsay::fuzz {
namespace {

const Session& session() {
  return shipped_session();
}

Report audited(std::string_view bytes, std::string_view name, Analysis& analysis) {
  Document document = read_whole_article(bytes, name, *session().engine);
  if (document.text.empty()) return {};
  analysis = analyse(std::move(document), session());
  return report_of(analysis, *session().engine);
}

/// Text for people goes to a terminal through this, with our colours kept.
void require_words(const std::string& plain, const std::string& coloured) {
  require_printable(terminal_text(plain));
  require_printable(coloured, true);
}

void write_reports(const Report& report, const Document& document) {
  for (const ReportFormat& format : report_formats()) {
    const std::string written = format.write(report, document, {});
    require(!written.empty() || format.id == "brat" || format.id == "docx");
    if (format.id == "brat") {
      require(is_valid_utf8(written));
    } else if (!written.empty()) {
      require_type(format.media_type, written);
    }
    if (format.sheet != nullptr) {
      JoinedSheet rows;
      rows.append(format.sheet(report));
      std::string joined;
      require(format.joined(rows, [&](std::string_view piece) { joined += piece; }));
      require_type(format.media_type, joined);
    }
  }
  require_words(write_text(report, {.width = 40}), write_text(report, {.width = 40, .colour = true}));
}

void write_runs(const Report& report) {
  const RunPolicy policy = run_policy(session());
  for (const RunFormat& format : run_formats()) {
    RunWriter writer(format, "0");
    std::string run = writer.begin();
    run += writer.add(writer.piece(report, policy));
    run += writer.add(writer.piece(RunProblem{.path = report.title, .line = 3, .message = report.byline}));
    run += writer.end({policy}, 1);
    require_type(format.media_type, run);
  }
}

void write_answers(const Report& report, const Report& other) {
  const Vocabulary& words = session().engine->pack.program.vocabulary;
  Collection collection;
  for (const Report* one : {&report, &other}) {
    collection.add(
        {.id = one->id, .outlet = one->outlet, .published = one->published, .title = one->title, .url = one->url},
        utterances_of(*one, words));
  }
  const ThreadQuery query;
  const std::vector<Thread> threads = find_threads(collection, words.language);
  const ThreadShower shower(collection, words, query);
  ThreadsReport traced{.threads = {}, .articles = collection.articles(), .utterances = collection.size()};
  for (const Thread& thread : threads) {
    if (auto shown = shower.show(thread)) traced.threads.push_back(std::move(*shown));
  }
  const Table table = article_table({article_row(report), article_row(other)});
  for (const AnswerFormat& format : answer_formats()) {
    require_type(format.media_type, format.table(table, {}));
    require_type(format.media_type, write_threads(*format.threads({}), traced));
  }
}

void write_changes_of(const Report& report, const Report& other) {
  const Engine& engine = *session().engine;
  const VersionChanges changes = compare(other, report, engine.pack.program.vocabulary.language, engine.page);
  for (const ChangesFormat& format : changes_formats()) require_type(format.media_type, format.write(changes, {}));
}

void write_sheets(const Analysis& analysis, std::vector<Document> originals) {
  const VerificationReport held = verify_documents(analysis, std::move(originals), session());
  for (const VerificationFormat& format : verification_formats())
    require_type(format.media_type, format.write(held, {}));
  const CheckSheet sheet = checksheet_of(analysis, session(), held.all);
  for (const CheckSheetFormat& format : checksheet_formats()) require_type(format.media_type, format.write(sheet));
  Report report = report_of(analysis, *session().engine);
  add_held(analysis.document, held.all, report);
  write_reports(report, analysis.document);
}

}  // namespace

void fuzz_writers(std::string_view bytes) {
  if (bytes.size() > 20'000) return;
  const std::vector<std::string_view> pieces = pieces_of(bytes, 2);
  Analysis analysis, beside;
  Report report = audited(pieces.front(), "fuzz.txt", analysis);
  if (report.text.empty()) return;
  const Report other = audited(pieces.back(), "beside.txt", beside);
  report.id = "fuzz\"<&>'";
  report.path = "fo<l>der/fuzz&\".txt";
  write_reports(report, analysis.document);
  write_runs(report);
  write_answers(report, other);
  if (!is_audited(report)) return;
  if (!other.text.empty() && is_audited(other)) write_changes_of(report, other);
  std::vector<Document> originals;
  originals.push_back(beside.document);
  write_sheets(analysis, std::move(originals));
}

}  // namespace hearsay::fuzz
