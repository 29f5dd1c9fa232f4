// extend_mentions: for each phrase, right to left: prepositional phrases that its head rules, then a parenthesis, then
// an apposition between commas or a relative clause.
#include "mentions/extend.h"

#include <algorithm>

#include "mentions/relative_clause.h"
#include "mentions/word_literal.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMostPhrases = 4;     // of-phrases in a row
constexpr std::uint32_t kLongestClause = 40;  // tokens of a relative clause
constexpr std::uint32_t kLongestParenthesis = 8;

bool is_person(const Mention& mention) {
  return mention.kind == SourceKind::named_person || mention.kind == SourceKind::unnamed_person;
}

class Extender {
 public:
  Extender(const Language& language, const Tags& tags, const Classifier& classifier, std::vector<Mention>& mentions)
      : language_(language),
        tags_(tags),
        classifier_(classifier),
        mentions_(mentions),
        at_(language.size() + 1, kNone) {}

  void run() {
    for (std::size_t i = mentions_.size(); i-- > 0;) {
      Mention& mention = mentions_[i];
      if (language_.reflexive(mention.core.end) && same_sentence(mention.core.end))
        mention.range.end = mention.core.end + 1;
      if (!mention.pronoun && !mention.possessive) extend(mention);
      if (mention.pronoun && (language_.hash(mention.head) == "those"_w)) relative(mention);
      at_[mention.core.begin] = static_cast<std::uint32_t>(i);  // the longest comes last
    }
  }

 private:
  bool same_sentence(std::uint32_t i) const { return i < language_.size() && !language_.token(i).has(kSentenceStart); }
  const Mention* starting(std::uint32_t i) const {
    return i < at_.size() && at_[i] != kNone && same_sentence(i) ? &mentions_[at_[i]] : nullptr;
  }

  void extend(Mention& mention) {
    if (mention.kind == SourceKind::other) tell_by_who(mention);
    if (ratio_of(mention)) return;
    phrases(mention);
    parenthesis(mention);
    party(mention);
    if (shared_title(mention)) return;
    if (mention.kind == SourceKind::other) tell_by_name(mention);
    if (short_form(mention) || former_name(mention) || mention.kind == SourceKind::other) return;
    access(mention);
    if (apposition(mention) || loose_apposition(mention)) return;
    relative(mention);
    participle(mention);
    led(mention);
    if (!mention.count.empty() && mention.count.begin <= mention.core.begin + 1) approximate(mention);
  }

  /// May the head take a phrase with this preposition?
  bool rules(const Mention& mention, std::uint32_t preposition) const {
    const bool relational = classifier_.relational(mention.head);
    const bool named = mention.kind == SourceKind::named_person && !mention.name.empty();
    switch (preposition) {
      case "of"_w:
        return relational || named || is_noun(tags_[mention.head]);
      case "for"_w:
      case "on"_w:
        return relational && !named;
      case "at"_w:
      case "from"_w:
        return is_person(mention) || mention.kind == SourceKind::unnamed_group;
      case "in"_w:
        if (mention.kind == SourceKind::collective) return false;
        [[fallthrough]];
      case "with"_w:
      case "to"_w:
      case "within"_w:
      case "inside"_w:
      case "near"_w:
      case "across"_w:
        if (preposition == "to"_w && language_.in(mention.head, language_.ids().family)) return false;
        if (language_.attribute(mention.head, language_.ids().organisation_head, "kind") == "seat") return true;
        return relational && !named && (mention.kind != SourceKind::named_organisation || mention.name.empty()) &&
               mention.kind != SourceKind::document;
      default:
        return false;
    }
  }

