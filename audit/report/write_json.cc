// Entry: write_json. Built as an ordered tree and dumped once; U+2028 and U+2029 stay as they are, JSON allows them.
#include "report/write_json.h"

#include <nlohmann/json.hpp>

namespace hearsay {

namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& words) {
  return words.empty() ? Json(nullptr) : Json(words);
}

Json or_null(const std::optional<std::string>& words) {
  return words ? Json(*words) : Json(nullptr);
}

Json spans(const CodeSpans& from) {
  Json to = Json::array();
  for (const CodeSpan& span : from) to.push_back(Json::array({span.first, span.second}));
  return to;
}

template <typename Item, typename Make>
Json list(const std::vector<Item>& from, Make make) {
  Json to = Json::array();
  for (const Item& item : from) to.push_back(make(item));
  return to;
}

Json source(const ReportSource& from) {
  return {{"id", from.id},
          {"name", from.name},
          {"kind", from.kind},
          {"anonymous", from.anonymous},
          {"aliases", from.aliases},
          {"description", or_null(from.description)},
          {"affiliation", or_null(from.affiliation)},
          {"reliability", from.reliability},
          {"mentions", spans(from.mentions)},
          {"specificity", or_null(from.specificity)}};
}

Json hop(const ReportHop& from) {
  return {{"source", or_null(from.source)}, {"name", from.name}, {"medium", from.medium}};
}

Json attribution(const ReportAttribution& from) {
  return {{"id", from.id},
          {"rule", from.rule},
          {"type", from.type},
          {"source", or_null(from.source)},
          {"source_span", spans(from.source_span)},
          {"cue", spans(from.cue)},
          {"content", spans(from.content)},
          {"via", from.via},
          {"medium", from.medium},
          {"stance", from.stance},
          {"confidence", from.confidence},
          {"within", or_null(from.within)},
          {"links", from.links},
          {"rule_name", from.rule_name},
          {"recipient", or_null(from.recipient)},
          {"reason", or_null(from.reason)},
          {"chain", list(from.chain, hop)},
          {"traced", from.traced}};
}

Json claim(const ReportClaim& from) {
  return {{"id", from.id},         {"span", spans(from.span)},        {"attributions", from.attributions},
          {"status", from.status}, {"credibility", from.credibility}, {"kind", or_null(from.kind)}};
}

Json finding(const ReportFinding& from) {
  return {{"check", from.check},
          {"severity", from.severity},
          {"message", from.message},
          {"span", spans(from.span)},
          {"attributions", from.attributions},
          {"fingerprint", from.fingerprint},
          {"line", from.line != 0 ? Json(from.line) : Json(nullptr)},
          {"column", from.line != 0 ? Json(from.column) : Json(nullptr)},
          {"why", or_null(from.why)},
          {"page", or_null(from.page)},
          {"title", or_null(from.title)}};
}

Json measure(const ReportMeasure& from) {
  return {{"id", from.id},
          {"value", from.value},
          {"weight", from.weight},
          {"evidence", from.evidence},
          {"label", from.label}};
}

Json tree(const Report& report) {
  const Json article = {{"id", report.id},
                        {"path", report.path},
                        {"title", or_null(report.title)},
                        {"outlet", or_null(report.outlet)},
                        {"byline", or_null(report.byline)},
                        {"published", or_null(report.published)},
                        {"words", report.words},
                        {"sha256", report.sha256},
                        {"genre", or_null(report.genre)},
                        {"url", or_null(report.url)},
                        {"language", or_null(report.language)},
                        {"encoding", or_null(report.encoding)},
                        {"format", or_null(report.format)}};
  return {{"schema", "hearsay.scorecard/1"},
          {"article", article},
          {"text", report.text},
          {"sources", list(report.sources, source)},
          {"attributions", list(report.attributions, attribution)},
          {"claims", list(report.claims, claim)},
          {"findings", list(report.findings, finding)},
          {"score",
           {{"total", report.total},
            {"grade", report.grade},
            {"measures", list(report.measures, measure)},
            {"policy", or_null(report.policy)},
            {"policy_name", or_null(report.policy_name)}}},
          {"rules", list(report.rules,
                         [](const ReportPack& pack) {
                           return Json{{"pack", pack.pack}, {"version", pack.version}, {"sha256", pack.sha256}};
                         })},
          {"questions", report.questions},
          {"blocks", list(report.blocks, [](const ReportBlock& block) {
             return Json{{"kind", block.kind}, {"span", Json::array({block.span.first, block.span.second})}};
           })}};
}

}  // namespace

std::string write_json(const Report& report, JsonLayout layout) {
  const int indent = layout == JsonLayout::page ? 2 : -1;
  return tree(report).dump(indent, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace hearsay
