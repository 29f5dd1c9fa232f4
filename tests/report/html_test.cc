// The page as a browser's parser sees it: well formed, self-contained, every link leads somewhere, nothing of the
// article became markup.
#include <gtest/gtest.h>
#include <gumbo.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "report/html/write_html.h"
#include "report/markup.h"
#include "report/plain.h"
#include "report/sample_report.h"
#include "report/worst_first.h"

namespace hearsay {
namespace {

using testing::sample_report;

struct Parsed {
  std::unique_ptr<std::string> html;  // the tree points into it
  GumboOptions options = kGumboDefaultOptions;
  GumboOutput* output = nullptr;

  explicit Parsed(const Report& report) : html(std::make_unique<std::string>(write_html(report))) {
    output = gumbo_parse_with_options(&options, html->data(), html->size());
  }
  Parsed(const Parsed&) = delete;
  Parsed& operator=(const Parsed&) = delete;
  ~Parsed() { gumbo_destroy_output(&options, output); }
};

using Visit = std::function<void(const GumboNode&)>;

void each(const GumboNode* node, const Visit& visit) {
  visit(*node);
  if (node->type != GUMBO_NODE_ELEMENT) return;
  for (unsigned i = 0; i < node->v.element.children.length; ++i) {
    each(static_cast<const GumboNode*>(node->v.element.children.data[i]), visit);
  }
}

std::string attribute(const GumboNode& node, const char* name) {
  if (node.type != GUMBO_NODE_ELEMENT) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string() : found->value;
}

std::string tag_name(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT ? gumbo_normalized_tagname(node.v.element.tag) : std::string();
}

std::string text_of(const GumboNode* node) {
  std::string out;
  each(node, [&](const GumboNode& part) {
    if (part.type == GUMBO_NODE_TEXT || part.type == GUMBO_NODE_WHITESPACE) out += part.v.text.text;
  });
  return out;
}

const GumboNode* find(const GumboNode* root, const std::function<bool(const GumboNode&)>& wanted) {
  const GumboNode* found = nullptr;
  each(root, [&](const GumboNode& node) {
    if (found == nullptr && wanted(node)) found = &node;
  });
  return found;
}

std::size_t count_tags(const GumboNode* root, std::string_view name) {
  std::size_t count = 0;
  each(root, [&](const GumboNode& node) { count += tag_name(node) == name ? 1U : 0U; });
  return count;
}

TEST(WriteHtml, ParsesWithoutErrors) {
  const Parsed page(sample_report());
  EXPECT_EQ(page.output->errors.length, 0U);
  const Parsed empty{Report()};
  EXPECT_EQ(empty.output->errors.length, 0U);
}

TEST(WriteHtml, HoldsNoScriptOrStyleButItsOwn) {
  const Parsed page(sample_report());
  EXPECT_EQ(count_tags(page.output->root, "script"), 1U);
  EXPECT_EQ(count_tags(page.output->root, "style"), 1U);
  EXPECT_EQ(count_tags(page.output->root, "img"), 0U);
  each(page.output->root,
       [](const GumboNode& node) { EXPECT_FALSE(tag_name(node) == "b" && text_of(&node) == "bold"); });
  each(page.output->root, [](const GumboNode& node) {
    if (node.type != GUMBO_NODE_ELEMENT) return;
    for (unsigned i = 0; i < node.v.element.attributes.length; ++i) {
      const auto* one = static_cast<const GumboAttribute*>(node.v.element.attributes.data[i]);
      const std::string name = one->name;
      EXPECT_NE(name.substr(0, 2), "on");
      EXPECT_NE(name, "style");
    }
  });
}

TEST(WriteHtml, MakesNoRequest) {
  const Parsed page(sample_report());
  each(page.output->root, [](const GumboNode& node) {
    const std::string href = attribute(node, "href");
    EXPECT_EQ(attribute(node, "src"), "");
    if (tag_name(node) == "link") {
      EXPECT_EQ(href, "data:,");
    } else if (!href.empty() && href.front() != '#') {
      EXPECT_EQ(tag_name(node), "a");
      EXPECT_EQ(href.rfind("https://", 0), 0U) << href;
      EXPECT_EQ(attribute(node, "rel"), "noopener noreferrer");
    }
  });
  EXPECT_EQ(page.html->find("@import"), std::string::npos);
  EXPECT_EQ(page.html->find("url("), std::string::npos);
}

TEST(WriteHtml, PolicyAllowsJustItsOwnStyleAndScript) {
  const Parsed page(sample_report());
  const GumboNode* meta = find(page.output->root, [](const GumboNode& node) {
    return attribute(node, "http-equiv") == "Content-Security-Policy";
  });
  ASSERT_NE(meta, nullptr);
  const std::string policy = attribute(*meta, "content");
  EXPECT_EQ(policy.rfind("default-src 'none'; ", 0), 0U);
  for (const char* name : {"style", "script"}) {
    const GumboNode* element = find(page.output->root, [&](const GumboNode& node) { return tag_name(node) == name; });
    const std::string hash = content_hash(text_of(element));
    EXPECT_NE(policy.find(std::string(name) + "-src " + hash + ";"), std::string::npos) << policy << '\n' << hash;
  }
}

TEST(WriteHtml, EveryLinkInsideLeadsSomewhere) {
  const Parsed page(sample_report());
  std::multiset<std::string> ids;
  each(page.output->root, [&](const GumboNode& node) {
    if (const std::string id = attribute(node, "id"); !id.empty()) ids.insert(id);
  });
  each(page.output->root, [&](const GumboNode& node) {
    const std::string href = attribute(node, "href");
    if (!href.empty() && href.front() == '#') {
      EXPECT_EQ(ids.count(href.substr(1)), 1U) << href;
    }
    const std::string label = attribute(node, "aria-labelledby");
    if (!label.empty()) {
      EXPECT_EQ(ids.count(label), 1U) << label;
    }
  });
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
}

TEST(WriteHtml, TheArticleStandsThereWordForWord) {
  Report report = sample_report();
  const Parsed page(report);
  const GumboNode* story =
      find(page.output->root, [](const GumboNode& node) { return attribute(node, "class") == "story"; });
  ASSERT_NE(story, nullptr);
  std::string words;  // without what the page itself puts between them
  const std::function<void(const GumboNode*)> read = [&](const GumboNode* node) {
    const std::string kind = attribute(*node, "class");
    if (kind == "kind" || kind.rfind("tag", 0) == 0 || kind.rfind("flag", 0) == 0) return;
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) words += node->v.text.text;
    if (node->type != GUMBO_NODE_ELEMENT) return;
    for (unsigned i = 0; i < node->v.element.children.length; ++i) {
      read(static_cast<const GumboNode*>(node->v.element.children.data[i]));
    }
  };
  read(story);
  const auto letters = [](std::string from) {
    std::erase_if(from, [](char byte) { return byte == ' ' || byte == '\n'; });
    return from;
  };
  EXPECT_EQ(letters(words), letters(report.text));
}

TEST(WriteHtml, NestedAndCrossingSpansAreCutNotNested) {
  Report report;
  report.text = "0123456789";
  const CodeSpan spans[] = {{0, 6}, {2, 4}, {3, 9}, {3, 9}, {9, 9}, {8, 40}};
  for (std::size_t i = 0; i < std::size(spans); ++i) {
    ReportAttribution& one = report.attributions.emplace_back();
    one.id = "a" + std::to_string(i + 1);
    one.content = {spans[i]};
  }
  const Parsed page(report);
  EXPECT_EQ(page.output->errors.length, 0U);
  const GumboNode* story =
      find(page.output->root, [](const GumboNode& node) { return attribute(node, "class") == "story"; });
  std::vector<std::string> pieces;
  each(story, [&](const GumboNode& node) {
    if (tag_name(node) == "a" && attribute(node, "class").rfind("m ", 0) == 0) {
      pieces.push_back(text_of(&node) + ">" + attribute(node, "data-c"));
    }
  });
  EXPECT_EQ(pieces,
            (std::vector<std::string>{"01>a1", "2>a2 a1", "3>a2 a4", "45>a4 a3", "67>a4 a3", "8>a6 a4", "9>a6"}));
}

/// Texts of the elements whose class list begins so.
std::vector<std::string> texts_of(const GumboNode* root, std::string_view classes) {
  std::vector<std::string> texts;
  each(root, [&](const GumboNode& node) {
    if (attribute(node, "class").rfind(classes, 0) == 0) texts.push_back(text_of(&node));
  });
  return texts;
}

TEST(WriteHtml, OneLabelMeansOneCard) {
  // c2 is a claim with no attribution, a5 a statement that nobody is given for; c4 says the same words as a5.
  Report report = sample_report();
  report.claims.push_back({.id = "c4", .span = report.attributions[4].content, .attributions = {"a5"}});
  report.claims.back().status = "unattributed";
  const Parsed page(report);
  std::vector<std::string> in_text;
  each(find(page.output->root, [](const GumboNode& node) { return attribute(node, "class") == "story"; }),
       [&](const GumboNode& node) {
         if (attribute(node, "class").rfind("tag ", 0) == 0) in_text.push_back(text_of(&node));
       });
  const std::vector<std::string> labels = {"N1", "X2", "N3", "X4?", "U5", "U6", "O7", "N8"};
  std::sort(in_text.begin(), in_text.end(), [](const auto& left, const auto& right) { return left[1] < right[1]; });
  EXPECT_EQ(in_text, labels);
  std::size_t cards = 0;
  each(page.output->root, [&](const GumboNode& node) {
    cards += tag_name(node) == "details" && attribute(node, "class").rfind("card ", 0) == 0 ? 1U : 0U;
  });
  EXPECT_EQ(cards, labels.size());
  EXPECT_EQ(texts_of(page.output->root, "voices").size(), 1U);
  EXPECT_EQ(texts_of(page.output->root, "told").front(),
            "8 claims: 4 traced to a named origin, 2 from somebody not named, 2 without a source.");
}

TEST(WriteHtml, WhatIsUnsureSaysPerhaps) {
  Report report = sample_report();
  report.attributions[0].source_confidence = 0.5;
  const Parsed page(report);
  const GumboNode* card = find(page.output->root, [](const GumboNode& node) { return attribute(node, "id") == "a1"; });
  ASSERT_NE(card, nullptr);
  EXPECT_EQ(attribute(*card, "class"), "card named unsure");
  EXPECT_NE(text_of(card).find("perhaps"), std::string::npos);
  const GumboNode* source =
      find(page.output->root, [](const GumboNode& node) { return attribute(node, "id") == "s1"; });
  EXPECT_EQ(attribute(*source, "class"), "source named unsure") << "all that it says is unsure";
}

TEST(WriteHtml, TheWorstIsToBeDoneFirstAndTheRestIsFolded) {
  Report report = sample_report();
  const ReportFinding note = report.findings[2];
  report.findings.assign(5, note);
  report.findings[4].severity = "error";
  const Parsed page(report);
  std::vector<std::string> order;
  std::size_t folded = 0;
  each(page.output->root, [&](const GumboNode& node) {
    if (const std::string id = attribute(node, "id"); id.size() == 2 && id[0] == 'f') order.push_back(id);
    if (attribute(node, "class") == "later") folded = order.size();
  });
  EXPECT_EQ(order, (std::vector<std::string>{"f1", "f2", "f3", "f4", "f5"}));
  EXPECT_EQ(folded, 3U);
}

TEST(WriteHtml, AFindingHasOneNumberWhereverItIsTold) {
  Report report = sample_report();
  ReportFinding finding = report.findings[2];
  finding.suppressed.clear();
  report.findings.assign(4, finding);
  for (std::uint32_t i = 0; i < 4; ++i) {
    report.findings[i].message = "message " + std::to_string(i);
    report.findings[i].span = {{i, i + 1}};
  }
  report.findings[1].suppressed = "agreed";
  report.findings[3].severity = "error";
  const std::vector<std::uint32_t> numbers = {2, 4, 3, 1};  // the error, then by place, what is settled last
  EXPECT_EQ(finding_numbers(report.findings), numbers);
  const Parsed page(report);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const std::string id = "f" + std::to_string(numbers[i]);
    const GumboNode* row = find(page.output->root, [&](const GumboNode& node) { return attribute(node, "id") == id; });
    const GumboNode* flag =
        find(page.output->root, [&](const GumboNode& node) { return attribute(node, "id") == "in-" + id; });
    ASSERT_NE(row, nullptr);
    ASSERT_NE(flag, nullptr);
    EXPECT_NE(text_of(row).find(report.findings[i].message), std::string::npos) << id;
    EXPECT_EQ(text_of(row).substr(0, 1), id.substr(1));
    EXPECT_EQ(text_of(flag), id.substr(1));
    EXPECT_EQ(attribute(*flag, "href"), "#" + id);
  }
}

