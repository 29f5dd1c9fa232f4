// How a base phrase grows over what follows it, one question a function. Shared by the files extend*.cc; nobody else
// includes it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/word_hash.h"
#include "mentions/classify.h"
#include "mentions/language.h"
#include "mentions/mention.h"
#include "mentions/relative_clause.h"
#include "tokens/tag.h"

namespace hearsay {

/// Lives within one call of extend_mentions. A function that takes a Mention& and gives a bool says whether the phrase
/// was of that kind, and has widened it then.
class Extender {
 public:
  Extender(const Language& language, const Tags& tags, const Classifier& classifier, std::vector<Mention>& mentions)
      : language_(language),
        tags_(tags),
        classifier_(classifier),
        mentions_(mentions),
        at_(language.size() + 1, kNone) {}

  void run();

 private:
  bool same_sentence(std::uint32_t i) const { return i < language_.size() && !language_.token(i).has(kSentenceStart); }
  const Mention* starting(std::uint32_t i) const {
    return i < at_.size() && at_[i] != kNone && same_sentence(i) ? &mentions_[at_[i]] : nullptr;
  }
  static bool is_person(const Mention& mention) {
    return mention.kind == SourceKind::named_person || mention.kind == SourceKind::unnamed_person;
  }
  void extend(Mention& mention);
  /// A population narrowed down is somebody: "Democrats on the committee".
  static void unname(Mention& mention) {
    mention.kind = SourceKind::unnamed_group;
    mention.name = {};
  }
  bool is_body(std::uint32_t i) const { return language_.in(i, language_.ids().organisation_head); }
  static void affiliate(Mention& mention, const Mention& inner);
  bool comma(std::uint32_t i) const {
    return i < language_.size() && language_.hash(i) == word_hash(",") && !language_.token(i).has(kSentenceStart);
  }
  bool closes(std::uint32_t i) const { return closes_phrase(language_, i); }

  // extend_phrases.cc
  bool rules(const Mention& mention, std::uint32_t preposition) const;
  void phrases(Mention& mention);
  bool names_ministry(const Mention& mention, bool of_or_for, const Mention& inner) const;
  std::uint32_t series_end(const Mention& first) const;
  void wider_place(Mention& mention) const;
  bool one_of(Mention& mention) const;
  bool ratio_of(Mention& mention) const;
  void approximate(Mention& mention) const;
  bool share_of(Mention& mention) const;
  void second_topic(Mention& mention) const;
  void access(Mention& mention);

  void absorb(std::size_t body);

  // extend_names.cc
  void tell_by_who(Mention& mention) const;
  void tell_by_name(Mention& mention) const;
  bool shared_title(Mention& mention) const;
  bool has_and(TokenRange range) const;
  bool short_form(Mention& mention) const;
  void party(Mention& mention);
  void parenthesis(Mention& mention);
  bool former_name(Mention& mention);

  // extend_appositions.cc
  bool apposition(Mention& mention);
  bool loose_apposition(Mention& mention) const;
  bool close_apposition(Mention& mention) const;
  bool titled_behind(Mention& mention) const;
  bool is_role(std::uint32_t i) const {
    const LanguageIds& ids = language_.ids();
    return language_.in(i, ids.role) || language_.in(i, ids.family) || language_.in(i, ids.title);
  }
  bool tells_role(std::uint32_t i) const;
  bool runs_into_verb(const Mention& role, std::uint32_t end) const;
  std::uint32_t second_role(const Mention& first) const;
  bool describes(const Mention& mention, const Mention& next) const;
  bool identifies(const Mention& mention, const Mention& next) const;

  // extend_clauses.cc
  void relative(Mention& mention);
  bool may_be_body(const Mention& mention) const;
  std::uint32_t next_mark(std::uint32_t who) const;
  std::uint32_t wider_place_end(std::uint32_t i) const;
  void participle(Mention& mention);
  void led(Mention& mention);
  std::uint32_t name_of_one(std::uint32_t at) const;

  const Language& language_;
  const Tags& tags_;
  const Classifier& classifier_;
  std::vector<Mention>& mentions_;
  std::vector<std::uint32_t> at_;  // by token: the mention whose core begins there, of those already whole
};

}  // namespace hearsay
