// find_values: dates first, for their figures are no numbers; then numbers with what they count; superlatives with the
// noun they are said of. One pass over the tokens, each of which belongs to one item at most, superlatives aside.
#include <algorithm>

#include "base/utf8.h"
#include "checksheet/items.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMostUnitTokens = 4;  // behind a number
constexpr std::uint32_t kMostNounTokens = 6;  // behind a superlative
constexpr double kFirstYear = 1500, kLastYear = 2200;

class ValueFinder {
 public:
  ValueFinder(const CheckSheetInput& input, const ValueWords& words, FoundItems& items)
      : input_(input),
        words_(words),
        items_(items),
        clock_(words.lexicon("clock-unit")),
        superlative_(words.lexicon("superlative-mark")),
        forms_(words.lexicon("checkable-superlative")),
        many_(words.lexicon("checkable-many")),
        in_name_(input.text.tokens.size(), 0) {
    for (const Mention& mention : input.mentions.all) {
      if (mention.kind == SourceKind::other || mention.compound) continue;
      for (std::uint32_t t = mention.name.begin; t < std::min<std::size_t>(mention.name.end, in_name_.size()); ++t)
        in_name_[t] = 1;
    }
  }

  void run() {
    for (std::uint32_t t = 0; t < size();) {
      if (!is_checked(input_, t)) {
        ++t;
        continue;
      }
      superlative(t);
      t = std::max(t + 1, value(t));
    }
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(input_.text.tokens.size()); }
  [[nodiscard]] const Token& token(std::uint32_t t) const { return input_.text.tokens[t]; }
  [[nodiscard]] Tag tag(std::uint32_t t) const { return t < input_.tags.size() ? input_.tags[t] : Tag::none; }
  [[nodiscard]] bool is(std::uint32_t t, std::string_view mark) const { return words_.words(t) == mark; }
  [[nodiscard]] bool names_month(std::uint32_t t) const { return t < size() && words_.month(t) != 0; }

  void add(CheckItemKind kind, TokenRange range) {
    items_.push_back({.kind = kind, .range = range, .unit = {}, .words = {}});
  }

  /// The token behind the item that begins at `t`; `t` where none does.
  std::uint32_t value(std::uint32_t t) {
    for (const std::uint32_t end : {date(t), clock(t), age(t)}) {
      if (end <= t) continue;
      add(CheckItemKind::date, {t, end});
      return end;
    }
    return in_name_[t] != 0 && !token(t).has(kDigit) ? t : number(t);
  }

  [[nodiscard]] bool is_day(std::uint32_t t) const {
    if (t >= size() || !token(t).has(kDigit)) return false;
    std::string_view written = words_.words(t);
    if (written.size() > 2 && input_.text.language->ends(lower(written), WordEnding::ordinal_number, 1)) {
      while (!written.empty() && (written.back() < '0' || written.back() > '9')) written.remove_suffix(1);
    }
    const auto figure = figure_of(written);
    return figure && figure->exact && figure->value >= 1 && figure->value <= 31;
  }

  [[nodiscard]] bool is_year(std::uint32_t t) const {
    const std::string_view written = words_.words(t);
    const auto figure = written.size() == 4 ? figure_of(written) : std::nullopt;
    return figure && figure->exact && figure->value >= kFirstYear && figure->value <= kLastYear;
  }

  [[nodiscard]] std::uint32_t with_year(std::uint32_t end) const {
    if (is_year(end)) return end + 1;
    return is(end, ",") && is_year(end + 1) ? end + 2 : end;
  }

  /// Behind month and day in either order; `t` where there is no date.
  [[nodiscard]] std::uint32_t calendar_day(std::uint32_t t) const {
    if (names_month(t)) {
      if (is_day(t + 1)) return with_year(t + 2);
      if (is_year(t + 1)) return t + 2;
      return t;
    }
    if (!is_day(t)) return t;
    const std::uint32_t month = input_.text.is(t + 1, Role::genitive_of) ? t + 2 : t + 1;
    return names_month(month) ? with_year(month + 1) : t;
  }

  [[nodiscard]] std::uint32_t date(std::uint32_t t) const {
    if (words_.weekday(t) != 0) {
      std::uint32_t at = t + 1;
      if (is(at, ",") || is(at, "(")) ++at;
      if (input_.text.is(at, Role::definite_article)) ++at;
      const std::uint32_t end = calendar_day(at);
      return end > at ? end : t + 1;
    }
    if (const std::uint32_t end = calendar_day(t); end > t) return end;
    // A month by itself: "in March", "since last May".
    if (names_month(t) && t > 0 && is_name(tag(t)) && in_name_[t] == 0 &&
        (tag(t - 1) == Tag::IN || tag(t - 1) == Tag::JJ || input_.text.is(t - 1, Role::time_adjective)))
      return t + 1;
    const std::string_view written = words_.words(t);
    if (is_year(t) && words_.percent(t + 1) == 0) {
      const bool counts = tag(t + 1) == Tag::NNS && !(t > 0 && tag(t - 1) == Tag::IN);
      const bool money = t > 0 && is_currency(t - 1);
      return counts || money ? t : t + 1;
    }
    const std::string_view decade = written.ends_with('s') ? written.substr(0, written.size() - 1) : "";
    if (decade.size() == 4 && decade.ends_with('0') && figure_of(decade)) return t + 1;
    // "2018-12-03", "3/12/2018".
    for (const char mark : {'-', '/'}) {
      if (written.size() >= 8 && written.size() <= 10 && std::count(written.begin(), written.end(), mark) == 2 &&
          written.find_first_not_of("0123456789-/") == std::string_view::npos)
        return t + 1;
    }
    return t;
  }

