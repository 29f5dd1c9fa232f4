// A sheet carried over to a new version: what people entered is where they look for it.
#include "checksheet/update.h"

#include <gtest/gtest.h>

#include "checksheet/identity.h"
#include "checksheet/read.h"
#include "made.h"
#include "report/checksheet/write_checksheet.h"

namespace hearsay {
namespace {

constexpr std::string_view kFirst =
    "Ana Marquez, the mayor of Brema, said on Tuesday that 12 divers were lost.\n\n"
    "“The lock was closed without a word to the crews,” said Tom Holm, a diver.\n\n"
    "The company paid 300 workers in March. The largest boat was sold.\n";

CheckItem* at(CheckSheet& sheet, std::string_view words) {
  CheckItem* item = row_of(sheet, words);
  EXPECT_NE(item, nullptr) << words << " in\n" << told(sheet);
  static CheckItem none;
  return item == nullptr ? &none : item;
}

CheckSheet ticked(std::string_view text = kFirst) {
  CheckSheet sheet = sheet_of(text);
  for (CheckItem& item : sheet.items) {
    item.status = CheckItemStatus::confirmed;
    item.checker = "Moss";
    item.date = "2026-11-02";
    item.evidence = "call of " + item.item;
    item.note = "ok\n" + item.note;
  }
  return sheet;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out(text);
  out.replace(out.find(from), from.size(), to);
  return out;
}

TEST(UpdateCheckSheet, TheSameDraftKeepsAll) {
  const CheckSheet old = ticked();
  const UpdatedSheet updated = update_checksheet(old, sheet_of(kFirst));
  EXPECT_EQ(updated.kept, old.items.size());
  EXPECT_EQ(updated.reopened + updated.added + updated.gone, 0U);
  for (std::size_t i = 0; i < old.items.size(); ++i) {
    EXPECT_EQ(updated.sheet.items[i].id, old.items[i].id);
    EXPECT_EQ(updated.sheet.items[i].status, CheckItemStatus::confirmed);
    EXPECT_EQ(updated.sheet.items[i].evidence, old.items[i].evidence);
    EXPECT_EQ(updated.sheet.items[i].checker, "Moss");
    EXPECT_EQ(updated.sheet.items[i].revision, 1U);
    EXPECT_TRUE(updated.sheet.items[i].note.starts_with("ok"));
  }
  EXPECT_EQ(items_left(updated.sheet), 0U);
}

TEST(UpdateCheckSheet, TypographyIsNoChange) {
  std::string text = replaced(kFirst, "“The lock", "\"The lock");
  text = replaced(text, "crews,”", "crews,\"");
  const UpdatedSheet updated = update_checksheet(ticked(), sheet_of(text));
  EXPECT_EQ(updated.reopened, 0U) << told(updated.sheet);
  EXPECT_EQ(updated.gone, 0U);
}

TEST(UpdateCheckSheet, AParagraphBeforeMovesNothing) {
  const CheckSheet old = ticked();
  const UpdatedSheet updated =
      update_checksheet(old, sheet_of("The harbour was quiet that morning.\n\n" + std::string(kFirst)));
  EXPECT_EQ(updated.kept, old.items.size());
  EXPECT_EQ(updated.gone, 0U);
}

TEST(UpdateCheckSheet, AChangedNumberIsOpenAgain) {
  UpdatedSheet updated = update_checksheet(ticked(), sheet_of(replaced(kFirst, "12 divers", "14 divers")));
  const CheckItem& item = *at(updated.sheet, "14 divers");
  EXPECT_EQ(item.status, CheckItemStatus::open);
  EXPECT_EQ(item.revision, 2U);
  EXPECT_EQ(item.evidence, "call of 12 divers");
  EXPECT_TRUE(item.checker.empty());
  EXPECT_EQ(item.note, "ok\nChanged since revision 1: was “12 divers”, confirmed by Moss on 2026-11-02");
  // The name stands in another sentence now, and is the same name.
  EXPECT_EQ(at(updated.sheet, "Ana Marquez, the mayor")->status, CheckItemStatus::confirmed);
  EXPECT_EQ(at(updated.sheet, "Tom Holm")->status, CheckItemStatus::confirmed);
}

TEST(UpdateCheckSheet, AChangedQuotationIsOpenAgain) {
  UpdatedSheet updated = update_checksheet(ticked(), sheet_of(replaced(kFirst, "without a word", "with a word")));
  const CheckItem& item = *at(updated.sheet, "“The lock was closed with a word to the crews,”");
  EXPECT_EQ(item.status, CheckItemStatus::open);
  EXPECT_EQ(item.revision, 2U);
  EXPECT_NE(item.note.find("was ““The lock was closed without a word to the crews,””"), std::string::npos);
}

TEST(UpdateCheckSheet, WhatIsGoneStandsAtTheEndAndComesBack) {
  const std::string shorter = replaced(kFirst, " The largest boat was sold.", "");
  UpdatedSheet without = update_checksheet(ticked(), sheet_of(shorter));
  EXPECT_EQ(without.gone, 1U) << told(without.sheet);
  const CheckItem& gone = without.sheet.items.back();
  EXPECT_EQ(gone.item, "largest boat");
  EXPECT_EQ(gone.status, CheckItemStatus::cut);
  EXPECT_EQ(gone.evidence, "call of largest boat");
  EXPECT_NE(gone.note.find("Gone from the draft; was confirmed"), std::string::npos);
  // Once more without it: it stays, and says so once.
  UpdatedSheet again = update_checksheet(without.sheet, sheet_of(shorter));
  EXPECT_EQ(again.sheet.items.back().note, gone.note);
  UpdatedSheet back = update_checksheet(again.sheet, sheet_of(kFirst));
  const CheckItem& item = *at(back.sheet, "largest boat");
  EXPECT_EQ(item.status, CheckItemStatus::confirmed);
  EXPECT_EQ(item.note, "ok");
  EXPECT_EQ(back.gone, 0U);
}

TEST(UpdateCheckSheet, UntouchedRowsThatAreGoneVanish) {
  const UpdatedSheet updated =
      update_checksheet(sheet_of(kFirst), sheet_of(replaced(kFirst, " The largest boat was sold.", "")));
  EXPECT_EQ(updated.gone, 0U);
  EXPECT_EQ(told(updated.sheet).find("largest boat"), std::string::npos);
}

TEST(UpdateCheckSheet, RowsAndColumnsOfTheirOwnStay) {
  CheckSheet old = ticked();
  old.more_columns = {"Deadline"};
  for (CheckItem& item : old.items) item.more = {"noon"};
  CheckItem own;
  own.item = "call the archive";
  own.status = CheckItemStatus::query;
  old.items.insert(old.items.begin() + 1, own);
  const UpdatedSheet updated = update_checksheet(old, sheet_of(kFirst));
  EXPECT_EQ(updated.sheet.more_columns, old.more_columns);
  EXPECT_EQ(updated.sheet.items.front().more, std::vector<std::string>{"noon"});
  EXPECT_EQ(updated.sheet.items.back().item, "call the archive");
  EXPECT_EQ(updated.sheet.items.back().status, CheckItemStatus::query);
  EXPECT_EQ(updated.gone, 0U);
}

TEST(UpdateCheckSheet, RoundTripsThroughBothFormats) {
  for (auto* write : {&write_checksheet_csv, &write_checksheet_xlsx}) {
    Diagnostics diagnostics;
    auto sheet = read_checksheet(write(ticked()), "sheet", diagnostics);
    ASSERT_TRUE(sheet && diagnostics.empty());
    UpdatedSheet updated = update_checksheet(*sheet, sheet_of(replaced(kFirst, "12 divers", "14 divers")));
    sheet = read_checksheet(write(updated.sheet), "sheet", diagnostics);
    ASSERT_TRUE(sheet && diagnostics.empty());
    updated = update_checksheet(*sheet, sheet_of(replaced(kFirst, "12 divers", "16 divers")));
    const CheckItem& item = *at(updated.sheet, "16 divers");
    EXPECT_EQ(item.revision, 3U);
    EXPECT_EQ(item.evidence, "call of 12 divers");
    EXPECT_NE(item.note.find("was “12 divers”, confirmed by Moss"), std::string::npos);
    EXPECT_NE(item.note.find("was “14 divers”"), std::string::npos);
  }
}

TEST(UpdateCheckSheet, ManyAlikeRowsTakeLinearTime) {
  CheckSheet old, fresh;
  for (int i = 0; i < 5'000; ++i) {
    CheckItem item;
    item.kind = CheckItemKind::number;
    item.item = std::to_string(i) + " divers";
    item.sentence = "There were " + item.item + " in the water.";
    item.status = CheckItemStatus::confirmed;
    old.items.push_back(item);
    item.sentence += " They swam.";
    fresh.items.push_back(item);
  }
  set_ids(old.items);
  set_ids(fresh.items);
  const UpdatedSheet updated = update_checksheet(old, fresh);
  EXPECT_EQ(updated.reopened, 5'000U);  // each by its own number
  EXPECT_EQ(updated.gone, 0U);
}

}  // namespace
}  // namespace hearsay
