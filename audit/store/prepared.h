// One article as the store wants it: its report, with the text packed and the words of contents and claims cut out.
// Made by the threads that audit, so that the one that writes only binds values. Not here: SQL.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "report/report.h"

namespace hearsay {

struct PreparedArticle {
  Report report;                        // its text is empty: see `body`
  std::string rules;                    // digest of what judged: rules, policy, evidence, options
  std::string body;                     // the text as a zstd frame
  std::uint64_t bytes = 0;              // of the text
  std::vector<std::string> passages;    // words of contents and claims, each once
  std::vector<std::uint32_t> contents;  // of each attribution, its passage from 1; 0 = none
  std::vector<std::uint32_t> claims;    // of each claim, likewise
};

/// Fills `prepared`. An error where the report cannot be stored: ids that are not s1…, a1…, c1… in order, references
/// that name nothing, more than 999,999 of anything.
[[nodiscard]] std::optional<Diagnostic> prepare(Report report, std::string rules, PreparedArticle& prepared);

/// The 7 of "s7" where `letter` is 's'; 0 where it is no such id.
[[nodiscard]] std::uint32_t id_number(std::string_view id, char letter);

/// `text` as one zstd frame, and back. unpack gives false where the bytes are no frame of one text.
[[nodiscard]] std::string pack(std::string_view text);
[[nodiscard]] bool unpack(std::string_view frame, std::string& text);

}  // namespace hearsay
