// Entry: read_version. A word is letters, digits and what may stand within: apostrophes, the full stops of
// abbreviations, the comma of a thousand. Marks between words are left out altogether, and hyphens part words: what two
// versions differ in by these alone is typography.
#include "compare/version_text.h"

#include <algorithm>

#include "base/plain_letters.h"
#include "base/utf8.h"
#include "base/word_hash.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMostUnitWords = 128;  // what is compared word by word is squared
constexpr std::size_t kLongestWord = 256;      // bytes that tell it

std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 1469598103934665603ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

bool is_apostrophe(char32_t value) {
  return value == U'\'' || value == U'’' || value == U'‘' || value == U'ʼ';
}

bool is_mark(char32_t value) {  // over the letter before
  return value >= 0x300 && value <= 0x36f;
}

bool is_symbol(char32_t value) {  // a word by itself
  return value == U'%' || value == U'$' || value == U'€' || value == U'£' || value == U'¥';
}

/// Walks the code points of a text, one ahead.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text), here_(decode(text, 0)) { look(); }

  [[nodiscard]] bool over() const { return here_.length == 0; }
  [[nodiscard]] char32_t value() const { return here_.value; }
  [[nodiscard]] char32_t next_value() const { return next_.length == 0 ? U'\n' : next_.value; }
  [[nodiscard]] char32_t third_value() const {
    const CodePoint third = decode(text_, at_ + here_.length + next_.length);
    return third.length == 0 ? U'\n' : third.value;
  }
  [[nodiscard]] std::size_t byte() const { return at_; }
  [[nodiscard]] std::uint32_t code_point() const { return count_; }
  void step() {
    at_ += here_.length;
    ++count_;
    here_ = next_;
    look();
  }

 private:
  void look() { next_ = decode(text_, at_ + here_.length); }
  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t count_ = 0;
  CodePoint here_, next_;
};

/// What stands from `walk` on, which is at a letter or digit; the walk ends behind it.
std::string take_word(Walk& walk) {
  std::string word;
  const auto take = [&] {
    if (word.size() < kLongestWord) append_utf8(word, walk.value());
    walk.step();
  };
  while (!walk.over()) {
    const char32_t value = walk.value();
    const char32_t next = walk.next_value();
    if (is_letter(value) || is_digit(value) || is_mark(value)) {
      take();
    } else if (is_unseen(value)) {
      walk.step();
    } else if (is_apostrophe(value) && is_letter(next)) {
      if (word.size() < kLongestWord) word += '\'';
      walk.step();
    } else if (value == U'.' && is_digit(next)) {
      take();
    } else if (value == U'.' && is_letter(next) && (is_upper(next) || word.size() == 1)) {
      walk.step();  // U.S. is US
    } else if (value == U',' && is_digit(next)) {
      walk.step();  // 1,000 is 1000
    } else {
      break;
    }
  }
  return plain_letters(word);
}

/// The words of a piece of text, whose first code point has the number `offset`.
template <class Take>
void for_each_word(std::string_view text, std::uint32_t offset, const LanguageWords& language, const Take& take) {
  for (Walk walk(text); !walk.over();) {
    const char32_t value = walk.value();
    if (is_symbol(value)) {
      VersionWord word;
      word.span = {offset + walk.code_point(), offset + walk.code_point() + 1};
      word.key = static_cast<std::uint64_t>(value);
      take(word);
      walk.step();
      continue;
    }
    if (!is_letter(value) && !is_digit(value)) {
      walk.step();
      continue;
    }
    VersionWord word;
    word.capital = is_upper(value);
    word.span.first = offset + walk.code_point();
    const std::size_t begin = walk.byte();
    const std::string folded = take_word(walk);
    word.span.second = offset + walk.code_point();
    word.key = hash_of(folded);
    std::string lowered = lower(text.substr(begin, std::min(walk.byte() - begin, kLongestWord)));
    for (std::size_t at; (at = lowered.find("’")) != std::string::npos;)
      lowered.replace(at, std::string_view("’").size(), "'");
    word.row = language.closed.row(word_hash(lowered));
    // Letters are units: "12 m".
    word.number = is_digit(value) || (lowered.size() > 1 && language.numbers.contains(lowered));
    take(word);
  }
}

bool opens_quotation(char32_t value) {
  return value == U'“' || value == U'„' || value == U'«' || value == U'‟';
}
bool closes_quotation(char32_t value) {
  return value == U'”' || value == U'»';
}

/// Which code points of a passage are within quotation marks, whatever marks these are. One that is not closed goes to
/// the end of the passage, a single one only where it is closed.
std::vector<bool> quoted_places(std::string_view text) {
  std::vector<char32_t> all;
  for (Walk walk(text); !walk.over(); walk.step()) all.push_back(walk.value());
  std::vector<bool> quoted(all.size(), false);
  const auto letter = [&](std::size_t at) { return at < all.size() && (is_letter(all[at]) || is_digit(all[at])); };
  bool within = false;
  char32_t opened = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const char32_t value = all[i];
    if (within) {
      const bool closes = value == U'"'    ? opened == U'"'
                          : opened == U'„' ? value == U'“' || value == U'”'
                          : opened == U'»' ? value == U'«'
                                           : closes_quotation(value) && opened != U'"';
      if (closes) within = false;
    } else if (opens_quotation(value) || value == U'"' || (value == U'»' && letter(i + 1))) {
      within = true;
      opened = value;
    }
    quoted[i] = within;
  }
  // Single marks: from one that stands before a word to the last that stands behind one, within the same stretch.
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool opens = !quoted[i] && (all[i] == U'‘' || all[i] == U'\'' || all[i] == U'‚') && letter(i + 1) &&
                       (i == 0 || !letter(i - 1));
    if (!opens) continue;
    std::size_t end = i + 1;
    while (end < all.size() && !quoted[end] &&
           !(is_apostrophe(all[end]) && !letter(end + 1) && end > 0 && !is_space(all[end - 1])))
      ++end;
    if (end >= all.size() || quoted[end]) {
      i = end;  // nothing before it closes, so nothing after i does
      continue;
    }
    for (std::size_t k = i; k < end; ++k) quoted[k] = true;
    i = end;
  }
  return quoted;
}

