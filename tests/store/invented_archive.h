// Twelve invented articles of three outlets, made by hand, to be asked questions: an agency that names its sources, a
// paper that leans on those it does not name, a small sheet with two articles; a quotation that one of them gives a
// name for and another does not; names that try to be formulas and markup.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.h"

namespace hearsay::testing {

/// Adds to one article what somebody says; everything stands in its text, line by line.
class ArticleMaker {
 public:
  ArticleMaker(std::string id, std::string outlet, std::string byline, std::string published, int score) {
    report_.id = std::move(id);
    report_.path = report_.id + ".txt";
    report_.title = "Title of " + report_.id;
    report_.outlet = std::move(outlet);
    report_.byline = std::move(byline);
    report_.published = std::move(published);
    report_.url = "https://paper.example/" + report_.id;
    report_.words = 100;
    report_.sha256 = report_.id;
    report_.total = score;
    report_.grade = "B";
    report_.policy = report_.policy_name = "default";
  }

  /// A source; what it says follows.
  ArticleMaker& source(std::string name, std::string kind, std::string specificity = "") {
    ReportSource made;
    made.id = "s" + std::to_string(report_.sources.size() + 1);
    made.name = std::move(name);
    made.kind = std::move(kind);
    made.anonymous = !specificity.empty();
    made.specificity = std::move(specificity);
    report_.sources.push_back(std::move(made));
    return *this;
  }
  ArticleMaker& role(std::string description, std::string affiliation, std::vector<std::string> aliases = {}) {
    report_.sources.back().description = std::move(description);
    report_.sources.back().affiliation = std::move(affiliation);
    report_.sources.back().aliases = std::move(aliases);
    return *this;
  }
  /// By the last source; a claim of its own.
  ArticleMaker& says(std::string_view words, std::string medium = "") {
    ReportAttribution made;
    made.id = "a" + std::to_string(report_.attributions.size() + 1);
    made.rule = "say.basic";
    made.rule_name = "X said";
    made.source = report_.sources.back().id;
    made.type = words.starts_with("“") ? "direct" : "indirect";
    made.content = {line(words)};
    made.confidence = 0.9;
    made.source_confidence = 0.95;
    made.medium = std::move(medium);
    made.chain = {{made.source, report_.sources.back().name, made.medium}};
    claim(made.content, made.id, report_.sources.back().anonymous ? "anonymous" : "named");
    report_.attributions.push_back(std::move(made));
    return *this;
  }
  /// The last thing said came through this source.
  ArticleMaker& through(std::size_t source) {
    ReportAttribution& last = report_.attributions.back();
    last.via = {report_.sources[source].id};
    last.chain.insert(last.chain.begin(), {last.via[0], report_.sources[source].name, "statement"});
    return *this;
  }
  ArticleMaker& link(std::string address) {
    report_.attributions.back().links.push_back(std::move(address));
    return *this;
  }
  ArticleMaker& unattributed(std::string_view words) {
    claim({line(words)}, "", "unattributed");
    return *this;
  }
  ArticleMaker& finding(std::string check, std::string severity) {
    ReportFinding made;
    made.check = std::move(check);
    made.severity = std::move(severity);
    made.message = "to be mended";
    made.why = "Readers ask for it.";
    made.fingerprint = "f" + std::to_string(report_.findings.size());
    report_.findings.push_back(std::move(made));
    return *this;
  }
  [[nodiscard]] Report make() const { return report_; }

 private:
  CodeSpan line(std::string_view words) {
    report_.text += words;
    const std::uint32_t begin = length_;
    for (const char byte : words) length_ += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1 : 0;
    const CodeSpan span{begin, length_};
    report_.text += '\n';
    ++length_;
    return span;
  }
  void claim(CodeSpans span, const std::string& attribution, std::string status) {
    ReportClaim made;
    made.id = "c" + std::to_string(report_.claims.size() + 1);
    made.span = std::move(span);
    if (!attribution.empty()) made.attributions = {attribution};
    made.status = std::move(status);
    report_.claims.push_back(std::move(made));
  }

  Report report_;
  std::uint32_t length_ = 0;
};

inline constexpr std::string_view kDam = "“The dam at Orle will not hold another winter,”";

inline std::vector<Report> invented_archive() {
  std::vector<Report> all;
  for (int i = 1; i <= 7; ++i) {
    ArticleMaker article("wire-" + std::to_string(i), "Sella Wire", i < 4 ? "Lena Orsk and Piet Vall" : "Lena Orsk",
                         "2024-0" + std::to_string(i) + "-11T08:00:00Z", 70 + i);
    article.source("Ana B. Ruiz", "named-person").role("the mayor", "Lower Sella", {"Ruiz", "the mayor", "Mayor Ruiz"});
    article.says("“We counted pump number " + std::to_string(i) + " twice,”", "interview");
    article.source("Harbour Ministry", "named-organisation")
        .says("the quay is closed for repairs, part " + std::to_string(i));
    if (i == 2) article.source("an engineer", "unnamed-person", "affiliated").says(kDam).finding("anon-bare", "error");
    if (i > 4) article.source("Ruiz", "named-person").says("“Nobody asked me about valve " + std::to_string(i) + "”");
    article.unattributed("The repairs cost " + std::to_string(i) + " million crowns");
    all.push_back(article.make());
  }
  for (int i = 1; i <= 3; ++i) {
    ArticleMaker article("courier-" + std::to_string(i), "Fenwick Courier", "", "2024-03-0" + std::to_string(i),
                         40 + 5 * i);
    article.source("sources", "unnamed-group", "bare").says("the minister will go, version " + std::to_string(i));
    article.source("three officials", "unnamed-group", "counted")
        .says("“It was never about tariff " + std::to_string(i) + "”");
    article.finding("anon-bare", "error").finding("anon-no-reason", "warning");
    article.source("Fenwick Courier", "media").says("it has seen letter " + std::to_string(i));
    if (i == 3) {
      article.source("Radio Sella", "media").says("the ferries stop at nine");
      article.source("Emil Tarn", "named-person").role("harbour engineer", "Harbour Ministry").says(kDam).through(3);
      article.link("https://sella.example/dam?a=1&b=2");
    }
    all.push_back(article.make());
  }
  ArticleMaker first("=1+1", "<b>Sheet</b>", "Al \"Q\" Novak", "2024-02-20", 55);
  first.source("=HYPERLINK(\"https://evil.example\",\"Ana\")", "named-person").role("+41 dancer", "@home");
  first.says("“@SUM(1+1)*cmd|'/C calc'!A0”").says("-2+3");
  first.source("<script>alert(1)</script>", "named-person").says("“a \"comma\", a <b>tag</b> &amp; {{style}}”");
  all.push_back(first.make());
  all.push_back(ArticleMaker("sheet-2", "<b>Sheet</b>", "", "", 30).unattributed("The café was closed").make());
  return all;
}

}  // namespace hearsay::testing
