// Entry: read_json. A walk over nlohmann's tree with the place in it kept for messages: "attributions[3].cue". Its
// exceptions end here.
#include "report/read_json.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>
#include <vector>

#include "base/fingerprint.h"
#include "report/mark_corrected.h"

namespace hearsay {

namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kMostUnsigned = std::numeric_limits<std::uint32_t>::max();

struct Wrong : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// An object and where it stands.
class Reader {
 public:
  Reader(const Json& object, std::string place) : object_(object), place_(std::move(place)) {
    if (!object.is_object()) wrong("is no object");
  }

  [[nodiscard]] bool has(const char* key) const { return object_.contains(key); }

  [[nodiscard]] const Json& at(const char* key) const {
    const auto found = object_.find(key);
    if (found == object_.end()) wrong_at(key, "is missing");
    return *found;
  }

  void get(const char* key, std::string& words) const { words = text(at(key), key); }

  // Written only where there is something to say.
  void get_if_there(const char* key, std::string& words) const {
    if (object_.contains(key)) words = text(at(key), key);
  }

  // null is "".
  void get_if_there(const char* key, double& number) const {
    if (has(key)) get(key, number);
  }
  void get_if_there(const char* key, int& number) const {
    if (has(key)) get(key, number);
  }
  template <typename Item, typename Read>
  void get_all_if_there(const char* key, std::vector<Item>& items, const Read& read) const {
    if (has(key)) get_all(key, items, read);
  }
  void get_given(const char* key, std::string& words) const {
    const Json& value = at(key);
    words = value.is_null() ? std::string() : text(value, key);
  }

  void get_given(const char* key, std::optional<std::string>& words) const {
    const Json& value = at(key);
    words = value.is_null() ? std::nullopt : std::optional<std::string>(text(value, key));
  }

  // null is none.
  template <class Number>
  void get_given(const char* key, std::optional<Number>& number) const {
    number.reset();
    if (!at(key).is_null()) get(key, number.emplace());
  }

  void get(const char* key, bool& truth) const {
    const Json& value = at(key);
    if (!value.is_boolean()) wrong_at(key, "is neither true nor false");
    truth = value.get<bool>();
  }

  // A number that was none is written as null.
  void get(const char* key, double& number) const {
    const Json& value = at(key);
    if (!value.is_null() && !value.is_number()) wrong_at(key, "is no number");
    number = value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>();
  }

  // Scorecards of older versions do not say it.
  void get_known(const char* key, double& number) const {
    number = std::numeric_limits<double>::quiet_NaN();
    if (object_.contains(key)) get(key, number);
  }
  void get_known(const char* key, bool& truth) const {
    if (object_.contains(key)) get(key, truth);
  }

  void get(const char* key, int& number) const {
    const Json& value = at(key);
    if (!value.is_number_integer() || value < std::numeric_limits<int>::min() ||
        value > std::numeric_limits<int>::max())
      wrong_at(key, "is no whole number");
    number = value.get<int>();
  }

  void get(const char* key, std::uint32_t& number) const { number = count(at(key), key); }

  // null is 0.
  void get_given(const char* key, int& number) const {
    number = 0;
    if (!at(key).is_null()) get(key, number);
  }

  // null is 0.
  void get_given(const char* key, std::uint32_t& number) const {
    const Json& value = at(key);
    number = value.is_null() ? 0 : count(value, key);
  }

  void get(const char* key, std::vector<std::string>& words) const {
    for (const Json& item : list(key)) words.push_back(text(item, key));
  }

  void get(const char* key, CodeSpan& span) const { span = span_of(at(key), key); }

  void get(const char* key, CodeSpans& spans) const {
    for (const Json& item : list(key)) spans.push_back(span_of(item, key));
  }

  void get(const char* key, CorrectionKind& kind) const {
    const auto known = correction_kind_named(text(at(key), key));
    if (!known) wrong_at(key, "is no kind of correction");
    kind = *known;
  }

  void get_fingerprint(const char* key, std::uint64_t& fingerprint) const {
    const auto read = read_fingerprint(text(at(key), key));
    if (!read) wrong_at(key, "is no fingerprint of 16 hexadecimal digits");
    fingerprint = *read;
  }

  void get_keys(const char* key, std::vector<std::uint64_t>& keys) const {
    if (!object_.contains(key)) return;
    for (const Json& item : list(key)) {
      const std::string digits = text(item, key);
      std::uint64_t number = 0;
      const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
      if (digits.size() != 16 || error != std::errc() || end != digits.data() + digits.size())
        wrong_at(key, "holds what is no key of 16 hexadecimal digits");
      keys.push_back(number);
    }
  }

  // Each object of a list, through `read(reader, item)`.
  template <class Item, class Read>
  void get_all(const char* key, std::vector<Item>& items, const Read& read) const {
    const Json& all = list(key);
    items.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i)
      read(Reader(all[i], path(key) + '[' + std::to_string(i) + ']'), items.emplace_back());
  }

