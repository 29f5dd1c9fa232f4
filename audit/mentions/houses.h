// Finds the newspapers, stations and programmes that stand where one is expected: behind a verb or a preposition. There
// a name counts that elsewhere might be anything: "told Fox", "on “Morning Table”", "with The Verge".
#pragma once

#include <vector>

#include "mentions/language.h"
#include "mentions/mention.h"
#include "rules/register.h"
#include "tokens/tag.h"

namespace hearsay {

/// Holds references; lives within one call. `mentions` must have its tables.
class Houses {
 public:
  Houses(const Language& language, const Tags& tags, const Register& registers, const Mentions& mentions);

  /// In text order. Linear in the text.
  [[nodiscard]] std::vector<House> all() const;
  /// The house in the words for a hearer: "Radio Cove", "Lena Ost of Radio Cove", "Cove Tonight host Lena Ost"; empty
  /// where there is none.
  [[nodiscard]] TokenRange of_hearer(TokenRange hearer) const;
  /// The name in the register that begins at t and ends by `end`, or nothing. `expected`: also where the name is a
  /// word besides.
  [[nodiscard]] TokenRange registered(std::uint32_t t, std::uint32_t end, bool expected) const;

 private:
  [[nodiscard]] Tag tag(std::uint32_t t) const;
  [[nodiscard]] bool expected(std::uint32_t t) const;
  [[nodiscard]] bool may_begin(std::uint32_t t) const;
  [[nodiscard]] House at(std::uint32_t t, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t past_marks(std::uint32_t t) const;
  [[nodiscard]] std::uint32_t with_tail(std::uint32_t t, std::uint32_t end) const;
  [[nodiscard]] TokenRange with_article(TokenRange name, std::uint32_t t) const;
  [[nodiscard]] TokenRange prolonged(TokenRange name, std::uint32_t end) const;
  [[nodiscard]] TokenRange in_marks(std::uint32_t t, std::uint32_t end) const;
  [[nodiscard]] TokenRange mentioned(std::uint32_t t, std::uint32_t end) const;
  [[nodiscard]] TokenRange coined(std::uint32_t t, std::uint32_t end) const;
  [[nodiscard]] TokenRange employer(const Mention& mention) const;
  [[nodiscard]] bool is_house_name(TokenRange name) const;
  [[nodiscard]] bool is_broadcaster(TokenRange name) const;
  [[nodiscard]] bool is_crowd(const Mention& mention) const;

  const Language& language_;
  const Tags& tags_;
  const Register& registers_;
  const Mentions& mentions_;
  LexiconId hearer_, event_, body_, part_;
};

}  // namespace hearsay
