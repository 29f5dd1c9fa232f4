// Letters and digits of both texts, each with its byte, side by side. Block after block of the article is looked for
// from where the one before was found; a block that does not stand there as a whole (something inside it was left out)
// is looked for in halves close by.
#include "service/anchor.h"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "base/utf8.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

constexpr std::size_t kShortest = 16;        // letters that are looked for as a part of a block
constexpr std::size_t kNear = 4096;          // letters within which they are
constexpr std::size_t kAhead = 1U << 16U;    // letters within which the next block is
constexpr std::uint64_t kMostPageWork = 64;  // times the letters of the page

bool is_letter_or_digit(char c) {
  return static_cast<unsigned char>(c) < 0x80U && (is_letter(static_cast<unsigned char>(c)) || (c >= '0' && c <= '9'));
}

struct Letters {
  std::string text;
  std::vector<std::uint32_t> at;  // byte of each
  void add(std::string_view bytes, std::size_t byte) {
    if (!is_letter_or_digit(bytes[byte])) return;
    text += bytes[byte];
    at.push_back(static_cast<std::uint32_t>(byte));
  }
};

Letters letters_of(std::string_view bytes) {
  Letters letters;
  for (std::size_t byte = 0; byte < bytes.size(); ++byte) letters.add(bytes, byte);
  return letters;
}

/// Behind the element `name` that begins at `at`, whose content is no text; `at` where none does.
std::size_t skip_element(std::string_view page, std::size_t at, std::string_view name) {
  const std::string_view word = page.substr(at + 1, name.size());
  if (word.size() != name.size() || lower(word) != name) return at;
  for (std::size_t end = page.find("</", at); end != std::string_view::npos; end = page.find("</", end + 2)) {
    if (lower(page.substr(end + 2, name.size())) == name) return end;
  }
  return page.size();
}

/// What a reader sees: without tags, comments, scripts, styles and character references.
Letters letters_of_page(std::string_view page) {
  Letters letters;
  for (std::size_t at = 0; at < page.size(); ++at) {
    const char next = at + 1 < page.size() ? page[at + 1] : ' ';
    if (page[at] == '&') {
      const std::size_t end =
          page.find_first_not_of("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", at + 1);
      if (end != std::string_view::npos && end - at <= 33 && page[end] == ';') at = end;
    } else if (page[at] == '<' && page.substr(at, 4) == "<!--") {
      at = std::min(page.find("-->", at + 4), page.size());
    } else if (page[at] == '<' &&
               (next == '/' || next == '!' || next == '?' || is_letter(static_cast<unsigned char>(next)))) {
      const std::size_t tag = at;
      for (const std::string_view name : {"script", "style", "head>"}) {
        if (at == tag) at = skip_element(page, at, name);
      }
      at = std::min(page.find('>', at), page.size());
    } else {
      letters.add(page, at);
    }
  }
  return letters;
}

class Finder {
 public:
  Finder(const Letters& page, const std::string& words, std::vector<std::uint32_t>& places)
      : page_(page), words_(words), places_(places), work_left_(kMostPageWork * page.text.size()) {}

  void block(std::size_t begin, std::size_t end) {
    if (begin == end || found(begin, end, kAhead)) return;
    const std::size_t before = cursor_;
    parts(begin, end);
    if (cursor_ != before) return;
    cursor_ = 0;  // a headline may stand anywhere
    if (!found(begin, end, page_.text.size())) cursor_ = before;
  }

 private:
  void parts(std::size_t begin, std::size_t end) {
    if (end - begin < 2 * kShortest) return;
    const std::size_t middle = begin + (end - begin) / 2;
    if (!found(begin, middle, kNear)) parts(begin, middle);
    if (!found(middle, end, kNear)) parts(middle, end);
  }

  bool found(std::size_t begin, std::size_t end, std::size_t within) {
    const std::size_t size = std::min(page_.text.size() - cursor_, within + (end - begin));
    if (size < end - begin || size > work_left_) return false;
    const char* const from = page_.text.data() + cursor_;
    const void* const at = memmem(from, size, words_.data() + begin, end - begin);  // linear, whatever the letters
    work_left_ -= at == nullptr ? size : static_cast<std::size_t>(static_cast<const char*>(at) - from);
    if (at == nullptr) return false;
    cursor_ += static_cast<std::size_t>(static_cast<const char*>(at) - from);
    for (std::size_t i = begin; i < end; ++i) places_[i] = page_.at[cursor_++];
    return true;
  }

  const Letters& page_;
  const std::string& words_;
  std::vector<std::uint32_t>& places_;
  std::uint64_t work_left_;
  std::size_t cursor_ = 0;
};

}  // namespace

TextAnchor::TextAnchor(const std::string& original, const Report& report) {
  std::string_view rest = original;
  if (rest.starts_with(kByteOrderMark)) {
    rest.remove_prefix(kByteOrderMark.size());
    shift_ = static_cast<std::uint32_t>(kByteOrderMark.size());
  }
  same_ = rest == report.text;
  if (same_) return;
  const Letters page = trim(rest).starts_with("<") ? letters_of_page(original) : letters_of(original);
  Letters words = letters_of(report.text);
  letters_ = std::move(words.at);
  places_.assign(letters_.size(), kNone);
  Finder finder(page, words.text, places_);
  const TextIndex index(report.text);
  const auto letter = [&](std::uint32_t code_point) {
    const auto at = std::lower_bound(letters_.begin(), letters_.end(), index.byte(code_point));
    return static_cast<std::size_t>(at - letters_.begin());
  };
  for (const ReportBlock& block : report.blocks) finder.block(letter(block.span.first), letter(block.span.second));
}

Span TextAnchor::place(Span span) const {
  if (same_) return {span.begin + shift_, span.end + shift_};
  auto at = std::lower_bound(letters_.begin(), letters_.end(), span.begin) - letters_.begin();
  Span placed{kNone, 0};
  for (auto i = static_cast<std::size_t>(at); i < letters_.size() && letters_[i] < span.end; ++i) {
    if (places_[i] == kNone) continue;
    placed.begin = std::min(placed.begin, places_[i]);
    placed.end = std::max(placed.end, places_[i] + 1);
  }
  return placed.empty() ? Span{} : placed;
}

}  // namespace hearsay