  [[nodiscard]] Reader object(const char* key) const { return {at(key), path(key)}; }

 private:
  [[noreturn]] void wrong(const std::string& what) const { throw Wrong("'" + place_ + "' " + what); }
  [[noreturn]] void wrong_at(const char* key, const std::string& what) const {
    throw Wrong("'" + path(key) + "' " + what);
  }
  [[nodiscard]] std::string path(const char* key) const { return place_.empty() ? key : place_ + '.' + key; }

  [[nodiscard]] std::string text(const Json& value, const char* key) const {
    if (!value.is_string()) wrong_at(key, "is no text");
    return value.get<std::string>();
  }

  [[nodiscard]] std::uint32_t count(const Json& value, const char* key) const {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > kMostUnsigned) wrong_at(key, "is no count");
    return value.get<std::uint32_t>();
  }

  [[nodiscard]] const Json& list(const char* key) const {
    const Json& value = at(key);
    if (!value.is_array()) wrong_at(key, "is no list");
    return value;
  }

  [[nodiscard]] CodeSpan span_of(const Json& value, const char* key) const {
    if (!value.is_array() || value.size() != 2) wrong_at(key, "is no span [begin, end]");
    const CodeSpan span{count(value[0], key), count(value[1], key)};
    if (span.first > span.second) wrong_at(key, "ends before it begins");
    return span;
  }

  const Json& object_;
  std::string place_;
};

void read_article(const Reader& in, Report& report) {
  in.get("id", report.id);
  in.get("path", report.path);
  in.get_given("title", report.title);
  in.get_given("outlet", report.outlet);
  in.get_given("byline", report.byline);
  in.get_given("published", report.published);
  in.get("words", report.words);
  in.get("sha256", report.sha256);
  in.get_given("genre", report.genre);
  if (in.has("genre_source")) {  // older ones do not say it
    in.get("genre_source", report.genre_source);
    in.get("genre_how", report.genre_how);
    in.get_given("genre_detail", report.genre_detail);
    in.get("genre_certainty", report.genre_certainty);
  }
  in.get_given("url", report.url);
  in.get_given("language", report.language);
  in.get_if_there("language_how", report.language_how);
  in.get_given("encoding", report.encoding);
  in.get_given("format", report.format);
}

void read_verdict(const Reader& in, ReportVerdict& verdict) {
  in.get("says", verdict.says);
  in.get_given("scope", verdict.scope);
  in.get_given("discussed", verdict.discussed);
}

void read_judgement(const Reader& in, ReportJudgement& judgement) {
  in.get("by", judgement.by);
  in.get_given("licence", judgement.licence);
  in.get_given("page", judgement.page);
  in.get_all("verdicts", judgement.verdicts, read_verdict);
}

void read_source(const Reader& in, ReportSource& source) {
  in.get("id", source.id);
  in.get("name", source.name);
  in.get("kind", source.kind);
  in.get("anonymous", source.anonymous);
  in.get("aliases", source.aliases);
  in.get_given("description", source.description);
  in.get_given("affiliation", source.affiliation);
  in.get_given("reliability", source.reliability);
  // Of those that do not say who graded, F stood for nobody.
  if (in.has("reliability_by")) {
    in.get_given("reliability_by", source.reliability_by);
  } else if (source.reliability == "F") {
    source.reliability.clear();
  }
  if (in.has("judgement")) read_judgement(in.object("judgement"), source.judgement.emplace());
  in.get("mentions", source.mentions);
  in.get_given("specificity", source.specificity);
}

void read_hop(const Reader& in, ReportHop& hop) {
  in.get_given("source", hop.source);
  in.get("name", hop.name);
  in.get("medium", hop.medium);
}

void read_attribution(const Reader& in, ReportAttribution& attribution) {
  in.get("id", attribution.id);
  in.get("rule", attribution.rule);
  in.get("type", attribution.type);
  in.get_given("source", attribution.source);
  in.get("source_span", attribution.source_span);
  in.get("cue", attribution.cue);
  in.get("content", attribution.content);
  in.get("via", attribution.via);
  in.get("medium", attribution.medium);
  in.get("stance", attribution.stance);
  in.get_known("statement", attribution.statement);
  in.get("confidence", attribution.confidence);
  in.get_known("source_confidence", attribution.source_confidence);
  in.get_given("within", attribution.within);
  in.get("links", attribution.links);
  in.get_given("rule_name", attribution.rule_name);
  in.get_given("recipient", attribution.recipient);
  in.get_given("reason", attribution.reason);
  in.get_all("chain", attribution.chain, read_hop);
  in.get("traced", attribution.traced);
  in.get_keys("signature", attribution.signature);
}

void read_claim(const Reader& in, ReportClaim& claim) {
  in.get("id", claim.id);
  in.get("span", claim.span);
  in.get("attributions", claim.attributions);
  in.get("status", claim.status);
  in.get_given("credibility", claim.credibility);
  in.get_given("kind", claim.kind);
  if (in.has("documented")) in.get("documented", claim.notes);
}

