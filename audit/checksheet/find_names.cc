// find_names: persons, organisations and documents where they are first named; a surname alone goes with its full name.
// Then places: what stands behind a preposition of place and is nobody's name, and datelines.
#include <algorithm>
#include <set>
#include <unordered_map>

#include "base/utf8.h"
#include "checksheet/items.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMostTokens = 14;  // of a name with its title and what stands behind it

std::string lower_words(const CheckSheetInput& input, TokenRange range) {
  std::string out;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = input.text.tokens[t];
    if (token.has(kPunct) || token.has(kClitic)) continue;
    if (!out.empty()) out += ' ';
    append_lower(out, token_text(input.document, token));
  }
  return out;
}

std::string_view last_word(std::string_view words) {
  const std::size_t blank = words.rfind(' ');
  return blank == std::string_view::npos ? words : words.substr(blank + 1);
}

class NameFinder {
 public:
  NameFinder(const CheckSheetInput& input, FoundItems& items)
      : input_(input),
        items_(items),
        place_(input.program.lexicons.named("place-name")),
        demonym_(input.program.lexicons.named("demonym")),
        calendar_(input.program.lexicons.named("calendar")),
        time_(input.program.lexicons.named("time")) {}

  void names() {
    for (std::uint32_t m = 0; m < input_.mentions.all.size(); ++m) {
      const Mention& mention = input_.mentions.all[m];
      if (mention.compound || !is_checked(input_, mention.core.begin)) continue;
      if (mention.kind == SourceKind::document) {
        document(mention, m);
      } else if (is_named(mention)) {
        name(mention, m);
      }
    }
  }

  void places() {
    for (const Block& block : input_.document.blocks) {
      if (block.kind == BlockKind::dateline) dateline(block);
    }
    for (std::uint32_t t = 1; t < input_.text.tokens.size(); ++t) {
      if (!input_.text.tokens[t].has(kCapital) || !is_checked(input_, t)) continue;
      const bool behind = input_.text.is(t - 1, Role::place_preposition) && !input_.text.tokens[t].has(kSentenceStart);
      if (behind && is_place(t)) place({t, end_of_place(t)});
    }
  }

 private:
  [[nodiscard]] bool in(std::uint32_t t, LexiconId lexicon) const {
    return lexicon != kNoLexicon && input_.program.lexicons.has(input_.text.tokens[t].word, lexicon);
  }

  [[nodiscard]] bool is_named(const Mention& mention) const {
    if (mention.name.empty() || mention.pronoun) return false;
    if (mention.kind != SourceKind::named_person && mention.kind != SourceKind::named_organisation &&
        mention.kind != SourceKind::media)
      return false;
    const Token& first = input_.text.tokens[mention.name.begin];
    if (!first.has(kCapital) || in(mention.name.begin, calendar_)) return false;
    // "in Brema": an unknown name there is a place and no person.
    return !(mention.name.size() == 1 && mention.core.begin == mention.name.begin && behind_place(mention.name.begin));
  }

  [[nodiscard]] bool behind_place(std::uint32_t t) const {
    return t > 0 && input_.text.is(t - 1, Role::place_preposition) && speaks_not(t);
  }

  /// No words are given to who is named there.
  [[nodiscard]] bool speaks_not(std::uint32_t t) const {
    const std::uint32_t m = t < input_.mentions.of_token.size() ? input_.mentions.of_token[t] : kNone;
    return std::find(input_.sources.told_by.begin(), input_.sources.told_by.end(), m) == input_.sources.told_by.end();
  }

  /// Who it is: by the article's own entities, else by the words.
  [[nodiscard]] bool is_new(std::uint32_t m, const std::string& words) {
    constexpr float kSure = 0.8F;
    const Identity identity = m < input_.sources.identities.size() ? input_.sources.identities[m] : Identity();
    const bool known_words = !words_.insert(words).second;
    const bool alone = words.find(' ') == std::string::npos;
    const bool known_last = alone && last_.contains(words);
    last_.insert(std::string(last_word(words)));
    bool known_entity = false;
    if (identity.entity != kNone && identity.certainty >= kSure)
      known_entity = !entities_.insert(identity.entity).second;
    // A second full name of one entity is another spelling or another form: both are to be checked.
    return !known_words && !known_last && !(known_entity && alone);
  }

  void name(const Mention& mention, std::uint32_t m) {
    TokenRange name = mention.name;
    const std::string words = lower_words(input_, name);
    if (words.empty() || !is_new(m, words)) return;
    // With its titles before and what stands beside it, but not a relative clause.
    TokenRange range = {std::min(mention.core.begin, name.begin), std::max(mention.core.end, name.end)};
    if (mention.role.begin >= range.end && mention.role.end <= mention.range.end) range.end = mention.role.end;
    if (mention.affiliation.begin >= range.end && mention.affiliation.end <= mention.range.end)
      range.end = mention.affiliation.end;
    if (input_.text.is(range.begin, Role::definite_article) && range.begin < name.begin) ++range.begin;
    if (range.size() > kMostTokens) range = name;
    while (range.size() > 1 && input_.text.tokens[range.end - 1].has(kPunct) &&
           !input_.text.tokens[range.end - 1].has(kAbbreviation))
      --range.end;
    items_.push_back({.kind = CheckItemKind::name, .range = range, .unit = {}, .words = {}});
  }

  [[nodiscard]] Tag tag(std::uint32_t t) const { return t < input_.tags.size() ? input_.tags[t] : Tag::none; }

