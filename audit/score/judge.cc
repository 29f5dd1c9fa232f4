// judge: each check runs over the rows of its subject. What holds is found where an editor is likely enough to raise
// it, or where the policy asks for one of its reasons always; the likeliest up to the limit of the check are put into
// words, sorted and given a fingerprint of their check, their words and how many equal ones stand before them.
#include "score/judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/fingerprint.h"
#include "score/positions.h"

namespace hearsay {
namespace {

constexpr std::size_t kMaxShown = 80;        // bytes of the text shown in a message
constexpr std::size_t kMaxExcerpt = 200;     // … of a claim
constexpr std::size_t kMaxListed = 200;      // attributions a finding lists
constexpr std::uint32_t kMaxHashed = 64;     // tokens of a place that its fingerprint knows
constexpr std::size_t kMaxTold = 12;         // sentences of a thing whose words are asked
constexpr std::uint32_t kMaxSentence = 200;  // … and tokens of each

/// The words of a range on one line, cut at a word where they are many.
std::string shown(const ScoreInput& input, TokenRange range, std::size_t most = kMaxShown) {
  const std::string_view words = text_of(input.document, input.text, clipped(input.text, range));
  std::string out;
  for (const char c : words) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (space && (out.empty() || out.back() == ' ')) continue;
    if (space && out.size() >= most) return out + "…";
    // A long run without spaces is cut before a character begins.
    if (out.size() >= 2 * most && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) return out + "…";
    out.push_back(space ? ' ' : c);
  }
  return out;
}

struct Found {
  TokenRange range;
  TokenRange words;  // what the fingerprint hashes
  std::uint32_t source = kNone;
  std::vector<std::uint32_t> attributions;
  double likelihood = 1, certainty = 1;
  bool always = false, raised = true;
  Subject subject = Subject::article;
  std::uint32_t row = 0;
  Severity severity = Severity::warning;
  FindingKind kind = FindingKind::other;
  std::vector<const Reason*> reasons;
};

constexpr double kOwnWords = 0.9;    // that a sentence nobody seems to be given for is the writer's own
constexpr double kOwnBeside = 0.85;  // the same beside somebody's words
constexpr double kUnmeasured = 0.5;  // the surest that readings are by a pack whose rules nobody has measured
constexpr std::size_t kMaxSaid = 2;  // reasons that a message tells

class Judging {
 public:
  Judging(const ScoreInput& input, const GatheredFacts& gathered, const RaiseModel& raise)
      : input_(input),
        claims_(gathered.claims),
        use_(gathered.use),
        contradictions_(gathered.contradictions),
        accusations_(gathered.accusations),
        facts_(gathered.facts),
        raise_(raise) {
    if (!input.program.graded()) most_certain_ = kUnmeasured;
  }
  void run(const Check& check);
  std::vector<Finding> take();
  std::vector<EditorQuestion> take_questions() { return std::move(questions_); }
  [[nodiscard]] std::size_t rows_of(Subject subject) const;
  [[nodiscard]] FactRows rows(Subject subject, std::uint32_t row) const;
  [[nodiscard]] bool applies(const Check& check, std::uint32_t row) const;
  [[nodiscard]] Found place(Subject subject, std::uint32_t row) const;
  [[nodiscard]] std::vector<std::uint32_t> told(Subject subject, std::uint32_t row, const Found& found) const;
  [[nodiscard]] std::vector<const Reason*> lacking(const Check& check, const FactRows& about) const;

 private:
  struct Pending {
    Finding finding;
    std::uint64_t hash = 0;
    Subject subject = Subject::article;
    std::uint32_t row = 0;
    bool always = false;
  };
  void keep_likeliest();
  [[nodiscard]] std::uint32_t paragraph_of(std::uint32_t token) const;
  void ask(const Check& check, const std::vector<Found>& all);
  void join_passages(const Check& check, std::vector<Found>& all) const;
  [[nodiscard]] double certainty(Subject subject, std::uint32_t row) const;
  [[nodiscard]] bool names_somebody(TokenRange words) const;
  [[nodiscard]] bool opens_all(TokenRange words) const;
  [[nodiscard]] bool weigh(const Check& check, std::uint32_t row, Found& found) const;
  [[nodiscard]] std::string message(const Check& check, const Found& found) const;
  [[nodiscard]] std::uint64_t hash(const Check& check, TokenRange words) const;

