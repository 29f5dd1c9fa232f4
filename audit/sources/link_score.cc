#include "sources/link_score.h"

#include <array>
#include <cmath>

#include "evidence/feature.h"
#include "sources/belonging.h"
#include "sources/function.h"
#include "sources/link_features.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostFeatures = 80;

/// Reading order, told gender and who speaks: what rules alone know of a pronoun.
float stated_pronoun(const LinkFacts& f) {
  if (f.nobody != 0) return 0;
  float score = 4;
  if (f.ahead != 0) return f.comma != 0 && f.its_speaks != 0 ? 6 : -1;
  if (f.gender != 0) score += 1;
  if (f.kind == static_cast<std::uint8_t>(SourceKind::unnamed_person)) score -= 1.4F;
  if (f.kind == static_cast<std::uint8_t>(SourceKind::document)) score -= 0.4F;
  if (f.weak != 0) score -= 1.2F;
  if (f.number == 2 && static_cast<Anaphor>(f.anaphor) >= Anaphor::they) score -= 0.8F;
  score -= 0.5F * static_cast<float>(f.sentences) + 0.15F * static_cast<float>(f.rank);
  if (f.its_speaks != 0) score += 0.6F;
  if (f.opens != 0) score += 0.5F;
  const auto function = static_cast<Function>(f.its_function);
  if (function == Function::possessor) score -= 0.3F;
  if (function == Function::oblique) score -= 0.5F;
  if (f.quotes == 2 || f.quotes == 3) score -= 0.9F;
  const auto voice = static_cast<Voice>(f.voice);
  if (voice == Voice::spoken_of || voice == Voice::quoted_of) score -= 1.2F;
  return score;
}

/// Whether a description may be of somebody who was called nothing of the kind: "the 57-year-old" of anybody of whom no
/// more is told, "the candidate" of the main figure, "Company" of a headline of the one who speaks below it.
bool unlike_words(const LinkFacts& f) {
  if (f.office == 0) return false;
  if (static_cast<Anaphor>(f.anaphor) == Anaphor::bare) return f.ahead != 0 && f.rank == 0 && f.its_speaks != 0;
  const bool nearest = f.rank == 0 || f.main == 2;
  if (static_cast<Anaphor>(f.anaphor) == Anaphor::body)  // "the company" is the last named
    return f.kind == static_cast<std::uint8_t>(SourceKind::named_organisation) && nearest && f.ahead == 0 &&
           f.best_head == 0;
  const bool free = f.role_known == 0 && f.kind == static_cast<std::uint8_t>(SourceKind::named_person);
  return free && (f.office > 1 ? f.rank == 0 : f.main == 2 || (f.gender != 0 && (f.count == 1 || f.main != 0)));
}

/// "said the former colonel", "the 37-year-old added": so much was not told before of whoever spoke last, but a name is
/// not told twice. Where he served is no longer his house.
bool varies_name(const LinkFacts& f) {
  constexpr std::uint8_t kFormer = 3;
  if (f.definite != 1 || f.speaks == 0 || f.last_speaker == 0 ||
      f.kind != static_cast<std::uint8_t>(SourceKind::named_person))
    return false;
  return f.office == kFormer ? f.sentences <= 2 : f.office == 2 && f.paragraph == 0;
}

/// "A federal judge ruled …", in a lead, and "Judge Asif Rana wrote …" below it: whoever is named next by the same
/// office, or by a like one of the same house.
bool is_named_later(const LinkFacts& f) {
  if (f.ahead == 0 || f.early == 0 || f.speaks == 0 || f.kind != static_cast<std::uint8_t>(SourceKind::named_person))
    return false;
  const auto head = static_cast<HeadMatch>(f.head);
  return head >= HeadMatch::same ||
         (head == HeadMatch::related && f.clash == static_cast<std::uint8_t>(Belonging::same));
}

