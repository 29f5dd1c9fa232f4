// The archive's pages over an archive made by hand: each of them is there as a page, as JSON and as CSV; facets count
// what they lead to; nothing of an article becomes markup; what takes too long says how to ask less.
#include <gmock/gmock.h>

#include <regex>

#include "asked_desk.h"
#include "report/html/fill.h"
#include "server/archive_routes.h"

namespace hearsay {
namespace {

using testing::ask_routes;
using testing::expect_inert;
using ::testing::HasSubstr;
using ::testing::Not;

class Archive : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<testing::ScratchFolder>();
    testing::store_all(folder_->file("archive.sqlite"), testing::invented_archive());
    desk_ = testing::shipped_desk(folder_->file("archive.sqlite"));
    routes_ = archive_routes(*desk_);
  }
  static void TearDownTestSuite() {
    routes_.clear();
    desk_.reset();
    folder_.reset();
  }
  static Response get(const std::string& path, Fields query = {}) {
    return ask_routes(routes_, "GET", path, std::move(query));
  }
  static nlohmann::json rows(const std::string& path, Fields query = {}) {
    const nlohmann::json table = nlohmann::json::parse(get(path, std::move(query)).body);
    return table.at("rows");
  }

  inline static std::unique_ptr<testing::ScratchFolder> folder_;
  inline static std::unique_ptr<Desk> desk_;
  inline static Routes routes_;
};

const std::vector<std::string> kPages = {"/archive",
                                         "/archive/articles",
                                         "/archive/outlets",
                                         "/archive/bylines",
                                         "/archive/months",
                                         "/archive/anonymous",
                                         "/archive/sources",
                                         "/archive/named",
                                         "/archive/findings",
                                         "/archive/threads",
                                         "/archive/changes",
                                         "/archive/search",
                                         "/archive/sources/Ana B. Ruiz",
                                         "/archive/articles/wire-2",
                                         "/archive/callsheets/wire-2",
                                         "/archive/findings/anon-bare",
                                         "/archive/articles/=1+1",
                                         "/archive/callsheets/=1+1"};

TEST_F(Archive, EveryPageIsThereAndNothingInItIsMarkup) {
  for (const std::string& page : kPages) {
    const Response answer = get(page);
    EXPECT_EQ(answer.status, 200) << page;
    EXPECT_EQ(answer.type, "text/html; charset=utf-8") << page;
    EXPECT_THAT(answer.body, HasSubstr("<main")) << page;
    EXPECT_THAT(answer.body, HasSubstr("rel=\"stylesheet\" href=\"/assets/")) << page;
    // Everything is forbidden that stands in the page itself.
    EXPECT_THAT(answer.body, Not(HasSubstr("<style"))) << page;
    EXPECT_FALSE(std::regex_search(answer.body, std::regex("<script(?! src=\"/assets/)| style=\"| on[a-z]+=\"")))
        << page;
    expect_inert(answer.body);
  }
}

TEST_F(Archive, EveryPageIsThereAsDataAndLinksToIt) {
  for (const std::string& page : kPages) {
    const Response json = get(page + ".json");
    EXPECT_EQ(json.type, "application/json") << page;
    EXPECT_TRUE(nlohmann::json::accept(json.body)) << page;
    const Response csv = get(page + ".csv");
    EXPECT_EQ(csv.type, "text/csv; charset=utf-8") << page;
    EXPECT_EQ(csv.status, 200) << page;
    const std::string body = get(page).body;
    for (const char* extension : {".json", ".csv"})
      EXPECT_TRUE(std::regex_search(body, std::regex(std::string("href=\"/archive[^\"]*\\") + extension)))
          << page << extension;
  }
}

TEST_F(Archive, LinksOfPagesLeadToPages) {
  const std::regex link("href=\"(/archive[^\"#]*)");
  std::set<std::string> all;
  for (const std::string& page : kPages) {
    const std::string body = get(page).body;
    for (std::sregex_iterator at(body.begin(), body.end(), link), end; at != end; ++at) all.insert((*at)[1]);
  }
  EXPECT_GT(all.size(), 60U);
  const auto decoded = [](std::string words) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i] == '%') {
        out += static_cast<char>(std::stoi(words.substr(i + 1, 2), nullptr, 16));
        i += 2;
      } else {
        out += words[i];
      }
    }
    return out;
  };
  for (std::string address : all) {
    address = std::regex_replace(address, std::regex("&amp;"), "&");
    const std::size_t mark = std::min(address.find('?'), address.size());
    Fields query;
    for (std::size_t at = mark; at < address.size();) {
      const std::size_t end = std::min(address.find('&', at + 1), address.size());
      const std::string pair = address.substr(at + 1, end - at - 1);
      query.emplace_back(pair.substr(0, pair.find('=')), decoded(pair.substr(pair.find('=') + 1)));
      at = end;
    }
    EXPECT_EQ(get(decoded(address.substr(0, mark)), query).status, 200) << address;
  }
}

