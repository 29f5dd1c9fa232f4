// Entry: read_versions. Attributions find each other by the words of their content, then by cue; sources by their
// names. What a reading alone says differently, where the words are the same, is no change: every finder asks for the
// words that were touched.
#include "compare/versions.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/plain_letters.h"

namespace hearsay {
namespace {

constexpr double kLeastLikeness = 0.25;  // of two attributions, to be one
constexpr double kCueCounts = 0.3;       // as much as so much of the content

/// The places of reports' sources by id, whatever ids they have.
std::map<std::string_view, std::uint32_t> places_of(const std::vector<ReportSource>& sources) {
  std::map<std::string_view, std::uint32_t> places;
  for (std::uint32_t i = 0; i < sources.size(); ++i) places.emplace(sources[i].id, i);
  return places;
}

/// "Teller Marine": written as a name is, whatever it was taken for.
bool looks_like_a_name(std::string_view words, const LanguageWords& language) {
  Report line;
  line.text = words;
  line.blocks.push_back({.span = {0, TextIndex(line.text).size()}, .kind = "paragraph"});
  const VersionText text = read_version(line, language);
  return text.words.size() > 1 && std::all_of(text.words.begin(), text.words.end(),
                                              [](const VersionWord& word) { return word.capital && word.row == 0; });
}

SourceNaming naming_of(const ReportSource& source, const LanguageWords& language) {
  if (source.kind == "named-person" || source.kind == "named-organisation" || source.kind == "media")
    return SourceNaming::named;
  if (source.kind == "document") return SourceNaming::thing;
  if (source.kind == "unnamed-person" || source.kind == "unnamed-group" || source.kind == "collective")
    return looks_like_a_name(source.name, language) ? SourceNaming::named : SourceNaming::unnamed;
  return SourceNaming::none;
}

void read_sources(Version& version, const LanguageWords& language) {
  for (const ReportSource& source : version.report->sources) {
    VersionSource one{.naming = naming_of(source, language), .names = {folded_words(source.name, language)}};
    for (const std::string& alias : source.aliases) {
      if (const auto words = folded_words(alias, language); !words.empty()) one.names.push_back(words);
    }
    version.sources.push_back(std::move(one));
  }
}

void read_said(Version& version) {
  const auto places = places_of(version.report->sources);
  for (const ReportAttribution& attribution : version.report->attributions) {
    const auto speaker = places.find(attribution.source);
    if (!attribution.statement) continue;
    Said said{.attribution = &attribution};
    said.content = version.text.words_in(attribution.content);
    if (said.content.empty()) continue;
    said.source = version.text.words_in(attribution.source_span);
    said.cue = version.text.words_in(attribution.cue);
    if (speaker != places.end()) said.speaker = speaker->second;
    said.inner = !attribution.within.empty();
    if (said.speaker != kNobody) ++version.sources[said.speaker].said;
    version.said.push_back(std::move(said));
  }
}

/// The share of its content's words that the other version has; of words that say something, where there are any.
double kept_of(const Said& said, const Version& version, const LanguageWords& language) {
  std::size_t all = 0, kept = 0;
  for (const bool weighty : {true, false}) {
    if (all != 0) break;
    for (const std::uint32_t word : said.content) {
      if (weighty && language.closed.has(version.text.words[word].row, Role::says_little)) continue;
      ++all;
      kept += version.is_here(word) ? 1U : 0U;
    }
  }
  return all == 0 ? 0 : static_cast<double>(kept) / static_cast<double>(all);
}

constexpr std::size_t kMostCovering = 4;  // attributions of one word that count

/// By word of a version, the attributions that `words` give it to.
std::vector<std::vector<std::uint32_t>> covering(const Version& version, std::vector<std::uint32_t> Said::*words) {
  std::vector<std::vector<std::uint32_t>> by_word(version.text.words.size());
  for (std::uint32_t s = 0; s < version.said.size(); ++s) {
    for (const std::uint32_t word : version.said[s].*words) {
      if (by_word[word].size() < kMostCovering) by_word[word].push_back(s);
    }
  }
  return by_word;
}

void pair_said(Version& older, Version& newer) {
  const auto content_at = covering(newer, &Said::content);
  const auto cue_at = covering(newer, &Said::cue);
  struct Edge {
    double score;
    std::uint32_t older, newer;
  };
  std::vector<Edge> edges;
  std::map<std::uint32_t, std::pair<std::uint32_t, bool>> met;  // newer attribution: words of its content, its cue
  for (std::uint32_t s = 0; s < older.said.size(); ++s) {
    const Said& said = older.said[s];
    met.clear();
    for (const std::uint32_t word : said.content) {
      if (!older.is_here(word)) continue;
      for (const std::uint32_t other : content_at[older.other[word]]) ++met[other].first;
    }
    for (const std::uint32_t word : said.cue) {
      if (!older.is_here(word)) continue;
      for (const std::uint32_t other : cue_at[older.other[word]]) met[other].second = true;
    }
    for (const auto& [other, common] : met) {
      const double all = static_cast<double>(said.content.size() + newer.said[other].content.size());
      double score = 2.0 * common.first / all + (common.second ? kCueCounts : 0);
      if (said.inner != newer.said[other].inner) score *= 0.8;
      if (score >= kLeastLikeness) edges.push_back({score, s, other});
    }
  }
  std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
    return std::tuple(-a.score, a.older, a.newer) < std::tuple(-b.score, b.older, b.newer);
  });
  for (const Edge& edge : edges) {
    Said& a = older.said[edge.older];
    Said& b = newer.said[edge.newer];
    if (a.partner != kNobody || b.partner != kNobody) continue;
    a.partner = edge.newer;
    b.partner = edge.older;
  }
}

