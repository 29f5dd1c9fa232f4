// Answers of a poll: "59 percent said" is what a poll tells, though its name stands sentences before.
#pragma once

#include <cstdint>

#include "mentions/language.h"
#include "mentions/mention.h"

namespace hearsay {

class PollReader {
 public:
  PollReader(const Language& language, const Mentions& mentions);

  /// A share of people, or those who were asked: "59 percent", "one in five", "those surveyed".
  [[nodiscard]] bool answers(const Mention& source) const;

  /// The poll told of last before a mention and a few paragraphs back at most, or in its sentence, else the one that
  /// the article begins with; a mention or kNone.
  [[nodiscard]] std::uint32_t poll_of(const Mention& source) const;

 private:
  [[nodiscard]] bool is_poll(const Mention& mention) const;
  [[nodiscard]] std::uint32_t paragraph(std::uint32_t token) const;
  const Language& language_;
  const Mentions& mentions_;
  LexiconId poll_, polled_;
};

}  // namespace hearsay
