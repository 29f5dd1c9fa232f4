// Files that hold many articles besides dumps: web archives, feeds, messages of wire items; whole, torn, lying and
// without end. And what agencies do to chains from the outside.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "archive/article_stream.h"
#include "base/utf8.h"
#include "cli/compressed.h"
#include "cli/run_program.h"
#include "document/http_response.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string http(const std::string& headers, const std::string& body) {
  return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

const std::string kHtml = "Content-Type: text/html; charset=utf-8\r\n";

std::string record(const std::string& type, const std::string& address, const std::string& content,
                   std::size_t claimed = 0) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + address +
         "\r\nContent-Type: application/http; msgtype=" + type +
         "\r\nContent-Length: " + std::to_string(claimed == 0 ? content.size() : claimed) + "\r\n\r\n" + content +
         "\r\n\r\n";
}

std::string page(const std::string& body) {
  return record("response", "http://elm.example/" + body, http(kHtml, body));
}

struct Held {
  std::vector<std::string> bodies;
  std::string notes;  // messages, a line each
};

Held held(const std::string& file, const StreamOptions& options = {}) {
  Held all;
  ArticleStream stream(std::vector<std::string>{file}, options);
  RawBatch batch;
  for (bool more = true; more;) {
    more = stream.pull(batch);
    for (const RawArticle& article : batch.articles) {
      all.bodies.push_back(article.problem ? "!" + article.problem->message : std::string(batch.of(article)));
    }
    for (const Diagnostic& note : batch.notes) all.notes += note.message + '\n';
  }
  return all;
}

std::vector<std::string> remarks(const std::string& file) {
  std::vector<std::string> all;
  ArticleStream stream(std::vector<std::string>{file}, {});
  RawBatch batch;
  for (bool more = true; more;) {
    more = stream.pull(batch);
    for (const RawArticle& article : batch.articles) all.push_back(article.remark);
  }
  return all;
}

TEST(Warc, HoldsPages) {
  const Folder folder;
  const std::string chunked = http(kHtml + "Transfer-Encoding: chunked\r\n", "3\r\none\r\n4;x=y\r\n two\r\n0\r\n\r\n");
  const std::string bytes =
      "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 3\r\n\r\na: \r\n\r\n" + page("first") +
      record("request", "http://elm.example/", "GET / HTTP/1.1\r\n\r\n") +
      record("response", "http://elm.example/b", chunked) +
      record("response", "http://elm.example/c", http(kHtml + "Transfer-Encoding: chunked\r\n", "<p>not chunked")) +
      record("response", "http://elm.example/d", http(kHtml + "Content-Encoding: gzip\r\n", gzip("packed"))) +
      record("response", "http://elm.example/e", http(kHtml + "Content-Encoding: gzip\r\n", "<p>unpacked already")) +
      record("response", "http://elm.example/f", http("Content-Type: image/png\r\n", "png")) +
      record("response", "http://elm.example/g", "HTTP/1.1 404 Not Found\r\n" + kHtml + "\r\ngone") +
      record("revisit", "http://elm.example/h", http(kHtml, "")) + page("last");
  const std::vector<std::string> wanted = {"first", "one two", "<p>not chunked", "packed", "<p>unpacked already",
                                           "last"};
  for (const std::size_t size : {1U, 100U, 1U << 16U}) {
    EXPECT_EQ(held(folder.write("a.warc", bytes), {.limits = {.batch_bytes = size}}).bodies, wanted) << size;
  }
  EXPECT_THAT(held(folder.write("a.warc", bytes)).notes, IsEmpty());
  EXPECT_EQ(held(folder.write("a.warc.gz", gzip(page("one")) + gzip(page("two")))).bodies,
            (std::vector<std::string>{"one", "two"}));
}

