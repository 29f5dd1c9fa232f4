// find_occasions: every attribution that a modifier gave a medium, every hearer that implies one ("told the jury"), and
// the modifiers that stand by themselves, in text order. What else the sentence says decides whether the occasion is
// that of the article or one of another time.
#include "attributions/occasions.h"

#include <algorithm>
#include <unordered_map>

#include "attributions/modifiers.h"
#include "attributions/reading.h"
#include "mentions/houses.h"
#include "mentions/language.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kLongestWords = 24;  // tokens looked at in a hearer or a medium
constexpr std::uint32_t kNearby = 3;         // tokens between a medium and the word that tells its time

class Finder {
 public:
  Finder(const Reading& reading, const Register& registers)
      : r_(reading),
        language_(reading.document, reading.text, reading.program.lexicons),
        houses_(language_, reading.tags, registers, reading.mentions),
        hearer_(reading.program.lexicons.named("hearer")),
        event_(reading.program.lexicons.named("medium-event")),
        noun_(reading.program.lexicons.named("medium-noun")),
        verb_(reading.program.lexicons.named("medium-verb")),
        elsewhen_(reading.program.lexicons.named("elsewhen")),
        on_air_(reading.program.lexicons.named("on-air")) {}

  Occasions run(const std::vector<Match>& matches, const Attributions& attributions) {
    for (std::uint32_t a = 0; a < attributions.size(); ++a) beside(attributions[a], a);
    std::vector<TokenRange> taken;
    for (const Occasion& occasion : found_) taken.push_back(occasion.range);
    std::sort(taken.begin(), taken.end());
    for (const Match& match : matches) {
      if (r_.program.rules[match.rule].type == RuleType::modifier) by_itself(match, taken);
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Occasion& left, const Occasion& right) {
      if (left.range.begin != right.range.begin) return left.range.begin < right.range.begin;
      return left.range.end > right.range.end;
    });
    in_marks(taken);
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Occasion& left, const Occasion& right) { return left.range.begin < right.range.begin; });
    same_again();
    one_of_each();
    return std::move(found_);
  }

 private:
  void beside(const Attribution& attribution, std::uint32_t index) {
    if (is_embedded_post(attribution)) return;  // nobody goes on speaking in a post
    const TokenRange via = told_house(attribution);
    if (attribution.medium != Medium::none) {
      const TokenRange range = attribution.medium_range.empty()
                                   ? (attribution.recipient.empty() ? attribution.cue : attribution.recipient)
                                   : attribution.medium_range;
      add({.range = range, .medium = on_air(attribution.medium, range), .via = via, .attribution = index});
      return;
    }
    if (const TokenRange named = in_cue(attribution); !named.empty()) {
      add({.range = named, .medium = medium_at(named), .via = via, .attribution = index});
      return;
    }
    const Medium implied = via.empty() ? implied_by(attribution.recipient) : Medium::interview;
    if (implied == Medium::none) return;
    const TokenRange hearer = attribution.recipient.empty() ? via : attribution.recipient;
    add({.range = hearer, .medium = implied, .via = via, .attribution = index, .implied = via.empty()});
  }

  /// The house among those who were told; behind a cue that evidence alone found it is looked for.
  TokenRange told_house(const Attribution& attribution) const {
    if (!attribution.recipient.empty()) return houses_.of_hearer(attribution.recipient);
    const House* house = house_at(r_.mentions, attribution.cue.end);
    return house != nullptr && r_.in(attribution.cue_head, r_.tell) ? house->name : TokenRange{};
  }

  /// "issued a statement saying", "testified", "tweeted": the words of a cue that name a medium.
  TokenRange in_cue(const Attribution& attribution) const {
    const std::uint32_t end = std::min(attribution.cue.end, attribution.cue.begin + kLongestWords);
    for (std::uint32_t t = attribution.cue.begin; t < end; ++t) {
      if (!is_noun(r_.tag(t)) && !r_.in(t, verb_)) continue;  // "shows"
      switch (medium_at({t, end})) {
        case Medium::none:
        case Medium::phone:     // "a call for"
        case Medium::document:  // "notes", "reports"
        case Medium::social_media:
          continue;
        default:
          return {t, end};
      }
    }
    return {};
  }

  Medium medium_at(TokenRange words) const {
    for (const LexiconId lexicon : {noun_, event_, verb_}) {
      const std::string_view medium = language_.attribute_at(words.begin, words.end, lexicon, "medium");
      if (!medium.empty()) return medium_named(medium);
    }
    return Medium::none;
  }

  void by_itself(const Match& match, const std::vector<TokenRange>& taken) {
    const Medium medium = medium_of(r_, match);
    if (medium == Medium::none || r_.quotation(match.whole.begin) != kNone) return;
    const auto slot = [&](Slot s) { return match.slots[static_cast<std::size_t>(s)]; };
    const TokenRange words = slot(Slot::medium).empty() ? match.whole : slot(Slot::medium);
    const auto at = std::lower_bound(taken.begin(), taken.end(), match.whole.begin,
                                     [](TokenRange range, std::uint32_t begin) { return range.end <= begin; });
    if (at != taken.end() && at->overlaps(match.whole)) return;
    if (!sets_scene(words) || !stands_alone(match) || !one_in_particular(match.whole, words)) return;
    // "Speaking to an audience", whatever the rule says of reporters: the hearers tell.
    const Medium heard = implied_by(slot(Slot::recipient));
    add({.range = match.whole,
         .medium = heard == Medium::none ? on_air(medium, words) : heard,
         .via = slot(Slot::via),
         .attribution = kNone,
         .implied = false});
  }

  /// "in the Herald", "on Radio Cove" are where something was said only beside the words for saying it.
  bool stands_alone(const Match& match) const {
    const std::string_view at = r_.program.rules[match.rule].patterns[match.pattern].at;
    return !match.slots[static_cast<std::size_t>(Slot::medium)].empty() || at == "setting" ||
           at.find("sentence-start") != std::string_view::npos;
  }

  /// "uncovered in emails", "or even on Twitter": a bare noun behind a participle, a conjunction or an adverb is no
  /// occasion. "In emails, …" is, and "on Friday on Twitter".
  bool one_in_particular(TokenRange whole, TokenRange words) const {
    if (whole.begin == r_.sentence(whole.begin).begin || words.begin != whole.begin + 1) return true;
    if (!is_noun(r_.tag(words.begin)) && !is_adjective(r_.tag(words.begin))) return true;
    const Tag before = r_.tag(whole.begin - 1);
    return before != Tag::VBN && before != Tag::CC && !is_adverb(before);
  }

  /// A hearing or an interview goes on for sentences; a ceremony is where somebody was, and a letter speaks once.
  bool sets_scene(TokenRange words) const {
    for (std::uint32_t t = words.begin; t < words.end && t < words.begin + kLongestWords; ++t) {
      for (const LexiconId lexicon : {noun_, event_}) {
        if (language_.attribute_at(t, words.end, lexicon, "medium").empty()) continue;
        return language_.attribute_at(t, words.end, lexicon, "kind") != "place";
      }
    }
    return true;
  }

  void add(Occasion occasion) {
    if (occasion.range.empty()) return;
    occasion.elsewhen = elsewhen(occasion.range);
    occasion.several = are_several(occasion);
    found_.push_back(occasion);
  }

  /// "in a series of tweets", "his posts": more of them may follow.
  bool are_several(const Occasion& occasion) const {
    for (std::uint32_t t = occasion.range.begin; t < occasion.range.end; ++t) {
      if (language_.in(t, noun_) && language_.form(t, noun_) == Form::plural) return true;
    }
    return false;
  }

  /// A name in quotation marks: during a “Harbour Forum”.
  void in_marks(const std::vector<TokenRange>& taken) {
    for (const Quotation& quotation : r_.text.quotations) {
      const TokenRange words = quotation.tokens;
      if (!quotation.scare || words.size() < 3 || words.begin < 2 || !quotation.closed) continue;
      const std::uint32_t noun = words.end - 2;
      if (!r_.in(noun, event_) || !r_.token(noun).has(kCapital)) continue;
      const std::uint32_t before = r_.tag(words.begin - 1) == Tag::DT ? words.begin - 2 : words.begin - 1;
      if (!r_.is(before, Role::before_occasion)) continue;
      const auto at = std::lower_bound(taken.begin(), taken.end(), words.begin,
                                       [](TokenRange range, std::uint32_t begin) { return range.end <= begin; });
      if (at != taken.end() && at->overlaps(words)) continue;
      add({.range = words, .medium = on_air(medium_at({noun, noun + 1}), words), .via = {}, .attribution = kNone});
    }
  }

  /// "the forum" is the one named before: what it was is told once, and that it was on the air anywhere.
  void same_again() {
    std::unordered_map<std::uint32_t, std::size_t> named;
    std::unordered_map<std::uint32_t, bool> broadcast;
    const auto noun_of = [&](const Occasion& occasion) {
      for (std::uint32_t t = occasion.range.begin; t < occasion.range.end; ++t) {
        if (r_.in(t, event_)) return t;
      }
      return kNone;
    };
    for (std::size_t o = 0; o < found_.size(); ++o) {
      Occasion& occasion = found_[o];
      const std::uint32_t noun = noun_of(occasion);
      if (noun == kNone) continue;
      if (occasion.medium == Medium::broadcast) broadcast[language_.hash(noun)] = true;
      const auto [known, fresh] = named.try_emplace(language_.hash(noun), o);
      if (fresh || !definite_noun(occasion.range, noun)) {
        known->second = o;
        continue;
      }
      occasion.medium = found_[known->second].medium;
      occasion.elsewhen = found_[known->second].elsewhen;
      if (occasion.via.empty()) occasion.via = found_[known->second].via;
    }
    for (Occasion& occasion : found_) {
      if (occasion.elsewhen || (occasion.medium != Medium::speech && occasion.medium != Medium::rally)) continue;
      const std::uint32_t noun = noun_of(occasion);
      if (noun != kNone && broadcast.contains(language_.hash(noun))) occasion.medium = Medium::broadcast;
    }
  }

  bool definite_noun(TokenRange words, std::uint32_t noun) const {
    return noun > words.begin && language_.is(noun - 1, Role::definite_article);
  }

  /// Of loose ones that overlap the first, with the relay that another tells: "gave [an interview to Radio Cove]".
  void one_of_each() {
    Occasions kept;
    for (const Occasion& occasion : found_) {
      const bool again = !kept.empty() && kept.back().attribution == kNone && occasion.attribution == kNone &&
                         kept.back().range.overlaps(occasion.range);
      if (!again)
        kept.push_back(occasion);
      else if (kept.back().via.empty())
        kept.back().via = occasion.via;
    }
    found_ = std::move(kept);
  }

  /// "last year", "in August", "earlier in the day" beside the words; "earlier in the hearing" is the same hearing.
  bool elsewhen(TokenRange words) const {
    const TokenRange sentence = r_.sentence(words.begin);
    const std::uint32_t from = std::max(sentence.begin, words.begin > 5 ? words.begin - 5 : 0);
    const std::uint32_t to = std::min(sentence.end, words.end + kNearby);
    constexpr std::uint32_t kClause = 24;  // tokens in which "sometimes" holds
    const std::uint32_t clause = std::max(sentence.begin, words.begin > kClause ? words.begin - kClause : 0);
    for (std::uint32_t t = clause; t < to; ++t) {
      if (t < from && language_.attribute(t, elsewhen_, "kind") != "habit") continue;
      if ((!r_.in(t, elsewhen_) && !is_another_year(t)) || r_.quotation(t) != r_.quotation(words.begin)) continue;
      const bool same = t < words.begin && words.begin - t <= 3 && definite(words, t);
      if (!same) return true;
    }
    return false;
  }

  /// "in 1990", but in the year in which the article is published.
  bool is_another_year(std::uint32_t t) const {
    if (!r_.token(t).has(kDigit) || t == 0 || !r_.is(t - 1, Role::preposition_in)) return false;
    const std::string_view year = token_text(r_.document, r_.token(t));
    if (year.size() != 4 || (!year.starts_with("19") && !year.starts_with("20"))) return false;
    return year.find_first_not_of("0123456789") == std::string_view::npos &&
           !std::string_view(r_.document.published).starts_with(year);
  }

  bool definite(TokenRange words, std::uint32_t from) const {
    if (!language_.is(from, Role::time_comparative)) return false;
    for (std::uint32_t t = from; t < words.end; ++t) {
      if (language_.is(t, Role::definite_article)) return true;
    }
    return false;
  }

  /// "told the jury" is testimony, "told reporters" a press conference.
  Medium implied_by(TokenRange recipient) const {
    const std::uint32_t end = std::min(recipient.end, recipient.begin + kLongestWords);
    for (std::uint32_t t = recipient.begin; t < end; ++t) {
      for (const LexiconId lexicon : {hearer_, event_}) {
        const std::string_view medium = language_.attribute_at(t, end, lexicon, "medium");
        if (!medium.empty()) return medium_named(medium);
      }
    }
    return Medium::none;
  }

  /// A forum or a town hall that a station puts on is a broadcast.
  Medium on_air(Medium medium, TokenRange words) const {
    if (medium != Medium::speech && medium != Medium::rally) return medium;
    std::uint32_t end = words.end;
    const TokenRange sentence = r_.sentence(words.begin);
    while (end < sentence.end && (r_.mark(end) == Mark::quote || r_.in(end, on_air_) || r_.is(end, Role::agent_by) ||
                                  r_.is(end, Role::preposition_on)))
      ++end;
    if (end > words.end) end = std::min(sentence.end, end + 3);
    const std::uint32_t begin = words.begin > sentence.begin ? words.begin - 1 : words.begin;
    for (std::uint32_t t = begin; t < end && t < begin + kLongestWords; ++t) {
      if (r_.in(t, on_air_) || !houses_.registered(t, end, false).empty()) return Medium::broadcast;
    }
    return medium;
  }

  const Reading& r_;
  Language language_;
  Houses houses_;
  LexiconId hearer_, event_, noun_, verb_, elsewhen_, on_air_;
  Occasions found_;
};

}  // namespace

Occasions find_occasions(const Article& article, const std::vector<Match>& matches, const Attributions& attributions,
                         const Program& program, const Register& registers) {
  const Reading reading(article, program);
  return Finder(reading, registers).run(matches, attributions);
}

}  // namespace hearsay
