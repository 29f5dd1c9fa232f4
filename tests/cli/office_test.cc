// Drafts through the whole program: places by paragraph, documented claims, and the findings back in an office file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "base/zip.h"
#include "office_files.h"
#include "read_english.h"
#include "run_program.h"

namespace hearsay {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string draft() {
  return docx(
      "<w:p><w:r><w:t>“The dam held through the night,” said Ana Ruiz, the mayor.</w:t></w:r><w:r><w:commentReference "
      "w:id=\"1\"/></w:r>"
      "</w:p><w:p><w:ins w:id=\"3\"><w:r><w:t xml:space=\"preserve\">It rained. </w:t></w:r></w:ins><w:r><w:rPr><w:i/>"
      "</w:rPr><w:t>Sources told the Courier that the wall would be sold in June.</w:t></w:r></w:p>",
      R"(<w:comment w:id="1" w:author="Ida Brok"><w:p><w:r><w:t>Minutes of 2 March</w:t></w:r></w:p></w:comment>)");
}

TEST(Office, FindingsStandInParagraphs) {
  const Folder folder;
  const std::string path = folder.write("draft.docx", draft());
  const ProgramRun run = run_program({"check", path});
  EXPECT_THAT(run.out, HasSubstr("draft.docx: paragraph 2 (“It rained. Sources told the Courier …”): "));
  EXPECT_THAT(run.err, HasSubstr("1 tracked change is taken as accepted"));
  EXPECT_THAT(run_program({"check", "--changes", "reject", path}).out, HasSubstr("paragraph 2 (“Sources told the"));
  const std::string markdown = folder.write("draft.md",
                                            "---\ntitle: Dam\n---\n\nIt *rained*.\n\nSources told the Courier "
                                            "that the wall would be sold in June.\n");
  EXPECT_THAT(run_program({"check", markdown}).out, HasSubstr("draft.md:7:1: "));
}

TEST(Office, NotesDocumentClaims) {
  const Folder folder;
  const std::string path = folder.write("draft.docx", draft());
  const nlohmann::json card = nlohmann::json::parse(run_program({"audit", "--quiet", "--format", "json", path}).out);
  ASSERT_EQ(card["notes"].size(), 1U);
  EXPECT_EQ(card["notes"][0]["evidence"], "date");
  std::size_t documented = 0;
  for (const auto& claim : card["claims"]) documented += claim["documented"].empty() ? 0U : 1U;
  EXPECT_EQ(documented, 1U);
  EXPECT_GT(card["claims"].size(), documented);
  EXPECT_THAT(run_program({"audit", "--quiet", path}).out, HasSubstr("Documented by the writer: 1 of "));
  EXPECT_THAT(run_program({"audit", "--quiet", "--format", "html", path}).out, HasSubstr("id=\"documentation\""));
}

TEST(Office, FindingsComeBackAsComments) {
  const Folder folder;
  const std::string path = folder.write("draft.docx", draft());
  const std::string back = (folder.path() / "back.docx").string();
  EXPECT_EQ(run_program({"audit", "--format", "docx", "--out", back, path}).exit, 0);
  const std::string bytes = read_whole(back);
  const Document document = read_english(bytes, "back.docx");
  EXPECT_EQ(document.text, read_english(draft(), "draft.docx").text);
  std::size_t ours = 0;
  std::size_t bare = 0;
  for (const Annotation& note : document.annotations) {
    if (note.author != "hearsay") continue;
    ++ours;
    const std::string words = document.text.substr(note.span.begin, note.span.size());
    if (note.text.find("[anonymous-source]") == std::string::npos) continue;
    EXPECT_EQ(words, "Sources") << note.text;
    ++bare;
  }
  EXPECT_GE(ours, 1U);
  EXPECT_EQ(bare, 1U);
  EXPECT_EQ(document.annotations.size(), ours + 1);
  // What was the writer's is still there: the change, the italics, the comment.
  const ZipParts zip = read_zip(bytes);
  ASSERT_NE(zip.find("word/document.xml"), nullptr);
  EXPECT_THAT(*zip.find("word/document.xml"), HasSubstr("<w:ins w:id=\"3\">"));
  EXPECT_THAT(*zip.find("word/comments.xml"), HasSubstr("Minutes of 2 March"));
  const std::string text = folder.write("plain.txt",
                                        "The dam held.\n\nSources told the Courier that it would be sold & "
                                        "moved in <June>.\n");
  EXPECT_EQ(run_program({"audit", "--format", "docx", "--out", back, text}).exit, 0);
  const Document plain = read_english(read_whole(back), "back.docx");
  EXPECT_EQ(plain.text, "The dam held.\n\nSources told the Courier that it would be sold & moved in <June>.");
  EXPECT_FALSE(plain.annotations.empty());
}

TEST(Office, WhatOriginalsSayComesBackAsAComment) {
  const Folder folder;
  const std::string path =
      folder.write("draft.docx", docx("<w:p><w:r><w:t>“The dam has held 300 cubic metres through the night,” said Ana "
                                      "Ruiz, the mayor.</w:t></w:r></w:p>"));
  const std::string original = folder.write(
      "council.vtt",
      "WEBVTT\n\n00:01:00.000 --> 00:01:06.000\n<v Ana Ruiz>The dam has held 400 cubic metres through the night.\n");
  const std::string back = (folder.path() / "back.docx").string();
  EXPECT_EQ(run_program({"audit", "--format", "docx", "--against", original, "--out", back, path}).exit, 0);
  const Document document = read_english(read_whole(back), "back.docx");
  std::size_t differing = 0;
  for (const Annotation& note : document.annotations) {
    if (note.text.find("[quotation-differs]") == std::string::npos) continue;
    ++differing;
    EXPECT_THAT(note.text, HasSubstr("“300” where there is “400”"));
    EXPECT_THAT(note.text, HasSubstr("00:01:00, Ana Ruiz"));
    EXPECT_THAT(document.text.substr(note.span.begin, note.span.size()), HasSubstr("300 cubic metres"));
  }
  EXPECT_EQ(differing, 1U);
}

TEST(Office, CallSheetHasARowForEverybody) {
  const Folder folder;
  const std::string path = folder.write("draft.docx", draft());
  const std::string other = folder.write("b.txt", "“=1+1 is two,” said Bo Okoro, the keeper.\n");
  const std::string sheet = (folder.path() / "calls.xlsx").string();
  EXPECT_EQ(run_program({"audit", "--format", "xlsx", "--out", sheet, path, other}).exit, 0);
  const std::string bytes = read_whole(sheet);
  EXPECT_EQ(run_program({"audit", "--format", "xlsx", "--out", sheet, "--threads", "1", path, other}).exit, 0);
  EXPECT_EQ(read_whole(sheet), bytes);
  const ZipParts zip = read_zip(bytes);
  ASSERT_NE(zip.find("xl/worksheets/sheet1.xml"), nullptr);
  const std::string& rows = *zip.find("xl/worksheets/sheet1.xml");
  for (const char* words : {"Contact", "Verified", "Ana Ruiz", "Bo Okoro", "=1+1 is two", "Sources"})
    EXPECT_THAT(rows, HasSubstr(words));
  EXPECT_THAT(rows, Not(HasSubstr("<f>")));
}

TEST(Office, RefusalsAreClear) {
  const Folder folder;
  const std::string path = folder.write("draft.docx", draft());
  EXPECT_THAT(run_program({"audit", "--format", "docx", path}).err, HasSubstr("add --out FILE or --out DIR"));
  EXPECT_THAT(run_program({"audit", "--format", "docx", "--out", path, path}).err,
              HasSubstr("would replace a file that the run reads"));
  EXPECT_THAT(run_program({"audit", "--format", "docx", "--out", "x.docx", path, path}).err,
              HasSubstr("give a folder"));
  const std::string cut = folder.write("cut.docx", draft().substr(0, 300));
  const ProgramRun run = run_program({"check", cut, path});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("cut.docx: error: the archive is damaged or cut off"));
  EXPECT_THAT(run.out, HasSubstr("draft.docx: paragraph"));
}

}  // namespace
}  // namespace hearsay
