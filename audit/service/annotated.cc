// What is measured is what a reader gets: each article goes through the pipeline and the brat export, outermost
// attributions only, and is compared from there.
#include "service/annotated.h"

#include "archive/inputs.h"
#include "archive/ordered.h"
#include "base/digest.h"
#include "base/utf8.h"
#include "evaluate/judge_article.h"
#include "report/exports/write_brat.h"
#include "service/annotated_pairs.h"
#include "service/read_article.h"

namespace hearsay {
namespace {

struct JudgedPair {
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

JudgedPair judge(const AnnotatedPair& pair, const Session& session) {
  JudgedPair result;
  const ReadLimits limits;
  std::string bytes;
  std::string gold;
  for (const auto& [path, into] : {std::pair{&pair.text, &bytes}, std::pair{&pair.gold, &gold}}) {
    if (auto problem = read_file(*path, limits.max_bytes, *into)) {
      result.diagnostics.push_back(std::move(*problem));
      return result;
    }
  }
  Document document = read_whole_article(bytes, pair.text, *session.engine, {.damage = Damage::leave});
  result.diagnostics = document.diagnostics;
  const std::string_view plain =
      std::string_view(bytes).substr(bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  if (document.text != plain && !document.text.empty()) {
    result.diagnostics.push_back({.severity = Severity::warning,
                                  .file = pair.text,
                                  .message = "not plain UTF-8 text: the annotation's offsets may not fit",
                                  .remedy = "annotate and measure on plain text"});
  }
  document.id = pair.id;
  result.digest = sha256_hex(bytes) + sha256_hex(gold);
  const Program& program = session.engine->pack.program;
  const Analysis analysis = analyse(std::move(document), session);
  const std::string predicted = write_brat(report_of(analysis, *session.engine), {.flat = true});
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

AnnotatedRun run_annotated(const std::vector<std::string>& folders, const Session& session, Listener& listener) {
  const std::vector<AnnotatedPair> pairs = annotated_pairs(folders, listener);
  AnnotatedRun result;
  std::string digests;
  in_order(
      pairs.size(), session.settings.threads, [&](std::size_t i) { return judge(pairs[i], session); },
      [&](std::size_t, JudgedPair judgement) {
        listener.report(judgement.diagnostics);
        if (!judgement.read) return;
        digests += judgement.digest;
        result.run.articles.push_back(std::move(judgement.article));
      });
  result.fingerprint = sha256_hex(digests).substr(0, 16);
  return result;
}

}  // namespace hearsay
