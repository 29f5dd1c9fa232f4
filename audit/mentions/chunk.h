// Base noun phrases: the runs of tokens that a noun phrase's core is made of, before anybody asks what they stand for.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "mentions/language.h"
#include "rules/register.h"
#include "tokens/tag.h"

namespace hearsay {

/// A name of a register as it stands in the text.
struct KnownName {
  TokenRange range;
  std::uint32_t entry = 0;  // index into Register::entries
};

struct Chunk {
  TokenRange core;  // determiner … head
  std::uint32_t inner =
      0;  // token where the part after the last possessive mark begins; core.begin where there is none
  std::uint32_t head = 0;
  bool possessor = false;  // a possessive mark follows: "Ana Ruiz" of "Ana Ruiz's office"
  bool pronoun = false;    // personal, possessive or relative
};

/// Register names, in text order, without overlap; the longest at each place. Ambiguous ones only in capitals inside a
/// sentence.
[[nodiscard]] std::vector<KnownName> find_known_names(const Language& language, const Register& registers);

/// Chunks in order of core.begin, the longer first where two begin together. Linear.
[[nodiscard]] std::vector<Chunk> find_chunks(const Language& language, const Tags& tags,
                                             const std::vector<KnownName>& names);

}  // namespace hearsay
