// settle: relays that stand beside an attribution, then the occasions with who speaks there, then what carrying them
// along the speakers adds.
#include "sources/settle.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "sources/carry.h"
#include "sources/poll.h"
#include "sources/speech.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMostAttributionsAhead = 8;  // attributions of one sentence
constexpr std::uint32_t kMostBack = 400;             // mentions between "the newspaper" and its name

/// Handed on as it stands, by whoever has it.
bool is_written(Medium medium) {
  return medium == Medium::statement || medium == Medium::email || medium == Medium::document;
}

bool is_message(Medium medium) {
  return medium == Medium::tweet || medium == Medium::social_media || medium == Medium::email;
}

class Settler {
 public:
  explicit Settler(const Unsettled& unsettled)
      : u_(unsettled),
        language_(unsettled.language),
        speech_(language_, language_.lexicons()),
        polls_(language_, unsettled.mentions),
        medium_noun_(language_.lexicons().named("medium-noun")),
        medium_verb_(language_.lexicons().named("medium-verb")) {}

  Settled run() {
    beside();
    carry();
    polled();
    written();
    return std::move(settled_);
  }

 private:
  std::size_t count() const { return u_.attributions.size(); }

  /// The relays that an attribution's own words name.
  void beside() {
    settled_.via.resize(count());
    for (std::size_t a = 0; a < count(); ++a) {
      for (const TokenRange& words : u_.attributions[a].via) {
        const std::uint32_t id = relay(words);
        if (is_relay(id, a)) settled_.via[a].push_back(id);
      }
    }
  }

  /// Whom or what the words of a relay mean.
  std::uint32_t relay(TokenRange words) {
    if (is_house(u_.mentions, words)) return house(words);
    const std::uint32_t id = u_.reference.entity(words);
    return id != kNone && is_media(id) ? house(words) : id;
  }

  bool is_relay(std::uint32_t id, std::size_t a) {
    return id != kNone && id != u_.speaker[a] && !is_outlet(id) &&
           std::find(settled_.via[a].begin(), settled_.via[a].end(), id) == settled_.via[a].end();
  }

  /// The settings of all attributions; adds the relays to which they were said.
  void carry() {
    const Occasions occasions = all_occasions();
    const std::vector<Scene> scenes = scenes_of(occasions);
    Carried carried = carry_settings(language_.text(), u_.attributions, occasions, speeches(), scenes);
    for (std::size_t a = 0; a < count(); ++a) {
      if (settled_.via[a].empty() && carried.relay[a] != kNone && carried.relay[a] != u_.speaker[a])
        settled_.via[a].push_back(carried.relay[a]);
    }
    settled_.setting = std::move(carried.setting);
  }

  bool has_medium(std::size_t a) const {
    return settled_.setting[a].medium != Medium::none || u_.attributions[a].medium != Medium::none;
  }

  /// "59 percent said": a poll tells that.
  void polled() {
    for (std::size_t a = 0; a < count(); ++a) {
      if (u_.attributions[a].mode != SourceMode::phrase || !settled_.via[a].empty() || has_medium(a)) continue;
      const std::uint32_t m = u_.reference.mention(u_.attributions[a].source);
      if (m == kNone || !polls_.answers(u_.mentions.all[m])) continue;
      const std::uint32_t poll = polls_.poll_of(u_.mentions.all[m]);
      const std::uint32_t id = poll == kNone ? kNone : u_.reference.entity(u_.mentions.all[poll].range);
      if (!is_relay(id, a)) continue;
      settled_.via[a].push_back(id);
      settled_.setting[a] = {.medium = Medium::document, .words = u_.mentions.all[poll].range};
    }
  }

