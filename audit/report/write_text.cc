// Entry: write_text. Section by section from the top; an empty section is left out.
#include "report/write_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "report/emphasis.h"
#include "report/genre.h"
#include "report/index.h"
#include "report/plain.h"
#include "report/score_told.h"
#include "report/text_index.h"
#include "report/withheld.h"
#include "report/worst_first.h"

namespace hearsay {

namespace {

constexpr std::size_t kMaxShown = 40;  // claims; the other formats have them all

std::string bar(double share, std::size_t columns) {
  const double clipped = std::clamp(share, 0.0, 1.0);
  const auto full = static_cast<std::size_t>(std::lround(clipped * static_cast<double>(columns)));
  std::string out;
  for (std::size_t i = 0; i < columns; ++i) out += i < full ? "█" : "░";
  return out;
}

class Summary {
 public:
  Summary(const Report& report, const TextOptions& options)
      : report_(report),
        colour_(options.colour),
        width_(std::max<std::size_t>(40, options.width)),
        index_(report),
        text_(report.text) {}

  std::string write() {
    add_head();
    if (is_audited(report_)) {
      add_findings();
      add_voices();
    }
    add_score();
    if (is_audited(report_)) {
      add_perhaps();
      add_sources();
      add_claims();
      add_documentation();
      add_questions();
    }
    add_remarks();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string paint(std::string_view words, std::string_view code) const {
    return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, words) : std::string(words);
  }

  /// Words from column `indent` on; the line already holds `used` columns.
  void add_wrapped(std::string_view words, std::size_t used, std::size_t indent, std::string_view code = "") {
    std::size_t column = used;
    bool first = true;
    while (!words.empty()) {
      const std::size_t space = std::min(words.find(' '), words.size());
      const std::string_view word = words.substr(0, space);
      words.remove_prefix(std::min(space + 1, words.size()));
      const std::size_t columns = display_width(word);
      if (!first && column + 1 + columns > width_) {
        out_ += '\n';
        out_.append(indent, ' ');
        column = indent;
        first = true;
      }
      if (!first) out_ += ' ';
      out_ += code.empty() ? std::string(word) : paint(word, code);
      column += columns + (first ? 0U : 1U);
      first = false;
    }
    out_ += '\n';
  }

  /// Fills up to `columns` columns.
  [[nodiscard]] static std::string padded(std::string words, std::size_t columns) {
    const std::size_t width = display_width(words);
    if (width < columns) words.append(columns - width, ' ');
    return words;
  }

  void add_heading(std::string_view words) { out_ += '\n' + paint(words, kBold) + '\n'; }

  void add_head() {
    add_wrapped(one_line(report_.title.empty() ? report_.id : report_.title), 0, 0, kBold);
    std::vector<std::string> parts;
    if (!report_.outlet.empty()) parts.push_back(one_line(report_.outlet));
    if (!report_.byline.empty()) parts.push_back("by " + one_line(report_.byline));
    if (!report_.published.empty()) parts.push_back(day_words(report_.published));
    const GenreWords genre = genre_words(report_.genre);
    if (!genre.label.empty()) parts.push_back(one_line(genre.label));
    parts.push_back(counted(report_.words, "word", "words"));
    add_wrapped(fmt::format("{}", fmt::join(parts, " · ")), 0, 0, kDim);
    if (!genre.note.empty()) add_wrapped(genre.note, 0, 0);
  }

  [[nodiscard]] std::string_view score_colour() const {
    const int total = report_.total.value_or(0);
    return total >= 75 ? kGreen : total >= 50 ? kYellow : kRed;
  }

  void add_score() {
    if (!report_.total) {
      out_ += '\n' + paint(is_audited(report_) ? "No grade" : "Not audited", kBold) + "  ";
      add_wrapped(one_line(report_.withheld), is_audited(report_) ? 10 : 13, 10);
      if (any_value(report_)) add_measures();
      return;
    }
    out_ += '\n' + paint(one_line(report_.grade), kBold) + "  ";
    out_ += paint(bar(*report_.total / 100.0, 20), score_colour());
    out_ += fmt::format("  {} of 100", *report_.total);
    if (report_.margin != 0) out_ += fmt::format(" ±{}", report_.margin);
    const std::string& policy = report_.policy_name.empty() ? report_.policy : report_.policy_name;
    if (!policy.empty())
      out_ += paint(" · " + cut_to(one_line(policy), width_ - std::min<std::size_t>(width_, 43)), kDim);
    out_ += '\n';
    add_measures();
  }

