// Reads <register> files and makes the immutable Register of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "rules/register.h"
#include "rules/source_file.h"
#include "rules/trie.h"
#include "tokens/vocabulary.h"

namespace hearsay {

class RegisterBuilder {
 public:
  /// The aliases' words are added to `vocabulary`, which must outlive the builder.
  explicit RegisterBuilder(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// Adds the entries of `file`, which must live until finish(). Broken ones are reported and left out.
  void load(const SourceFile& file, Diagnostics& diagnostics);
  /// Checks what concerns several entries (owners of one alias, affiliations) and sorts all for look-up.
  [[nodiscard]] Register finish(Diagnostics& diagnostics);

 private:
  struct Alias {
    std::uint32_t entry = 0;
    bool ambiguous = false;
    pugi::xml_node node;  // its place is looked up only if there is something to say of it
  };
  void load_column(const SourceFile& file, pugi::xml_node node, RegisterEntry& entry, Diagnostics& diagnostics);
  void load_entry(const SourceFile& file, pugi::xml_node node, Diagnostics& diagnostics);
  /// What the register says of itself: who judges, when, under which licence.
  void load_judge(const SourceFile& file);
  void load_judgement(const SourceFile& file, pugi::xml_node node, Diagnostics& diagnostics);
  void add_alias(std::string_view text, Alias alias);
  void check_affiliations(Diagnostics& diagnostics);

  Vocabulary& vocabulary_;
  Register register_;
  std::vector<const SourceFile*> files_;  // per entry
  std::vector<std::string> words_;
  std::vector<WordId> alias_words_;
  std::vector<WordSequence> sequences_;  // value: index into aliases_
  std::vector<Alias> aliases_;
};

}  // namespace hearsay