TEST_F(Archive, ArticlesAreNarrowedByEachFacetAndByTwo) {
  EXPECT_EQ(rows("/archive/articles.json").size(), 12U);
  EXPECT_EQ(rows("/archive/articles.json", {{"outlet", "fenwick courier"}}).size(), 3U);
  EXPECT_EQ(rows("/archive/articles.json", {{"month", "2024-03"}}).size(), 4U);
  EXPECT_EQ(rows("/archive/articles.json", {{"byline", "Lena Orsk"}}).size(), 7U) << "alone and with another";
  EXPECT_EQ(rows("/archive/articles.json", {{"byline", "Orsk"}}).size(), 7U);
  EXPECT_EQ(rows("/archive/articles.json", {{"byline", "Ors"}}).size(), 0U);
  EXPECT_EQ(rows("/archive/articles.json", {{"finding", "anon-no-reason"}}).size(), 3U);
  EXPECT_EQ(rows("/archive/articles.json", {{"month", "2024-03"}, {"finding", "anon-bare"}}).size(), 3U);
  EXPECT_EQ(rows("/archive/articles.json", {{"finding", "no-such-check"}}).size(), 0U);
}

TEST_F(Archive, AFacetSaysHowManyThereAreAndLeadsToThem) {
  const std::string body = get("/archive/articles", {{"month", "2024-03"}}).body;
  EXPECT_THAT(body,
              HasSubstr("<a href=\"/archive/articles?outlet=Fenwick%20Courier&amp;month=2024-03\">Fenwick Courier "
                        "<span class=\"of\">3</span></a>"));
  EXPECT_THAT(body, HasSubstr("<a href=\"/archive/articles?outlet=Sella%20Wire&amp;month=2024-03\">Sella Wire "
                              "<span class=\"of\">1</span></a>"));
  // What is chosen can be taken out again.
  EXPECT_THAT(body, HasSubstr("<a href=\"/archive/articles\" aria-label=\"Month: 2024-03, take out\">"));
}

TEST_F(Archive, WhatRowsAreOfIsNoFacetOfThem) {
  const std::string sources = get("/archive/sources").body;
  EXPECT_THAT(sources, HasSubstr("href=\"/archive/sources?outlet=Fenwick%20Courier\">"));
  EXPECT_THAT(get("/archive/sources", {{"outlet", "Fenwick Courier"}}).body, Not(HasSubstr("Ana B. Ruiz")));
  EXPECT_THAT(get("/archive/outlets").body, Not(HasSubstr("/archive/outlets?outlet=")));
  EXPECT_THAT(get("/archive/outlets").body, HasSubstr("/archive/outlets?month=2024-03"));
  // Of one check those outlets alone that have it.
  const std::string check = get("/archive/findings/anon-bare").body;
  EXPECT_THAT(check, HasSubstr("/archive/findings/anon-bare?outlet=Fenwick%20Courier\">Fenwick Courier <span "
                               "class=\"of\">3</span>"));
  EXPECT_THAT(check, Not(HasSubstr("anon-bare?finding=")));
  EXPECT_THAT(check, Not(HasSubstr("2024-05")));
}

TEST_F(Archive, RowsAreLimitedWithAWayToMore) {
  const std::string body = get("/archive/articles", {{"limit", "5"}, {"outlet", "Sella Wire"}}).body;
  EXPECT_THAT(
      body,
      HasSubstr("<a class=\"more\" href=\"/archive/articles?outlet=Sella%20Wire&amp;limit=100\">2 more rows</a>"));
  EXPECT_THAT(body, Not(HasSubstr("--limit")));
  EXPECT_EQ(rows("/archive/articles.json", {{"limit", "5"}}).size(), 5U);
  for (const char* bad : {"0", "-1", "many", "1e9", "99999999999999999999999"})
    EXPECT_EQ(get("/archive/articles", {{"limit", bad}}).status, 400) << bad;
  EXPECT_EQ(get("/archive/articles.json", {{"limit", "x"}}).type, "application/problem+json");
}

TEST_F(Archive, WhereRowsAreLeftOutTheServerSortsAllOfThem) {
  const std::string part = get("/archive/articles", {{"limit", "5"}}).body;
  EXPECT_THAT(part, HasSubstr("<a href=\"/archive/articles?sort=named\" rel=\"nofollow\">Named</a>"));
  const std::string sorted = get("/archive/articles", {{"limit", "5"}, {"sort", "named"}}).body;
  EXPECT_THAT(sorted, HasSubstr("aria-sort=\"descending\"><a href=\"/archive/articles?sort=-named\""));
  EXPECT_THAT(get("/archive/articles").body, Not(HasSubstr("sort=named")));
}

