// carry_settings: one walk through attributions and occasions in text order. Each speaker is in at most two settings:
// the one the article is about, and an aside of another time, which ends after a paragraph. What was said before the
// text names the setting (a headline, a lead) waits, and is filled in when it comes soon enough.
#include "sources/carry.h"

#include <algorithm>
#include <unordered_map>

namespace hearsay {
namespace {

constexpr std::uint32_t kLasts = 10;      // paragraphs in which a speaker says nothing before a setting lapses
constexpr std::uint32_t kBeside = 1;      // paragraphs from words said in passing, or ahead of it, to their setting
constexpr std::uint32_t kSeries = 4;      // the same as kLasts for several posts
constexpr std::uint32_t kBriefly = 1;     // the same for an aside, and for what is written once
constexpr std::uint32_t kLead = 4;        // paragraphs, the headline counted, that may run ahead of their setting
constexpr std::uint32_t kAhead = 6;       // paragraphs at most from there to where it is named
constexpr std::uint32_t kSoon = 3;        // the same to posts that nothing is told of
constexpr std::size_t kMostWaiting = 16;  // attributions per speaker
constexpr std::size_t kTellsAll = 4;      // attributions, at least, of one whose story it is

/// Said before an audience that stays: what is told to one of it belongs to the same setting.
bool is_stage(Medium medium) {
  return is_gathering(medium) || medium == Medium::speech || medium == Medium::rally ||
         medium == Medium::press_conference;
}

/// "a flurry of tweets from the mayor": nothing of it is told, so that a lead far before it need not be of it.
bool is_mere_post(const Occasion& occasion) {
  const bool post = occasion.medium == Medium::tweet || occasion.medium == Medium::social_media;
  return post && occasion.attribution == kNone;
}

/// Paragraphs in which a speaker says nothing before a setting lapses. A book or a letter is cited for a sentence.
std::uint32_t lasts(const Occasion& occasion) {
  switch (occasion.medium) {
    case Medium::tweet:
    case Medium::social_media:
    case Medium::email:
      return occasion.several ? kSeries : kBriefly;
    case Medium::phone:
      return kBriefly;
    default:
      return occasion.elsewhen ? kBriefly : kLasts;
  }
}

struct Place {
  std::uint32_t occasion = kNone;
  std::uint32_t relay = kNone;
  std::uint32_t paragraph = 0;  // last spoken in
  std::uint32_t gap = 0;        // paragraphs between that and the last but one
};

struct Speaker {
  Place place;
  Place aside;
  std::vector<std::uint32_t> waiting;  // attributions of the lead
};

class Walk {
 public:
  Walk(const Text& text, const Attributions& attributions, const Occasions& occasions,
       const std::vector<Speech>& speeches, const std::vector<Scene>& scenes)
      : text_(text), attributions_(attributions), occasions_(occasions), speeches_(speeches), scenes_(scenes) {
    carried_.setting.resize(attributions.size());
    carried_.relay.assign(attributions.size(), kNone);
  }

  Carried run() {
    own_.assign(attributions_.size(), kNone);
    headings_.reserve(text_.paragraphs.size());
    for (const Paragraph& paragraph : text_.paragraphs)
      headings_.push_back((headings_.empty() ? 0 : headings_.back()) +
                          (paragraph.kind == BlockKind::heading ? 1U : 0U));
    std::vector<std::uint32_t> loose;
    for (std::uint32_t o = 0; o < occasions_.size(); ++o) {
      if (occasions_[o].attribution == kNone)
        loose.push_back(o);
      else if (occasions_[o].attribution < own_.size())
        own_[occasions_[o].attribution] = o;
    }
    std::size_t next = 0;
    for (std::uint32_t a = 0; a < attributions_.size(); ++a) {
      for (; next < loose.size() && sentence(occasions_[loose[next]].range.begin) <= sentence(head(a)); ++next)
        scene(loose[next]);
      if (attributions_[a].within == kNone || own_[a] != kNone) attribution(a);
    }
    for (; next < loose.size(); ++next) scene(loose[next]);
    return std::move(carried_);
  }

 private:
  std::uint32_t head(std::uint32_t a) const { return attributions_[a].cue_head; }
  std::uint32_t sentence(std::uint32_t token) const { return text_.sentence_of[token]; }
  std::uint32_t paragraph(std::uint32_t token) const { return text_.sentences[sentence(token)].paragraph; }

  void scene(std::uint32_t o) {
    if (scenes_[o].unknown && scenes_[o].relay != kNone) leave_others(scenes_[o].relay);
    for (const std::uint32_t speaker : scenes_[o].speakers) enter(speaker, o, scenes_[o].relay);
  }

