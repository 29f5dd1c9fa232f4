// read_markdown(): what md4c does not know (front matter, comments, footnotes, shortcodes, wiki embeds) is first read
// and blanked out byte by byte, so that md4c's pointers still tell where in the file its words stand.
#include "document/office/read_markdown.h"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "base/line_index.h"
#include "base/utf8.h"
#include "document/author_names.h"
#include "document/dates.h"
#include "document/office/draft.h"
#include "document/office/markdown_marks.h"
#include "document/text/front_matter.h"
#include "document/words.h"

namespace hearsay {
namespace {

// A named or numeric reference of HTML as UTF-8; those beyond these are left as written.
std::string reference_text(std::string_view reference) {
  static const std::map<std::string_view, std::string_view> kNamed = {
      {"&amp;", "&"},    {"&lt;", "<"},     {"&gt;", ">"},     {"&quot;", "\""}, {"&apos;", "'"},  {"&nbsp;", "\u00a0"},
      {"&mdash;", "—"},  {"&ndash;", "–"},  {"&hellip;", "…"}, {"&ldquo;", "“"}, {"&rdquo;", "”"}, {"&lsquo;", "‘"},
      {"&rsquo;", "’"},  {"&laquo;", "«"},  {"&raquo;", "»"},  {"&pound;", "£"}, {"&euro;", "€"},  {"&copy;", "©"},
      {"&eacute;", "é"}, {"&ccedil;", "ç"}, {"&uuml;", "ü"},   {"&ouml;", "ö"},  {"&auml;", "ä"},  {"&shy;", ""}};
  if (const auto found = kNamed.find(reference); found != kNamed.end()) return std::string(found->second);
  if (!reference.starts_with("&#")) return std::string(reference);
  const bool hex = reference.size() > 2 && (reference[2] == 'x' || reference[2] == 'X');
  std::uint32_t value = 0;
  for (const char c : reference.substr(hex ? 3 : 2)) {
    if (c == ';') break;
    const char small = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    value = value * (hex ? 16U : 10U) + static_cast<std::uint32_t>(small >= 'a' ? small - 'a' + 10 : small - '0');
    if (value > 0x10ffff) break;
  }
  std::string out;
  append_utf8(out, value == 0 ? kReplacement : static_cast<char32_t>(value));
  return out;
}

class MarkdownReader {
 public:
  explicit MarkdownReader(std::string_view source) : lines_(source), marks_(find_marks(source)) {}

  Draft read(const FrontMatter& matter) {
    if (!matter.title.empty()) add_given(BlockKind::headline, matter.title, matter.title_at);
    if (!matter.deck.empty()) add_given(BlockKind::standfirst, matter.deck, matter.deck_at);
    std::fill_n(marks_.text.begin(), std::min<std::size_t>(matter.size, marks_.text.size()), '\n');
    given_title_ = matter.title;
    MD_PARSER parser{};
    parser.flags =
        MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return static_cast<MarkdownReader*>(self)->enter(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return static_cast<MarkdownReader*>(self)->leave(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return static_cast<MarkdownReader*>(self)->enter(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<MarkdownReader*>(self)->leave(type);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return static_cast<MarkdownReader*>(self)->take(type, {text, size});
    };
    md_parse(marks_.text.data(), static_cast<MD_SIZE>(marks_.text.size()), &parser, this);
    while (next_note_ < marks_.notes.size()) place_note(marks_.notes[next_note_++]);
    return std::move(draft_);
  }

 private:
  // A piece of the front matter as a paragraph.
  void add_given(BlockKind kind, const std::string& words, std::uint32_t at) {
    const LineColumn place = lines_.position(at);
    draft_.paragraphs.push_back({.text = words, .kind = kind, .origins = {{0, place.line, place.column}}});
  }

  int enter(MD_BLOCKTYPE type, void* detail) {
    if (type == MD_BLOCK_QUOTE) ++quotes_;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) ++lists_;
    if (type == MD_BLOCK_P || type == MD_BLOCK_LI || type == MD_BLOCK_HTML || type == MD_BLOCK_TR) open(kind_here());
    if (type == MD_BLOCK_H) {
      const bool first = draft_.paragraphs.empty() && static_cast<MD_BLOCK_H_DETAIL*>(detail)->level <= 2;
      open(first ? BlockKind::headline : BlockKind::heading);
    }
    if ((type == MD_BLOCK_TD || type == MD_BLOCK_TH) && !draft_.paragraphs.empty() &&
        !draft_.paragraphs.back().text.empty())
      draft_.paragraphs.back().text += " | ";
    if (type == MD_BLOCK_CODE) ++hidden_;
    in_html_ = type == MD_BLOCK_HTML;
    return 0;
  }

  int leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_QUOTE) --quotes_;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) --lists_;
    if (type == MD_BLOCK_CODE) --hidden_;
    if (type == MD_BLOCK_HTML) {
      take_html();
      in_html_ = false;
    }
    if (type == MD_BLOCK_H) drop_repeated_title();
    if (type == MD_BLOCK_P) tell_embed();
    return 0;
  }

