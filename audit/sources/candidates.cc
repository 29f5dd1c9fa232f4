// options: looks back over the last mentions, each entity once by its nearest mention; then ahead over names that come
// first there. Bounds are in mentions and sentences, so that a long article costs no more per mention than a short one.
#include "sources/candidates.h"

#include <algorithm>

#include "sources/candidate_parts.h"
#include "sources/headline.h"

namespace hearsay {
namespace {

constexpr std::size_t kPronounLook = 40;  // mentions
constexpr std::size_t kPhraseLook = 100;  // mentions
constexpr std::uint32_t kPronounSentences = 8;
constexpr std::size_t kMostBehind = 12;  // options
constexpr std::uint32_t kAheadMentions = 80;
constexpr std::uint32_t kAheadSentences = 8;
constexpr std::size_t kMostAhead = 4;  // options
constexpr float kLikely = 0.5F;        // a pronoun that less likely stands for somebody brings him to nobody's mind

}  // namespace

CandidateFinder::CandidateFinder(const LinkContext& context, const EntityTable& table)
    : c_(context),
      table_(table),
      general_body_(context.language.lexicons().named("general-body")),
      be_(context.language.lexicons().named("aux-be")) {}

void CandidateFinder::begin() {
  std::size_t counts[2][2] = {{0, 0}, {0, 0}};
  for (std::uint32_t e = 0; e < table_.size(); ++e) {
    const Entity& entity = table_.at(e);
    if (entity.kind != SourceKind::named_person && !is_body(entity.kind)) continue;
    const std::size_t row = entity.kind == SourceKind::named_person ? 0 : 1;
    const std::size_t count = entity.mentions.size();
    if (count > counts[row][0]) {
      counts[row][1] = counts[row][0];
      main_[row][1] = main_[row][0];
      counts[row][0] = count;
      main_[row][0] = e;
    } else if (count > counts[row][1]) {
      counts[row][1] = count;
      main_[row][1] = e;
    }
  }
  for (std::size_t row = 0; row < 2; ++row) {  // named once is nobody's main figure
    for (std::size_t place = 0; place < 2; ++place) {
      if (counts[row][place] < 2) main_[row][place] = kNone;
    }
  }
  apposed_.assign(c_.mentions.all.size(), kNone);
  std::uint32_t described = kNone;
  for (std::uint32_t i = 0; i < c_.mentions.all.size(); ++i) {
    if (!mention(i).name.empty()) hear(i);
    if (described != kNone && mention(i).core.begin >= mention(described).core.end &&
        mention(i).core.end <= mention(described).range.end) {
      apposed_[i] = described;
    } else if (mention(i).kind == SourceKind::named_person && mention(i).range.end > mention(i).core.end) {
      described = i;
    }
  }
  const std::uint32_t headlines = headlines_end(c_.language.document());
  const Text& text = c_.language.text();
  while (first_body_sentence_ < text.sentences.size() &&
         text.tokens[text.sentences[first_body_sentence_].tokens.begin].begin < headlines)
    ++first_body_sentence_;
}

void CandidateFinder::passed(std::uint32_t i, float certainty) {
  const std::uint32_t entity = table_.of(i);
  if (entity == kNone || mention(i).person != 3) return;
  if (mention(i).pronoun && certainty < kLikely) return;
  told_.push_back(i);
  if (!mention(i).pronoun && mention(i).name.empty()) hear(i);
  // Who only speaks in what another says does not take the floor, but where he is quoted himself.
  const auto takes_floor = [&] {
    if (c_.content_of[mention(i).core.begin] == kNone) return true;
    return is_person(table_.at(entity).kind) && quotation(i) == kNone && !quoted_by(i).empty();
  };
  if (c_.speaks[i] != 0 && takes_floor()) last_speaker_ = entity;
  if (mention(i).pronoun && !mention(i).relative) last_pronoun_[static_cast<std::size_t>(mention(i).gender)] = i;
  std::uint32_t& topic = topic_[is_person(table_.at(entity).kind) ? 0 : 1];
  if (topic == kNone && !mention(i).name.empty()) topic = entity;
  if (c_.clauses.of_mention[i] != Function::subject || mention(i).relative) return;
  if (subject_sentence_ == sentence(i)) return;
  subject_before_ = subject_;
  before_sentence_ = subject_sentence_;
  subject_ = entity;
  subject_sentence_ = sentence(i);
}

CandidateFinder::Asked CandidateFinder::ask(std::uint32_t i, Anaphor anaphor) const {
  const Mention& phrase = mention(i);
  Asked asked{.i = i,
              .anaphor = anaphor,
              .mention = &phrase,
              .head = c_.language.hash(told_head(phrase)),
              .gender = phrase.gender,
              .vague = false,
              .family = {},
              .quoted = quoted_by(i),
              .facts = {},
              .houses = {},
              .seat = {},
              .commanded = {}};
  LinkFacts& f = asked.facts;
  f.anaphor = static_cast<std::uint8_t>(anaphor);
  f.function = static_cast<std::uint8_t>(c_.clauses.of_mention[i]);
  f.speaks = up_to(c_.speaks[i], 1);
  f.utters = c_.speaks[i] == kUtters ? 1 : 0;
  f.quoted = quotation(i) != kNone ? 1 : 0;
  f.early = early(i);
  if (is_pronoun(anaphor)) {
    f.joint = joint(i);
    f.holder = holder(i);
    exclude_commanded(asked);
    exclude_named_in(asked);
    return asked;
  }
  asked.houses = houses_of(house_words(), phrase);
  if (anaphor == Anaphor::person) asked.seat = claimed_seat(c_.language, phrase);
  asked.family = c_.language.attribute(phrase.head, c_.language.ids().role, "kind");
  const auto opens = [&](Role role) { return c_.language.is(phrase.core.begin, role); };
  const bool owned = !phrase.affiliation.empty() && phrase.affiliation.begin == phrase.core.begin;
  const bool counted =
      anaphor == Anaphor::person && !phrase.count.empty() && phrase.count.begin == phrase.core.begin;  // "one source"
  f.definite = owned                                       ? 2
               : opens(Role::definite_article)             ? 1
               : opens(Role::demonstrative)                ? 3
               : opens(Role::indefinite_opener) || counted ? 0
                                                           : kBareDescription;
  if (anaphor == Anaphor::person || anaphor == Anaphor::bare) {
    for (std::uint32_t t = phrase.core.begin; t <= phrase.head && t < phrase.core.begin + kLongestRole; ++t) {
      if (tells_age(c_.language, t)) f.office = 2;
      if (c_.language.is(t, Role::no_longer_in_office)) f.office = 3;
    }
    if (f.office == 0 && is_elevated(asked.family)) f.office = 1;
    if (f.office == 0 && tells_of_known(c_.language, phrase)) f.office = 2;
    asked.vague = c_.language.in(phrase.head, c_.language.ids().vague_person);
    if (asked.vague) f.office = 0;
    if (asked.gender == Gender::unknown) asked.gender = gender_after(c_.language, c_.mentions, phrase);
  }
  exclude_told_within(asked);
  if (anaphor == Anaphor::person && f.speaks != 0) {
    exclude_commanded(asked);
    exclude_named_in(asked);
  }
  if (f.office == 0 && !is_person(phrase.kind) && c_.language.in(phrase.head, general_body_)) f.office = 1;
  return asked;
}

void CandidateFinder::behind(const Asked& asked) {
  const bool pronoun = is_pronoun(asked.anaphor);
  const std::size_t look = pronoun ? kPronounLook : kPhraseLook;
  const std::size_t stop = told_.size() > look ? told_.size() - look : 0;
  const std::uint32_t here = sentence(asked.i);
  // Nobody is asked who a description is that says nothing and that no word speaks for.
  const bool by_words = !pronoun && (asked.facts.definite == 0 || asked.facts.speaks == 0 || asked.vague);
  std::size_t plain = 0;  // options of a description that no word of it speaks for
  for (std::size_t at = told_.size(); at-- > stop && options_.size() < kMostBehind;) {
    const std::uint32_t k = told_[at];
    if (pronoun && here - sentence(k) > kPronounSentences) break;
    const std::uint32_t e = table_.of(k);
    if (seen_[e] == asked.i) continue;
    const Entity& entity = table_.at(e);
    if (nested(asked, k) || (pronoun && (in_own_quotation(asked, k) || owns_in_apposition(k) || tells_of_subject(k))))
      continue;
    seen_[e] = asked.i;
    if (by_words && asked.seat.party == 0 && !may_be_called(asked, entity)) continue;  // most; the rest asks for more
    if (!admits(asked, e, entity) || bound(asked, k)) continue;
    HeadMatch head = pronoun ? HeadMatch::none : head_match(asked, entity);
    Belonging house = belonging(house_words(), asked.houses, entity);
    if (!seated(asked, entity, head, house) || anothers(asked, head, house)) continue;
    if (house == Belonging::other && head != HeadMatch::same_modified) continue;
    if (is_narrower(asked, k, entity)) continue;
    if (!pronoun && head == HeadMatch::none) {
      constexpr std::size_t kMostPlain = 4;
      if (by_words || plain == kMostPlain) continue;
      ++plain;
    }
    add(asked, k, false, head, house);
  }
}

void CandidateFinder::before(const Asked& asked) {
  const bool pronoun = is_pronoun(asked.anaphor);
  if (pronoun && !is_personal(asked.anaphor)) return;
  if (asked.anaphor == Anaphor::group || asked.anaphor == Anaphor::document) return;
  const std::uint32_t here = sentence(asked.i);
  const auto end = std::min<std::size_t>(c_.mentions.all.size(), asked.i + (pronoun ? 12U : kAheadMentions));
  std::size_t added = 0;
  for (std::uint32_t k = asked.i + 1; k < end && added < kMostAhead; ++k) {
    const std::uint32_t apart = sentence(k) - here;
    if (apart > (pronoun ? 0U : kAheadSentences)) break;
    const std::uint32_t e = table_.of(k);
    const Mention& other = mention(k);
    if (e == kNone || other.name.empty() || other.compound) continue;
    if (pronoun && (c_.clauses.of_mention[k] != Function::subject || quotation(k) != quotation(asked.i))) continue;
    if (seen_[e] == asked.i) continue;
    seen_[e] = asked.i;
    const Entity& entity = table_.at(e);
    // Who was told of before is no delayed name; long ago he may be out of sight.
    if (!pronoun && mention(entity.first).core.begin < mention(asked.i).core.begin) continue;
    if (nested(asked, k) || !admits(asked, e, entity)) continue;
    HeadMatch head = pronoun ? HeadMatch::none : head_match(asked, entity);
    // "Harbour chief:" of a headline is no president.
    if (asked.anaphor == Anaphor::bare && head == HeadMatch::related) head = HeadMatch::none;
    if (!pronoun && head == HeadMatch::none && asked.facts.speaks == 0) continue;
    Belonging house = belonging(house_words(), asked.houses, entity);
    if (!seated(asked, entity, head, house) || house == Belonging::other) continue;
    add(asked, k, true, head, house);
    ++added;
  }
}

void CandidateFinder::finish(const Asked& asked) {
  const std::uint8_t count = up_to(options_.size(), 5);
  std::uint8_t best = 0;
  for (const LinkOption& one : options_) best = std::max(best, one.facts.head);
  LinkOption nobody{.entity = kNone, .nearest = kNone, .facts = asked.facts};
  nobody.facts.nobody = 1;
  options_.push_back(nobody);
  for (LinkOption& one : options_) {
    if (one.entity == kNone) break;
    const std::size_t own = table_.at(one.entity).mentions.size();
    const auto more = std::count_if(options_.begin(), options_.end() - 1, [&](const LinkOption& other) {
      return table_.at(other.entity).mentions.size() > own;
    });
    one.facts.salience = up_to(more, 3);
  }
  // "Minister resigns" over two ministers is neither's.
  const auto alike = std::count_if(options_.begin(), options_.end() - 1, [&](const LinkOption& one) {
    return one.facts.head == best && best >= static_cast<std::uint8_t>(HeadMatch::same);
  });
  if (asked.anaphor == Anaphor::bare && alike > 1) options_.erase(options_.begin(), options_.end() - 1);
  for (LinkOption& one : options_) {
    one.facts.count = count;
    one.facts.best_head = best;
  }
}

const std::vector<LinkOption>& CandidateFinder::options(std::uint32_t i, Anaphor anaphor) {
  options_.clear();
  seen_.resize(table_.size(), kNone);
  const Asked asked = ask(i, anaphor);
  if (is_pronoun(anaphor) || is_heard_of(asked)) {
    look_back(asked);
    if (anaphor != Anaphor::bare) behind(asked);
    before(asked);
  }
  finish(asked);
  return options_;
}

}  // namespace hearsay
