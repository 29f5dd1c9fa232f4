// resolve_anaphora: one pass; `recent_` holds the last mentions with their entities, newest last. A pronoun takes the
// best scored of them, a description the newest that was called so or could be.
#include "sources/anaphora.h"

#include <algorithm>
#include <unordered_map>

#include "mentions/word_literal.h"
#include "sources/callings.h"
#include "sources/headline.h"

namespace hearsay {
namespace {

constexpr std::size_t kLookBack = 40;        // mentions
constexpr std::uint32_t kSentencesBack = 8;  // for a pronoun

bool is_body(SourceKind kind) {
  return kind == SourceKind::named_organisation || kind == SourceKind::media;
}
bool is_person(SourceKind kind) {
  return kind == SourceKind::named_person || kind == SourceKind::unnamed_person;
}

class Anaphora {
 public:
  Anaphora(const Language& language, const Mentions& mentions, const std::vector<std::uint8_t>& speaks,
           EntityTable& table)
      : language_(language),
        mentions_(mentions),
        speaks_(speaks),
        table_(table),
        ids_(language.ids()),
        subordinator_(language.lexicons().named("subordinator")),
        general_body_(language.lexicons().named("general-body")) {}

  void run() {
    for (std::uint32_t i = 0; i < mentions_.all.size(); ++i) {
      const Mention& named = mention(i);
      if (is_body(named.kind) && named.name.size() > 1 && !named.compound && table_.of(i) != kNone)
        by_last_word_.try_emplace(language_.hash(named.name.end - 1), i);
    }
    for (std::uint32_t i = 0; i < mentions_.all.size(); ++i) {
      const Mention& mention = mentions_.all[i];
      if (table_.of(i) == kNone) {
        if (mention.compound)
          compound(i);
        else if (mention.pronoun)
          pronoun(i);
        else if (mention.name.empty())
          description(i);
        else if (mention.kind != SourceKind::other || speaks_[i] != 0)
          table_.by_phrase(i);
      }
      if (table_.of(i) != kNone && (mention.person == 3)) recent_.push_back(i);
    }
  }

 private:
  const Mention& mention(std::uint32_t i) const { return mentions_.all[i]; }
  std::uint32_t sentence(std::uint32_t i) const { return language_.text().sentence_of[mention(i).core.begin]; }
  std::uint32_t quotation(std::uint32_t i) const { return language_.text().quotation_of[mention(i).core.begin]; }

  template <typename Fits>
  std::uint32_t newest(Fits fits) const {
    const std::size_t stop = recent_.size() > kLookBack * 4 ? recent_.size() - kLookBack * 4 : 0;
    for (std::size_t k = recent_.size(); k-- > stop;) {
      if (fits(recent_[k])) return table_.of(recent_[k]);
    }
    return kNone;
  }

  void compound(std::uint32_t i) {
    const Mention& whole = mention(i);
    // Parts follow the compound and are mostly names, grouped already; what is not yet resolved makes no part.
    std::vector<std::uint32_t> parts;
    std::uint32_t end = whole.core.begin;
    for (std::uint32_t k = i + 1; k < mentions_.all.size() && k < i + 24 && mention(k).core.begin < whole.core.end;
         ++k) {
      if (mention(k).compound || mention(k).core.begin < end || table_.of(k) == kNone) continue;
      parts.push_back(table_.of(k));
      end = mention(k).range.end;
    }
    const std::uint32_t id = table_.by_phrase(i);
    if (table_.at(id).parts.empty() && parts.size() >= 2) table_.at(id).parts = parts;
  }