  void phrases(Mention& mention) {
    if (one_of(mention) || share_of(mention)) return;
    for (std::uint32_t step = 0; step < kMostPhrases; ++step) {
      const std::uint32_t end = mention.range.end;
      if (!same_sentence(end) || tags_[end] == Tag::punct) return;
      const std::uint32_t preposition = language_.hash(end);
      if (!rules(mention, preposition)) return;
      if (preposition == "of"_w && mention.core.begin > 0 &&
          language_.in(mention.core.begin - 1, language_.ids().takes_of))
        return;
      const Mention* inner = starting(end + 1);
      if (inner == nullptr || inner->pronoun || classifier_.time(inner->head)) return;
      const bool means = language_.in(inner->head, language_.ids().document_head) && inner->name.empty();
      const bool beside = inner->kind == SourceKind::named_person && inner->name.begin <= end + 1 &&
                          (preposition == "with"_w || preposition == "in"_w);
      if (preposition != "of"_w && (means || beside)) return;
      // "prosecutors in Varn", but not "the campaign in those talks"
      const bool nameless = mention.kind == SourceKind::named_organisation && mention.name.empty();
      if (nameless && preposition != "of"_w && preposition != "for"_w && preposition != "on"_w &&
          !language_.token(inner->head).has(kCapital))
        return;
      mention.range.end = inner->core.end;
      if (mention.kind == SourceKind::collective && preposition == "on"_w) unname(mention);
      if (mention.kind == SourceKind::unnamed_group && preposition == "on"_w) second_topic(mention);
      const bool office = classifier_.relational(mention.head);
      // "special envoy for Kesh Asif Rana": the name closes the phrase.
      const bool carried = mention.name.empty() && office && inner->kind == SourceKind::named_person &&
                           inner->name.begin > end + 1 && inner->role.empty();
      const bool carried_by_title =
          mention.kind != SourceKind::named_person && office && inner->kind == SourceKind::named_person &&
          !inner->name.empty() && inner->name.begin > end + 1 && (inner->role.empty() || is_body(inner->role.end - 1));
      if (carried || carried_by_title) {
        mention.role = {mention.core.begin, mention.range.end - inner->name.size()};
        mention.name = inner->name;
        mention.gender = inner->gender;
        mention.kind = SourceKind::named_person;
        mention.core.end = mention.range.end;
        return;
      }
      if (step == 0 && names_ministry(mention, preposition, *inner)) {
        mention.kind = SourceKind::named_organisation;
        mention.name = {mention.core.begin, series_end(*inner)};
        mention.range.end = mention.core.end = mention.name.end;
        mention.number = GrammaticalNumber::singular;
        continue;
      }
      if (step == 0) affiliate(mention, *inner);
      // "the Committee for a Responsible Harbour", "Department of Motor Vehicles": the of-phrase is part of the name.
      const bool capital_head =
          language_.token(mention.head).has(kCapital) && mention.kind == SourceKind::named_organisation;
      if (capital_head && !mention.name.empty() && mention.register_entry == kNone &&
          language_.token(inner->head).has(kCapital)) {
        const bool place = preposition != "of"_w && preposition != "for"_w;
        const bool seat = language_.attribute(mention.head, language_.ids().organisation_head, "kind") == "seat";
        if (place && !seat) return;
        mention.name.end = mention.range.end = place ? inner->core.end : series_end(*inner);
      }
    }
  }

  /// "Ministry of Fisheries" without an article.
  bool names_ministry(const Mention& mention, std::uint32_t preposition, const Mention& inner) const {
    const bool of = preposition == "of"_w || preposition == "for"_w;
    const bool body = language_.in(mention.head, language_.ids().organisation_opener) ||
                      (tags_[mention.head] != Tag::NNS && is_body(mention.head));
    return of && mention.core.size() == 1 && mention.name.empty() && language_.token(mention.head).has(kCapital) && body &&
           language_.token(inner.head).has(kCapital);
  }

  /// "Fisheries and Livestock", "Industry, Science and Resources" behind "Ministry of": one name, as far as its parts
  /// are no bodies and no persons.
  std::uint32_t series_end(const Mention& first) const {
    constexpr std::uint32_t kMost = 3;
    std::uint32_t end = first.core.end;
    std::uint32_t at = end;
    for (std::uint32_t step = 0; step < kMost; ++step) {
      const bool conjunction = same_sentence(at) && (language_.hash(at) == "and"_w || language_.hash(at) == "&"_w);
      if (!conjunction && !comma(at)) return end;
      const Mention* next = starting(at + 1);
      if (next == nullptr || next->pronoun || !language_.token(at + 1).has(kCapital)) return end;
      if (language_.given_name(at + 1) || next->register_entry != kNone || !next->role.empty() == !next->name.empty() ||
          is_body(next->head))
        return end;
      at = next->core.end;
      if (conjunction) return at;
    }
    return end;
  }

