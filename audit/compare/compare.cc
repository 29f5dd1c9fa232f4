// Entry: compare. The finders in the order in which one's findings spare another's; then how grave each change is, by a
// table; then the order of the newer text.
#include "compare/compare.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "compare/side_by_side.h"
#include "compare/versions.h"

namespace hearsay {
namespace {

/// How grave a change is, and why. The first row that fits counts; docs/compare.md has the table for people.
struct Gravity {
  ChangeKind kind;
  std::string_view trait;  // "": any
  Severity severity;
  std::string_view why;
};
constexpr std::array<Gravity, 37> kGravities = {{
    {ChangeKind::source_unnamed, "", Severity::error, "readers can no longer tell who says it"},
    {ChangeKind::source_lost, "", Severity::error, "the paper now says itself what somebody said"},
    {ChangeKind::quotation_changed, "number", Severity::error, "a number within quotation marks is another"},
    {ChangeKind::quotation_changed, "negation", Severity::error, "a quotation now says the reverse, or may"},
    {ChangeKind::quotation_changed, "name", Severity::error, "a name within quotation marks is another"},
    {ChangeKind::quotation_changed, "", Severity::warning, "nobody says one thing in two wordings"},
    {ChangeKind::paraphrase_changed, "negation", Severity::warning, "what they said is now the reverse, or may be"},
    {ChangeKind::paraphrase_changed, "number", Severity::warning, "the number or day that they gave is another"},
    {ChangeKind::paraphrase_changed, "", Severity::warning, "they now say it of more, or of fewer"},
    {ChangeKind::source_added, "anonymous", Severity::warning, "it rests on one more source without a name"},
    {ChangeKind::source_added, "", Severity::note, "it rests on one more source"},
    {ChangeKind::source_dropped, "anonymous", Severity::note, "a source without a name is gone, with what it said"},
    {ChangeKind::source_dropped, "group", Severity::note, "what people in general said is gone"},
    {ChangeKind::source_dropped, "", Severity::warning, "somebody who spoke by name is gone, with what they said"},
    {ChangeKind::cue_changed, "stronger", Severity::warning, "what is said now looks admitted, or proven"},
    {ChangeKind::cue_changed, "doubting", Severity::warning, "what is said now looks doubtful"},
    {ChangeKind::cue_changed, "", Severity::note, "what is said is told more plainly"},
    {ChangeKind::hedge_changed, "stronger", Severity::warning, "what may be so is now said to be so"},
    {ChangeKind::hedge_changed, "", Severity::note, "what was said to be so now may be so"},
    {ChangeKind::relay_changed, "dropped", Severity::warning, "readers can no longer tell through whom it came"},
    {ChangeKind::relay_changed, "", Severity::note, "readers learn through whom it came"},
    {ChangeKind::reason_dropped, "", Severity::warning, "readers no longer learn why there is no name"},
    {ChangeKind::claim_dropped, "", Severity::warning, "what a source of this article said is gone"},
    {ChangeKind::headline_changed, "apart", Severity::warning, "the headline no longer says what the body says"},
    {ChangeKind::headline_changed, "number", Severity::warning, "a number in the headline is another"},
    {ChangeKind::headline_changed, "negation", Severity::warning, "the headline now says the reverse, or may"},
    {ChangeKind::headline_changed, "stronger", Severity::warning, "the headline is surer than it was"},
    {ChangeKind::headline_changed, "", Severity::note, "the headline has other words"},
    {ChangeKind::headline_stale, "gone", Severity::warning, "the body no longer has what the headline says"},
    {ChangeKind::headline_stale, "number", Severity::warning, "the body no longer has the headline's number"},
    {ChangeKind::headline_stale, "negation", Severity::warning,
     "the body now says the reverse of the headline, or may"},
    {ChangeKind::headline_stale, "stronger", Severity::warning, "the headline is surer than the body now is"},
    {ChangeKind::headline_stale, "", Severity::note, "the body is surer now than the headline"},
    {ChangeKind::accused_heard, "", Severity::note, "whoever read the older version did not get their side"},
    {ChangeKind::source_named, "", Severity::note, "readers now learn who says it"},
    {ChangeKind::source_gained, "", Severity::note, "readers now learn who says it"},
    {ChangeKind::reason_added, "", Severity::note, "readers now learn why there is no name"},
}};

void judge(Change& change) {
  change.why = "it rests on more than it did";  // claim-added
  for (const Gravity& row : kGravities) {
    if (row.kind != change.kind || (!row.trait.empty() && !change.has(row.trait))) continue;
    change.severity = row.severity;
    change.why = row.why;
    return;
  }
}

/// Where a change stands in the newer text; of what is gone, behind what stood before it.
class Order {
 public:
  explicit Order(const VersionPair& comparison) : c_(comparison), behind_(comparison.older.text.words.size(), 0) {
    std::uint32_t last = 0;
    for (std::size_t w = 0; w < behind_.size(); ++w) {
      const std::uint32_t other = c_.older.other[w];
      if (other != kNoWord) last = c_.newer.text.words[other].span.second;
      behind_[w] = last;
    }
  }
  [[nodiscard]] std::uint32_t of(const Change& change) const {
    if (change.kind == ChangeKind::headline_changed || change.kind == ChangeKind::headline_stale) return 0;
    if (!change.new_span.empty()) return change.new_span.front().first + 1;
    const auto words = c_.older.text.words_in(change.old_span);
    return words.empty() ? 1 : behind_[words.front()] + 1;
  }

