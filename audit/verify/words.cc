// WordCutter::cut: one pass over the bytes gives raw words; a second joins numbers ("twenty-five thousand") and shares
// ("per cent") into one word each.
#include "verify/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "base/utf8.h"
#include "base/word_hash.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostKnown = 200'000;  // words of which a thread keeps what it knows
constexpr std::size_t kMostAside = 200;      // bytes of what stands in brackets of an original
constexpr std::size_t kMostBrief = 40;       // bytes of a few words in round brackets …
constexpr std::ptrdiff_t kBriefWords = 3;    // … of so many
constexpr double kScale = 100;               // from here on a number word multiplies
constexpr std::string_view kShareSign = "%";

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == 0x2018U || c == 0x2019U || c == 0x02bcU || c == 0x00b4U || c == 0x0060U;
}
bool is_hyphen(char32_t c) {
  return c == U'-' || c == 0x2010U || c == 0x2011U;
}
bool is_dash(char32_t c) {
  return c == 0x2012U || c == 0x2013U || c == 0x2014U || c == 0x2015U;
}
bool is_currency(char32_t c) {
  return c == U'$' || c == 0x20acU || c == 0x00a3U;
}
std::string_view currency_sign(char32_t c) {
  return c == U'$' ? "$" : c == 0x20acU ? "\xE2\x82\xAC" : "\xC2\xA3";
}

/// Letters that printers draw together.
std::string_view ligature(char32_t c) {
  static constexpr std::array<std::string_view, 7> kDrawn = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return c >= 0xfb00U && c <= 0xfb06U ? kDrawn[c - 0xfb00U] : std::string_view();
}

std::uint32_t key_of_number(double value) {
  std::array<char, 40> buffer{};
  const auto end = fmt::format_to_n(buffer.data(), buffer.size(), "#{:.12g}", value);
  return word_hash({buffer.data(), std::min(end.size, buffer.size())});
}

/// "1,000.5", "2,5", "1984"; -1 where it is no number. `digits` holds digits, commas and full stops.
double value_of_figures(std::string_view digits) {
  std::string plain;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const char c = digits[i];
    if (c != ',') {
      plain += c;
      continue;
    }
    std::size_t group = i + 1;
    while (group < digits.size() && digits[group] >= '0' && digits[group] <= '9') ++group;
    if (group - i != 4) plain += '.';
  }
  double value = -1;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  return error == std::errc() && end == plain.data() + plain.size() ? value : -1;
}

}  // namespace

const WordCutter::Known& WordCutter::known(std::string_view lower, std::uint32_t hash) {
  if (const auto at = known_.find(hash); at != known_.end()) return at->second;
  if (known_.size() >= kMostKnown) known_.clear();
  Known known;
  const ClosedWords& roles = language_.compared;
  const ClosedWords::Row row = roles.row(hash);
  const auto flag = [&](Role role, ComparedFlag as) {
    if (roles.has(row, role)) known.flags |= as;
  };
  flag(Role::denies, kDenying);
  flag(Role::hesitation, kHesitates);
  flag(Role::filler, kFills);
  flag(Role::opens_condition, kConditional);
  flag(Role::names_a_day, kDayName);
  if (const auto number = language_.numbers.find(lower); number != language_.numbers.end())
    known.value = number->second;
  if (const auto drawn = language_.contractions.find(lower); drawn != language_.contractions.end())
    known.contraction = &drawn->second;
  const bool little = language_.closed.has(lower, Role::says_little) || (known.flags & kHesitates) != 0;
  if (!little && lower.size() > 1) known.flags |= kContent;
  known.stem = little ? hash : word_hash(language_.morphology->comparison_stem(lower));
  return known_.emplace(hash, known).first->second;
}

/// The first pass.
class WordCutter::Scan {
 public:
  Scan(WordCutter& cutter, std::string_view text, Span span, CutFor what)
      : cutter_(cutter), text_(text.substr(0, span.end)), what_(what), at_(span.begin) {
    const std::vector<std::string> words = cutter.language_.closed.words_of(Role::coordinator_and);
    if (!words.empty()) and_ = words.front();
  }

