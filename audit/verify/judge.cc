// judge_quotation: aligns, groups what is not the same into blocks, says of each block what kind of change it is, and
// takes the gravest. Where too little is the same a difference cannot be told from a new wording: that is a paraphrase
// before it is anything else.
#include "verify/judge.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "base/word_hash.h"

namespace hearsay {
namespace {

using Kind = QuotedDifference::Kind;
using Words = std::vector<ComparedWord>;

constexpr double kMostEdited = 0.4;       // of the words
constexpr std::uint32_t kFewEdits = 2;    // in a short quotation never a paraphrase
constexpr double kLeastParaphrase = 0.4;  // of the stems that say something, with kSomeOrder of the words in order …
constexpr double kSomeOrder = 0.35;
constexpr double kManyStems = 0.48;         // … or of the stems alone: less is not found
constexpr std::size_t kLeastStems = 3;      // two of four words stand together in many a text
constexpr std::uint32_t kOmittedWords = 3;  // from here on something is left out, not edited
constexpr std::uint32_t kFarUnmarked = 60;  // words between two parts that a reader takes for one
constexpr std::uint32_t kFarMarked = 200;
constexpr std::uint32_t kInterjection = 25;  // words of others that an ellipsis may stand for
constexpr std::uint32_t kBracketReach = 12;  // words that a bracket may stand for
constexpr std::uint32_t kEdgeReach = 6;      // words before a cut edge in which a negation still rules
constexpr std::size_t kWideGap = 4;          // words before little ones that may be chance
constexpr std::size_t kLittleBehind = 3, kLittleBefore = 1;
constexpr double kAlike = 0.5;              // of an article's quotation, as far as words of the draft lie beside it
constexpr std::uint32_t kAddedWords = 4;    // that no original has: more than an edit
constexpr std::uint32_t kMissingWords = 4;  // that another excerpt may hold

/// What is not the same, without a break: quoted words [qb, qe) against the excerpt's [db, de).
struct Block {
  std::uint32_t qb = 0, qe = 0, db = 0, de = 0;
  bool marked = false;  // at an ellipsis of the draft
};

std::string letters_of(std::string_view text, const Words& words, std::uint32_t begin, std::uint32_t end) {
  std::string letters;
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::string low = lower(text.substr(words[i].begin, words[i].end - words[i].begin));
    for (std::size_t at = 0; at < low.size();) {
      const CodePoint c = decode(low, at);
      if (c.length == 0) break;
      if (is_letter(c.value) || is_digit(c.value)) letters.append(low, at, c.length);
      at += c.length;
    }
  }
  return letters;
}

QuotationClass class_of(Kind kind) {
  switch (kind) {
    case Kind::negation:
      return QuotationClass::negation_changed;
    case Kind::number:
      return QuotationClass::number_changed;
    case Kind::name:
      return QuotationClass::name_changed;
    case Kind::omission:
    case Kind::condition:
      return QuotationClass::unmarked_omission;
    case Kind::edit:
    case Kind::added:
      return QuotationClass::small_edit;
    case Kind::disfluency:
      return QuotationClass::disfluency;
    case Kind::marked:
      return QuotationClass::marked_change;
  }
  return QuotationClass::small_edit;
}

class Judge {
 public:
  Judge(const QuotedWords& quoted, const Excerpt& excerpt, const LanguageWords& language)
      : quoted_(quoted), q_(*quoted.words), excerpt_(excerpt), d_(excerpt.words), language_(language) {}

  WordVerdict run() {
    out_.aligned = align_words(q_, d_);
    if (excerpt_.quoted_alone) keep_to_quotations();
    trim_end();
    trim_begin();
    const AlignedWords& aligned = out_.aligned;
    if (aligned.begin < aligned.end) out_.found = {d_[aligned.begin].begin, d_[aligned.end - 1].end};
    count();
    group();
    for (const Block& block : blocks_) tell(block);
    reconcile_denials();
    tell_same_words();
    tell_edges();
    tell_distance();
    std::stable_sort(out_.differences.begin(), out_.differences.end(),
                     [](const auto& a, const auto& b) { return a.was.begin < b.was.begin; });
    out_.result = decide();
    return std::move(out_);
  }

