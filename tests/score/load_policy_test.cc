// Policies as files: the shipped ones are clean and valid, a newsroom's own one is told what is wrong with it and
// where.
#include "score/load_policy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "score/scored.h"

namespace hearsay {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// A rules folder of its own: the shipped checks and default, and one more file.
class OwnPolicy : public testing::Test {
 protected:
  void SetUp() override {
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    root_ = std::filesystem::temp_directory_path() / (std::string("hearsay-policy-") + info->name());
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_ / "policies");
    for (const char* name : {"checks.xml", "default.xml"}) {
      std::filesystem::copy_file(rules_root() / "policies" / name, root_ / "policies" / name);
    }
  }
  void TearDown() override { std::filesystem::remove_all(root_); }
  Policy load(std::string_view xml, std::string_view name = "own") {
    std::ofstream(root_ / "policies" / (std::string(name) + ".xml")) << xml;
    return load_policy(root_, name, diagnostics_);
  }
  std::filesystem::path root_;
  Diagnostics diagnostics_;
};

TEST(Policies, AllShippedOnesLoadWithoutAWord) {
  const std::vector<std::string> ids = list_policies(rules_root());
  EXPECT_EQ(ids, (std::vector<std::string>{"ap", "bbc", "default", "guardian", "npr", "nyt", "reuters", "spj"}));
  for (const std::string& id : ids) {
    Diagnostics diagnostics;
    const Policy policy = load_policy(rules_root(), id, diagnostics);
    EXPECT_TRUE(diagnostics.empty()) << id << ": " << diagnostics.front().message;
    EXPECT_EQ(policy.id, id);
    EXPECT_GE(policy.checks.size(), 1U) << id;
    EXPECT_GE(policy.measures.size(), 3U) << id;
    EXPECT_EQ(policy.grades.size(), 6U) << id;
    EXPECT_EQ(policy.grades.front().letter, "A");
    EXPECT_GE(policy.questions.size(), 3U) << id;
    EXPECT_NE(policy.note.find("endorse"), std::string::npos) << id;
    for (const Check& check : policy.checks) {
      EXPECT_FALSE(check.why.empty()) << check.id;
      EXPECT_FALSE(check.message.empty()) << check.id;
      if (id != "default") {
        bool page = check.page.starts_with("https://");
        for (const Reason& reason : check.reasons) page = page || (reason.on && reason.page.starts_with("https://"));
        EXPECT_TRUE(page) << id << " " << check.id;
      }
    }
  }
}

TEST(Policies, AreValidByTheirSchema) {
  if (std::system("command -v xmllint >/dev/null") != 0) GTEST_SKIP() << "xmllint is not installed";
  const std::string root = rules_root().string();
  EXPECT_EQ(std::system(
                ("xmllint --noout --nonet --schema '" + root + "/policy.xsd' '" + root + "'/policies/*.xml 2>/dev/null")
                    .c_str()),
            0);
}

TEST(Policies, TheReadmeListsEveryFactAndCheck) {
  const std::string readme = read_file(rules_root() / "policies" / "README.md");
  for (const FactInfo& info : facts()) {
    EXPECT_NE(readme.find("| `" + std::string(info.name) + "` |"), std::string::npos) << info.name;
  }
}

TEST_F(OwnPolicy, ExtendsAndOverrides) {
  const Policy policy = load(R"(<policy id="own" extends="default">
 <check id="second-hand" severity="error"/>
 <check id="late-attribution"><threshold id="sentences" value="5"/><why page="https://example.org/rules">So we say.</why></check>
 <check id="unclear-speaker" severity="off"/>
 <measure id="documents" weight="0"/>
</policy>)");
  ASSERT_TRUE(diagnostics_.empty()) << diagnostics_.front().message;
  const auto check = [&](std::string_view id) {
    return std::find_if(policy.checks.begin(), policy.checks.end(), [&](const Check& one) { return one.id == id; });
  };
  EXPECT_EQ(check("unclear-speaker"), policy.checks.end());
  ASSERT_NE(check("second-hand"), policy.checks.end());
  EXPECT_EQ(check("second-hand")->severity, Severity::error);
  EXPECT_EQ(check("late-attribution")->thresholds.front().second, 5);
  EXPECT_EQ(check("late-attribution")->page, "https://example.org/rules");
  EXPECT_EQ(policy.measures.back().weight, 0);
  EXPECT_EQ(policy.grades.size(), 6U);
}

TEST_F(OwnPolicy, AFormerIdIsReadAsWhatItIsNowAndThatIsSaid) {
  const Policy policy = load(R"(<policy id="own" extends="default" checks="own">
 <check id="anon-bare" severity="error"/>
 <check id="passive-unsourced" severity="note"/>
</policy>)");
  ASSERT_EQ(policy.checks.size(), 2U);
  EXPECT_EQ(policy.checks[0].id, "anonymous-source");
  const auto& reasons = policy.checks[0].reasons;
  const auto bare = std::find_if(reasons.begin(), reasons.end(), [](const Reason& one) { return one.id == "bare"; });
  ASSERT_NE(bare, reasons.end());
  EXPECT_TRUE(bare->on && bare->always);
  EXPECT_EQ(bare->severity, Severity::error);
  EXPECT_EQ(policy.checks[1].id, "unclear-speaker");
  EXPECT_EQ(policy.checks[1].severity, Severity::note);
  ASSERT_EQ(diagnostics_.size(), 2U);
  EXPECT_EQ(diagnostics_[0].severity, Severity::note);
  EXPECT_EQ(diagnostics_[0].message, "“anon-bare” is the reason bare of anonymous-source now");
  EXPECT_EQ(diagnostics_[0].line, 2U);
  EXPECT_EQ(diagnostics_[1].message, "“passive-unsourced” is unclear-speaker now");
}

