// Entries: hold_typed, originals_routes. An original is read once, by the desk's own rules; each audit of a draft then
// goes through the texts, which takes milliseconds.
#include "server/desk_held.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <string_view>
#include <utility>

#include "report/text_index.h"
#include "report/verification/verification_html.h"
#include "server/desk_answer.h"
#include "server/desk_originals.h"
#include "server/desk_routes.h"
#include "service/hold_draft.h"
#include "service/read_article.h"

namespace hearsay {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::uint32_t kReadAtOnce = 200'000;     // code points of an original that a page is given
constexpr std::size_t kMostHeldText = 24U << 20U;  // bytes that an audit goes through: a second or two
constexpr std::uint32_t kReadBefore = 60'000;      // of them before the place that is asked for

Json passage_json(const ReportPassage& passage, const HeldAt& place, std::span<const DeskOriginal* const> originals,
                  std::span<const TextIndex> texts) {
  Json json = {{"document", passage.document}, {"place", passage.place}, {"speaker", passage.speaker}};
  if (place.original >= originals.size()) return json;
  const TextIndex& text = texts[place.original];
  json["original"] = originals[place.original]->id;
  json["at"] = {text.code_point(place.words.begin), text.code_point(place.words.end)};
  return json;
}

Json held_json(const HeldDraft& held, std::size_t number, std::span<const DeskOriginal* const> originals,
               std::span<const TextIndex> texts) {
  const ReportVerification& one = held.verifications[number];
  const std::string id = "q" + std::to_string(number + 1);
  Json json = {{"id", id},
               {"attribution", one.attribution},
               {"span", one.span},
               {"result", one.result},
               {"says", one.says},
               {"severity", one.severity},
               {"quoted", one.quoted},
               {"html", verification_section(one, id)},
               {"passages", Json::array()}};
  for (std::size_t p = 0; p < one.passages.size(); ++p)
    json["passages"].push_back(passage_json(one.passages[p], held.places[number][p], originals, texts));
  return json;
}

std::string base_name(std::string_view name) {
  if (const std::size_t slash = name.find_last_of("/\\"); slash != std::string_view::npos)
    name.remove_prefix(slash + 1);
  return name.empty() ? "original" : std::string(name.substr(0, 300));
}

Response take_original(Desk& desk, const Request& request) {
  if (request.body.size() > kMostDeskBytes)
    return problem(413, "This is too large", "the desk takes originals up to 32 MB",
                   "split it, or ask hearsay verify, which takes archives");
  const std::string name = base_name(request.asked("name"));
  DeskOriginal original{.id = original_id(name, request.body), .document = {}, .problem = ""};
  Document document = read_whole_article(request.body, name, *desk.session().engine);
  if (document.text.empty()) {
    for (const Diagnostic& one : document.diagnostics) {
      if (one.severity != Severity::note && original.problem.empty()) original.problem = one.message;
    }
    if (original.problem.empty()) original.problem = "there is no text in it";
  }
  document.diagnostics.clear();
  document.path = name;
  original.document = prepared_original(std::move(document));
  const Json answer = {
      {"id", original.id}, {"name", name}, {"format", original.document.format}, {"problem", original.problem}};
  if (!desk.originals().add(std::move(original)))
    return problem(413, "This is too large", "its text is more than the desk holds beside drafts",
                   "split it, or ask hearsay verify, which takes archives");
  return desk_json(answer, 201);
}

std::uint32_t asked_number(std::string_view words) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), number);
  return error == std::errc() && end == words.data() + words.size() ? number : 0;
}

/// The text about a place; whole lines where they are not endless.
Json excerpt_json(const DeskOriginal& original, std::uint32_t at) {
  const std::string& text = original.document.text;
  const TextIndex index(text);
  std::uint32_t begin = std::min(at, index.size()), end = 0;
  begin = begin > kReadBefore ? begin - kReadBefore : 0;
  end = std::min(begin + kReadAtOnce, index.size());
  const auto line_begin = [&](std::uint32_t point) {
    const std::size_t line = text.rfind('\n', index.byte(point));
    return line == std::string::npos ? point : index.code_point(static_cast<std::uint32_t>(line) + 1);
  };
  if (begin != 0) {
    const std::uint32_t line = line_begin(begin);
    if (line <= begin && begin - line < kReadBefore) begin = line;
  }
  if (end != index.size()) {
    const std::uint32_t line = line_begin(end);
    if (line > at && line <= end) end = line;
  }
  Json marks = Json::array();
  for (const PlaceMark& mark : original.document.marks) {
    const std::uint32_t point = index.code_point(mark.at);
    if (point >= begin && point < end) marks.push_back({{"at", point}, {"place", mark.place}});
  }
  return {{"id", original.id},
          {"name", original.document.path},
          {"problem", original.problem},
          {"begin", begin},
          {"end", end},
          {"size", index.size()},
          {"text", index.slice({begin, end})},
          {"places", std::move(marks)}};
}

