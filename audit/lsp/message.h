// Messages of JSON-RPC 2.0 as values, and how fields of JSON are read without anything that can fail: what is not there
// or is something else reads as nothing. nlohmann-json does the parsing; its exceptions are never asked for.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace hearsay {

using Json = nlohmann::json;

/// The codes of JSON-RPC and of the protocol that we answer with.
enum class LspError : int {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  not_initialized = -32002,
  cancelled = -32800,
};

/// A request (has an id), a notification (has none) or the client's answer to a request of ours (has no method).
struct LspMessage {
  std::optional<Json> id;  // a number or a string
  std::string method;
  Json params;
  bool cancelled = false;
  std::optional<LspError> broken;  // nothing else of it counts, but for the id where there is one
};

/// Never fails: what is no message is `broken`. JSON nested deeper than the protocol needs is left out.
[[nodiscard]] LspMessage read_lsp_message(std::string_view body);

[[nodiscard]] Json lsp_result(const Json& id, Json result);
[[nodiscard]] Json lsp_failure(const Json& id, LspError code, std::string_view message);
[[nodiscard]] Json lsp_notification(std::string_view method, Json params);
/// As bytes; words that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string write_json(const Json& json);

/// The member at the end of the path, or null.
[[nodiscard]] const Json& field(const Json& json, std::initializer_list<const char*> path);
/// "" where it is no string.
[[nodiscard]] std::string text_field(const Json& json, std::initializer_list<const char*> path);
[[nodiscard]] bool true_field(const Json& json, std::initializer_list<const char*> path);
/// Nothing where it is no number from 0 on; what is too large is the largest.
[[nodiscard]] std::optional<std::uint32_t> number_field(const Json& json, std::initializer_list<const char*> path);

}  // namespace hearsay
