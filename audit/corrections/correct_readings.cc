// Entry: correct_readings. Things are looked up by their fingerprints; of several corrections of one kind for one thing
// the last counts. First who speaks is set, then what sources are, for a name that was given may be corrected itself;
// what is struck leaves at the end, when all indices are settled.
#include "corrections/correct_readings.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "corrections/fingerprints.h"
#include "corrections/name_places.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostNewNames = 200;  // names that are no source's, each looked for in the whole text
constexpr std::uint32_t kMostNesting = 64;  // of attributions in one another

bool is_unnamed(SourceKind kind) {
  return kind == SourceKind::unnamed_person || kind == SourceKind::unnamed_group;
}

bool is_a_name(SourceKind kind) {
  return kind == SourceKind::named_person || kind == SourceKind::named_organisation;
}

void set_anonymous(Source& source, bool anonymous) {
  source.anonymous = anonymous;
  if (!anonymous) source.specificity = Specificity::none;
  if (anonymous && source.specificity == Specificity::none) source.specificity = Specificity::bare;
}

void set_kind(Source& source, SourceKind kind) {
  source.kind = kind;
  if (is_unnamed(kind)) set_anonymous(source, true);
  if (is_a_name(kind) || kind == SourceKind::collective || kind == SourceKind::other) set_anonymous(source, false);
}

void set_named(Source& source, bool named) {
  set_anonymous(source, !named);
  if (named && source.kind == SourceKind::unnamed_person) source.kind = SourceKind::named_person;
  if (named && source.kind == SourceKind::unnamed_group) source.kind = SourceKind::named_organisation;
  if (!named && source.kind == SourceKind::named_person) source.kind = SourceKind::unnamed_person;
  if (!named && source.kind == SourceKind::named_organisation) source.kind = SourceKind::unnamed_group;
}

class Corrector {
 public:
  Corrector(const Article& article, const Corrections& corrections, const Readings& readings)
      : article_(article), readings_(readings), attributions_(readings.attributions), sources_(readings.sources) {
    done_.all = corrections;
    done_.outcomes.resize(corrections.size());
    done_.attributions = attribution_fingerprints(article, attributions_);
    done_.sources = source_fingerprints(article, sources_);
    if (corrections.empty()) return;
    for (std::uint32_t a = 0; a < attributions_.size(); ++a) attribution_of_.try_emplace(done_.attributions[a], a);
    for (std::uint32_t s = 0; s < sources_.all.size(); ++s) enter_source(s);
    sources_.of_attribution.resize(attributions_.size(), kNone);
    sources_.certainty.resize(attributions_.size(), 1);
    strikes_.assign(attributions_.size(), kNone);
    were_used_ = used();
  }

  Corrected run() {
    if (done_.all.empty()) return std::move(done_);
    const std::vector<std::uint32_t> counting = those_that_count();
    for (const std::uint32_t c : counting) correct_attribution(c);
    for (const CorrectionKind kind : {CorrectionKind::source_kind, CorrectionKind::named}) {
      for (const std::uint32_t c : counting) {
        if (done_.all[c].kind == kind) correct_source(c);
      }
    }
    strike();
    drop_unused();
    return std::move(done_);
  }

 private:
  /// The last of each kind and target; those before it are superseded. Of a name for words, and that they are no words
  /// of anybody, the later one.
  std::vector<std::uint32_t> those_that_count() {
    const Corrections& all = done_.all;
    std::vector<std::uint32_t> counting;
    std::unordered_map<std::uint64_t, std::uint32_t> wrong;
    for (std::uint32_t c = 0; c < all.size(); ++c) {
      const bool last = c + 1 == all.size() || all[c + 1].kind != all[c].kind || all[c + 1].target != all[c].target;
      if (!last) {
        done_.outcomes[c].state = CorrectionState::superseded;
        continue;
      }
      if (all[c].kind == CorrectionKind::reading && all[c].value == "wrong") wrong.emplace(all[c].target, c);
      const auto other = all[c].kind == CorrectionKind::source ? wrong.find(all[c].target) : wrong.end();
      if (other != wrong.end()) {
        const bool later = all[c].at > all[other->second].at;
        done_.outcomes[later ? other->second : c].state = CorrectionState::superseded;
        if (!later) continue;
        std::erase(counting, other->second);
      }
      counting.push_back(c);
    }
    return counting;
  }

  void correct_attribution(std::uint32_t c) {
    const Correction& one = done_.all[c];
    if (one.kind != CorrectionKind::reading && one.kind != CorrectionKind::source) return;
    CorrectionOutcome& outcome = done_.outcomes[c];
    const auto at = attribution_of_.find(one.target);
    if (at == attribution_of_.end()) {
      outcome.why = "its words are not there any more, or are read otherwise";
      return;
    }
    const std::uint32_t a = at->second;
    if (one.kind == CorrectionKind::source && !give_to(a, one, outcome)) return;
    outcome.state = CorrectionState::met;
    outcome.thing = a;
    if (one.kind == CorrectionKind::reading && one.value == "wrong") {
      strikes_[a] = c;
      return;
    }
    attributions_[a].confidence = 1;
    sources_.certainty[a] = 1;
  }