  /// "the report says", "the statement read", "she wrote": what a document says stands in it, and what was written in
  /// one that is not told; in whose paper stays known for a while.
  void written() {
    std::unordered_map<std::uint32_t, Written> last;  // by writer
    for (std::size_t a = 0; a < count(); ++a) {
      const Attribution& attribution = u_.attributions[a];
      if (is_embedded_post(attribution)) continue;
      const std::uint32_t id = u_.speaker[a];
      if (settled_.setting[a].medium == Medium::document && heard(a) && id != kNone)
        last[id] = {.house = settled_.via[a].front(), .paragraph = paragraph(attribution.cue_head)};
      if (is_message(settled_.setting[a].medium) && id != kNone) last[id].posts = true;
      if (has_medium(a)) continue;
      if (id < u_.table.size() && u_.table.at(id).kind == SourceKind::document) {
        settled_.setting[a] = {.medium = medium_of(u_.table.at(id)), .words = attribution.source};
      } else if (language_.attribute(attribution.cue_head, medium_verb_, "kind") == "written" &&
                 (id == kNone || !last[id].posts)) {
        settled_.setting[a] = {.medium = Medium::document, .words = attribution.cue};
        if (id != kNone && settled_.via[a].empty()) written_for(a, last[id]);
      }
    }
  }

  struct Written {
    std::uint32_t house = kNone;
    std::uint32_t paragraph = 0;
    bool posts = false;  // what he wrote before was a post or a message
  };

  /// "the Herald's Lena Ost wrote", and what she wrote in the next paragraphs.
  void written_for(std::size_t a, Written& last) {
    constexpr std::uint32_t kHouseLasts = 10;  // paragraphs
    const std::uint32_t here = paragraph(u_.attributions[a].cue_head);
    std::uint32_t house_id = owned_by(u_.speaker[a]);
    if (house_id == kNone && here <= last.paragraph + kHouseLasts) house_id = last.house;
    if (!is_relay(house_id, a)) return;
    settled_.via[a].push_back(house_id);
    last = {.house = house_id, .paragraph = here};
  }

  /// "the Herald's Lena Ost": the house that a person is named with.
  std::uint32_t owned_by(std::uint32_t speaker) const {
    constexpr std::size_t kMost = 8;  // mentions
    if (speaker >= u_.table.size() || u_.table.at(speaker).kind != SourceKind::named_person) return kNone;
    const std::vector<std::uint32_t>& mentions = u_.table.at(speaker).mentions;
    for (std::size_t k = 0; k < std::min(kMost, mentions.size()); ++k) {
      const Mention& mention = u_.mentions.all[mentions[k]];
      const TokenRange owner = mention.affiliation;
      if (mention.name.empty() || owner.empty() || owner.end > mention.name.begin) continue;
      const std::uint32_t name = u_.reference.inside(owner);
      if (name != kNone && u_.mentions.all[name].kind == SourceKind::media) return u_.table.of(name);
    }
    return kNone;
  }

  std::uint32_t paragraph(std::uint32_t token) const {
    return language_.text().sentences[language_.text().sentence_of[token]].paragraph;
  }

  Medium medium_of(const Entity& document) const {
    if (document.first == kNone) return Medium::document;
    const std::string_view medium = language_.attribute(u_.mentions.all[document.first].head, medium_noun_, "medium");
    return medium.empty() ? Medium::document : medium_named(medium);
  }

  /// With "told Cove", where that is short for a newspaper named before.
  Occasions all_occasions() const {
    Occasions occasions = u_.occasions;
    std::vector<std::uint8_t> known(count(), 0);
    for (const Occasion& occasion : occasions) {
      if (occasion.attribution != kNone) known[occasion.attribution] = 1;
    }
    for (std::uint32_t a = 0; a < count(); ++a) {
      const TokenRange hearer = u_.attributions[a].recipient;
      if (known[a] != 0 || !is_hearing_house(a)) continue;
      occasions.push_back({.range = hearer, .medium = Medium::interview, .via = hearer, .attribution = a});
    }
    return occasions;
  }

  bool is_hearing_house(std::size_t a) const {
    const TokenRange hearer = u_.attributions[a].recipient;
    if (hearer.empty()) return false;
    if (is_anaphoric(hearer)) return house_before(hearer.begin) != kNone;
    return u_.recipient[a] != kNone && is_media(u_.recipient[a]) && names_house(hearer);
  }

  /// The newspaper to which it was told, by a word for it or a short name.
  std::uint32_t heard_by(std::size_t a) const {
    const std::uint32_t id = u_.recipient[a];
    const bool named = id != kNone && id < u_.table.size() && is_media(id) && u_.table.at(id).fullest != kNone &&
                       !u_.mentions.all[u_.table.at(id).fullest].name.empty();
    return named ? id : house(u_.attributions[a].recipient);
  }

