// Classifier's offices: where a name begins in a run of capitals behind "Minister of", "Bishop of", "spokesman for".
#include "mentions/classify.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kLongestOffice = 8;  // tokens of a phrase before "of"

}  // namespace

/// Whether the phrase that ends before `end` has no determiner and no owner: such an office stands only before a name.
bool Classifier::is_bare(std::uint32_t end) const {
  for (std::uint32_t t = end; t-- > 0 && end - t <= kLongestOffice;) {
    const Tag tag = tags_[t];
    if (tag == Tag::DT || tag == Tag::PRPS || tag == Tag::POS || tag == Tag::CD) return false;
    if (!is_noun(tag) && !is_adjective(tag) && !language_.is(t, Role::coordinator_and)) return true;
    if (language_.token(t).has(kSentenceStart)) return true;
  }
  return true;
}

/// A word that says what an office looks after: "Home Affairs", "Transport".
bool Classifier::is_subject(std::uint32_t i) const {
  const LanguageIds& ids = language_.ids();
  return language_.in(i, ids.noun_common) || language_.in(i, ids.adjective_common) || language_.in(i, ids.portfolio) ||
         language_.in(i, ids.organisation_head) || language_.in(i, ids.organisation_name) ||
         language_.in(i, ids.demonym) || language_.in(i, ids.collective) || language_.in(i, ids.place_head) ||
         tags_[i] == Tag::NNPS || tags_[i] == Tag::NNS;
}

/// In "Minister of Home Affairs Ana Ruiz", "Leader of the Opposition Ana Ruiz", "envoy for Oland Asif Rana" of the run
/// behind the preposition, where the name begins; kNone where it is no such run.
std::uint32_t Classifier::name_behind_office(TokenRange run) const {
  const LanguageIds& ids = language_.ids();
  std::uint32_t preposition = run.begin;
  if (preposition > 0 && language_.is(preposition - 1, Role::definite_article)) --preposition;
  if (preposition < 2 || run.size() < 2 || language_.token(run.begin).has(kSentenceStart)) return kNone;
  if (!language_.is(--preposition, Role::office_preposition)) return kNone;
  const std::uint32_t office = preposition - 1;
  const auto holds = [&](std::uint32_t i) { return language_.in(i, ids.role) || language_.in(i, ids.title); };
  const bool of_state = office >= 2 && language_.is(office - 1, Role::genitive_of) && holds(office - 2);
  if (!holds(office) && !of_state) return kNone;  // "Minister of State for Transport"
  const std::uint32_t last = run.end - 1;
  if (language_.in(last, ids.organisation_head) || language_.in(last, ids.organisation_name) ||
      language_.in(last, ids.document_head) || language_.in(last, ids.media_name) || known_of_[last] != kNone)
    return kNone;
  if (language_.given_name(run.begin) && !is_subject(run.begin)) return kNone;  // "adviser to Ana Ruiz"
  for (std::uint32_t i = run.begin + 1; i < last; ++i) {
    if (language_.given_name(i)) return i;
  }
  const bool of_or_for =
      language_.is(preposition, Role::genitive_of) || language_.is(preposition, Role::preposition_for);
  if (!of_or_for || !is_bare(preposition)) return kNone;
  std::uint32_t begin = run.begin;
  while (begin < last && is_subject(begin)) ++begin;
  if (begin > run.begin) return is_subject(begin) ? kNone : begin;
  return run.size() >= 3 ? run.end - 2 : kNone;
}

}  // namespace hearsay
