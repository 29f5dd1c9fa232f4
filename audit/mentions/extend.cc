// extend_mentions: for each phrase, right to left: prepositional phrases that its head rules, then a parenthesis, then
// an apposition between commas or a relative clause.
#include "mentions/extend.h"

#include "mentions/extender.h"

namespace hearsay {

void Extender::run() {
  for (std::size_t i = mentions_.size(); i-- > 0;) {
    Mention& mention = mentions_[i];
    if (language_.reflexive(mention.core.end) && same_sentence(mention.core.end))
      mention.range.end = mention.core.end + 1;
    if (!mention.pronoun && !mention.possessive) extend(mention);
    if (mention.pronoun && language_.is(mention.head, Role::demonstrative_those)) relative(mention);
    at_[mention.core.begin] = static_cast<std::uint32_t>(i);  // the longest comes last
  }
  for (std::size_t i = 0; i < mentions_.size(); ++i) {
    if (mentions_[i].kind == SourceKind::named_organisation && mentions_[i].name.size() > 2) absorb(i);
  }
}

/// "Anchors" of "the Bureau of Boats, Nets and Anchors": a word of a body's name that only its capital
/// makes a person's is nobody.
void Extender::absorb(std::size_t body) {
  const TokenRange name = mentions_[body].name;
  for (std::size_t k = body + 1; k < mentions_.size() && mentions_[k].core.begin < name.end; ++k) {
    Mention& part = mentions_[k];
    if (part.kind == SourceKind::named_person && part.name.size() == 1 && part.core.begin > name.begin &&
        part.core.end <= name.end && part.role.empty() && !language_.given_name(part.name.begin))
      part.kind = SourceKind::other;
  }
}

void Extender::extend(Mention& mention) {
  if (mention.kind == SourceKind::other || mention.kind == SourceKind::document) tell_by_who(mention);
  if (ratio_of(mention)) return;
  phrases(mention);
  parenthesis(mention);
  party(mention);
  if (shared_title(mention)) return;
  if (mention.kind == SourceKind::other) tell_by_name(mention);
  if (short_form(mention) || former_name(mention) || mention.kind == SourceKind::other) return;
  access(mention);
  if (apposition(mention) || loose_apposition(mention) || close_apposition(mention)) return;
  relative(mention);
  participle(mention);
  led(mention);
  if (!mention.count.empty() && mention.count.begin <= mention.core.begin + 1) approximate(mention);
}

void Extender::affiliate(Mention& mention, const Mention& inner) {
  if (mention.affiliation.empty() &&
      (inner.kind == SourceKind::named_organisation || inner.kind == SourceKind::media)) {
    mention.affiliation = inner.name.empty() ? inner.core : inner.name;
  }
}

void extend_mentions(const Language& language, const Tags& tags, const Classifier& classifier,
                     std::vector<Mention>& mentions) {
  Extender(language, tags, classifier, mentions).run();
}

}  // namespace hearsay
