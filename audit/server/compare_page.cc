// Entry: compare_routes. Both versions are audited as people corrected them, then compared as `hearsay compare` does.
#include "server/compare_page.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>
#include <vector>

#include "report/changes/write_changes.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/table/page_place.h"
#include "server/archive_place.h"
#include "server/live_page.h"
#include "server/typed_text.h"
#include "server/with_drafts.h"
#include "service/version_words.h"

namespace hearsay {
namespace {

/// Was said when the server began.
class Unheard : public Listener {
 public:
  using Listener::report;
  void report(const Diagnostic& /* diagnostic */) override {}
};

/// `otherwise` where nothing is asked; 0 where it is no version.
std::uint64_t asked_version(std::string_view words, std::uint64_t otherwise, std::size_t versions) {
  if (words.empty()) return otherwise;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), number);
  return error == std::errc() && end == words.data() + words.size() && number <= versions ? number : 0;
}

std::string version_words(const DraftVersion& version) {
  std::string words = fmt::format("Version {}, {}", version.number, version.at.substr(0, 10));
  if (version.at.size() > 16) words += " " + version.at.substr(11, 5);
  if (!version.by.empty()) words += ", " + one_line(version.by);
  return words;
}

std::string choice_of(std::string_view name, std::string_view label, const std::vector<DraftVersion>& versions,
                      std::uint64_t chosen) {
  std::string out = fmt::format("<label>{}<select name=\"{}\">", label, name);
  for (const DraftVersion& version : versions) {
    out += fmt::format("<option value=\"{}\"{}>{}</option>", version.number,
                       version.number == chosen ? " selected" : "", escaped(version_words(version)));
  }
  return out + "</select></label>";
}

Response compare_versions(Desk& desk, DraftStore& drafts, const Request& request) {
  const std::string id(request.part("id"));
  const std::vector<DraftVersion> versions = drafts.versions(id);
  if (versions.empty()) return no_draft(id);
  if (versions.size() == 1)
    return problem(404, "There is nothing to compare yet", "the draft has one version", "save another at the desk");
  const std::uint64_t numbers[] = {asked_version(request.asked("old"), versions.size() - 1, versions.size()),
                                   asked_version(request.asked("new"), versions.size(), versions.size())};
  std::vector<Report> reports;
  for (const std::uint64_t number : numbers) {
    if (number == 0)
      return problem(404, "No such version", fmt::format("the draft has versions 1 to {}", versions.size()));
    const std::optional<std::string> text = drafts.text(id, number);
    if (!text) return problem(500, "The store cannot be read", "a version is damaged", "see hearsay store check");
    Desk::Audited audited = desk.audit(*text, typed_name(versions[number - 1].name), nullptr, {},
                                       drafts.corrections(id), versions[number - 1].outlet);
    if (!audited.read) return problem(422, "This cannot be read", why_unread(audited));
    audited.report.path = version_words(versions[number - 1]);
    reports.push_back(std::move(audited.report));
  }
  Unheard listener;
  const VersionChanges changes = VersionWords(desk.session().settings, listener).compare(reports[0], reports[1]);
  const PagePlace place{.beside = archive_links(), .here = "/drafts", .within = true};
  std::string body = navigation(place, "versions", "Skip to the versions");
  body += fmt::format(
      "<form class=\"ask\" id=\"versions\" aria-label=\"Versions\" "
      "action=\"/drafts/{0}/compare\">{1}{2}<button>Compare</button> <a class=\"more\" "
      "href=\"/drafts/{0}\">Open at the desk</a></form>\n",
      escaped(id), choice_of("old", "Older", versions, numbers[0]), choice_of("new", "Newer", versions, numbers[1]));
  return live_response({.title = escaped(changes_counted(changes)) + " · hearsay",
                        .state = "compared",
                        .body = body + write_changes_body(changes),
                        .assets = {"changes.css", "live.css"}});
}

}  // namespace

Routes compare_routes(Desk& desk) {
  return {{.method = "GET",
           .path = "/drafts/{id}/compare",
           .access = Access::read,
           .answer =
               [&desk](const Request& request) {
                 return with_drafts(desk, [&](DraftStore& drafts) { return compare_versions(desk, drafts, request); });
               },
           .what = "what changed between two versions in who says what"}};
}

}  // namespace hearsay
