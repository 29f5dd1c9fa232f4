// Inputs changed blindly, for machines without a fuzzer.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace hearsay::fuzz {

/// The same inputs for the same number. What a fuzzer kept is worth more than what one draws.
class Mutator {
 public:
  /// `inputs`: at least one; must outlive it.
  Mutator(const std::vector<std::string>& inputs, std::uint64_t number) : inputs_(inputs), random_(number) {}

  /// One of the inputs with some bytes set, put in, left out, repeated, or taken from another.
  [[nodiscard]] std::string next();

 private:
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }
  void change(std::string& bytes);

  const std::vector<std::string>& inputs_;
  std::mt19937_64 random_;
};

}  // namespace hearsay::fuzz
