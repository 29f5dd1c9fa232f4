// find_accusations: marks are given to who is accused and who accuses; of each accused the sentence that charges it
// most stands for all. Then everybody who says something in the article is held against the accused.
#include "score/accusations.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "score/positions.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxMarks = 500;    // of one article
constexpr std::size_t kMaxLookedAt = 16;  // of a source, looked at for whom it speaks for
constexpr std::size_t kLeastName = 4;     // bytes of a surname or group that is looked for in a description
constexpr std::size_t kPluralEnding = 1;  // bytes of "s": "Democrats", a "Democrat", the "Democratic" leader

bool is_group(SourceKind kind) {
  return kind == SourceKind::unnamed_group || kind == SourceKind::collective;
}

class Finder {
 public:
  explicit Finder(const ScoreInput& input)
      : input_(input), subordinator_(input.program.lexicons.named("subordinator")), said_(input.sources.all.size()) {
    for (std::uint32_t a = 0; a < input.attributions.size(); ++a) {
      const std::uint32_t source = source_index(input.sources, a);
      const Attribution& attribution = input.attributions[a];
      if (source != kNone && (attribution.statement || attribution.negated || attribution.stance == Stance::refuse))
        said_[source].push_back(a);
    }
  }

  std::vector<Accusation> find() {
    std::map<std::uint32_t, std::vector<Accusation>> of_entity;
    const std::vector<AccusationMark>& marks = input_.marks.accusations;
    for (std::size_t i = 0; i < std::min(marks.size(), kMaxMarks); ++i) add(marks[i], of_entity);
    std::vector<Accusation> found;
    for (auto& [entity, charges] : of_entity) {
      // The sentence in which most rules find it charged; of equals the first.
      const auto most = std::max_element(charges.begin(), charges.end(),
                                         [](const Accusation& a, const Accusation& b) { return a.times < b.times; });
      std::uint32_t times = 0;
      for (const Accusation& charge : charges) times += charge.times;
      found.push_back(*most);
      found.back().times = times;
      found.back().answered = answers(found.back());
    }
    std::sort(found.begin(), found.end(), [](const Accusation& a, const Accusation& b) { return a.range < b.range; });
    return found;
  }

 private:
  void add(const AccusationMark& mark, std::map<std::uint32_t, std::vector<Accusation>>& of_entity) const {
    const std::vector<Identity>& identities = input_.sources.identities;
    if (mark.accused >= input_.mentions.all.size() || mark.accused >= identities.size()) return;
    const std::uint32_t accused = first_of(mark.accused);
    const Mention& mention = input_.mentions.all[accused];
    const Identity& identity = identities[accused];
    if (identity.entity == kNone || !is_body(block_at(input_.text, mark.range.begin))) return;
    if (mark.range.begin == mention.range.begin && stands_in_a_phrase(mention)) return;
    const Mention& told = told_by(accused);
    if (!can_answer(told)) return;
    Accusation charge{.range = sentence_range(input_.text, mark.range.begin),
                      .accused = told.name.empty() ? told.core : told.name,
                      .phrase = mention.range,
                      .entity = identity.entity,
                      .kind = told.kind,
                      .attribution = accuser_of(mark),
                      .times = 1,
                      .certainty = identity.certainty};
    if (charge.attribution != kNone) {
      charge.certainty *= certainty_of(input_, charge.attribution);
      const Source* accuser = source_at(input_.sources, source_index(input_.sources, charge.attribution));
      if (accuser != nullptr && (accuser->entity == charge.entity || speaks_for(*accuser, charge))) return;
      charge.range = said_within(charge, mark);
    }
    std::vector<Accusation>& charges = of_entity[charge.entity];
    const auto again = std::find_if(charges.begin(), charges.end(),
                                    [&](const Accusation& other) { return other.range == charge.range; });
    if (again == charges.end()) {
      charges.push_back(charge);
    } else {
      ++again->times;
    }
  }

