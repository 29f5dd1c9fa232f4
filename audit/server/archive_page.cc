// Entry: table_page, overview_page, threads_page.
#include "server/archive_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "report/genre.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/table/write_table.h"
#include "report/threads/write_threads.h"
#include "server/live_page.h"

namespace hearsay {
namespace {

constexpr std::size_t kFurtherRows = 4;  // times as many as were shown

std::string data_links(const ArchivePlace& place) {
  return fmt::format("<p class=\"data\">This page as <a href=\"{}\">JSON</a> or <a href=\"{}\">CSV</a></p>\n",
                     escaped(as_data(place, ".json")), escaped(as_data(place, ".csv")));
}

/// Values that the address has and a form must keep.
std::string kept_values(const ArchivePlace& place, std::string_view but = "") {
  const Question& question = place.question;
  std::string out;
  const std::pair<std::string_view, std::string_view> values[] = {
      {"outlet", question.outlet},   {"month", question.month}, {"byline", question.byline}, {"genre", question.genre},
      {"finding", question.finding}, {"since", question.since}, {"until", question.until},   {"sort", question.sort}};
  for (const auto& [name, value] : values) {
    if (!value.empty() && name != but)
      out += fmt::format("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, escaped(value));
  }
  return out;
}

struct AskForm {
  std::string_view action, name, label, button, value;
};

std::string ask_form(const AskForm& form, const std::string& kept = "") {
  return fmt::format(
      "<form class=\"ask\" role=\"search\" aria-label=\"{2}\" action=\"{0}\" method=\"get\">{5}<label>{2} <input "
      "type=\"search\" "
      "name=\"{1}\" value=\"{4}\" maxlength=\"300\" autocomplete=\"off\"></label><button>{3}</button></form>\n",
      form.action, form.name, form.label, form.button, escaped(form.value), kept);
}

std::string facet_words(const Facet& facet, const std::string& words) {
  if (facet.id != "genre") return words;
  const std::string label(genre_words(words).label);
  return label.empty() ? words : label;
}

/// One fold per facet, whose values are links: they work without the script, and say beforehand how many there are.
std::string facet_bar(const ArchivePlace& place, const std::vector<Facet>& facets) {
  std::string folds, chosen;
  for (const Facet& facet : facets) {
    if (!facet.chosen.empty()) {
      const auto at = std::find_if(facet.values.begin(), facet.values.end(),
                                   [&](const FacetValue& one) { return one.value == facet.chosen; });
      const std::string words = facet_words(facet, at == facet.values.end() ? facet.chosen : at->words);
      chosen += fmt::format(
          "<li><a href=\"{}\" aria-label=\"{}: {}, take out\">{}: <b>{}</b> <span "
          "aria-hidden=\"true\">×</span></a></li>",
          escaped(with_value(place, facet.id, "")), escaped(facet.title), escaped_line(words), escaped(facet.title),
          escaped_line(words));
      continue;
    }
    if (facet.values.empty()) continue;
    std::string values;
    for (const FacetValue& value : facet.values) {
      values += fmt::format("<li><a href=\"{}\">{} <span class=\"of\">{}</span></a></li>",
                            escaped(with_value(place, facet.id, value.value)),
                            escaped_line(facet_words(facet, value.words)), value.articles);
    }
    if (facet.left_out != 0) values += fmt::format("<li class=\"of\">and {} more</li>", facet.left_out);
    folds += fmt::format(
        "<details class=\"facet\" name=\"facet\" data-facet=\"{}\"><summary>{} <span "
        "class=\"of\">{}</span></summary><ul>{}</ul></details>\n",
        escaped(facet.id), escaped(facet.title), facet.values.size() + facet.left_out, values);
  }
  std::string out = "<section class=\"facets\" aria-label=\"Narrow the list\">\n";
  if (!chosen.empty()) out += "<ul class=\"chosen\" aria-label=\"Chosen\">" + chosen + "</ul>\n";
  return out + "<div class=\"folds\">" + folds + "</div></section>\n";
}

/// What else can be asked on this page.
std::string forms_of(const ArchivePlace& place) {
  if (place.question.kind == QuestionKind::search)
    return ask_form({"/archive/search", "q", "Words in claims and quotations", "Search", place.operand},
                    kept_values(place));
  if (place.question.kind == QuestionKind::threads)
    return ask_form({"/archive/threads", "q", "Threads that hold these words", "Find", place.operand},
                    kept_values(place));
  if (place.section == "sources")
    return ask_form({"/archive/sources", "name", "Everything said by", "Open dossier",
                     place.question.kind == QuestionKind::dossier ? std::string_view(place.operand) : ""});
  return {};
}

std::string main_of(const ArchivePlace& place, const std::string& title, const std::string& body) {
  return fmt::format("<main id=\"answer\">\n<h1>{}</h1>\n{}{}</main>\n", title, data_links(place), body);
}

/// Style of an answer's page.
std::vector<std::string_view> table_assets() {
  return {"table.css", "live.css", "table.js"};
}

}  // namespace

PagePlace place_of(const ArchivePlace& place, std::size_t shown) {
  const std::string section = place.section == "callsheets" ? "articles" : place.section;
  std::string here = "/archive";
  if (!section.empty()) here += "/" + section;
  return {.beside = archive_links(),
          .here = here,
          .within = place.path != here,
          .up = "",
          .page_of = archive_page_of,
          .more = with_value(place, "limit", std::to_string(std::max<std::size_t>(shown, 25) * kFurtherRows)),
          .sort = place.question.sort,
          .sorted = [place](const std::string& sort) { return with_value(place, "sort", sort); }};
}

Response table_page(const ArchivePlace& place, const Table& table, const std::vector<Facet>& facets) {
  const PagePlace at = place_of(place, table.rows.size());
  const std::string title = escaped_line(table.title);
  std::string above = forms_of(place);
  if (!facets.empty()) above += facet_bar(place, facets);
  return live_response({.title = title + " · hearsay",
                        .state = "table",
                        .body = navigation(at, "answer", "Skip to the answer") +
                                main_of(place, title, above + write_table_body(table, at)),
                        .assets = table_assets()});
}

Response overview_page(const ArchivePlace& place, const Table& overview) {
  std::vector<IndexEntry> entries;
  for (const QuestionName& name : question_names()) {
    const bool whole = name.operand.empty() || name.operand.starts_with('[') || name.kind == QuestionKind::search;
    if (!whole || name.kind == QuestionKind::overview) continue;
    const std::string page = "/archive/" + std::string(name.id);
    entries.push_back({.title = std::string(name.label),
                       .teaser = std::string(name.answers),
                       .page = page,
                       .data = name.kind == QuestionKind::search ? "" : page + ".csv",
                       .what = {}});
  }
  const PagePlace at = place_of(place, overview.rows.size());
  const std::string search = ask_form({"/archive/search", "q", "Words in claims and quotations", "Search", ""}) +
                             ask_form({"/archive/sources", "name", "Everything said by", "Open dossier", ""});
  const std::string title = escaped_line(overview.title);
  return live_response({.title = title + " · hearsay",
                        .state = "table",
                        .body = navigation(at, "answer", "Skip to the answer") +
                                main_of(place, title, search + write_entries(entries) + write_table_body(overview, at)),
                        .assets = table_assets()});
}

Response threads_page(const ArchivePlace& place, const ThreadsReport& threads) {
  return live_response({.title = escaped(threads_title(threads)) + " · hearsay",
                        .state = "threads",
                        .body = write_threads_body(threads, place_of(place, threads.threads.size())) +
                                "<aside class=\"below\" aria-label=\"Ask further\">" + forms_of(place) +
                                data_links(place) + "</aside>\n",
                        .assets = {"threads.css", "live.css", "table.js"}});
}

Response trouble_page(int status, const std::string& title, const std::string& says, const std::string& remedy,
                      const ArchivePlace* place) {
  const PagePlace at = place == nullptr ? PagePlace{.beside = archive_links()} : place_of(*place, 0);
  std::string body = navigation(at, "answer", "Skip to what happened");
  body += "<main id=\"answer\">\n<h1>" + escaped_line(title) + "</h1>\n";
  if (!says.empty()) body += "<p class=\"lead\">" + escaped_line(capitalised(says)) + ".</p>\n";
  if (!remedy.empty()) body += "<p>" + escaped_line(capitalised(remedy)) + ".</p>\n";
  if (place != nullptr) body += forms_of(*place);
  return live_response({.title = escaped_line(title) + " · hearsay",
                        .state = "table",
                        .body = body + "</main>\n",
                        .assets = table_assets(),
                        .status = status});
}

}  // namespace hearsay
