// find_rows: a loop per step. Loops that only reckon are made of vector instructions; those that read a table are not.
#include "evidence/look_up.h"

#include <array>
#include <cstring>

// The same source for processors with wider vectors; which copy runs is settled when the program is loaded.
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && \
    (!defined(__clang__) || __clang_major__ >= 14)
#define HEARSAY_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define HEARSAY_WIDE
#endif

namespace hearsay {

HEARSAY_WIDE void find_rows(const KeyTable& table, std::span<const FeatureKey> keys, std::uint32_t* rows) {
  std::array<std::uint32_t, kMostKeys> checks;
  std::array<std::uint32_t, kMostKeys> turns;
  const std::size_t count = keys.size() / kBlock * kBlock;  // the compiler is told that nothing is left over
  const std::uint64_t slots = table.checks.size();
  const std::uint16_t* const turn_of = table.turns.data();
  const std::uint32_t* const check_at = table.checks.data();
  const std::uint32_t shift = table.shift;
  for (std::size_t i = 0; i < count; ++i) turns[i] = static_cast<std::uint32_t>(keys[i] >> shift);
  for (std::size_t i = 0; i < count; ++i) checks[i] = check_of(keys[i]);
  for (std::size_t i = 0; i < count; ++i) turns[i] = turn_of[turns[i]];
  for (std::size_t i = 0; i < count; ++i) turns[i] = checks[i] * (2 * turns[i] + 1);
  for (std::size_t i = 0; i < count; ++i) turns[i] = static_cast<std::uint32_t>((turns[i] * slots) >> 32U);
  for (std::size_t i = 0; i < count; ++i) rows[i] = check_at[turns[i]];
  for (std::size_t i = 0; i < count; ++i) rows[i] = rows[i] == checks[i] ? turns[i] + 1 : 0;
}

HEARSAY_WIDE void sum_rows(std::span<const TagRow> rows, std::span<const std::uint32_t> wanted, TagSums& sums) {
  // Tags by sixteen and the last eight; the compilers know these as vectors. The templates are too few to overflow 16
  // bits.
  using Row16 = std::int8_t __attribute__((vector_size(16)));
  using Sum16 = std::int16_t __attribute__((vector_size(32)));
  using Row8 = std::int8_t __attribute__((vector_size(8)));
  using Sum8 = std::int16_t __attribute__((vector_size(16)));
  Sum16 first{};
  Sum16 second{};
  Sum8 last{};
  for (const std::uint32_t at : wanted) {
    const std::int8_t* weights = rows[at].weights;
    Row16 low;
    Row16 middle;
    Row8 high;
    std::memcpy(&low, weights, sizeof low);
    std::memcpy(&middle, weights + 16, sizeof middle);
    std::memcpy(&high, weights + 32, sizeof high);
    first += __builtin_convertvector(low, Sum16);
    second += __builtin_convertvector(middle, Sum16);
    last += __builtin_convertvector(high, Sum8);
  }
  std::memcpy(sums.data(), &first, sizeof first);
  std::memcpy(sums.data() + 16, &second, sizeof second);
  std::memcpy(sums.data() + 32, &last, sizeof last);
}

}  // namespace hearsay