  /// The mention that tells who it is: this one, or where it has no name the first of the same that has one.
  [[nodiscard]] const Mention& told_by(std::uint32_t accused) const {
    const Mention& here = input_.mentions.all[accused];
    if (has_name(here)) return here;
    const std::vector<Identity>& identities = input_.sources.identities;
    for (std::uint32_t m = 0; m < std::min(input_.mentions.all.size(), identities.size()); ++m) {
      const Mention& mention = input_.mentions.all[m];
      if (identities[m].entity == identities[accused].entity && !mention.name.empty()) return mention;
    }
    return here;
  }

  /// Of several together the first: all of them are charged, and one is asked after.
  [[nodiscard]] std::uint32_t first_of(std::uint32_t accused) const {
    const Mention& whole = input_.mentions.all[accused];
    if (!whole.compound) return accused;
    for (std::uint32_t m = accused + 1; m < input_.mentions.all.size(); ++m) {
      const Mention& part = input_.mentions.all[m];
      if (part.core.begin >= whole.core.end) break;
      if (!part.compound && !part.possessive) return m;
    }
    return accused;
  }

  /// "Signing hats in Norvia may have broken rules": the land of a phrase does nothing.
  [[nodiscard]] bool stands_in_a_phrase(const Mention& mention) const {
    const std::uint32_t at = mention.range.begin;
    if (at == 0 || input_.text.tokens[at].has(kSentenceStart) || input_.tags.size() <= at) return false;
    return input_.tags[at - 1] == Tag::IN && !input_.text.is(at - 1, Role::complementiser_that) &&
           !input_.program.lexicons.has(input_.text.tokens[at - 1].word, subordinator_);
  }

  /// A name of its own, or one that tells which it is: "the Holm administration".
  [[nodiscard]] bool has_name(const Mention& mention) const {
    bool name = !mention.name.empty();
    for (std::uint32_t t = mention.core.begin; t < std::min<std::size_t>(mention.core.end, input_.tags.size()); ++t)
      name = name || is_name(input_.tags[t]);
    return name;
  }

  [[nodiscard]] bool can_answer(const Mention& mention) const {
    switch (mention.kind) {
      case SourceKind::named_person:
      case SourceKind::named_organisation:
      case SourceKind::media:
        return has_name(mention);  // "the hardline group" may be whoever speaks below under its name
      case SourceKind::unnamed_group:
      case SourceKind::collective: {
        return mention.head < input_.tags.size() && is_name(input_.tags[mention.head]);
      }
      default:
        return false;
    }
  }

  /// The attribution whose cue charges, or the innermost in whose words the charge stands.
  [[nodiscard]] std::uint32_t accuser_of(const AccusationMark& mark) const {
    std::uint32_t best = kNone;
    std::uint32_t size = 0;
    for (std::uint32_t a = 0; a < input_.attributions.size(); ++a) {
      const Attribution& attribution = input_.attributions[a];
      if (attribution.cue.overlaps(mark.range) && attribution.mode != SourceMode::none) return a;
      for (const TokenRange& part : attribution.content) {
        if (!part.contains(mark.range.begin) || (best != kNone && part.size() >= size)) continue;
        best = a;
        size = part.size();
      }
    }
    return best;
  }

  /// What of the sentence belongs to the accuser's words: the part that the charge stands in, and the cue where that
  /// itself charges ("[blamed] Tarn Lines for the spill").
  [[nodiscard]] TokenRange said_within(const Accusation& charge, const AccusationMark& mark) const {
    const Attribution& attribution = input_.attributions[charge.attribution];
    for (const TokenRange& part : attribution.content) {
      if (!part.overlaps(mark.range)) continue;
      TokenRange both{std::max(part.begin, charge.range.begin), std::min(part.end, charge.range.end)};
      if (both.empty()) continue;
      if (attribution.cue.overlaps(mark.range) && charge.range.contains(attribution.cue.begin))
        both.begin = std::min(both.begin, attribution.cue.begin);
      return both;
    }
    return charge.range;
  }

  [[nodiscard]] std::string_view words_of(TokenRange range) const {
    return text_of(input_.document, input_.text, clipped(input_.text, range));
  }