TEST(Warc, BrokenRecordsAreCountedAndTheRestIsRead) {
  const Folder folder;
  struct Case {
    const char* name;
    std::string bytes;
    std::vector<std::string> bodies;
    std::string note;
  };
  const std::string longer = record("response", "http://elm.example/", http(kHtml, "long"), 5000);
  const std::string boundless = record("response", "http://elm.example/", http(kHtml, "long"), 900'000'000);
  const std::string shorter = record("response", "http://elm.example/", http(kHtml, "short and cut"), 70);
  const std::string zipped = gzip(page(std::string(5000, 'x'))) + gzip(page("two"));
  const Case cases[] = {
      {"too long a length", longer + page("next"), {"long", "next"}, "1 of 2 records say a wrong length"},
      {"too short a length",
       page("one") + shorter + page("next"),
       {"one", "short and cut", "next"},
       "1 of 3 records say a wrong length"},
      {"far too long a length", boundless + page("next"), {"next"}, "1 pages"},
      {"garbage between", page("one") + "garbage\r\nmore of it\r\n" + page("two"), {"one", "two"}, "1 of 2 records"},
      {"no length",
       "WARC/1.0\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx\r\n\r\n" + page("two"),
       {"two"},
       "1 of 2 records"},
      {"negative length", "WARC/1.0\r\nContent-Length: -5\r\n\r\nx\r\n\r\n" + page("two"), {"two"}, "1 of"},
      {"length beyond all numbers",
       "WARC/1.0\r\nContent-Length: 99999999999999999999999\r\n\r\nx\r\n\r\n" + page("two"),
       {"two"},
       "1 of"},
      {"breaks off in the header", page("one") + page("two").substr(0, 60), {"one"}, "1 of 2 records"},
      {"too large",
       record("response", "http://elm.example/", http(kHtml, std::string(9000, 'x'))) + page("two"),
       {"two"},
       "1 pages of more than 8000 bytes"},
      {"brotli",
       record("response", "http://elm.example/", http(kHtml + "Content-Encoding: br\r\n", "\x01\x02")),
       {},
       "1 of 1 records"},
      {"only a version", "WARC/1.0\r\n", {}, "1 of 1 records"},
  };
  for (const Case& c : cases) {
    const Held found = held(folder.write("x.warc", c.bytes), {.limits = {.record_bytes = 8000}});
    EXPECT_EQ(found.bodies, c.bodies) << c.name;
    if (c.note.empty()) {
      EXPECT_THAT(found.notes, IsEmpty()) << c.name;
    } else {
      EXPECT_THAT(found.notes, HasSubstr(c.note)) << c.name;
    }
  }
  const Held torn = held(folder.write("x.warc.gz", zipped.substr(0, zipped.size() - 20)));
  ASSERT_GE(torn.bodies.size(), 2U);
  EXPECT_THAT(torn.bodies.back(), HasSubstr("breaks off"));
}

// A record whose header is off by a few bytes, either way, and the last of a file besides.
TEST(Warc, LengthsOffByAFewLoseNothing) {
  const Folder folder;
  const std::string body = "<p>The wall is down.</p>";
  const std::string content = http(kHtml, body);
  for (const int off : {-40, -9, -2, -1, 1, 2, 3, 4, 5, 7, 9, 12, 300}) {
    const std::size_t claimed = content.size() + static_cast<std::size_t>(off);
    const std::string wrong = record("response", "http://elm.example/", content, claimed);
    EXPECT_EQ(held(folder.write("a.warc", wrong + page("next"))).bodies, (std::vector<std::string>{body, "next"}))
        << off;
    const Held last = held(folder.write("b.warc", page("first") + wrong));
    ASSERT_EQ(last.bodies.size(), 2U) << off;
    EXPECT_EQ(std::string(trim(last.bodies[1])), body) << off;
    EXPECT_THAT(last.notes, ::testing::Not(HasSubstr("passed over"))) << off;
    EXPECT_EQ(held(folder.write("c.warc.gz", gzip(wrong) + gzip(page("next")))).bodies,
              (std::vector<std::string>{body, "next"}))
        << off;
  }
}

