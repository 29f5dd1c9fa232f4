// One article of a Factiva page, in either of its layouts: elements in a fixed order, or a table with field codes.
#pragma once

#include <string_view>

#include "document/read.h"
#include "document/wire/wire_item.h"

namespace hearsay {

/// `html` begins with the article's own element (export_documents.h).
[[nodiscard]] WireItem factiva_item(std::string_view html, const ReadContext& reading);

}  // namespace hearsay
