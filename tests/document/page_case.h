// A page of invented matter and how it must be read. For the tables of page tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

#define TITLE "Ferry stops for a month"
#define P1 "The ferry between Orlo and Tarn will stop for a month, the harbour board said on Monday."
#define P2 "“We have no spare engine, and none can be had before June,” said Mira Okoro, its director."
#define P3 "Passengers are to be taken round the bay by bus, a journey of two hours in each direction."
#define BODY "<p>" P1 "</p><p>" P2 "</p><p>" P3 "</p>"

namespace hearsay {

struct PageCase {
  const char* name;
  std::string page;
  const char* title;
  const char* byline;
  const char* published;
  std::vector<std::string> body;  // paragraphs, headings, list items, quotations; posts
};

inline std::vector<std::string> body_of(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    if (holds_claims(block.kind)) out.push_back(document.text.substr(block.span.begin, block.span.size()));
  }
  return out;
}

// A page of The Bay Post up to its body, `rest` in its head.
inline std::string head(std::string_view rest) {
  return "<!doctype html><html lang=en><head><meta property='og:site_name' content='The Bay Post'>" +
         std::string(rest) + "</head><body>";
}

inline const std::vector<std::string> kBody = {P1, P2, P3};

}  // namespace hearsay
