// The readers of front matter by its syntax, and the fields they give. `base` is the byte of the whole text at which
// the record begins, for places. A record that breaks the rules of its syntax, as those written by hand do ("title:
// Dam: the vote"), is read entry by entry, and what cannot be read is left out.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/text/front_matter.h"

namespace hearsay {

/// Takes the value where the key is one that drafts use and has none yet; of lists every value comes by itself. `key`
/// is in lower case; `at` is the byte of the text at which the value begins.
void give_field(FrontMatter& matter, std::string_view key, std::string_view value, std::size_t at);

void read_yaml(std::string_view record, std::size_t base, FrontMatter& matter);
void read_toml(std::string_view record, std::size_t base, FrontMatter& matter);

/// The entries of a record: a line that begins without indent and what is indented, listed or closed below it. Views
/// into `record`, in order.
[[nodiscard]] std::vector<std::string_view> cut_entries(std::string_view record);

}  // namespace hearsay