  /// How well a mention fits as what a pronoun stands for; below zero: not at all.
  int fit(std::uint32_t pronoun, std::uint32_t candidate, std::size_t steps, Gender gender) const {
    const Mention& word = mention(pronoun);
    const Mention& other = mention(candidate);
    const Entity& entity = table_.at(table_.of(candidate));
    if (other.core.end > word.core.begin) return -1;
    if (sentence(pronoun) - sentence(candidate) > kSentencesBack) return -1;
    int score = 40;
    const bool person_word = gender == Gender::male || gender == Gender::female || !word.pronoun;
    if (person_word) {
      if (!is_person(entity.kind) || entity.number == GrammaticalNumber::plural) return -1;
      if (!word.pronoun && entity.kind != SourceKind::named_person) return -1;
      if (entity.gender == gender && gender != Gender::unknown)
        score += 10;
      else if (entity.gender != Gender::unknown && gender != Gender::unknown)
        return -1;
      if (entity.kind == SourceKind::unnamed_person) score -= 14;
      if (person_by_capital_alone(entity)) score -= 12;
    } else if (gender == Gender::neuter) {
      if (!is_body(entity.kind) && entity.kind != SourceKind::document) return -1;
      if (entity.kind == SourceKind::document) score -= 4;
    } else if (word.number == GrammaticalNumber::plural) {
      const bool many =
          entity.kind == SourceKind::unnamed_group || entity.kind == SourceKind::collective || !entity.parts.empty();
      if (!many && !is_body(entity.kind)) return -1;
      if (!many) score -= 8;
    } else {
      return -1;
    }
    score -= 5 * static_cast<int>(sentence(pronoun) - sentence(candidate));
    score -= static_cast<int>(std::min<std::size_t>(steps, 12));
    if (speaks_[candidate] != 0) score += 6;
    if (first_in_sentence(candidate)) score += 5;
    if (other.possessive) score -= 3;
    if (after_preposition(candidate)) score -= 5;
    if (quotation(candidate) != kNone && quotation(candidate) != quotation(pronoun)) score -= 9;
    // "The pumps of the two engineers failed, they say": what stands in the words said is not who says them.
    const std::uint32_t before = word.core.begin;
    const bool tag = speaks_[pronoun] != 0 && before > 0 && language_.hash(before - 1) == ","_w;
    if (tag && speaks_[candidate] == 0 && sentence(candidate) == sentence(pronoun)) score -= 12;
    return score;
  }

  /// "Tylenol": one word with a capital, and nothing else that tells a person.
  bool person_by_capital_alone(const Entity& entity) const {
    constexpr std::size_t kEnough = 8;  // mentions looked at
    const Mention& fullest = mention(entity.fullest);
    return fullest.name.size() == 1 && fullest.role.empty() && entity.gender == Gender::unknown &&
           entity.register_entry == kNone &&
           std::none_of(
               entity.mentions.begin(),
               entity.mentions.begin() + static_cast<std::ptrdiff_t>(std::min(kEnough, entity.mentions.size())),
               [&](std::uint32_t one) { return speaks_[one] != 0; });
  }

  bool first_in_sentence(std::uint32_t i) const {
    const std::uint32_t begin = language_.text().sentences[sentence(i)].tokens.begin;
    return mention(i).core.begin <= begin + 1;
  }
  bool after_preposition(std::uint32_t i) const {
    const std::uint32_t begin = mention(i).core.begin;
    if (begin == 0 || language_.token(begin).has(kSentenceStart)) return false;
    return language_.in(begin - 1, ids_.preposition) || language_.hash(begin - 1) == "to"_w;
  }

  void pronoun(std::uint32_t i) {
    const Mention& word = mention(i);
    if (word.person != 3) return;
    if (word.relative) {
      relative(i);
      return;
    }
    std::uint32_t best = subject_ahead(i);
    if (best == kNone) best = best_fit(i, word.gender);
    if (best != kNone) table_.join(i, best);
  }

