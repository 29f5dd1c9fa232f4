// Entry: write_changes_text. A change is a head line, the words of either version below it, and why it matters.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/changes/write_changes.h"
#include "report/emphasis.h"
#include "report/plain.h"

namespace hearsay {
namespace {

constexpr double kHardlyKept = 0.3;
constexpr std::size_t kShortWords = 60;  // columns of words that fit a head line

bool in_head(ChangeKind kind) {
  return kind == ChangeKind::source_unnamed || kind == ChangeKind::source_named || kind == ChangeKind::cue_changed;
}

class ChangePages {
 public:
  explicit ChangePages(const TextOptions& options)
      : width_(std::max<std::size_t>(40, options.width)), colour_(options.colour) {}

  std::string write(const VersionChanges& changes) {
    out_ = paint(cut_to(name(changes.older), width_ / 2 - 2), kBold) + " → " +
           paint(cut_to(name(changes.newer), width_ / 2 - 2), kBold) + '\n';
    wrap(changes_counted(changes) + (changes.changes.empty() ? "" : ". " + changes_remark(changes)), 0);
    for (const Change& change : changes.changes) add(change);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string paint(std::string_view words, std::string_view code) const {
    return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, words) : std::string(words);
  }

  static std::string name(const ComparedVersion& version) {
    return one_line(version.path.empty() ? version.id : version.path);
  }

  void add(const Change& change) {
    std::string head = std::string(name_of(change.kind).label);
    if (const std::string traits = change_traits(change); !traits.empty()) head += " (" + traits + ")";
    const std::string subject = change_subject(change);
    out_ += '\n' + paint(fmt::format("{:<8}", severity_name(change.severity)), code_of(change.severity));
    wrap(head + (subject.empty() ? "" : ": " + subject), 8, 8);
    if (!change.differences.empty()) {
      for (const WordDifference& one : change.differences) add(one);
    }
    if (!in_head(change.kind)) {
      if (!change.was.empty()) words("was ", change.was);
      if (!change.is.empty()) words("is  ", change.is);
    }
    wrap(capitalised(change.why) + ".", 8);
  }

  void add(const WordDifference& one) {
    const std::string was = one_line(one.was), is = one_line(one.is);
    if (is.empty()) {
      wrap("left out: " + was, 8);
    } else if (was.empty()) {
      wrap("put in: " + is, 8);
    } else {
      wrap(was + " → " + is, 8);
    }
  }

  void words(std::string_view label, const std::string& of) {
    out_ += "        " + paint(label, kDim);
    wrap(one_line(of), 12, 12);
  }

  /// Words in lines that begin at `indent`; `column`: where the first one stands already.
  void wrap(std::string_view text, std::size_t indent, std::size_t column = 0) {
    if (column == 0) out_.append(indent, ' ');
    std::size_t at = std::max(indent, column);
    bool first = true;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      const std::string_view word = text.substr(begin, end - begin);
      const std::size_t columns = display_width(word);
      if (!first && at + 1 + columns > width_) {
        out_ += '\n' + std::string(indent, ' ');
        at = indent;
      } else if (!first) {
        out_ += ' ';
        ++at;
      }
      out_ += word;
      at += columns;
      first = false;
      begin = end + 1;
    }
    out_ += '\n';
  }

  static std::string_view code_of(Severity severity) {
    constexpr std::array<std::string_view, 3> kCodes = {"36", "33", "31"};
    return kCodes[static_cast<std::size_t>(severity)];
  }

  std::size_t width_;
  bool colour_;
  std::string out_;
};

}  // namespace

std::string change_subject(const Change& change) {
  const std::string was = one_line(change.was), is = one_line(change.is);
  if (in_head(change.kind)) {
    const std::string words =
        (was.empty() ? "–" : cut_to(was, kShortWords)) + " → " + (is.empty() ? "–" : cut_to(is, kShortWords));
    return change.kind == ChangeKind::cue_changed && !change.source.empty() ? one_line(change.source) + ", " + words
                                                                            : words;
  }
  return cut_to(one_line(change.source), kShortWords);
}

std::string change_traits(const Change& change) {
  std::string out;
  for (const std::string& trait : change.traits) {
    if (trait == "named" || trait == "group" ||
        (trait == "anonymous" && change.kind != ChangeKind::source_added && change.kind != ChangeKind::source_dropped))
      continue;
    out += out.empty() ? "" : ", ";
    out += trait == "anonymous" ? "without a name" : trait;
  }
  return out;
}

std::string changes_counted(const VersionChanges& changes) {
  if (changes.changes.empty()) return "No change of sourcing";
  std::array<std::size_t, 3> counts{};
  for (const Change& change : changes.changes) ++counts[static_cast<std::size_t>(change.severity)];
  std::string out = counted(changes.changes.size(), "change of sourcing", "changes of sourcing") + ":";
  bool first = true;
  const auto add = [&](std::size_t number, std::string_view one, std::string_view several) {
    if (number == 0) return;
    out += (first ? " " : ", ") + counted(number, one, several);
    first = false;
  };
  add(counts[2], "error", "errors");
  add(counts[1], "warning", "warnings");
  add(counts[0], "note", "notes");
  return out;
}

std::string changes_remark(const VersionChanges& changes) {
  std::string remark = changes.correction_noted ? "The newer version notes a correction: “" +
                                                      cut_to(one_line(changes.correction), 200) + "”."
                                                : "The newer version notes no correction.";
  if (changes.kept < kHardlyKept)
    remark += fmt::format(" Only {:.0f} % of the older version’s words are left: it may be another article.",
                          100 * changes.kept);
  return remark;
}

std::string write_changes_text(const VersionChanges& changes, const TextOptions& options) {
  return ChangePages(options).write(changes);
}

}  // namespace hearsay
