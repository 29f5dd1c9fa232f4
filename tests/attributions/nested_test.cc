// What somebody says that others said: the chain of each inner saying, by rules and evidence together.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline.h"
#include "read_english.h"
#include "shipped_engine.h"

namespace hearsay {
namespace {

/// "outer<inner" of each attribution that lies in another, by the words of their sources.
std::vector<std::string> inner_sayings(const std::string& text) {
  const Analysis a = analyse(read_english(text, "input"), shipped_engine());
  std::vector<std::string> found;
  for (const Attribution& one : a.attributions) {
    if (one.within == kNone) continue;
    const auto words = [&](TokenRange range) { return std::string(text_of(a.document, a.text, range)); };
    found.push_back(words(a.attributions[one.within].source) + "<" + words(one.source));
  }
  return found;
}

struct SayingsRow {
  const char* text;
  std::vector<std::string> sayings;
};

TEST(Nested, WhoSaidWhatIsALink) {
  const SayingsRow rows[] = {
      {"The minister said the union had told him that the talks were over.", {"The minister<the union"}},
      {"“The captain told me the boat was safe,” Lena Ost said.", {"Lena Ost<The captain"}},
      {"The coast guard said the hull, according to two divers, was patched.", {"The coast guard<two divers"}},
      {"Ruiz acknowledged that, as the mayor says, the wall is old.", {"Ruiz<the mayor"}},
      {"The Harbour Post wrote that Ruiz “told the mayor that the wall was old”.", {"The Harbour Post<Ruiz"}},
      {"The mayor said Ruiz, in a talk with Lind, had denied that the wall was old.", {"The mayor<Ruiz"}},
  };
  for (const SayingsRow& row : rows) EXPECT_EQ(inner_sayings(row.text), row.sayings) << row.text;
}

TEST(Nested, WhatGoesOnInSomebodyIsNone) {
  const SayingsRow rows[] = {
      {"“I think the wall is old and we want it mended,” Ruiz said.", {}},
      {"“I told them the wall was old,” Ruiz said.", {"Ruiz<I"}},
  };
  for (const SayingsRow& row : rows) EXPECT_EQ(inner_sayings(row.text), row.sayings) << row.text;
}

TEST(Floating, GoesOnWithWhoSpoke) {
  const Analysis a =
      analyse(read_english("Ruiz said the plan was dead. “It was never alive at all.”", "input"), shipped_engine());
  ASSERT_EQ(a.attributions.size(), 1U);
  EXPECT_EQ(a.attributions[0].content.size(), 2U);
  const Analysis b = analyse(read_english("“We closed the line on Monday.” The council insisted on a fine.", "input"),
                             shipped_engine());
  for (const Attribution& one : b.attributions)
    for (const TokenRange span : one.content) EXPECT_NE(span.begin, 0U);
}

}  // namespace
}  // namespace hearsay
