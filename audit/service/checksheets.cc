#include "service/checksheets.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "archive/inputs.h"
#include "checksheet/make.h"
#include "checksheet/read.h"
#include "checksheet/update.h"
#include "report/verification/make_verifications.h"
#include "service/articles.h"
#include "service/outputs.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostSheetFileBytes = 64U << 20U;

const CheckSheetFormat* format_of(const CheckSheetChoice& choice) {
  if (choice.format != nullptr) return choice.format;
  for (const auto* path : {&choice.out, &choice.update}) {
    if (!*path) continue;
    const std::string extension = std::filesystem::path(**path).extension().string();
    for (const CheckSheetFormat& format : checksheet_formats()) {
      if (format.extension == extension) return &format;
    }
  }
  return &checksheet_formats().front();
}

/// Of words in quotation marks these are the speaker's own; of indirect words the passage agrees in what was held.
bool is_documented(const ReportVerification& one) {
  if (one.passages.empty()) return false;
  if (one.result == "verbatim" || one.result == "marked-change" || one.result == "disfluency") return true;
  return !one.quoted && one.severity.empty() && (one.result == "paraphrase" || one.result == "small-edit");
}

/// Of indirect words only what a policy raises is worth a note: another wording is what they are.
bool is_noted(const ReportVerification& one) {
  if (!one.severity.empty()) return true;
  return one.quoted && one.result != "too-short" && !is_documented(one);
}

std::vector<VerifiedWords> words_of_rows(std::span<const ReportVerification> held) {
  std::vector<VerifiedWords> out;
  for (const ReportVerification& one : held) {
    VerifiedWords words{.span = one.span, .quoted = one.quoted, .documented = {}, .note = {}};
    if (is_documented(one)) {
      const ReportPassage& at = one.passages.front();
      words.documented =
          fmt::format("{}: {}, {}{}{}", one.result, at.document, at.place, at.speaker.empty() ? "" : ", ", at.speaker);
    }
    if (is_noted(one)) words.note = verification_message(one);
    if (!words.documented.empty() || !words.note.empty()) out.push_back(std::move(words));
  }
  return out;
}

}  // namespace

CheckSheet checksheet_of(const Analysis& analysis, const Session& session, std::span<const ReportVerification> held) {
  const Report report = report_of(analysis, *session.engine);
  return make_checksheet({analysis.article(), analysis.attributions, analysis.sources, analysis.scorecard,
                          session.engine->pack.program, report, words_of_rows(held)});
}

CheckSheet load_checksheet(const std::string& path, Listener& listener) {
  std::string bytes;
  if (auto problem = read_file(path, kMostSheetFileBytes, bytes)) throw Fatal(std::move(*problem));
  Diagnostics diagnostics;
  std::optional<CheckSheet> sheet = read_checksheet(bytes, path, diagnostics);
  if (sheet) return std::move(*sheet);
  Diagnostic last = std::move(diagnostics.back());
  diagnostics.pop_back();
  listener.report(diagnostics);
  throw Fatal(std::move(last));
}

bool make_checksheet_file(const CheckSheetChoice& choice, const InputChoice& input, const Session& session,
                          Listener& listener, const Output& out) {
  Outputs outputs(files_read(input, session));
  if (choice.out) {
    refuse_input(*choice.out, outputs.read());  // before the work, not after it
  } else {
    refuse_printing_on(outputs.read());
  }
  std::optional<CheckSheet> earlier;
  if (choice.update) earlier = load_checksheet(*choice.update, listener);
  std::optional<Originals> originals;
  if (!choice.originals.paths.empty()) originals.emplace(choice.originals, session).prepare(listener);
  std::optional<CheckSheet> made;
  std::size_t drafts = 0;
  std::string file;
  const Sink sink{.render =
                      [&](const Analysis& analysis, Outcome& outcome) {
                        if (const Withheld& withheld = analysis.scorecard.withheld; withheld.id == "language") {
                          outcome.diagnostics.push_back(
                              {.file = outcome.file, .message = withheld.why, .remedy = "no sheet can be made of it"});
                          return;
                        }
                        const Session& judged_by = *outcome.session;
                        outcome.sheet = checksheet_of(
                            analysis, judged_by,
                            originals ? originals->hold(analysis, judged_by) : std::vector<ReportVerification>());
                      },
                  .take =
                      [&](Outcome&& outcome) {
                        if (!outcome.sheet) return;
                        ++drafts;
                        file = outcome.file;
                        if (!made) made = std::move(outcome.sheet);
                      }};
  const Totals totals = for_each_article(input, session, listener, sink);
  if (totals.interrupted) return false;
  if (drafts > 1)
    throw Fatal({.file = file,
                 .message = fmt::format("{} articles, and a check sheet is of one", drafts),
                 .remedy = "name one draft"});
  if (!made) return true;  // why is reported
  std::string told;
  if (earlier) {
    UpdatedSheet updated = update_checksheet(*earlier, std::move(*made));
    made = std::move(updated.sheet);
    told = fmt::format("; {} kept, {} reopened, {} new, {} gone", updated.kept, updated.reopened, updated.added,
                       updated.gone);
  }
  const std::string bytes = format_of(choice)->write(*made);
  if (bytes.empty()) throw Fatal({.message = "the sheet could not be made", .remedy = "free memory"});
  if (!choice.out) {
    out(bytes);
  } else if (auto problem = outputs.write(*choice.out, bytes)) {
    listener.report(*problem);
    return true;
  }
  listener.say(fmt::format("{} left of {}{}", items_left(*made), made->items.size(), told));
  return true;
}

}  // namespace hearsay
