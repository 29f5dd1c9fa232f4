// describe: the entity's kind first, since whoever is named anywhere is not anonymous; then its mentions in text order,
// the first that tells a role or a house telling it.
#include "sources/describe.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "sources/specificity.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostAliases = 24;

bool has_name(SourceKind kind) {
  return kind == SourceKind::named_person || kind == SourceKind::named_organisation;
}

}  // namespace

void add_alias(Source& source, std::string alias) {
  if (source.aliases.size() >= kMostAliases || alias == source.name) return;
  if (std::find(source.aliases.begin(), source.aliases.end(), alias) == source.aliases.end())
    source.aliases.push_back(std::move(alias));
}

/// A newsroom's own letter, and beside it what a register of judgements says of the outlet.
void Describer::grade(const Entity& entity, Source& source) const {
  std::optional<std::uint32_t> judged;
  if (entity.register_entry != kNone) {
    const RegisterEntry& entry = registers_.entry(entity.register_entry);
    source.reliability = entry.reliability;
    if (entry.reliability != 0) source.graded_by = registers_.judge(entry.judge);
    std::vector<std::string> names = entry.aliases;
    names.push_back(entry.name);
    judged = registers_.judgement(entry.domains, names);
  } else if (source.kind == SourceKind::media) {
    judged = registers_.judgement({}, std::span(&source.name, 1));
  }
  if (!judged || source.anonymous) return;
  const Judgement& judgement = registers_.judgements()[*judged];
  source.verdicts = judgement.verdicts;
  source.judged_by = registers_.judge(judgement.judge);
  // The newsroom's own letter stands. Of the judges' one holds for all an outlet prints or is none.
  const Verdict& first = judgement.verdicts.front();
  if (source.reliability != 0 || first.letter == 0 || judgement.verdicts.size() > 1 || !first.scope.empty()) return;
  source.reliability = first.letter;
  source.graded_by = source.judged_by;
}

Source Describer::describe(std::uint32_t id, const std::vector<const Attribution*>& says) const {
  const Entity& entity = table_.at(id);
  Source source;
  source.name = naming_.name_of(id);
  source.kind = kind_of(entity);
  source.anonymous = is_anonymous(entity, source.kind, says);
  source.gender = entity.gender;
  source.number = entity.number;
  source.register_entry = entity.register_entry;
  grade(entity, source);
  std::vector<std::uint32_t> order = entity.mentions;
  std::sort(order.begin(), order.end());
  std::vector<const Mention*> mentions;
  mentions.reserve(order.size());
  for (const std::uint32_t m : order) mentions.push_back(&mentions_.all[m]);
  for (const Mention* mention : mentions) read_mention(*mention, source);
  if (source.anonymous) source.specificity = specificity_of(language_, mentions, says);
  return source;
}

void Describer::read_mention(const Mention& mention, Source& source) const {
  source.mentions.push_back(mention.range);
  if (mention.pronoun) return;
  add_alias(source, naming_.form_of(mention));
  if (source.description.empty() && !mention.name.empty()) source.description = naming_.description_of(mention);
  if (source.affiliation.empty() && !mention.affiliation.empty() &&
      !language_.in(mention.affiliation.begin, language_.ids().possessive_pronoun) && !is_kin(mention)) {
    source.affiliation = naming_.affiliation_of(mention);
  }
}

/// Nobody in particular whom the reader can look up, and who is used as a source: who is only spoken to, or wants, asks
/// and refuses in public, hides nothing.
bool Describer::is_anonymous(const Entity& entity, SourceKind kind, const std::vector<const Attribution*>& says) const {
  if (kind != SourceKind::unnamed_person && kind != SourceKind::unnamed_group) return false;
  if (kind == SourceKind::unnamed_group && is_caucus(mentions_.all[entity.first])) return false;
  if (kind == SourceKind::unnamed_person && (holds_sole_office(entity) || is_kin_of_somebody(entity))) return false;
  return std::any_of(says.begin(), says.end(), [&](const Attribution* a) {
    return informs(*a) && (language_.in(a->cue_head, language_.ids().say) || !in_own_words(entity, *a));
  });
}

/// "candidates who reject the plan": what the phrase itself tells of its people tells who they are.
bool Describer::in_own_words(const Entity& entity, const Attribution& attribution) const {
  return attribution.type == AttributionType::indirect &&
         std::any_of(entity.mentions.begin(), entity.mentions.end(), [&](std::uint32_t m) {
           const Mention& mention = mentions_.all[m];
           return !mention.pronoun && !language_.in(mention.head, language_.ids().lone_speaker) &&
                  mention.range.contains(attribution.cue.begin);
         });
}

