// Entry: find_headline. A headline is compared with the other version's, and with the sentence of the body that carries
// it: the one with most of its words. Headlines say less, and say it more shortly, than bodies do; so nothing is made
// of a headline that never agreed with its body, only of one that did and does no more.
#include <algorithm>
#include <iterator>
#include <set>

#include "compare/exchange.h"
#include "compare/sense.h"
#include "compare/versions.h"

namespace hearsay {
namespace {

constexpr double kCarries = 0.5;      // of a headline's words, for a sentence to be the one that carries it
constexpr double kHasIt = 0.6;        // … for the body to have what it says
constexpr double kHasItNot = 0.34;    // … and to have it no longer
constexpr std::size_t kFewStems = 3;  // that tell a headline

std::string_view headline_of(const Version& version, CodeSpan& span) {
  for (const ReportBlock& block : version.report->blocks) {
    if (block.kind != "headline") continue;
    span = block.span;
    return version.index->slice(span);
  }
  return version.report->title;
}

/// The words of a headline, for their roles.
struct HeadlineWords {
  std::vector<std::uint64_t> all;
  int hedging = 0;
  bool attributed = false;  // to somebody: a cue, a colon, quotation marks
  std::uint32_t denials = 0;
  std::vector<std::uint32_t> numbers;  // by value
};

HeadlineWords headline_words(const VersionPair& c, std::string_view headline, SenseReader& reader) {
  Report line;
  line.text = headline;
  const CodeSpan all{0, TextIndex(line.text).size()};
  line.blocks.push_back({.span = all, .kind = "paragraph"});
  const VersionText text = read_version(line, *c.language);
  HeadlineWords out;
  out.attributed = headline.find(": ") != std::string_view::npos;
  for (std::size_t w = 0; w < text.words.size(); ++w) {
    const VersionWord& word = text.words[w];
    out.all.push_back(word.key);
    out.attributed = out.attributed || word.quoted || c.is(word, Role::cue_plain) || c.is(word, Role::cue_doubting) ||
                     c.is(word, Role::cue_conceding) || c.is(word, Role::cue_affirming);
    VersionWord plain = word;
    plain.capital = false;  // headlines have them anywhere
    out.hedging += hedging(c, plain, w + 1 < text.words.size() ? &text.words[w + 1] : nullptr, w == 0);
  }
  ClaimSense sense = reader.sense(headline);
  out.denials = sense.denials;
  out.numbers = std::move(sense.numbers);
  return out;
}

/// A headline, and the sentence of its body that carries it.
struct Carried {
  std::string text;
  CodeSpan span{0, 0};  // {0, 0}: it is no part of the text
  HeadlineWords words;
  std::size_t stems = 0;
  std::uint32_t unit = kNoWord;
  double share = 0;  // of its stems, those of the unit
};

class Headlines {
 public:
  explicit Headlines(VersionPair& comparison) : c_(comparison), reader_(*comparison.language) {}

  void run() {
    read(c_.older, was_);
    read(c_.newer, is_);
    if (was_.words.all.empty() || is_.words.all.empty()) return;  // a text without one was not given another
    const bool same = was_.words.all == is_.words.all;
    if (!same && !edited()) {
      add(ChangeKind::headline_changed);
      return;
    }
    carry(c_.older, was_);
    carry(c_.newer, is_);
    numbers();
    sentence();
    if (same) {
      if (!traits_.empty()) stale();
      return;
    }
    const bool apart = !traits_.empty();
    if (was_.words.numbers != is_.words.numbers) trait("number");
    if (was_.words.denials % 2 != is_.words.denials % 2) trait("negation");
    if (was_.words.hedging != is_.words.hedging) trait(is_.words.hedging < was_.words.hedging ? "stronger" : "weaker");
    if (apart) trait("apart");
    add(ChangeKind::headline_changed).traits = traits_;
  }

 private:
  void read(const Version& version, Carried& into) {
    into.text = headline_of(version, into.span);
    into.words = headline_words(c_, into.text, reader_);
  }

