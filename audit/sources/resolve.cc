// resolve_sources: names are grouped to entities, pronouns and descriptions joined to them, then each attribution's
// source, relays and hearer are looked up; what is used becomes a Source.
#include "sources/resolve.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "mentions/language.h"
#include "mentions/word_literal.h"
#include "sources/anaphora.h"
#include "sources/carry.h"
#include "sources/describe.h"
#include "sources/entities.h"
#include "sources/function.h"
#include "sources/naming.h"
#include "sources/speech.h"

namespace hearsay {
namespace {

class Resolver {
 public:
  explicit Resolver(const ResolveInput& input)
      : document_(input.document),
        text_(input.text),
        tags_(input.tags),
        mentions_(input.mentions),
        attributions_(input.attributions),
        occasions_(input.occasions),
        registers_(input.registers),
        language_(input.document, input.text, input.lexicons),
        speech_(language_, input.lexicons),
        label_(input.lexicons.named("transcript-label")),
        table_(language_, mentions_),
        naming_(language_, mentions_, table_),
        describer_(language_, mentions_, table_, naming_, registers_) {}

  Sources run(const ChooseLink& choose) {
    const std::size_t count = attributions_.size();
    std::vector<std::uint8_t> speaks(mentions_.all.size(), 0);
    std::vector<std::uint32_t> source_mention(count, kNone);
    for (std::size_t a = 0; a < count; ++a) {
      if (attributions_[a].mode != SourceMode::phrase || label(attributions_[a].source)) continue;
      source_mention[a] = mention_in(attributions_[a].source);
      if (source_mention[a] != kNone) speaks[source_mention[a]] = 1;
    }
    table_.group_names();
    index_contents();
    const ClauseMap clauses = map_clauses(language_, tags_, mentions_);
    certainty_ = resolve_anaphora({.language = language_,
                                   .mentions = mentions_,
                                   .clauses = clauses,
                                   .attributions = attributions_,
                                   .source_mention = source_mention,
                                   .speaks = speaks,
                                   .content_of = content_of_},
                                  choose, table_);
    std::vector<std::uint32_t> entity_of(count, kNone);
    for (std::size_t a = 0; a < count; ++a) {
      if (attributions_[a].mode == SourceMode::author) entity_of[a] = author();
      if (source_mention[a] != kNone && mentions_.all[source_mention[a]].person == 3)
        entity_of[a] = table_.of(source_mention[a]);
    }
    for (std::size_t a = 0; a < count; ++a) {
      if (embeds(a) && !named_account(a, entity_of[a])) entity_of[a] = account(a);
      if (source_mention[a] != kNone && mentions_.all[source_mention[a]].person != 3)
        entity_of[a] = speaker(a, source_mention[a], entity_of);
    }
    return collect(entity_of, source_mention);
  }

 private:
  /// The mention that a range of words is about: the one that fills it best from its start.
  std::uint32_t mention_in(TokenRange range) const {
    if (range.empty()) return kNone;
    const std::uint32_t whole = mentions_.core_starts_at[range.begin];
    if (whole != kNone && mentions_.all[whole].core.end <= range.end) {
      if (const std::uint32_t known = known_start(range); known != kNone) return known;
      return named_next(whole, range);
    }
    std::uint32_t loose = kNone;  // one that sticks out of the range
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (const std::uint32_t inside = mention_within(t, range); inside != kNone) return inside;
      if (loose == kNone) loose = mentions_.of_token[t];
    }
    const std::uint32_t elsewhere = loose == kNone ? kNone : named_like(range);
    return elsewhere != kNone ? elsewhere : loose;
  }

  /// "Q:" of a printed interview names nobody.
  bool label(TokenRange source) const {
    return source.size() == 1 && language_.token(source.begin).has(kCapital) && language_.hash(source.end) == ":"_w &&
           language_.in(source.begin, label_);
  }

