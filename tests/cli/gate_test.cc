// The gate from outside: one document for many articles, baselines, suppressions, revisions, settings by folder, and
// the hook and the action that call it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <regex>
#include <sstream>

#include "cli/run_program.h"
#include "service/subprocess.h"

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kFerry =
    "Ferry talks stall\n\nBy Lena Orsk\n\nThe talks went on, Ana Ruiz said.\n\nThe ferry will not sail before spring, "
    "a "
    "senior official said.\n\nThe quay was unsafe, two engineers said.\n";

ProgramRun check(std::vector<std::string> arguments, const fs::path& cwd) {
  arguments.insert(arguments.begin(), "check");
  return run_program(arguments, {.cwd = cwd});
}

bool git(const fs::path& folder, std::vector<std::string> arguments) {
  std::vector<std::string> all = {"git", "-C", folder.string(), "-c", "user.name=x", "-c", "user.email=x@x.example"};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return hearsay::run_subprocess(all, 1U << 20U).exit == 0;
}

TEST(Gate, OneDocumentForAllArticlesWithAnyNumberOfThreads) {
  const Folder folder;
  for (int i = 0; i < 12; ++i) folder.write("in/" + std::to_string(i) + ".txt", kFerry);
  folder.write("in/bad.json", R"({"title": "Ferry line to close", "text": ""})");  // an article, and unreadable
  for (const char* format : {"sarif", "junit", "checkstyle", "csv", "github", "text"}) {
    const ProgramRun one = check({"--format", format, "--threads", "1", "in"}, folder.path());
    const ProgramRun four = check({"--format", format, "--threads", "4", "in"}, folder.path());
    EXPECT_EQ(one.exit, 2);
    EXPECT_EQ(one.out, four.out) << format;
    const ProgramRun file = check({"--format", format, "--out", "made", "in"}, folder.path());
    EXPECT_EQ(file.out, "");
    EXPECT_EQ(read_whole(folder.path() / "made"), one.out);
    EXPECT_THAT(one.out, Not(HasSubstr(folder.path().string())));
  }
  const Json sarif = Json::parse(check({"--format", "sarif", "in"}, folder.path()).out);
  EXPECT_EQ(sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "in/0.txt");
}

TEST(Gate, ABaselineForgivesAndSurvivesAnEditElsewhere) {
  const Folder folder;
  const std::string path = folder.write("a.txt", kFerry);
  const ProgramRun before = check({"a.txt"}, folder.path());
  EXPECT_THAT(before.out, HasSubstr("[anonymous-source]"));
  const ProgramRun written = check({"--write-baseline", ".old.xml", "a.txt"}, folder.path());
  EXPECT_EQ(written.exit, 0);
  EXPECT_EQ(written.out, "");
  ProgramRun after = check({"--baseline", ".old.xml", "--fail-on", "note", "a.txt"}, folder.path());
  EXPECT_EQ(after.exit, 0);
  EXPECT_EQ(after.out, "");
  EXPECT_THAT(after.err, HasSubstr("old ones hidden by the baseline"));

  std::string edited = kFerry;
  edited.insert(edited.find("The ferry"), "Nothing else was new on Monday, Ana Ruiz said.\n\n");
  edited += "\nThe pumps failed, a source said.\n";
  folder.write("a.txt", edited);
  fs::create_directory(folder.path() / "deeper");
  after = check({"--baseline", "../.old.xml", "../a.txt"}, folder.path() / "deeper");
  EXPECT_THAT(after.out, HasSubstr("“a source”"));
  EXPECT_THAT(after.out, Not(HasSubstr("“a senior official”")));

  folder.write("a.txt", "Ferry talks stall\n\nBy Lena Orsk\n\nThe talks went on, Ana Ruiz said.\n");
  after = check({"--baseline", ".old.xml", "a.txt"}, folder.path());
  EXPECT_THAT(after.err, HasSubstr("of the baseline gone"));

  folder.write("renamed.txt", kFerry);  // its findings are new: documented
  EXPECT_EQ(check({"--baseline", ".old.xml", "renamed.txt"}, folder.path()).out.substr(0, 12), "renamed.txt:");
}

struct BadBaseline {
  const char* bytes;
  const char* said;
};