  void attribution(std::uint32_t a) {
    const Speech& speech = speeches_[a];
    const std::uint32_t here = paragraph(head(a));
    const std::uint32_t o = own_[a];
    if (o != kNone && !(occasions_[o].implied && stands_on_stage(a, here))) {
      set(a, o, kNone);
      carried_.setting[a].carried = false;
      if (attributions_[a].within != kNone) return;
      if (speech.speaker == kNone) {
        scene(o);
        return;
      }
      enter(speech.speaker, o, speech.relay != kNone ? speech.relay : scenes_[o].relay, here);
      share(speech, o);
      return;
    }
    if (speech.speaker == kNone) return;
    if (Place* place = place_of(a, here); place != nullptr) {
      if (is_elsewhere(a, *place)) {
        *place = {};
        return;
      }
      const bool near = speech.aside && place->gap <= kBeside && !occasions_[place->occasion].elsewhen;
      if (!speech.current && !near && sentence(occasions_[place->occasion].range.begin) != sentence(head(a))) return;
      const std::uint32_t occasion = place->occasion;
      set(a, occasion, place->relay);
      share(speech, occasion);
      return;
    }
    if (!speech.current) {
      if (speech.aside) wait(a);
      return;
    }
    // Who is spoken to is in the same room.
    if (const Place* place = valid(a, speech.hearer, here);
        place != nullptr && is_gathering(occasions_[place->occasion].medium)) {
      const std::uint32_t occasion = place->occasion;
      set(a, occasion, place->relay);
      enter(speech.speaker, occasion, place->relay, here);
      return;
    }
    // Who says "you" at a hearing speaks there.
    if (speech.addresses && hearing_.occasion != kNone && here <= hearing_.paragraph + kLasts) {
      set(a, hearing_.occasion, kNone);
      enter(speech.speaker, hearing_.occasion, kNone, here);
      return;
    }
    wait(a);
  }

  /// A text that goes on to an interview with another house has left the one before, whoever speaks there.
  void leave_others(std::uint32_t relay) {
    for (auto& [id, speaker] : speakers_) {
      for (Place* place : {&speaker.place, &speaker.aside}) {
        if (place->occasion != kNone && place->relay != kNone && place->relay != relay) *place = {};
      }
    }
  }

  /// Said on another day, or to another house, than the setting.
  [[nodiscard]] bool is_elsewhere(std::uint32_t a, const Place& place) const {
    const Speech& speech = speeches_[a];
    const std::uint32_t day = scenes_[place.occasion].day;
    if (speech.day != 0 && day != 0 && speech.day != day) return true;
    return speech.to_another && place.relay != kNone && speech.hearer != place.relay;
  }

  Place* place_of(std::uint32_t a, std::uint32_t here) {
    if (Place* place = valid(a, speeches_[a].speaker, here); place != nullptr) return place;
    for (const std::uint32_t part : speeches_[a].parts) {
      if (Place* place = valid(a, part, here); place != nullptr && is_gathering(occasions_[place->occasion].medium))
        return place;
    }
    return nullptr;
  }

  bool stands_on_stage(std::uint32_t a, std::uint32_t here) {
    const Place* place = valid(kNone, speeches_[a].speaker, here);
    return place != nullptr && is_stage(occasions_[place->occasion].medium) && !is_elsewhere(a, *place);
  }

  /// The setting a speaker is in, where it has not lapsed; marks it as spoken in. A document lasts for its sentence.
  Place* valid(std::uint32_t a, std::uint32_t speaker, std::uint32_t here) {
    if (speaker == kNone) return nullptr;
    const auto found = speakers_.find(speaker);
    if (found == speakers_.end()) return nullptr;
    for (Place* place : {&found->second.aside, &found->second.place}) {
      if (place->occasion == kNone) continue;
      const Occasion& occasion = occasions_[place->occasion];
      if (here > place->paragraph + lasts(occasion) || is_of_another_section(*place, here)) continue;
      const bool same_sentence = a != kNone && sentence(occasion.range.begin) == sentence(head(a));
      if (occasion.medium == Medium::document && !same_sentence) continue;
      place->gap = here > place->paragraph ? here - place->paragraph : 0;
      place->paragraph = std::max(place->paragraph, here);
      if (occasion.medium == Medium::testimony) hearing_.paragraph = place->paragraph;
      return place;
    }
    return nullptr;
  }

  /// A heading begins another matter; a speech or an interview may go on below one.
  [[nodiscard]] bool is_of_another_section(const Place& place, std::uint32_t here) const {
    if (here <= place.paragraph || here >= headings_.size()) return false;
    const std::uint32_t between = headings_[here] - headings_[place.paragraph];
    const Medium medium = occasions_[place.occasion].medium;
    return between > (is_stage(medium) || medium == Medium::interview ? 1U : 0U);
  }

