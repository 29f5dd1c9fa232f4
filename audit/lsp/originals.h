// The originals that an editor's documents are held against as one types: read once and kept, so that a pause costs no
// reading; read anew when a file of them changes.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "service/listener.h"
#include "service/originals.h"
#include "service/session.h"

namespace hearsay {

class LspOriginals {
 public:
  /// Reads them; what cannot be read goes to the listener. Throws Fatal as Originals::prepare.
  LspOriginals(std::vector<std::string> paths, Session&& session, Listener& listener);
  LspOriginals(const LspOriginals&) = delete;
  LspOriginals& operator=(const LspOriginals&) = delete;

  /// Puts into the report what they say of the draft's words; nothing where there are too many to keep.
  void add_to(Report& report, const Analysis& draft, const Session& session);

  /// A file of them was written, came or went since they were read.
  [[nodiscard]] bool changed() const { return stamp_of_originals(paths_) != stamp_; }

  /// What the user should know of them, a sentence; "" = all is well.
  [[nodiscard]] std::string remark() const;

 private:
  std::vector<std::string> paths_;
  std::uint64_t stamp_;
  Session session_;
  Originals originals_;
};

}  // namespace hearsay