  /// "one of the people", "two of her aides": somebody out of a group.
  bool one_of(Mention& mention) const {
    const std::uint32_t of = mention.core.end;
    const Mention* group = same_sentence(of) && language_.hash(of) == "of"_w ? starting(of + 1) : nullptr;
    if (group == nullptr || group->pronoun || mention.core.size() != 1) return false;
    const Mention& inner = *group;
    const bool several = tags_[mention.head] == Tag::CD || language_.in(mention.head, language_.ids().quantifier);
    const std::uint32_t word = language_.hash(mention.head);
    const bool single = word == "one"_w || word == "another"_w || word == "each"_w;
    const bool people = inner.kind == SourceKind::unnamed_group || inner.kind == SourceKind::collective ||
                        inner.kind == SourceKind::unnamed_person;
    if ((!several && !single) || !people) return false;
    mention.kind = single ? SourceKind::unnamed_person : SourceKind::unnamed_group;
    mention.number = single ? GrammaticalNumber::singular : GrammaticalNumber::plural;
    mention.role = inner.role.empty() ? inner.core : inner.role;
    mention.affiliation = inner.affiliation;
    mention.range.end = inner.range.end;
    mention.comma_after = inner.comma_after;
    mention.count = mention.core;
    return true;
  }

  /// "A glazier, who …": whatever the word, it is somebody.
  void tell_by_who(Mention& mention) const {
    const Tag head = tags_[mention.head];
    std::uint32_t next = mention.core.end;
    if (!mention.name.empty() || (head != Tag::NN && head != Tag::NNS) || !same_sentence(next)) return;
    if (language_.hash(next) == ","_w) ++next;
    if (!same_sentence(next) || language_.hash(next) != "who"_w || classifier_.time(mention.head)) return;
    mention.kind = head == Tag::NNS ? SourceKind::unnamed_group : SourceKind::unnamed_person;
    if (mention.role.empty()) mention.role = {mention.head, mention.head + 1};
  }

  /// "An avid walker, Ana Ruiz, said": whatever the word, a person's name is set beside it.
  void tell_by_name(Mention& mention) const {
    if (!mention.name.empty() || tags_[mention.head] != Tag::NN || !comma(mention.range.end)) return;
    if (classifier_.time(mention.head) || mention.core.begin == mention.core.end) return;
    if (mention.core.begin > 0 && same_sentence(mention.core.begin) && tags_[mention.core.begin - 1] == Tag::IN) return;
    const Mention* next = starting(mention.range.end + 1);
    if (next == nullptr || next->kind != SourceKind::named_person || next->name.size() < 2) return;
    const bool full = language_.given_name(next->name.begin) && next->name.begin == mention.range.end + 1;
    if (full && comma(next->core.end) && is_finite(tags_[std::min(next->core.end + 1, language_.size() - 1)]))
      mention.kind = SourceKind::unnamed_person;
  }

  /// "Company founder and chief executive Ana Ruiz", "Actor, singer and author Ana Ruiz": several roles of one person,
  /// where the first has no determiner or the next is told in small letters.
  bool shared_title(Mention& mention) const {
    const std::uint32_t end = mention.range.end;
    if (mention.kind != SourceKind::unnamed_person || !mention.name.empty() || !same_sentence(end)) return false;
    if (mention.number == GrammaticalNumber::plural || mention.part_of_group()) return false;
    const bool conjunction = language_.hash(end) == "and"_w || language_.hash(end) == "&"_w;
    // "Deputy Commissioner of Police (Central) Ana Ruiz", "member for water Ana Ruiz"
    const bool beside = !conjunction && end > mention.core.end && is_name(tags_[end]);
    if (!conjunction && !beside && !comma(end)) return false;
    const Mention* next = starting(beside ? end : end + 1);
    if (next == nullptr || next->kind != SourceKind::named_person || next->name.empty()) return false;
    const bool bare = classifier_.is_bare(mention.core.end);
    const std::uint32_t first = next->core.begin;
    if (beside) {
      if (next->name.begin != first || next->name.size() < 2) return false;
      if (!bare && !language_.given_name(first)) return false;
    } else {
      if (next->name.begin <= first || next->role.begin != first || tags_[first] == Tag::DT) return false;
      if (!bare && language_.token(first).has(kCapital)) return false;
      if (!conjunction && !has_and({first, next->name.begin})) return false;
    }
    mention.role = {bare ? mention.core.begin : mention.core.begin + 1, next->name.begin};
    if (!mention.affiliation.empty() && mention.affiliation.begin == mention.role.begin)
      mention.role.begin = mention.affiliation.end;
    if (mention.affiliation.empty()) mention.affiliation = next->affiliation;
    mention.name = next->name;
    mention.gender = next->gender;
    mention.kind = SourceKind::named_person;
    mention.register_entry = next->register_entry;
    mention.core.end = next->core.end;
    mention.range.end = next->range.end;
    mention.comma_after = next->comma_after;
    return true;
  }

