// cut_words: Penn-like tokens over the original bytes. From each place that is no white space one token is cut:
// a run of ASCII letters and digits in a tight loop, which most words are; a join byte or a longer character at its end
// sends the word through the careful scan of extend(). Looks ahead a few bytes only, so the whole is linear.
#include "tokens/words.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "base/word_hash.h"
#include "tokens/abbreviations.h"
#include "tokens/characters.h"
#include "tokens/token_maker.h"

namespace hearsay {
namespace {

bool is_hyphen(std::uint32_t code) {
  return code == '-' || code == 0x2010 || code == 0x2011;
}

/// "Ã" and "Â", whole or as a mark behind its letter: the first half of a letter that was read in a wrong encoding.
bool opens_misread(std::uint32_t code) {
  return code == 0xc2 || code == 0xc3 || code == 0x302 || code == 0x303;
}

class Cutter {
 public:
  Cutter(std::string_view text, Span block, const Vocabulary& vocabulary, std::vector<Token>& tokens)
      : text_(text.substr(0, block.end)),
        begin_(block.begin),
        tokens_(tokens),
        maker_(text_, vocabulary, tokens),
        language_(vocabulary.language) {}

  void run() {
    const std::size_t end = text_.size();
    std::size_t at = begin_;
    std::uint16_t space = kSpaceBefore;
    while (at < end) {
      const std::uint8_t bits = byte_class(text_[at]);
      if ((bits & kSpaceByte) != 0) {
        ++at;
        space = kSpaceBefore;
        continue;
      }
      if ((bits & kWordByte) != 0) {
        at = word(at, space);
      } else {
        const Character first = character_at(text_, at);
        if (is_unseen(first.code)) {  // at the edge of a word it belongs to none
          at += first.bytes;
          continue;
        }
        if (first.kind == CharacterKind::space) {
          at += first.bytes;
          space = kSpaceBefore;
          continue;
        }
        at = first.in_word() ? word(at, space) : symbol(at, first, space);
      }
      space = 0;
    }
  }

 private:
  /// The byte at `at`, NUL past the end.
  [[nodiscard]] char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  [[nodiscard]] Character character(std::size_t at) const { return character_at(text_, at); }
  [[nodiscard]] bool is_digit(std::size_t at) const { return (byte_class(byte(at)) & kDigitByte) != 0; }

  [[nodiscard]] std::string_view part(std::size_t from, std::size_t to) const { return text_.substr(from, to - from); }
  [[nodiscard]] bool starts_with(std::size_t at, std::string_view what) const {
    return text_.size() - at >= what.size() && text_.compare(at, what.size(), what) == 0;
  }

  std::size_t word(std::size_t begin, std::uint16_t flags) {
    std::size_t at = begin;
    while (at < text_.size() && (byte_class(text_[at]) & kWordByte) != 0) ++at;
    if (at < text_.size() && (byte_class(text_[at]) & (kJoinByte | kHighByte)) != 0) return joined(begin, at, flags);
    return finish(begin, at, flags);
  }

  /// Whether the bytes from `at` on are `lower`, in any case of its ASCII letters.
  [[nodiscard]] bool reads(std::size_t at, std::string_view lower) const {
    if (text_.size() - at < lower.size()) return false;
    for (std::size_t i = 0; i < lower.size(); ++i) {
      if (kLowerByteOf[static_cast<unsigned char>(text_[at + i])] != lower[i]) return false;
    }
    return true;
  }

  /// A clitic by its apostrophe.
  struct Clitic {
    std::size_t begin = 0;
    std::size_t end = 0;  // 0: there is none
  };

  /// The clitic whose apostrophe stands at `at`, in a word that begins at `word`; where that is `at`, one that begins
  /// with its apostrophe.
  [[nodiscard]] Clitic clitic(std::size_t word, std::size_t at) const {
    const Character mark = character(at);
    if (!is_apostrophe(mark.code)) return {};
    for (const std::string& known : language_.endings_of(WordEnding::clitic)) {
      const std::string_view whole = known;
      const std::size_t before = whole.find('\'');
      if (before == std::string_view::npos || (before != 0 && word + before >= at)) continue;
      const std::string_view tail = whole.substr(before + 1);
      const std::size_t after = at + mark.bytes;
      if (!reads(at - before, whole.substr(0, before)) || !reads(after, tail)) continue;
      if (!character(after + tail.size()).in_word()) return {at - before, after + tail.size()};
    }
    return {};
  }

