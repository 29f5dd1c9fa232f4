// The parts of a ZIP archive in memory, as office documents are made of them, and such an archive out of parts.
// Bounded: what an archive claims of its sizes is not believed. Not here: what the parts mean.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

struct ZipPart {
  std::string name;  // "word/document.xml", as the archive spells it
  std::string bytes;
};

/// Bounds on hostile archives. An article's office file has some 20 parts; its text rarely reaches 1 MB.
struct ZipLimits {
  std::uint64_t part_bytes = 32ULL << 20U;   // unpacked
  std::uint64_t total_bytes = 96ULL << 20U;  // of all parts
  std::uint32_t parts = 10'000;
};

struct ZipParts {
  std::vector<ZipPart> parts;  // in the archive's order, each name once; folders and empty names are left out
  bool endless = false;        // the directory at its end is not there: further parts may be missing
  std::string problem;         // why it cannot be read, or not to its end, in one clause; "" = it is whole

  /// nullptr where there is none. Letters' case does not count: neither does it for office programs.
  [[nodiscard]] const std::string* find(std::string_view name) const;
};

/// Begins as an archive does?
[[nodiscard]] bool is_zip(std::string_view bytes);

/// All parts. Names are names only: nothing is ever written to where they point.
[[nodiscard]] ZipParts read_zip(std::string_view bytes, const ZipLimits& limits = {});

/// An archive of the parts in their order, the same bytes for the same parts. "" where that failed (memory).
[[nodiscard]] std::string write_zip(const std::vector<ZipPart>& parts);

/// The archive in a file of our own, packed as write_zip packs its parts, but piece by piece: nothing is bounded, and
/// little held. `look` sees the parts on the way. False where it could not be read to its end; what `take` has is then
/// no archive. What the two throw comes through.
[[nodiscard]] bool repack_zip(int file, const std::function<void(std::string_view)>& take,
                              const std::function<void(std::string_view name, std::string_view bytes)>& look);

}  // namespace hearsay