  /// "Lena Moss[, a lawyer for Holm]": what a mention tells before its next verb.
  [[nodiscard]] std::string_view role_beside(TokenRange mention) const {
    TokenRange range = clipped(input_.text, mention);
    if (input_.tags.size() < range.end) return {};
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (is_finite(input_.tags[t])) range.end = t;
    }
    return words_of(range);
  }

  /// "A lawyer for Moss", "the company's spokesman", "a Harbourist leader" of the Harbourists.
  [[nodiscard]] bool speaks_for(const Source& source, const Accusation& charge) const {
    const std::uint32_t head = charge.accused.end - 1;
    std::string_view name = words_of({head, charge.accused.end});
    if (is_group(charge.kind) && name.size() > kLeastName) name.remove_suffix(kPluralEnding);
    if (name.size() < kLeastName) return false;
    // Who bears the same surname is another: "Lena Holm" does not speak for Erik Holm.
    if (source.kind == SourceKind::named_person && source.name.ends_with(name)) return false;
    const auto tells = [&](std::string_view words) { return words.find(name) != std::string_view::npos; };
    if (tells(source.affiliation) || tells(source.description)) return true;
    const auto told = [&](TokenRange mention) { return tells(role_beside(mention)); };
    const auto most = static_cast<std::ptrdiff_t>(std::min(source.mentions.size(), kMaxLookedAt));
    // "Moss's lawyer", "Senate Democrats"; not "women who have accused Moss".
    return source.entity != charge.entity && std::any_of(source.mentions.begin(), source.mentions.begin() + most, told);
  }

  /// Whether the range holds a mention of the entity of which `holds` is true.
  template <typename Holds>
  [[nodiscard]] bool any_mention(TokenRange range, std::uint32_t entity, Holds holds) const {
    const std::vector<Identity>& identities = input_.sources.identities;
    for (const Mention& mention : mentions_in(input_.mentions, range)) {
      const auto m = static_cast<std::size_t>(&mention - input_.mentions.all.data());
      if (m < identities.size() && identities[m].entity == entity && holds(mention)) return true;
    }
    return false;
  }

  /// "His campaign", "Moss's department": whoever it is of can answer for it.
  [[nodiscard]] bool is_of(const Accusation& charge, std::uint32_t entity) const {
    if (entity == kNone) return false;
    return any_mention(charge.phrase, entity, [](const Mention& mention) { return mention.possessive; });
  }

  /// Many speak under the name of a party: what one of them says elsewhere is no answer of all. It is one where it
  /// denies, where they would not say anything, and where it is about the accuser.
  [[nodiscard]] bool is_reply(const Accusation& charge, std::uint32_t a) const {
    const Attribution& attribution = input_.attributions[a];
    if (attribution.stance == Stance::deny || attribution.stance == Stance::refuse || attribution.negated) return true;
    const Source* accuser = source_at(input_.sources, source_index(input_.sources, charge.attribution));
    if (accuser == nullptr || accuser->entity == kNone) return true;
    const auto names_accuser = [&](TokenRange range) {
      return any_mention(range, accuser->entity, [](const Mention&) { return true; });
    };
    return names_accuser(sentence_range(input_.text, attribution.cue.begin)) ||
           std::any_of(attribution.content.begin(), attribution.content.end(), names_accuser);
  }

  /// What the accuser makes the accused say is no answer.
  [[nodiscard]] bool answers(const Accusation& charge) const {
    const auto answer = [&](std::uint32_t a) {
      return a != charge.attribution &&
             (charge.attribution == kNone ||
              (input_.attributions[a].within != charge.attribution && (!is_group(charge.kind) || is_reply(charge, a))));
    };
    for (std::uint32_t s = 0; s < said_.size(); ++s) {
      if (said_[s].empty()) continue;
      const Source& source = input_.sources.all[s];
      if (source.entity != charge.entity && !speaks_for(source, charge) && !is_of(charge, source.entity)) continue;
      if (std::any_of(said_[s].begin(), said_[s].end(), answer)) return true;
    }
    return false;
  }

  const ScoreInput& input_;
  LexiconId subordinator_;
  std::vector<std::vector<std::uint32_t>>
      said_;  // per source: the attributions in which it says something or would not
};

}  // namespace

std::vector<Accusation> find_accusations(const ScoreInput& input) {
  return Finder(input).find();
}

}  // namespace hearsay