  /// False where it cannot be told who is meant.
  bool give_to(std::uint32_t a, const Correction& one, CorrectionOutcome& outcome) {
    Attribution& attribution = attributions_[a];
    std::uint32_t source = kNone;
    if (one.source_kind == "author") {
      source = author();
    } else if (one.source_kind != "unstated") {
      source = source_called(one, outcome);
      if (source == kNone) return false;
    }
    attribution.mode = one.source_kind == "author"     ? SourceMode::author
                       : one.source_kind == "unstated" ? SourceMode::none
                                                       : SourceMode::phrase;
    attribution.source =
        attribution.mode == SourceMode::phrase ? source_words(attribution, sources_.all[source]) : TokenRange{};
    sources_.of_attribution[a] = source;
    if (a < sources_.told_by.size()) sources_.told_by[a] = kNone;
    if (a < sources_.via.size()) std::erase(sources_.via[a], source);
    return true;
  }

  /// The words that name a source in the sentence of the cue; else the words that were taken for it, unless they name
  /// somebody else.
  TokenRange source_words(const Attribution& attribution, const Source& source) const {
    const std::uint32_t anchor = attribution.cue.empty() ? attribution.source.begin : attribution.cue.begin;
    std::vector<std::string_view> names = {source.name};
    names.insert(names.end(), source.aliases.begin(), source.aliases.end());
    for (const std::string_view name : names) {
      const TokenRange words = name_beside(article_, name, anchor);
      if (!words.empty()) return words;
    }
    return holds_name(article_.text, attribution.source) ? TokenRange{} : attribution.source;
  }

  std::uint32_t author() {
    const auto at = std::find_if(sources_.all.begin(), sources_.all.end(),
                                 [](const Source& source) { return source.kind == SourceKind::author; });
    if (at != sources_.all.end()) return static_cast<std::uint32_t>(at - sources_.all.begin());
    Source source;
    source.name = "the author";  // as sources/ calls it
    source.kind = SourceKind::author;
    return add_source(std::move(source));
  }

  std::uint32_t source_called(const Correction& one, CorrectionOutcome& outcome) {
    const std::string name(trim(one.value));
    if (const std::uint32_t known = known_source(name); known != kNone) return known;
    if (new_names_++ >= kMostNewNames) {
      outcome.why = "too many names are given that the article does not have";
      return kNone;
    }
    Source source;
    source.name = name;
    source.kind = source_kind_named(one.source_kind);
    source.mentions = name_places(article_, name);
    if (one.source_kind.empty()) {
      const Mention* mention = mention_of(article_.mentions, source.mentions);
      if (mention == nullptr) {
        outcome.why = "the article has no source of this name, and source_kind does not say what it is";
        return kNone;
      }
      source.kind = mention->kind;
    }
    set_kind(source, source.kind);
    return add_source(std::move(source));
  }

  std::uint32_t known_source(const std::string& name) const {
    for (const auto* names : {&by_name_, &by_alias_}) {
      const auto at = names->find(lower(name));
      if (at != names->end()) return at->second;
    }
    return kNone;
  }

  std::uint32_t add_source(Source source) {
    const auto index = static_cast<std::uint32_t>(sources_.all.size());
    sources_.all.push_back(std::move(source));
    were_used_.push_back(1);
    // As it would be known if the article had it: by the words that a text of its own would give it.
    Sources alone;
    alone.all = {sources_.all.back()};
    done_.sources.push_back(source_fingerprints(article_, alone).front());
    enter_source(index);
    return index;
  }

  void enter_source(std::uint32_t index) {
    const Source& source = sources_.all[index];
    source_of_.try_emplace(done_.sources[index], index);
    by_name_.try_emplace(lower(source.name), index);
    for (const std::string& alias : source.aliases) by_alias_.try_emplace(lower(alias), index);
  }

  void correct_source(std::uint32_t c) {
    const Correction& one = done_.all[c];
    CorrectionOutcome& outcome = done_.outcomes[c];
    const auto at = source_of_.find(one.target);
    const std::uint32_t index = at != source_of_.end() ? at->second
                                : one.words.empty()    ? kNone
                                                       : known_source(std::string(trim(one.words)));
    if (index == kNone) {
      outcome.why = "no source is known by these words any more";
      return;
    }
    if (one.kind == CorrectionKind::source_kind) {
      set_kind(sources_.all[index], source_kind_named(one.value));
    } else {
      set_named(sources_.all[index], one.value == "named");
    }
    outcome.state = CorrectionState::met;
    outcome.thing = index;
  }

