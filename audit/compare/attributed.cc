// Entry: find_attributed. What both versions attribute is compared place by place; what one alone does is marked, for
// find_sources. A sentence that says the same of the same source, whatever it was read as, says nothing here: words of
// source or cue must have been touched.
#include <algorithm>
#include <map>
#include <set>

#include "base/plain_letters.h"
#include "compare/versions.h"

namespace hearsay {
namespace {

constexpr double kStays = 0.6;  // of a claim's words, for the claim to be there still
constexpr double kIsGone = 0.4;
constexpr std::uint32_t kMediumNearby = 6;  // words from a cue to the medium behind it
constexpr std::size_t kStem = 4;            // letters that tell a medium's name

bool small(const VersionPair& comparison, const VersionWord& word) {
  return comparison.is(word, Role::says_little) || comparison.is(word, Role::kind_auxiliary);
}

/// How strongly a cue presents what is said.
enum class CueForce : std::uint8_t { plain, doubting, other, affirming, conceding };

CueForce force_of(const VersionPair& comparison, const VersionWord& word) {
  // A word may be in several lists: the plainest reading counts.
  if (comparison.is(word, Role::cue_plain)) return CueForce::plain;
  if (comparison.is(word, Role::cue_doubting)) return CueForce::doubting;
  if (comparison.is(word, Role::cue_conceding)) return CueForce::conceding;
  if (comparison.is(word, Role::cue_affirming)) return CueForce::affirming;
  return CueForce::other;
}

bool is_negation(const VersionPair& comparison, const VersionWord& word) {
  return comparison.is(word, Role::kind_negation) || comparison.is(word, Role::negation_not) ||
         comparison.is(word, Role::fused_negation);
}

/// The words of a cue that tell its force and stand in this version alone.
struct CueWords {
  std::vector<std::uint32_t> words;
  CueForce force = CueForce::plain;
  bool negated = false;
};

CueWords cue_words(const VersionPair& comparison, const Version& version, const std::vector<std::uint32_t>& cue) {
  CueWords out;
  bool any = false, known = false;  // words that could be its verb; of these, some in a list
  for (const std::uint32_t word : cue) {
    const VersionWord& one = version.text.words[word];
    if (version.is_here(word)) continue;
    if (is_negation(comparison, one)) {
      out.negated = true;
    } else if (small(comparison, one)) {
      continue;
    } else {
      any = true;
      const CueForce force = force_of(comparison, one);
      known = known || force != CueForce::other;
      if (force != CueForce::other) out.force = std::max(out.force, force);
    }
    out.words.push_back(word);
  }
  if (any && !known) out.force = CueForce::other;  // beside a known one it is a medium, an adverb: "said in a tweet"
  return out;
}

/// "stronger", "doubting" or "plainer": where a cue went.
std::string direction_of(CueForce was, CueForce is) {
  if (is == CueForce::doubting) return "doubting";
  if (is == CueForce::plain) return was == CueForce::doubting ? "stronger" : "plainer";
  return is >= was ? "stronger" : "plainer";
}

/// Words of a sentence that stand in one version alone, outside quotations.
std::vector<std::uint32_t> only_here(const Version& version, std::uint32_t unit) {
  std::vector<std::uint32_t> words;
  for (const std::uint32_t word : all_of(version.text.units[unit].words)) {
    if (!version.is_here(word) && !version.text.words[word].quoted) words.push_back(word);
  }
  return words;
}

class Attributed {
 public:
  explicit Attributed(VersionPair& comparison) : c_(comparison), older_(comparison.older), newer_(comparison.newer) {}

  void run() {
    covered(older_, older_content_);
    covered(newer_, newer_content_);
    for (std::uint32_t s = 0; s < older_.said.size(); ++s) {
      if (older_.said[s].partner != kNobody) {
        both(s, older_.said[s].partner);
      } else {
        one(s, older_, newer_, newer_content_, ChangeKind::source_lost, c_.older_said_gone);
      }
    }
    for (std::uint32_t s = 0; s < newer_.said.size(); ++s) {
      if (newer_.said[s].partner == kNobody)
        one(s, newer_, older_, older_content_, ChangeKind::source_gained, c_.newer_said_new);
    }
  }

