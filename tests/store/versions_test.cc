// Earlier versions of articles: what a store keeps when another text comes under one id, and what a merge takes along.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/store.h"
#include "store/stored.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using testing::ScratchFolder;

Report version(const std::string& id, const std::string& text, const std::string& published = "",
               const std::string& url = "") {
  Report report = testing::fixture_reports().front();
  report.id = id;
  report.text = text + "\n" + report.text;
  report.title = text;
  report.sha256 = std::string(64 - text.size(), '0') + text;
  report.published = published;
  report.url = url;
  return report;
}

void store(const std::string& path, const std::vector<Report>& reports, const std::string& rules = "rules-1",
           std::size_t batch = 256) {
  StoreWriter writer(path, {.batch_articles = batch});
  for (const Report& report : reports) {
    PreparedArticle article;
    ASSERT_FALSE(prepare(report, rules, article).has_value());
    writer.add(std::move(article));
  }
  (void)writer.finish();
}

std::vector<std::string> titles(const std::string& path, const std::string& id) {
  std::vector<std::string> out;
  for (const StoredVersion& one : StoreReader(path).versions(id))
    out.push_back(one.report.title + (one.latest ? "*" : ""));
  return out;
}

TEST(StoreVersions, WhatIsReplacedStays) {
  for (const std::size_t batch : {1U, 2U, 256U}) {
    const ScratchFolder folder;
    const std::string path = folder.file("a.sqlite");
    store(path, {version("a", "one"), version("b", "other"), version("a", "two"), version("a", "three")}, "rules-1",
          batch);
    EXPECT_THAT(titles(path, "a"), ElementsAre("one", "two", "three*"));
    EXPECT_THAT(titles(path, "b"), ElementsAre("other*"));
    EXPECT_TRUE(titles(path, "c").empty());
    EXPECT_EQ(StoreReader(path).info().articles, 2U);
    EXPECT_EQ(StoreReader(path).info().versions, 2U);
    EXPECT_TRUE(check_store(path).empty());
    // A version is the scorecard as it was, byte by byte.
    EXPECT_EQ(write_json(StoreReader(path).versions("a").front().report), write_json(version("a", "one")));
  }
}

TEST(StoreVersions, OtherRulesAndOtherMarkupAreNoVersion) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  store(path, {version("a", "one")});
  store(path, {version("a", "one")}, "rules-2");
  Report markup = version("a", "one");
  markup.sha256 = std::string(64, 'f');
  store(path, {markup});
  EXPECT_THAT(titles(path, "a"), ElementsAre("one*"));
}

TEST(StoreVersions, ArticlesOfOneAddressAreVersions) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  const std::string url = "https://news.example/wall";
  store(path, {version("later", "two", "2025-03-04", url), version("first", "one", "2025-03-03", url),
               version("else", "three", "2025-03-05", "https://news.example/else")});
  EXPECT_THAT(titles(path, "later"), ElementsAre("one*", "two*"));
  EXPECT_THAT(titles(path, url), ElementsAre("one*", "two*"));
  std::vector<std::size_t> counts;
  StoreReader(path).for_each_changed([&](std::vector<StoredVersion>&& all) { counts.push_back(all.size()); });
  EXPECT_THAT(counts, ElementsAre(2U));
}

TEST(StoreVersions, OfOneIdTheOldestGo) {
  const ScratchFolder folder;
  const std::string path = folder.file("a.sqlite");
  std::vector<Report> all;
  for (int i = 100; i < 160; ++i) all.push_back(version("a", std::to_string(i)));
  store(path, all);
  const std::vector<std::string> kept = titles(path, "a");
  ASSERT_EQ(kept.size(), 51U);
  EXPECT_EQ(kept.front(), "109");
  EXPECT_EQ(kept.back(), "159*");
}

}  // namespace
}  // namespace hearsay
