// find_quotations: paragraph by paragraph. Double marks first, with a stack: spacing tells opening from closing, the
// next mark or two decide where it does not, so that a stray mark costs one quotation and no more. Then single marks,
// among those that stand in the same double quotation: a closing one must be told from an apostrophe, and a doubtful
// one (s’) closes only when no better one follows. Last the quotations are put in order and parents and tokens get
// their links.
#include "tokens/quotes.h"

#include <algorithm>
#include <span>
#include <vector>

#include "tokens/block_quotes.h"
#include "tokens/marks.h"
#include "tokens/scare.h"

namespace hearsay {
namespace {

constexpr std::size_t kDeepest = 8;       // nested double quotations; deeper marks are left alone
constexpr std::uint32_t kNearTokens = 6;  // a doubtful single mark this near closes before a sure one far away
constexpr std::uint32_t kFarTokens = 20;
constexpr std::uint32_t kSingleReach = 60;  // tokens in single marks where double ones are the main style

bool is_stop(const Document& document, const Token& token) {
  const char c = document.text[token.begin];
  return token.has(kPunct) && (c == '.' || c == '?' || c == '!');
}

/// Pairs the marks of one paragraph.
class Pairing {
 public:
  Pairing(const Document& document, const Text& text, const Paragraph& paragraph)
      : document_(document), text_(text), range_(paragraph.tokens) {}

  void doubles(const std::vector<QuotationMark>& marks) {
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const QuotationMark& mark = marks[i];
      const QuotationMark* next = i + 1 < marks.size() ? &marks[i + 1] : nullptr;
      const QuotationMark* second = i + 2 < marks.size() ? &marks[i + 2] : nullptr;
      switch (mark.role) {
        case MarkRole::open:
          open(mark, next, second);
          break;
        case MarkRole::close:
          close(mark, next);
          break;
        case MarkRole::either:
          if (!stack_.empty())
            close(mark, next);
          else if (next != nullptr && next->role != MarkRole::open)
            stack_.push_back(mark);
          break;
      }
    }
    if (!stack_.empty() && stack_.front().role == MarkRole::open) {
      found_.push_back({.tokens = {stack_.front().token, range_.end}, .style = stack_.front().style, .closed = false});
    }
    stack_.clear();
  }

  /// `container` gives, per mark, the double quotation it lies in (an index into found()) or kNone.
  void singles(const std::vector<QuotationMark>& marks, const std::vector<std::uint32_t>& container, bool main_style) {
    main_style_ = main_style;
    levels_.clear();
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const QuotationMark& mark = marks[i];
      while (!levels_.empty() && mark.token >= levels_.back().end) leave();
      if (levels_.empty() || levels_.back().container != container[i]) {
        const std::uint32_t end = container[i] == kNone ? range_.end : found_[container[i]].tokens.end;
        levels_.push_back({.container = container[i], .end = end});
      }
      single(mark, levels_.back());
    }
    while (!levels_.empty()) leave();
  }

  /// What a quotation of a paragraph before holds of this one.
  void carry(const Quotation& quotation) { found_.push_back(quotation); }

  [[nodiscard]] std::vector<Quotation>& found() { return found_; }

 private:
  struct Level {
    std::uint32_t container = kNone;
    std::uint32_t end = 0;        // token
    std::uint32_t open = kNone;   // token of the opening mark
    std::uint32_t doubt = kNone;  // token of the first doubtful closing mark
    QuoteStyle style = QuoteStyle::single_curly;
  };

  void pair(std::uint32_t from, std::uint32_t to, QuoteStyle style) {
    found_.push_back({.tokens = {from, to + 1}, .style = style});
  }

  [[nodiscard]] static bool closes(const QuotationMark* mark) {
    return mark != nullptr && mark->role == MarkRole::close;
  }

  void open(const QuotationMark& mark, const QuotationMark* next, const QuotationMark* second) {
    if (!stack_.empty()) {
      const QuotationMark& top = stack_.back();
      if (top.low && mark.style == QuoteStyle::curly && !mark.low) return close(mark, next);
      const bool own_close = closes(next) || (next != nullptr && next->role == MarkRole::either);
      const bool other_style = mark.style != top.style && own_close && next->style == mark.style;
      const bool nested = closes(next) && closes(second);
      if (other_style || nested) {
        if (stack_.size() < kDeepest) stack_.push_back(mark);
        return;
      }
      if (misplaced_close(mark) && !own_close) return close(mark, next);
      abandon(mark.token);
    }
    stack_.push_back(mark);
  }

