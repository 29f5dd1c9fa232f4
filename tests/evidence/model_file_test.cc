// Weight files and the compiled model: there and back, and every way to be broken.
#include "evidence/model_file.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <set>
#include <string>

#include "evidence/frame.h"
#include "marked_text.h"
#include "tokens/vocabulary.h"

namespace hearsay {
namespace {

Weights small_weights() {
  Weights weights;
  weights.corpus = "nothing";
  weights.words = {{"said", Tag::VBD, "say", 9}, {"the", Tag::DT, "the", 30}};
  weights.stems = {{"say", 900, 9}};
  weights.tags = {{2, "ing", 5, {{static_cast<std::uint8_t>(Tag::VBG), std::int16_t{40}}}}};
  weights.cues = {{1, "say", 9, {{std::uint8_t{0}, std::int16_t{1024}}}}};
  weights.spans = {{1, "the 2 1", 4, {{std::uint8_t{5}, std::int16_t{-12}}, {std::uint8_t{6}, std::int16_t{7}}}}};
  weights.numbers.transition[3] = 0.5F;
  return weights;
}

TEST(Feature, HashIsTheTokensHash) {
  for (const char* word : {"", "a", "said", "n't", "\u00e9t\u00e9"}) EXPECT_EQ(hash_of(word), word_hash(word)) << word;
}

TEST(Feature, TemplatesHaveNamesOfTheirOwn) {
  for (const auto templates : {tag_templates(), cue_templates(), span_templates()}) {
    std::set<std::string_view> names;
    for (const FeatureTemplate& one : templates) {
      EXPECT_TRUE(names.insert(one.name).second) << one.name;
      EXPECT_LE(one.slots.size(), kMaxFeatureValues) << one.name;
    }
  }
}

TEST(Feature, ValuesAreReadAsTheyWereWritten) {
  const std::string said = "said";
  const WordNamer namer = [&](std::uint32_t hash) { return hash == hash_of(said) ? &said : nullptr; };
  const FeatureTemplate form{"all", "wwwtkn"};
  NamedFeature feature{
      .name = 3, .count = 6, .values = {hash_of(said), 0, static_cast<std::uint32_t>(Tag::NN), 0, 3, 17}};
  const std::string text = value_text(form, feature, namer, namer);
  EXPECT_EQ(text, "said _ <NN> - comma 17");
  FeatureKey key = 0;
  ASSERT_TRUE(key_of_value(3, form, text, key));
  EXPECT_EQ(key, feature_key(3, hash_of(said), 0, static_cast<std::uint32_t>(Tag::NN), 0, 3, 17));
  feature.values[0] = 12345678;
  EXPECT_EQ(value_text(form, feature, namer, namer), "") << "a word without a name";
  EXPECT_FALSE(key_of_value(3, form, "said _", key));
  EXPECT_FALSE(key_of_value(3, form, "said _ _ - comma x", key));
}

TEST(WeightFiles, PrintParseCompileAgree) {
  const Weights weights = small_weights();
  Diagnostics diagnostics;
  const Weights again = parse_weights(print_weights(weights), diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << diagnostics.front().message;
  EXPECT_TRUE(compile_weights(weights, diagnostics) == compile_weights(again, diagnostics));
  const Model model = model_of(again, diagnostics);
  ASSERT_FALSE(model.empty());
  EXPECT_EQ(model.word(hash_of("said")).rate, 900);
  EXPECT_EQ(model.word(hash_of("unheard")).known, 0);
  EXPECT_EQ(model.cue_rows[row_of(model.cue_keys, feature_key(1, hash_of("say")))].weight, 1024);
  EXPECT_EQ(row_of(model.cue_keys, feature_key(1, hash_of("unheard"))), 0U);
  EXPECT_FLOAT_EQ(model.numbers->transition[3], 0.5F);
}

TEST(WeightFiles, EveryFeatureOfManyIsFoundAndNoOther) {
  Weights weights = small_weights();
  weights.cues.clear();
  constexpr std::int16_t kMany = 9000;
  const auto word = [](int i) { return "w" + std::to_string(i); };
  for (std::int16_t i = 1; i <= kMany; ++i) weights.cues.push_back({1, word(i), 9, {{std::uint8_t{0}, i}}});
  Diagnostics diagnostics;
  const Model model = model_of(weights, diagnostics);
  ASSERT_TRUE(diagnostics.empty()) << diagnostics.front().message;
  std::set<std::size_t> rows;
  for (int i = 1; i <= kMany; ++i) {
    const std::size_t row = row_of(model.cue_keys, feature_key(1, hash_of(word(i))));
    EXPECT_EQ(model.cue_rows[row].weight, i);
    EXPECT_TRUE(rows.insert(row).second);
    EXPECT_EQ(row_of(model.cue_keys, feature_key(1, hash_of(word(-i)))), 0U);
  }
}

TEST(WeightFiles, BrokenRowsAreNamed) {
  struct Case {
    const char* file;
    const char* row;
    const char* message;
  };
  for (const Case& one :
       {Case{"cues.tsv", "nothing\tx\t1\t2\n", "unknown template"},
        Case{"cues.tsv", "stem\tx\t1\n", "expected 4 columns"},
        Case{"cues.tsv", "stem\tx\t1\t99999\n", "no number in range"},
        Case{"tags.tsv", "word\tx\t1\tQQ5\n", "TAG:weight"}, Case{"words.tsv", "word\n", "expected 4 columns"},
        Case{"stems.tsv", "say\tmuch\t3\n", "no number"}, Case{"spans.tsv", "word_side\tx\t1\n", "columns"}}) {
    WeightTexts texts = print_weights(small_weights());
    texts[one.file] += one.row;
    Diagnostics diagnostics;
    (void)parse_weights(texts, diagnostics);
    ASSERT_EQ(diagnostics.size(), 1U) << one.file << ' ' << one.row;
    EXPECT_EQ(diagnostics[0].file, one.file);
    EXPECT_GT(diagnostics[0].line, 3U);
    EXPECT_NE(diagnostics[0].message.find(one.message), std::string::npos) << diagnostics[0].message;
  }
  Diagnostics diagnostics;
  (void)parse_weights({}, diagnostics);
  EXPECT_FALSE(diagnostics.empty());
}

TEST(WeightFiles, RowsThatClashAreReported) {
  Weights weights = small_weights();
  weights.cues.push_back(weights.cues.front());
  weights.spans.push_back({1, "too few", 1, {{std::uint8_t{1}, std::int16_t{1}}}});
  Diagnostics diagnostics;
  EXPECT_FALSE(compile_weights(weights, diagnostics).empty());
  EXPECT_EQ(diagnostics.size(), 2U);
}

TEST(CompiledModel, DamageIsSeen) {
  Diagnostics none;
  const std::string good = compile_weights(small_weights(), none);
  struct Case {
    std::string bytes;
    const char* message;
  };
  std::string flipped = good;
  flipped[good.size() / 2] = static_cast<char>(flipped[good.size() / 2] ^ 1);
  std::string other_magic = good;
  other_magic[0] = 'x';
  std::string other_edition = good;
  other_edition[8] = 77;
  for (const Case& one :
       {Case{"", "too short"}, Case{good.substr(0, 40), "too short"}, Case{good.substr(0, good.size() - 64), "bytes"},
        Case{flipped, "sum"}, Case{other_magic, "no compiled model"}, Case{other_edition, "another version"}}) {
    Diagnostics diagnostics;
    EXPECT_TRUE(model_from_bytes(one.bytes, "evidence.bin", diagnostics).empty());
    ASSERT_EQ(diagnostics.size(), 1U) << one.message;
    EXPECT_EQ(diagnostics[0].severity, Severity::warning);
    EXPECT_NE(diagnostics[0].message.find(one.message), std::string::npos) << diagnostics[0].message;
  }
}

TEST(CompiledModel, IsMappedFromAFile) {
  Diagnostics diagnostics;
  EXPECT_TRUE(load_model("/nonexistent/evidence.bin", diagnostics).empty());
  EXPECT_TRUE(load_model("/", diagnostics).empty());
  EXPECT_EQ(diagnostics.size(), 2U);
  diagnostics.clear();
  const std::string path = testing::TempDir() + "/evidence_test.bin";
  std::ofstream(path, std::ios::binary) << compile_weights(small_weights(), diagnostics);
  EXPECT_FALSE(load_model(path, diagnostics).empty());
  EXPECT_TRUE(diagnostics.empty());
  std::remove(path.c_str());
}

TEST(ShippedWeights, CompileWithoutComplaint) {
  Diagnostics diagnostics;
  (void)compile_weights(shipped_weights(), diagnostics);
  EXPECT_TRUE(diagnostics.empty()) << diagnostics.front().file << ' ' << diagnostics.front().message;
  EXPECT_GT(shipped_weights().spans.size(), 10'000U);
}

}  // namespace
}  // namespace hearsay
