// find_clauses: one pass with a stack of the clauses that wait for their verb, and one back for what lies ahead.
#include "evidence/clauses.h"

#include <algorithm>
#include <array>
#include <vector>

#include "evidence/span_window.h"

namespace hearsay {
namespace {

bool is_finite(const Frame& frame) {
  if (frame.kind == Kind::modal) return true;
  return is_verbal(frame.kind) && (frame.tag == Tag::VBD || frame.tag == Tag::VBZ || frame.tag == Tag::VBP);
}

bool is_nominal(Kind kind) {
  return kind == Kind::noun || kind == Kind::name || kind == Kind::pronoun || kind == Kind::time ||
         kind == Kind::quotation;
}

bool is_mark(Kind kind) {
  return kind == Kind::comma || kind == Kind::dash || kind == Kind::parenthesis || kind == Kind::colon;
}

class Parser {
 public:
  Parser(const Frames& frames, SpanWindow& window) : frames_(frames), units_(window.units), head_(window.head) {}

  void run() {
    for (std::uint32_t i = 0; i < units_.size(); ++i) {
      if (i == 0 || units_[i].starts_sentence) begin_sentence(i);
      units_[i].clause.outside = outside_;
      if (units_[i].quotation == kNone) step(i);
      was_finite_ = units_[i].clause.join != Join::none;
    }
  }

 private:
  struct Clause {
    std::uint32_t begin = 0;  // unit
    bool filled = false;      // has its verb
    bool weak = false;        // the word that opened it may be a preposition
  };

  [[nodiscard]] const Frame& frame(std::uint32_t unit) const { return frames_[units_[unit].tokens.begin]; }

  void begin_sentence(std::uint32_t unit) {
    depth_ = 0;
    outside_ = 0;
    joined_ = mark_ = kNone;
    was_finite_ = false;
    open({.begin = unit});
  }

  void open(const Clause& clause) {
    if (depth_ == stack_.size()) {
      std::copy(stack_.begin() + 2, stack_.end(), stack_.begin() + 1);  // the sentence's own stays
      --depth_;
    }
    stack_[depth_++] = clause;
  }

  void step(std::uint32_t unit) {
    const Frame& here = frame(unit);
    switch (here.kind) {
      case Kind::that:
        if (here.tag == Tag::IN || here.tag == Tag::WDT) open({.begin = unit});
        return;
      case Kind::who:
      case Kind::wh:  // "how to do it" waits for no finite verb
        if (unit + 1 == units_.size() || frame(unit + 1).kind != Kind::to) open({.begin = unit});
        return;
      case Kind::subordinator:
        open({.begin = unit, .weak = true});
        return;
      case Kind::conjunction:
        joined_ = unit;
        return;
      default:
        break;
    }
    if (is_mark(here.kind)) {
      // "after a debate, …" was no clause
      while (depth_ > 1 && stack_[depth_ - 1].weak && !stack_[depth_ - 1].filled) --depth_;
      mark_ = unit;
      joined_ = kNone;
    } else if (is_finite(here) && !was_finite_) {
      join(unit);
    }
  }

  /// A finite verb goes to the innermost clause that waits for one; those opened within that are over.
  void join(std::uint32_t unit) {
    Join how = Join::same;
    std::size_t waiting = depth_;
    while (waiting > 0 && stack_[waiting - 1].filled) --waiting;
    if (joined_ == kNone || !only_adverbs(joined_ + 1, unit)) {
      if (waiting > 0) {
        depth_ = waiting;
        stack_[waiting - 1].filled = true;
        how = stack_[waiting - 1].begin > head_ ? Join::inner : Join::outer;
      } else {
        how = joined_ != kNone ? Join::other : mark_ != kNone ? Join::comma : Join::bare;
        open({.begin = unit, .filled = true});
      }
    }
    units_[unit].clause.join = how;
    if (how == Join::outer && unit > head_) {
      for (std::uint32_t i = mark_ == kNone ? unit : std::max(mark_, head_ + 1); i < unit; ++i)
        units_[i].clause.outside = std::max(units_[i].clause.outside, std::uint8_t{1});
      units_[unit].clause.outside = outside_ = 2;
    }
    joined_ = mark_ = kNone;
  }

  [[nodiscard]] bool only_adverbs(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t kMostAdverbs = 3;
    if (end > begin + kMostAdverbs) return false;
    for (std::uint32_t i = begin; i < end; ++i) {
      const Kind kind = frame(i).kind;
      if (kind != Kind::adverb && kind != Kind::negation) return false;
    }
    return true;
  }

  const Frames& frames_;
  std::vector<Unit>& units_;
  std::uint32_t head_;
  std::array<Clause, 12> stack_{};
  std::size_t depth_ = 0;
  std::uint8_t outside_ = 0;
  std::uint32_t joined_ = kNone;  // the last conjunction since a verb or mark
  std::uint32_t mark_ = kNone;    // the last mark since a verb
  bool was_finite_ = false;
};

void look_ahead(const Frames& frames, std::vector<Unit>& units) {
  std::uint32_t verb = 0;
  std::uint32_t subject = 0;
  std::uint32_t end = 10;
  for (std::size_t i = units.size(); i-- > 0;) {
    if (i + 1 == units.size() || units[i + 1].starts_sentence) verb = subject = 0, end = 10;
    const Frame& frame = frames[units[i].tokens.begin];
    const Kind kind = units[i].quotation != kNone ? Kind::quotation : frame.kind;
    if (is_verbal(kind)) {
      verb = is_finite(frame) ? 1U : frame.tag == Tag::VBG ? 2U : frame.tag == Tag::VBN ? 3U : 4U;
      subject = 0;
    } else if (verb != 0 && is_nominal(kind)) {
      subject = 5;
    }
    units[i].clause.ahead = static_cast<std::uint8_t>(verb + subject + end);
    if (is_mark(kind) || kind == Kind::conjunction || kind == Kind::stop) {
      verb = subject = 0;
      end = kind == Kind::comma ? 20 : kind == Kind::stop ? 10 : 0;
    }
  }
}

}  // namespace

void find_clauses(const Frames& frames, SpanWindow& window) {
  Parser(frames, window).run();
  look_ahead(frames, window.units);
}

}  // namespace hearsay