/// The name by which a source of the other version is the same: a whole name, or a last word of four letters and more
/// that only one of them has.
void pair_sources(Version& older, Version& newer) {
  using FoldedName = std::vector<std::uint64_t>;
  std::map<FoldedName, std::uint32_t> by_name;
  std::map<std::uint64_t, std::uint32_t> by_last;
  constexpr std::uint32_t kSeveral = kNobody - 1;
  for (std::uint32_t s = 0; s < newer.sources.size(); ++s) {
    const VersionSource& source = newer.sources[s];
    if (source.naming == SourceNaming::none) continue;
    for (const FoldedName& name : source.names) {
      if (!name.empty()) by_name.emplace(name, s);
    }
    if (source.naming != SourceNaming::named || source.names.front().empty()) continue;
    const auto [at, fresh] = by_last.emplace(source.names.front().back(), s);
    if (!fresh && at->second != s) at->second = kSeveral;
  }
  const auto pair = [&](std::uint32_t a, std::uint32_t b) {
    if (newer.sources[b].same != kNobody || newer.sources[b].naming != older.sources[a].naming) return;
    older.sources[a].same = b;
    newer.sources[b].same = a;
  };
  for (int round = 0; round < 3; ++round) {  // whole names, then any names, then last words
    for (std::uint32_t s = 0; s < older.sources.size(); ++s) {
      const VersionSource& source = older.sources[s];
      if (source.same != kNobody || source.naming == SourceNaming::none) continue;
      if (round == 2) {
        if (source.naming != SourceNaming::named || source.names.front().empty()) continue;
        const auto at = by_last.find(source.names.front().back());
        if (at != by_last.end() && at->second != kSeveral) pair(s, at->second);
        continue;
      }
      for (std::size_t n = 0; n < (round == 0 ? 1 : source.names.size()) && source.same == kNobody; ++n) {
        const auto at = by_name.find(source.names[n]);
        if (at != by_name.end()) pair(s, at->second);
      }
    }
  }
  // Where one said the same words before and after, under nearly the same name or without one, it is one.
  for (const Said& said : older.said) {
    if (said.partner == kNobody || said.speaker == kNobody) continue;
    const std::uint32_t other = newer.said[said.partner].speaker;
    if (other == kNobody || older.sources[said.speaker].same != kNobody) continue;
    if (older.sources[said.speaker].naming != newer.sources[other].naming) continue;
    if (older.sources[said.speaker].naming != SourceNaming::named ||
        nearly_same_name(older.name(said.speaker), newer.name(other)))
      pair(said.speaker, other);
  }
}

}  // namespace

