// The words an attribute may have, for messages and checks. Stages above have enums for most of them; their order here
// is the enums' (a test compares them).
#pragma once

#include <array>
#include <string_view>

namespace hearsay {

inline constexpr std::array<std::string_view, 10> kSourceKindNames = {
    "named-person",  "named-organisation", "document", "media",    "unnamed-person",
    "unnamed-group", "collective",         "author",   "unstated", "other"};
/// What kind="…" of a slot may say: a kind of source, or a newspaper, station or programme by the place where it
/// stands.
inline constexpr std::string_view kHouseKind = "house";
inline constexpr std::array<std::string_view, 11> kPhraseKindNames = {
    "named-person", "named-organisation", "document", "media",   "unnamed-person", "unnamed-group", "collective",
    "author",       "unstated",           "other",    kHouseKind};
inline constexpr std::array<std::string_view, 14> kMediumNames = {
    "",      "interview", "statement", "tweet",     "social-media", "speech", "press-conference",
    "email", "phone",     "document",  "broadcast", "testimony",    "debate", "rally"};
inline constexpr std::array<std::string_view, 11> kStanceNames = {
    "neutral", "support", "doubt", "deny", "refuse", "ask", "belief", "intention", "criticism", "demand", "evidence"};
inline constexpr std::array<std::string_view, 13> kTakesNames = {
    "clause", "that",   "quote",  "np",       "infinitive", "wh", "gerund",
    "phrase", "object", "judged", "compared", "paragraph",  "any"};
inline constexpr std::array<std::string_view, 7> kClassNames = {"other",  "verb",        "noun",  "adjective",
                                                                "adverb", "preposition", "phrase"};
inline constexpr std::array<std::string_view, 6> kFormNames = {"base", "third", "ing", "past", "participle", "plural"};
inline constexpr std::array<std::string_view, 3> kVoiceNames = {"active", "passive", "any"};
inline constexpr std::array<std::string_view, 3> kWhereNames = {"headline", "body", "line-start"};
inline constexpr std::array<std::string_view, 7> kAtNames = {
    "after-cue", "after-source", "before-source", "sentence-start", "anywhere", "setting", "in-source"};
inline constexpr std::array<std::string_view, 3> kOrderNames = {"before", "after", "split"};
inline constexpr std::array<std::string_view, 5> kClaimKindNames = {"figure", "event", "accusation", "comparison",
                                                                    "cause"};

}  // namespace hearsay
