// The page of threads: a list in time per thread. All words of articles pass escaped_line.
#include <fmt/format.h>

#include <algorithm>

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
  const std::string beside = page_link(place, Refers::article, member.article, member.attribution, title);
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

/// The threads that most outlets printed, as links to them; "" where none is in more than two.
std::string most_printed(const std::vector<ReportThread>& threads) {
  std::vector<const ReportThread*> most;
  for (const ReportThread& thread : threads) {
    if (thread.outlets > kFewOutlets && !thread.members.empty()) most.push_back(&thread);
  }
  if (most.empty()) return {};
  std::stable_sort(most.begin(), most.end(),
                   [](const ReportThread* a, const ReportThread* b) { return a->outlets > b->outlets; });
  if (most.size() > kMostPrinted) most.resize(kMostPrinted);
  std::string out = "<details class=\"most\"><summary>Printed in most outlets</summary><ol>\n";
  for (const ReportThread* thread : most) {
    out += fmt::format("<li><a href=\"#{}\">{}</a> {}, {}</li>\n", escaped(thread->id),
                       escaped(cut_to(one_line(anchor_of(*thread).text), kTitleColumns)),
                       counted(thread->outlets, "outlet", "outlets"), escaped(thread->kind));
  }
  return out + "</ol></details>\n";
}

std::string threads_of(const std::vector<ReportThread>& threads, const PagePlace& place) {
  if (threads.empty()) return "<p class=\"none\">No utterance that was asked for is in two articles.</p>\n";
  std::string out;
  for (const ReportThread& thread : threads) {
    if (!thread.members.empty()) out += thread_section(thread, place);
  }
  return out;
}

std::string fill_threads(std::string_view page, const ThreadsReport& report, const PagePlace& place) {
  return fill_places(page, [&](std::string_view part) -> std::string {
    if (part == "style") return std::string(threads_css());
    if (part == "script") return std::string(table_js());
    if (part == "policy") return security_policy(threads_css(), table_js());
    if (part == "navigation") return navigation(place, "threads", "Skip to the threads");
    if (part == "title") return threads_title(report);
    if (part == "kicker") return counted(report.utterances, "utterance", "utterances") + " compared";
    if (part == "most") return most_printed(report.threads);
    if (part == "threads") return threads_of(report.threads, place);
    return {};
  });
}

}  // namespace

std::string threads_title(const ThreadsReport& report) {
  return fmt::format("{} across {}", counted(report.threads.size(), "thread", "threads"),
                     counted(report.articles, "article", "articles"));
}

std::string write_threads_html(const ThreadsReport& report, const PagePlace& place) {
  return fill_threads(threads_html(), report, place);
}

std::string write_threads_body(const ThreadsReport& report, const PagePlace& place) {
  return fill_threads(inside(threads_html(), "body"), report, place);
}

}  // namespace hearsay
