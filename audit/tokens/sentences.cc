// split_sentences: at each full stop, question or exclamation mark, ellipsis and abbreviation, look at the marks that
// close after it and at the word that follows. A lower-case word never begins a sentence; after an abbreviation only a
// word that begins sentences does; after a quoted question "Ruiz asked" goes on with it.
#include "tokens/sentences.h"

#include <algorithm>
#include <string_view>

namespace hearsay {
namespace {

enum class Ending : std::uint8_t { none, stop, cry, ellipsis, abbreviation };

class Splitter {
 public:
  Splitter(const Document& document, const Text& text, TokenRange range)
      : document_(document), text_(text), tokens_(text.tokens), range_(range) {}

  /// The token after the sentence that begins at `from`; at most kLongest tokens on, and nothing behind is looked at
  /// but a word or two: a paragraph in which no sentence ends is not read to its end for each of its pieces.
  [[nodiscard]] std::uint32_t end_of(std::uint32_t from) const {
    const std::uint32_t limit = std::min(range_.end, from + kLongest);
    for (std::uint32_t at = from; at < limit; ++at) {
      const Token& token = tokens_[at];
      if (!token.has(kPunct) && !token.has(kAbbreviation)) continue;
      const Ending ending = ending_at(at);
      if (ending == Ending::none) continue;
      Ending last = ending;
      std::uint32_t next = at + 1;
      while (next < limit && !tokens_[next].has(kAbbreviation)) {  // "?!", "U.S.?"
        const Ending more = ending_at(next);
        if (more == Ending::none) break;
        if (last != Ending::stop) last = more;  // ". …" ends as a full stop does
        ++next;
      }
      const std::uint32_t marks = next;
      while (next < limit && closes(next)) ++next;
      if (next >= limit) return limit;
      const bool numbering = at == from + 1 && from == range_.begin && tokens_[from].has(kDigit) &&
                             !tokens_[from].has(kAlpha) && ending == Ending::stop;  // "4. The bridge"
      if (!numbering && begins(next, marks, last)) return next;
      at = next - 1;
    }
    return limit;
  }

 private:
  // No sentence of a language is longer; whatever reads to a sentence's end stays linear in the text.
  static constexpr std::uint32_t kLongest = 600;

  [[nodiscard]] std::string_view word(std::uint32_t at) const { return token_text(document_, tokens_[at]); }
  [[nodiscard]] bool is_one_of(std::uint32_t at, std::string_view bytes) const {
    const Token& token = tokens_[at];
    return token.end == token.begin + 1 && bytes.find(document_.text[token.begin]) != std::string_view::npos;
  }

  [[nodiscard]] Ending ending_at(std::uint32_t at) const {
    const Token& token = tokens_[at];
    if (token.has(kAbbreviation))
      return text_.is(token, Role::abbreviation_never_last) ? Ending::none : Ending::abbreviation;
    if (!token.has(kPunct)) return Ending::none;
    switch (document_.text[token.begin]) {
      case '.': {  // "." and "....", not "..", "..." and ". . ."
        const std::uint32_t length = token.end - token.begin;
        const bool spaced = length > 1 && document_.text[token.begin + 1] == ' ';
        return length == 1 || (spaced ? length > 6 : length > 3) ? Ending::stop : Ending::ellipsis;
      }
      case '?':
      case '!':
        return Ending::cry;
      case '\xe2':
        return word(at).starts_with("…") ? Ending::ellipsis : Ending::none;
      default:
        return Ending::none;
    }
  }

  /// A mark or bracket that belongs to the sentence before it.
  [[nodiscard]] bool closes(std::uint32_t at) const {
    const Token& token = tokens_[at];
    if (token.has(kCloseQuote)) return true;
    if (token.has(kOpenQuote) || !token.has(kPunct)) return false;
    if (is_one_of(at, ")]}")) return true;
    if (token.has(kSpaceBefore)) return false;
    const std::string_view mark = word(at);
    return mark == "\"" || mark == "'" || mark == "''" || mark == "”" || mark == "’" || mark == "»" || mark == "’’";
  }

  [[nodiscard]] bool is_initial(const Token& token) const {
    return token.has(kAbbreviation) && token.end == token.begin + 2;
  }

  /// The first token at or after `at` that is no opening mark or bracket.
  [[nodiscard]] std::uint32_t first_word(std::uint32_t at) const {
    while (at + 1 < range_.end &&
           (tokens_[at].has(kOpenQuote) || is_one_of(at, "([\"'") || word(at) == "“" || word(at) == "‘"))
      ++at;
    return at;
  }

