// Entry: html_article. A sweep over the begins and ends of all spans, block by block: between two of them the same
// things cover the text, so that piece is written once with the innermost as its link and the next outer as its frame.
#include "report/html/html_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <span>

#include "report/markup.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {

namespace {

enum class SpanPart : std::uint8_t { content, cue, source };

/// A stretch of text that belongs to an attribution or an unattributed claim.
struct Mark {
  CodeSpan span;
  SpanPart role = SpanPart::content;
  Tone tone = Tone::none;
  bool unsure = false;
  std::string_view target;       // id of the card
  std::string label;             // "X3"; shown after the last piece of the content
  std::string_view description;  // of the source, for screen readers
  bool first = false;            // carries the anchor
  bool last = false;             // carries the label
};

enum class EventKind : std::uint8_t { end, anchor, flag, begin };

struct Event {
  std::uint32_t at = 0;
  EventKind kind = EventKind::begin;
  std::uint32_t size = 0;  // of the mark: short ones end first and begin last
  std::uint32_t item = 0;  // index into marks_, Report::findings (a flag) or Report::perhaps (an anchor)

  [[nodiscard]] bool operator<(const Event& other) const {
    if (at != other.at) return at < other.at;
    if (kind != other.kind) return kind < other.kind;
    if (size != other.size) return kind == EventKind::begin ? size > other.size : size < other.size;
    return item < other.item;
  }
};

struct BlockTag {
  std::string_view open, close;
  std::string_view label;  // shown before blocks that are not the story itself
};

BlockTag tag_of(std::string_view kind) {
  if (kind == "headline") return {"h1", "h1", ""};
  if (kind == "heading") return {"h2", "h2", ""};
  if (kind == "list-item") return {"p class=\"item\"", "p", ""};
  if (kind == "blockquote") return {"blockquote", "blockquote", ""};
  if (kind == "standfirst") return {"p class=\"standfirst\"", "p", ""};
  if (kind == "paragraph") return {"p", "p", ""};
  if (kind == "byline") return {"p class=\"muted\"", "p", "Byline"};
  if (kind == "dateline" || kind == "date") return {"p class=\"muted\"", "p", "Date line"};
  if (kind == "caption") return {"p class=\"muted\"", "p", "Caption"};
  if (kind == "pull-quote") return {"p class=\"muted\"", "p", "Pull quote"};
  if (kind == "post") return {"blockquote class=\"post\"", "blockquote", "Embedded post"};
  if (kind == "post-by") return {"p class=\"post-by\"", "p", ""};
  if (kind == "embed") return {"p class=\"muted\"", "p", "Post"};
  if (kind == "read-more") return {"p class=\"muted\"", "p", "Read more"};
  if (kind == "note") return {"p class=\"muted\"", "p", "Note"};
  if (kind == "comments") return {"p class=\"muted\"", "p", "Comments"};
  return {"p class=\"muted\"", "p", "Page furniture"};
}

class ArticleWriter {
 public:
  ArticleWriter(const Report& report, const ReportIndex& index) : report_(report), index_(index), text_(report.text) {}

  std::string write() {
    collect();
    if (report_.blocks.empty()) write_block({{0, text_.size()}, "paragraph"});
    for (const ReportBlock& block : report_.blocks) write_block(block);
    return std::move(out_);
  }

 private:
  void add_mark(CodeSpan span, Mark mark) {
    span.second = std::min(span.second, text_.size());
    if (span.first >= span.second) return;
    mark.span = span;
    const auto item = static_cast<std::uint32_t>(marks_.size());
    const std::uint32_t size = span.second - span.first;
    events_.push_back({span.first, EventKind::begin, size, item});
    events_.push_back({span.second, EventKind::end, size, item});
    marks_.push_back(std::move(mark));
  }

