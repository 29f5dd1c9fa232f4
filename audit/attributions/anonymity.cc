// spread_anonymity: the subject of the sentence tells of whom it speaks; the attributions just before it, else just
// behind, whose sources agree with that subject are theirs.
#include "attributions/anonymity.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace hearsay {
namespace {

constexpr std::uint32_t kSentencesBefore = 5;
constexpr std::uint32_t kSentencesAfter = 2;

/// The people that a sentence speaks of.
struct Subject {
  bool plural = false;
  bool pronoun = false;   // he, they, both, all
  std::string_view head;  // "officials"; of no pronoun
};

bool is_unnamed(const Mention& mention) {
  return mention.name.empty() && !mention.pronoun &&
         (mention.kind == SourceKind::unnamed_person || mention.kind == SourceKind::unnamed_group ||
          mention.kind == SourceKind::collective);
}

/// The first phrase of the sentence before `end` that can be people; a bare "All" is no phrase, and many.
Subject subject_of(const Reading& r, TokenRange sentence, std::uint32_t end) {
  for (std::uint32_t t = sentence.begin; t < end; ++t) {
    const std::uint32_t m = r.mentions.of_token[t];
    if (m == kNone) continue;
    const Mention& mention = r.mentions.all[m];
    if (mention.relative || mention.possessive || mention.person != 3) continue;
    if (mention.pronoun) return {.plural = mention.number == GrammaticalNumber::plural, .pronoun = true};
    if (is_unnamed(mention))
      return {.plural = mention.number == GrammaticalNumber::plural, .head = r.word(mention.head)};
  }
  return {.plural = true, .pronoun = true};
}

/// "The people": whom a definite source speaks of; nothing where it is none, or named.
std::optional<Subject> pointed_at(const Reading& r, const Attribution& attribution) {
  if (attribution.mode != SourceMode::phrase || attribution.source.empty()) return std::nullopt;
  const std::uint32_t m = r.mentions.of_token[attribution.source.begin];
  if (m == kNone || !r.mentions.all[m].definite || !is_unnamed(r.mentions.all[m])) return std::nullopt;
  const Mention& source = r.mentions.all[m];
  return Subject{.plural = source.number == GrammaticalNumber::plural, .head = r.word(source.head)};
}

/// "The official" and "a ministry official"; "the sources" and "three sources"; "they" and any group.
bool agrees(const Reading& r, const Subject& subject, const Attribution& attribution) {
  if (attribution.mode != SourceMode::phrase || attribution.source.empty()) return false;
  const std::uint32_t m = r.mentions.of_token[attribution.source.begin];
  if (m == kNone) return false;
  const Mention& source = r.mentions.all[m];
  if (!is_unnamed(source)) return false;
  const bool plural = source.number == GrammaticalNumber::plural;
  if (subject.pronoun) return plural == subject.plural || subject.plural;
  const std::string_view head = r.word(source.head);
  return plural == subject.plural ? head == subject.head
                                  : subject.plural && head.size() > 2 && subject.head.starts_with(head);
}

}  // namespace

void spread_anonymity(const Reading& r, const std::vector<const Match*>& modifiers, Attributions& attributions) {
  std::uint32_t done = kNone;  // sentence
  for (const Match* match : modifiers) {
    const std::uint32_t at = match->whole.begin;
    if (r.program.rules[match->rule].kind != "anonymity" || r.quotation(at) != kNone) continue;
    const std::uint32_t sentence = r.text.sentence_of[at];
    if (sentence == done) continue;
    done = sentence;
    const TokenRange words = r.sentence(at);
    const auto sentence_of = [&](const Attribution& a) { return r.text.sentence_of[a.cue_head]; };
    const auto first = std::lower_bound(attributions.begin(), attributions.end(),
                                        sentence > kSentencesBefore ? sentence - kSentencesBefore : 0,
                                        [&](const Attribution& a, std::uint32_t s) { return sentence_of(a) < s; });
    const auto here =
        std::find_if(first, attributions.end(), [&](const Attribution& a) { return sentence_of(a) >= sentence; });
    // Its own attribution has it; "said the people, who asked not to be named" tells it of those told of before, too.
    const bool own = here != attributions.end() && sentence_of(*here) == sentence;
    const std::optional<Subject> meant = own ? pointed_at(r, *here) : subject_of(r, words, at);
    if (!meant) continue;
    const Subject& subject = *meant;
    const TokenRange reason = match->slots[static_cast<std::size_t>(Slot::reason)];
    const auto give = [&](Attribution& a) {
      a.asked_anonymity = true;
      if (a.reason.empty()) a.reason = reason;
    };
    bool given = own;
    for (auto a = here; a != first;) {
      --a;
      if (!agrees(r, subject, *a)) continue;
      given = true;
      give(*a);
      if (!subject.plural) break;
    }
    for (auto a = here; !given && a != attributions.end() && sentence_of(*a) <= sentence + kSentencesAfter; ++a) {
      if (!agrees(r, subject, *a)) continue;
      give(*a);
      given = true;
    }
  }
}

}  // namespace hearsay
