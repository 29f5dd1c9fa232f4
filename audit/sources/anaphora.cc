#include "sources/anaphora.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/word_hash.h"
#include "sources/headline.h"
#include "sources/joint.h"
#include "sources/seat.h"

namespace hearsay {
namespace {

constexpr float kMostLikely = 0.5F;  // probability

class Anaphora {
 public:
  Anaphora(const LinkContext& context, const ChooseLink& choose, EntityTable& table)
      : language_(context.language),
        mentions_(context.mentions),
        registers_(context.registers),
        speaks_(context.speaks),
        clauses_(context.clauses),
        choose_(choose),
        table_(table),
        finder_(context, table),
        certainty_(context.mentions.all.size(), 1.0F) {}

  std::vector<float> run() {
    finder_.begin();
    for (std::uint32_t i = 0; i < mentions_.all.size(); ++i) {
      resolve(i);
      finder_.passed(i, certainty_[i]);
    }
    // Nouns of the headline last: by then it is told that "the company" is Cove Air.
    for (const std::uint32_t i : headline_nouns_) {
      if (!choose(i, Anaphor::bare)) table_.by_phrase(i);
    }
    return std::move(certainty_);
  }

 private:
  [[nodiscard]] const Mention& mention(std::uint32_t i) const { return mentions_.all[i]; }

  void resolve(std::uint32_t i) {
    const Mention& one = mention(i);
    if (table_.of(i) != kNone) return;
    if (one.compound)
      compound(i);
    else if (one.pronoun)
      pronoun(i);
    else if (one.name.empty())
      description(i);
    else
      table_.by_phrase(i);
  }

  void compound(std::uint32_t i) {
    // Parts follow the compound and are mostly names, grouped already; what is not yet resolved makes no part.
    std::vector<std::uint32_t> parts = parts_of(language_, mentions_, table_, i);
    const std::uint32_t id = table_.by_phrase(i);
    if (table_.at(id).parts.empty() && parts.size() >= 2) table_.at(id).parts = std::move(parts);
  }

  void pronoun(std::uint32_t i) {
    const Mention& word = mention(i);
    if (word.person != 3) return;
    if (word.relative) {
      relative(i);
      return;
    }
    if (const std::optional<Anaphor> anaphor = pronoun_class(word)) choose(i, *anaphor);
  }

  [[nodiscard]] std::optional<Anaphor> pronoun_class(const Mention& word) const {
    if (word.core.size() != 1) return std::nullopt;
    const bool personal = word.gender == Gender::male || word.gender == Gender::female;
    if (personal) {
      if (word.possessive || language_.is(word.head, Role::standing_possessive)) return Anaphor::his;
      return language_.is(word.head, Role::subject_pronoun) ? Anaphor::he : Anaphor::him;
    }
    if (word.gender == Gender::neuter) return word.possessive ? Anaphor::its : Anaphor::it;
    if (word.number == GrammaticalNumber::plural) return word.possessive ? Anaphor::their : Anaphor::they;
    return std::nullopt;
  }

  void relative(std::uint32_t i) {
    const std::vector<std::uint32_t>& told = finder_.told();
    const std::uint32_t begin = mention(i).core.begin;
    // The phrase that took the clause in; of several the compound.
    std::uint32_t taken = kNone;
    for (std::size_t k = told.size(); k-- > 0 && told.size() - k <= 8;) {
      const Mention& other = mention(told[k]);
      if (other.core.end > begin || !other.range.contains(begin)) continue;
      if (taken == kNone || other.compound) taken = told[k];
    }
    if (taken != kNone) {
      table_.join(i, table_.of(taken));
      return;
    }
    for (std::uint32_t back = 0; back <= 1 && back <= begin; ++back) {
      if (back == 1 && language_.hash(begin - 1) != word_hash(",")) return;
      const std::uint32_t before = mentions_.ends_at[begin - back];
      if (before != kNone && table_.of(before) != kNone) {
        table_.join(i, table_.of(before));
        return;
      }
    }
  }

  /// Joins to the option chosen; false where it is nobody.
  bool choose(std::uint32_t i, Anaphor anaphor) {
    const std::vector<LinkOption>& options = finder_.options(i, anaphor);
    if (options.size() == 1) return false;
    const LinkChoice choice = choose_(i, options, table_);
    certainty_[i] = choice.certainty;
    const std::uint32_t entity = options[choice.option].entity;
    if (entity == kNone) return false;
    // "The hospital" may be a body that nobody called so, but it is likelier one told of for the first time;
    // "prosecutors" are no other house.
    const LinkFacts& facts = options[choice.option].facts;
    const bool told_alike = facts.head != static_cast<std::uint8_t>(HeadMatch::none);
    if (anaphor == Anaphor::body && !told_alike &&
        (facts.definite == kBareDescription || choice.certainty < kMostLikely))
      return false;
    table_.join(i, entity);
    // Nobody but a person is "she", whatever the name was taken for.
    Entity& meant = table_.at(entity);
    if (is_personal(anaphor) && (meant.kind == SourceKind::other || meant.kind == SourceKind::named_organisation))
      meant.kind = SourceKind::named_person;
    return true;
  }