TEST(WriteHtml, WhatIsSettledIsCountedApart) {
  Report report = sample_report();
  const std::size_t findings = report.findings.size();
  ASSERT_GT(findings, 1U);
  for (ReportFinding& finding : report.findings) finding.suppressed.clear();
  report.findings.front().suppressed = "agreed";
  std::string html = write_html(report);
  EXPECT_NE(html.find("<a href=\"#findings\">" + counted(findings - 1, "finding", "findings")), std::string::npos);
  EXPECT_NE(html.find("<summary>1 settled</summary>"), std::string::npos);
  for (ReportFinding& finding : report.findings) finding.suppressed = "agreed";
  html = write_html(report);
  EXPECT_NE(html.find("Nothing is left to answer."), std::string::npos);
  EXPECT_NE(html.find("<a href=\"#findings\">0 findings"), std::string::npos);
}

TEST(WriteHtml, ManyFindingsAtOnePlaceAreOneFlag) {
  Report report = sample_report();
  ReportFinding finding = report.findings.front();
  finding.severity = "note";
  report.findings.assign(4, finding);
  report.findings[2].severity = "error";
  const Parsed page(report);
  int flags = 0;
  const std::function<void(const GumboNode*)> count = [&](const GumboNode* node) {
    if (node->type != GUMBO_NODE_ELEMENT) return;
    if (tag_name(*node) == "a" && attribute(*node, "class") == "flag error") {
      ++flags;
      EXPECT_EQ(attribute(*node, "href"), "#f1");
    }
    for (unsigned i = 0; i < node->v.element.children.length; ++i)
      count(static_cast<const GumboNode*>(node->v.element.children.data[i]));
  };
  count(page.output->root);
  EXPECT_EQ(flags, 1);
  for (const char* place : {"in-f1", "in-f2", "in-f3", "in-f4"})
    EXPECT_NE(find(page.output->root, [&](const GumboNode& node) { return attribute(node, "id") == place; }), nullptr);
}

TEST(WriteHtml, AThousandMarksAtOnePlaceAreNoTrouble) {
  Report report;
  for (std::uint32_t i = 0; i < 3000; ++i) {
    report.text += "word ";
    ReportAttribution& one = report.attributions.emplace_back();
    one.id = "a" + std::to_string(i + 1);
    one.content = {{i, 15000 - i}};
  }
  EXPECT_LT(write_html(report).size(), 8U << 20U);
}

}  // namespace
}  // namespace hearsay
