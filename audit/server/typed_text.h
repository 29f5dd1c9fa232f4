// A text that is typed at the desk, audited with what people said of it.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corrections/correction_json.h"
#include "server/desk.h"

namespace hearsay {

/// A member that is a text; "" where it is not there or something else.
[[nodiscard]] std::string text_member(const nlohmann::ordered_json& json, const char* member);

/// The corrections of a body: its member "corrections", a list. What is wrong with them, or nothing.
[[nodiscard]] std::optional<JsonFault> given_corrections(const nlohmann::ordered_json& body, Corrections& corrections);

/// "ferry.txt" of "../ferry.md": a name for what is typed, so that it is read as the plain text it is.
[[nodiscard]] std::string typed_name(std::string name);

/// Changes with every correction that is added or taken back.
[[nodiscard]] std::string corrections_stamp(const Corrections& corrections);

/// What reading it left to say, and why it could not be read.
[[nodiscard]] std::vector<std::string> remarks_of(const Desk::Audited& audited);
[[nodiscard]] std::string why_unread(const Desk::Audited& audited);

}  // namespace hearsay