/// A description goes to whoever was called so, then to whoever could be.
float stated_phrase(const LinkFacts& f) {
  if (f.nobody != 0) return 0;
  float score = -0.1F * static_cast<float>(f.sentences) - 0.05F * static_cast<float>(f.rank);
  switch (static_cast<HeadMatch>(f.head)) {
    case HeadMatch::same_modified:
      score += 3.5F;
      break;
    case HeadMatch::same:
      score += 3;
      break;
    case HeadMatch::related:
      score += f.kind == static_cast<std::uint8_t>(SourceKind::named_person) ||
                       f.kind == static_cast<std::uint8_t>(SourceKind::named_organisation) ||
                       f.kind == static_cast<std::uint8_t>(SourceKind::document)
                   ? 2.5F
                   : -1;
      break;
    case HeadMatch::none:
      score += varies_name(f) ? 2.5F : unlike_words(f) ? 1.5F : -2;
  }
  if (f.clash == static_cast<std::uint8_t>(Belonging::same)) score += 2;
  if (f.clash >= static_cast<std::uint8_t>(Belonging::unlike) && !varies_name(f)) score -= 2;
  if (is_named_later(f)) return score + 2;
  if (f.definite == 0 || f.definite == 2) score -= 3;
  if (f.ahead != 0 && f.shared == 0 && f.definite != 4) score -= 3;
  return score;
}

}  // namespace

float stated_score(const LinkFacts& facts) {
  return is_pronoun(static_cast<Anaphor>(facts.anaphor)) ? stated_pronoun(facts) : stated_phrase(facts);
}

float stated_share(const LinkFacts& facts) {
  constexpr float kOfPronouns = 0.25F;  // of them enough is learned
  constexpr float kOfPhrases = 0.8F;
  // Texts without attributions teach nothing of who speaks: somebody does, whom the writer takes for told, and "he
  // said" goes on with who spoke last, however much is told of others.
  constexpr float kSpeakerIsSomebody = 1.5F;
  constexpr float kLastSpeaker = 1.5F;
  constexpr float kToldOf = 1;         // whom another speaks of is less likely to speak
  constexpr float kSameParagraph = 1;  // of who says something, not of who thinks or does
  const auto anaphor = static_cast<Anaphor>(facts.anaphor);
  const bool pronoun = is_pronoun(anaphor);
  const float told_of = facts.speaks != 0 && facts.told_of != 0 ? kToldOf : 0;
  const bool takes_up = facts.last_speaker != 0 && facts.paragraph == 0 && facts.utters != 0;
  if (pronoun && facts.speaks != 0) {
    if (facts.nobody != 0) return -kSpeakerIsSomebody;
    const float goes_on = takes_up ? kLastSpeaker + kSameParagraph : facts.last_speaker != 0 ? kLastSpeaker : 0;
    return stated_score(facts) + goes_on - told_of;
  }
  // "The minister added": of two ministers the one who speaks.
  const bool told_alike = facts.head != static_cast<std::uint8_t>(HeadMatch::none);
  if (!pronoun && told_alike && facts.definite == 1 && takes_up) return stated_score(facts) * kOfPhrases + kLastSpeaker;
  if (pronoun) return stated_score(facts) * kOfPronouns;
  const bool people = anaphor == Anaphor::person || anaphor == Anaphor::group;
  const bool in_marks = facts.quotes == 3;  // only the candidate
  return stated_score(facts) * kOfPhrases - (people && told_alike && in_marks ? told_of : 0);
}

float link_score(const LinkFacts& facts, const Model& model) {
  if (model.empty()) return stated_score(facts);
  std::array<FeatureKey, kMostFeatures> keys;  // NOLINT: filled up to the sink's end
  KeySink sink(keys.data());
  link_features(facts, sink);
  std::int32_t sum = 0;
  for (const FeatureKey* key = keys.data(); key != sink.end(); ++key)
    sum += model.link_rows[row_of(model.link_keys, *key)].weight;
  return stated_share(facts) + static_cast<float>(sum) * kLinkUnit;
}

LinkChoice best_link(std::span<const LinkOption> options, const Model& model) {
  LinkChoice choice;
  float best = 0;
  float sum = 0;  // of exp(score - best)
  for (std::size_t k = 0; k < options.size(); ++k) {
    const float score = link_score(options[k].facts, model);
    if (k == 0 || score > best) {
      sum = sum * (k == 0 ? 0 : std::exp(best - score)) + 1;
      best = score;
      choice.option = k;
    } else {
      sum += std::exp(score - best);
    }
  }
  choice.certainty = 1 / sum;
  return choice;
}

ChooseLink best_links(const Model& model) {
  return [&model](std::uint32_t, std::span<const LinkOption> options, const EntityTable&) {
    return best_link(options, model);
  };
}

}  // namespace hearsay