/// Where claims are looked for, and what a reader of the file might as well have taken for that: an embedded post is
/// told by its dash. Pull quotes repeat the body, notes speak about it.
bool is_compared(std::string_view kind) {
  return kind == "standfirst" || kind == "caption" || kind == "embed" || kind == "paragraph" || kind == "heading" ||
         kind == "list-item" || kind == "blockquote" || kind == "post";
}

class VersionReader {
 public:
  VersionReader(const Report& report, const LanguageWords& language) : report_(report), language_(language) {
    version_.text = report.text;
  }

  VersionText read() && {
    std::size_t byte = 0;
    std::uint32_t code_point = 0;
    const auto go_to = [&](std::uint32_t place) {
      while (code_point < place && byte < report_.text.size()) {
        byte += decode(report_.text, byte).length;
        ++code_point;
      }
      return byte;
    };
    for (const ReportBlock& block : report_.blocks) {
      if (!is_compared(block.kind) || block.span.first < code_point) continue;
      const std::size_t begin = go_to(block.span.first);
      const std::size_t end = go_to(block.span.second);
      passage(std::string_view(report_.text).substr(begin, end - begin), block.span);
    }
    return std::move(version_);
  }

 private:
  void passage(std::string_view text, CodeSpan span) {
    const std::vector<bool> quoted = quoted_places(text);
    const std::uint32_t first = static_cast<std::uint32_t>(version_.words.size());
    for_each_word(text, span.first, language_, [&](VersionWord word) {
      const std::size_t at = word.span.first - span.first;
      word.quoted = at < quoted.size() && quoted[at];
      version_.words.push_back(word);
    });
    const std::uint32_t end = static_cast<std::uint32_t>(version_.words.size());
    if (first == end) return;
    VersionPassage passage{.span = span, .units = {static_cast<std::uint32_t>(version_.units.size()), 0}};
    cut(text, span.first, {first, end});
    passage.units.end = static_cast<std::uint32_t>(version_.units.size());
    version_.passages.push_back(passage);
  }

  /// Sentences end at a mark behind which white space and a capital, figure or quotation mark follow.
  void cut(std::string_view text, std::uint32_t offset, WordRange all) {
    std::uint32_t begin = all.first;
    std::uint32_t word = all.first;  // the first that begins behind the walk
    bool ended = false;              // a mark that may end a sentence …
    bool spaced = false;             // … and white space behind it
    for (Walk walk(text); !walk.over(); walk.step()) {
      const char32_t value = walk.value();
      while (word < all.end && version_.words[word].span.first < offset + walk.code_point()) ++word;
      if (value == U'.' || value == U'!' || value == U'?' || value == U'…') {
        ended = word > begin && (value != U'.' || !is_abbreviation(word - 1));
        spaced = false;
      } else if (ended && is_space(value)) {
        spaced = true;
      } else if (is_letter(value) || is_digit(value)) {
        if (ended && spaced && (is_upper(value) || is_digit(value))) {
          add(begin, word);
          begin = word;
        }
        ended = spaced = false;
      }
    }
    add(begin, all.end);
  }

  [[nodiscard]] bool is_abbreviation(std::uint32_t word) const {
    const VersionWord& one = version_.words[word];
    if (one.span.second - one.span.first == 1 && one.capital) return true;
    return language_.closed.has(one.row, Role::abbreviation_of_title) ||
           language_.closed.has(one.row, Role::abbreviation_never_last);
  }

  void add(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t at = begin; at < end; at += kMostUnitWords) {
      const WordRange range{at, std::min(at + kMostUnitWords, end)};
      for (std::uint32_t k = range.first; k < range.end; ++k)
        version_.words[k].unit = static_cast<std::uint32_t>(version_.units.size());
      version_.units.push_back({.words = range, .passage = static_cast<std::uint32_t>(version_.passages.size())});
    }
  }

  const Report& report_;
  const LanguageWords& language_;
  VersionText version_;
};

}  // namespace

std::vector<std::uint32_t> VersionText::words_in(const CodeSpans& spans) const {
  std::vector<std::uint32_t> found;
  for (const CodeSpan& span : spans) {
    auto at = std::lower_bound(words.begin(), words.end(), span.first,
                               [](const VersionWord& word, std::uint32_t place) { return word.span.second <= place; });
    for (; at != words.end() && at->span.first < span.second; ++at)
      found.push_back(static_cast<std::uint32_t>(at - words.begin()));
  }
  return found;
}

VersionText read_version(const Report& report, const LanguageWords& language) {
  return VersionReader(report, language).read();
}

std::vector<std::uint64_t> folded_words(std::string_view text, const LanguageWords& language) {
  std::vector<std::uint64_t> words;
  for_each_word(text, 0, language, [&](const VersionWord& word) { words.push_back(word.key); });
  return words;
}

}  // namespace hearsay
