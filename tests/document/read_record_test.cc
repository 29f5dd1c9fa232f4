// Records of JSON dumps: the field names they use, what they write for nothing, and what breaks them.
#include "document/wire/read_record.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "document/block_names.h"
#include "english_words.h"

namespace hearsay {
namespace {

using ::testing::HasSubstr;

Document read_line(const std::string& json) {
  RecordParser parser;
  return read_record(json, {.file = "dumps/coast.jsonl", .line = 7}, parser, english_page_words());
}

constexpr const char* kText = R"(The wall will be rebuilt, said Mara Quill.\n\nIt failed twice.)";

struct RecordCase {
  const char* name;
  std::string json;
  std::string id, path, title, byline, published, outlet;
};

class Fields : public ::testing::TestWithParam<RecordCase> {};

TEST_P(Fields, AreFoundUnderTheirName) {
  const RecordCase& given = GetParam();
  std::string json = given.json;
  json.replace(json.find("TEXT"), 4, kText);
  const Document document = read_line(json);
  EXPECT_TRUE(document.diagnostics.empty()) << document.diagnostics.front().message;
  EXPECT_EQ(document.id, given.id);
  EXPECT_EQ(document.path, given.path);
  EXPECT_EQ(document.title, given.title);
  EXPECT_EQ(document.byline, given.byline);
  EXPECT_EQ(document.published, given.published);
  EXPECT_EQ(document.outlet, given.outlet);
  EXPECT_EQ(document.format, "json");
  const std::string body = "The wall will be rebuilt, said Mara Quill.\n\nIt failed twice.";
  EXPECT_EQ(document.text, given.title.empty() ? body : given.title + "\n\n" + body);
}

const std::string kHere = "dumps/coast.jsonl:7";

INSTANTIATE_TEST_SUITE_P(
    Dumps, Fields,
    ::testing::Values(
        RecordCase{
            "news_please",
            R"({"url":"http://www.herald.example/2024/wall?id=7#top","title":"Wall to go","authors":["Ana Ruiz","Ben Cole"],)"
            R"("date_publish":"2024-03-01 10:20:30","maintext":"TEXT","text":null,"source_domain":"http://www.herald.example","language":"en"})",
            "herald.example-2024-wall-id-7", "http://www.herald.example/2024/wall?id=7#top", "Wall to go",
            "Ana Ruiz and Ben Cole", "2024-03-01T10:20:30", "herald.example"},
        RecordCase{
            "nela",
            R"({"id":"n-1","source":"The Harbour Post","title":"Wall","author":"By Ana Ruiz","published_utc":1709287200,"content":"TEXT"})",
            "n-1", kHere, "Wall", "Ana Ruiz", "2024-03-01T10:00:00Z", "The Harbour Post"},
        RecordCase{
            "newspaper",
            R"({"canonical_link":"https://herald.example/a/","url":"https://herald.example/a?x","title":"Wall","authors":["Ana Ruiz","Minute Read","Am Edt","Published","Staff Reporter"],"publish_date":"2024-03-01","text":"TEXT","source_url":"https://herald.example"})",
            "herald.example-a", "https://herald.example/a/", "Wall", "Ana Ruiz", "2024-03-01", "herald.example"},
        RecordCase{
            "trafilatura",
            R"({"source":"https://herald.example/b","source-hostname":"herald.example","title":"Wall","author":"Ana Ruiz; Ben Cole","date":"2024-03-01","text":"TEXT","raw_text":"other"})",
            "herald.example-b", "https://herald.example/b", "Wall", "Ana Ruiz and Ben Cole", "2024-03-01",
            "herald.example"},
        RecordCase{
            "webhose",
            R"({"uuid":"u9","thread":{"site":"herald.example"},"title":"Wall","author":"","published":"2024-03-01T10:00:00Z","text":"TEXT"})",
            "u9", kHere, "Wall", "", "2024-03-01T10:00:00Z", "herald.example"},
        RecordCase{"nothing_written_out",
                   R"({"id":12,"title":"None","authors":null,"date":"nan","source":"","text":"TEXT"})", "12", kHere, "",
                   "", "", ""},
        RecordCase{"named_by_its_place",
                   R"({"text":"TEXT","publisher":{"name":"The Post"},"author":[{"name":"Ana Ruiz"},7,null]})",
                   "coast.jsonl:7", kHere, "", "Ana Ruiz", "", "The Post"}),
    [](const auto& given) { return given.param.name; });

TEST(ReadRecord, TypedBlocksKeepTheirKind) {
  const Document document = read_line(
      R"({"id":7,"title":"Typed","published_date":1709287200000,"contents":[null,3,{"type":"title","content":"Typed"},)"
      R"({"type":"sanitized_html","subtype":"paragraph","content":"The wall will be <a href=\"https://x.example/\">rebuilt</a>, said Mara Quill."},)"
      R"({"type":"sanitized_html","subtype":"subhead","content":"Costs"},{"type":"image","fullcaption":"The wall."},)"
      R"({"type":"list","content":["One item","Another"]}]})");
  EXPECT_EQ(document.published, "2024-03-01T10:00:00Z");
  EXPECT_EQ(document.text,
            "Typed\n\nThe wall will be rebuilt, said Mara Quill.\n\nCosts\n\nThe wall.\n\nOne item\n\nAnother");
  std::vector<BlockKind> kinds;
  for (const Block& block : document.blocks) kinds.push_back(block.kind);
  EXPECT_THAT(kinds, ::testing::ElementsAre(BlockKind::headline, BlockKind::paragraph, BlockKind::heading,
                                            BlockKind::caption, BlockKind::list_item, BlockKind::list_item));
  ASSERT_EQ(document.links.size(), 1U);
  EXPECT_EQ(document.text.substr(document.links[0].span.begin, document.links[0].span.size()), "rebuilt");
}

