// What a feature is: a template and a few small values (word hashes, tags, counts), folded to one 64-bit key. The text
// form of the values stands in the weight files; at run time only keys are compared.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace hearsay {

using FeatureKey = std::uint64_t;
inline constexpr std::size_t kMaxFeatureValues = 6;
/// Stands for the word beyond the end of a sentence; word values below it are the tags of masked words, 0 is any rare
/// word.
inline constexpr std::uint32_t kEdgeWord = 63;

/// The hash a token of that lower-case word carries; equals word_hash, but is known to the compiler.
[[nodiscard]] constexpr std::uint32_t hash_of(std::string_view lower) {
  std::uint32_t hash = 2166136261U;
  for (const char c : lower) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

/// A template: its name and one letter per value, which says how the value is written in a weight file.
///   w word (a hash; masked words are <TAG>, rare ones _)   s stem (a hash)   x ending (three bytes)   t tag   k kind
///   n number
struct FeatureTemplate {
  std::string_view name;
  std::string_view slots;
};
[[nodiscard]] std::span<const FeatureTemplate> tag_templates();
[[nodiscard]] std::span<const FeatureTemplate> cue_templates();
[[nodiscard]] std::span<const FeatureTemplate> span_templates();
[[nodiscard]] std::span<const FeatureTemplate> reading_templates();
[[nodiscard]] std::span<const FeatureTemplate> link_templates();

/// Changes whenever a template is added, renamed or reordered; a model of another signature cannot be used.
[[nodiscard]] std::uint64_t templates_signature();

[[nodiscard]] constexpr std::uint64_t scattered(std::uint64_t bits) {
  bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBULL;
  return bits ^ (bits >> 31U);
}

/// A key is a sum, each value times a number that belongs to its place: what templates share at a place the compiler
/// multiplies once. Its upper bits are well mixed, its lowest are not.
[[nodiscard]] constexpr FeatureKey template_key(std::uint32_t name) {
  return scattered(0x51ED270B7F4A7C15ULL + name);
}
[[nodiscard]] constexpr FeatureKey place_value(std::size_t place, std::uint32_t value) {
  return (scattered(0x9E3779B97F4A7C15ULL * (place + 1)) | 1U) * value;
}

template <class... Values>
[[nodiscard]] constexpr FeatureKey feature_key(std::uint32_t name, Values... values) {
  FeatureKey key = template_key(name);
  std::size_t place = 0;
  ((key += place_value(place++, static_cast<std::uint32_t>(values))), ...);
  return key;
}

/// A template that is none.
inline constexpr FeatureKey kNoFeature = template_key(~0U);

/// A feature with its values, as the learner and `explain` need it.
struct NamedFeature {
  std::uint32_t name = 0;  // index of the template
  std::uint32_t count = 0;
  std::array<std::uint32_t, kMaxFeatureValues> values{};
};

/// Takes keys only: what runs over an article.
class KeySink {
 public:
  explicit KeySink(FeatureKey* keys) : next_(keys) {}
  template <class... Values>
  void operator()(std::uint32_t name, Values... values) {
    *next_++ = feature_key(name, values...);
  }
  [[nodiscard]] FeatureKey* end() const { return next_; }

 private:
  FeatureKey* next_;
};

}  // namespace hearsay