  /// "When he wrote his book, Ruiz said": the subject after the comma, for a pronoun in the clause before it.
  std::uint32_t subject_ahead(std::uint32_t i) const {
    constexpr std::uint32_t kLongestClause = 20;  // tokens
    const Mention& word = mention(i);
    if (word.gender != Gender::male && word.gender != Gender::female) return kNone;
    const std::uint32_t begin = language_.text().sentences[sentence(i)].tokens.begin;
    const std::uint32_t at = word.core.begin;
    if (at == begin || at > begin + 4 || quotation(i) != kNone || !opens_clause(begin)) return kNone;
    for (std::uint32_t t = at; t < at + kLongestClause && t + 1 < language_.size(); ++t) {
      if (t > at && language_.token(t).has(kSentenceStart)) return kNone;
      if (language_.hash(t) != ","_w) continue;
      const std::uint32_t next = mentions_.core_starts_at[t + 1];
      if (next == kNone || mention(next).kind != SourceKind::named_person || mention(next).possessive) return kNone;
      const std::uint32_t id = table_.of(next);
      if (id == kNone || speaks_[next] == 0) return kNone;
      const Gender gender = table_.at(id).gender;
      return gender == Gender::unknown || gender == word.gender ? id : kNone;
    }
    return kNone;
  }

  bool opens_clause(std::uint32_t begin) const {
    for (std::uint32_t t = begin; t < begin + 2; ++t) {
      if (language_.in(t, subordinator_) || language_.hash(t) == "when"_w || language_.hash(t) == "where"_w ||
          language_.in(t, ids_.preposition))
        return true;
    }
    return false;
  }

  std::uint32_t best_fit(std::uint32_t i, Gender gender) const {
    std::uint32_t best = kNone;
    int best_score = 0;
    std::size_t steps = 0;
    for (std::size_t k = recent_.size(); k-- > 0 && steps < kLookBack; ++steps) {
      const int score = fit(i, recent_[k], steps, gender);
      if (score > best_score) {
        best_score = score;
        best = table_.of(recent_[k]);
      }
    }
    return best;
  }

  void relative(std::uint32_t i) {
    const std::uint32_t begin = mention(i).core.begin;
    // The phrase that took the clause in; of several the compound.
    std::uint32_t taken = kNone;
    for (std::size_t k = recent_.size(); k-- > 0 && recent_.size() - k <= 8;) {
      const Mention& other = mention(recent_[k]);
      if (other.core.end > begin || !other.range.contains(begin)) continue;
      if (taken == kNone || other.compound) taken = recent_[k];
    }
    if (taken != kNone) {
      table_.join(i, table_.of(taken));
      return;
    }
    for (std::uint32_t back = 0; back <= 1 && back <= begin; ++back) {
      if (back == 1 && language_.hash(begin - 1) != ","_w) return;
      const std::uint32_t before = mentions_.ends_at[begin - back];
      if (before != kNone && table_.of(before) != kNone) {
        table_.join(i, table_.of(before));
        return;
      }
    }
  }

  /// "the minister", "his campaign", "the sources", "a report".
  void description(std::uint32_t i) {
    const Mention& phrase = mention(i);
    if (phrase.kind == SourceKind::other && speaks_[i] == 0) return;
    std::uint32_t id = kNone;
    if (phrase.definite && (!phrase.possessive || phrase.kind == SourceKind::named_organisation)) {
      const bool by_owner = !phrase.affiliation.empty() && phrase.affiliation.begin == phrase.core.begin;
      switch (phrase.kind) {
        case SourceKind::unnamed_person:
          id = person(i, by_owner);
          break;
        case SourceKind::unnamed_group:
          id = same_head(i);
          break;
        case SourceKind::named_organisation:
          id = by_owner ? kNone : body(i);
          break;
        case SourceKind::document:
          id = same_head(i);
          if (id == kNone) id = same_document(i);
          break;
        case SourceKind::media:
          id = body(i);
          break;
        default:
          break;
      }
    }
    if (phrase.part_of_group()) id = group_of(phrase);
    if (id == kNone) id = named_later(i);
    if (id == kNone && phrase.kind == SourceKind::named_organisation && !phrase.affiliation.empty()) {
      owned(i);
      return;
    }
    if (id != kNone)
      table_.join(i, id);
    else if (!is_headline_noun(language_, phrase))
      table_.by_phrase(i);
  }

