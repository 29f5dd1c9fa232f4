// A baseline is written as its findings come, by way of the disk, and reads back as what was written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <initializer_list>
#include <string>
#include <utility>

#include "folder.h"
#include "service/baseline_writer.h"

namespace hearsay {
namespace {

Report article(const std::string& path, std::initializer_list<ReportFinding> findings) {
  Report report;
  report.path = path;
  report.findings = findings;
  return report;
}

ReportFinding finding(std::string check, std::string fingerprint, std::string message, std::uint32_t line) {
  ReportFinding made;
  made.check = std::move(check);
  made.fingerprint = std::move(fingerprint);
  made.message = std::move(message);
  made.line = line;
  return made;
}

std::string written(BaselineWriter& writer) {
  std::string bytes;
  writer.write([&](std::string_view piece) { bytes += piece; });
  return bytes;
}

void add_some(BaselineWriter& writer) {
  ReportFinding suppressed = finding("chain", "55", "silent", 7);
  suppressed.suppressed = "the text";
  writer.add(article("texts/b.txt", {finding("chain", "22", "Who \"said\" <it>?\nSomebody & others", 3), suppressed}));
  writer.add(article("texts/empty.txt", {}));
  writer.add(article("texts/a&\"b\".txt", {finding("lead", "33", "é\x01", 0), finding("chain", "11", "", 2)}));
  writer.add(article("-", {finding("lead", "44", "Printed", 1)}));
  writer.add(article("texts/b.txt", {finding("chain", "22", "Again", 4)}));  // another article of one file
}

constexpr const char* kSome = R"(<?xml version="1.0" encoding="UTF-8"?>
<baseline>
  <article path="-">
    <finding check="lead" fingerprint="44" line="1">Printed</finding>
  </article>
  <article path="a&amp;&quot;b&quot;.txt">
    <finding check="lead" fingerprint="33">é</finding>
    <finding check="chain" fingerprint="11" line="2"></finding>
  </article>
  <article path="b.txt">
    <finding check="chain" fingerprint="22" line="3">Who "said" &lt;it&gt;? Somebody &amp; others</finding>
    <finding check="chain" fingerprint="22" line="4">Again</finding>
  </article>
</baseline>
)";

TEST(BaselineWriter, ArticlesByPathFindingsAsTheyCame) {
  BaselineWriter writer("texts/baseline.xml");
  add_some(writer);
  EXPECT_EQ(writer.size(), 5U);
  EXPECT_EQ(written(writer), kSome);
}

TEST(BaselineWriter, NothingDependsOnWhatIsHeld) {
  for (const RecordSort::Held& held : {RecordSort::Held{.bytes = 1}, RecordSort::Held{.bytes = 1, .runs = 2}}) {
    BaselineWriter writer("texts/baseline.xml", held);
    add_some(writer);
    EXPECT_EQ(written(writer), kSome);
  }
}

TEST(BaselineWriter, NoFindingIsAnEmptyOne) {
  BaselineWriter writer("baseline.xml");
  writer.add(article("a.txt", {}));
  EXPECT_EQ(written(writer), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<baseline />\n");
}

TEST(BaselineWriter, IsReadAsItWasWritten) {
  const Folder folder;
  const std::filesystem::path file = folder.path() / "baseline.xml";
  BaselineWriter writer(file, {.bytes = 1});
  Report first = article((folder.path() / "a.txt").string(), {finding("lead", "11", "One", 1)});
  writer.add(first);
  folder.write("baseline.xml", written(writer));
  Diagnostics diagnostics;
  const Baseline read = Baseline::read(file, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  first.findings.push_back(finding("lead", "12", "Two", 2));
  EXPECT_EQ(read.forgive(first).hidden, 1U);
  ASSERT_EQ(first.findings.size(), 1U);
  EXPECT_EQ(first.findings[0].fingerprint, "12");
}

}  // namespace
}  // namespace hearsay
