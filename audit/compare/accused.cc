// Entries: find_accused, find_reasons. Whoever stands by name in a sentence that accuses, and says nothing in the older
// version, is accused and not heard; words of theirs in the newer one, or a line that tells they were asked, are the
// answer.
#include <algorithm>
#include <map>
#include <set>

#include "compare/versions.h"

namespace hearsay {
namespace {

/// Words with a capital within the sentence, in sentences that accuse and those beside them.
std::set<std::uint64_t> accused_names(const VersionPair& c) {
  std::set<std::uint64_t> names;
  const VersionText& text = c.older.text;
  for (std::uint32_t u = 0; u < text.units.size(); ++u) {
    const WordRange range = text.units[u].words;
    bool accuses = false;
    for (std::uint32_t w = range.first; w < range.end && !accuses; ++w) accuses = c.is(text.words[w], Role::accusing);
    if (!accuses) continue;
    for (std::uint32_t w = range.first; w < range.end; ++w) {
      const VersionWord& word = text.words[w];
      if (word.capital && word.row == 0) names.insert(word.key);
    }
  }
  return names;
}

/// The last words of the names of those who speak in the older version: they were heard.
std::set<std::uint64_t> heard_names(const VersionPair& c) {
  std::set<std::uint64_t> names;
  for (const VersionSource& source : c.older.sources) {
    if (source.said == 0 || source.naming == SourceNaming::none) continue;
    for (const auto& name : source.names) {
      if (!name.empty()) names.insert(name.back());
    }
  }
  return names;
}

constexpr std::uint32_t kNearby = 5;  // words between a name and what tells that they were asked

class Accused {
 public:
  explicit Accused(VersionPair& comparison)
      : c_(comparison), accused_(accused_names(comparison)), heard_(heard_names(comparison)) {}

  void run() {
    if (accused_.empty()) return;
    answers();
    declined();
    for (const Said& said : c_.newer.said) {  // whoever declines is no source that was added besides
      if (said.speaker != kNobody && told_units_.contains(c_.newer.text.words[said.content.front()].unit))
        c_.newer_source_told[said.speaker] = true;
    }
  }

 private:
  /// The accused word of a name, or 0.
  [[nodiscard]] std::uint64_t unheard(const VersionSource& source) const {
    if (source.naming != SourceNaming::named) return 0;
    for (const auto& name : source.names) {
      if (!name.empty() && accused_.contains(name.back()) && !heard_.contains(name.back())) return name.back();
    }
    return 0;
  }

  /// New attributions whose source was accused.
  void answers() {
    for (std::uint32_t s = 0; s < c_.newer.said.size(); ++s) {
      const Said& said = c_.newer.said[s];
      if (!c_.newer_said_new[s] || said.speaker == kNobody || said.inner) continue;
      const std::uint64_t name = unheard(c_.newer.sources[said.speaker]);
      if (name == 0) continue;
      c_.newer_source_told[said.speaker] = true;
      if (!told_.insert(name).second) continue;
      std::vector<std::uint32_t> words = said.source;
      words.insert(words.end(), said.cue.begin(), said.cue.end());
      words.insert(words.end(), said.content.begin(), said.content.end());
      std::sort(words.begin(), words.end());
      words.erase(std::unique(words.begin(), words.end()), words.end());
      Change& change = add_change(c_, ChangeKind::accused_heard, {{}, words}, c_.newer.name(said.speaker));
      change.traits.push_back(is_refusal(said) ? "declined" : "answered");
    }
  }

  [[nodiscard]] static bool is_refusal(const Said& said) { return said.attribution->stance == "refuse"; }

  /// New sentences that tell of an answer and name one of them.
  void declined() {
    const VersionText& text = c_.newer.text;
    for (std::uint32_t u = 0; u < text.units.size(); ++u) {
      const WordRange range = text.units[u].words;
      std::uint32_t answer = kNoWord;  // the last word that tells of one
      std::uint64_t name = 0;
      std::uint32_t at = kNoWord;
      bool answers = false;
      for (std::uint32_t w = range.first; w < range.end && !answers; ++w) {
        const VersionWord& word = text.words[w];
        if (word.capital && accused_.contains(word.key) && !heard_.contains(word.key)) {
          name = word.key;
          at = w;
        }
        if (!c_.newer.is_here(w)) {
          if (c_.is(word, Role::answers_accusation)) answer = w;
        }
        // "Teller Marine did not respond", "calls to Teller Marine": the name stands by it.
        answers = at != kNoWord && answer != kNoWord && (at > answer ? at - answer : answer - at) <= kNearby;
      }
      const std::size_t fresh = range.size() - c_.newer.kept(all_of(range));
      if (!answers || fresh < 2 || !told_.insert(name).second) continue;
      told_units_.insert(u);
      Change& change =
          add_change(c_, ChangeKind::accused_heard, {{}, all_of(range)}, c_.newer.index->slice(text.words[at].span));
      change.traits.push_back("declined");
    }
  }

