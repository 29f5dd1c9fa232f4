#include "pipeline.h"

#include <utility>

#include "attributions/find.h"
#include "attributions/occasions.h"
#include "corrections/correct_readings.h"
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
#include "score/settle.h"
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

/// Of an article in a language that the pack does not read.
Scorecard unread_card(const Analysis& a, const Engine& engine) {
  Scorecard card;
  card.policy = engine.policy.id;
  card.genre = genre_of_record(a.document, engine.pack.program);  // what the outlet calls it needs no language
  card.withheld = withhold_for_language(a.language.name, a.language.told);
  return card;
}

/// None without a model.
Tags trained_tags(const Analysis& a, const Model& model) {
  return model.empty() ? Tags() : tag(a.document, a.text, model);
}

Tags tags_of(const Analysis& a, const Tags& trained, const Lexicons& lexicons) {
  return trained.empty() ? guess_tags(a.document, a.text, lexicons)
                         : reconciled_tags(a.document, a.text, lexicons, trained);
}

/// The model, to be asked of the article's cues, which it reads by the tags it was trained on; empty without a model.
AskEvidence evidence_of(const Article& article, const Tags& trained, const Model& model) {
  if (model.empty()) return {};
  return [&article, &trained, &model](Hints hints) {
    return propose(article.document, article.text, trained, model,
                   {.threshold = kLeastProposal,
                    .upstream = {.hints = std::move(hints), .nominals = nominals_of(article.mentions)}});
  };
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
  const Register& registers = engine.pack.registers;
  const Model no_model;  // rules alone, and for who is who the weights that are stated
  const Model& model = options.evidence ? engine.model : no_model;

  Analysis a{.document = std::move(document)};
  a.language = language_of(a.document, engine);
  a.text = tokenize(a.document, program.vocabulary);
  if (!is_in_pack(a.language, program)) {
    a.scorecard = unread_card(a, engine);
    a.corrected = unmet(options.corrections);
    return a;
  }
  const Tags trained = trained_tags(a, model);
  a.tags = tags_of(a, trained, program.lexicons);
  a.mentions = find_mentions(a.document, a.text, a.tags, program.lexicons, registers);
  const Article article = a.article();
  a.matches = find_matches(article, program);
  a.attributions = find_attributions(article, a.matches, program, evidence_of(article, trained, model),
                                     {.min_confidence = options.min_confidence});
  a.occasions = find_occasions(article, a.matches, a.attributions, program, registers);
  a.sources = resolve_sources(resolve_input(a, engine), best_links(model));
  a.sources.certainty = source_certainties(a.mentions, a.attributions, a.sources, model);
  a.corrected = correct_readings(article, options.corrections, {a.attributions, a.occasions, a.sources});
  a.trace = build_trace(article, a.attributions, a.sources);
  a.trace.signatures = sign_attributions(article, a.attributions);
  a.scorecard.genre = find_genre({article, a.attributions, program});
  a.scorecard = score(score_input(a, engine, score_marks(program, a.matches)), engine.policy, engine.raise);
  settle(a.corrected, a.scorecard);
  return a;
}

ScoreMarks score_marks(const Program& program, const std::vector<Match>& matches) {
  constexpr auto kAccused = static_cast<std::size_t>(Slot::accused);
  ScoreMarks marks;
  for (const Match& match : matches) {
    const RuleType type = program.rules[match.rule].type;
    if (type == RuleType::claim) marks.claims.push_back({.rule = match.rule, .range = match.whole});
    if (type == RuleType::accusation && !match.negated)
      marks.accusations.push_back({.range = match.whole, .accused = match.mention[kAccused]});
  }
  return marks;
}

ScoreInput score_input(const Analysis& a, const Engine& engine, const ScoreMarks& marks) {
  return {a.article(), a.attributions, a.sources, a.trace, marks, engine.pack.program, a.scorecard.genre};
}

ResolveInput resolve_input(const Analysis& a, const Engine& engine) {
  return {a.article(), a.attributions, a.occasions, engine.pack.program.lexicons, engine.pack.registers};
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
                      .language = a.language,
                      .corrected = &a.corrected});
}

}  // namespace hearsay
