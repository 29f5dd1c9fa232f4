// Any bytes behind the head of a message are a message or an error.
#include <string>
#include <string_view>

#include "fuzz/holds.h"
#include "read_english.h"

namespace hearsay::fuzz {

void fuzz_mail(std::string_view bytes) {
  std::string text = "From: a@b.example\nMIME-Version: 1.0\n";
  text += bytes;
  require_whole(read_english(text, "fuzz.eml"));
}

}  // namespace hearsay::fuzz
