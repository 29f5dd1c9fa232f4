// Source + cue + content, as token ranges. Who the source is (a name, an alias) is told by sources/, how it reached the
// article by trace/.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace hearsay {

enum class AttributionType : std::uint8_t { direct /* all quoted */, mixed, indirect };

enum class Medium : std::uint8_t {
  none,
  interview,
  statement,
  tweet,
  social_media,
  speech,
  press_conference,
  email,
  phone,
  document,
  broadcast,
  testimony,
  debate,
  rally,
};
inline constexpr std::size_t kMediumCount = 14;

/// How the words stand to what is said; "neutral" for plain reporting.
enum class Stance : std::uint8_t {
  neutral,
  support,
  doubt /* "claimed" */,
  deny,
  refuse,
  ask,
  belief,
  intention,
  criticism,
  demand,
  evidence,
};
inline constexpr std::size_t kStanceCount = 11;

/// "direct", "press-conference" (none is ""), "neutral" …; `…_named` give the first value where the name is unknown.
[[nodiscard]] std::string_view attribution_type_name(AttributionType type);
[[nodiscard]] std::string_view medium_name(Medium medium);
[[nodiscard]] Medium medium_named(std::string_view name);
[[nodiscard]] std::string_view stance_name(Stance stance);
[[nodiscard]] Stance stance_named(std::string_view name);

/// Who an attribution is given to.
enum class SourceMode : std::uint8_t {
  phrase,  // `source` holds the words
  author,  // the writer speaks
  none,    // the article names nobody: "reportedly", a passive without by
};

struct Attribution {
  std::uint32_t rule = kNone;  // index into Program::rules; kNone: proposed by evidence alone
  std::uint32_t pattern = 0;   // index into Rule::patterns
  SourceMode mode = SourceMode::none;
  TokenRange source;  // empty unless mode is phrase; without the closing comma of an apposition
  TokenRange cue;
  std::uint32_t cue_head = 0;       // token of the cue that carries the meaning
  std::vector<TokenRange> content;  // in text order, disjoint; quotation marks in, the sentence's own full stop out
  std::vector<TokenRange> via;      // relays, from the article outwards
  TokenRange recipient;             // "reporters", "VOA"
  Medium medium = Medium::none;
  TokenRange medium_range;
  TokenRange reason;             // why the source is not named: "because he was not allowed to speak"
  bool asked_anonymity = false;  // "on condition of anonymity", "declined to be named"
  Stance stance = Stance::neutral;
  AttributionType type = AttributionType::indirect;
  bool negated = false;          // "did not say"
  bool statement = true;         // something was said, written or shown; false: believed, meant or done (statement.h)
  std::uint32_t entry = kNone;   // lexicon entry of the cue's head, for Lexicons::entry
  std::uint32_t traits = 0;      // what the calibration counts: a bit per Trait (rules/confidence.h)
  std::uint32_t post = kNone;    // index into Document::posts: these are an embedded post's words (with no rule: all of
                                 // it; else the body quotes it)
  double confidence = 0;         // probability that a careful reader marks it, 0…1
  std::uint32_t within = kNone;  // the attribution in whose content this one lies (innermost), index into Attributions
};

/// A post that the page embeds, by its markup and no rule: said there and nowhere else.
[[nodiscard]] inline bool is_embedded_post(const Attribution& attribution) {
  return attribution.rule == kNone && attribution.post != kNone;
}

/// In order of cue.begin, then content; at most one per cue head.
using Attributions = std::vector<Attribution>;

}  // namespace hearsay
