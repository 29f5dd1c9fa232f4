#include "service/answers.h"

#include <string_view>
#include <utility>
#include <vector>

#include "report/table/write_table.h"
#include "service/outputs.h"
#include "store/ask.h"

namespace hearsay {
namespace {

void save_answer(const std::string& path, std::string_view bytes, Listener& listener) {
  if (auto problem = write_file(path, bytes)) listener.report(*problem);
}

}  // namespace

void write_answers(const std::string& store, Question question, const std::string& folder, Listener& listener) {
  make_folder(folder);
  question.sort.clear();
  const Table overview = ask(store, question);
  std::vector<PageLink> links = {{"index.html", "Overview"}};
  std::vector<IndexEntry> entries;
  std::vector<Table> tables;
  for (const QuestionName& name : question_names()) {
    if (!name.operand.empty() || name.kind == QuestionKind::overview) continue;
    question.kind = name.kind;
    tables.push_back(ask(store, question));
    const Table& table = tables.back();
    const std::string page = table.id + ".html";
    entries.push_back({std::string(name.label), std::string(name.answers), page, table.id + ".csv", table.rows.size()});
    links.push_back({page, std::string(name.label)});
  }
  for (const Table& table : tables) {
    save_answer(folder + '/' + table.id + ".html", write_table_html(table, links), listener);
    save_answer(folder + '/' + table.id + ".csv", write_table_csv(table), listener);
  }
  save_answer(folder + "/index.html", write_index_html(overview, entries), listener);
}

}  // namespace hearsay
