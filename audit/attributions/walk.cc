// A stack of jobs instead of recursion. A job that sets a slot leaves one behind that puts the old value back, to be
// met if everything after it fails.
#include "attributions/walk.h"

#include <algorithm>
#include <array>

namespace hearsay {
namespace {

constexpr std::uint32_t kStride = 64;  // distances from the origin; a pattern reaches kMaxPatternTokens
static_assert(kMaxPatternTokens + 2 < kStride);
constexpr unsigned kForks = 64;  // that are looked at before a walk is set up; few patterns begin with more

}  // namespace

bool Walker::first_visit(const CompiledPattern& pattern, std::uint32_t pc, std::uint32_t position) {
  const std::uint32_t distance = std::min(left_ ? origin_ - position : position - origin_, kStride - 1);
  std::uint32_t& seen = visited_[(pc - pattern.base) * kStride + distance];
  if (seen == generation_) return false;
  seen = generation_;
  return true;
}

bool Walker::same_quotation(TokenRange range) const {
  return grammar_.inside(range.begin, bounds_) && grammar_.inside(range.end - 1, bounds_);
}

bool Walker::phrase_fits(const Instruction& instruction, const Mention& mention) const {
  const PhraseConstraint& wanted = program_.constraints[instruction.b];
  if (wanted.kinds != 0 && ((wanted.kinds >> static_cast<unsigned>(mention.kind)) & 1U) == 0) return false;
  if (!wanted.pronouns && mention.pronoun) return false;
  if (grammar_.is_time(mention.head) && mention.register_entry == kNone)
    return false;  // "on Thursday said": nobody's name
  const WordId head = text_.tokens[mention.head].word;
  const LexiconSet& set = program_.lexicons.set(head);
  if (std::any_of(wanted.barred.begin(), wanted.barred.end(), [&](LexiconId id) { return set.has(id); })) return false;
  if (wanted.lexicons.empty()) return true;
  if (std::any_of(wanted.lexicons.begin(), wanted.lexicons.end(), [&](LexiconId id) { return set.has(id); }))
    return true;
  // An entry of several words that ends in the head: "news conference".
  std::array<WordId, 8> words{};
  const std::uint32_t begin = std::max(mention.core.begin, mention.head >= 3 ? mention.head - 3 : 0);
  for (std::uint32_t from = begin; from < mention.head; ++from) {
    std::uint32_t size = 0;
    for (std::uint32_t i = from; i <= mention.head; ++i) words[size++] = text_.tokens[i].word;
    for (const LexiconId id : wanted.lexicons) {
      const auto found = program_.lexicons.phrase({words.data(), size}, id);
      if (found && found->length == size) return true;
    }
  }
  return false;
}

void Walker::push_phrase(const Instruction& instruction, std::uint32_t mention, TokenRange range,
                         std::uint32_t position) {
  if (range.empty() || range.begin < bounds_.low || range.end > bounds_.high) return;
  if (!same_quotation(range) || !phrase_fits(instruction, mentions_.all[mention])) return;
  const std::uint32_t next = left_ ? range.begin : range.end;
  if (next == position) return;
  jobs_.push_back(
      {.pc = instruction.next, .position = next, .slot = instruction.a, .range = range, .mention = mention});
}

/// "[Ruiz] said": a name that an editor put into a quotation.
void Walker::push_bracketed(const Instruction& instruction, std::uint32_t position) {
  if (position < bounds_.low + 3 || grammar_.mark(position - 1) != MarkClass::close) return;
  const std::uint32_t found = mentions_.core_ends_at[position - 1];
  if (found == kNone || mentions_.all[found].core.begin <= bounds_.low) return;
  const TokenRange range = mentions_.all[found].core;
  if (grammar_.mark(range.begin - 1) != MarkClass::open) return;
  const std::size_t before = jobs_.size();
  push_phrase(instruction, found, range, position);
  if (jobs_.size() > before) --jobs_.back().position;
}

/// The newspaper or station that begins, or ends, here.
void Walker::push_house(const Instruction& instruction, std::uint32_t position) {
  const House* house = left_ ? house_before(mentions_, position) : house_at(mentions_, position);
  if (house == nullptr || house->whole.begin < bounds_.low || house->whole.end > bounds_.high) return;
  if (!grammar_.mark_inside(house->whole.begin, bounds_)) return;
  jobs_.push_back({.pc = instruction.next,
                   .position = left_ ? house->whole.begin : house->whole.end,
                   .slot = instruction.a,
                   .range = house->name});
}

/// The minister “told us that …”: a subject whose verb opens the quotation.
void Walker::push_before_mark(const Instruction& instruction, std::uint32_t position) {
  if (bounds_.quotation == kNone || position < bounds_.low + 2) return;
  const Quotation& quotation = text_.quotations[bounds_.quotation];
  const std::uint32_t mark = quotation.tokens.begin;
  if (mark + 1 != position || mentions_.ends_at[mark] == kNone) return;
  const std::uint32_t found = mentions_.ends_at[mark];
  const Mention& mention = mentions_.all[found];
  const TokenRange range = mention.range;
  if (range.begin < bounds_.low || !phrase_fits(instruction, mention)) return;
  if (text_.quotation_of[range.begin] != quotation.parent || text_.quotation_of[mark - 1] != quotation.parent) return;
  jobs_.push_back(
      {.pc = instruction.next, .position = range.begin, .slot = instruction.a, .range = range, .mention = found});
}

/// Pushed in reverse: a house, then the longest phrase is tried first.
void Walker::push_phrases(const Instruction& instruction, std::uint32_t position) {
  const PhraseConstraint& wanted = program_.constraints[instruction.b];
  if (!wanted.house || wanted.kinds != 0) push_mentions(instruction, position);
  if (wanted.house) push_house(instruction, position);
}

void Walker::push_mentions(const Instruction& instruction, std::uint32_t position) {
  const auto& whole = left_ ? mentions_.ends_at : mentions_.starts_at;
  const auto& cores = left_ ? mentions_.core_ends_at : mentions_.core_starts_at;
  const std::uint32_t longest = position < whole.size() ? whole[position] : kNone;
  const std::uint32_t core = position < cores.size() ? cores[position] : kNone;
  if (core != kNone) {
    const Mention& mention = mentions_.all[core];
    push_phrase(instruction, core, mention.core, position);
    // "Ruiz, the mayor" whose core begins here but whose phrase began before, and the other way round.
    const bool aligned = left_ ? mention.range.end == position : mention.range.begin == position;
    if (aligned && core != longest) push_phrase(instruction, core, mention.range, position);
  }
  if (left_ && longest == kNone) {
    push_bracketed(instruction, position);
    push_before_mark(instruction, position);
  }
  if (longest == kNone) return;
  const Mention& mention = mentions_.all[longest];
  // A comma that closes the phrase's apposition belongs to nobody else: it may be passed over.
  if (!left_ && mention.comma_after && mention.range.end < bounds_.high &&
      grammar_.mark(mention.range.end) == MarkClass::comma) {
    const std::size_t before = jobs_.size();
    push_phrase(instruction, longest, mention.range, position);
    if (jobs_.size() > before) ++jobs_.back().position;
  }
  push_phrase(instruction, longest, mention.range, position);
}

Walker::LexemeFit Walker::lexeme_at(const Instruction& instruction, std::uint32_t token) const {
  LexemeFit fit;
  const auto lexicon = static_cast<LexiconId>(instruction.a);
  const std::uint32_t forms = instruction.b & 0xffU;
  const std::uint32_t pos = instruction.b >> 8U;
  const Lexicons& lexicons = program_.lexicons;
  const auto wanted = [&](std::uint32_t entry, Form form) {
    return (forms == 0 || ((forms >> static_cast<unsigned>(form)) & 1U) != 0) &&
           (pos == 0 || static_cast<std::uint32_t>(lexicons.entry(entry).pos) + 1 == pos);
  };
  const WordId word = text_.tokens[token].word;
  if (lexicons.has(word, lexicon)) {
    for (const Sense& sense : lexicons.senses(word)) {
      if (sense.lexicon != lexicon || !wanted(sense.entry, sense.form)) continue;
      fit.word = 1;
      fit.word_sense = sense;
      break;
    }
  }
  if (lexicons.starts_phrase(word, lexicon)) {
    const std::uint32_t longest = lexicons.longest_entry(lexicon);
    std::array<WordId, 16> words;
    std::uint32_t size = 0;
    const std::uint32_t end =
        std::min({bounds_.high, token + longest, token + static_cast<std::uint32_t>(words.size())});
    for (std::uint32_t i = token; i < end; ++i) words[size++] = text_.tokens[i].word;
    const auto found = lexicons.phrase({words.data(), size}, lexicon);
    if (found && wanted(found->entry, found->form)) {
      fit.phrase = found->length;
      fit.phrase_match = *found;
    }
  }
  return fit;
}

void Walker::push_lexemes(const Instruction& instruction, std::uint32_t position) {
  const auto push = [&](std::uint32_t begin, std::uint32_t end) {
    if (same_quotation({begin, end})) jobs_.push_back({.pc = instruction.next, .position = left_ ? begin : end});
  };
  if (!left_) {
    if (position >= bounds_.high) return;
    const LexemeFit fit = lexeme_at(instruction, position);
    if (fit.word != 0) push(position, position + fit.word);
    if (fit.phrase != 0 && position + fit.phrase <= bounds_.high) push(position, position + fit.phrase);
    return;
  }
  if (position <= bounds_.low) return;
  if (lexeme_at(instruction, position - 1).word != 0) push(position - 1, position);
  constexpr std::uint32_t kLongest = 8;
  const auto lexicon = static_cast<LexiconId>(instruction.a);
  const std::uint32_t longest = std::min(kLongest, program_.lexicons.longest_entry(lexicon));
  for (std::uint32_t begin = position - 1; begin > bounds_.low && position - begin < longest;) {
    --begin;
    if (!program_.lexicons.starts_phrase(text_.tokens[begin].word, lexicon)) continue;
    if (begin + lexeme_at(instruction, begin).phrase == position) push(begin, position);
  }
}

bool Walker::one_token(const Instruction& instruction, std::uint32_t token) const {
  const Token& here = text_.tokens[token];
  switch (instruction.op) {
    case Op::word:
      return here.word == instruction.a && grammar_.mark_inside(token, bounds_);
    case Op::punct: {
      const bool quote = instruction.a == static_cast<std::uint32_t>(MarkClass::quote) &&
                         (here.has(kOpenQuote) || here.has(kCloseQuote));
      return (quote || grammar_.mark(token) == static_cast<MarkClass>(instruction.a)) &&
             grammar_.mark_inside(token, bounds_);
    }
    case Op::number:
      return (here.has(kDigit) || grammar_.tag(token) == Tag::CD) && grammar_.inside(token, bounds_);
    case Op::name:
      return here.has(kAlpha) && (is_name(grammar_.tag(token)) || (here.has(kCapital) && !here.has(kSentenceStart))) &&
             grammar_.inside(token, bounds_);
    case Op::verb: {
      if (!grammar_.is_verb_form(token) || !grammar_.inside(token, bounds_)) return false;
      const std::vector<LexiconId>& barred = program_.constraints[instruction.b].barred;
      return std::none_of(barred.begin(), barred.end(),
                          [&](LexiconId id) { return program_.lexicons.has(here.word, id); });
    }
    case Op::gap:
      return !here.has(kPunct) && !is_verb(grammar_.tag(token)) && grammar_.tag(token) != Tag::MD &&
             grammar_.inside(token, bounds_);
    default:
      return false;
  }
}

/// Up to the next mark that ends a clause, the sentence's or the quotation's end, or that of a noun phrase whose
/// relative clause it began in: "an aide who spoke because [she feared for her job] said".
std::uint32_t Walker::clause_end(std::uint32_t position) const {
  const std::uint32_t begin = position;
  const auto narrowed = [&](std::uint32_t token) {
    if (mentions_.ends_at[token] == kNone) return false;
    const Mention& mention = mentions_.all[mentions_.ends_at[token]];
    return mention.range.begin < begin && mention.core.end < begin;
  };
  const auto ends = [&](std::uint32_t token) {
    const MarkClass mark = grammar_.mark(token);
    return !grammar_.inside(token, bounds_) ||
           (mark != MarkClass::none && mark != MarkClass::open && mark != MarkClass::close);
  };
  if (left_) {
    while (position > bounds_.low && !ends(position - 1)) --position;
  } else {
    while (position < bounds_.high && !ends(position) && (position == begin || !narrowed(position))) ++position;
  }
  return position;
}

const VerbGroupWords& Walker::verb_group(std::uint32_t head, const Bounds& bounds) {
  if (head != group_head_ || bounds != group_bounds_) {
    group_ = grammar_.verb_group(head, bounds, VerbGroup::full);
    group_head_ = head;
    group_bounds_ = bounds;
  }
  return group_;
}

/// False where what must come first does not: most tries end here, before anything is set up. Looks at both ways of so
/// many `forks`, which it counts down; behind them anything may begin.
bool Walker::can_begin(std::uint32_t pc, std::uint32_t at, unsigned& forks) const {
  const Instruction* first = &program_.code[pc];
  while (first->op == Op::open || first->op == Op::close) first = &program_.code[first->next];
  switch (first->op) {
    case Op::split:
      return forks == 0 || can_begin(first->next, at, --forks) || can_begin(first->other, at, forks);
    case Op::phrase:
      // Leftwards a phrase may stand behind a mark.
      return left_ || program_.constraints[first->b].house || (at < mentions_.starts_at.size() && starts_phrase(at));
    case Op::word:
    case Op::punct:
    case Op::number:
    case Op::name:
    case Op::verb:
    case Op::gap:
      return (left_ ? at > bounds_.low : at < bounds_.high) && one_token(*first, left_ ? at - 1 : at);
    case Op::lexeme: {
      if (left_ || at >= bounds_.high) return left_ && at > bounds_.low;
      const WordId word = text_.tokens[at].word;
      const auto lexicon = static_cast<LexiconId>(first->a);
      return program_.lexicons.has(word, lexicon) || program_.lexicons.starts_phrase(word, lexicon);
    }
    default:
      return true;
  }
}

bool Walker::may_run(std::uint32_t entry, WalkDirection direction, const Bounds& bounds, std::uint32_t position) {
  left_ = direction == WalkDirection::left;
  bounds_ = bounds;
  unsigned forks = kForks;
  return can_begin(entry, position, forks);
}

bool Walker::walk(const CompiledPattern& pattern, std::uint32_t entry, std::uint32_t& position, Captures& captures) {
  if (program_.code[entry].op == Op::accept) return true;  // nothing stands on this side
  const Bounds& bounds = bounds_;
  unsigned none = 0;  // of the forks behind one that the walk has come to
  origin_ = position;
  visited_.resize(std::max<std::size_t>(visited_.size(), pattern.size * kStride), 0);
  if (++generation_ == 0) {
    std::fill(visited_.begin(), visited_.end(), 0);
    generation_ = 1;
  }
  jobs_.clear();
  jobs_.push_back({.pc = entry, .position = position});
  const auto keep = [&](std::uint32_t slot) {
    jobs_.push_back({.slot = slot, .restore = true, .range = captures.slots[slot], .mention = captures.mention[slot]});
  };
  while (!jobs_.empty()) {
    const Job job = jobs_.back();
    jobs_.pop_back();
    if (job.restore) {
      captures.slots[job.slot] = job.range;
      captures.mention[job.slot] = job.mention;
      continue;
    }
    if (job.slot != kNone) {
      keep(job.slot);
      captures.slots[job.slot] = job.range;
      captures.mention[job.slot] = job.mention;
    }
    std::uint32_t pc = job.pc;
    std::uint32_t at = job.position;
    for (bool going = true; going;) {
      if (!first_visit(pattern, pc, at)) break;
      const Instruction& instruction = program_.code[pc];
      pc = instruction.next;
      switch (instruction.op) {
        case Op::accept:
          position = at;
          return true;
        case Op::split:
          if (can_begin(instruction.other, at, none)) jobs_.push_back({.pc = instruction.other, .position = at});
          break;
        case Op::word:
        case Op::punct:
        case Op::number:
        case Op::name:
        case Op::verb:
        case Op::gap: {
          const bool room = left_ ? at > bounds.low : at < bounds.high;
          going = room && one_token(instruction, left_ ? at - 1 : at);
          at = left_ ? at - 1 : at + 1;
          break;
        }
        case Op::open:
          keep(instruction.a);
          captures.slots[instruction.a].begin = at;
          break;
        case Op::close:
          keep(instruction.a);
          captures.slots[instruction.a].end = at;
          break;
        case Op::lexeme:
          push_lexemes(instruction, at);
          going = false;
          break;
        case Op::phrase:
          push_phrases(instruction, at);
          going = false;
          break;
        case Op::skip: {
          const SkipPlaces places = left_ ? grammar_.skips_left(at, bounds) : grammar_.skips_right(at, bounds);
          for (std::uint32_t i = places.count; i-- > 0;) jobs_.push_back({.pc = pc, .position = places.places[i]});
          going = false;
          break;
        }
        case Op::group: {
          const VerbGroupWords& group = verb_group(at, bounds);
          for (std::uint32_t i = group.count; i-- > 0;) jobs_.push_back({.pc = pc, .position = group.begins[i]});
          going = false;
          break;
        }
        case Op::clause: {
          const std::uint32_t end = clause_end(at);
          going = end != at;
          if (!going) break;
          keep(instruction.a);
          captures.slots[instruction.a] = left_ ? TokenRange{end, at} : TokenRange{at, end};
          at = end;
          break;
        }
        case Op::line_start: {
          const Paragraph& paragraph =
              text_.paragraphs[text_.sentences[text_.sentence_of[std::min(at, bounds.high - 1)]].paragraph];
          going = at == paragraph.tokens.begin;
          break;
        }
        case Op::line_end: {
          const Paragraph& paragraph =
              text_.paragraphs[text_.sentences[text_.sentence_of[at > bounds.low ? at - 1 : at]].paragraph];
          going = at == paragraph.tokens.end;
          break;
        }
      }
    }
  }
  return false;
}

}  // namespace hearsay