TEST(Warc, PagesThatAreCutOffAreReadAsFarAsTheyGo) {
  const Folder folder;
  std::string told = page("<p>half of");
  told.insert(told.find("\r\n") + 2, "WARC-Truncated: length\r\n");
  EXPECT_EQ(remarks(folder.write("a.warc", told + page("whole"))),
            (std::vector<std::string>{
                "the page is cut off: whoever archived it kept no more of it (WARC-Truncated: length)", ""}));
  const std::string whole = page("<p>Much was said that day.</p>");
  const std::string torn = page("one") + whole.substr(0, whole.size() - 16);
  EXPECT_EQ(remarks(folder.write("b.warc", torn)),
            (std::vector<std::string>{"", "the page is cut off: its archive breaks off here"}));
  EXPECT_EQ(held(folder.write("b.warc", torn)).bodies.back(), "<p>Much was said t");
  const std::string promised = http(kHtml + "Content-Length: 900\r\n", "<p>short");
  EXPECT_EQ(remarks(folder.write("c.warc", record("response", "http://elm.example/", promised))),
            (std::vector<std::string>{"the page is cut off: its last 892 bytes are missing"}));
  const std::string unpacked = http(kHtml + "Content-Encoding: gzip\r\nContent-Length: 900\r\n", "<p>short");
  EXPECT_EQ(remarks(folder.write("d.warc", record("response", "http://elm.example/", unpacked))),
            (std::vector<std::string>{""}));
}

TEST(Warc, MemoryDoesNotGrowWithWhatIsPassedOver) {
  const Folder folder;
  // 300 MB of one picture, in a file of 300 KB.
  std::string bytes =
      gzip("WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: 314572800\r\n\r\n");
  const std::string megabyte = gzip(std::string(1U << 20U, 'x'));
  for (int i = 0; i < 300; ++i) bytes += megabyte;
  bytes += gzip("\r\n\r\n" + page("behind it"));
  const std::string file = folder.write("big.warc.gz", bytes);
  rusage before{}, after{};
  getrusage(RUSAGE_SELF, &before);
  EXPECT_THAT(held(file).bodies, ElementsAre("behind it"));
  getrusage(RUSAGE_SELF, &after);
  EXPECT_LT(after.ru_maxrss - before.ru_maxrss, 32L << 10U);  // KB
}

TEST(Http, BombsStopAtTheLimit) {
  const std::string bomb = http(kHtml + "Content-Encoding: gzip\r\n", gzip(std::string(50U << 20U, ' ')));
  EXPECT_LE(read_http(bomb, 1U << 20U).body.size(), 1U << 20U);
  const std::string lying = http(kHtml + "Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n<p>x</p>");
  EXPECT_EQ(read_http(lying, 1U << 20U).body, "<p>x</p>");
  EXPECT_EQ(read_http("GET / HTTP/1.1", 100).status, 0);
  for (const char* none : {"HTTP//\n\nx", "HTTP/1.1 -5 x\n\nx", "HTTP/1.1 99999\n\nx"}) {
    EXPECT_EQ(read_http(none, 100).status, 0) << none;
    EXPECT_EQ(read_http(none, 100).body, "") << none;
  }
}

std::string article_html() {
  std::string out;
  for (int i = 0; i < 8; ++i)
    out += "<p>The wall at Port Elm failed twice in a week, said Lena Ost, the harbour master, on day " +
           std::to_string(i) + ".</p>";
  return out;
}

