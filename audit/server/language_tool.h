// LanguageTool's HTTP interface in its parts: what a client asks, what it is answered. Fields and their meaning are
// those of its clients (docs/api.md); nothing here corrects words, so that no match ever has a replacement.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/desk.h"
#include "server/json_answer.h"
#include "server/marked_text.h"
#include "server/route.h"

namespace hearsay {

/// UTF-16 units of a text that is checked; more is 413.
inline constexpr std::size_t kMostCheckedText = 300'000;

/// What POST /v2/check asks.
struct CheckOrder {
  MarkedText text;
  std::string language;                                    // as it came: "en-GB"; "auto"
  std::string pack;                                        // that is to read it; "" = told by the text
  bool without_pack = false;                               // it is a language that nobody here audits
  std::vector<std::string> preferred;                      // variants to answer where the language is told: "en-GB"
  std::vector<std::string> enabled_rules, disabled_rules;  // ids of checks
  std::vector<std::string> enabled_categories, disabled_categories;
  bool enabled_only = false;
  bool picky = false;  // findings that are not sure, too
};

/// Of form fields; unknown ones are passed over, as the interface has it. Or the error for the client.
[[nodiscard]] std::variant<CheckOrder, Response> read_check_order(const Fields& fields, const Desk& desk);

/// "Error: …" as text/plain.
[[nodiscard]] Response tool_error(int status, std::string_view message);

[[nodiscard]] OrderedJson check_text(Desk& desk, const CheckOrder& order);

// Parts of answers.
[[nodiscard]] OrderedJson software_json();
[[nodiscard]] OrderedJson tool_languages(const Desk& desk);
/// {"name", "code"} of a code as a client wrote it.
[[nodiscard]] OrderedJson tool_language(const Desk& desk, std::string_view code);
/// "UNCLEAR_SPEAKER" and "Unclear speaker" of a kind of finding.
[[nodiscard]] std::string category_id(std::string_view kind);
[[nodiscard]] std::string category_name(std::string_view kind);
/// Of the types that clients colour by: what a house's policy forbids, and what is a matter of style.
[[nodiscard]] std::string_view issue_type(std::string_view severity);

}  // namespace hearsay