  /// `"We go, "he said`: punctuation before and a lower-case word after what looks like an opening mark.
  [[nodiscard]] bool misplaced_close(const QuotationMark& mark) const {
    if (mark.token == range_.begin || mark.token + 1 >= range_.end) return false;
    const Token& before = text_.tokens[mark.token - 1];
    const Token& after = text_.tokens[mark.token + 1];
    const bool stopped = is_stop(document_, before) || document_.text[before.begin] == ',';
    return stopped && !after.has(kCapital) && after.has(kAlpha);
  }

  void close(const QuotationMark& mark, const QuotationMark* next) {
    if (stack_.empty()) {
      // `He said" We go."`: what closes nothing may open, where words and the next mark say so.
      if (mark.style != QuoteStyle::curly && closes(next) && !mark.doubtful && misplaced_open(mark)) {
        stack_.push_back(mark);
        stack_.back().role = MarkRole::either;
      }
      return;
    }
    // 6'2" inside a quotation: another mark still closes it.
    if (mark.doubtful && closes(next)) return;
    // A mark of another style closes the one of its own style below, if there is one.
    std::size_t at = stack_.size();
    while (at > 0 && stack_[at - 1].style != mark.style) --at;
    if (at == 0 && closes(next) && next->style == stack_.back().style && mark.style != QuoteStyle::curly) return;
    const std::size_t keep = at == 0 ? stack_.size() - 1 : at - 1;
    pair(stack_[keep].token, mark.token, stack_[keep].style);
    stack_.resize(keep);
  }

  [[nodiscard]] bool misplaced_open(const QuotationMark& mark) const {
    if (mark.token == range_.begin || mark.token + 1 >= range_.end) return false;
    const Token& before = text_.tokens[mark.token - 1];
    const char c = document_.text[before.begin];
    return (!before.has(kPunct) || c == ',' || c == ':') && text_.tokens[mark.token + 1].has(kCapital);
  }

  /// The open quotation never closed before another opens at `token`. What of it can be saved: all of it where a full
  /// stop stands before the new mark and nobody is named in between; the part before ", said Ruiz"; else nothing.
  void abandon(std::uint32_t token) {
    const QuotationMark top = stack_.back();
    const bool outermost = stack_.size() == 1;
    stack_.clear();
    if (!outermost || top.role != MarkRole::open) return;
    for (std::uint32_t at = top.token + 1; at < token; ++at) {
      if (!text_.is(at, Role::reporting_verb)) continue;
      for (std::uint32_t back = at; back > top.token + 1 && at - back < 5; --back) {
        if (document_.text[text_.tokens[back - 1].begin] != ',') continue;
        if (!cuts_inner(back)) found_.push_back({.tokens = {top.token, back}, .style = top.style, .closed = false});
        return;
      }
    }
    if (token > top.token + 2 && is_stop(document_, text_.tokens[token - 1])) {
      found_.push_back({.tokens = {top.token, token}, .style = top.style, .closed = false});
    }
  }

  /// Whether a quotation found before goes on at `token`: "« “It failed,” said Ruiz" has its comma within the inner
  /// one. They are found in order of their ends.
  [[nodiscard]] bool cuts_inner(std::uint32_t token) const {
    for (auto inner = found_.rbegin(); inner != found_.rend() && inner->tokens.end > token; ++inner) {
      if (inner->tokens.begin < token) return true;
    }
    return false;
  }

  void single(const QuotationMark& mark, Level& level) {
    if (mark.role == MarkRole::open) {
      settle(level);
      level.open = mark.token;
      level.style = mark.style;
      return;
    }
    if (level.open == kNone || !mark.may_close || mark.role != MarkRole::close || mark.token == level.open + 1) return;
    if (mark.doubtful) {
      if (level.doubt == kNone) level.doubt = mark.token;
      return;
    }
    const bool near_doubt =
        level.doubt != kNone && level.doubt - level.open <= kNearTokens && mark.token - level.doubt > kFarTokens;
    if (near_doubt || (!main_style_ && mark.token - level.open > kSingleReach)) {
      settle(level);
      return;
    }
    pair(level.open, mark.token, level.style);
    level.open = level.doubt = kNone;
  }