 private:
  /// Of an article's quotations those count that have two words of the sought that say something, or three in a row,
  /// and are alike: no word of another one stands in the place of any, and what lies between is nobody's omission.
  void keep_to_quotations() {
    std::vector<std::uint32_t> number(d_.size());
    for (std::size_t k = 1; k < d_.size(); ++k) number[k] = number[k - 1] + (d_[k].has(kSeamBefore) ? 1U : 0U);
    std::vector<AlignedStep>& steps = out_.aligned.steps;
    const std::size_t count = d_.empty() ? 0 : number.back() + 1;
    std::vector<std::uint32_t> content(count), row(count), longest(count), words(count), alike(count);
    for (std::size_t i = 0; i < steps.size(); ++i) {
      if (steps[i].kind == AlignedStep::Kind::added) continue;
      const std::uint32_t n = number[steps[i].passage];
      const bool same = steps[i].kind == AlignedStep::Kind::same;
      words[n] += steps[i].kind == AlignedStep::Kind::gone ? 0U : 1U;
      alike[n] += same ? 1U : 0U;
      content[n] += same && q_[steps[i].sought].has(kContent) ? 1U : 0U;
      row[n] = same ? row[n] + 1 : 0;
      longest[n] = std::max(longest[n], row[n]);
    }
    const auto counts = [&](std::uint32_t n) {
      return (content[n] >= 2 || longest[n] >= 3) && alike[n] >= kAlike * words[n];
    };
    if (std::none_of(number.begin(), number.end(), counts)) return;  // too little of anything: what there is
    std::erase_if(steps, [&](const AlignedStep& step) {
      return step.kind == AlignedStep::Kind::gone && !counts(number[step.passage]);
    });
    for (AlignedStep& step : steps) {
      if (step.kind != AlignedStep::Kind::added && !counts(number[step.passage])) step.kind = AlignedStep::Kind::added;
    }
    // Words left out are only those between others.
    const auto stands = [](const AlignedStep& step) {
      return step.kind == AlignedStep::Kind::same || step.kind == AlignedStep::Kind::other;
    };
    const auto first = std::find_if(steps.begin(), steps.end(), stands);
    const auto last = std::find_if(steps.rbegin(), steps.rend(), stands).base();
    const std::uint32_t begin = first->passage, end = std::prev(last)->passage + 1;
    const auto outside = [&](const AlignedStep& step) {
      return step.kind == AlignedStep::Kind::gone && (step.passage < begin || step.passage >= end);
    };
    std::erase_if(steps, outside);
    std::uint32_t next = begin;
    for (AlignedStep& step : steps) {
      if (step.kind == AlignedStep::Kind::added) {
        step.passage = next;
      } else {
        next = step.passage + 1;
      }
    }
    out_.aligned.begin = begin;
    out_.aligned.end = end;
  }