  /// The first mention by just this name: in "Lantern Party Vows Reform" the capitals hide where the name ends.
  std::uint32_t named_like(TokenRange range) const {
    const auto key = [&](TokenRange words) {
      std::uint64_t sum = words.size();
      for (std::uint32_t t = words.begin; t < words.end; ++t) sum = sum * 1099511628211ULL + language_.hash(t);
      return sum;
    };
    if (by_name_.empty()) {
      for (std::uint32_t m = 0; m < mentions_.all.size(); ++m) {
        if (!mentions_.all[m].name.empty() && !mentions_.all[m].compound)
          by_name_.try_emplace(key(mentions_.all[m].name), m);
      }
    }
    const auto found = by_name_.find(key(range));
    return found == by_name_.end() ? kNone : found->second;
  }

  /// "Ana Ruiz Blasts Harbour Board" of a headline in capitals begins with a name that the article knows.
  std::uint32_t known_start(TokenRange range) const {
    constexpr std::uint32_t kLongestName = 6;
    if (range.size() < 3) return kNone;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (!language_.token(t).has(kCapital)) return kNone;
    }
    if (named_elsewhere(range) != kNone) return kNone;
    for (std::uint32_t end = std::min(range.end, range.begin + kLongestName + 1) - 1; end >= range.begin + 2; --end) {
      const std::uint32_t known = named_elsewhere({range.begin, end});
      if (known != kNone && mentions_.all[known].kind == SourceKind::named_person) return known;
    }
    return kNone;
  }

  /// A mention by just this name at another place.
  std::uint32_t named_elsewhere(TokenRange name) const {
    const std::uint32_t found = named_like(name);
    return found != kNone && mentions_.all[found].name.begin != name.begin ? found : kNone;
  }

  /// "its trade arm TPA", "Sul's ruling Lantern Party": where a phrase without a name runs into a name, the name is
  /// meant.
  std::uint32_t named_next(std::uint32_t found, TokenRange range) const {
    const Mention& phrase = mentions_.all[found];
    if (!phrase.name.empty() || phrase.core.end >= range.end || phrase.compound) return found;
    const std::uint32_t next = mentions_.core_starts_at[phrase.core.end];
    if (next == kNone || mentions_.all[next].name.empty() || mentions_.all[next].core.end > range.end) return found;
    return next;
  }

  /// The longest mention that starts at a token and ends within the range: "Rana" where the range is "Rana's".
  std::uint32_t mention_within(std::uint32_t token, TokenRange range) const {
    const auto& all = mentions_.all;
    auto at = std::lower_bound(all.begin(), all.end(), token,
                               [](const Mention& left, std::uint32_t t) { return left.core.begin < t; });
    for (std::uint32_t steps = 0; at != all.end() && at->core.begin == token && steps < 8; ++at, ++steps) {
      if (at->core.end <= range.end) return static_cast<std::uint32_t>(at - all.begin());
    }
    return kNone;
  }

  /// Which attribution's content holds a token, the innermost; by a sweep over the contents in order.
  void index_contents() {
    content_of_.assign(text_.tokens.size() + 1, kNone);
    std::uint64_t painted = 0;
    const std::uint64_t most = 16ULL * text_.tokens.size() + 1024;  // nested contents repaint; bounded on hostile input
    for (std::uint32_t a = 0; a < attributions_.size(); ++a) {
      for (const TokenRange& content : attributions_[a].content) {
        for (std::uint32_t t = content.begin; t < content.end && painted < most; ++t, ++painted) {
          if (content_of_[t] == kNone || attributions_[a].within == content_of_[t]) content_of_[t] = a;
        }
      }
    }
  }

  std::uint32_t author() {
    if (author_ == kNone) {
      author_ = extra(SourceKind::author);
    }
    return author_;
  }
  /// Is the attribution an embedded post itself, by the page's markup?
  bool embeds(std::size_t a) const {
    return is_embedded_post(attributions_[a]) && attributions_[a].post < document_.posts.size();
  }
  const Post& post_of(std::size_t a) const { return document_.posts[attributions_[a].post]; }