  bool has_and(TokenRange range) const {
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      if (language_.hash(t) == "and"_w) return true;
    }
    return false;
  }

  /// "the Harbour Trade Office, or HTO,"
  bool short_form(Mention& mention) const {
    const std::uint32_t end = mention.range.end;
    if (mention.name.size() < 2 || !comma(end) || language_.hash(end + 1) != "or"_w || !same_sentence(end + 2))
      return false;
    if (!language_.token(end + 2).has(kAllCaps) || !closes(end + 3)) return false;
    mention.range.end = end + 3;
    mention.comma_after = comma(end + 3);
    if (mention.kind == SourceKind::named_person) mention.kind = SourceKind::named_organisation;
    return true;
  }

  /// "Three in 10 voters", "one in five", "nine out of ten of those asked".
  bool ratio_of(Mention& mention) const {
    std::uint32_t at = mention.core.end;
    if (mention.core.size() != 1 || tags_[mention.head] != Tag::CD || !same_sentence(at)) return false;
    if (language_.hash(at) == "out"_w && language_.hash(at + 1) == "of"_w) ++at;
    else if (language_.hash(at) != "in"_w) return false;
    if (!same_sentence(at + 1) || tags_[at + 1] != Tag::CD || language_.word(at + 1).size() > 5) return false;
    if (language_.token(at + 1).has(kDigit) && language_.word(at + 1).size() == 4) return false;  // "one in 1987"
    const Mention* whole = starting(at + 1);
    if (whole == nullptr || whole->pronoun || !whole->name.empty()) return false;
    mention.kind = SourceKind::collective;
    mention.number = GrammaticalNumber::plural;
    mention.role = whole->role;
    mention.range.end = whole->range.end;
    approximate(mention);
    return true;
  }

  /// "More than half of the voters", "nearly two-thirds of residents": the words before the number are part of it.
  void approximate(Mention& mention) const {
    constexpr std::uint32_t kLongest = 2;
    for (std::uint32_t length = kLongest; length > 0; --length) {
      if (mention.core.begin < length) continue;
      const std::uint32_t begin = mention.core.begin - length;
      if (begin + 1 < mention.core.begin && language_.token(mention.core.begin - 1).has(kSentenceStart)) continue;
      if (language_.token(mention.core.begin).has(kSentenceStart)) return;
      if (language_.length_at(begin, mention.core.begin, language_.ids().approximator) != length) continue;
      mention.range.begin = begin;
      return;
    }
  }

  /// "60 percent of voters", "a lot of officials": they are what they are a part of.
  bool share_of(Mention& mention) const {
    const std::uint32_t of = mention.core.end;
    if (!language_.in(mention.head, language_.ids().share) || !same_sentence(of) || language_.hash(of) != "of"_w)
      return false;
    const Mention* whole = starting(of + 1);
    if (whole == nullptr || whole->pronoun || whole->kind == SourceKind::named_person ||
        whole->kind == SourceKind::named_organisation)
      return false;
    const std::uint32_t before = mention.head > 0 ? mention.head - 1 : mention.head;
    const bool fraction = language_.attribute(mention.head, language_.ids().share, "kind") == "fraction";
    const bool counted = tags_[before] == Tag::CD || fraction;  // nobody was asked who they are
    const bool people = whole->kind != SourceKind::document && whole->kind != SourceKind::other;
    mention.kind = counted && people ? SourceKind::collective : whole->kind;
    mention.number = GrammaticalNumber::plural;
    mention.role = whole->role;
    mention.affiliation = whole->affiliation;
    mention.range.end = whole->range.end;
    mention.comma_after = whole->comma_after;
    approximate(mention);
    return true;
  }

  /// A population narrowed down is somebody: "Democrats on the committee".
  static void unname(Mention& mention) {
    mention.kind = SourceKind::unnamed_group;
    mention.name = {};
  }

  /// "experts on the harbour and deep-sea trade"
  void second_topic(Mention& mention) const {
    const std::uint32_t end = mention.range.end;
    if (!same_sentence(end) || language_.hash(end) != "and"_w) return;
    const Mention* second = starting(end + 1);
    if (second != nullptr && second->kind == SourceKind::other && !second->pronoun)
      mention.range.end = second->core.end;
  }

  bool is_body(std::uint32_t i) const { return language_.in(i, language_.ids().organisation_head); }

  static void affiliate(Mention& mention, const Mention& inner) {
    if (mention.affiliation.empty() &&
        (inner.kind == SourceKind::named_organisation || inner.kind == SourceKind::media)) {
      mention.affiliation = inner.name.empty() ? inner.core : inner.name;
    }
  }

  /// "sources privy to the talks", "people familiar with the matter".
  void access(Mention& mention) {
    const std::uint32_t end = mention.range.end;
    if (!same_sentence(end) || !language_.in(end, language_.ids().access)) return;
    const bool phrase_next = end + 1 < language_.size() && (tags_[end + 1] == Tag::IN || tags_[end + 1] == Tag::TO);
    if (is_finite(tags_[end]) && !phrase_next) return;
    if (mention.kind == SourceKind::named_organisation && mention.name.empty() &&
        mention.number == GrammaticalNumber::plural)
      unname(mention);
    if (mention.kind != SourceKind::unnamed_group && mention.kind != SourceKind::unnamed_person &&
        mention.kind != SourceKind::collective)
      return;
    if (mention.kind == SourceKind::collective) unname(mention);
    mention.range.end = end + 1;
    for (std::uint32_t step = 0; step < 3; ++step) {
      const std::uint32_t at = mention.range.end;
      if (!same_sentence(at) || (tags_[at] != Tag::IN && tags_[at] != Tag::TO)) return;
      const Mention* inner = starting(at + 1);
      if (inner == nullptr || classifier_.time(inner->head)) return;
      mention.range.end = inner->core.end;
    }
  }

  /// "(R-Ohio)", "(HTA)".
  /// "Sen. Ana Ruiz, R-Ohio,": an American's party and state.
  void party(Mention& mention) {
    const std::uint32_t tag = mention.range.end + 1;
    if (mention.kind != SourceKind::named_person || !comma(mention.range.end) || !same_sentence(tag)) return;
    if (!language_.party_tag(tag) || !closes(tag + 1)) return;
    mention.range.end = tag + 1;
    mention.comma_after = comma(tag + 1);
  }

  void parenthesis(Mention& mention) {
    const std::uint32_t open = mention.range.end;
    if (!same_sentence(open) || language_.hash(open) != "("_w) return;
    for (std::uint32_t i = open + 1; i <= open + kLongestParenthesis && same_sentence(i); ++i) {
      if (language_.hash(i) != ")"_w) continue;
      mention.range.end = i + 1;
      return;
    }
  }

  /// "the post on X, formerly known as Twitter,", "the Harbour Office, known as HO,": another name of what the phrase
  /// ends with; "Ana Ruiz, best known to readers for her column,": what somebody is known as.
  bool former_name(Mention& mention) {
    std::uint32_t at = mention.range.end;
    if (!comma(at) || !language_.token(at - 1).has(kCapital)) return false;
    const std::uint32_t word = language_.hash(++at);
    const bool former = word == "formerly"_w || word == "previously"_w || word == "originally"_w;
    const bool other = former || is_adverb(tags_[std::min(at, language_.size() - 1)]) || word == "best"_w;
    if (other) ++at;
    const std::uint32_t verb = language_.hash(at);
    const bool known = verb == "known"_w;
    if (!former && !known) return false;
    if (known || verb == "called"_w || verb == "named"_w) ++at;
    const std::uint32_t link = language_.hash(at);
    if (link == "as"_w) ++at;
    const Mention* name = starting(at);
    if (name != nullptr && !name->name.empty() && closes(name->core.end)) {
      mention.range.end = name->core.end;
    } else {
      const bool of_person = known && (link == "as"_w || link == "for"_w || link == "to"_w || link == "by"_w);
      const std::uint32_t end = of_person && mention.kind == SourceKind::named_person ? next_mark(at) : kNone;
      if (end == kNone) return false;
      mention.range.end = end;
    }
    mention.comma_after = comma(mention.range.end);
    return true;
  }

  bool comma(std::uint32_t i) const {
    return i < language_.size() && language_.hash(i) == ","_w && !language_.token(i).has(kSentenceStart);
  }
  bool closes(std::uint32_t i) const { return closes_phrase(language_, i); }

  bool apposition(Mention& mention) {
    std::uint32_t end = mention.range.end;
    if (!comma(end)) return false;
    // ", 52,"
    if (end + 2 < language_.size() && tags_[end + 1] == Tag::CD && comma(end + 2) &&
        mention.kind == SourceKind::named_person) {
      mention.range.end = end + 2;
      mention.comma_after = true;
      end += 2;
    }
    const Mention* next = starting(end + 1);
    if (next == nullptr || next->pronoun || next->compound) return false;
    const bool named = !mention.name.empty();
    const bool described = named && next->name.empty() && describes(mention, *next);
    const bool identified = !named && !next->name.empty() && identifies(mention, *next);
    if (!described && !identified) return false;
    const std::uint32_t last = described ? second_calling(*next) : next->range.end;
    if (!closes(last)) return false;
    if (described) {
      if (mention.role.empty() || language_.in(mention.role.begin, language_.ids().honorific))
        mention.role = next->core;
      if (mention.affiliation.empty()) mention.affiliation = next->affiliation;
      if (mention.kind == SourceKind::named_person && mention.gender == Gender::unknown) mention.gender = next->gender;
      if (mention.kind != SourceKind::named_person && is_person(*next) && mention.register_entry == kNone)
        mention.kind = SourceKind::named_person;
    } else {
      mention.role = {mention.core.begin, mention.range.end};
      mention.name = next->name;
      mention.kind = next->kind;
      mention.gender = next->gender;
      mention.register_entry = next->register_entry;
    }
    mention.range.end = last;
    mention.comma_after = comma(mention.range.end);
    return true;
  }

  /// "Ana Ruiz, a Harbour Office employee and president of the Oland Guild in Varn, said": whatever stands between the
  /// commas, where it tells a role and no verb stands in it, and one stands behind it.
  bool loose_apposition(Mention& mention) const {
    constexpr std::uint32_t kLongest = 30;
    const std::uint32_t open = mention.range.end;
    if (mention.kind != SourceKind::named_person || mention.name.empty() || !comma(open)) return false;
    const std::uint32_t first = open + 1;
    if (!same_sentence(first) || !tells_role(first)) return false;
    bool role = false;
    const std::uint32_t limit = std::min(language_.size(), first + kLongest);
    for (std::uint32_t t = first; t + 1 < limit; ++t) {
      const Token& token = language_.token(t);
      if (token.has(kSentenceStart) || token.has(kOpenQuote) || token.has(kCloseQuote)) return false;
      if (comma(t)) {
        if (!same_sentence(t + 1) || language_.given_name(t + 1)) return false;
        if (!is_finite(tags_[t + 1]) && tags_[t + 1] != Tag::MD) continue;
        if (!role) return false;
        mention.range.end = t;
        mention.comma_after = true;
        if (mention.role.empty()) mention.role = {first, first + 1};
        return true;
      }
      if (is_finite(tags_[t]) || tags_[t] == Tag::MD || tags_[t] == Tag::WP) return false;
      role |= is_role(t);
    }
    return false;
  }

  bool is_role(std::uint32_t i) const {
    const LanguageIds& ids = language_.ids();
    return language_.in(i, ids.role) || language_.in(i, ids.family) || language_.in(i, ids.title);
  }

  /// A phrase in small letters, or an office in capitals: no second name.
  bool tells_role(std::uint32_t i) const {
    if (tags_[i] == Tag::DT) return language_.hash(i) == "a"_w || language_.hash(i) == "an"_w || language_.hash(i) == "the"_w;
    if (tags_[i] == Tag::PRPS) return true;
    return is_role(i) || (!language_.token(i).has(kCapital) && (is_noun(tags_[i]) || is_adjective(tags_[i])));
  }

  /// The end of "a professor of law and former attorney", which is one person: of the first where there is no second.
  std::uint32_t second_calling(const Mention& first) const {
    const std::uint32_t end = first.range.end;
    if (first.kind != SourceKind::unnamed_person || !same_sentence(end) || language_.hash(end) != "and"_w) return end;
    const Mention* second = starting(end + 1);
    const bool one = second != nullptr && second->kind == SourceKind::unnamed_person && second->name.empty() &&
                     !second->pronoun && second->number != GrammaticalNumber::plural;
    return one && closes(second->range.end) ? second->range.end : end;
  }

  /// Is `next` what `mention` is? "Asif Rana, a doctor,"
  bool describes(const Mention& mention, const Mention& next) const {
    if (mention.kind == SourceKind::named_person || mention.kind == SourceKind::other)
      return next.kind == SourceKind::unnamed_person && next.number != GrammaticalNumber::plural;
    if (mention.kind == SourceKind::named_organisation || mention.kind == SourceKind::media) {
      if (next.kind == SourceKind::unnamed_person && mention.register_entry == kNone) return mention.name.size() >= 2;
      return language_.in(next.head, language_.ids().organisation_head) ||
             language_.in(next.head, language_.ids().media_head);
    }
    return false;
  }

  /// Is `next` the name of `mention`? "the envoy, Asif Rana,"
  bool identifies(const Mention& mention, const Mention& next) const {
    if (mention.kind == SourceKind::unnamed_person) {
      // "A spokeswoman, Ana Ruiz, said": not the first of a list.
      const std::uint32_t behind = next.range.end + 1;
      const bool alone = next.name.size() >= 2 && comma(next.range.end) && same_sentence(behind) &&
                         (is_finite(tags_[behind]) || is_adverb(tags_[behind]));
      // A rank before the name is its own ("the spokesman, Colonel Rana"), another office is another person.
      const bool plain = next.role.empty() || (next.role.size() == 1 && next.role.end <= next.name.begin);
      return next.kind == SourceKind::named_person && plain &&
             (alone || mention.definite || !mention.affiliation.empty() || language_.token(mention.head).has(kCapital) ||
              mention.range.end > mention.core.end);
    }
    if (mention.kind == SourceKind::named_organisation)
      return next.kind == SourceKind::named_organisation && mention.definite;
    return false;
  }

  void relative(Mention& mention) {
    std::uint32_t who = mention.range.end;
    const bool after_comma = comma(who);
    if (after_comma) ++who;
    if (!same_sentence(who)) return;
    const std::uint32_t word = language_.hash(who);
    const bool people = word == "who"_w || word == "whose"_w || word == "whom"_w;
    if (word == "which"_w && after_comma && may_be_body(mention)) mention.kind = SourceKind::named_organisation;
    const bool things = word == "which"_w && after_comma && mention.kind == SourceKind::named_organisation;
    if (!people && !things) return;
    const bool institution = mention.kind == SourceKind::named_organisation && mention.name.empty() &&
                             mention.number == GrammaticalNumber::plural;
    if (people && institution && speaks_for_itself(who + 1)) unname(mention);
    if (people && (mention.kind == SourceKind::named_organisation || mention.kind == SourceKind::media ||
                   mention.kind == SourceKind::document))
      return;
    // "people who saw it" were there; "people who drive" are anybody.
    const bool happened = who + 1 < language_.size() && tags_[who + 1] == Tag::VBD;
    if (mention.kind == SourceKind::collective && people && !after_comma && happened) unname(mention);
    const std::uint32_t end = after_comma ? next_mark(who) : relative_clause_end(language_, tags_, who);
    if (end == kNone) return;
    mention.range.end = end;
    mention.comma_after = comma(end);
  }

  /// "prosecutors who asked not to be named": persons, and not their house.
  bool speaks_for_itself(std::uint32_t verb) const {
    switch (language_.hash(verb)) {
      case "spoke"_w:
      case "speak"_w:
      case "asked"_w:
      case "requested"_w:
      case "insisted"_w:
      case "declined"_w:
      case "requesting"_w:
      case "were"_w:
      case "was"_w:
        return true;
      default:
        return false;
    }
  }

  /// A name that nothing but its capitals makes a person's: "Hebra Ferries, which …".
  bool may_be_body(const Mention& mention) const {
    if (mention.kind != SourceKind::named_person || mention.name.empty() || !mention.role.empty()) return false;
    return mention.gender == Gender::unknown && !language_.given_name(mention.name.begin) &&
           mention.register_entry == kNone;
  }

  /// Where a clause between commas closes; kNone where it does not within bounds.
  std::uint32_t next_mark(std::uint32_t who) const {
    const std::uint32_t limit = std::min(language_.size(), who + kLongestClause);
    for (std::uint32_t i = who + 1; i < limit && same_sentence(i); ++i) {
      const Token& token = language_.token(i);
      if (token.has(kOpenQuote) || token.has(kCloseQuote)) return kNone;
      if (closes(i)) return i;
    }
    return kNone;
  }

  /// "residents living near the dam", but not what they say: "residents saying the dam …".
  void participle(Mention& mention) {
    const std::uint32_t verb = mention.range.end;
    if (!same_sentence(verb) || tags_[verb] != Tag::VBG || language_.in(verb, language_.ids().say)) return;
    if (mention.kind != SourceKind::unnamed_group && mention.kind != SourceKind::unnamed_person) return;
    if (const std::uint32_t end = participle_clause_end(language_, tags_, verb); end != kNone) mention.range.end = end;
  }

  /// "researchers led by Ana Ruiz", "critics like Ana Ruiz", "unions, including the Harbour Guild,": one of them has a
  /// name.
  void led(Mention& mention) {
    const std::uint32_t verb = mention.range.end;
    if (mention.kind != SourceKind::unnamed_group && mention.kind != SourceKind::collective) return;
    if (!same_sentence(verb) || mention.number != GrammaticalNumber::plural) return;
    const std::uint32_t named = name_of_one(verb);
    const Mention* leader = named == kNone ? nullptr : starting(named);
    if (leader == nullptr || leader->name.empty() || leader->pronoun) return;
    const bool body = leader->kind == SourceKind::named_organisation;
    if (leader->kind != SourceKind::named_person && !body) return;
    const bool goes_on = leader->range.end < language_.size() && is_noun(tags_[leader->range.end]);
    if (body && (language_.hash(verb + 1) == "by"_w || goes_on)) return;
    mention.lead = leader->name;
    mention.range.end = leader->range.end;
    mention.comma_after = leader->comma_after || comma(mention.range.end);
  }

  /// Where the name of one of a group begins behind "led by", "such as", "including"; kNone where nobody is named so.
  std::uint32_t name_of_one(std::uint32_t at) const {
    const bool set_off = comma(at);
    if (set_off) ++at;
    switch (language_.hash(at)) {
      case "led"_w:
      case "headed"_w:
      case "directed"_w:
      case "coordinated"_w:
        return language_.hash(at + 1) == "by"_w ? at + 2 : kNone;
      case "like"_w:
        return set_off ? kNone : at + 1;
      case "such"_w:
        return language_.hash(at + 1) == "as"_w ? at + 2 : kNone;
      case "including"_w:
        return at + 1;
      default:
        return kNone;
    }
  }

  const Language& language_;
  const Tags& tags_;
  const Classifier& classifier_;
  std::vector<Mention>& mentions_;
  std::vector<std::uint32_t> at_;
};

}  // namespace

void extend_mentions(const Language& language, const Tags& tags, const Classifier& classifier,
                     std::vector<Mention>& mentions) {
  Extender(language, tags, classifier, mentions).run();
}

}  // namespace hearsay