std::size_t Version::kept(const std::vector<std::uint32_t>& words) const {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [&](std::uint32_t word) { return is_here(word); }));
}

VersionPair read_versions(const Report& older, const Report& newer, const LanguageWords& language) {
  VersionPair out{.language = &language, .older = {.report = &older}, .newer = {.report = &newer}};
  for (Version* version : {&out.older, &out.newer}) {
    version->index.emplace(version->report->text);
    version->text = read_version(*version->report, language);
    read_sources(*version, language);
    read_said(*version);
  }
  VersionAlignment alignment = align(out.older.text, out.newer.text);
  out.older.other = std::move(alignment.newer_of);
  out.newer.other = std::move(alignment.older_of);
  out.older.other_unit = std::move(alignment.newer_unit_of);
  out.newer.other_unit = std::move(alignment.older_unit_of);
  for (Version* version : {&out.older, &out.newer}) {
    for (Said& said : version->said) said.kept = kept_of(said, *version, language);
  }
  pair_said(out.older, out.newer);
  pair_sources(out.older, out.newer);
  out.older_source_told.assign(out.older.sources.size(), false);
  out.newer_source_told.assign(out.newer.sources.size(), false);
  out.older_unit_told.assign(out.older.text.units.size(), false);
  out.newer_unit_told.assign(out.newer.text.units.size(), false);
  out.older_said_gone.assign(out.older.said.size(), false);
  out.newer_said_new.assign(out.newer.said.size(), false);
  return out;
}

namespace {

/// The spans of words, those that follow each other joined.
CodeSpans spans_of_words(const Version& version, const std::vector<std::uint32_t>& words) {
  CodeSpans spans;
  std::uint32_t last = kNoWord;
  for (const std::uint32_t word : words) {
    const CodeSpan span = version.text.words[word].span;
    if (last != kNoWord && word == last + 1 && version.text.words[word].unit == version.text.words[last].unit) {
      spans.back().second = span.second;
    } else {
      spans.push_back(span);
    }
    last = word;
  }
  return spans;
}

std::string words_at(const Version& version, const CodeSpans& spans) {
  std::string words;
  for (const CodeSpan& span : spans) {
    if (!words.empty()) words += ' ';
    words += version.index->slice(span);
  }
  return words;
}

}  // namespace

Change& add_change(VersionPair& comparison, ChangeKind kind, const Places& places, std::string_view source) {
  Change& change = comparison.changes.emplace_back();
  change.kind = kind;
  change.old_span = spans_of_words(comparison.older, places.older);
  change.new_span = spans_of_words(comparison.newer, places.newer);
  change.was = words_at(comparison.older, change.old_span);
  change.is = words_at(comparison.newer, change.new_span);
  change.source = source;
  return change;
}

std::vector<std::uint32_t> all_of(WordRange range) {
  std::vector<std::uint32_t> words;
  for (std::uint32_t w = range.first; w < range.end; ++w) words.push_back(w);
  return words;
}

std::vector<std::uint32_t> units_of(const Version& version, const std::vector<std::uint32_t>& words) {
  std::vector<std::uint32_t> units;
  units.reserve(words.size());
  for (const std::uint32_t word : words) units.push_back(version.text.words[word].unit);
  std::sort(units.begin(), units.end());
  units.erase(std::unique(units.begin(), units.end()), units.end());
  return units;
}

bool nearly_same_name(std::string_view a, std::string_view b) {
  const std::string one = plain_letters(a.substr(0, 64));
  const std::string two = plain_letters(b.substr(0, 64));
  // Letters that must be changed, by the rows of a table.
  std::vector<std::size_t> row(two.size() + 1);
  for (std::size_t k = 0; k <= two.size(); ++k) row[k] = k;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t k = 1; k <= two.size(); ++k) {
      const std::size_t above = row[k];
      row[k] = std::min({above + 1, row[k - 1] + 1, corner + (one[i - 1] == two[k - 1] ? 0U : 1U)});
      corner = above;
    }
  }
  return row[two.size()] <= std::max<std::size_t>(1, std::min(one.size(), two.size()) / 5);
}

}  // namespace hearsay
