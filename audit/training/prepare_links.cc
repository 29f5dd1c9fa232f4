// prepare_links: the lesson's marks laid on the mentions that the program finds.
#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "base/word_hash.h"
#include "sources/source.h"
#include "training/learn_links.h"

namespace hearsay {
namespace {

constexpr std::int32_t kUntold = -1;

Span span_of_mention(const Analysis& a, const Mention& mention) {
  return span_of(a.text, mention.name.empty() ? mention.core : mention.name);
}

std::uint32_t common(Span a, Span b) {
  const std::uint32_t begin = std::max(a.begin, b.begin);
  const std::uint32_t end = std::min(a.end, b.end);
  return begin < end ? end - begin : 0;
}

/// The mention that marked words are about: of those that end or begin with them, the one most alike.
std::uint32_t mention_at(const Analysis& a, Span words, const std::vector<std::int32_t>& label) {
  std::uint32_t best = kNone;
  double best_share = 0.5;
  for (std::uint32_t m = 0; m < a.mentions.all.size(); ++m) {
    const Mention& mention = a.mentions.all[m];
    if (label[m] >= 0) continue;
    const Span own = span_of_mention(a, mention);
    if (own.begin >= words.end) break;
    const std::uint32_t both = common(own, words);
    if (both == 0) continue;
    double share = static_cast<double>(both) / (own.size() + words.size() - both);
    // "the head of the union" is marked whole; the program's phrase may end earlier, but has the same head.
    if (own.begin == words.begin || own.end == words.end) share += 0.25;
    if (share > best_share) {
      best_share = share;
      best = m;
    }
  }
  return best;
}

bool overlap(const std::vector<Span>& a, Span b) {
  return std::any_of(a.begin(), a.end(), [&](Span one) { return common(one, b) > 0; });
}

/// The attribution which the labelled one is, or kNone.
std::uint32_t attribution_of(const Analysis& a, const MarkedSpeaker& speaker) {
  std::uint32_t best = kNone;
  std::uint32_t best_common = 0;
  for (std::uint32_t k = 0; k < a.attributions.size(); ++k) {
    const Attribution& one = a.attributions[k];
    const bool met =
        speaker.cue.empty()
            ? std::any_of(one.content.begin(), one.content.end(),
                          [&](TokenRange content) { return overlap(speaker.content, span_of(a.text, content)); })
            : overlap(speaker.cue, span_of(a.text, one.cue));
    if (!met) continue;
    std::uint32_t both = 1;
    for (const TokenRange& content : one.content) {
      for (const Span& marked : speaker.content) both += common(span_of(a.text, content), marked);
    }
    if (both > best_common) {
      best_common = both;
      best = k;
    }
  }
  return best;
}

void label_speakers(const Analysis& a, const std::vector<MarkedSpeaker>& speakers, std::vector<std::int32_t>& label) {
  std::map<std::string, std::int32_t> known;  // name → entity
  std::int32_t next = 1;
  std::vector<std::int32_t> entity_of;
  for (const MarkedSpeaker& speaker : speakers) {
    std::int32_t entity = 0;
    if (speaker.told != MarkedSpeaker::Told::named) {
      entity_of.push_back(speaker.told == MarkedSpeaker::Told::unnamed ? 0 : kUntold);
      continue;
    }
    for (const std::string& name : speaker.names) {
      if (const auto found = known.find(folded_name(name, *a.text.language)); found != known.end() && entity == 0)
        entity = found->second;
    }
    if (entity == 0) entity = next++;
    for (const std::string& name : speaker.names) known.emplace(folded_name(name, *a.text.language), entity);
    entity_of.push_back(entity);
  }
  for (std::uint32_t m = 0; m < a.mentions.all.size(); ++m) {
    const Mention& mention = a.mentions.all[m];
    if (mention.name.empty() || mention.compound) continue;
    const auto found = known.find(folded_name(text_of(a.document, a.text, mention.name), *a.text.language));
    if (found != known.end()) label[m] = found->second;
  }
  for (std::size_t k = 0; k < speakers.size(); ++k) {
    const std::uint32_t found = attribution_of(a, speakers[k]);
    const std::uint32_t m = found == kNone ? kNone : a.sources.told_by[found];
    if (m == kNone || label[m] >= 0) continue;
    label[m] = entity_of[k];
  }
}

}  // namespace

std::string folded_name(std::string_view name, const LanguageWords& language) {
  std::string out;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0)
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  while (out.ends_with(' ')) out.pop_back();
  const std::size_t blank = out.find(' ');
  if (blank == std::string::npos) return out;
  const ClosedWords::Row first = language.closed.row(word_hash(std::string_view(out).substr(0, blank)));
  return language.closed.has(first, Role::definite_article) ? out.substr(blank + 1) : out;
}

PreparedLinks prepare_links(LinkLesson lesson, const Engine& engine) {
  PreparedLinks prepared{.analysis = analyse(std::move(lesson.document), engine), .label = {}, .whole = lesson.whole};
  const Analysis& a = prepared.analysis;
  prepared.label.assign(a.mentions.all.size(), kUntold);
  // Short marks first: an inner phrase must not be taken for the one that holds it.
  std::stable_sort(lesson.mentions.begin(), lesson.mentions.end(),
                   [](const MarkedMention& x, const MarkedMention& y) { return x.words.size() < y.words.size(); });
  for (const MarkedMention& marked : lesson.mentions) {
    const std::uint32_t m = mention_at(a, marked.words, prepared.label);
    if (m != kNone) prepared.label[m] = marked.other ? 0 : static_cast<std::int32_t>(marked.entity);
  }
  for (const Span& pronoun : lesson.ambiguous) {
    const std::uint32_t m = mention_at(a, pronoun, prepared.label);
    if (m != kNone) prepared.label[m] = 0;
  }
  label_speakers(a, lesson.speakers, prepared.label);
  for (const MarkedSpeaker& speaker : lesson.speakers) {
    const std::uint32_t found = attribution_of(a, speaker);
    if (found == kNone) continue;
    LabelledSource labelled{.attribution = found, .names = {}, .unnamed = speaker.told == MarkedSpeaker::Told::unnamed};
    for (const std::string& name : speaker.names) labelled.names.push_back(folded_name(name, *a.text.language));
    prepared.sources.push_back(std::move(labelled));
  }
  return prepared;
}

}  // namespace hearsay