  int enter(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG || type == MD_SPAN_DEL) ++hidden_;
    if (type == MD_SPAN_A) {
      const MD_ATTRIBUTE& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
      links_.push_back({here(), std::string(href.text == nullptr ? "" : href.text, href.size)});
    }
    return 0;
  }

  int leave(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG || type == MD_SPAN_DEL) --hidden_;
    if (type == MD_SPAN_A && !links_.empty()) {
      auto [begin, href] = std::move(links_.back());
      links_.pop_back();
      if (!draft_.paragraphs.empty() && href.find("://") != std::string::npos)
        draft_.paragraphs.back().links.push_back({{begin, here()}, std::move(href)});
    }
    return 0;
  }

  int take(MD_TEXTTYPE type, std::string_view words) {
    if (hidden_ > 0 || draft_.paragraphs.empty()) return 0;
    if (type == MD_TEXT_HTML) {
      if (in_html_ && html_.size() < kMostHtml) html_ += words;
      if (!in_html_ && words.starts_with("<br")) append("\n", false);
    } else if (type == MD_TEXT_BR) {
      append("\n", false);
    } else if (type == MD_TEXT_SOFTBR) {
      append(" ", false);
    } else if (type == MD_TEXT_ENTITY) {
      append(reference_text(words), false);
    } else if (type == MD_TEXT_NULLCHAR) {
      append(kReplacementBytes, false);
    } else {
      append(words, true);
    }
    return 0;
  }

  [[nodiscard]] std::optional<BlockKind> kind_here() const {
    if (quotes_ > 0) return BlockKind::blockquote;
    if (lists_ > 0) return BlockKind::list_item;
    return std::nullopt;
  }

  void open(std::optional<BlockKind> kind) {
    // A list item with a paragraph in it is one.
    if (!draft_.paragraphs.empty() && draft_.paragraphs.back().text.empty()) {
      draft_.paragraphs.back().kind = kind;
      return;
    }
    draft_.paragraphs.push_back({.text = {}, .kind = kind});
  }

  [[nodiscard]] std::uint32_t here() const { return draft_.here().byte; }

  // `from_source`: words may be a piece of the buffer, and then know their line; md4c also gives strings of its own.
  void append(std::string_view words, bool from_source) {
    DraftParagraph& paragraph = draft_.paragraphs.back();
    const char* const first = marks_.text.data();
    const bool inside = from_source && !words.empty() && std::less_equal<>()(first, words.data()) &&
                        std::less<>()(words.data(), first + marks_.text.size());
    if (inside) {
      const auto at = static_cast<std::uint32_t>(words.data() - first);
      place_notes_before(at);
      const LineColumn place = lines_.position(at);
      paragraph.origins.push_back({here(), place.line, place.column});
      // Notes within the words are hung where they stood.
      paragraph.text += words;
      while (next_note_ < marks_.notes.size() && marks_.notes[next_note_].at < at + words.size()) {
        DraftPlace where = draft_.here();
        where.byte -= static_cast<std::uint32_t>(at + words.size() - marks_.notes[next_note_].at);
        draft_.notes.push_back({marks_.notes[next_note_].note, where, where});
        ++next_note_;
      }
      return;
    }
    paragraph.text += words;
  }

  void place_notes_before(std::uint32_t at) {
    while (next_note_ < marks_.notes.size() && marks_.notes[next_note_].at < at) place_note(marks_.notes[next_note_++]);
  }

  void place_note(const MarkdownNote& from) { draft_.notes.push_back({from.note, draft_.here(), draft_.here()}); }

  // The words of a piece of HTML. A post of a platform is an embed.
  void take_html() {
    const std::string html = std::exchange(html_, {});
    if (html.find("<script") != std::string::npos || html.find("<style") != std::string::npos) return;
    std::string words;
    bool tag = false;
    for (const char c : html) {
      if (c == '<') tag = true;
      if (!tag) words.push_back(c == '\n' ? ' ' : c);
      if (c == '>') {
        tag = false;
        words.push_back(' ');
      }
    }
    if (trim(words).empty() || draft_.paragraphs.empty()) return;
    if (html.find("twitter-tweet") != std::string::npos || html.find("instagram-media") != std::string::npos)
      draft_.paragraphs.back().kind = BlockKind::embed;
    draft_.paragraphs.back().text += words;
  }

  // "# Title" below a front matter with that title.
  void drop_repeated_title() {
    if (draft_.paragraphs.size() > 3 || given_title_.empty()) return;
    if (same_words(draft_.paragraphs.back().text, given_title_)) draft_.paragraphs.back() = {};
  }

  // A paragraph that is nothing but an address of a post.
  void tell_embed() {
    if (draft_.paragraphs.empty()) return;
    DraftParagraph& paragraph = draft_.paragraphs.back();
    const std::string_view words = trim(paragraph.text);
    if (words.starts_with("http") && words.find_first_of(" \n") == std::string_view::npos)
      paragraph.kind = BlockKind::embed;
  }

  static constexpr std::size_t kMostHtml = 1U << 20U;

  LineIndex lines_;
  MarkdownMarks marks_;
  Draft draft_;
  std::string given_title_, html_;
  std::vector<std::pair<std::uint32_t, std::string>> links_;  // open ones: begin, address
  std::size_t next_note_ = 0;
  int quotes_ = 0, lists_ = 0, hidden_ = 0;
  bool in_html_ = false;
};

bool has_extension(std::string_view path, std::initializer_list<std::string_view> extensions) {
  const std::string name = lower(path);
  return std::any_of(extensions.begin(), extensions.end(),
                     [&](std::string_view extension) { return name.ends_with(extension); });
}

}  // namespace

bool is_markdown(std::string_view text, std::string_view path) {
  return has_extension(path, {".md", ".markdown", ".mdown", ".mkd"}) || read_front_matter(text).size != 0;
}

void read_markdown(std::string_view source, const PageWords& page_words, Document& document) {
  const FrontMatter matter = read_front_matter(source);
  document.title = matter.title;
  document.byline = join_names(matter.authors, page_words);
  document.published = to_iso_date(matter.published, page_words);
  document.url = matter.url;
  document.outlet = matter.outlet;
  document.language = matter.language;
  lay_out(MarkdownReader(source).read(matter), page_words, document);
}

}  // namespace hearsay