  void run() {
    while (at_ < text_.size()) step();
    end_word();
  }

 private:
  void step() {
    const CodePoint c = decode(text_, at_);
    if (c.length == 0) {
      at_ = text_.size();
      return;
    }
    const bool digit = c.valid && is_digit(c.value);
    if (c.valid && is_unseen(c.value)) {
      at_ += c.length;
    } else if (c.valid && (digit || is_letter(c.value) || !ligature(c.value).empty())) {
      add_letter(c, digit);
    } else if (is_apostrophe(c.value) && joins()) {
      lower_ += '\'';
      at_ += c.length;
    } else if ((c.value == U'.' || c.value == U',') && !lower_.empty() && joins_figures(c)) {
      if (c.value == U',' || figures_) lower_ += static_cast<char>(c.value);
      at_ += c.length;
    } else if (is_hyphen(c.value) && !lower_.empty() && line_end_hyphen(c.length)) {
      // skipped: the word goes on below
    } else if ((c.value == U'[' || c.value == U']') && what_ == CutFor::draft) {
      bracket(c);
    } else if (what_ == CutFor::draft && (c.value == U'(' ? brief_aside() : c.value == U')' && rounded_)) {
      end_word();
      brackets_ = rounded_ = c.value == U'(';
      bracket_at_ = cutter_.raw_.size();
      clause_ = true;
      at_ += c.length;
    } else if (opens_aside(c.value)) {
      end_word();
      skip_aside(c);
    } else {
      other(c);
    }
  }

  void add_letter(const CodePoint& c, bool digit) {
    if (lower_.empty()) {
      begin_ = static_cast<std::uint32_t>(at_);
      upper_ = is_upper(c.value);
      figures_ = digit;
    } else if (figures_ && !digit && lower_.find_first_not_of("0123456789.,") == std::string::npos) {
      unit_at_ = lower_.size();
    }
    if (const std::string_view drawn = ligature(c.value); !drawn.empty()) {
      lower_ += drawn;
    } else if (c.value < 0x80U) {
      lower_ += static_cast<char>(c.value >= U'A' && c.value <= U'Z' ? c.value + 32 : c.value);
    } else {
      append_lower(lower_, text_.substr(at_, c.length));
    }
    at_ += c.length;
    end_ = static_cast<std::uint32_t>(at_);
  }

  /// An apostrophe between letters.
  [[nodiscard]] bool joins() const {
    if (lower_.empty()) return false;
    const CodePoint c = decode(text_, at_);
    const CodePoint next = decode(text_, at_ + c.length);
    return next.valid && is_letter(next.value);
  }

  /// A full stop or comma between figures, or the stop within "U.S.".
  [[nodiscard]] bool joins_figures(const CodePoint& c) const {
    const CodePoint next = decode(text_, at_ + c.length);
    if (!next.valid || next.length == 0) return false;
    if (figures_ && unit_at_ == 0) return is_digit(next.value);
    if (c.value != U'.' || !is_letter(next.value)) return false;
    const CodePoint behind = decode(text_, at_ + c.length + next.length);
    return end_ - begin_ == 1 || (initials_like() && (behind.length == 0 || !is_letter(behind.value)));
  }
  [[nodiscard]] bool initials_like() const {
    return text_.substr(begin_, end_ - begin_).find('.') != std::string_view::npos;
  }

  /// "exam-" at the end of a line and "ple" on the next: true, and behind both.
  bool line_end_hyphen(std::size_t length) {
    std::size_t at = at_ + length;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t' || text_[at] == '\r')) ++at;
    if (at >= text_.size() || text_[at] != '\n') return false;
    ++at;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    const CodePoint next = decode(text_, at);
    if (!next.valid || !is_lower(next.value)) return false;
    at_ = at;
    return true;
  }

  [[nodiscard]] bool opens_aside(char32_t c) const {
    return (c == U'[' && what_ != CutFor::draft) || (c == U'(' && what_ == CutFor::transcript);
  }
  void skip_aside(const CodePoint& c) {
    const char closing = c.value == U'[' ? ']' : ')';
    const std::size_t end = text_.substr(0, std::min(text_.size(), at_ + kMostAside)).find(closing, at_);
    at_ = end == std::string_view::npos ? at_ + c.length : end + 1;
  }

