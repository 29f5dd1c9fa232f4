// Where the rules fit: every pattern at every place where its anchor stands. Who wins where several fit is decided by
// choose.h or weigh.h; nothing here weighs.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "base/span.h"
#include "mentions/article.h"
#include "rules/program.h"

namespace hearsay {

struct Match {
  std::uint32_t rule = 0;       // index into Program::rules
  std::uint32_t pattern = 0;    // index into Rule::patterns
  bool inverted = false;        // the form made by invert="true"
  TokenRange whole;             // all tokens matched, explicit <content/> not
  TokenRange cue;               // with its verb group and preposition; without a cue (modifiers, claims) the anchor
  std::uint32_t cue_head = 0;   // token of the cue that carries the meaning
  std::uint32_t entry = kNone;  // lexicon entry of the head, for Lexicons::entry, or kNone
  Form form = Form::base;       // of the head
  bool passive = false;
  bool negated = false;
  std::array<TokenRange, kSlotCount> slots{};  // by Slot; empty where the match has none
  std::array<std::uint32_t, kSlotCount>
      mention{};                         // index into Mentions::all of a slot that is a noun phrase, or kNone
  std::uint32_t content_before = kNone;  // token where explicit content must end, or kNone
  std::uint32_t content_after = kNone;   // token where explicit content must begin, or kNone
};

/// All matches, by whole.begin, then rule, pattern and cue head; one (the preferred reading) per pattern and anchor.
/// Time is bounded by anchors times the size of their patterns; text without anchors costs one look-up per token.
[[nodiscard]] std::vector<Match> find_matches(const Article& article, const Program& program);

}  // namespace hearsay
