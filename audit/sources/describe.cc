// describe: the entity's kind first, since whoever is named anywhere is not anonymous; then its mentions in text order,
// the first that tells a role or a house telling it.
#include "sources/describe.h"

#include <algorithm>
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

Source Describer::describe(std::uint32_t id, const std::vector<const Attribution*>& says) const {
  const Entity& entity = table_.at(id);
  Source source;
  source.name = naming_.name_of(id);
  source.kind = kind_of(entity);
  source.anonymous = source.kind == SourceKind::unnamed_person || source.kind == SourceKind::unnamed_group;
  source.gender = entity.gender;
  source.number = entity.number;
  source.register_entry = entity.register_entry;
  if (entity.register_entry != kNone) source.reliability = registers_.entry(entity.register_entry).reliability;
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

SourceKind Describer::kind_of(const Entity& entity) const {
  const Mention& first = mentions_.all[entity.first];
  SourceKind kind = entity.kind == SourceKind::other ? kind_of_thing(first) : entity.kind;
  if (kind == SourceKind::unnamed_group && is_generic(language_, first)) kind = SourceKind::collective;
  // "Holm and his aides": where one of them is named, the reader knows whom to ask.
  const auto named = std::find_if(entity.parts.begin(), entity.parts.end(),
                                  [this](std::uint32_t part) { return has_name(table_.at(part).kind); });
  if (named != entity.parts.end()) kind = table_.at(*named).kind;
  const bool led = std::any_of(entity.mentions.begin(), entity.mentions.end(),
                               [this](std::uint32_t m) { return !mentions_.all[m].lead.empty(); });
  return kind == SourceKind::unnamed_group && led ? SourceKind::named_person : kind;
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
