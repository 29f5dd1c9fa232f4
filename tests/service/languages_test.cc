// An article in another language than the settings' own is read by the pack of that, where there is a whole one.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "folder.h"
#include "service/read_article.h"
#include "service/session.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = HEARSAY_SOURCE_DIR;

Settings english(const fs::path& rules = kSource / "rules") {
  return {.rules_root = rules, .evidence = false};
}

struct Read {
  Analysis analysis;
  const Session* session;
};

Read read_fixture(OtherLanguages& languages, const Session& own, const std::string& article, Diagnostics& diagnostics) {
  std::ifstream file(kSource / "fixtures" / "articles" / article, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  const Session* session = &own;
  Analysis analysis = languages.analyse(read_whole_article(bytes, article, *own.engine), session, diagnostics);
  return {std::move(analysis), session};
}

TEST(OtherLanguages, AreReadByTheirOwnPack) {
  Engines engines;
  const Session own{.settings = english(), .engine = engines.of(english())};
  OtherLanguages languages;
  Diagnostics diagnostics;
  const Read german = read_fixture(languages, own, "schleuse-sperrung/input.txt", diagnostics);
  EXPECT_NE(german.session, &own);
  EXPECT_EQ(german.session->settings.language, "de");
  EXPECT_EQ(german.analysis.scorecard.withheld.id, "pack");
  EXPECT_GE(german.analysis.attributions.size(), 12U);
  EXPECT_EQ(read_fixture(languages, own, "faehre-werft/input.html", diagnostics).session, german.session);
  const Read spanish = read_fixture(languages, own, "puerto-cerrado/input.html", diagnostics);
  EXPECT_EQ(spanish.session, &own);
  EXPECT_EQ(spanish.analysis.scorecard.withheld.id, "language");
  EXPECT_TRUE(diagnostics.empty());
}

TEST(OtherLanguages, AreLeftAloneWhereSettingsNameALanguage) {
  Engines engines;
  Settings settings = english();
  settings.language_given = true;
  const Session own{.settings = settings, .engine = engines.of(settings)};
  OtherLanguages languages;
  Diagnostics diagnostics;
  EXPECT_EQ(read_fixture(languages, own, "schleuse-sperrung/input.txt", diagnostics).session, &own);
}

TEST(OtherLanguages, AreReadWithoutTheHousesRulesButByItsRegisters) {
  const Folder folder;
  Engines engines;
  Settings settings = english();
  settings.extra_rules = {folder.write("house.xml",
                                       "<rules><rule id=\"house.x\" type=\"claim\" confidence=\"0.5\"><pattern><lex "
                                       "id=\"inward-noun\"/></pattern></rule></rules>"),
                          folder.write("contacts.csv", "name,kind\nJonas Falk,person\n")};
  const Session own{.settings = settings, .engine = engines.of(settings)};
  OtherLanguages languages;
  Diagnostics diagnostics;
  const Read german = read_fixture(languages, own, "schleuse-sperrung/input.txt", diagnostics);
  ASSERT_EQ(german.session->settings.language, "de");
  EXPECT_TRUE(diagnostics.empty());
  const auto& rules = german.session->engine->pack.program.rules;
  EXPECT_TRUE(std::none_of(rules.begin(), rules.end(), [](const Rule& rule) { return rule.id == "house.x"; }));
  const auto& sources = german.analysis.sources.all;
  EXPECT_TRUE(std::any_of(sources.begin(), sources.end(), [](const Source& one) { return one.name == "Jonas Falk"; }));
}

TEST(OtherLanguages, ABrokenPackCostsItsOwnArticlesAlone) {
  const Folder folder;
  fs::copy(kSource / "rules", folder.path() / "rules", fs::copy_options::recursive);
  fs::remove_all(folder.path() / "rules" / "de" / "lexicons");
  Engines engines;
  const Settings settings = english(folder.path() / "rules");
  const Session own{.settings = settings, .engine = engines.of(settings)};
  OtherLanguages languages;
  Diagnostics diagnostics;
  const Read german = read_fixture(languages, own, "schleuse-sperrung/input.txt", diagnostics);
  EXPECT_EQ(german.session, &own);
  EXPECT_EQ(german.analysis.scorecard.withheld.id, "language");
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].severity, Severity::warning);
  EXPECT_NE(diagnostics[0].message.find("this pack lacks"), std::string::npos) << diagnostics[0].message;
  EXPECT_EQ(read_fixture(languages, own, "schleuse-sperrung/input.txt", diagnostics).session, &own);
  EXPECT_EQ(diagnostics.size(), 1U) << "it is said once";
}

}  // namespace
}  // namespace hearsay