 private:
  const VersionPair& c_;
  std::vector<std::uint32_t> behind_;  // by older word
};

void sort_changes(const VersionPair& comparison, std::vector<Change>& changes) {
  const Order order(comparison);
  std::vector<std::pair<std::uint32_t, std::size_t>> places;
  places.reserve(changes.size());
  for (std::size_t i = 0; i < changes.size(); ++i) places.emplace_back(order.of(changes[i]), i);
  std::stable_sort(places.begin(), places.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Change> sorted;
  sorted.reserve(changes.size());
  for (const auto& [place, at] : places) sorted.push_back(std::move(changes[at]));
  changes = std::move(sorted);
}

ComparedVersion named(const Report& report) {
  return {.id = report.id,
          .path = report.path,
          .title = report.title,
          .outlet = report.outlet,
          .published = report.published,
          .url = report.url,
          .sha256 = report.sha256};
}

/// The notes of corrections in a report, as they stand.
std::vector<std::string> corrections_in(const Report& report, const PageWords& page) {
  const TextIndex index(report.text);
  std::vector<std::string> notes;
  for (const ReportBlock& block : report.blocks) {
    if (block.kind == "headline" || block.kind == "boilerplate" || block.kind == "comments") continue;
    std::string_view words = trim(index.slice(block.span));
    while (!words.empty() && std::string_view("*([{_").find(words.front()) != std::string_view::npos)
      words = trim(words.substr(1));
    const std::string lowered = lower(words);
    // A paragraph of the story may begin with such a word, and does not go on with a colon or a date.
    const std::size_t opening = page[PageRole::correction_opening].opens(lowered);
    const bool marked = opening != 0 && (lowered[opening - 1] == ':' || block.kind == "note" ||
                                         (opening < lowered.size() && lowered[opening] == ':') ||
                                         page[PageRole::correction_within].within(lowered));
    const bool note = block.kind == "note" && page[PageRole::correction_within].within(lowered);
    const bool earlier = page[PageRole::correction_within].opens(lowered) != 0 ||
                         (lowered.size() > 3 && page[PageRole::correction_within].find(lowered).at <= 4);
    if (marked || note || earlier) notes.emplace_back(words);
  }
  return notes;
}

}  // namespace

VersionChanges compare(const Report& older, const Report& newer, const LanguageWords& language, const PageWords& page) {
  VersionPair comparison = read_versions(older, newer, language);
  find_attributed(comparison);
  find_accused(comparison);
  find_sources(comparison);
  find_reasons(comparison);
  find_quotations(comparison);
  find_paraphrases(comparison);
  find_hedges(comparison);
  find_headline(comparison);
  sort_changes(comparison, comparison.changes);
  for (Change& change : comparison.changes) judge(change);
  VersionChanges out{.older = named(older), .newer = named(newer), .changes = std::move(comparison.changes)};
  const std::vector<std::string> before = corrections_in(older, page);
  for (const std::string& note : corrections_in(newer, page)) {
    const auto words = folded_words(note, language);
    const bool there = std::any_of(before.begin(), before.end(),
                                   [&](const std::string& one) { return folded_words(one, language) == words; });
    if (there || out.correction_noted) continue;
    out.correction_noted = true;
    out.correction = note;
  }
  const std::vector<std::uint32_t> all = all_of({0, static_cast<std::uint32_t>(comparison.older.text.words.size())});
  out.kept = all.empty() ? 1 : static_cast<double>(comparison.older.kept(all)) / static_cast<double>(all.size());
  out.older_text = older.text;
  out.newer_text = newer.text;
  out.passages = side_by_side(comparison);
  return out;
}

}  // namespace hearsay
