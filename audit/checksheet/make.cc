// make_checksheet: items are found kind by kind and put in order; what stands at an item's place, its sentence, its
// speaker, the draft's notes and links there, becomes its row. Ids come last, for they count equal rows.
#include "checksheet/make.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "checksheet/identity.h"
#include "checksheet/items.h"
#include "checksheet/required.h"
#include "document/evidence_name.h"
#include "report/place.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostWordBytes = 2'000;  // of an item or a sentence that a row shows
constexpr std::size_t kMostElsewhere = 3;      // other figures of one thing that a note names
constexpr std::size_t kMostDocumentedBytes = 1'000;

/// On one line, cut at a character.
std::string row_words(std::string_view words) {
  std::string out;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\v';
    if (space && (out.empty() || out.back() == ' ')) continue;
    if (out.size() >= kMostWordBytes && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      out += "…";
      break;
    }
    out += space ? ' ' : c;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

class SheetMaker {
 public:
  explicit SheetMaker(const CheckSheetInput& input)
      : input_(input),
        words_(input, input.program.lexicons),
        index_(input.document.text),
        places_(input.document, index_),
        verified_(input.verified),
        speakers_(speakers_of(input)) {}

  CheckSheet make() {
    CheckSheet sheet{.title = input_.report.title.empty() ? input_.report.id : input_.report.title, .items = {}};
    FoundItems items;
    if (input_.tags.size() == input_.text.tokens.size()) {
      find_said(input_, items);
      find_names(input_, items);
      find_values(input_, words_, items);
      find_accusations(input_, items);
    }
    std::stable_sort(items.begin(), items.end(), [](const FoundItem& a, const FoundItem& b) {
      if (a.range.begin != b.range.begin) return a.range.begin < b.range.begin;
      if (a.range.end != b.range.end) return a.range.end > b.range.end;
      return a.kind < b.kind;
    });
    // One place is one item of a kind: two rules may find the same words.
    std::set<std::tuple<CheckItemKind, std::uint32_t, std::uint32_t>> seen;
    std::erase_if(items, [&](const FoundItem& item) {
      return item.range.empty() || item.range.end > input_.text.tokens.size() ||
             !seen.emplace(item.kind, item.range.begin, item.range.end).second;
    });
    if (items.size() > kMostCheckItems) items.resize(kMostCheckItems);
    gather_documented();
    for (const FoundItem& item : items) sheet.items.push_back(row(item));
    note_verified(items, sheet.items);
    note_contradictions(items, sheet.items);
    note_other_figures(items, sheet.items);
    set_ids(sheet.items);
    return sheet;
  }

 private:
  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t token) const {
    return token < input_.text.sentence_of.size() ? input_.text.sentence_of[token] : kNone;
  }

  /// The sentences that hold the range, as they stand.
  [[nodiscard]] std::string sentence_words(TokenRange range) const {
    const std::uint32_t first = sentence_of(range.begin), last = sentence_of(range.end - 1);
    if (first >= input_.text.sentences.size() || last >= input_.text.sentences.size()) return {};
    const TokenRange whole{input_.text.sentences[first].tokens.begin, input_.text.sentences[last].tokens.end};
    return row_words(text_of(input_.document, input_.text, whole));
  }

  [[nodiscard]] std::string item_words(const FoundItem& item) const {
    if (!item.words.empty()) return row_words(item.words);
    if (item.kind == CheckItemKind::paraphrase && item.attribution < input_.attributions.size()) {
      std::string out;
      for (const TokenRange& part : input_.attributions[item.attribution].content) {
        if (part.empty() || part.end > input_.text.tokens.size()) continue;
        if (!out.empty()) out += " … ";
        out += text_of(input_.document, input_.text, part);
      }
      return row_words(out);
    }
    return row_words(text_of(input_.document, input_.text, item.range));
  }

  [[nodiscard]] const ReportAttribution* attribution_of(const FoundItem& item) const {
    const std::uint32_t a = item.attribution != kNone             ? item.attribution
                            : item.range.begin < speakers_.size() ? speakers_[item.range.begin]
                                                                  : kNone;
    return a < input_.report.attributions.size() ? &input_.report.attributions[a] : nullptr;
  }

  CheckItem row(const FoundItem& item) const {
    CheckItem out;
    out.kind = item.kind;
    out.item = item_words(item);
    out.sentence = sentence_words(item.range);
    const OriginalPlace place = places_.find(input_.text.tokens[item.range.begin].begin);
    out.line = place.line != 0 ? place.line : place.paragraph;
    const ReportAttribution* attribution = attribution_of(item);
    if (attribution != nullptr) {
      const auto source = std::find_if(input_.report.sources.begin(), input_.report.sources.end(),
                                       [&](const ReportSource& one) { return one.id == attribution->source; });
      if (source != input_.report.sources.end()) out.source = row_words(source->name);
      out.chain = row_words(chain_words(*attribution));
    }
    out.documented = documented(item);
    out.required = required_for(item.kind, input_.report, attribution);
    return out;
  }

  /// Notes and links of the draft, by the sentence they hang on.
  void gather_documented() {
    const auto token_at = [&](std::uint32_t byte) {
      const auto at = std::upper_bound(input_.text.tokens.begin(), input_.text.tokens.end(), byte,
                                       [](std::uint32_t wanted, const Token& token) { return wanted < token.end; });
      return static_cast<std::uint32_t>(at - input_.text.tokens.begin());
    };
    for (const Annotation& note : input_.document.annotations) {
      if (note.evidence == Annotation::Evidence::none) continue;
      std::string words = std::string(evidence_name(note.evidence)) + ": " + note.text;
      for (const std::string& link : note.links) {
        if (words.find(link) == std::string::npos) words += ' ' + link;
      }
      std::uint32_t first = note.span.begin;
      // A mark without words stands behind what it is about.
      if (note.span.empty() && first > 0) --first;
      const std::uint32_t from = sentence_of(token_at(first));
      const std::uint32_t to = note.span.empty() ? from : sentence_of(token_at(note.span.end - 1));
      for (std::uint32_t s = from; s != kNone && s <= (to == kNone ? from : to); ++s) documented_[s].push_back(words);
    }
    for (const Link& link : input_.document.links) {
      const std::uint32_t s = sentence_of(token_at(link.span.begin));
      if (s != kNone && !link.href.empty() && !link.href.starts_with('#'))
        documented_[s].push_back("link: " + link.href);
    }
  }

  [[nodiscard]] std::string documented(const FoundItem& item) const {
    std::string out;
    const auto add = [&](const std::string& words) {
      if (words.empty() || out.size() + words.size() > kMostDocumentedBytes) return;
      out += (out.empty() ? "" : "; ") + row_words(words);
    };
    for (const VerifiedWords* one : verified_of(item)) add(one->documented);
    const std::uint32_t last = sentence_of(item.range.end - 1);
    for (std::uint32_t s = sentence_of(item.range.begin); s != kNone && s <= last; ++s) {
      const auto known = documented_.find(s);
      if (known == documented_.end()) continue;
      for (const std::string& words : known->second) add(words);
    }
    return out;
  }

  static void add_note(CheckItem& item, std::string_view words) {
    if (!item.note.empty()) item.note += '\n';
    item.note += kMachineNote;
    item.note += row_words(words);
  }

  /// What originals say of an item that is somebody's words.
  [[nodiscard]] std::vector<const VerifiedWords*> verified_of(const FoundItem& item) const {
    const bool quoted = item.kind == CheckItemKind::quotation;
    return quoted || item.kind == CheckItemKind::paraphrase ? verified_.at(place_of(item), quoted)
                                                            : std::vector<const VerifiedWords*>();
  }

  void note_verified(const FoundItems& found, std::vector<CheckItem>& items) const {
    for (std::size_t i = 0; i < found.size(); ++i) {
      for (const VerifiedWords* one : verified_of(found[i])) {
        if (!one->note.empty()) add_note(items[i], one->note);
      }
    }
  }

  /// Code points.
  [[nodiscard]] CodeSpan place_of(const FoundItem& item) const {
    const Span bytes = span_of(input_.text, item.range);
    return {index_.code_point(bytes.begin), index_.code_point(bytes.end)};
  }

  /// What the findings say of two places, at both.
  void note_contradictions(const FoundItems& found, std::vector<CheckItem>& items) const {
    for (const auto* all : {&input_.report.findings, &input_.report.perhaps}) {
      for (const ReportFinding& finding : *all) {
        if (finding.kind != "contradiction") continue;
        for (std::size_t i = 0; i < found.size(); ++i) {
          const bool meets =
              std::any_of(finding.span.begin(), finding.span.end(), [place = place_of(found[i])](const CodeSpan& span) {
                return span.first < place.second && place.first < span.second;
              });
          if (meets && concerns(finding.check, found[i].kind)) add_note(items[i], finding.message);
        }
      }
    }
  }

  /// A weekday is no matter of the name beside it.
  static bool concerns(std::string_view check, CheckItemKind kind) {
    if (check == "two-spellings" || check == "two-ranks") return kind == CheckItemKind::name;
    if (check == "two-ages") return kind == CheckItemKind::name || kind == CheckItemKind::date;
    if (check == "wrong-weekday") return kind == CheckItemKind::date;
    if (check == "wrong-share" || check == "wrong-sum") return kind == CheckItemKind::number;
    return kind == CheckItemKind::quotation;
  }

  /// "12 divers" here and "14 divers" there may be two groups or one mistake: whoever checks should see both.
  void note_other_figures(const FoundItems& found, std::vector<CheckItem>& items) const {
    std::map<std::string, std::vector<std::size_t>> by_unit;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (found[i].kind == CheckItemKind::number && !found[i].unit.empty() && counts_things(found[i]))
        by_unit[found[i].unit].push_back(i);
    }
    for (const auto& [unit, rows] : by_unit) {
      if (rows.size() > 2 * kMostElsewhere) continue;
      for (const std::size_t i : rows) {
        std::string others;
        std::size_t count = 0;
        for (const std::size_t other : rows) {
          if (found[other].value == found[i].value || count++ >= kMostElsewhere) continue;
          others += fmt::format("{}“{}”{}", others.empty() ? "" : ", ", items[other].item,
                                items[other].line == 0 ? "" : fmt::format(" (line {})", items[other].line));
        }
        if (!others.empty()) add_note(items[i], "elsewhere " + others);
      }
    }
  }

  [[nodiscard]] bool counts_things(const FoundItem& item) const {
    const std::uint32_t noun = item.range.end - 1;
    return !words_.in(noun, words_.lexicon("time-noun")) && !words_.in(noun, words_.lexicon("checkable-unit")) &&
           !words_.in(noun, words_.lexicon("time"));
  }

  const CheckSheetInput& input_;
  ValueWords words_;
  TextIndex index_;
  PlaceIndex places_;
  VerifiedPlaces verified_;
  std::vector<std::uint32_t> speakers_;
  std::map<std::uint32_t, std::vector<std::string>> documented_;  // by sentence
};

}  // namespace

CheckSheet make_checksheet(const CheckSheetInput& input) {
  return SheetMaker(input).make();
}

}  // namespace hearsay
