// What git says of a tree, and how it is asked.
#include "service/touched.h"

#include <gtest/gtest.h>

#include "service/subprocess.h"

namespace hearsay {
namespace {

TEST(Diff, HunksByFile) {
  const auto files = parse_diff(
      "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -3 +3,2 @@ word\n-++ b/evil\n+@@ -1 +99 @@\n+++ b/evil\n"
      "@@ -9,2 +11,0 @@\n-a\n-b\n"
      "diff --git \"a/t\\303\\251\\\"\" \"b/t\\303\\251\\\"\"\n--- /dev/null\n+++ \"b/t\\303\\251\\\"\"\n@@ -0,0 +1,4 "
      "@@\n+a\n+b\n+c\n+d\n"
      "diff --git a/gone b/gone\n--- a/gone\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n@@ nonsense\n+++ b/\n@@ -1 +1 @@\n");
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files.at("x"), (std::vector<LineRange>{{3, 4}, {11, 12}}));
  EXPECT_EQ(files.at("té\""), (std::vector<LineRange>{{1, 4}}));
}

TEST(Subprocess, IsNoShellAndIsBounded) {
  EXPECT_EQ(run_subprocess({"printf", "%s", "$(x) ; 'y'"}, 100).out, "$(x) ; 'y'");
  EXPECT_EQ(run_subprocess({"no-such-program-here"}, 100).exit, 127);
  const Subprocess endless = run_subprocess({"yes"}, 1000);
  EXPECT_TRUE(endless.cut);
}

}  // namespace
}  // namespace hearsay