  const ScoreInput& input_;
  const FoundClaims& claims_;
  const SourceUse& use_;
  const std::vector<Contradiction>& contradictions_;
  const std::vector<Accusation>& accusations_;
  const FactSheet& facts_;
  const RaiseModel& raise_;
  double most_certain_ = 1;
  std::vector<Pending> pending_;
  std::vector<EditorQuestion> questions_;
};

std::size_t Judging::rows_of(Subject subject) const {
  switch (subject) {
    case Subject::attribution:
      return input_.attributions.size();
    case Subject::source:
      return input_.sources.all.size();
    case Subject::claim:
      return claims_.claims.size();
    case Subject::quotation:
      return input_.text.quotations.size();
    case Subject::contradiction:
      return contradictions_.size();
    case Subject::accusation:
      return accusations_.size();
    case Subject::article:
      break;
  }
  return 1;
}

FactRows Judging::rows(Subject subject, std::uint32_t row) const {
  FactRows all;
  all.fill(kNone);
  all[static_cast<std::size_t>(Subject::article)] = 0;
  all[static_cast<std::size_t>(subject)] = row;
  std::uint32_t attribution = subject == Subject::attribution ? row : kNone;
  if (subject == Subject::claim && !claims_.claims[row].attributions.empty()) {
    attribution = claims_.claims[row].attributions.front();
    all[static_cast<std::size_t>(Subject::attribution)] = attribution;
  }
  if (attribution != kNone) {
    all[static_cast<std::size_t>(Subject::source)] = source_index(input_.sources, attribution);
    if (subject == Subject::attribution && attribution < claims_.of_attribution.size()) {
      all[static_cast<std::size_t>(Subject::claim)] = claims_.of_attribution[attribution];
    }
  }
  return all;
}

TokenRange words_of(const Attribution& attribution) {
  if (attribution.cue.empty()) return attribution.source;
  return attribution.cue;
}

/// Where a source is introduced: its words in the attribution, or those that name it as a relay.
TokenRange introduction(const ScoreInput& input, std::uint32_t source, std::uint32_t index) {
  const Attribution& attribution = input.attributions[index];
  if (source_index(input.sources, index) == source && !attribution.source.empty()) return attribution.source;
  if (index < input.sources.via.size()) {
    const auto& relays = input.sources.via[index];
    const auto relay = static_cast<std::size_t>(std::find(relays.begin(), relays.end(), source) - relays.begin());
    if (relay < relays.size() && relay < attribution.via.size() && !attribution.via[relay].empty())
      return attribution.via[relay];
  }
  return words_of(attribution);
}

Found Judging::place(Subject subject, std::uint32_t row) const {
  Found found;
  switch (subject) {
    case Subject::attribution: {
      const Attribution& attribution = input_.attributions[row];
      found.range = words_of(attribution);
      found.words = found.range;
      if (!attribution.content.empty()) {
        // Equal cues are many; with the words next to it a place keeps its fingerprint.
        const TokenRange& said = attribution.content.front();
        found.words = {said.begin, std::min(said.end, said.begin + kMaxHashed)};
      }
      found.source = source_index(input_.sources, row);
      found.attributions = {row};
      break;
    }
    case Subject::source:
      found.source = row;
      found.attributions = use_.attributions[row];
      if (!found.attributions.empty()) {
        // Where the reader first has to trust the source: the first claim that rests on it.
        const auto claims = [&](std::uint32_t a) {
          return a < claims_.of_attribution.size() && claims_.of_attribution[a] != kNone;
        };
        const auto first = std::find_if(found.attributions.begin(), found.attributions.end(), claims);
        const std::uint32_t shown_by = first != found.attributions.end() ? *first : found.attributions.front();
        found.range = introduction(input_, row, shown_by);
        // "Told" names nobody: the words that do, wherever they stand, are the better place.
        const auto& mentions = input_.sources.all[row].mentions;
        if (found.range == words_of(input_.attributions[shown_by]) && !mentions.empty()) found.range = mentions.front();
      }
      found.words = found.range;
      break;
    case Subject::claim: {
      const Claim& claim = claims_.claims[row];
      found.range = claim.range;
      found.words = claim.range;
      found.attributions = claim.attributions;
      if (!claim.attributions.empty()) found.source = source_index(input_.sources, claim.attributions.front());
      break;
    }
    case Subject::quotation:
      found.range = input_.text.quotations[row].tokens;
      found.words = found.range;
      break;
    case Subject::contradiction:
      found.range = contradictions_[row].here;
      found.words = found.range;
      found.attributions = contradictions_[row].attributions;
      break;
    case Subject::accusation:
      found.range = accusations_[row].range;
      found.words = found.range;
      if (accusations_[row].attribution != kNone) found.attributions = {accusations_[row].attribution};
      break;
    case Subject::article:
      break;
  }
  return found;
}

/// Words that may tell a model something: no mark, no number, and no name, for it is to know nobody.
bool is_asked(const ScoreInput& input, std::uint32_t token) {
  const Token& word = input.text.tokens[token];
  if (word.has(kPunct) || word.has(kDigit)) return false;
  if (!word.has(kCapital)) return true;
  // Only what opens a sentence and is no noun is sure to be no name.
  return word.has(kSentenceStart) && input.tags.size() == input.text.tokens.size() && !is_noun(input.tags[token]);
}

/// Tokens of the words of the sentences a thing is told in, each word once, in order of hash.
std::vector<std::uint32_t> Judging::told(Subject subject, std::uint32_t row, const Found& found) const {
  std::vector<std::uint32_t> anchors;
  if (subject == Subject::claim) {
    for (const TokenRange& part : claims_.claims[row].parts) anchors.push_back(part.begin);
  } else if (subject != Subject::article) {
    anchors.push_back(found.range.begin);
    for (const std::uint32_t a : found.attributions) {
      if (anchors.size() < kMaxTold) anchors.push_back(anchor_of(input_.attributions[a]));
    }
  }
  std::vector<std::uint32_t> sentences;
  for (const std::uint32_t anchor : anchors) {
    const std::uint32_t sentence = sentence_at(input_.text, anchor);
    if (sentence < input_.text.sentences.size()) sentences.push_back(sentence);
  }
  std::sort(sentences.begin(), sentences.end());
  sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
  std::vector<std::uint32_t> words;
  for (const std::uint32_t sentence : sentences) {
    const TokenRange range = input_.text.sentences[sentence].tokens;
    for (std::uint32_t t = range.begin; t < std::min(range.end, range.begin + kMaxSentence); ++t) {
      if (is_asked(input_, t)) words.push_back(t);
    }
  }
  const auto hash = [&](std::uint32_t t) { return input_.text.tokens[t].hash; };
  std::sort(words.begin(), words.end(),
            [&](std::uint32_t a, std::uint32_t b) { return hash(a) != hash(b) ? hash(a) < hash(b) : a < b; });
  words.erase(
      std::unique(words.begin(), words.end(), [&](std::uint32_t a, std::uint32_t b) { return hash(a) == hash(b); }),
      words.end());
  return words;
}

/// "Why there is no name is not said; the lead rests on it."
std::string reasons_told(const std::vector<const Reason*>& reasons) {
  std::string out;
  for (std::size_t i = 0; i < std::min(reasons.size(), kMaxSaid); ++i) {
    out += out.empty() ? "" : "; ";
    out += reasons[i]->says;
  }
  if (out.empty()) return out;
  if (out.front() >= 'a' && out.front() <= 'z') out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out + '.';
}

/// Whether a noun stands in the words.
bool Judging::names_somebody(TokenRange words) const {
  if (input_.tags.size() != input_.text.tokens.size()) return true;
  const TokenRange range = clipped(input_.text, words);
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (is_noun(input_.tags[t]) || input_.tags[t] == Tag::CD || input_.tags[t] == Tag::DT || input_.tags[t] == Tag::JJ)
      return true;
  }
  return false;
}

