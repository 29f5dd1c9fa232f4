// How routes ask the store of drafts, and what they answer where that cannot be.
#pragma once

#include <functional>
#include <string_view>

#include "server/desk.h"
#include "server/exchange.h"
#include "server/route.h"
#include "store/drafts.h"

namespace hearsay {

/// Calls `answer` with the store, and turns what fails in it into an answer.
template <class Answer>
Response with_drafts(const Desk& desk, const Answer& answer) {
  if (!desk.store())
    return problem(404, "Nothing is kept here", "this server was started without a store",
                   "start it with one: hearsay serve --store FILE");
  try {
    DraftStore drafts(*desk.store());
    return answer(drafts);
  } catch (const Fatal& fatal) {
    return problem(500, "The store cannot be used", fatal.diagnostic().message, fatal.diagnostic().remedy);
  }
}

/// What a route answers that asks it.
using DraftAnswer = std::function<Response(DraftStore&, const Request&)>;

inline Response no_draft(std::string_view id) {
  return problem(404, "No such draft", "there is no draft " + std::string(id), "the list of drafts has all: /drafts");
}

}  // namespace hearsay
