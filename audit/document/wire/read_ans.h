// Arc XP's ANS: a story as a list of typed elements in JSON.
#pragma once

#include "document/document.h"
#include "document/read.h"
#include "document/wire/json_fields.h"

namespace hearsay {

void read_ans(const Json& story, const ReadContext& reading, Document& document);

}  // namespace hearsay
