// What gets no grade gets none from the program as people call it, with one clear line; what is no article is an error
// beside which the rest is done; a pack or policy that is not there ends the run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "cli/run_program.h"

namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using Json = nlohmann::json;

constexpr const char* kHindi =
    "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>बाँध की मरम्मत</title></head><body><article>"
    "<h1>बेलापुर बाँध की मरम्मत अगले साल</h1><p>बेलापुर के पुराने बाँध की मरम्मत अगले साल शुरू होगी, जिला अधिकारी सुमेधा रानावत ने "
    "सोमवार को पत्रकारों से कहा। उन्होंने बताया कि दो बार पानी का रिसाव हुआ था और अब काम में देरी नहीं की जा सकती।</p><p>गाँव के "
    "लोगों ने कहा कि उन्हें इस वादे पर भरोसा नहीं है, क्योंकि यह पहले भी कई बार किया गया था।</p></article></body></html>";
constexpr const char* kZulu =
    "<html lang=\"en-ZA\"><body><article><h1>Ibhuloho lizolungiswa ngonyaka ozayo</h1><p>Imeya yasePhumula uNks "
    "Thandolwethu Zikode uthe umasipala uzoqala ukulungisa ibhuloho elidala ngonyaka ozayo. Uthe abantu bendawo "
    "sebelinde isikhathi eside kakhulu futhi abasakwazi ukuwela uma lina.</p><p>Kodwa abahlali bathi abakholwa ngoba "
    "lesi sithembiso sesenziwe kaningi. Umphathi wesikole uthe izingane ziphuza ukufika nje ngoba kufanele zijikeleze "
    "phansi kwentaba.</p></article></body></html>";
constexpr const char* kIcelandic =
    "Ný brú tefst\n\nBæjarstjórinn í Klettavík, Hallgerður Sverrisdóttir, sagði í gær að ný brú yfir ána yrði ekki "
    "tilbúin fyrr en á næsta ári. Hún sagði að verkið hefði tafist vegna þess að efnið hefði ekki komið til landsins í "
    "tæka tíð.\n\nÍbúar eru ósáttir og segja að þeir hafi verið látnir bíða of lengi eftir þessu.\n";
constexpr const char* kSpanish =
    "El muelle tendrá que esperar\n\nLa alcaldesa de Puerto Albor, Inés Quiroga, dijo el lunes que las obras del "
    "muelle no empezarán hasta el próximo año. Según explicó, el dinero ya está aprobado, pero la empresa ha pedido "
    "más tiempo para estudiar el fondo.\n\nLos vecinos, que llevan años esperando, creen que es otra promesa sin "
    "fecha.\n";

struct Foreign {
  const char* name;
  const char* file;
  const char* bytes;
  const char* code;
  const char* language;
};
void PrintTo(const Foreign& one, std::ostream* out) {
  *out << one.name;
}

class InAnotherLanguage : public ::testing::TestWithParam<Foreign> {};

TEST_P(InAnotherLanguage, IsNotAuditedAndSaysSo) {
  const Folder folder;
  const std::string path = folder.write(GetParam().file, GetParam().bytes);
  const ProgramRun json = run_program({"audit", "--settings", "none", "--format", "json", path});
  EXPECT_EQ(json.exit, 0) << json.err;
  const Json card = Json::parse(json.out);
  EXPECT_EQ(card["article"]["language"], GetParam().code);
  EXPECT_EQ(card["article"]["language_how"], "text");
  EXPECT_TRUE(card["score"]["total"].is_null());
  EXPECT_TRUE(card["score"]["grade"].is_null());
  EXPECT_EQ(card["score"]["withheld_id"], "language");
  EXPECT_THAT(card["score"]["withheld"].get<std::string>(),
              AllOf(HasSubstr(GetParam().language), HasSubstr("not audited")));
  EXPECT_TRUE(card["attributions"].empty());
  EXPECT_TRUE(card["findings"].empty());
  EXPECT_THAT(json.err, AllOf(HasSubstr(path + ": note: "), HasSubstr(GetParam().language)));

  const ProgramRun text = run_program({"audit", "--settings", "none", path});
  EXPECT_THAT(text.out, AllOf(HasSubstr("Not audited"), HasSubstr(GetParam().language)));
  const ProgramRun page = run_program({"audit", "--settings", "none", "--format", "html", path});
  EXPECT_THAT(page.out, AllOf(HasSubstr("Not audited"), HasSubstr(GetParam().language)));
  const ProgramRun gate = run_program({"check", "--settings", "none", path});
  EXPECT_EQ(gate.exit, 0);
  EXPECT_THAT(gate.out,
              AllOf(HasSubstr("note: It is in "), HasSubstr(GetParam().language), HasSubstr("[not-audited]")));
  EXPECT_EQ(run_program({"check", "--settings", "none", "--fail-on", "note", path}).exit, 1);
}

