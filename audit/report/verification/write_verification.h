// A draft held against originals, for people and programs. Everything that comes from a text is escaped for where it
// goes. Nothing is claimed beyond the words: "not found" is of the originals that were given.
#pragma once

#include <string>

#include "report/json_writer.h"
#include "report/verification/verification_report.h"
#include "report/write_text.h"

namespace hearsay {

/// {"quotations": […], "paraphrases": […], …}; spans in code points of the draft. Ends with a newline.
[[nodiscard]] std::string write_verification_json(const VerificationReport& report);

/// A block per quotation: class, draft, original, what differs, where. Indirect words only where something differs.
[[nodiscard]] std::string write_verification_text(const VerificationReport& report, const TextOptions& options = {});

/// One self-contained page, draft and original side by side.
[[nodiscard]] std::string write_verification_html(const VerificationReport& report);

/// One object, for whatever holds verifications.
void put_verification(JsonWriter& json, const ReportVerification& verification);

}  // namespace hearsay
