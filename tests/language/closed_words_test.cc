// The shipped closed words: every role has its words, and no two words are one to the program.
#include "language/closed_words.h"

#include <gtest/gtest.h>

#include <map>

#include "base/word_hash.h"
#include "english_words.h"
#include "rules/words.h"

namespace hearsay {
namespace {

TEST(ClosedWords, EveryRoleIsGiven) {
  const LanguageWords& english = english_vocabulary().language;
  for (std::size_t role = 0; role < kRoleCount; ++role)
    EXPECT_TRUE(english.given.test(role)) << role_name(static_cast<Role>(role));
  for (std::size_t ending = 0; ending < kEndingCount; ++ending)
    EXPECT_TRUE(english.given_endings.test(ending)) << ending_name(static_cast<WordEnding>(ending));
}

TEST(ClosedWords, FilesAreFineAndNoTwoWordsShareAHash) {
  LanguageWords words;
  Diagnostics diagnostics;
  PackFiles files;
  files.read(english_language(), diagnostics);
  std::map<std::uint32_t, std::string> by_hash;
  for (const auto& file : files.all()) {
    load_language(*file, words, diagnostics);
    for (const pugi::xml_node node : file->root().children("words")) {
      for (const std::string_view word : split_list(node.child_value())) {
        const std::string lower = lower_words(word);
        EXPECT_EQ(by_hash.try_emplace(word_hash(lower), lower).first->second, lower);
      }
    }
  }
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_LE(by_hash.size(), words.closed.size() + words.compared.size());
  EXPECT_GE(by_hash.size(), words.closed.size());
}

// The kinds of closed words are asked one after another; were they not disjoint, the order would decide.
TEST(ClosedWords, KindsAreDisjoint) {
  const LanguageWords& english = english_vocabulary().language;
  const Role kinds[] = {Role::genitive_of,    Role::infinitive_to, Role::complementiser_that,
                        Role::kind_auxiliary, Role::agent_by,      Role::kind_subordinator,
                        Role::kind_who,       Role::kind_negation, Role::kind_time};
  const Role abbreviations[] = {Role::abbreviation_of_title, Role::abbreviation_anywhere,
                                Role::abbreviation_capitalised, Role::abbreviation_of_state,
                                Role::abbreviation_before_figure};
  std::map<std::string, Role> of;
  for (const Role role : kinds) {
    for (const std::string& word : english.closed.words_of(role))
      EXPECT_TRUE(of.emplace(word, role).second) << word << " " << role_name(role);
  }
  of.clear();
  for (const Role role : abbreviations) {
    for (const std::string& word : english.closed.words_of(role))
      EXPECT_TRUE(of.emplace(word, role).second) << word << " " << role_name(role);
  }
}

TEST(ClosedWords, IrregularFormsHaveTheirLemma) {
  const LanguageWords& english = english_vocabulary().language;
  EXPECT_EQ(english.lemma_of("said"), "say");
  EXPECT_EQ(english.lemma_of("written"), "write");
  EXPECT_EQ(english.lemma_of("argued"), "argued");
}

}  // namespace
}  // namespace hearsay
