// hearsay report: questions to an archive. One question is one table; without a question and with --out, a folder of
// them, as pages that link to one another and as CSV.
#include <filesystem>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/outputs.h"
#include "cli/terminal.h"
#include "report/html/write_html.h"
#include "report/plain.h"
#include "report/table/page_names.h"
#include "report/table/write_table.h"
#include "report/threads/write_threads.h"
#include "store/ask.h"
#include "store/store.h"
#include "threads.h"
#include "trace/across.h"
#include "utterances.h"

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
    throw Fatal(
        {.message = "unknown question '" + line.operands.front() + "'", .remedy = "one of: " + known_questions()});
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

void save(const std::string& path, std::string_view bytes, Console& console) {
  if (auto problem = write_file(path, bytes)) console.report(*problem);
}

/// What the articles of the scope quote or claim alike.
ThreadsReport threads_of(const std::string& store, const Question& question, Console& console) {
  Diagnostics diagnostics;
  std::vector<Utterance> utterances;
  ArticleNames names;
  StoreReader(store).for_each(
      [&](Report&& report, const std::string&) {
        if (!in_scope(question, report.outlet, report.published)) return;
        names.emplace(report.id, ArticleName{report.title, report.url});
        std::vector<Utterance> more = utterances_of(report);
        std::move(more.begin(), more.end(), std::back_inserter(utterances));
      },
      diagnostics);
  console.report(diagnostics);
  ThreadsReport report{.threads = report_threads(utterances, find_threads(utterances), {question.operand, {}}),
                       .articles = names.size(),
                       .utterances = utterances.size()};
  name_articles(report.threads, names);
  return report;
}

// A folder of pages that lead to one another: outlet to articles to scorecards, source to dossier to passages, finding
// to places, thread to articles.
class Folder {
 public:
  Folder(const CommandLine& line, const std::string& store, Console& console)
      : folder_(*line.out + '/'), store_(store), console_(console), question_(line.question), enquiry_(store) {
    question_.sort.clear();
    question_.operand.clear();
  }

  void write() {
    for (const char* folder : {"", "articles", "outlets", "sources", "findings"}) make_folder(folder_ + folder);
    links_.push_back({kFirst, "Overview"});
    for (const QuestionName& name : question_names()) {
      if (!is_page(name)) continue;
      links_.push_back({std::string(name.id) + ".html", std::string(name.label)});
      if (name.kind != QuestionKind::threads) tables_.push_back(answer(name.kind));
    }
    name_further_pages();
    for (const Table& table : tables_) {
      save(table.id + ".html", write_table_html(table, place(table.id)));
      save(table.id + ".csv", write_table_csv(table));
    }
    const ThreadsReport threads = threads_of(store_, question_, console_);
    save("threads.html", write_threads_html(threads, place("threads")));
    for (const Further& page : further_) {
      const Table table = answer(page.kind, page.operand, page.outlet);
      save(page.file, write_table_html(table, place(page.of, true)));
    }
    write_cards();
    write_first(threads);
  }

 private:
  static constexpr const char* kFirst = "index.html";
  static constexpr std::size_t kMostCards = 2000;

  // A page of a row: asked for and written one after the other.
  struct Further {
    std::string file;
    std::string of;  // the table it belongs to
    QuestionKind kind = QuestionKind::articles;
    std::string operand, outlet;
  };

  // Every question that needs no further word.
  static bool is_page(const QuestionName& name) {
    return name.kind != QuestionKind::overview && (name.operand.empty() || name.operand.starts_with('['));
  }

  Table answer(QuestionKind kind, const std::string& operand = "", const std::string& outlet = "") {
    Question question = question_;
    question.kind = kind;
    question.operand = operand;
    if (!outlet.empty()) question.outlet = outlet;
    if (kind == QuestionKind::dossier && !question.limit) question.limit = kMostCards;
    return enquiry_.ask(question);
  }

  /// The pages that the first cells of rows lead to.
  void name_further_pages() {
    for (const Table& table : tables_) {
      for (const Row& row : table.rows) {
        const auto* link = row.cells.empty() ? nullptr : std::get_if<LinkCell>(&row.cells.front());
        if (link == nullptr) continue;
        if (table.id == "outlets" && link->refers == Refers::outlet)
          further_.push_back({outlets_.add(link->id), table.id, QuestionKind::articles, "", link->id});
        if (table.id == "sources" && link->refers == Refers::source)
          further_.push_back({sources_.add(link->id), table.id, QuestionKind::dossier, link->id, ""});
        // A check that has failed in two severities is one page.
        if (table.id == "findings" && link->refers == Refers::check && checks_.find(link->id).empty())
          further_.push_back({checks_.add(link->id), table.id, QuestionKind::findings, link->id, ""});
      }
    }
  }

