// Streams of bytes, records and articles: compression, how records are cut wherever a read ends, folders, shards.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zstd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "archive/article_stream.h"
#include "archive/byte_source.h"
#include "cli/compressed.h"
#include "cli/run_program.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string zstd(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

struct Read {
  std::string bytes;
  std::string problem;
};

Read read_all(const std::string& path, std::size_t piece) {
  ByteSource source(path, nullptr);
  Read read;
  std::string buffer(piece, '\0');
  while (const std::size_t count = source.read(buffer.data(), buffer.size())) read.bytes.append(buffer, 0, count);
  if (source.problem()) read.problem = source.problem()->message;
  return read;
}

TEST(ByteSource, TellsCompressionByContent) {
  const Folder folder;
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "line " + std::to_string(i) + "\n";
  const std::vector<std::pair<std::string, std::string>> files = {
      {"plain.gz", text},
      {"one.txt", gzip(text)},
      {"members.gz", gzip(text.substr(0, 7)) + gzip("") + gzip(text.substr(7)) + std::string(1000, '\0')},
      {"one.zst", zstd(text)},
      {"frames.zst", zstd(text.substr(0, 7)) + zstd(text.substr(7))}};
  for (const auto& [name, bytes] : files) {
    const std::string path = folder.write(name, bytes);
    for (const std::size_t piece : {std::size_t{1} << 16U, std::size_t{777}}) {
      const Read read = read_all(path, piece);
      EXPECT_EQ(read.problem, "") << name;
      EXPECT_TRUE(read.bytes == text) << name << ": " << read.bytes.size() << " of " << text.size();
    }
  }
}

TEST(ByteSource, ShortFilesAreThemselves) {
  const Folder folder;
  for (const std::string& bytes : {std::string(), std::string("\x1f"), std::string("\x1f\x8b"),
                                   std::string("\x28\xb5\x2f"), std::string("abc"), std::string("abcdefgh")}) {
    EXPECT_EQ(read_all(folder.write("short", bytes), 3).bytes, bytes);
  }
}