INSTANTIATE_TEST_SUITE_P(Table, InAnotherLanguage,
                         ::testing::Values(Foreign{"Hindi", "a.html", kHindi, "hi", "Hindi"},
                                           Foreign{"Zulu", "a.html", kZulu, "zu", "Zulu"},
                                           Foreign{"Icelandic", "a.txt", kIcelandic, "is", "Icelandic"},
                                           Foreign{"Spanish", "a.txt", kSpanish, "es", "Spanish"}),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(TooLittle, HelloGetsNoGrade) {
  const Folder folder;
  const std::string path = folder.write("hello.txt", "hello\n");
  const ProgramRun run = run_program({"audit", "--settings", "none", "--format", "json", path});
  EXPECT_EQ(run.exit, 0) << run.err;
  const Json card = Json::parse(run.out);
  EXPECT_TRUE(card["score"]["total"].is_null());
  EXPECT_EQ(card["score"]["withheld_id"], "too-little");
  EXPECT_THAT(run_program({"audit", "--settings", "none", path}).out, HasSubstr("No grade  It has 1 word, too little"));
}

struct NoArticle {
  const char* name;
  std::string bytes;
  const char* message;
};
void PrintTo(const NoArticle& one, std::ostream* out) {
  *out << one.name;
}

class NotAnArticle : public ::testing::TestWithParam<NoArticle> {};

TEST_P(NotAnArticle, IsAnErrorAndTheRestIsDone) {
  const Folder folder;
  const std::string bad = folder.write("bad.txt", GetParam().bytes);
  const std::string good = folder.write("good.txt", "It rained, said Mara Quill, the mayor of Port Ellan.\n");
  const std::string cards = (folder.path() / "cards").string();
  const ProgramRun run = run_program({"audit", "--settings", "none", "--format", "json", "--out", cards, bad, good});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, AllOf(HasSubstr(bad + ": error: "), HasSubstr(GetParam().message)));
  EXPECT_FALSE(fs::exists(cards + "/bad.json"));
  EXPECT_TRUE(fs::exists(cards + "/good.json"));
}

std::string noise(std::size_t size) {
  std::string bytes;
  std::uint32_t state = 7;
  for (std::size_t i = 0; i < size; ++i) {
    state = state * 1664525U + 1013904223U;
    bytes += static_cast<char>(state >> 24U);
  }
  return bytes;
}