  /// The group that somebody is one of.
  std::uint32_t group_of(const Mention& phrase) const {
    const std::uint32_t head = language_.hash(phrase.role.end - 1);
    return newest([&](std::uint32_t k) {
      return mention(k).kind == SourceKind::unnamed_group && language_.hash(mention(k).head) == head;
    });
  }

  /// "Union warns of strike" in a headline: the first body whose name ends so.
  std::uint32_t named_later(std::uint32_t i) const {
    const Mention& phrase = mention(i);
    const bool body = phrase.kind == SourceKind::unnamed_group || phrase.kind == SourceKind::named_organisation;
    if (!body || phrase.core.size() > 2 || phrase.number == GrammaticalNumber::plural || sentence(i) > 1) return kNone;
    const std::uint32_t opener = language_.hash(phrase.core.begin);
    if (phrase.core.size() == 2 && opener != "the"_w) return kNone;
    const auto found = by_last_word_.find(language_.hash(phrase.head));
    return found == by_last_word_.end() ? kNone : table_.of(found->second);
  }

  /// "his campaign", "Clinton's campaign" and "the Clinton campaign" are one.
  void owned(std::uint32_t i) {
    const Mention& phrase = mention(i);
    std::uint32_t owner = kNone;
    const std::uint32_t at = phrase.affiliation.begin;
    if (language_.in(at, ids_.possessive_pronoun))
      owner = owner_of(i);
    else {
      const std::uint32_t possessor = mentions_.core_starts_at[at];
      if (possessor != kNone && possessor != i && mention(possessor).core.end <= phrase.affiliation.end + 1)
        owner = table_.of(possessor);
      if (owner == kNone && phrase.affiliation.size() <= 2) owner = named_entity(phrase.affiliation);
    }
    if (owner == kNone) {
      table_.by_phrase(i);
      return;
    }
    const std::uint64_t key = (static_cast<std::uint64_t>(owner) << 32U) | language_.hash(phrase.head);
    const auto [place, fresh] = owned_.try_emplace(key, 0);
    if (fresh) {
      place->second = table_.by_phrase(i);
      table_.at(place->second).possessor = owner;
    } else {
      table_.join(i, place->second);
    }
  }

  /// The entity last called by a name that ends so.
  std::uint32_t named_entity(TokenRange name) const {
    const std::uint32_t last = language_.hash(name.end - 1);
    return newest(
        [&](std::uint32_t k) { return !mention(k).name.empty() && language_.hash(mention(k).name.end - 1) == last; });
  }

  std::uint32_t owner_of(std::uint32_t i) const {
    const std::uint32_t at = mention(i).affiliation.begin;
    const std::string_view gender = language_.attribute(at, ids_.possessive_pronoun, "gender");
    const std::string_view person = language_.attribute(at, ids_.possessive_pronoun, "kind");
    if (person != "third") return kNone;
    return newest([&](std::uint32_t k) {
      const Entity& entity = table_.at(table_.of(k));
      if (gender == "male")
        return is_person(entity.kind) && entity.gender != Gender::female && entity.number != GrammaticalNumber::plural;
      if (gender == "female")
        return is_person(entity.kind) && entity.gender != Gender::male && entity.number != GrammaticalNumber::plural;
      if (gender == "neuter") return is_body(entity.kind);
      return entity.number == GrammaticalNumber::plural;
    });
  }

