// Any bytes behind the head of a message are a message or an error.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/document_holds.h"
#include "read_english.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text = "From: a@b.example\nMIME-Version: 1.0\n";
  text.append(reinterpret_cast<const char*>(data), size);
  require_whole(hearsay::read_english(text, "fuzz.eml"));
  return 0;
}
