// Whom a mention could stand for: the entities told before it and, for descriptions and clauses that run ahead, those
// named after it. What cannot be (gender, number, kind, an object and the subject of its own verb, a speaker and "he"
// in his own quotation, another office) is left out here and never weighed.
#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <vector>

#include "mentions/language.h"
#include "mentions/mention.h"
#include "sources/belonging.h"
#include "sources/entities.h"
#include "sources/function.h"
#include "sources/link.h"
#include "sources/offices.h"

namespace hearsay {

/// What a mention says with marks, from its first word on.
struct Quoted {
  std::uint32_t by = kNone;  // mention
  TokenRange words;
};

/// What who is who reads of an article.
struct LinkContext {
  const Language& language;
  const Mentions& mentions;
  const Register& registers;
  const ClauseMap& clauses;
  const std::vector<std::uint32_t>& source_mention;  // per attribution: its source, or kNone
  const std::vector<std::uint8_t>& speaks;       // per mention: is the source of an attribution; of a statement kUtters
  const std::vector<std::uint32_t>& content_of;  // per token: the innermost attribution whose content holds it
  const std::vector<std::uint32_t>&
      quoted_in;                      // per attribution: the nearest wholly quoted one that holds it, or kNone
  const std::vector<Quoted>& quoted;  // what is said with marks, by mention
};

/// Keeps what has been told so far; mentions are passed in text order. Lives within one call.
class CandidateFinder {
 public:
  CandidateFinder(const LinkContext& context, const EntityTable& table);

  /// Names are grouped: who is spoken of most is known.
  void begin();
  /// Those mention i could stand for, the nearest first, then who comes later, last nobody. Valid until the next call.
  [[nodiscard]] const std::vector<LinkOption>& options(std::uint32_t i, Anaphor anaphor);
  /// Mention i has been joined to its entity, if it has one, with this probability.
  void passed(std::uint32_t i, float certainty);
  /// The mentions passed that have an entity.
  [[nodiscard]] const std::vector<std::uint32_t>& told() const { return told_; }
  /// Whether a mention stands in the headline or where the article begins.
  [[nodiscard]] bool is_early(std::uint32_t i) const { return early(i) != 0; }

 private:
  struct Asked;  // what is told of the mention that asks
  struct Recent {
    std::uint32_t entity = kNone;
    std::uint8_t subject = 0;  // 1 of this sentence, 2 of the one before
  };

  [[nodiscard]] const Mention& mention(std::uint32_t i) const { return c_.mentions.all[i]; }
  [[nodiscard]] HouseWords house_words() const {
    return {.language = c_.language, .mentions = c_.mentions, .registers = c_.registers};
  }
  [[nodiscard]] std::uint32_t sentence(std::uint32_t i) const {
    return c_.language.text().sentence_of[mention(i).core.begin];
  }
  [[nodiscard]] std::uint32_t quotation(std::uint32_t i) const {
    return c_.language.text().quotation_of[mention(i).core.begin];
  }
  [[nodiscard]] Asked ask(std::uint32_t i, Anaphor anaphor) const;
  [[nodiscard]] bool nested(const Asked& asked, std::uint32_t k) const;
  [[nodiscard]] bool admits(const Asked& asked, std::uint32_t e, const Entity& entity) const;
  [[nodiscard]] bool admits_pronoun(const Asked& asked, const Entity& entity) const;
  [[nodiscard]] bool is_narrower(const Asked& asked, std::uint32_t k, const Entity& entity) const;
  [[nodiscard]] bool is_place(const Entity& entity) const;
  [[nodiscard]] bool admits_phrase(const Asked& asked, const Entity& entity) const;
  [[nodiscard]] bool bound(const Asked& asked, std::uint32_t k) const;
  [[nodiscard]] bool stands_behind(const Asked& asked, const Entity& entity) const;
  [[nodiscard]] bool owns_in_apposition(std::uint32_t k) const;
  [[nodiscard]] bool tells_of_subject(std::uint32_t k) const;
  [[nodiscard]] std::span<const Quoted> quoted_by(std::uint32_t i) const;
  [[nodiscard]] bool in_own_quotation(const Asked& asked, std::uint32_t k) const;
  void exclude_commanded(Asked& asked) const;
  void exclude_told_within(Asked& asked) const;
  void exclude_named_in(Asked& asked) const;
  [[nodiscard]] bool own_words(const Asked& asked, std::uint32_t entity) const;
  [[nodiscard]] bool seated(const Asked& asked, const Entity& entity, HeadMatch& head, Belonging& house) const;
  [[nodiscard]] bool sits_untold(const Asked& asked, const Entity& entity) const;
  /// Who spoke last, or is what one of the last two sentences is about.
  [[nodiscard]] bool in_focus(const Entity& entity) const {
    const auto is = [&](std::uint32_t e) { return e != kNone && &table_.at(e) == &entity; };
    return is(last_speaker_) || is(subject_) || is(subject_before_);
  }
  [[nodiscard]] bool anothers(const Asked& asked, HeadMatch head, Belonging house) const;
  void behind(const Asked& asked);
  void before(const Asked& asked);
  void add(const Asked& asked, std::uint32_t k, bool ahead, HeadMatch head, Belonging house);
  void finish(const Asked& asked);

