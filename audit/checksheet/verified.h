// What originals say of the draft's words, by the place of these: asked for each item that is somebody's words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "report/report.h"

namespace hearsay {

/// One of Report::verifications in the words of a row.
struct VerifiedWords {
  CodeSpans span;          // code points of the draft's text; several: a cue stands between
  bool quoted = true;      // in quotation marks; else indirect words
  std::string documented;  // "verbatim: hearing.vtt, 00:12:41"; "" = no original has them so
  std::string note;        // what differs; "" = nothing that matters
};

class VerifiedPlaces {
 public:
  /// What outlives it: all.
  explicit VerifiedPlaces(std::span<const VerifiedWords> all);

  /// Those of which a part meets [begin, end), quoted or not as asked; in text order, each once. Logarithmic in all,
  /// but for those that lie around each other.
  [[nodiscard]] std::vector<const VerifiedWords*> at(CodeSpan place, bool quoted) const;

 private:
  struct Part {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t reach = 0;  // the furthest end of all parts up to this one
    std::size_t of = 0;       // index into all_
  };
  std::span<const VerifiedWords> all_;
  std::vector<Part> parts_;  // by begin
};

}  // namespace hearsay
