// A check sheet's statuses, read back into an article.
#include "service/settle.h"

#include <gtest/gtest.h>

#include "english_words.h"
#include "read_english.h"
#include "shipped_engine.h"

namespace hearsay {
namespace {

constexpr std::string_view kDraft =
    "The lock at Brema was closed in the spring, and the boats waited in the harbour for weeks.\n\n"
    "The lock was opened on Monday, March 5, 2019, the company said.\n\n"
    "Anna Marquez, the mayor, was there. The pumps were new, Anna Marqez said.\n";

CheckItem row(CheckItemKind kind, std::string sentence, std::string words, CheckItemStatus status) {
  CheckItem item;
  item.kind = kind;
  item.sentence = std::move(sentence);
  item.item = std::move(words);
  item.status = status;
  item.checker = "Moss";
  item.date = "2026-11-02";
  item.evidence = "https://cove.example/minutes";
  return item;
}

struct Settled {
  Analysis analysis;
  std::vector<SettledItems::Place> places;
  [[nodiscard]] std::string suppressed(std::string_view check) const {
    for (const Finding& finding : analysis.scorecard.findings) {
      if (finding.check == check) return finding.suppressed.empty() ? "stands" : finding.suppressed;
    }
    return "not found";
  }
};

Settled settled(std::vector<CheckItem> items) {
  CheckSheet sheet;
  sheet.items = std::move(items);
  const SettledItems settle(sheet);
  Document document = read_english(kDraft, "draft.txt");
  Settled out;
  out.places = settle.document(document, english_page_words());
  out.analysis = analyse(std::move(document), shipped_engine());
  settle.settle(out.places, out.analysis);
  return out;
}

const std::string kOpened = "The lock was opened on Monday, March 5, 2019, the company said.";
const std::string kMayor = "Anna Marquez, the mayor, was there.";
const std::string kPumps = "The pumps were new, Anna Marqez said.";

TEST(Settle, ConfirmedItemsDocumentAndSettle) {
  const Settled one = settled({row(CheckItemKind::date, kOpened, "Monday, March 5, 2019", CheckItemStatus::confirmed)});
  ASSERT_EQ(one.analysis.document.annotations.size(), 1U);
  const Annotation& note = one.analysis.document.annotations.front();
  EXPECT_EQ(kDraft.substr(note.span.begin, note.span.size()), "Monday, March 5, 2019");
  EXPECT_EQ(note.evidence, Annotation::Evidence::link);
  EXPECT_EQ(note.author, "Moss");
  EXPECT_EQ(one.suppressed("wrong-weekday"), "confirmed by Moss on 2026-11-02: https://cove.example/minutes");
  EXPECT_EQ(one.suppressed("two-spellings"), "stands");
}

TEST(Settle, OpenOnesDoNothing) {
  for (const auto status : {CheckItemStatus::open, CheckItemStatus::query, CheckItemStatus::cut,
                            CheckItemStatus::cannot_verify, CheckItemStatus::changed}) {
    const Settled one = settled({row(CheckItemKind::date, kOpened, "Monday, March 5, 2019", status)});
    EXPECT_TRUE(one.analysis.document.annotations.empty());
    EXPECT_EQ(one.suppressed("wrong-weekday"), "stands");
  }
}

TEST(Settle, AContradictionNeedsBothPlaces) {
  const CheckItem first = row(CheckItemKind::name, kMayor, "Anna Marquez", CheckItemStatus::confirmed);
  const CheckItem second = row(CheckItemKind::name, kPumps, "Anna Marqez", CheckItemStatus::confirmed);
  EXPECT_EQ(settled({first}).suppressed("two-spellings"), "stands");
  EXPECT_EQ(settled({second}).suppressed("two-spellings"), "stands");
  EXPECT_TRUE(settled({first, second}).suppressed("two-spellings").starts_with("confirmed by Moss"));
}

TEST(Settle, SentencesAreKnownThroughTypographyAndInAnyOrder) {
  const Settled one = settled({row(CheckItemKind::name, kPumps, "Anna Marqez", CheckItemStatus::confirmed),
                               row(CheckItemKind::date,
                                   "  the lock was opened on monday — March 5 2019, the company "
                                   "said",
                                   "MONDAY March 5 2019", CheckItemStatus::confirmed),
                               row(CheckItemKind::date, "Another article.", "Another", CheckItemStatus::confirmed)});
  EXPECT_EQ(one.places.size(), 2U);
  EXPECT_TRUE(one.suppressed("wrong-weekday").starts_with("confirmed"));
}

TEST(Settle, WithoutEvidenceItIsCheckedAllTheSame) {
  CheckItem item = row(CheckItemKind::date, kOpened, "Monday, March 5, 2019", CheckItemStatus::confirmed);
  item.evidence = "";
  const Settled one = settled({item});
  EXPECT_EQ(one.analysis.document.annotations.front().evidence, Annotation::Evidence::checked);
}

}  // namespace
}  // namespace hearsay
