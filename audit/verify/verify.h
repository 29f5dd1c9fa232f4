// The quotations of a draft held against originals: gathered from what the stages found, sought in one original after
// the other, judged at the end.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "attributions/attribution.h"
#include "mentions/article.h"
#include "sources/source.h"
#include "verify/judge.h"
#include "verify/seek.h"
#include "verify/speakers.h"
#include "verify/verification.h"

namespace hearsay {

/// A quotation of the draft, or indirect words with a number or a name in them.
struct DraftQuotation {
  std::uint32_t attribution = kNone;  // index into Attributions
  std::vector<Span> spans;            // without marks
  bool quoted = true;
  GivenSpeaker speaker;
  bool around_denies = false, around_conditions = false;  // the sentence around it
};

/// What the draft says that originals can be asked for, in text order. Quotations around one cue ("…," she said, "…")
/// are one where the first does not end its sentence.
[[nodiscard]] std::vector<DraftQuotation> gather_quotations(const Article& article, const Attributions& attributions,
                                                            const Sources& sources);

/// A name stands where an attribution says who speaks, not a pronoun or a description of somebody named elsewhere.
[[nodiscard]] bool names_itself(const Article& article, const Attribution& said);

/// Who speaks at a passage of an original that has no turns: an article's own attributions say it, which stages above
/// know to find.
struct ToldSpeaker {
  std::string name;      // "": that is not told
  bool by_name = false;  // as GivenSpeaker has it
};
using AskSpeaker = std::function<ToldSpeaker(const std::string& text, Span words)>;

class Verifier {
 public:
  /// `article` and the language of its text must outlive it.
  Verifier(const Article& article, std::vector<DraftQuotation> quotations);
  Verifier(const Verifier&) = delete;
  Verifier& operator=(const Verifier&) = delete;

  /// Room for a thread that scans.
  [[nodiscard]] Seeker::Room room() const { return Seeker::Room(language_); }
  /// Pure; may be called by many threads.
  [[nodiscard]] Seeker::Hits scan(const Document& original, std::uint32_t number, Seeker::Room& room) const {
    return seeker_.scan(original, number, room);
  }
  /// In the order of the originals.
  void take(Seeker::Hits&& hits);
  /// An original has no text or could not be read: what is not found elsewhere is unverified.
  void miss_original() { complete_ = false; }

  /// One per quotation, in their order.
  [[nodiscard]] std::vector<Verification> finish(const AskSpeaker& ask = {}) const;

 private:
  static std::vector<SoughtWords> sought_of(const Article& article, const std::vector<DraftQuotation>& quotations);
  [[nodiscard]] Verification judge(std::size_t i, const AskSpeaker& ask) const;
  void hold_paraphrase(std::size_t i, Verification& into) const;

  const Article article_;
  const LanguageWords& language_;
  const std::vector<DraftQuotation> quotations_;
  const std::vector<SoughtWords> sought_;
  const Seeker seeker_;
  std::vector<FoundFor> found_;
  bool complete_ = true;
};

}  // namespace hearsay