TEST(Feeds, ItemsThatHoldTheirArticleAreArticles) {
  const Folder folder;
  const std::string whole =
      "<item><title>Wall fails</title><link>https://elm.example/wall</link><dc:creator>Ana "
      "Ruiz</dc:creator><pubDate>Fri, 01 Mar 2024 10:15:00 GMT</pubDate><description>It failed."
      "</description><content:encoded><![CDATA[" +
      article_html() + "]]></content:encoded></item>";
  const std::string summary =
      "<item><title>Short</title><description>&lt;p&gt;Only this. Continue reading&lt;/p&gt;"
      "</description></item>";
  const std::string rss =
      "<?xml version=\"1.0\"?><rss><channel><title>Elm Herald</title>" + whole + summary + "</channel></rss>";
  const ProgramRun run = run_program({"audit", "--to", "jsonl", folder.write("f.rss", rss)});
  const auto card = nlohmann::json::parse(run.out);
  EXPECT_EQ(card["article"]["id"], "elm.example-wall");
  EXPECT_EQ(card["article"]["outlet"], "Elm Herald");
  EXPECT_EQ(card["article"]["byline"], "Ana Ruiz");
  EXPECT_EQ(card["article"]["published"].get<std::string>().substr(0, 10), "2024-03-01");
  EXPECT_THAT(run.err, HasSubstr("1 of 2 items of this feed hold a summary"));
  EXPECT_EQ(run.exit, 0);
  const std::string atom =
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Elm</title><entry><title>Wall</title><link "
      "href=\"https://elm.example/2\"/><content type=\"xhtml\"><div>" +
      article_html() + "</div></content></entry></feed>";
  EXPECT_EQ(held(folder.write("a.xml", atom)).bodies.size(), 1U);
  EXPECT_THAT(held(folder.write("b.xml", "<rss><channel/></rss>")).notes, HasSubstr("a feed without items"));
}

TEST(Messages, OfSeveralItemsAreSeveralArticles) {
  const Folder folder;
  const std::string item =
      "<newsItem><contentMeta><headline>Wall</headline></contentMeta><contentSet><inlineXML><nitf>"
      "<body><body.content>" +
      article_html() + "</body.content></body></nitf></inlineXML></contentSet></newsItem>";
  const std::string two = "<newsMessage><itemSet>" + item + item + "</itemSet></newsMessage>";
  EXPECT_EQ(held(folder.write("two", two)).bodies.size(), 2U);
  const std::string one = "<newsMessage><itemSet>" + item + "</itemSet></newsMessage>";
  EXPECT_THAT(held(folder.write("one", one)).bodies, ElementsAre(one));
  const std::string broken = two.substr(0, 200);
  EXPECT_THAT(run_program({"audit", folder.write("broken.xml", broken)}).err, HasSubstr("not well-formed XML"));
}

TEST(WireJson, AloneIsAFileAndAmongOthersARecord) {
  const Folder folder;
  const auto item = [](const std::string& uri) {
    return R"({"uri":")" + uri + R"(","versioncreated":"2024-03-01","headline":"Wall","body_html":")" + article_html() +
           "\"}";
  };
  const auto id_of = [](const ProgramRun& run) { return nlohmann::json::parse(run.out)["article"]["id"]; };
  EXPECT_EQ(id_of(run_program({"audit", "--to", "jsonl", folder.write("story.json", item("urn:x:1"))})), "story");
  EXPECT_EQ(id_of(run_program({"audit", "--to", "jsonl", "-"}, {.input = item("urn:x:1")})), "stdin");
  const std::string two = item("https://elm.example/1") + "\n" + item("https://elm.example/2") + "\n";
  for (const ProgramRun& run : {run_program({"audit", "--to", "jsonl", folder.write("two.jsonl", two)}),
                                run_program({"audit", "--to", "jsonl", "-"}, {.input = two})}) {
    EXPECT_EQ(run.exit, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("\"id\":\"elm.example-1\""));
    EXPECT_THAT(run.out, HasSubstr("\"id\":\"elm.example-2\""));
  }
}

TEST(Pipes, AreWaitedForWhereTheFirstLineTellsNothing) {
  const std::string rss = "<?xml version=\"1.0\"?>\n<rss><channel><item><title>Wall</title><content:encoded><![CDATA[" +
                          article_html() + "]]></content:encoded></item></channel></rss>";
  EXPECT_EQ(nlohmann::json::parse(run_program({"audit", "--to", "json", "-"}, {.input = rss}).out)["article"]["format"],
            "feed");
}

