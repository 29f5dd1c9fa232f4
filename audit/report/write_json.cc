// Entry: write_json. Object by object in the order of the schema; U+2028 and U+2029 stay as they are, JSON allows
// them.
#include "report/write_json.h"

#include <fmt/format.h>

#include "base/fingerprint.h"
#include "report/genre.h"
#include "report/json_writer.h"
#include "report/verification/write_verification.h"

namespace hearsay {

namespace {

// Room for a scorecard, measured on news as JSON Lines; more is taken where it needs more.
constexpr std::size_t kRoomPerArticle = 4096;
constexpr std::size_t kRoomPerByte = 6;

class Card {
 public:
  Card(const Report& report, JsonLayout layout) : report_(report), json_(layout == JsonLayout::page ? 2 : 0) {}

  std::string write() {
    json_.expect(kRoomPerArticle + kRoomPerByte * report_.text.size());
    json_.open_object();
    put("schema", "hearsay.scorecard/1");
    put_article();
    put("text", report_.text);
    put_all("sources", report_.sources);
    put_all("attributions", report_.attributions);
    put_all("claims", report_.claims);
    put_all("findings", report_.findings);
    put_score();
    put_all("rules", report_.rules);
    put_words("questions", report_.questions);
    put_all("blocks", report_.blocks);
    put_all("perhaps", report_.perhaps);
    if (!report_.notes.empty()) put_all("notes", report_.notes);
    if (!report_.remarks.empty()) put_words("remarks", report_.remarks);
    if (!report_.corrections.empty()) put_all("corrections", report_.corrections);
    if (!report_.verifications.empty()) put_verifications();
    json_.close();
    return json_.take();
  }

 private:
  template <typename Value>
  void put(std::string_view key, const Value& value) {
    json_.key(key).value(value);
  }

  void put_given(std::string_view key, const std::string& words) {
    if (!words.empty()) put(key, words);
  }

  void put_or_null(std::string_view key, const std::string& words) { json_.key(key).value_or_null(words); }

  template <typename Number>
  void put_or_null(std::string_view key, const std::optional<Number>& number) {
    if (number) {
      put(key, *number);
    } else {
      json_.key(key).null();
    }
  }

  void put_words(std::string_view key, const std::vector<std::string>& list) {
    json_.key(key).open_short_array();
    for (const std::string& words : list) json_.value(words);
    json_.close();
  }

  void put_span(const CodeSpan& span) {
    json_.open_short_array();
    json_.value(span.first);
    json_.value(span.second);
    json_.close();
  }

  void put_spans(std::string_view key, const CodeSpans& spans) {
    json_.key(key).open_short_array();
    for (const CodeSpan& span : spans) put_span(span);
    json_.close();
  }

  template <typename Item>
  void put_all(std::string_view key, const std::vector<Item>& items) {
    json_.key(key).open_array();
    for (const Item& item : items) {
      json_.open_object();
      put_fields(item);
      json_.close();
    }
    json_.close();
  }

  void put_verifications() {
    json_.key("verifications").open_array();
    for (const ReportVerification& one : report_.verifications) put_verification(json_, one);
    json_.close();
  }

  void put_article() {
    json_.key("article").open_object();
    put("id", report_.id);
    put("path", report_.path);
    put_or_null("title", report_.title);
    put_or_null("outlet", report_.outlet);
    put_or_null("byline", report_.byline);
    put_or_null("published", report_.published);
    put("words", report_.words);
    put("sha256", report_.sha256);
    put_or_null("genre", report_.genre);
    if (!report_.genre_source.empty()) {
      put("genre_source", report_.genre_source);
      put("genre_how", report_.genre_how);
      put_or_null("genre_detail", report_.genre_detail);
      put("genre_certainty", report_.genre_certainty);
    }
    if (const GenreWords genre = genre_words(report_.genre); !genre.label.empty()) {
      put("genre_label", genre.label);
      put_or_null("genre_note", genre.note);
    }
    put_or_null("url", report_.url);
    put_or_null("language", report_.language);
    if (!report_.language_how.empty()) put("language_how", report_.language_how);
    put_or_null("encoding", report_.encoding);
    put_or_null("format", report_.format);
    json_.close();
  }

  void put_judgement(const ReportJudgement& judgement) {
    json_.key("judgement").open_object();
    put("by", judgement.by);
    put_or_null("licence", judgement.licence);
    put_or_null("page", judgement.page);
    put_all("verdicts", judgement.verdicts);
    json_.close();
  }

  void put_fields(const ReportVerdict& verdict) {
    put("says", verdict.says);
    put_or_null("scope", verdict.scope);
    put_or_null("discussed", verdict.discussed);
  }

  void put_fields(const ReportSource& source) {
    put("id", source.id);
    put("name", source.name);
    put("kind", source.kind);
    put("anonymous", source.anonymous);
    put_words("aliases", source.aliases);
    put_or_null("description", source.description.value_or(""));
    put_or_null("affiliation", source.affiliation.value_or(""));
    put_or_null("reliability", source.reliability);
    put_spans("mentions", source.mentions);
    put_or_null("specificity", source.specificity);
    put_or_null("reliability_by", source.reliability_by);
    if (source.judgement) put_judgement(*source.judgement);
    put_given("corrected", source.corrected);
  }

