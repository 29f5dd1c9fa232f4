// mend_mojibake(): each character that stands for a byte above 127 may begin a sequence; those that decode to a
// character of everyday text are found first and judged with their neighbours after. What was read wrongly twice takes
// a second pass.
#include "base/mojibake.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr int kMostPasses = 3;

// Bytes 0x80 to 0xff as windows-1252 and Mac OS Roman read them; 0: as ISO-8859-1 does.
using Charset = std::array<char16_t, 128>;

constexpr Charset kWestern = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
                              0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
                              0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};
constexpr Charset kMacintosh = {
    0x00c4, 0x00c5, 0x00c7, 0x00c9, 0x00d1, 0x00d6, 0x00dc, 0x00e1, 0x00e0, 0x00e2, 0x00e4, 0x00e3, 0x00e5,
    0x00e7, 0x00e9, 0x00e8, 0x00ea, 0x00eb, 0x00ed, 0x00ec, 0x00ee, 0x00ef, 0x00f1, 0x00f3, 0x00f2, 0x00f4,
    0x00f6, 0x00f5, 0x00fa, 0x00f9, 0x00fb, 0x00fc, 0x2020, 0x00b0, 0x00a2, 0x00a3, 0x00a7, 0x2022, 0x00b6,
    0x00df, 0x00ae, 0x00a9, 0x2122, 0x00b4, 0x00a8, 0x2260, 0x00c6, 0x00d8, 0x221e, 0x00b1, 0x2264, 0x2265,
    0x00a5, 0x00b5, 0x2202, 0x2211, 0x220f, 0x03c0, 0x222b, 0x00aa, 0x00ba, 0x03a9, 0x00e6, 0x00f8, 0x00bf,
    0x00a1, 0x00ac, 0x221a, 0x0192, 0x2248, 0x2206, 0x00ab, 0x00bb, 0x2026, 0x00a0, 0x00c0, 0x00c3, 0x00d5,
    0x0152, 0x0153, 0x2013, 0x2014, 0x201c, 0x201d, 0x2018, 0x2019, 0x00f7, 0x25ca, 0x00ff, 0x0178, 0x2044,
    0x20ac, 0x2039, 0x203a, 0xfb01, 0xfb02, 0x2021, 0x00b7, 0x201a, 0x201e, 0x2030, 0x00c2, 0x00ca, 0x00c1,
    0x00cb, 0x00c8, 0x00cd, 0x00ce, 0x00cf, 0x00cc, 0x00d3, 0x00d4, 0xf8ff, 0x00d2, 0x00da, 0x00db, 0x00d9,
    0x0131, 0x02c6, 0x02dc, 0x00af, 0x02d8, 0x02d9, 0x02da, 0x00b8, 0x02dd, 0x02db, 0x02c7};

// The byte that reads as this character, 0 if none does.
std::uint32_t byte_of(char32_t value, const Charset& charset) {
  if (value < 0x80) return 0;
  const auto found = std::find(charset.begin(), charset.end(), static_cast<char16_t>(value));
  if (value < 0x10000 && found != charset.end()) return static_cast<std::uint32_t>(found - charset.begin()) + 0x80U;
  return &charset == &kWestern && value < 0x100 ? static_cast<std::uint32_t>(value) : 0U;
}

struct Sequence {
  std::size_t begin = 0, end = 0;  // bytes of the text
  char32_t value = 0;              // what it was
  std::uint32_t lead = 0;          // its first byte
  bool roman = false;              // read as Mac OS Roman
};

bool is_mark(char32_t value) {
  return value >= 0x2010 && value <= 0x203a;
}

// A character of everyday text; the others are likelier an accident of two neighbours.
bool is_everyday(char32_t value) {
  return (value >= 0x80 && value <= 0x17f) || is_mark(value) || value == 0x20ac || value == 0x2122 || value == 0xfeff ||
         (value >= 0x1f300 && value <= 0x1faff);
}

class Pass {
 public:
  explicit Pass(std::string_view text) : text_(text) {}