  [[nodiscard]] static std::optional<Anaphor> phrase_class(SourceKind kind) {
    switch (kind) {
      case SourceKind::unnamed_person:
        return Anaphor::person;
      case SourceKind::unnamed_group:
        return Anaphor::group;
      case SourceKind::named_organisation:
        return Anaphor::body;
      case SourceKind::document:
        return Anaphor::document;
      case SourceKind::media:
        return Anaphor::media;
      default:
        return std::nullopt;
    }
  }

  /// "the minister", "his campaign", "the sources", "a report".
  void description(std::uint32_t i) {
    const Mention& phrase = mention(i);
    if (phrase.kind == SourceKind::other && speaks_[i] == 0) return;
    std::uint32_t whole = apposed_to(i);
    if (whole == kNone) whole = named_behind(i);
    if (whole == kNone) whole = seated_before(i);
    if (whole != kNone) {
      table_.join(i, whole);
      return;
    }
    if (phrase.part_of_group()) {
      if (const std::uint32_t id = group_of(phrase); id != kNone) {
        table_.join(i, id);
        return;
      }
    }
    if (const std::uint32_t several = named_together(i); several != kNone) {
      table_.join(i, several);
      return;
    }
    const std::optional<Anaphor> own = phrase_class(phrase.kind);
    if (own && is_headline_noun(language_, phrase)) {
      headline_nouns_.push_back(i);
      return;
    }
    const std::uint64_t owned = owner_key(i);
    if (owned != 0) {
      if (const auto known = owned_.find(owned); known != owned_.end()) {
        table_.join(i, known->second);
        return;
      }
    }
    const bool chosen = own && choose(i, *own);
    if (!chosen) table_.by_phrase(i);
    if (owned != 0) {
      owned_.emplace(owned, table_.of(i));
      if (!chosen && table_.at(table_.of(i)).possessor == kNone)
        table_.at(table_.of(i)).possessor = static_cast<std::uint32_t>(owned >> 32U);
    }
  }

  /// "the envoy" of "Asif Rana, the envoy,": who is told to be that.
  [[nodiscard]] std::uint32_t apposed_to(std::uint32_t i) const {
    constexpr std::uint32_t kNear = 6;  // mentions
    const TokenRange core = mention(i).core;
    for (std::uint32_t k = i; k-- > 0 && i - k <= kNear;) {
      const Mention& other = mention(k);
      if (other.compound || other.name.empty() || other.core.end > core.begin || !other.range.contains(core.begin))
        continue;
      const bool told = !other.role.empty() && other.role.begin >= core.begin && other.role.end <= core.end;
      if (told && table_.of(k) != kNone) return table_.of(k);
    }
    return kNone;
  }

  /// "A carpenter by trade, Asif Rana built …": what opens a sentence before a comma is told of the subject behind it.
  [[nodiscard]] std::uint32_t named_behind(std::uint32_t i) const {
    const Mention& phrase = mention(i);
    if (phrase.kind != SourceKind::unnamed_person || phrase.number == GrammaticalNumber::plural ||
        !language_.token(phrase.core.begin).has(kSentenceStart) || speaks_[i] != 0 ||
        language_.hash(phrase.range.end) != word_hash(",") || phrase.range.end + 1 >= language_.size())
      return kNone;
    const std::uint32_t k = mentions_.core_starts_at[phrase.range.end + 1];
    if (k == kNone || mention(k).kind != SourceKind::named_person || mention(k).compound ||
        clauses_.of_mention[k] != Function::subject)
      return kNone;
    const Gender gender = table_.of(k) == kNone ? Gender::unknown : table_.at(table_.of(k)).gender;
    const bool agrees = phrase.gender == Gender::unknown || gender == Gender::unknown || phrase.gender == gender;
    return agrees ? table_.of(k) : kNone;
  }

  /// "the two ministers" of "Ana Ruiz and Omar Holm": those named together last, unless others were called so since;
  /// from the lead whoever is named together first.
  [[nodiscard]] std::uint32_t named_together(std::uint32_t i) {
    constexpr std::uint32_t kSentences = 10;
    constexpr std::size_t kLook = 160;    // mentions back, however long the sentences are
    constexpr std::uint32_t kAhead = 80;  // mentions
    const Mention& phrase = mention(i);
    if (!may_mean_several(language_, phrase) || quotation_of(i) != kNone) return kNone;
    const std::vector<std::uint32_t>& told = finder_.told();
    const HouseWords words{.language = language_, .mentions = mentions_, .registers = registers_};
    const std::size_t stop = told.size() > kLook ? told.size() - kLook : 0;
    for (std::size_t at = told.size(); at-- > stop && sentence_of(i) - sentence_of(told[at]) <= kSentences;) {
      const std::uint32_t k = told[at];
      const std::vector<std::uint32_t>& parts = table_.at(table_.of(k)).parts;
      if (parts.empty() && !mention(k).pronoun && mention(k).name.empty() &&
          mention(k).number == GrammaticalNumber::plural &&
          language_.hash(mention(k).head) == language_.hash(phrase.head))
        return kNone;
      if (are_called(words, phrase, parts, table_)) return table_.of(k);
    }
    if (speaks_[i] == 0 || !finder_.is_early(i) || is_said_of_any(language_, phrase)) return kNone;
    const auto end = std::min<std::size_t>(mentions_.all.size(), i + kAhead);
    for (std::uint32_t k = i + 1; k < end && sentence_of(k) - sentence_of(i) <= kSentences; ++k) {
      if (!mention(k).compound || mention(k).core.begin < phrase.range.end) continue;
      if (!are_called(words, phrase, parts_of(language_, mentions_, table_, k), table_)) continue;
      resolve(k);
      return table_.of(k);
    }
    return kNone;
  }