  std::size_t url(std::size_t at) const {
    const std::size_t from = at;
    while (at < text_.size()) {
      const Character next = character(at);
      if (next.kind == CharacterKind::space || next.code == '<' || next.code == '>' || next.code == '"' ||
          (next.code >= 0x2018 && next.code <= 0x201f)) {
        break;
      }
      at += next.bytes;
    }
    constexpr std::string_view kTail = ".,;:!?)]}'*";
    while (at > from && kTail.find(text_[at - 1]) != std::string_view::npos) --at;
    return at;
  }

  /// A word whose first run [begin, at) is followed by something that may belong to it.
  std::size_t joined(std::size_t begin, std::size_t at, std::uint16_t flags) {
    if (starts_with(at, "://") || (starts_with(begin, "www.") && at == begin + 3)) {
      if (const std::size_t end = url(at); end > at + 3) return emit(begin, end, flags);
    }
    std::size_t segment = begin;  // begins after the last full stop or hyphen
    bool acronym = false;         // "U.S": full stops between single letters
    bool domain = false;          // "example.org"
    bool mail = false;
    bool misread = false;  // "SantÃ¡n": what follows is the second half of a letter that was read in a wrong encoding
    while (at < text_.size()) {
      const Character here = character(at);
      if (here.in_word() || (misread && here.code >= 0x80 && here.code <= 0xbf)) {
        misread = opens_misread(here.code) || (misread && here.code >= 0x80 && here.code < 0xa0);
        at += here.bytes;
        continue;
      }
      const std::size_t after = at + here.bytes;
      const Character next = character(after);
      if (here.code == '.') {
        const bool letter_follows = next.is_letter();
        const bool single = segment + 1 == at && (byte_class(text_[segment]) & kLetterByte) != 0;
        if (is_digit(at - 1) && is_digit(after)) {
          segment = after;
        } else if (letter_follows && (single || is_acronym_part(segment, at))) {
          acronym = true;
          segment = after;
        } else if (letter_follows && at > begin && next.kind == CharacterKind::lower && !single) {
          domain = true;
          segment = after;
        } else if (acronym && at - segment <= 3 && is_hyphen(next.code) && character(after + next.bytes).is_letter()) {
          acronym = false;
          at = after + next.bytes;
          segment = at;
          continue;
        } else {
          break;
        }
        at = after;
      } else if (is_hyphen(here.code)) {
        if (!next.in_word()) break;
        at = segment = after;
        acronym = false;
      } else if (is_apostrophe(here.code)) {
        if (!next.is_letter()) break;
        if (const Clitic found = clitic(begin, at); found.end != 0) {
          if (found.begin == at) break;
          emit(begin, found.begin, flags);
          return emit(found.begin, found.end, kClitic);
        }
        at = after;
      } else if ((here.code == ',' || here.code == ':') && is_digit(at - 1) && is_digit(after)) {
        at = after;
      } else if (here.code == '/' && domain && next.in_word()) {
        return emit(begin, url(at), flags);
      } else if (here.code == '/' && next.in_word()) {
        at = segment = after;
      } else if (here.code == '&' && (byte_class(text_[at - 1]) & kUpperByte) != 0 &&
                 next.kind == CharacterKind::upper) {
        at = after;
      } else if (here.code == '_' || (here.code == '@' && !mail && next.in_word())) {
        mail = mail || here.code == '@';
        at = after;
      } else {
        break;
      }
    }
    if (byte(at) == '.' && byte(at + 1) != '.' && own_stop(begin, segment, at, acronym)) {
      return emit(begin, at + 1, static_cast<std::uint16_t>(flags | kAbbreviation));
    }
    return finish(begin, at, flags);
  }

  /// Nothing but closing marks between `at` and the block's end.
  [[nodiscard]] bool at_block_end(std::size_t at) const {
    for (int i = 0; i < 8; ++i) {
      const Character next = character(at);
      if (next.bytes == 0) return true;
      const bool closes = next.kind == CharacterKind::space || next.code == '"' || next.code == '\'' ||
                          next.code == ')' || next.code == ']' || next.code == 0x2019 || next.code == 0x201d;
      if (!closes) return false;
      at += next.bytes;
    }
    return false;
  }

  [[nodiscard]] bool previous_is(std::string_view one_of) const {
    return !tokens_.empty() && tokens_.back().begin >= begin_ && tokens_.back().end == tokens_.back().begin + 1 &&
           one_of.find(text_[tokens_.back().begin]) != std::string_view::npos;
  }