  /// "Asked by the Herald whether she would go, Ruiz said …": who speaks behind what opens the sentence.
  std::vector<std::uint32_t> speaking_behind(const Occasion& occasion, std::uint32_t relay) const {
    const Text& text = language_.text();
    const TokenRange sentence = text.sentences[text.sentence_of[occasion.range.begin]].tokens;
    if (is_gathering(occasion.medium)) return {};
    const auto& all = u_.attributions;
    auto at = std::lower_bound(all.begin(), all.end(), occasion.range.end,
                               [](const Attribution& a, std::uint32_t t) { return a.cue.begin < t; });
    for (std::uint32_t steps = 0; at != all.end() && at->cue.begin < sentence.end && steps < kMostAttributionsAhead;
         ++at, ++steps) {
      const std::uint32_t speaker = u_.speaker[static_cast<std::size_t>(at - all.begin())];
      if (at->within == kNone && speaker != kNone && speaker != relay) return {speaker};
    }
    return {};
  }

  std::vector<Scene> scenes_of(const Occasions& occasions) {
    std::vector<Scene> scenes(occasions.size());
    for (std::size_t o = 0; o < occasions.size(); ++o) {
      const Occasion& occasion = occasions[o];
      const std::uint32_t a = occasion.attribution;
      std::uint32_t relay = house(occasion.via);
      if (relay == kNone && a != kNone && is_hearing_house(a)) relay = heard_by(a);
      scenes[o].relay = relay != kNone && is_outlet(relay) ? kNone : relay;
      scenes[o].day = speech_.day(occasion.range.begin);
      if (a == kNone) scenes[o].speakers = speaking_behind(occasion, relay);
      if (scenes[o].speakers.empty() && (a == kNone || u_.speaker[a] == kNone))
        scenes[o].speakers = speakers_at(occasion);
      scenes[o].unknown = a == kNone && std::none_of(scenes[o].speakers.begin(), scenes[o].speakers.end(),
                                                     [this](std::uint32_t id) { return is_named(id); });
      if (a == kNone) continue;
      std::vector<std::uint32_t>& via = settled_.via[a];
      // "in a statement given to the Herald by his lawyer": the Herald had it from the lawyer.
      const bool handed = is_written(occasion.medium) &&
                          std::none_of(via.begin(), via.end(), [this](std::uint32_t id) { return is_media(id); });
      if ((via.empty() || handed) && scenes[o].relay != kNone && is_relay(scenes[o].relay, a))
        via.insert(via.begin(), scenes[o].relay);
      if (scenes[o].relay == kNone && heard(a)) scenes[o].relay = via.front();
    }
    return scenes;
  }

  std::vector<Speech> speeches() const {
    std::vector<Speech> speeches(count());
    for (std::size_t a = 0; a < count(); ++a) {
      const Attribution& attribution = u_.attributions[a];
      const std::uint32_t speaker = u_.speaker[a];
      speeches[a] = {.speaker = is_embedded_post(attribution) ? kNone : speaker,
                     .hearer = u_.recipient[a] != kNone ? u_.recipient[a] : asked(attribution),
                     .relay = heard(a) ? settled_.via[a].front() : kNone,
                     .current = speech_.current(attribution) && !impersonal(attribution),
                     .aside = speech_.in_passing(attribution) && !impersonal(attribution),
                     .addresses = speech_.addresses(attribution),
                     .day = speech_.day(attribution.cue_head, attribution.content),
                     .to_another = tells_house(a),
                     .parts = speaker < u_.table.size() ? u_.table.at(speaker).parts : std::vector<std::uint32_t>()};
    }
    return speeches;
  }

  bool is_named(std::uint32_t id) const {
    return id < u_.table.size() && u_.table.at(id).kind == SourceKind::named_person;
  }

