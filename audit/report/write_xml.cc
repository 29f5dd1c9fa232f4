// Entry: write_xml. A pugixml tree; spans and id lists are attributes of xs:list type ("24-61 70-82", "a1 a4"). What
// JSON gives as null is left out.
#include "report/write_xml.h"

#include <fmt/format.h>

#include <pugixml.hpp>

#include "base/fingerprint.h"
#include "report/genre.h"
#include "report/plain.h"
#include "report/xml_attributes.h"

namespace hearsay {

namespace {

using Node = pugi::xml_node;

void put(Node node, const char* name, const std::string& value) {
  node.append_attribute(name).set_value(xml_characters(value).c_str());
}

void put_given(Node node, const char* name, const std::string& value) {
  if (!value.empty()) put(node, name, value);
}

void put_number(Node node, const char* name, double value) {
  put(node, name, fmt::format("{}", value));
}

void put_spans(Node node, const char* name, const CodeSpans& spans) {
  std::string list;
  for (const CodeSpan& span : spans) {
    fmt::format_to(std::back_inserter(list), "{}{}-{}", list.empty() ? "" : " ", span.first, span.second);
  }
  put_given(node, name, list);
}

void put_ids(Node node, const char* name, const std::vector<std::string>& ids) {
  put_given(node, name, fmt::format("{}", fmt::join(ids, " ")));
}

void put_element(Node node, const char* name, const std::string& words) {
  if (!words.empty()) node.append_child(name).text().set(xml_characters(words).c_str());
}

void add_article(Node root, const Report& report) {
  Node article = root.append_child("article");
  put(article, "id", report.id);
  put(article, "path", report.path);
  put_count(article, "words", report.words);
  put(article, "sha256", report.sha256);
  put_given(article, "published", report.published);
  put_given(article, "genre", report.genre);
  if (!report.genre_source.empty()) {
    put(article, "genre-source", report.genre_source);
    put_given(article, "genre-detail", report.genre_detail);
    put_number(article, "genre-certainty", report.genre_certainty);
  }
  const GenreWords genre = genre_words(report.genre);
  put_given(article, "genre-label", genre.label);
  put_given(article, "genre-note", genre.note);
  put_given(article, "language", report.language);
  put_given(article, "language-how", report.language_how);
  put_given(article, "encoding", report.encoding);
  put_given(article, "format", report.format);
  put_element(article, "title", report.title);
  put_element(article, "outlet", report.outlet);
  put_element(article, "byline", report.byline);
  put_element(article, "url", report.url);
}

void add_judgement(Node source, const ReportJudgement& from) {
  Node judgement = source.append_child("judgement");
  put(judgement, "by", from.by);
  put_given(judgement, "licence", from.licence);
  put_given(judgement, "page", from.page);
  for (const ReportVerdict& one : from.verdicts) {
    Node verdict = judgement.append_child("verdict");
    put(verdict, "says", one.says);
    put_given(verdict, "scope", one.scope);
    put_given(verdict, "discussed", one.discussed);
  }
}

void add_sources(Node root, const Report& report) {
  Node sources = root.append_child("sources");
  for (const ReportSource& from : report.sources) {
    Node source = sources.append_child("source");
    put(source, "id", from.id);
    put(source, "kind", from.kind);
    put(source, "anonymous", from.anonymous ? "true" : "false");
    put_given(source, "specificity", from.specificity);
    put_given(source, "reliability", from.reliability);
    put_given(source, "reliability-by", from.reliability_by);
    put_spans(source, "mentions", from.mentions);
    put_given(source, "corrected", from.corrected);
    source.append_child("name").text().set(xml_characters(from.name).c_str());
    for (const std::string& alias : from.aliases) put_element(source, "alias", alias);
    put_element(source, "description", from.description.value_or(""));
    put_element(source, "affiliation", from.affiliation.value_or(""));
    if (from.judgement) add_judgement(source, *from.judgement);
  }
}

void add_attributions(Node root, const Report& report) {
  Node attributions = root.append_child("attributions");
  for (const ReportAttribution& from : report.attributions) {
    Node attribution = attributions.append_child("attribution");
    put(attribution, "id", from.id);
    put(attribution, "rule", from.rule);
    put(attribution, "type", from.type);
    put_given(attribution, "source", from.source);
    put_spans(attribution, "source-span", from.source_span);
    put_spans(attribution, "cue", from.cue);
    put_spans(attribution, "content", from.content);
    put_ids(attribution, "via", from.via);
    put_given(attribution, "medium", from.medium);
    put(attribution, "stance", from.stance);
    put(attribution, "statement", from.statement ? "true" : "false");
    put_number(attribution, "confidence", from.confidence);
    put_number(attribution, "source-confidence", from.source_confidence);
    put_given(attribution, "within", from.within);
    put(attribution, "traced", from.traced ? "true" : "false");
    put_given(attribution, "corrected", from.corrected);
    put_element(attribution, "rule-name", from.rule_name);
    put_element(attribution, "recipient", from.recipient);
    put_element(attribution, "reason", from.reason);
    for (const std::string& link : from.links) put_element(attribution, "link", link);
    if (from.chain.empty()) continue;
    Node chain = attribution.append_child("chain");
    for (const ReportHop& step : from.chain) {
      Node hop = chain.append_child("hop");
      put_given(hop, "source", step.source);
      put_given(hop, "medium", step.medium);
      put(hop, "name", step.name);
    }
  }
}

void add_claims(Node root, const Report& report) {
  Node claims = root.append_child("claims");
  for (const ReportClaim& from : report.claims) {
    Node claim = claims.append_child("claim");
    put(claim, "id", from.id);
    put_spans(claim, "span", from.span);
    put_ids(claim, "attributions", from.attributions);
    put(claim, "status", from.status);
    if (from.credibility != 0) claim.append_attribute("credibility").set_value(from.credibility);
    put_given(claim, "kind", from.kind);
    if (!report.notes.empty()) put_ids(claim, "documented", from.notes);
    if (!from.check) continue;
    Node check = claim.append_child("check");
    put(check, "status", from.check->status);
    put(check, "by", from.check->by);
    put(check, "at", from.check->at);
    put_element(check, "note", from.check->note);
    put_element(check, "evidence", from.check->evidence);
  }
}

void add_findings(Node root, const char* name, const std::vector<ReportFinding>& all) {
  Node findings = root.append_child(name);
  for (const ReportFinding& from : all) {
    Node finding = findings.append_child("finding");
    put(finding, "check", from.check);
    put_given(finding, "kind", from.kind);
    put(finding, "severity", from.severity);
    put_number(finding, "certainty", from.certainty);
    put_number(finding, "likelihood", from.likelihood);
    put_spans(finding, "span", from.span);
    put_ids(finding, "attributions", from.attributions);
    put(finding, "fingerprint", from.fingerprint);
    put_given(finding, "suppressed", from.suppressed);
    put_given(finding, "settled-by", from.settled_by);
    if (from.line != 0) {
      put_count(finding, "line", from.line);
      put_count(finding, "column", from.column);
    }
    if (from.paragraph != 0) {
      put_count(finding, "paragraph", from.paragraph);
      put(finding, "opening", from.opening);
    }
    finding.append_child("message").text().set(xml_characters(from.message).c_str());
    for (const ReportReason& reason : from.reasons) {
      Node said = finding.append_child("reason");
      put(said, "id", reason.id);
      said.text().set(xml_characters(reason.says).c_str());
    }
    put_element(finding, "why", from.why);
    put_element(finding, "page", from.page);
    put_element(finding, "title", from.title);
  }
}

void add_score(Node root, const Report& report) {
  Node score = root.append_child("score");
  if (report.total) {
    score.append_attribute("total").set_value(*report.total);
    if (report.margin != 0) score.append_attribute("margin").set_value(report.margin);
    put(score, "grade", report.grade);
  } else {
    put(score, "withheld", report.withheld_id);
    put_element(score, "why", report.withheld);
  }
  put_given(score, "policy", report.policy);
  put_given(score, "policy-name", report.policy_name);
  for (const ReportMeasure& from : report.measures) {
    Node measure = score.append_child("measure");
    put(measure, "id", from.id);
    if (from.value) put_number(measure, "value", *from.value);
    put_number(measure, "weight", from.weight);
    put_ids(measure, "evidence", from.evidence);
    put_element(measure, "label", from.label);
  }
}

void add_corrections(Node root, const Report& report) {
  if (report.corrections.empty()) return;
  Node corrections = root.append_child("corrections");
  for (const ReportCorrection& from : report.corrections) {
    const Correction& said = from.said;
    Node correction = corrections.append_child("correction");
    put(correction, "id", said.id);
    put(correction, "kind", std::string(correction_kind_name(said.kind)));
    put(correction, "target", fingerprint_text(said.target));
    put(correction, "value", said.value);
    put_given(correction, "source-kind", said.source_kind);
    put(correction, "by", said.by);
    put(correction, "at", said.at);
    put(correction, "state", from.state);
    put_given(correction, "of", from.of);
    put_element(correction, "words", said.words);
    put_element(correction, "reason", said.reason);
    put_element(correction, "evidence", said.evidence);
    put_element(correction, "why", from.why);
  }
}

void add_notes(Node root, const Report& report) {
  Node notes = root.append_child("notes");
  for (const ReportNote& from : report.notes) {
    Node note = notes.append_child("note");
    put(note, "id", from.id);
    put(note, "kind", from.kind);
    put_spans(note, "span", {from.span});
    put_given(note, "author", from.author);
    put_given(note, "date", from.date);
    put_given(note, "evidence", from.evidence);
    note.append_child("text").text().set(xml_characters(from.text).c_str());
    for (const std::string& link : from.links) put_element(note, "link", link);
  }
  Node remarks = root.append_child("remarks");
  for (const std::string& remark : report.remarks) put_element(remarks, "remark", remark);
}

void add_passage(Node verification, const ReportPassage& from) {
  Node passage = verification.append_child("passage");
  put(passage, "document", from.document);
  put(passage, "place", from.place);
  put_given(passage, "speaker", from.speaker);
  put_spans(passage, "found", {from.found});
  passage.append_child("text").text().set(xml_characters(from.text).c_str());
}

void add_verifications(Node root, const Report& report) {
  Node all = root.append_child("verifications");
  for (const ReportVerification& from : report.verifications) {
    Node one = all.append_child("verification");
    put(one, "class", from.result);
    put_given(one, "attribution", from.attribution);
    put_given(one, "severity", from.severity);
    put_spans(one, "span", from.span);
    put(one, "quoted", from.quoted ? "true" : "false");
    put_number(one, "shared", from.shared);
    for (const ReportPassage& passage : from.passages) add_passage(one, passage);
    for (const ReportDifference& from_difference : from.differences) {
      Node difference = one.append_child("difference");
      put(difference, "kind", from_difference.kind);
      put(difference, "is", from_difference.is);
      put(difference, "was", from_difference.was);
    }
  }
}

void add_rest(Node root, const Report& report) {
  Node rules = root.append_child("rules");
  for (const ReportPack& from : report.rules) {
    Node pack = rules.append_child("pack");
    put(pack, "name", from.pack);
    put(pack, "version", from.version);
    put(pack, "sha256", from.sha256);
  }
  Node questions = root.append_child("questions");
  for (const std::string& question : report.questions) put_element(questions, "question", question);
  Node blocks = root.append_child("blocks");
  for (const ReportBlock& from : report.blocks) {
    Node block = blocks.append_child("block");
    put(block, "kind", from.kind);
    put_spans(block, "span", {from.span});
  }
  if (!report.notes.empty() || !report.remarks.empty()) add_notes(root, report);
  if (!report.verifications.empty()) add_verifications(root, report);
  add_corrections(root, report);
}

class StringWriter : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override {
    // Every CR comes from the content: pugixml indents with LF alone.
    for (const char byte : std::string_view(static_cast<const char*>(data), size)) {
      if (byte == '\r') {
        out_ += "&#13;";
      } else {
        out_ += byte;
      }
    }
  }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace

std::string write_xml(const Report& report) {
  pugi::xml_document document;
  Node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version").set_value("1.0");
  declaration.append_attribute("encoding").set_value("UTF-8");
  Node root = document.append_child("scorecard");
  put(root, "schema", "hearsay.scorecard/1");
  add_article(root, report);
  root.append_child("text").text().set(xml_characters(report.text).c_str());
  add_sources(root, report);
  add_attributions(root, report);
  add_claims(root, report);
  add_findings(root, "findings", report.findings);
  add_findings(root, "perhaps", report.perhaps);
  add_score(root, report);
  add_rest(root, report);
  StringWriter writer;
  document.save(writer, "  ", pugi::format_indent, pugi::encoding_utf8);
  return writer.take();
}

}  // namespace hearsay