 private:
  static void covered(const Version& version, std::vector<bool>& words) {
    words.assign(version.text.words.size(), false);
    for (const Said& said : version.said) {
      if (said.speaker == kNobody && said.source.empty()) continue;
      for (const std::uint32_t word : said.content) words[word] = true;
    }
  }

  void both(std::uint32_t a, std::uint32_t b) {
    const Said& was = older_.said[a];
    const Said& is = newer_.said[b];
    const bool touched = older_.touched(was.source) || newer_.touched(is.source);
    if (touched) speakers(a, b);
    if (was.speaker != kNobody || is.speaker != kNobody) {
      cues(was, is);
      relays(was, is);
    }
  }

  /// Who speaks is not as it was, and words say so.
  void speakers(std::uint32_t a, std::uint32_t b) {
    const Said& was = older_.said[a];
    const Said& is = newer_.said[b];
    if (was.speaker == kNobody && is.speaker == kNobody) return;
    if (is.speaker == kNobody) {
      if (is.source.empty() && older_.gone(was.source) && !was.inner) lost(was, is.content);
      return;
    }
    if (was.speaker == kNobody) {
      if (was.source.empty() && newer_.gone(is.source) && !is.inner) gained(is, was.content);
      return;
    }
    const VersionSource& before = older_.sources[was.speaker];
    const VersionSource& after = newer_.sources[is.speaker];
    if (before.same == is.speaker) return;
    if (before.naming == SourceNaming::named && after.naming == SourceNaming::unnamed) {
      if (described_before(was, is)) return;
      if (c_.older_source_told[was.speaker]) return;
      c_.older_source_told[was.speaker] = true;
      c_.newer_source_told[is.speaker] = true;
      add_change(c_, ChangeKind::source_unnamed, {was.source, is.source}, older_.name(was.speaker));
    } else if (before.naming == SourceNaming::unnamed && after.naming == SourceNaming::named) {
      if (c_.newer_source_told[is.speaker]) return;
      c_.older_source_told[was.speaker] = true;
      c_.newer_source_told[is.speaker] = true;
      add_change(c_, ChangeKind::source_named, {was.source, is.source}, newer_.name(is.speaker));
    } else if (before.naming == SourceNaming::none || after.naming == SourceNaming::none) {
      return;
    } else if (before.naming == SourceNaming::unnamed && after.naming == SourceNaming::unnamed) {
      return;  // called otherwise, and no better known
    } else if (!nearly_same_name(older_.name(was.speaker), newer_.name(is.speaker))) {
      c_.older_said_gone[a] = true;
      c_.newer_said_new[b] = true;
    }
  }

  /// "Ruiz said" → "the mayor said", of whom the article still tells who that is.
  [[nodiscard]] bool described_before(const Said& was, const Said& is) const {
    if (older_.sources[was.speaker].same == kNobody) return false;
    const std::vector<std::uint64_t> now = newer_.sources[is.speaker].names.front();
    const auto& report = *older_.report;
    const ReportSource& source = report.sources[was.speaker];
    for (const auto& words : older_.sources[was.speaker].names) {
      if (!now.empty() && std::find(words.begin(), words.end(), now.back()) != words.end()) return true;
    }
    const auto description = folded_words(source.description.value_or(""), *c_.language);
    return !now.empty() && std::find(description.begin(), description.end(), now.back()) != description.end();
  }

  void lost(const Said& was, const std::vector<std::uint32_t>& now) {
    tell_units(older_, was.content, c_.older_unit_told);
    tell_units(newer_, now, c_.newer_unit_told);
    if (was.speaker != kNobody) c_.older_source_told[was.speaker] = true;
    add_change(c_, ChangeKind::source_lost, {was.content, now}, older_.name(was.speaker));
  }
  void gained(const Said& is, const std::vector<std::uint32_t>& before) {
    tell_units(older_, before, c_.older_unit_told);
    tell_units(newer_, is.content, c_.newer_unit_told);
    if (is.speaker != kNobody) c_.newer_source_told[is.speaker] = true;
    add_change(c_, ChangeKind::source_gained, {before, is.content}, newer_.name(is.speaker));
  }
  static void tell_units(const Version& version, const std::vector<std::uint32_t>& words, std::vector<bool>& told) {
    for (const std::uint32_t unit : units_of(version, words)) told[unit] = true;
  }

