// Questions to an archive, each answered by one table.
#pragma once

#include <string>

#include "report/table/table.h"
#include "store/question.h"

namespace hearsay {

/// Opens the store for reading and answers. The same store and question give the same table. Throws Fatal where the
/// store cannot be read, and where the question names a source, article, outlet or column that is not there: the
/// remedy then names near ones.
[[nodiscard]] Table ask(const std::string& path, const Question& question);

}  // namespace hearsay
