// Entry: write_answers. Tables are asked for first, for their rows say which further pages there are; those are then
// asked for and written one after the other. Scorecards come last: of the articles that some page has led to.
#include "service/answers.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "report/html/write_html.h"
#include "report/plain.h"
#include "report/table/page_names.h"
#include "report/table/write_table.h"
#include "report/threads/write_threads.h"
#include "service/compare_articles.h"
#include "service/outputs.h"
#include "service/trace_articles.h"
#include "store/ask.h"
#include "store/store.h"

namespace hearsay {
namespace {

// A folder of pages that lead to one another: outlet to articles to scorecards, source to dossier to passages, finding
// to places, thread to articles.
class Folder {
 public:
  Folder(const std::string& store, const Question& question, const std::string& folder, Listener& listener)
      : folder_(folder + '/'), store_(store), listener_(listener), question_(question), enquiry_(store) {
    outputs_.read().add(store);
    question_.sort.clear();
    question_.operand.clear();
  }

  void write(const SettingsChoice& settings) {
    for (const char* folder : {"", "articles", "outlets", "sources", "findings"}) make_folder(folder_ + folder);
    links_.push_back({kFirst, "Overview"});
    for (const QuestionName& name : question_names()) {
      if (!is_page(name)) continue;
      links_.push_back({std::string(name.id) + ".html", std::string(name.label)});
      if (name.kind == QuestionKind::changes) {
        tables_.push_back(answer_changes(store_, question_, settings, listener_));
      } else if (name.kind != QuestionKind::threads) {
        tables_.push_back(answer(name.kind));
      }
    }
    name_further_pages();
    for (const Table& table : tables_) {
      save(table.id + ".html", write_table_html(table, place(table.id)));
      save(table.id + ".csv", write_table_csv(table));
    }
    const ThreadsReport threads = threads_of(settings);
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
        if (table.id == "findings" && link->refers == Refers::check)
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
                case Refers::byline:
                case Refers::month:
                case Refers::nothing:
                  break;
              }
              return "";
            }};
  }

  [[nodiscard]] ThreadsReport threads_of(const SettingsChoice& settings) {
    const TraceChoice choice{.store = store_, .query = {}, .scope = question_};
    return trace_articles(choice, {}, settings, listener_).value_or(ThreadsReport{});
  }

  void save(const std::string& name, std::string_view bytes) {
    if (auto problem = outputs_.write(folder_ + name, bytes)) listener_.report(*problem);
  }

  std::string folder_, store_;
  Outputs outputs_;
  Listener& listener_;
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

void write_answers(const std::string& store, const Question& question, const std::string& folder,
                   const SettingsChoice& settings, Listener& listener) {
  Folder(store, question, folder, listener).write(settings);
}

}  // namespace hearsay
