// The names of persons in the text, each occurrence with its first name and surname as written. Whether two are one
// person is asked elsewhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "score/input.h"

namespace hearsay {

struct PersonName {
  std::uint32_t mention = 0;  // index into Mentions::all
  TokenRange range;           // the name without titles
  std::string first;          // plain letters; "" where the surname stands alone
  std::string last;           // plain letters
  bool sure = false;          // a given name, a title, or words of a named person tell that it is a person
  bool quoted = false;        // inside a quotation
};

using PersonNames = std::vector<PersonName>;

/// In text order. Names of three words and more have their first and last word; a suffix ("Jr.") and initials in the
/// middle are passed over. Names of one word count where they are no first name.
[[nodiscard]] PersonNames find_person_names(const ScoreInput& input);

}  // namespace hearsay
