// Entries: threads_text, write_threads_text. A member is a head line and its words, wrapped, with a rule at their left.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/cut_utf8.h"
#include "report/emphasis.h"
#include "report/html/marked_words.h"
#include "report/plain.h"
#include "report/threads/write_threads.h"

namespace hearsay {
namespace {

constexpr std::string_view kChanged = "4;33";

class TextThreads : public ThreadsWriter {
 public:
  explicit TextThreads(const TextOptions& options)
      : width_(std::max<std::size_t>(40, options.width)), colour_(options.colour) {}

  std::string head(const ThreadsTotals& totals) override {
    return paint(fmt::format("{} in {}", counted(totals.threads, "thread", "threads"),
                             counted(totals.articles, "article", "articles")),
                 kBold) +
           paint(fmt::format(" · {} compared", counted(totals.utterances, "utterance", "utterances")), kDim) + '\n';
  }

  std::string add(const ReportThread& thread) override {
    put(thread);
    return std::exchange(out_, {});
  }

  std::string tail(const ThreadsTotals& /* totals */) override { return {}; }

 private:
  [[nodiscard]] std::string paint(std::string_view words, std::string_view code) const {
    return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, words) : std::string(words);
  }

  void put(const ReportThread& thread) {
    out_ += '\n' + paint(fmt::format("{} {}", thread.id, thread.kind), kBold);
    std::string facts = fmt::format(" · {}", counted(thread.articles, "article", "articles"));
    if (thread.independent != thread.articles || thread.independent > 1)
      facts += fmt::format(", {} independent", thread.independent);
    facts += fmt::format(" · credibility {} · sure {:.0f} %\n", thread.credibility, 100 * thread.confidence);
    out_ += paint(facts, kDim);
    if (!thread.differs.empty()) out_ += fmt::format("   differs: {}\n", fmt::join(thread.differs, ", "));
    const ReportMember* before = nullptr;
    for (const ReportMember& member : thread.members) {
      put(member);
      if (before != nullptr && before->text == member.text) {
        out_ += paint("     the same words", kDim) + '\n';
      } else {
        put_words(member);
      }
      before = &member;
    }
  }

  void put(const ReportMember& member) {
    std::vector<std::string> where;
    where.push_back(member.published.empty() ? "no date" : std::string(cut_utf8(one_line(member.published), 10)));
    const std::string article = one_line(member.title.empty() ? member.article : member.title);
    where.push_back(member.outlet.empty() ? cut_to(article, width_ / 2) : one_line(member.outlet));
    std::string who = one_line(member.source.empty() ? "source not stated" : member.source);
    if (member.anonymous) who += " (anonymous)";
    for (const std::string& relay : member.via) who += " ← " + one_line(relay);
    if (!member.medium.empty()) who += ", " + one_line(member.medium);
    out_ += "   " + paint(where[0], kDim) + "  " + paint(where[1], kBold);
    const std::size_t used = 5 + display_width(where[0]) + display_width(where[1]);
    // What does not fit beside goes below, where the words begin.
    if (used + 2 + display_width(who) <= width_) {
      out_ += "  " + who + '\n';
    } else {
      out_ += "\n     " + cut_to(who, width_ - 5) + '\n';
    }
    if (!member.outlet.empty() && !member.title.empty())
      out_ += "     " + paint(cut_to(article, width_ - 5), kDim) + '\n';
  }

  void put_words(const ReportMember& member) {
    std::size_t column = width_;  // a new line before the first word
    for (const MarkedPart& part : marked_parts(member.text, member.changed)) {
      std::string words = one_line(part.words);
      if (words.empty()) continue;
      if (part.changed && !colour_) words = '[' + words + ']';
      for (bool first = true; !words.empty(); first = false) {
        const std::size_t space = std::min(words.find(' '), words.size());
        const std::string word = words.substr(0, space);
        words.erase(0, std::min(space + 1, words.size()));
        const bool apart = !first || part.space_before;
        const std::size_t columns = display_width(word) + (apart ? 1 : 0);
        if (column + columns > width_ && (apart || column == width_)) {
          if (column != width_ || !out_.ends_with('\n')) out_ += '\n';
          out_ += "     ";
          column = 5;
        } else if (apart) {
          out_ += ' ';
          ++column;
        }
        out_ += part.changed ? paint(word, kChanged) : word;
        column += display_width(word);
      }
    }
    out_ += '\n';
  }

  std::size_t width_;
  bool colour_;
  std::string out_;
};

}  // namespace

std::unique_ptr<ThreadsWriter> threads_text(const TextOptions& options) {
  return std::make_unique<TextThreads>(options);
}

std::string write_threads_text(const ThreadsReport& report, const TextOptions& options) {
  return write_threads(*threads_text(options), report);
}

}  // namespace hearsay
