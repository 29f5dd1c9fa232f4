// Originals in an editor: from its configuration to what a hover and the diagnostics say of a quotation.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "folder.h"
#include "lsp/server.h"
#include "lsp/settings.h"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Wishes, OriginalsArePathsOfTheFolderThatTheEditorWorksIn) {
  const auto against = [](const char* json, const std::string& folder) {
    return read_lsp_wishes(Json::parse(json), folder).against;
  };
  EXPECT_THAT(against(R"({"against": "council.vtt"})", "/desk"), ElementsAre("/desk/council.vtt"));
  EXPECT_THAT(against(R"({"against": ["a b", "/c", "file:///d%20e", 7, null, "", "-"]})", "/desk"),
              ElementsAre("/desk/a b", "/c", "/d e"));
  EXPECT_THAT(against(R"({"against": ["mail"]})", ""), ElementsAre("mail"));
  EXPECT_TRUE(against(R"({"against": {"a": 1}})", "/desk").empty());
  EXPECT_TRUE(against(R"([])", "/desk").empty());
  Json many = {{"against", Json::array()}};
  for (int i = 0; i < 5000; ++i) many["against"].push_back("a");
  EXPECT_EQ(read_lsp_wishes(many, "").against.size(), 1000U);

  EXPECT_EQ(folder_of_client(Json::parse(R"({"rootUri": "file:///desk/"})")), "/desk");
  EXPECT_EQ(folder_of_client(Json::parse(R"({"rootUri": null, "rootPath": "/old"})")), "/old");
  EXPECT_EQ(folder_of_client(Json::parse(R"({"workspaceFolders": [{"uri": "file:///one"}], "rootUri": "file:///b"})")),
            "/one");
  EXPECT_EQ(folder_of_client(Json::parse(R"({"rootUri": "untitled:x"})")), "");
}

class Told : public Listener {
 public:
  void report(const Diagnostic& diagnostic) override { words += diagnostic.file + ": " + diagnostic.message + '\n'; }
  std::string words;
};

const std::string kCouncil =
    "WEBVTT\n\n"
    "00:01:00.000 --> 00:01:06.000\n<v Ana Ruiz>We will pay forty workers for another winter *on the lock*.\n\n"
    "00:01:06.000 --> 00:01:12.000\n<v Tom Holm>Nobody was asked whether the bridge should close.\n";
const std::string kDraft =
    "“We will pay 14 workers for another winter,” said Ana Ruiz, the mayor of Brema.\n\n"
    "“Nobody was asked whether the bridge should close,” said Tom Holm, a diver.\n";

/// A server in this process, and an editor that works in a folder.
class Against : public ::testing::Test {
 protected:
  Against() {
    (void)folder_.write("originals/council.vtt", kCouncil);
    draft_ = folder_.write("originals/draft.txt", kDraft);  // beside the originals, as drafts are
  }

  void start(Json against) {
    send({{"id", 1},
          {"method", "initialize"},
          {"params",
           {{"capabilities", Json::object()},
            {"rootUri", "file://" + folder_.path().string()},
            {"initializationOptions", {{"against", std::move(against)}}}}}});
  }
  void open(const std::string& text) {
    send({{"method", "textDocument/didOpen"},
          {"params", {{"textDocument", {{"uri", "file://" + draft_}, {"version", 1}, {"text", text}}}}}});
  }
  void save() {
    send({{"method", "textDocument/didSave"}, {"params", {{"textDocument", {{"uri", "file://" + draft_}}}}}});
  }
  /// The diagnostics last published.
  Json diagnostics() {
    while (server_.wish() != LspServer::Wish::none) server_.audit_next();
    for (std::size_t i = sent_.size(); i-- > 0;) {
      if (sent_[i].value("method", "") == "textDocument/publishDiagnostics") return sent_[i]["params"]["diagnostics"];
    }
    ADD_FAILURE() << "none were published";
    return Json::array();
  }
  std::string hover(unsigned line, unsigned character) {
    send({{"id", 2},
          {"method", "textDocument/hover"},
          {"params",
           {{"textDocument", {{"uri", "file://" + draft_}}},
            {"position", {{"line", line}, {"character", character}}}}}});
    const Json& result = sent_.back()["result"];
    return result.is_object() ? result["contents"]["value"].get<std::string>() : "";
  }
  static std::vector<std::string> of(const Json& diagnostics, const std::string& code) {
    std::vector<std::string> messages;
    for (const Json& one : diagnostics) {
      if (one.value("code", "") == code) messages.push_back(one["message"]);
    }
    return messages;
  }

  Folder folder_;
  std::string draft_;
  Told told_;

 private:
  static SettingsChoice plain() {
    SettingsChoice choice;
    choice.settings = "none";
    choice.threads = 1;
    choice.evidence = false;  // which lies beside the program, not beside its tests
    return choice;
  }
  void send(Json message) {
    message["jsonrpc"] = "2.0";
    server_.receive({.body = message.dump()});
    server_.answer_next();
  }
  void took(std::string_view bytes) {
    frames_.feed(bytes);
    while (const auto frame = frames_.next()) sent_.push_back(Json::parse(frame->body));
  }

  LspFrames frames_{1U << 20U};
  std::vector<Json> sent_;
  LspServer server_{plain(), told_, [this](std::string_view bytes) { took(bytes); }};
};

TEST_F(Against, AHoverShowsThePassageAndDiagnosticsWhatDiffers) {
  start("originals");
  open(kDraft);
  const Json told = diagnostics();
  const std::vector<std::string> differs = of(told, "quotation-differs");
  ASSERT_EQ(differs.size(), 1U) << told.dump(1);
  EXPECT_THAT(differs[0], HasSubstr("“14” where there is “forty”"));
  EXPECT_THAT(differs[0], HasSubstr("council.vtt, 00:01:00, Ana Ruiz"));
  EXPECT_TRUE(of(told, "originals").empty());
  for (const Json& one : told) {
    if (one.value("code", "") != "quotation-differs") continue;
    EXPECT_EQ(one["severity"], 1);
    EXPECT_EQ(one["range"]["start"], Json::parse(R"({"line": 0, "character": 1})"));
  }

  const std::string altered = hover(0, 6);
  EXPECT_THAT(altered, HasSubstr("source: Ana Ruiz"));
  EXPECT_THAT(altered, HasSubstr("class: number-changed, error"));
  EXPECT_THAT(altered, HasSubstr("passage: “We will pay forty workers for another winter”"));
  EXPECT_THAT(altered, HasSubstr("originals/council.vtt"));
  EXPECT_THAT(altered, HasSubstr("place: 00:01:00"));
  EXPECT_THAT(altered, HasSubstr("speaker there: Ana Ruiz"));
  EXPECT_THAT(altered, HasSubstr("differs: “14”, there “forty”"));
  const std::string same = hover(2, 6);
  EXPECT_THAT(same, HasSubstr("class: verbatim"));
  EXPECT_THAT(same, HasSubstr("speaker there: Tom Holm"));
  EXPECT_THAT(same, Not(HasSubstr("differs")));
}

TEST_F(Against, WithoutOriginalsNothingIsSaidOfThem) {
  start(nullptr);
  open(kDraft);
  EXPECT_TRUE(of(diagnostics(), "quotation-differs").empty());
  EXPECT_THAT(hover(0, 6), Not(HasSubstr("Held against")));
}

TEST_F(Against, AnOriginalThatChangesIsReadAgain) {
  start("originals");
  open(kDraft);
  EXPECT_EQ(of(diagnostics(), "quotation-differs").size(), 1U);
  std::string mended = kCouncil;
  mended.replace(mended.find("forty"), 5, "fourteen");
  (void)folder_.write("originals/council.vtt", mended);
  save();
  EXPECT_TRUE(of(diagnostics(), "quotation-differs").empty());
}

TEST_F(Against, WhatTheTextLetsStandIsSilent) {
  start("originals");
  open("[hearsay:ignore quotation-differs she mended it on the phone]\n" + kDraft);
  const Json told = diagnostics();
  EXPECT_TRUE(of(told, "quotation-differs").empty()) << told.dump(1);
  EXPECT_TRUE(of(told, "suppression-unused").empty()) << told.dump(1);
}

TEST_F(Against, WhatCannotBeReadIsTold) {
  start({"originals/gone.vtt", "originals/council.vtt"});
  open(kDraft + "\n“The pumps were never once looked at in ten years,” said Ana Ruiz.\n");
  const Json told = diagnostics();
  ASSERT_EQ(of(told, "originals").size(), 1U) << told.dump(1);
  EXPECT_THAT(of(told, "originals")[0], HasSubstr("gone.vtt"));
  EXPECT_THAT(told_.words, HasSubstr("gone.vtt"));
  EXPECT_THAT(hover(4, 6), HasSubstr("class: unverified"));
}

TEST_F(Against, MoreThanAPauseIsLongAreNotHeldAgainst) {
  std::string large;
  while (large.size() < (9U << 20U))
    large += "The harbour council met for an hour and adjourned without a word on the lock.\n\n";
  (void)folder_.write("originals/large.txt", large);
  start("originals");
  open(kDraft);
  const Json told = diagnostics();
  ASSERT_EQ(of(told, "originals").size(), 1U) << told.dump(1);
  EXPECT_THAT(of(told, "originals")[0], HasSubstr("hearsay verify"));
  EXPECT_TRUE(of(told, "quotation-differs").empty());
  EXPECT_THAT(hover(0, 6), Not(HasSubstr("Held against")));
}

}  // namespace
}  // namespace hearsay