  /// An attribution that found none in the other version.
  void one(std::uint32_t s, const Version& here, const Version& there, const std::vector<bool>& covered_there,
           ChangeKind kind, std::vector<bool>& apart) {
    const Said& said = here.said[s];
    if (said.speaker == kNobody || here.sources[said.speaker].naming == SourceNaming::none) return;
    if (said.kept < kIsGone) {
      apart[s] = true;
      return;
    }
    if (said.kept < kStays || said.inner) return;
    std::vector<std::uint32_t> there_words;
    for (const std::uint32_t word : said.content) {
      if (here.is_here(word)) there_words.push_back(here.other[word]);
    }
    std::sort(there_words.begin(), there_words.end());
    if (std::any_of(there_words.begin(), there_words.end(), [&](std::uint32_t word) { return covered_there[word]; }))
      return;
    // Who spoke, and that they did, must be gone; where only the cue is, the other reading has failed.
    const bool source_gone = here.gone(said.source);
    const bool cue_gone = said.cue.empty() || here.gone(said.cue);
    if (source_gone && cue_gone) {
      if (kind == ChangeKind::source_lost) {
        lost(said, there_words);
      } else {
        gained(said, there_words);
      }
      return;
    }
    if (!source_gone) unread_cue(said, here, there, kind);
  }

  /// Source and content stand, and where the cue was is another that only the other reading did not take for one.
  void unread_cue(const Said& said, const Version& here, const Version& there, ChangeKind kind) {
    const CueWords mine = cue_words(c_, here, said.cue);
    if (mine.words.empty()) return;
    const std::uint32_t unit = here.other_unit[here.text.words[mine.words.front()].unit];
    if (unit == kNoWord) return;
    const CueWords theirs = cue_words(c_, there, only_here(there, unit));
    if (theirs.force == CueForce::plain || theirs.force == CueForce::other) {
      if (mine.force == CueForce::plain || mine.force == CueForce::other) return;
    }
    const bool forward = kind == ChangeKind::source_lost;
    cue_changed(forward ? mine : theirs, forward ? theirs : mine, here.name(said.speaker));
  }

  void cues(const Said& was, const Said& is) {
    const CueWords before = cue_words(c_, older_, was.cue);
    const CueWords after = cue_words(c_, newer_, is.cue);
    if (before.negated != after.negated && (before.words.empty() || after.words.empty())) {
      cue_changed(before, after, newer_.name(is.speaker));
      return;
    }
    if (before.words.empty() || after.words.empty()) return;
    cue_changed(before, after, newer_.name(is.speaker));
  }

  void cue_changed(const CueWords& before, const CueWords& after, std::string_view source) {
    if (before.force == CueForce::plain && after.force == CueForce::plain && before.negated == after.negated) return;
    if (same_verb(before, after) && before.negated == after.negated) return;
    if (!after.words.empty() && !told_cues_.insert(after.words.front()).second) return;
    Change& change = add_change(c_, ChangeKind::cue_changed, {before.words, after.words}, source);
    change.traits.push_back(direction_of(before.force, after.force));
  }

  /// "admits", "admitted".
  [[nodiscard]] bool same_verb(const CueWords& before, const CueWords& after) const {
    if (before.words.size() != 1 || after.words.size() != 1) return false;
    const auto stem = [&](const Version& version, std::uint32_t word) {
      std::string lower;
      for (const char c : version.index->slice(version.text.words[word].span))
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
      CueStemBuffer buffer;
      return std::string(c_.language->morphology->cue_stem(c_.language->lemma_of(lower), buffer));
    };
    return stem(older_, before.words.front()) == stem(newer_, after.words.front());
  }

