// What requests say of media types and names, in tables.
#include "server/media.h"

#include <gtest/gtest.h>

#include <array>

#include "asked.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 3> kOffered = {"application/json", "text/html", "application/xml"};

TEST(Accept, ChoosesWhatIsWantedMost) {
  const struct {
    std::string_view accept;
    int best;  // -1: none
  } kCases[] = {{"", 0},
                {"*/*", 0},
                {"text/html", 1},
                {"TEXT/HTML", 1},
                {"text/*", 1},
                {"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", 1},
                {"application/xml;q=0.9, application/json;q=0.4", 2},
                {"*/*;q=0.5, application/json;q=0", 1},
                {"application/*", 0},
                {"application/*;q=0.3, text/*;q=0.4", 1},
                {"text/html;q=nonsense", -1},
                {"image/png", -1},
                {"text/html;q=0", -1},
                {",,;;,", -1},
                {"text/html;level=\"1,2;q=0\"", 1}};
  for (const auto& [accept, best] : kCases) {
    const auto at = wanted(accept, kOffered);
    EXPECT_EQ(at ? static_cast<int>(*at) : -1, best) << accept;
  }
}

TEST(ContentType, IsReadInAnyCase) {
  EXPECT_EQ(media_type_of("Text/HTML; Charset=\"Windows-1252\"").essence, "text/html");
  EXPECT_EQ(media_type_of("Text/HTML; Charset=\"Windows-1252\"").charset, "windows-1252");
  EXPECT_EQ(media_type_of("").essence, "");
  EXPECT_EQ(media_type_of(";charset=utf-8").charset, "utf-8");
}

std::string named(Fields query, Fields headers) {
  return name_of({.method = "POST", .path = "/", .query = std::move(query), .headers = std::move(headers)}, "article");
}

TEST(NameOf, IsANameAndNeverAPath) {
  EXPECT_EQ(named({}, {}), "article");
  EXPECT_EQ(named({}, {{"content-type", "text/markdown; charset=utf-8"}}), "article.md");
  EXPECT_EQ(named({{"name", "draft.md"}}, {{"Content-Disposition", "attachment; filename=other"}}), "draft.md");
  EXPECT_EQ(named({{"name", "/etc/passwd"}}, {}), "passwd");
  EXPECT_EQ(named({{"name", "..\\..\\boot.ini"}}, {}), "boot.ini");
  EXPECT_EQ(named({{"name", ".."}}, {}), "article");
  EXPECT_EQ(named({{"name", "-"}}, {}), "article");
  EXPECT_EQ(named({{"name", "a\r\nSet-Cookie: b\x1b[31m"}}, {}), "aSet-Cookie: b[31m");
  EXPECT_EQ(named({{"name", "x\xff.md"}}, {}), "x\xEF\xBF\xBD.md");
  EXPECT_EQ(named({{"name", std::string(5000, 'n')}}, {}).size(), 200U);
  EXPECT_EQ(named({}, {{"Content-Disposition", R"(attachment; filename="a \"b\".txt")"}}), "a \"b\".txt");
  EXPECT_EQ(named({}, {{"Content-Disposition", "attachment; filename=a.txt; filename*=UTF-8''Z%C3%BCrich.md"}}),
            "Zürich.md");
}

TEST(Attachment, HoldsNothingButItsName) {
  EXPECT_EQ(attachment("a\"b\r\nc.docx"), "attachment; filename=\"a_b__c.docx\"; filename*=UTF-8''a%22b%0D%0Ac.docx");
}

}  // namespace
}  // namespace hearsay
