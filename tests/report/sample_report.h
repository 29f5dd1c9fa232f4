// A report made by hand of an invented article that holds what is hard to show: nested and split content, relays, an
// anonymous group, right-to-left words, emoji, and an attacker's markup.
#pragma once

#include <string>
#include <string_view>

#include "report/report.h"
#include "report/text_index.h"

namespace hearsay::testing {

/// Spans of words in a report's text.
class Finder {
 public:
  explicit Finder(const std::string& text) : text_(text), index_(text) {}

  /// The first place of the words at or after the first place of `after`; aborts where they are missing.
  [[nodiscard]] CodeSpan operator()(std::string_view words, std::string_view after = "") const {
    const std::size_t from = text_.find(after);
    const std::size_t at = text_.find(words, from);
    if (from == std::string::npos || at == std::string::npos) throw std::string(words);
    return {index_.code_point(static_cast<std::uint32_t>(at)),
            index_.code_point(static_cast<std::uint32_t>(at + words.size()))};
  }

 private:
  const std::string& text_;
  TextIndex index_;
};

inline constexpr std::string_view kHostile = "<script>alert(\"x\")</script>";

inline ReportSource source(std::string id, std::string name, std::string kind) {
  ReportSource made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.kind = std::move(kind);
  return made;
}

inline void add_blocks(Report& report, const Finder& find) {
  const auto block = [&](std::string_view first, std::string_view last, std::string kind) {
    report.blocks.push_back({{find(first).first, find(last, first).second}, std::move(kind)});
  };
  block("Pump failure", "officials say", "headline");
  block("By Lena Orsk", "By Lena Orsk", "byline");
  block("“We heard", "until six.”", "paragraph");
  block("Two port", "their jobs.", "paragraph");
  block("Emil Tarn", "Radio Sella.", "paragraph");
  block("What it cost", "What it cost", "heading");
  block("The flood cost", "left open.", "paragraph");
  block("The drivers’ union", "tomorrow”.", "list-item");
  block("A visitor", "</style>”.", "paragraph");
  block("The flooded quay", "Ida Holm", "caption");
  block("Read more:", "never stops", "read-more");
}

inline void add_sources(Report& report, const Finder& find) {
  ReportSource ruiz = source("s1", "Ana Ruiz", "named-person");
  ruiz.aliases = {"the mayor"};
  ruiz.description = "the mayor of Lower Sella";
  ruiz.affiliation = "Lower Sella";
  ruiz.mentions = {find("Ana Ruiz")};
  ReportSource officials = source("s2", "two port officials", "unnamed-group");
  officials.anonymous = true;
  officials.specificity = "reasoned";
  officials.mentions = {find("Two port officials"), find("They")};
  ReportSource courier = source("s3", "Fenwick Courier", "media");
  courier.reliability = "B";
  courier.reliability_by = "Harbour desk, April 2026";
  ReportSource tarn = source("s4", "Emil Tarn", "named-person");
  tarn.description = "harbour engineer";
  ReportSource ministry = source("s5", "Harbour Ministry", "named-organisation");
  ministry.affiliation = "Sella";
  ReportSource inspector = source("s6", "the inspector", "unnamed-person");
  inspector.anonymous = true;
  inspector.specificity = "bare";
  ReportSource drivers = source("s7", "drivers’ union", "named-organisation");
  ReportSource visitor = source("s8", std::string(kHostile), "named-person");
  visitor.aliases = {"<b>bold</b>", "\" onmouseover=\"alert(1)"};
  visitor.description = "a \"visitor\" & 'guest'";
  ReportSource radio = source("s9", "Radio Sella", "media");
  report.sources = {ruiz, officials, courier, tarn, ministry, inspector, drivers, visitor, radio};
}

inline ReportAttribution attribution(std::string id, std::string rule, std::string rule_name, std::string type,
                                     std::string from) {
  ReportAttribution made;
  made.id = std::move(id);
  made.rule = std::move(rule);
  made.rule_name = std::move(rule_name);
  made.type = std::move(type);
  made.source = std::move(from);
  return made;
}

inline void add_attributions(Report& report, const Finder& find) {
  ReportAttribution a1 = attribution("a1", "say.basic", "X said", "direct", "s1");
  a1.source_span = {find("Ana Ruiz, the mayor of Lower Sella")};
  a1.cue = {find("said")};
  a1.content = {find("“We heard the alarm at four,”"), find("“Nobody came until six.”")};
  a1.confidence = 0.97;
  a1.chain = {{"s1", "Ana Ruiz", ""}};
  a1.traced = true;
  ReportAttribution a2 = attribution("a2", "tell.outlet", "X told Y", "indirect", "s2");
  a2.source_span = {find("Two port officials")};
  a2.cue = {find("told")};
  a2.content = {find("that the pumps had not been serviced since May")};
  a2.confidence = 0.9312;
  a2.medium = "interview";
  a2.recipient = "the Fenwick Courier";
  a2.reason = "because they feared for their jobs";
  a2.chain = {{"s2", "two port officials", "interview"}};
  ReportAttribution a3 = attribution("a3", "quote.as-saying", "quoted as saying", "mixed", "s4");
  a3.source_span = {find("Emil Tarn, a harbour engineer,")};
  a3.cue = {find("was quoted as saying")};
  a3.content = {find("that “the inspector said the valves were ‘safe’, and we believed him”")};
  a3.via = {"s9", "s5"};
  a3.medium = "statement";
  a3.confidence = 0.88;
  a3.links = {"https://sella.example/statement?a=1&b=2", "javascript:alert(1)"};
  a3.chain = {{"s9", "Radio Sella", "broadcast"}, {"s5", "Harbour Ministry", "statement"}, {"s4", "Emil Tarn", ""}};
  a3.traced = true;
  ReportAttribution a4 = attribution("a4", "evidence", "read from the evidence alone", "indirect", "s6");
  a4.source_span = {find("the inspector")};
  a4.cue = {find("said", "the inspector")};
  a4.content = {find("the valves were ‘safe’")};
  a4.confidence = 0.61;
  a4.within = "a3";
  a4.chain = {{"s9", "Radio Sella", "broadcast"},
              {"s5", "Harbour Ministry", "statement"},
              {"s4", "Emil Tarn", ""},
              {"s6", "the inspector", ""}};
  ReportAttribution a5 = attribution("a5", "hedge.reportedly", "reportedly", "indirect", "");
  a5.cue = {find("reportedly")};
  a5.content = {find("The sluice was"), find("left open")};
  a5.stance = "doubt";
  a5.confidence = 0.74;
  a5.chain = {{"", "not stated", ""}};
  ReportAttribution a6 = attribution("a6", "media.wrote-on", "wrote on a platform", "direct", "s7");
  a6.source_span = {find("The drivers’ union")};
  a6.cue = {find("wrote")};
  a6.content = {find("“נעצור מחר 🚚👷🏽‍♀️ — we stop tomorrow”")};
  a6.medium = "social-media";
  a6.confidence = 0.9;
  a6.chain = {{"s7", "drivers’ union", "social-media"}};
  a6.traced = true;
  ReportAttribution a7 = attribution("a7", "say.basic", "X said", "mixed", "s8");
  a7.source_span = {find(kHostile)};
  a7.cue = {find("said", kHostile)};
  a7.content = {find("that “]]> & {{style}} <img src=x onerror=alert(1)> </style>”")};
  a7.confidence = 0.8;
  a7.chain = {{"s8", std::string(kHostile), ""}};
  a7.traced = true;
  report.attributions = {a1, a2, a3, a4, a5, a6, a7};
}

inline void add_judgement(Report& report, const Finder& find) {
  const auto claim = [&](std::string id, CodeSpans span, std::vector<std::string> by, std::string status,
                         std::string kind) {
    ReportClaim made;
    made.id = std::move(id);
    made.span = std::move(span);
    made.attributions = std::move(by);
    made.status = std::move(status);
    made.kind = std::move(kind);
    report.claims.push_back(std::move(made));
  };
  claim("c1", {find("that the pumps had not been serviced since May")}, {"a2"}, "anonymous", "accusation");
  claim("c2", {find("The flood cost 12 million crowns, the worst in forty years")}, {}, "unattributed", "figure");
  claim("c3", {find("“We heard the alarm at four,”")}, {"a1"}, "named", "event");
  report.claims[2].credibility = 3;
  ReportFinding bare;
  bare.check = "anon-bare";
  bare.severity = "error";
  bare.message = "“the inspector” tells the reader only that there is somebody";
  bare.span = {find("the inspector")};
  bare.attributions = {"a4"};
  bare.fingerprint = "00c0ffee00c0ffee";
  bare.title = "Bare anonymous source";
  bare.why = "A reader can weigh a source only by what is said of it.";
  bare.page = "handbook.example/sources; handbook.example/names";
  bare.line = 5;
  bare.column = 79;
  ReportFinding without = bare;
  without.check = "claim-without-source";
  without.severity = "warning";
  without.message = "A figure stands here that nobody is given for";
  without.span = {find("The flood cost 12 million crowns, the worst in forty years")};
  without.attributions = {};
  without.title = "Claim without a source";
  without.fingerprint = "1badb0021badb002";
  without.why = "Figures are wrong more often than words.";
  without.page = "";
  without.line = 9;
  without.column = 1;
  ReportFinding single = without;
  single.check = "single-source-article";
  single.severity = "note";
  single.message = "Half of all claims rest on one source";
  single.span = {};
  single.attributions = {"a1", "a2"};
  single.title = "";
  single.fingerprint = "2222222222222222";
  single.why = "";
  single.line = single.column = 0;
  report.findings = {bare, without, single};
  report.total = 64;
  report.grade = "C";
  report.policy = "default";
  report.policy_name = "House default";
  report.measures = {{"named-share", "Claims from named sources", 0.7143, 0.4, {"a2", "a4"}},
                     {"attributed-share", "Claims that are attributed", 0.5, 0.35, {"a5", "c2"}},
                     {"traced-share", "Chains traced to a named origin", 1, 0.25, {}}};
  report.rules = {{"en", "1", "feedfacefeedfacefeedfacefeedfacefeedfacefeedfacefeedfacefeedface"}};
  report.questions = {"Does an editor know who the two port officials are?", "Could any of it be had on record?"};
}

inline Report sample_report() {
  Report report;
  report.id = "pump-failure";
  report.path = "fixtures/pump-failure.txt";
  report.title = "Pump failure flooded Lower Sella, port officials say";
  report.outlet = "Fenwick Courier";
  report.byline = "Lena Orsk";
  report.published = "2024-03-05";
  report.language = "en";
  report.encoding = "utf-8";
  report.format = "text";
  report.words = 121;
  report.sha256 = "beefbeefbeefbeefbeefbeefbeefbeefbeefbeefbeefbeefbeefbeefbeefbeef";
  report.text =
      "Pump failure flooded Lower Sella, port officials say\n"
      "By Lena Orsk\n"
      "“We heard the alarm at four,” said Ana Ruiz, the mayor of Lower Sella. “Nobody came until six.”\n"
      "Two port officials told the Fenwick Courier that the pumps had not been serviced since May. They asked not to "
      "be "
      "named because they feared for their jobs.\n"
      "Emil Tarn, a harbour engineer, was quoted as saying by the Harbour Ministry that “the inspector said the valves "
      "were ‘safe’, and we believed him”, according to a statement read on Radio Sella.\n"
      "\n"
      "What it cost\n"
      "\n"
      "The flood cost 12 million crowns, the worst in forty years. The sluice was reportedly left open.\n"
      "The drivers’ union wrote on Chirp: “נעצור מחר 🚚👷🏽‍♀️ — we stop tomorrow”.\n"
      "A visitor calling himself <script>alert(\"x\")</script> said on the site that “]]> & {{style}} <img src=x "
      "onerror=alert(1)> </style>”.\n"
      "The flooded quay on Tuesday. Photo: Ida Holm\n"
      "Read more: The tide that never stops\n";
  const Finder find(report.text);
  add_blocks(report, find);
  add_sources(report, find);
  add_attributions(report, find);
  add_judgement(report, find);
  return report;
}

}  // namespace hearsay::testing