  /// Names on the way, and what it was said in.
  void relays(const Said& was, const Said& is) {
    const auto before = hops_of(was);
    const auto after = hops_of(is);
    if (before == after) return;
    std::vector<std::uint32_t> dropped, added;
    std::vector<std::string> out, in;
    for (const auto& [key, words] : before) {
      if (!after.contains(key)) out.push_back(words);
    }
    for (const auto& [key, words] : after) {
      if (!before.contains(key)) in.push_back(words);
    }
    // Words between source, cue and content must have gone or come.
    for (const std::uint32_t unit : units_near(older_, was)) append(dropped, only_here(older_, unit), was);
    for (const std::uint32_t unit : units_near(newer_, is)) append(added, only_here(newer_, unit), is);
    if (!out.empty() && !names_one(older_, dropped, before, was)) out.clear();
    if (!in.empty() && !names_one(newer_, added, after, is)) in.clear();
    if (out.empty() && in.empty()) return;
    const std::uint32_t place = added.empty() ? dropped.front() : added.front();
    if (!told_relays_.insert({added.empty(), place}).second) return;
    Change& change = add_change(
        c_, ChangeKind::relay_changed,
        {out.empty() ? std::vector<std::uint32_t>{} : dropped, in.empty() ? std::vector<std::uint32_t>{} : added},
        newer_.name(is.speaker));
    if (!out.empty()) change.traits.push_back("dropped");
    if (!in.empty()) change.traits.push_back("added");
  }

  /// The relays of an attribution by key: a name, a medium, a hearer with a name.
  [[nodiscard]] std::map<std::vector<std::uint64_t>, std::string> hops_of(const Said& said) const {
    std::map<std::vector<std::uint64_t>, std::string> hops;
    const auto add = [&](std::string_view words) {
      auto key = folded_words(words, *c_.language);
      if (key.size() > 1) key.erase(key.begin(), key.end() - 1);  // its last word, as names are shortened
      if (!key.empty()) hops.emplace(std::move(key), std::string(words));
    };
    for (const ReportHop& hop : said.attribution->chain) {
      if (hop.source != said.attribution->source && !hop.source.empty()) add(hop.name);
    }
    const std::string& hearer = said.attribution->recipient;
    const bool named = std::any_of(hearer.begin(), hearer.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (named) add(hearer);
    if (!said.attribution->medium.empty() && (hearer.empty() || named))
      hops.emplace(std::vector<std::uint64_t>{0}, said.attribution->medium);
    return hops;
  }

  static std::vector<std::uint32_t> units_near(const Version& version, const Said& said) {
    std::vector<std::uint32_t> words = said.cue;
    words.insert(words.end(), said.source.begin(), said.source.end());
    if (!words.empty()) return units_of(version, words);
    return units_of(version, said.content);
  }

  /// The words of a sentence but those of the claim itself.
  static void append(std::vector<std::uint32_t>& words, const std::vector<std::uint32_t>& more, const Said& said) {
    for (const std::uint32_t word : more) {
      if (!std::binary_search(said.content.begin(), said.content.end(), word) &&
          std::find(said.source.begin(), said.source.end(), word) == said.source.end())
        words.push_back(word);
    }
  }

  /// Whether touched words name one of the hops, or could be what a medium is called by.
  [[nodiscard]] bool names_one(const Version& version, const std::vector<std::uint32_t>& words,
                               const std::map<std::vector<std::uint64_t>, std::string>& hops, const Said& said) const {
    const auto medium = hops.find({0});
    for (const std::uint32_t word : words) {
      if (hops.contains({version.text.words[word].key})) return true;
      if (medium == hops.end() || small(c_, version.text.words[word]) ||
          force_of(c_, version.text.words[word]) != CueForce::other)
        continue;
      // Behind the cue, "said in a statement"; before it, "in a statement, she said", by what the medium is called.
      const bool behind = !said.cue.empty() && word >= said.cue.front() && word - said.cue.front() <= kMediumNearby;
      const std::string written = plain_letters(version.index->slice(version.text.words[word].span));
      if (behind || (written.size() >= kStem && medium->second.starts_with(written.substr(0, kStem)))) return true;
    }
    return false;
  }

  VersionPair& c_;
  Version& older_;
  Version& newer_;
  std::vector<bool> older_content_, newer_content_;  // words of claims that have a source
  std::set<std::uint32_t> told_cues_;
  std::set<std::pair<bool, std::uint32_t>> told_relays_;
};

}  // namespace

void find_attributed(VersionPair& comparison) {
  Attributed(comparison).run();
}

}  // namespace hearsay
