// An article as the first stages leave it: what each later stage reads. Not here: how its parts are made, and what is
// said in it (attributions/attribution.h).
#pragma once

#include "document/document.h"
#include "mentions/mention.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

/// A view by reference for one call, cheap to copy; its parts must outlive it.
struct Article {
  const Document& document;
  const Text& text;
  const Tags& tags;  // one per token
  const Mentions& mentions;
};

}  // namespace hearsay
