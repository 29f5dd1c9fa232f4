// What the line of progress says.
#include "cli/progress.h"

#include <gtest/gtest.h>

namespace hearsay {
namespace {

TEST(ProgressLine, SaysWhatIsKnown) {
  EXPECT_EQ(progress_line({}), "0 articles · 0.0 MB");
  EXPECT_EQ(progress_line({.articles = 1, .bytes = 2'000'000, .seconds = 2}), "1 article · 2.0 MB · 0/s · 1.0 MB/s");
  EXPECT_EQ(progress_line({.articles = 12'345, .failures = 6, .bytes = 30'000'000, .total = 92'000'000, .seconds = 10}),
            "12,345 articles · 30.0 of 92.0 MB · 1234/s · 3.0 MB/s · 6 failed · 21 s left");
  EXPECT_EQ(progress_line({.articles = 10, .bytes = 1'000'000, .total = 10'000'000'000, .seconds = 2}),
            "10 articles · 1.0 of 10000.0 MB · 5/s · 0.5 MB/s · 5 h 33 min left");
}

}  // namespace
}  // namespace hearsay
