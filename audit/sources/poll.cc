#include "sources/poll.h"

#include <algorithm>

namespace hearsay {
namespace {

constexpr std::uint32_t kParagraphs = 4;      // from a poll to answers that do not name it
constexpr std::uint32_t kMentions = 120;      // looked at
constexpr std::uint32_t kLead = 5;            // paragraphs, headline and byline counted: what they name it is about
constexpr std::uint32_t kLongestAnswer = 12;  // tokens of a source

}  // namespace

PollReader::PollReader(const Language& language, const Mentions& mentions)
    : language_(language),
      mentions_(mentions),
      poll_(language.lexicons().named("poll-noun")),
      polled_(language.lexicons().named("polled")) {}

bool PollReader::answers(const Mention& source) const {
  if (source.pronoun || !source.name.empty() || source.kind == SourceKind::document) return false;
  const std::uint32_t end = std::min({source.range.end, source.range.begin + kLongestAnswer, language_.size()});
  for (std::uint32_t t = source.range.begin; t < end; ++t) {
    if (language_.in(t, polled_)) return true;
    const std::string_view kind = language_.attribute(t, language_.ids().share, "kind");
    if (kind == "percent" || kind == "fraction") return true;
    // "three in 10 voters"
    if (t + 2 < end && language_.in(t, language_.ids().count) && language_.is(t + 1, Role::preposition_in) &&
        (language_.in(t + 2, language_.ids().count) || language_.token(t + 2).has(kDigit)))
      return true;
  }
  // "Those polled", where the participle stands behind the phrase.
  return language_.in(source.range.end, polled_);
}

bool PollReader::is_poll(const Mention& mention) const {
  return mention.kind == SourceKind::document && !mention.pronoun && language_.in(mention.head, poll_);
}

std::uint32_t PollReader::paragraph(std::uint32_t token) const {
  return language_.text().sentences[language_.text().sentence_of[token]].paragraph;
}

std::uint32_t PollReader::poll_of(const Mention& source) const {
  const auto& all = mentions_.all;
  const std::uint32_t here = source.core.begin;
  const std::uint32_t sentence_end = language_.text().sentences[language_.text().sentence_of[here]].tokens.end;
  const auto at = std::lower_bound(all.begin(), all.end(), here,
                                   [](const Mention& mention, std::uint32_t t) { return mention.core.begin < t; });
  for (auto ahead = at; ahead != all.end() && ahead->core.begin < sentence_end; ++ahead) {
    if (is_poll(*ahead)) return static_cast<std::uint32_t>(ahead - all.begin());
  }
  auto before = at;
  for (std::uint32_t steps = 0; before != all.begin() && steps < kMentions; ++steps) {
    --before;
    if (paragraph(here) > paragraph(before->core.begin) + kParagraphs) break;
    if (is_poll(*before)) return static_cast<std::uint32_t>(before - all.begin());
  }
  // An article about a poll tells its answers to the end.
  for (std::size_t k = 0; k < all.size() && all[k].core.begin < here; ++k) {
    const std::uint32_t in = paragraph(all[k].core.begin);
    if (in >= kLead) break;
    if (is_poll(all[k]) && language_.text().paragraphs[in].kind == BlockKind::paragraph)
      return static_cast<std::uint32_t>(k);
  }
  return kNone;
}

}  // namespace hearsay
