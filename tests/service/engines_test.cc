// Engines are loaded once for all that name the same files, and stay while somebody holds them.
#include "service/engines.h"

#include <gtest/gtest.h>

#include <optional>
#include <thread>
#include <vector>

#include "folder.h"

namespace hearsay {
namespace {

Settings by_rules_alone() {
  return {.rules_root = std::filesystem::path(HEARSAY_SOURCE_DIR) / "rules", .evidence = false};
}

TEST(Engines, AreSharedByAllWhoseSettingsNameTheSameFiles) {
  Engines engines;
  Settings settings = by_rules_alone();
  const HeldEngine first = engines.of(settings);
  settings.outlet = "The Ellan Post";  // judges nothing of an engine
  settings.min_confidence = 0.5;
  std::vector<const Engine*> met(4, nullptr);
  std::vector<std::thread> threads;
  threads.reserve(met.size());
  for (const Engine*& one : met) threads.emplace_back([&] { one = &*engines.of(settings); });
  for (std::thread& thread : threads) thread.join();
  EXPECT_TRUE(first.is_new());
  EXPECT_TRUE(first.problems().empty());
  EXPECT_EQ(met, std::vector<const Engine*>(4, &*first));
  settings.min_certainty = 0.9;
  const HeldEngine other = engines.of(settings);
  EXPECT_TRUE(other.is_new());
  EXPECT_EQ(other->policy.certain, 0.9);
}

TEST(Engines, WhatIsHeldOutlivesThatFilesMayHaveChanged) {
  Engines engines;
  std::optional<HeldEngine> held(engines.of(by_rules_alone()));
  engines.forget();
  EXPECT_FALSE((*held)->pack.program.rules.empty());
  const HeldEngine anew = engines.of(by_rules_alone());
  EXPECT_TRUE(anew.is_new());
  EXPECT_NE(&*anew, &**held);
  held.reset();
  EXPECT_FALSE(engines.of(by_rules_alone()).is_new());
}

TEST(Engines, WhatIsWrongWithTheirFilesIsKnownToAllThatHoldThem) {
  const Folder folder;
  Engines engines;
  Settings settings = by_rules_alone();
  settings.extra_rules = {folder.write("house.xml", "<rules><nothing/></rules>")};
  EXPECT_FALSE(engines.of(settings).problems().empty());
  const HeldEngine again = engines.of(settings);
  EXPECT_FALSE(again.is_new());
  EXPECT_FALSE(again.problems().empty());
}

}  // namespace
}  // namespace hearsay