  /// A person called by this role before, or by one of the same family ("spokesman", "spokeswoman"), or, where the role
  /// tells little, the last person of fitting gender.
  std::uint32_t person(std::uint32_t i, bool by_owner) const {
    const Mention& phrase = mention(i);
    const std::uint32_t head = language_.hash(phrase.head);
    const std::string_view family = language_.attribute(phrase.head, ids_.role, "kind");
    const auto fits_gender = [&](const Entity& entity) {
      return phrase.gender == Gender::unknown || entity.gender == Gender::unknown || phrase.gender == entity.gender;
    };
    const std::uint32_t called = newest([&](std::uint32_t k) {
      const Entity& entity = table_.at(table_.of(k));
      return is_person(entity.kind) && fits_gender(entity) &&
             std::find(entity.role_words.begin(), entity.role_words.end(), head) != entity.role_words.end() &&
             !other_office(language_, phrase, entity, mentions_);
    });
    if (called != kNone || by_owner) return called;
    if (family.empty()) return tells_of_known(language_, phrase) ? best_fit(i, phrase.gender) : kNone;
    const auto is_kin = [&](std::uint32_t k) {
      const Mention& other = mention(k);
      const Entity& entity = table_.at(table_.of(k));
      if (entity.kind != SourceKind::named_person || !fits_gender(entity) || other.role.empty()) return false;
      if (other_office(language_, phrase, entity, mentions_)) return false;
      if (family == "leader" && !phrase.affiliation.empty() && !other.affiliation.empty() &&
          !same_affiliation(language_, phrase, other))
        return false;
      for (std::uint32_t t = other.role.begin; t < other.role.end; ++t) {
        if (are_related(language_, family, language_.attribute(t, ids_.role, "kind"), other)) return true;
      }
      return false;
    };
    // "the Sulese diplomat" is whoever speaks for Sul, before a diplomat of another house.
    std::uint32_t kin =
        newest([&](std::uint32_t k) { return is_kin(k) && same_affiliation(language_, phrase, mention(k)); });
    if (kin == kNone) kin = newest(is_kin);
    if (kin == kNone && tells_of_known(language_, phrase))
      return best_fit(i, phrase.gender != Gender::unknown ? phrase.gender : gender_after(i));
    if (kin != kNone || !is_elevated(family) || language_.hash(phrase.core.begin) != "the"_w) return kin;
    const Gender gender = phrase.gender != Gender::unknown ? phrase.gender : gender_after(i);
    const std::uint32_t figure = best_fit(i, gender);
    if (figure == kNone || !main_figure(language_, table_.at(figure), mentions_, gender)) return kNone;
    // "the UN rights chief" is nobody of whom the text has not told so; "the Republican nominee" is left open.
    const bool of_house =
        !phrase.affiliation.empty() && phrase.role.size() > 1 && !language_.in(phrase.affiliation.begin, ids_.demonym);
    return of_house && !same_affiliation(language_, phrase, mention(table_.at(figure).fullest)) ? kNone : figure;
  }

  /// "The nominee attacked her opponent": the pronoun that follows in the sentence tells, where nobody else comes
  /// between.
  Gender gender_after(std::uint32_t i) const {
    constexpr std::uint32_t kSoon = 10;  // tokens
    const std::uint32_t from = mention(i).range.end;
    for (std::uint32_t t = from; t < from + kSoon && t < language_.size(); ++t) {
      if (language_.token(t).has(kSentenceStart) || language_.token(t).has(kOpenQuote)) break;
      const std::uint32_t m = mentions_.of_token[t];
      if (m == kNone) continue;
      const Mention& next = mention(m);
      const bool owned = language_.in(t, ids_.possessive_pronoun);
      if (next.pronoun || owned) {
        const std::string_view gender =
            language_.attribute(t, owned ? ids_.possessive_pronoun : ids_.pronoun, "gender");
        return gender == "male" ? Gender::male : gender == "female" ? Gender::female : Gender::unknown;
      }
      if (is_person(next.kind)) break;
    }
    return Gender::unknown;
  }

