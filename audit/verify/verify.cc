// Verifier: every candidate is judged, the one that has most of the words wins; what it lacks is looked for in the
// exact runs of other excerpts; then who speaks there.
#include "verify/verify.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "base/plain_letters.h"

namespace hearsay {
namespace {

constexpr double kPartFound = 0.6;        // of the words an excerpt lacks, that a run elsewhere has
constexpr std::uint32_t kTellingRun = 8;  // words in a row that are no chance …
constexpr long kTellingContent = 4;       // … or so many that say something …
constexpr long kBesideNames = 2;          // … of which so many are no part of a name
constexpr double kOneOrigin = 0.8;        // of the words in one excerpt: more is that excerpt's, with changes
constexpr double kStitched = 0.93;        // of the words, that exact runs from apart give together
constexpr std::size_t kMostStitches = 3;
constexpr std::uint32_t kLeastStitch = 5;  // words of one
constexpr std::uint32_t kApart = 60;       // words between two that a reader takes for one
constexpr double kPlainly = 0.8;           // of the words, in the running text
constexpr double kMostly = 0.4;            // of what the whole text has of them, that its quotations have
constexpr double kFewOutside = 0.25;       // of the words, that the text around quotations has besides
constexpr double kLeastIndirect = 0.5;     // of the stems of indirect words: less rests on no passage
constexpr std::uint32_t kShortPlace = 32;  // bytes of a number or name and of what stands in its place
constexpr std::uint32_t kNearWords = 20;   // around an aligned stretch, where numbers of a paraphrase may stand

/// Of two excerpts the one with more of the words; among those alike the one that the draft can mean.
double worth(const WordVerdict& judged, SpeakerMatch speaker) {
  const double by_speaker = speaker == SpeakerMatch::same ? 4 : speaker == SpeakerMatch::unknown ? 2 : 0;
  return 100 * judged.shared + 1.5 * static_cast<double>(judged.result) + by_speaker;
}

std::string place_at(const Excerpt& excerpt, std::uint32_t byte) {
  std::string place;
  for (const PlaceMark& mark : excerpt.marks) {
    if (mark.at > byte) break;
    place = mark.place;
  }
  if (!place.empty()) return place;
  std::uint32_t unit = excerpt.unit;
  const std::string_view before = std::string_view(excerpt.text).substr(0, byte);
  if (!excerpt.paragraphs) {
    unit += static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
    return "line " + std::to_string(unit);
  }
  for (std::size_t at = before.find("\n\n"); at != std::string_view::npos; at = before.find("\n\n", at + 2)) ++unit;
  return "paragraph " + std::to_string(unit);
}

std::string speaker_at(const Excerpt& excerpt, std::uint32_t word) {
  const std::uint32_t turn = word < excerpt.turn_of.size() ? excerpt.turn_of[word] : kNone;
  for (const auto& [number, speaker] : excerpt.speakers) {
    if (number == turn) return speaker;
  }
  return {};
}

/// The turn that has most of the aligned words.
std::uint32_t main_word(const WordVerdict& judged, const Excerpt& excerpt) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> counts;  // turn, words
  std::uint32_t best = judged.aligned.begin, most = 0;
  for (const AlignedStep& step : judged.aligned.steps) {
    if (step.kind != AlignedStep::Kind::same) continue;
    const std::uint32_t turn = excerpt.turn_of[step.passage];
    auto at = std::find_if(counts.begin(), counts.end(), [&](const auto& one) { return one.first == turn; });
    if (at == counts.end()) at = counts.insert(counts.end(), {turn, 0});
    if (++at->second > most) {
      most = at->second;
      best = step.passage;
    }
  }
  return best;
}

std::string_view paragraph_about(std::string_view text, Span found) {
  const std::size_t begin = text.rfind('\n', found.begin);
  const std::size_t end = text.find('\n', found.end);
  const std::size_t from = begin == std::string_view::npos ? 0 : begin + 1;
  return text.substr(from, (end == std::string_view::npos ? text.size() : end) - from);
}

/// Whether the words stand between quotation marks of the paragraph: the last mark before them opens.
bool stands_in_marks(std::string_view text, Span found) {
  const std::size_t line = text.substr(0, found.begin).rfind('\n');
  const std::string_view before = text.substr(line == std::string_view::npos ? 0 : line + 1,
                                              found.begin - (line == std::string_view::npos ? 0 : line + 1));
  const std::size_t opens = before.rfind("“"), closes = before.rfind("”");
  if (opens != std::string_view::npos) return closes == std::string_view::npos || closes < opens;
  return std::count(before.begin(), before.end(), '"') % 2 != 0;
}

/// Whether the paragraph gives the last word of one of the names.
bool names_about(std::string_view text, Span found, const GivenSpeaker& given) {
  const std::string about = plain_letters(paragraph_about(text, found));
  return std::any_of(given.names.begin(), given.names.end(), [&](const std::string& name) {
    const std::string last = plain_letters(name.substr(name.rfind(' ') == std::string::npos ? 0 : name.rfind(' ') + 1));
    return last.size() > 2 && about.find(last) != std::string::npos;
  });
}

OriginalPassage passage_of(const Excerpt& excerpt, Span found, std::uint32_t word) {
  return {.original = excerpt.original,
          .document = excerpt.document,
          .place = place_at(excerpt, found.begin),
          .speaker = speaker_at(excerpt, word),
          .text = excerpt.text,
          .found = found,
          .at = excerpt.text_at + found.begin};
}

OriginalPassage passage_of_run(const ExactRun& run) {
  const std::vector<ComparedWord>& there = run.excerpt.words;
  const std::size_t end = std::min<std::size_t>(run.at + run.size, there.size());
  return passage_of(run.excerpt, {there[run.at].begin, there[end - 1].end}, run.at);
}

/// So many words in a row are no chance, and more than a name. `sought` are the draft's, which has capitals.
bool tells(const ExactRun& run, const std::vector<ComparedWord>& sought) {
  const auto begin = sought.begin() + run.from;
  const auto content =
      std::count_if(begin, begin + run.size, [](const ComparedWord& word) { return word.has(kContent); });
  const auto named = std::count_if(begin, begin + run.size, [](const ComparedWord& word) {
    return word.has(kContent) && word.has(kUpperFirst) && !word.has(kOpensSentence);
  });
  return (run.size >= kTellingRun || content >= kTellingContent) && content - named >= kBesideNames;
}

/// Whether the second does not go on where the first ends.
bool stand_apart(const ExactRun& first, const ExactRun& second) {
  if (first.excerpt.original != second.excerpt.original) return true;
  const std::uint32_t ends = first.excerpt.first_word + first.at + first.size;
  const std::uint32_t begins = second.excerpt.first_word + second.at;
  return first.excerpt.turn_of[first.at] != second.excerpt.turn_of[second.at] || begins < ends ||
         begins > ends + kApart;
}

/// An article's own quotations are what it says of somebody's words, unless the words are plainly in its running text:
/// then that is the speech itself, with quotations of others in it.
bool rests_on_quotations(const WordVerdict& whole, const WordVerdict& among) {
  if (among.aligned.begin >= among.aligned.end || among.shared < kMostly * whole.shared) return false;
  const bool running = whole.shared >= kPlainly && among.shared < kOneWording;
  return !running || whole.shared - among.shared <= kFewOutside;
}

/// The words of a run stand in an article's quotation.
bool is_quoted(const ExactRun& run) {
  return run.excerpt.words[run.at].has(kInMarks) && run.excerpt.turn_of[run.at] == kNone;
}

/// Words of the draft that another quotation has are not missing.
void forget_missing(Span words, WordVerdict& judged) {
  std::erase_if(judged.differences, [&](const QuotedDifference& one) {
    return one.was.empty() && words.begin <= one.is.begin && one.is.end <= words.end;
  });
}

/// Two or three exact runs that give nearly all of the words and stand apart; else none.
std::vector<const ExactRun*> stitched(const std::vector<ExactRun>& runs, std::uint32_t words) {
  std::vector<const ExactRun*> parts;
  std::uint32_t covered = 0, end = 0;
  while (end < words && parts.size() < kMostStitches) {
    const ExactRun* next = nullptr;
    for (const ExactRun& run : runs) {
      if (run.size < kLeastStitch || run.from > end + 1 || run.from + run.size <= end) continue;
      if (next == nullptr || run.from + run.size > next->from + next->size) next = &run;
    }
    if (next == nullptr) break;
    covered += next->from + next->size - std::max(end, next->from);
    end = next->from + next->size;
    parts.push_back(next);
  }
  if (parts.size() < 2 || covered < kStitched * words) return {};
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (!stand_apart(*parts[i - 1], *parts[i])) return {};
  }
  return parts;
}