/// Whether a mark opens the words and is closed behind them.
bool Judging::opens_all(TokenRange words) const {
  const Text& text = input_.text;
  if (words.size() < 2 || words.end > text.tokens.size() || !text.tokens[words.begin].has(kOpenQuote)) return false;
  const std::uint32_t quotation = text.quotation_of[words.begin];
  return quotation < text.quotations.size() && text.quotations[quotation].tokens.end >= words.end;
}

std::string Judging::message(const Check& check, const Found& found) const {
  const Attribution* first = found.attributions.empty() ? nullptr : &input_.attributions[found.attributions.front()];
  const Source* source = source_at(input_.sources, found.source);
  std::string out;
  std::string_view rest = check.message;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    const std::size_t close = open == std::string_view::npos ? open : rest.find('}', open);
    if (close == std::string_view::npos) break;
    out += rest.substr(0, open);
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    rest.remove_prefix(close + 1);
    if (name == "source") {
      TokenRange words = check.subject == Subject::source ? found.range
                         : first != nullptr               ? first->source
                                                          : TokenRange{};
      while (words.size() > 1 && is_comma(input_, words.end - 1)) --words.end;
      // "Who is “who”?": a pronoun or the cue of a relay says less than the name.
      const bool tells =
          !words.empty() && words != (first != nullptr ? first->cue : TokenRange{}) && names_somebody(words);
      out += tells ? shown(input_, words) : source != nullptr ? source->name : "nobody";
    } else if (name == "cue") {
      TokenRange words = first != nullptr ? first->cue : TokenRange{};
      while (words.size() > 1 && input_.text.tokens[words.begin].has(kClitic)) ++words.begin;  // "It’s [believed]"
      out += shown(input_, words);
    } else if (name == "content") {
      const TokenRange said = found.words.empty() ? found.range : found.words;
      // Where nobody speaks, the sentence says it all; where somebody does, what they say.
      const bool own = (check.subject == Subject::claim && found.attributions.empty()) ||
                       (check.subject == Subject::attribution && source == nullptr);
      TokenRange whole = own ? sentence_range(input_.text, said.begin) : said;
      while (whole.size() > 1 && input_.text.tokens[whole.end - 1].has(kPunct)) --whole.end;
      if (opens_all(whole)) ++whole.begin;  // the message puts marks of its own around it
      out += shown(input_, whole, own ? kMaxExcerpt : kMaxShown);
    } else if (name == "count") {
      out += fmt::format("{}", found.attributions.size());
    } else if (name == "reasons") {
      out += reasons_told(found.reasons);
    } else if (check.subject == Subject::accusation) {
      out += shown(input_, accusations_[found.row].accused);
    } else if (check.subject == Subject::contradiction) {
      const Contradiction& one = contradictions_[found.row];
      out += name == "here" ? shown(input_, one.here) : name == "there" ? shown(input_, one.there) : one.says;
    }
  }
  out.append(rest);
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::uint64_t Judging::hash(const Check& check, TokenRange words) const {
  WordFingerprint print;
  print.add(check.id);
  const TokenRange range = clipped(input_.text, words);
  for (std::uint32_t t = range.begin; t < std::min(range.end, range.begin + kMaxHashed); ++t) {
    const Token& token = input_.text.tokens[t];
    if (!token.has(kPunct)) print.add(token.hash);
  }
  return print.value();
}