  /// Half of the words stayed; else it is another headline.
  [[nodiscard]] bool edited() const {
    std::vector<std::uint64_t> words = was_.words.all, others = is_.words.all, common;
    std::sort(words.begin(), words.end());
    std::sort(others.begin(), others.end());
    std::set_intersection(words.begin(), words.end(), others.begin(), others.end(), std::back_inserter(common));
    return 2 * common.size() >= std::max(words.size(), others.size());
  }

  void carry(const Version& version, Carried& into) {
    std::set<std::uint32_t> sought;
    for (const ComparedWord& word : reader_.words(into.text)) {
      if (word.has(kContent) && !word.has(kNumberValue)) sought.insert(word.stem);
    }
    into.stems = sought.size();
    if (sought.empty()) return;
    std::set<std::uint32_t> met;
    for (std::uint32_t unit = 0; unit < version.text.units.size(); ++unit) {
      met.clear();
      for (const ComparedWord& word : reader_.words(unit_text(version, unit))) {
        if (sought.contains(word.stem)) met.insert(word.stem);
      }
      const double share = static_cast<double>(met.size()) / static_cast<double>(sought.size());
      if (share <= into.share) continue;
      into.share = share;
      into.unit = unit;
    }
  }

  static std::string_view unit_text(const Version& version, std::uint32_t unit) {
    const WordRange words = version.text.units[unit].words;
    return version.index->slice(
        {version.text.words[words.first].span.first, version.text.words[words.end - 1].span.second});
  }

  std::set<std::uint32_t> body_numbers(const Version& version) {
    std::set<std::uint32_t> all;
    for (const VersionPassage& passage : version.text.passages) {
      for (const ComparedWord& word : reader_.words(version.index->slice(passage.span))) {
        if (word.has(kNumberValue)) all.insert(word.key);
      }
    }
    return all;
  }

  /// The exact numbers of a headline, but one: bodies say that in many ways.
  std::vector<std::uint32_t> exact_numbers(const Carried& headline) {
    const std::uint32_t one = reader_.words("1").front().key;
    std::vector<std::uint32_t> exact;
    bool hedged = false;  // "about 40", "more than 40"
    for (const ComparedWord& word : reader_.words(headline.text)) {
      if (word.has(kNumberValue) && word.key != one && !hedged) exact.push_back(word.key);
      hedged = has(c_.language->closed, word, Role::hedge_quantity) || has(c_.language->compared, word, Role::quantity);
    }
    return exact;
  }
  static bool has(const ClosedWords& closed, const ComparedWord& word, Role role) {
    return closed.has(closed.row(word.key), role);
  }

  /// A number that the body has no longer, or never had.
  void numbers() {
    const std::vector<std::uint32_t> is = exact_numbers(is_), was = exact_numbers(was_);
    if (is.empty()) return;
    const std::set<std::uint32_t> older = body_numbers(c_.older), newer = body_numbers(c_.newer);
    const bool agreed =
        std::all_of(was.begin(), was.end(), [&](std::uint32_t number) { return older.contains(number); });
    const bool agrees = std::all_of(is.begin(), is.end(), [&](std::uint32_t number) { return newer.contains(number); });
    if (agreed && !agrees) trait("number");
  }

  /// What the sentence that carries it says, and how surely.
  void sentence() {
    if (was_.stems >= kFewStems && was_.share >= kHasIt && is_.share < kHasItNot && !stays(was_.unit)) {
      trait("gone");
      return;
    }
    if (was_.share < kCarries || is_.share < kCarries || was_.stems < 2 || c_.older.other_unit[was_.unit] != is_.unit)
      return;
    negation();
    strength();
  }

  /// Whether half of an older sentence's words are still there.
  [[nodiscard]] bool stays(std::uint32_t unit) const {
    const std::vector<std::uint32_t> words = all_of(c_.older.text.units[unit].words);
    return 2 * c_.older.kept(words) >= words.size();
  }

