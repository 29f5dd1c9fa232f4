// Entry: find_sources. What one version alone attributes, told by source: one that came or went is one change with all
// it says, of one that is in both versions each claim is.
#include <algorithm>
#include <set>

#include "compare/versions.h"

namespace hearsay {
namespace {

constexpr double kClaimIsGone = 0.4;  // from here on of its words, a claim is there

/// Sources and claims of one version alone.
class Alone {
 public:
  Alone(VersionPair& comparison, bool newer)
      : c_(comparison),
        is_newer_(newer),
        here_(newer ? comparison.newer : comparison.older),
        apart_(newer ? comparison.newer_said_new : comparison.older_said_gone),
        told_(newer ? comparison.newer_source_told : comparison.older_source_told) {}

  void run() {
    std::vector<std::uint32_t> apart(here_.sources.size(), 0);  // attributions of this version alone
    for (std::uint32_t s = 0; s < here_.said.size(); ++s) {
      if (apart_[s] && here_.said[s].speaker != kNobody) ++apart[here_.said[s].speaker];
    }
    const std::vector<bool> called = called_there();
    std::vector<bool> whole(here_.sources.size(), false);  // the source itself came or went
    for (std::uint32_t s = 0; s < here_.sources.size(); ++s) {
      const VersionSource& source = here_.sources[s];
      if (apart[s] == 0 || source.naming == SourceNaming::none || told_[s]) continue;
      whole[s] = !speaks_there(source) && !called[s];
    }
    for (std::uint32_t s = 0; s < here_.said.size(); ++s) {
      const Said& said = here_.said[s];
      if (!apart_[s] || said.speaker == kNobody) continue;
      if (whole[said.speaker] && !told_[said.speaker]) {
        told_[said.speaker] = true;
        source(said);
      } else if (!whole[said.speaker] && !told_[said.speaker] && !said.inner && said.kept < kClaimIsGone) {
        claim(s);
      }
    }
  }

 private:
  [[nodiscard]] bool speaks_there(const VersionSource& source) const {
    const Version& there = is_newer_ ? c_.older : c_.newer;
    return source.same != kNobody && there.sources[source.same].said > 0;
  }

  /// Sources of which another attribution stayed with a source of the other version and was only called otherwise.
  /// Where no word of it was touched, a reading took one for another.
  [[nodiscard]] std::vector<bool> called_there() const {
    const Version& there = is_newer_ ? c_.older : c_.newer;
    std::vector<bool> called(here_.sources.size(), false);
    for (std::uint32_t s = 0; s < here_.said.size(); ++s) {
      const Said& said = here_.said[s];
      if (said.speaker == kNobody || apart_[s] || said.partner == kNobody) continue;
      const std::uint32_t other = there.said[said.partner].speaker;
      if (other != kNobody && there.sources[other].naming == here_.sources[said.speaker].naming &&
          here_.touched(said.source))
        called[said.speaker] = true;
    }
    return called;
  }

  Change& add(ChangeKind kind, const std::vector<std::uint32_t>& words, const Said& said) {
    Change& change = is_newer_ ? add_change(c_, kind, {{}, words}, here_.name(said.speaker))
                               : add_change(c_, kind, {words, {}}, here_.name(said.speaker));
    const bool unnamed = here_.sources[said.speaker].naming == SourceNaming::unnamed;
    const bool anonymous = here_.report->sources[said.speaker].anonymous;
    change.traits.push_back(!unnamed ? "named" : anonymous ? "anonymous" : "group");
    return change;
  }

  void source(const Said& said) {
    // One name in two readings is one source: "Schumer and Pelosi", "Nancy Pelosi".
    const VersionSource& who = here_.sources[said.speaker];
    if (who.naming == SourceNaming::named && !who.names.front().empty() &&
        !told_names_.insert(who.names.front().back()).second)
      return;
    if (who.naming == SourceNaming::thing && !said.source.empty() &&
        c_.is(here_.text.words[said.source.front()], Role::demonstrative))
      return;  // "those figures" are no new document
    // A pronoun says nothing of who came.
    const bool tells = std::any_of(said.source.begin(), said.source.end(), [&](std::uint32_t word) {
      return !c_.is(here_.text.words[word], Role::subject_pronoun);
    });
    add(is_newer_ ? ChangeKind::source_added : ChangeKind::source_dropped, tells ? said.source : said.content, said);
  }

  /// One change for what somebody says in one go.
  void claim(std::uint32_t s) {
    const Said& said = here_.said[s];
    const std::uint32_t unit = here_.text.words[said.content.back()].unit;
    const std::uint32_t first = here_.text.words[said.content.front()].unit;
    const bool goes_on = last_speaker_ == said.speaker && first <= last_unit_ + 1;
    last_speaker_ = said.speaker;
    last_unit_ = std::max(unit, first);
    if (!goes_on) add(is_newer_ ? ChangeKind::claim_added : ChangeKind::claim_dropped, said.content, said);
  }

  VersionPair& c_;
  bool is_newer_;
  const Version& here_;
  const std::vector<bool>& apart_;
  std::vector<bool>& told_;
  std::uint32_t last_speaker_ = kNobody;
  std::uint32_t last_unit_ = 0;
  std::set<std::uint64_t> told_names_;
};

}  // namespace

void find_sources(VersionPair& comparison) {
  Alone(comparison, false).run();
  Alone(comparison, true).run();
}

}  // namespace hearsay
