// ninjs 1.x to 3.x, the IPTC's news items in JSON.
#pragma once

#include "document/document.h"
#include "document/read.h"
#include "document/wire/json_fields.h"

namespace hearsay {

void read_ninjs(const Json& item, const ReadContext& reading, Document& document);

}  // namespace hearsay
