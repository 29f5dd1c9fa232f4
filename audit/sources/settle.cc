// settle: relays that stand beside an attribution, then the occasions with who speaks there, then what carrying them
// along the speakers adds.
#include "sources/settle.h"

#include <algorithm>
#include <utility>

#include "mentions/word_literal.h"
#include "sources/carry.h"
#include "sources/speech.h"

namespace hearsay {
namespace {

class Settler {
 public:
  explicit Settler(const Unsettled& unsettled)
      : u_(unsettled), language_(unsettled.language), speech_(language_, language_.lexicons()) {}

  Settled run() {
    beside();
    carry();
    return std::move(settled_);
  }

 private:
  std::size_t count() const { return u_.attributions.size(); }

  /// The relays that an attribution's own words name.
  void beside() {
    settled_.via.resize(count());
    for (std::size_t a = 0; a < count(); ++a) {
      for (const TokenRange& relay : u_.attributions[a].via) {
        const std::uint32_t id = u_.reference.entity(relay);
        if (id != kNone && id < u_.table.size() && is_media(id) && !names_house(relay)) continue;
        if (id != kNone && id != u_.speaker[a] && !is_outlet(id)) settled_.via[a].push_back(id);
      }
    }
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

  /// With "told Cove", where that is short for a newspaper named before.
  Occasions all_occasions() const {
    Occasions occasions = u_.occasions;
    std::vector<std::uint8_t> known(count(), 0);
    for (const Occasion& occasion : occasions) {
      if (occasion.attribution != kNone) known[occasion.attribution] = 1;
    }
    for (std::uint32_t a = 0; a < count(); ++a) {
      const TokenRange hearer = u_.attributions[a].recipient;
      if (known[a] != 0 || u_.recipient[a] == kNone || !is_media(u_.recipient[a]) || !names_house(hearer)) continue;
      occasions.push_back({.range = hearer, .medium = Medium::interview, .via = hearer, .attribution = a});
    }
    return occasions;
  }

  std::vector<Scene> scenes_of(const Occasions& occasions) {
    std::vector<Scene> scenes(occasions.size());
    for (std::size_t o = 0; o < occasions.size(); ++o) {
      const Occasion& occasion = occasions[o];
      const std::uint32_t relay = names_house(occasion.via) ? house(occasion.via) : kNone;
      scenes[o].relay = relay != kNone && is_outlet(relay) ? kNone : relay;
      const std::uint32_t a = occasion.attribution;
      if (a == kNone || u_.speaker[a] == kNone) scenes[o].speakers = speakers_at(occasion);
      if (a == kNone) continue;
      std::vector<std::uint32_t>& via = settled_.via[a];
      if (scenes[o].relay == kNone && heard(a)) scenes[o].relay = via.front();
      if (via.empty() && scenes[o].relay != kNone && scenes[o].relay != u_.speaker[a]) via.push_back(scenes[o].relay);
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
                     .addresses = speech_.addresses(attribution),
                     .parts = speaker < u_.table.size() ? u_.table.at(speaker).parts : std::vector<std::uint32_t>()};
    }
    return speeches;
  }

  /// A relay of several steps, or one that is no medium ("through a spokesman"), is of this saying alone.
  bool heard(std::size_t a) const { return settled_.via[a].size() == 1 && is_media(settled_.via[a].front()); }

  /// The newspaper or station that a range names: a mention, or a name among the words of one.
  std::uint32_t house(TokenRange words) const {
    if (words.empty()) return kNone;
    const std::uint32_t whole = u_.mentions.core_starts_at[words.begin];
    if (whole != kNone && u_.mentions.all[whole].core == words) return u_.reference.entity(words);
    if (u_.reference.inside(words) != kNone) return u_.reference.entity(words);
    const std::uint32_t elsewhere = u_.reference.namesake(words);
    if (elsewhere != kNone && u_.table.of(elsewhere) != kNone) return u_.table.of(elsewhere);
    const std::uint32_t before = u_.extras.named(u_.naming, words);
    return before != kNone ? before : u_.extras.add(SourceKind::media, words);
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
    const std::uint32_t head = language_.hash(mention.head);
    return mention.core.size() > 1 && head != "media"_w && head != "press"_w;
  }

  bool is_media(std::uint32_t id) const {
    return (id >= Extras::kFirst ? u_.extras.at(id).kind : u_.table.at(id).kind) == SourceKind::media;
  }

  bool is_outlet(std::uint32_t id) const {
    const std::string& outlet = language_.document().outlet;
    if (outlet.empty()) return false;
    if (id >= Extras::kFirst) {
      const TokenRange name = u_.extras.at(id).name;
      return !name.empty() && u_.naming.words(name) == outlet;
    }
    const Entity& entity = u_.table.at(id);
    if (u_.naming.name_of(id) == outlet) return true;
    if (entity.register_entry == kNone) return false;
    const RegisterEntry& entry = u_.registers.entry(entity.register_entry);
    return entry.name == outlet || std::find(entry.aliases.begin(), entry.aliases.end(), outlet) != entry.aliases.end();
  }

  const Unsettled& u_;
  const Language& language_;
  SpeechReader speech_;
  Settled settled_;
};

}  // namespace

Settled settle(const Unsettled& unsettled) {
  return Settler(unsettled).run();
}

}  // namespace hearsay