std::uint32_t counted_words(const std::vector<ComparedWord>& words) {
  return static_cast<std::uint32_t>(
      std::count_if(words.begin(), words.end(), [](const ComparedWord& word) { return !word.has(kInBrackets); }));
}

}  // namespace

Verifier::Verifier(const Article& article, std::vector<DraftQuotation> quotations)
    : article_(article),
      language_(*article.text.language),
      quotations_(std::move(quotations)),
      sought_(sought_of(article, quotations_)),
      seeker_(sought_),
      found_(sought_.size()) {}

std::vector<SoughtWords> Verifier::sought_of(const Article& article, const std::vector<DraftQuotation>& quotations) {
  WordCutter cutter(*article.text.language);
  std::vector<SoughtWords> sought;
  for (const DraftQuotation& one : quotations) {
    SoughtWords words;
    for (const Span& span : one.spans) cutter.cut(article.document.text, span, CutFor::draft, words.words);
    if (words.words.size() > kMostSoughtWords) words.words.resize(kMostSoughtWords);
    // Names at the beginning of a sentence are told by their tags.
    for (ComparedWord& word : words.words) {
      if (!word.has(kOpensSentence) || !word.has(kUpperFirst)) continue;
      const auto& tokens = article.text.tokens;
      const auto at = std::lower_bound(tokens.begin(), tokens.end(), word.begin,
                                       [](const Token& token, std::uint32_t byte) { return token.begin < byte; });
      const auto i = static_cast<std::size_t>(at - tokens.begin());
      if (i < article.tags.size() && is_name(article.tags[i])) word.flags |= kTaggedName;
    }
    sought.push_back(std::move(words));
  }
  return sought;
}

