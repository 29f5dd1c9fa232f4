// What stands around an answer of the archive when it is shown as a page: navigation, the same as data, forms that ask
// further, facets. All of it markup with everything escaped.
#pragma once

#include <string>
#include <vector>

#include "report/table/table.h"
#include "report/threads/threads.h"
#include "server/archive_place.h"
#include "server/exchange.h"
#include "store/facet.h"

namespace hearsay {

/// Where a page stands among the others; `shown` rows of it are there now.
[[nodiscard]] PagePlace place_of(const ArchivePlace& place, std::size_t shown);

[[nodiscard]] Response table_page(const ArchivePlace& place, const Table& table, const std::vector<Facet>& facets);
/// The first page: what the archive holds, and a link to each answer.
[[nodiscard]] Response overview_page(const ArchivePlace& place, const Table& overview);
[[nodiscard]] Response threads_page(const ArchivePlace& place, const ThreadsReport& threads);
/// What went wrong, in a sentence, and what to do.
[[nodiscard]] Response trouble_page(int status, const std::string& title, const std::string& says,
                                    const std::string& remedy, const ArchivePlace* place = nullptr);

}  // namespace hearsay