struct Fault {
  const char* xml;
  std::uint32_t line, column;
  const char* message;
};

TEST_F(OwnPolicy, SaysWhatIsWrongAndWhereAndGoesOn) {
  const Fault faults[] = {
      {"<policy id=\"own\">\n <check id=\"anon-none\"/><check id=\"second-hand\"/></policy>", 2, 2,
       "unknown check “anon-none”"},
      {"<policy id=\"own\">\n\n  <check id=\"unclear-speaker\" severity=\"fatal\"/><check "
       "id=\"second-hand\"/></policy>",
       3, 3, "unknown severity “fatal”"},
      {"<policy id=\"own\"><check id=\"second-hand\"><threshold id=\"x\" value=\"1\"/></check></policy>", 1, 42,
       "check second-hand has no threshold “x”"},
      {"<policy id=\"own\"><check id=\"second-hand\"/><measure id=\"length\" weight=\"1\"/></policy>", 1, 43,
       "unknown measure “length”"},
      {"<policy id=\"own\"><check id=\"second-hand\"/><measure id=\"documents\" weight=\"-1\"/></policy>", 1, 43,
       "the weight of documents is no number from 0"},
      {"<policy id=\"own\"><é/><check id=\"second-hand\"/></policy>", 1, 18, "unknown element <é>"},
      {"<policy id=\"own\" extends=\"own\"><check id=\"second-hand\"/></policy>", 1, 1,
       "the policy extends “own”, which leads back to it"},
  };
  for (const Fault& fault : faults) {
    diagnostics_.clear();
    const Policy policy = load(fault.xml);
    ASSERT_EQ(diagnostics_.size(), 1U) << fault.xml;
    EXPECT_EQ(diagnostics_[0].message, fault.message);
    EXPECT_EQ(diagnostics_[0].line, fault.line) << fault.message;
    EXPECT_EQ(diagnostics_[0].column, fault.column) << fault.message;
    EXPECT_FALSE(diagnostics_[0].remedy.empty());
    EXPECT_FALSE(diagnostics_[0].source_line.empty());
    ASSERT_EQ(policy.checks.size(), 1U) << fault.message;
    EXPECT_EQ(policy.checks[0].id, "second-hand");
  }
}

TEST_F(OwnPolicy, ABrokenCheckIsLeftOut) {
  const char* checks[] = {
      "<is fact=\"source.shy\" value=\"true\"/>",
      "<is fact=\"source.anonymous\" value=\"maybe\"/>",
      "<is fact=\"source.kind\" value=\"robot\"/>",
      "<at-least fact=\"source.kind\" value=\"1\"/>",
      "<at-least fact=\"source.attributions\" value=\"x\"/>",
      "<at-least fact=\"source.attributions\" threshold=\"none\"/>",
      "<is fact=\"claim.status\" value=\"named\"/>",
      "<all/>",
      "<maybe/>",
      "",
  };
  for (const char* when : checks) {
    diagnostics_.clear();
    std::ofstream(root_ / "policies" / "checks.xml")
        << "<checks>\n<check id=\"bad\" applies=\"source\"><when>" << when << "</when><message>m</message></check>\n"
        << "<check id=\"good\" applies=\"source\"><when><is fact=\"source.anonymous\" "
           "value=\"true\"/></when><message>m</message></check></checks>";
    const Policy policy = load("<policy id=\"own\"><check id=\"good\"/></policy>");
    ASSERT_EQ(diagnostics_.size(), 1U) << when;
    EXPECT_EQ(diagnostics_[0].line, 2U) << when;
    EXPECT_EQ(policy.checks.size(), 1U) << when;
  }
}

TEST_F(OwnPolicy, AReasonOfAnUnknownKindIsLeftOut) {
  const auto checks = [&](std::string_view kind) {
    std::ofstream(root_ / "policies" / "checks.xml")
        << "<checks>\n<check id=\"one\" applies=\"source\"><when><is fact=\"source.anonymous\" value=\"true\"/></when>"
        << "<reason id=\"why\" title=\"t\" kind=\"" << kind
        << "\"><when><is fact=\"source.plural\" value=\"true\"/></when><says>s</says></reason>"
        << "<message>m</message></check></checks>";
    diagnostics_.clear();
    return load("<policy id=\"own\"><check id=\"one\"/></policy>");
  };
  const Policy known = checks("document");
  EXPECT_TRUE(diagnostics_.empty());
  ASSERT_EQ(known.checks.at(0).reasons.size(), 1U);
  EXPECT_EQ(known.checks[0].reasons[0].kind, FindingKind::document);
  const Policy unknown = checks("rumour");
  ASSERT_EQ(diagnostics_.size(), 1U);
  EXPECT_EQ(diagnostics_[0].message, "unknown kind “rumour” of reason why");
  EXPECT_TRUE(unknown.checks.at(0).reasons.empty());
}

TEST_F(OwnPolicy, UnreadableFilesAreSaid) {
  const auto refused = [&](const auto& run) {
    try {
      run();
    } catch (const Fatal& fatal) {
      return fatal.diagnostic();
    }
    return Diagnostic{};
  };
  EXPECT_NE(refused([&] { (void)load("<policy"); }).message.find("not well-formed"), std::string::npos);
  diagnostics_.clear();
  const Diagnostic unknown = refused([&] { (void)load_policy(root_, "nowhere", diagnostics_); });
  EXPECT_NE(unknown.file.find("nowhere.xml"), std::string::npos);
  EXPECT_EQ(unknown.message, "there is no policy “nowhere”");
  EXPECT_NE(unknown.remedy.find("one of: default, own;"), std::string::npos) << unknown.remedy;
}

}  // namespace
}  // namespace hearsay
