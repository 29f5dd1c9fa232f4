// How long a setting lasts: who is said to speak in an interview, at a hearing or in a statement goes on speaking there
// until the text takes him or her elsewhere. Works on numbers of entities; knows no names.
#pragma once

#include <cstdint>
#include <vector>

#include "attributions/attribution.h"
#include "attributions/occasion.h"
#include "base/span.h"
#include "sources/source.h"
#include "tokens/token.h"

namespace hearsay {

/// What carrying needs to know of one attribution. Numbers of entities are the caller's; kNone = nobody.
struct Speech {
  std::uint32_t speaker = kNone;
  std::uint32_t hearer = kNone;
  std::uint32_t relay = kNone;  // named with it
  bool current = true;          // said on the occasion the article is about, as far as its words tell
  bool aside = false;           // not said in so many words ("ticked off", "painted"): goes with a setting beside it
  bool addresses = false;       // says "you" to somebody
  std::uint32_t day = 0;        // on which it was said, as its sentence tells (SpeechReader::day); 0: not told
  bool to_another = false;      // to a house or whoever is named and is no person; `hearer` where that is known
  std::vector<std::uint32_t> parts;  // who the speakers are where they are several
};

/// And of one occasion.
struct Scene {
  std::vector<std::uint32_t> speakers;  // entities that speak there by the words around it
  std::uint32_t relay = kNone;
  std::uint32_t day = 0;  // as in Speech
  bool unknown = false;   // nobody who speaks there is known by name
};

struct Carried {
  std::vector<Setting> setting;      // per attribution
  std::vector<std::uint32_t> relay;  // per attribution: what came along with a setting carried, or kNone
};

/// Linear in attributions and occasions.
[[nodiscard]] Carried carry_settings(const Text& text, const Attributions& attributions, const Occasions& occasions,
                                     const std::vector<Speech>& speeches, const std::vector<Scene>& scenes);

}  // namespace hearsay
