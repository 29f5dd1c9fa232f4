#include "pipeline.h"

#include <utility>

#include "attributions/attach.h"
#include "attributions/occasions.h"
#include "evidence/evidence.h"
#include "evidence/model_file.h"
#include "evidence/nominal.h"
#include "evidence/tag.h"
#include "language/tell.h"
#include "mentions/find.h"
#include "mentions/guess_tags.h"
#include "report/make.h"
#include "rules/load_languages.h"
#include "rules/load_page.h"
#include "rules/whole_pack.h"
#include "score/find_genre.h"
#include "score/genre_record.h"
#include "score/load_policy.h"
#include "score/score.h"
#include "score/withhold.h"
#include "sources/certainty.h"
#include "sources/link_score.h"
#include "sources/resolve.h"
#include "tokens/tokenize.h"
#include "trace/build.h"
#include "trace/sign.h"

namespace hearsay {
namespace {

ToldLanguage language_of(const Document& document, const Engine& engine) {
  if (engine.languages.empty() || engine.pack.program.packs.empty()) return {};
  std::vector<std::string_view> texts;
  for (const Block& block : document.blocks) {
    if (is_read(block.kind))
      texts.push_back(std::string_view(document.text).substr(block.span.begin, block.span.size()));
  }
  return tell_language(texts, document.language, engine.pack.program.packs.front().name, engine.languages);
}

bool is_in_pack(const ToldLanguage& language, const Program& program) {
  return language.code.empty() || language.code == program.packs.front().name;
}

PolicyText words_of(const Policy& policy, const Scorecard& card) {
  PolicyText text{.id = policy.id, .name = policy.name, .checks = {}, .questions = card.questions};
  for (const Check& check : policy.checks)
    text.checks.push_back({.id = check.id, .why = check.why, .page = check.page, .title = check.title});
  return text;
}

}  // namespace

Engine load_engine(const EngineOptions& options, Diagnostics& diagnostics) {
  Engine engine;
  engine.pack = load_pack(options.pack, diagnostics);
  require_whole(options.pack, engine.pack, diagnostics);
  engine.languages = load_languages(options.pack.root, diagnostics);
  engine.page = load_page_words(options.pack.root, diagnostics);
  if (!options.model.empty()) engine.model = load_model(options.model.string(), diagnostics);
  engine.raise = load_raise_model(options.pack.root / options.pack.language / "evidence" / "raised.tsv", diagnostics);
  engine.policy = load_policy(options.pack.root, options.policy, diagnostics);
  return engine;
}

Analysis analyse(Document document, const Engine& engine, const AnalysisOptions& options) {
  const Program& program = engine.pack.program;
  const Lexicons& lexicons = program.lexicons;
  const Register& registers = engine.pack.registers;

  Analysis a{.document = std::move(document)};
  a.language = language_of(a.document, engine);
  a.text = tokenize(a.document, program.vocabulary);
  if (!is_in_pack(a.language, program)) {
    a.scorecard.policy = engine.policy.id;
    a.scorecard.genre = genre_of_record(a.document, program);  // what the outlet calls it needs no language
    a.scorecard.withheld = withhold_for_language(a.language.name, a.language.told);
    return a;
  }
  const bool weigh = options.evidence && !engine.model.empty();
  const Tags trained = weigh ? tag(a.document, a.text, engine.model) : Tags();
  a.tags = weigh ? reconciled_tags(a.document, a.text, lexicons, trained) : guess_tags(a.document, a.text, lexicons);
  a.mentions = find_mentions(a.document, a.text, a.tags, lexicons, registers);
  a.matches = find_matches(a.document, a.text, a.tags, a.mentions, program);
  std::vector<Candidate> candidates = find_candidates(a.document, a.text, a.tags, a.mentions, program, a.matches);
  const AttachOptions attaching{.min_confidence = options.min_confidence};
  if (weigh) {
    const std::vector<Proposal> proposals =
        propose(a.document, a.text, trained, engine.model,
                {.threshold = join_threshold(),
                 .upstream = {.hints = hints_of(a.text, program, candidates), .nominals = nominals_of(a.mentions)}});
    a.attributions = attach_weighed(a.document, a.text, a.tags, a.mentions, program, a.matches, std::move(candidates),
                                    proposals, attaching);
  } else {
    a.attributions =
        attach(a.document, a.text, a.tags, a.mentions, program, a.matches, std::move(candidates), attaching);
  }
  a.occasions = find_occasions(a.document, a.text, a.tags, a.mentions, program, a.matches, a.attributions, registers);
  const Model stated;  // without learned weights the few stated ones choose
  const Model& links = weigh ? engine.model : stated;
  a.sources = resolve_sources(resolve_input(a, engine), [&](std::uint32_t, std::span<const LinkOption> could,
                                                            const EntityTable&) { return best_link(could, links); });
  a.sources.certainty = source_certainties(a.mentions, a.attributions, a.sources, links);
  a.trace = build_trace(a.document, a.text, a.attributions, a.sources);
  a.trace.signatures = sign_attributions(a.document, a.text, a.attributions);
  const ClaimMarks marks = claim_marks(program, a.matches);
  a.scorecard.genre = find_genre(
      {.document = a.document, .text = a.text, .tags = a.tags, .attributions = a.attributions, .program = program});
  a.scorecard = score(score_input(a, engine, marks), engine.policy, engine.raise);
  return a;
}

ClaimMarks claim_marks(const Program& program, const std::vector<Match>& matches) {
  ClaimMarks marks;
  for (const Match& match : matches) {
    if (program.rules[match.rule].type == RuleType::claim) marks.push_back({.rule = match.rule, .range = match.whole});
  }
  return marks;
}

ScoreInput score_input(const Analysis& a, const Engine& engine, const ClaimMarks& marks) {
  return {.document = a.document,
          .text = a.text,
          .tags = a.tags,
          .mentions = a.mentions,
          .attributions = a.attributions,
          .sources = a.sources,
          .trace = a.trace,
          .marks = marks,
          .program = engine.pack.program,
          .genre = a.scorecard.genre};
}

ResolveInput resolve_input(const Analysis& a, const Engine& engine) {
  return {.document = a.document,
          .text = a.text,
          .tags = a.tags,
          .mentions = a.mentions,
          .attributions = a.attributions,
          .occasions = a.occasions,
          .lexicons = engine.pack.program.lexicons,
          .registers = engine.pack.registers};
}

Report report_of(const Analysis& a, const Engine& engine) {
  const PolicyText policy = words_of(engine.policy, a.scorecard);
  return make_report({.document = a.document,
                      .text = a.text,
                      .attributions = a.attributions,
                      .sources = a.sources,
                      .trace = a.trace,
                      .scorecard = a.scorecard,
                      .rules = engine.pack.program.rules,
                      .packs = engine.pack.program.packs,
                      .policy = policy,
                      .language = a.language});
}

}  // namespace hearsay
