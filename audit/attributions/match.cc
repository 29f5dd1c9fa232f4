// find_matches: at each token that anchors patterns, each of them is tried: the anchor itself (a word, a lexicon's word
// or phrase in the wanted form and voice, with its verb group and preposition), then what stands left of it, then what
// stands right.
#include "attributions/match.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include "attributions/grammar.h"
#include "attributions/walk.h"

namespace hearsay {
namespace {

/// One way in which the anchor stands at a token.
struct AnchorReading {
  std::uint32_t length = 1;
  std::uint32_t entry = kNone;
  Form form = Form::base;
};

class Matcher {
 public:
  Matcher(const Article& article, const Program& program)
      : text_(article.text),
        program_(program),
        grammar_(article.text, article.tags, program),
        walker_(article.text, article.mentions, program, grammar_) {}

  void try_at(std::uint32_t token, std::span<const std::uint32_t> patterns, std::vector<Match>& out) {
    bounds_ = grammar_.bounds(token);
    const bool mark = grammar_.mark(token) != MarkClass::none;
    if (mark) {
      // A quotation's own mark stands outside it for whoever writes the mark in a pattern.
      const Token& here = text_.tokens[token];
      const std::uint32_t own = text_.quotation_of[token];
      if ((here.has(kOpenQuote) || here.has(kCloseQuote)) && own != kNone)
        bounds_.quotation = text_.quotations[own].parent;
    }
    groups_ = {};
    lexeme_.reset();
    for (const std::uint32_t index : patterns) try_pattern(program_.patterns[index], token, out);
  }

 private:
  void try_pattern(const CompiledPattern& pattern, std::uint32_t token, std::vector<Match>& out) {
    const Instruction& anchor = program_.code[pattern.anchor];
    if (anchor.op == Op::verb) {
      walker_.set_bounds(bounds_);
      if (!walker_.one_token(anchor, token)) return;
    }
    if (anchor.op != Op::lexeme) {
      (void)try_reading(pattern, token, {}, out);
      return;
    }
    if (!lexeme_ || lexeme_->first != std::pair(anchor.a, anchor.b)) {
      walker_.set_bounds(bounds_);
      lexeme_.emplace(std::pair(anchor.a, anchor.b), walker_.lexeme_at(anchor, token));
    }
    const Walker::LexemeFit& fit = lexeme_->second;
    if (fit.phrase != 0 && token + fit.phrase <= bounds_.high && grammar_.inside(token + fit.phrase - 1, bounds_)) {
      const AnchorReading phrase{.length = fit.phrase, .entry = fit.phrase_match.entry, .form = fit.phrase_match.form};
      if (try_reading(pattern, token, phrase, out)) return;
    }
    if (fit.word != 0)
      (void)try_reading(pattern, token, {.length = 1, .entry = fit.word_sense.entry, .form = fit.word_sense.form}, out);
  }

  /// Asked by most patterns of an anchor, answered once.
  [[nodiscard]] const VerbGroupWords& group_at(std::uint32_t token, VerbGroup kind) {
    std::optional<VerbGroupWords>& known = groups_[static_cast<std::size_t>(kind)];
    if (!known) known = grammar_.verb_group(token, bounds_, kind);
    return *known;
  }

  /// The past and the participle of most verbs are one word; the group says which it is.
  void settle_form(const CompiledPattern& pattern, const VerbGroupWords& group, std::uint32_t token,
                   AnchorReading& reading) const {
    if (reading.length != 1 || (reading.form != Form::past && reading.form != Form::base) ||
        !(group.passive || group.perfect))
      return;
    const bool allowed =
        pattern.anchor_forms == 0 || ((pattern.anchor_forms >> static_cast<unsigned>(Form::participle)) & 1U) != 0;
    if (!allowed) return;
    for (const Sense& sense : program_.lexicons.senses(text_.tokens[token].word)) {
      if (sense.entry == reading.entry && sense.form == Form::participle) reading.form = Form::participle;
    }
  }