  template <class Item>
  void erase_struck(std::vector<Item>& items) const {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i < strikes_.size() && strikes_[i] != kNone) continue;
      if (kept != i) items[kept] = std::move(items[i]);
      ++kept;
    }
    items.resize(kept);
  }

  void strike() {
    std::vector<std::uint32_t> now(attributions_.size(), kNone);
    std::uint32_t kept = 0;
    for (std::uint32_t a = 0; a < attributions_.size(); ++a) {
      if (strikes_[a] == kNone) {
        now[a] = kept++;
      } else {
        done_.struck.push_back({attributions_[a], done_.attributions[a], strikes_[a]});
      }
    }
    if (done_.struck.empty()) return;
    const auto moved = [&](std::uint32_t a) { return a < now.size() ? now[a] : kNone; };
    // What lay in a struck one lies in what that lay in.
    std::vector<std::uint32_t> within(attributions_.size());
    for (std::uint32_t a = 0; a < attributions_.size(); ++a) {
      std::uint32_t outer = attributions_[a].within;
      for (std::uint32_t steps = 0; outer < now.size() && now[outer] == kNone; ++steps)
        outer = steps < kMostNesting ? attributions_[outer].within : kNone;
      within[a] = moved(outer);
    }
    for (std::uint32_t a = 0; a < attributions_.size(); ++a) attributions_[a].within = within[a];
    for (Occasion& occasion : readings_.occasions) occasion.attribution = moved(occasion.attribution);
    for (std::size_t c = 0; c < done_.all.size(); ++c) {
      const CorrectionKind kind = done_.all[c].kind;
      std::uint32_t& thing = done_.outcomes[c].thing;
      if (kind == CorrectionKind::reading || kind == CorrectionKind::source) thing = moved(thing);
    }
    erase_struck(sources_.of_attribution);
    erase_struck(sources_.via);
    erase_struck(sources_.recipient);
    erase_struck(sources_.told_by);
    erase_struck(sources_.certainty);
    erase_struck(sources_.setting);
    erase_struck(done_.attributions);
    erase_struck(attributions_);
  }

  [[nodiscard]] std::vector<char> used() const {
    std::vector<char> used(sources_.all.size(), 0);
    const auto use = [&](std::uint32_t source) {
      if (source < used.size()) used[source] = 1;
    };
    for (const std::uint32_t source : sources_.of_attribution) use(source);
    for (const std::uint32_t source : sources_.recipient) use(source);
    for (const auto& relays : sources_.via) std::for_each(relays.begin(), relays.end(), use);
    return used;
  }

  /// Sources for whom nobody speaks any more.
  void drop_unused() {
    const std::vector<char> are_used = used();
    std::vector<std::uint32_t> now(sources_.all.size(), kNone);
    std::uint32_t kept = 0;
    for (std::uint32_t s = 0; s < now.size(); ++s) {
      if (are_used[s] == 0 && were_used_[s] != 0) continue;
      if (kept != s) {
        sources_.all[kept] = std::move(sources_.all[s]);
        done_.sources[kept] = done_.sources[s];
      }
      now[s] = kept++;
    }
    sources_.all.resize(kept);
    done_.sources.resize(kept);
    const auto move = [&](std::uint32_t& source) { source = source < now.size() ? now[source] : kNone; };
    for (std::uint32_t& source : sources_.of_attribution) move(source);
    for (std::uint32_t& source : sources_.recipient) move(source);
    for (auto& relays : sources_.via) std::for_each(relays.begin(), relays.end(), move);
    for (std::size_t c = 0; c < done_.all.size(); ++c) {
      const CorrectionKind kind = done_.all[c].kind;
      if (kind != CorrectionKind::named && kind != CorrectionKind::source_kind) continue;
      CorrectionOutcome& outcome = done_.outcomes[c];
      if (outcome.state != CorrectionState::met) continue;
      move(outcome.thing);
      if (outcome.thing == kNone) outcome.why = "nobody speaks for this source now that others are corrected";
    }
  }

  const Article& article_;
  const Readings& readings_;
  Attributions& attributions_;
  Sources& sources_;
  Corrected done_;
  std::unordered_map<std::uint64_t, std::uint32_t> attribution_of_, source_of_;
  std::unordered_map<std::string, std::uint32_t> by_name_, by_alias_;
  std::vector<std::uint32_t> strikes_;  // per attribution: the correction that strikes it out
  std::vector<char> were_used_;         // per source
  std::size_t new_names_ = 0;
};

}  // namespace

Corrected correct_readings(const Article& article, const Corrections& corrections, const Readings& readings) {
  return Corrector(article, corrections, readings).run();
}

}  // namespace hearsay