/// How sure the readings are that a finding about this rests on.
double Judging::certainty(Subject subject, std::uint32_t row) const {
  switch (subject) {
    case Subject::attribution:
      return input_.attributions[row].mode == SourceMode::none ? input_.attributions[row].confidence
                                                               : certainty_of(input_, row);
    case Subject::source: {
      double best = 0;
      for (const std::uint32_t a : use_.attributions[row]) best = std::max(best, certainty_of(input_, a));
      return best;
    }
    case Subject::claim: {
      const Claim& claim = claims_.claims[row];
      if (claim.attributions.empty()) return facts_.value(Fact::claim_shared, row) != 0 ? kOwnBeside : kOwnWords;
      double best = 0;
      for (const std::uint32_t a : claim.attributions) best = std::max(best, input_.attributions[a].confidence);
      return best;
    }
    case Subject::contradiction:
      return contradictions_[row].certainty;
    case Subject::accusation:
      return std::min(accusations_[row].certainty, kOwnWords);
    case Subject::quotation:
    case Subject::article:
      break;
  }
  return kOwnWords;
}

/// What a finding of a check is about: of its reasons the first that says so decides.
FindingKind kind_of(const Check& check, const std::vector<const Reason*>& reasons) {
  for (const Reason* reason : reasons) {
    if (reason->kind) return *reason->kind;
  }
  return check.kind;
}