TEST(Gate, ABrokenBaselineIsNamedWithItsPlace) {
  const Folder folder;
  folder.write("a.txt", kFerry);
  for (const BadBaseline& bad :
       {BadBaseline{"<baseline>\n<article></baseline>", "b.xml:2:"}, BadBaseline{"<rules/>", "the root is <rules>"},
        BadBaseline{"<baseline><known path=\"caf\xe9\"/></baseline>", "no UTF-8"},
        BadBaseline{"<!DOCTYPE baseline [<!ENTITY x SYSTEM \"/etc/hostname\">]><baseline/>", "document type"},
        BadBaseline{"<baseline>\n<article path=\"a.txt\"><finding check=\"x\"/></article></baseline>", "b.xml:2:"}}) {
    folder.write("b.xml", bad.bytes);
    const ProgramRun run = check({"--baseline", "b.xml", "a.txt"}, folder.path());
    EXPECT_EQ(run.exit, 2);
    EXPECT_THAT(run.err, HasSubstr(bad.said));
    EXPECT_THAT(run.out, HasSubstr("[anonymous-source]"));  // it forgives nothing
  }
  EXPECT_THAT(check({"--baseline", "none.xml", "a.txt"}, folder.path()).err, HasSubstr("--write-baseline none.xml"));
}

TEST(Gate, SuppressionsNeedAReasonAndAUse) {
  const Folder folder;
  std::string text = kFerry;
  text.insert(text.find("The ferry"), "[hearsay:ignore anonymous-source she would lose her post]\n");
  text.insert(text.find("The quay"), "[hearsay:ignore anonymous-source]\n");
  text += "\n[hearsay:ignore late-attribution for nothing]\nThe end.\n";
  folder.write("a.txt", text);
  const ProgramRun run = check({"a.txt"}, folder.path());
  EXPECT_THAT(run.out, Not(HasSubstr("a senior official")));
  EXPECT_THAT(run.out, HasSubstr("a.txt:10:1: warning: “anonymous-source” is suppressed without a reason"));
  EXPECT_THAT(run.out, HasSubstr("a.txt:13:1: warning: “late-attribution” is suppressed here but finds nothing"));
  EXPECT_THAT(run.out, HasSubstr("Who stands behind “two engineers”?"));
  EXPECT_THAT(run.err, HasSubstr("1 suppressed in the text"));
  const Json sarif = Json::parse(check({"--format", "sarif", "a.txt"}, folder.path()).out);
  std::size_t suppressed = 0;
  for (const Json& result : sarif["runs"][0]["results"]) {
    if (!result.contains("suppressions")) continue;
    ++suppressed;
    EXPECT_EQ(result["suppressions"][0]["justification"], "she would lose her post");
  }
  EXPECT_EQ(suppressed, 1U);
}

TEST(Gate, ASuppressionChangesNoScore) {
  const Folder folder;
  folder.write("a.txt", kFerry);
  std::string text = kFerry;
  text.insert(text.find("The ferry"), "[hearsay:ignore anonymous-source she would lose her post]\n");
  folder.write("b.txt", text);
  const auto score = [&](const char* path) {
    return Json::parse(run_program({"audit", "--format", "json", path}, {.cwd = folder.path()}).out)["score"];
  };
  EXPECT_EQ(score("a.txt"), score("b.txt"));
}

// Its lines are not those of its text.
const std::string kDraftWithFrontMatter =
    "---\ntitle: Dam gates fail\n---\n\n# Dam gates fail\n\nA source said\nthe gates were never tested.\n\n";