  /// Whether the full stop at `stop` belongs to the word [begin, stop), whose last part begins at `segment`.
  [[nodiscard]] bool own_stop(std::size_t begin, std::size_t segment, std::size_t stop, bool acronym) const {
    const std::size_t length = stop - segment;
    if (length == 0 || length > 8) return false;
    if (acronym) return length <= 3;
    const bool capital = (byte_class(text_[segment]) & kUpperByte) != 0;
    std::size_t follow = stop + 1;
    while (byte(follow) == ' ') ++follow;
    if (follow - stop > 4) follow = stop + 1;
    if (length == 1 && capital) {
      if (at_block_end(stop + 1)) return false;
      const char small = kLowerByteOf[static_cast<unsigned char>(text_[segment])];
      if (!closed(std::string_view(&small, 1), Role::pronoun_i)) return true;
      // "I" is a word, but an initial at the very beginning and after a name.
      const bool first = tokens_.empty() || tokens_.back().begin < begin_;
      return (first || tokens_.back().has(kCapital)) && character(follow).kind == CharacterKind::upper;
    }
    std::array<char, 8> lower{};
    for (std::size_t i = 0; i < length; ++i) lower[i] = kLowerByteOf[static_cast<unsigned char>(text_[segment + i])];
    switch (abbreviation_of({lower.data(), length}, language_.closed)) {
      case Abbreviation::none:
        return false;
      case Abbreviation::title:
        return (capital || length <= 2) && !at_block_end(stop + 1);
      case Abbreviation::plain:
        return true;
      case Abbreviation::capital:
        return capital;
      case Abbreviation::place:
        return capital && (segment > begin || previous_is(",("));
      case Abbreviation::numbered:
        return is_digit(follow);
    }
    return false;
  }

  [[nodiscard]] bool closed(std::string_view lower, Role role) const { return language_.closed.has(lower, role); }

  [[nodiscard]] bool all_lower(std::size_t begin, std::size_t end) const {
    for (; begin < end; ++begin) {
      if ((byte_class(text_[begin]) & kLowerByte) == 0) return false;
    }
    return true;
  }

  /// The run of ASCII letters and digits from `begin` on in lower case, as far as `buffer` holds it.
  using ShortWord = std::array<char, 16>;
  [[nodiscard]] std::string_view short_word(std::size_t begin, ShortWord& buffer) const {
    std::size_t size = 0;
    while (size < buffer.size() && (byte_class(byte(begin + size)) & kWordByte) != 0) {
      buffer[size] = kLowerByteOf[static_cast<unsigned char>(text_[begin + size])];
      ++size;
    }
    return {buffer.data(), size};
  }

  /// "Ph" in "Ph.D."
  [[nodiscard]] bool is_acronym_part(std::size_t begin, std::size_t end) const {
    if (end < begin + 2 || (byte_class(text_[begin]) & kUpperByte) == 0 || !all_lower(begin + 1, end)) return false;
    ShortWord buffer;
    const std::string_view lower = short_word(begin, buffer);
    return lower.size() == end - begin && closed(lower, Role::acronym_part);
  }

  /// A word without a full stop; "cannot" is two.
  std::size_t finish(std::size_t begin, std::size_t end, std::uint16_t flags) {
    const std::size_t stop = emit(begin, end, flags);
    const ClosedWords::Row row = tokens_.back().closed;
    if (row == 0 || !language_.closed.has(row, Role::fused_negation) || !all_lower(begin + 1, end)) return stop;
    for (std::size_t at = begin + 1; at < end; ++at) {
      if (!closed(part(at, end), Role::negation_not)) continue;
      tokens_.pop_back();
      emit(begin, at, flags);
      return emit(at, end, kClitic);
    }
    return stop;
  }

  std::size_t run_of(char c, std::size_t at) const {
    while (byte(at) == c) ++at;
    return at;
  }

  std::size_t symbol(std::size_t at, const Character& first, std::uint16_t flags) {
    const std::size_t after = at + first.bytes;
    const char next = byte(after);
    switch (first.code) {
      case '.':
        return stop(at, flags);
      case '-':
        if (flags != 0 && is_digit(after)) return signed_number(at, flags);
        return emit(at, run_of('-', at), flags);
      case '_':
      case '*':
      case '=':
      case '~':
        return emit(at, run_of(text_[at], at), flags);
      case 0x2026: {
        std::size_t end = after;
        while (starts_with(end, "\u2026")) end += 3;
        return emit(at, end, flags);
      }
      case '@':
      case '#': {
        const Character letter = character(after);
        if (!(first.code == '@' ? letter.in_word() || next == '_' : letter.is_letter())) return emit(at, after, flags);
        std::size_t end = after;
        for (Character c = letter; c.in_word() || c.code == '_'; c = character(end)) end += c.bytes;
        return emit(at, end, flags);
      }
      case '`':
        return emit(at, next == '`' ? after + 1 : after, flags);
      case '\'':
      case 0x2018:
      case 0x2019:
        return apostrophe(at, first, flags);
      default:
        return emit(at, after, flags);
    }
  }

