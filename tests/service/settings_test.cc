// hearsay.xml: what is understood, what is refused and where.
#include "service/settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "archive/inputs.h"
#include "folder.h"
#include "service/outputs.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

TEST(SettingsFile, EverySettingIsRead) {
  const Folder folder;
  folder.write("house/own.xml", "<rules/>");
  const std::string path = folder.write(
      "hearsay.xml",
      "<hearsay><policy>p/ours.xml</policy><outlet> The Ellan Post "
      "</outlet><fail-on>warning</fail-on><min-confidence>0.25"
      "</min-confidence><evidence>off</evidence><threads>3</threads><rules href=\"house/own.xml\"/></hearsay>");
  Diagnostics diagnostics;
  const SettingsFile settings = read_settings(path, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_EQ(settings.policy, (folder.path() / "p/ours.xml").string());
  EXPECT_EQ(settings.outlet, "The Ellan Post");
  EXPECT_EQ(settings.fail_on, FailOn::warning);
  EXPECT_EQ(settings.min_confidence, 0.25);
  EXPECT_EQ(settings.evidence, false);
  EXPECT_EQ(settings.threads, 3U);
  ASSERT_EQ(settings.rules.size(), 1U);
  EXPECT_EQ(settings.rules[0], folder.path() / "house/own.xml");
}

struct Wrong {
  const char* name;
  const char* bytes;
  std::uint32_t line;
  const char* message;
};

void PrintTo(const Wrong& wrong, std::ostream* out) {
  *out << wrong.name;
}

class WrongSettings : public ::testing::TestWithParam<Wrong> {};

TEST_P(WrongSettings, AreNamedWithTheirPlaceAndARemedy) {
  const Folder folder;
  Diagnostics diagnostics;
  static_cast<void>(read_settings(folder.write("hearsay.xml", GetParam().bytes), diagnostics));
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].severity, Severity::error);
  EXPECT_EQ(diagnostics[0].line, GetParam().line);
  EXPECT_THAT(diagnostics[0].message, HasSubstr(GetParam().message));
  EXPECT_FALSE(diagnostics[0].remedy.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Table, WrongSettings,
    ::testing::Values(
        Wrong{"syntax", "<hearsay>\n<policy>ap</polcy>\n</hearsay>", 2, "no XML"},
        Wrong{"latin", "<hearsay>\n<policy>caf\xe9</policy></hearsay>", 2, "no UTF-8"},
        Wrong{"doctype", "<!DOCTYPE hearsay [<!ENTITY x SYSTEM \"/etc/hostname\">]>\n<hearsay/>", 1, "document type"},
        Wrong{"root", "<settings/>", 1, "the root is <settings>"},
        Wrong{"name", "<hearsay>\n\n<outlets>x</outlets></hearsay>", 3, "unknown setting <outlets>"},
        Wrong{"level", "<hearsay><fail-on>bad</fail-on></hearsay>", 1, "<fail-on> is 'bad'"},
        Wrong{"number", "<hearsay><min-confidence>2</min-confidence></hearsay>", 1, "<min-confidence> is '2'"},
        Wrong{"threads", "<hearsay><threads>-1</threads></hearsay>", 1, "<threads> is '-1'"},
        Wrong{"switch", "<hearsay><evidence>yes</evidence></hearsay>", 1, "<evidence> is 'yes'"},
        Wrong{"href", "<hearsay><rules/></hearsay>", 1, "<rules> has no href"},
        Wrong{"missing", "<hearsay><rules href=\"gone.xml\"/></hearsay>", 1, "there is no 'gone.xml'"},
        Wrong{"empty", "<!-- nothing -->", 1, "no XML"}),
    [](const auto& wrong) { return std::string(wrong.param.name); });

TEST(SettingsFile, IsFoundInTheNearestFolder) {
  const Folder folder;
  const std::string outer = folder.write("hearsay.xml", "<hearsay/>");
  const std::string inner = folder.write("a/b/hearsay.xml", "<hearsay/>");
  fs::create_directories(folder.path() / "a/b/c");
  EXPECT_EQ(find_settings(folder.path() / "a/b/c"), inner);
  EXPECT_EQ(find_settings(folder.path() / "a"), outer);
}

TEST(Inputs, FoldersAreSortedAndDotFilesLeftOut) {
  const Folder folder;
  for (const char* name : {"b.txt", "a/z.txt", "a/c.txt", ".hidden.txt", ".git/x.txt"}) folder.write(name, "x");
  Diagnostics diagnostics;
  const std::vector<Input> inputs = expand_inputs({folder.path().string()}, diagnostics);
  std::vector<std::string> ids;
  ids.reserve(inputs.size());
  for (const Input& input : inputs) ids.push_back(input.id);
  EXPECT_THAT(ids, ::testing::ElementsAre("c", "z", "b"));
  EXPECT_TRUE(diagnostics.empty());
}

TEST(Inputs, NamesStayApartEvenFromNumberedOnes) {
  Diagnostics diagnostics;
  std::vector<std::string> ids;
  for (const Input& input : expand_inputs({"a/x-2.txt", "a/x.txt", "b/x.html", "c/x", "-", "d/stdin"}, diagnostics))
    ids.push_back(input.id);
  EXPECT_THAT(ids, ::testing::ElementsAre("x-2", "x", "x-3", "x-4", "stdin", "stdin-2"));
}

TEST(Outputs, AnOldFileStandsWhereANewOneCannotBeWritten) {
  const Folder folder;
  const std::string path = folder.write("card.json", "old");
  EXPECT_FALSE(write_file(path, "new").has_value());
  EXPECT_EQ(read_whole(path), "new");
  fs::create_directory(folder.path() / "taken.json");
  const auto problem = write_file((folder.path() / "taken.json").string(), "new");
  ASSERT_TRUE(problem.has_value());
  EXPECT_THAT(problem->message, HasSubstr("cannot be written"));
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder.path())) ++files;
  EXPECT_EQ(files, 2U);  // nothing written aside is left
}

}  // namespace
}  // namespace hearsay
