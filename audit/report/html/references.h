// Labels of passages as links to their cards.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/index.h"
#include "report/report.h"

namespace hearsay {

/// A label that leads nowhere: <span class="tag named">N3</span>.
[[nodiscard]] std::string html_label(const Passage& passage);

struct ReferenceOptions {
  std::size_t most = 8;  // beyond these they are folded
  bool by_tab = true;    // false: the tab key passes over them, because something beside them leads there too
};

/// "N3 X4 U7" as links; unknown ids and repetitions are left out.
[[nodiscard]] std::string html_references(const std::vector<std::string>& ids, const ReportIndex& index,
                                          const ReferenceOptions& options = {});

/// " unsure", to stand behind other classes, where a passage or its source is; else "".
[[nodiscard]] std::string_view unsure_class(const Passage& passage);

}  // namespace hearsay
