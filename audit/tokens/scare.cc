// is_scare: the title of something, or few words, no clause among them, no punctuation before the closing mark, running
// text around the marks, and no verb of speech, colon or comma that would make the words somebody's reply.
#include "tokens/scare.h"

#include <string_view>

#include "tokens/marks.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kLongest = 4;       // words between the marks
constexpr std::uint32_t kLongestTitle = 8;  // of a title

/// “Morning Table” or “The State of It All,” in capitals behind a preposition or an owner: the name of a programme, a
/// book, a song. The comma is the sentence's.
bool is_title(const Document& document, const Text& text, const Paragraph& paragraph, TokenRange range) {
  if (range.begin <= paragraph.tokens.begin || paragraph.kind == BlockKind::headline) return false;
  const Token& before = text.tokens[range.begin - 1];
  const bool owned = before.has(kClitic) && text.is(before, Role::possessive_clitic);
  if (!owned && !text.is(before, Role::title_opener)) return false;
  std::uint32_t end = range.end - 1;
  if (one_of(token_text(document, text.tokens[end - 1]), ",.")) --end;
  std::uint32_t names = 0;
  for (std::uint32_t at = range.begin + 1; at < end; ++at) {
    const Token& token = text.tokens[at];
    if (token.has(kCapital))
      ++names;
    else if (!token.has(kDigit) && !token.has(kClitic) && !(names > 0 && text.is(token, Role::title_filler)))
      return false;
  }
  return names >= (owned ? 1U : 2U) && end - range.begin - 1 <= kLongestTitle && text.tokens[end - 1].has(kCapital);
}

}  // namespace

bool is_scare(const Document& document, const Text& text, const Paragraph& paragraph, const Quotation& quotation) {
  const TokenRange range = quotation.tokens;
  if (!quotation.closed || range.size() < 3) return false;
  if (is_title(document, text, paragraph, range)) return true;
  std::uint32_t words = 0;
  for (std::uint32_t at = range.begin + 1; at + 1 < range.end; ++at) {
    const Token& token = text.tokens[at];
    if (!token.has(kPunct) && !token.has(kClitic)) ++words;
    if (text.is(token, Role::clause_hint) || words > kLongest || range.size() > 2 * kLongest) return false;
    // "it's", "that's": a clause; "Ruiz's" is none.
    if (text.is(token, Role::possessive_clitic) && !text.tokens[at - 1].has(kCapital) && at < range.begin + 3 &&
        text.is(at - 1, Role::sentence_starter)) {
      return false;
    }
  }
  const std::string_view last = token_text(document, text.tokens[range.end - 2]);
  if (words == 0 || one_of(last, ",.?!;") || last == "…" || last == "..." || last == "—" || last == "--") return false;

  const bool has_before = range.begin > paragraph.tokens.begin;
  const bool has_after = range.end < paragraph.tokens.end;
  bool runs_before = false;
  if (has_before) {
    const Token& before = text.tokens[range.begin - 1];
    const std::string_view word = token_text(document, before);
    if (text.is(before, Role::reporting_verb) || word == ":") return false;
    if (word == "," && range.begin - 1 > paragraph.tokens.begin && text.is(range.begin - 2, Role::reporting_verb))
      return false;
    runs_before = !one_of(word, ".?!");
  }
  bool runs_after = false;
  if (has_after) {
    const Token& after = text.tokens[range.end];
    if (text.is(after, Role::reporting_verb)) return false;
    const std::string_view word = token_text(document, after);
    runs_after = !one_of(word, ".?!:") && (!after.has(kCapital) || runs_before);
  }
  return runs_before || runs_after;
}

}  // namespace hearsay
