// What a lenient parser would take for XML, and is none.
#include "base/xml_fault.h"

#include <gtest/gtest.h>

#include <string>

namespace hearsay {
namespace {

struct Row {
  const char* name;
  std::string bytes;
  int at;  // -1: nothing
};
class XmlFaults : public ::testing::TestWithParam<Row> {};

TEST_P(XmlFaults, AreToldWithTheirPlace) {
  const auto fault = xml_fault(GetParam().bytes);
  EXPECT_EQ(fault ? static_cast<int>(fault->at) : -1, GetParam().at) << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(
    All, XmlFaults,
    ::testing::Values(Row{"nothing", "", -1}, Row{"fine", "<a>caf\xC3\xA9 \t\r\n&#233;&#xE9;&#10;&amp;</a>", -1},
                      Row{"latin", "<a>caf\xE9</a>", 6}, Row{"control", "<a b=\"\x15\"/>", 6},
                      Row{"zero", std::string("<a>\0</a>", 8), 3}, Row{"named control", "<a>&#x15;</a>", 3},
                      Row{"named in tens", "<a>x&#21;</a>", 4}, Row{"named zero", "&#0;", 0},
                      Row{"beyond Unicode", "&#x110000;", 0}, Row{"beyond all numbers", "&#99999999999999999999;", 0},
                      Row{"surrogate", "&#xD800;", 0}, Row{"no character", "a\xEF\xBF\xBE", 1},
                      Row{"its reference", "&#xFFFF;", 0}, Row{"no reference", "&#;&#x;&# 1;&#5", -1},
                      Row{"delete is allowed", "\x7F", -1}));

}  // namespace
}  // namespace hearsay
