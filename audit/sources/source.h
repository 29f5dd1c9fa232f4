// The sources of an article: each once, with its fullest name and all its aliases, and which attribution is whose.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "attributions/attribution.h"
#include "base/span.h"
#include "mentions/mention.h"
#include "rules/register.h"

namespace hearsay {

/// The ladder of specificity of a source that is not named: each step tells the reader more.
enum class Specificity : std::uint8_t {
  none,        // the source is named
  bare,        // "a source", "officials"
  counted,     // "two officials"
  affiliated,  // "a Harbour Ministry official"
  access,      // "an official with knowledge of the talks"
  reasoned,    // says why the name is withheld
};
[[nodiscard]] std::string_view specificity_name(Specificity step);  // "bare" …; none is ""

struct Source {
  std::string
      name;  // canonical: the fullest the article gives, titles left out; for roles and groups the fullest phrase
  SourceKind kind = SourceKind::unstated;
  bool anonymous = false;  // someone in particular whom the reader cannot identify
  Specificity specificity = Specificity::none;
  std::vector<std::string> aliases;  // other forms in the article, pronouns left out, in order of first use
  std::string description;           // role or apposition: "special envoy"; "" = none
  std::string affiliation;           // name of the organisation or country spoken for; "" = none
  char reliability = 0;              // Admiralty A–F, from a register; 0 = nobody graded it
  Grader graded_by;                  // who gave that letter; empty where nobody did
  std::vector<Verdict> verdicts;     // what a register of judgements says of it
  Grader judged_by;                  // and whose they are
  // By which words of the text a person is told of, as subjects, in order of first use: "she". Only pronouns that
  // surely stand for it; none where "he" and "she" both would. Never told by names, titles or offices.
  std::vector<std::string> pronouns;
  std::vector<std::pair<std::string, std::string>> columns;  // the house's own notes of it, from a register
  Gender gender = Gender::unknown;
  GrammaticalNumber number = GrammaticalNumber::unknown;
  std::uint32_t register_entry = kNone;
  bool own = false;                  // the outlet that prints the article, or the agency it took the story from
  std::vector<TokenRange> mentions;  // in text order, pronouns too
  std::uint32_t entity = kNone;      // whose references these are; kNone: the author, the reader, an account
};

/// Where or in what an attribution's words were said, and how the text tells so.
struct Setting {
  Medium medium = Medium::none;
  TokenRange words;      // that name it; they may stand beside another attribution
  bool carried = false;  // by the same speaker going on, or by who spoke with whom
};

/// A mention and who it is.
struct Identity {
  std::uint32_t entity = kNone;  // a number of this article; kNone: left open
  float certainty = 1;           // probability that it is this one, among those it could be
};

/// All sources of the article, in order of first mention; entities that are never used as source or relay are left out.
struct Sources {
  std::vector<Source> all;
  std::vector<std::uint32_t> of_attribution;    // per attribution: index into all, or kNone (unstated)
  std::vector<std::vector<std::uint32_t>> via;  // per attribution: relays from the article outwards
  std::vector<std::uint32_t> recipient;         // per attribution: index into all, or kNone
  std::vector<std::uint32_t> told_by;           // per attribution: the mention of its source, or kNone
  std::vector<double> certainty;                // per attribution: probability that it is this source; may be shorter
  std::vector<Setting> setting;                 // per attribution; may be shorter: no setting
  std::vector<Identity> identities;             // per mention (Mentions::all), used as a source or not
};

}  // namespace hearsay
