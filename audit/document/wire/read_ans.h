// Arc XP's ANS: a story as a list of typed elements in JSON.
#pragma once

#include "document/document.h"
#include "document/wire/json_fields.h"
#include "document/read.h"

namespace hearsay {

void read_ans(const Json& story, const ReadLimits& limits, Document& document);

}  // namespace hearsay
