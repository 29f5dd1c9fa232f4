// What a desk asks for before an item is confirmed: by its kind, and by how its words reached the article.
#pragma once

#include <string>

#include "report/checksheet/checksheet.h"
#include "report/report.h"

namespace hearsay {

/// A clause. `attribution`: that carries it, or null: the writer states it. A first hand is enough where there is one;
/// of what comes through others two are asked for that do not go back to one.
[[nodiscard]] std::string required_for(CheckItemKind kind, const Report& report, const ReportAttribution* attribution);

/// "article ← Cove Herald ← Ana Ruiz".
[[nodiscard]] std::string chain_words(const ReportAttribution& attribution);

}  // namespace hearsay
