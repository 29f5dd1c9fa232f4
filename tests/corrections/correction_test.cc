// Corrections as values, as XML and as JSON: what is sound, what is the same, what is refused and where.
#include "corrections/correction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <set>

#include "base/fingerprint.h"
#include "corrections/correction_json.h"
#include "corrections/correction_xml.h"
#include "folder.h"

namespace hearsay {
namespace {

using ::testing::HasSubstr;

Correction sound(CorrectionKind kind = CorrectionKind::reading, const std::string& value = "wrong",
                 const std::string& at = "2026-05-04T09:12:00Z") {
  Correction one;
  one.kind = kind;
  one.target = 0x90b1c4d26e7f0a35ULL;
  one.words = "said: the gate was open";
  one.value = value;
  if (value == "settled") one.reason = "agreed";
  one.by = "jh";
  one.at = at;
  one.id = correction_id(one);
  return one;
}

Correction changed(Correction one, const std::function<void(Correction&)>& change) {
  change(one);
  one.id = correction_id(one);
  return one;
}

TEST(Correction, WhatIsSoundAndWhatIsNot) {
  struct Row {
    Correction correction;
    std::string fault;  // the member; "": none
  };
  const auto name = [](auto change) { return changed(sound(CorrectionKind::source, "Mara Lind"), change); };
  const Row rows[] = {
      {sound(), ""},
      {sound(CorrectionKind::reading, "right"), ""},
      {sound(CorrectionKind::reading, "wrogn"), "value"},
      {sound(CorrectionKind::named, "named"), ""},
      {sound(CorrectionKind::named, "wrong"), "value"},
      {sound(CorrectionKind::source_kind, "document"), ""},
      {sound(CorrectionKind::source_kind, "author"), "value"},
      {sound(CorrectionKind::claim, "cannot-verify"), ""},
      {sound(CorrectionKind::claim, "settled"), "value"},
      {sound(CorrectionKind::finding, "settled"), ""},
      {changed(sound(CorrectionKind::finding, "settled"), [](Correction& c) { c.reason = " \n"; }), "reason"},
      {sound(CorrectionKind::finding, "open"), ""},
      {name([](Correction&) {}), ""},
      {name([](Correction& c) { c.source_kind = "named-person"; }), ""},
      {name([](Correction& c) { c.source_kind = "person"; }), "source_kind"},
      {name([](Correction& c) { c.source_kind = "author"; }), "value"},
      {name([](Correction& c) { c.source_kind = "author", c.value.clear(); }), ""},
      {name([](Correction& c) { c.source_kind = "unstated", c.value.clear(); }), ""},
      {name([](Correction& c) { c.value = " "; }), "value"},
      {name([](Correction& c) { c.value = std::string(401, 'x'); }), "value"},
      {name([](Correction& c) { c.words = "a\x01"; }), "target.words"},
      {name([](Correction& c) { c.words = "\xEF\xBF\xBF"; }), "target.words"},
      {name([](Correction& c) { c.reason = "two\nlines"; }), ""},
      {name([](Correction& c) { c.reason = "\xff"; }), "reason"},
      {name([](Correction& c) { c.evidence = std::string(4001, 'x'); }), "evidence"},
      {name([](Correction& c) { c.by.clear(); }), "by"},
      {name([](Correction& c) { c.at = "2026-05-04"; }), "at"},
      {name([](Correction& c) { c.at = "2026-13-04T09:12:00Z"; }), "at"},
      {name([](Correction& c) { c.at = "2026-05-04T25:12:00Z"; }), "at"},
      {changed(sound(), [](Correction& c) { c.source_kind = "media"; }), "source_kind"},
  };
  for (const Row& row : rows) {
    const auto fault = fault_of(row.correction);
    EXPECT_EQ(fault ? fault->member : "", row.fault) << row.correction.value << ": " << (fault ? fault->why : "");
  }
  Correction forged = sound();
  forged.id = "0000000000000000";
  ASSERT_TRUE(fault_of(forged));
  EXPECT_EQ(fault_of(forged)->member, "id");
}

TEST(Correction, TheIdIsOfEveryMember) {
  const std::string id = sound().id;
  const std::function<void(Correction&)> changes[] = {[](Correction& c) { c.kind = CorrectionKind::named; },
                                                      [](Correction& c) { ++c.target; },
                                                      [](Correction& c) { c.words += "s"; },
                                                      [](Correction& c) { c.value = "right"; },
                                                      [](Correction& c) { c.reason = "r"; },
                                                      [](Correction& c) { c.evidence = "r"; },
                                                      [](Correction& c) { c.by = "ed"; },
                                                      [](Correction& c) { c.at[3] = '7'; }};
  std::set<std::string> ids = {id};
  for (const auto& change : changes) EXPECT_TRUE(ids.insert(changed(sound(), change).id).second);
  EXPECT_TRUE(read_fingerprint(id));
}

TEST(Correction, TwoPeoplesAreMergedWhateverTheirOrder) {
  const Correction early = sound(CorrectionKind::claim, "query", "2026-05-04T09:00:00Z");
  const Correction late = sound(CorrectionKind::claim, "confirmed", "2026-05-05T09:00:00Z");
  Corrections mine, theirs;
  EXPECT_TRUE(add_correction(mine, late));
  EXPECT_FALSE(add_correction(mine, late));
  EXPECT_TRUE(add_correction(mine, sound()));
  EXPECT_TRUE(add_correction(theirs, late));
  EXPECT_TRUE(add_correction(theirs, early));
  Corrections one = mine, other = theirs;
  one.insert(one.end(), theirs.begin(), theirs.end());
  other.insert(other.end(), mine.begin(), mine.end());
  put_in_order(one);
  put_in_order(other);
  EXPECT_EQ(one, other);
  ASSERT_EQ(one.size(), 3U);
  EXPECT_EQ(one.back(), late);  // of one thing the later one stands last
  EXPECT_EQ(write_correction_xml(one), write_correction_xml(other));
  EXPECT_TRUE(remove_correction(one, late.id));
  EXPECT_FALSE(remove_correction(one, late.id));
}

Corrections odd_ones() {
  Corrections all;
  for (const std::string words : {"“a” <b> & 'c' ]]>", " \t\n leading", "ligne\nà la ligne", "😀 e\xCC\x81", "   "}) {
    add_correction(all, changed(sound(CorrectionKind::source, "x" + words), [&](Correction& c) {
                     c.words = words;
                     c.reason = words;
                     c.evidence = words;
                     c.by = "<" + words + "\">";
                     c.target = c.target + all.size();
                   }));
  }
  add_correction(all, sound(CorrectionKind::finding, "settled"));
  return all;
}

TEST(CorrectionXml, ReadsWhatItWrites) {
  Diagnostics diagnostics;
  const std::string xml = write_correction_xml(odd_ones());
  EXPECT_EQ(read_correction_xml(xml, "x", diagnostics), odd_ones());
  EXPECT_TRUE(diagnostics.empty()) << diagnostics.front().message;
  EXPECT_EQ(write_correction_xml(read_correction_xml(xml, "x", diagnostics)), xml);
  if (std::system("xmllint --version >/dev/null 2>&1") != 0) GTEST_SKIP() << "xmllint is not installed";
  const Folder folder;
  folder.write("x.hearsay.xml", xml);
  const std::string command = "xmllint --nonet --noout --schema '" HEARSAY_SOURCE_DIR "/rules/corrections.xsd' '" +
                              (folder.path() / "x.hearsay.xml").string() + "' >/dev/null 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST(CorrectionJson, ReadsWhatItWrites) {
  Corrections read;
  const auto fault = read_correction_list(write_correction_list(odd_ones()), read);
  EXPECT_FALSE(fault) << fault->message;
  EXPECT_EQ(read, odd_ones());
  Correction one;
  EXPECT_FALSE(read_correction(write_correction(sound()), "", "", one));
  EXPECT_EQ(one, sound());
}

TEST(CorrectionJson, WhatIsNotGivenIsFilledIn) {
  Correction one;
  const auto fault = read_correction(
      R"({"kind": "claim", "target": {"fingerprint": "90b1c4d26e7f0a35"}, "value": "query", "reason": "a\r\nb"})", "ed",
      "2026-05-04T09:12:00Z", one);
  ASSERT_FALSE(fault) << fault->message;
  EXPECT_EQ(one.by, "ed");
  EXPECT_EQ(one.reason, "a\nb");
  EXPECT_EQ(one.id, correction_id(one));
}

TEST(CorrectionJson, SaysWhatIsWrong) {
  const std::string target = R"("target": {"fingerprint": "90b1c4d26e7f0a35"})";
  const std::string rest = R"("by": "jh", "at": "2026-05-04T09:12:00Z")";
  const auto list = [](const std::string& item) { return "{\"corrections\": [" + item + "]}"; };
  const std::pair<std::string, std::string> rows[] = {
      {"", "this is no JSON"},
      {"[]", "must be an object with a list 'corrections'"},
      {"{\"corrections\": 1}", "corrections must be a list"},
      {"{\"corrections\": [], \"x\": 1}", "the list has an unknown member 'x'"},
      {list("1"), "corrections[0] must be an object"},
      {list("{\"kind\": \"claim\"}"), "corrections[0].target must be an object"},
      {list("{\"kind\": \"x\", " + target + ", \"value\": \"open\", " + rest + "}"),
       "corrections[0].kind must be one of"},
      {list("{\"kind\": 1, " + target + "}"), "corrections[0].kind must be a string"},
      {list("{\"kind\": \"claim\", \"target\": {\"fingerprint\": \"90B1C4D26E7F0A35\"}, \"value\": \"open\"}"),
       "fingerprint must be 16 hexadecimal digits"},
      {list("{\"kind\": \"claim\", " + target + ", \"value\": \"done\", " + rest + "}"),
       "corrections[0].value must be one of: open, confirmed"},
      {list("{\"kind\": \"claim\", " + target + ", \"value\": \"open\", \"state\": \"met\", " + rest + "}"),
       "unknown member 'state'"},
      {list(std::string(100'000, '[')), "nested too deeply"},
      {list("{\"kind\": \"claim\", " + target + ", \"value\": \"open\", \"by\": \"jh\"}"),
       "corrections[0].at is no time"},
  };
  for (const auto& [json, message] : rows) {
    Corrections corrections;
    const auto fault = read_correction_list(json, corrections);
    ASSERT_TRUE(fault) << json.substr(0, 200);
    EXPECT_THAT(fault->message, HasSubstr(message));
    EXPECT_TRUE(corrections.empty());
  }
  Corrections corrections;
  EXPECT_TRUE(read_correction_list(std::string(kMostCorrectionBytes + 1, ' '), corrections));
}

TEST(CorrectionXml, WhatIsWrongIsToldWithItsPlaceAndTheRestIsTaken) {
  const std::string good =
      R"(<correction kind="claim" target="90b1c4d26e7f0a35" value="open" by="jh" at="2026-05-04T09:12:00Z"/>)";
  struct Row {
    std::string xml, message;
    std::uint32_t line;
    std::size_t taken;
  };
  const Row rows[] = {
      {"<corrections>\n" + good + "\n<corection/></corrections>", "<corection> is unknown here", 3, 1},
      {"<corrections>\n<correction kind=\"x\"/>\n" + good + "</corrections>", "kind 'x' is unknown", 2, 1},
      {"<corrections>\n\n<correction kind=\"claim\" target=\"zz\"/></corrections>", "no fingerprint", 3, 0},
      {"<corrections>\n<correction kind=\"claim\" colour=\"red\"/></corrections>", "no attribute 'colour'", 2, 0},
      {"<corrections>\n<correction kind=\"claim\" target=\"90b1c4d26e7f0a35\" value=\"done\" by=\"a\" "
       "at=\"2026-05-04T09:12:00Z\"/></corrections>",
       "value must be one of", 2, 0},
      {"<corrections>\n<correction id=\"0123456789abcdef\" " + good.substr(12) + "</corrections>", "was edited", 2, 1},
      {"<baseline/>", "the root is <baseline>", 1, 0},
      {"<!DOCTYPE c [<!ENTITY a \"b\">]>\n<corrections/>", "a document type is not allowed", 1, 0},
      {"<corrections>\n<correction", "no XML", 2, 0},
      {"<corrections>\n\xff</corrections>", "no UTF-8", 2, 0},
      {"", "no XML", 1, 0},
  };
  for (const Row& row : rows) {
    Diagnostics diagnostics;
    EXPECT_EQ(read_correction_xml(row.xml, "d.hearsay.xml", diagnostics).size(), row.taken) << row.xml;
    ASSERT_EQ(diagnostics.size(), 1U) << row.xml;
    EXPECT_THAT(diagnostics[0].message, HasSubstr(row.message));
    EXPECT_EQ(diagnostics[0].line, row.line) << row.message;
    EXPECT_EQ(diagnostics[0].file, "d.hearsay.xml");
    EXPECT_FALSE(diagnostics[0].remedy.empty());
  }
}

TEST(CorrectionXml, HostileFilesEndSoon) {
  std::string deep = "<corrections>";
  for (int i = 0; i < 200'000; ++i) deep += "<words>";
  std::string many = "<corrections>";
  for (int i = 0; i < 100'000; ++i) many += "<x/>";
  const std::string huge(kMostCorrectionBytes + 1, '<');
  const std::string names = "<corrections><" + std::string(1'000'000, 'n') + "/></corrections>";
  for (const std::string& xml : {deep, many + "</corrections>", huge, names}) {
    Diagnostics diagnostics;
    EXPECT_TRUE(read_correction_xml(xml, "x", diagnostics).empty());
    EXPECT_FALSE(diagnostics.empty());
    EXPECT_LE(diagnostics.size(), 50U);
    for (const Diagnostic& one : diagnostics) EXPECT_LT(one.message.size(), 300U);
  }
}

}  // namespace
}  // namespace hearsay
