// Sources that are no mention of the text: its author, its reader, an account or a newspaper whose name the mentions
// do not hold. Their ids go on where those of the entities can never reach.
#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"
#include "mentions/mention.h"
#include "sources/naming.h"

namespace hearsay {

struct Extra {
  SourceKind kind = SourceKind::author;
  TokenRange name;  // empty: the author, the reader
};

/// Ids from kFirst on; those of entities lie below.
class Extras {
 public:
  static constexpr std::uint32_t kFirst = 0x80000000U;

  std::uint32_t add(SourceKind kind, TokenRange name = {}) {
    all_.push_back({.kind = kind, .name = name});
    return kFirst + static_cast<std::uint32_t>(all_.size() - 1);
  }
  /// The one by this name, or kNone.
  [[nodiscard]] std::uint32_t named(const Naming& naming, TokenRange name) const {
    for (std::size_t k = 0; k < all_.size(); ++k) {
      if (!all_[k].name.empty() && naming.words(all_[k].name) == naming.words(name))
        return kFirst + static_cast<std::uint32_t>(k);
    }
    return kNone;
  }
  /// `id` from kFirst on.
  [[nodiscard]] const Extra& at(std::uint32_t id) const { return all_[id - kFirst]; }
  [[nodiscard]] std::size_t size() const { return all_.size(); }

 private:
  std::vector<Extra> all_;
};

}  // namespace hearsay
