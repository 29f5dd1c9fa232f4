// Input that is not whole, or that says something else than it is: what could be read is, and what is wrong is told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/utf8.h"
#include "cli/compressed.h"
#include "cli/run_program.h"
#include "document/http_response.h"
#include "office_files.h"

namespace hearsay {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using Words = std::vector<std::string>;

const std::string kResponseHead = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

TEST(Torn, ResponsesThatBreakOffAreTold) {
  const std::string packed = gzip(std::string(5000, 'x') + "the end");
  const std::string head = kResponseHead + "Content-Encoding: gzip\r\n\r\n";
  EXPECT_FALSE(read_http(head + packed, 1U << 20U).torn);
  EXPECT_TRUE(read_http(head + packed.substr(0, packed.size() - 12), 1U << 20U).torn);
  const HttpResponse large = read_http(head + packed, 1000);
  EXPECT_TRUE(large.too_long);
  EXPECT_EQ(large.body.size(), 1000U);
  EXPECT_FALSE(read_http(head + packed, 5007).too_long);
  const std::string chunks = kResponseHead + "Transfer-Encoding: chunked\r\n\r\n";
  EXPECT_FALSE(read_http(chunks + "5\r\nhello\r\n0\r\n\r\n", 1000).torn);
  EXPECT_TRUE(read_http(chunks + "5\r\nhello\r\n", 1000).torn);
  EXPECT_TRUE(read_http(chunks + "9\r\nhello", 1000).torn);
}

// Each character of ASCII as four bytes.
std::string as_utf32(const std::string& text, bool little) {
  using namespace std::string_literals;
  std::string out = little ? "\xff\xfe\0\0"s : "\0\0\xfe\xff"s;
  for (const char c : text) out += little ? std::string{c, '\0', '\0', '\0'} : std::string{'\0', '\0', '\0', c};
  return out;
}

TEST(Torn, Utf32WithItsMarkIsRead) {
  const Folder folder;
  for (const bool little : {true, false}) {
    folder.write("a.txt", as_utf32("Ferry talks stall\n\nThe quay was unsafe, said Ana Ruiz, an engineer.\n", little));
    const ProgramRun run =
        run_program({"audit", "--settings", "none", "--format", "json", "a.txt"}, {.cwd = folder.path()});
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("The quay was unsafe, said Ana Ruiz"));
    EXPECT_EQ(run.err.find("replaced"), std::string::npos) << run.err;
  }
}

TEST(Torn, OfficeFilesWithoutTheirEndAreTold) {
  const Folder folder;
  const std::string whole = docx("<w:p><w:r><w:t>The quay was unsafe, said Ana Ruiz, an engineer.</w:t></w:r></w:p>");
  const std::size_t directory = whole.find("PK\x01\x02");
  ASSERT_NE(directory, std::string::npos);
  folder.write("a.docx", whole);
  folder.write("torn.docx", whole.substr(0, directory));
  const Words options = {"audit", "--settings", "none", "--format", "json"};
  for (const auto& [name, told] : {std::pair("a.docx", false), std::pair("torn.docx", true)}) {
    Words words = options;
    words.emplace_back(name);
    const ProgramRun run = run_program(words, {.cwd = folder.path()});
    EXPECT_THAT(run.out, HasSubstr("The quay was unsafe")) << run.err;
    EXPECT_EQ(run.err.find("the end of this file is missing") != std::string::npos, told) << name << run.err;
  }
}

TEST(Torn, NamesAndSectionsAreCutBetweenCharacters) {
  const Folder folder;
  std::string names, section;
  for (int i = 0; i < 700; ++i) names += "é";
  for (int i = 0; i < 3000; ++i) section += "€";
  for (const std::string pad : {"", "a", "ab"}) {
    folder.write("a.jsonl", R"({"id":"a","text":"The quay was unsafe, said Ana Ruiz, an engineer.","authors":["Ana )" +
                                pad + names + R"("],"section":")" + pad + section + R"(","title":")" + pad + section +
                                "\"}\n");
    folder.write("a.json", R"({"uri":"x","type":"text","headline":"Ferry","byline":"Ana )" + pad + names +
                               R"(","language":")" + pad + section + R"(","subject":[{"name":")" + pad + section +
                               R"("}],"body_text":"The quay was unsafe, said Ana Ruiz, an engineer."})");
    for (const char* name : {"a.jsonl", "a.json"}) {
      const ProgramRun run =
          run_program({"audit", "--settings", "none", "--to", "jsonl", name}, {.cwd = folder.path()});
      EXPECT_TRUE(is_valid_utf8(run.out)) << name;
      EXPECT_THAT(run.out, Not(HasSubstr("\xef\xbf\xbd"))) << name << ", " << pad;
    }
  }
}

TEST(Torn, PoliciesThatAreNoneAreRefused) {
  const Folder folder;
  folder.write("a.txt", "Ferry talks stall\n\nThe quay was unsafe, said Ana Ruiz, an engineer.\n");
  const std::string policy =
      "<policy id=\"p\" name=\"P\" extends=\"default\"><grade letter=\"A\" from=\"90\"/></policy>\n";
  const auto run = [&](const std::string& bytes) {
    folder.write("p.xml", bytes);
    return run_program({"audit", "--settings", "none", "--policy", "p.xml", "a.txt"}, {.cwd = folder.path()});
  };
  EXPECT_EQ(run(policy).exit, 0);
  for (const std::string& bytes : {"<!DOCTYPE policy [<!ENTITY x \"y\">]>" + policy, policy + policy, std::string(),
                                   std::string("<policy id=\"p\" name=\"P\"/>")}) {
    const ProgramRun refused = run(bytes);
    EXPECT_EQ(refused.exit, 2) << bytes;
    EXPECT_THAT(refused.err, HasSubstr("p.xml")) << bytes;
  }
}

TEST(Torn, FoldersAndDevicesThatHoldNoRulesAreTold) {
  const Folder folder;
  folder.write("a.txt", "Ferry talks stall\n\nThe quay was unsafe, said Ana Ruiz, an engineer.\n");
  for (const char* href : {"/proc", "/dev/zero", "/dev"}) {
    folder.write("hearsay.xml", std::string("<hearsay><rules href=\"") + href + "\"/></hearsay>\n");
    const ProgramRun run = run_program({"audit", "a.txt"}, {.cwd = folder.path()});
    EXPECT_EQ(run.exit, 2) << href;
    EXPECT_THAT(run.err, HasSubstr("holds no rules")) << href;
  }
}

}  // namespace
}  // namespace hearsay
