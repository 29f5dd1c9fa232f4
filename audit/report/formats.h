// The formats of what the program writes, a row each: name, ending, media type, what it is for people, and its writer.
// A new format is a writer and a row; options, help, completion, names of files and whoever serves reports read these
// tables, and a test holds the README against them.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "report/changes/changes.h"
#include "report/checksheet/checksheet.h"
#include "report/exports/write_brat.h"
#include "report/findings/run.h"
#include "report/report.h"
#include "report/table/joined_sheet.h"
#include "report/table/sheet.h"
#include "report/table/table.h"
#include "report/threads/write_threads.h"
#include "report/verification/verification_report.h"
#include "report/write_text.h"

namespace hearsay {

struct ReportOptions {
  BratOptions brat;
  TextOptions text;
};

/// Of one article's scorecard.
struct ReportFormat {
  std::string_view id;          // "html"
  std::string_view extension;   // ".html"
  std::string_view media_type;  // RFC 6838
  std::string_view what;        // a few words
  bool office = false;          // bytes for an office program: never printed, "" where memory lacked
  bool follows = false;         // one article's may follow another's in one stream
  bool records = false;         // a line an article, with lines for what could not be read
  bool links_card = false;      // the place of the scorecard's page in it is filled in (exports/label.h)
  std::string (*write)(const Report&, const Document&, const ReportOptions&) = nullptr;
  // One file may hold all articles of a run: the rows of an article, and the file of all rows, as write_xlsx.
  Sheet (*sheet)(const Report&) = nullptr;
  bool (*joined)(const JoinedSheet&, const TakeBytes&) = nullptr;
};
[[nodiscard]] std::span<const ReportFormat> report_formats();

/// What is known at the end of a run.
struct RunEnd {
  const std::string& version;  // of the program
  const std::vector<RunPolicy>& policies;
  std::size_t failures = 0;
  RunEnding ending = RunEnding::whole;
};

/// Of the findings of all articles, as one document: a head, a piece an article, a tail. A function left out writes
/// nothing.
struct RunFormat {
  std::string_view id, extension, media_type, what;
  std::string (*article)(const Report&, const RunPolicy&) = nullptr;
  std::string (*problem)(const RunProblem&) = nullptr;
  std::string (*head)() = nullptr;
  std::string (*tail)(const RunEnd&) = nullptr;
  std::string_view between;  // two pieces
  bool capped = false;       // GitHub shows so many of a kind
  bool says_ending = false;  // the tail tells a run that was interrupted; else a problem does
};
[[nodiscard]] std::span<const RunFormat> run_formats();

/// Of the answer to a question, and of threads across articles.
struct AnswerFormat {
  std::string_view id, extension, media_type, what;
  std::string (*table)(const Table&, const TextOptions&) = nullptr;
  std::unique_ptr<ThreadsWriter> (*threads)(const TextOptions&) = nullptr;
};
[[nodiscard]] std::span<const AnswerFormat> answer_formats();

/// Of two versions compared.
struct ChangesFormat {
  std::string_view id, extension, media_type, what;
  std::string (*write)(const VersionChanges&, const TextOptions&) = nullptr;
};
[[nodiscard]] std::span<const ChangesFormat> changes_formats();
/// Of a check sheet.
struct CheckSheetFormat {
  std::string_view id, extension, media_type, what;
  std::string (*write)(const CheckSheet&) = nullptr;  // "" where memory lacked
};
[[nodiscard]] std::span<const CheckSheetFormat> checksheet_formats();

/// Of a draft held against originals.
struct VerificationFormat {
  std::string_view id, extension, media_type, what;
  std::string (*write)(const VerificationReport&, const TextOptions&) = nullptr;
};
[[nodiscard]] std::span<const VerificationFormat> verification_formats();

/// The row of a name; nullptr where there is none.
template <class Format>
const Format* format_named(std::span<const Format> formats, std::string_view id) {
  for (const Format& one : formats) {
    if (one.id == id) return &one;
  }
  return nullptr;
}

/// "html, xml or json", for help and for messages.
template <class Format>
std::string list_formats(std::span<const Format> formats, std::string_view last = " or ") {
  std::string out;
  for (std::size_t k = 0; k < formats.size(); ++k)
    out.append(k == 0 ? "" : k + 1 == formats.size() ? last : ", ").append(formats[k].id);
  return out;
}

}  // namespace hearsay