TEST(ByteSource, DamageIsToldAndWhatCameBeforeIsKept) {
  const Folder folder;
  std::string text;
  std::uint32_t random = 1;
  for (int i = 0; i < 100'000; ++i) text += std::to_string(random = random * 1664525U + 1013904223U) + "\n";
  std::string bent = gzip(text);
  for (std::size_t i = 0; i < 40; ++i) bent[bent.size() / 2 + i] = static_cast<char>(bent[bent.size() / 2 + i] ^ 0x5a);
  const std::vector<std::pair<std::string, std::string>> files = {
      {gzip(text).substr(0, gzip(text).size() / 2), "breaks off"},
      {zstd(text).substr(0, zstd(text).size() / 2), "breaks off"},
      {bent, "damaged"},
      {gzip(text) + "tail", "no gzip stand behind"}};
  for (const auto& [bytes, message] : files) {
    const Read read = read_all(folder.write("damaged", bytes), 1U << 16U);
    EXPECT_THAT(read.problem, HasSubstr(message));
    EXPECT_FALSE(read.bytes.empty());
  }
}

TEST(Container, IsToldByTheFirstBytes) {
  const std::vector<std::pair<std::string, ContainerKind>> heads = {
      {"", ContainerKind::none},
      {"An article.", ContainerKind::none},
      {"<html>", ContainerKind::none},
      {"[AP] The wall fell.", ContainerKind::none},
      {"{not json}", ContainerKind::none},
      {"{\"a\":1}", ContainerKind::lines},
      {"\xef\xbb\xbf{\"a\":1}\n{\"a\":2}\n", ContainerKind::lines},
      {"{\"a\":\"{[\\\"\"}\n", ContainerKind::lines},
      {"{\"text\":\"" + std::string(70'000, 'x'), ContainerKind::lines},
      {"{\"a\":\"torn\n{\"a\":2}\n", ContainerKind::lines},
      {"{\"a\":\"torn\nagain\n{\"a\":2}\n", ContainerKind::lines},
      {"{\n  \"a\": 1\n}\n", ContainerKind::values},
      {"[{\"a\":1}]", ContainerKind::values},
      {"[\n {\n", ContainerKind::values},
      {"WARC/1.0\r\n", ContainerKind::warc},
      {"<?xml version=\"1.0\"?>\n<rss version=\"2.0\">", ContainerKind::items},
      {"<a:feed xmlns:a=\"x\">", ContainerKind::items},
      {"<nitf><body/></nitf>", ContainerKind::none},
      {"{\"uri\":\"urn:x:1\",\"versioncreated\":\"2024\",\"headline\":\"A\"}", ContainerKind::lines}};
  for (const auto& [head, layout] : heads) EXPECT_EQ(container_kind(head), layout) << head.substr(0, 40);
}

// All articles of `paths` as "line:bytes", or "line!message".
std::vector<std::string> articles_of(const std::vector<std::string>& paths, const StreamOptions& options = {}) {
  ArticleStream stream(paths, options);
  std::vector<std::string> found;
  RawBatch batch;
  while (stream.pull(batch)) {
    for (const RawArticle& article : batch.articles) {
      EXPECT_LT(article.file, batch.files.size());
      std::string text = std::to_string(article.line) + ':' + std::string(batch.of(article));
      if (article.problem) text = std::to_string(article.line) + '!' + article.problem->message;
      found.push_back(std::move(text));
    }
  }
  return found;
}

class Cuts : public ::testing::TestWithParam<std::size_t> {};

TEST_P(Cuts, AreTheSameWhereverABatchEnds) {
  const Folder folder;
  const StreamOptions options{.limits = {.batch_bytes = GetParam(), .record_bytes = 200}};
  const std::string big(300, 'b');
  EXPECT_THAT(
      articles_of({folder.write("a.jsonl", "{\"a\":1}\r\n\n {\"a\":2} \n{\"b\":\"" + big + "\"}\n{\"a\":3}")}, options),
      ElementsAre("1:{\"a\":1}", "2:", "3:{\"a\":2}", "4!a record of 308 bytes; at most 200 are read", "5:{\"a\":3}"));
  EXPECT_THAT(articles_of({folder.write("b.json", "[\n{\"a\":\n[\"}]\\\"{\"]},\n\n{\"b\":{\"c\":1}}, 7\n, {\"d\":\"" +
                                                      big + "\"} {\"e\":2}]\n")},
                          options),
              ElementsAre("2:{\"a\":\n[\"}]\\\"{\"]}", "5:{\"b\":{\"c\":1}}", "5:7",
                          "6!a record of 308 bytes; at most 200 are read", "6:{\"e\":2}"));
}

INSTANTIATE_TEST_SUITE_P(Sizes, Cuts, ::testing::Values(1U, 16U, 100U, 1U << 16U));

TEST(ArticleStream, ManyRecordsComeInOrder) {
  const Folder folder;
  std::string bytes;
  std::vector<std::string> wanted;
  for (int i = 1; i <= 5000; ++i) {
    const std::string record = "{\"id\":" + std::to_string(i) + ",\"x\":\"" +
                               std::string(static_cast<std::size_t>(i * 7919 % 400), 'x') + "\"}";
    bytes += record + '\n';
    wanted.push_back(std::to_string(i) + ':' + record);
  }
  for (const std::string& path :
       {folder.write("a.jsonl", bytes), folder.write("b", gzip(bytes)), folder.write("c", zstd(bytes))}) {
    EXPECT_TRUE(articles_of({path}) == wanted) << path;
    EXPECT_TRUE(articles_of({path}, {.limits = {.batch_bytes = 300}}) == wanted) << path;
  }
}

TEST(ArticleStream, ShardsAreDisjointAndComplete) {
  const Folder folder;
  std::string bytes;
  for (int i = 1; i <= 1000; ++i) bytes += "{\"id\":" + std::to_string(i) + "}\n";
  folder.write("in/b.jsonl", bytes);
  folder.write("in/a.txt", "One article.");
  folder.write("in/c/d.txt", "Another.");
  const std::string path = (folder.path() / "in").string();
  const std::vector<std::string> all = articles_of({path});
  ASSERT_EQ(all.size(), 1002U);
  for (const std::uint64_t count : {1U, 2U, 7U, 1003U}) {
    std::vector<std::vector<std::string>> shards;
    for (std::uint64_t index = 1; index <= count; ++index)
      shards.push_back(articles_of({path}, {.shard = {index, count}}));
    for (std::size_t i = 0; i < all.size(); ++i) {
      ASSERT_GT(shards[i % count].size(), i / count);
      EXPECT_EQ(shards[i % count][i / count], all[i]);
    }
  }
}

TEST(ArticleStream, WalksFoldersInOrderOfPaths) {
  const Folder folder;
  for (const char* name :
       {"in/b.txt", "in/a.txt", "in/a/z.txt", "in/a/.hidden", "in/.git/x.txt", "in/ab/c.txt", "in/a-/y.txt"})
    folder.write(name, name);
  std::filesystem::create_directory_symlink(folder.path() / "in", folder.path() / "in" / "loop");
  ArticleStream stream(std::vector<std::string>{(folder.path() / "in").string()}, {});
  RawBatch batch;
  ASSERT_TRUE(stream.pull(batch));
  std::vector<std::string> names;
  std::vector<std::string> sorted;
  for (const RawFile& file : batch.files) names.push_back(file.path);
  sorted = names;
  std::sort(sorted.begin(), sorted.end());
  EXPECT_EQ(names, sorted);
  EXPECT_EQ(names.size(), 5U);
  EXPECT_TRUE(stream.ended());
}

TEST(ArticleStream, WhatCannotBeReadStandsInItsPlace) {
  const Folder folder;
  const std::vector<std::string> found =
      articles_of({folder.write("a.txt", "One."), "/nowhere/at/all",
                   folder.write("b.gz", gzip(std::string(5000, 'x')).substr(0, 20)), folder.write("c.txt", "Two."),
                   folder.write("d.txt", std::string(5000, 'd'))},
                  {.file_bytes = 4096});
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[0], "0:One.");
  EXPECT_THAT(found[1], HasSubstr("!cannot be read"));
  EXPECT_THAT(found[2], HasSubstr("!the gzip stream breaks off"));
  EXPECT_EQ(found[3], "0:Two.");
  EXPECT_THAT(found[4], HasSubstr("!larger than"));
}

TEST(ArticleStream, WhatIsDoneIsLeftOut) {
  const Folder folder;
  int asked = 0;
  const StreamOptions options{.done = [&](std::string_view bytes) { return ++asked, bytes == "{\"a\":1}"; }};
  EXPECT_THAT(articles_of({folder.write("a.jsonl", "{\"a\":1}\n{\"a\":2}\n")}, options), ElementsAre("2:{\"a\":2}"));
  EXPECT_EQ(asked, 2);
}

TEST(ArticleStream, FromSaysWhatFilesHold) {
  const Folder folder;
  const std::string path = folder.write("a", "{\"a\":1}\n{\"a\":2}\n");
  EXPECT_EQ(articles_of({path}, {.from = From::file}).size(), 1U);
  EXPECT_EQ(articles_of({path}, {.from = From::jsonl}).size(), 2U);
  EXPECT_EQ(articles_of({folder.write("c", "{\"a\":\"torn\n\n[1,\n")}, {.from = From::jsonl}).size(), 3U);
  EXPECT_EQ(articles_of({folder.write("b", "no record\nnor this\n")}, {.from = From::jsonl}).size(), 2U);
}

}  // namespace
}  // namespace hearsay