  void add_measures() {
    for (const ReportMeasure& measure : report_.measures) {
      const std::size_t room = width_ - 24;
      out_ += "   " + bar(measure.value.value_or(0), 8);
      out_ += measure.value ? fmt::format(" {:>3} %  ", std::lround(*measure.value * 100)) : "   n/a  ";
      out_ += cut_to(one_line(measure.label.empty() ? measure.id : measure.label), room) + '\n';
    }
  }

  void add_findings() {
    const std::size_t open = findings_to_answer(report_), settled = report_.findings.size() - open;
    add_heading(report_.findings.empty() ? "Nothing to answer"
                : settled == 0           ? fmt::format("To answer ({})", open)
                                         : fmt::format("To answer ({}; {} settled)", open, settled));
    for (const std::uint32_t i : worst_first(report_.findings)) add_finding(report_.findings[i]);
  }

  void add_perhaps() {
    if (report_.perhaps.empty()) return;
    add_heading(fmt::format("Perhaps ({}): the readings are not sure, and it costs nothing", report_.perhaps.size()));
    for (const std::uint32_t i : worst_first(report_.perhaps)) add_finding(report_.perhaps[i]);
  }

  void add_finding(const ReportFinding& finding) {
    const bool error = finding.severity == "error";
    const bool warning = finding.severity == "warning";
    const std::string_view sign = error ? "✗" : warning ? "!" : "·";
    const std::string place = finding.paragraph != 0 ? fmt::format("¶{}", finding.paragraph)
                              : finding.line == 0    ? "–"
                                                     : fmt::format("{}:{}", finding.line, finding.column);
    out_ += "   " + paint(fmt::format("{} {:<7}", sign, finding.severity), error ? kRed : warning ? kYellow : kDim);
    out_ += fmt::format(" {:>7}  ", place);
    const std::string stands =
        finding.suppressed.empty()
            ? ""
            : fmt::format(
                  " – {}: {}",
                  finding.settled_by.empty() ? std::string("let stand") : "settled by " + one_line(finding.settled_by),
                  one_line(finding.suppressed));
    const std::string title = finding.title.empty() ? "" : one_line(finding.title) + ": ";
    add_wrapped(fmt::format("{}{} [{}]{}", title, one_line(finding.message), finding.check, stands), 22, 22);
  }

  void add_voices() {
    add_heading("Who speaks");
    out_ += "   ";
    add_wrapped(voices_told(index_), 3, 3);
  }

  void add_sources() {
    if (report_.sources.empty()) {
      add_heading("No sources");
      return;
    }
    add_source_group("Named", is_named);
    add_source_group("Not named", is_anonymous);
    add_source_group("Others", is_general);
  }

  void add_source_group(std::string_view title, bool (*wanted)(const ReportSource&)) {
    const std::vector<const ReportSource*> group = index_.sources_of(wanted);
    if (group.empty()) return;
    add_heading(fmt::format("{} ({})", title, group.size()));
    const std::size_t name_width = std::clamp<std::size_t>(width_ * 2 / 5, 16, 36);
    for (const ReportSource* source : group) {
      out_ += "   " + fmt::format("{:>3}× ", index_.said_by(*source).size());
      const std::string name = cut_to(one_line(source->name), name_width);
      out_ += paint(padded(name, name_width), source->anonymous ? kYellow : kBlue) + "  ";
      add_wrapped(cut_to(role_of(*source), 2 * (width_ - name_width - 11)), name_width + 10, name_width + 10, kDim);
      add_grade(*source, name_width + 10);
    }
  }

  /// Whole: a letter cut off from who gave it would be taken for ours.
  void add_grade(const ReportSource& source, std::size_t indent) {
    if (!source.reliability.empty())
      add_indented("reliability " + source.reliability + ", given by " + one_line(source.reliability_by), indent);
    if (source.judgement) add_indented("judged " + one_line(judgement_words(*source.judgement)), indent);
  }

  void add_indented(const std::string& words, std::size_t indent) {
    out_ += std::string(indent, ' ');
    add_wrapped(words, indent, indent, kDim);
  }

