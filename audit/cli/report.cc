// hearsay report: questions to an archive. One question is one table; without a question and with --out, a folder of
// them, as pages that link to one another and as CSV.
#include <filesystem>
#include <string>

#include "base/nearest.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "service/answers.h"
#include "service/compare_articles.h"
#include "service/outputs.h"
#include "service/trace_articles.h"
#include "store/ask.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

std::string known_questions() {
  std::string known;
  for (const QuestionName& one : question_names()) known.append(known.empty() ? "" : ", ").append(one.id);
  return known;
}

/// The operands as a question: its name, then what it is about, however many words the shell made of that.
Question question_of(const CommandLine& line) {
  Question question = line.question;
  if (line.operands.empty()) return question;
  const QuestionName* name = question_named(line.operands.front());
  if (name == nullptr)
    throw Fatal({.message = "unknown question '" + line.operands.front() + "'",
                 .remedy = did_you_mean(line.operands.front(), question_names(), &QuestionName::id) +
                           "one of: " + known_questions()});
  question.kind = name->kind;
  for (std::size_t i = 1; i < line.operands.size(); ++i) question.operand += (i == 1 ? "" : " ") + line.operands[i];
  const std::string usage = "hearsay report " + std::string(name->id);
  if (name->operand.empty() && !question.operand.empty())
    throw Fatal(
        {.message = "'" + std::string(name->id) + "' takes no further word", .remedy = usage + " --store FILE"});
  if (!name->operand.empty() && !name->operand.starts_with('[') && question.operand.empty())
    throw Fatal({.message = "'" + std::string(name->id) + "' of what?",
                 .remedy = usage + ' ' + std::string(name->operand) + " --store FILE"});
  return question;
}

/// The one asked for, else as the file is called, else text.
const AnswerFormat& format_of(const CommandLine& line) {
  if (line.answer_format != nullptr) return *line.answer_format;
  std::string extension = fs::path(line.out.value_or("")).extension().string();
  if (extension == ".htm") extension = ".html";
  for (const AnswerFormat& format : answer_formats()) {
    if (format.extension == extension) return format;
  }
  return answer_formats().front();
}

std::string answer_to(const Question& question, const CommandLine& line, Console& console) {
  const AnswerFormat& format = format_of(line);
  TextOptions options;
  if (!line.out) options = {.width = terminal_width(), .colour = console.colour_out()};
  if (question.kind == QuestionKind::changes)
    return format.table(answer_changes(*line.store, question, line.settings, console), options);
  if (question.kind != QuestionKind::threads) return format.table(ask(*line.store, question), options);
  const TraceChoice choice{.store = line.store, .query = {question.operand, {}}, .scope = question};
  return write_threads(*format.threads(options),
                       trace_articles(choice, {}, line.settings, console).value_or(ThreadsReport{}));
}

}  // namespace

ExitCode run_report(const CommandLine& line, Console& console) {
  if (!line.store)
    throw Fatal(
        {.message = "no store is given", .remedy = "hearsay report QUESTION --store FILE; see hearsay report -h"});
  if (line.out && same_file(*line.out, *line.store))
    throw Fatal({.file = *line.out, .message = "this is the store itself", .remedy = "give another --out"});
  Outputs outputs;
  outputs.read().add(*line.store);
  const bool all = line.operands.empty() && line.out;
  if (all && line.answer_format != nullptr)
    throw Fatal(
        {.message = "a folder of answers has pages and CSV", .remedy = "leave --format out, or name a question"});
  if (all) {
    write_answers(*line.store, line.question, *line.out, line.settings, console);
  } else {
    const std::string bytes = answer_to(question_of(line), line, console);
    if (!line.out) {
      output_of(console, format_of(line).id == "text" ? Printed::words : Printed::data)(bytes);
    } else if (const auto problem = outputs.write(*line.out, bytes)) {
      console.report(*problem);
    }
  }
  return ended(console);
}

}  // namespace hearsay