TEST_F(Archive, BylinesAndMonthsLeadToTheirArticles) {
  EXPECT_THAT(get("/archive/bylines").body, HasSubstr("href=\"/archive/articles?byline=Lena%20Orsk\""));
  EXPECT_THAT(get("/archive/months").body, HasSubstr("href=\"/archive/articles?month=2024-03\""));
}

TEST_F(Archive, ChangesHaveATitle) {
  EXPECT_THAT(get("/archive/changes").body, HasSubstr("<h1>Changed"));
}

TEST_F(Archive, WordsAreFoundAndANameOpensItsDossier) {
  EXPECT_THAT(get("/archive/search", {{"q", "dam"}}).body, HasSubstr("The dam at Orle"));
  EXPECT_THAT(get("/archive/search", {{"q", "<script>alert(1)</script>"}}).body,
              HasSubstr("value=\"&lt;script&gt;alert(1)"));
  expect_inert(get("/archive/search", {{"q", "<script>alert(1)</script>"}}).body);
  const Response to = get("/archive/sources", {{"name", "Ana B. Ruiz"}});
  EXPECT_EQ(to.status, 303);
  EXPECT_EQ(value_of(to.headers, "Location"), "/archive/sources/Ana%20B.%20Ruiz");
  EXPECT_THAT(get("/archive/sources/Ana B. Ruiz").body, HasSubstr("pump number 3"));
}

TEST_F(Archive, AScorecardLeadsToTheDeskAndItsSheets) {
  const std::string body = get("/archive/articles/wire-2").body;
  for (const char* address : {"/?article=wire-2", "/archive/callsheets/wire-2", "/archive/articles/wire-2.json",
                              "/archive/articles/wire-2.csv", "/archive/articles"})
    EXPECT_THAT(body, HasSubstr(std::string("href=\"") + address + "\"")) << address;
  EXPECT_EQ(nlohmann::json::parse(get("/archive/articles/wire-2.json").body).at("article").at("id"), "wire-2");
}

TEST_F(Archive, WhatIsNotThereIsSaidWithWhatIsNear) {
  for (const char* path : {"/archive/nothing", "/archive/outlets/x/y", "/archive/articles/none", "/archive/callsheets",
                           "/archive/dossier", "/archive/overview"})
    EXPECT_EQ(get(path).status, 404) << path;
  const Response near = get("/archive/sources/Anna Ruiz");
  EXPECT_EQ(near.status, 404);
  EXPECT_THAT(near.body, HasSubstr("Ruiz"));
  const Response hostile = get("/archive/sources/<script>alert(2)</script>");
  EXPECT_EQ(hostile.status, 404);
  expect_inert(hostile.body);
  EXPECT_EQ(get("/archive/articles/none.json").type, "application/problem+json");
  EXPECT_EQ(get("/archive/articles", {{"sort", "no-such-column"}}).status, 404);
}

TEST_F(Archive, WithoutAStoreItSaysHowToGiveOne) {
  const auto bare = testing::shipped_desk();
  const Response answer = ask_routes(archive_routes(*bare), "GET", "/archive/outlets");
  EXPECT_EQ(answer.status, 404);
  EXPECT_THAT(answer.body, HasSubstr("hearsay serve --store FILE"));
}

TEST(ArchiveTime, AQuestionThatTakesTooLongIsEndedAndSaysHowToNarrow) {
  const testing::ScratchFolder folder;
  std::vector<Report> all;
  for (int round = 0; round < 60; ++round) {
    for (Report report : testing::invented_archive()) {
      report.id += "-" + std::to_string(round);
      all.push_back(std::move(report));
    }
  }
  testing::store_all(folder.file("large.sqlite"), all);
  const auto desk = testing::shipped_desk(folder.file("large.sqlite"));
  const Routes quick = archive_routes(*desk, std::chrono::milliseconds(1));
  const Response page = ask_routes(quick, "GET", "/archive/named");
  EXPECT_EQ(page.status, 503);
  EXPECT_THAT(page.body, HasSubstr("Ask of one outlet or of a shorter time"));
  EXPECT_EQ(ask_routes(quick, "GET", "/archive/threads.json").status, 503);
  EXPECT_EQ(ask_routes(quick, "GET", "/archive/named.json").type, "application/problem+json");
  EXPECT_EQ(ask_routes(archive_routes(*desk), "GET", "/archive/named").status, 200);
}

}  // namespace
}  // namespace hearsay
