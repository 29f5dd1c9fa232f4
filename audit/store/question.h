// What can be asked of an archive, as a value. Not here: SQL (questions/), how answers look (report/table/table.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace hearsay {

enum class QuestionKind : std::uint8_t {
  overview,
  articles,
  outlets,
  bylines,
  months,
  anonymous,
  sources,
  named,       // somewhere, and elsewhere not
  findings,    // by check, or the places of one
  threads,     // one utterance in several articles: answered by audit/threads.h, not by ask()
  dossier,     // of a source
  call_sheet,  // of an article
  search,      // for words
  changes,     // between versions of an address: answered by service/compare_articles.h, not by ask()
};

struct QuestionName {
  std::string_view id;  // "outlets": on the command line, in file names
  QuestionKind kind = QuestionKind::overview;
  std::string_view label;    // of a link to it: "Outlets"
  std::string_view operand;  // what it must be given: "NAME"; what it may be given: "[CHECK]"; or ""
  std::string_view answers;  // a line of help: what it answers
};
/// All questions, in the order in which they are shown.
[[nodiscard]] std::span<const QuestionName> question_names();
[[nodiscard]] const QuestionName* question_named(std::string_view id);  // nullptr: there is none

struct Question {
  QuestionKind kind = QuestionKind::overview;
  std::string operand;
  std::string outlet;                  // "": all; letter case does not matter
  std::string byline;                  // one of those who wrote it; "": all
  std::string genre;                   // as it is stored; "": all
  std::string month;                   // of publishing: "2018-12"; "": all
  std::string finding;                 // a check that failed in the article; "": whatever failed
  std::string since, until;            // beginnings of ISO 8601 dates, both included: "2018", "2018-12-14"; "": open
  std::uint64_t min_articles = 1;      // rows that rest on fewer are left out
  std::optional<std::uint64_t> limit;  // rows; 0: all; not given: as the question thinks best
  std::string sort;                    // a column's id, "-" in front turns it round; "": as the question thinks best
};

/// Whether an article of this outlet and time is one that the question is about, as far as these tell.
[[nodiscard]] bool in_scope(const Question& question, std::string_view outlet, std::string_view published);

}  // namespace hearsay
