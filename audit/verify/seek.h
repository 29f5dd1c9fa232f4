// Where in an original the words of a draft may stand. The draft is indexed, not the originals: each of these is gone
// through once, front to back, and only the excerpts that are candidates are kept, so that time is linear in the
// originals and memory does not grow with them.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "document/document.h"
#include "verify/words.h"

namespace hearsay {

/// Words that are looked for.
struct SoughtWords {
  std::vector<ComparedWord> words;  // at most kMostSoughtWords
};
inline constexpr std::size_t kMostSoughtWords = 600;

/// A stretch of an original, by itself: the original need not be kept.
struct Excerpt {
  std::uint32_t original = 0;  // number of the original
  std::string document;        // its path
  std::string text;
  std::uint32_t text_at = 0;           // where `text` begins in the original's, in bytes
  std::uint32_t first_word = 0;        // number in the original of the first word
  std::vector<ComparedWord> words;     // of `text`
  std::vector<std::uint32_t> turn_of;  // per word: number of its turn in the original; kNone: no turns are told
  std::vector<std::pair<std::uint32_t, std::string>> speakers;  // by number of turn, ascending
  std::vector<std::string> labels;  // of all turns of the original, each once, at most kMostLabels
  std::uint32_t unit = 1;           // line or paragraph in which `text` begins
  bool paragraphs = false;          // units are paragraphs
  std::vector<PlaceMark> marks;     // bytes of `text`; the first is in force where it begins
  bool quoted_alone = false;        // `words` are those between quotation marks: an article's, without its writer's
};

/// The words that an article gives as somebody's; no words where there are no marks, or the original has turns.
[[nodiscard]] Excerpt quoted_words_of(const Excerpt& excerpt);
inline constexpr std::size_t kMostLabels = 64;

/// An excerpt that shares many words with what is sought.
struct ExcerptCandidate {
  double score = 0;  // share of the sought words, weighted
  Excerpt excerpt;
};

/// Sought words [from, from + size) stand there one after the other.
struct ExactRun {
  std::uint32_t from = 0, size = 0;
  std::uint32_t at = 0;  // index into excerpt.words of the first
  Excerpt excerpt;
};

/// What was found for one SoughtWords.
struct FoundFor {
  std::vector<ExcerptCandidate> candidates;  // best first, at most kMostCandidates
  std::vector<ExactRun> runs;                // longest over each sought word, in order of `from`
};
inline constexpr std::size_t kMostCandidates = 6;

class Seeker {
 public:
  /// `sought` must outlive it.
  explicit Seeker(const std::vector<SoughtWords>& sought);

  /// One thread's room for work.
  struct Room {
    explicit Room(const LanguageWords& language) : cutter(language) {}
    WordCutter cutter;
    std::vector<ComparedWord> words;
    std::vector<std::uint32_t> turns;
    struct Event {
      std::uint32_t at, slot;  // word of the original; which of the things counted
    };
    std::vector<std::vector<Event>> events;
    std::vector<std::uint32_t> counts;
  };
  /// What one original holds for each of what is sought, by their number; entries without anything are left out.
  using Hits = std::vector<std::pair<std::uint32_t, FoundFor>>;
  [[nodiscard]] Hits scan(const Document& document, std::uint32_t number, Room& room) const;

 private:
  struct Slot {
    std::uint32_t sought, place;
  };
  using Table = std::unordered_map<std::uint64_t, std::vector<Slot>>;
  void cut(const Document& document, Room& room) const;
  void find_runs(const Document& document, std::uint32_t number, const Room& room, Hits& hits) const;

  const std::vector<SoughtWords>& sought_;
  Table stems_;                        // of single words; place: which of the things counted
  Table trigrams_;                     // place: word of the sought
  std::vector<std::uint64_t> filter_;  // bits of both tables' keys
  std::vector<double> most_;           // per sought: the weight of everything counted
  std::vector<std::uint32_t> slots_;   // per sought: how many things are counted
};

/// Puts what another original gave beside what is there; originals are to be taken in their order.
void merge_found(FoundFor&& more, FoundFor& into);

}  // namespace hearsay
