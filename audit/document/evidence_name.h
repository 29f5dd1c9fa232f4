// What a note of a draft shows of a claim, in one word.
#pragma once

#include <string_view>

#include "document/document.h"

namespace hearsay {

/// "link", "call", "date", "checked"; "" for none.
[[nodiscard]] constexpr std::string_view evidence_name(Annotation::Evidence evidence) {
  switch (evidence) {
    case Annotation::Evidence::none:
      return "";
    case Annotation::Evidence::link:
      return "link";
    case Annotation::Evidence::call:
      return "call";
    case Annotation::Evidence::date:
      return "date";
    case Annotation::Evidence::checked:
      return "checked";
  }
  return "";
}

}  // namespace hearsay
