// Holds a bed's quotations against its originals and counts what came out.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "verify/make_bed.h"
#include "verify/verify.h"

namespace hearsay {

struct BedResult {
  std::size_t all = 0, right = 0;
  std::size_t missed = 0;                                               // altered and called verbatim
  std::size_t verbatim = 0;                                             // left as they were …
  std::size_t false_alarms = 0;                                         // … and called altered
  std::map<std::pair<std::string, std::string>, std::size_t> confused;  // label, result
  std::vector<std::string> wrong;                                       // a line each

  [[nodiscard]] double accuracy() const { return all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all); }
  void add(const BedQuotation& quotation, QuotationClass result);
};

/// The transcript as the program reads it.
[[nodiscard]] Document bed_original(const BedArticle& article);

/// Each quotation with the speaker that the article gives it to: verification alone, whatever attributions find.
[[nodiscard]] BedResult hold_bed(const Bed& bed, const LanguageWords& language);

}  // namespace hearsay
