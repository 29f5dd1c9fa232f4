// What an audit that keeps its reports in a store needs to know of the run.
#pragma once

#include <string>

#include "service/articles.h"
#include "service/read_files.h"

namespace hearsay {

/// One digest of all that decides what an audit says of given bytes: the program's version, the rules, the policies'
/// files, the evidence, the options. An article that was stored under it need not be audited again.
[[nodiscard]] std::string rules_digest(const Session& session);

/// Throws Fatal where the store's file, or one that SQLite keeps beside it, is one that the run reads as something
/// else, or where it is no regular file.
void refuse_store(const std::string& path, ReadFiles& read);

/// Makes the report ready to be stored, by these rules and by what people corrected in it; where that cannot be, an
/// error of the outcome.
void keep(Report report, const std::string& rules, Outcome& outcome);

/// The sink that also fills `store`: what the store has by these rules is passed over, what `sink` leaves in
/// Outcome::report is prepared by the threads that audit and added in order. `store` must outlive it.
[[nodiscard]] Sink stored(Sink sink, StoreWriter& store, const std::string& rules);

/// "3 articles stored, 1 replaced, 5 unchanged in audit.sqlite".
[[nodiscard]] std::string stored_line(const StoreTotals& totals, const std::string& path);

/// Whether the file is a store, by its first bytes.
[[nodiscard]] bool is_store(const std::string& path);

}  // namespace hearsay