  /// "We (will) go": some houses put in words in round brackets.
  [[nodiscard]] bool brief_aside() const {
    const std::size_t close = text_.find(')', at_);
    if (close == std::string_view::npos || brackets_ || close - at_ > kMostBrief) return false;
    const std::string_view inside = text_.substr(at_ + 1, close - at_ - 1);
    return std::count(inside.begin(), inside.end(), ' ') < kBriefWords && inside.find('\n') == std::string_view::npos;
  }

  /// Brackets of a draft: around words, or within one.
  void bracket(const CodePoint& c) {
    const CodePoint next = decode(text_, at_ + 1);
    const bool before = !lower_.empty();
    if (c.value == U'[') {
      const std::size_t close = text_.find(']', at_);
      const bool within = close != std::string_view::npos && close - at_ <= 8 &&
                          text_.substr(at_, close - at_).find(' ') == std::string_view::npos &&
                          (before || (close + 1 < text_.size() && is_letter(decode(text_, close + 1).value)));
      if (within && next.valid && is_letter(next.value)) {
        letter_ = true;
      } else {
        end_word();
        brackets_ = true;
        bracket_at_ = cutter_.raw_.size();
      }
    } else if (brackets_) {
      end_word();
      brackets_ = false;
    } else if (!(before && letter_)) {
      end_word();
    }
    at_ += c.length;
  }

  void other(const CodePoint& c) {
    const bool word_before = !lower_.empty();
    std::size_t dots = 0;
    if (c.value == U'.') {
      // "...", ". . ."
      for (std::size_t at = at_; at < text_.size() && (text_[at] == '.' || (text_[at] == ' ' && dots < 3)); ++at) {
        if (text_[at] == '.') {
          ++dots;
          if (dots >= 2) dots_end_ = at + 1;
        }
      }
    }
    const bool ellipsis = c.value == 0x2026U || dots >= 3;
    const bool dashed = is_dash(c.value) || (is_hyphen(c.value) && !decode(text_, at_ + c.length).valid) ||
                        text_.substr(at_, 2) == "--";
    if (word_before && dashed) broken_ = true;
    end_word();
    if (what_ == CutFor::original) tell_marks(c.value);
    if (ellipsis) {
      ellipsis_ = true;
      clause_ = true;
      at_ = c.value == 0x2026U ? at_ + c.length : dots_end_;
      return;
    }
    if (c.value == U'.' || c.value == U'!' || c.value == U'?') {
      const CodePoint next = decode(text_, at_ + c.length);
      if (next.length == 0 || !(is_letter(next.value) || is_digit(next.value))) sentence_ = clause_ = true;
    } else if (c.value == U',' || c.value == U';' || c.value == U':' || dashed || c.value == U'(' || c.value == U')') {
      clause_ = true;
    } else if (c.value == U'\n') {
      std::size_t at = at_ + 1;
      while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t' || text_[at] == '\r')) ++at;
      if (at < text_.size() && text_[at] == '\n') sentence_ = clause_ = true;
    } else if (c.value == U'&' && !and_.empty() && !joined_by_sign(c)) {
      begin_ = static_cast<std::uint32_t>(at_);
      end_ = begin_ + 1;
      lower_ = and_;
      end_word();
    } else if (c.value == U'%') {
      begin_ = static_cast<std::uint32_t>(at_);
      end_ = begin_ + 1;
      lower_ = kShareSign;
      end_word();
    } else if (is_currency(c.value)) {
      currency_ = currency_sign(c.value);
      currency_at_ = static_cast<std::uint32_t>(at_);
    }
    at_ += c.length;
  }

  /// Marks open and close, a straight one in turns; a paragraph's end closes whatever was left open.
  void tell_marks(char32_t c) {
    if (c == U'"') {
      marks_ = !marks_;
    } else if (c == 0x201CU || c == 0x201EU || c == 0xABU) {
      marks_ = true;
    } else if (c == 0x201DU || c == 0xBBU) {
      marks_ = false;
    } else if (c == U'\n' && marks_) {
      const std::size_t next = text_.find_first_not_of(" \t\r", at_ + 1);
      const CodePoint opens = next == std::string_view::npos ? CodePoint{} : decode(text_, next);
      if (next == std::string_view::npos || opens.value == U'\n' || opens.value == U'"') marks_ = false;
    }
  }