std::vector<const Reason*> Judging::lacking(const Check& check, const FactRows& about) const {
  std::vector<const Reason*> reasons;
  for (const Reason& reason : check.reasons) {
    if (reason.on && holds(reason.when, check, facts_, about)) reasons.push_back(&reason);
  }
  return reasons;
}

/// Whether anything is lacking of what holds, with which reasons and how grave.
bool Judging::weigh(const Check& check, std::uint32_t row, Found& found) const {
  const FactRows about = rows(check.subject, row);
  std::vector<std::uint32_t> words = told(check.subject, row, found);
  for (std::uint32_t& word : words) word = input_.text.tokens[word].hash;
  found.likelihood = raise_.likelihood(check.kind, facts_, about, words);
  std::optional<Severity> asked;
  found.reasons = lacking(check, about);
  for (const Reason* reason : found.reasons) {
    found.always = found.always || reason->always;
    if (reason->severity && (!asked || *reason->severity > *asked)) asked = reason->severity;
  }
  found.kind = kind_of(check, found.reasons);
  // Whatever lacks nothing of what the check asks for is no finding, however likely the model takes it to be.
  if (!check.reasons.empty() && found.reasons.empty()) return false;
  found.severity = asked.value_or(check.severity);
  if (!asked && found.likelihood < check.threshold("warn", 0)) found.severity = Severity::note;
  return true;
}

bool Judging::applies(const Check& check, std::uint32_t row) const {
  if (check.subject == Subject::source && use_.attributions[row].empty()) return false;
  // Of what nobody is given for, acts and beliefs are asked after too: "was criticised", "is expected".
  if (check.subject == Subject::attribution && !input_.attributions[row].statement &&
      input_.attributions[row].mode != SourceMode::none)
    return false;
  return holds(check.when, check, facts_, rows(check.subject, row));
}

std::uint32_t Judging::paragraph_of(std::uint32_t token) const {
  const std::uint32_t sentence = sentence_at(input_.text, token);
  return sentence < input_.text.sentences.size() ? input_.text.sentences[sentence].paragraph : kNone;
}