  /// Did the name of a post's account come out as somebody with a name?
  bool named_account(std::size_t a, std::uint32_t entity) const {
    if (entity >= kExtra) return false;  // kNone too
    const std::uint32_t m = mention_in(attributions_[a].source);
    const Mention& mention = mentions_.all[m];
    if (mention.name.empty() || mention.pronoun || mention.name.begin != attributions_[a].source.begin) return false;
    return mention.kind == SourceKind::named_person || mention.kind == SourceKind::named_organisation ||
           mention.kind == SourceKind::media;
  }

  /// An account whose name is no name of the language: "sul_weather". Somebody answers for it under that name.
  std::uint32_t account(std::size_t a) {
    const TokenRange source = attributions_[a].source;
    TokenRange name = {source.begin, source.begin};
    while (name.end < source.end && text_.tokens[name.end].end <= post_of(a).name.end) ++name.end;
    if (name.empty()) name = source;
    for (std::size_t k = 0; k < extras_.size(); ++k) {
      if (!extras_[k].name.empty() && naming_.words(extras_[k].name) == naming_.words(name))
        return kExtra + static_cast<std::uint32_t>(k);
    }
    const std::optional<std::uint32_t> known = registers_.by_account(post_of(a).handle);
    const bool body = known && registers_.entry(*known).kind != RegisterKind::person;
    return extra(body ? SourceKind::named_organisation : SourceKind::named_person, name);
  }

  std::uint32_t reader() {
    if (reader_ == kNone) reader_ = extra(SourceKind::collective);
    return reader_;
  }
  std::uint32_t extra(SourceKind kind, TokenRange name = {}) {
    extras_.push_back({.kind = kind, .name = name});
    return kExtra + static_cast<std::uint32_t>(extras_.size() - 1);
  }

  /// I and we: the speaker of the words they stand in; outside any, the author. You: the reader, or whoever is spoken
  /// to.
  std::uint32_t speaker(std::size_t attribution, std::uint32_t pronoun, const std::vector<std::uint32_t>& entity_of) {
    const Mention& word = mentions_.all[pronoun];
    const std::uint32_t holder = content_of_[word.core.begin];
    if (word.person == 2) return reader();
    if (holder != kNone && holder != attribution) return entity_of[holder];
    if (text_.quotation_of[word.core.begin] != kNone) {
      // A quotation nobody claims: the last speaker before it.
      for (std::size_t a = attribution; a-- > 0;) {
        if (entity_of[a] != kNone) return entity_of[a];
      }
    }
    return author();
  }

  std::uint32_t entity_in(TokenRange range) {
    const std::uint32_t mention = mention_in(range);
    if (mention == kNone) return kNone;
    if (table_.of(mention) == kNone && !mentions_.all[mention].pronoun) table_.by_phrase(mention);
    return table_.of(mention);
  }