  /// Whether a sentence begins at `next`; the marks that close the one before begin at `marks`.
  [[nodiscard]] bool begins(std::uint32_t next, std::uint32_t marks, Ending ending) const {
    const bool quoted = next > marks && tokens_[next - 1].has(kPunct) && !is_one_of(next - 1, ")]}");
    const std::uint32_t start = first_word(next);
    const Token& token = tokens_[start];
    if (!tokens_[next].has(kSpaceBefore)) {
      // "the end.The next", "the end….The next": a missing space, told by the case of both.
      if (!token.has(kCapital) || token.has(kPunct) || marks != next || marks < range_.begin + 2) return false;
      if (ending == Ending::ellipsis) return after_ellipsis(start, marks);
      const Token& before = tokens_[marks - 2];
      const bool dots = before.has(kPunct) && ending_at(marks - 2) != Ending::none;
      return ending == Ending::stop && (dots || (!before.has(kPunct) && !before.has(kAllCaps)));
    }
    if (token.has(kPunct)) {
      const std::string_view sign = word(start);
      return sign == "•" || sign == "*" || sign == "$" || sign == "#" ||
             (start > next && ending != Ending::abbreviation && sign != ",");
    }
    const bool lower = token.has(kAlpha) && !token.has(kCapital) && !token.has(kMixedCase);
    if (lower && start == next) return false;
    if (lower) return ending == Ending::stop && tokens_[next].has(kOpenQuote);
    switch (ending) {
      case Ending::none:
        return false;
      case Ending::stop:
        return true;
      case Ending::cry:
        return !(quoted && start == next && is_tag(next));
      case Ending::ellipsis:
        return quoted ? !is_tag(next) : after_ellipsis(start, marks);
      case Ending::abbreviation:
        return after_abbreviation(start, next, marks, quoted);
    }
    return false;
  }

  /// "It failed... The mayor", but "I... I" and "Ana … Ruiz".
  [[nodiscard]] bool after_ellipsis(std::uint32_t start, std::uint32_t marks) const {
    const bool glued = marks > range_.begin && !tokens_[marks - 1].has(kSpaceBefore);
    if (glued && marks > range_.begin + 1) return tokens_[marks - 2].hash != tokens_[start].hash;
    return text_.is(start, Role::sentence_starter) && !text_.is(start, Role::pronoun_i);
  }

  [[nodiscard]] bool after_abbreviation(std::uint32_t start, std::uint32_t next, std::uint32_t marks,
                                        bool quoted) const {
    const Token& token = tokens_[start];
    if (quoted) return token.has(kCapital);
    const Token& abbreviation = tokens_[marks - 1];
    if (start > next) return token.has(kCapital) && !is_initial(abbreviation);
    if (!text_.is(token, Role::sentence_starter) || !token.has(kCapital)) return false;
    // "J. The" cannot be, "Plan B. The" can.
    return !is_initial(abbreviation) || !token.has(kAbbreviation);
  }

  /// Whether a name and a verb of speech stand at `at` and nothing that such a verb would take follows: “Why?” Ruiz
  /// asked.
  [[nodiscard]] bool is_tag(std::uint32_t at) const {
    if (text_.is(at, Role::sentence_starter)) return false;  // "He said" begins anew; a tag would write "he said"
    std::uint32_t verb = at;
    while (verb < range_.end && verb < at + 6 && (tokens_[verb].has(kCapital) || tokens_[verb].has(kAbbreviation)) &&
           !tokens_[verb].has(kPunct))
      ++verb;
    if (verb >= range_.end || verb == at || !text_.is(verb, Role::reporting_verb)) return false;
    const std::uint32_t after = verb + 1;
    if (after >= range_.end) return true;
    if (is_one_of(after, ".,;:")) return true;
    const Token& token = tokens_[after];
    if (token.has(kCapital) || token.has(kOpenQuote)) return false;
    return text_.is(token, Role::follows_said_tag);
  }

  const Document& document_;
  const Text& text_;
  const std::vector<Token>& tokens_;
  TokenRange range_;
};

}  // namespace

void split_sentences(const Document& document, Text& text) {
  text.sentences.clear();
  text.sentence_of.resize(text.tokens.size());
  for (std::uint32_t p = 0; p < text.paragraphs.size(); ++p) {
    Paragraph& paragraph = text.paragraphs[p];
    paragraph.sentences.begin = static_cast<std::uint32_t>(text.sentences.size());
    const Splitter splitter(document, text, paragraph.tokens);
    for (std::uint32_t at = paragraph.tokens.begin; at < paragraph.tokens.end;) {
      const std::uint32_t end = splitter.end_of(at);
      const auto index = static_cast<std::uint32_t>(text.sentences.size());
      text.sentences.push_back({.tokens = {at, end}, .paragraph = p});
      text.tokens[at].flags |= kSentenceStart;
      for (; at < end; ++at) text.sentence_of[at] = index;
    }
    paragraph.sentences.end = static_cast<std::uint32_t>(text.sentences.size());
  }
}

}  // namespace hearsay
