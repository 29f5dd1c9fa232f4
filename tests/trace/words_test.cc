// Stems, alignment and names.
#include <gtest/gtest.h>

#include "english_words.h"
#include "trace/align.h"
#include "trace/speaker.h"
#include "trace/stem.h"

namespace hearsay {
namespace {

Stem stem_of(std::string_view word) {
  return comparison_stem(word, english_vocabulary().language);
}

TEST(Stem, FoldsWhatReportersChange) {
  for (const auto& [left, right] : std::vector<std::pair<const char*, const char*>>{{"Pumps", "pump’s"},
                                                                                    {"pumped", "PUMPING"},
                                                                                    {"1,200", "1200"},
                                                                                    {"U.S.", "US"},
                                                                                    {"use", "used"},
                                                                                    {"regional", "region"},
                                                                                    {"Écluse", "écluses"},
                                                                                    {"n't", "not"}})
    EXPECT_EQ(stem_of(left), stem_of(right)) << left << ' ' << right;
  for (const auto& [left, right] : std::vector<std::pair<const char*, const char*>>{
           {"3.5", "35"}, {"US", "us"}, {"use", "US"}, {"pump", "pomp"}, {"hiss", "his"}})
    EXPECT_NE(stem_of(left), stem_of(right)) << left << ' ' << right;
  for (const char* const word : {"the", "We", "’s", "was"}) EXPECT_FALSE(is_content(stem_of(word))) << word;
  for (const char* const word : {"—", "”", "", "\xff"}) EXPECT_EQ(stem_of(word), 0U) << word;
  EXPECT_TRUE(is_content(stem_of("harbour")));
}

TEST(Stem, ALanguageOfWhichNothingIsKnown) {
  EXPECT_NE(comparison_stem("Pumpen", no_language()), comparison_stem("Pumpe", no_language()));
  EXPECT_EQ(comparison_stem("Pumpen", no_language()), comparison_stem("PUMPEN", no_language()));
}

TEST(Align, FindsAPieceInItsWhole) {
  const auto words = [](std::initializer_list<const char*> list) {
    std::vector<Stem> stems;
    for (const char* const word : list) stems.push_back(stem_of(word));
    return stems;
  };
  const auto whole = words({"nobody", "told", "us", "that", "the", "pumps", "failed", "at", "dawn"});
  const auto piece = words({"the", "pump", "failed"});
  const Alignment found = align(piece, whole);
  EXPECT_EQ(found.words, 3U);
  EXPECT_EQ(found.content, 2U);
  EXPECT_EQ(found.pairs.front(), std::pair(0U, 4U));
  EXPECT_EQ(align({}, whole).words, 0U);
  const std::vector<Stem> endless(100'000, stem_of("pump"));
  EXPECT_EQ(align(endless, endless).words, 600U);
}

struct NamePair {
  const char *left, *right;
  SameSource same;
};

TEST(Speaker, NamesOfOne) {
  const LanguageWords& english = english_vocabulary().language;
  for (const NamePair& pair : std::vector<NamePair>{{"Ana Ruiz", "Ruiz", SameSource::yes},
                                                    {"Ana M. Ruiz", "Ana Ruiz", SameSource::yes},
                                                    {"Ameer Ruiz", "Amir Ruiz", SameSource::yes},
                                                    {"Ana Ruiz", "Tomas Ruiz", SameSource::no},
                                                    {"HTA", "Harbour Transit Authority", SameSource::yes},
                                                    {"The HSF", "Harbour and Sea Fund", SameSource::yes},
                                                    {"Ana Ruiz", "Ivo Marn", SameSource::no},
                                                    {"", "Ivo Marn", SameSource::unknown},
                                                    {"…", "Ivo Marn", SameSource::unknown}}) {
    EXPECT_EQ(same_source(pair.left, pair.right, english), pair.same) << pair.left << " / " << pair.right;
    EXPECT_EQ(same_source(pair.right, pair.left, english), pair.same) << pair.right << " / " << pair.left;
  }
}

}  // namespace
}  // namespace hearsay
