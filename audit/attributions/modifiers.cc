// A modifier belongs to the attribution of its sentence that it touches: right after the tag (only marks, time words
// and other modifiers between), right before it, at the sentence's start, or wherever its rule says "anywhere" in the
// sentence.
#include "attributions/modifiers.h"

#include <algorithm>
#include <array>
#include <span>

namespace hearsay {
namespace {

bool has_word(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const bool starts = at == 0 || list[at - 1] == ' ';
    const bool ends = at + word.size() == list.size() || list[at + word.size()] == ' ';
    if (starts && ends) return true;
  }
  return false;
}

/// Whether only words that may stand between a tag and its modifier lie in [begin, end).
bool only_loose(const Reading& r, std::uint32_t begin, std::uint32_t end, const std::vector<TokenRange>& covered,
                TokenRange recipient) {
  for (std::uint32_t t = begin; t < end; ++t) {
    if (recipient.contains(t)) continue;
    const bool taken = std::any_of(covered.begin(), covered.end(), [t](TokenRange c) { return c.contains(t); });
    if (taken || r.mark(t) == Mark::comma || r.in(t, r.time) || is_adverb(r.tag(t))) continue;
    if (t + 1 < r.size() && r.in(t + 1, r.time)) continue;  // "on Friday", "last week"
    if (r.tag(t) == Tag::CD && t > begin && r.in(t - 1, r.time)) continue;
    return false;
  }
  return true;
}

/// "Asked by the Herald whether he would go, Ruiz said": what tells of Ruiz is none of the Herald's asking.
bool of_another(const Match& match, const Attribution& a) {
  const TokenRange via = match.slots[static_cast<std::size_t>(Slot::via)];
  return !via.empty() && via.overlaps(a.source) && !a.source.contains(match.whole);
}

void take(const Reading& r, const Match& match, Attribution& a) {
  const Rule& rule = r.program.rules[match.rule];
  const auto slot = [&](Slot s) { return match.slots[static_cast<std::size_t>(s)]; };
  if (const Medium medium = medium_of(r, match); a.medium == Medium::none && medium != Medium::none) {
    a.medium = medium;
    a.medium_range = slot(Slot::medium).empty() ? match.whole : slot(Slot::medium);
  }
  if (const TokenRange via = slot(Slot::via); !via.empty() &&
                                              (!via.overlaps(a.source) || a.source.contains(match.whole)) &&
                                              std::find(a.via.begin(), a.via.end(), via) == a.via.end()) {
    a.via.insert(a.via.begin(), via);
  }
  // "according to the Oland Press": nobody is told.
  if (a.recipient.empty() && !slot(Slot::recipient).overlaps(a.source)) a.recipient = slot(Slot::recipient);
  if (rule.kind == "anonymity") a.asked_anonymity = true;
  if (a.reason.empty()) a.reason = slot(Slot::reason);
}

/// "… took steps in court, according to the union": what was done there was not said there.
bool in_content(const Attribution& a, TokenRange words) {
  return std::any_of(a.content.begin(), a.content.end(), [&](TokenRange content) { return content.contains(words); });
}

/// "by the Harbour Post" names no post.
bool is_media(const Reading& r, std::uint32_t t) {
  const std::uint32_t m = r.mentions.of_token[t];
  return m != kNone && r.mentions.all[m].kind == SourceKind::media;
}

}  // namespace