  Sources collect(std::vector<std::uint32_t>& entity_of, const std::vector<std::uint32_t>& source_mention) {
    const std::size_t count = attributions_.size();
    Sources sources;
    std::vector<std::vector<std::uint32_t>> via(count);
    std::vector<std::uint32_t> recipient(count, kNone);
    for (std::size_t a = 0; a < count; ++a) {
      const Attribution& attribution = attributions_[a];
      if (entity_of[a] == kNone && source_mention[a] != kNone && mentions_.all[source_mention[a]].person == 3 &&
          !mentions_.all[source_mention[a]].pronoun) {
        entity_of[a] = table_.by_phrase(source_mention[a]);
      }
      for (const TokenRange& relay : attribution.via) {
        const std::uint32_t id = entity_in(relay);
        if (id != kNone && id < table_.size() && is_media(id) && !names_house(relay)) continue;
        if (id != kNone && id != entity_of[a] && !is_outlet(id)) via[a].push_back(id);
      }
      if (!attribution.recipient.empty()) recipient[a] = entity_in(attribution.recipient);
    }
    sources.setting = settle(entity_of, recipient, via);
    std::vector<std::uint32_t> used;
    for (std::size_t a = 0; a < count; ++a) {
      if (entity_of[a] != kNone) used.push_back(entity_of[a]);
      used.insert(used.end(), via[a].begin(), via[a].end());
      if (recipient[a] != kNone) used.push_back(recipient[a]);
    }
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    std::stable_sort(used.begin(), used.end(),
                     [this](std::uint32_t left, std::uint32_t right) { return place(left) < place(right); });
    std::vector<std::uint32_t> index(table_.size() + extras_.size(), kNone);
    const auto slot = [this](std::uint32_t id) { return id >= kExtra ? table_.size() + (id - kExtra) : id; };
    std::vector<std::vector<std::uint32_t>> used_by(used.size());
    for (std::uint32_t k = 0; k < used.size(); ++k) index[slot(used[k])] = k;
    for (std::uint32_t a = 0; a < count; ++a) {
      if (entity_of[a] != kNone) used_by[index[slot(entity_of[a])]].push_back(a);
    }
    for (std::uint32_t k = 0; k < used.size(); ++k) sources.all.push_back(source_of(used[k], used_by[k]));
    for (std::uint32_t k = 0; k < used.size(); ++k) {
      if (used[k] < kExtra) sources.all[k].entity = used[k];
    }
    sources.told_by = source_mention;
    sources.references.resize(mentions_.all.size());
    for (std::uint32_t m = 0; m < mentions_.all.size(); ++m)
      sources.references[m] = {.entity = table_.of(m), .certainty = certainty_[m]};
    const auto to_index = [&](std::uint32_t id) { return id == kNone ? kNone : index[slot(id)]; };
    for (std::size_t a = 0; a < count; ++a) {
      sources.of_attribution.push_back(to_index(entity_of[a]));
      sources.recipient.push_back(to_index(recipient[a]));
      auto& relays = sources.via.emplace_back();
      for (const std::uint32_t id : via[a]) relays.push_back(to_index(id));
    }
    return sources;
  }

  /// The newspaper or station that a range names: a mention, or a name among the words of one.
  std::uint32_t house(TokenRange words) {
    if (words.empty()) return kNone;
    const std::uint32_t whole = mentions_.core_starts_at[words.begin];
    if (whole != kNone && mentions_.all[whole].core == words) return entity_in(words);
    if (const std::uint32_t inside = mention_within(words.begin, words); inside != kNone) return entity_in(words);
    if (const std::uint32_t elsewhere = named_like(words); elsewhere != kNone && table_.of(elsewhere) != kNone)
      return table_.of(elsewhere);
    for (std::size_t k = 0; k < extras_.size(); ++k) {
      if (!extras_[k].name.empty() && naming_.words(extras_[k].name) == naming_.words(words))
        return kExtra + static_cast<std::uint32_t>(k);
    }
    return extra(SourceKind::media, words);
  }

  /// Who speaks on an occasion that stands beside no attribution: all persons of its sentence where many speak there,
  /// else the subject.
  std::vector<std::uint32_t> speakers_at(const Occasion& occasion) const {
    constexpr std::size_t kMost = 4;
    std::vector<std::uint32_t> speakers;
    const TokenRange sentence = text_.sentences[text_.sentence_of[occasion.range.begin]].tokens;
    const bool all = is_gathering(occasion.medium);
    for (std::uint32_t t = sentence.begin; t < sentence.end && speakers.size() < kMost; ++t) {
      const std::uint32_t m = mentions_.of_token[t];
      if (m == kNone || mentions_.all[m].core.begin != t || text_.quotation_of[t] != kNone) continue;
      if (table_.of(m) == kNone || (occasion.range.contains(t) && !mentions_.all[m].possessive)) continue;
      const std::uint32_t id = table_.of(m);
      const SourceKind kind = table_.at(id).kind;
      const bool person = kind == SourceKind::named_person || kind == SourceKind::unnamed_person;
      if (!person && (all || kind != SourceKind::named_organisation)) continue;
      if (std::find(speakers.begin(), speakers.end(), id) == speakers.end()) speakers.push_back(id);
      if (!all) break;
    }
    return speakers;
  }

