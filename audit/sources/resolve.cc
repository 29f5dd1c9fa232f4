// resolve_sources: names are grouped to entities, pronouns and descriptions joined to them, then each attribution's
// source, relays and hearer are looked up; what is used becomes a Source.
#include "sources/resolve.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/word_hash.h"
#include "mentions/language.h"
#include "sources/anaphora.h"
#include "sources/describe.h"
#include "sources/entities.h"
#include "sources/extras.h"
#include "sources/function.h"
#include "sources/naming.h"
#include "sources/outlet.h"
#include "sources/pronouns.h"
#include "sources/settle.h"

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
        label_(input.lexicons.named("transcript-label")),
        table_(language_, mentions_),
        naming_(language_, mentions_, table_),
        describer_(language_, mentions_, table_, naming_, registers_),
        outlet_(language_, registers_) {}

  Sources run(const ChooseLink& choose) {
    const std::vector<std::uint32_t> source_mention = mentions_of_sources();
    table_.group_names();  // first: pronouns and descriptions are joined to names
    index_contents();
    join_anaphora(source_mention, choose);
    std::vector<std::uint32_t> entity_of = told_entities(source_mention);
    return collect(entity_of, source_mention);
  }

 private:
  /// Per attribution the mention that its source is, or kNone.
  std::vector<std::uint32_t> mentions_of_sources() const {
    std::vector<std::uint32_t> found(attributions_.size(), kNone);
    for (std::size_t a = 0; a < attributions_.size(); ++a) {
      const Attribution& attribution = attributions_[a];
      if (attribution.mode == SourceMode::phrase && !label(attribution.source) && !is_number(attribution.source))
        found[a] = mention_in(attribution.source);
    }
    return found;
  }

  /// "In 2018 pleaded guilty": a year is nobody.
  bool is_number(TokenRange source) const {
    return source.size() == 1 && language_.token(source.begin).has(kDigit) &&
           !language_.token(source.begin).has(kAlpha);
  }

  /// Who speaks, and what in quotation marks, tells who "he" in those words is not.
  void join_anaphora(const std::vector<std::uint32_t>& source_mention, const ChooseLink& choose) {
    std::vector<std::uint8_t> speaks(mentions_.all.size(), 0);
    std::vector<Quoted> quoted;
    for (std::size_t a = 0; a < attributions_.size(); ++a) {
      if (source_mention[a] == kNone) continue;
      std::uint8_t& how = speaks[source_mention[a]];
      how = std::max<std::uint8_t>(how, attributions_[a].statement ? kUtters : 1);
      if (attributions_[a].type != AttributionType::indirect && !attributions_[a].content.empty())
        quoted.push_back({.by = source_mention[a],
                          .words = {attributions_[a].content.front().begin, attributions_[a].content.back().end}});
    }
    std::ranges::stable_sort(quoted, {}, &Quoted::by);
    const ClauseMap clauses = map_clauses(language_, tags_, mentions_);
    const std::vector<std::uint32_t> quoted_by = quoted_in();
    certainty_ = resolve_anaphora({.language = language_,
                                   .mentions = mentions_,
                                   .registers = registers_,
                                   .clauses = clauses,
                                   .source_mention = source_mention,
                                   .speaks = speaks,
                                   .content_of = content_of_,
                                   .quoted_in = quoted_by,
                                   .quoted = quoted},
                                  choose, table_);
  }

  /// Per attribution the quotation that it stands in, the innermost one; kNone in the writer's own words.
  std::vector<std::uint32_t> quoted_in() const {
    std::vector<std::uint32_t> found(attributions_.size(), kNone);
    for (std::size_t a = 0; a < attributions_.size(); ++a) {  // who holds another comes before it
      const std::uint32_t outer = attributions_[a].within;
      if (outer == kNone || outer >= a) continue;
      found[a] = attributions_[outer].type == AttributionType::direct ? outer : found[outer];
    }
    return found;
  }

  /// Per attribution who its source is, as far as names, links and the author tell; phrases that stand for themselves
  /// are left to collect().
  std::vector<std::uint32_t> told_entities(const std::vector<std::uint32_t>& source_mention) {
    const std::size_t count = attributions_.size();
    std::vector<std::uint32_t> entity_of(count, kNone);
    for (std::size_t a = 0; a < count; ++a) {
      if (attributions_[a].mode == SourceMode::author) entity_of[a] = author();
      if (attributions_[a].mode == SourceMode::phrase && label(attributions_[a].source))
        entity_of[a] = labelled(attributions_[a].source.begin);
      if (source_mention[a] != kNone && mentions_.all[source_mention[a]].person == 3)
        entity_of[a] = table_.of(source_mention[a]);
    }
    // "I" is whoever says the words around it, so that those must be known by now.
    for (std::size_t a = 0; a < count; ++a) {
      if (embeds(a) && !named_account(a, entity_of[a])) entity_of[a] = account(a);
      if (source_mention[a] != kNone && mentions_.all[source_mention[a]].person != 3)
        entity_of[a] = speaker(a, source_mention[a], entity_of);
    }
    return entity_of;
  }

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

  /// "A:" of a printed interview is the person that its introduction tells of most; "Q:" asks for the author.
  std::uint32_t labelled(std::uint32_t token) {
    if (language_.attribute(token, label_, "kind") != "answer") return author();
    if (interviewee_) return *interviewee_;
    std::uint32_t told = kNone;
    std::size_t most = 0;
    for (std::uint32_t e = 0; e < table_.size(); ++e) {
      if (table_.at(e).kind != SourceKind::named_person || !table_.at(e).parts.empty()) continue;
      const auto& of_it = table_.at(e).mentions;
      const auto before = static_cast<std::size_t>(std::count_if(
          of_it.begin(), of_it.end(), [&](std::uint32_t m) { return mentions_.all[m].core.begin < token; }));
      if (before <= most) continue;
      most = before;
      told = e;
    }
    interviewee_ = told;
    return told;
  }

  /// "Q:", "A:" of a printed interview: no name, and no mention to look up.
  bool label(TokenRange source) const {
    return source.size() == 1 && language_.token(source.begin).has(kCapital) &&
           language_.hash(source.end) == word_hash(":") && language_.in(source.begin, label_);
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
    // "Ana Ruiz Campaign Chief" is somebody else.
    const LanguageIds& ids = language_.ids();
    for (const LexiconId office : {ids.role, ids.title, ids.group, ids.organisation_head}) {
      if (language_.in(range.end - 1, office)) return kNone;
    }
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
    // "the leader of the opposition Lantern Party": he is no party.
    if (phrase.kind == SourceKind::unnamed_person && mentions_.all[next].kind != SourceKind::named_person) return found;
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
      author_ = extras_.add(SourceKind::author);
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
    if (entity >= Extras::kFirst) return false;  // kNone too
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
    if (const std::uint32_t before = extras_.named(naming_, name); before != kNone) return before;
    const std::optional<std::uint32_t> known = registers_.by_account(post_of(a).handle);
    const bool body = known && registers_.entry(*known).kind != RegisterKind::person;
    return extras_.add(body ? SourceKind::named_organisation : SourceKind::named_person, name);
  }

  std::uint32_t reader() {
    if (reader_ == kNone) reader_ = extras_.add(SourceKind::collective);
    return reader_;
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

  Settled settle_all(const std::vector<std::uint32_t>& speaker, const std::vector<std::uint32_t>& recipient) {
    const Reference reference{
        .mention = [this](TokenRange words) { return mention_in(words); },
        .inside = [this](TokenRange words) { return mention_within(words.begin, words); },
        .namesake = [this](TokenRange name) { return named_like(name); },
        .entity = [this](TokenRange words) { return entity_in(words); },
    };
    return settle({.language = language_,
                   .mentions = mentions_,
                   .attributions = attributions_,
                   .occasions = occasions_,
                   .outlet = outlet_,
                   .table = table_,
                   .naming = naming_,
                   .extras = extras_,
                   .reference = reference,
                   .speaker = speaker,
                   .recipient = recipient});
  }

  /// Who a mention is; "I" of a quotation is whoever says it.
  std::uint32_t identity(std::uint32_t m, const std::vector<std::uint32_t>& entity_of) const {
    const Mention& mention = mentions_.all[m];
    if (mention.person != 1 || table_.of(m) != kNone) return table_.of(m);
    const std::uint32_t holder = content_of_[mention.core.begin];
    if (holder == kNone || text_.quotation_of[mention.core.begin] == kNone) return kNone;
    return entity_of[holder] < table_.size() ? entity_of[holder] : kNone;
  }

  /// Sources, relays and hearers, each once, in order of first mention.
  std::vector<std::uint32_t> entities_used(const std::vector<std::uint32_t>& entity_of,
                                           const std::vector<std::vector<std::uint32_t>>& via,
                                           const std::vector<std::uint32_t>& recipient) const {
    std::vector<std::uint32_t> used;
    for (std::size_t a = 0; a < entity_of.size(); ++a) {
      if (entity_of[a] != kNone) used.push_back(entity_of[a]);
      used.insert(used.end(), via[a].begin(), via[a].end());
      if (recipient[a] != kNone) used.push_back(recipient[a]);
    }
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    std::stable_sort(used.begin(), used.end(),
                     [this](std::uint32_t left, std::uint32_t right) { return place(left) < place(right); });
    return used;
  }

  /// Settles relays and settings, and makes a Source of whoever is used: numbered by first mention, whatever their
  /// entity, so that the numbers are the reader's.
  Sources collect(std::vector<std::uint32_t>& entity_of, const std::vector<std::uint32_t>& source_mention) {
    const std::size_t count = attributions_.size();
    Sources sources;
    std::vector<std::uint32_t> recipient(count, kNone);
    // Phrases become entities only where they speak or are spoken to; the same words are the same one.
    for (std::size_t a = 0; a < count; ++a) {
      const Attribution& attribution = attributions_[a];
      if (entity_of[a] == kNone && source_mention[a] != kNone && mentions_.all[source_mention[a]].person == 3 &&
          !mentions_.all[source_mention[a]].pronoun) {
        entity_of[a] = table_.by_phrase(source_mention[a]);
      }
      if (!attribution.recipient.empty()) recipient[a] = entity_in(attribution.recipient);
    }
    Settled settled = settle_all(entity_of, recipient);
    sources.setting = std::move(settled.setting);
    const auto& via = settled.via;
    const std::vector<std::uint32_t> used = entities_used(entity_of, via, recipient);
    // From an entity, or what stands beside the table (Extras), to its source.
    std::vector<std::uint32_t> index(table_.size() + extras_.size(), kNone);
    const auto slot = [this](std::uint32_t id) {
      return id >= Extras::kFirst ? table_.size() + (id - Extras::kFirst) : id;
    };
    std::vector<std::vector<std::uint32_t>> used_by(used.size());
    for (std::uint32_t k = 0; k < used.size(); ++k) index[slot(used[k])] = k;
    for (std::uint32_t a = 0; a < count; ++a) {
      if (entity_of[a] != kNone) used_by[index[slot(entity_of[a])]].push_back(a);
    }
    for (std::uint32_t k = 0; k < used.size(); ++k) sources.all.push_back(source_of(used[k], used_by[k]));
    mark_own(sources);
    for (std::uint32_t k = 0; k < used.size(); ++k) {
      if (used[k] < Extras::kFirst) sources.all[k].entity = used[k];
    }
    sources.told_by = source_mention;
    sources.identities.resize(mentions_.all.size());
    for (std::uint32_t m = 0; m < mentions_.all.size(); ++m)
      sources.identities[m] = {.entity = identity(m, entity_of), .certainty = certainty_[m]};
    const auto to_index = [&](std::uint32_t id) { return id == kNone ? kNone : index[slot(id)]; };
    for (std::size_t a = 0; a < count; ++a) {
      sources.of_attribution.push_back(to_index(entity_of[a]));
      sources.recipient.push_back(to_index(recipient[a]));
      auto& relays = sources.via.emplace_back();
      for (const std::uint32_t id : via[a]) relays.push_back(to_index(id));
    }
    return sources;
  }

  std::uint32_t place(std::uint32_t id) const {
    if (id >= Extras::kFirst) {
      const TokenRange name = extras_.at(id).name;
      return name.empty() ? 0xfffffffeU : name.begin;
    }
    return mentions_.all[table_.at(id).first].core.begin;
  }

  /// Houses that are the article's own.
  void mark_own(Sources& sources) const {
    for (Source& source : sources.all) {
      const bool house = source.kind == SourceKind::media || source.kind == SourceKind::named_organisation;
      source.own = house && outlet_.is(source.name, source.register_entry);
    }
  }

  Source source_of(std::uint32_t id, const std::vector<std::uint32_t>& used_by) const {
    Source source;
    if (id >= Extras::kFirst) {
      const Extra& extra = extras_.at(id);
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
    if (source.kind == SourceKind::named_person || source.kind == SourceKind::unnamed_person)
      source.pronouns = pronouns_of(language_, mentions_, table_.at(id).mentions, certainty_);
    if (source.register_entry != kNone) add_register(source, registers_.entry(source.register_entry));
    add_handles(source, used_by);
    return source;
  }

  /// What the house notes of it; of a person also all names that it has for them, so that other articles' find them.
  static void add_register(Source& source, const RegisterEntry& entry) {
    source.columns = entry.columns;
    if (source.kind != SourceKind::named_person || entry.kind != RegisterKind::person) return;
    add_alias(source, entry.name);
    for (const std::string& alias : entry.aliases) add_alias(source, alias);
  }

  /// The accounts under which a source posted.
  void add_handles(Source& source, const std::vector<std::uint32_t>& used_by) const {
    for (const std::uint32_t a : used_by) {
      if (embeds(a) && !post_of(a).handle.empty()) add_alias(source, post_of(a).handle);
    }
  }

  const Document& document_;
  const Text& text_;
  const Tags& tags_;
  const Mentions& mentions_;
  const Attributions& attributions_;
  const Occasions& occasions_;
  const Register& registers_;
  Language language_;
  LexiconId label_;
  mutable std::unordered_map<std::uint64_t, std::uint32_t>
      by_name_;  // first mention of each name; made when first asked
  EntityTable table_;
  Naming naming_;
  Describer describer_;
  Outlet outlet_;
  std::vector<std::uint32_t> content_of_;
  std::vector<float> certainty_;  // per mention
  Extras extras_;
  std::uint32_t author_ = kNone;
  std::uint32_t reader_ = kNone;
  std::optional<std::uint32_t> interviewee_;  // kNone: nobody is told of before the first answer
};

}  // namespace

Sources resolve_sources(const ResolveInput& input, const ChooseLink& choose) {
  return Resolver(input).run(choose);
}

}  // namespace hearsay