Medium medium_of(const Reading& r, const Match& match) {
  constexpr std::uint32_t kLongest = 4;  // words of an entry: "social media post"
  const TokenRange words = match.slots[static_cast<std::size_t>(Slot::medium)];
  const Lexicons& lexicons = r.program.lexicons;
  // The first word that names one is the head: "a statement on Twitter".
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    if (r.token(t).word == kUnknownWord) continue;
    const bool house = r.token(t).has(kCapital) && is_media(r, t);  // "a Twitter post", but "the Post"
    for (const LexiconId lexicon : r.media) {
      std::array<WordId, kLongest> ids{};
      const std::uint32_t count = std::min(words.end - t, kLongest);
      for (std::uint32_t k = 0; k < count; ++k) ids[k] = r.token(t + k).word;
      const auto phrase = lexicons.phrase(std::span<const WordId>(ids.data(), count), lexicon);
      const auto sense = phrase || house ? std::nullopt : lexicons.sense(r.token(t).word, lexicon);
      if (!phrase && !sense) continue;
      const auto& entry = lexicons.entry(phrase ? phrase->entry : sense->entry);
      // "the immigration debate" is a matter that is talked of, and no place to speak at.
      const bool topic = entry.attribute("kind") == "matter" && t > words.begin && is_noun(r.tag(t - 1)) &&
                         !r.token(t - 1).has(kCapital) && !r.in(t - 1, r.time);
      if (topic) return Medium::none;
      if (const std::string_view medium = entry.attribute("medium"); !medium.empty()) return medium_named(medium);
    }
  }
  return medium_named(r.program.rules[match.rule].patterns[match.pattern].medium);
}

std::vector<const Match*> modifier_matches(const Program& program, const std::vector<Match>& matches) {
  std::vector<const Match*> found;
  for (const Match& match : matches) {
    const Rule& rule = program.rules[match.rule];
    if (rule.type == RuleType::modifier && rule.patterns[match.pattern].at != "setting") found.push_back(&match);
  }
  std::stable_sort(found.begin(), found.end(), [](const Match* a, const Match* b) {
    return a->whole.begin != b->whole.begin ? a->whole.begin < b->whole.begin : a->whole.end > b->whole.end;
  });
  return found;
}

void apply_modifiers(const Reading& r, const std::vector<const Match*>& modifiers, TokenRange tag, Attribution& a) {
  if (modifiers.empty() || tag.empty()) return;
  const TokenRange sentence = r.sentence(a.cue_head);
  const std::uint32_t inside = r.quotation(a.cue_head);
  auto first = std::lower_bound(modifiers.begin(), modifiers.end(), sentence.begin,
                                [](const Match* m, std::uint32_t t) { return m->whole.begin < t; });
  std::vector<TokenRange> covered;
  constexpr int kMostPerSentence = 64;
  int seen = 0;
  for (; first != modifiers.end() && (*first)->whole.begin < sentence.end && seen < kMostPerSentence; ++first, ++seen) {
    const Match& match = **first;
    if (r.quotation(match.whole.begin) != inside || of_another(match, a)) continue;
    if (a.cue.contains(match.whole.begin)) {  // "said in a statement" as one cue
      take(r, match, a);
      covered.push_back(match.whole);
      continue;
    }
    if (match.whole.overlaps(a.cue)) continue;
    const std::string_view at = r.program.rules[match.rule].patterns[match.pattern].at;
    const TokenRange whole = match.whole;
    bool fits = has_word(at, "anywhere");
    if (!fits && has_word(at, "after-cue"))
      fits = whole.begin >= a.cue.end && only_loose(r, a.cue.end, whole.begin, covered, a.recipient);
    if (!fits && has_word(at, "after-cue"))
      fits = whole.begin >= tag.end && only_loose(r, tag.end, whole.begin, covered, a.recipient);
    if (!fits && has_word(at, "after-source")) {
      fits = !a.source.empty() && whole.begin >= a.source.end &&
             only_loose(r, a.source.end, whole.begin, covered, a.recipient);
      // What lies in the source's own words tells of the source ("who asked not to be named"), not of the saying.
      if (!fits)
        fits = r.program.rules[match.rule].kind == "anonymity" && !a.source.empty() && a.source.contains(whole);
    }
    if (!fits && has_word(at, "in-source")) fits = a.source.contains(whole);
    if (!fits && has_word(at, "before-source"))
      fits = whole.end <= tag.begin && only_loose(r, whole.end, tag.begin, covered, {}) && !in_content(a, whole);
    if (!fits && has_word(at, "sentence-start")) {
      fits = whole.begin == sentence.begin && whole.end <= tag.begin && tag.begin - whole.end <= 24;
      for (std::uint32_t t = whole.end; fits && t < tag.begin; ++t)
        fits = !is_finite(r.tag(t)) || r.quotation(t) != inside;
    }
    if (!fits) continue;
    take(r, match, a);
    covered.push_back(whole);
  }
}

}  // namespace hearsay