  /// The settings of all attributions; adds to `via` what they were said to.
  std::vector<Setting> settle(const std::vector<std::uint32_t>& entity_of, const std::vector<std::uint32_t>& recipient,
                              std::vector<std::vector<std::uint32_t>>& via) {
    Occasions occasions = occasions_;
    // "told Cove", where that is short for a newspaper named before.
    std::vector<std::uint8_t> known(attributions_.size(), 0);
    for (const Occasion& occasion : occasions) {
      if (occasion.attribution != kNone) known[occasion.attribution] = 1;
    }
    for (std::uint32_t a = 0; a < attributions_.size(); ++a) {
      if (known[a] != 0 || recipient[a] == kNone || !is_media(recipient[a]) || !names_house(attributions_[a].recipient))
        continue;
      occasions.push_back({.range = attributions_[a].recipient,
                           .medium = Medium::interview,
                           .via = attributions_[a].recipient,
                           .attribution = a});
    }
    std::vector<Scene> scenes(occasions.size());
    for (std::size_t o = 0; o < occasions.size(); ++o) {
      const Occasion& occasion = occasions[o];
      const std::uint32_t relay = names_house(occasion.via) ? house(occasion.via) : kNone;
      scenes[o].relay = relay != kNone && is_outlet(relay) ? kNone : relay;
      const std::uint32_t a = occasion.attribution;
      if (a == kNone || entity_of[a] == kNone) scenes[o].speakers = speakers_at(occasion);
      if (a != kNone && scenes[o].relay == kNone && via[a].size() == 1 && is_media(via[a].front()))
        scenes[o].relay = via[a].front();
      if (a != kNone && via[a].empty() && scenes[o].relay != kNone && scenes[o].relay != entity_of[a])
        via[a].push_back(scenes[o].relay);
    }
    std::vector<Speech> speeches(attributions_.size());
    for (std::size_t a = 0; a < attributions_.size(); ++a) {
      // A relay of several steps, or one that is no medium ("through a spokesman"), is of this saying alone.
      const bool heard = via[a].size() == 1 && is_media(via[a].front());
      speeches[a] = {
          .speaker = embeds(a) ? kNone : entity_of[a],
          .hearer = recipient[a] != kNone ? recipient[a] : asked(attributions_[a]),
          .relay = heard ? via[a].front() : kNone,
          .current = speech_.current(attributions_[a]) && !impersonal(attributions_[a]),
          .addresses = speech_.addresses(attributions_[a]),
          .parts = entity_of[a] < table_.size() ? table_.at(entity_of[a]).parts : std::vector<std::uint32_t>()};
    }
    Carried carried = carry_settings(text_, attributions_, occasions, speeches, scenes);
    for (std::size_t a = 0; a < attributions_.size(); ++a) {
      if (via[a].empty() && carried.relay[a] != kNone && carried.relay[a] != entity_of[a])
        via[a].push_back(carried.relay[a]);
    }
    return std::move(carried.setting);
  }

  /// "had a question for the president"
  std::uint32_t asked(const Attribution& attribution) const {
    if (attribution.stance != Stance::ask || attribution.content.empty()) return kNone;
    const std::uint32_t m = mentions_.core_starts_at[attribution.content.front().begin];
    if (m == kNone || table_.of(m) == kNone) return kNone;
    return table_.at(table_.of(m)).kind == SourceKind::named_person ? table_.of(m) : kNone;
  }

  /// A report or a newspaper speaks in no interview.
  bool impersonal(const Attribution& attribution) const {
    const std::uint32_t m = attribution.mode == SourceMode::phrase ? mention_in(attribution.source) : kNone;
    return m != kNone && (mentions_.all[m].kind == SourceKind::media || mentions_.all[m].kind == SourceKind::document);
  }

