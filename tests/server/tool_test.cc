// LanguageTool's interface as its clients use it: fields, places, filters, errors.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "asked.h"
#include "server/language_tool.h"

namespace hearsay {
namespace {

using testing::Json;

const Routes& tool_routes() {
  static const Routes routes = language_tool_routes(testing::shared_desk());
  return routes;
}

std::string escaped(std::string_view words) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : words)
    out.append("%")
        .append(1, kHex[static_cast<unsigned char>(c) >> 4U])
        .append(1, kHex[static_cast<unsigned char>(c) & 15U]);
  return out;
}

std::string form(const Fields& fields) {
  std::string body;
  for (const auto& [name, value] : fields) body += (body.empty() ? "" : "&") + name + "=" + escaped(value);
  return body;
}

Response check_response(const Fields& fields, const std::string& path = "/v2/check") {
  return testing::post(tool_routes(), path, form(fields), {},
                       {{"Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"}});
}

Json check(const Fields& fields) {
  const Response response = check_response(fields);
  EXPECT_EQ(response.status, 200) << response.body;
  return testing::json_of(response);
}

std::u16string utf16(std::string_view text) {
  std::u16string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t length = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
    char32_t value = length == 1 ? byte : byte & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) value = (value << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3fU);
    at += length;
    if (value < 0x10000) {
      out += static_cast<char16_t>(value);
    } else {
      out += static_cast<char16_t>(0xd800 + ((value - 0x10000) >> 10U));
      out += static_cast<char16_t>(0xdc00 + ((value - 0x10000) & 0x3ffU));
    }
  }
  return out;
}

/// What a client written in JavaScript underlines.
std::u16string underlined(std::string_view sent, const Json& match) {
  return utf16(sent).substr(match["offset"].get<std::size_t>(), match["length"].get<std::size_t>());
}

const std::string kDraft =
    "The bridge at Tarnmouth will stay shut until spring, officials said on Monday.\n\n"
    "“Nobody has looked at the bolts for years,” said a senior official, who asked not to be named.\n\n"
    "Mayor Ana Ruiz said the town would pay for the repair.\n";

Json match_of(const Json& answer, std::string_view rule) {
  for (const Json& match : answer["matches"]) {
    if (match["rule"]["id"] == rule) return match;
  }
  ADD_FAILURE() << "no match of " << rule << " in " << answer.dump();
  return {};
}

TEST(ToolCheck, AnswersWithEveryField) {
  const Json answer = check({{"text", kDraft}, {"language", "en-GB"}});
  for (const char* name : {"name", "version", "buildDate", "apiVersion", "premium", "status"})
    EXPECT_TRUE(answer["software"].contains(name)) << name;
  EXPECT_EQ(answer["warnings"]["incompleteResults"], false);
  EXPECT_EQ(answer["language"]["code"], "en-GB");
  EXPECT_EQ(answer["language"]["name"], "English (GB)");
  for (const char* name : {"name", "code", "confidence"})
    EXPECT_TRUE(answer["language"]["detectedLanguage"].contains(name)) << name;
  ASSERT_FALSE(answer["matches"].empty());
  for (const Json& match : answer["matches"]) {
    for (const char* name :
         {"message", "shortMessage", "offset", "length", "replacements", "context", "sentence", "type", "rule"})
      EXPECT_TRUE(match.contains(name)) << name;
    EXPECT_TRUE(match["replacements"].is_array());
    EXPECT_TRUE(match["replacements"].empty()) << "nothing is invented";
    EXPECT_TRUE(match["type"]["typeName"].is_string());
    for (const char* name : {"id", "subId", "description", "issueType", "urls", "category"})
      EXPECT_TRUE(match["rule"].contains(name)) << name;
    for (const char* name : {"id", "name"}) EXPECT_NE(match["rule"]["category"].value(name, ""), "");
    const std::u16string context = utf16(match["context"]["text"].get<std::string>());
    const std::u16string shown =
        context.substr(match["context"]["offset"].get<std::size_t>(), match["context"]["length"].get<std::size_t>());
    EXPECT_EQ(shown, underlined(kDraft, match));
    EXPECT_NE(match["sentence"], "");
  }
}

