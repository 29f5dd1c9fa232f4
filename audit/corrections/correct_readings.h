// Readings as people corrected them: before the chains are built, so that chains, claims, findings and score follow.
#pragma once

#include "attributions/attribution.h"
#include "attributions/occasion.h"
#include "corrections/corrected.h"
#include "mentions/article.h"
#include "sources/source.h"

namespace hearsay {

/// What is read of an article and may be corrected; changed in place, indices among them kept right.
struct Readings {
  Attributions& attributions;
  Occasions& occasions;
  Sources& sources;
};

/// Applies what is said of attributions and sources; `corrections` in their order (put_in_order). Struck attributions
/// leave, and sources that nobody speaks for any more with them. What is said of findings and claims stays "not met"
/// until they are there (score/settle.h). Linear in the article for each name that it does not know as a source.
[[nodiscard]] Corrected correct_readings(const Article& article, const Corrections& corrections,
                                         const Readings& readings);

}  // namespace hearsay