  void settle(Level& level) {
    if (level.open != kNone && level.doubt != kNone && level.doubt - level.open <= kSingleReach)
      pair(level.open, level.doubt, level.style);
    else if (level.open == range_.begin && main_style_ && level.container == kNone)
      unclosed_single_ = level.open;
    level.open = level.doubt = kNone;
  }

  void leave() {
    settle(levels_.back());
    if (unclosed_single_ != kNone && levels_.size() == 1) {
      // Only where nothing else of its kind would cross it.
      const bool alone =
          std::none_of(found_.begin(), found_.end(), [](const Quotation& q) { return is_single(q.style); });
      if (alone)
        found_.push_back({.tokens = {unclosed_single_, range_.end}, .style = levels_.back().style, .closed = false});
      unclosed_single_ = kNone;
    }
    levels_.pop_back();
  }

  const Document& document_;
  const Text& text_;
  TokenRange range_;
  std::vector<QuotationMark> stack_;
  std::vector<Level> levels_;
  std::vector<Quotation> found_;
  std::uint32_t unclosed_single_ = kNone;
  bool main_style_ = false;
};

bool by_place(const Quotation& a, const Quotation& b) {
  return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
}

/// For each mark the innermost of `found` (sorted by place) around it.
std::vector<std::uint32_t> containers(const std::vector<Quotation>& found, const std::vector<QuotationMark>& marks) {
  std::vector<std::uint32_t> result;
  std::vector<std::uint32_t> around;
  std::uint32_t next = 0;
  for (const QuotationMark& mark : marks) {
    while (next < found.size() && found[next].tokens.begin <= mark.token) around.push_back(next++);
    while (!around.empty() && found[around.back()].tokens.end <= mark.token) around.pop_back();
    result.push_back(around.empty() ? kNone : around.back());
  }
  return result;
}

/// Moves the quotations of one paragraph into the text, in order, with parents, flags and quotation_of.
void place(std::vector<Quotation>& found, Text& text) {
  std::sort(found.begin(), found.end(), by_place);
  std::vector<std::uint32_t> around;
  for (Quotation& quotation : found) {
    const auto index = static_cast<std::uint32_t>(text.quotations.size());
    while (!around.empty() && text.quotations[around.back()].tokens.end <= quotation.tokens.begin) around.pop_back();
    quotation.parent = around.empty() ? kNone : around.back();
    around.push_back(index);
    // Inner ones come later and overwrite; kDeepest bounds how often.
    std::fill(text.quotation_of.begin() + quotation.tokens.begin, text.quotation_of.begin() + quotation.tokens.end,
              index);
    const bool marked = quotation.style != QuoteStyle::block;
    if (marked && text.tokens[quotation.tokens.begin].has(kPunct))
      text.tokens[quotation.tokens.begin].flags |= kOpenQuote;
    if (marked && quotation.closed) text.tokens[quotation.tokens.end - 1].flags |= kCloseQuote;
    text.quotations.push_back(quotation);
  }
}

/// What a block quotes: all of it, unless marks of its own say so already. True where either is the case.
bool add_block(const SetApart& block, std::vector<Quotation>& found) {
  if (block.tokens.empty()) return false;
  const auto whole = [&](const Quotation& marked) {
    return marked.tokens.begin == block.tokens.begin && marked.tokens.end >= block.tokens.end;
  };
  if (std::none_of(found.begin(), found.end(), whole))
    found.push_back({.tokens = block.tokens, .style = QuoteStyle::block});
  return true;
}

/// Single marks are the main style where they open more quotations than double ones do.
bool singles_lead(const std::vector<QuotationMark>& marks) {
  std::size_t single_opens = 0;
  std::size_t double_opens = 0;
  for (const QuotationMark& mark : marks) {
    if (mark.role == MarkRole::open) ++(is_single(mark.style) ? single_opens : double_opens);
  }
  return single_opens > double_opens;
}

