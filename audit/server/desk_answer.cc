// Entry: desk_answer.
#include "server/desk_answer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "corrections/correction_json.h"
#include "report/html/write_html.h"
#include "report/index.h"
#include "report/plain.h"
#include "report/text_index.h"
#include "report/write_targets.h"

namespace hearsay {
namespace {

using Json = nlohmann::ordered_json;

/// Blocks that are the article's own: what is typed on.
constexpr std::array<std::string_view, 12> kTypedBlocks = {"headline",   "heading",    "standfirst", "paragraph",
                                                           "list-item",  "blockquote", "byline",     "dateline",
                                                           "pull-quote", "post",       "post-by",    "caption"};

std::string_view type_words(std::string_view type) {
  return type == "direct" ? "quoted" : type == "mixed" ? "partly quoted" : "paraphrased";
}

Json mark_of(const Passage& passage, const ReportIndex& index) {
  const ReportAttribution* attribution = passage.attribution;
  const CodeSpans& said = attribution == nullptr         ? passage.claim->span
                          : attribution->content.empty() ? attribution->cue
                                                         : attribution->content;
  const std::uint32_t at = said.empty() ? 0 : said.front().first;
  Json mark = {{"id", passage.id},
               {"label", passage.label()},
               {"tone", tone_class(passage.tone)},
               {"unsure", passage.perhaps()},
               {"at", at},
               {"begin", at}};
  if (attribution == nullptr) {
    mark.update({{"content", passage.claim->span},
                 {"cue", Json::array()},
                 {"source", Json::array()},
                 {"claim", passage.claim->id},
                 {"who", "nobody named"},
                 {"who_name", ""},
                 {"how", "a claim without a source"}});
    return mark;
  }
  const ReportSource* source = index.source(attribution->source);
  const ReportClaim* claim = index.claim_of(*attribution);
  const std::string who = source == nullptr ? "nobody named" : one_line(source->name);
  mark.update({{"content", attribution->content},
               {"cue", attribution->cue},
               {"source", attribution->source_span},
               {"claim", claim == nullptr ? std::string() : claim->id},
               {"who", who},
               {"who_name", source == nullptr ? "" : source->name},
               {"how", (source == nullptr ? std::string() : spoken(source->kind) + ", ") +
                           std::string(type_words(attribution->type))}});
  return mark;
}

Json flag_of(const ReportFinding& finding, std::size_t number) {
  return {{"id", "f" + std::to_string(number)},
          {"severity", finding.severity},
          {"at", finding.span.empty() ? 0 : finding.span.front().first},
          {"span", finding.span},
          {"message", one_line(finding.message)}};
}

/// As it was given, with what became of it.
Json correction_of_page(const ReportCorrection& correction) {
  Json json = Json::parse(write_correction(correction.said), nullptr, false);
  json["state"] = correction.state;
  json["why"] = correction.why;
  json["of"] = correction.of;
  return json;
}

}  // namespace

nlohmann::ordered_json desk_answer(const Report& report, const std::vector<std::string>& remarks) {
  const ReportIndex index(report);
  HtmlParts parts = write_html_parts(report);
  const std::string score = report.total ? report.grade + " " + std::to_string(*report.total) : "No grade";
  Json answer = {{"title", score + " · " + one_line(report.title.empty() ? report.id : report.title)},
                 {"state", parts.state},
                 {"panel", std::move(parts.panel)},
                 {"story", std::move(parts.story)},
                 {"marks", Json::array()},
                 {"flags", Json::array()},
                 {"perhaps", Json::array()},
                 {"sources", Json::array()},
                 {"targets", Json::parse(write_targets(report), nullptr, false)},
                 {"corrections", Json::array()},
                 {"remarks", remarks}};
  for (const Passage& passage : index.passages()) answer["marks"].push_back(mark_of(passage, index));
  for (std::size_t i = 0; i < report.findings.size(); ++i) {
    const ReportFinding& finding = report.findings[i];
    if (!finding.span.empty()) answer["flags"].push_back(flag_of(finding, index.finding_number(i)));
  }
  for (const ReportFinding& finding : report.perhaps) answer["perhaps"].push_back(finding.span);
  for (const ReportCorrection& one : report.corrections) answer["corrections"].push_back(correction_of_page(one));
  for (const ReportSource& source : report.sources) {
    answer["sources"].push_back(
        {{"id", source.id}, {"name", source.name}, {"kind", source.kind}, {"anonymous", source.anonymous}});
  }
  return answer;
}

std::string typed_text(const Report& report) {
  const TextIndex text(report.text);
  std::string typed;
  const auto add = [&](std::string_view words) {
    if (words.empty()) return;
    if (!typed.empty()) typed += "\n\n";
    typed += words;
  };
  const bool headed = std::any_of(report.blocks.begin(), report.blocks.end(),
                                  [](const ReportBlock& block) { return block.kind == "headline"; });
  if (!headed && report.title != report.id) add(one_line(report.title));
  for (const ReportBlock& block : report.blocks) {
    const bool wanted = std::find(kTypedBlocks.begin(), kTypedBlocks.end(), block.kind) != kTypedBlocks.end();
    if (wanted) add(one_line(text.slice(block.span)));
  }
  if (report.blocks.empty()) add(report.text);
  return typed;
}

Response desk_json(const nlohmann::ordered_json& json, int status) {
  return {.status = status,
          .type = "application/json",
          .body = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n",
          .headers = {},
          .write = {}};
}

}  // namespace hearsay
