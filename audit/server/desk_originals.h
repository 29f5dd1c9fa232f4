// Originals that pages of the desk laid beside their drafts: transcripts, mail, papers, other articles. Read once, kept
// in memory alone; those asked for longest ago go first where there are too many, and the page then sends them again.
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"

namespace hearsay {

inline constexpr std::uint64_t kMostOriginalsBytes = 128ULL << 20U;  // of all that are held, as read
inline constexpr std::size_t kMostOriginals = 200;                   // that are held
inline constexpr std::size_t kMostPageOriginals = 50;                // beside one draft
inline constexpr std::size_t kMostDraftsHeld = 1'000;                // kept drafts whose originals are remembered

struct DeskOriginal {
  std::string id;       // of name and bytes: 32 hexadecimal digits that nobody guesses
  Document document;    // as prepared_original() makes it; its path is the file's name
  std::string problem;  // why it has no text, or ""
};

/// By what an original is known.
[[nodiscard]] std::string original_id(std::string_view name, std::string_view bytes);

/// May be used by several threads.
class DeskOriginals {
 public:
  explicit DeskOriginals(std::uint64_t most_bytes = kMostOriginalsBytes) : most_bytes_(most_bytes) {}

  /// One that is there already stays as it is. False where it is larger than all may be together.
  [[nodiscard]] bool add(DeskOriginal&& original);
  /// False where there is none of this id. It lies beside no draft any longer.
  bool forget(std::string_view id);
  /// Calls `use` with one per id, nullptr where there is none (any more). They stay until it returns.
  void with(const std::vector<std::string>& ids,
            const std::function<void(const std::vector<const DeskOriginal*>&)>& use);

  /// A page laid these beside a kept draft; those of other pages stay, the latest kMostPageOriginals of all.
  void lay_beside(const std::string& draft, const std::vector<std::string>& ids);
  /// Those of all pages, in the order they came; some may not be held any longer.
  [[nodiscard]] std::vector<std::string> beside(const std::string& draft);

 private:
  struct Held {
    DeskOriginal original;
    std::uint64_t bytes = 0;
  };
  std::list<Held>::iterator find(std::string_view id);

  std::uint64_t most_bytes_;
  std::shared_mutex mutex_;  // shared: whoever reads them; whole: whoever takes one in or out
  std::mutex order_;         // of `held_`, taken within the other: the one asked for last stands last
  std::list<Held> held_;
  std::uint64_t bytes_ = 0;
  std::mutex beside_mutex_;
  std::list<std::pair<std::string, std::vector<std::string>>> beside_;  // by draft; the one laid upon last stands last
};

}  // namespace hearsay
