// What is measured is what a reader gets: each article goes through the pipeline and the brat export, outermost
// attributions only, and is compared from there.
#include "cli/annotated.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "base/digest.h"
#include "cli/inputs.h"
#include "cli/ordered.h"
#include "document/read.h"
#include "evaluate/judge_article.h"
#include "report/write_brat.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

struct Annotated {
  std::string id;
  std::string text;  // paths
  std::string gold;
};

std::vector<fs::path> files_in(const std::string& folder, std::string_view extension) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator at(folder, error); !error && at != fs::directory_iterator(); at.increment(error)) {
    const bool hidden = at->path().filename().string().starts_with('.');
    if (!hidden && at->path().extension() == extension) files.push_back(at->path());
  }
  if (error) throw Fatal({.file = folder, .message = "cannot be read: " + error.message(), .remedy = "name a folder"});
  std::sort(files.begin(), files.end());
  return files;
}

/// "STEM_1a2f" -> "STEM"; else as it is.
std::string without_annotator(const std::string& stem) {
  constexpr std::size_t kSuffix = 5;
  if (stem.size() <= kSuffix || stem[stem.size() - kSuffix] != '_') return stem;
  const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return std::all_of(stem.end() - kSuffix + 1, stem.end(), is_hex) ? stem.substr(0, stem.size() - kSuffix) : stem;
}

std::vector<Annotated> pairs_of(const std::string& texts, const std::string& golds, Console& console) {
  std::set<std::string> stems;
  for (const fs::path& text : files_in(texts, ".txt")) stems.insert(text.stem().string());
  std::set<std::string> used;
  std::vector<Annotated> pairs;
  std::size_t strays = 0;
  for (const fs::path& gold : files_in(golds, ".ann")) {
    std::string stem = gold.stem().string();
    if (!stems.contains(stem)) stem = without_annotator(stem);
    if (!stems.contains(stem)) ++strays;
    if (!stems.contains(stem) || !used.insert(stem).second) continue;
    pairs.push_back({.id = stem, .text = (fs::path(texts) / (stem + ".txt")).string(), .gold = gold.string()});
  }
  const auto note = [&](std::size_t count, const char* what, const std::string& folder) {
    if (count != 0)
      console.report(
          Diagnostic{.severity = Severity::note, .file = folder, .message = fmt::format("{} {}", count, what)});
  };
  note(strays, "annotations without a text are left out", golds);
  note(stems.size() - used.size(), "texts without an annotation are left out", texts);
  if (pairs.empty()) {
    throw Fatal({.file = golds,
                 .message = "no annotation goes with a text",
                 .remedy = "GOLD_DIR holds STEM.ann for STEM.txt in TEXT_DIR"});
  }
  return pairs;
}

struct Judgement {
  ArticleRun article;
  std::string digest;
  Diagnostics diagnostics;
  bool read = false;
};

std::vector<PredictedFacts> facts_of(const Analysis& analysis, const Program& program) {
  std::vector<PredictedFacts> facts;
  for (const Attribution& a : analysis.attributions) {
    if (a.within != kNone) continue;
    facts.push_back({.rule = a.rule == kNone ? "evidence" : program.rules[a.rule].id,
                     .entry = a.entry,
                     .traits = a.traits,
                     .confidence = a.confidence});
  }
  return facts;
}

Judgement judge(const Annotated& pair, const Session& session) {
  Judgement result;
  const ReadLimits limits;
  std::string bytes;
  std::string gold;
  for (const auto& [path, into] : {std::pair{&pair.text, &bytes}, std::pair{&pair.gold, &gold}}) {
    if (auto problem = read_file(*path, limits.max_bytes, *into)) {
      result.diagnostics.push_back(std::move(*problem));
      return result;
    }
  }
  Document document = read(bytes, pair.text, limits);
  result.diagnostics = document.diagnostics;
  const std::string_view mark = "\xef\xbb\xbf";
  const std::string_view plain = std::string_view(bytes).substr(bytes.starts_with(mark) ? mark.size() : 0);
  if (document.text != plain && !document.text.empty()) {
    result.diagnostics.push_back({.severity = Severity::warning,
                                  .file = pair.text,
                                  .message = "not plain UTF-8 text: the annotation's offsets may not fit",
                                  .remedy = "annotate and measure on plain text"});
  }
  document.id = pair.id;
  if (!session.settings.outlet.empty()) document.outlet = session.settings.outlet;
  result.digest = sha256_hex(bytes) + sha256_hex(gold);
  const Program& program = session.engine.pack.program;
  const Analysis analysis =
      analyse(std::move(document), session.engine,
              {.evidence = session.settings.evidence, .min_confidence = session.settings.min_confidence});
  const std::string predicted = write_brat(report_of(analysis, session.engine), {.flat = true});
  result.article = judge_article({.id = pair.id,
                                  .path = pair.text,
                                  .text = analysis.document.text,
                                  .gold = gold,
                                  .gold_path = pair.gold,
                                  .predicted = predicted,
                                  .facts = facts_of(analysis, program)},
                                 program, result.diagnostics);
  result.read = true;
  return result;
}

}  // namespace

AnnotatedRun run_annotated(const CommandLine& line, const Session& session, Console& console) {
  if (line.operands.size() != 2) {
    throw Fatal({.message = "two folders are needed: TEXT_DIR and GOLD_DIR",
                 .remedy = "STEM.txt in the one, its annotation STEM.ann (brat standoff) in the other"});
  }
  const std::vector<Annotated> pairs = pairs_of(line.operands[0], line.operands[1], console);
  AnnotatedRun result;
  std::string digests;
  in_order(
      pairs.size(), session.settings.threads, [&](std::size_t i) { return judge(pairs[i], session); },
      [&](std::size_t, Judgement judgement) {
        console.report(judgement.diagnostics);
        if (!judgement.read) return;
        digests += judgement.digest;
        result.run.articles.push_back(std::move(judgement.article));
      });
  result.fingerprint = sha256_hex(digests).substr(0, 16);
  return result;
}

}  // namespace hearsay
