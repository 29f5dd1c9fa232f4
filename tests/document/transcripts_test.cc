// Originals with speakers, times and pages: subtitles, transcripts, mail, PDF; whole ones and hostile ones.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "document/transcript/find_turns.h"
#include "document/transcript/read_captions.h"
#include "read_english.h"

namespace hearsay {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> speakers(const Document& document) {
  std::vector<std::string> out;
  for (const SpeakerTurn& turn : document.turns) out.push_back(turn.speaker);
  return out;
}
std::vector<std::string> turns(const Document& document) {
  std::vector<std::string> out;
  for (const SpeakerTurn& turn : document.turns) out.push_back(document.text.substr(turn.span.begin, turn.span.size()));
  return out;
}

TEST(Captions, GiveVoicesAndTimes) {
  const Document document = read_english(
      "WEBVTT - hearing\n\nSTYLE\n::cue { color: red }\n\nNOTE nobody says this\n\nopening\n00:01.000 --> 00:03.000 "
      "align:start\n<v Ivo Marn>We will <b>sell</b> the\nlighthouse &amp; the quay.\n\n01:00:05.500 --> "
      "01:00:07.000\n<v Selma Oduya>To whom?\n",
      "hearing.vtt");
  EXPECT_EQ(document.format, "captions");
  EXPECT_THAT(speakers(document), ElementsAre("Ivo Marn", "Selma Oduya"));
  EXPECT_THAT(turns(document), ElementsAre("We will sell the lighthouse & the quay.", "To whom?"));
  ASSERT_EQ(document.marks.size(), 2U);
  EXPECT_EQ(document.marks[0].place, "00:00:01");
  EXPECT_EQ(document.marks[1].place, "01:00:05");
}

TEST(Captions, ThatRollAreWrittenOnce) {
  const Document document = read_english(
      "WEBVTT\n\n00:01.000 --> 00:02.000\nwe will sell the lighthouse\n\n00:02.000 --> 00:03.000\nwe will sell the "
      "lighthouse\nto nobody at all\n\n00:03.000 --> 00:04.000\nto nobody at all\nthis year\n",
      "rolling.vtt");
  EXPECT_EQ(document.text, "we will sell the lighthouse to nobody at all this year");
  EXPECT_THAT(document.turns, IsEmpty());
}

TEST(Captions, OfSrtHaveLabels) {
  const Document document = read_english(
      "1\n00:00:01,000 --> 00:00:02,000\nMARN: We sell {\\an8}nothing.\n\n2\n00:00:02,000 --> 00:00:03,000\nNot one "
      "lamp.\n\n3\n00:00:03,000 --> 00:00:04,000\nODUYA: Why?\n",
      "hearing.srt");
  EXPECT_THAT(turns(document), ElementsAre("We sell nothing. Not one lamp.", "Why?"));
  EXPECT_THAT(speakers(document), ElementsAre("MARN", "ODUYA"));
}

TEST(Captions, ANumberAloneIsNone) {
  for (const char* text : {"2", "2\n", "2\n\n", "2\r\n"})
    EXPECT_NE(read_english(text, "x.srt").format, "captions") << text;
}

TEST(Transcripts, AreToldByTheirLabels) {
  Document document = read_english(
      "PUBLIC HEARING\n\nMODERATOR: Please.\n\nMR. MARN (via phone): We sell nothing.\nNot one lamp. [Applause]\n\n"
      "Q. Why?\n\nMR. MARN: Because.\n",
      "hearing.txt");
  find_turns(document);
  EXPECT_THAT(speakers(document), ElementsAre("", "MODERATOR", "MR. MARN", "Q", "MR. MARN"));
}

TEST(Transcripts, AreNoArticlesWithAColon) {
  Document document = read_english(
      "Harbour closes\n\nThe mayor gave three reasons.\n\nUpdate: the quay is open again.\n\nIvo Marn said: it is late."
      "\n\nNobody came to the meeting on Monday.\n",
      "article.txt");
  find_turns(document);
  EXPECT_THAT(document.turns, IsEmpty());
}

constexpr const char* kMail =
    "From: =?utf-8?q?Selma_Od=C3=BCya?= <selma@varnhaven.example>\r\nTo: desk@post.example\r\nSubject: The pumps\r\n"
    "Date: Tue, 3 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; "
    "boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>in HTML</p>\r\n--b\r\nContent-Type: "
    "text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe pumps are all r=FCsted "
    "=\r\n"
    "through.\r\n\r\n> Are they?\r\n--b--\r\n";

TEST(Mail, GivesItsWordsAndWhoSentThem) {
  const Document document = read_english(kMail, "pumps.eml");
  EXPECT_EQ(document.format, "eml");
  EXPECT_EQ(document.title, "The pumps");
  EXPECT_EQ(document.byline, "Selma Odüya");
  EXPECT_EQ(document.published, "2026-11-03");
  EXPECT_THAT(document.text, HasSubstr("The pumps are all rüsted through."));
  EXPECT_THAT(document.text, Not(HasSubstr("HTML")));
  EXPECT_THAT(speakers(document), ElementsAre("Selma Odüya", ""));
}

TEST(Mail, DecodesBase64AndReadsHtml) {
  const Document document = read_english(
      "From: ivo@varnhaven.example\nMessage-ID: <1@x>\nContent-Type: text/html; charset=utf-8\n"
      "Content-Transfer-Encoding: base64\n\nPHA+VGhlIGxpZ2h0aG91c2UgaXMgc29sZC48L3A+\n",
      "sold.eml");
  EXPECT_EQ(document.text, "The lighthouse is sold.");
}

TEST(Mail, IsBoundInDepthAndParts) {
  std::string deep = "From: a@b.example\nMIME-Version: 1.0\n";
  for (int i = 0; i < 2000; ++i)
    deep += "Content-Type: multipart/mixed; boundary=\"b" + std::to_string(i) + "\"\n\n--b" + std::to_string(i) + "\n";
  deep += "Content-Type: text/plain\n\nwords\n";
  static_cast<void>(read_english(deep, "deep.eml"));
  std::string many = "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n\n";
  for (int i = 0; i < 20000; ++i) many += "--b\nContent-Type: text/plain\n\nwords\n";
  EXPECT_LT(read_english(many, "many.eml").text.size(), 10000U);
}

std::string pdf_of(const std::vector<std::string>& pages, const std::string& trailer = "") {
  std::string out = "%PDF-1.4\n";
  std::vector<std::size_t> offsets;
  const auto object = [&](const std::string& body) {
    offsets.push_back(out.size());
    out += std::to_string(offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
  };
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(4 + 2 * i) + " 0 R ";
  object("<< /Type /Catalog /Pages 2 0 R >>");
  object("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>");
  object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (const std::string& page : pages) {
    object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents " +
           std::to_string(offsets.size() + 2) + " 0 R >>");
    std::string words = "BT /F1 12 Tf 14 TL 72 720 Td\n";
    for (std::size_t at = 0; at < page.size();) {
      const std::size_t end = std::min(page.find('\n', at), page.size());
      words += "(" + page.substr(at, end - at) + ") Tj T*\n";
      at = end + 1;
    }
    words += "ET";
    object("<< /Length " + std::to_string(words.size()) + " >>\nstream\n" + words + "\nendstream");
  }
  const std::size_t xref = out.size();
  out += "xref\n0 " + std::to_string(offsets.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t offset : offsets) {
    std::string ten = std::to_string(offset);
    ten.insert(0, 10 - ten.size(), '0');
    out += ten + " 00000 n \n";
  }
  out += "trailer\n<< /Size " + std::to_string(offsets.size() + 1) + " /Root 1 0 R " + trailer + ">>\nstartxref\n" +
         std::to_string(xref) + "\n%%EOF\n";
  return out;
}

TEST(Pdf, GivesItsTextByPages) {
  const Document document = read_english(pdf_of({"Minutes of the harbour board 1\nThe lighthouse will be sold",
                                                 "Minutes of the harbour board "
                                                 "2\nto nobody at all.",
                                                 "Minutes of the harbour board 3\nThe end of it."}),
                                         "minutes.pdf");
  EXPECT_EQ(document.format, "pdf");
  EXPECT_THAT(document.text, HasSubstr("The lighthouse will be sold"));
  EXPECT_THAT(document.text, Not(HasSubstr("Minutes of the harbour board"))) << "a header of every page";
  ASSERT_EQ(document.marks.size(), 3U);
  EXPECT_EQ(document.marks[1].place, "page 2");
}

TEST(Pdf, WithoutTextIsAWarning) {
  const Document document = read_english(pdf_of({""}), "scan.pdf");
  EXPECT_EQ(document.text, "");
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics.front().severity, Severity::warning);
  EXPECT_THAT(document.diagnostics.front().message, HasSubstr("without a text layer"));
}

TEST(Pdf, TornOrEncryptedIsAnError) {
  const Document torn = read_english("%PDF-1.7\n1 0 obj << /Type", "torn.pdf");
  ASSERT_FALSE(torn.diagnostics.empty());
  EXPECT_EQ(torn.diagnostics.front().severity, Severity::error);
  const std::string key(32, 'x');
  const Document locked =
      read_english(pdf_of({"secret"}, "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (" + key +
                                          ") /U (" + key + ") >> "),
                   "locked.pdf");
  ASSERT_FALSE(locked.diagnostics.empty());
  EXPECT_EQ(locked.diagnostics.front().severity, Severity::error);
  EXPECT_EQ(locked.text, "");
}

}  // namespace
}  // namespace hearsay