  /// "Ruiz calls the plan", "polls show Ruiz": a noun by its tag, a verb by what stands around it.
  [[nodiscard]] bool stands_as_verb(const AnchorReading& reading, std::uint32_t token) const {
    const Form form = reading.form;
    if (token <= bounds_.low || token + 1 >= bounds_.high) return false;
    const Tag before = grammar_.tag(token - 1);
    const Tag after = grammar_.tag(token + 1);
    const bool subject =
        form == Form::base ? before == Tag::NNS || before == Tag::NNPS : before == Tag::NNP || before == Tag::NN;
    if (!subject) return false;
    const bool ends = grammar_.mark(token + 1) == MarkClass::stop;
    const bool own_prep = before == Tag::NNP && prep_end(reading.entry, token + 1) != token + 1;
    return ends || own_prep || after == Tag::DT || after == Tag::PRP || after == Tag::PRPS || after == Tag::NNP;
  }

  /// A word that the tagger takes for another class is no head: "the claims", "a state".
  [[nodiscard]] bool class_fits(const AnchorReading& reading, const VerbGroupWords& group, std::uint32_t token) const {
    const Tag tag = grammar_.tag(token);
    const WordClass pos = program_.lexicons.entry(reading.entry).pos;
    if (pos == WordClass::verb) {
      const bool ambiguous = reading.form == Form::base || reading.form == Form::third;
      return !(ambiguous && !group.auxiliary &&
               (tag == Tag::NN || tag == Tag::NNS || is_adjective(tag) || tag == Tag::IN || tag == Tag::DT) &&
               !((tag == Tag::NN || tag == Tag::NNS) && stands_as_verb(reading, token)));
    }
    if (pos == WordClass::noun) return !is_finite(tag) && tag != Tag::VB;
    return true;
  }

  bool try_reading(const CompiledPattern& pattern, std::uint32_t token, AnchorReading reading,
                   std::vector<Match>& out) {
    VerbGroupWords group;
    const bool verb = reading.entry != kNone && program_.lexicons.entry(reading.entry).pos == WordClass::verb;
    if (pattern.group != VerbGroup::none && verb) {
      group = group_at(token, pattern.group);
      settle_form(pattern, group, token, reading);
      // Progressive: "was saying" is active.
      if (reading.form != Form::past && reading.form != Form::participle) group.passive = false;
      if (pattern.anchor_voice == 0 && group.passive) return false;
      if (pattern.anchor_voice == 1 && !group.passive) return false;
      if (!class_fits(reading, group, token)) return false;
    } else {
      group.begins[group.count++] = token;
      if (reading.entry != kNone && pattern.group != VerbGroup::none && !class_fits(reading, group, token))
        return false;
    }
    const std::uint32_t end = token + reading.length;
    const std::uint32_t with_prep = pattern.takes_prep ? prep_end(reading.entry, end) : end;
    if (pattern.needs_prep && with_prep == end) return false;
    const auto right_of = [&](std::uint32_t at) {
      return walker_.may_run(pattern.right, WalkDirection::right, bounds_, at);
    };
    if (!right_of(with_prep) && (with_prep == end || pattern.needs_prep || !right_of(end))) return false;
    for (std::uint32_t i = 0; i < group.count; ++i) {
      Captures captures = empty_;
      std::uint32_t left = group.begins[i];
      if (!walker_.run(pattern, pattern.left, WalkDirection::left, bounds_, left, captures)) continue;
      std::uint32_t right = with_prep;
      bool fits = walker_.run(pattern, pattern.right, WalkDirection::right, bounds_, right, captures);
      if (!fits && with_prep != end && !pattern.needs_prep) {
        right = end;
        fits = walker_.run(pattern, pattern.right, WalkDirection::right, bounds_, right, captures);
      }
      if (!fits) return false;  // what stands right does not depend on the group
      put(pattern, token, reading, group, {left, right}, captures, out);
      return true;
    }
    return false;
  }