TEST(ReadRecord, ABodyInHtmlIsReadAsAPage) {
  const Document document = read_line(
      R"({"id":1,"title":"H","content":"<p>The wall &amp; the pier.</p><h2>Costs</h2><p>Twelve million.</p>"})");
  EXPECT_EQ(document.text, "H\n\nThe wall & the pier.\n\nCosts\n\nTwelve million.");
}

TEST(ReadRecord, ParagraphsMayBeLines) {
  const Document document =
      read_line(R"({"id":1,"title":"The wall is to go","text":"First it failed.\nThen it fell.\nThat was all."})");
  EXPECT_EQ(document.blocks.size(), 4U);
  EXPECT_EQ(document.blocks.front().kind, BlockKind::headline);
}

struct Broken {
  const char* name;
  std::string json;
  Severity severity;
  const char* message;
};

class NoRecord : public ::testing::TestWithParam<Broken> {};

TEST_P(NoRecord, IsOneClearMessage) {
  const Document document = read_line(GetParam().json);
  EXPECT_EQ(document.text, "");
  EXPECT_EQ(document.id, "coast.jsonl:7");
  EXPECT_FALSE(document.sha256.empty());
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].severity, GetParam().severity);
  EXPECT_EQ(document.diagnostics[0].file, "dumps/coast.jsonl");
  EXPECT_EQ(document.diagnostics[0].line, 7U);
  EXPECT_THAT(document.diagnostics[0].message, HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(
    Lines, NoRecord,
    ::testing::Values(Broken{"empty", "", Severity::warning, "an empty line"},
                      Broken{"blank", " \t\r", Severity::warning, "an empty line"},
                      Broken{"torn", R"({"id":"a","text":"It fai)", Severity::error, "breaks off"},
                      Broken{"torn_in_an_escape", R"({"text":"\u00)", Severity::error, "breaks off"},
                      Broken{"torn_behind_a_backslash", R"({"text":"\)", Severity::error, "breaks off"},
                      Broken{"torn_behind_half_a_pair", R"({"text":"\ud83d)", Severity::error, "breaks off"},
                      Broken{"array", "[1,2]", Severity::error, "one JSON object"},
                      Broken{"word", "hello", Severity::error, "no JSON record"},
                      Broken{"no_text", R"({"title":"T"})", Severity::error, "no article text"},
                      Broken{"text_is_a_number", R"({"text":42})", Severity::error, "no article text"},
                      Broken{"text_is_a_list", R"({"text":["a",{"b":1}]})", Severity::error, "no article text"},
                      Broken{"two_in_a_line", R"({"text":"a"} {"text":"b"})", Severity::error, "no JSON record"},
                      Broken{"deep", R"({"text":)" + std::string(100'000, '[') + "}", Severity::error, "too deep"},
                      Broken{"deep_objects",
                             [] {
                               std::string json;
                               for (int i = 0; i < 50'000; ++i) json += R"({"a":)";
                               return json;
                             }(),
                             Severity::error, "breaks off"}),
    [](const auto& given) { return given.param.name; });

TEST(ReadRecord, TooLargeIsRefused) {
  RecordParser parser;
  const std::string json = R"({"text":")" + std::string(5000, 'x') + "\"}";
  const Document document =
      read_record(json, {.file = "a", .line = 1}, parser, english_page_words(), {.max_bytes = 4096});
  EXPECT_EQ(document.text, "");
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_THAT(document.diagnostics[0].message, HasSubstr("too many for one record"));
}

// What Python's json module writes and reads, and JSON does not allow.
TEST(ReadRecord, HalfSurrogatesAndNanAreMended) {
  const Document document =
      read_line(R"({"id":1,"score":NaN,"x":-Infinity,"text":"A \ud83d b \ud83d\ude00 c \\ud83d NaN )"
                "\t"
                R"(end."})");
  EXPECT_TRUE(document.diagnostics.empty());
  EXPECT_EQ(document.text, "A \xef\xbf\xbd b \xf0\x9f\x98\x80 c \\ud83d NaN  end.");
}

TEST(ReadRecord, OldEncodingsAreReadWithAWarning) {
  const Document old = read_line("{\"text\":\"The caf\xe9 failed.\"}");
  EXPECT_EQ(old.text, "The caf\xc3\xa9 failed.");
  EXPECT_EQ(old.encoding, "windows-1252");
  ASSERT_EQ(old.diagnostics.size(), 1U);
  EXPECT_EQ(old.diagnostics[0].severity, Severity::warning);
  const Document torn = read_line("{\"text\":\"Caf\xc3\xa9 and \xe2\x80 more.\"}");
  EXPECT_EQ(torn.encoding, "utf-8");
  EXPECT_THAT(torn.text, HasSubstr("Caf\xc3\xa9 and \xef\xbf\xbd"));
}

TEST(ReadRecord, WarnsOfWordsThatWereTakenOut) {
  const Document document = read_line(R"({"text":"It will be @ @ @ @ @ @ @ said Mara Quill."})");
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].severity, Severity::warning);
  EXPECT_THAT(document.diagnostics[0].message, HasSubstr("quotations are broken"));
}

TEST(ReadRecord, AnIdIsOneBoundedLine) {
  const Document long_one = read_line(R"({"id":"a\nb\u0007)" + std::string(5000, 'i') + R"(","text":"It failed."})");
  EXPECT_LE(long_one.id.size(), 200U);
  EXPECT_EQ(long_one.id.find('\n'), std::string::npos);
  const Document address =
      read_line(R"({"url":"https://x.example/)" + std::string(5000, 'u') + R"(","text":"It failed."})");
  EXPECT_LE(address.id.size(), 200U);
}

TEST(ReadRecord, AParserServesManyRecords) {
  RecordParser parser;
  for (int round = 0; round < 3; ++round) {
    for (const std::size_t size : {std::size_t{10}, std::size_t{3'000'000}, std::size_t{100}}) {
      const std::string json = R"({"text":")" + std::string(size, 'x') + "\"}";
      EXPECT_EQ(read_record(json, {.file = "a", .line = 1}, parser, english_page_words()).text.size(), size);
    }
  }
}

}  // namespace
}  // namespace hearsay
