// What a condition of a policy may ask: the names of facts, of which subject they are and what values they take. The
// values are computed by find_facts.h. A fact is a number; a flag is 0 or 1, a word the index into its list of words.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace hearsay {

/// What a check looks at. A check of an attribution or a claim sees the facts of its source too, every check those of
/// the article.
enum class Subject : std::uint8_t { attribution, source, claim, quotation, article, contradiction, accusation };
inline constexpr std::size_t kSubjectCount = 7;
[[nodiscard]] std::string_view subject_name(Subject subject);
[[nodiscard]] std::optional<Subject> subject_named(std::string_view name);

enum class FactType : std::uint8_t { flag /* true or false */, number, share /* 0…1 */, word /* one of `words` */ };

// One list for the table and for the code that fills it: subject, name, name in files, type, what it says.
#define HEARSAY_FACTS(X)                                                                                               \
  X(attribution, mode, "mode", word, "who speaks: phrase, author, none")                                               \
  X(attribution, type, "type", word, "direct, mixed, indirect")                                                        \
  X(attribution, stance, "stance", word, "as in lexicons: neutral, doubt, deny, belief …")                             \
  X(attribution, in_headline, "in-headline", flag, "stands in the headline or the standfirst")                         \
  X(attribution, in_lead, "in-lead", flag, "stands in the first paragraph of the body")                                \
  X(attribution, nested, "nested", flag, "lies in what another one says")                                              \
  X(attribution, traced, "traced", flag, "every hop of its chain is identified")                                       \
  X(attribution, negated, "negated", flag, "not said, not known: its cue is denied")                                   \
  X(attribution, linked, "linked", flag, "a link in its sentence can carry the evidence")                              \
  X(attribution, late, "late", number, "whole sentences the reader gets before the sentence that says who speaks")     \
  X(attribution, pejorative, "pejorative", number, "words of the lexicon policy-pejorative in what is said")           \
  X(attribution, opinion, "opinion", number, "words of the lexicon policy-opinion in what is said")                    \
  X(attribution, media_relay, "media-relay", flag,                                                                     \
    "another medium stands between the article and the origin, or is it")                                              \
  X(attribution, corroborated, "corroborated", flag, "its claim has a second, independent origin")                     \
  X(attribution, words, "words", number, "how long what is said is")                                                   \
  X(attribution, charge, "charge", number, "words of the lexicon matter in what is said: charges")                     \
  X(attribution, cue_contested, "cue-contested", flag, "its cue is of the lexicon matter: reportedly, allegations")    \
  X(attribution, cue_judged, "cue-judged", flag, "its cue is of the lexicon matter: criticism, concerns")              \
  X(attribution, cue_hedge, "cue-hedge", flag, "its cue is of the lexicon matter: seems, appears")                     \
  X(attribution, cue_forecast, "cue-forecast", flag, "its cue is of the lexicon matter: is expected to")               \
  X(attribution, cue_learned, "cue-learned", flag, "its cue is of the lexicon matter: was learned, is said, is known") \
  X(attribution, cue_reported, "cue-reported", flag, "its cue is of the lexicon matter: reportedly, was reported")     \
  X(attribution, relayed, "relayed", flag, "not heard by the writer, by a word beside its cue: reportedly")            \
  X(attribution, place, "place", number, "which tenth of the body it stands in, 0 to 9")                               \
  X(source, kind, "kind", word, "named-person, document, unnamed-group …")                                             \
  X(source, anonymous, "anonymous", flag, "someone in particular whom the reader cannot identify")                     \
  X(source, identified, "identified", flag, "a named person or organisation, a medium or a document")                  \
  X(source, plural, "plural", flag, "more than one: officials, sources")                                               \
  X(source, counted, "counted", flag, "the article says how many they are")                                            \
  X(source, specificity, "specificity", number, "0 named, 1 bare, 2 counted, 3 affiliated, 4 access, 5 reasoned")      \
  X(source, access, "access", flag, "the article says how they know")                                                  \
  X(source, motive, "motive", flag, "the article says what they want or which side they are on")                       \
  X(source, reason, "reason", flag, "the article says why the name is withheld")                                       \
  X(source, rote_reason, "rote-reason", flag, "the reason is of the lexicon policy-rote-reason")                       \
  X(source, attributions, "attributions", number, "how often it speaks")                                               \
  X(source, in_lead, "in-lead", flag, "speaks in the headline, the standfirst or the first paragraph")                 \
  X(source, declined, "declined", flag, "the article also says that it, or whom it belongs to, would not comment")     \
  X(source, provenance, "provenance", flag, "a proper name, an owner, a date or a link tells where it comes from")     \
  X(source, words_share, "words-share", share, "of the words said in the article, its own")                            \
  X(source, relays, "relays", number, "attributions that reach the article through it")                                \
  X(source, nested, "nested", share, "of its attributions, those inside what another one says")                        \
  X(source, direct, "direct", flag, "it is quoted in its own words")                                                   \
  X(source, linked, "linked", flag, "a link can carry what it says")                                                   \
  X(source, affiliated, "affiliated", flag, "the article says whom it belongs to")                                     \
  X(source, sole, "sole", flag, "something rests on it alone")                                                         \
  X(source, own, "own", flag, "the outlet that prints it, or the agency the story is from")                            \
  X(source, second_hand, "second-hand", flag, "it reaches the article through another medium")                         \
  X(source, place, "place", number, "which tenth of the body it first speaks in, 0 to 9")                              \
  X(source, confidence, "confidence", share, "how sure it is that it speaks: of the surest attribution")               \
  X(source, definite, "definite", flag,                                                                                \
    "points back (“the senator”), stands by a name, or is shown by one next: whom the reader knows")                   \
  X(source, asserts, "asserts", flag, "in the body its words are quoted, or it says a clause or blames")               \
  X(source, study, "study", flag, "called a study, a poll, an estimate: how it was made decides what it is worth")     \
  X(source, paper, "paper", flag, "called a memo, a list, a policy: a paper that is not there for everybody")          \
  X(source, unpublished, "unpublished", flag, "called internal, leaked or confidential: it was not meant for readers") \
  X(source, open_text, "open-text", flag, "called a law, a ruling, a video: everybody can read or see it")             \
  X(source, research, "research", number, "words of the lexicon matter in what it is called: poll, study, data")       \
  X(source, pejorative, "pejorative", number, "most words of the lexicon policy-pejorative in one statement of its")   \
  X(source, opinion, "opinion", number, "most words of the lexicon policy-opinion in one statement of its")            \
  X(source, criticism, "criticism", flag, "it is quoted in criticism")                                                 \
  X(source, charge, "charge", number, "words of the lexicon matter in what it says: charges")                          \
  X(source, mind, "mind", number, "words of the lexicon matter in what it says: wishes, fears, intentions")            \
  X(source, closed, "closed", number, "words of the lexicon matter in what it says: talks and closed rooms")           \
  X(source, figure, "figure", number, "words of the lexicon matter in what it says: numbers")                          \
  X(source, forecast, "forecast", number, "words of the lexicon matter in what it says: what will be")                 \
  X(source, insider, "insider", number, "words of the lexicon matter in what it is called: official, aide")            \
  X(source, vague, "vague", number, "words of the lexicon matter in what it is called: critics, some, experts")        \
  X(source, house, "house", number, "words of the lexicon matter in what it is called: spokesman, police")             \
  X(source, crowd, "crowd", number, "words of the lexicon matter in what it is called: residents, voters")             \
  X(source, speaks_for, "speaks-for", number,                                                                          \
    "words of the lexicon matter in what it is called: spokesman, press office")                                       \
  X(claim, status, "status", word, "named, anonymous, author, unattributed")                                           \
  X(claim, kind, "kind", word, "figure, event, accusation, comparison, cause, or statement where no rule says")        \
  X(claim, attributions, "attributions", number, "attributions that carry it")                                         \
  X(claim, origins, "origins", number, "independent origins, those of claims that say the same included")              \
  X(claim, linked, "linked", flag, "a link stands in its sentence")                                                    \
  X(claim, answered, "answered", flag, "somebody denies or refuses in the article, or whoever it charges has a say")   \
  X(claim, asserted, "asserted", flag, "in the writer's own voice: nobody is given for it")                            \
  X(claim, words, "words", number, "how long it is")                                                                   \
  X(claim, in_lead, "in-lead", flag, "stands in the first paragraph of the body")                                      \
  X(claim, place, "place", number, "which tenth of the body it stands in, 0 to 9")                                     \
  X(claim, shared, "shared", flag, "words of somebody stand in its sentence too")                                      \
  X(claim, weight, "weight", number,                                                                                   \
    "how many of charge, contested, hedge, mind, closed, vague and superlative it is")                                 \
  X(claim, background, "background", flag,                                                                             \
    "dated, in the lead, beside somebody's words, a question, quoted words, the writer's or a crowd's own doings")     \
  X(claim, names, "names", number, "proper names in it")                                                               \
  X(claim, dated, "dated", flag, "a year stands in it")                                                                \
  X(claim, quoted, "quoted", flag, "words in quotation marks stand in it")                                             \
  X(claim, attitude, "attitude", flag, "tells what somebody believes, wants or intends, and not that they said so")    \
  X(claim, criticism, "criticism", flag, "said in criticism")                                                          \
  X(claim, first_person, "first-person", flag, "the writer says I or we")                                              \
  X(claim, charge, "charge", number, "words of the lexicon matter: words that charge somebody")                        \
  X(claim, contested, "contested", number, "words of the lexicon matter: words that call it disputed or alleged")      \
  X(claim, judged, "judged", number, "words of the lexicon matter: criticism, concern, praise by nobody named")        \
  X(claim, hedge, "hedge", number, "words of the lexicon matter: words by which the writer guesses")                   \
  X(claim, mind, "mind", number, "words of the lexicon matter: wishes, fears, beliefs, intentions")                    \
  X(claim, closed, "closed", number, "words of the lexicon matter: talks and rooms the public does not see")           \
  X(claim, vague, "vague", number, "words of the lexicon matter: critics, experts, some, many")                        \
  X(claim, figure, "figure", number, "words of the lexicon matter: numbers and what is counted")                       \
  X(claim, superlative, "superlative", number, "words of the lexicon matter: largest, only, ever, never")              \
  X(claim, forecast, "forecast", number, "words of the lexicon matter: what will be")                                  \
  X(claim, cause, "cause", number, "words of the lexicon matter: because, led to")                                     \
  X(claim, document, "document", number, "words of the lexicon matter: reports, polls, letters, data")                 \
  X(claim, crowd, "crowd", number, "words of the lexicon matter: people it befell")                                    \
  X(claim, followed, "followed", flag, "further on in its paragraph somebody under a name speaks")                     \
  X(claim, unknown, "unknown", flag, "it is told that nobody knows")                                                   \
  X(claim, credited, "credited", flag, "a paper that is told by name, owner or article says it in its sentence")       \
  X(claim, formal, "formal", flag, "a chamber, a court or their members do in public what is on record: vote, pass")   \
  X(claim, counted, "counted", flag, "a figure stands in it that is no year")                                          \
  X(claim, enacted, "enacted", flag, "a bill, a law or a suit tells it of itself")                                     \
  X(quotation, attributed, "attributed", flag, "an attribution holds words of it")                                     \
  X(quotation, scare, "scare", flag, "a word or a few that nobody need have said")                                     \
  X(quotation, words, "words", number, "how long it is")                                                               \
  X(article, attributions, "attributions", number, "in body, headline and standfirst")                                 \
  X(article, sources, "sources", number, "who speak at least once")                                                    \
  X(article, anonymous_sources, "anonymous-sources", number, "of these, anonymous")                                    \
  X(article, identified_sources, "identified-sources", number, "of these, identified; who belong together count once") \
  X(article, identified_voices, "identified-voices", number, "persons, media and documents with provenance, likewise") \
  X(article, anonymous_share, "anonymous-share", share,                                                                \
    "of the attributions that name who speaks, those to anonymous sources")                                            \
  X(article, top_voice_share, "top-voice-share", share, "of the words said, those of whoever says most")               \
  X(article, claims, "claims", number, "checkable statements")                                                         \
  X(article, unattributed_share, "unattributed-share", share, "of the claims, those without a source")                 \
  X(article, media_share, "media-share", share, "of the statements, those whose source is another medium")             \
  X(article, documents, "documents", number, "documents used as sources")                                              \
  X(article, accusations, "accusations", number, "claims that charge somebody, or are said in criticism")              \
  X(article, byline, "byline", flag, "says who wrote it")                                                              \
  X(article, opinion, "opinion", flag, "it is opinion or a review, as its publisher marks it or as it is written")     \
  X(article, survey, "survey", flag, "tells how a survey was made and gives its shares: those are the outlet's own")   \
  X(article, words, "words", number, "of body, headline and standfirst")                                               \
  X(contradiction, kind, "kind", word, "name, title, age, share, sum, weekday, wording, speaker")                      \
  X(contradiction, quoted, "quoted", flag, "its later place stands in quotation marks")                                \
  X(contradiction, certainty, "certainty", share, "of the readings it rests on")                                       \
  X(accusation, accused, "accused", word, "who is charged: named-person, named-organisation, unnamed-group …")         \
  X(accusation, answered, "answered", flag, "who is charged, or who speaks for them, has a say or would not comment")  \
  X(accusation, asserted, "asserted", flag, "in the writer's own voice: nobody is given for it")                       \
  X(accusation, anonymous, "anonymous", flag, "whoever charges cannot be identified")                                  \
  X(accusation, in_lead, "in-lead", flag, "stands in the first paragraph of the body")                                 \
  X(accusation, quoted, "quoted", flag, "in the very words of who charges")                                            \
  X(accusation, dated, "dated", flag, "a year stands in its sentence: told of another time")                           \
  X(accusation, times, "times", number, "how often the accused is charged in the body")                                \
  X(accusation, charge, "charge", number, "words of the lexicon matter in its sentence: charges")                      \
  X(accusation, contested, "contested", number, "words of the lexicon matter in its sentence: alleged, disputed")      \
  X(accusation, place, "place", number, "which tenth of the body it stands in, 0 to 9")                                \
  X(accusation, certainty, "certainty", share, "of the readings it rests on")

/// Index into facts(). `kFactSourceAnonymous` and so on would shout; they are Fact::source_anonymous.
enum class Fact : std::uint8_t {
#define HEARSAY_FACT_ID(subject, id, name, type, meaning) subject##_##id,
  HEARSAY_FACTS(HEARSAY_FACT_ID)
#undef HEARSAY_FACT_ID
};

struct FactInfo {
  Subject subject = Subject::article;
  std::string_view name;  // "source.anonymous"
  FactType type = FactType::flag;
  std::string_view meaning;
};

/// The table, by Fact.
[[nodiscard]] std::span<const FactInfo> facts();
[[nodiscard]] inline const FactInfo& fact_info(Fact fact) {
  return facts()[static_cast<std::size_t>(fact)];
}
[[nodiscard]] std::optional<Fact> fact_named(std::string_view name);
/// The words a fact of type word may be; "" marks the end of a list shorter than it.
[[nodiscard]] std::span<const std::string_view> fact_words(Fact fact);

}  // namespace hearsay
