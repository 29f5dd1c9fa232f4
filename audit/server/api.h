// The open interface: REST under /api/v1, LanguageTool's under /v2, and the document that describes both. Rooms of it
// are files (api_audit.cc, api_batch.cc …); each gives its rows.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "archive/raw_article.h"
#include "server/desk.h"
#include "server/route.h"

namespace hearsay {

/// /api/v1/… and /openapi.json. The desk must outlive it.
[[nodiscard]] Routes api_routes(Desk& desk);

/// LanguageTool's HTTP interface in its three forms: /v2/check, /check, /v2/v2/check, for clients add what they like to
/// the address that they are given. The desk must outlive it.
[[nodiscard]] Routes language_tool_routes(Desk& desk);

// The rooms of api_routes().
[[nodiscard]] Routes audit_routes(Desk& desk);
[[nodiscard]] Routes text_routes(Desk& desk);  // verify, compare, checksheet
[[nodiscard]] Routes batch_routes(Desk& desk);
[[nodiscard]] Routes knowledge_routes(Desk& desk);  // rules, policies, languages, formats
[[nodiscard]] Routes question_routes(Desk& desk);   // to the store
[[nodiscard]] Routes job_routes(Desk& desk);

/// `route` with its operation kept: parameters of the query that it does not name or that are out of bounds are 400,
/// and a Fatal is a problem, 500.
[[nodiscard]] Route checked(Route route);

/// What is wrong with the parameters of a request; nothing: all is well.
[[nodiscard]] std::optional<Response> check_parameters(const Operation& operation, const Request& request);

/// A number that check_parameters let pass, or `otherwise` where it is not given.
[[nodiscard]] double number_asked(const Request& request, std::string_view name, double otherwise);
/// How the bytes of an archive are to be cut; "", "auto": told by their beginning.
[[nodiscard]] From from_named(std::string_view name);
[[nodiscard]] Parameter from_parameter();
/// "true", "on", "yes" or "1".
[[nodiscard]] bool is_true(std::string_view word);

}  // namespace hearsay
