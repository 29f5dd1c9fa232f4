#include "sources/resolve.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "../evidence/marked_text.h"
#include "../mentions/pack.h"
#include "evidence/model_file.h"
#include "sources/link_score.h"

namespace hearsay {
namespace {

/// A text in which sources stand in [brackets] and cues in <angles>; the words after a cue up to the full stop are
/// content. What stands before a bar is the headline.
struct Marked {
  Prepared prepared;
  Attributions attributions;
};

Marked marked(std::string_view with_marks) {
  std::string plain;
  std::uint32_t headline = 0;
  std::vector<Span> sources;
  std::vector<Span> cues;
  for (const char c : with_marks) {
    const auto at = static_cast<std::uint32_t>(plain.size());
    if (c == '[')
      sources.push_back({at, at});
    else if (c == ']')
      sources.back().end = at;
    else if (c == '<')
      cues.push_back({at, at});
    else if (c == '>')
      cues.back().end = at;
    else if (c == '|')
      headline = at;
    else
      plain.push_back(c);
  }
  Marked out;
  out.prepared = prepare(plain, headline);
  const auto tokens_of = [&](Span span) {
    TokenRange range;
    const auto& tokens = out.prepared.text.tokens;
    for (std::uint32_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].begin >= span.end || tokens[i].end <= span.begin) continue;
      if (range.empty()) range.begin = i;
      range.end = i + 1;
    }
    return range;
  };
  for (std::size_t i = 0; i < sources.size(); ++i) {
    Attribution attribution;
    attribution.mode = SourceMode::phrase;
    attribution.source = tokens_of(sources[i]);
    attribution.cue = tokens_of(cues[i]);
    const TokenRange sentence =
        out.prepared.text.sentences[out.prepared.text.sentence_of[attribution.cue.begin]].tokens;
    attribution.content.push_back({attribution.cue.end, sentence.end});
    out.attributions.push_back(attribution);
  }
  return out;
}

const Model& learned() {
  static const Model model = [] {
    Diagnostics diagnostics;
    return model_of(shipped_weights(), diagnostics);
  }();
  return model;
}

/// As the program does with evidence; `stated`: by the stated weights, as without.
enum class By : std::uint8_t { learned, stated };
Sources resolve(const Marked& text, By by = By::learned) {
  const Pack& pack = shipped_pack();
  const Model none;
  return resolve_sources({text.prepared.article(), text.attributions, {}, pack.program.lexicons, pack.registers},
                         best_links(by == By::learned ? learned() : none));
}

struct NamesRow {
  const char* text;
  std::vector<const char*> names;  // per attribution
};

class ResolveSources : public testing::TestWithParam<NamesRow> {};

TEST_P(ResolveSources, Names) {
  const Marked text = marked(GetParam().text);
  const Sources sources = resolve(text);
  ASSERT_EQ(sources.of_attribution.size(), GetParam().names.size());
  for (std::size_t i = 0; i < GetParam().names.size(); ++i) {
    const std::uint32_t at = sources.of_attribution[i];
    EXPECT_EQ(at == kNone ? std::string("-") : sources.all[at].name, GetParam().names[i])
        << GetParam().text << " #" << i;
  }
}