  /// "the" found somewhere beyond the passage is no part of it: a few little words behind a wide gap that nothing marks
  /// and that denies nothing are added ones. The same before it, of one word.
  void trim_end() {
    std::vector<AlignedStep>& steps = out_.aligned.steps;
    std::size_t first = steps.size(), little = 0;  // of the words beyond the gap
    while (first > 0 && steps[first - 1].kind != AlignedStep::Kind::gone) {
      --first;
      if (steps[first].kind != AlignedStep::Kind::same) continue;
      if (q_[steps[first].sought].has(kContent) || ++little > kLittleBehind) return;
    }
    std::size_t gap = first;
    while (gap > 0 && steps[gap - 1].kind == AlignedStep::Kind::gone) --gap;
    if (gap == 0 || !may_trim(gap, first)) return;
    const std::uint32_t end = steps[gap].passage;
    for (std::size_t i = first; i < steps.size(); ++i) steps[i] = {AlignedStep::Kind::added, steps[i].sought, end};
    steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(gap), steps.begin() + static_cast<std::ptrdiff_t>(first));
    out_.aligned.end = end;
  }
  void trim_begin() {
    std::vector<AlignedStep>& steps = out_.aligned.steps;
    std::size_t gap = 0, little = 0;
    for (; gap < steps.size() && steps[gap].kind != AlignedStep::Kind::gone; ++gap) {
      if (steps[gap].kind != AlignedStep::Kind::same) continue;
      if (q_[steps[gap].sought].has(kContent) || ++little > kLittleBefore) return;
    }
    std::size_t behind = gap;
    while (behind < steps.size() && steps[behind].kind == AlignedStep::Kind::gone) ++behind;
    if (behind >= steps.size() || !may_trim(gap, behind)) return;
    const std::uint32_t begin = steps[behind].passage;
    for (std::size_t i = 0; i < gap; ++i) steps[i] = {AlignedStep::Kind::added, steps[i].sought, begin};
    steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(gap), steps.begin() + static_cast<std::ptrdiff_t>(behind));
    out_.aligned.begin = begin;
  }
  /// Steps [gap, behind) are words left out.
  [[nodiscard]] bool may_trim(std::size_t gap, std::size_t behind) const {
    const std::vector<AlignedStep>& steps = out_.aligned.steps;
    if (behind - gap < kWideGap || (behind < steps.size() && q_[steps[behind].sought].has(kEllipsisBefore)))
      return false;
    for (std::size_t i = gap; i < behind; ++i) {
      if (d_[steps[i].passage].has(kDenying)) return false;
    }
    return true;
  }

  void count() {
    std::uint32_t counted = 0, same = 0;
    for (const ComparedWord& word : q_) counted += word.has(kInBrackets) ? 0U : 1U;
    for (const AlignedStep& step : out_.aligned.steps)
      same += step.kind == AlignedStep::Kind::same && !q_[step.sought].has(kInBrackets) ? 1U : 0U;
    counted_ = std::max(counted, 1U);
    out_.shared = static_cast<double>(same) / counted_;
  }

  void group() {
    const std::vector<AlignedStep>& steps = out_.aligned.steps;
    for (std::size_t i = 0; i < steps.size();) {
      if (steps[i].kind == AlignedStep::Kind::same) {
        ++i;
        continue;
      }
      const auto is_marked_gap = [&](const AlignedStep& step) {
        return step.kind == AlignedStep::Kind::gone && step.sought < q_.size() && q_[step.sought].has(kEllipsisBefore);
      };
      const bool marked = is_marked_gap(steps[i]);
      Block block{.qb = steps[i].sought,
                  .qe = steps[i].sought,
                  .db = steps[i].passage,
                  .de = steps[i].passage,
                  .marked = marked};
      for (; i < steps.size() && steps[i].kind != AlignedStep::Kind::same && is_marked_gap(steps[i]) == marked; ++i) {
        if (steps[i].kind != AlignedStep::Kind::gone) block.qe = steps[i].sought + 1;
        if (steps[i].kind != AlignedStep::Kind::added) block.de = steps[i].passage + 1;
      }
      blocks_.push_back(block);
    }
  }

  [[nodiscard]] Span draft_span(std::uint32_t begin, std::uint32_t end) const {
    if (begin < end) return {q_[begin].begin, q_[end - 1].end};
    const std::uint32_t at = begin < q_.size() ? q_[begin].begin : q_.empty() ? 0 : q_.back().end;
    return {at, at};
  }
  [[nodiscard]] Span passage_span(std::uint32_t begin, std::uint32_t end) const {
    if (begin < end) return {d_[begin].begin, d_[end - 1].end};
    const std::uint32_t at = begin < d_.size() ? d_[begin].begin : d_.empty() ? 0 : d_.back().end;
    return {at, at};
  }
  void add(Kind kind, const Block& block) {
    out_.differences.push_back({kind, draft_span(block.qb, block.qe), passage_span(block.db, block.de)});
  }

  static std::uint32_t count_of(const Words& words, std::uint32_t begin, std::uint32_t end, ComparedFlag flag) {
    std::uint32_t count = 0;
    for (std::uint32_t i = begin; i < end; ++i) count += words[i].has(flag) ? 1U : 0U;
    return count;
  }

  /// Words [begin, end) of the excerpt say nothing: hesitations, fillers, or what is said again beside them.
  [[nodiscard]] bool slips(std::uint32_t begin, std::uint32_t end) const {
    const auto pair_fills = [&](std::uint32_t i) {
      if (i + 1 >= end) return false;
      const std::string pair = std::string(word_text(i)) + '-' + std::string(word_text(i + 1));
      return language_.compared.has(lower(pair), Role::filler_phrase);
    };
    std::uint32_t i = begin;
    while (i < end) {
      if (d_[i].has(kHesitates) || d_[i].has(kFills) || d_[i].has(kBrokenOff)) {
        ++i;
      } else if (pair_fills(i)) {
        i += 2;
      } else if (const std::uint32_t again = repeated(i, end)) {
        i += again;
      } else {
        return false;
      }
    }
    return true;
  }
  [[nodiscard]] std::string_view word_text(std::uint32_t i) const {
    return std::string_view(excerpt_.text).substr(d_[i].begin, d_[i].end - d_[i].begin);
  }

  /// How many words from i on are said again, right before or right behind with only slips between; 0: none.
  [[nodiscard]] std::uint32_t repeated(std::uint32_t i, std::uint32_t end) const {
    for (std::uint32_t size = std::min(end - i, 5U); size > 0; --size) {
      const auto same_at = [&](std::uint32_t other) {
        if (other + size > d_.size()) return false;
        for (std::uint32_t k = 0; k < size; ++k) {
          if (d_[other + k].key != d_[i + k].key) return false;
        }
        return true;
      };
      std::uint32_t behind = i + size;
      while (behind < d_.size() && behind < end + 1 && (d_[behind].has(kHesitates) || d_[behind].has(kFills))) ++behind;
      if (same_at(behind)) return size;
      std::uint32_t before = i;
      while (before > 0 && d_[before - 1].has(kHesitates)) --before;
      if (before >= size && same_at(before - size)) return size;
    }
    return 0;
  }

  /// A negation among the excerpt's words [begin, end), left out, that may rule what is kept. False where it goes with
  /// all of its clause.
  [[nodiscard]] bool rules_beyond(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t k = begin; k < end; ++k) {
      if (!d_[k].has(kDenying)) continue;
      if (end - begin < 4) return true;
      bool opens = false, ends = false;
      for (std::uint32_t i = begin; i <= k; ++i) opens = opens || d_[i].has(kClauseBefore);
      for (std::uint32_t i = k + 1; i <= end && i < d_.size(); ++i) ends = ends || d_[i].has(kClauseBefore);
      if (!opens || !ends) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_name(const ComparedWord& word, bool draft) const {
    if (!word.has(kContent) || !word.has(kUpperFirst) || word.has(kNumberValue)) return false;
    if (!word.has(kOpensSentence)) return true;
    return draft ? word.has(kTaggedName) : true;
  }
  /// Another name stands in the place of one.
  [[nodiscard]] bool renames(const Block& block) const {
    bool caseless = true;
    for (const ComparedWord& word : d_) caseless = caseless && !word.has(kUpperFirst);
    for (std::uint32_t i = block.qb; i < block.qe; ++i) {
      if (!is_name(q_[i], true)) continue;
      bool there = false, other = false;
      for (std::uint32_t k = block.db; k < block.de; ++k) {
        there = there || d_[k].key == q_[i].key || d_[k].stem == q_[i].stem;
        other = other || is_name(d_[k], false) || (caseless && d_[k].has(kContent));
      }
      if (!there && other) return true;
    }
    return false;
  }

  [[nodiscard]] bool is_sign(const ComparedWord& word) const {
    return word.key == word_hash("%") || word.key == word_hash("$") || word.key == word_hash("\xE2\x82\xAC") ||
           word.key == word_hash("\xC2\xA3");
  }
  /// A number, share or sum on either side.
  [[nodiscard]] bool counts(const Block& block) const {
    const auto tells = [&](const ComparedWord& word) { return word.has(kNumberValue) || is_sign(word); };
    return std::any_of(q_.begin() + block.qb, q_.begin() + block.qe, tells) ||
           std::any_of(d_.begin() + block.db, d_.begin() + block.de, tells);
  }
  /// Numbers, days or units that the two sides do not share.
  [[nodiscard]] bool renumbers(const Block& block) const {
    const auto counts = [&](const ComparedWord& word) { return word.has(kNumberValue) || word.has(kDayName); };
    std::vector<std::uint32_t> is, was;
    bool signs_is = false, signs_was = false;
    for (std::uint32_t i = block.qb; i < block.qe; ++i) {
      if (counts(q_[i])) is.push_back(q_[i].key);
      signs_is = signs_is || is_sign(q_[i]);
    }
    for (std::uint32_t k = block.db; k < block.de; ++k) {
      if (counts(d_[k])) was.push_back(d_[k].key);
      signs_was = signs_was || is_sign(d_[k]);
    }
    std::sort(is.begin(), is.end());
    std::sort(was.begin(), was.end());
    if (signs_is && signs_was) return true;
    // "one" without another number is mostly no number.
    const auto only_one = [](const std::vector<std::uint32_t>& keys) {
      return std::all_of(keys.begin(), keys.end(), [](std::uint32_t key) { return key == word_hash("#1"); });
    };
    if ((is.empty() || was.empty()) && only_one(is) && only_one(was)) return false;
    if (is != was) return !(is.empty() && block.de - block.db >= kOmittedWords);
    return false;
  }

  void tell(const Block& block) {
    const std::uint32_t quoted = block.qe - block.qb, there = block.de - block.db;
    const std::uint32_t bracketed = count_of(q_, block.qb, block.qe, kInBrackets);
    const std::uint32_t denies_is = count_of(q_, block.qb, block.qe, kDenying);
    const std::uint32_t denies_was = count_of(d_, block.db, block.de, kDenying);
    if (bracketed == quoted && (bracketed > 0 || block.marked)) {
      const bool swallowed = denies_is == 0 && rules_beyond(block.db, block.de);
      const bool too_far = bracketed > 0 && !block.marked && there > kBracketReach;
      add(swallowed ? Kind::negation : too_far ? Kind::omission : Kind::marked, block);
      return;
    }
    if (quoted > 0 && there > 0 && !counts(block)) {
      const std::string letters = letters_of(quoted_.text, q_, block.qb, block.qe);
      // "well known", "well-known", "co-operate"
      if (!letters.empty() && letters == letters_of(excerpt_.text, d_, block.db, block.de)) return;
    }
    if (quoted == 0) {
      tell_left_out(block);
      return;
    }
    if (there == 0 && quoted >= kAddedWords) {
      add(Kind::added, block);  // more than a word: whatever it says, it is not there
      added_ = true;
    } else if (denies_is != denies_was) {
      add(Kind::negation, block);
    } else if (renumbers(block)) {
      add(Kind::number, block);
    } else if (there > 0 && renames(block)) {
      add(Kind::name, block);
    } else if (there == 0) {
      add(Kind::added, block);
    } else {
      add(there >= quoted + kOmittedWords ? Kind::omission : Kind::edit, block);
    }
    edited_ += std::max(quoted - bracketed, std::min(there, quoted + 1));
    if (quoted - bracketed >= kMissingWords) out_.missing.push_back({block.qb, block.qe});
  }

  void tell_left_out(const Block& block) {
    if (slips(block.db, block.de)) {
      add(Kind::disfluency, block);
      return;
    }
    std::uint32_t said = 0, content = 0;
    for (std::uint32_t k = block.db; k < block.de; ++k) {
      said += d_[k].has(kHesitates) ? 0U : 1U;
      content += d_[k].has(kContent) && !d_[k].has(kFills) ? 1U : 0U;
    }
    if (rules_beyond(block.db, block.de)) {
      add(Kind::negation, block);
    } else if (said < kOmittedWords && renumbers(block)) {
      add(Kind::number, block);
    } else if (said >= kOmittedWords || content >= 2) {
      add(Kind::omission, block);
    } else {
      add(Kind::edit, block);
      edited_ += said;
    }
  }

  /// "isn't any" is "is no": a negation that goes and comes within a few words is a small change.
  void reconcile_denials() {
    std::vector<QuotedDifference*> found;
    for (QuotedDifference& one : out_.differences) {
      if (one.kind == Kind::negation) found.push_back(&one);
    }
    if (found.size() != 2) return;
    constexpr std::uint32_t kNear = 30;  // bytes
    const bool opposite =
        found[0]->is.empty() != found[1]->is.empty() || found[0]->was.empty() != found[1]->was.empty();
    if (!opposite || found[1]->was.begin > found[0]->was.end + kNear) return;
    std::uint32_t is = 0, was = 0;
    for (const Block& block : blocks_) {
      is += count_of(q_, block.qb, block.qe, kDenying);
      was += count_of(d_, block.db, block.de, kDenying);
    }
    if (is != was) return;
    for (QuotedDifference* one : found) one->kind = Kind::edit;
  }

  /// The same word in another form: drawn together, or with a letter in brackets.
  void tell_same_words() {
    Span last;
    for (const AlignedStep& step : out_.aligned.steps) {
      if (step.kind != AlignedStep::Kind::same) continue;
      const ComparedWord& is = q_[step.sought];
      const ComparedWord& was = d_[step.passage];
      const Span span{was.begin, was.end};
      const bool drawn = is.has(kFromContraction) != was.has(kFromContraction);
      if (is.has(kLetterInBrackets)) {
        out_.differences.push_back({Kind::marked, {is.begin, is.end}, span});
      } else if (drawn && !is.has(kInBrackets)) {
        const Span draft{is.begin, is.end};
        // The two words of one contraction are one difference.
        if (!out_.differences.empty() && span == last && out_.differences.back().kind == Kind::edit) {
          Span& before = out_.differences.back().is;
          before.end = std::max(before.end, draft.end);
        } else if (!out_.differences.empty() && out_.differences.back().kind == Kind::edit &&
                   out_.differences.back().is == draft) {
          out_.differences.back().was.end = std::max(out_.differences.back().was.end, span.end);
        } else {
          out_.differences.push_back({Kind::edit, draft, span});
        }
        last = span;
      }
    }
  }

  [[nodiscard]] bool joins_clauses(const ComparedWord& word) const {
    return language_.closed.has(language_.closed.row(word.key), Role::coordinator_and) ||
           language_.closed.has(language_.closed.row(word.key), Role::coordinator_or);
  }

  /// What the quotation's edges cut off may turn what is left.
  void tell_edges() {
    const std::uint32_t begin = out_.aligned.begin, end = out_.aligned.end;
    if (begin >= end || out_.shared < kOneWording) return;
    const auto cut = [&](Kind kind, std::uint32_t from, std::uint32_t to) {
      const std::uint32_t at = from < begin ? (q_.empty() ? 0 : q_.front().begin) : q_.back().end;
      out_.differences.push_back({kind, {at, at}, passage_span(from, to)});
    };
    bool denied = quoted_.around_denies, conditional = quoted_.around_conditions;
    bool same_clause = !d_[begin].has(kClauseBefore);
    // Behind a colon something else begins.
    if (begin > 0 &&
        std::string_view(excerpt_.text).substr(d_[begin - 1].end, d_[begin].begin - d_[begin - 1].end).find(':') !=
            std::string_view::npos)
      conditional = true;
    for (std::uint32_t k = begin, away = 0; k > 0 && !d_[k].has(kOpensSentence); ++away) {
      --k;
      if (joins_clauses(d_[k])) same_clause = false;
      if (same_clause && away < kEdgeReach && d_[k].has(kDenying) && !denied) {
        cut(Kind::negation, k, begin);
        denied = true;
      }
      const bool opens = d_[k].has(kOpensSentence) || d_[k].has(kClauseBefore);
      if (opens && d_[k].has(kConditional) && !conditional) {
        cut(Kind::condition, k, begin);
        conditional = true;
      }
      if (d_[k].has(kClauseBefore)) same_clause = false;
      if (away > 20) break;
    }
    for (std::uint32_t k = end; k < std::min<std::size_t>(end + 2U, d_.size()); ++k) {
      if (d_[k].has(kOpensSentence)) break;
      if (d_[k].has(kConditional) && !conditional) {
        std::uint32_t to = k + 1;
        while (to < d_.size() && to < k + 8 && !d_[to].has(kClauseBefore)) ++to;
        cut(Kind::condition, k, to);
        break;
      }
    }
  }

  /// Whether parts that are quoted as one stand far apart or in other turns.
  void tell_distance() {
    const std::vector<AlignedStep>& steps = out_.aligned.steps;
    std::uint32_t last = kNone, last_sought = 0;
    for (const AlignedStep& step : steps) {
      if (step.kind != AlignedStep::Kind::same || !(q_[step.sought].has(kContent))) continue;
      if (last != kNone && step.passage > last + 1) {
        bool marked = false;
        for (std::uint32_t i = last_sought + 1; i <= step.sought; ++i) marked = marked || q_[i].has(kEllipsisBefore);
        const std::uint32_t far = step.passage - last - 1;
        const std::uint32_t turn = excerpt_.turn_of[last], next = excerpt_.turn_of[step.passage];
        const bool turns = turn != next && !(marked && far <= kInterjection && speaker_of(turn) == speaker_of(next));
        if (far > (marked ? kFarMarked : kFarUnmarked) || turns) apart_ = true;
      } else if (last != kNone && excerpt_.turn_of[last] != excerpt_.turn_of[step.passage]) {
        apart_ = true;
      }
      last = step.passage;
      last_sought = step.sought;
    }
  }
  [[nodiscard]] std::string_view speaker_of(std::uint32_t turn) const {
    for (const auto& [number, speaker] : excerpt_.speakers) {
      if (number == turn) return speaker;
    }
    return {};
  }

  /// Of the stems that say something, most that stand together anywhere in the excerpt, in whatever order.
  [[nodiscard]] double shared_stems() const {
    std::vector<std::uint32_t> stems;
    for (const ComparedWord& word : q_) {
      if (word.has(kContent) && !word.has(kInBrackets)) stems.push_back(word.stem);
    }
    if (stems.empty()) return out_.shared;
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    // How often each stands in the window that ends at hand.
    std::vector<std::uint32_t> counts(stems.size());
    const std::size_t width = 2 * q_.size() + 10;
    std::size_t there = 0, most = 0;
    const auto index = [&](const ComparedWord& word) {
      return static_cast<std::size_t>(std::lower_bound(stems.begin(), stems.end(), word.stem) - stems.begin());
    };
    for (std::size_t k = 0; k < d_.size(); ++k) {
      if (const std::size_t at = index(d_[k]); at < stems.size() && stems[at] == d_[k].stem && counts[at]++ == 0)
        ++there;
      if (k >= width) {
        const ComparedWord& gone = d_[k - width];
        if (const std::size_t at = index(gone); at < stems.size() && stems[at] == gone.stem && --counts[at] == 0)
          --there;
      }
      most = std::max(most, there);
    }
    return most < kLeastStems ? 0 : static_cast<double>(most) / static_cast<double>(stems.size());
  }

  [[nodiscard]] QuotationClass decide() const {
    const bool heavy = (out_.shared < kOneWording || edited_ > kMostEdited * counted_) && edited_ > kFewEdits;
    if (heavy) {
      const double stems = shared_stems();
      const bool same_matter = stems >= kManyStems || (stems >= kLeastParaphrase && out_.shared >= kSomeOrder);
      return same_matter ? QuotationClass::paraphrase : QuotationClass::not_found;
    }
    if (apart_ && !excerpt_.quoted_alone) return QuotationClass::spliced;  // an article quotes in an order of its own
    const QuotationClass gravest = class_of(out_.differences);
    return added_ ? std::min(gravest, QuotationClass::paraphrase) : gravest;
  }

  const QuotedWords& quoted_;
  const Words& q_;
  const Excerpt& excerpt_;
  const Words& d_;
  const LanguageWords& language_;
  WordVerdict out_;
  std::vector<Block> blocks_;
  std::uint32_t counted_ = 1;  // quoted words that are not in brackets
  std::uint32_t edited_ = 0;
  bool apart_ = false;
  bool added_ = false;
};

}  // namespace

QuotationClass class_of(const std::vector<QuotedDifference>& differences) {
  QuotationClass gravest = QuotationClass::verbatim;
  for (const QuotedDifference& one : differences) gravest = std::min(gravest, class_of(one.kind));
  return gravest;
}

WordVerdict judge_quotation(const QuotedWords& quoted, const Excerpt& excerpt, const LanguageWords& language) {
  return Judge(quoted, excerpt, language).run();
}

}  // namespace hearsay