  void enter(std::uint32_t id, std::uint32_t o, std::uint32_t relay) {
    enter(id, o, relay, paragraph(occasions_[o].range.begin));
  }

  /// Puts a speaker into a setting, and with it whoever waits for that; each attribution waits once, so this ends.
  void enter(std::uint32_t first, std::uint32_t o, std::uint32_t relay, std::uint32_t here) {
    std::vector<std::uint32_t> entering = {first};
    while (!entering.empty()) {
      const std::uint32_t id = entering.back();
      entering.pop_back();
      Speaker& speaker = speakers_[id];
      if (occasions_[o].elsewhen) {
        speaker.aside = {.occasion = o, .relay = relay, .paragraph = here};
        return;
      }
      if (occasions_[o].medium == Medium::testimony) hearing_ = {.occasion = o, .relay = kNone, .paragraph = here};
      speaker.aside = {};
      speaker.place = {.occasion = o, .relay = relay, .paragraph = here};
      const std::vector<std::uint32_t> waiting = std::move(speaker.waiting);
      speaker.waiting.clear();
      if (occasions_[o].implied || occasions_[o].medium == Medium::document) continue;
      const bool all = tells_all(waiting, occasions_[o], relay);
      for (const std::uint32_t a : waiting) {
        const bool ahead = all || runs_ahead(a, here, occasions_[o]);
        if (!ahead || carried_.setting[a].medium != Medium::none) continue;
        const bool own = speeches_[a].speaker == id;
        if (!own && !is_gathering(occasions_[o].medium)) continue;
        set(a, o, relay);
        if (!own) entering.push_back(speeches_[a].speaker);
      }
    }
  }

  /// A lead tells before where it was said; so does the sentence before the one that names it.
  bool runs_ahead(std::uint32_t a, std::uint32_t here, const Occasion& occasion) const {
    const std::uint32_t there = paragraph(head(a));
    if (occasion.attribution != kNone && here <= there + kBeside) return true;
    return there < kLead && here <= there + (is_mere_post(occasion) ? kSoon : kAhead) &&
           (speeches_[a].current || there == 0);
  }

  /// A story that is told by one, from its lead on: who was heard by a newspaper in the end said all of it there.
  bool tells_all(const std::vector<std::uint32_t>& waiting, const Occasion& occasion, std::uint32_t relay) const {
    if (occasion.medium != Medium::interview || relay == kNone || waiting.empty()) return false;
    if (paragraph(head(waiting.front())) >= kLead) return false;
    std::uint32_t others = 0;
    const std::uint32_t own = speeches_[waiting.front()].speaker;
    for (std::uint32_t a = 0; a < attributions_.size() && head(a) < occasion.range.begin; ++a)
      others += attributions_[a].within == kNone && speeches_[a].speaker != own ? 1U : 0U;
    return waiting.size() >= kTellsAll && 2 * others <= waiting.size();
  }

  void wait(std::uint32_t a) {
    std::vector<std::uint32_t> ids = {speeches_[a].speaker, speeches_[a].hearer};
    ids.insert(ids.end(), speeches_[a].parts.begin(), speeches_[a].parts.end());
    for (const std::uint32_t id : ids) {
      if (id == kNone) continue;
      Speaker& speaker = speakers_[id];
      if (speaker.waiting.size() >= kMostWaiting) speaker.waiting.erase(speaker.waiting.begin());
      speaker.waiting.push_back(a);
    }
  }

  /// Whom a speaker addresses at a gathering speaks there too.
  void share(const Speech& speech, std::uint32_t o) {
    if (speech.hearer == kNone || speech.hearer == speech.speaker || !is_gathering(occasions_[o].medium)) return;
    enter(speech.hearer, o, kNone);
  }

  void set(std::uint32_t a, std::uint32_t o, std::uint32_t relay) {
    carried_.setting[a] = {.medium = occasions_[o].medium, .words = occasions_[o].range, .carried = true};
    carried_.relay[a] = relay;
  }

  const Text& text_;
  const Attributions& attributions_;
  const Occasions& occasions_;
  const std::vector<Speech>& speeches_;
  const std::vector<Scene>& scenes_;
  std::vector<std::uint32_t> own_;       // per attribution: its occasion
  std::vector<std::uint32_t> headings_;  // up to each paragraph
  std::unordered_map<std::uint32_t, Speaker> speakers_;
  Place hearing_;  // the last
  Carried carried_;
};

}  // namespace

Carried carry_settings(const Text& text, const Attributions& attributions, const Occasions& occasions,
                       const std::vector<Speech>& speeches, const std::vector<Scene>& scenes) {
  return Walk(text, attributions, occasions, speeches, scenes).run();
}

}  // namespace hearsay
