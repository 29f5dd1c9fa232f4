// Entry: write_targets. Words are cut where a character begins and hold nothing that a correction may not hold.
#include "report/write_targets.h"

#include <algorithm>

#include "base/fingerprint.h"
#include "corrections/correction.h"
#include "report/json_writer.h"
#include "report/plain.h"
#include "report/worst_first.h"

namespace hearsay {
namespace {

std::string fitting(std::string_view words) {
  std::string out = xml_characters(one_line(words));
  if (out.size() <= kMostCorrectionWords) return out;
  std::size_t end = kMostCorrectionWords - std::string_view("…").size();
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0U) == 0x80U) --end;
  return out.substr(0, end) + "…";
}

class Writer {
 public:
  explicit Writer(const Report& report) : report_(report), words_(report) {}

  std::string write() {
    json_.open_object();
    put_things("attributions", report_.attributions);
    put_things("sources", report_.sources);
    put_things("claims", report_.claims);
    json_.key("findings").open_array();
    for (const auto* findings : {&report_.findings, &report_.perhaps}) {
      for (const std::uint32_t i : worst_first(*findings)) {
        const ReportFinding& finding = (*findings)[i];
        json_.open_object();
        json_.key("check").value(finding.check);
        put(finding.fingerprint, words_.of(finding));
      }
    }
    json_.close();
    json_.key("struck").open_array();
    for (const ReportStruck& struck : report_.struck) {
      json_.open_object();
      json_.key("correction").value(struck.correction);
      put(fingerprint_text(struck.fingerprint), words_.of(struck));
    }
    json_.close();
    json_.close();
    return json_.take();
  }

 private:
  void put(const std::string& fingerprint, const std::string& words) {
    json_.key("fingerprint").value(fingerprint);
    json_.key("words").value(words);
    json_.close();
  }

  template <class Item>
  void put_things(std::string_view name, const std::vector<Item>& items) {
    json_.key(name).open_object();
    for (const Item& item : items) {
      json_.key(item.id).open_object();
      put(fingerprint_text(item.fingerprint), words_.of(item));
    }
    json_.close();
  }

  const Report& report_;
  TargetWords words_;
  JsonWriter json_{2};
};

}  // namespace

TargetWords::TargetWords(const Report& report) : index_(report.text) {}

std::string TargetWords::words(const CodeSpans& spans) const {
  std::string out;
  for (const CodeSpan& span : spans) {
    if (out.size() > 4 * kMostCorrectionWords) break;
    if (!out.empty()) out += " … ";
    out += index_.slice(
        {span.first, std::min(span.second, span.first + static_cast<std::uint32_t>(kMostCorrectionWords))});
  }
  return out;
}

std::string TargetWords::said(const CodeSpans& cue, const CodeSpans& content) const {
  const std::string verb = words(cue), what = words(content);
  return fitting(verb.empty() || what.empty() ? verb + what : verb + ": " + what);
}

std::string TargetWords::of(const ReportAttribution& attribution) const {
  return said(attribution.cue, attribution.content);
}
std::string TargetWords::of(const ReportStruck& struck) const {
  return said(struck.cue, struck.content);
}
std::string TargetWords::of(const ReportSource& source) const {
  return fitting(source.name);
}
std::string TargetWords::of(const ReportClaim& claim) const {
  return fitting(words(claim.span));
}
std::string TargetWords::of(const ReportFinding& finding) const {
  return fitting(finding.message);
}

std::string write_targets(const Report& report) {
  return Writer(report).write();
}

}  // namespace hearsay
