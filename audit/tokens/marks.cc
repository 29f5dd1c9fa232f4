// collect_marks: the shape of a mark, or where it has none (straight ones) the white space around it. An opening mark
// has white space, a bracket, a dash or another opening mark before it and a word right after; a closing one the
// reverse.
#include "tokens/marks.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "tokens/characters.h"

namespace hearsay {
namespace {

enum class Shape : std::uint8_t { opens, closes, neutral };

struct MarkShape {
  QuoteStyle style = QuoteStyle::curly;
  Shape shape = Shape::neutral;
};

std::optional<MarkShape> shape_of(std::string_view word) {
  if (word == "\"" || word == "\uff02" || word == "\u2033") return MarkShape{QuoteStyle::straight, Shape::neutral};
  if (word == "'") return MarkShape{QuoteStyle::single_straight, Shape::neutral};
  if (word == "''") return MarkShape{QuoteStyle::double_apostrophe, Shape::neutral};
  if (word == "``" || word == "‘‘") return MarkShape{QuoteStyle::double_apostrophe, Shape::opens};
  if (word == "’’") return MarkShape{QuoteStyle::double_apostrophe, Shape::closes};
  if (word == "“" || word == "„" || word == "‟") return MarkShape{QuoteStyle::curly, Shape::opens};
  if (word == "”") return MarkShape{QuoteStyle::curly, Shape::closes};
  if (word == "«" || word == "‹") return MarkShape{QuoteStyle::guillemet, Shape::opens};
  if (word == "»" || word == "›") return MarkShape{QuoteStyle::guillemet, Shape::closes};
  if (word == "‘" || word == "‚" || word == "‛") return MarkShape{QuoteStyle::single_curly, Shape::opens};
  if (word == "’") return MarkShape{QuoteStyle::single_curly, Shape::closes};
  return std::nullopt;
}

bool begins_dash(std::string_view word) {
  return word == "—" || word == "–" || word == "―" || word[0] == '-';
}
bool is_foot(const Document& document, const Token& token) {
  const std::string_view word = token_text(document, token);
  return word == "'" || word == "’";
}
bool may_be_mark(char c) {
  return c == '"' || c == '\'' || c == '`' || c == '\xe2' || c == '\xc2' || c == '\xef';
}

bool ends_as(std::string_view word, std::string_view tail, bool any_case) {
  if (word.size() < tail.size()) return false;
  word.remove_prefix(word.size() - tail.size());
  return std::equal(word.begin(), word.end(), tail.begin(), [&](char written, char small) {
    return written == small || (any_case && kLowerByteOf[static_cast<unsigned char>(written)] == small);
  });
}

/// A word whose apostrophe at the end is as likely a possessive or a dropped g as a closing mark.
bool drops_letters(std::string_view word, const LanguageWords& language) {
  for (const std::string& tail : language.endings_of(WordEnding::plural_mark))
    if (ends_as(word, tail, true)) return true;
  for (const std::string& tail : language.endings_of(WordEnding::bare_possessive))
    if (ends_as(word, tail, false)) return true;
  return language.ends(word, WordEnding::dropped_letter);
}

}  // namespace

void collect_marks(const Document& document, const Text& text, const Paragraph& paragraph,
                   std::vector<QuotationMark>& marks) {
  const TokenRange range = paragraph.tokens;
  const std::size_t first = marks.size();
  for (std::uint32_t at = range.begin; at < range.end; ++at) {
    const Token& token = text.tokens[at];
    if (!token.has(kPunct) || !may_be_mark(document.text[token.begin])) continue;
    const auto shape = shape_of(token_text(document, token));
    if (!shape) continue;
    const bool space_before = at == range.begin || token.has(kSpaceBefore);
    const bool glued_after = at + 1 < range.end && !text.tokens[at + 1].has(kSpaceBefore);
    const std::string_view before = at > range.begin ? token_text(document, text.tokens[at - 1]) : std::string_view();
    const std::string_view after = at + 1 < range.end ? token_text(document, text.tokens[at + 1]) : std::string_view();
    const bool mark_after = !after.empty() && shape_of(after).has_value();
    const bool mark_before = marks.size() > first && marks.back().token + 1 == at;
    const bool after_open = mark_before && marks.back().role == MarkRole::open;
    const bool left_free = space_before || one_of(before, "([{/") || begins_dash(before) || after_open;
    const bool right_free = !glued_after || one_of(after, ",.;:?!)]}/") || after == "..." || after == "…" ||
                            begins_dash(after) || mark_after;
    const bool may_open = left_free && glued_after && !one_of(after, ",.;:?!)]}");
    const bool may_close = !space_before && right_free && !after_open;

    if (before == "=" && !space_before) continue;  // an attribute of left-over markup
    // 5'2": feet and inches.
    const bool after_figure = at >= range.begin + 3 && !space_before && text.tokens[at - 1].has(kDigit);
    if (after_figure && !is_single(shape->style) && is_foot(document, text.tokens[at - 2]) &&
        text.tokens[at - 3].has(kDigit) && !text.tokens[at - 1].has(kSpaceBefore) &&
        !text.tokens[at - 2].has(kSpaceBefore)) {
      if (!marks.empty() && marks.size() > first && marks.back().token == at - 2) marks.pop_back();
      continue;
    }

    QuotationMark mark;
    mark.token = at;
    mark.style = shape->style;
    mark.low = token_text(document, token) == "„";
    const bool opens = may_open && !may_close;
    const bool closes = may_close && !may_open;
    if (is_single(mark.style)) {
      mark.may_close = !space_before && !after_open;
      if (opens || (may_open && shape->shape == Shape::opens))
        mark.role = shape->shape == Shape::closes ? MarkRole::either : MarkRole::open;
      else if (mark.may_close && (shape->shape != Shape::opens || closes))
        mark.role = MarkRole::close;
      const bool word_before = !before.empty() && !text.tokens[at - 1].has(kPunct);
      mark.strong = mark.may_close &&
                    (!word_before || after.empty() || one_of(after, ",.;:?!)]") || mark_after || begins_dash(after));
      mark.doubtful = word_before && !mark.strong && drops_letters(before, *text.language);
    } else if (shape->shape == Shape::neutral) {
      mark.role = opens ? MarkRole::open : closes ? MarkRole::close : MarkRole::either;
      // 6'2" and 5": inches, unless a quotation is open.
      if (mark.role == MarkRole::close && text.tokens[at - 1].has(kDigit)) mark.doubtful = true;
    } else if (shape->shape == Shape::opens) {
      mark.role = closes ? MarkRole::close : MarkRole::open;
    } else {
      mark.role = opens ? MarkRole::open : MarkRole::close;
    }
    // Whatever its shape: nothing precedes the first token, nothing follows the last.
    if (!is_single(mark.style) && mark.role != MarkRole::either && range.size() > 1) {
      if (at == range.begin) mark.role = MarkRole::open;
      if (at + 1 == range.end) mark.role = MarkRole::close;
    }
    marks.push_back(mark);
  }
}

}  // namespace hearsay
