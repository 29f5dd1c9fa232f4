// hearsay serve: the rules loaded once, all routes together, and the server over them until somebody ends it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "service/choices.h"
#include "service/listener.h"

namespace hearsay {

inline constexpr std::uint16_t kServePort = 8427;

struct ServeChoice {
  SettingsChoice settings;           // `threads`: audits at once
  std::uint16_t port = kServePort;   // 0: one that is free
  std::string host;                  // an address as digits; "": the loopback alone
  std::optional<std::string> store;  // file
  bool open = false;                 // the address in a browser
  std::vector<std::string> origins;  // that may ask /v2, besides browsers' add-ons
};

/// Until SIGINT or SIGTERM, then as long as what is under way takes, some seconds at most. `out` gets one line: the
/// address with its token. Throws Fatal where the rules cannot be loaded, an option means nothing, or the port is
/// taken.
void serve(const ServeChoice& choice, Listener& listener, const Output& out);

}  // namespace hearsay
