// A walk over nlohmann's tree, whose exceptions are never asked for. A callback of the parser refuses depth and size
// before a tree of them is built.
#include "corrections/correction_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/fingerprint.h"

namespace hearsay {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kMostDepth = 5;  // list, correction, target and what a client may nest by mistake

std::string without_returns(std::string words) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == '\r' && i + 1 < words.size() && words[i + 1] == '\n') continue;
    words[kept++] = words[i];
  }
  words.resize(kept);
  return words;
}

/// Nothing where a name is known; else the fault.
std::optional<JsonFault> unknown_member(const Json& object, const std::string& place,
                                        std::initializer_list<std::string_view> known) {
  for (const auto& [name, value] : object.items()) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      return JsonFault{place + " has an unknown member '" + name.substr(0, 40) + "'"};
  }
  return std::nullopt;
}

class CorrectionJsonReader {
 public:
  CorrectionJsonReader(const std::string& by, const std::string& at) : by_(by), at_(at) {}

  std::optional<JsonFault> read(const Json& json, const std::string& place, Correction& one) const {
    if (!json.is_object()) return JsonFault{place + " must be an object"};
    if (auto fault = unknown_member(json, place,
                                    {"id", "kind", "target", "value", "source_kind", "reason", "evidence", "by", "at"}))
      return fault;
    std::optional<JsonFault> fault;
    const auto take = [&](const Json& from, const std::string& of, const char* key, std::string& words) {
      const auto at = from.find(key);
      if (at == from.end() || fault) return;
      if (!at->is_string()) {
        fault = JsonFault{of + "." + key + " must be a string"};
      } else {
        words = without_returns(at->get<std::string>());
      }
    };
    std::string kind, fingerprint;
    take(json, place, "kind", kind);
    take(json, place, "id", one.id);
    for_each_words(one, [&](const char* key, std::string& words) { take(json, place, key, words); });
    const auto target = json.find("target");
    if (target == json.end() || !target->is_object()) return JsonFault{place + ".target must be an object"};
    if (auto unknown = unknown_member(*target, place + ".target", {"fingerprint", "words"})) return unknown;
    take(*target, place + ".target", "fingerprint", fingerprint);
    take(*target, place + ".target", "words", one.words);
    if (fault) return fault;
    const auto known = correction_kind_named(kind);
    if (!known) return JsonFault{place + ".kind must be one of: reading, source, named, source-kind, finding, claim"};
    const auto print = read_fingerprint(fingerprint);
    if (!print) return JsonFault{place + ".target.fingerprint must be 16 hexadecimal digits in lower case"};
    one.kind = *known;
    one.target = *print;
    if (one.by.empty()) one.by = by_;
    if (one.at.empty()) one.at = at_;
    if (one.id.empty()) one.id = correction_id(one);
    if (const auto wrong = fault_of(one)) return JsonFault{place + "." + wrong->member + " " + wrong->why};
    return std::nullopt;
  }

 private:
  const std::string& by_;
  const std::string& at_;
};

std::optional<JsonFault> parse(std::string_view json, Json& tree) {
  if (json.size() > kMostCorrectionBytes)
    return JsonFault{"larger than " + std::to_string(kMostCorrectionBytes >> 20U) + " MB"};
  bool deep = false;
  const auto shallow = [&](int depth, nlohmann::detail::parse_event_t, Json&) {
    deep = deep || depth > kMostDepth;
    return depth <= kMostDepth;
  };
  tree = Json::parse(json.begin(), json.end(), shallow, false);
  if (deep) return JsonFault{"nested too deeply"};
  if (tree.is_discarded()) return JsonFault{"this is no JSON"};
  return std::nullopt;
}

Json json_of(const Correction& one) {
  Json json = {{"id", one.id}, {"kind", correction_kind_name(one.kind)}};
  json["target"] = {{"fingerprint", fingerprint_text(one.target)}};
  if (!one.words.empty()) json["target"]["words"] = one.words;
  for_each_words(one, [&](const char* key, const std::string& words) {
    if (!words.empty() || key == std::string_view("value")) json[key] = words;
  });
  return json;
}

std::string dump(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::optional<JsonFault> read_correction_list(std::string_view json, Corrections& corrections) {
  corrections.clear();
  Json tree;
  if (auto fault = parse(json, tree)) return fault;
  if (!tree.is_object()) return JsonFault{"must be an object with a list 'corrections'"};
  if (auto unknown = unknown_member(tree, "the list", {"corrections"})) return unknown;
  const auto list = tree.find("corrections");
  if (list == tree.end() || !list->is_array()) return JsonFault{"corrections must be a list"};
  if (list->size() > kMostCorrections)
    return JsonFault{"corrections has more than " + std::to_string(kMostCorrections) + " items"};
  Corrections all;
  all.reserve(list->size());
  const std::string nobody;
  for (std::size_t i = 0; i < list->size(); ++i) {
    if (auto fault = CorrectionJsonReader(nobody, nobody)
                         .read((*list)[i], "corrections[" + std::to_string(i) + "]", all.emplace_back()))
      return fault;
  }
  put_in_order(all);
  corrections = std::move(all);
  return std::nullopt;
}

std::optional<JsonFault> read_correction(std::string_view json, const std::string& by, const std::string& at,
                                         Correction& correction) {
  Json tree;
  if (auto fault = parse(json, tree)) return fault;
  correction = {};
  return CorrectionJsonReader(by, at).read(tree, "correction", correction);
}

std::string write_correction_list(const Corrections& corrections) {
  Json list = Json::array();
  for (const Correction& one : corrections) list.push_back(json_of(one));
  return dump({{"corrections", std::move(list)}});
}

std::string write_correction(const Correction& correction) {
  return dump(json_of(correction));
}

}  // namespace hearsay