  /// After a preposition of the entry that follows its head: "called for".
  [[nodiscard]] std::uint32_t prep_end(std::uint32_t entry, std::uint32_t end) const {
    if (entry == kNone || end >= bounds_.high || !grammar_.inside(end, bounds_)) return end;
    const std::string_view prepositions = program_.lexicons.entry(entry).attribute("prep");
    if (prepositions.empty()) return end;
    const std::string_view word = program_.vocabulary.word(text_.tokens[end].word);
    if (word.empty()) return end;
    for (std::size_t at = 0; at < prepositions.size();) {
      const std::size_t stop = std::min(prepositions.find(' ', at), prepositions.size());
      if (prepositions.substr(at, stop - at) == word) return end + 1;
      at = stop + 1;
    }
    return end;
  }

  void put(const CompiledPattern& pattern, std::uint32_t token, const AnchorReading& reading,
           const VerbGroupWords& group, TokenRange whole, const Captures& captures, std::vector<Match>& out) const {
    Match match;
    match.rule = pattern.rule;
    match.pattern = pattern.pattern;
    match.inverted = pattern.inverted;
    match.whole = whole;
    match.slots = captures.slots;
    match.mention = captures.mention;
    match.entry = reading.entry;
    match.form = reading.form;
    match.passive = group.passive;
    match.negated = group.negated;
    const bool noun = reading.entry != kNone && program_.lexicons.entry(reading.entry).pos == WordClass::noun;
    match.cue_head = noun ? token + reading.length - 1 : token;
    const TokenRange cue = captures.slots[static_cast<std::size_t>(Slot::cue)];
    match.cue = cue.empty() ? TokenRange{token, token + reading.length} : cue;
    if (pattern.content_before) match.content_before = whole.begin;
    if (pattern.content_after) match.content_after = whole.end;
    out.push_back(match);
  }

  static Captures no_captures() {
    Captures captures;
    captures.mention.fill(kNone);
    return captures;
  }

  const Text& text_;
  const Program& program_;
  Grammar grammar_;
  Walker walker_;
  Bounds bounds_;
  std::array<std::optional<VerbGroupWords>, 3> groups_;  // of the anchor now tried, by VerbGroup
  /// Of the anchor now tried: what the lexeme last asked for is there.
  std::optional<std::pair<std::pair<std::uint32_t, std::uint32_t>, Walker::LexemeFit>> lexeme_;
  Captures empty_ = no_captures();
};

/// Whether the token is the first finite verb behind a quotation that hands over, with no mark between: “…,” Ruiz
/// quipped.
bool behind_quotation(const Text& text, const Tags& tags, std::uint32_t token) {
  constexpr std::uint32_t kSubject = 8;
  if (token >= tags.size() || !(is_finite(tags[token]) || tags[token] == Tag::NNS)) return false;
  const std::uint32_t first = text.sentences[text.sentence_of[token]].tokens.begin;
  for (std::uint32_t t = token; t > first && token - t < kSubject; --t) {
    const Token& before = text.tokens[t - 1];
    if (before.has(kPunct)) return before.has(kCloseQuote) && t - 1 > first && text.tokens[t - 2].has(kPunct);
    if (is_finite(tags[t - 1])) return false;
  }
  return false;
}

}  // namespace

std::vector<Match> find_matches(const Article& article, const Program& program) {
  const Text& text = article.text;
  std::vector<Match> found;
  Matcher matcher(article, program);
  const auto size = static_cast<std::uint32_t>(text.tokens.size());
  for (std::uint32_t token = 0; token < size; ++token) {
    const auto patterns = program.anchored(text.tokens[token].word);
    if (!patterns.empty()) matcher.try_at(token, patterns, found);
    if (!program.verb_anchored.empty() && behind_quotation(text, article.tags, token))
      matcher.try_at(token, program.verb_anchored, found);
  }
  const auto key = [](const Match& m) { return std::tuple(m.whole.begin, m.rule, m.pattern, m.cue_head, m.inverted); };
  std::stable_sort(found.begin(), found.end(), [&](const Match& a, const Match& b) { return key(a) < key(b); });
  // The same reading by two alternatives or two lexicons counts once.
  const auto same = [](const Match& a, const Match& b) {
    return a.rule == b.rule && a.pattern == b.pattern && a.inverted == b.inverted && a.whole == b.whole &&
           a.cue == b.cue && a.slots == b.slots;
  };
  found.erase(std::unique(found.begin(), found.end(), same), found.end());
  return found;
}

}  // namespace hearsay