  Mended run() {
    for (std::size_t at = skip_ascii(text_, 0); at < text_.size(); at = skip_ascii(text_, at)) {
      Sequence found = sequence_at(at, kWestern);
      if (found.value == 0) found = sequence_at(at, kMacintosh);
      if (found.value != 0) all_.push_back(found);
      at = found.value != 0 ? found.end : at + decode(text_, at).length;
    }
    roman_ = std::any_of(all_.begin(), all_.end(), [](const Sequence& one) { return one.roman && one.lead > 0xc5; });
    Mender mender(text_);
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (!is_sure(i)) continue;
      std::string words;
      if (all_[i].value != 0xfeff) append_utf8(words, all_[i].value);
      mender.put(all_[i].begin, all_[i].end, words);
      ++(is_mark(all_[i].value) ? marks : letters);
    }
    return mender.done();
  }

  std::size_t marks = 0, letters = 0;

 private:
  // Whether a character begins anything in one of the two readings; most do not, and cost no look into a table.
  static bool may_lead(char32_t value) {
    static constexpr std::u32string_view kLeads = U"ÂÃÄÅâïð¬√ƒ≈‚Ô\uf8ff";
    return kLeads.find(value) != std::u32string_view::npos;
  }

  [[nodiscard]] Sequence sequence_at(std::size_t begin, const Charset& charset) const {
    const CodePoint first = decode(text_, begin);
    if (!may_lead(first.value)) return {};
    const std::uint32_t lead = byte_of(first.value, charset);
    const std::uint32_t more = lead == 0xf0                   ? 3
                               : lead == 0xe2 || lead == 0xef ? 2
                               : lead >= 0xc2 && lead <= 0xc5 ? 1
                                                              : 0;
    if (more == 0) return {};
    char32_t value = lead & (0x3fU >> more);
    std::size_t at = begin + first.length;
    for (std::uint32_t i = 0; i < more; ++i) {
      const CodePoint here = decode(text_, at);
      const std::uint32_t byte = byte_of(here.value, charset);
      if ((byte & 0xc0U) != 0x80U || byte == 0) {
        // The byte that no table reads is the last of a closing mark: it was lost or replaced.
        const bool closing = &charset == &kWestern && lead == 0xe2 && i == 1 && value == ((0xe2U & 0xfU) << 6U);
        if (!closing) return {};
        const bool replaced = here.valid && (here.value == kReplacement || here.value == U'?');
        return {begin, replaced ? at + here.length : at, U'”', lead, &charset == &kMacintosh};
      }
      value = (value << 6U) | (byte & 0x3fU);
      at += here.length;
    }
    if (!is_everyday(value)) return {};
    return {begin, at, value, lead, &charset == &kMacintosh};
  }

  [[nodiscard]] bool joins(std::size_t i, std::size_t other) const {
    return other < all_.size() && (all_[i].begin == all_[other].end || all_[i].end == all_[other].begin);
  }

  // Of two characters the second may be a mark that stands behind a capital of its own right: “Å”.
  [[nodiscard]] bool is_sure(std::size_t i) const {
    const Sequence& one = all_[i];
    if (one.lead > 0xc5 || (one.roman && roman_)) return true;
    if (joins(i, i - 1) || joins(i, i + 1)) return true;
    if (one.value < 0xa0) return false;
    const char32_t before = one.begin == 0 ? U' ' : decode_before(one.begin);
    const char32_t after = decode(text_, one.end).value;
    if (is_lower(after) && one.end < text_.size()) return true;
    const char32_t second = decode(text_, one.begin + decode(text_, one.begin).length).value;
    const bool closes = (second >= 0x2010 && second <= 0x2027) || second == U'»' || second == U'›';
    if (is_lower(before)) return !closes || one.roman;
    return one.lead == 0xc2 && !is_letter(before) && !closes && !one.roman;
  }

  [[nodiscard]] char32_t decode_before(std::size_t at) const {
    std::size_t begin = at - 1;
    while (begin > 0 && (static_cast<unsigned char>(text_[begin]) & 0xc0U) == 0x80U) --begin;
    return decode(text_, begin).value;
  }

  std::string_view text_;
  std::vector<Sequence> all_;
  bool roman_ = false;  // the text was surely read as Mac OS Roman
};

}  // namespace

Unread mend_mojibake(std::string_view text) {
  Unread out;
  out.mended.text = text;
  for (int i = 0; i < kMostPasses; ++i) {
    const std::string before = std::move(out.mended.text);
    Pass pass(before);
    Mended mended = pass.run();
    if (i == 0 || !mended.seams.empty()) {
      out.marks = pass.marks;
      out.letters = pass.letters;
    }
    if (i > 0) mended.seams = mended.seams.empty() ? out.mended.seams : over_both(out.mended.seams, mended.seams);
    const bool last = mended.text == before;
    out.mended = std::move(mended);
    if (last) break;
  }
  return out;
}

}  // namespace hearsay