INSTANTIATE_TEST_SUITE_P(
    Table, NotAnArticle,
    ::testing::Values(NoArticle{"Empty", "", "empty file"}, NoArticle{"Blank", " \n\t\n", "empty file"},
                      NoArticle{"Png", "\x89PNG\r\n\x1a\n" + noise(500), "a PNG picture"},
                      NoArticle{"Elf",
                                "\x7f"
                                "ELF" +
                                    noise(500),
                                "a program"},
                      NoArticle{"Zip", "PK\x03\x04" + noise(500), "damaged or cut off"},
                      NoArticle{"Random", noise(5000), "binary data"},
                      NoArticle{"Nuls", std::string(400, '\0'), "binary data"},
                      NoArticle{"WordsAndNuls", "Some words.\n" + std::string(40, '\0') + "and more", "binary data"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(InAFolder, WhatIsNoArticleIsPassedOverInOneLine) {
  const Folder folder;
  folder.write("a/good.txt", "It rained, said Mara Quill, the mayor of Port Ellan.\n");
  folder.write("a/one.png", "\x89PNG\r\n\x1a\n" + noise(500));
  folder.write("a/two.jpg", "\xff\xd8\xff" + noise(500));
  folder.write("a/b/noise.bin", noise(5000));
  folder.write("a/empty.txt", "");
  folder.write("a/package.json", "{\"private\": true}\n");
  const std::string all = (folder.path() / "a").string(), cards = (folder.path() / "cards").string();
  const std::vector<std::string> begin = {"audit", "--settings", "none", "--format", "json", "--out", cards};
  const auto audit = [&](std::vector<std::string> paths) {
    paths.insert(paths.begin(), begin.begin(), begin.end());
    return run_program(paths);
  };
  const ProgramRun run = audit({all});
  EXPECT_EQ(run.exit, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr("5 files were passed over: 2 pictures, 1 binary, 1 empty, 1 JSON without text; "
                                 "name one to see why"));
  EXPECT_THAT(run.err, Not(HasSubstr("error")));
  EXPECT_TRUE(fs::exists(cards + "/good.json"));
  // One that is named has its own error, and so has a record among others.
  const ProgramRun named = audit({all, all + "/one.png"});
  EXPECT_EQ(named.exit, 2);
  EXPECT_THAT(named.err, AllOf(HasSubstr("one.png: error: not an article but a PNG picture"), HasSubstr("5 files")));
  folder.write("a/package.json", "{\"private\": true}\n{\"text\": \"It rained, Ana Ruiz said on Monday.\"}\n");
  const ProgramRun among = audit({all});
  EXPECT_EQ(among.exit, 2);
  EXPECT_THAT(among.err, AllOf(HasSubstr("package.json:1: error: no article text"), HasSubstr("4 files")));
}

TEST(InAFolder, OfPicturesAloneNothingIsAudited) {
  const Folder folder;
  folder.write("a/one.png", "\x89PNG\r\n\x1a\n" + noise(500));
  const ProgramRun run = run_program({"audit", "--settings", "none", (folder.path() / "a").string()});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("no article was found; 1 file was passed over: 1 picture"));
}

/// A copy of the program's rules, to be spoiled.
class SpoiledRules : public ::testing::Test {
 protected:
  void SetUp() override {
    fs::copy(HEARSAY_SOURCE_DIR "/rules", root(), fs::copy_options::recursive);
    article_ = folder_.write("a.txt", "It rained, said Mara Quill, the mayor of Port Ellan.\n");
  }
  [[nodiscard]] fs::path root() const { return folder_.path() / "rules"; }
  void expect_refused(const char* message, const char* remedy, std::vector<std::string> more = {}) const {
    std::vector<std::string> arguments = {"audit", "--settings", "none", "--rules", root().string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    arguments.push_back(article_);
    const ProgramRun run = run_program(arguments);
    EXPECT_EQ(run.exit, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_THAT(run.err, AllOf(HasSubstr("error: "), HasSubstr(message), HasSubstr(remedy)));
  }
  Folder folder_;
  std::string article_;
};

TEST_F(SpoiledRules, AnEmptyPack) {
  fs::remove_all(root() / "en");
  fs::create_directory(root() / "en");
  expect_refused("this is no rule pack: it has no pack.xml", "packs here: de");
}

TEST_F(SpoiledRules, APackWithoutRules) {
  for (const auto& entry : fs::directory_iterator(root() / "en")) {
    if (entry.path().extension() == ".xml" && entry.path().filename() != "pack.xml") fs::remove(entry.path());
  }
  expect_refused("this pack holds no rule", "packs here: de, en");
}

TEST_F(SpoiledRules, APackThatLacksALexicon) {
  fs::remove(root() / "en" / "lexicons" / "media.xml");
  expect_refused("this pack lacks ", "packs here: de, en");
}

TEST_F(SpoiledRules, NoPackOfTheLanguage) {
  fs::rename(root() / "en", root() / "fr");
  expect_refused("no rules for \"en\" here", "packs here: de, fr");
}

TEST_F(SpoiledRules, NoLanguages) {
  fs::remove(root() / "languages.xml");
  expect_refused("no language is described here", "languages.xml");
}

TEST_F(SpoiledRules, NoPageWords) {
  fs::remove(root() / "en" / "page.xml");
  expect_refused("no page.xml here has the page words byline-by, ", "take page.xml and pages.xml");
}

TEST_F(SpoiledRules, AnUnknownPolicy) {
  expect_refused("there is no policy “nosuch”", "one of: ap, bbc, default", {"--policy", "nosuch"});
}

TEST_F(SpoiledRules, APolicyThatCannotBeRead) {
  std::ofstream(root() / "policies" / "torn.xml") << "<policy id=\"torn\"";
  expect_refused("torn.xml", "one of: ap, bbc, default", {"--policy", "torn"});
}

}  // namespace