  void collect() {
    for (const Passage& passage : index_.passages()) {
      const ReportAttribution* attribution = passage.attribution;
      const ReportSource* source = attribution == nullptr ? nullptr : index_.source(attribution->source);
      Mark mark;
      mark.tone = passage.tone;
      mark.unsure = passage.perhaps();
      mark.target = passage.id;
      mark.description = attribution == nullptr ? std::string_view("a claim without a source")
                         : source == nullptr    ? std::string_view("no source given")
                                                : std::string_view(source->name);
      // The anchor and the label stand at the content, or at the cue where there is none.
      const CodeSpans& said = attribution == nullptr         ? passage.claim->span
                              : attribution->content.empty() ? attribution->cue
                                                             : attribution->content;
      const auto add_all = [&](const CodeSpans& spans, SpanPart role) {
        for (const CodeSpan& span : spans) {
          mark.role = role;
          mark.first = &spans == &said && &span == &spans.front();
          mark.last = &spans == &said && &span == &spans.back();
          mark.label = mark.last ? passage.label() : std::string();
          add_mark(span, mark);
        }
      };
      if (attribution == nullptr) {
        add_all(said, SpanPart::content);
        continue;
      }
      add_all(attribution->content, SpanPart::content);
      add_all(attribution->cue, SpanPart::cue);
      add_all(attribution->source_span, SpanPart::source);
    }
    for (std::uint32_t i = 0; i < report_.findings.size(); ++i) {
      const CodeSpans& span = report_.findings[i].span;
      if (!span.empty()) events_.push_back({span.front().first, EventKind::flag, 0, i});
    }
    for (std::uint32_t i = 0; i < report_.perhaps.size(); ++i) {
      const CodeSpans& span = report_.perhaps[i].span;
      if (!span.empty()) events_.push_back({span.front().first, EventKind::anchor, 0, i});
    }
    std::sort(events_.begin(), events_.end());
  }

  void write_block(const ReportBlock& block) {
    const BlockTag tag = tag_of(block.kind);
    fmt::format_to(std::back_inserter(out_), "<{} dir=\"auto\">", tag.open);
    if (!tag.label.empty()) fmt::format_to(std::back_inserter(out_), "<span class=\"kind\">{}</span> ", tag.label);
    std::uint32_t at = block.span.first;
    while (next_ < events_.size() && events_[next_].at < at) apply(events_[next_++]);
    while (true) {
      // At the block's end only what ends there is still this block's.
      while (next_ < events_.size() && events_[next_].at <= at &&
             (at < block.span.second || events_[next_].kind == EventKind::end)) {
        apply(events_[next_++]);
      }
      if (at >= block.span.second) break;
      std::uint32_t until = block.span.second;
      if (next_ < events_.size()) until = std::min(until, events_[next_].at);
      write_piece({at, until});
      at = until;
    }
    fmt::format_to(std::back_inserter(out_), "</{}>\n", tag.close);
  }

  void apply(const Event& event) {
    if (event.kind == EventKind::flag) {
      write_flags(event);
      return;
    }
    if (event.kind == EventKind::anchor) {
      fmt::format_to(std::back_inserter(out_), "<span id=\"in-p{}\"></span>", event.item + 1);
      return;
    }
    const Mark& mark = marks_[event.item];
    auto& open = mark.role == SpanPart::content ? content_ : roles_;
    // The innermost is the shortest; of two that are equally long, the later.
    const std::pair<std::uint32_t, std::uint32_t> key(event.size, ~event.item);
    if (event.kind == EventKind::begin) {
      if (mark.first) fmt::format_to(std::back_inserter(out_), "<span id=\"in-{}\"></span>", mark.target);
      open.insert(key);
      return;
    }
    open.erase(key);
    if (mark.last) {
      // The words lead to the card as well; by the keyboard it is reached from the list of cards.
      fmt::format_to(std::back_inserter(out_),
                     "<a class=\"tag {0}{1}\" data-c=\"{2}\" href=\"#{2}\" tabindex=\"-1\" "
                     "aria-label=\"{3}: {4}\">{3}</a>",
                     tone_class(mark.tone), mark.unsure ? " unsure" : "", mark.target, mark.label,
                     escaped(one_line(mark.description)));
    }
  }