/// What the writer states in a row, within a paragraph, is one passage and one question: the likeliest claim of it is
/// asked after, its neighbours are shown with it.
void Judging::join_passages(const Check& check, std::vector<Found>& all) const {
  const std::vector<Claim>& claims = claims_.claims;
  std::vector<Found> kept;
  std::vector<char> asked(input_.text.paragraphs.size(), 0);
  for (Found& found : all) {
    const std::uint32_t paragraph = paragraph_of(found.words.begin);
    if (paragraph >= asked.size() || std::exchange(asked[paragraph], char{1}) != 0) continue;
    const auto goes_on = [&](std::uint32_t row) {
      return row < claims.size() && claims[row].attributions.empty() &&
             paragraph_of(claims[row].range.begin) == paragraph && applies(check, row);
    };
    for (std::uint32_t row = found.row; row > 0 && goes_on(row - 1); --row)
      found.range.begin = std::min(found.range.begin, claims[row - 1].range.begin);
    for (std::uint32_t row = found.row + 1; goes_on(row); ++row)
      found.range.end = std::max(found.range.end, claims[row].range.end);
    kept.push_back(std::move(found));
  }
  all = std::move(kept);
}

void Judging::ask(const Check& check, const std::vector<Found>& all) {
  // What contradicts itself is no question of where something comes from.
  if (!raise_.learned || check.subject == Subject::contradiction) return;
  for (const Found& found : all) {
    const bool own = check.subject == Subject::claim && found.attributions.empty();
    // What may be misread is asked only as often as it is not.
    questions_.push_back({found.likelihood * found.certainty, found.attributions, own ? found.row : kNone});
  }
}

void Judging::run(const Check& check) {
  std::vector<Found> all;
  const auto count = static_cast<std::uint32_t>(rows_of(check.subject));
  for (std::uint32_t row = 0; row < count; ++row) {
    if (!applies(check, row)) continue;
    Found found = place(check.subject, row);
    if (!weigh(check, row, found)) continue;
    found.raised = found.always || found.likelihood >= check.threshold("raise", 0);
    found.subject = check.subject;
    found.row = row;
    found.certainty = std::min(certainty(check.subject, row), most_certain_);
    all.push_back(std::move(found));
  }
  // The limit keeps the likeliest; of equals the first in the text.
  std::stable_sort(all.begin(), all.end(), [](const Found& a, const Found& b) {
    if (a.always != b.always) return a.always;
    if (a.likelihood != b.likelihood) return a.likelihood > b.likelihood;
    return a.range < b.range;
  });
  if (check.kind == FindingKind::unsourced) join_passages(check, all);
  ask(check, all);
  std::erase_if(all, [](const Found& found) { return !found.raised; });
  if (all.size() > check.limit) all.resize(check.limit);
  std::stable_sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.range < b.range; });
  for (Found& found : all) {
    std::sort(found.attributions.begin(), found.attributions.end());
    found.attributions.erase(std::unique(found.attributions.begin(), found.attributions.end()),
                             found.attributions.end());
    Pending pending;
    pending.hash = hash(check, found.words);
    pending.subject = found.subject;
    pending.row = found.row;
    pending.always = found.always;
    Finding& finding = pending.finding;
    finding.message = message(check, found);
    if (found.attributions.size() > kMaxListed) found.attributions.resize(kMaxListed);
    finding.check = check.id;
    finding.kind = found.kind;
    finding.severity = found.severity;
    finding.certainty = found.certainty;
    finding.likelihood = found.likelihood;
    for (const Reason* reason : found.reasons) {
      finding.reasons.push_back({.id = reason->id, .says = reason->says, .why = reason->why, .page = reason->page});
    }
    finding.range = clipped(input_.text, found.range);
    if (found.subject == Subject::contradiction)
      finding.against = clipped(input_.text, contradictions_[found.row].there);
    finding.attributions = std::move(found.attributions);
    pending_.push_back(std::move(pending));
  }
}

/// One finding a thing: where two checks find the same source or attribution, the likelier one stands. What a policy
/// asks for always stays.
void Judging::keep_likeliest() {
  const auto same = [](const Pending& a, const Pending& b) { return a.subject == b.subject && a.row == b.row; };
  std::stable_sort(pending_.begin(), pending_.end(), [](const Pending& a, const Pending& b) {
    if (a.subject != b.subject) return a.subject < b.subject;
    if (a.row != b.row) return a.row < b.row;
    return a.finding.likelihood > b.finding.likelihood;
  });
  std::vector<Pending> kept;
  for (Pending& pending : pending_) {
    const bool asked = pending.always || !raise_.learned || pending.subject == Subject::article;
    if (asked || kept.empty() || !same(kept.back(), pending)) kept.push_back(std::move(pending));
  }
  pending_ = std::move(kept);
}