TEST(Gate, OnlyParagraphsTouchedSinceARevision) {
  const Folder folder;
  if (!git(folder.path(), {"init", "-q"})) GTEST_SKIP() << "git is not installed";
  folder.write("a b,é.txt", kFerry);
  folder.write("same.txt", kFerry);
  folder.write("draft.md", kDraftWithFrontMatter);
  ASSERT_TRUE(git(folder.path(), {"add", "."}) && git(folder.path(), {"commit", "-qm", "first"}));
  std::string edited = kFerry;
  edited.replace(edited.find("two engineers"), 13, "senior officials");
  folder.write("a b,é.txt", edited);
  folder.write("new/fresh.txt", kFerry);
  folder.write("draft.md", kDraftWithFrontMatter + "Another source said the dam is old.\n");
  const ProgramRun run = check({"--since", "HEAD", "."}, folder.path());
  EXPECT_THAT(run.out, HasSubstr("a b,é.txt:9:22: "));
  EXPECT_THAT(run.out, Not(HasSubstr("é.txt:7:")));
  EXPECT_THAT(run.out, HasSubstr("new/fresh.txt:7:"));
  EXPECT_THAT(run.out, Not(HasSubstr("same.txt")));
  EXPECT_THAT(run.out, HasSubstr("draft.md:10:1: warning"));
  EXPECT_THAT(run.out, Not(HasSubstr("draft.md:7:")));
  EXPECT_THAT(run.err, HasSubstr("in paragraphs not touched"));
  EXPECT_EQ(check({"--since", "HEAD", "same.txt"}, folder.path()).exit, 0);
}

struct BadRevision {
  std::vector<std::string> arguments;
  const char* said;
};

TEST(Gate, RevisionsThatCannotBeHadAreRefused) {
  const Folder folder;
  folder.write("alone/a.txt", kFerry);
  if (!git(folder.path(), {"init", "-q", "tree"})) GTEST_SKIP() << "git is not installed";
  folder.write("tree/a.txt", kFerry);
  for (const BadRevision& bad : {BadRevision{{"--since", "HEAD", "alone/a.txt"}, "lies in no git repository"},
                                 BadRevision{{"--since", "gone", "tree/a.txt"}, "git knows no revision 'gone'"},
                                 BadRevision{{"--since=--output=x", "tree/a.txt"}, "--since is '--output=x'"},
                                 BadRevision{{"--since", "HEAD", "-"}, "standard input"}}) {
    const ProgramRun run = check(bad.arguments, folder.path());
    EXPECT_EQ(run.exit, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, HasSubstr(bad.said));
    EXPECT_FALSE(fs::exists(folder.path() / "tree/x"));
  }
}

TEST(Gate, TheNearestSettingsJudgeEachFile) {
  const Folder folder;
  folder.write("hearsay.xml", "<hearsay><policy>default</policy></hearsay>");
  folder.write("desk/hearsay.xml", "<hearsay><policy>nyt</policy><fail-on>warning</fail-on></hearsay>");
  folder.write("a.txt", kFerry);
  folder.write("desk/a.txt", kFerry);
  const ProgramRun both = check({"a.txt", "desk"}, folder.path());
  EXPECT_EQ(both.exit, 1);  // for desk/a.txt alone
  EXPECT_THAT(
      both.out,
      HasSubstr("desk/a.txt:7:40: warning: Who stands behind “a senior official”? Little is told of who speaks"));
  EXPECT_THAT(both.out,
              HasSubstr("a.txt:7:40: warning: Who stands behind “a senior official”? Little is told of who speaks"));
  EXPECT_THAT(both.err, HasSubstr("2 articles"));  // settings are no article
  EXPECT_THAT(both.err, HasSubstr("(policy default, nyt)"));
  EXPECT_EQ(check({"--fail-on", "error", "a.txt", "desk"}, folder.path()).exit, 0);
  EXPECT_THAT(check({"--settings", "none", "desk"}, folder.path()).err, HasSubstr("(policy default)"));
}

TEST(Gate, AHouseRegisterIsKeptInASpreadsheet) {
  const Folder folder;
  folder.write("sources.csv", "name;kind;reliability\nOda Brakk;person;B\nTarn Lines;wizard;C\n");
  folder.write("hearsay.xml", "<hearsay><register href=\"sources.csv\"/></hearsay>");
  folder.write("a.txt", "The pumps failed, said Oda Brakk.\n");
  const ProgramRun run = run_program({"audit", "--format", "json", "a.txt"}, {.cwd = folder.path()});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("sources.csv:3: error: unknown kind \"wizard\""));
  EXPECT_THAT(run.err, HasSubstr("Tarn Lines;wizard;C"));
  const Json card = Json::parse(run.out);
  ASSERT_FALSE(card["sources"].empty());
  EXPECT_EQ(card["sources"][0]["reliability"], "B");
}

