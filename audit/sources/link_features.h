// The features of a link, written once for the learner, the scorer and `explain`. Templates are named in
// evidence/link_templates.h.
#pragma once

#include <algorithm>

#include "evidence/link_templates.h"
#include "sources/link.h"

namespace hearsay {

template <class Sink>
void link_features(const LinkFacts& f, Sink& sink) {
  const std::uint32_t a = f.anaphor;
  if (f.nobody != 0) {
    sink(kLinkNobody, a);
    sink(kLinkNobodyCount, a, f.count);
    sink(kLinkNobodyHead, a, f.best_head, f.definite);
    sink(kLinkNobodyHeadCount, a, f.best_head, f.count);
    sink(kLinkNobodyPlace, a, f.early, f.definite);
    sink(kLinkNobodyFunction, a, f.function, f.speaks);
    sink(kLinkNobodyQuoted, a, f.quoted, f.speaks);
    sink(kLinkNobodyOffice, a, f.office, f.best_head);
    return;
  }
  const std::uint32_t near = std::min<std::uint32_t>(f.sentences, 2);
  sink(kLinkKind, a, f.kind, f.weak);
  sink(kLinkGender, a, f.gender, f.form);
  sink(kLinkMentions, a, f.mentions);
  sink(kLinkMain, a, f.main, f.gender);
  sink(kLinkWeak, a, f.weak, f.mentions, f.form);
  sink(kLinkSalienceFunction, a, f.salience, f.its_function, f.function);
  sink(kLinkForm, a, f.form, near);
  if (f.ahead != 0) {
    sink(kLinkAhead, a, f.sentences, f.rank);
    sink(kLinkAheadComma, a, f.comma, f.function, f.its_function);
    sink(kLinkAheadEarly, a, f.early, near);
    sink(kLinkAheadSpeaks, a, f.speaks, f.its_speaks, near);
  } else {
    sink(kLinkRankSentences, a, f.rank, near);
    sink(kLinkFunctions, a, f.function, f.its_function, near);
    sink(kLinkClauses, a, f.function, f.its_function, near == 0 ? f.clauses + 1U : 0U);
    sink(kLinkOpens, a, f.opens, near);
    sink(kLinkLastSubject, a, f.last_subject, f.function);
    sink(kLinkPronouns, a, f.pronouns, near);
    sink(kLinkRankForm, a, f.rank, f.form);
    sink(kLinkSubjects, a, f.its_function, f.subjects, near);
    sink(kLinkSubjectsHolder, a, f.its_function, f.subjects, f.holder, near);
    sink(kLinkSubjectsJoint, a, f.its_function, f.subjects, f.joint, near);
    sink(kLinkSubjectsClauses, a, f.subjects, f.clauses, near);
    sink(kLinkJoint, a, f.joint, f.its_function, near);
    sink(kLinkHolder, a, f.holder, f.its_function, near);
    sink(kLinkItsClause, a, f.its_function, f.its_clause, near);
    sink(kLinkLastPronoun, a, f.last_pronoun, f.function, f.pronouns);
    sink(kLinkSubjectNear, a, f.subject_near, f.function);
    sink(kLinkRecent, a, f.recent, f.rank);
    sink(kLinkTopic, a, f.topic, f.mentions);
    sink(kLinkPart, a, f.part, near, f.its_function);
    sink(kLinkFunctionsRank, a, f.function, f.its_function, f.rank, near);
  }
  sink(kLinkQuotes, a, f.quotes, near);
  sink(kLinkVoice, a, f.voice, f.speaks);
  sink(kLinkSpeaks, a, f.speaks, f.its_speaks, near);
  sink(kLinkLastSpeaker, a, f.speaks, f.last_speaker, f.paragraph);
  if (is_pronoun(static_cast<Anaphor>(a))) return;
  sink(kLinkHead, a, f.head, f.definite);
  sink(kLinkHeadAhead, a, f.head, f.ahead, near);
  sink(kLinkHeadForm, a, f.head, f.form);
  sink(kLinkHeadBest, a, f.head, f.best_head, f.rank);
  sink(kLinkShared, a, f.shared, f.head);
  sink(kLinkClash, a, f.clash, f.head);
  sink(kLinkRoleKnown, a, f.role_known, f.head, f.ahead);
  sink(kLinkOffice, a, f.office, f.head, f.main);
  sink(kLinkOfficeRole, a, f.office, f.role_known, f.rank);
  sink(kLinkHeadKind, a, f.head, f.kind);
}

}  // namespace hearsay