TEST_P(ResolveSources, NamesByStatedWeights) {
  const Marked text = marked(GetParam().text);
  const Sources sources = resolve(text, By::stated);
  ASSERT_EQ(sources.of_attribution.size(), GetParam().names.size());
  for (std::size_t i = 0; i < GetParam().names.size(); ++i) {
    const std::uint32_t at = sources.of_attribution[i];
    EXPECT_EQ(at == kNone ? std::string("-") : sources.all[at].name, GetParam().names[i])
        << GetParam().text << " #" << i;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, ResolveSources,
    testing::Values(
        NamesRow{"[Ruiz] <said> no. [Ana Ruiz] <said> yes.", {"Ana Ruiz", "Ana Ruiz"}},
        NamesRow{"[Ana Ruiz] <said> no. [She] <added> that it failed.", {"Ana Ruiz", "Ana Ruiz"}},
        NamesRow{"[Ana Ruiz] <said> no. [David Holm] <said> yes. [She] <left> it there. [He] <agreed> with it.",
                 {"Ana Ruiz", "David Holm", "Ana Ruiz", "David Holm"}},
        NamesRow{"[Harbour Minister Omar Rana] <said> no. [The minister] <added> that it failed.",
                 {"Omar Rana", "Omar Rana"}},
        NamesRow{"[Ministry spokeswoman Ana Ruiz] <said> no. [The spokesperson] <added> more.",
                 {"Ana Ruiz", "Ana Ruiz"}},
        NamesRow{"[Foreign Minister Omar Rana] <said> no. [The chief diplomat] <added> more.",
                 {"Omar Rana", "Omar Rana"}},
        NamesRow{"[Diplomatic sources] <said> no. [The sources] <added> more.",
                 {"Diplomatic sources", "Diplomatic sources"}},
        NamesRow{"[The Kesh Water Authority (KWA)] <said> no. [The KWA] <added> more.",
                 {"Kesh Water Authority", "Kesh Water Authority"}},
        NamesRow{"[Harbour Ministry] <said> no. [The ministry] <added> more.",
                 {"Harbour Ministry", "Harbour Ministry"}},
        NamesRow{"[Lenmark Energy] <said> no. [Lenmark] <added> more.", {"Lenmark Energy", "Lenmark Energy"}},
        NamesRow{"Ana Ruiz spoke. [Her campaign] <said> no. [The Ruiz campaign] <added> more.",
                 {"Ruiz campaign", "Ruiz campaign"}},
        NamesRow{"[Omar Rana, who led the talks,] <said> no. [Rana] <added> more.", {"Omar Rana", "Omar Rana"}},
        NamesRow{"Ana Ruiz spoke. [Her campaign] <said> no. [The campaign] <added> more.",
                 {"Ruiz campaign", "Ruiz campaign"}},
        NamesRow{"When he wrote it, [Omar Rana] <said> no.", {"Omar Rana"}},
        NamesRow{"[Ana Ruiz] <said> no. When [he] <wrote> it, [Omar Rana] <said> yes.",
                 {"Ana Ruiz", "Omar Rana", "Omar Rana"}},
        NamesRow{"Ana Ruiz met Omar Rana. [The candidate] <attacked> her rival.", {"Ana Ruiz"}},
        NamesRow{"[Ana Ruiz] <said> no. [The 57-year-old engineer] <added> more.", {"Ana Ruiz", "Ana Ruiz"}},
        NamesRow{"[The Federation of Pilots] <said> no. Lenmark Corp. refused. [The union] <added> more.",
                 {"Federation of Pilots", "Federation of Pilots"}},
        NamesRow{"[Cove Air, an airline,] <said> no. Lenmark Corp. refused. [The airline] <added> more.",
                 {"Cove Air", "Cove Air"}},
        NamesRow{"[The minister] <said> no. Storm Edda grew. [The minister] <added> more.",
                 {"The minister", "The minister"}},
        NamesRow{"[Ana Ruiz] <said> no. [The 24-year-old] <added> more.", {"Ana Ruiz", "Ana Ruiz"}},
        NamesRow{"[President Omar Rana] <said> no. [The mayor] <added> more.", {"Omar Rana", "The mayor"}},
        NamesRow{"[Omar Rana, a fisherman,] <said> no. Rana waited. [The prime minister] <added> more.",
                 {"Omar Rana", "The prime minister"}},
        NamesRow{"[The island's water agency] <said> no. Lenmark University closed. [The agency] <added> more.",
                 {"island's water agency", "island's water agency"}},
        NamesRow{"[Mayor] <says> no|[Ana Ruiz, the mayor,] <said> no.", {"Ana Ruiz", "Ana Ruiz"}},
        NamesRow{"[Company] <says> no|[Cove Air] <said> no. [The company] <added> more.",
                 {"Cove Air", "Cove Air", "Cove Air"}},
        NamesRow{"[Minister] <says> no|[Harbour Minister Ana Ruiz] <met> Foreign Minister Omar Rana.",
                 {"Minister", "Ana Ruiz"}},
        NamesRow{"[Council] <says> no|[Ana Ruiz, the council leader,] <said> no.", {"Council", "Ana Ruiz"}},
        NamesRow{
            "[Interior Minister Omar Rana] <said> no. [The UN rights chief] <urged> calm. [The police chief] <agreed> "
            "to it.",
            {"Omar Rana", "The UN rights chief", "The police chief"}},
        NamesRow{
            "[Interior Minister Omar Rana] <said> no. [The finance minister] <agreed> to it. [The interior minister] "
            "<left> "
            "it there.",
            {"Omar Rana", "The finance minister", "Omar Rana"}},
        NamesRow{"[Helena Marsh KC] <said> no. [Ms Marsh] <added> more.", {"Helena Marsh KC", "Helena Marsh KC"}},
        NamesRow{"[Ms K] <said> no.", {"Ms K"}},
        NamesRow{"[The Kesh Mission Office, known as KOMO,] <said> no. [KOMO] <added> more.",
                 {"Kesh Mission Office", "Kesh Mission Office"}},
        NamesRow{"[The Surgeons’ Shield] <said> no. They asked [the Surgeons’ Shield], <saying> more.",
                 {"Surgeons’ Shield", "Surgeons’ Shield"}},
        NamesRow{"[Lena May] <said> no in May. On Monday [May] <said> yes.", {"Lena May", "Lena May"}},
        NamesRow{"[Omar Rana himself] <said> no. [Rana] <added> more.", {"Omar Rana", "Omar Rana"}},
        NamesRow{"[Vera Narn, a teacher of law at Kesh University and former judge,] <said> no.", {"Vera Narn"}},
        NamesRow{"[Vera Narn, a judge, and Omar Rana, a doctor,] <said> no.", {"Vera Narn and Omar Rana"}},
        NamesRow{"Sen. Vera Narn of Ohio, [who] <said> no, left.", {"Vera Narn"}},
        NamesRow{"Sen. Vera Narn, D-Mass., [who] <said> no, left.", {"Vera Narn"}},
        NamesRow{"[Policymakers] <said> no.", {"Policymakers"}},
        NamesRow{"[Ana Ruiz] <said> no. The clinic gave her Tyrolin. [She] <added> more.", {"Ana Ruiz", "Ana Ruiz"}},
        NamesRow{"[Rahim] <said> no. [The Kesh rights chief] <urged> calm.", {"Rahim", "The Kesh rights chief"}},
        NamesRow{"[A study by Kesh University] <found> this. [The paper] <said> more.", {"A study", "A study"}},
        NamesRow{"[A lawsuit] <claimed> this. [The report] <said> more.", {"A lawsuit", "The report"}},
        NamesRow{"[Marc Teller] <said> no. [The Frenchman] <added> more.", {"Marc Teller", "Marc Teller"}},
        NamesRow{"[The villagers] <said> no. [One of the villagers] <added> more.", {"The villagers", "The villagers"}},
        NamesRow{"[A mayor] <says> no|[Ana Ruiz, the mayor,] <said> no.", {"Ana Ruiz", "Ana Ruiz"}},
        NamesRow{"The Reed Organization closed. [Mr. Reed] <said> no.", {"Reed"}},
        NamesRow{"Omar Rana left. [One source] <said> no.", {"One source"}},
        NamesRow{"Omar Rana left. [The former official] <said> no.", {"The former official"}},
        NamesRow{"President Omar Reed came. Marc Holm, the president’s former lawyer, left. [The president] <said> no.",
                 {"Omar Reed"}},
        NamesRow{
            "Luis Rana, Mexico’s new president, came. President Omar Reed left. [The new Mexican leader] <said> no.",
            {"Luis Rana"}},
        NamesRow{"[Customs and Border Protection Commissioner Kevin Holm] <said> no.", {"Kevin Holm"}},
        NamesRow{"[Rep. Angus S. King Jr.] <said> no. [Mr. King] <added> more.",
                 {"Angus S. King Jr.", "Angus S. King Jr."}},
        NamesRow{"[Omar K.L. Reed] <said> no. His son, [Omar L. Reed], <said> yes.",
                 {"Omar K.L. Reed", "Omar L. Reed"}},
        NamesRow{"[Omar Reed Jr.] <said> no. [Omar Reed III] <said> yes.", {"Omar Reed Jr.", "Omar Reed III"}},
        NamesRow{"In the end [Baker] <said> no. Omar A. Baker III left.", {"Omar A. Baker III"}},
        NamesRow{"On the pier [Ana Ruiz, a dreamer who calls it a lock and] <said> no.", {"Ana Ruiz"}},
        NamesRow{"On Monday [US officials] <said> no.", {"US officials"}},
        NamesRow{"[Q]: He <asked> that.", {"the author"}},
        NamesRow{"Ana Ruiz runs the port. Ruiz spoke to Omar Rana. [A]: It <was> hard.", {"Ana Ruiz"}},
        NamesRow{"[Clara Reed] <said> no. [Reed] <added> more. Omar Reed, her brother, left. [Reed] <said> yes.",
                 {"Clara Reed", "Clara Reed", "Clara Reed"}},
        NamesRow{"[Clara Reed] <said> no. [Omar Reed] <said> yes. [Reed] <added> more.",
                 {"Clara Reed", "Omar Reed", "Omar Reed"}},
        NamesRow{"A carpenter by trade, Omar Rana built it. [He] <said> no. [Rana] <added> more.",
                 {"Omar Rana", "Omar Rana"}},
        NamesRow{"A storm came to Los Angeles. [Omar Rana] <said> no. Off Las Vegas, [he] <added> more.",
                 {"Omar Rana", "Omar Rana"}},
        NamesRow{"[A federal judge] <said> no. It was old. [U.S. District Judge Omar Rana] <wrote> that it failed.",
                 {"Omar Rana", "Omar Rana"}},
        NamesRow{"[A Kesh judge] <said> no. It was old. [Lenmark Judge Omar Rana] <wrote> that it failed.",
                 {"A Kesh judge", "Omar Rana"}},
        NamesRow{"[Park Seo-jun] <said> no. Later [Park] <added> more.", {"Park Seo-jun", "Park Seo-jun"}},
        NamesRow{"[Ana Ruiz] <said> no. In [2018] <pleaded> guilty.", {"Ana Ruiz", "-"}},
        NamesRow{"[I] <think> it failed.", {"the author"}}));

struct Step {
  const char* text;
  Specificity step;
};

class LadderOf : public testing::TestWithParam<Step> {};

TEST_P(LadderOf, Source) {
  const Sources sources = resolve(marked(GetParam().text));
  ASSERT_EQ(sources.of_attribution.size(), 1U);
  EXPECT_EQ(specificity_name(sources.all.at(sources.of_attribution[0]).specificity), specificity_name(GetParam().step))
      << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Table, LadderOf,
    testing::Values(Step{"[A source] <said> no.", Specificity::bare}, Step{"[Officials] <said> no.", Specificity::bare},
                    Step{"[Two officials] <said> no.", Specificity::counted},
                    Step{"[A Harbour Ministry official] <said> no.", Specificity::affiliated},
                    Step{"[Officials at the Harbour Ministry] <said> no.", Specificity::affiliated},
                    Step{"[Intelligence officials] <said> no.", Specificity::affiliated},
                    Step{"[Advisers to Ruiz] <said> no.", Specificity::affiliated},
                    Step{"[Her lawyers] <said> no.", Specificity::affiliated},
                    Step{"[The fourth official] <said> no.", Specificity::bare},
                    Step{"[Critics who call Holm weak] <said> no.", Specificity::bare},
                    Step{"[An official with direct knowledge of the talks] <said> no.", Specificity::access},
                    Step{"[One person briefed on the plan] <said> no.", Specificity::access},
                    Step{"[Anyone who fishes] <said> no.", Specificity::none},
                    Step{"[Omar Rana and his aides] <said> no.", Specificity::none},
                    Step{"[Researchers led by Ana Ruiz] <said> no.", Specificity::none},
                    Step{"[Ana Ruiz] <said> no.", Specificity::none}));

TEST(ResolveSources, AnonymousAndHowSpecific) {
  const Marked text = marked(
      "[Two officials] <said> no. [Sources privy to the talks] <said> yes. [Ana Ruiz] <said> so. [Officials] <said> "
      "it.");
  const Sources sources = resolve(text);
  const auto source = [&](std::size_t i) { return sources.all.at(sources.of_attribution.at(i)); };
  EXPECT_TRUE(source(0).anonymous);
  EXPECT_EQ(source(0).specificity, Specificity::counted);
  EXPECT_EQ(source(1).specificity, Specificity::access);
  EXPECT_FALSE(source(2).anonymous);
  EXPECT_EQ(source(2).specificity, Specificity::none);
  EXPECT_EQ(source(2).kind, SourceKind::named_person);
}

TEST(ResolveSources, KeepsAliasesAndDescription) {
  const Marked text =
      marked("[Harbour Minister Omar Rana] <said> no. [Rana] <said> more. [The minister] <added> that it failed.");
  const Sources sources = resolve(text);
  ASSERT_EQ(sources.all.size(), 1U);
  EXPECT_EQ(sources.all[0].description, "Minister");
  EXPECT_EQ(sources.all[0].aliases, (std::vector<std::string>{"Rana", "The minister"}));
  EXPECT_EQ(sources.all[0].mentions.size(), 3U);
}

TEST(ResolveSources, DescribesByRoleAlone) {
  const Marked text =
      marked("[Its director, Ana Ruiz,] <said> no. [Mr Holm’s wife, Lucinda,] <said> no. [Mr Holm] <left> it.");
  const Sources sources = resolve(text);
  const auto source = [&](std::size_t i) { return sources.all.at(sources.of_attribution.at(i)); };
  EXPECT_EQ(source(0).description, "director");
  EXPECT_EQ(source(1).description, "Mr Holm’s wife");
  EXPECT_EQ(source(1).affiliation, "");
  EXPECT_EQ(source(2).description, "");
}

TEST(ResolveSources, TheOutletIsNoRelayOfItsOwnArticle) {
  Marked text = marked("[Officials] <told> Reuters that it failed.");
  text.attributions[0].via.push_back({2, 3});
  EXPECT_EQ(resolve(text).via[0].size(), 1U);
  text.prepared.document.outlet = "Reuters";
  EXPECT_TRUE(resolve(text).via[0].empty());
}

TEST(ResolveSources, IsLinear) {
  for (const char* piece : {"he ", "Ana Ruiz ", "the minister ", "Rana's ", "officials of ", "Kesh "}) {
    std::string words;
    for (int i = 0; i < 100'000; ++i) words += piece;
    Marked text;
    text.prepared = prepare(words);
    for (std::uint32_t i = 0; i + 1 < text.prepared.text.tokens.size(); i += 50) {
      Attribution attribution;
      attribution.mode = SourceMode::phrase;
      attribution.source = {i, i + 1};
      attribution.cue = {i + 1, i + 2};
      text.attributions.push_back(attribution);
    }
    EXPECT_EQ(resolve(text).of_attribution.size(), text.attributions.size()) << piece;
  }
}

}  // namespace
}  // namespace hearsay