/// Whether an attribution tells what its source knows or thinks.
bool Describer::informs(const Attribution& attribution) const {
  if (attribution.asked_anonymity || !attribution.reason.empty()) return true;
  const auto cue_holds = [&](LexiconId lexicon) {
    for (std::uint32_t t = attribution.cue.begin; t < attribution.cue.end; ++t) {
      if (language_.in(t, lexicon)) return true;
    }
    return false;
  };
  if (cue_holds(call_out_)) return false;
  const bool direct = attribution.type == AttributionType::direct;
  if (!direct && cue_holds(modal_)) return false;  // "candidates should know"
  const bool says = cue_holds(language_.ids().say) || cue_holds(language_.ids().tell);
  switch (attribution.stance) {
    case Stance::refuse:
      return false;
    case Stance::demand:
    case Stance::ask:
    case Stance::intention:
      return direct;
    case Stance::criticism:
    case Stance::support:
      return direct || says;
    case Stance::neutral:
      // Found by likeness alone: an act more often than a saying ("lawmakers passed …").
      return direct || says || attribution.rule != kNone || attribution.entry != kNone;
    default:
      return true;
  }
}

/// "Senate Liberals", "world leaders", "security agencies": all of them, who are known.
bool Describer::is_caucus(const Mention& mention) const {
  const LanguageIds& ids = language_.ids();
  const std::uint32_t head = mention.head;
  if (!mention.count.empty()) return false;
  if (language_.attribute(head, ids.group, "kind") == "public") return true;
  if (head == mention.core.begin) return false;
  if (language_.length_at(head - 1, head + 1, ids.institution) == 2) return true;
  return language_.token(head).has(kCapital) &&
         (language_.in(head, ids.collective) || language_.in(head, ids.demonym_plural)) &&
         language_.in(head - 1, ids.organisation_head);
}

/// "the mayor of Varn", "Varn's mayor"
bool Describer::holds_sole_office(const Entity& entity) const {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(), [this](std::uint32_t m) {
    const Mention& mention = mentions_.all[m];
    if (mention.pronoun || !mention.definite || mention.number == GrammaticalNumber::plural) return false;
    const LexiconId office = language_.ids().sole_office;
    return language_.in(mention.head, office) ||
           (mention.head > mention.core.begin && language_.length_at(mention.head - 1, mention.head + 1, office) == 2);
  });
}

/// "his mother", where the text names him
bool Describer::is_kin_of_somebody(const Entity& entity) const {
  if (entity.possessor == kNone || table_.at(entity.possessor).kind != SourceKind::named_person) return false;
  return language_.in(mentions_.all[entity.first].head, language_.ids().family);
}

SourceKind Describer::kind_of(const Entity& entity) const {
  const Mention& first = mentions_.all[entity.first];
  SourceKind kind = entity.kind == SourceKind::other ? kind_of_thing(first) : entity.kind;
  if (kind == SourceKind::unnamed_group && is_generic(language_, first)) kind = SourceKind::collective;
  // "Holm and his aides": where one of them is named, the reader knows whom to ask.
  const auto named = std::find_if(entity.parts.begin(), entity.parts.end(),
                                  [this](std::uint32_t part) { return has_name(table_.at(part).kind); });
  if (named != entity.parts.end()) kind = table_.at(*named).kind;
  if (kind != SourceKind::unnamed_group && kind != SourceKind::collective) return kind;
  for (const std::uint32_t m : entity.mentions) {
    const TokenRange lead = mentions_.all[m].lead;
    const std::uint32_t leader = lead.empty() ? kNone : mentions_.of_token[lead.begin];
    if (leader != kNone) return mentions_.all[leader].kind;
  }
  return kind;
}

/// A source that is no person, body or document by its words.
SourceKind Describer::kind_of_thing(const Mention& mention) const {
  if (!mention.name.empty()) return SourceKind::named_organisation;
  return mention.number == GrammaticalNumber::plural ? SourceKind::collective : SourceKind::unstated;
}

/// "Mr Holm's wife": whose she is, but no house of hers.
bool Describer::is_kin(const Mention& mention) const {
  return !mention.role.empty() && mention.role.begin == mention.affiliation.begin &&
         language_.in(mention.role.end - 1, language_.ids().family);
}

}  // namespace hearsay
