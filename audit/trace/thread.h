// One utterance in many articles: what is compared (Utterance), by what (Signature), and what comes out (Thread).
// Utterances are detached from the article they were found in: they come from a run, from JSON Lines or from a store.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// Keys of one text: two texts that share a key are candidates for one thread. The same on every machine and in every
/// version of the rules, so that any engine can group records by key. Empty: too short to compare.
using Signature = std::vector<std::uint64_t>;

/// A word as utterances are compared by: the hash of its stem, folded (trace/stem.h). The top bit tells a content word
/// from "the", "is", "we" …
using Stem = std::uint32_t;
inline constexpr Stem kContentStem = 0x80000000U;

/// What one attribution says, or an unattributed quotation, as the reader of one article gets it.
struct Utterance {
  std::string article;           // id, unique in the collection
  std::string outlet;            // "" = not given
  std::string published;         // ISO 8601, "" = not given
  std::string attribution;       // id in its article: "a1"; "" = a quotation that no attribution covers
  std::string within;            // id of the attribution in whose content this one lies, or ""
  std::string text;              // the content's words
  std::string source;            // name; "" = unstated
  std::vector<std::string> via;  // names, from the article outwards
  std::size_t wires = 0;         // so many of `via`, from its front, are agencies from which the outlet has the story
  std::string medium;            // as medium_name
  bool anonymous = false;
  bool quoted = false;      // `words` stood in quotation marks
  std::vector<Stem> words;  // in text order; of a mixed attribution only those in quotation marks, where they suffice
  std::vector<Stem> facts;  // names and figures among `words`; sorted, each once
  Signature signature;      // of `words` and `facts`
};

enum class ThreadKind : std::uint8_t { quotation, claim };
enum class Difference : std::uint8_t { wording, source, via, medium, date, anonymity };
[[nodiscard]] std::string_view thread_kind_name(ThreadKind kind);
[[nodiscard]] std::string_view difference_name(Difference difference);

struct Thread {
  ThreadKind kind = ThreadKind::quotation;
  std::vector<std::uint32_t> members;  // ranks of utterances (trace/collection.h), ascending: earliest first
  std::uint32_t anchor = 0;            // the member that all others were held against
  std::vector<Difference> differs;     // in the order of the enumeration
  double confidence = 1;               // that the members are one utterance, 0…1; claims have less than quotations
};

}  // namespace hearsay
