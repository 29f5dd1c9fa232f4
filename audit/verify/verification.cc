#include "verify/verification.h"

namespace hearsay {

const std::array<std::string_view, kQuotationClassCount>& quotation_class_names() {
  static constexpr std::array<std::string_view, kQuotationClassCount> kNames = {
      "unverified",       "not-found",      "too-short",     "spliced",           "other-speaker",
      "negation-changed", "number-changed", "name-changed",  "unmarked-omission", "paraphrase",
      "small-edit",       "disfluency",     "marked-change", "verbatim"};
  return kNames;
}

std::string_view quotation_class_name(QuotationClass value) {
  return quotation_class_names()[static_cast<std::size_t>(value)];
}

std::string_view quotation_class_words(QuotationClass value) {
  switch (value) {
    case QuotationClass::unverified:
      return "not found, and an original has no text to look in";
    case QuotationClass::not_found:
      return "not found in the originals given";
    case QuotationClass::too_short:
      return "too short to say";
    case QuotationClass::other_speaker:
      return "there it is somebody else who speaks";
    case QuotationClass::spliced:
      return "put together from parts that stand apart";
    case QuotationClass::negation_changed:
      return "a negation is changed";
    case QuotationClass::number_changed:
      return "a number or date is changed";
    case QuotationClass::name_changed:
      return "a name is changed";
    case QuotationClass::unmarked_omission:
      return "words are left out without a mark";
    case QuotationClass::paraphrase:
      return "other words than the original's";
    case QuotationClass::small_edit:
      return "a few words differ";
    case QuotationClass::disfluency:
      return "hesitations or repetitions are left out";
    case QuotationClass::marked_change:
      return "changed where a mark says so";
    case QuotationClass::verbatim:
      return "the same words";
  }
  return "";
}

}  // namespace hearsay