/// “We wait. ¶ We asked twice. ¶ Nobody answered.”: the mark that closes, paragraphs later, what was left open; kNone
/// where another opens first or none does soon. `marks` are those of the paragraphs from `paragraph` on.
std::uint32_t far_close(const Text& text, std::span<const QuotationMark> marks, std::size_t paragraph,
                        QuoteStyle style) {
  constexpr std::size_t kMostParagraphs = 8;
  const auto closing =
      std::find_if(marks.begin(), marks.end(), [](const QuotationMark& m) { return !is_single(m.style); });
  if (closing == marks.end() || closing->role != MarkRole::close || closing->style != style || closing->doubtful)
    return kNone;
  const std::size_t last = std::min(text.paragraphs.size(), paragraph + kMostParagraphs);
  for (std::size_t p = paragraph; p < last && is_body(text.paragraphs[p].kind); ++p) {
    const TokenRange tokens = text.paragraphs[p].tokens;
    // Where the mark opens its paragraph, no word of that is quoted.
    if (tokens.contains(closing->token)) return closing->token == tokens.begin ? kNone : closing->token;
  }
  return kNone;
}

}  // namespace

void find_quotations(const Document& document, Text& text) {
  text.quotations.clear();
  text.quotation_of.assign(text.tokens.size(), kNone);
  std::vector<QuotationMark> marks;
  for (const Paragraph& paragraph : text.paragraphs) collect_marks(document, text, paragraph, marks);
  const bool main_single = singles_lead(marks);

  std::vector<QuotationMark> doubles;
  std::vector<QuotationMark> singles;
  auto mark = marks.begin();
  std::uint32_t unclosed = kNone;  // a quotation that the paragraph before left open
  std::uint32_t close = kNone;     // the mark that closes it, where no paragraph between opens it again
  std::uint32_t block = kNone;     // the one that the paragraph before is, as a block
  const std::vector<SetApart> blocks = find_set_apart(document, text);
  for (std::size_t p = 0; p < text.paragraphs.size(); ++p) {
    const Paragraph& paragraph = text.paragraphs[p];
    if (paragraph.tokens.empty()) continue;
    const SetApart set = blocks.empty() ? SetApart{} : blocks[p];
    const std::uint32_t block_before = set.goes_on ? block : kNone;
    block = kNone;
    doubles.clear();
    singles.clear();
    if (!is_body(paragraph.kind)) unclosed = kNone;
    const std::uint32_t before = unclosed;
    if (before == kNone) close = kNone;
    if (before != kNone && close == kNone)
      close = far_close(text, {mark, marks.end()}, p, text.quotations[before].style);
    for (; mark != marks.end() && mark->token < paragraph.tokens.end; ++mark) {
      if (mark->token != close) (is_single(mark->style) ? singles : doubles).push_back(*mark);
    }
    unclosed = kNone;
    if (doubles.empty() && singles.empty() && close == kNone && set.tokens.empty()) continue;
    Pairing pairing(document, text, paragraph);
    if (close != kNone) {
      // No two quotations begin at one token: a single mark at the paragraph's begin opens none of its own.
      if (!singles.empty() && singles.front().token == paragraph.tokens.begin) singles.erase(singles.begin());
      const bool here = paragraph.tokens.contains(close);
      pairing.carry({.tokens = {paragraph.tokens.begin, here ? close + 1 : paragraph.tokens.end},
                     .style = text.quotations[before].style,
                     .closed = here});
      if (here) close = kNone;
    }
    pairing.doubles(doubles);
    if (!singles.empty()) {
      std::sort(pairing.found().begin(), pairing.found().end(), by_place);
      pairing.singles(singles, containers(pairing.found(), singles), main_single);
    }
    const bool is_block = add_block(set, pairing.found());
    const auto first = static_cast<std::uint32_t>(text.quotations.size());
    place(pairing.found(), text);
    for (std::uint32_t i = first; i < text.quotations.size(); ++i) {
      Quotation& quotation = text.quotations[i];
      if (quotation.style != QuoteStyle::block) quotation.scare = is_scare(document, text, paragraph, quotation);
      if (is_block && quotation.parent == kNone && quotation.tokens.begin == set.tokens.begin) {
        quotation.scare = false;
        quotation.continues = block_before;
        block = i;
        continue;
      }
      if (before != kNone && quotation.parent == kNone && quotation.tokens.begin == paragraph.tokens.begin &&
          quotation.style == text.quotations[before].style) {
        quotation.continues = before;
      }
      if (!quotation.closed && quotation.parent == kNone && quotation.tokens.end == paragraph.tokens.end) unclosed = i;
    }
  }
  for (auto q = static_cast<std::uint32_t>(text.quotations.size()); q-- > 0;) {
    const std::uint32_t continues = text.quotations[q].continues;
    if (continues != kNone) text.quotations[continues].continued = q;
  }
}

}  // namespace hearsay
