// Entry: archive_place. The names of questions are the sections, so a new question has its page; those that need a word
// take it from the rest of the path (a source, an article, a check) or from ?q= (words).
#include "server/archive_place.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "report/table/page_names.h"

namespace hearsay {
namespace {

constexpr std::string_view kRoot = "/archive";
constexpr std::uint64_t kMostRows = 100'000;  // of data; a page shows fewer
constexpr std::uint64_t kMostRowsOfPages = 10'000;
constexpr std::uint64_t kRowsOfData = 10'000;  // where nothing is said
constexpr std::size_t kMostWords = 2000;       // bytes of a value

constexpr std::array<std::string_view, 10> kValues = {"outlet", "month", "byline", "genre", "finding",
                                                      "since",  "until", "sort",   "limit", "q"};

struct Section {
  std::string_view name;
  QuestionKind alone, of;  // without and with an operand
};
/// Those whose rows have pages of their own; all others are named as their question.
constexpr std::array<Section, 4> kSections = {{{"articles", QuestionKind::articles, QuestionKind::articles},
                                               {"sources", QuestionKind::sources, QuestionKind::dossier},
                                               {"findings", QuestionKind::findings, QuestionKind::findings},
                                               {"callsheets", QuestionKind::call_sheet, QuestionKind::call_sheet}}};

std::uint64_t rows_asked(const std::string& limit, AnswerForm form, std::string& problem) {
  const std::uint64_t most = form == AnswerForm::html ? kMostRowsOfPages : kMostRows;
  if (limit.empty()) return form == AnswerForm::html ? 0 : kRowsOfData;
  std::uint64_t rows = 0;
  const auto [end, error] = std::from_chars(limit.data(), limit.data() + limit.size(), rows);
  if (error != std::errc() || end != limit.data() + limit.size() || rows == 0) {
    problem = "limit is a number of rows, from 1 to " + std::to_string(most);
    return 0;
  }
  return std::min(rows, most);
}

void read_values(const Request& request, ArchivePlace& place) {
  for (const std::string_view name : kValues) {
    const std::string_view value = request.asked(name);
    if (value.size() > kMostWords) place.problem = std::string(name) + " is too long";
    if (value.empty()) continue;
    place.query += place.query.empty() ? "?" : "&";
    place.query.append(name).append("=").append(href_of(value));
  }
  Question& question = place.question;
  question.outlet = request.asked("outlet");
  question.month = request.asked("month");
  question.byline = request.asked("byline");
  question.genre = request.asked("genre");
  question.finding = request.asked("finding");
  question.since = request.asked("since");
  question.until = request.asked("until");
  question.sort = request.asked("sort");
  if (const std::uint64_t rows = rows_asked(std::string(request.asked("limit")), place.form, place.problem); rows != 0)
    question.limit = rows;
}

}  // namespace

std::optional<ArchivePlace> archive_place(const Request& request) {
  std::string_view path = request.path;
  if (!path.starts_with(kRoot)) return std::nullopt;
  path.remove_prefix(kRoot.size());
  ArchivePlace place;
  for (const auto& [extension, form] :
       {std::pair(std::string_view(".json"), AnswerForm::json), {".csv", AnswerForm::csv}}) {
    if (!path.ends_with(extension)) continue;
    path.remove_suffix(extension.size());
    place.form = form;
    break;
  }
  place.path = href_of(std::string(kRoot) + std::string(path));
  if (!path.empty() && path.front() == '/') path.remove_prefix(1);
  const std::size_t slash = std::min(path.find('/'), path.size());
  place.section = path.substr(0, slash);
  place.operand = path.substr(std::min(slash + 1, path.size()));
  read_values(request, place);
  if (place.section.empty()) return place;
  const auto* section =
      std::find_if(kSections.begin(), kSections.end(), [&](const Section& one) { return one.name == place.section; });
  if (section != kSections.end()) {
    place.question.kind = place.operand.empty() ? section->alone : section->of;
    if (section->alone == QuestionKind::call_sheet && place.operand.empty()) return std::nullopt;
  } else {
    const QuestionName* name = question_named(place.section);
    if (name == nullptr || name->kind == QuestionKind::overview || name->kind == QuestionKind::dossier ||
        name->kind == QuestionKind::call_sheet || !place.operand.empty())
      return std::nullopt;
    place.question.kind = name->kind;
    place.operand = request.asked("q");
  }
  place.question.operand = place.operand;
  return place;
}

std::string with_value(const ArchivePlace& place, std::string_view name, std::string_view value) {
  const Question& question = place.question;
  const std::string limit = question.limit ? std::to_string(*question.limit) : "";
  const std::array<std::string_view, kValues.size()> values = {
      question.outlet,
      question.month,
      question.byline,
      question.genre,
      question.finding,
      question.since,
      question.until,
      question.sort,
      limit,
      place.path.find('/', kRoot.size() + 1) == std::string::npos ? std::string_view(place.operand) : ""};
  std::string out = place.path;
  char before = '?';
  for (std::size_t i = 0; i < kValues.size(); ++i) {
    if (kValues[i] == "limit" && name != "limit") continue;
    const std::string_view one = kValues[i] == name ? value : values[i];
    if (one.empty()) continue;
    out += before;
    before = '&';
    out.append(kValues[i]).append("=").append(href_of(one));
  }
  return out;
}

std::string as_data(const ArchivePlace& place, std::string_view extension) {
  return place.path + std::string(extension) + place.query;
}

const std::vector<PageLink>& archive_links() {
  static const std::vector<PageLink> kLinks = [] {
    std::vector<PageLink> links = {{"/", "Desk"}, {"/drafts", "Drafts"}, {std::string(kRoot), "Archive"}};
    for (const QuestionName& name : question_names()) {
      const bool whole = name.operand.empty() || name.operand.starts_with('[') || name.kind == QuestionKind::search;
      if (whole && name.kind != QuestionKind::overview)
        links.push_back({std::string(kRoot) + "/" + std::string(name.id), std::string(name.label)});
    }
    return links;
  }();
  return kLinks;
}

std::string archive_page_of(Refers refers, const std::string& id) {
  if (id.empty()) return "";
  switch (refers) {
    case Refers::article:
      return "/archive/articles/" + href_of(id);
    case Refers::outlet:
      return "/archive/articles?outlet=" + href_of(id);
    case Refers::byline:
      return "/archive/articles?byline=" + href_of(id);
    case Refers::month:
      return "/archive/articles?month=" + href_of(id);
    case Refers::source:
      return "/archive/sources/" + href_of(id);
    case Refers::check:
      return "/archive/findings/" + href_of(id);
    case Refers::nothing:
      break;
  }
  return "";
}

}  // namespace hearsay