  [[nodiscard]] std::uint32_t sentence_of(std::uint32_t i) const {
    return language_.text().sentence_of[mention(i).core.begin];
  }
  [[nodiscard]] std::uint32_t quotation_of(std::uint32_t i) const {
    return language_.text().quotation_of[mention(i).core.begin];
  }

  /// "Omar Holm, the Ohio Republican": his seat.
  [[nodiscard]] std::uint32_t seated_before(std::uint32_t i) const {
    const Mention& phrase = mention(i);
    const std::uint32_t comma = phrase.core.begin - 1;
    if (phrase.core.begin < 2 || language_.hash(comma) != word_hash(",") ||
        !is_seat_alone(language_, claimed_seat(language_, phrase), phrase))
      return kNone;
    const std::uint32_t k = mentions_.core_ends_at[comma];
    return k != kNone && mention(k).kind == SourceKind::named_person && !mention(k).compound ? table_.of(k) : kNone;
  }

  /// The group that somebody is one of.
  [[nodiscard]] std::uint32_t group_of(const Mention& phrase) const {
    const std::uint32_t head = language_.hash(phrase.role.end - 1);
    return newest([&](std::uint32_t k) {
      return mention(k).kind == SourceKind::unnamed_group && language_.hash(mention(k).head) == head;
    });
  }

  template <typename Fits>
  [[nodiscard]] std::uint32_t newest(Fits fits) const {
    constexpr std::size_t kLook = 160;  // mentions
    const std::vector<std::uint32_t>& told = finder_.told();
    const std::size_t stop = told.size() > kLook ? told.size() - kLook : 0;
    for (std::size_t k = told.size(); k-- > stop;) {
      if (fits(told[k])) return table_.of(told[k]);
    }
    return kNone;
  }

  /// "his campaign", "Ruiz's campaign" and "the Ruiz campaign" are one: whose, and what; 0 where nobody is told.
  [[nodiscard]] std::uint64_t owner_key(std::uint32_t i) {
    const Mention& phrase = mention(i);
    if (phrase.affiliation.empty() || phrase.number == GrammaticalNumber::plural) return 0;
    if (phrase.kind != SourceKind::named_organisation && phrase.kind != SourceKind::unnamed_person) return 0;
    const std::uint32_t at = phrase.affiliation.begin;
    std::uint32_t owner = kNone;
    const std::uint32_t possessor = possessor_at(i, at);
    if (possessor != kNone) {
      resolve(possessor);  // the phrase comes before its owner in order of mentions
      owner = table_.of(possessor);
    } else if (phrase.affiliation.size() <= 2 && phrase.kind == SourceKind::named_organisation) {
      owner = named_entity(phrase.affiliation);
    }
    if (owner == kNone) return 0;
    return (static_cast<std::uint64_t>(owner) << 32U) | language_.hash(phrase.head);
  }

  [[nodiscard]] std::uint32_t possessor_at(std::uint32_t i, std::uint32_t begin) const {
    constexpr std::uint32_t kNear = 6;  // mentions
    const auto end = std::min<std::size_t>(mentions_.all.size(), i + kNear);
    for (std::uint32_t k = i + 1; k < end && mention(k).core.begin <= begin; ++k) {
      if (mention(k).possessive && mention(k).core.begin == begin && mention(k).person == 3) return k;
    }
    return kNone;
  }

  /// The entity last called by a name that ends so.
  [[nodiscard]] std::uint32_t named_entity(TokenRange name) const {
    const std::uint32_t last = language_.hash(name.end - 1);
    return newest(
        [&](std::uint32_t k) { return !mention(k).name.empty() && language_.hash(mention(k).name.end - 1) == last; });
  }

  const Language& language_;
  const Mentions& mentions_;
  const Register& registers_;
  const std::vector<std::uint8_t>& speaks_;
  const ClauseMap& clauses_;
  const ChooseLink& choose_;
  EntityTable& table_;
  CandidateFinder finder_;
  std::vector<float> certainty_;
  std::vector<std::uint32_t> headline_nouns_;
  std::unordered_map<std::uint64_t, std::uint32_t> owned_;
};

}  // namespace

std::vector<float> resolve_anaphora(const LinkContext& context, const ChooseLink& choose, EntityTable& table) {
  return Anaphora(context, choose, table).run();
}

}  // namespace hearsay
