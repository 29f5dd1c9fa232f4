// read_text(): cut into units, find the headline, then go down the units once. Above the first body paragraph stand
// standfirst, byline, date and pictures; below the last one footnotes and notices; a comments heading ends the article.
// Signs that are weak count only where such lines usually stand.
#include "document/text/read_text.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "document/block_kind.h"
#include "document/dates.h"
#include "document/suppressions.h"
#include "document/text/text_units.h"
#include "document/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestHeadline = 160;         // code points
constexpr std::size_t kLongestStoppedHeadline = 110;  // of one that ends in a full stop

constexpr std::size_t kShortestParagraph = 60;  // bytes; shorter units are labels and signatures

class TextReader {
 public:
  TextReader(Document& document, const PageWords& page_words, std::size_t headline_end)
      : document_(document), page_words_(page_words), units_(split_units(document.text)), headline_end_(headline_end) {}

  void read() {
    set_apart();
    if (!units_.empty()) read_units();
    if (document_.suppressions.empty()) return;
    for (const Suppression& one : document_.suppressions) add(one.span, BlockKind::boilerplate);
    std::sort(document_.blocks.begin(), document_.blocks.end(),
              [](const Block& a, const Block& b) { return a.span.begin < b.span.begin; });
  }

 private:
  // Lines for this program are no units of the article: without them it reads as it did before they were written.
  void set_apart() {
    std::vector<TextUnit> kept;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const TextUnit& unit = units_[i];
      if (!unit.apart) {
        kept.push_back(unit);
        if (i > 0 && units_[i - 1].apart) kept.back().blank_before = unit.blank_before || units_[i - 1].blank_before;
        continue;
      }
      if (!kept.empty()) kept.back().blank_after = kept.back().blank_after || unit.blank_after;
      if (std::optional<Suppression> one = parse_suppression(of(i))) {
        one->span = unit.span;
        document_.suppressions.push_back(std::move(*one));
      }
    }
    units_ = std::move(kept);
  }

  void read_units() {
    const std::size_t end = comments_begin();
    const std::size_t notes = footnotes_begin(end);
    find_headline(notes);
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (i >= end) {
        add(units_[i].span, BlockKind::comments);
      } else if (i >= notes) {
        add(units_[i].span, BlockKind::note);
      } else if (i == headline_) {
        add(units_[i].span, BlockKind::headline);
      } else {
        read_unit(i, notes);
      }
    }
  }

  [[nodiscard]] std::string_view of(std::size_t unit) const {
    return std::string_view(document_.text).substr(units_[unit].span.begin, units_[unit].span.size());
  }

  void add(Span span, BlockKind kind) { document_.blocks.push_back({span, kind}); }

  // A comments heading ends the article if more stands before it than after.
  [[nodiscard]] std::size_t comments_begin() const {
    for (std::size_t i = 1; i < units_.size(); ++i) {
      if (units_[i].span.begin * 2 < document_.text.size()) continue;
      if (is_comments_heading(of(i), page_words_)) return i;
    }
    return units_.size();
  }

  // Units at the end that open with stars or daggers and explain marks of the body.
  [[nodiscard]] std::size_t footnotes_begin(std::size_t end) const {
    std::size_t begin = end;
    while (begin > 1) {
      const std::string_view text = of(begin - 1);
      const bool stars = text.starts_with("*") && text.find_first_not_of('*') <= 5;
      const bool daggers = text.starts_with("†") || text.starts_with("‡");
      if (!stars && !daggers) break;
      const std::size_t after = stars ? text.find_first_not_of('*') : std::string_view("†").size();
      if (after >= text.size() || text.find("**", after) != std::string_view::npos) break;  // "**bold**"
      if (text[after] == ' ' && !starred_word_before(units_[begin - 1].span.begin)) break;
      --begin;
    }
    return begin;
  }

  [[nodiscard]] bool starred_word_before(std::size_t end) const {
    const std::string_view body = std::string_view(document_.text).substr(0, end);
    for (std::size_t at = body.find('*', 1); at != std::string_view::npos; at = body.find('*', at + 1)) {
      if (is_letter(static_cast<unsigned char>(body[at - 1]))) return true;
    }
    return false;
  }

  void find_headline(std::size_t end) {
    if (units_.front().span.end <= headline_end_) {
      headline_ = 0;
      return;
    }
    for (std::size_t i = 0; i < std::min<std::size_t>(end, 4); ++i) {
      const std::string_view text = of(i);
      std::string iso;
      if (is_headline(i, end)) {
        headline_ = i;
        document_.title = flat(text);
        return;
      }
      const bool above = !byline_names(text, page_words_).empty() || !date_line(text, page_words_).empty() ||
                         is_boilerplate(text, page_words_) || is_read_more(text, page_words_) ||
                         caption_sign(text, page_words_) != CaptionSign::none;
      if (!above) return;
    }
  }

  [[nodiscard]] bool is_headline(std::size_t i, std::size_t end) const {
    const std::string_view text = of(i);
    if (i + 1 >= end || text.size() > 4 * kLongestHeadline || count_code_points(text) > kLongestHeadline) return false;
    std::string iso;
    if (!byline_names(text, page_words_).empty() || !date_line(text, page_words_).empty() ||
        date_prefix(text, page_words_, iso) != 0 || is_boilerplate(text, page_words_) ||
        is_read_more(text, page_words_) || is_list_item(text) || is_note(text, page_words_) ||
        caption_sign(text, page_words_) != CaptionSign::none) {
      return false;
    }
    const Dateline dateline = dateline_prefix(text, page_words_);
    if (dateline.form != DatelineForm::none && (dateline.form != DatelineForm::colon || dateline.size == text.size()))
      return false;
    if (dateline.form == DatelineForm::colon && is_transcript(i, end)) return false;
    const std::size_t words = split_words(text).size();
    if (words < 2 || words > 28 || text.back() == ':' || text.back() == ',') return false;
    if (text.ends_with("”") || text.ends_with("\"")) {
      // Speech opens an article; a headline that quotes does not end in a stop inside the mark.
      if (text.starts_with("“") || text.starts_with("\"")) return false;
    }
    return !ends_with_full_stop(text) || is_stopped_headline(i, end);
  }

  // Archives that close headlines with a full stop: a single short line set off by a blank one, in title case or much
  // shorter than the paragraphs are and without the day that a lead tells.
  [[nodiscard]] bool is_stopped_headline(std::size_t i, std::size_t end) const {
    const std::string_view text = of(i);
    if (!units_[i].blank_after || count_code_points(text) > kLongestStoppedHeadline) return false;
    if (title_case_share(text) >= 0.75) return true;
    const std::vector<std::string_view> words = split_words(text);
    if (words.size() > 16 ||
        std::any_of(words.begin(), words.end(), [&](auto w) { return is_weekday(w, page_words_); }))
      return false;
    std::vector<std::size_t> sizes;
    for (std::size_t k = i + 1; k < end; ++k) {
      if (units_[k].span.size() >= kShortestParagraph) sizes.push_back(units_[k].span.size());
    }
    if (sizes.empty()) return false;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return 2 * *middle >= 3 * text.size();
  }

  // Line breaks of a wrapped line become blanks; soft hyphens and their like go.
  [[nodiscard]] static std::string flat(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
      std::size_t plain = at;  // letters and the like, as they are
      while (plain < text.size() && text[plain] > ' ' && static_cast<unsigned char>(text[plain]) < 0x80) ++plain;
      if (plain > at) {
        out += text.substr(at, plain - at);
        at = plain;
        continue;
      }
      const CodePoint here = decode(text, at);
      const bool space = here.value == U'\n' || here.value == U'\r' || here.value == U'\t' || here.value == U' ';
      if (space && !out.empty() && out.back() != ' ') out.push_back(' ');
      if (!space && !is_unseen(here.value)) out += text.substr(at, here.length);
      at += here.length;
    }
    return out;
  }

  void read_unit(std::size_t i, std::size_t end) {
    const std::string_view text = of(i);
    const Span span = units_[i].span;
    const bool last = i + 3 >= end;
    const bool may_repeat = text.size() <= 2 * document_.title.size();
    if (may_repeat && !document_.title.empty() && i > headline_ && same_words(text, document_.title))
      return add(span, BlockKind::boilerplate);
    const CaptionSign caption = caption_sign(text, page_words_);
    if (caption == CaptionSign::strong || (caption == CaptionSign::weak && above_body_ && !last))
      return add_caption(span);
    if (is_read_more(text, page_words_)) return add(span, BlockKind::read_more);
    if (is_note(text, page_words_)) return add(span, BlockKind::note);
    if (is_boilerplate(text, page_words_)) return add(span, BlockKind::boilerplate);
    if (const std::size_t dash = post_signature(text, page_words_); dash != std::string_view::npos)
      return add_post(span, dash);
    if (above_body_ || last) {
      if (std::string names = byline_names(flat(text), page_words_); !names.empty()) {
        if (document_.byline.empty()) document_.byline = std::move(names);
        return add(span, BlockKind::byline);
      }
    }
    if (above_body_) {
      if (const std::string iso = date_line(text, page_words_); !iso.empty()) {
        if (document_.published.empty()) document_.published = iso;
        return add(span, BlockKind::date);
      }
      const Dateline dateline = dateline_prefix(text, page_words_);
      if (dateline.form != DatelineForm::none && dateline.size >= text.size()) return add(span, BlockKind::dateline);
      if (is_standfirst(i, end)) return add(span, BlockKind::standfirst);
    }
    read_body(i, end);
  }

  /// A post that was copied with its signature; where the words stand elsewhere nobody knows which they are.
  void add_post(Span span, std::size_t dash) {
    const std::string_view text = std::string_view(document_.text).substr(span.begin, span.size());
    const auto words = static_cast<std::uint32_t>(trim(text.substr(0, dash)).size());
    if (words == 0) return add(span, BlockKind::embed);
    add({span.begin, span.begin + words}, BlockKind::post);
    add({span.begin + static_cast<std::uint32_t>(dash), span.end}, BlockKind::post_by);
  }

  /// Buttons are no words of it.
  void add_caption(Span span) {
    const std::string_view text = std::string_view(document_.text).substr(span.begin, span.end - span.begin);
    const std::size_t size = button_prefix(text, page_words_);
    if (const std::string_view words = trim(text.substr(size)); size != 0 && !words.empty()) {
      const auto buttons = static_cast<std::uint32_t>(trim(text.substr(0, size)).size());
      add({span.begin, span.begin + buttons}, BlockKind::boilerplate);
      span.begin = static_cast<std::uint32_t>(words.data() - document_.text.data());
    }
    add(span, BlockKind::caption);
  }

  [[nodiscard]] bool is_standfirst(std::size_t i, std::size_t end) const {
    const std::string_view text = of(i);
    if (headline_ == kNone || i + 1 >= end || !units_[i].blank_after) return false;
    const std::size_t words = split_words(text).size();
    return words >= 4 && words <= 40 && !ends_with_full_stop(text) && !is_list_item(text) &&
           std::string_view(":,?!\"").find(text.back()) == std::string_view::npos && !text.ends_with("”") &&
           !text.ends_with("’");
  }

  void read_body(std::size_t i, std::size_t end) {
    std::string_view text = of(i);
    Span span = units_[i].span;
    const auto cut = [&](std::size_t size, BlockKind kind) {
      add({span.begin, static_cast<std::uint32_t>(span.begin + size)}, kind);
      const std::string_view rest = trim(text.substr(size));
      span.begin = static_cast<std::uint32_t>(rest.data() - document_.text.data());
      text = rest;
    };
    if (above_body_) {
      std::string iso;
      if (const std::size_t size = date_prefix(text, page_words_, iso); size != 0) {
        if (document_.published.empty()) document_.published = iso;
        cut(size, BlockKind::date);
      }
    }
    if (const std::size_t size = credit_prefix(text, page_words_); size != 0) cut(size, BlockKind::caption);
    const Dateline dateline = dateline_prefix(text, page_words_);
    const bool opening = paragraphs_ < 2;
    const bool wanted = dateline.form == DatelineForm::agency || (dateline.form == DatelineForm::dash && opening) ||
                        (dateline.form == DatelineForm::colon && paragraphs_ == 0 && !is_transcript(i, end));
    if (wanted && dateline.size < text.size()) cut(dateline.size, BlockKind::dateline);
    BlockKind kind = BlockKind::paragraph;
    if (is_list_item(text)) {
      kind = BlockKind::list_item;
    } else if (text.starts_with("> ")) {
      kind = BlockKind::blockquote;
      const std::size_t words = text.find_first_not_of("> ");  // the marks are none of them
      if (words != std::string_view::npos) cut(words, BlockKind::boilerplate);
    } else if (is_heading(text) && i + 1 < end && dateline.form == DatelineForm::none) {
      kind = BlockKind::heading;
    }
    if (kind == BlockKind::paragraph) {
      above_body_ = false;
      ++paragraphs_;
    }
    add(span, kind);
  }

  // "ABEBE: …" on two or more units is a conversation, not a dateline.
  [[nodiscard]] bool is_transcript(std::size_t i, std::size_t end) const {
    std::size_t speakers = 0;
    for (std::size_t k = i; k < std::min(end, i + 12); ++k) {
      if (dateline_prefix(of(k), page_words_).form == DatelineForm::colon) ++speakers;
    }
    return speakers > 1;
  }

  Document& document_;
  const PageWords& page_words_;
  std::vector<TextUnit> units_;
  std::size_t headline_end_;
  std::size_t headline_ = kNone;
  std::size_t paragraphs_ = 0;
  bool above_body_ = true;
};

}  // namespace

void read_text(Document& document, const PageWords& page_words, std::size_t headline_end) {
  TextReader(document, page_words, headline_end).read();
}

}  // namespace hearsay
