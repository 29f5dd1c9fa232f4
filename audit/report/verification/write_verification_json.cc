#include <algorithm>
#include <string_view>

#include "report/text_index.h"
#include "report/verification/write_verification.h"

namespace hearsay {
namespace {

void put_or_null(JsonWriter& json, std::string_view key, const std::string& words) {
  json.key(key).value_or_null(words);
}

void put_span(JsonWriter& json, CodeSpan span) {
  json.open_short_array();
  json.value(span.first);
  json.value(span.second);
  json.close();
}

void put_passage(JsonWriter& json, const ReportPassage& passage) {
  const TextIndex index(passage.text);
  put_or_null(json, "document", passage.document);
  put_or_null(json, "passage", std::string(index.slice(passage.found)));
  put_or_null(json, "place", passage.place);
  put_or_null(json, "speaker", passage.speaker);
  put_or_null(json, "before", std::string(index.slice({0, passage.found.first})));
  put_or_null(json, "after", std::string(index.slice({passage.found.second, index.size()})));
}

}  // namespace

std::size_t count_severity(const VerificationReport& report, const std::string& severity) {
  return static_cast<std::size_t>(std::count_if(
      report.all.begin(), report.all.end(), [&](const ReportVerification& one) { return one.severity == severity; }));
}

void put_verification(JsonWriter& json, const ReportVerification& one) {
  json.open_object();
  put_or_null(json, "attribution", one.attribution);
  json.key("span").open_short_array();
  for (const CodeSpan& span : one.span) put_span(json, span);
  json.close();
  json.key("text").value(one.text);
  json.key("class").value(one.result);
  put_passage(json, one.passages.empty() ? ReportPassage{} : one.passages.front());
  json.key("differences").open_array();
  for (const ReportDifference& difference : one.differences) {
    json.open_object();
    json.key("is").value(difference.is);
    json.key("was").value(difference.was);
    json.key("kind").value(difference.kind);
    json.key("is_span");
    put_span(json, difference.is_span);
    json.close();
  }
  json.close();
  put_or_null(json, "severity", one.severity);
  json.key("says").value(one.says);
  json.key("shared").value(one.shared);
  json.key("parts").open_array();
  for (std::size_t i = 1; i < one.passages.size(); ++i) {
    json.open_object();
    put_passage(json, one.passages[i]);
    json.close();
  }
  json.close();
  json.close();
}

std::string write_verification_json(const VerificationReport& report) {
  JsonWriter json(2);
  json.open_object();
  for (const bool quoted : {true, false}) {
    json.key(quoted ? "quotations" : "paraphrases").open_array();
    for (const ReportVerification& one : report.all) {
      if (one.quoted == quoted) put_verification(json, one);
    }
    json.close();
  }
  json.key("article").value(report.article);
  json.key("policy").value(report.policy);
  json.key("originals").value(static_cast<long long>(report.originals));
  json.key("without_text").open_short_array();
  for (const std::string& path : report.missing) json.value(path);
  json.close();
  json.close();
  return json.take();
}

}  // namespace hearsay
