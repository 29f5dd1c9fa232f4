// Entry: make_label, place_card.
#include "report/exports/label.h"

#include <fmt/format.h>

#include "report/findings/run_place.h"
#include "report/index.h"
#include "report/markup.h"
#include "report/plain.h"

namespace hearsay {
namespace {

constexpr std::size_t kListedNamed = 5, kListedUnnamed = 3;
constexpr std::size_t kLabelName = 48, kLabelRole = 56;  // columns

/// cut_to, before the word that does not fit.
std::string cut_at_word(std::string_view words, std::size_t columns) {
  std::string cut = cut_to(words, columns);
  if (cut == words) return cut;
  const std::size_t space = cut.rfind(' ');
  return space == std::string::npos || space == 0 ? cut : cut.substr(0, space) + " …";
}

class LabelMaker {
 public:
  explicit LabelMaker(const Report& report) : report_(report), index_(report) {}

  Label make() {
    if (!is_audited(report_)) {
      label_.line = "This article was not audited.";
      label_.graded = "Not graded. " + one_line(report_.withheld);
      return std::move(label_);
    }
    const std::size_t named = list(is_named, kListedNamed, label_.named, label_.more_named);
    const std::size_t unnamed = list(is_anonymous, kListedUnnamed, label_.unnamed, label_.more_unnamed);
    label_.unsourced = index_.passages_of(Tone::none);
    label_.line = told(named, unnamed);
    grade();
    return std::move(label_);
  }

 private:
  /// How many there are of a group; the first few by name.
  std::size_t list(bool (*wanted)(const ReportSource&), std::size_t most, std::vector<std::string>& into,
                   std::size_t& more) {
    std::size_t count = 0;
    for (const ReportSource* source : index_.sources_of(wanted)) {
      if (index_.said_by(*source).empty() || is_own(*source, report_)) continue;
      if (index_.unsure(*source)) {
        ++label_.perhaps;
        continue;
      }
      if (++count > most) continue;
      std::string words = cut_to(one_line(source->name), kLabelName);
      const std::string role = source->anonymous ? "" : one_line(source->description.value_or(""));
      if (!role.empty()) words += ", " + cut_at_word(role, kLabelRole);
      into.push_back(std::move(words));
    }
    more = count - into.size();
    return count;
  }

  static std::string told(std::size_t named, std::size_t unnamed) {
    if (named == 0 && unnamed == 0) return "Cites nobody.";
    if (named == 0)
      return fmt::format("Cites {} without a name, and nobody by name.", counted(unnamed, "source", "sources"));
    return fmt::format("Cites {} by name and {} without a name.", counted(named, "source", "sources"),
                       unnamed == 0 ? "none" : std::to_string(unnamed));
  }

  void grade() {
    if (!report_.total) {
      label_.graded = "Not graded. " + one_line(report_.withheld);
      return;
    }
    label_.graded = fmt::format("Sourcing: {} of 100", *report_.total);
    const std::string policy = one_line(report_.policy_name.empty() ? report_.policy : report_.policy_name);
    if (!policy.empty()) label_.graded += fmt::format(", by the policy “{}”", cut_to(policy, kLabelName));
    label_.graded += ".";
  }

  const Report& report_;
  ReportIndex index_;
  Label label_;
};

}  // namespace

Label make_label(const Report& report) {
  return LabelMaker(report).make();
}

void place_card(std::string& label, std::string_view file) {
  const std::string href = escaped(path_uri(std::string(file)));
  for (std::size_t at = label.find(kCardPlace); at != std::string::npos; at = label.find(kCardPlace, at + href.size()))
    label.replace(at, kCardPlace.size(), href);
}

std::string label_words(std::string_view words) {
  std::string out;
  for (const char c : escaped(xml_characters(words))) {
    if (c == '{') {
      out += "&#123;";
    } else if (c == '}') {
      out += "&#125;";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace hearsay