constexpr const char* kRelayed =
    "The dam above Velo was closed in May, Reuters reported.\n\n"
    "The wall had moved, Al Arabiya reported.\n\n"
    "The mayor had known of it for a year, Fox News reported.\n";

Json source_named(const Json& card, std::string_view name) {
  for (const Json& source : card["sources"]) {
    if (source["name"] == name) return source;
  }
  ADD_FAILURE() << "no source " << name;
  return Json::object();
}

TEST(Register, JudgementsOfOthersAreOffUnlessChosen) {
  const Folder folder;
  folder.write("a.txt", kRelayed);
  const std::vector<std::string> json_of = {"audit", "--settings", "none", "--format", "json", "a.txt"};
  const Json off = Json::parse(run_program(json_of, {.cwd = folder.path()}).out);
  EXPECT_TRUE(source_named(off, "Reuters")["reliability"].is_null());
  EXPECT_FALSE(source_named(off, "Reuters").contains("judgement"));

  std::vector<std::string> chosen = json_of;
  chosen.insert(chosen.end() - 1, {"--register", "perennial"});
  const ProgramRun run = run_program(chosen, {.cwd = folder.path()});
  EXPECT_EQ(run.exit, 0) << run.err;
  const Json on = Json::parse(run.out);
  const Json reuters = source_named(on, "Reuters");
  EXPECT_EQ(reuters["reliability"], "B");
  EXPECT_EQ(reuters["reliability_by"], "English Wikipedia editors, April 2026");
  EXPECT_EQ(reuters["judgement"]["by"], "English Wikipedia editors, April 2026");
  EXPECT_EQ(reuters["judgement"]["licence"], "CC BY-SA 4.0");
  EXPECT_EQ(reuters["judgement"]["verdicts"][0]["says"], "generally reliable");
  const Json open = source_named(on, "Al Arabiya");
  EXPECT_TRUE(open["reliability"].is_null()) << "no consensus is no letter";
  EXPECT_THAT(open["judgement"]["verdicts"][0]["says"].get<std::string>(), HasSubstr("no consensus"));
  const Json scoped = source_named(on, "Fox News");
  EXPECT_TRUE(scoped["reliability"].is_null()) << "a verdict on a part is no letter for the whole";
  EXPECT_EQ(scoped["judgement"]["verdicts"].size(), 3U);
  EXPECT_EQ(scoped["judgement"]["verdicts"][1]["scope"], "politics and science");
  EXPECT_EQ(on["score"], off["score"]) << "a judgement is not the grade";

  folder.write("hearsay.xml", "<hearsay><register href=\"perennial\"/></hearsay>");
  for (const char* format : {"json", "xml", "html", "text"}) {
    const ProgramRun by_settings = run_program({"audit", "--format", format, "a.txt"}, {.cwd = folder.path()});
    // The terminal breaks lines.
    const std::string flowing = std::regex_replace(by_settings.out, std::regex("\\n +"), " ");
    EXPECT_THAT(flowing, HasSubstr("English Wikipedia editors, April 2026")) << format;
    EXPECT_THAT(by_settings.out, HasSubstr("CC BY-SA 4.0")) << format;
    EXPECT_THAT(by_settings.out, testing::Not(HasSubstr("truth"))) << format;
  }
}

TEST(Explain, EveryCheckHasAnExampleInWhichItFindsSomething) {
  const fs::path rules = fs::path(HEARSAY_SOURCE_DIR) / "rules/policies";
  pugi::xml_document checks;
  ASSERT_TRUE(checks.load_file((rules / "checks.xml").c_str()));
  std::string policy = "<policy id=\"all\" name=\"All\">";
  for (const pugi::xml_node one : checks.document_element().children("check"))
    policy +=
        std::string("<check id=\"") + one.attribute("id").value() +
        (one.find_child_by_attribute("threshold", "id", "raise") ? "\"><threshold id=\"raise\" value=\"0\"/></check>"
                                                                 : "\"/>");
  pugi::xml_document shipped;
  ASSERT_TRUE(shipped.load_file((rules / "default.xml").c_str()));
  std::ostringstream rest;
  for (const pugi::xml_node node : shipped.document_element().children()) {
    const std::string_view name = node.name();
    if (name != "check" && name != "note" && node.type() == pugi::node_element) node.print(rest);
  }
  const Folder folder;
  folder.write("all.xml", policy + rest.str() + "</policy>");
  for (const pugi::xml_node one : checks.document_element().children("check")) {
    const std::string id = one.attribute("id").value();
    const std::string example = one.child_value("example");
    ASSERT_FALSE(example.empty()) << id;
    folder.write("x/" + id + ".txt", example + "\n");
  }
  const ProgramRun run = check({"--policy", "all.xml", "x"}, folder.path());
  for (const pugi::xml_node one : checks.document_element().children("check")) {
    const std::string id = one.attribute("id").value();
    EXPECT_TRUE(std::regex_search(run.out, std::regex("x/" + id + "\\.txt:[^\n]*\\[" + id + "\\]"))) << id << run.err;
  }
}

