#include "base/fault.h"

#include <new>

namespace hearsay {

Diagnostic fault_of(const std::exception& error, const std::string& what, const std::string& file) {
  const bool no_memory = dynamic_cast<const std::bad_alloc*>(&error) != nullptr;
  return {.file = file,
          .message = what + ": " + (no_memory ? "there is no memory left" : error.what()),
          .remedy = no_memory ? kMoreMemory : kPleaseReport};
}

}  // namespace hearsay
