#include "report/exports/write_annotations.h"

#include <algorithm>

#include "report/exports/linked_data.h"
#include "report/index.h"
#include "report/json_writer.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kContext = 32;  // code points before and behind the words, as Hypothesis keeps

class AnnotationWriter {
 public:
  explicit AnnotationWriter(const Report& report) : report_(report), text_(report.text), index_(report), json_(1) {}

  std::string write() {
    json_.open_object();
    json_.key("@context").value("http://www.w3.org/ns/anno.jsonld");
    json_.key("id").value(thing_urn(report_, "annotations"));
    json_.key("type").value("AnnotationPage");
    json_.key("items").open_array();
    for (const ReportAttribution& attribution : report_.attributions) {
      if (attribution.statement) add(attribution);
    }
    for (std::size_t i = 0; i < report_.findings.size(); ++i) add(report_.findings[i], index_.finding_number(i));
    json_.close();
    json_.close();
    return json_.take();
  }

 private:
  void begin(const std::string& thing, const char* motivation) {
    json_.open_object();
    json_.key("id").value(thing_urn(report_, thing));
    json_.key("type").value("Annotation");
    json_.key("motivation").value(motivation);
  }

  void put_body(const std::string& words, const char* purpose) {
    json_.open_object();
    json_.key("type").value("TextualBody");
    json_.key("value").value(one_line(words));
    json_.key("format").value("text/plain");
    json_.key("purpose").value(purpose);
    json_.close();
  }

  // Of words that hang together in two or more places the target is all from the first to the last.
  void end(CodeSpan span) {
    json_.key("target");
    if (span.first >= span.second) {
      json_.value(article_uri(report_));
    } else {
      json_.open_object();
      json_.key("source").value(article_uri(report_));
      json_.key("selector").open_array();
      json_.open_object();
      json_.key("type").value("TextQuoteSelector");
      json_.key("exact").value(text_.slice(span));
      json_.key("prefix").value(text_.slice({span.first - std::min(span.first, kContext), span.first}));
      json_.key("suffix").value(text_.slice({span.second, std::min(text_.size(), span.second + kContext)}));
      json_.close();
      json_.open_object();
      json_.key("type").value("TextPositionSelector");
      json_.key("start").value(span.first);
      json_.key("end").value(span.second);
      json_.close();
      json_.close();
      json_.close();
    }
    json_.close();
  }

  void add(const ReportAttribution& attribution) {
    begin(attribution.id, "identifying");
    const ReportSource* source = index_.source(attribution.source);
    json_.key("body").open_array();
    std::string who = source == nullptr ? "no source is given" : source->name + " (" + spoken(source->kind) + ")";
    for (const ReportHop& hop : attribution.chain) {
      if (hop.source != attribution.source && !hop.name.empty()) who += ", via " + hop.name;
    }
    if (!attribution.medium.empty()) who += ", " + spoken(attribution.medium);
    put_body(who, "identifying");
    put_body(attribution.type, "tagging");
    if (source != nullptr && source->anonymous) put_body("anonymous", "tagging");
    json_.close();
    end(whole_span(attribution.content));
  }

  void add(const ReportFinding& finding, std::uint32_t number) {
    begin("f" + std::to_string(number), "assessing");
    json_.key("body").open_array();
    put_body(finding.message + (finding.why.empty() ? "" : ". " + finding.why), "commenting");
    put_body(finding.check, "tagging");
    put_body(finding.suppressed.empty() ? finding.severity : "suppressed: " + finding.suppressed, "tagging");
    json_.close();
    end(whole_span(finding.span));
  }

  const Report& report_;
  TextIndex text_;
  ReportIndex index_;
  JsonWriter json_;
};

}  // namespace

std::string write_annotations(const Report& report) {
  return AnnotationWriter(report).write();
}

}  // namespace hearsay
