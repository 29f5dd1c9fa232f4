// Entry: ReportIndex. Built in one pass over sources, attributions and claims.
#include "report/index.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "report/plain.h"
#include "report/worst_first.h"

namespace hearsay {

namespace {

const std::vector<std::uint32_t> kNobody;

constexpr std::array<std::string_view, kToneCount> kToneClasses = {"named", "institution", "anonymous", "none",
                                                                   "general"};
constexpr std::array<char, kToneCount> kToneLetters = {'N', 'O', 'X', 'U', 'G'};
constexpr std::array<std::string_view, kToneCount> kToneLabels = {"named person", "organisation", "not named",
                                                                  "no source given", "author or public"};

}  // namespace

std::string_view tone_class(Tone tone) {
  return kToneClasses[static_cast<std::size_t>(tone)];
}
char tone_letter(Tone tone) {
  return kToneLetters[static_cast<std::size_t>(tone)];
}
std::string_view tone_label(Tone tone) {
  return kToneLabels[static_cast<std::size_t>(tone)];
}

std::string spoken(std::string_view term) {
  std::string words(term);
  std::replace(words.begin(), words.end(), '-', ' ');
  return words;
}

std::string_view reliability_words(std::string_view letter) {
  if (letter == "A") return "completely reliable";
  if (letter == "B") return "usually reliable";
  if (letter == "C") return "fairly reliable";
  if (letter == "D") return "not usually reliable";
  if (letter == "E") return "unreliable";
  return "cannot be judged";
}

std::string judgement_words(const ReportJudgement& judgement) {
  std::string out = "by " + judgement.by;
  if (!judgement.licence.empty()) out += " (" + judgement.licence + ")";
  out += ": ";
  for (const ReportVerdict& verdict : judgement.verdicts) {
    if (&verdict != &judgement.verdicts.front()) out += "; ";
    out += verdict.says;
    if (!verdict.scope.empty()) out += " (" + verdict.scope + ")";
  }
  return out;
}

std::string_view credibility_words(int figure) {
  constexpr std::array<std::string_view, 6> kWords = {"confirmed by other independent sources",
                                                      "probably true",
                                                      "possibly true",
                                                      "doubtful",
                                                      "improbable",
                                                      "cannot be judged"};
  return kWords[figure >= 1 && figure <= 6 ? static_cast<std::size_t>(figure - 1) : 5U];
}

int ladder_step(std::string_view specificity) {
  constexpr std::array<std::string_view, 5> kSteps = {"bare", "counted", "affiliated", "access", "reasoned"};
  const auto step = std::find(kSteps.begin(), kSteps.end(), specificity);
  return step == kSteps.end() ? 0 : static_cast<int>(step - kSteps.begin()) + 1;
}

std::string_view ladder_words(int step) {
  constexpr std::array<std::string_view, 6> kWords = {"",
                                                      "says only that there is a source",
                                                      "says how many there are",
                                                      "says whom they belong to",
                                                      "says how they can know",
                                                      "says why the name is withheld"};
  return kWords[step >= 0 && step <= 5 ? static_cast<std::size_t>(step) : 0U];
}

bool is_anonymous(const ReportSource& source) {
  return source.anonymous;
}

bool is_named(const ReportSource& source) {
  return !source.anonymous && (source.kind == "named-person" || source.kind == "named-organisation" ||
                               source.kind == "document" || source.kind == "media");
}

bool is_general(const ReportSource& source) {
  return !is_anonymous(source) && !is_named(source);
}

bool is_own(const ReportSource& source, const Report& report) {
  return source.own || (!report.outlet.empty() && source.name == report.outlet);
}

ReportIndex::ReportIndex(const Report& report) : report_(report) {
  for (std::uint32_t i = 0; i < report.sources.size(); ++i) sources_.emplace(report.sources[i].id, i);
  said_.resize(report.sources.size());
  relayed_.resize(report.sources.size());
  for (std::uint32_t i = 0; i < report.attributions.size(); ++i) {
    const ReportAttribution& attribution = report.attributions[i];
    attributions_.emplace(attribution.id, i);
    if (!attribution.statement) continue;
    if (const auto found = sources_.find(attribution.source); found != sources_.end())
      said_[found->second].push_back(i);
    for (const std::string& relay : attribution.via) {
      if (const auto found = sources_.find(relay); found != sources_.end()) relayed_[found->second].push_back(i);
    }
  }
  claim_of_.resize(report.attributions.size());
  for (const ReportClaim& claim : report.claims) {
    for (const std::string& id : claim.attributions) {
      const auto found = attributions_.find(id);
      if (found != attributions_.end() && claim_of_[found->second] == nullptr) claim_of_[found->second] = &claim;
    }
  }
  finding_numbers_ = finding_numbers(report.findings);
  findings_of_.resize(report.attributions.size());
  for (const std::uint32_t i : worst_first(report.findings)) {
    for (const std::string& id : report.findings[i].attributions) {
      if (const auto found = attributions_.find(id); found != attributions_.end())
        findings_of_[found->second].push_back(i);
    }
  }
  find_passages();
}

void ReportIndex::find_passages() {
  for (const ReportAttribution& attribution : report_.attributions) {
    if (!attribution.statement) continue;
    passages_.push_back({.id = attribution.id,
                         .tone = tone(attribution),
                         .attribution = &attribution,
                         .unsure = is_unsure(attribution.confidence),
                         .source_unsure = !attribution.source.empty() && is_unsure(attribution.source_confidence)});
  }
  const auto is_shown = [this](const std::string& id) {
    const ReportAttribution* found = attribution(id);
    return found != nullptr && found->statement;
  };
  for (const ReportClaim& claim : report_.claims) {
    // The words of a claim with an attribution have that one's card, even where it names nobody.
    if (claim.status != "unattributed" || std::any_of(claim.attributions.begin(), claim.attributions.end(), is_shown))
      continue;
    passages_.push_back({.id = claim.id, .claim = &claim});
  }
  const auto place = [](const Passage& passage) {
    const CodeSpans& spans = passage.claim != nullptr               ? passage.claim->span
                             : passage.attribution->content.empty() ? passage.attribution->cue
                                                                    : passage.attribution->content;
    return spans.empty() ? 0U : spans.front().first;
  };
  std::stable_sort(passages_.begin(), passages_.end(),
                   [&](const Passage& left, const Passage& right) { return place(left) < place(right); });
  for (std::uint32_t i = 0; i < passages_.size(); ++i) {
    passages_[i].number = i + 1;
    passage_of_.emplace(passages_[i].id, i);
  }
  for (const ReportClaim& claim : report_.claims) {
    for (const std::string& id : claim.attributions) {
      if (const auto found = passage_of_.find(id); found != passage_of_.end()) {
        passage_of_.emplace(claim.id, found->second);
        break;
      }
    }
  }
}

std::string Passage::label() const {
  return fmt::format("{}{}{}", tone_letter(tone), number, perhaps() ? "?" : "");
}

const Passage* ReportIndex::passage(std::string_view id) const {
  const auto found = passage_of_.find(id);
  return found == passage_of_.end() ? nullptr : &passages_[found->second];
}

std::size_t ReportIndex::passages_of(Tone tone) const {
  return static_cast<std::size_t>(
      std::count_if(passages_.begin(), passages_.end(), [&](const Passage& passage) { return passage.tone == tone; }));
}

bool ReportIndex::unsure(const ReportSource& source) const {
  const std::vector<std::uint32_t>& said = said_by(source);
  return !said.empty() && std::all_of(said.begin(), said.end(), [&](std::uint32_t i) {
    const ReportAttribution& one = report_.attributions[i];
    return is_unsure(one.confidence) || is_unsure(one.source_confidence);
  });
}

const ReportSource* ReportIndex::source(std::string_view id) const {
  const auto found = sources_.find(id);
  return found == sources_.end() ? nullptr : &report_.sources[found->second];
}

const ReportAttribution* ReportIndex::attribution(std::string_view id) const {
  const auto found = attributions_.find(id);
  return found == attributions_.end() ? nullptr : &report_.attributions[found->second];
}

Tone ReportIndex::tone(const ReportSource& source) const {
  if (source.anonymous) return Tone::anonymous;
  if (source.kind == "named-person") return Tone::named;
  if (is_named(source)) return Tone::institution;
  return source.kind == "unstated" ? Tone::none : Tone::general;
}

Tone ReportIndex::tone(const ReportAttribution& attribution) const {
  const ReportSource* from = source(attribution.source);
  return from == nullptr ? Tone::none : tone(*from);
}

const std::vector<std::uint32_t>& ReportIndex::said_by(const ReportSource& source) const {
  const auto found = sources_.find(source.id);
  return found == sources_.end() ? kNobody : said_[found->second];
}

const std::vector<std::uint32_t>& ReportIndex::relayed_by(const ReportSource& source) const {
  const auto found = sources_.find(source.id);
  return found == sources_.end() ? kNobody : relayed_[found->second];
}

const ReportClaim* ReportIndex::claim_of(const ReportAttribution& attribution) const {
  const auto found = attributions_.find(attribution.id);
  return found == attributions_.end() ? nullptr : claim_of_[found->second];
}

const std::vector<std::uint32_t>& ReportIndex::findings_of(const ReportAttribution& attribution) const {
  const auto found = attributions_.find(attribution.id);
  return found == attributions_.end() ? kNobody : findings_of_[found->second];
}

std::vector<std::string> ReportIndex::gaps(const ReportAttribution& attribution) const {
  std::vector<std::string> sentences;
  if (attribution.traced) return sentences;
  for (std::size_t i = 0; i < attribution.chain.size(); ++i) {
    const ReportHop& hop = attribution.chain[i];
    if (hop.medium == kWire) continue;
    const bool origin = i + 1 == attribution.chain.size();
    const ReportSource* from = source(hop.source);
    if (from == nullptr || from->kind == "unstated") {
      sentences.emplace_back(origin ? "The article does not say who the origin is."
                                    : "The article does not say who relayed it.");
    } else if (from->anonymous) {
      sentences.push_back(fmt::format("{}, {}, cannot be identified by a reader.", origin ? "The origin" : "A relay",
                                      one_line(from->name)));
    } else if (from->kind == "collective") {
      sentences.push_back(fmt::format("{} is a public at large; nobody in particular speaks.", one_line(from->name)));
    }
  }
  if (sentences.empty()) sentences.emplace_back("The chain does not reach a named origin.");
  return sentences;
}

std::vector<const ReportSource*> ReportIndex::sources_of(bool (*wanted)(const ReportSource&)) const {
  std::vector<const ReportSource*> list;
  for (std::size_t s = 0; s < report_.sources.size(); ++s) {
    const bool silent = said_[s].empty() && relayed_[s].empty();
    if (!silent && wanted(report_.sources[s])) list.push_back(&report_.sources[s]);
  }
  std::stable_sort(list.begin(), list.end(), [this](const ReportSource* left, const ReportSource* right) {
    return said_by(*left).size() > said_by(*right).size();
  });
  return list;
}

}  // namespace hearsay
