// Entry: html_references.
#include "report/html/references.h"

#include <fmt/format.h>

#include <unordered_set>

namespace hearsay {

std::string_view unsure_class(const Passage& passage) {
  return passage.perhaps() ? " unsure" : "";
}

std::string html_label(const Passage& passage) {
  return fmt::format("<span class=\"tag {}{}\">{}</span>", tone_class(passage.tone), unsure_class(passage),
                     passage.label());
}

std::string html_references(const std::vector<std::string>& ids, const ReportIndex& index,
                            const ReferenceOptions& options) {
  std::vector<const Passage*> passages;
  std::unordered_set<const Passage*> known;
  for (const std::string& id : ids) {
    const Passage* passage = index.passage(id);
    if (passage != nullptr && known.insert(passage).second) passages.push_back(passage);
  }
  // To fold one or two away would spare nothing.
  const std::size_t most = passages.size() <= options.most + 2 ? passages.size() : options.most;
  std::string out;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (i == most)
      out += fmt::format("<details class=\"rest\"><summary>{} more</summary>", passages.size() - most);
    else if (i > 0)
      out += ' ';
    out += fmt::format("<a class=\"tag {}{}\" href=\"#{}\"{}>{}</a>", tone_class(passages[i]->tone),
                       unsure_class(*passages[i]), passages[i]->id, options.by_tab ? "" : " tabindex=\"-1\"",
                       passages[i]->label());
  }
  return out + (most < passages.size() ? "</details>" : "");
}

}  // namespace hearsay
