// The SQL files beside this header, and rules/en/short_names.tsv, as the program carries them; embedded at build.
#pragma once

#include <string_view>

namespace hearsay {

[[nodiscard]] std::string_view schema_sql();
[[nodiscard]] std::string_view indexes_sql();
[[nodiscard]] std::string_view short_names_tsv();

}  // namespace hearsay