void read_note(const Reader& in, ReportNote& note) {
  in.get("id", note.id);
  in.get("kind", note.kind);
  in.get("span", note.span);
  in.get_given("author", note.author);
  in.get_given("date", note.date);
  in.get("text", note.text);
  in.get("links", note.links);
  in.get_given("evidence", note.evidence);
}

void read_finding(const Reader& in, ReportFinding& finding) {
  in.get("check", finding.check);
  in.get_if_there("kind", finding.kind);
  in.get_if_there("certainty", finding.certainty);
  in.get_if_there("likelihood", finding.likelihood);
  std::vector<std::string> says, ids;
  if (in.has("reasons")) in.get("reasons", says);
  if (in.has("reason_ids")) in.get("reason_ids", ids);
  for (std::size_t i = 0; i < std::min(says.size(), ids.size()); ++i)
    finding.reasons.push_back({.id = ids[i], .says = says[i]});
  in.get("severity", finding.severity);
  in.get("message", finding.message);
  in.get("span", finding.span);
  in.get("attributions", finding.attributions);
  in.get("fingerprint", finding.fingerprint);
  in.get_if_there("suppressed", finding.suppressed);
  in.get_given("line", finding.line);
  in.get_given("column", finding.column);
  if (in.has("paragraph")) {
    in.get("paragraph", finding.paragraph);
    in.get("opening", finding.opening);
  }
  in.get_given("why", finding.why);
  in.get_given("page", finding.page);
  in.get_given("title", finding.title);
}

void read_correction(const Reader& in, ReportCorrection& correction) {
  Correction& said = correction.said;
  in.get("id", said.id);
  in.get("kind", said.kind);
  const Reader target = in.object("target");
  target.get_fingerprint("fingerprint", said.target);
  target.get_if_there("words", said.words);
  for_each_words(said, [&](const char* key, std::string& words) { in.get_if_there(key, words); });
  in.get("state", correction.state);
  in.get_if_there("why", correction.why);
  in.get("of", correction.of);
}

void read_measure(const Reader& in, ReportMeasure& measure) {
  in.get("id", measure.id);
  in.get_given("value", measure.value);
  in.get("weight", measure.weight);
  in.get("evidence", measure.evidence);
  in.get("label", measure.label);
}

void read_score(const Reader& in, Report& report) {
  in.get_given("total", report.total);
  in.get_if_there("margin", report.margin);
  in.get_given("grade", report.grade);
  in.get_if_there("withheld", report.withheld);
  in.get_if_there("withheld_id", report.withheld_id);
  in.get_all("measures", report.measures, read_measure);
  in.get_given("policy", report.policy);
  in.get_given("policy_name", report.policy_name);
}

void read_pack(const Reader& in, ReportPack& pack) {
  in.get("pack", pack.pack);
  in.get("version", pack.version);
  in.get("sha256", pack.sha256);
}

void read_block(const Reader& in, ReportBlock& block) {
  in.get("kind", block.kind);
  in.get("span", block.span);
}

void read_card(const Reader& in, Report& report) {
  read_article(in.object("article"), report);
  in.get("text", report.text);
  in.get_all("sources", report.sources, read_source);
  in.get_all("attributions", report.attributions, read_attribution);
  in.get_all("claims", report.claims, read_claim);
  in.get_all("findings", report.findings, read_finding);
  in.get_all_if_there("perhaps", report.perhaps, read_finding);
  read_score(in.object("score"), report);
  in.get_all("rules", report.rules, read_pack);
  in.get("questions", report.questions);
  in.get_all("blocks", report.blocks, read_block);
  if (in.has("notes")) in.get_all("notes", report.notes, read_note);
  if (in.has("remarks")) in.get("remarks", report.remarks);
  in.get_all_if_there("corrections", report.corrections, read_correction);
  mark_corrected(report);
}

}  // namespace

CardKind read_json(std::string_view json, Report& report, Diagnostic& problem) {
  const auto broken = [&](std::string message) {
    problem = {.message = std::move(message), .remedy = "give the output of hearsay audit --to jsonl"};
    return CardKind::broken;
  };
  report = {};
  try {
    const Json card = Json::parse(json, nullptr, false);
    if (card.is_discarded()) return broken("this is no JSON");
    if (!card.is_object()) return broken("this is no scorecard");
    const auto schema = card.find("schema");
    if (schema == card.end() || !schema->is_string()) return broken("this is no scorecard: it has no schema");
    if (*schema != "hearsay.scorecard/1") return CardKind::other;
    read_card(Reader(card, ""), report);
    return CardKind::scorecard;
  } catch (const Wrong& wrong) {
    return broken(wrong.what());
  } catch (const Json::exception& error) {
    return broken(error.what());
  }
}

}  // namespace hearsay