  /// "R&D": a name, not two words.
  [[nodiscard]] bool joined_by_sign(const CodePoint& c) const {
    const CodePoint next = decode(text_, at_ + c.length);
    return next.valid && is_letter(next.value);
  }

  void end_word() {
    if (lower_.empty()) return;
    if (figures_ && unit_at_ != 0 && unit_at_ < lower_.size()) {
      // "12m": the figure and its unit, "12th" stays.
      const std::string unit = lower_.substr(unit_at_);
      if (cutter_.language_.numbers.contains(unit)) {
        const std::uint32_t end = end_;
        lower_.resize(unit_at_);
        end_ = begin_ + static_cast<std::uint32_t>(unit_at_);
        push();
        begin_ = end_;
        end_ = end;
        lower_ = unit;
        figures_ = false;
      }
    }
    push();
    if (!currency_.empty()) {
      RawWord sign{.word = {.key = 0, .stem = 0, .begin = currency_at_, .end = end_}};
      sign.word.key = sign.word.stem = word_hash(currency_);
      pending_ = sign;
      currency_ = {};
    }
  }

  void push() {
    const std::uint32_t hash = word_hash(lower_);
    const Known known = cutter_.known(lower_, hash);  // a copy: what is known may be forgotten below
    RawWord raw{.word = {.key = hash, .stem = known.stem, .begin = begin_, .end = end_, .flags = known.flags},
                .value = known.value};
    if (lower_.front() >= '0' && lower_.front() <= '9') {
      raw.value = value_of_figures(lower_);
      raw.figures = raw.value >= 0;
      raw.word.flags |= kContent;
    }
    std::uint32_t& flags = raw.word.flags;
    const auto set = [&](bool& state, ComparedFlag flag) {
      if (state) flags |= flag;
      state = false;
    };
    set(sentence_, kOpensSentence);
    set(clause_, kClauseBefore);
    set(ellipsis_, kEllipsisBefore);
    set(letter_, kLetterInBrackets);
    set(broken_, kBrokenOff);
    if (upper_) flags |= kUpperFirst;
    if (brackets_) flags |= kInBrackets;
    if (marks_) flags |= kInMarks;
    if (pending_ && raw.value < kScale) flush();
    if (known.contraction != nullptr) {
      bool first = true;
      for (const std::string& part : *known.contraction) {
        const std::uint32_t part_hash = word_hash(part);
        const Known& of_part = cutter_.known(part, part_hash);
        RawWord one{.word = raw.word};
        one.word.key = part_hash;
        one.word.stem = of_part.stem;
        constexpr std::uint32_t kPlace = kUpperFirst | kOpensSentence | kClauseBefore | kEllipsisBefore;
        constexpr std::uint32_t kAll = kInBrackets | kBrokenOff | kInMarks;
        one.word.flags = (first ? flags & kPlace : 0U) | (flags & kAll) | of_part.flags | kFromContraction;
        cutter_.raw_.push_back(one);
        first = false;
      }
    } else {
      cutter_.raw_.push_back(raw);
    }
    if (pending_ && raw.value >= kScale) flush();
    lower_.clear();
    upper_ = figures_ = false;
    unit_at_ = 0;
  }

  /// The currency's sign stands before its number and is said behind it.
  void flush() {
    // Its place is the number's: words stand in the order of their bytes.
    if (!cutter_.raw_.empty()) {
      pending_->word.begin = cutter_.raw_.back().word.begin;
      pending_->word.end = cutter_.raw_.back().word.end;
    }
    cutter_.raw_.push_back(*pending_);
    pending_.reset();
  }

