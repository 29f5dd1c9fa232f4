// The label for readers: what it counts, what it keeps quiet about, and that nothing of an article gets out of it.
#include "report/exports/label.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <string>

#include "report/sample_report.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::sample_report;

TEST(Label, SaysWhoIsCitedAndHowManyAreUnnamed) {
  const Label label = make_label(sample_report());
  EXPECT_EQ(label.line, "Cites 4 sources by name and 1 without a name.");
  EXPECT_THAT(label.named, ElementsAre("Ana Ruiz, the mayor of Lower Sella", "Emil Tarn, harbour engineer",
                                       "drivers’ union", std::string(testing::kHostile) + ", a \"visitor\" & 'guest'"));
  EXPECT_THAT(label.unnamed, ElementsAre("two port officials"));
  EXPECT_EQ(label.perhaps, 1U) << "the inspector is a reading of .61";
  EXPECT_EQ(label.unsourced, 2U);
  EXPECT_EQ(label.graded, "Sourcing: 64 of 100, by the policy “House default”.");
}

TEST(Label, AFewAreListedAndTheRestCounted) {
  Report report = sample_report();
  for (int i = 0; i < 7; ++i) {
    const std::string id = "x" + std::to_string(i);
    report.sources.push_back(testing::source(id, "Oda Brakk " + std::to_string(i), "named-person"));
    report.sources.back().description = "deputy chair of the committee on harbours and inland waterways";
    report.attributions.push_back(testing::attribution("y" + id, "say.basic", "X said", "direct", id));
  }
  const Label label = make_label(report);
  EXPECT_EQ(label.line, "Cites 11 sources by name and 1 without a name.");
  ASSERT_EQ(label.named.size(), 5U);
  EXPECT_EQ(label.more_named, 6U);
  EXPECT_EQ(label.named.back(), "Oda Brakk 0, deputy chair of the committee on harbours and inland …");
}

TEST(Label, WhatIsNotGradedSaysSo) {
  Report report = sample_report();
  report.total.reset();
  report.withheld_id = "genre";
  report.withheld = "It is an opinion piece: a grade of how news is sourced does not fit that.";
  for (const std::string& out : {write_label_svg(report), write_label_html(report)}) {
    EXPECT_THAT(out, HasSubstr("Not graded. It is an opinion"));
    EXPECT_THAT(out, Not(HasSubstr("of 100")));
    EXPECT_THAT(out, HasSubstr("Cites 4 sources by name"));
  }
  report.withheld_id = "language";
  report.withheld = "It is in Hindi: no rule pack reads that, so it was not audited.";
  for (const std::string& out : {write_label_svg(report), write_label_html(report)}) {
    EXPECT_THAT(out, HasSubstr("This article was not audited."));
    EXPECT_THAT(out, Not(HasSubstr("Cites")));
  }
  EXPECT_EQ(make_label(Report()).line, "Cites nobody.");
}

TEST(Label, TheOutletItselfIsNoSource) {
  Report report = sample_report();
  report.sources[0].own = true;
  EXPECT_EQ(make_label(report).line, "Cites 3 sources by name and 1 without a name.");
}

TEST(Label, IsWholeXmlAndNeitherAsksNorRunsAnything) {
  Report report = sample_report();
  report.sources[0].name = "{{card}} \xff\x01 Ana";
  for (const std::string& out : {write_label_svg(report), write_label_html(report)}) {
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(out.c_str())) << out;
    for (const char* never : {"<script", "http://", "https://", "url(", "src=", "onload", "<image", "@import"}) {
      if (std::string(never) == "http://" && out.starts_with("<svg")) continue;  // its name space
      EXPECT_THAT(out, Not(HasSubstr(never)));
    }
    EXPECT_EQ(out.find(kCardPlace), out.rfind(kCardPlace)) << "an article's words are no place for an address";
  }
}

TEST(Label, ReadsAloud) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(write_label_svg(sample_report()).c_str()));
  const pugi::xml_node svg = document.child("svg");
  EXPECT_EQ(svg.attribute("width").as_int(), 300);
  const pugi::xml_node image = svg.child("g");
  EXPECT_STREQ(image.attribute("role").value(), "img");
  EXPECT_EQ(image.child_value("title"), std::string(kLabelTitle));
  EXPECT_THAT(image.child_value("desc"), HasSubstr("Cites 4 sources by name and 1 without a name. By name: Ana Ruiz"));
  EXPECT_FALSE(image.child("a")) << "nothing within an image can be followed";
  EXPECT_STREQ(svg.child("a").attribute("href").value(), "{{card}}");
  ASSERT_TRUE(document.load_string(write_label_html(sample_report()).c_str()));
  EXPECT_EQ(document.child("aside").attribute("aria-label").value(), std::string(kLabelTitle));
}

TEST(Label, LinesFitTheImage) {
  Report report = sample_report();
  report.sources[0].name = std::string(47, 'W');
  report.sources[3].name = "日本の新聞記者の名前はとても長いので一行には入らないはずです";
  const std::string out = write_label_svg(report);
  EXPECT_THAT(out, Not(HasSubstr('>' + std::string(20, 'W')))) << "262 units hold no more of them";
  EXPECT_THAT(out, HasSubstr("WWWWWWWWWW"));
}

TEST(Label, TheCardStandsInItsPlace) {
  std::string label = "<a href=\"{{card}}\">";
  place_card(label, "a&b \"c\"#1.html");
  EXPECT_EQ(label, "<a href=\"a&amp;b%20%22c%22%231.html\">");
}

}  // namespace
}  // namespace hearsay
