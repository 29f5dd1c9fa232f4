// The page of threads: a list in time per thread. All words of articles pass escaped_line.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/cut_utf8.h"
#include "report/html/assets.h"
#include "report/html/fill.h"
#include "report/html/marked_words.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/threads/write_threads.h"

namespace hearsay {
namespace {

constexpr std::size_t kTitleColumns = 110;
constexpr std::size_t kMostPrinted = 10;
constexpr std::size_t kFewOutlets = 2;

/// The text with its changed words marked; white space as one_line makes it, at the ends of parts too.
std::string marked(const ReportMember& member) {
  std::string out;
  for (const MarkedPart& part : marked_parts(member.text, member.changed)) {
    const std::string shown = escaped_line(part.words);
    if (shown.empty()) continue;
    if (part.space_before && !out.empty()) out += ' ';
    out += part.changed ? "<mark class=\"m\">" + shown + "</mark>" : shown;
  }
  return out;
}

const ReportMember& anchor_of(const ReportThread& thread) {
  for (const ReportMember& member : thread.members) {
    if (member.anchor) return member;
  }
  return thread.members.front();
}

std::string who(const ReportMember& member) {
  std::string out = member.source.empty() ? "source not stated"
                    : member.anonymous
                        ? "<span class=\"anonymous\">" + escaped_line(member.source) + "</span> (anonymous)"
                        : "<b>" + escaped_line(member.source) + "</b>";
  for (const std::string& relay : member.via) out += " <span aria-label=\"through\">←</span> " + escaped_line(relay);
  if (!member.medium.empty()) out += " · " + escaped_line(member.medium);
  return out;
}

std::string date(const ReportMember& member) {
  if (member.published.empty()) return "<span class=\"undated\">no date</span>";
  const std::string day = escaped_line(cut_utf8(member.published, 10));
  return fmt::format("<time datetime=\"{0}\">{0}</time>", day);
}

/// The article by its title, to its scorecard where that lies beside, else to where it stands on the web.
std::string article(const ReportMember& member, const PagePlace& place) {
  const std::string& title = member.title.empty() ? member.article : member.title;
  std::string beside = page_link(place, Refers::article, member.article, member.attribution, title);
  if (beside.empty()) return outer_link(member.url, one_line(title));
  if (safe_address(member.url).empty()) return beside;
  return beside + fmt::format(
                      "&#160;<a class=\"outer\" href=\"{}\" rel=\"noopener noreferrer\" title=\"On the web\" "
                      "aria-label=\"On the web: {}\">↗</a>",
                      escaped(safe_address(member.url)), escaped_line(title));
}

std::string member_item(const ReportMember& member, const ReportMember* before, const PagePlace& place) {
  std::string out = before == nullptr ? "<li class=\"first\">" : "<li>";
  out += "<p class=\"where\">" + date(member);
  if (!member.outlet.empty()) out += " <b dir=\"auto\">" + escaped_line(member.outlet) + "</b>";
  out += " <span class=\"article\" dir=\"auto\">" + article(member, place) + "</span></p>";
  out += "<p class=\"who\" dir=\"auto\">" + who(member) + "</p>";
  if (before != nullptr && before->text == member.text) {
    out += "<p class=\"same\">the same words</p>";
  } else {
    out += "<blockquote dir=\"auto\">" + marked(member) + "</blockquote>";
  }
  return out + "</li>\n";
}

std::string thread_section(const ReportThread& thread, const PagePlace& place) {
  std::string out = fmt::format(
      "<section class=\"thread\" id=\"{0}\" aria-labelledby=\"{0}-title\">\n<h2 id=\"{0}-title\" dir=\"auto\">"
      "<a href=\"#{0}\">{1}</a></h2>\n",
      escaped(thread.id), escaped(cut_to(one_line(anchor_of(thread).text), kTitleColumns)));
  out += fmt::format(
      "<p class=\"facts\">{} · <b>{}</b> in {} · {} independent · credibility <b>{}</b> · {:.0f} % sure that it is "
      "one</p>\n",
      escaped(thread.kind), counted(thread.articles, "article", "articles"),
      counted(thread.outlets, "outlet", "outlets"), thread.independent, thread.credibility, 100 * thread.confidence);
  if (!thread.differs.empty()) {
    out += "<ul class=\"differs\"><li>differs in</li>";
    for (const std::string& difference : thread.differs) out += "<li>" + escaped(difference) + "</li>";
    out += "</ul>\n";
  }
  out += "<ol class=\"members\">\n";
  const ReportMember* before = nullptr;
  for (const ReportMember& member : thread.members) {
    out += member_item(member, before, place);
    before = &member;
  }
  return out + "</ol>\n</section>\n";
}

/// The thread's line among those that most outlets printed.
struct MostPrinted {
  std::size_t outlets = 0;
  std::string line;
};

MostPrinted most_printed_line(const ReportThread& thread) {
  return {thread.outlets, fmt::format("<li><a href=\"#{}\">{}</a> {}, {}</li>\n", escaped(thread.id),
                                      escaped(cut_to(one_line(anchor_of(thread).text), kTitleColumns)),
                                      counted(thread.outlets, "outlet", "outlets"), escaped(thread.kind))};
}

std::string title_of(const ThreadsTotals& totals) {
  return fmt::format("{} across {}", counted(totals.threads, "thread", "threads"),
                     counted(totals.articles, "article", "articles"));
}

constexpr std::string_view kThreadsPlace = "{{threads}}";

class HtmlThreads : public ThreadsWriter {
 public:
  /// `page`, a template, outlives it.
  HtmlThreads(std::string_view page, PagePlace place) : page_(page), place_(std::move(place)) {}