  /// "told Cove.TV": whom a capital names, and who is no person.
  bool tells_house(std::size_t a) const {
    const TokenRange hearer = u_.attributions[a].recipient;
    if (hearer.empty() || !language_.token(hearer.begin).has(kCapital)) return false;
    const std::uint32_t id = u_.recipient[a];
    if (id == kNone || id >= u_.table.size()) return true;
    const SourceKind kind = u_.table.at(id).kind;
    return kind == SourceKind::media || kind == SourceKind::named_organisation || kind == SourceKind::other;
  }

  /// A relay of several steps, or one that is no medium ("through a spokesman"), is of this saying alone.
  bool heard(std::size_t a) const { return settled_.via[a].size() == 1 && is_media(settled_.via[a].front()); }

  /// The newspaper or station that a range names: a mention, a short form of one, or nothing but those words. kNone for
  /// "the press" and the like.
  std::uint32_t house(TokenRange words) const {
    if (words.empty()) return kNone;
    if (is_anaphoric(words)) return house_before(words.begin);
    if (!is_house(u_.mentions, words) && !names_house(words)) return kNone;
    const std::uint32_t inside = u_.reference.inside(words);
    const Mention* mention = inside == kNone ? nullptr : &u_.mentions.all[inside];
    const bool whole = mention != nullptr && bare(mention->core) == bare(words) &&
                       (mention->kind == SourceKind::media || bare(mention->name) == bare(words));
    std::uint32_t id = whole ? u_.reference.entity(words) : kNone;
    if (id == kNone) {
      const std::uint32_t elsewhere = u_.reference.namesake(words);
      if (elsewhere != kNone) id = u_.table.of(elsewhere);
    }
    if (id != kNone && u_.table.at(id).kind != SourceKind::named_person) return id;
    // "Fox", "the Post's Lena Ost"
    if (const std::uint32_t full = in_full(words); full != kNone) return full;
    if (const std::uint32_t full = extra_in_full(words); full != kNone) return full;
    const std::uint32_t before = u_.extras.named(u_.naming, words);
    return before != kNone ? before : u_.extras.add(SourceKind::media, words);
  }

  /// Without its article.
  TokenRange bare(TokenRange words) const {
    return words.size() > 1 && language_.is(words.begin, Role::definite_article)
               ? TokenRange{words.begin + 1, words.end}
               : words;
  }

  /// The house whose name begins or ends with these words, the last named before them.
  std::uint32_t in_full(TokenRange words) const {
    const TokenRange part = bare(words);
    std::uint32_t found = kNone;
    for (std::uint32_t id = 0; id < u_.table.size(); ++id) {
      const Entity& entity = u_.table.at(id);
      if (entity.kind != SourceKind::media || entity.fullest == kNone) continue;
      const TokenRange name = bare(u_.mentions.all[entity.fullest].name);
      if (name.size() <= part.size()) continue;
      if (!same_words(part, {name.begin, name.begin + part.size()}) &&
          !same_words(part, {name.end - part.size(), name.end}))
        continue;
      if (found != kNone && u_.mentions.all[entity.first].core.begin > words.begin) break;
      found = id;
    }
    return found;
  }

  /// The same among those that no mention names: "Fox" behind “Fox News Sunday”.
  std::uint32_t extra_in_full(TokenRange words) const {
    const TokenRange part = bare(words);
    for (std::size_t k = u_.extras.size(); k-- > 0;) {
      const auto id = static_cast<std::uint32_t>(Extras::kFirst + k);
      const TokenRange name = bare(u_.extras.at(id).name);
      if (u_.extras.at(id).kind == SourceKind::media && name.size() > part.size() &&
          same_words(part, {name.begin, name.begin + part.size()}))
        return id;
    }
    return kNone;
  }

  bool same_words(TokenRange left, TokenRange right) const {
    for (std::uint32_t k = 0; k < left.size(); ++k) {
      if (language_.hash(left.begin + k) != language_.hash(right.begin + k)) return false;
    }
    return left.size() == right.size();
  }

  /// "the newspaper", "the network": the one named last.
  bool is_anaphoric(TokenRange words) const {
    return words.size() == 2 && language_.is(words.begin, Role::definite_article) &&
           !language_.token(words.begin + 1).has(kCapital) &&
           language_.form(words.begin + 1, language_.ids().media_head) != Form::plural &&
           language_.in(words.begin + 1, language_.ids().media_head) &&
           !language_.is(words.end - 1, Role::press_in_general);
  }

