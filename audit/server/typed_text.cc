#include "server/typed_text.h"

#include <utility>

#include "base/digest.h"

namespace hearsay {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostNameBytes = 300;

}  // namespace

std::string text_member(const Json& json, const char* member) {
  const auto at = json.find(member);
  return at != json.end() && at->is_string() ? at->get<std::string>() : std::string();
}

/// A name for what is typed: its own without the extension, so that it is read as the plain text it is.
std::string typed_name(std::string name) {
  if (name.size() > kMostNameBytes) name.resize(kMostNameBytes);
  if (const std::size_t slash = name.find_last_of("/\\"); slash != std::string::npos) name.erase(0, slash + 1);
  if (const std::size_t dot = name.find_last_of('.'); dot != std::string::npos && dot != 0) name.resize(dot);
  return (name.empty() ? "draft" : name) + ".txt";
}

std::vector<std::string> remarks_of(const Desk::Audited& audited) {
  std::vector<std::string> remarks;
  for (const Diagnostic& one : audited.diagnostics) {
    std::string remark = one.message;
    if (!one.remedy.empty()) remark += ": " + one.remedy;
    remarks.push_back(std::move(remark) + ".");
  }
  return remarks;
}

std::string why_unread(const Desk::Audited& audited) {
  for (const Diagnostic& one : audited.diagnostics) {
    if (one.severity == Severity::error) return one.message;
  }
  return "there is no article in it";
}

std::string corrections_stamp(const Corrections& corrections) {
  std::string all;
  for (const Correction& one : corrections) all += one.id;
  return sha256_hex(all).substr(0, 16);
}

/// Those of the body, of a page that keeps them itself.
std::optional<JsonFault> given_corrections(const Json& asked, Corrections& corrections) {
  const auto given = asked.find("corrections");
  if (given == asked.end() || given->empty()) return std::nullopt;
  return read_correction_list(Json{{"corrections", *given}}.dump(-1, ' ', false, Json::error_handler_t::replace),
                              corrections);
}

}  // namespace hearsay