  std::string add(const ReportThread& thread) override {
    if (thread.members.empty()) return {};
    if (thread.outlets > kFewOutlets) add_to_most(thread);
    return thread_section(thread, place_);
  }

  std::string head(const ThreadsTotals& totals) override {
    const std::string begin = fill(page_.substr(0, page_.find(kThreadsPlace)), totals);
    return totals.threads != 0 ? begin
                               : begin + "<p class=\"none\">No utterance that was asked for is in two articles.</p>\n";
  }

  std::string tail(const ThreadsTotals& totals) override {
    const std::size_t at = page_.find(kThreadsPlace);
    return at == std::string_view::npos ? std::string() : fill(page_.substr(at + kThreadsPlace.size()), totals);
  }

 private:
  /// Those that most outlets printed first, among as many the earlier one.
  void add_to_most(const ReportThread& thread) {
    const auto at = std::find_if(most_.begin(), most_.end(),
                                 [&](const MostPrinted& other) { return other.outlets < thread.outlets; });
    if (at == most_.end() && most_.size() == kMostPrinted) return;
    most_.insert(at, most_printed_line(thread));
    if (most_.size() > kMostPrinted) most_.pop_back();
  }

  /// Links to them; "" where none is in more than two outlets.
  [[nodiscard]] std::string most() const {
    if (most_.empty()) return {};
    std::string out = "<details class=\"most\"><summary>Printed in most outlets</summary><ol>\n";
    for (const MostPrinted& one : most_) out += one.line;
    return out + "</ol></details>\n";
  }

  [[nodiscard]] std::string fill(std::string_view page, const ThreadsTotals& totals) const {
    return fill_places(page, [&](std::string_view part) -> std::string {
      if (part == "style") return std::string(threads_css());
      if (part == "script") return std::string(table_js());
      if (part == "policy") return security_policy(threads_css(), table_js());
      if (part == "navigation") return navigation(place_, "threads", "Skip to the threads");
      if (part == "title") return title_of(totals);
      if (part == "kicker") return counted(totals.utterances, "utterance", "utterances") + " compared";
      if (part == "most") return most();
      return {};
    });
  }

  std::string_view page_;
  PagePlace place_;
  std::vector<MostPrinted> most_;
};

}  // namespace

std::unique_ptr<ThreadsWriter> threads_html_page() {
  return std::make_unique<HtmlThreads>(threads_html(), PagePlace{});
}

std::string threads_title(const ThreadsReport& report) {
  return title_of({.threads = report.threads.size(), .articles = report.articles, .utterances = report.utterances});
}

std::string write_threads_html(const ThreadsReport& report, const PagePlace& place) {
  HtmlThreads writer(threads_html(), place);
  return write_threads(writer, report);
}

std::string write_threads_body(const ThreadsReport& report, const PagePlace& place) {
  HtmlThreads writer(inside(threads_html(), "body"), place);
  return write_threads(writer, report);
}

}  // namespace hearsay
