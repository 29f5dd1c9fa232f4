// The layout of evidence.bin, for its writer and its reader: a header, then the tables one after another, each at a
// multiple of 64.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "evidence/weights.h"

namespace hearsay {

inline constexpr std::uint64_t kModelMagic = 0x3130444956454548ULL;  // "HEEVID01"
inline constexpr std::uint32_t kModelEdition = 6;

enum ModelTable : std::uint32_t {
  kWordTable,
  kStemTable,
  kTagTurns,
  kTagChecks,
  kTagRows,
  kCueTurns,
  kCueChecks,
  kCueRows,
  kSpanTurns,
  kSpanChecks,
  kSpanRows,
  kReadingTurns,
  kReadingChecks,
  kReadingRows,
  kLinkTurns,
  kLinkChecks,
  kLinkRows,
  kNumberTable,
  kModelTables,
};

struct TableEntry {
  std::uint64_t begin = 0;  // byte in the file
  std::uint64_t count = 0;  // slots
};

struct ModelHeader {
  std::uint64_t magic = kModelMagic;
  std::uint32_t edition = kModelEdition;
  std::uint32_t header_size = sizeof(ModelHeader);
  std::uint64_t signature = 0;  // templates_signature()
  std::uint64_t size = 0;       // of the whole file
  std::uint64_t sum = 0;        // quick_sum of all bytes after the header
  std::array<TableEntry, kModelTables> tables{};
};

}  // namespace hearsay
