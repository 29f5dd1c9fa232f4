// Runs one half of a compiled pattern from a position to the left or to the right. Depth first in order of preference;
// every pair of instruction and position is tried once, so that no pattern and no text can make it slow.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "attributions/grammar.h"
#include "mentions/mention.h"
#include "rules/program.h"
#include "tokens/token.h"

namespace hearsay {

/// What the slots hold so far.
struct Captures {
  std::array<TokenRange, kSlotCount> slots{};
  std::array<std::uint32_t, kSlotCount> mention{};
};

enum class WalkDirection : std::uint8_t { left, right };

/// Scratch and context of one text; reused over all its anchors, so that a try allocates nothing.
class Walker {
 public:
  Walker(const Text& text, const Mentions& mentions, const Program& program, const Grammar& grammar)
      : text_(text), mentions_(mentions), program_(program), grammar_(grammar) {}

  /// Runs from instruction `entry` at `position`. True: fits, `position` is where it ended and `captures` are filled.
  /// False: both are as they were.
  bool run(const CompiledPattern& pattern, std::uint32_t entry, WalkDirection direction, const Bounds& bounds,
           std::uint32_t& position, Captures& captures) {
    return may_run(entry, direction, bounds, position) && walk(pattern, entry, position, captures);
  }

  /// False where run() would be: a look at what comes first.
  [[nodiscard]] bool may_run(std::uint32_t entry, WalkDirection direction, const Bounds& bounds,
                             std::uint32_t position);

  void set_bounds(const Bounds& bounds) { bounds_ = bounds; }
  /// Lengths that a lexeme instruction may take at `token`: of one word, of a phrase, inside the bounds last set. Zero
  /// where it does not fit.
  struct LexemeFit {
    std::uint32_t word = 0;
    std::uint32_t phrase = 0;
    Sense word_sense;
    PhraseMatch phrase_match;
  };
  [[nodiscard]] LexemeFit lexeme_at(const Instruction& instruction, std::uint32_t token) const;

  /// Whether an instruction that takes one token takes this one.
  [[nodiscard]] bool one_token(const Instruction& instruction, std::uint32_t token) const;

 private:
  bool walk(const CompiledPattern& pattern, std::uint32_t entry, std::uint32_t& position, Captures& captures);
  struct Job {
    std::uint32_t pc = 0;
    std::uint32_t position = 0;
    std::uint32_t slot = kNone;  // set this slot when the job starts …
    bool restore = false;        // … or, when it is popped, put it back and go on with the next job
    TokenRange range{};
    std::uint32_t mention = kNone;
  };
  [[nodiscard]] bool can_begin(std::uint32_t pc, std::uint32_t at, unsigned& forks) const;
  [[nodiscard]] bool starts_phrase(std::uint32_t at) const {
    return mentions_.starts_at[at] != kNone || mentions_.core_starts_at[at] != kNone;
  }
  [[nodiscard]] const VerbGroupWords& verb_group(std::uint32_t head, const Bounds& bounds);
  [[nodiscard]] bool first_visit(const CompiledPattern& pattern, std::uint32_t pc, std::uint32_t position);
  void push_before_mark(const Instruction& instruction, std::uint32_t position);
  void push_bracketed(const Instruction& instruction, std::uint32_t position);
  void push_phrases(const Instruction& instruction, std::uint32_t position);
  void push_mentions(const Instruction& instruction, std::uint32_t position);
  void push_house(const Instruction& instruction, std::uint32_t position);
  void push_phrase(const Instruction& instruction, std::uint32_t mention, TokenRange range, std::uint32_t position);
  void push_lexemes(const Instruction& instruction, std::uint32_t position);
  [[nodiscard]] bool phrase_fits(const Instruction& instruction, const Mention& mention) const;
  [[nodiscard]] bool same_quotation(TokenRange range) const;
  [[nodiscard]] std::uint32_t clause_end(std::uint32_t position) const;

  const Text& text_;
  const Mentions& mentions_;
  const Program& program_;
  const Grammar& grammar_;
  std::vector<Job> jobs_;
  std::vector<std::uint32_t> visited_;  // generation of the last visit, by (instruction, distance)
  std::uint32_t generation_ = 0;
  std::uint32_t origin_ = 0;
  Bounds bounds_;
  bool left_ = false;
  // The group last read: many patterns of an anchor ask for the same.
  VerbGroupWords group_;
  std::uint32_t group_head_ = kNone;
  Bounds group_bounds_;
};

}  // namespace hearsay
