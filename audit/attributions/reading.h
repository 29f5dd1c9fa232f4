// What this room reads: an article with the rules and the lexicons that are asked of it. A view for one call, never
// stored.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "mentions/article.h"
#include "rules/program.h"

namespace hearsay {

/// A punctuation token by what it does to a clause.
enum class Mark : std::uint8_t {
  none,
  comma,
  stop /* . ? ! … */,
  colon,
  semicolon,
  dash,
  open_paren,
  close_paren,
  quote,
  other
};

inline constexpr std::size_t kSpokenLexicons = 23;
inline constexpr std::size_t kAttitudeLexicons = 16;

class Reading : public Article {
 public:
  Reading(const Article& article, const Program& program);

  const Program& program;

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text.tokens.size()); }
  [[nodiscard]] const Token& token(std::uint32_t t) const { return text.tokens[t]; }
  [[nodiscard]] std::string_view word(std::uint32_t t) const { return token_text(document, text.tokens[t]); }
  /// Whether it is a closed word with that role; false past the end.
  [[nodiscard]] bool is(std::uint32_t t, Role role) const { return text.is(t, role); }
  /// In the lexicon of that id; false where there is none.
  [[nodiscard]] bool in(std::uint32_t t, LexiconId lexicon) const {
    return t < text.tokens.size() && program.lexicons.has(text.tokens[t].word, lexicon);
  }
  [[nodiscard]] Tag tag(std::uint32_t t) const { return t < tags.size() ? tags[t] : Tag::none; }
  [[nodiscard]] Mark mark(std::uint32_t t) const;
  [[nodiscard]] TokenRange sentence(std::uint32_t t) const { return text.sentences[text.sentence_of[t]].tokens; }
  [[nodiscard]] const Paragraph& paragraph(std::uint32_t t) const {
    return text.paragraphs[text.sentences[text.sentence_of[t]].paragraph];
  }
  [[nodiscard]] std::uint32_t quotation(std::uint32_t t) const { return text.quotation_of[t]; }
  /// The outermost quotation around t that is no scare quote, or kNone.
  [[nodiscard]] std::uint32_t outer_quotation(std::uint32_t t) const;
  /// The quotation whose opening mark is token t, or the block whose first word it is; or kNone.
  [[nodiscard]] std::uint32_t opened_at(std::uint32_t t) const;
  /// The quotation whose closing mark is token t, or the block whose last one it is; or kNone.
  [[nodiscard]] std::uint32_t closed_at(std::uint32_t t) const;
  /// Whether quotation `inner` is `outer` or lies in it; kNone lies in nothing, everything lies in kNone.
  [[nodiscard]] bool lies_in(std::uint32_t inner, std::uint32_t outer) const;

  /// `q` or the nearest quotation around it that is a block, or kNone.
  [[nodiscard]] std::uint32_t block_around(std::uint32_t q) const;

  LexiconId time = kNoLexicon;         // weekdays, months, "yesterday"
  LexiconId no_content = kNoLexicon;   // "goodbye", "nothing": said, but nothing is claimed
  LexiconId accountable = kNoLexicon;  // "responsible", "guilty"
  LexiconId say = kNoLexicon, tell = kNoLexicon, label = kNoLexicon, speechless = kNoLexicon, judge = kNoLexicon,
            intend = kNoLexicon;    // verbs that report
  LexiconId purposed = kNoLexicon;  // … what is no saying where it is only meant: "to discuss"
  LexiconId undergone = kNoLexicon;  // … what is done to whoever stands before them as a participle: "asked", "accused"
  LexiconId show = kNoLexicon;       // … what things do too: "shows", "suggests"
  LexiconId inward = kNoLexicon, inward_noun = kNoLexicon;  // what goes on in somebody and need not be said: "supports"
  LexiconId unspoken = kNoLexicon, unspoken_noun = kNoLexicon;  // believed, meant or done; nobody need have said it
  LexiconId condition = kNoLexicon;                             // opens what may still come: "unless"
  LexiconId read_into = kNoLexicon;                             // "underscores": what the writer reads into a thing
  LexiconId wordless = kNoLexicon;  // "spoke", "wrote": tell of speech, and by themselves nothing of what was said
  LexiconId report = kNoLexicon;    // "says", "reported": by whoever or whatever stands before it
  LexiconId ask = kNoLexicon;
  LexiconId act = kNoLexicon;                           // … verbs of mere deeds: "made"
  LexiconId takes_of = kNoLexicon;                      // "accused of"
  LexiconId rumour = kNoLexicon;                        // … but where nobody is named, told: "is believed to"
  LexiconId generic = kNoLexicon;                       // stands for anybody: "you"
  LexiconId noun_common = kNoLexicon;                   // names of things, mostly
  LexiconId nobody = kNoLexicon;                        // opens a source that is denied: "neither side"
  std::array<LexiconId, kSpokenLexicons> spoken{};      // words of speech, verbs and nouns
  std::array<LexiconId, kAttitudeLexicons> attitude{};  // … of belief, will and judgement
  LexiconId be = kNoLexicon, have = kNoLexicon, do_ = kNoLexicon, modal = kNoLexicon, negation = kNoLexicon;
  std::array<LexiconId, 3> media{};  // words for a medium: "statement", "hearing", "Twitter"
};

}  // namespace hearsay