  [[nodiscard]] std::string role_of(const ReportSource& source) const {
    std::vector<std::string> parts;
    if (source.description && *source.description != source.name) parts.push_back(one_line(*source.description));
    if (source.affiliation && *source.affiliation != source.name) parts.push_back(one_line(*source.affiliation));
    if (source.anonymous) parts.emplace_back(source.specificity.empty() ? "not named" : source.specificity);
    if (parts.empty() || source.kind != "named-person") parts.push_back(spoken(source.kind));
    const std::size_t relays = index_.relayed_by(source).size();
    if (relays != 0) parts.push_back("relays " + std::to_string(relays));
    return fmt::format("{}", fmt::join(parts, ", "));
  }

  /// The passages of the page, with its labels and in its number.
  void add_claims() {
    const std::vector<Passage>& passages = index_.passages();
    if (passages.empty()) return;
    add_heading(counted(passages.size(), "claim", "claims"));
    const std::size_t shown = std::min(kMaxShown, passages.size());
    for (std::size_t i = 0; i < shown; ++i) add_claim(passages[i]);
    if (shown < passages.size()) out_ += fmt::format("   … and {} more\n", passages.size() - shown);
  }

  void add_claim(const Passage& passage) {
    const bool nobody = passage.tone == Tone::anonymous || passage.tone == Tone::none;
    const std::string chain = passage.attribution == nullptr ? "not stated" : chain_of(*passage.attribution);
    out_ += "   " + paint(padded(passage.label(), 5), nobody ? kYellow : kBlue);
    add_wrapped(cut_to(chain, 2 * (width_ - 9)), 8, 8);
    std::string said;
    for (const CodeSpan& piece : passage.attribution == nullptr ? passage.claim->span : passage.attribution->content) {
      // No more than will be shown: a quotation may be as long as the article.
      const std::uint32_t end = std::min(piece.second, piece.first + static_cast<std::uint32_t>(2 * width_));
      said += (said.empty() ? "" : " … ") + one_line(text_.slice({piece.first, end}));
      if (said.size() > 8 * width_) break;
    }
    if (said.empty()) return;
    out_.append(8, ' ');
    out_ += paint(cut_to(said, width_ - 8), kDim) + '\n';
  }

  [[nodiscard]] std::string chain_of(const ReportAttribution& attribution) const {
    std::string out;
    for (const ReportHop& hop : attribution.chain) {
      const ReportSource* source = index_.source(hop.source);
      out += (out.empty() ? "" : " ← ") + one_line(hop.name);
      if (source != nullptr && source->anonymous) out += " (not named)";
      if (!hop.medium.empty()) out += fmt::format(" ({})", spoken(hop.medium));
    }
    if (out.empty()) {
      const ReportSource* source = index_.source(attribution.source);
      out = source == nullptr ? "not stated" : one_line(source->name);
    }
    return out;
  }

  void add_documentation() {
    if (report_.notes.empty()) return;
    std::vector<const ReportClaim*> without;
    for (const ReportClaim& claim : report_.claims) {
      if (claim.notes.empty()) without.push_back(&claim);
    }
    add_heading(fmt::format("Documented by the writer: {} of {}", report_.claims.size() - without.size(),
                            counted(report_.claims.size(), "claim", "claims")));
    if (!without.empty()) out_ += "   without a note that gives a link, a conversation or a date:\n";
    const std::size_t shown = std::min(kMaxShown, without.size());
    for (std::size_t i = 0; i < shown; ++i) {
      const CodeSpan first = without[i]->span.empty() ? CodeSpan() : without[i]->span.front();
      const std::uint32_t end = std::min(first.second, first.first + static_cast<std::uint32_t>(2 * width_));
      const std::string words = one_line(text_.slice({first.first, end}));
      out_ += fmt::format("   {:<4} {}\n", without[i]->id, cut_to(words, width_ - 8));
    }
    if (shown < without.size()) out_ += fmt::format("   … and {} more\n", without.size() - shown);
  }

  void add_remarks() {
    if (report_.remarks.empty()) return;
    add_heading("Of the reading");
    for (const std::string& remark : report_.remarks) {
      out_ += "   ";
      add_wrapped(one_line(remark), 3, 3);
    }
  }

  void add_questions() {
    if (report_.questions.empty()) return;
    add_heading("For the desk, because no text can answer");
    for (const std::string& question : report_.questions) {
      out_ += "   ? ";
      add_wrapped(one_line(question), 5, 5);
    }
  }

  const Report& report_;
  bool colour_;
  std::size_t width_;
  ReportIndex index_;
  TextIndex text_;
  std::string out_;
};

}  // namespace

std::string write_text(const Report& report, const TextOptions& options) {
  return Summary(report, options).write();
}

}  // namespace hearsay