  /// The flag of `first` and of all that stand at its place: a few by themselves, many as one, so that the words can
  /// still be read.
  void write_flags(const Event& first) {
    constexpr std::size_t kMostApart = 2;
    std::vector<std::uint32_t> items = {first.item};
    for (; next_ < events_.size() && events_[next_].at == first.at && events_[next_].kind == EventKind::flag; ++next_)
      items.push_back(events_[next_].item);
    std::sort(items.begin(), items.end(),
              [this](std::uint32_t a, std::uint32_t b) { return index_.finding_number(a) < index_.finding_number(b); });
    if (items.size() <= kMostApart) {
      for (const std::uint32_t item : items) write_flag({&item, 1});
    } else {
      write_flag(items);
    }
  }

  /// Of findings by their numbers: the first is the gravest.
  void write_flag(std::span<const std::uint32_t> items) {
    const std::uint32_t first = index_.finding_number(items.front()), last = index_.finding_number(items.back());
    std::string said;
    for (const std::uint32_t item : items) {
      const ReportFinding& finding = report_.findings[item];
      const std::uint32_t number = index_.finding_number(item);
      said += "; " + finding.severity + ": " + one_line(finding.message);
      if (number != first) fmt::format_to(std::back_inserter(out_), "<span id=\"in-f{}\"></span>", number);
    }
    const bool run = last - first + 1 == items.size();
    const std::string label = items.size() == 1 ? fmt::format("{}", first)
                              : run             ? fmt::format("{}–{}", first, last)
                                                : fmt::format("{} +{}", first, items.size() - 1);
    fmt::format_to(std::back_inserter(out_),
                   "<a class=\"flag {0}\" id=\"in-f{1}\" href=\"#f{1}\" aria-label=\"{3}{2}\">{3}</a>",
                   escaped(report_.findings[items.front()].severity), first, escaped(said), label);
  }

  void write_piece(CodeSpan piece) {
    const std::string_view words = text_.slice(piece);
    const Mark* inner = content_.empty() ? nullptr : &marks_[~content_.begin()->second];
    const Mark* outer = content_.size() < 2 ? nullptr : &marks_[~std::next(content_.begin())->second];
    const Mark* role = roles_.empty() ? nullptr : &marks_[~roles_.begin()->second];
    const Mark* target = role != nullptr ? role : inner;
    // White space alone would be a link without a name.
    if (target == nullptr || one_line(words).empty()) {
      append_escaped(out_, words);
      return;
    }
    out_ += "<a class=\"m";
    if (inner != nullptr) fmt::format_to(std::back_inserter(out_), " {}", tone_class(inner->tone));
    if (outer != nullptr) fmt::format_to(std::back_inserter(out_), " in-{}", tone_class(outer->tone));
    if (role != nullptr) {
      fmt::format_to(std::back_inserter(out_), " {} of-{}", role->role == SpanPart::source ? "src" : "cue",
                     tone_class(role->tone));
    }
    if (target->unsure) out_ += " unsure";
    out_ += "\" data-c=\"";
    out_ += target->target;
    for (const Mark* other : {inner, outer}) {
      if (other == nullptr || other->target == target->target) continue;
      out_ += ' ';
      out_ += other->target;
    }
    fmt::format_to(std::back_inserter(out_), "\" href=\"#{}\" tabindex=\"-1\">", target->target);
    append_escaped(out_, words);
    out_ += "</a>";
  }

  const Report& report_;
  const ReportIndex& index_;
  TextIndex text_;
  std::vector<Mark> marks_;
  std::vector<Event> events_;
  std::size_t next_ = 0;
  std::set<std::pair<std::uint32_t, std::uint32_t>> content_, roles_;  // open marks: size, ~item
  std::string out_;
};

}  // namespace

std::string html_article(const Report& report, const ReportIndex& index) {
  return ArticleWriter(report, index).write();
}

}  // namespace hearsay
