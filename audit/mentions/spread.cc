// spread_kinds: one pass gathers who is a full person, what is a place and what owns an office, one applies it.
#include "mentions/spread.h"

#include <unordered_set>

#include "base/word_hash.h"

namespace hearsay {
namespace {

/// "Lenmark's chief executive", "Lenmark spokeswoman", "Lenmark, which": whose office, shares or staff somebody is, or
/// what "which" goes on about.
bool keeps_company_of_bodies(const Language& language, const Tags& tags, LexiconId mark, const Mention& name) {
  std::uint32_t next = name.core.end;
  if (next >= language.size() || language.token(next).has(kSentenceStart)) return false;
  if (language.hash(next) == word_hash(",") && language.is(next + 1, Role::which)) return true;
  if (tags[next] == Tag::POS) ++next;
  for (std::uint32_t t = next; t < next + 3 && t < language.size() && !language.token(t).has(kSentenceStart); ++t) {
    if (language.in(t, mark) || (t > next && language.length_at(t - 1, t + 1, mark) == 2)) return true;
    if (!is_noun(tags[t]) && !is_adjective(tags[t])) return false;
  }
  return false;
}

/// "Seo-jun" of "Park Seo-jun": given names of two syllables, behind the family's name.
bool is_joined(std::string_view word) {
  const std::size_t mark = word.find('-');
  return mark != std::string_view::npos && mark >= 2 && mark + 1 < word.size() && word[mark + 1] >= 'a' &&
         word[mark + 1] <= 'z';
}

class Spreader {
 public:
  Spreader(const Language& language, const Tags& tags, std::vector<Mention>& mentions)
      : language_(language), tags_(tags), mentions_(mentions), mark_(language.lexicons().named("body-mark")) {}

  void run() {
    for (const Mention& mention : mentions_) {
      if (!mention.name.empty()) gather(mention);
      // "Lenmark shares fell"
      const bool owned = mention.name.empty() && mention.affiliation.size() == 1 && language_.in(mention.head, mark_);
      if (owned && !language_.given_name(mention.affiliation.begin))
        bodies_.insert(language_.hash(mention.affiliation.begin));
    }
    for (std::uint32_t t = 0; t < language_.size(); ++t) {
      const Token& token = language_.token(t);
      if (token.has(kAlpha) && !token.has(kCapital) && token.word == kUnknownWord) small_.insert(token.hash);
    }
    for (Mention& mention : mentions_) {
      if (mention.name.size() == 1 && mention.role.empty()) apply(mention);
      if (mention.name.empty() && mention.core.size() == 1) apply_surname(mention);
    }
  }

 private:
  void gather(const Mention& mention) {
    const std::uint32_t last = language_.hash(language_.surname_of(mention.name));
    const bool alone = mention.name.size() == 1;
    if (alone && mention.kind == SourceKind::other && mention.register_entry == kNone) places_.insert(last);
    if (mention.kind != SourceKind::named_person) return;
    if (!alone || !mention.role.empty()) persons_.insert(last);
    if (!alone && language_.given_name(mention.name.begin)) surnames_.insert(last);
    if (mention.name.size() == 2 && is_joined(language_.word(mention.name.begin + 1)))
      surnames_.insert(language_.hash(mention.name.begin));
    const bool given = language_.given_name(mention.name.begin);
    if (alone && !given && keeps_company_of_bodies(language_, tags_, mark_, mention)) bodies_.insert(last);
  }

  /// "King said", where the text knows a Peter King.
  void apply_surname(Mention& mention) const {
    const bool office = mention.kind == SourceKind::unnamed_person || mention.kind == SourceKind::document ||
                        mention.kind == SourceKind::other;
    if (!office || mention.pronoun || !language_.token(mention.head).has(kCapital)) return;
    if (!surnames_.contains(language_.hash(mention.head)) || !is_noun(tags_[mention.head])) return;
    mention.kind = SourceKind::named_person;
    mention.name = mention.core;
    mention.role = {};
    mention.gender = Gender::unknown;
    mention.number = GrammaticalNumber::singular;
  }

  void apply(Mention& mention) const {
    const std::uint32_t name = language_.hash(mention.name.begin);
    const bool bare = mention.core == mention.name;
    // "Page said", where the text knows an Ana Page.
    const bool capitals = mention.kind == SourceKind::named_organisation && mention.register_entry == kNone &&
                          language_.token(mention.name.begin).has(kAllCaps);  // "REED:"
    const bool place =
        mention.kind == SourceKind::other && language_.in(mention.name.begin, language_.ids().place_name);
    if (bare && (capitals || place || mention.kind == SourceKind::document) && surnames_.contains(name)) {
      mention.kind = SourceKind::named_person;
      mention.gender = Gender::unknown;
      return;
    }
    if (mention.kind != SourceKind::named_person || persons_.contains(name)) return;
    const bool given = language_.given_name(mention.name.begin);
    if (given) return;
    const bool brand = language_.token(mention.name.begin).has(kSentenceStart) && small_.contains(name);
    if (bodies_.contains(name) || brand) {
      mention.kind = SourceKind::named_organisation;
      mention.gender = Gender::neuter;
    } else if (places_.contains(name)) {
      mention.kind = SourceKind::other;
      mention.gender = Gender::unknown;
    }
  }

  const Language& language_;
  const Tags& tags_;
  std::vector<Mention>& mentions_;
  LexiconId mark_;
  std::unordered_set<std::uint32_t> places_;    // "in Veldmark"
  std::unordered_set<std::uint32_t> persons_;   // last words of full or titled names
  std::unordered_set<std::uint32_t> surnames_;  // behind a given name
  std::unordered_set<std::uint32_t> bodies_;
  std::unordered_set<std::uint32_t> small_;  // unknown words that stand in small letters: "lenmark"
};

}  // namespace

void spread_kinds(const Language& language, const Tags& tags, std::vector<Mention>& mentions) {
  Spreader(language, tags, mentions).run();
}

}  // namespace hearsay
