// One evaluation: every attribution, annotated or predicted, with what became of it. A plain value that can be saved,
// tabulated and compared with another run; no text but the words shown.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "evaluate/tally.h"

namespace hearsay {

/// An attribution, annotated or predicted.
struct Judged {
  std::uint32_t line = 0;  // of its cue (or content), from 1
  std::uint32_t column = 0;
  std::string cue;       // its words
  std::string head;      // lemma of the word that carries the meaning
  std::string type;      // direct, mixed, indirect: by the quotation marks of its content
  std::string order;     // "source-cue-content" …
  std::string shown;     // its surroundings, the cue between « and »
  bool counted = true;   // false: in a part that the annotators took out
  bool found = false;    // it has a counterpart: the cues overlap
  bool source = false;   // … and the sources overlap, or there is none on either side
  bool content = false;  // … and intersection over union of the contents is at least .5
  // Predicted ones only:
  std::string rule;   // id
  std::string entry;  // lexicon lemma of the cue, or ""
  std::uint32_t traits = 0;
  double confidence = 0;
  [[nodiscard]] bool full() const { return found && source && content; }
};

struct ArticleRun {
  std::string id;
  std::string path;  // as the user gave it
  Tally tally;
  std::vector<Judged> gold;
  std::vector<Judged> predicted;  // outermost ones
};

struct Run {
  std::vector<ArticleRun> articles;  // in order of their files
  [[nodiscard]] Tally tally() const {
    Tally sum;
    for (const ArticleRun& article : articles) sum += article.tally;
    return sum;
  }
};

}  // namespace hearsay