  void negation() {
    const bool headline_turned = was_.words.denials % 2 != is_.words.denials % 2;
    const std::vector<Exchange> exchanges = exchanges_of(c_, was_.unit, is_.unit);
    const bool body_turned = std::any_of(exchanges.begin(), exchanges.end(),
                                         [&](const Exchange& one) { return reader_.turned(c_, one).negation; });
    if (headline_turned != body_turned) trait("negation");
  }

  /// Whether a headline says plainly what its body hedges or gives to somebody; and the reverse.
  void strength() {
    const bool was_hedged = is_hedged(c_.older, was_.unit), is_now_hedged = is_hedged(c_.newer, is_.unit);
    const bool was_said = is_said(c_.older, was_.unit), is_now_said = is_said(c_.newer, is_.unit);
    const bool was_plain = is_plain(was_), is_now_plain = is_plain(is_);
    const bool newly_said = c_.newer_unit_told[is_.unit] && !was_said;  // a source came, and not a reading alone
    const bool apart_before = was_plain && (was_hedged || was_said);
    if (is_now_plain && !apart_before && (is_now_hedged || (is_now_said && (was_said || newly_said)))) {
      trait("stronger");
    } else if (is_.words.hedging > 0 && !is_now_hedged && !is_now_said && (was_hedged || was_.words.hedging <= 0)) {
      trait("weaker");
    }
  }
  static bool is_plain(const Carried& headline) { return headline.words.hedging <= 0 && !headline.words.attributed; }

  [[nodiscard]] bool is_hedged(const Version& version, std::uint32_t unit) const {
    const WordRange range = version.text.units[unit].words;
    int weight = 0;
    for (std::uint32_t w = range.first; w < range.end; ++w) {
      const VersionWord* next = w + 1 < range.end ? &version.text.words[w + 1] : nullptr;
      weight += hedging(c_, version.text.words[w], next, w == range.first);
    }
    return weight > 1;  // an inexact number is none
  }

  [[nodiscard]] static bool is_said(const Version& version, std::uint32_t unit) {
    return std::any_of(version.said.begin(), version.said.end(), [&](const Said& said) {
      return said.speaker != kNobody && version.sources[said.speaker].naming != SourceNaming::none &&
             std::any_of(said.content.begin(), said.content.end(),
                         [&](std::uint32_t word) { return version.text.words[word].unit == unit; });
    });
  }

  void trait(const char* name) {
    if (std::find(traits_.begin(), traits_.end(), name) == traits_.end()) traits_.emplace_back(name);
  }

  Change& add(ChangeKind kind) {
    Change& change = add_change(c_, kind, {});
    change.was = was_.text;
    change.is = is_.text;
    if (was_.span.second != 0) change.old_span = {was_.span};
    if (is_.span.second != 0) change.new_span = {is_.span};
    return change;
  }

  /// The headline stayed: what is shown beside it is the sentence that carried it.
  void stale() {
    Change& change = add(ChangeKind::headline_stale);
    change.traits = traits_;
    if (was_.unit == kNoWord || was_.share < kCarries) return;
    change.was = unit_text(c_.older, was_.unit);
    change.old_span = {{c_.older.text.words[c_.older.text.units[was_.unit].words.first].span.first,
                        c_.older.text.words[c_.older.text.units[was_.unit].words.end - 1].span.second}};
    const std::uint32_t newer = c_.older.other_unit[was_.unit];
    if (newer == kNoWord) return;
    for (const Exchange& one : exchanges_of(c_, was_.unit, newer))
      change.differences.push_back({.is = run_text(c_.newer, one.is), .was = run_text(c_.older, one.was)});
  }

  VersionPair& c_;
  SenseReader reader_;
  Carried was_, is_;
  std::vector<std::string> traits_;
};

}  // namespace

void find_headline(VersionPair& comparison) {
  Headlines(comparison).run();
}

}  // namespace hearsay
