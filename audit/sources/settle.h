// Which newspaper, station or go-between a saying reached the article through, and where or in what it was said. Who
// speaks is known by now; settling asks the resolver what a range of words is about and changes no speaker.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "attributions/attribution.h"
#include "attributions/occasion.h"
#include "document/document.h"
#include "mentions/language.h"
#include "mentions/mention.h"
#include "sources/entities.h"
#include "sources/extras.h"
#include "sources/naming.h"
#include "sources/outlet.h"
#include "sources/source.h"

namespace hearsay {

/// What the resolver tells of a range of words. kNone: nothing.
struct Reference {
  std::function<std::uint32_t(TokenRange)> mention;  // the mention that it is about
  std::function<std::uint32_t(TokenRange)>
      inside;  // the longest mention that starts where it does and does not stick out
  std::function<std::uint32_t(TokenRange)> namesake;  // the first mention by just this name
  std::function<std::uint32_t(TokenRange)> entity;    // who or what is meant; made where it is new
};

/// What settling reads. Holds references; lives within one call.
struct Unsettled {
  const Language& language;
  const Mentions& mentions;
  const Attributions& attributions;
  const Occasions& occasions;
  const Outlet& outlet;
  const EntityTable& table;
  const Naming& naming;
  Extras& extras;  // a house that no mention names is added
  const Reference& reference;
  const std::vector<std::uint32_t>& speaker;    // per attribution: an entity, an extra, or kNone
  const std::vector<std::uint32_t>& recipient;  // the same
};

struct Settled {
  std::vector<std::vector<std::uint32_t>> via;  // per attribution: relays from the article outwards
  std::vector<Setting> setting;                 // per attribution
};

/// The outlet of the document is no relay of its own article.
[[nodiscard]] Settled settle(const Unsettled& unsettled);

}  // namespace hearsay
