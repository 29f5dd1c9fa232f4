// Entry: find_person_names.
#include "score/contradictions/people.h"

#include <algorithm>

#include "base/plain_letters.h"
#include "base/utf8.h"

namespace hearsay {
namespace {

class Names {
 public:
  explicit Names(const ScoreInput& input)
      : input_(input),
        male_(input.program.lexicons.named("male-name")),
        female_(input.program.lexicons.named("female-name")),
        either_(input.program.lexicons.named("either-name")),
        title_(input.program.lexicons.named("title")),
        suffix_(input.program.lexicons.named("name-suffix")),
        as_written_(input.program.lexicons.named("as-written")) {}

  std::vector<PersonName> run() {
    std::vector<char> speaks(input_.mentions.all.size(), 0);
    for (std::uint32_t a = 0; a < input_.attributions.size(); ++a) {
      const std::uint32_t told = a < input_.sources.told_by.size() ? input_.sources.told_by[a] : kNone;
      if (told < speaks.size() && input_.attributions[a].statement && input_.attributions[a].confidence > 0.8)
        speaks[told] = 1;
    }
    std::vector<PersonName> names;
    for (std::uint32_t m = 0; m < input_.mentions.all.size(); ++m) {
      const Mention& mention = input_.mentions.all[m];
      if (mention.compound || mention.kind != SourceKind::named_person || mention.name.empty()) continue;
      if (!names.empty() && names.back().range == mention.name) continue;
      if (auto name = read(mention)) {
        name->mention = m;
        name->sure = name->sure || speaks[m] != 0;
        names.push_back(std::move(*name));
      }
    }
    std::stable_sort(names.begin(), names.end(),
                     [](const PersonName& a, const PersonName& b) { return a.range < b.range; });
    return names;
  }

 private:
  [[nodiscard]] const Token& token(std::uint32_t t) const { return input_.text.tokens[t]; }
  [[nodiscard]] bool in(std::uint32_t t, LexiconId lexicon) const {
    return lexicon != kNoLexicon && input_.program.lexicons.has(token(t).word, lexicon);
  }
  /// Typography is no spelling: O’Rourke and O'Rourke, Núñez and Nunez are one.
  [[nodiscard]] std::string letters(std::uint32_t t) const {
    std::string plain = plain_letters(token_text(input_.document, token(t)));
    for (const std::string_view mark : {"'", "’", "‘", "-", "‐", "‑"}) {
      for (std::size_t at = plain.find(mark); at != std::string::npos; at = plain.find(mark, at))
        plain.erase(at, mark.size());
    }
    return plain;
  }
  [[nodiscard]] bool given(std::uint32_t t) const { return in(t, male_) || in(t, female_) || in(t, either_); }

  [[nodiscard]] std::optional<PersonName> read(const Mention& mention) const {
    TokenRange range = mention.name;
    while (range.size() > 1 &&
           (in(range.end - 1, suffix_) || token(range.end - 1).has(kPunct) || token(range.end - 1).has(kClitic)))
      --range.end;
    if (range.empty() || range.size() > 5) return std::nullopt;
    for (std::uint32_t t = range.begin; t < range.end; ++t) {
      const Token& word = token(t);
      if (!word.has(kAlpha) || word.has(kDigit) || word.has(kAllCaps)) return std::nullopt;
    }
    if (!token(range.begin).has(kCapital) || !token(range.end - 1).has(kCapital)) return std::nullopt;
    // "Angela Correy’s [sic]": a slip that the writer knows of.
    const auto size = static_cast<std::uint32_t>(input_.text.tokens.size());
    for (std::uint32_t t = range.end; t < std::min(size, range.end + 4); ++t) {
      if (in(t, as_written_)) return std::nullopt;
    }
    PersonName name{.range = range};
    name.last = letters(range.end - 1);
    name.quoted = input_.text.quotation_of.size() > range.begin && input_.text.quotation_of[range.begin] != kNone;
    const bool titled = range.begin > 0 && in(range.begin - 1, title_);
    if (range.size() == 1) {
      if (given(range.begin)) return std::nullopt;
      name.sure = titled;
      return name;
    }
    name.first = letters(range.begin);
    name.sure = given(range.begin) || titled;
    return name;
  }

  const ScoreInput& input_;
  LexiconId male_, female_, either_, title_, suffix_, as_written_;
};

}  // namespace

PersonNames find_person_names(const ScoreInput& input) {
  return Names(input).run();
}

}  // namespace hearsay