  std::uint32_t house_before(std::uint32_t token) const {
    const auto& all = u_.mentions.all;
    auto at = std::lower_bound(all.begin(), all.end(), token,
                               [](const Mention& mention, std::uint32_t t) { return mention.core.begin < t; });
    for (std::uint32_t steps = 0; at != all.begin() && steps < kMostBack; ++steps) {
      --at;
      if (at->kind != SourceKind::media || at->name.empty()) continue;
      const std::uint32_t id = u_.table.of(static_cast<std::uint32_t>(at - all.begin()));
      if (id != kNone && is_media(id)) return id;
    }
    return kNone;
  }

  /// Who speaks on an occasion that stands beside no attribution: all persons of its sentence where many speak there,
  /// else the subject.
  std::vector<std::uint32_t> speakers_at(const Occasion& occasion) const {
    constexpr std::size_t kMost = 4;
    const Text& text = language_.text();
    std::vector<std::uint32_t> speakers;
    const TokenRange sentence = text.sentences[text.sentence_of[occasion.range.begin]].tokens;
    const bool all = is_gathering(occasion.medium);
    for (std::uint32_t t = sentence.begin; t < sentence.end && speakers.size() < kMost; ++t) {
      const std::uint32_t m = u_.mentions.of_token[t];
      if (m == kNone || u_.mentions.all[m].core.begin != t || text.quotation_of[t] != kNone) continue;
      if (u_.table.of(m) == kNone || (occasion.range.contains(t) && !u_.mentions.all[m].possessive)) continue;
      const std::uint32_t id = u_.table.of(m);
      const SourceKind kind = u_.table.at(id).kind;
      const bool person = kind == SourceKind::named_person || kind == SourceKind::unnamed_person;
      if (!person && (all || kind != SourceKind::named_organisation)) continue;
      if (std::find(speakers.begin(), speakers.end(), id) == speakers.end()) speakers.push_back(id);
      if (!all) break;
    }
    return speakers;
  }

  /// "had a question for the president"
  std::uint32_t asked(const Attribution& attribution) const {
    if (attribution.stance != Stance::ask || attribution.content.empty()) return kNone;
    const std::uint32_t m = u_.mentions.core_starts_at[attribution.content.front().begin];
    if (m == kNone || u_.table.of(m) == kNone) return kNone;
    return u_.table.at(u_.table.of(m)).kind == SourceKind::named_person ? u_.table.of(m) : kNone;
  }

  /// A report or a newspaper speaks in no interview.
  bool impersonal(const Attribution& attribution) const {
    const std::uint32_t m = attribution.mode == SourceMode::phrase ? u_.reference.mention(attribution.source) : kNone;
    return m != kNone &&
           (u_.mentions.all[m].kind == SourceKind::media || u_.mentions.all[m].kind == SourceKind::document);
  }

  /// Not "the press" or "social media": some house in particular.
  bool names_house(TokenRange words) const {
    const std::uint32_t found = u_.reference.mention(words);
    if (found == kNone) return false;
    const Mention& mention = u_.mentions.all[found];
    if (mention.pronoun || language_.in(mention.core.begin, language_.ids().possessive_pronoun)) return false;
    if (!mention.name.empty()) return true;
    return mention.core.size() > 1 && !language_.is(mention.head, Role::press_in_general);
  }

  bool is_media(std::uint32_t id) const {
    return (id >= Extras::kFirst ? u_.extras.at(id).kind : u_.table.at(id).kind) == SourceKind::media;
  }

  bool is_outlet(std::uint32_t id) const {
    if (id >= Extras::kFirst) return u_.outlet.is(u_.naming.words(u_.extras.at(id).name), kNone);
    return u_.outlet.is(u_.naming.name_of(id), u_.table.at(id).register_entry);
  }

  const Unsettled& u_;
  const Language& language_;
  SpeechReader speech_;
  PollReader polls_;
  LexiconId medium_noun_, medium_verb_;
  Settled settled_;
};

}  // namespace

Settled settle(const Unsettled& unsettled) {
  return Settler(unsettled).run();
}

}  // namespace hearsay