  /// "the statement" after "a press release": a document of the same kind, a few sentences before.
  std::uint32_t same_document(std::uint32_t i) const {
    constexpr std::uint32_t kNear = 3;  // sentences
    const Mention& phrase = mention(i);
    const std::string_view kind = language_.attribute(phrase.head, ids_.document_head, "kind");
    if (kind.empty() || phrase.range.size() != 2) return kNone;
    return newest([&](std::uint32_t k) {
      const Mention& other = mention(k);
      return other.kind == SourceKind::document && !other.compound && sentence(i) - sentence(k) <= kNear &&
             language_.attribute(other.head, ids_.document_head, "kind") == kind;
    });
  }

  std::uint32_t same_head(std::uint32_t i) const {
    const std::uint32_t head = language_.hash(mention(i).head);
    return newest([&](std::uint32_t k) {
      const Mention& other = mention(k);
      return other.kind == mention(i).kind && !other.compound && other.name.empty() &&
             language_.hash(other.head) == head;
    });
  }

  /// "the ministry": a body with that word in its name or description; "the company": the last body that is no
  /// government.
  std::uint32_t body(std::uint32_t i) const {
    const Mention& phrase = mention(i);
    const std::uint32_t head = language_.hash(phrase.head);
    const std::uint32_t before = phrase.head > phrase.core.begin ? language_.hash(phrase.head - 1) : 0;
    const bool qualified = phrase.role.size() > 1;
    const std::uint32_t called = newest([&](std::uint32_t k) {
      const Mention& other = mention(k);
      if (!is_body(other.kind) || other.compound) return false;
      const bool whose = table_.at(table_.of(k)).possessor == kNone;  // "her campaign": nobody knows whose
      if (whose && language_.in(other.core.begin, ids_.possessive_pronoun)) return false;
      if (!other.name.empty() && !qualified) {  // "Cove Air, an airline, …"
        const std::vector<std::uint32_t>& roles = table_.at(table_.of(k)).role_words;
        if (std::find(roles.begin(), roles.end(), head) != roles.end()) return true;
      }
      const TokenRange words = other.name.empty() ? other.core : other.name;
      const std::uint32_t last = words.end - 1;
      if (language_.hash(last) != head) return false;
      return !qualified || (words.size() > 1 && language_.hash(last - 1) == before);
    });
    // "the island's environment agency" goes before any name that has come since.
    if (called != kNone && mention(table_.at(called).first).definite &&
        !mention(table_.at(called).first).affiliation.empty())
      return called;
    const bool general = !qualified && language_.in(phrase.head, general_body_);
    if (!general || (called != kNone && !mention(table_.at(called).fullest).name.empty())) return called;
    const bool media = phrase.kind == SourceKind::media;
    const std::string_view kin = language_.attribute(phrase.head, general_body_, "kind");
    const auto is_such = [&](std::uint32_t k) {
      const Mention& other = mention(k);
      const SourceKind known = table_.at(table_.of(k)).kind;  // "the agency KNA" is a medium, and so is KNA later
      return known == (media ? SourceKind::media : SourceKind::named_organisation) && !other.name.empty() &&
             (kin.empty() || name_has(language_, other.name, kin));
    };
    // What the article names again and again comes before what it names in passing.
    std::uint32_t named =
        newest([&](std::uint32_t k) { return is_such(k) && table_.at(table_.of(k)).mentions.size() > 1; });
    if (named == kNone) named = newest(is_such);
    // A name told since then is whom "a union representing pilots" announced.
    return named != kNone ? named : called;
  }

  const Language& language_;
  const Mentions& mentions_;
  const std::vector<std::uint8_t>& speaks_;
  EntityTable& table_;
  const LanguageIds& ids_;
  LexiconId subordinator_, general_body_;
  std::vector<std::uint32_t> recent_;
  std::unordered_map<std::uint32_t, std::uint32_t> by_last_word_;  // first mention of a body by its name's last word
  std::unordered_map<std::uint64_t, std::uint32_t> owned_;
};

}  // namespace

void resolve_anaphora(const Language& language, const Mentions& mentions, const std::vector<std::uint8_t>& speaks,
                      EntityTable& table) {
  Anaphora(language, mentions, speaks, table).run();
}

}  // namespace hearsay