  /// "The report card", "Brema's ruling party", "in order to", "she reports": a word for documents that is no noun
  /// here, says what kind the noun behind it is, or names none by itself.
  [[nodiscard]] bool heads_no_document(const Mention& mention) const {
    const std::uint32_t head = mention.head;
    if (mention.core.empty() || !is_noun(tag(head)) || goes_on(mention)) return true;
    return mention.core.size() == 1 && tag(head) == Tag::NN && !input_.text.tokens[head].has(kCapital) &&
           !input_.text.is(head + 1, Role::genitive_of);
  }

  /// A noun stands behind it. "The letter Ruiz sent": a name does that belongs to the next clause, but behind what may
  /// be a participle.
  [[nodiscard]] bool goes_on(const Mention& mention) const {
    const std::uint32_t next = mention.core.end;
    if (next >= input_.text.tokens.size() || !is_noun(tag(next))) return false;
    const Token& token = input_.text.tokens[next];
    if (token.has(kPunct) || token.has(kSentenceStart) || in(next, calendar_) || in(next, time_)) return false;
    return !token.has(kCapital) || input_.text.language->ends(lower_words(input_, {mention.head, mention.head + 1}),
                                                              WordEnding::present_participle);
  }

  void document(const Mention& mention, std::uint32_t m) {
    if (heads_no_document(mention)) return;
    TokenRange range = mention.range;
    if (range.size() > kMostTokens) range = mention.core;
    // "A report by the Cove Auditor": whose it is, is part of what is looked for.
    if (input_.text.is(range.end, Role::agent_by) || input_.text.is(range.end, Role::genitive_of)) {
      std::uint32_t owner = range.end + 1;
      if (input_.text.is(owner, Role::definite_article)) ++owner;
      const std::uint32_t of = owner < input_.mentions.of_token.size() ? input_.mentions.of_token[owner] : kNone;
      if (of != kNone && input_.mentions.all[of].core.end - range.begin <= kMostTokens)
        range.end = input_.mentions.all[of].core.end;
    }
    if (range.empty() || range.end > input_.text.tokens.size()) return;
    const Identity identity = m < input_.sources.identities.size() ? input_.sources.identities[m] : Identity();
    if (identity.entity != kNone && !papers_.insert(identity.entity).second) return;
    if (!words_.insert(lower_words(input_, range)).second) return;
    items_.push_back({.kind = CheckItemKind::document, .range = range, .unit = {}, .words = {}});
  }

  /// Capitalised, a noun, and nobody that is known: a person with a first name or a title, an organisation.
  [[nodiscard]] bool is_place(std::uint32_t t) const {
    const Token& token = input_.text.tokens[t];
    if (token.has(kDigit) || in(t, calendar_) || in(t, time_) || in(t, demonym_)) return false;
    if (t < input_.tags.size() && !is_name(input_.tags[t])) return false;
    if (in(t, place_)) return true;
    const std::uint32_t m = t < input_.mentions.of_token.size() ? input_.mentions.of_token[t] : kNone;
    if (m == kNone) return true;
    const Mention& mention = input_.mentions.all[m];
    if (mention.core.begin != t && mention.name.begin != t) return false;
    if (mention.kind == SourceKind::other) return true;
    if (!speaks_not(t)) return false;
    // An unknown name of one word is taken for a person's only where something says so.
    return mention.kind == SourceKind::named_person && mention.name.size() == 1 && mention.core == mention.name;
  }

  [[nodiscard]] std::uint32_t end_of_place(std::uint32_t t) const {
    std::uint32_t end = t + 1;
    while (end < input_.text.tokens.size() && end < t + 5 && input_.text.tokens[end].has(kCapital) &&
           !input_.text.tokens[end].has(kSentenceStart) && input_.text.tokens[end].has(kAlpha) && !in(end, calendar_) &&
           (end >= input_.tags.size() || is_name(input_.tags[end])))
      ++end;
    return end;
  }

  void place(TokenRange range) {
    const std::string words = lower_words(input_, range);
    if (!words.empty() && places_.insert(words).second && !words_.contains(words))
      items_.push_back({.kind = CheckItemKind::place, .range = range, .unit = {}, .words = {}});
  }

  /// "BREMA (Reuters) —": its words are no tokens; the item stands at the first word behind it.
  void dateline(const Block& block) {
    const std::string_view all = std::string_view(input_.document.text).substr(block.span.begin, block.span.size());
    const std::size_t end = std::min(all.find_first_of("(—–:-"), all.size());
    const std::string_view words = trim(all.substr(0, end));
    if (words.empty() || words.size() > 60) return;
    const auto behind = std::lower_bound(input_.text.tokens.begin(), input_.text.tokens.end(), block.span.begin,
                                         [](const Token& token, std::uint32_t byte) { return token.begin < byte; });
    if (behind == input_.text.tokens.end()) return;
    const auto t = static_cast<std::uint32_t>(behind - input_.text.tokens.begin());
    if (!places_.insert(lower(words)).second) return;
    items_.push_back({.kind = CheckItemKind::place, .range = {t, t + 1}, .unit = {}, .words = std::string(words)});
  }

  const CheckSheetInput& input_;
  FoundItems& items_;
  LexiconId place_, demonym_, calendar_, time_;
  std::set<std::string, std::less<>> words_, last_, places_;
  std::set<std::uint32_t> entities_, papers_;
};

}  // namespace

void find_names(const CheckSheetInput& input, FoundItems& items) {
  NameFinder finder(input, items);
  finder.names();
  finder.places();
}

}  // namespace hearsay
