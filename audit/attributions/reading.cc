// Look-ups; nothing here decides anything.
#include "attributions/reading.h"

#include <algorithm>

namespace hearsay {

Reading::Reading(const Article& article, const Program& program_in)
    : Article(article),
      program(program_in),
      time(program_in.lexicons.named("time")),
      no_content(program_in.lexicons.named("no-content")),
      accountable(program_in.lexicons.named("accountable")),
      say(program_in.lexicons.named("say")),
      tell(program_in.lexicons.named("tell")),
      label(program_in.lexicons.named("label")),
      speechless(program_in.lexicons.named("speechless")),
      judge(program_in.lexicons.named("judge")),
      intend(program_in.lexicons.named("intend")),
      purposed(program_in.lexicons.named("purposed")),
      undergone(program_in.lexicons.named("undergone")),
      show(program_in.lexicons.named("show")),
      inward(program_in.lexicons.named("inward")),
      inward_noun(program_in.lexicons.named("inward-noun")),
      unspoken(program_in.lexicons.named("unspoken")),
      unspoken_noun(program_in.lexicons.named("unspoken-noun")),
      condition(program_in.lexicons.named("condition")),
      read_into(program_in.lexicons.named("read-into")),
      wordless(program_in.lexicons.named("wordless")),
      report(program_in.lexicons.named("report-verb")),
      ask(program_in.lexicons.named("ask")),
      act(program_in.lexicons.named("act")),
      takes_of(program_in.lexicons.named("takes-of")),
      rumour(program_in.lexicons.named("rumour")),
      generic(program_in.lexicons.named("generic")),
      noun_common(program_in.lexicons.named("noun-common")),
      nobody(program_in.lexicons.named("nobody")),
      be(program_in.lexicons.named("aux-be")),
      have(program_in.lexicons.named("aux-have")),
      do_(program_in.lexicons.named("aux-do")),
      modal(program_in.lexicons.named("modal")),
      negation(program_in.lexicons.named("negation")),
      media{program_in.lexicons.named("medium-noun"), program_in.lexicons.named("medium-event"),
            program_in.lexicons.named("platform-word")} {
  constexpr std::array<std::string_view, kSpokenLexicons> kSpoken = {
      "say",       "say-quote",    "tell",         "urge",       "ask",         "deny",        "judge",   "label",
      "say-thing", "say-prep",     "quote-verb",   "show",       "call-out",    "as-verb",     "promise", "intend",
      "unsourced", "confide-verb", "hedge-adverb", "claim-noun", "speech-noun", "report-noun", "spoken"};
  constexpr std::array<std::string_view, kAttitudeLexicons> kAttitude = {
      "think",      "belief-adjective", "about-adjective", "will-adjective", "stance-noun", "will-noun",
      "topic-noun", "decree",           "inward",          "inward-noun",    "see-as",      "seem",
      "look-verb",  "stance-holder",    "unspoken",        "unspoken-noun"};
  const auto named = [&](std::string_view name) { return program_in.lexicons.named(name); };
  std::transform(kAttitude.begin(), kAttitude.end(), attitude.begin(), named);
  std::transform(kSpoken.begin(), kSpoken.end(), spoken.begin(), named);
}

Mark Reading::mark(std::uint32_t t) const {
  if (t >= size() || !token(t).has(kPunct)) return Mark::none;
  if (token(t).has(kOpenQuote) || token(t).has(kCloseQuote)) return Mark::quote;
  const std::string_view s = word(t);
  switch (s.front()) {
    case ',':
      return Mark::comma;
    case '.':
    case '?':
    case '!':
      return Mark::stop;
    case ':':
      return Mark::colon;
    case ';':
      return Mark::semicolon;
    case '(':
    case '[':
      return Mark::open_paren;
    case ')':
    case ']':
      return Mark::close_paren;
    case '-':
      return s.size() > 1 || (token(t).has(kSpaceBefore)) ? Mark::dash : Mark::other;
    case '"':
      return Mark::quote;
    default:
      break;
  }
  if (s == "–" || s == "—" || s == "―") return Mark::dash;
  if (s == "…") return Mark::stop;
  if (s == "“" || s == "”" || s == "''" || s == "``" || s == "«" || s == "»" || s == "„") return Mark::quote;
  return Mark::other;
}

std::uint32_t Reading::outer_quotation(std::uint32_t t) const {
  std::uint32_t found = kNone;
  for (std::uint32_t q = quotation(t); q != kNone; q = text.quotations[q].parent) {
    if (!text.quotations[q].scare) found = q;
  }
  return found;
}

// The block that a quotation is or lies in; it has no marks, and begins and ends with its words.
std::uint32_t Reading::block_around(std::uint32_t q) const {
  while (q != kNone && text.quotations[q].style != QuoteStyle::block) q = text.quotations[q].parent;
  return q;
}

std::uint32_t Reading::opened_at(std::uint32_t t) const {
  if (t >= size()) return kNone;
  const std::uint32_t q = quotation(t);
  const std::uint32_t block = block_around(q);
  if (block != kNone && text.quotations[block].tokens.begin == t) return block;
  return q != kNone && token(t).has(kOpenQuote) && text.quotations[q].tokens.begin == t ? q : kNone;
}

std::uint32_t Reading::closed_at(std::uint32_t t) const {
  if (t >= size()) return kNone;
  const std::uint32_t q = quotation(t);
  const std::uint32_t block = block_around(q);
  if (block != kNone && text.quotations[block].tokens.end == t + 1) return block;
  return q != kNone && token(t).has(kCloseQuote) && text.quotations[q].tokens.end == t + 1 ? q : kNone;
}

bool Reading::lies_in(std::uint32_t inner, std::uint32_t outer) const {
  if (outer == kNone) return true;
  for (std::uint32_t q = inner; q != kNone; q = text.quotations[q].parent) {
    if (q == outer) return true;
  }
  return false;
}

}  // namespace hearsay
