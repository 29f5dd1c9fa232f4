// A label for readers, to stand beside an article: who is cited, how many of them without a name, where the scorecard
// is. It says how an article is sourced, never whether it is true. Two writers, one for an image and one for a page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace hearsay {

/// What a label says, in plain words on one line each; nothing is escaped.
struct Label {
  std::string line;                              // "Cites 4 sources by name and 2 without a name."
  std::vector<std::string> named;                // "Ana Ruiz, mayor of Lower Sella": the most heard first, a few
  std::vector<std::string> unnamed;              // "two port officials", likewise
  std::size_t more_named = 0, more_unnamed = 0;  // that are not listed
  std::size_t perhaps = 0;                       // sources of whom nothing is sure: in no count above
  std::size_t unsourced = 0;                     // claims without a source
  std::string graded;  // "Sourcing: 64 of 100, by the policy “House default”.", or "Not graded. It is …"
};
[[nodiscard]] Label make_label(const Report& report);

inline constexpr std::string_view kLabelTitle = "How this article is sourced";
inline constexpr std::string_view kLabelScope = "Says who is given for what, not whether it is true.";
inline constexpr std::string_view kLabelLink = "All sources and statements";

/// Stands in a label where the address of the scorecard's page belongs, for a newsroom to fill in. No word of an
/// article can look like it.
inline constexpr std::string_view kCardPlace = "{{card}}";
/// Puts the page that lies beside the label, by its file name, in that place.
void place_card(std::string& label, std::string_view file);
/// Words of a label, escaped for XML and HTML, without braces.
[[nodiscard]] std::string label_words(std::string_view words);

/// One SVG image 300 wide: no script, no request, its own ground and its own colours in light and dark.
[[nodiscard]] std::string write_label_svg(const Report& report);

/// One `<aside>`: no script, no style sheet, no request; it takes the colours and the type of the page it is put into.
[[nodiscard]] std::string write_label_html(const Report& report);

}  // namespace hearsay
