// Names, limits and order of corrections.
#include "corrections/correction.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/digest.h"
#include "base/fingerprint.h"
#include "base/utf8.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, kCorrectionKindCount> kKinds = {"reading",     "source",  "named",
                                                                       "source-kind", "finding", "claim"};
constexpr std::string_view kTimeShape = "0000-00-00T00:00:00Z";

bool among(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "one of: a, b, c"
std::string one_of(const std::vector<std::string_view>& names) {
  std::string out = "must be one of: ";
  for (const std::string_view name : names) {
    out += out.ends_with(": ") ? "" : ", ";
    out += name;
  }
  return out;
}

int two_digits(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

bool is_time(std::string_view text) {
  if (text.size() != kTimeShape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kTimeShape[i] == '0' ? !digit : text[i] != kTimeShape[i]) return false;
  }
  const int month = two_digits(text, 5), day = two_digits(text, 8);
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && two_digits(text, 11) < 24 && two_digits(text, 14) < 60 &&
         two_digits(text, 17) <= 60;
}

/// Control characters but line breaks and tabs have no business in words; XML could not hold them, nor U+FFFE and
/// U+FFFF.
bool has_control(std::string_view words) {
  if (words.find("\xEF\xBF\xBE") != std::string_view::npos || words.find("\xEF\xBF\xBF") != std::string_view::npos)
    return true;
  return std::any_of(words.begin(), words.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 ? c != '\n' && c != '\t' : byte == 0x7F;
  });
}

auto order_of(const Correction& one) {
  return std::tie(one.kind, one.target, one.at, one.id);
}

}  // namespace

std::string_view correction_kind_name(CorrectionKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

std::optional<CorrectionKind> correction_kind_named(std::string_view name) {
  const auto at = std::find(kKinds.begin(), kKinds.end(), name);
  if (at == kKinds.end()) return std::nullopt;
  return static_cast<CorrectionKind>(at - kKinds.begin());
}

const std::vector<std::string_view>& correction_source_kinds() {
  static const std::vector<std::string_view> kNames = {"named-person",   "named-organisation", "document",   "media",
                                                       "unnamed-person", "unnamed-group",      "collective", "other"};
  return kNames;
}

const std::vector<std::string_view>& correction_values(CorrectionKind kind) {
  static const std::vector<std::string_view> kReading = {"wrong", "right"};
  static const std::vector<std::string_view> kNamed = {"named", "not-named"};
  static const std::vector<std::string_view> kFinding = {"settled", "open"};
  static const std::vector<std::string_view> kClaim = {"open", "confirmed", "changed", "query", "cannot-verify", "cut"};
  static const std::vector<std::string_view> kAny;
  switch (kind) {
    case CorrectionKind::reading:
      return kReading;
    case CorrectionKind::source:
      return kAny;
    case CorrectionKind::named:
      return kNamed;
    case CorrectionKind::source_kind:
      return correction_source_kinds();
    case CorrectionKind::finding:
      return kFinding;
    case CorrectionKind::claim:
      return kClaim;
  }
  return kAny;
}

std::optional<CorrectionFault> fault_of(const Correction& one) {
  const auto fault = [](std::string_view member, std::string why) {
    return CorrectionFault{std::string(member), std::move(why)};
  };
  for (const auto& [member, words, most] : {std::tuple("target.words", &one.words, kMostCorrectionWords),
                                            std::tuple("value", &one.value, kMostCorrectionWords),
                                            std::tuple("source_kind", &one.source_kind, kMostCorrectionWords),
                                            std::tuple("reason", &one.reason, kMostCorrectionReason),
                                            std::tuple("evidence", &one.evidence, kMostCorrectionReason),
                                            std::tuple("by", &one.by, kMostCorrectionWords)}) {
    if (words->size() > most) return fault(member, "is longer than " + std::to_string(most) + " bytes");
    if (!is_valid_utf8(*words)) return fault(member, "is no UTF-8");
    if (has_control(*words)) return fault(member, "holds a control character");
  }
  if (one.by.empty()) return fault("by", "is empty: say whose correction it is");
  if (!is_time(one.at)) return fault("at", "is no time as 2026-05-04T09:12:00Z");
  const std::vector<std::string_view>& values = correction_values(one.kind);
  if (!values.empty() && !among(values, one.value)) return fault("value", one_of(values));
  const bool nobody = one.source_kind == "author" || one.source_kind == "unstated";
  if (one.kind == CorrectionKind::source) {
    if (!one.source_kind.empty() && !nobody && !among(correction_source_kinds(), one.source_kind))
      return fault("source_kind", one_of(correction_source_kinds()) + ", author, unstated");
    if (nobody && !one.value.empty()) return fault("value", "must be empty where source_kind is " + one.source_kind);
    if (!nobody && one.value.find_first_not_of(" \n\t") == std::string::npos)
      return fault("value", "must be the name of a source");
  } else if (!one.source_kind.empty()) {
    return fault("source_kind", "goes with kind source alone");
  }
  if (one.kind == CorrectionKind::finding && one.value == "settled" &&
      one.reason.find_first_not_of(" \n\t") == std::string::npos)
    return fault("reason", "is empty: say why the finding is settled");
  if (one.id != correction_id(one)) return fault("id", "is not that of this correction; leave it out");
  return std::nullopt;
}

std::string correction_id(const Correction& one) {
  std::string all;
  const std::string target = fingerprint_text(one.target);
  for (const std::string_view part :
       {correction_kind_name(one.kind), std::string_view(target), std::string_view(one.words),
        std::string_view(one.value), std::string_view(one.source_kind), std::string_view(one.reason),
        std::string_view(one.evidence), std::string_view(one.by), std::string_view(one.at)}) {
    all += part;
    all += '\0';
  }
  return sha256_hex(all).substr(0, 16);
}

void put_in_order(Corrections& corrections) {
  std::stable_sort(corrections.begin(), corrections.end(),
                   [](const Correction& a, const Correction& b) { return order_of(a) < order_of(b); });
  corrections.erase(std::unique(corrections.begin(), corrections.end(),
                                [](const Correction& a, const Correction& b) { return a.id == b.id; }),
                    corrections.end());
}

bool add_correction(Corrections& corrections, Correction correction) {
  const auto at = std::lower_bound(corrections.begin(), corrections.end(), correction,
                                   [](const Correction& a, const Correction& b) { return order_of(a) < order_of(b); });
  if (at != corrections.end() && at->id == correction.id) return false;
  corrections.insert(at, std::move(correction));
  return true;
}

bool remove_correction(Corrections& corrections, std::string_view id) {
  return std::erase_if(corrections, [&](const Correction& one) { return one.id == id; }) != 0;
}

}  // namespace hearsay
