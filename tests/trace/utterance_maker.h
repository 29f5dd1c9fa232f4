// Utterances of invented articles, made through the seam that the program uses: a report with one attribution.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "english_words.h"
#include "report/report.h"
#include "report/text_index.h"
#include "utterances.h"

namespace hearsay {

struct Said {
  std::string article;
  std::string text;  // the content; with quotation marks where it is a quotation
  std::string source;
  std::string published = {};
  std::string outlet = {};
  std::vector<std::string> via = {};
  std::string medium = {};
  bool anonymous = false;
};

inline Report report_of_one(const Said& said) {
  Report report;
  report.id = said.article;
  report.published = said.published;
  report.outlet = said.outlet;
  report.text = "It was reported that " + said.text;
  const std::uint32_t size = TextIndex(report.text).size();
  const std::uint32_t begin = size - TextIndex(said.text).size();
  report.blocks.push_back({{0, size}, "paragraph"});
  ReportAttribution attribution;
  attribution.id = "a1";
  const bool quoted = said.text.find("“") != std::string::npos || said.text.find('"') != std::string::npos;
  attribution.type = quoted ? "mixed" : "indirect";
  attribution.content = {{begin, size}};
  attribution.medium = said.medium;
  if (!said.source.empty()) {
    ReportSource source;
    source.id = attribution.source = "s1";
    source.name = said.source;
    source.kind = "named-person";
    source.anonymous = said.anonymous;
    report.sources.push_back(source);
  }
  for (std::size_t i = 0; i < said.via.size(); ++i) {
    ReportSource relay;
    relay.id = "s" + std::to_string(i + 2);
    relay.name = said.via[i];
    attribution.via.push_back(relay.id);
    report.sources.push_back(relay);
  }
  report.attributions.push_back(attribution);
  return report;
}

inline std::vector<Utterance> utterances_of(const Report& report) {
  return utterances_of(report, english_vocabulary());
}

inline std::vector<Utterance> utterances_of_all(const std::vector<Said>& all) {
  std::vector<Utterance> utterances;
  for (const Said& said : all) {
    for (Utterance& utterance : utterances_of(report_of_one(said), english_vocabulary()))
      utterances.push_back(std::move(utterance));
  }
  return utterances;
}

}  // namespace hearsay