  /// Not "the press" or "social media": some house in particular.
  bool names_house(TokenRange words) const {
    const std::uint32_t found = mention_in(words);
    if (found == kNone) return false;
    const Mention& mention = mentions_.all[found];
    if (mention.pronoun || language_.in(mention.core.begin, language_.ids().possessive_pronoun)) return false;
    if (!mention.name.empty()) return true;
    const std::uint32_t head = language_.hash(mention.head);
    return mention.core.size() > 1 && head != "media"_w && head != "press"_w;
  }

  bool is_media(std::uint32_t id) const {
    return id >= kExtra ? extras_[id - kExtra].kind == SourceKind::media : table_.at(id).kind == SourceKind::media;
  }

  std::uint32_t place(std::uint32_t id) const {
    if (id >= kExtra) {
      const TokenRange name = extras_[id - kExtra].name;
      return name.empty() ? 0xfffffffeU : name.begin;
    }
    return mentions_.all[table_.at(id).first].core.begin;
  }

  bool is_outlet(std::uint32_t id) const {
    if (document_.outlet.empty()) return false;
    if (id >= kExtra) {
      const TokenRange name = extras_[id - kExtra].name;
      return !name.empty() && naming_.words(name) == document_.outlet;
    }
    const Entity& entity = table_.at(id);
    if (naming_.name_of(id) == document_.outlet) return true;
    if (entity.register_entry == kNone) return false;
    const RegisterEntry& entry = registers_.entry(entity.register_entry);
    return entry.name == document_.outlet ||
           std::find(entry.aliases.begin(), entry.aliases.end(), document_.outlet) != entry.aliases.end();
  }

  Source source_of(std::uint32_t id, const std::vector<std::uint32_t>& used_by) const {
    Source source;
    if (id >= kExtra) {
      const Extra& extra = extras_[id - kExtra];
      source.kind = extra.kind;
      if (!extra.name.empty()) {
        source.name = naming_.words(extra.name);
        source.mentions.push_back(extra.name);
        add_handles(source, used_by);
        return source;
      }
      source.name = source.kind == SourceKind::author ? "the author" : "the reader";
      return source;
    }
    std::vector<const Attribution*> says;
    says.reserve(used_by.size());
    for (const std::uint32_t a : used_by) says.push_back(&attributions_[a]);
    source = describer_.describe(id, says);
    add_handles(source, used_by);
    return source;
  }

  /// The accounts under which a source posted.
  void add_handles(Source& source, const std::vector<std::uint32_t>& used_by) const {
    for (const std::uint32_t a : used_by) {
      if (embeds(a) && !post_of(a).handle.empty()) add_alias(source, post_of(a).handle);
    }
  }

  static constexpr std::uint32_t kExtra = 0x80000000U;  // ids of author and reader

  const Document& document_;
  const Text& text_;
  const Tags& tags_;
  const Mentions& mentions_;
  const Attributions& attributions_;
  const Occasions& occasions_;
  const Register& registers_;
  Language language_;
  SpeechReader speech_;
  LexiconId label_;
  mutable std::unordered_map<std::uint64_t, std::uint32_t>
      by_name_;  // first mention of each name; made when first asked
  EntityTable table_;
  Naming naming_;
  Describer describer_;
  std::vector<std::uint32_t> content_of_;
  std::vector<float> certainty_;  // per mention
  struct Extra {                  // a source that is no mention
    SourceKind kind = SourceKind::author;
    TokenRange name;  // empty: the author, the reader
  };
  std::vector<Extra> extras_;
  std::uint32_t author_ = kNone;
  std::uint32_t reader_ = kNone;
};

}  // namespace

Sources resolve_sources(const ResolveInput& input, const ChooseLink& choose) {
  return Resolver(input).run(choose);
}

}  // namespace hearsay