TEST(Warc, GoOnBehindADamagedMember) {
  const Folder folder;
  std::string noise;  // does not compress, so that the damage is in the content
  for (std::uint32_t i = 0, x = 7; i < 4000; ++i, x = x * 1664525U + 1013904223U)
    noise += static_cast<char>('!' + (x >> 24U) % 90);
  std::string damaged = gzip(page("second " + noise));
  for (std::size_t i = damaged.size() / 2; i < damaged.size() / 2 + 40; ++i) damaged[i] = '\x55';
  const std::string path =
      folder.write("a.warc.gz", gzip(page("one")) + damaged + gzip(page("three")) + gzip(page("four")));
  EXPECT_THAT(held(path).bodies, ElementsAre("one", "three", "four", HasSubstr("damaged in places")));
  const ProgramRun run = run_program({"audit", "--to", "jsonl", path});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("the gzip stream is damaged in places"));
  EXPECT_THAT(run.err, HasSubstr("1 of 4 records are broken"));
  // Nothing readable follows: as before.
  EXPECT_THAT(run_program({"audit", "--to", "jsonl", folder.write("b.warc.gz", damaged)}).err,
              HasSubstr("the gzip stream is damaged: "));
}

TEST(Agencies, StandAtTheHeadOfEveryChain) {
  const Folder folder;
  const std::string words =
      "“We shall tear down the old lighthouse before the winter storms begin,” said Ivo Marn, the mayor.\n";
  const std::string one = folder.write("one.txt", "Lighthouse to go\n\nPORT ELM (Reuters) - " + words);
  const std::string two =
      folder.write("two.txt", "Mayor on lighthouse\n\nPORT ELM (Reuters) — The storms come.\n\n" + words);
  const std::string part =
      folder.write("part.txt", "Lighthouse to go\n\n" + words + "\nThe Associated Press contributed to this report.\n");
  EXPECT_THAT(run_program({"audit", "--to", "xml", part}).out,
              HasSubstr("<remark>Associated Press contributed to the story; what of it is not said</remark>"));
  const std::string three = folder.write("three.txt", "A word on walls\n\nIt rained in the town.\n\n" + words);
  const auto card = nlohmann::json::parse(run_program({"audit", "--to", "json", one}).out);
  const auto chain = card["attributions"][0]["chain"];
  ASSERT_EQ(chain.size(), 2U);
  EXPECT_EQ(chain[0]["name"], "Reuters");
  EXPECT_EQ(chain[0]["medium"], "wire");
  EXPECT_TRUE(chain[0]["source"].is_null());
  EXPECT_THAT(run_program({"audit", "--to", "text", one}).out, HasSubstr("Reuters (wire) ← Ivo Marn"));
  EXPECT_THAT(run_program({"audit", "--to", "xml", one}).out, HasSubstr("medium=\"wire\" name=\"Reuters\""));
  EXPECT_THAT(run_program({"audit", "--to", "html", one}).out, HasSubstr("<bdi>Reuters</bdi>"));
  EXPECT_THAT(run_program({"audit", "--outlet", "Reuters", "--to", "text", one}).out,
              ::testing::Not(HasSubstr("(wire)")));
  const auto threads = [&](const std::vector<std::string>& files) {
    std::vector<std::string> arguments = {"trace", "--format", "json"};
    arguments.insert(arguments.end(), files.begin(), files.end());
    return nlohmann::json::parse(run_program(arguments).out)["threads"];
  };
  const auto same = threads({one, two});
  ASSERT_EQ(same.size(), 1U);
  EXPECT_EQ(same[0]["independent"], 1);
  EXPECT_EQ(same[0]["members"][0]["via"], nlohmann::json({"Reuters"}));
  EXPECT_EQ(threads({one, three}).size(), 1U);
}

}  // namespace
}  // namespace hearsay
