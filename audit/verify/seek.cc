// Seeker: stems of single words and trigrams of the draft in two hash tables with one filter before them. An original's
// words that hit are events of what is sought; a window slid over the events finds where most of them stand together.
#include "verify/seek.h"

#include <algorithm>
#include <string_view>

namespace hearsay {
namespace {

constexpr std::size_t kMostSlots = 48;       // places of the draft that one key may stand for
constexpr double kTrigramWeight = 0.5;       // against a single word's 1
constexpr double kLeastScore = 0.18;         // of a candidate
constexpr std::uint32_t kWindowMargin = 30;  // words that a window is wider than twice what is sought
constexpr std::uint32_t kAround = 70;        // words of an excerpt before and behind a window
constexpr std::uint32_t kAroundRun = 12;
constexpr std::uint32_t kLeastRun = 4;  // words
constexpr std::size_t kWindowsPerOriginal = 2;
constexpr std::size_t kFilterBits = 1U << 16U;

std::uint64_t mix(std::uint64_t key) {
  key ^= key >> 33U;
  key *= 0xff51afd7ed558ccdULL;
  key ^= key >> 33U;
  return key;
}
std::uint64_t stem_key(std::uint32_t stem) {
  return mix(0x5100000000ULL + stem);
}
std::uint64_t trigram_key(const ComparedWord* words) {
  return mix(mix(mix(words[0].key) + words[1].key) + words[2].key);
}

bool counts_alone(const ComparedWord& word) {
  return word.has(kContent) && !word.has(kInBrackets);
}

/// Cuts excerpts of one original out of it.
class ExcerptMaker {
 public:
  ExcerptMaker(const Document& document, std::uint32_t number, const std::vector<ComparedWord>& words,
               const std::vector<std::uint32_t>& turns)
      : document_(document), number_(number), words_(words), turns_(turns) {
    for (const SpeakerTurn& turn : document.turns) {
      if (labels_.size() < kMostLabels && !turn.speaker.empty() &&
          std::find(labels_.begin(), labels_.end(), turn.speaker) == labels_.end())
        labels_.push_back(turn.speaker);
    }
  }

  /// Words [from, to), at least one, and the whole lines' worth of text they cover.
  Excerpt make(std::uint32_t from, std::uint32_t to) {
    Excerpt out{.original = number_, .document = document_.path, .first_word = from, .labels = labels_};
    const std::uint32_t begin = words_[from].begin, end = words_[to - 1].end;
    out.text_at = begin;
    out.text = document_.text.substr(begin, end - begin);
    out.words.assign(words_.begin() + from, words_.begin() + to);
    for (ComparedWord& word : out.words) {
      word.begin -= begin;
      word.end -= begin;
    }
    out.turn_of.assign(turns_.begin() + from, turns_.begin() + to);
    for (const std::uint32_t turn : out.turn_of) {
      if (turn != kNone && (out.speakers.empty() || out.speakers.back().first != turn))
        out.speakers.emplace_back(turn, document_.turns[turn].speaker);
    }
    place(begin, end, out);
    return out;
  }

 private:
  void place(std::uint32_t begin, std::uint32_t end, Excerpt& out) {
    auto mark = std::upper_bound(document_.marks.begin(), document_.marks.end(), begin,
                                 [](std::uint32_t at, const PlaceMark& one) { return at < one.at; });
    if (mark != document_.marks.begin()) out.marks.push_back({0, std::prev(mark)->place});
    for (; mark != document_.marks.end() && mark->at < end; ++mark)
      out.marks.push_back({mark->at - begin, mark->place});
    out.paragraphs = document_.places == PlaceForm::paragraphs || !document_.origins.empty();
    out.unit = units_before(begin, out.paragraphs);
  }

