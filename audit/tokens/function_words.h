// The few words that tell where a sentence or a quotation ends. Not a lexicon: what a cue is, the rules say.
#pragma once

#include "tokens/word_set.h"

namespace hearsay {

/// Words that begin a sentence when capitalised, and hardly ever a name.
inline constexpr WordSet<512> kSentenceStarters(
    "the a an he she it they we i you this that these those his her their its our my there here in on at by for from "
    "with "
    "without after before since during while when where why how what who which whose if although though because as but "
    "and or so yet nor then thus also however meanwhile still now today yesterday tomorrow not no yes some many most "
    "several few all each every both another one two three until under over about according despite even only such "
    "other others asked earlier later last next once perhaps maybe to among between it's he's she's there's that's "
    "they're we're i'm don't let please nobody everyone someone people");

/// Before a title in quotation marks, and the small words within one.
inline constexpr WordSet<64> kTitleOpeners(
    "on with of in for from by the called titled entitled program programme show podcast host");
inline constexpr WordSet<64> kTitleFillers("the a an of and in on with to for at by from with &");

/// Inside a few quoted words: somebody said a clause.
inline constexpr WordSet<256> kFiniteHints(
    "is are was were am has have had do does did will would can could shall should may might must 're 'm 'll 've n't "
    "i we you he she they it let let's isn't went goes came comes");

}  // namespace hearsay