TEST(Explain, SaysWhyAndHowToSilence) {
  const Folder folder;
  const ProgramRun known = check({"--explain", "anonymous-source"}, folder.path());
  EXPECT_EQ(known.exit, 0);
  for (const char* words : {"Why: ", "For example", "[hearsay:ignore anonymous-source the reason]"})
    EXPECT_THAT(known.out, HasSubstr(words));
  EXPECT_THAT(check({"--explain", "late-attribution", "--policy", "ap"}, folder.path()).out,
              HasSubstr("late-attribution: "));
  const ProgramRun unknown = check({"--explain", "nonsense"}, folder.path());
  EXPECT_EQ(unknown.exit, 2);
  EXPECT_THAT(unknown.err, HasSubstr("anonymous-source"));
}

// The script of the action, as its runner would get it.
std::string action_script() {
  std::istringstream lines(read_whole(fs::path(HEARSAY_SOURCE_DIR) / "action.yml"));
  std::string script;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (inside) script += line.substr(std::min<std::size_t>(8, line.size())) + '\n';
    inside = inside || line == "      run: |";
  }
  return script;
}

TEST(Action, RunsOfflineWithHostileInputs) {
  const Folder folder;
  folder.write("a b;$(touch x).txt", kFerry);
  const std::string script = action_script();
  ASSERT_THAT(script, HasSubstr("hearsay check --format github"));
  const std::string path = "PATH=" + fs::path(HEARSAY_PROGRAM).parent_path().string() + ":/usr/bin:/bin";
  const hearsay::Subprocess run = hearsay::run_subprocess(
      {"env", path, "GITHUB_STEP_SUMMARY=" + (folder.path() / "summary.md").string(), "HEARSAY_FAIL_ON=warning",
       "HEARSAY_SARIF=out.sarif", "HEARSAY_PATHS=a b;$(touch x).txt", "bash", "--noprofile", "--norc", "-eo",
       "pipefail", "-c", "cd \"$1\"; " + script, "action", folder.path().string()},
      1U << 20U);
  EXPECT_EQ(run.exit, 1);
  EXPECT_THAT(run.out, HasSubstr("::warning file=a b;$(touch x).txt,line=7"));
  EXPECT_FALSE(fs::exists(folder.path() / "x"));
  EXPECT_THAT(read_whole(folder.path() / "summary.md"), HasSubstr("### hearsay: "));
  EXPECT_EQ(Json::parse(read_whole(folder.path() / "out.sarif"))["version"], "2.1.0");
}

TEST(PreCommit, ItsEntriesAreCommandsThatRun) {
  const Folder folder;
  if (!git(folder.path(), {"init", "-q"})) GTEST_SKIP() << "git is not installed";
  folder.write("a.txt", kFerry);
  ASSERT_TRUE(git(folder.path(), {"add", "."}) && git(folder.path(), {"commit", "-qm", "first"}));
  std::istringstream lines(read_whole(fs::path(HEARSAY_SOURCE_DIR) / ".pre-commit-hooks.yaml"));
  std::size_t entries = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::string sign = "  entry: hearsay ";
    if (!line.starts_with(sign)) continue;
    ++entries;
    std::istringstream words(line.substr(sign.size()));
    std::vector<std::string> arguments{std::istream_iterator<std::string>(words), {}};
    arguments.push_back("a.txt");
    EXPECT_EQ(run_program(arguments, {.cwd = folder.path()}).exit, 0) << line;
  }
  EXPECT_EQ(entries, 2U);
}

}  // namespace
