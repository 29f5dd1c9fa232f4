// The rules that ship, loaded once, as the front ends have them; without evidence and on one thread.
#pragma once

#include "service/session.h"

namespace hearsay::fuzz {

[[nodiscard]] SettingsChoice shipped_settings();
[[nodiscard]] const Session& shipped_session();

}  // namespace hearsay::fuzz
