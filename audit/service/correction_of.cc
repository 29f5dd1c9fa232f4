// Entry: correction_of. The letter of an id tells what kind of thing it is; of words it is the value that tells.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

#include "base/fingerprint.h"
#include "base/utf8.h"
#include "report/worst_first.h"
#include "report/write_targets.h"
#include "service/corrections.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostOffered = 5;  // things that a message names

struct Thing {
  std::string id;     // "a3", "f1"; of one that was struck out ""
  char letter = 'a';  // of ids of its kind
  std::uint64_t fingerprint = 0;
  std::string words;
};

std::vector<Thing> things_of(const Report& report) {
  const TargetWords words(report);
  std::vector<Thing> things;
  const auto add = [&](char letter, const auto& items) {
    for (const auto& item : items) things.push_back({item.id, letter, item.fingerprint, words.of(item)});
  };
  add('a', report.attributions);
  for (const ReportStruck& struck : report.struck) things.push_back({"", 'a', struck.fingerprint, words.of(struck)});
  add('s', report.sources);
  add('c', report.claims);
  std::size_t number = 0;
  for (const auto* findings : {&report.findings, &report.perhaps}) {
    for (const std::uint32_t i : worst_first(*findings)) {
      const ReportFinding& finding = (*findings)[i];
      things.push_back(
          {fmt::format("f{}", ++number), 'f', read_fingerprint(finding.fingerprint).value_or(0), words.of(finding)});
    }
  }
  return things;
}

bool is_value(CorrectionKind kind, std::string_view value) {
  const auto& values = correction_values(kind);
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// Of things of a letter, what a value says.
CorrectionKind kind_for(char letter, std::string_view value) {
  switch (letter) {
    case 's':
      return is_value(CorrectionKind::named, value) ? CorrectionKind::named : CorrectionKind::source_kind;
    case 'c':
      return CorrectionKind::claim;
    case 'f':
      return CorrectionKind::finding;
    default:
      return is_value(CorrectionKind::reading, value) ? CorrectionKind::reading : CorrectionKind::source;
  }
}

/// Where things are given by words: whose value this can be.
char letter_for(std::string_view value) {
  if (is_value(CorrectionKind::named, value) || is_value(CorrectionKind::source_kind, value)) return 's';
  if (is_value(CorrectionKind::claim, value)) return 'c';
  if (is_value(CorrectionKind::finding, value)) return 'f';
  return 'a';
}

bool is_id(std::string_view thing) {
  return thing.size() > 1 && thing.size() < 10 &&
         std::string_view("ascf").find(thing.front()) != std::string_view::npos &&
         std::all_of(thing.begin() + 1, thing.end(), [](char c) { return c >= '0' && c <= '9'; });
}

[[noreturn]] void refuse(std::string message, std::string remedy) {
  throw Fatal({.message = std::move(message), .remedy = std::move(remedy)});
}

const Thing& meant(const SaidOfThing& said, const std::vector<Thing>& things) {
  const bool by_id = is_id(said.thing);
  const auto fingerprint = read_fingerprint(said.thing);
  const char letter = letter_for(said.value);
  const std::string asked = lower(trim(said.thing));
  if (asked.empty()) refuse("it is not said what is corrected", "give an id as a3, or some of its words");
  std::vector<const Thing*> found;
  for (const Thing& thing : things) {
    const bool hit = by_id         ? thing.id == said.thing
                     : fingerprint ? thing.fingerprint == *fingerprint
                                   : thing.letter == letter && lower(thing.words).find(asked) != std::string::npos;
    if (hit) found.push_back(&thing);
  }
  // Words that are just a thing's mean that one, though others hold them too.
  if (found.size() > 1) {
    const auto exact =
        std::find_if(found.begin(), found.end(), [&](const Thing* thing) { return lower(thing->words) == asked; });
    if (exact != found.end()) return **exact;
  }
  if (found.empty()) {
    const std::string_view what = letter == 's'   ? "source"
                                  : letter == 'c' ? "claim"
                                  : letter == 'f' ? "finding"
                                                  : "attribution";
    refuse(by_id || fingerprint ? fmt::format("the article has no {}", said.thing)
                                : fmt::format("no {} has the words '{}'", what, said.thing),
           "hearsay corrections targets FILE lists what there is");
  }
  if (found.size() > 1) {
    std::string offered;
    for (std::size_t i = 0; i < std::min(found.size(), kMostOffered); ++i)
      offered += (offered.empty() ? "" : ", ") +
                 (found[i]->id.empty() ? fingerprint_text(found[i]->fingerprint) : found[i]->id);
    refuse(fmt::format("'{}' may be {} things", said.thing, found.size()), "give one of: " + offered);
  }
  return *found.front();
}

}  // namespace

Correction correction_of(const SaidOfThing& said, const Report& report) {
  const std::vector<Thing> things = things_of(report);
  const Thing& thing = meant(said, things);
  Correction correction;
  correction.kind = kind_for(thing.letter, said.value);
  correction.target = thing.fingerprint;
  correction.words = thing.words;
  correction.value = said.value;
  correction.source_kind = said.source_kind;
  // Should the next version have this source no more, it is known what it was.
  if (correction.kind == CorrectionKind::source && correction.source_kind.empty()) {
    const auto known = std::find_if(report.sources.begin(), report.sources.end(), [&](const ReportSource& source) {
      return source.name == said.value ||
             std::find(source.aliases.begin(), source.aliases.end(), said.value) != source.aliases.end();
    });
    const auto& kinds = correction_source_kinds();
    if (known != report.sources.end() && std::find(kinds.begin(), kinds.end(), known->kind) != kinds.end())
      correction.source_kind = known->kind;
  }
  correction.reason = said.reason;
  correction.evidence = said.evidence;
  correction.by = said.by;
  correction.at = said.at;
  correction.id = correction_id(correction);
  if (const auto fault = fault_of(correction))
    refuse(fault->member + " " + fault->why, "see hearsay corrections --help");
  return correction;
}

}  // namespace hearsay
