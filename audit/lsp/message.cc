// Entry: read_lsp_message.
#include "lsp/message.h"

#include <algorithm>
#include <utility>

namespace hearsay {
namespace {

constexpr int kMostDepth = 64;  // the deepest thing we read lies at 6

}  // namespace

LspMessage read_lsp_message(std::string_view body) {
  const auto shallow = [](int depth, Json::parse_event_t, const Json&) { return depth < kMostDepth; };
  Json json = Json::parse(body, shallow, false);
  LspMessage message;
  if (json.is_discarded()) {
    message.broken = LspError::parse_error;
    return message;
  }
  if (!json.is_object()) {
    message.broken = LspError::invalid_request;
    return message;
  }
  if (const Json& id = field(json, {"id"}); id.is_number() || id.is_string()) message.id = id;
  const Json& method = field(json, {"method"});
  const bool answer = message.id && (json.contains("result") || json.contains("error"));
  if (method.is_string()) {
    message.method = method.get<std::string>();
  } else if (!answer) {
    message.broken = LspError::invalid_request;
  }
  if (const auto params = json.find("params"); params != json.end()) message.params = std::move(*params);
  return message;
}

Json lsp_result(const Json& id, Json result) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}};
}

Json lsp_failure(const Json& id, LspError code, std::string_view message) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", static_cast<int>(code)}, {"message", message}}}};
}

Json lsp_notification(std::string_view method, Json params) {
  return {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}};
}

std::string write_json(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json& field(const Json& json, std::initializer_list<const char*> path) {
  static const Json kNothing;
  const Json* at = &json;
  for (const char* name : path) {
    if (!at->is_object()) return kNothing;
    const auto found = at->find(name);
    if (found == at->end()) return kNothing;
    at = &*found;
  }
  return *at;
}

std::string text_field(const Json& json, std::initializer_list<const char*> path) {
  const Json& value = field(json, path);
  return value.is_string() ? value.get<std::string>() : std::string();
}

bool true_field(const Json& json, std::initializer_list<const char*> path) {
  const Json& value = field(json, path);
  return value.is_boolean() && value.get<bool>();
}

std::optional<std::uint32_t> number_field(const Json& json, std::initializer_list<const char*> path) {
  const Json& value = field(json, path);
  if (!value.is_number_unsigned()) return std::nullopt;
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(value.get<std::uint64_t>(), 0xffffffffU));
}

}  // namespace hearsay