  /// The scorecards that some page leads to; more than a folder should hold are left out.
  const std::string& card_of(const std::string& article) {
    if (cards_.all().size() < kMostCards) return cards_.add(article);
    const std::string& card = cards_.find(article);
    cards_left_out_ = cards_left_out_ || card.empty();
    return card;
  }

  void write_cards() {
    StoreReader reader(store_);
    for (const auto& [id, name] : cards_.all()) {
      if (const std::optional<Report> report = reader.report(id)) save(name, write_html(*report));
    }
  }

  void write_first(const ThreadsReport& threads) {
    std::vector<IndexEntry> entries;
    std::size_t at = 0;
    for (const QuestionName& name : question_names()) {
      if (!is_page(name)) continue;
      const std::string id(name.id);
      IndexEntry entry{.title = std::string(name.label),
                       .teaser = std::string(name.answers),
                       .page = id + ".html",
                       .data = name.kind == QuestionKind::threads ? "" : id + ".csv"};
      entry.what = name.kind == QuestionKind::threads ? counted(threads.threads.size(), "thread", "threads")
                                                      : counted(tables_[at++].rows.size(), "row", "rows");
      entries.push_back(std::move(entry));
    }
    Table overview = answer(QuestionKind::overview);
    if (cards_left_out_)
      overview.notes.push_back(
          "Scorecards lie here of " + std::to_string(kMostCards) +
          " articles, those with the lowest scores first; the others are named and, where their "
          "address is known, linked on the web. A narrower question (--outlet, --since) has all of "
          "its own.");
    save(kFirst, write_index_html(overview, entries));
  }

  [[nodiscard]] PagePlace place(const std::string& id, bool within = false) {
    return {.beside = links_,
            .here = id + ".html",
            .within = within,
            .up = within ? "../" : "",
            .page_of = [&](Refers refers, const std::string& of) -> std::string {
              switch (refers) {
                case Refers::article:
                  return card_of(of);
                case Refers::outlet:
                  return outlets_.find(of);
                case Refers::source:
                  return sources_.find(of);
                case Refers::check:
                  return checks_.find(of);
                case Refers::nothing:
                  break;
              }
              return "";
            }};
  }

  void save(const std::string& name, std::string_view bytes) { hearsay::save(folder_ + name, bytes, console_); }

  std::string folder_, store_;
  Console& console_;
  Question question_;
  Enquiry enquiry_;
  std::vector<PageLink> links_;
  std::vector<Table> tables_;  // of questions
  std::vector<Further> further_;
  PageNames cards_{"articles/", ".html"}, outlets_{"outlets/", ".html"}, sources_{"sources/", ".html"},
      checks_{"findings/", ".html"};
  bool cards_left_out_ = false;
};

}  // namespace

ExitCode run_report(const CommandLine& line, Console& console) {
  if (!line.store)
    throw Fatal(
        {.message = "no store is given", .remedy = "hearsay report QUESTION --store FILE; see hearsay report -h"});
  if (line.out && same_file(*line.out, *line.store))
    throw Fatal({.file = *line.out, .message = "this is the store itself", .remedy = "give another --out"});
  const bool all = line.operands.empty() && line.out;
  if (all && line.answer_format != nullptr)
    throw Fatal(
        {.message = "a folder of answers has pages and CSV", .remedy = "leave --format out, or name a question"});
  if (all) {
    Folder(line, *line.store, console).write();
  } else {
    const Question question = question_of(line);
    const AnswerFormat& format = format_of(line);
    const TextOptions options = line.out ? TextOptions{} : TextOptions{terminal_width(), console.colour_out()};
    const std::string bytes = question.kind == QuestionKind::threads
                                  ? format.threads(threads_of(*line.store, question, console), options)
                                  : format.table(ask(*line.store, question), options);
    if (line.out) {
      save(*line.out, bytes, console);
    } else {
      console.out(bytes);
    }
  }
  return ended(console);
}

}  // namespace hearsay
