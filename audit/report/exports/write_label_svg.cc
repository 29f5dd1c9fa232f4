// Entry: write_label_svg. SVG breaks no lines: they are broken here, by widths that are rather too large than too
// small, since the reader's typeface is not known.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "report/exports/label.h"
#include "report/plain.h"

namespace hearsay {
namespace {

constexpr int kImageWidth = 300, kImagePadding = 14;
constexpr int kLineHeight = 18, kParagraphGap = 7;
constexpr double kTextWidth = kImageWidth - 2 * kImagePadding;

constexpr std::string_view kLabelStyle =
    "<style>.hearsay rect{fill:#fff;stroke:#767676}.hearsay text{fill:#1b1b1b;font:13px "
    "system-ui,-apple-system,\"Segoe "
    "UI\",Roboto,Arial,sans-serif}.hearsay .line{font-size:15px;font-weight:600}.hearsay .quiet,.hearsay "
    ".scope{fill:#555}"
    ".hearsay .scope{font-size:11.5px}.hearsay .link{fill:#0b57a8;text-decoration:underline}"
    "@media (prefers-color-scheme:dark){.hearsay rect{fill:#1d1f22;stroke:#8a8f98}.hearsay text{fill:#ececec}"
    ".hearsay .quiet,.hearsay .scope{fill:#b4b8be}.hearsay .link{fill:#8ec1ff}}</style>";

/// Hundredths of the size of the type that one character takes in a plain sans serif.
int width_of(std::string_view character, char32_t value) {
  const std::size_t columns = display_width(character);
  if (columns == 0) return 0;
  if (columns > 1) return 105;
  if (value == U' ' || value == U'.' || value == U',' || value == U'i' || value == U'l' || value == U'j' ||
      value == U'\'' || value == U'’' || value == U'|' || value == U':' || value == U';' || value == U'!')
    return 33;
  if (value == U'm' || value == U'w' || value == U'M' || value == U'W' || value == U'—' || value == U'@' ||
      value == U'%')
    return 98;
  if (value < 0x80U) return value >= U'A' && value <= U'Z' ? 74 : 61;
  return is_letter(value) ? 72 : 61;
}

double width_of(std::string_view words, double size) {
  int sum = 0;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = decode(words, at);
    sum += width_of(words.substr(at, point.length), point.value);
    at += point.length;
  }
  return sum * size / 100;
}

/// Lines no wider than `room`; a word that is wider is cut.
std::vector<std::string> broken_lines(std::string_view words, double size, double room) {
  std::vector<std::string> lines;
  std::string line;
  const auto flush = [&] {
    if (!line.empty()) lines.push_back(std::move(line));
    line.clear();
  };
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    std::string_view word = words.substr(at, end - at);
    at = end + 1;
    if (!line.empty() && width_of(line + ' ' + std::string(word), size) > room) flush();
    if (!line.empty()) line += ' ';
    while (width_of(word, size) > room) {
      std::size_t kept = 0;
      double width = 0;
      while (kept < word.size()) {
        const CodePoint point = decode(word, kept);
        width += width_of(word.substr(kept, point.length), size);
        if (width > room && kept != 0) break;
        kept += point.length;
      }
      line += word.substr(0, kept);
      word.remove_prefix(kept);
      flush();
    }
    line += word;
  }
  flush();
  return lines;
}

class ImageOfLabel {
 public:
  explicit ImageOfLabel(const Label& label) : label_(label) {}

  std::string write() {
    add(label_.line, "line", 15, 0);
    gap();
    list("By name:", label_.named, label_.more_named);
    list("Without a name:", label_.unnamed, label_.more_unnamed);
    if (label_.perhaps != 0)
      add(fmt::format("Perhaps {} more.", counted(label_.perhaps, "source", "sources")), "", 13, 0);
    if (label_.unsourced != 0)
      add(fmt::format("{} without a source.", counted(label_.unsourced, "claim", "claims")), "", 13, 0);
    if (label_.perhaps + label_.unsourced != 0) gap();
    add(label_.graded, "", 13, 0);
    gap();
    add(kLabelScope, "scope", 11.5, 0);
    body_ += "</g>\n";
    gap();
    body_ += fmt::format("<a class=\"hearsay\" href=\"{}\">\n", kCardPlace);
    add(kLabelLink, "link", 13, 0);
    return head(bottom_ + kImagePadding) + body_ + "</a>\n</svg>\n";
  }

 private:
  void gap() { bottom_ += kParagraphGap; }

  void list(std::string_view heading, const std::vector<std::string>& names, std::size_t more) {
    if (names.empty()) return;
    add(heading, "quiet", 13, 0);
    for (const std::string& name : names) add(name, "", 13, 10);
    if (more != 0) add(fmt::format("and {} more", more), "", 13, 10);
    gap();
  }

  void add(std::string_view words, std::string_view kind, double size, int indent) {
    const double room = (kTextWidth - indent) / (kind == "line" ? 1.06 : 1.0);  // bold is wider
    int further = 0;
    for (const std::string& line : broken_lines(words, size, room - (indent == 0 ? 0 : 10))) {
      bottom_ += kLineHeight;
      body_ += fmt::format("<text x=\"{}\" y=\"{}\"{}>{}</text>\n", kImagePadding + indent + further, bottom_,
                           kind.empty() ? std::string() : fmt::format(" class=\"{}\"", kind), label_words(line));
      if (indent != 0) further = 10;
    }
  }

  /// All of it in words, for those to whom the image is read out.
  [[nodiscard]] std::string description() const {
    std::string out = label_.line;
    const auto add_names = [&](std::string_view heading, const std::vector<std::string>& names, std::size_t more) {
      if (names.empty()) return;
      out.append(" ").append(heading);
      for (const std::string& name : names) out.append(&name == &names.front() ? " " : "; ").append(name);
      if (more != 0) out += fmt::format("; and {} more", more);
      out += ".";
    };
    add_names("By name:", label_.named, label_.more_named);
    add_names("Without a name:", label_.unnamed, label_.more_unnamed);
    if (label_.perhaps != 0) out += fmt::format(" Perhaps {} more.", counted(label_.perhaps, "source", "sources"));
    if (label_.unsourced != 0)
      out += fmt::format(" {} without a source.", counted(label_.unsourced, "claim", "claims"));
    return out.append(" ").append(label_.graded).append(" ").append(kLabelScope);
  }

  /// The words are one image; the link stands beside it, since nothing within an image can be followed.
  [[nodiscard]] std::string head(int height) const {
    return fmt::format(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
               "lang=\"en\">\n{2}\n",
               kImageWidth, height, kLabelStyle) +
           fmt::format(
               "<g class=\"hearsay\" role=\"img\">\n<title>{}</title>\n<desc>{}</desc>\n"
               "<rect x=\".5\" y=\".5\" width=\"{}\" height=\"{}\" rx=\"6\"/>\n",
               kLabelTitle, label_words(description()), kImageWidth - 1, height - 1);
  }

  const Label& label_;
  std::string body_;
  int bottom_ = kImagePadding - 4;
};

}  // namespace

std::string write_label_svg(const Report& report) {
  const Label label = make_label(report);
  return ImageOfLabel(label).write();
}

}  // namespace hearsay
