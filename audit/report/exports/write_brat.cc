// Entry: write_brat. Spans are first cut at line breaks and trimmed, then numbered as they are written.
#include "report/exports/write_brat.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "report/text_index.h"

namespace hearsay {

namespace {

class BratWriter {
 public:
  BratWriter(const Report& report, const BratOptions& options)
      : report_(report), options_(options), index_(report.text) {}

  std::string write() {
    for (const ReportAttribution& attribution : report_.attributions) {
      if (!options_.flat || attribution.within.empty()) add(attribution);
    }
    return std::move(out_);
  }

 private:
  void add(const ReportAttribution& attribution) {
    const CodeSpans source = pieces(attribution.source_span);
    const CodeSpans cue = pieces(attribution.cue);
    const CodeSpans content = pieces(attribution.content);
    const CodeSpans& trigger = !cue.empty() ? cue : !content.empty() ? content : source;
    if (trigger.empty()) return;
    const std::string_view type = source.empty() ? "Attribution-no-source" : "Attribution";
    std::string roles;
    const auto role = [&](std::string_view name, const CodeSpans& spans) {
      if (spans.empty()) return;
      const std::uint32_t id = add_text_bound(name, spans);
      fmt::format_to(std::back_inserter(roles), " {}:T{}", name, id);
    };
    role("Source", source);
    role("Cue", cue);
    role("Content", content);
    const std::uint32_t id = add_text_bound(type, trigger);
    fmt::format_to(std::back_inserter(out_), "E{}\t{}:T{}{}\n", ++events_, type, id, roles);
  }

  std::uint32_t add_text_bound(std::string_view type, const CodeSpans& spans) {
    fmt::format_to(std::back_inserter(out_), "T{}\t{} ", ++text_bounds_, type);
    for (std::size_t i = 0; i < spans.size(); ++i) {
      fmt::format_to(std::back_inserter(out_), "{}{} {}", i == 0 ? "" : ";", spans[i].first, spans[i].second);
    }
    out_ += '\t';
    for (std::size_t i = 0; i < spans.size(); ++i) {
      if (i != 0) out_ += ' ';
      add_words(index_.slice(spans[i]));
    }
    out_ += '\n';
    return text_bounds_;
  }

  /// A control is a space, as a line break is: nothing of an article reaches a terminal but letters.
  void add_words(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      const CodePoint one = decode(words, at);
      if (one.value < 0x20U || (one.value >= 0x7FU && one.value < 0xA0U)) {
        out_ += ' ';
      } else {
        out_.append(words, at, one.length);
      }
      at += one.length;
    }
  }

  /// The spans cut at line breaks, white space at the cuts and ends left out.
  [[nodiscard]] CodeSpans pieces(const CodeSpans& spans) const {
    CodeSpans out;
    for (const CodeSpan& span : spans) {
      const std::string_view words = index_.slice(span);
      std::uint32_t at = span.first;  // code point of words[i]
      std::uint32_t begin = at;
      std::uint32_t end = at;  // one past the last character that is no white space
      const auto close = [&] {
        if (begin < end) out.emplace_back(begin, end);
      };
      for (std::size_t i = 0; i < words.size();) {
        std::size_t size = 1;
        while (i + size < words.size() && (static_cast<unsigned char>(words[i + size]) & 0xC0U) == 0x80U) ++size;
        const std::string_view character = words.substr(i, size);
        const bool line_break = character == "\n" || character == "\r";
        const bool space = line_break || character == " " || character == "\t";
        if (line_break) close();
        if (space && (line_break || begin == end)) {
          begin = end = at + 1;
        } else if (!space) {
          end = at + 1;
        }
        ++at;
        i += size;
      }
      close();
    }
    return out;
  }

  const Report& report_;
  const BratOptions& options_;
  TextIndex index_;
  std::string out_;
  std::uint32_t text_bounds_ = 0;
  std::uint32_t events_ = 0;
};

}  // namespace

std::string write_brat(const Report& report, const BratOptions& options) {
  return BratWriter(report, options).write();
}

}  // namespace hearsay