  VersionPair& c_;
  std::set<std::uint64_t> accused_, heard_;
  std::set<std::uint64_t> told_;
  std::set<std::uint32_t> told_units_;
};

using FoldedReason = std::vector<std::uint64_t>;

/// Where the words of a key stand one behind the other; the first place. `places` are those of its first word.
class Phrases {
 public:
  explicit Phrases(const VersionText& text) : text_(text) {
    for (std::uint32_t w = 0; w < text.words.size(); ++w) {
      if (auto& at = places_[text.words[w].key]; at.size() < kMost) at.push_back(w);
    }
  }
  [[nodiscard]] std::vector<std::uint32_t> find(const FoldedReason& key) const {
    if (key.empty()) return {};
    const auto at = places_.find(key.front());
    if (at == places_.end()) return {};
    for (const std::uint32_t w : at->second) {
      std::size_t k = 0;
      while (k < key.size() && w + k < text_.words.size() && text_.words[w + k].key == key[k]) ++k;
      if (k == key.size()) return all_of({w, w + static_cast<std::uint32_t>(key.size())});
    }
    return {};
  }

 private:
  static constexpr std::size_t kMost = 1000;  // places of one word that are looked at
  const VersionText& text_;
  std::map<std::uint64_t, std::vector<std::uint32_t>> places_;
};

/// Attributions of one version by reason; each reason once.
std::map<FoldedReason, std::uint32_t> reasons_of(const Version& version, const LanguageWords& language) {
  std::map<FoldedReason, std::uint32_t> reasons;
  for (std::uint32_t s = 0; s < version.said.size(); ++s) {
    const std::string& reason = version.said[s].attribution->reason;
    if (!reason.empty()) reasons.emplace(folded_words(reason, language), s);
  }
  return reasons;
}

}  // namespace

void find_accused(VersionPair& comparison) {
  Accused(comparison).run();
}

void find_reasons(VersionPair& comparison) {
  const Phrases older(comparison.older.text), newer(comparison.newer.text);
  const auto before = reasons_of(comparison.older, *comparison.language);
  const auto after = reasons_of(comparison.newer, *comparison.language);
  const auto is_whole_source = [](const Version& here, const Said& said, const std::vector<bool>& apart,
                                  std::uint32_t s) {
    return apart[s] ||
           (said.speaker != kNobody && here.sources[said.speaker].same == kNobody && said.partner == kNobody);
  };
  // A reason that was put in other words is neither dropped nor added: the source has one before and after.
  const auto has_other = [](const Version& there, const Said& said) {
    return said.partner != kNobody && !there.said[said.partner].attribution->reason.empty();
  };
  for (const auto& [key, s] : before) {
    const Said& said = comparison.older.said[s];
    if (!newer.find(key).empty() || has_other(comparison.newer, said)) continue;
    if (is_whole_source(comparison.older, said, comparison.older_said_gone, s)) continue;
    if (said.speaker != kNobody && comparison.older_source_told[said.speaker]) continue;  // has a name now
    add_change(comparison, ChangeKind::reason_dropped, {older.find(key), {}}, comparison.older.name(said.speaker));
  }
  for (const auto& [key, s] : after) {
    const Said& said = comparison.newer.said[s];
    if (!older.find(key).empty() || has_other(comparison.older, said)) continue;
    if (is_whole_source(comparison.newer, said, comparison.newer_said_new, s)) continue;
    if (said.speaker != kNobody && comparison.newer_source_told[said.speaker]) continue;
    add_change(comparison, ChangeKind::reason_added, {{}, newer.find(key)}, comparison.newer.name(said.speaker));
  }
}

}  // namespace hearsay
