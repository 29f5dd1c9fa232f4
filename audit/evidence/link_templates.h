// The feature templates of who is who, by name. What their values mean stands in sources/link.h; they are known here so
// that one file of weights and one compiled model serve all stages.
#pragma once

#include <cstdint>

namespace hearsay {

/// Index of link_templates.
enum LinkTemplate : std::uint32_t {
  kLinkNobody,
  kLinkNobodyCount,
  kLinkNobodyHead,
  kLinkNobodyHeadCount,
  kLinkNobodyPlace,
  kLinkNobodyFunction,
  kLinkNobodyQuoted,
  kLinkNobodyOffice,
  kLinkKind,
  kLinkGender,
  kLinkMentions,
  kLinkMain,
  kLinkWeak,
  kLinkSalienceFunction,
  kLinkForm,
  kLinkAhead,
  kLinkAheadComma,
  kLinkAheadEarly,
  kLinkAheadSpeaks,
  kLinkRankSentences,
  kLinkFunctions,
  kLinkClauses,
  kLinkOpens,
  kLinkLastSubject,
  kLinkPronouns,
  kLinkRankForm,
  kLinkJoint,
  kLinkHolder,
  kLinkItsClause,
  kLinkLastPronoun,
  kLinkSubjectNear,
  kLinkRecent,
  kLinkTopic,
  kLinkPart,
  kLinkFunctionsRank,
  kLinkQuotes,
  kLinkVoice,
  kLinkSpeaks,
  kLinkLastSpeaker,
  kLinkHead,
  kLinkHeadAhead,
  kLinkHeadForm,
  kLinkHeadBest,
  kLinkShared,
  kLinkClash,
  kLinkRoleKnown,
  kLinkOffice,
  kLinkOfficeRole,
  kLinkHeadKind,
  kSureBy,
  kSureLink,
  kSureKind,
  kSureConfidence,
  kSureType,
  kSureWithin,
  kLinkTemplateCount,
};

}  // namespace hearsay