  std::size_t stop(std::size_t at, std::uint16_t flags) {
    if (flags != 0 && is_digit(at + 1)) return signed_number(at, flags);
    if (byte(at + 1) == '.') return emit(at, run_of('.', at), flags);
    std::size_t end = at + 1;
    int stops = 1;
    while (stops < 4 && byte(end) == ' ' && byte(end + 1) == '.' && !is_digit(end + 2)) {
      end += 2;
      ++stops;
    }
    return emit(at, stops >= 3 ? end : at + 1, flags);
  }

  /// "-21", ".5"
  std::size_t signed_number(std::size_t at, std::uint16_t flags) {
    std::size_t end = at + 1;
    while (is_digit(end) || ((byte(end) == '.' || byte(end) == ',') && is_digit(end + 1))) ++end;
    return emit(at, end, flags);
  }

  std::size_t apostrophe(std::size_t at, const Character& mark, std::uint16_t flags) {
    const std::size_t after = at + mark.bytes;
    const bool touches = flags == 0 && !tokens_.empty() && tokens_.back().end == at && !tokens_.back().has(kPunct);
    if (touches) {
      if (const Clitic found = clitic(at, at); found.end != 0) return emit(at, found.end, kClitic);
    } else if (const std::size_t end = clipped(after, mark.code); end != 0) {
      return emit(at, end, flags);
    }
    const Character second = character(after);
    if (second.code != mark.code) return emit(at, after, flags);
    // Two make one mark. Of three, those that close a word are one and two, those that open one are two and one.
    const std::size_t pair = after + second.bytes;
    if (touches && character(pair).code == mark.code && character(pair + mark.bytes).code != mark.code) {
      return emit(at, after, flags);
    }
    return emit(at, pair, flags);
  }

  /// The end of a word that lost its beginning: ’90s, ’08, ’em, ’til, ’twas, 'n'; 0 where there is none.
  [[nodiscard]] std::size_t clipped(std::size_t after, std::uint32_t mark) const {
    if (is_digit(after) && is_digit(after + 1) && !is_digit(after + 2)) {
      std::size_t end = after + 2;
      const bool decade = closed(part(end, std::min(end + 1, text_.size())), Role::decade_plural);
      if (decade) ++end;
      const Character next = character(end);
      const bool free = !next.in_word() && next.code != '-' && next.code != '%' &&
                        !((next.code == ',' || next.code == '.') && is_digit(end + 1));
      if (free && (decade || mark == 0x2019)) return end;
      return 0;
    }
    ShortWord buffer;
    const std::string_view word = short_word(after, buffer);
    if (word.empty() || !all_lower(after + 1, after + word.size())) return 0;
    const ClosedWords::Row row = language_.closed.row(word_hash(word));
    const std::size_t end = after + word.size();
    const bool small = all_lower(after, end);
    const Character next = character(end);
    if (language_.closed.has(row, small ? Role::clipped_word : Role::clipped_word_capitalised) && !next.in_word())
      return end;
    if (small && language_.closed.has(row, Role::clipped_both_ends) && is_apostrophe(next.code) &&
        character(end + next.bytes).kind == CharacterKind::space) {
      return end + next.bytes;
    }
    return 0;
  }

  std::size_t emit(std::size_t begin, std::size_t end, std::uint16_t flags) {
    if (end > begin && (byte_class(text_[end - 1]) & kHighByte) != 0)
      end = begin + without_unseen_end(part(begin, end)).size();
    maker_.append(begin, end, flags);
    return end;
  }

  std::string_view text_;
  std::size_t begin_;
  std::vector<Token>& tokens_;
  TokenMaker maker_;
  const LanguageWords& language_;
};

}  // namespace

void cut_words(std::string_view text, Span block, const Vocabulary& vocabulary, std::vector<Token>& tokens) {
  Cutter(text, block, vocabulary, tokens).run();
}

}  // namespace hearsay
