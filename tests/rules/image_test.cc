// A pack as the build compiles it: nothing is lost on the way, and it stands for its very files alone.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "rules/pack_fixture.h"
#include "rules/pack_image.h"

namespace hearsay {
namespace {

constexpr const char* kImageLexicons =
    "<lexicons><lexicon id=\"say\" pos=\"verb\"><e stance=\"neutral\">say</e><e>point out</e></lexicon></lexicons>";
constexpr const char* kImageRules =
    "<rules pack=\"en\" version=\"3\"><rule id=\"s\"><pattern content=\"after\"><source/> <cue lex=\"say\"/></pattern>"
    "<pass><source>Ana</source> said it failed.</pass><fail>No.</fail></rule></rules>";

class Image : public ::testing::Test {
 protected:
  Image() { folder.put("en/lexicons/a.xml", kImageLexicons).put("en/r.xml", kImageRules); }

  [[nodiscard]] LoadOptions options() const { return {.root = folder.root(), .language = "en"}; }
  [[nodiscard]] std::string made() {
    diagnostics.clear();
    return make_pack_image(options(), diagnostics);
  }
  /// Whether a load takes the image: a pack of other bytes than the files' tells.
  [[nodiscard]] std::string version_by(const std::string& bytes) {
    const std::filesystem::path path = folder.root() / "image.bin";
    std::ofstream(path, std::ios::binary) << bytes;
    LoadOptions with = options();
    with.image = path;
    diagnostics.clear();
    const Pack pack = load_pack(with, diagnostics);
    return pack.program.packs.at(0).version + (pack.program.rules.empty() ? "" : "+" + pack.program.rules[0].id);
  }

  PackFolder folder;
  Diagnostics diagnostics;
};

/// The shipped packs have every field that there is.
TEST(ShippedImage, ReadAndWrittenAgainIsTheSame) {
  for (const std::string language : {"en", "de"}) {
    const LoadOptions options{.root = std::filesystem::path(HEARSAY_SOURCE_DIR) / "rules", .language = language};
    Diagnostics diagnostics;
    const Pack pack = load_pack(options, diagnostics);
    ASSERT_TRUE(diagnostics.empty());
    const std::string bytes = write_pack_image(pack, options, "d");
    EXPECT_GT(bytes.size(), 100'000U);
    const std::optional<Pack> back = read_pack_image(bytes, options, "d");
    ASSERT_TRUE(back);
    EXPECT_TRUE(write_pack_image(*back, options, "d") == bytes) << language;
    EXPECT_EQ(back->program.rules.size(), pack.program.rules.size());
    EXPECT_EQ(back->program.rules.back().place.file, pack.program.rules.back().place.file);
    EXPECT_EQ(back->program.vocabulary.language.morphology, pack.program.vocabulary.language.morphology);
    EXPECT_EQ(back->registers.entries().size(), pack.registers.entries().size());

    std::ifstream file(std::filesystem::path(HEARSAY_BUILD_DIR) / "rules" / language / "pack.bin", std::ios::binary);
    const std::string built((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    EXPECT_TRUE(built == make_pack_image(options, diagnostics)) << "the build's image of " << language;
  }
}

TEST_F(Image, HoldsNoPathOfWhereItWasMade) {
  const std::string bytes = made();
  EXPECT_FALSE(bytes.empty());
  EXPECT_EQ(bytes.find(folder.root().string()), std::string::npos);
  LoadOptions elsewhere = options();
  elsewhere.root = "/elsewhere";
  const std::optional<Pack> pack = read_pack_image(write_pack_image(folder.load(), options(), "d"), elsewhere, "d");
  ASSERT_TRUE(pack && !pack->program.rules.empty());
  EXPECT_EQ(pack->program.rules[0].place.file, "/elsewhere/en/r.xml");
}

TEST_F(Image, StandsForItsFilesUntilOneChanges) {
  const std::string bytes = made();
  EXPECT_EQ(version_by(bytes), "3+s");
  folder.put("en/r.xml", "<rules pack=\"en\" version=\"4\"></rules>");
  EXPECT_EQ(version_by(bytes), "4");
  folder.put("en/r.xml", kImageRules);
  EXPECT_EQ(version_by(bytes), "3+s");
  folder.put("en/more.xml",
             "<rules pack=\"en\"><rule id=\"t\" colour=\"red\"/></rules>");  // broken: the files say so, not the image
  (void)version_by(bytes);
  EXPECT_FALSE(diagnostics.empty());
}

TEST_F(Image, ThatIsTornOrAnothersIsPassedOver) {
  const std::string bytes = made();
  ASSERT_FALSE(bytes.empty());
  const std::string digest = "d";
  const std::string good = write_pack_image(folder.load(), options(), digest);
  ASSERT_TRUE(read_pack_image(good, options(), digest));
  EXPECT_FALSE(read_pack_image(good, options(), "e"));
  for (std::size_t size = 0; size < good.size(); size += good.size() / 97 + 1)
    EXPECT_FALSE(read_pack_image(std::string_view(good).substr(0, size), options(), digest)) << size;
  for (std::size_t at = 0; at < good.size(); at += good.size() / 97 + 1) {
    std::string torn = good;
    torn[at] = static_cast<char>(torn[at] ^ 0x40);
    EXPECT_FALSE(read_pack_image(torn, options(), digest)) << at;
  }
  EXPECT_FALSE(read_pack_image(good + "x", options(), digest));
  EXPECT_EQ(version_by(bytes.substr(0, bytes.size() / 2)), "3+s");
  EXPECT_EQ(version_by("no image"), "3+s");
}

TEST_F(Image, OfFaultyFilesIsNotMade) {
  folder.put("en/r.xml", "<rules pack=\"en\"><rule id=\"t\" colour=\"red\"/></rules>");
  EXPECT_EQ(made(), "");
  EXPECT_FALSE(diagnostics.empty());
}

TEST_F(Image, OfFilesFromElsewhereIsNotMade) {
  std::filesystem::create_directories(folder.root() / "other");
  folder.put("other/more.xml", "<lexicons><lexicon id=\"m\"><e>more</e></lexicon></lexicons>");
  folder.put("en/lexicons/b.xml", "<lexicons><include href=\"../../other/more.xml\"/></lexicons>");
  EXPECT_EQ(made(), "");
  ASSERT_EQ(diagnostics.size(), 1U);
  EXPECT_EQ(diagnostics[0].message, "files from elsewhere are included");
}

TEST_F(Image, LeavesExtraFilesToBeRead) {
  const std::string bytes = made();
  const std::filesystem::path path = folder.root() / "image.bin";
  std::ofstream(path, std::ios::binary) << bytes;
  folder.put("house.xml",
             "<rules pack=\"en\"><rule id=\"house\"><pattern content=\"after\"><source/> "
             "<cue lex=\"say\"/> again</pattern><pass><source>Ana</source> said again it "
             "failed.</pass><fail>No.</fail></rule></rules>");
  LoadOptions with = options();
  with.image = path;
  with.extra = {folder.root() / "house.xml"};
  EXPECT_EQ(load_pack(with, diagnostics).program.rules.size(), 2U)
      << (diagnostics.empty() ? std::string() : diagnostics[0].message);
}

}  // namespace
}  // namespace hearsay
