// From judged predictions to the table of confidence: for each rule, and each lemma within a rule, the share that a
// careful reader marked, drawn towards what was believed before; and what each trait adds to the odds.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "evaluate/run.h"
#include "evaluate/tables.h"
#include "rules/confidence.h"
#include "rules/program.h"

namespace hearsay {

/// Entries counted less often than this get no row.
inline constexpr std::uint32_t kLeastSupport = 5;

struct MeasuredShare {
  std::uint32_t support = 0;  // how often it fired
  std::uint32_t right = 0;
  double precision = 0;  // shrunk
};

struct ConfidenceTable {
  std::map<std::string, MeasuredShare> rules;                            // by id
  std::map<std::pair<std::string, std::string>, MeasuredShare> entries;  // by rule and lemma
  std::array<MeasuredShare, kTraitCount> traits{};                       // precision: what becomes of an even chance
};

/// How well a table foretells articles it was not made from.
struct CrossValidation {
  std::vector<std::string> folds;  // names: outlets where file names tell them, else "1" … "10"
  Calibration held_out;            // each fold's confidence from a table made of the others
  Calibration stated;              // the rules' own stated confidence
  double log_loss = 0;             // mean, natural logarithm
  double log_loss_stated = 0;
  double log_loss_rules = 0;  // with the shares of whole rules only
};

struct Calibrated {
  ConfidenceTable table;
  CrossValidation validation;
  std::uint64_t articles = 0;
  std::uint64_t predictions = 0;
};

/// Folds are whole articles: by the part of the file name before the first "_" where three to twenty such names are
/// told
/// ("OUTLET_2020-01-01_slug"), else ten in turn. Reproducible to the byte.
[[nodiscard]] Calibrated calibrate(const Run& run, const Program& program);

/// The table as rules/calibration.h reads it. `corpus`: a fingerprint of what it was made from.
[[nodiscard]] std::string calibration_tsv(const Calibrated& calibrated, const std::string& corpus);

/// For people: what was measured and how well it holds.
[[nodiscard]] std::string calibration_text(const Calibrated& calibrated);

}  // namespace hearsay
