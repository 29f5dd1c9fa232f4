// The parts of the language server: framing, places in a text, words of a page found again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "lsp/document.h"
#include "lsp/frames.h"
#include "lsp/message.h"
#include "lsp/position.h"
#include "read_english.h"
#include "report/text_index.h"
#include "service/anchor.h"

namespace hearsay {
namespace {

struct Stream {
  const char* name;
  std::string bytes;
  std::vector<std::string> bodies;
  std::size_t problems;
};

void PrintTo(const Stream& stream, std::ostream* out) {
  *out << stream.name;
}

class Frames : public ::testing::TestWithParam<Stream> {};

TEST_P(Frames, AreCutHoweverTheyArrive) {
  for (const std::size_t step : {std::size_t{1}, std::size_t{7}, std::size_t{100'000}}) {
    LspFrames frames(1000);
    std::vector<std::string> bodies;
    std::size_t problems = 0;
    for (std::size_t at = 0; at < GetParam().bytes.size(); at += step) {
      frames.feed(std::string_view(GetParam().bytes).substr(at, step));
      while (const auto frame = frames.next()) {
        if (frame->problem.empty()) {
          bodies.push_back(frame->body);
        } else {
          ++problems;
        }
      }
    }
    EXPECT_EQ(bodies, GetParam().bodies) << "in steps of " << step;
    EXPECT_EQ(problems, GetParam().problems) << "in steps of " << step;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, Frames,
    ::testing::Values(
        Stream{"two", lsp_frame("{}") + lsp_frame("[1]"), {"{}", "[1]"}, 0},
        Stream{"headers", "Content-Type: application/vscode-jsonrpc\r\ncontent-LENGTH:2\r\n\r\n{}", {"{}"}, 0},
        Stream{"bare_newlines", "Content-Length: 2\n\n{}", {"{}"}, 0},
        Stream{"empty_lines", "\r\n\r\nContent-Length: 2\r\n\r\n{}\r\n\r\n" + lsp_frame("[]"), {"{}", "[]"}, 0},
        Stream{"nothing", lsp_frame(""), {""}, 0},
        Stream{"garbage", "GET / HTTP/1.1\r\n\x01\x02\r\n\r\n" + lsp_frame("{}"), {"{}"}, 1},
        Stream{"no_number", "Content-Length: many\r\n\r\n" + lsp_frame("{}"), {"{}"}, 1},
        Stream{"negative", "Content-Length: -3\r\n\r\n" + lsp_frame("{}"), {"{}"}, 1},
        Stream{"beyond_numbers", "Content-Length: 99999999999999999999\r\n\r\n" + lsp_frame("{}"), {"{}"}, 1},
        Stream{"too_short", "Content-Length: 2\r\n\r\n{\"a\":1}" + lsp_frame("{}"), {"{\"", "{}"}, 0},
        Stream{"too_large", lsp_frame(std::string(5000, 'x')) + lsp_frame("{}"), {"{}"}, 1},
        Stream{"long_line", std::string(50'000, 'x') + "\r\n" + lsp_frame("{}"), {"{}"}, 1}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(Frames, AMessageTooLargeIsNotKept) {
  LspFrames frames(1000);
  frames.feed("Content-Length: 999999999\r\n\r\n");
  ASSERT_TRUE(frames.next().has_value());
  const std::string piece(1U << 20U, 'x');
  for (int i = 0; i < 953; ++i) {  // 999,292,928 of them
    frames.feed(piece);
    ASSERT_FALSE(frames.next().has_value());
  }
  frames.feed(std::string(999'999'999 - 953 * piece.size(), 'x') + lsp_frame("{}"));
  const auto frame = frames.next();
  ASSERT_TRUE(frame.has_value());
  EXPECT_EQ(frame->body, "{}");
}

TEST(Messages, WhatIsNoneIsBroken) {
  EXPECT_EQ(read_lsp_message("{").broken, LspError::parse_error);
  EXPECT_EQ(read_lsp_message("\"\\ud800\"").broken, LspError::parse_error);
  EXPECT_EQ(read_lsp_message("\xff").broken, LspError::parse_error);
  EXPECT_EQ(read_lsp_message("[]").broken, LspError::invalid_request);
  EXPECT_EQ(read_lsp_message(R"({"id": 3})").broken, LspError::invalid_request);
  EXPECT_FALSE(read_lsp_message(R"({"id": 3, "result": null})").broken.has_value());
  EXPECT_EQ(read_lsp_message(R"({"id": "x", "method": "m"})").id, Json("x"));
  EXPECT_FALSE(read_lsp_message(R"({"method": "m"})").id.has_value());
  const std::string deep =
      R"({"method": "m", "params": )" + std::string(1'000'000, '[') + std::string(1'000'000, ']') + "}";
  EXPECT_EQ(read_lsp_message(deep).method, "m");
}

TEST(Messages, FieldsThatAreNotThereReadAsNothing) {
  const Json json = Json::parse(R"({"a": {"b": 7, "c": -1, "d": 1e30, "e": "x", "f": 99999999999}})");
  EXPECT_EQ(number_field(json, {"a", "b"}), 7U);
  EXPECT_FALSE(number_field(json, {"a", "c"}).has_value());
  EXPECT_FALSE(number_field(json, {"a", "d"}).has_value());
  EXPECT_EQ(number_field(json, {"a", "f"}), 0xffffffffU);
  EXPECT_EQ(text_field(json, {"a", "e"}), "x");
  EXPECT_EQ(text_field(json, {"a", "b"}), "");
  EXPECT_TRUE(field(json, {"a", "b", "c"}).is_null());
}

// A letter of two bytes, an emoji of four bytes and two UTF-16 units, every kind of line end.
const std::string kText = "aé😀b\r\n\r\nx\ry😀\nend";

struct Place {
  std::uint32_t byte;
  std::uint32_t line, utf8, utf16, utf32;
};

TEST(Positions, AreRightInEveryEncoding) {
  const Place places[] = {{0, 0, 0, 0, 0},  {1, 0, 1, 1, 1},  {3, 0, 3, 2, 2},  {7, 0, 7, 4, 3},  {8, 0, 8, 5, 4},
                          {10, 1, 0, 0, 0}, {12, 2, 0, 0, 0}, {13, 2, 1, 1, 1}, {14, 3, 0, 0, 0}, {15, 3, 1, 1, 1},
                          {19, 3, 5, 3, 2}, {20, 4, 0, 0, 0}, {23, 4, 3, 3, 3}};
  const PositionIndex utf8(kText, PositionEncoding::utf8);
  const PositionIndex utf16(kText, PositionEncoding::utf16);
  const PositionIndex utf32(kText, PositionEncoding::utf32);
  for (const Place& place : places) {
    EXPECT_EQ(utf8.position(place.byte), (LspPosition{place.line, place.utf8})) << place.byte;
    EXPECT_EQ(utf16.position(place.byte), (LspPosition{place.line, place.utf16})) << place.byte;
    EXPECT_EQ(utf32.position(place.byte), (LspPosition{place.line, place.utf32})) << place.byte;
    EXPECT_EQ(utf8.byte({place.line, place.utf8}), place.byte);
    EXPECT_EQ(utf16.byte({place.line, place.utf16}), place.byte);
    EXPECT_EQ(utf32.byte({place.line, place.utf32}), place.byte);
  }
}

TEST(Positions, ThatAreNotThereAreTheNearestBefore) {
  const PositionIndex utf16(kText, PositionEncoding::utf16);
  EXPECT_EQ(utf16.byte({0, 3}), 3U);    // between the halves of the emoji
  EXPECT_EQ(utf16.byte({0, 99}), 8U);   // before \r\n
  EXPECT_EQ(utf16.byte({1, 1}), 10U);   // an empty line
  EXPECT_EQ(utf16.byte({99, 0}), 23U);  // behind the last line
  EXPECT_EQ(utf16.byte({0xffffffffU, 0xffffffffU}), 23U);
  EXPECT_EQ(PositionIndex(kText, PositionEncoding::utf8).byte({0, 2}), 1U);  // inside é
  EXPECT_EQ(utf16.bytes({2, 1}, {0, 1}), (Span{13, 13}));                    // the wrong way round
  EXPECT_EQ(PositionIndex("", PositionEncoding::utf16).byte({0, 5}), 0U);
}

TEST(Positions, OfLongLinesAgreeWithCounting) {
  std::string line;
  for (int i = 0; i < 300; ++i) line += i % 3 == 0 ? "😀" : i % 3 == 1 ? "é" : "z";
  const PositionIndex utf16(line, PositionEncoding::utf16);
  std::uint32_t units = 0;
  for (std::uint32_t byte = 0; byte < line.size();) {
    EXPECT_EQ(utf16.position(byte), (LspPosition{0, units}));
    EXPECT_EQ(utf16.byte({0, units}), byte);
    const auto lead = static_cast<unsigned char>(line[byte]);
    byte += lead >= 0xf0U ? 4 : lead >= 0xc0U ? 2 : 1;
    units += lead >= 0xf0U ? 2 : 1;
  }
}

TEST(Changes, AreFollowedInOrder) {
  LspDocument document;
  document.text = kText;
  const Json changes = Json::parse(R"([
    {"range": {"start": {"line": 0, "character": 4}, "end": {"line": 0, "character": 5}}, "text": "two\nlines"},
    {"range": {"start": {"line": 1, "character": 0}, "end": {"line": 2, "character": 0}}, "text": ""}])");
  apply_changes(document, changes, PositionEncoding::utf16);
  EXPECT_EQ(document.text, "aé😀two\n\r\nx\ry😀\nend");
  apply_changes(document, Json::parse(R"([{"text": "whole"}])"), PositionEncoding::utf16);
  EXPECT_EQ(document.text, "whole");
}

TEST(Changes, ThatCannotBeFollowedLoseTheDocumentUntilItsWholeTextComes) {
  LspDocument document;
  document.text = "x";
  apply_changes(document, Json::parse(R"([{"range": {}}])"), PositionEncoding::utf16);
  EXPECT_TRUE(document.lost);
  apply_changes(document, Json::parse(R"([{"text": "whole"}])"), PositionEncoding::utf16);
  EXPECT_FALSE(document.lost);
  EXPECT_EQ(document.text, "whole");
  // A hundred thousand edits of a large text in one message are work for minutes.
  document.text.assign(10U << 20U, 'x');
  const Json one = Json::parse(R"({"range": {"start": {"line": 0, "character": 0}}, "text": "y"})");
  apply_changes(document, Json(100'000, one), PositionEncoding::utf8);
  EXPECT_TRUE(document.lost);
}

TEST(Paths, OfUris) {
  EXPECT_EQ(path_of_uri("file:///a%20b/%C3%A9.txt"), "/a b/é.txt");
  EXPECT_EQ(path_of_uri("file://host/a.txt"), "/a.txt");
  EXPECT_EQ(path_of_uri("file:///100%"), "/100%");
  EXPECT_EQ(path_of_uri("file:///a%00b"), "/a");
  EXPECT_EQ(path_of_uri("untitled:Untitled-1"), "untitled:Untitled-1");
}

Report page_report(const std::string& page) {
  Document document = read_english(page, "page.html");
  Report report;
  report.format = document.format;
  report.text = document.text;
  const TextIndex index(document.text);
  for (const Block& block : document.blocks)
    report.blocks.push_back({{index.code_point(block.span.begin), index.code_point(block.span.end)}, "paragraph"});
  return report;
}

std::string found_again(const std::string& page, const std::string& words) {
  const Report report = page_report(page);
  const std::size_t at = report.text.find(words);
  if (at == std::string::npos) return "not in the article";
  const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  const Span place = TextAnchor(page, report).place(span);
  return page.substr(place.begin, place.size());
}

TEST(Anchors, FindWordsOfAPageAgain) {
  const std::string page =
      "<html><head><title>The dam at Ellan failed</title><script>var x = \"The pumps were old\";</script></head><body>"
      "<h1>The dam at Ellan failed</h1><p>The <em>pumps</em> were&nbsp;old, <a href=\"x?The pumps\">Ana Ruiz</a> "
      "said &ldquo;again&rdquo; on Monday &amp; nobody in the town of Ellan answered her at the time.</p>"
      "<p>Nothing was done about the gates of the dam, she said, for years after the flood.</p></body></html>";
  EXPECT_EQ(found_again(page, "Ana Ruiz"), "Ana Ruiz");
  EXPECT_EQ(found_again(page, "again"), "again");
  EXPECT_EQ(found_again(page, "gates of the dam"), "gates of the dam");
  EXPECT_EQ(found_again(page, "The pumps were"), "The <em>pumps</em> were");
}

TEST(Anchors, PlainTextIsTheSameText) {
  const std::string text = "\xef\xbb\xbfThe dam failed.\n\nNobody said why.\n";
  Report report;
  report.text = text.substr(3);
  EXPECT_EQ(TextAnchor(text, report).place({4, 7}), (Span{7, 10}));
}

TEST(Anchors, OfHostilePagesCostLittle) {
  for (const std::string& piece :
       {std::string("<p>aaaaaaaaaaaaaaaaaaaaaaaa"), std::string("<script>a</"), std::string("&a"), std::string("<")}) {
    std::string page = "<html><body>";
    while (page.size() < 300'000) page += piece;
    Report report;
    report.format = "html";
    report.text.assign(100'000, 'a');
    for (std::uint32_t at = 0; at < 100'000; at += 20) report.blocks.push_back({{at, at + 19}, "paragraph"});
    const TextAnchor anchor(page, report);
    EXPECT_LE(anchor.place({50, 60}).end, page.size());
  }
}

}  // namespace
}  // namespace hearsay
