// From the bytes of a word to its token: lower-case hash, vocabulary id and the flags that tell what it is made of.
#pragma once

#include <string_view>
#include <vector>

#include "tokens/token.h"

namespace hearsay {

class TokenMaker {
 public:
  TokenMaker(std::string_view text, const Vocabulary& vocabulary, std::vector<Token>& tokens)
      : text_(text), vocabulary_(vocabulary), tokens_(tokens) {}

  /// Appends the token of the bytes [begin, end), not empty. `flags` are those that its place gives it: kSpaceBefore,
  /// kClitic, kAbbreviation. Allocates nothing but the vector's growth.
  void append(std::size_t begin, std::size_t end, std::uint16_t flags);

 private:
  void append_any(std::size_t begin, std::size_t end, std::uint16_t flags);
  void push(std::size_t begin, std::size_t end, std::string_view lower, std::uint32_t hash, std::uint16_t flags);
  [[nodiscard]] bool upper_in(std::size_t begin, std::size_t end) const;

  std::string_view text_;
  const Vocabulary& vocabulary_;
  std::vector<Token>& tokens_;
};

}  // namespace hearsay
