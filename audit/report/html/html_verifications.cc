// Entry: html_verifications. What differs in words, beside the original's; what the policy allows is a number.
#include <fmt/format.h>

#include <string>

#include "report/html/html_panel.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

constexpr std::size_t kPassageColumns = 400;

std::string verification_item(const ReportVerification& one) {
  std::string out =
      fmt::format("<li><strong>{}: {}</strong>: {}", escaped(one.severity), escaped(one.result), escaped(one.says));
  out += fmt::format("<br>Draft: <q>{}</q>", escaped(cut_to(one_line(one.text), kPassageColumns)));
  for (const ReportPassage& passage : one.passages) {
    const TextIndex index(passage.text);
    out +=
        fmt::format("<br>Original: <q>{}</q>", escaped(cut_to(one_line(index.slice(passage.found)), kPassageColumns)));
    out += fmt::format("<div class=\"small\"><bdi>{}</bdi>, {}{}</div>", escaped_line(passage.document),
                       escaped_line(passage.place),
                       passage.speaker.empty() ? "" : ", <bdi>" + escaped_line(passage.speaker) + "</bdi>");
  }
  return out + "</li>\n";
}

}  // namespace

std::string html_verifications(const Report& report) {
  if (report.verifications.empty()) return "";
  std::string items;
  std::size_t quoted = 0, shown = 0;
  for (const ReportVerification& one : report.verifications) {
    quoted += one.quoted ? 1U : 0U;
    if (one.severity.empty()) continue;
    ++shown;
    items += verification_item(one);
  }
  std::string out =
      "<section id=\"verification\" aria-labelledby=\"verification-title\">\n<h2 id=\"verification-title\">Held "
      "against originals</h2>\n";
  out += fmt::format("<p>{} held, {} that the policy does not allow.</p>\n", counted(quoted, "quotation", "quotations"),
                     shown);
  if (!items.empty()) out += "<ul>\n" + items + "</ul>\n";
  return out + "</section>\n";
}

}  // namespace hearsay
