// dump_facts_json: the facts that checks may ask for, row by row. What is 0 is left out.
#include <string>
#include <vector>

#include "dump.h"
#include "report/json_writer.h"
#include "report/text_index.h"
#include "score/gather.h"
#include "score/positions.h"

namespace hearsay {
namespace {

class FactDump {
 public:
  FactDump(const Analysis& a, const GatheredFacts& gathered) : a_(a), gathered_(gathered), index_(a.document.text) {}
  std::string run() {
    json_.open_object();
    json_.key("article").value(a_.document.id);
    json_.key("rows").open_array();
    row(Subject::article, 0, {}, {});
    for (std::uint32_t i = 0; i < a_.attributions.size(); ++i) {
      row(Subject::attribution, i, {a_.attributions[i].cue}, {i});
    }
    for (std::uint32_t i = 0; i < a_.sources.all.size(); ++i) {
      const auto& spoken = gathered_.use.attributions[i];
      if (!spoken.empty()) row(Subject::source, i, {}, spoken);
    }
    for (std::uint32_t i = 0; i < gathered_.claims.claims.size(); ++i) {
      const Claim& claim = gathered_.claims.claims[i];
      row(Subject::claim, i, claim.parts, claim.attributions);
    }
    for (std::uint32_t i = 0; i < gathered_.accusations.size(); ++i) {
      const Accusation& one = gathered_.accusations[i];
      const std::vector<std::uint32_t> by =
          one.attribution == kNone ? std::vector<std::uint32_t>{} : std::vector{one.attribution};
      row(Subject::accusation, i, {one.range, one.accused}, by);
    }
    json_.close();
    json_.close();
    return json_.take();
  }

 private:
  void row(Subject subject, std::uint32_t index, const std::vector<TokenRange>& words,
           const std::vector<std::uint32_t>& attributions) {
    json_.open_object();
    json_.key("subject").value(subject_name(subject));
    json_.key("row").value(index);
    json_.key("span").open_short_array();
    for (const TokenRange& range : words) {
      const Span span = span_of(a_.text, clipped(a_.text, range));
      json_.open_short_array();
      json_.value(index_.code_point(span.begin));
      json_.value(index_.code_point(span.end));
      json_.close();
    }
    json_.close();
    json_.key("attributions").open_short_array();
    for (const std::uint32_t a : attributions) json_.value("a" + std::to_string(a + 1));
    json_.close();
    json_.key("facts").open_object();
    for (std::size_t f = 0; f < facts().size(); ++f) {
      const FactInfo& info = facts()[f];
      if (info.subject != subject) continue;
      const double value = gathered_.facts.value(static_cast<Fact>(f), index);
      const std::span<const std::string_view> words_of = fact_words(static_cast<Fact>(f));
      if (info.type == FactType::word) {
        const auto at = static_cast<std::size_t>(value);
        json_.key(info.name).value(at < words_of.size() ? words_of[at] : std::string_view());
      } else if (value != 0) {
        json_.key(info.name).value(value);
      }
    }
    json_.close();
    json_.close();
  }

  const Analysis& a_;
  const GatheredFacts& gathered_;
  TextIndex index_;
  JsonWriter json_{0};
};

}  // namespace

std::string dump_facts_json(const Analysis& analysis, const Engine& engine) {
  const ScoreMarks marks = score_marks(engine.pack.program, analysis.matches);
  const GatheredFacts gathered = gather_facts(score_input(analysis, engine, marks));
  return FactDump(analysis, gathered).run();
}

}  // namespace hearsay