void Verifier::take(Seeker::Hits&& hits) {
  for (auto& [i, found] : hits) merge_found(std::move(found), found_[i]);
}

std::vector<Verification> Verifier::finish(const AskSpeaker& ask) const {
  std::vector<Verification> out;
  out.reserve(quotations_.size());
  for (std::size_t i = 0; i < quotations_.size(); ++i) out.push_back(judge(i, ask));
  return out;
}

Verification Verifier::judge(std::size_t i, const AskSpeaker& ask) const {
  const DraftQuotation& quotation = quotations_[i];
  const std::vector<ComparedWord>& words = sought_[i].words;
  Verification out{.attribution = quotation.attribution, .spans = quotation.spans, .quoted = quotation.quoted};
  const QuotedWords quoted{.text = article_.document.text,
                           .words = &words,
                           .around_denies = quotation.around_denies,
                           .around_conditions = quotation.around_conditions};
  const auto fails = [&](QuotationClass otherwise) {
    out.result = complete_ ? otherwise : QuotationClass::unverified;
    return out;
  };
  if (!quotation.quoted) {
    hold_paraphrase(i, out);
    return out;
  }
  const bool short_one = counted_words(words) < kLeastQuotedWords;
  const Excerpt* best = nullptr;
  std::deque<Excerpt> alone;  // of articles, what they quote
  WordVerdict judged;
  std::string speaker;
  SpeakerMatch match = SpeakerMatch::unknown;
  for (const ExcerptCandidate& candidate : found_[i].candidates) {
    WordVerdict one = judge_quotation(quoted, candidate.excerpt, language_);
    if (one.aligned.begin >= one.aligned.end) continue;
    const Excerpt* of = &candidate.excerpt;
    if (Excerpt quotations = quoted_words_of(candidate.excerpt); !quotations.words.empty()) {
      WordVerdict among = judge_quotation(quoted, quotations, language_);
      if (rests_on_quotations(one, among)) {
        one = std::move(among);
        of = &alone.emplace_back(std::move(quotations));
      }
    }
    const Excerpt& excerpt = *of;
    std::string label = speaker_at(excerpt, main_word(one, excerpt));
    // What somebody quotes is not said by whoever speaks or writes there.
    const bool within_marks = !label.empty() && stands_in_marks(excerpt.text, one.found);
    if (within_marks) label.clear();
    const bool asked = label.empty() && ask && one.result != QuotationClass::not_found;
    const ToldSpeaker told = asked ? ask(excerpt.text, one.found) : ToldSpeaker{};
    if (asked) label = told.name;
    SpeakerMatch by = match_speaker(label, excerpt.labels, quotation.speaker, language_);
    // An article that names both about its words may mean either: a spokesman relays. And whom a pronoun means is
    // too little to say of two articles that one gives the words to the wrong man.
    if (asked && by == SpeakerMatch::other &&
        (!quotation.speaker.by_name || !told.by_name || names_about(excerpt.text, one.found, quotation.speaker)))
      by = SpeakerMatch::unknown;
    if (best != nullptr && worth(one, by) <= worth(judged, match)) continue;
    best = &excerpt;
    judged = std::move(one);
    speaker = std::move(label);
    match = by;
  }
  if (short_one) {
    out.result = QuotationClass::too_short;
    if (best == nullptr || judged.shared < 1) return out;
  }
  // Parts that stand elsewhere.
  std::vector<const ExactRun*> parts;
  const bool in_article = best != nullptr && best->quoted_alone;
  if (!short_one) {
    const auto lacks = [&](std::uint32_t begin, std::uint32_t end) {
      for (const ExactRun& run : found_[i].runs) {
        const std::uint32_t from = std::max(begin, run.from), to = std::min(end, run.from + run.size);
        if (in_article && !is_quoted(run)) continue;
        if (from < to && to - from >= kLeastQuotedWords && to - from >= kPartFound * (end - begin)) {
          if (in_article) forget_missing({words[begin].begin, words[end - 1].end}, judged);
          parts.push_back(&run);
          return;
        }
      }
    };
    if (best != nullptr && (in_article || judged.result != QuotationClass::not_found)) {
      for (const WordVerdict::Missing& one : judged.missing) lacks(one.begin, one.end);
      if (in_article && !parts.empty() && parts.size() == judged.missing.size())
        judged.result = class_of(judged.differences);
    }
  }
  if (!short_one && parts.empty() && (best == nullptr || judged.shared < kOneOrigin)) {
    parts = stitched(found_[i].runs, static_cast<std::uint32_t>(words.size()));
    // In what order an article prints what somebody said tells nothing of how it was said.
    if (std::any_of(parts.begin(), parts.end(), [](const ExactRun* part) { return is_quoted(*part); })) parts.clear();
    if (!parts.empty()) {
      for (const ExactRun* part : parts) out.passages.push_back(passage_of_run(*part));
      out.shared = kStitched;
      out.result = QuotationClass::spliced;
      return out;
    }
  }
  if (!short_one && parts.empty() && (best == nullptr || judged.result == QuotationClass::not_found)) {
    // A long quotation of which an original has one stretch, word for word.
    const auto run = std::max_element(found_[i].runs.begin(), found_[i].runs.end(),
                                      [](const ExactRun& a, const ExactRun& b) { return a.size < b.size; });
    if (run != found_[i].runs.end() && tells(*run, words)) {
      WordVerdict part =
          judge_quotation(quoted, is_quoted(*run) ? quoted_words_of(run->excerpt) : run->excerpt, language_);
      out.shared = part.shared;
      out.differences = std::move(part.differences);
      out.passages.push_back(passage_of_run(*run));
      out.result = QuotationClass::paraphrase;
      return out;
    }
  }
  if (best == nullptr || (judged.result == QuotationClass::not_found && parts.empty()))
    return short_one ? out : fails(QuotationClass::not_found);
  out.shared = judged.shared;
  out.differences = std::move(judged.differences);
  out.passages.push_back(passage_of(*best, judged.found, main_word(judged, *best)));
  out.passages.back().speaker = speaker;
  if (short_one) return out;
  out.result = judged.result;
  for (const ExactRun* part : parts) {
    out.passages.push_back(passage_of_run(*part));
    if (!in_article) out.result = QuotationClass::spliced;
  }
  // A new wording may be anybody's; the same words are not.
  if (match == SpeakerMatch::other && out.result != QuotationClass::paraphrase && out.result > QuotationClass::spliced)
    out.result = QuotationClass::other_speaker;
  return out;
}