std::vector<Finding> Judging::take() {
  keep_likeliest();
  std::stable_sort(pending_.begin(), pending_.end(), [](const Pending& a, const Pending& b) {
    if (a.finding.range != b.finding.range) return a.finding.range < b.finding.range;
    return a.finding.check < b.finding.check;
  });
  Ordinals ordinals;
  std::vector<Finding> findings;
  const Pending* last = nullptr;
  for (Pending& pending : pending_) {
    // One per place and check: two attributions may share a cue's words.
    const bool again = last != nullptr && !pending.finding.range.empty() &&
                       last->finding.range == pending.finding.range && !findings.empty() &&
                       findings.back().check == pending.finding.check;
    last = &pending;
    if (again) continue;
    pending.finding.fingerprint = fingerprint_text(ordinals.next(pending.hash));
    findings.push_back(std::move(pending.finding));
  }
  return findings;
}

}  // namespace

bool holds(const Condition& condition, const Check& check, const FactSheet& facts, const FactRows& rows) {
  const auto child = [&](const Condition& one) { return holds(one, check, facts, rows); };
  double bound = condition.value;
  if (!condition.threshold.empty()) {
    for (const auto& [name, value] : check.thresholds) {
      if (name == condition.threshold) bound = value;
    }
  }
  switch (condition.kind) {
    case ConditionKind::all:
      return std::all_of(condition.children.begin(), condition.children.end(), child);
    case ConditionKind::any:
      return std::any_of(condition.children.begin(), condition.children.end(), child);
    case ConditionKind::negation:
      return std::none_of(condition.children.begin(), condition.children.end(), child);
    // A row that is not there (an attribution nobody is given for) has no source: its words and flags are all "no".
    case ConditionKind::is: {
      const FactInfo& info = fact_info(condition.fact);
      if (info.type == FactType::word && rows[static_cast<std::size_t>(info.subject)] == kNone) return false;
      return facts.value(condition.fact, rows) == bound;
    }
    case ConditionKind::at_least:
      return facts.value(condition.fact, rows) >= bound;
    case ConditionKind::at_most:
      return facts.value(condition.fact, rows) <= bound;
  }
  return false;
}

std::vector<Thing> things_of(const ScoreInput& input, const GatheredFacts& gathered, const Policy& policy) {
  const RaiseModel none;
  const Judging judging(input, gathered, none);
  std::vector<Thing> things;
  for (const Check& check : policy.checks) {
    for (std::uint32_t row = 0; row < judging.rows_of(check.subject); ++row) {
      if (!judging.applies(check, row)) continue;
      const Found found = judging.place(check.subject, row);
      const FactRows about = judging.rows(check.subject, row);
      Thing thing{.kind = check.kind,
                  .about = kind_of(check, judging.lacking(check, about)),
                  .rows = about,
                  .told = judging.told(check.subject, row, found)};
      if (!found.range.empty()) thing.words.push_back(found.range);
      for (const std::uint32_t a : found.attributions) {
        const Attribution& attribution = input.attributions[a];
        thing.words.push_back(attribution.source);
        thing.words.insert(thing.words.end(), attribution.content.begin(), attribution.content.end());
      }
      things.push_back(std::move(thing));
    }
  }
  return things;
}

JudgedFindings judge(const ScoreInput& input, const GatheredFacts& gathered, const Policy& policy,
                     const RaiseModel& raise) {
  Judging judging(input, gathered, raise);
  for (const Check& check : policy.checks) judging.run(check);
  JudgedFindings judgement{.questions = judging.take_questions()};
  judgement.findings = judging.take();
  return judgement;
}

}  // namespace hearsay
