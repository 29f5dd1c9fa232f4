// Inputs of our own that each fuzzer begins with: fixtures, what the program writes of them, and small files made for
// what no fixture shows. All are of invented text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay::fuzz {

using Seeds = std::vector<std::string>;

/// The same at every call. None for a fuzzer that has no seeds.
[[nodiscard]] Seeds seeds_of(std::string_view fuzzer);

// Rooms of seeds_of().
[[nodiscard]] Seeds drafts();            // plain text, pages, drafts of all sorts
[[nodiscard]] Seeds wires();             // what holds an article, or many, besides
[[nodiscard]] Seeds web_archives();      // WARC, lying and torn, too
[[nodiscard]] Seeds office_parts();      // of office_fuzz
[[nodiscard]] Seeds spoken_to_server();  // of routes_fuzz
[[nodiscard]] Seeds spoken_to_editor();  // of messages_fuzz

/// Files of the checkout whose names end so, in and below a folder, sorted; each at most `most` bytes of it.
[[nodiscard]] Seeds files_in(std::string_view folder, std::string_view ending, std::size_t most = 3000);

}  // namespace hearsay::fuzz
