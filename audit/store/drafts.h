// Drafts that the desk keeps: versions of a text and what people said of it, in the same file as the archive, apart
// from its articles. Two people may work on one draft: a version is added only upon the one that its writer saw,
// corrections are added and removed one by one, so nothing of anybody is overwritten.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corrections/correction.h"

namespace hearsay {

struct DraftVersion {
  std::uint64_t number = 0;  // from 1, in the order in which they came
  std::string at;            // ISO 8601, UTC
  std::string name;          // of the file: "draft.md"
  std::string outlet;        // who prints it; "" = not given
  std::string by;            // who kept it; "" = not given
  std::uint64_t size = 0;    // bytes
};

struct DraftInfo {
  std::string id;
  DraftVersion last;
  std::uint64_t corrections = 0;
};

/// What is given to be kept.
struct DraftText {
  std::string_view text, name, outlet, by, at;
};

/// The check sheet of a draft as people left it.
struct DraftSheet {
  std::uint64_t number = 0;  // of its changes; 0: nobody entered anything yet
  std::string bytes;         // CSV
};

/// One connection, one thread's. Whatever fails in the store is Fatal.
class DraftStore {
 public:
  /// Makes the store where there is none.
  explicit DraftStore(const std::string& path);
  ~DraftStore();
  DraftStore(const DraftStore&) = delete;
  DraftStore& operator=(const DraftStore&) = delete;

  /// The one worked on last first; at most `most`.
  [[nodiscard]] std::vector<DraftInfo> list(std::size_t most);
  /// A new draft with its first version; its id.
  [[nodiscard]] std::string create(const DraftText& text);
  /// The number of the new version; 0 where `base` is not the last one (any more), or there is no such draft.
  [[nodiscard]] std::uint64_t add_version(const std::string& id, std::uint64_t base, const DraftText& text);

  /// Oldest first; empty: there is no such draft.
  [[nodiscard]] std::vector<DraftVersion> versions(const std::string& id);
  [[nodiscard]] std::optional<std::string> text(const std::string& id, std::uint64_t number);

  /// In order (put_in_order).
  [[nodiscard]] Corrections corrections(const std::string& id);
  /// Those that are there already change nothing. False where there is no such draft, or it would hold more than
  /// kMostCorrections: then nothing is added.
  [[nodiscard]] bool add_corrections(const std::string& id, const Corrections& corrections);
  /// False where there is none of this id.
  [[nodiscard]] bool remove_correction(const std::string& id, std::string_view correction);

  /// Nothing where it cannot be unpacked.
  [[nodiscard]] std::optional<DraftSheet> sheet(const std::string& id);
  /// False where it was changed since `base`, or there is no such draft: then nothing is changed.
  [[nodiscard]] bool put_sheet(const std::string& id, std::uint64_t base, std::string_view bytes);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hearsay