  [[nodiscard]] std::uint32_t clock(std::uint32_t t) const {
    if (t >= size() || !token(t).has(kDigit)) return t;
    std::uint32_t end = is_clock_time(input_.document, token(t)) ? t + 1 : t;
    if (words_.in(t + 1, clock_) &&
        (end > t || words_.number(t) || words_.words(t).find('.') != std::string_view::npos))
      end = t + 2;
    return end;
  }

  /// "34-year-old", and "34" between a name and a comma.
  [[nodiscard]] std::uint32_t age(std::uint32_t t) const {
    const std::string_view written = words_.words(t);
    if (written.size() > 2 && input_.text.language->ends(lower(written), WordEnding::age, 1)) return t + 1;
    if (t < 2 || written.size() > 3 || !token(t).has(kDigit) || !(is(t - 1, ",") || is(t - 1, "("))) return t;
    const auto figure = figure_of(written);
    const bool closed = is(t - 1, "(") ? is(t + 1, ")") : is(t + 1, ",") || is(t + 1, ".");
    const bool named = in_name_[t - 2] != 0 && token(t - 2).has(kCapital);
    return figure && figure->exact && figure->value >= 1 && figure->value <= 120 && closed && named ? t + 1 : t;
  }

  [[nodiscard]] bool is_currency(std::uint32_t t) const {
    const std::string_view written = words_.words(t);
    return written == "$" || written == "£" || written == "€" || written == "¥" || written == "₹" ||
           (written.size() > 1 && written.size() < 5 && written.ends_with('$'));
  }

  std::uint32_t number(std::uint32_t t) {
    const auto number = words_.number(t);
    const bool joined = !number && words_.joined(t).has_value();
    const bool many = words_.in(t, many_);
    if (!number && !joined && !many && !token(t).has(kDigit)) return t;
    if (in_name_[t] != 0) return t;
    // "One" is a pronoun as often as a number.
    const bool word = number && !token(t).has(kDigit);
    if (word && number->value < 2 && number->end == t + 1) return t;
    // What is numbered or named so: "4th", "F-16", "G7" with its name before it.
    if (token(t).has(kAlpha) && token(t).has(kDigit) && !joined) return t;
    FoundItem item{.kind = CheckItemKind::number, .range = {t, number ? number->end : t + 1}, .unit = {}, .words = {}};
    if (number && number->exact) item.value = number->value;
    const bool money = t > 0 && is_currency(t - 1);
    if (money) --item.range.begin;
    const std::uint32_t share = words_.percent(item.range.end);
    item.range.end += share;
    if (share == 0) add_unit(item, money);
    const std::uint32_t end = item.range.end;
    items_.push_back(std::move(item));
    return end;
  }

  /// What is counted: adjectives and nouns behind it, up to the last noun.
  void add_unit(FoundItem& item, bool money) const {
    std::uint32_t end = item.range.end;
    for (std::uint32_t t = end; t < std::min(size(), item.range.end + kMostUnitTokens); ++t) {
      if (!(is_adjective(tag(t)) || tag(t) == Tag::NN || tag(t) == Tag::NNS) || token(t).has(kPunct) ||
          words_.weekday(t) != 0 || names_month(t) || token(t).has(kDigit))
        break;
      if (!is_noun(tag(t))) continue;
      end = t + 1;
      if (tag(t) == Tag::NNS) break;
    }
    if (end == item.range.end) return;
    if (!money && item.value != 0 && tag(end - 1) == Tag::NNS)
      item.unit = lower(text_of(input_.document, input_.text, {item.range.end, end}));
    item.range.end = end;
  }

  void superlative(std::uint32_t t) {
    const bool form = tag(t) == Tag::JJS || tag(t) == Tag::RBS || words_.in(t, forms_);
    if (!form && !words_.in(t, superlative_)) return;
    // "The first", "its only", "Brema's largest": of one among all. "At least", "first, …" are none.
    if (t == 0 || in_name_[t] != 0) return;
    const bool among = input_.text.is(t - 1, Role::definite_article) ||
                       input_.text.is(t - 1, Role::possessive_determiner) || tag(t - 1) == Tag::POS ||
                       tag(t - 1) == Tag::PRPS || tag(t - 1) == Tag::CD;
    if (!among && !words_.in(t, forms_)) return;
    std::uint32_t end = t;
    for (std::uint32_t at = t; at < std::min(size(), t + kMostNounTokens); ++at) {
      if (token(at).has(kPunct)) break;
      if (is_noun(tag(at))) end = at + 1;
      if (is_noun(tag(at)) && at + 1 < size() && !is_noun(tag(at + 1))) break;
      if (is_finite(tag(at))) break;
    }
    // "The first that was built by women" needs no noun.
    if (end == t && among && words_.in(t, superlative_)) end = t + 1;
    if (end > t) add(CheckItemKind::superlative, {t, end});
  }

  const CheckSheetInput& input_;
  const ValueWords& words_;
  FoundItems& items_;
  LexiconId clock_, superlative_, forms_, many_;
  std::vector<char> in_name_;  // per token
};

}  // namespace

void find_values(const CheckSheetInput& input, const ValueWords& words, FoundItems& items) {
  ValueFinder(input, words, items).run();
}

}  // namespace hearsay