 public:
  void finish() {
    if (pending_) flush();
    if (!brackets_) return;
    // Never closed: a slip of the pen, and no word is the writer's for it.
    for (std::size_t i = bracket_at_; i < cutter_.raw_.size(); ++i)
      cutter_.raw_[i].word.flags &= ~std::uint32_t{kInBrackets};
  }

 private:
  WordCutter& cutter_;
  std::string_view text_;
  CutFor what_;
  std::size_t at_;
  std::size_t dots_end_ = 0;
  std::string lower_;  // the word at hand, folded
  std::string and_;    // what an ampersand stands for
  std::size_t unit_at_ = 0;
  std::uint32_t begin_ = 0, end_ = 0;
  bool upper_ = false, figures_ = false, broken_ = false, letter_ = false;
  bool sentence_ = true, clause_ = true;  // before the word to come
  bool ellipsis_ = false, brackets_ = false, rounded_ = false, marks_ = false;
  std::size_t bracket_at_ = 0;  // the first raw word in them
  std::string_view currency_;
  std::uint32_t currency_at_ = 0;
  std::optional<RawWord> pending_;
};

void WordCutter::compose(const std::vector<RawWord>& raw, std::vector<ComparedWord>& words) {
  const ClosedWords& roles = language_.compared;
  static const std::array<std::pair<Role, std::string_view>, 3> kSigns = {
      {{Role::currency_dollar, "$"}, {Role::currency_euro, "\xE2\x82\xAC"}, {Role::currency_pound, "\xC2\xA3"}}};
  const std::vector<std::string> share = roles.words_of(Role::percent_phrase);
  for (std::size_t i = 0; i < raw.size();) {
    const RawWord& first = raw[i];
    ComparedWord word = first.word;
    std::size_t next = i + 1;
    const auto is_role = [&](std::size_t at, Role role) {
      return at < raw.size() && language_.closed.has(language_.closed.row(raw[at].word.key), role);
    };
    const bool a_hundred =
        is_role(i, Role::indefinite_article) && next < raw.size() && raw[next].value >= kScale && !raw[next].figures;
    if (first.value >= 0 || a_hundred) {
      double total = 0, part = a_hundred ? 1 : first.value;
      double last = part;
      for (; next < raw.size(); ++next) {
        const RawWord& one = raw[next];
        if (one.word.has(kClauseBefore) && !(last < kScale && one.word.begin == raw[next - 1].word.end + 1)) break;
        if (one.value >= kScale && !one.figures) {
          const bool large = one.value > kScale;
          part = (part == 0 ? 1 : part) * one.value;
          if (large) {
            total += part;
            part = 0;
          }
        } else if (one.value >= 0 && !one.figures && !first.figures &&
                   ((last >= 20 && last < kScale && one.value < 10 && one.value > 0) ||
                    (last >= kScale && one.value < kScale))) {
          part += one.value;
        } else if (last >= kScale && !first.figures && is_role(next, Role::coordinator_and) && next + 1 < raw.size() &&
                   raw[next + 1].value >= 0 && raw[next + 1].value < kScale && !raw[next + 1].figures) {
          continue;
        } else {
          break;
        }
        last = one.value;
      }
      word.end = raw[next - 1].word.end;
      word.key = word.stem = key_of_number(total + part);
      word.flags |= kNumberValue | kContent;
    } else if (share.size() == 2 && next < raw.size() && word.key == word_hash(share[0]) &&
               raw[next].word.key == word_hash(share[1])) {
      word.end = raw[next].word.end;
      word.key = word.stem = word_hash(kShareSign);
      ++next;
    } else if (language_.closed.has(language_.closed.row(word.key), Role::percent)) {
      word.key = word.stem = word_hash(kShareSign);
    } else if (const ClosedWords::Row row = roles.row(word.key); row != 0) {
      for (const auto& [role, sign] : kSigns) {
        if (roles.has(row, role)) word.key = word.stem = word_hash(sign);
      }
    }
    words.push_back(word);
    i = next;
  }
}

void WordCutter::cut(std::string_view text, Span span, CutFor what, std::vector<ComparedWord>& words) {
  raw_.clear();
  Scan scan(*this, text, span, what);
  scan.run();
  scan.finish();
  compose(raw_, words);
}

}  // namespace hearsay
