// Entry: lay_out. The text is put together first, then read as a plain text; what style said overrules that, paragraph
// by paragraph.
#include "document/office/draft.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/text/read_text.h"
#include "document/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kShortestRepeat = 20;  // bytes; of a box that repeats the body

// Where each paragraph came to stand.
struct Laid {
  Span span;               // of Document::text; empty: it was left out
  std::uint32_t skip = 0;  // bytes of white space cut off in front
};

// A paragraph holds no blank line: those tell paragraphs apart. Offsets stay, so the second break becomes a blank.
void close_blank_lines(std::string& text) {
  bool fresh = true;
  for (char& c : text) {
    if (c == '\n' && fresh) {
      c = ' ';
    } else if (c == '\n') {
      fresh = true;
    } else if (c != ' ' && c != '\t' && c != '\r') {
      fresh = false;
    }
  }
}

// Its words in lower case with a blank around each: how a repeated sentence is known whatever its marks.
std::string bare(std::string_view text) {
  std::string out = " ";
  for (const std::string_view word : split_words(text)) append_lower(out.append(out.size() > 1 ? " " : ""), word);
  return out + " ";
}

class Layout {
 public:
  Layout(Draft draft, const PageWords& page_words, Document& document)
      : draft_(std::move(draft)), page_words_(page_words), document_(document) {}

  void lay_out() {
    join();
    read_text(document_, page_words_, headline_end());
    overrule();
    add_title();
    add_notes();
  }

 private:
  void join() {
    laid_.resize(draft_.paragraphs.size());
    for (std::size_t i = 0; i < draft_.paragraphs.size(); ++i) {
      DraftParagraph& from = draft_.paragraphs[i];
      close_blank_lines(from.text);
      const std::string_view words = trim(from.text);
      if (words.empty()) continue;
      if (!document_.text.empty()) document_.text += "\n\n";
      Laid& to = laid_[i];
      to.skip = static_cast<std::uint32_t>(words.data() - from.text.data());
      to.span.begin = static_cast<std::uint32_t>(document_.text.size());
      document_.text += words;
      to.span.end = static_cast<std::uint32_t>(document_.text.size());
      for (Link& link : from.links) {
        const Span span{place(i, link.span.begin), place(i, link.span.end)};
        if (!span.empty() && !link.href.empty()) document_.links.push_back({span, std::move(link.href)});
      }
      add_origins(from, to);
      for (RunText run : from.runs) {
        if (run.at + run.size <= to.skip) continue;
        run.from = to.skip - std::min(to.skip, run.at);  // blanks that were cut off in front
        run.at = to.span.begin + std::max(run.at, to.skip) - to.skip;
        run.size -= run.from;
        if (run.at < to.span.end) document_.runs.push_back(run);
      }
    }
  }

  // Of pieces that begin in the blanks cut off only the last matters, with the columns it lost.
  void add_origins(const DraftParagraph& from, const Laid& to) {
    for (std::size_t i = 0; i < from.origins.size(); ++i) {
      Origin origin = from.origins[i];
      if (i + 1 < from.origins.size() && from.origins[i + 1].at <= to.skip) continue;
      if (origin.at < to.skip) {
        const std::string_view cut = std::string_view(from.text).substr(origin.at, to.skip - origin.at);
        origin.column += static_cast<std::uint32_t>(count_code_points(cut));
        origin.at = to.skip;
      }
      origin.at += to.span.begin - to.skip;
      if (origin.at < to.span.end) document_.origins.push_back(origin);
    }
  }

  [[nodiscard]] std::uint32_t place(std::size_t paragraph, std::uint32_t byte) const {
    const Laid& laid = laid_[paragraph];
    return std::min(laid.span.end, laid.span.begin + byte - std::min(byte, laid.skip));
  }

  // Of a headline that stands first; below something else it is found by its style.
  [[nodiscard]] std::size_t headline_end() const {
    for (std::size_t i = 0; i < laid_.size(); ++i) {
      if (laid_[i].span.empty()) continue;
      return draft_.paragraphs[i].kind == BlockKind::headline ? laid_[i].span.end : 0;
    }
    return 0;
  }

  [[nodiscard]] bool boxes() const {
    return std::any_of(draft_.paragraphs.begin(), draft_.paragraphs.end(),
                       [](const DraftParagraph& paragraph) { return paragraph.apart; });
  }

  // Of a paragraph with a kind, what was read as body is of that kind. Styles lie: a heading of forty words is prose.
  void overrule() {
    const std::string body = boxes() ? bare(document_.text) : "";
    std::size_t at = 0;
    bool headed = false;
    for (Block& block : document_.blocks) {
      while (at < laid_.size() && laid_[at].span.end <= block.span.begin) ++at;
      if (at == laid_.size()) break;
      headed = headed || block.kind == BlockKind::headline;
      const DraftParagraph& from = draft_.paragraphs[at];
      if (from.apart && repeats(body, laid_[at].span)) {
        block.kind = BlockKind::pull_quote;
      } else if (from.kind && (is_read(block.kind) || block.kind == BlockKind::caption)) {
        if (*from.kind == BlockKind::headline && headed && block.kind != BlockKind::headline) {
          block.kind = BlockKind::heading;
        } else if (block.kind != BlockKind::headline) {
          block.kind = *from.kind;
        }
      }
    }
  }

  [[nodiscard]] bool repeats(const std::string& body, Span span) const {
    if (span.size() < kShortestRepeat) return false;
    const std::string words = bare(std::string_view(document_.text).substr(span.begin, span.size()));
    const std::size_t first = body.find(words);
    return first != std::string::npos && body.find(words, first + 1) != std::string::npos;
  }

  void add_title() {
    for (const Block& block : document_.blocks) {
      if (block.kind == BlockKind::headline && document_.title.empty())
        document_.title = document_.text.substr(block.span.begin, block.span.size());
    }
  }

  void add_notes() {
    for (DraftNote& from : draft_.notes) {
      if (laid_.empty()) break;
      const auto bounded = [&](DraftPlace at) {
        // A place in a paragraph that was left out is the end of the one before.
        std::size_t i = std::min<std::size_t>(at.paragraph, laid_.size() - 1);
        if (!laid_[i].span.empty()) return place(i, at.byte);
        while (i > 0 && laid_[i].span.empty()) --i;
        return laid_[i].span.end;
      };
      Annotation note = std::move(from.note);
      note.span.begin = bounded(from.begin);
      note.span.end = std::max(note.span.begin, bounded(from.end));
      for (std::string& address : addresses_in(note.text)) {
        if (std::find(note.links.begin(), note.links.end(), address) == note.links.end())
          note.links.push_back(std::move(address));
      }
      note.evidence = evidence_of(note.text, note.links, page_words_);
      document_.annotations.push_back(std::move(note));
    }
    std::stable_sort(document_.annotations.begin(), document_.annotations.end(),
                     [](const Annotation& a, const Annotation& b) { return a.span < b.span; });
  }

  Draft draft_;
  const PageWords& page_words_;
  Document& document_;
  std::vector<Laid> laid_;
};

}  // namespace

DraftPlace Draft::here() const {
  if (paragraphs.empty()) return {};
  return {static_cast<std::uint32_t>(paragraphs.size() - 1), static_cast<std::uint32_t>(paragraphs.back().text.size())};
}

void lay_out(Draft draft, const PageWords& page_words, Document& document) {
  Layout(std::move(draft), page_words, document).lay_out();
}

}  // namespace hearsay
