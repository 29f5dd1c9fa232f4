// By what a request wants its articles judged: the desk's own settings with what it may change of them. It names
// policies and packs that ship, never a file.
#pragma once

#include <optional>
#include <vector>

#include "server/desk.h"
#include "server/operation.h"
#include "server/route.h"

namespace hearsay {

/// The parameters of the query that asked_settings() reads.
[[nodiscard]] std::vector<Parameter> settings_parameters(const Desk& desk);

/// The settings that a request asks for; nothing where it asks for none but the desk's. Its parameters were checked
/// against the table above.
[[nodiscard]] std::optional<SettingsChoice> asked_settings(const Request& request, const Desk& desk);

/// Codes of the packs below the desk's rules, sorted.
[[nodiscard]] std::vector<std::string> pack_codes(const Desk& desk);

}  // namespace hearsay