  [[nodiscard]] bool may_be_called(const Asked& asked, const Entity& entity) const;
  [[nodiscard]] HeadMatch head_match(const Asked& asked, const Entity& entity) const;
  [[nodiscard]] std::uint32_t shared_words(const Asked& asked, const Entity& entity) const;
  [[nodiscard]] std::uint8_t quotes(std::uint32_t i, std::uint32_t k) const;
  [[nodiscard]] Voice voice(std::uint32_t i, std::uint32_t k, std::uint32_t entity) const;
  [[nodiscard]] std::uint32_t clauses_between(std::uint32_t first, std::uint32_t second) const;
  [[nodiscard]] bool is_heard_of(const Asked& asked) const;
  void hear(std::uint32_t i);
  void look_back(const Asked& asked);
  void add_history(const Asked& asked, std::uint32_t entity, LinkFacts& facts) const;
  [[nodiscard]] std::uint32_t subjects_between(std::uint32_t first, std::uint32_t second) const;
  [[nodiscard]] std::uint8_t joint(std::uint32_t i) const;
  [[nodiscard]] std::uint8_t holder(std::uint32_t i) const;
  [[nodiscard]] std::uint8_t opens(std::uint32_t i) const;
  [[nodiscard]] std::uint8_t early(std::uint32_t i) const;
  [[nodiscard]] bool by_capital_alone(const Entity& entity) const;
  [[nodiscard]] bool opens_sentences_only(const Entity& entity) const;
  [[nodiscard]] bool could_be_person(const Entity& entity) const;

  static constexpr std::size_t kHeard = 4096;

  LinkContext c_;
  const EntityTable& table_;
  LexiconId general_body_, be_;
  std::uint32_t first_body_sentence_ = 0;
  std::vector<std::uint32_t> apposed_;  // per mention: the named person in whose apposition it stands, or kNone
  std::bitset<kHeard> heard_;           // words that something is called by, by hash
  std::vector<std::uint32_t> told_;
  std::vector<LinkOption> options_;
  std::vector<Recent> recent_;       // mentions of the last sentences
  std::vector<std::uint32_t> seen_;  // per entity: the mention that asked for it last
  std::uint32_t last_speaker_ = kNone;
  std::uint32_t last_pronoun_[4] = {kNone, kNone, kNone, kNone};    // mention, by gender
  std::uint32_t topic_[2] = {kNone, kNone};                         // first person, first body
  std::uint32_t subject_ = kNone, subject_sentence_ = kNone;        // that opened the sentence last begun
  std::uint32_t subject_before_ = kNone, before_sentence_ = kNone;  // and the one before
  std::uint32_t main_[2][2] = {{kNone, kNone}, {kNone, kNone}};     // persons, bodies: named most often, second
};

}  // namespace hearsay