  void put_fields(const ReportAttribution& attribution) {
    put("id", attribution.id);
    put("rule", attribution.rule);
    put("type", attribution.type);
    put_or_null("source", attribution.source);
    put_spans("source_span", attribution.source_span);
    put_spans("cue", attribution.cue);
    put_spans("content", attribution.content);
    put_words("via", attribution.via);
    put("medium", attribution.medium);
    put("stance", attribution.stance);
    put("statement", attribution.statement);
    put("confidence", attribution.confidence);
    put("source_confidence", attribution.source_confidence);
    put_or_null("within", attribution.within);
    put_words("links", attribution.links);
    put_or_null("rule_name", attribution.rule_name);
    put_or_null("recipient", attribution.recipient);
    put_or_null("reason", attribution.reason);
    put_all("chain", attribution.chain);
    put("traced", attribution.traced);
    if (!attribution.signature.empty()) put_signature(attribution.signature);
    put_given("corrected", attribution.corrected);
  }

  // As hexadecimal words: a JSON number holds 53 bits.
  void put_signature(const std::vector<std::uint64_t>& keys) {
    json_.key("signature").open_short_array();
    for (const std::uint64_t key : keys) json_.value(fmt::format("{:016x}", key));
    json_.close();
  }

  void put_fields(const ReportHop& hop) {
    put_or_null("source", hop.source);
    put("name", hop.name);
    put("medium", hop.medium);
  }

  void put_fields(const ReportClaim& claim) {
    put("id", claim.id);
    put_spans("span", claim.span);
    put_words("attributions", claim.attributions);
    put("status", claim.status);
    if (claim.credibility == 0) {
      json_.key("credibility").null();
    } else {
      put("credibility", claim.credibility);
    }
    put_or_null("kind", claim.kind);
    if (!report_.notes.empty()) put_words("documented", claim.notes);
    if (claim.check) put_check(*claim.check);
  }

  void put_check(const ReportCheck& check) {
    json_.key("check").open_object();
    put("status", check.status);
    put("by", check.by);
    put("at", check.at);
    put_given("note", check.note);
    put_given("evidence", check.evidence);
    json_.close();
  }

  void put_fields(const ReportCorrection& correction) {
    const Correction& said = correction.said;
    put("id", said.id);
    put("kind", correction_kind_name(said.kind));
    json_.key("target").open_object();
    put("fingerprint", fingerprint_text(said.target));
    put_given("words", said.words);
    json_.close();
    for_each_words(said, [&](const char* key, const std::string& words) {
      if (!words.empty() || key == std::string_view("value")) put(key, words);
    });
    put("state", correction.state);
    put_given("why", correction.why);
    put("of", correction.of);
  }

  void put_fields(const ReportFinding& finding) {
    put("check", finding.check);
    put("severity", finding.severity);
    put("certainty", finding.certainty);
    std::vector<std::string> says, ids;
    for (const ReportReason& reason : finding.reasons) {
      says.push_back(reason.says);
      ids.push_back(reason.id);
    }
    put_words("reasons", says);
    put("message", finding.message);
    put_spans("span", finding.span);
    put_words("attributions", finding.attributions);
    put("fingerprint", finding.fingerprint);
    put("kind", finding.kind);
    put("likelihood", finding.likelihood);
    put_words("reason_ids", ids);
    if (!finding.suppressed.empty()) put("suppressed", finding.suppressed);
    put_given("settled_by", finding.settled_by);
    for (const auto& [key, number] : {std::pair("line", finding.line), std::pair("column", finding.column)}) {
      if (number == 0) {
        json_.key(key).null();
      } else {
        put(key, number);
      }
    }
    if (finding.paragraph != 0) {
      put("paragraph", finding.paragraph);
      put("opening", finding.opening);
    }
    put_or_null("why", finding.why);
    put_or_null("page", finding.page);
    put_or_null("title", finding.title);
  }

  void put_score() {
    json_.key("score").open_object();
    put_or_null("total", report_.total);
    if (report_.total) {
      put("grade", report_.grade);
      if (report_.margin != 0) put("margin", report_.margin);
    } else {
      json_.key("grade").null();
      put("withheld", report_.withheld);
      put("withheld_id", report_.withheld_id);
    }
    put_all("measures", report_.measures);
    put_or_null("policy", report_.policy);
    put_or_null("policy_name", report_.policy_name);
    json_.close();
  }

  void put_fields(const ReportMeasure& measure) {
    put("id", measure.id);
    put_or_null("value", measure.value);
    put("weight", measure.weight);
    put_words("evidence", measure.evidence);
    put("label", measure.label);
  }

  void put_fields(const ReportNote& note) {
    put("id", note.id);
    put("kind", note.kind);
    json_.key("span");
    put_span(note.span);
    put_or_null("author", note.author);
    put_or_null("date", note.date);
    put("text", note.text);
    put_words("links", note.links);
    put_or_null("evidence", note.evidence);
  }

  void put_fields(const ReportPack& pack) {
    put("pack", pack.pack);
    put("version", pack.version);
    put("sha256", pack.sha256);
  }

  void put_fields(const ReportBlock& block) {
    put("kind", block.kind);
    json_.key("span");
    put_span(block.span);
  }

  const Report& report_;
  JsonWriter json_;
};

}  // namespace

std::string write_json(const Report& report, JsonLayout layout) {
  return Card(report, layout).write();
}

std::string write_error_json(const ErrorRecord& error) {
  JsonWriter json(0);
  const auto put = [&](std::string_view key, const std::string& words) {
    json.key(key);
    if (words.empty()) return json.null();
    json.value(words);
  };
  json.open_object();
  put("schema", "hearsay.error/1");
  json.key("article").open_object();
  put("id", error.id);
  put("path", error.path);
  put("sha256", error.sha256);
  json.close();
  json.key("error").open_object();
  put("severity", error.severity);
  put("message", error.message);
  put("remedy", error.remedy);
  json.key("line");
  if (error.line == 0) {
    json.null();
  } else {
    json.value(error.line);
  }
  json.close();
  json.close();
  return json.take();
}

}  // namespace hearsay
