// Every check of checks.xml: an article that it finds, at these words, and one that it leaves alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>

#include "score/scored.h"

namespace hearsay {
namespace {

/// A policy with one check on, as checks.xml has it; of "check/reason" with that reason alone.
Policy only(std::string_view id) {
  const std::size_t slash = std::min(id.find('/'), id.size());
  Diagnostics diagnostics;
  Policy policy;
  for (const char* name : {"default", "ap", "spj"}) {  // the houses switch on what the default leaves off
    policy = load_policy(rules_root(), name, diagnostics);
    std::erase_if(policy.checks, [&](const Check& check) { return check.id != id.substr(0, slash); });
    if (!policy.checks.empty()) break;
  }
  if (policy.checks.empty()) return policy;
  for (auto& [name, value] : policy.checks.front().thresholds) {
    if (name == "sentences") value = 2;  // as checks.xml has it
  }
  if (slash == id.size()) return policy;
  for (Reason& reason : policy.checks.front().reasons) reason.on = reason.id == id.substr(slash + 1);
  return policy;
}

struct CheckRow {
  const char* check;
  const char* name;
  std::function<void(Scored&)> build;
  const char* at;  // words of the only finding; nullptr: nothing is found; "": it is about the whole article
};

void PrintTo(const CheckRow& row, std::ostream* out) {
  *out << row.check << ": " << row.name;
}

constexpr const char* kOfficials = "Two lines come first. Officials said the dam was unsafe.";

std::uint32_t officials(Scored& article) {
  article.block("The lead is here.");
  article.block(kOfficials);
  const auto source = article.source("officials", SourceKind::unnamed_group, true);
  article.sources.all[source].number = GrammaticalNumber::plural;
  article.attribution(source, "Officials", "said", {"the dam was unsafe"});
  return source;
}

void reported_lost(Scored& article) {
  article.block("The ship was reportedly lost.");
  article.attribution(kNone, "", "reportedly", {"The ship was", "lost"});
}

void believed_lost(Scored& article) {
  article.block("The ship was believed to be lost.");
  article.attribution(kNone, "", "was believed", {"The ship", "to be lost"});
}

std::uint32_t named(Scored& article, std::string_view line = "Ana Ruiz said the lock was rusty.") {
  article.block(line);
  const auto source = article.source("Ana Ruiz", SourceKind::named_person);
  const auto start = static_cast<std::uint32_t>(article.text.paragraphs.back().tokens.begin);
  article.attribution(source, "Ana Ruiz", "said", {"the lock was rusty"}, start);
  return source;
}

void said(Scored& article, std::string_view line, std::string_view cue, std::string_view who = "Ana Ruiz") {
  article.block(line);
  article.attribution(article.source("Ana Ruiz", SourceKind::named_person), who, cue, {"the lock was rusty"});
}

void anonymous_who(Scored& article, std::string_view line, std::string_view source, std::string_view content,
                   std::string_view reason = "") {
  article.block(line);
  const auto who = article.source("an official", SourceKind::unnamed_person, true);
  const auto a = article.attribution(who, source, "said", {content});
  article.attributions[a].reason = article.find(reason);
}

std::uint32_t quote(Scored& article, std::string_view line, std::string_view words) {
  article.block(line);
  const auto who = article.source("Ana Ruiz", SourceKind::named_person);
  return article.attribution(who, "Ruiz", "said", {words});
}

class ChecksTest : public testing::TestWithParam<CheckRow> {};

TEST_P(ChecksTest, FindsItsPlaceOrNothing) {
  const CheckRow& row = GetParam();
  Scored article;
  row.build(article);
  const Policy policy = only(row.check);
  ASSERT_EQ(policy.checks.size(), 1U);
  const Scorecard card = article.card(policy);
  if (row.at == nullptr) {
    EXPECT_TRUE(card.findings.empty()) << article.words(card.findings.front().range);
    return;
  }
  ASSERT_EQ(card.findings.size(), 1U);
  const Finding& finding = card.findings.front();
  EXPECT_EQ(article.words(finding.range), row.at);
  EXPECT_FALSE(finding.message.empty());
  EXPECT_EQ(finding.message.find('{'), std::string::npos);
  EXPECT_EQ(finding.fingerprint.size(), 16U);
}

INSTANTIATE_TEST_SUITE_P(
    All, ChecksTest,
    testing::Values(
        CheckRow{"anonymous-source/no-reason", "fires", [](Scored& a) { officials(a); }, "Officials"},
        CheckRow{"anonymous-source/no-reason", "named", [](Scored& a) { named(a); }, nullptr},
        CheckRow{"anonymous-source/no-reason", "reason",
                 [](Scored& a) {
                   anonymous_who(a, "An official said the dam was unsafe because her house was threatened.",
                                 "An official", "the dam was unsafe", "because her house was threatened");
                 },
                 nullptr},
        CheckRow{"anonymous-source/rote-reason", "fires",
                 [](Scored& a) {
                   anonymous_who(a, "An official said the dam was unsafe because she was not authorized to speak.",
                                 "An official", "the dam was unsafe", "because she was not authorized to speak");
                 },
                 "An official"},
        CheckRow{"anonymous-source/rote-reason", "real reason",
                 [](Scored& a) {
                   anonymous_who(a, "An official said the dam was unsafe because her house was threatened.",
                                 "An official", "the dam was unsafe", "because her house was threatened");
                 },
                 nullptr},
        CheckRow{"anonymous-source/bare", "fires", [](Scored& a) { officials(a); }, "Officials"},
        CheckRow{"anonymous-source/bare", "affiliated",
                 [](Scored& a) { a.sources.all[officials(a)].specificity = Specificity::affiliated; }, nullptr},
        CheckRow{"anonymous-source/no-access", "fires", [](Scored& a) { officials(a); }, "Officials"},
        CheckRow{"anonymous-source/no-access", "briefed",
                 [](Scored& a) {
                   anonymous_who(a, "An official briefed on the survey said the dam was unsafe.", "An official",
                                 "the dam was unsafe");
                 },
                 nullptr},
        CheckRow{"anonymous-source/no-access", "only in what is said",
                 [](Scored& a) {
                   anonymous_who(a, "An official said the mayor was briefed on it.", "An official",
                                 "the mayor was briefed on it");
                 },
                 "An official"},
        CheckRow{"anonymous-source/no-motive", "fires", [](Scored& a) { officials(a); }, "Officials"},
        CheckRow{"anonymous-source/no-motive", "critic",
                 [](Scored& a) {
                   anonymous_who(a, "An official critical of the mayor said the dam was unsafe.", "An official",
                                 "the dam was unsafe");
                 },
                 nullptr},
        CheckRow{"anonymous-source/alone", "fires", [](Scored& a) { officials(a); }, "Officials"},
        CheckRow{"anonymous-source/alone", "confirmed",
                 [](Scored& a) {
                   officials(a);
                   a.block("Ana Ruiz said the Velo dam was unsafe since 1990.");
                   const auto ruiz = a.source("Ana Ruiz", SourceKind::named_person);
                   a.attribution(ruiz, "Ana Ruiz", "said", {"the Velo dam was unsafe since 1990"}, a.find("Ana").begin);
                   a.block("Sources said the Velo dam was unsafe since 1990.");
                   a.attribution(0, "Sources", "said", {"the Velo dam was unsafe since 1990"}, a.find("Sources").begin);
                   a.attributions.erase(a.attributions.begin());
                   a.sources.of_attribution = {1, 0};
                   a.sources.via = {{}, {}};
                 },
                 nullptr},
        CheckRow{"anonymous-source/uncounted", "fires", [](Scored& a) { officials(a); }, "Officials"},
        CheckRow{"anonymous-source/uncounted", "counted",
                 [](Scored& a) { a.sources.all[officials(a)].specificity = Specificity::counted; }, nullptr},
        CheckRow{"anonymous-source/uncounted", "one",
                 [](Scored& a) { a.sources.all[officials(a)].number = GrammaticalNumber::singular; }, nullptr},
        CheckRow{"anonymous-source/attack", "fires",
                 [](Scored& a) {
                   anonymous_who(a, "An official said the mayor was incompetent.", "An official",
                                 "the mayor was incompetent");
                 },
                 "An official"},
        CheckRow{"anonymous-source/attack", "fact",
                 [](Scored& a) {
                   anonymous_who(a, "An official said the mayor was abroad.", "An official", "the mayor was abroad");
                 },
                 nullptr},
        CheckRow{"anonymous-source/attack", "named",
                 [](Scored& a) { quote(a, "Ruiz said the mayor was incompetent.", "the mayor was incompetent"); },
                 nullptr},
        CheckRow{"single-source/nobody-named", "fires", [](Scored& a) { officials(a); }, ""},
        CheckRow{"single-source/nobody-named", "also named", [](Scored& a) { officials(a), named(a); }, nullptr},
        CheckRow{"single-source/nobody-named", "nobody", [](Scored& a) { a.block("It rained."); }, nullptr},
        CheckRow{"anonymous-source/in-lead", "fires",
                 [](Scored& a) {
                   anonymous_who(a, "An official said the dam was unsafe.", "An official", "the dam was unsafe");
                 },
                 "An official"},
        CheckRow{"anonymous-source/in-lead", "headline",
                 [](Scored& a) {
                   a.block("Dam was unsafe, officials said", BlockKind::headline);
                   const auto who = a.source("officials", SourceKind::unnamed_group, true);
                   a.attribution(who, "officials", "said", {"Dam was unsafe"});
                   a.block("It rained.");
                   a.block("Officials said the lock was rusty.");
                   a.attribution(who, "Officials", "said", {"the lock was rusty"}, a.find("Officials").begin);
                 },
                 "Officials"},
        CheckRow{"anonymous-source/in-lead", "further down", [](Scored& a) { officials(a); }, nullptr},
        CheckRow{"anonymous-source/declined", "fires",
                 [](Scored& a) {
                   const auto anonymous = officials(a);
                   a.sources.all[anonymous].affiliation = "the Harbour Ministry";
                   a.block("The Harbour Ministry declined to comment.");
                   const auto ministry = a.source("Harbour Ministry", SourceKind::named_organisation);
                   a.attributions[a.attribution(ministry, "The Harbour Ministry", "declined to comment", {})].stance =
                       Stance::refuse;
                 },
                 "Officials"},
        CheckRow{"anonymous-source/declined", "others declined",
                 [](Scored& a) {
                   officials(a);
                   a.block("The Harbour Ministry declined to comment.");
                   const auto ministry = a.source("Harbour Ministry", SourceKind::named_organisation);
                   a.attributions[a.attribution(ministry, "The Harbour Ministry", "declined to comment", {})].stance =
                       Stance::refuse;
                 },
                 nullptr}));

INSTANTIATE_TEST_SUITE_P(
    More, ChecksTest,
    testing::Values(
        CheckRow{"late-attribution", "fires",
                 [](Scored& a) {
                   quote(a, "\"It failed. It sank. It was old\", Ruiz said.", "\"It failed. It sank. It was old\"");
                 },
                 "said"},
        CheckRow{"late-attribution", "second sentence",
                 [](Scored& a) { quote(a, "\"It failed. It sank\", Ruiz said.", "\"It failed. It sank\""); }, nullptr},
        CheckRow{"late-attribution", "two sentences",
                 [](Scored& a) {
                   a.block("It failed. It sank. So said Ruiz.");
                   a.attribution(a.source("Ruiz", SourceKind::named_person), "Ruiz", "said", {"It failed. It sank"});
                 },
                 "said"},
        CheckRow{"unclear-speaker", "fires", believed_lost, "was believed"},
        CheckRow{"unclear-speaker", "sourced", [](Scored& a) { named(a); }, nullptr},
        CheckRow{"unclear-speaker", "reported", reported_lost, nullptr},
        CheckRow{"unnamed-report", "fires", reported_lost, "reportedly"},
        CheckRow{"unnamed-report", "believed", believed_lost, nullptr},
        CheckRow{"unnamed-report", "the headline of a body that may say more",
                 [](Scored& a) {
                   a.block("Ship reportedly lost", BlockKind::headline);
                   a.attribution(kNone, "", "reportedly", {"Ship", "lost"});
                 },
                 nullptr},
        CheckRow{"unnamed-report", "an event",
                 [](Scored& a) {
                   a.block("More unrest was reported in Brema on Monday.");
                   a.attribution(kNone, "", "was reported", {"More unrest"});
                 },
                 nullptr},
        CheckRow{"unnamed-report", "words that somebody reportedly said",
                 [](Scored& a) { said(a, "Ana Ruiz reportedly said the lock was rusty.", "said"); }, "said"},
        CheckRow{"unnamed-report", "somebody says that it is reportedly so",
                 [](Scored& a) { said(a, "Ana Ruiz said on Monday reportedly the lock was rusty.", "said"); }, nullptr},
        CheckRow{
            "unsourced-claim", "a passage is one question",
            [](Scored& a) {
              a.block(
                  "The mayor killed the inquiry by fraud. He killed the talk of crime and corruption in the harbour.");
            },
            "The mayor killed the inquiry by fraud. He killed the talk of crime and corruption in the harbour"},
        CheckRow{"quotation-without-speaker", "fires",
                 [](Scored& a) { a.block("Then came \"we will not stay on this island\" from the deck."); },
                 "\"we will not stay on this island\""},
        CheckRow{"quotation-without-speaker", "short", [](Scored& a) { a.block("It was a \"safe\" harbour."); },
                 nullptr},
        CheckRow{"quotation-without-speaker", "attributed",
                 [](Scored& a) {
                   quote(a, "\"we will not stay on this island\", Ruiz said.", "\"we will not stay on this island\"");
                 },
                 nullptr},
        CheckRow{"quotation-without-speaker", "headline",
                 [](Scored& a) { a.block("They sing \"we will not stay on this island\"", BlockKind::headline); },
                 nullptr},
        CheckRow{"unsourced-claim", "a charge",
                 [](Scored& a) { a.block("It rained. The mayor killed the inquiry by fraud and corruption."); },
                 "The mayor killed the inquiry by fraud and corruption"},
        CheckRow{"unsourced-claim", "a figure",
                 [](Scored& a) {
                   a.block("It rained. The flood killed at least 12 people that night.");
                   a.mark("killed at least 12 people", kFigureRule);
                 },
                 "The flood killed at least 12 people that night"},
        CheckRow{"unsourced-claim", "somebody is given",
                 [](Scored& a) {
                   quote(a, "Ruiz said the flood killed 12 people that night.",
                         "the flood killed 12 people that night");
                 },
                 nullptr},
        CheckRow{"unsourced-claim", "what anybody could see",
                 [](Scored& a) { a.block("The ship was tied to the northern quay all day."); }, nullptr},
        CheckRow{"unsourced-claim", "a few words", [](Scored& a) { a.block("It killed 12 people."); }, nullptr},
        CheckRow{"unsourced-claim", "caption",
                 [](Scored& a) { a.block("The flood killed 12 people that night.", BlockKind::caption); }, nullptr},
        CheckRow{"untraceable-document/no-owner", "fires",
                 [](Scored& a) {
                   a.block("According to a recent report, the dam was unsafe.");
                   a.attribution(a.source("a recent report", SourceKind::document), "a recent report", "According to",
                                 {"the dam was unsafe"});
                 },
                 "a recent report"},
        CheckRow{"untraceable-document/no-owner", "titled",
                 [](Scored& a) {
                   a.block("According to a Harbour Ministry report, the dam was unsafe.");
                   a.attribution(a.source("a Harbour Ministry report", SourceKind::document),
                                 "a Harbour Ministry report", "According to", {"the dam was unsafe"});
                 },
                 nullptr},
        CheckRow{"untraceable-document/no-owner", "whose it is stands behind it",
                 [](Scored& a) {
                   a.block("According to the filing from the Harbour Ministry, the dam was unsafe.");
                   const auto filing = a.source("the filing", SourceKind::document);
                   a.attribution(filing, "the filing from the Harbour Ministry", "According to",
                                 {"the dam was unsafe"});
                   a.sources.all[filing].mentions = {a.find("the filing")};
                 },
                 nullptr},
        CheckRow{"untraceable-document/no-owner", "linked",
                 [](Scored& a) {
                   a.block("According to a recent report, the dam was unsafe.");
                   a.attribution(a.source("a recent report", SourceKind::document), "a recent report", "According to",
                                 {"the dam was unsafe"});
                   a.document.links.push_back({span_of(a.text, a.find("report")), "https://example.org/report"});
                 },
                 nullptr},
        CheckRow{"anonymous-source/no-byline", "fires", [](Scored& a) { officials(a); }, "Officials"},
        CheckRow{"anonymous-source/no-byline", "signed", [](Scored& a) { officials(a), a.document.byline = "Io Vale"; },
                 nullptr},
        CheckRow{"anonymous-source/no-byline", "named", [](Scored& a) { named(a); }, nullptr},
        CheckRow{"anonymous-source/no-byline", "one of them is named next",
                 [](Scored& a) {
                   officials(a);
                   a.block("Ana Ruiz, an official of the port, has seen it.");
                   Mention group, one;
                   group.core = group.range = a.find("Officials");
                   group.head = group.core.begin;
                   group.number = GrammaticalNumber::plural;
                   one.core = one.name = a.find("Ana Ruiz");
                   one.role = a.find("official");
                   one.kind = SourceKind::named_person;
                   a.mentions.all = {group, one};
                   a.mentions.core_starts_at.assign(a.text.tokens.size() + 1, kNone);
                   a.mentions.of_token.assign(a.text.tokens.size() + 1, kNone);
                   a.mentions.core_starts_at[group.core.begin] = 0;
                   a.mentions.of_token[group.core.begin] = 0;
                 },
                 nullptr},
        CheckRow{"second-hand/no-second", "fires",
                 [](Scored& a) {
                   named(a);
                   a.sources.via[0] = {a.source("Radio Velo", SourceKind::media)};
                 },
                 "said"},
        CheckRow{"second-hand/no-second", "own", [](Scored& a) { named(a); }, nullptr},
        CheckRow{"second-hand/no-second", "the outlet itself",
                 [](Scored& a) {
                   named(a);
                   a.sources.via[0] = {a.source("Radio Velo", SourceKind::media)};
                   a.sources.all.back().own = true;
                 },
                 nullptr},
        CheckRow{"single-source/one-voice", "fires",
                 [](Scored& a) {
                   a.block("Ruiz said the dam was unsafe. Ruiz said the lock was rusty. Ruiz said it was old.");
                   const auto ruiz = a.source("Ruiz", SourceKind::named_person);
                   a.attribution(ruiz, "Ruiz", "said", {"the dam was unsafe"});
                   a.attribution(ruiz, "Ruiz", "said", {"the lock was rusty"});
                   a.attribution(ruiz, "Ruiz", "said", {"it was old"});
                 },
                 ""},
        CheckRow{
            "single-source/one-voice", "a vague report beside it",
            [](Scored& a) {
              a.block(
                  "Ruiz said the dam was unsafe and the lock was rusty and the gate was old. Police said it was dark. "
                  "A report said it was late.");
              a.attribution(a.source("Ruiz", SourceKind::named_person), "Ruiz", "said",
                            {"the dam was unsafe and the lock was rusty and the gate was old"});
              a.attribution(a.source("Police", SourceKind::named_organisation), "Police", "said", {"it was dark"});
              a.attribution(a.source("a report", SourceKind::document), "A report", "said", {"it was late"});
            },
            ""},
        CheckRow{
            "single-source/one-voice", "two persons",
            [](Scored& a) {
              a.block(
                  "Ruiz said the dam was unsafe and the lock was rusty. Balk said it was dark. Balk said it was late.");
              a.attribution(a.source("Ruiz", SourceKind::named_person), "Ruiz", "said",
                            {"the dam was unsafe and the lock was rusty"});
              const auto balk = a.source("Balk", SourceKind::named_person);
              a.attribution(balk, "Balk", "said", {"it was dark"});
              a.attribution(balk, "Balk", "said", {"it was late"});
            },
            nullptr},
        CheckRow{"single-source/one-voice", "too short to tell", [](Scored& a) { named(a); }, nullptr}));

TEST(Checks, EveryCheckAndReasonOfTheFileHasItsRow) {
  Diagnostics diagnostics;
  std::vector<std::string> ids;
  for (const char* name : {"default", "ap", "spj"}) {
    for (const Check& check : load_policy(rules_root(), name, diagnostics).checks) {
      // These: contradictions_test.cc, accusations_test.cc
      if (check.subject == Subject::contradiction || check.subject == Subject::accusation) continue;
      ids.push_back(check.id);
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  EXPECT_EQ(ids.size(), 9U);
}

TEST(Checks, AFindingSaysAllThatItsThingLacksGravestFirst) {
  Scored article;
  officials(article);
  Diagnostics diagnostics;
  const Scorecard card = article.card(load_policy(rules_root(), "default", diagnostics));
  const auto finding = std::find_if(card.findings.begin(), card.findings.end(),
                                    [](const Finding& one) { return one.check == "anonymous-source"; });
  ASSERT_NE(finding, card.findings.end());
  std::vector<std::string> reasons;
  for (const FindingReason& reason : finding->reasons) reasons.push_back(reason.id);
  EXPECT_EQ(reasons, (std::vector<std::string>{"bare", "uncounted", "no-reason", "no-access"}));
  EXPECT_EQ(finding->message,
            "Who stands behind “Officials”? Little is told of who speaks; how many they are is not said.");
}

TEST(Checks, WhatIsUnlikelyToBeRaisedIsNotFoundUnlessThePolicyAlwaysAsks) {
  Scored article;
  officials(article);
  Diagnostics diagnostics;
  Policy policy = only("anonymous-source/no-reason");
  RaiseModel never;
  never.learned = true;
  never.kinds[static_cast<std::size_t>(FindingKind::anonymous)].offset = -4;
  EXPECT_TRUE(article.card(policy, never).findings.empty());
  for (Reason& reason : policy.checks.front().reasons) reason.always = true;
  const Scorecard card = article.card(policy, never);
  ASSERT_EQ(card.findings.size(), 1U);
  EXPECT_LT(card.findings.front().likelihood, 0.02);
}

TEST(Checks, OneThingIsAskedAfterOnceByTheLikelierCheck) {
  Scored article;
  article.block("A report said the dam was unsafe since 1990.");
  article.attribution(article.source("A report", SourceKind::document), "A report", "said",
                      {"the dam was unsafe since 1990"});
  Diagnostics diagnostics;
  const Policy policy = load_policy(rules_root(), "default", diagnostics);
  RaiseModel model;
  model.learned = true;
  for (RaiseModel::Kind& kind : model.kinds) kind.offset = -3;
  const auto of = [&](FindingKind kind) -> RaiseModel::Kind& { return model.kinds[static_cast<std::size_t>(kind)]; };
  of(FindingKind::document).offset = 0.5;
  of(FindingKind::secondhand).offset = 1;
  ASSERT_EQ(article.card(policy, model).findings.size(), 1U);
  EXPECT_EQ(article.card(policy, model).findings.front().check, "second-hand");
  of(FindingKind::document).offset = 2;
  EXPECT_EQ(article.card(policy, model).findings.front().check, "untraceable-document");
}

TEST(Checks, AFigureOrAPaperNobodyIsGivenForIsAskedAfterAsADocument) {
  struct Row {
    const char* line;
    FindingKind kind;
  };
  for (const Row& row : {Row{"The mayor killed the inquiry by fraud and corruption.", FindingKind::unsourced},
                         Row{"The flood killed at least 12 cows in the north that night.", FindingKind::document},
                         Row{"The mayor killed at least 12 inquiries by fraud and corruption.", FindingKind::document},
                         Row{"A survey of the quay was made in the spring rain.", FindingKind::document}}) {
    Scored article;
    article.block(std::string("It rained. ") + row.line);
    const Scorecard card = article.card(only("unsourced-claim"));
    ASSERT_EQ(card.findings.size(), 1U) << row.line;
    EXPECT_EQ(card.findings.front().kind, row.kind) << row.line;
  }
}

TEST(Checks, AQuestionNamesTheSourceWithoutTheCommaBehindIt) {
  Scored article;
  article.block("Officials of the harbour, who met before the vote, said the dam was unsafe.");
  const auto who = article.source("officials", SourceKind::unnamed_group, true);
  article.attribution(who, "Officials of the harbour, who met before the vote,", "said", {"the dam was unsafe"});
  const Scorecard card = article.card(only("anonymous-source/no-reason"));
  ASSERT_EQ(card.findings.size(), 1U);
  EXPECT_TRUE(card.findings.front().message.starts_with(
      "Who stands behind “Officials of the harbour, who met before the vote”?"))
      << card.findings.front().message;
}

TEST(Checks, AWordOfTheSentenceSpeaksForTheQuestion) {
  Scored article;
  std::string words = "The mayor";
  for (int i = 0; i < 30; ++i) words += " quietly";
  words += " killed the inquiry by fraud";
  for (int i = 0; i < 30; ++i) words += " slowly";
  article.block("It rained. " + words + ".");
  RaiseModel model;
  model.learned = true;
  RaiseModel::Kind& kind = model.kinds[static_cast<std::size_t>(FindingKind::unsourced)];
  kind.offset = -4;
  EXPECT_TRUE(article.card(only("unsourced-claim"), model).findings.empty());
  kind.words[word_hash("killed")] = {.word = "killed", .weight = 8, .count = 9};
  const Scorecard card = article.card(only("unsourced-claim"), model);
  ASSERT_EQ(card.findings.size(), 1U);
  const std::string& message = card.findings.front().message;
  EXPECT_TRUE(message.starts_with("Where does this come from: “The mayor quietly")) << message;
  EXPECT_TRUE(message.ends_with("…”?")) << message;
  EXPECT_LT(message.size(), 300U);
}

TEST(Checks, WhatRestsOnReadingsThatAreNotSureStandsApart) {
  Scored article;
  officials(article);
  article.attributions.front().confidence = 0.4;
  const Policy policy = only("anonymous-source/no-reason");
  const Scorecard card = article.card(policy);
  EXPECT_TRUE(card.findings.empty());
  ASSERT_EQ(card.perhaps.size(), 1U);
  EXPECT_NEAR(card.perhaps.front().certainty, 0.4, 1e-9);
}

}  // namespace
}  // namespace hearsay
