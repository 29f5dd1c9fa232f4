// A link joins a mention to the entity it stands for. What is weighed: a mention that tells no name ("she", "the
// mayor", "Mayor" in a headline), the entities before and after it that it could be, and for each pair a row of small
// facts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>

#include "base/span.h"

namespace hearsay {

/// What kind of mention asks. Genders are no classes: what holds of "he" holds of "she".
enum class Anaphor : std::uint8_t {
  he,     // he, she
  him,    // him, her: an object
  his,    // his, her, hers
  it,     // it
  its,    // its
  they,   // they, them
  their,  // their
  person,
  body,
  group,
  document,
  media,
  bare,  // a noun of the headline without an article: "Mayor resigns"
};
[[nodiscard]] constexpr bool is_pronoun(Anaphor anaphor) {
  return anaphor <= Anaphor::their;
}
[[nodiscard]] constexpr bool is_personal(Anaphor anaphor) {
  return anaphor <= Anaphor::his;
}

/// Where the mention stands to words that somebody says.
enum class Voice : std::uint8_t {
  none,
  speaker,         // the candidate says the words that the mention stands in, not quoted
  quoted_speaker,  // the same, quoted
  spoken_of,       // the mention says the words in which the candidate stands, not quoted
  quoted_of,       // the same, quoted
};

/// How the words of a description and of what the candidate is called agree.
enum class HeadMatch : std::uint8_t {
  none,
  related /* of one family */,
  same,
  same_modified /* and words before it */
};

/// Of a mention that is the source of a statement, where 1 is that of any attribution.
inline constexpr std::uint8_t kUtters = 2;

/// LinkFacts::definite of a description that no article, owner or number opens: "prosecutors said".
inline constexpr std::uint8_t kBareDescription = 4;

/// Small numbers only, so that features are made of them; what is counted stops at the number given.
struct LinkFacts {
  // of the mention
  std::uint8_t anaphor = 0;   // Anaphor
  std::uint8_t function = 0;  // Function
  std::uint8_t speaks = 0;    // is the source of an attribution
  std::uint8_t utters = 0;    // says something there, and does not only mean it
  std::uint8_t quoted = 0;
  std::uint8_t joint = 0;     // before it: 1 and, but, 2 that, 3 another conjunction, 4 who, which, 5 a comma, 6 a verb
  std::uint8_t holder = 0;    // Function of the phrase that an owner stands in
  std::uint8_t early = 0;     // 2 headline or standfirst, 1 one of the first three sentences behind, 0
  std::uint8_t definite = 0;  // of a description: 0 a …, 1 the …, 2 with an owner, 3 this …, kBareDescription
  std::uint8_t office = 0;    // of a description: 1 an office that main figures hold, 2 "the 57-year-old", 3 "former"
  // of the candidate
  std::uint8_t nobody = 0;    // stands for none of the others
  std::uint8_t kind = 0;      // SourceKind
  std::uint8_t gender = 0;    // 0 nothing known, 1 agrees; who disagrees is no candidate
  std::uint8_t number = 0;    // 0 one, 1 several, 2 a body
  std::uint8_t mentions = 0;  // in the article, by name or told before: 1, 2, 3, 4 (4 to 6), 5 (more)
  std::uint8_t role_known = 0;
  std::uint8_t weak = 0;  // no sure person: 1 by a capital alone, 2 an unknown name, 3 a name taken for a body's
  // of its mention that is nearest
  std::uint8_t form = 0;  // 0 full name, 1 one name, 2 pronoun, 3 description, 4 possessor
  std::uint8_t its_function = 0;
  std::uint8_t its_speaks = 0;
  std::uint8_t its_clause = 0;  // verbs before it in its sentence: to 2
  std::uint8_t opens = 0;       // 1 opens its sentence, 2 its paragraph
  // of both
  std::uint8_t sentences = 0;  // between them: 0 the same, 1, 2, 3, 4 (4 or 5), 5 (6 to 8), 6
  std::uint8_t rank = 0;       // candidates that are nearer: to 5
  std::uint8_t clauses = 0;    // verbs between them in one sentence: to 3
  std::uint8_t subjects = 0;   // other subjects between them in one sentence: to 2
  std::uint8_t paragraph = 0;  // 0 the same, 1 the one before, 2 further
  std::uint8_t quotes =
      0;  // 0 neither is quoted, 1 both in one quotation, 2 in two, 3 only the candidate, 4 only the mention
  std::uint8_t voice = 0;    // Voice
  std::uint8_t told_of = 0;  // it stands in what somebody says, and the mention does not
  std::uint8_t last_speaker = 0;
  std::uint8_t last_subject = 0;  // subject that opened the sentence before
  std::uint8_t ahead = 0;         // the candidate comes later
  std::uint8_t comma = 0;         // a clause before a comma, the candidate right behind it
  std::uint8_t head = 0;          // HeadMatch
  std::uint8_t shared = 0;        // words of role and house that both have: to 3
  std::uint8_t clash = 0;         // Belonging: what both say of house and country
  std::uint8_t main = 0;          // 2 named most often in the article, 1 second
  std::uint8_t pronouns = 0;      // the nearest mention is the same pronoun
  std::uint8_t last_pronoun =
      0;  // the last pronoun of this gender stood for it: 1 in this sentence, 2 the one before, 3
  std::uint8_t subject_near = 0;  // it is a subject: 1 in this sentence, 2 in the one before, 3 in both
  std::uint8_t recent = 0;        // mentions in the last three sentences: to 4
  std::uint8_t topic = 0;         // the first person or body of the article
  std::uint8_t part = 0;          // the nearest mention is part of a compound
  // of all candidates
  std::uint8_t count = 0;      // how many: to 5
  std::uint8_t best_head = 0;  // HeadMatch of the best
  std::uint8_t salience = 0;   // options that are mentioned more often: to 3
};

/// One of those a mention could stand for; the last is nobody.
struct LinkOption {
  std::uint32_t entity = kNone;
  std::uint32_t nearest = kNone;  // its mention
  LinkFacts facts;
};

struct LinkChoice {
  std::size_t option = 0;
  float certainty = 1;  // probability of it among the options
};

class EntityTable;

/// Decides for a mention (index into Mentions::all) among options that are never empty; the table is as it stands.
using ChooseLink =
    std::function<LinkChoice(std::uint32_t mention, std::span<const LinkOption> options, const EntityTable& table)>;

}  // namespace hearsay