/// Numbers, names and negations of indirect words against the passage that has most of their stems. Their order and all
/// other words are the writer's.
void Verifier::hold_paraphrase(std::size_t i, Verification& into) const {
  const std::vector<ComparedWord>& words = sought_[i].words;
  const QuotedWords quoted{.text = article_.document.text, .words = &words};
  into.result = complete_ ? QuotationClass::not_found : QuotationClass::unverified;
  if (counted_words(words) < kLeastQuotedWords) {
    into.result = QuotationClass::too_short;
    return;
  }
  if (found_[i].candidates.empty()) return;
  const Excerpt& excerpt = found_[i].candidates.front().excerpt;
  const WordVerdict judged = judge_quotation(quoted, excerpt, language_);
  const AlignedWords& aligned = judged.aligned;
  if (aligned.begin >= aligned.end) return;
  const std::uint32_t begin = aligned.begin > kNearWords ? aligned.begin - kNearWords : 0;
  const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(excerpt.words.size(), aligned.end + kNearWords));
  const auto near = [&](const auto& holds) {
    return std::find_if(excerpt.words.begin() + begin, excerpt.words.begin() + end, holds);
  };
  std::uint32_t stems = 0, there = 0, denies = 0, denied = 0;
  for (const ComparedWord& word : words) {
    denies += word.has(kDenying) ? 1U : 0U;
    if (!word.has(kContent) || word.has(kNumberValue)) continue;
    ++stems;
    there +=
        near([&](const ComparedWord& one) { return one.stem == word.stem; }) != excerpt.words.begin() + end ? 1U : 0U;
  }
  // A denial beside the passage is of something else: it counts between words that both say.
  const auto tells = [&](const AlignedStep& step) {
    return step.kind == AlignedStep::Kind::same && words[step.sought].has(kContent);
  };
  const auto first = std::find_if(aligned.steps.begin(), aligned.steps.end(), tells);
  const auto last = std::find_if(aligned.steps.rbegin(), aligned.steps.rend(), tells);
  if (first != aligned.steps.end()) {
    for (std::uint32_t k = first->passage; k <= last->passage; ++k) denied += excerpt.words[k].has(kDenying) ? 1U : 0U;
  }
  into.shared = stems == 0 ? 0 : static_cast<double>(there) / stems;
  if (into.shared < kLeastIndirect || there < 2) return;
  into.passages.push_back(passage_of(excerpt, judged.found, main_word(judged, excerpt)));
  into.result = QuotationClass::paraphrase;
  const auto show = [&](QuotedDifference::Kind kind, QuotationClass as, Span is, Span was) {
    into.differences.push_back({kind, is, was});
    into.result = std::min(into.result, as);
  };
  // A number or name in the place of another one, which neither side has elsewhere.
  const auto none_has = [&](Span span, const std::vector<ComparedWord>& side, std::string_view text,
                            const std::vector<ComparedWord>& others) {
    for (const ComparedWord& word : side) {
      if (word.begin < span.begin || word.end > span.end || !word.has(kContent)) continue;
      for (const ComparedWord& other : others) {
        if (other.key == word.key || other.stem == word.stem) return false;
      }
    }
    return span.end <= text.size();
  };
  for (const QuotedDifference& one : judged.differences) {
    const bool number = one.kind == QuotedDifference::Kind::number, name = one.kind == QuotedDifference::Kind::name;
    if ((!number && !name) || one.is.empty() || one.was.empty() || one.is.size() > kShortPlace ||
        one.was.size() > kShortPlace)
      continue;
    if (!none_has(one.is, words, article_.document.text, excerpt.words) ||
        !none_has(one.was, excerpt.words, excerpt.text, words))
      continue;
    show(one.kind, number ? QuotationClass::number_changed : QuotationClass::name_changed, one.is, one.was);
  }
  if ((denies == 0) != (denied == 0) && judged.shared >= 0.5)
    show(QuotedDifference::Kind::negation, QuotationClass::negation_changed, {words.front().begin, words.back().end},
         judged.found);
}

}  // namespace hearsay
