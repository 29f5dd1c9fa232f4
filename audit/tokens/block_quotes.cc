// find_set_apart: row by row of paragraphs that are blockquotes. A row that its article introduces ("…, Ruiz wrote:")
// is quoted whatever marks are in it; another is unless it has quotation marks of its own, which tell then.
#include "tokens/block_quotes.h"

#include <algorithm>
#include <string_view>

namespace hearsay {
namespace {

constexpr std::uint32_t kLongestSignature = 24;  // tokens

bool is_dash(std::string_view word) {
  return word == "—" || word == "–" || word == "―" || word == "-" || word == "--";
}

class Finder {
 public:
  Finder(const Document& document, const Text& text)
      : document_(document), text_(text), found_(text.paragraphs.size()) {}

  std::vector<SetApart> run() {
    std::uint64_t quoted = 0;
    std::uint64_t body = 0;
    for (const Paragraph& paragraph : text_.paragraphs) {
      body += is_body(paragraph.kind) ? paragraph.tokens.size() : 0U;
      quoted += paragraph.kind == BlockKind::blockquote ? paragraph.tokens.size() : 0U;
    }
    const bool layout = quoted * 2 > body;
    for (std::size_t i = 0; i < found_.size();) {
      std::size_t end = i;
      while (end < found_.size() && text_.paragraphs[end].kind == BlockKind::blockquote) ++end;
      if (end > i && (introduced(i) || (!layout && !marked(i, end)))) set_apart(i, end);
      i = std::max(end, i + 1);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::string_view word(std::uint32_t t) const { return token_text(document_, text_.tokens[t]); }

  // A paragraph before that ends in a colon, or in nothing.
  [[nodiscard]] bool introduced(std::size_t first) const {
    if (first == 0) return false;
    const Paragraph& before = text_.paragraphs[first - 1];
    if (before.tokens.empty() || before.kind != BlockKind::paragraph) return false;
    const std::string_view last = word(before.tokens.end - 1);
    return last == ":" || last == "," || is_dash(last) || !text_.tokens[before.tokens.end - 1].has(kPunct);
  }

  [[nodiscard]] bool marked(std::size_t first, std::size_t end) const {
    for (std::size_t i = first; i < end; ++i) {
      const TokenRange range = text_.paragraphs[i].tokens;
      for (std::uint32_t t = range.begin; t < range.end; ++t) {
        const std::string_view mark = word(t);
        if (text_.tokens[t].has(kPunct) && (mark == "\"" || mark == "“" || mark == "«" || mark == "''")) return true;
      }
    }
    return false;
  }

  // Where the line that says whose words they are begins: "— Ana Ruiz, in a letter". The end where there is none.
  [[nodiscard]] std::uint32_t signature(TokenRange range) const {
    if (range.empty()) return range.end;
    const std::uint32_t least = range.end - std::min(range.end - range.begin, kLongestSignature);
    for (std::uint32_t t = range.end - 1; t > least || t == range.begin; --t) {
      const bool capital = t + 1 < range.end && text_.tokens[t + 1].has(kCapital);
      const bool free = t == range.begin || (text_.tokens[t].has(kSpaceBefore) && text_.tokens[t - 1].has(kPunct));
      if (is_dash(word(t)) && capital && free) return t;
      if (word(t) == "." && t + 1 < range.end) break;  // a stop inside is a sentence's
      if (t == range.begin) break;
    }
    return range.end;
  }

  void set_apart(std::size_t first, std::size_t end) {
    bool goes_on = false;
    for (std::size_t i = first; i < end; ++i) {
      TokenRange range = text_.paragraphs[i].tokens;
      while (!range.empty() && word(range.begin) == ">") ++range.begin;
      const std::uint32_t signed_at = signature(range);
      const bool is_signature = signed_at == range.begin && i > first;
      if (!is_signature && signed_at > range.begin) found_[i] = {{range.begin, signed_at}, goes_on};
      goes_on = signed_at == range.end;
    }
  }

  const Document& document_;
  const Text& text_;
  std::vector<SetApart> found_;
};

}  // namespace

std::vector<SetApart> find_set_apart(const Document& document, const Text& text) {
  const auto set = [](const Paragraph& paragraph) { return paragraph.kind == BlockKind::blockquote; };
  if (std::none_of(text.paragraphs.begin(), text.paragraphs.end(), set)) return {};
  return Finder(document, text).run();
}

}  // namespace hearsay
