// That an article cannot be read: said of the whole file, without a place in it.
#pragma once

#include <string>
#include <utility>

#include "document/document.h"

namespace hearsay {

/// Adds the error to the document's diagnostics.
inline void fail(Document& document, std::string message, std::string remedy) {
  document.diagnostics.push_back({.file = document.path, .message = std::move(message), .remedy = std::move(remedy)});
}

}  // namespace hearsay