TEST(ToolCheck, UnderlinesTheSameWordsWhateverStandsBefore) {
  const Json plain = match_of(check({{"text", kDraft}, {"language", "en"}}), "anonymous-source");
  const std::u16string words = underlined(kDraft, plain);
  ASSERT_FALSE(words.empty());
  const std::vector<std::pair<std::string, std::string>> kBefore = {
      {"emoji", "Rain 😀👩‍👧 fell on the town all week.\n\n"},
      {"combining marks", "The cafe\u0301 of Zu\u0308rich street was closed all week.\n\n"},
      {"carriage returns", "Rain fell on the town all week.\r\n\r\n"},
      {"a byte order mark", "\xEF\xBB\xBFRain fell on the town all week.\n\n"},
      {"no-break spaces", "Rain\u00a0fell on\u202fthe town all week.\n\n"},
      {"letters beyond the plane", "𝒳 marks 𝒴 on the map all week.\n\n"}};
  for (const auto& [what, before] : kBefore) {
    const std::string text = before + kDraft;
    const Json match = match_of(check({{"text", text}, {"language", "en"}}), "anonymous-source");
    EXPECT_EQ(underlined(text, match), words) << what;
  }
}

TEST(ToolCheck, MarkupCountsAndIsNotRead) {
  const std::string data =
      R"({"annotation":[{"markup":"<p class=\"😀\">","interpretAs":"\n\n"},{"text":"The bridge at Tarnmouth will stay shut until spring, "},)"
      R"({"markup":"<b>"},{"text":"officials"},{"markup":"</b>"},{"text":" said on Monday."},)"
      R"({"markup":"</p><p>","interpretAs":"\n\n"},{"text":"Mayor Ana Ruiz said the town would pay."},{"markup":"</p>"}]})";
  const std::string whole =
      "<p class=\"😀\">The bridge at Tarnmouth will stay shut until spring, <b>officials</b> said on Monday."
      "</p><p>Mayor Ana Ruiz said the town would pay.</p>";
  const Json match = match_of(check({{"data", data}, {"language", "en-US"}}), "anonymous-source");
  EXPECT_EQ(underlined(whole, match), u"officials");
  EXPECT_EQ(match["context"]["text"].get<std::string>().find("<b>") != std::string::npos, true);
}

