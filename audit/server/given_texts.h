// Texts that a request of the open interface holds as JSON: a draft, and the originals that it is held against.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "report/verification/verification_report.h"
#include "server/desk.h"
#include "server/exchange.h"

namespace hearsay {

inline constexpr std::uint64_t kMostTextsBody = 32ULL << 20U;  // bytes of the texts of one request, as JSON

/// A text of a request; a name tells its format where its words do not.
struct GivenText {
  std::string name, text;
};

/// {"name": …, "text": …}; nothing where there is no text.
[[nodiscard]] std::optional<GivenText> given_text(const nlohmann::ordered_json& json, std::string_view otherwise);

/// {"name": …, "text": …, "originals": [{"name": …, "text": …}]}.
struct GivenDraft {
  GivenText draft;
  std::vector<GivenText> originals;  // one or more
};
/// Or the answer that refuses.
[[nodiscard]] std::variant<GivenDraft, Response> given_draft(const nlohmann::ordered_json& body);
/// Where the body of a request that may as well be an article itself is none but such an object; nothing: it is not.
[[nodiscard]] std::optional<std::variant<GivenDraft, Response>> draft_with_originals(const Request& request);

/// The draft, audited before, held against its originals.
[[nodiscard]] VerificationReport hold_given(const Desk::Audited& audited, const std::vector<GivenText>& originals);

}  // namespace hearsay