  /// Excerpts come in no order; lines are counted from the nearest place that was asked before.
  std::uint32_t units_before(std::uint32_t byte, bool paragraphs) {
    if (byte < counted_to_) {
      counted_to_ = 0;
      units_ = 1;
    }
    const std::string_view part = std::string_view(document_.text).substr(counted_to_, byte - counted_to_);
    for (std::size_t at = part.find('\n'); at != std::string_view::npos; at = part.find('\n', at + 1)) {
      if (paragraphs) {
        const std::size_t next = part.find_first_not_of(" \t\r", at + 1);
        if (next == std::string_view::npos || part[next] != '\n') continue;
        at = part.find_first_not_of(" \t\r\n", next);
        if (at == std::string_view::npos) at = part.size();
      }
      ++units_;
    }
    counted_to_ = byte;
    return units_;
  }

  const Document& document_;
  std::uint32_t number_;
  const std::vector<ComparedWord>& words_;
  const std::vector<std::uint32_t>& turns_;
  std::vector<std::string> labels_;
  std::uint32_t counted_to_ = 0, units_ = 1;
};

/// A mark closes or opens between two words.
bool marks_between(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return false;
  const std::string_view between = text.substr(begin, end - begin);
  for (const std::string_view mark : {"\"", "\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"}) {
    if (between.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

struct Window {
  double score = 0;
  std::uint32_t from = 0, to = 0;  // words
};

/// The best windows of `width` words over events in order, that do not overlap.
std::vector<Window> best_windows(const std::vector<Seeker::Room::Event>& events, std::uint32_t width,
                                 std::uint32_t single, double most, std::vector<std::uint32_t>& counts) {
  std::vector<Window> best;
  for (std::size_t round = 0; round < kWindowsPerOriginal; ++round) {
    std::fill(counts.begin(), counts.end(), 0U);
    Window top;
    double weight = 0;
    std::size_t left = 0;
    const auto weight_of = [&](std::uint32_t slot) { return slot < single ? 1.0 : kTrigramWeight; };
    const auto taken = [&](std::uint32_t at) {
      return std::any_of(best.begin(), best.end(), [&](const Window& one) { return at >= one.from && at < one.to; });
    };
    for (std::size_t right = 0; right < events.size(); ++right) {
      if (taken(events[right].at)) {
        for (; left < right; ++left) {
          if (--counts[events[left].slot] == 0) weight -= weight_of(events[left].slot);
        }
        left = right + 1;
        continue;
      }
      if (counts[events[right].slot]++ == 0) weight += weight_of(events[right].slot);
      for (; events[left].at + width <= events[right].at; ++left) {
        if (--counts[events[left].slot] == 0) weight -= weight_of(events[left].slot);
      }
      if (weight / most > top.score + 1e-9) top = {weight / most, events[left].at, events[right].at + 1};
    }
    if (top.score < kLeastScore) break;
    best.push_back(top);
  }
  return best;
}

bool better(const ExcerptCandidate& a, const ExcerptCandidate& b) {
  if (a.score != b.score) return a.score > b.score;
  if (a.excerpt.original != b.excerpt.original) return a.excerpt.original < b.excerpt.original;
  return a.excerpt.first_word < b.excerpt.first_word;
}

}  // namespace

Seeker::Seeker(const std::vector<SoughtWords>& sought) : sought_(sought), filter_(kFilterBits / 64) {
  const auto add = [&](Table& table, std::uint64_t key, Slot slot) {
    std::vector<Slot>& slots = table[key];
    if (slots.size() < kMostSlots) slots.push_back(slot);
    filter_[(key % kFilterBits) / 64] |= 1ULL << (key % 64);
  };
  for (std::uint32_t s = 0; s < sought.size(); ++s) {
    const std::vector<ComparedWord>& words = sought[s].words;
    // Words that say something; where hardly any does, all.
    const auto content = std::count_if(words.begin(), words.end(), counts_alone);
    std::vector<std::uint32_t> stems;
    for (const ComparedWord& word : words) {
      if (word.has(kInBrackets) || (content >= 3 && !counts_alone(word))) continue;
      if (std::find(stems.begin(), stems.end(), word.stem) != stems.end()) continue;
      add(stems_, stem_key(word.stem), {s, static_cast<std::uint32_t>(stems.size())});
      stems.push_back(word.stem);
    }
    double most = static_cast<double>(stems.size());
    for (std::uint32_t i = 0; i + 2 < words.size(); ++i) {
      add(trigrams_, trigram_key(&words[i]), {s, i});
      most += kTrigramWeight;
    }
    most_.push_back(std::max(most, 1.0));
    slots_.push_back(static_cast<std::uint32_t>(stems.size()));
  }
}

void Seeker::cut(const Document& document, Room& room) const {
  room.words.clear();
  room.turns.clear();
  const auto fill = [&](std::uint32_t turn) { room.turns.resize(room.words.size(), turn); };
  if (document.turns.empty()) {
    room.cutter.cut(document.text, {0, static_cast<std::uint32_t>(document.text.size())}, CutFor::original, room.words);
    fill(kNone);
    return;
  }
  std::uint32_t number = 0;
  for (std::uint32_t turn = 0; turn < document.turns.size(); ++turn) {
    // Who goes on in another paragraph goes on.
    const std::string& speaker = document.turns[turn].speaker;
    if (speaker.empty() || turn == 0 || document.turns[turn - 1].speaker != speaker) number = turn;
    room.cutter.cut(document.text, document.turns[turn].span, CutFor::transcript, room.words);
    fill(number);
  }
}

Seeker::Hits Seeker::scan(const Document& document, std::uint32_t number, Room& room) const {
  cut(document, room);
  room.events.resize(sought_.size());
  for (auto& events : room.events) events.clear();
  const auto may_hold = [&](std::uint64_t key) { return (filter_[(key % kFilterBits) / 64] >> (key % 64) & 1U) != 0; };
  const std::vector<ComparedWord>& words = room.words;
  for (std::uint32_t j = 0; j < words.size(); ++j) {
    if (const std::uint64_t key = stem_key(words[j].stem); may_hold(key)) {
      if (const auto at = stems_.find(key); at != stems_.end()) {
        for (const Slot& slot : at->second) room.events[slot.sought].push_back({j, slot.place});
      }
    }
    if (j + 2 >= words.size()) continue;
    if (const std::uint64_t key = trigram_key(&words[j]); may_hold(key)) {
      if (const auto at = trigrams_.find(key); at != trigrams_.end()) {
        for (const Slot& slot : at->second) room.events[slot.sought].push_back({j, slots_[slot.sought] + slot.place});
      }
    }
  }
  Hits hits;
  ExcerptMaker maker(document, number, room.words, room.turns);
  for (std::uint32_t s = 0; s < sought_.size(); ++s) {
    const auto size = static_cast<std::uint32_t>(sought_[s].words.size());
    room.counts.assign(slots_[s] + size, 0);
    FoundFor found;
    for (const Window& window :
         best_windows(room.events[s], 2 * size + kWindowMargin, slots_[s], most_[s], room.counts)) {
      const std::uint32_t from = window.from > kAround ? window.from - kAround : 0;
      const auto to = static_cast<std::uint32_t>(std::min<std::size_t>(words.size(), window.to + kAround));
      found.candidates.push_back({window.score, maker.make(from, to)});
    }
    if (!found.candidates.empty()) hits.emplace_back(s, std::move(found));
  }
  find_runs(document, number, room, hits);
  return hits;
}

void Seeker::find_runs(const Document& document, std::uint32_t number, const Room& room, Hits& hits) const {
  const std::vector<ComparedWord>& words = room.words;
  struct Stretch {
    std::uint32_t from, size, at;
  };
  ExcerptMaker maker(document, number, room.words, room.turns);
  for (std::uint32_t s = 0; s < sought_.size(); ++s) {
    const std::vector<ComparedWord>& sought = sought_[s].words;
    std::vector<Stretch> best(sought.size(), {0, 0, 0});
    bool any = false;
    for (const Room::Event& event : room.events[s]) {
      if (event.slot < slots_[s]) continue;
      const std::uint32_t i = event.slot - slots_[s];
      if (i > 0 && event.at > 0 && sought[i - 1].key == words[event.at - 1].key) continue;  // within a run begun before
      std::uint32_t size = 3;
      while (i + size < sought.size() && event.at + size < words.size() &&
             sought[i + size].key == words[event.at + size].key)
        ++size;
      std::uint32_t content = 0;
      for (std::uint32_t k = 0; k < size; ++k) content += sought[i + k].has(kContent) ? 1U : 0U;
      if (size < kLeastRun || content < 2) continue;
      for (std::uint32_t k = i; k < i + size; ++k) {
        if (best[k].size < size) best[k] = {i, size, event.at};
        any = true;
      }
    }
    if (!any) continue;
    auto hit = std::find_if(hits.begin(), hits.end(), [&](const auto& one) { return one.first == s; });
    if (hit == hits.end()) hit = hits.insert(hits.end(), {s, FoundFor{}});
    for (std::size_t k = 0; k < best.size(); ++k) {
      const Stretch& one = best[k];
      if (one.size == 0 || (k > 0 && best[k - 1].from == one.from && best[k - 1].at == one.at)) continue;
      const std::uint32_t from = one.at > kAroundRun ? one.at - kAroundRun : 0;
      const auto to = static_cast<std::uint32_t>(std::min<std::size_t>(words.size(), one.at + one.size + kAroundRun));
      hit->second.runs.push_back({one.from, one.size, one.at - from, maker.make(from, to)});
    }
  }
}

Excerpt quoted_words_of(const Excerpt& excerpt) {
  std::vector<ComparedWord> words;
  std::size_t last = 0;
  for (std::size_t i = 0; i < excerpt.words.size(); ++i) {
    if (!excerpt.words[i].has(kInMarks) || excerpt.turn_of[i] != kNone) continue;
    ComparedWord word = excerpt.words[i];
    if (!words.empty() && marks_between(excerpt.text, excerpt.words[last].end, word.begin))
      word.flags |= kSeamBefore | kClauseBefore;
    words.push_back(word);
    last = i;
  }
  if (words.empty()) return {};
  Excerpt out = excerpt;
  out.quoted_alone = true;
  out.turn_of.assign(words.size(), kNone);
  out.words = std::move(words);
  return out;
}

void merge_found(FoundFor&& more, FoundFor& into) {
  for (ExcerptCandidate& one : more.candidates) into.candidates.push_back(std::move(one));
  std::stable_sort(into.candidates.begin(), into.candidates.end(), better);
  if (into.candidates.size() > kMostCandidates) into.candidates.resize(kMostCandidates);
  // A run stays where it is the longest over one of its words.
  for (ExactRun& one : more.runs) into.runs.push_back(std::move(one));
  std::stable_sort(into.runs.begin(), into.runs.end(),
                   [](const ExactRun& a, const ExactRun& b) { return a.size > b.size; });
  std::vector<ExactRun> kept;
  std::vector<bool> covered;
  for (ExactRun& run : into.runs) {
    covered.resize(std::max<std::size_t>(covered.size(), run.from + run.size));
    bool fresh = false;
    for (std::uint32_t k = run.from; k < run.from + run.size; ++k) {
      fresh = fresh || !covered[k];
      covered[k] = true;
    }
    if (fresh) kept.push_back(std::move(run));
  }
  std::stable_sort(kept.begin(), kept.end(), [](const ExactRun& a, const ExactRun& b) { return a.from < b.from; });
  into.runs = std::move(kept);
}

}  // namespace hearsay
