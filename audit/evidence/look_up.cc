// What row_of does for one key is done step by step for all of them. On x86-64 there is a second copy for processors
// with vectors of eight, which fetch eight table entries at once; both give the same rows and the same sums.
#include "evidence/look_up.h"

#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define HEARSAY_WIDE __attribute__((target("avx2")))
#endif

namespace hearsay {
namespace {

/// A loop per step: those that only reckon are made of vector instructions, those that read a table are not.
void find_rows_anywhere(const KeyTable& table, std::span<const FeatureKey> keys, std::uint32_t* rows) {
  std::array<std::uint32_t, kMostKeys> checks;
  std::array<std::uint32_t, kMostKeys> slots;
  const std::size_t count = keys.size();
  const std::uint64_t size = table.checks.size();
  for (std::size_t i = 0; i < count; ++i) checks[i] = check_of(keys[i]);
  for (std::size_t i = 0; i < count; ++i) slots[i] = table.turns[keys[i] >> table.shift];
  for (std::size_t i = 0; i < count; ++i) slots[i] = static_cast<std::uint32_t>(slot_of(checks[i], slots[i], size));
  for (std::size_t i = 0; i < count; ++i) rows[i] = table.checks[slots[i]];
  for (std::size_t i = 0; i < count; ++i) rows[i] = rows[i] == checks[i] ? slots[i] + 1 : 0;
}

// Tags by sixteen and the last eight; the compilers know these as vectors.
using Weights16 = std::int8_t __attribute__((vector_size(16)));
using Weights8 = std::int8_t __attribute__((vector_size(8)));
using Sums16 = std::int16_t __attribute__((vector_size(32)));
using Sums8 = std::int16_t __attribute__((vector_size(16)));

/// Inlined into each copy. The templates are too few to overflow 16 bits.
[[gnu::always_inline]] inline void sum_all(std::span<const TagRow> rows, std::span<const std::uint32_t> wanted,
                                           TagSums& sums) {
  Sums16 first{};
  Sums16 second{};
  Sums8 last{};
  for (const std::uint32_t at : wanted) {
    Weights16 low;
    Weights16 middle;
    Weights8 high;
    std::memcpy(&low, rows[at].weights, sizeof low);
    std::memcpy(&middle, rows[at].weights + 16, sizeof middle);
    std::memcpy(&high, rows[at].weights + 32, sizeof high);
    first += __builtin_convertvector(low, Sums16);
    second += __builtin_convertvector(middle, Sums16);
    last += __builtin_convertvector(high, Sums8);
  }
  std::memcpy(sums.data(), &first, sizeof first);
  std::memcpy(sums.data() + 16, &second, sizeof second);
  std::memcpy(sums.data() + 32, &last, sizeof last);
}

#if defined(HEARSAY_WIDE)
const bool kWide = __builtin_cpu_supports("avx2") != 0;

/// The lower halves of eight 64-bit numbers, in order.
[[gnu::always_inline]] HEARSAY_WIDE inline __m256i lower_halves(__m256i first, __m256i second) {
  const __m256 mixed = _mm256_shuffle_ps(_mm256_castsi256_ps(first), _mm256_castsi256_ps(second), 0x88);
  return _mm256_permute4x64_epi64(_mm256_castps_si256(mixed), 0xd8);
}

/// Reads two bytes beyond a turn; behind the turns stand the checks.
HEARSAY_WIDE void find_rows_wide(const KeyTable& table, std::span<const FeatureKey> keys, std::uint32_t* rows) {
  static_assert(kBlock == 8);
  const auto* turn_of = reinterpret_cast<const int*>(table.turns.data());
  const auto* check_at = reinterpret_cast<const int*>(table.checks.data());
  const __m256i size = _mm256_set1_epi64x(static_cast<long long>(table.checks.size()));
  const __m128i shift = _mm_cvtsi32_si128(static_cast<int>(table.shift));
  const __m256i one = _mm256_set1_epi32(1);
  for (std::size_t i = 0; i + kBlock <= keys.size(); i += kBlock) {
    const __m256i first = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(&keys[i]));
    const __m256i second = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(&keys[i + 4]));
    const __m256i bucket = lower_halves(_mm256_srl_epi64(first, shift), _mm256_srl_epi64(second, shift));
    const __m256i check = lower_halves(_mm256_srli_epi64(first, 18), _mm256_srli_epi64(second, 18));
    const __m256i turn = _mm256_and_si256(_mm256_i32gather_epi32(turn_of, bucket, 2), _mm256_set1_epi32(0xffff));
    const __m256i turned = _mm256_mullo_epi32(check, _mm256_add_epi32(_mm256_add_epi32(turn, turn), one));
    const __m256i even = _mm256_srli_epi64(_mm256_mul_epu32(turned, size), 32);
    const __m256i odd = _mm256_mul_epu32(_mm256_srli_epi64(turned, 32), size);
    const __m256i slot = _mm256_blend_epi32(even, odd, 0xaa);
    const __m256i known = _mm256_cmpeq_epi32(_mm256_i32gather_epi32(check_at, slot, 4), check);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(rows + i), _mm256_and_si256(known, _mm256_add_epi32(slot, one)));
  }
}

HEARSAY_WIDE void sum_rows_wide(std::span<const TagRow> rows, std::span<const std::uint32_t> wanted, TagSums& sums) {
  sum_all(rows, wanted, sums);
}
#endif

}  // namespace

void find_rows(const KeyTable& table, std::span<const FeatureKey> keys, std::uint32_t* rows) {
#if defined(HEARSAY_WIDE)
  if (kWide) return find_rows_wide(table, keys, rows);
#endif
  find_rows_anywhere(table, keys, rows);
}

void sum_rows(std::span<const TagRow> rows, std::span<const std::uint32_t> wanted, TagSums& sums) {
#if defined(HEARSAY_WIDE)
  if (kWide) return sum_rows_wide(rows, wanted, sums);
#endif
  sum_all(rows, wanted, sums);
}

}  // namespace hearsay