TEST(ToolCheck, FiltersByIdAndCategory) {
  const auto rules = [](const Fields& more) {
    Fields fields = {{"text", kDraft}, {"language", "en"}};
    fields.insert(fields.end(), more.begin(), more.end());
    std::vector<std::string> ids;
    const Json answer = check(fields);
    for (const Json& match : answer["matches"]) ids.push_back(match["rule"]["id"]);
    return ids;
  };
  const auto has = [](const std::vector<std::string>& ids, const char* id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  EXPECT_TRUE(has(rules({}), "anonymous-source"));
  EXPECT_FALSE(has(rules({{"disabledRules", "x, anonymous-source"}}), "anonymous-source"));
  EXPECT_FALSE(has(rules({{"disabledCategories", "ANONYMOUS"}}), "anonymous-source"));
  EXPECT_TRUE(
      has(rules({{"disabledCategories", "ANONYMOUS"}, {"enabledRules", "anonymous-source"}}), "anonymous-source"));
  const auto only = rules({{"enabledRules", "anonymous-source"}, {"enabledOnly", "true"}});
  EXPECT_EQ(std::count(only.begin(), only.end(), "anonymous-source"), static_cast<std::ptrdiff_t>(only.size()));
  EXPECT_TRUE(has(rules({{"enabledCategories", "ANONYMOUS"}, {"enabledOnly", "yes"}}), "anonymous-source"));
  EXPECT_TRUE(rules({{"enabledRules", "no-such-check"}, {"enabledOnly", "true"}}).empty());
}

TEST(ToolCheck, PickyShowsNoLess) {
  const std::string text = testing::sample("court-dam/input.txt");
  const auto count = [&](const char* level) {
    return check({{"text", text}, {"language", "auto"}, {"level", level}})["matches"].size();
  };
  const Desk::Audited audited = testing::shared_desk().audit(text, "text");
  EXPECT_EQ(count("picky") - count("default"),
            static_cast<std::size_t>(std::count_if(audited.report.perhaps.begin(), audited.report.perhaps.end(),
                                                   [](const ReportFinding& one) { return one.suppressed.empty(); })));
}

TEST(ToolCheck, TellsTheLanguageWhereItIsAsked) {
  const Json english = check({{"text", kDraft}, {"language", "auto"}, {"preferredVariants", "de-AT,en-GB"}});
  EXPECT_EQ(english["language"]["code"], "en-GB");
  EXPECT_EQ(english["language"]["detectedLanguage"]["confidence"], 1.0);
  const Json german = check({{"text", testing::sample("schleuse-sperrung/input.txt")}, {"language", "auto"}});
  EXPECT_EQ(german["language"]["code"], "de");
  const Json french = check({{"text", "Le maire a dit que le pont restera fermé."}, {"language", "fr"}});
  EXPECT_EQ(french["warnings"]["incompleteResults"], true);
  EXPECT_TRUE(french["matches"].empty());
}

TEST(ToolCheck, NothingToCheckIsNoError) {
  for (const char* text : {"", " \n ", "x"}) {
    const Json answer = check({{"text", text}, {"language", "en-US"}});
    EXPECT_TRUE(answer["matches"].empty()) << text;
  }
}

TEST(ToolCheck, ErrorsAreWordsThatClientsShow) {
  const struct {
    Fields fields;
    int status;
    std::string_view says;
  } kCases[] = {
      {{{"language", "en"}}, 400, "Missing 'text' or 'data'"},
      {{{"text", "a"}}, 400, "Missing 'language'"},
      {{{"text", "a"}, {"data", "{}"}, {"language", "en"}}, 400, "not both"},
      {{{"text", "a"}, {"language", "tlh"}}, 400, "not a language code"},
      {{{"text", "a"}, {"language", "../../etc"}}, 400, "not a language code"},
      {{{"data", "{"}, {"language", "en"}}, 400, "no JSON"},
      {{{"data", "[]"}, {"language", "en"}}, 400, "object"},
      {{{"data", "{}"}, {"language", "en"}}, 400, "either"},
      {{{"data", R"({"annotation":[1]})"}, {"language", "en"}}, 400, "object"},
      {{{"data", R"({"annotation":[{"text":"a","markup":"b"}]})"}, {"language", "en"}}, 400, "either"},
      {{{"data", R"({"annotation":[{"text":"a","interpretAs":"b"}]})"}, {"language", "en"}}, 400, "interpretAs"},
      {{{"data", std::string(100'000, '[')}, {"language", "en"}}, 400, "no JSON"},
      {{{"text", "a"}, {"language", "en"}, {"enabledOnly", "true"}}, 400, "enabledOnly"},
      {{{"text", "a"}, {"language", "en"}, {"enabledOnly", "true"}, {"enabledRules", "a"}, {"disabledRules", "b"}},
       400,
       "enabledOnly"},
      {{{"text", std::string(300'001, 'a')}, {"language", "en"}}, 413, "exceeds the limit"}};
  for (const auto& [fields, status, says] : kCases) {
    const Response response = check_response(fields);
    EXPECT_EQ(response.status, status) << response.body.substr(0, 200);
    EXPECT_EQ(response.type, "text/plain; charset=utf-8");
    EXPECT_TRUE(response.body.starts_with("Error: ")) << response.body;
    EXPECT_NE(response.body.find(says), std::string::npos) << response.body;
  }
  const Response broken = testing::post(tool_routes(), "/v2/check", "text=%zz&language=en");
  EXPECT_EQ(broken.status, 400);
}

TEST(ToolRoutes, AreThereInThreeForms) {
  for (const std::string prefix : {"/v2", "", "/v2/v2"}) {
    const Json languages = testing::json_of(testing::get(tool_routes(), prefix + "/languages"));
    for (const Json& one : languages) {
      for (const char* name : {"name", "code", "longCode"}) EXPECT_NE(one.value(name, ""), "") << name;
    }
    EXPECT_EQ(testing::get(tool_routes(), prefix + "/maxtextlength").body, "300000");
    EXPECT_TRUE(testing::json_of(testing::get(tool_routes(), prefix + "/info"))["software"].is_object());
    EXPECT_TRUE(testing::json_of(testing::get(tool_routes(), prefix + "/configinfo"))["rules"].size() > 3);
    EXPECT_EQ(testing::json_of(testing::get(tool_routes(), prefix + "/words"))["words"], Json::array());
    EXPECT_EQ(testing::json_of(testing::post(tool_routes(), prefix + "/words/add", "word=x"))["added"], false);
    EXPECT_EQ(testing::json_of(testing::post(tool_routes(), prefix + "/words/delete", "word=x"))["deleted"], false);
    EXPECT_EQ(check_response({{"text", kDraft}, {"language", "en"}}, prefix + "/check").status, 200);
    EXPECT_EQ(testing::get(tool_routes(), prefix + "/check", {{"text", "a"}, {"language", "en"}}).status, 200);
  }
  for (const Route& route : tool_routes()) {
    EXPECT_TRUE(route.cross_origin) << route.path;
    EXPECT_EQ(route.access, Access::open) << route.path;
  }
}

}  // namespace
}  // namespace hearsay
