// Entry: write_html. Each {{place}} of the template is filled.
#include "report/html/write_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "report/genre.h"
#include "report/html/assets.h"
#include "report/html/fill.h"
#include "report/html/html_article.h"
#include "report/html/html_panel.h"
#include "report/index.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/worst_first.h"

namespace hearsay {

namespace {

std::string language(const Report& report) {
  const bool tag = !report.language.empty() && report.language.size() < 36 &&
                   std::all_of(report.language.begin(), report.language.end(), [](char letter) {
                     return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '-';
                   });
  return tag ? report.language : "en";
}

std::string title_of(const Report& report) {
  return report.title.empty() ? report.id : report.title;
}

/// The line above the headline: outlet, date, kind of piece.
std::string kicker(const Report& report) {
  std::string out;
  const std::string genre = genre_words(report.genre).label;
  const std::string day = day_words(report.published);
  for (const std::string* part : {&report.outlet, &report.byline, &day, &genre}) {
    if (part->empty()) continue;
    out += out.empty() ? "<span>" : " <span>";
    out += (part == &report.byline ? "By " : "") + escaped_line(*part) + "</span>";
  }
  return out + (out.empty() ? "<span>" : " <span>") + counted(report.words, "word", "words") + "</span>";
}

/// What kind of piece it is, where that changes how the score is to be read.
std::string genre_note(const Report& report) {
  const GenreWords genre = genre_words(report.genre);
  if (genre.note.empty()) return {};
  return "<p class=\"genre\"><b>" + escaped_line(genre.label) + ".</b> " + escaped_line(genre.note) + "</p>\n";
}

/// The article's title, where no block of its text is the headline; a file's name is none.
std::string headline(const Report& report) {
  const bool in_text = std::any_of(report.blocks.begin(), report.blocks.end(),
                                   [](const ReportBlock& block) { return block.kind == "headline"; });
  if (in_text) return {};
  const bool stem = report.title.empty() || report.title == report.id;
  return fmt::format("<h1{} dir=\"auto\">{}</h1>", stem ? " class=\"stem\"" : "", escaped_line(title_of(report)));
}

/// A switch per tone in use, with its count: legend and filter in one.
std::string legend(const ReportIndex& index) {
  std::string out = "<span>Claims by</span>\n";
  for (std::size_t i = 0; i < kToneCount; ++i) {
    const auto tone = static_cast<Tone>(i);
    const std::size_t count = index.passages_of(tone);
    if (count == 0) continue;
    fmt::format_to(std::back_inserter(out),
                   "<label><input type=\"checkbox\" id=\"show-{0}\" checked> <span class=\"tag {0}\">{1}</span> "
                   "<span class=\"m {0}\">{2}</span> <span class=\"count\">{3}</span></label>\n",
                   tone_class(tone), tone_letter(tone), tone_label(tone), count);
  }
  const auto& all = index.passages();
  if (std::any_of(all.begin(), all.end(), [](const Passage& one) { return one.perhaps(); }))
    out += "<span class=\"faded\"><b>?</b> faded: not sure</span>\n";
  return out;
}

/// The score in a word or two: "B 78".
std::string badge(const Report& report) {
  if (report.total) return fmt::format("<b>{}</b> {}", escaped(report.grade), *report.total);
  return is_audited(report) ? "No grade" : "Not audited";
}

std::string page_title(const Report& report) {
  const std::string score = report.total         ? fmt::format("{} {}", escaped(report.grade), *report.total)
                            : is_audited(report) ? "No grade"
                                                 : "Not audited";
  return score + " · " + escaped_line(title_of(report));
}

/// The same for every page, so hashed once.
const std::string& page_policy() {
  static const std::string kPolicy = security_policy(page_css(), page_js());
  return kPolicy;
}

class Filler {
 public:
  explicit Filler(const Report& report, std::span<const PageLink> beside = {})
      : report_(report), beside_(beside), index_(report) {}

  std::string fill(std::string_view page) {
    return fill_places(page, [&](std::string_view place) { return value(place); });
  }

 private:
  [[nodiscard]] std::string value(std::string_view place) const {
    if (place == "style") return std::string(page_css());
    if (place == "script") return std::string(page_js());
    if (place == "policy") return page_policy();
    if (place == "state") return is_audited(report_) ? "audited" : "unread";
    if (place == "language") return language(report_);
    if (place == "beside") return beside();
    if (place == "title") return escaped_line(title_of(report_));
    if (place == "kicker") return kicker(report_);
    if (place == "genre") return genre_note(report_);
    if (place == "headline") return headline(report_);
    if (place == "badge") return badge(report_);
    if (place == "page-title") return page_title(report_);
    if (place == "total-line") return html_total(report_);
    if (place == "legend") return legend(index_);
    if (place == "article") return html_article(report_, index_);
    if (place == "measures") return html_measures(report_, index_);
    if (place == "filter") return html_filter(report_, index_);
    if (place == "findings") return html_findings(report_, index_);
    if (place == "voices") return html_voices(report_, index_);
    if (place == "sources") return html_sources(report_, index_);
    if (place == "documentation")
      return html_verifications(report_) + html_documentation(report_, index_) + html_corrections(report_, index_);
    if (place == "cards") return html_cards(report_, index_);
    if (place == "questions") return html_questions(report_);
    if (place == "colophon") return html_colophon(report_);
    if (place.ends_with("-count") && !is_audited(report_)) {
      return place == "findings-count" ? "Findings" : place == "sources-count" ? "Sources" : "Claims";
    }
    if (place == "findings-count") return counted(findings_to_answer(report_), "finding", "findings");
    if (place == "sources-count")
      return counted(index_.sources_of(is_named).size() + index_.sources_of(is_anonymous).size(), "source", "sources");
    if (place == "claims-count") {
      return counted(index_.passages().size(), "claim", "claims");
    }
    return {};
  }

  [[nodiscard]] std::string beside() const {
    if (beside_.empty()) return {};
    std::string out = "<nav class=\"beside\" aria-label=\"Pages beside\">";
    for (const PageLink& link : beside_)
      out += fmt::format("<a href=\"{}\">{}</a> ", escaped(link.href), escaped_line(link.words));
    return out + "</nav>\n";
  }

  const Report& report_;
  std::span<const PageLink> beside_;
  ReportIndex index_;
};

}  // namespace

std::string write_html(const Report& report) {
  return Filler(report).fill(page_html());
}

HtmlParts write_html_parts(const Report& report, std::span<const PageLink> beside) {
  Filler filler(report, beside);
  const std::string_view page = page_html();
  return {.title = page_title(report),
          .state = is_audited(report) ? "audited" : "unread",
          .body = filler.fill(inside(page, "body")),
          .story = filler.fill(inside(page, "main")),
          .panel = filler.fill(inside(page, "aside"))};
}

}  // namespace hearsay
