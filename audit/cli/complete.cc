// hearsay complete WORD…: what may stand in place of the last word, a line each as word, tab, description; or one line
// ":files" or ":folders" where the shell knows better. The shells' scripts (completions/) only pass words on, so that
// they never have to change. Loads nothing.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"
#include "cli/option_table.h"
#include "store/question.h"

namespace hearsay {
namespace {

std::vector<std::string_view> verbs_of(Command command) {
  if (command == Command::rules) return {"list", "test", "lint", "expand", "cues", "explain", "calibrate"};
  if (command == Command::store) return {"merge", "info", "check"};
  if (command == Command::corrections) return {"list", "add", "undo", "import", "export", "targets"};
  std::vector<std::string_view> questions;
  if (command == Command::report) {
    for (const QuestionName& one : question_names()) questions.push_back(one.id);
  }
  return questions;
}

std::string long_name(const OptionRow& row) {
  const std::string_view name = row.name;
  return "--" + std::string(name.substr(0, name.find(',')));
}

class Completion {
 public:
  explicit Completion(const std::vector<std::string>& words) : words_(words) {}

  std::string write() {
    if (words_.size() <= 1) {
      commands();
      return std::move(out_);
    }
    const auto names = command_names();
    const auto at =
        std::find_if(names.begin(), names.end(), [&](const auto& one) { return one.name == words_.front(); });
    if (at == names.end()) return {};
    const Command command = at->command;
    const std::string& current = words_.back();
    const std::string& previous = words_[words_.size() - 2];
    if (previous.starts_with("--") && value_of(command, previous)) return std::move(out_);
    if (current.starts_with("-")) {
      for (const OptionRow& row : option_rows(command)) offer(long_name(row), row.text);
      return std::move(out_);
    }
    if (words_.size() == 2) {
      for (const std::string_view verb : verbs_of(command)) offer(verb, "");
      if (!out_.empty()) return std::move(out_);
    }
    return command == Command::lsp || command == Command::serve ? "" : ":files\n";
  }

 private:
  void offer(std::string_view word, std::string_view text) {
    const std::string_view begun = words_.empty() ? std::string_view() : std::string_view(words_.back());
    if (!word.starts_with(begun)) return;
    out_.append(word).append(text.empty() ? "" : "\t").append(text).append("\n");
  }

  void commands() {
    for (const CommandName& one : command_names()) offer(one.name, one.summary);
    offer("--help", "everything");
    offer("--version", "the program's version");
  }

  /// Whether the option before takes a value, and what that may be.
  bool value_of(Command command, const std::string& option) {
    const std::vector<OptionRow> rows = option_rows(command);
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&](const OptionRow& one) { return long_name(one) == option; });
    if (row == rows.end() || row->value == nullptr) return false;
    const std::vector<std::string_view> values = option_values(command, std::string_view(option).substr(2));
    for (const std::string_view value : values) offer(value, "");
    const std::string_view takes = row->value;
    if (values.empty() && takes == "DIR") out_ = ":folders\n";
    const bool file = takes.find("FILE") != std::string_view::npos || takes.find("PATH") != std::string_view::npos;
    if (values.empty() && takes != "DIR" && file) out_ = ":files\n";
    return true;
  }

  const std::vector<std::string>& words_;
  std::string out_;
};

}  // namespace

ExitCode run_complete(const CommandLine& line, Console& console) {
  console.out(Completion(line.operands).write());
  return ExitCode::clean;
}

}  // namespace hearsay