Response read_original(Desk& desk, const Request& request) {
  Response answer = problem(404, "No such original", "it is not held any longer", "lay it beside the draft again");
  desk.originals().with({std::string(request.part("id"))}, [&](const std::vector<const DeskOriginal*>& found) {
    if (found.front() != nullptr) answer = desk_json(excerpt_json(*found.front(), asked_number(request.asked("at"))));
  });
  return answer;
}

Response forget_original(Desk& desk, const Request& request) {
  if (desk.originals().forget(request.part("id"))) return desk_json({{"forgotten", 1}});
  return problem(404, "No such original", "it is not held any longer");
}

}  // namespace

std::optional<std::vector<std::string>> given_originals(const Json& body) {
  std::vector<std::string> ids;
  const auto given = body.find("originals");
  if (given == body.end()) return ids;
  if (!given->is_array() || given->size() > kMostPageOriginals) return std::nullopt;
  for (const Json& id : *given) {
    if (!id.is_string()) return std::nullopt;
    ids.push_back(id.get<std::string>());
  }
  return ids;
}

Json hold_typed(Desk& desk, Desk::Audited& audited, const std::vector<std::string>& ids) {
  Json answer = {{"unknown", Json::array()}, {"unheld", Json::array()}, {"held", Json::array()}};
  desk.originals().with(ids, [&](const std::vector<const DeskOriginal*>& found) {
    std::vector<const DeskOriginal*> originals;
    std::vector<const Document*> documents;
    std::vector<TextIndex> texts;
    std::size_t text_bytes = 0;
    bool missing = false;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      if (found[i] == nullptr) {
        answer["unknown"].push_back(ids[i]);
      } else if (found[i]->document.text.empty()) {
        missing = true;
      } else if (text_bytes + found[i]->document.text.size() > kMostHeldText) {
        missing = true;
        answer["unheld"].push_back(ids[i]);
      } else {
        text_bytes += found[i]->document.text.size();
        originals.push_back(found[i]);
        documents.push_back(&found[i]->document);
        texts.emplace_back(found[i]->document.text);
      }
    }
    if (documents.empty() && !missing) return;
    HeldDraft held = hold_draft(audited.analysis, *audited.session, documents, missing);
    for (std::size_t i = 0; i < held.verifications.size(); ++i)
      answer["held"].push_back(held_json(held, i, originals, texts));
    add_held(audited.analysis.document, std::move(held.verifications), audited.report);
  });
  return answer;
}

std::vector<std::string> names_of_originals(Desk& desk, const std::vector<std::string>& ids) {
  std::vector<std::string> names;
  desk.originals().with(ids, [&](const std::vector<const DeskOriginal*>& found) {
    for (const DeskOriginal* one : found) {
      if (one != nullptr) names.push_back(one->document.path);
    }
  });
  return names;
}

Routes originals_routes(Desk& desk) {
  Routes routes;
  routes.push_back({.method = "PUT",
                    .path = "/desk/originals",
                    .access = Access::write,
                    .answer = [&desk](const Request& request) { return take_original(desk, request); },
                    .what = "an original beside a draft, of any format; held in memory"});
  routes.push_back({.method = "GET",
                    .path = "/desk/originals/{id}",
                    .access = Access::read,
                    .answer = [&desk](const Request& request) { return read_original(desk, request); },
                    .what = "its text about a place"});
  routes.push_back({.method = "DELETE",
                    .path = "/desk/originals/{id}",
                    .access = Access::write,
                    .answer = [&desk](const Request& request) { return forget_original(desk, request); },
                    .what = "forgets it"});
  return routes;
}

}  // namespace hearsay
