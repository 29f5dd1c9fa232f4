// Entry: write_label_html. Style attributes only: a piece of a page cannot know which style sheets the page has.
#include <fmt/format.h>

#include "report/exports/label.h"
#include "report/plain.h"

namespace hearsay {
namespace {

constexpr std::string_view kParagraph = "<p style=\"margin:.35em 0 0\">";

/// Names between commas would run together with their roles: a list, a line each.
std::string name_list(std::string_view heading, const std::vector<std::string>& names, std::size_t more) {
  if (names.empty()) return {};
  std::string out = fmt::format("{}{}</p>\n<ul style=\"margin:0;padding:0 0 0 1.2em\">\n", kParagraph, heading);
  for (const std::string& name : names) out += "<li><bdi>" + label_words(name) + "</bdi></li>\n";
  if (more != 0) out += fmt::format("<li>and {} more</li>\n", more);
  return out + "</ul>\n";
}

}  // namespace

std::string write_label_html(const Report& report) {
  const Label label = make_label(report);
  std::string out = fmt::format(
      "<aside class=\"hearsay-label\" lang=\"en\" dir=\"ltr\" aria-label=\"{}\" "
      "style=\"box-sizing:border-box;max-width:"
      "24em;margin:1em 0;padding:.7em .9em;border:1px "
      "solid;border-radius:.4em;font-size:.9em;line-height:1.4;text-align:"
      "left;overflow-wrap:anywhere\">\n<p style=\"margin:0\"><strong>{}</strong></p>\n",
      kLabelTitle, label_words(label.line));
  out += name_list("By name:", label.named, label.more_named);
  out += name_list("Without a name:", label.unnamed, label.more_unnamed);
  if (label.perhaps != 0)
    out += fmt::format("{}Perhaps {} more.</p>\n", kParagraph, counted(label.perhaps, "source", "sources"));
  if (label.unsourced != 0)
    out += fmt::format("{}{} without a source.</p>\n", kParagraph, counted(label.unsourced, "claim", "claims"));
  out += fmt::format("{}{}</p>\n", kParagraph, label_words(label.graded));
  out += fmt::format("{}<small>{}</small></p>\n", kParagraph, kLabelScope);
  out += fmt::format("{}<a href=\"{}\" style=\"color:inherit\">{}</a></p>\n</aside>\n", kParagraph, kCardPlace,
                     kLabelLink);
  return out;
}

}  // namespace hearsay
