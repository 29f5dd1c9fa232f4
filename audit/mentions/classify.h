// What a base phrase stands for: a person, a body, a document, people nobody names … Words and register only; what
// follows the phrase is extend's.
#pragma once

#include <vector>

#include "mentions/chunk.h"
#include "mentions/language.h"
#include "mentions/mention.h"
#include "rules/register.h"
#include "tokens/tag.h"

namespace hearsay {

class Classifier {
 public:
  Classifier(const Language& language, const Tags& tags, const Register& registers,
             const std::vector<KnownName>& names);
  /// The mention of a chunk; its range is its core.
  [[nodiscard]] Mention classify(const Chunk& chunk) const;
  /// Whether a noun can rule of-, for- and with-phrases: an office, a role, a group, a body, a document.
  [[nodiscard]] bool relational(std::uint32_t head) const;
  /// Whether the phrase that ends before `end` is a noun with neither determiner nor owner: "Minister" of "Minister of
  /// Health Ana Ruiz".
  [[nodiscard]] bool is_bare(std::uint32_t end) const;
  /// Whether the head names a time.
  [[nodiscard]] bool time(std::uint32_t head) const;

 private:
  void pronoun(Mention& mention) const;
  [[nodiscard]] std::uint32_t owner_in_name(const Chunk& chunk, std::uint32_t name_begin) const;
  [[nodiscard]] bool is_saint(std::uint32_t i) const;
  [[nodiscard]] bool no_name(const Chunk& chunk) const;
  void named(const Chunk& chunk, std::uint32_t names_begin, Mention& mention) const;
  [[nodiscard]] bool before_full_name(std::uint32_t title, std::uint32_t name, std::uint32_t end) const;
  [[nodiscard]] SourceKind kind_by_trade(std::uint32_t trade, TokenRange name) const;
  bool titled(const Chunk& chunk, std::uint32_t names_begin, Mention& mention) const;
  bool introduced(const Chunk& chunk, std::uint32_t before, Mention& mention) const;
  void plain(const Chunk& chunk, std::uint32_t names_begin, Mention& mention) const;
  [[nodiscard]] bool is_newspaper(TokenRange name) const;
  [[nodiscard]] bool placed(std::uint32_t name) const;
  [[nodiscard]] bool has_initial(TokenRange name) const;
  [[nodiscard]] bool is_person_behind_house(const KnownName& house, std::uint32_t name) const;
  [[nodiscard]] bool is_subject(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t name_behind_office(TokenRange run) const;
  [[nodiscard]] std::uint32_t name_behind_body(TokenRange run) const;
  bool speaks_alone(const Chunk& chunk, Mention& mention) const;
  [[nodiscard]] bool is_somebody(const Chunk& chunk) const;
  [[nodiscard]] bool is_institution(const Chunk& chunk) const;
  void common(const Chunk& chunk, Mention& mention) const;
  void details(const Chunk& chunk, Mention& mention) const;
  [[nodiscard]] SourceKind kind_of_name(TokenRange name, bool article) const;
  [[nodiscard]] SourceKind kind_of_one_word(TokenRange name, bool article) const;
  [[nodiscard]] SourceKind kind_of_strange_words(TokenRange name, bool article) const;
  [[nodiscard]] bool said_something(const Chunk& chunk) const;
  [[nodiscard]] bool is_crowd(TokenRange count) const;
  [[nodiscard]] bool few(TokenRange count, std::uint32_t head) const;
  [[nodiscard]] bool is_compatriot(std::uint32_t i) const;
  [[nodiscard]] std::uint32_t name_run_begin(const Chunk& chunk) const;
  [[nodiscard]] const KnownName* known_at(std::uint32_t token) const;
  [[nodiscard]] const KnownName* known_ending(std::uint32_t end) const;
  void take_entry(const KnownName& known, Mention& mention) const;

  const Language& language_;
  const Tags& tags_;
  const Register& registers_;
  const std::vector<KnownName>& names_;
  std::vector<std::uint32_t> known_of_;  // per token: index into names_, or kNone
};

}  // namespace hearsay
