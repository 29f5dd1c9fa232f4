// Entry: side_by_side. A paragraph of the newer version stands beside the older one with which it shares most words.
#include "compare/side_by_side.h"

#include <algorithm>
#include <map>

namespace hearsay {
namespace {

/// Words of a paragraph that its row's other side has not, as spans.
CodeSpans changed_in(const Version& version, const VersionPassage& passage, const Version& other,
                     std::uint32_t beside) {
  CodeSpans spans;
  const WordRange words{version.text.units[passage.units.first].words.first,
                        version.text.units[passage.units.end - 1].words.end};
  std::uint32_t last = kNoWord;
  for (std::uint32_t w = words.first; w < words.end; ++w) {
    const std::uint32_t there = version.other[w];
    if (there != kNoWord && other.text.units[other.text.words[there].unit].passage == beside) continue;
    const CodeSpan span = version.text.words[w].span;
    if (last != kNoWord && last + 1 == w) {
      spans.back().second = span.second;
    } else {
      spans.push_back(span);
    }
    last = w;
  }
  return spans;
}

}  // namespace

std::vector<ComparedPassage> side_by_side(const VersionPair& comparison) {
  const Version& older = comparison.older;
  const Version& newer = comparison.newer;
  const std::size_t count = newer.text.passages.size();
  // Each newer paragraph's older one: the one with most words in common that no other has.
  std::vector<std::uint32_t> beside(count, kNoWord);
  std::vector<std::uint32_t> beside_older(older.text.passages.size(), kNoWord);
  std::map<std::uint32_t, std::uint32_t> shared;
  for (std::uint32_t p = 0; p < count; ++p) {
    shared.clear();
    const VersionPassage& passage = newer.text.passages[p];
    for (std::uint32_t u = passage.units.first; u < passage.units.end; ++u) {
      for (const std::uint32_t w : all_of(newer.text.units[u].words)) {
        if (newer.is_here(w)) ++shared[older.text.units[older.text.words[newer.other[w]].unit].passage];
      }
    }
    std::uint32_t most = 0;
    for (const auto& [place, words] : shared) {
      if (words <= most || beside_older[place] != kNoWord) continue;
      most = words;
      beside[p] = place;
    }
    if (beside[p] != kNoWord) beside_older[beside[p]] = p;
  }
  std::vector<ComparedPassage> rows;
  const auto gone_behind = [&](std::uint32_t place) {
    for (; place < older.text.passages.size() && beside_older[place] == kNoWord; ++place) {
      const VersionPassage& passage = older.text.passages[place];
      ComparedPassage row;
      row.older = passage.span;
      row.older_changed = changed_in(older, passage, newer, kNoWord);
      rows.push_back(std::move(row));
    }
  };
  gone_behind(0);
  std::uint32_t furthest = 0;
  bool any = false;
  for (std::uint32_t p = 0; p < count; ++p) {
    const VersionPassage& passage = newer.text.passages[p];
    ComparedPassage row;
    row.newer = passage.span;
    row.newer_changed = changed_in(newer, passage, older, beside[p]);
    if (beside[p] != kNoWord) {
      const VersionPassage& other = older.text.passages[beside[p]];
      row.older = other.span;
      row.older_changed = changed_in(older, other, newer, p);
      row.moved = any && beside[p] < furthest;
      furthest = any ? std::max(furthest, beside[p]) : beside[p];
      any = true;
    }
    rows.push_back(std::move(row));
    if (beside[p] != kNoWord) gone_behind(beside[p] + 1);
  }
  return rows;
}

}  // namespace hearsay
