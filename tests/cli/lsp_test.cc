// Whole sessions with the language server, as an editor has them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "cli/editor.h"
#include "cli/run_program.h"

namespace {

using Json = Editor::Json;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string kUri = "file:///nowhere/draft.txt";
// An emoji before the words of its line, and lines that end with CR LF.
const std::string kDraft =
    "Gates of Ellan dam fail\r\n\r\n"
    "The gates failed on Monday, said Ana Ruiz, the mayor of Ellan.\r\n\r\n"
    "😀 A source said the gates were never tested.\r\n";

Json at(unsigned line, unsigned character) {
  return {{"textDocument", {{"uri", kUri}}}, {"position", {{"line", line}, {"character", character}}}};
}

Json capabilities(const std::string& encoding) {
  return {{"general", {{"positionEncodings", {encoding}}}},
          {"textDocument",
           {{"hover", {{"contentFormat", {"markdown", "plaintext"}}}},
            {"publishDiagnostics", {{"relatedInformation", true}}},
            {"codeAction", {{"codeActionLiteralSupport", Json::object()}}},
            {"documentSymbol", {{"hierarchicalDocumentSymbolSupport", true}}}}}};
}

const Json* with_code(const Json& diagnostics, const std::string& code) {
  for (const Json& one : diagnostics["diagnostics"]) {
    if (one.contains("code") && one["code"] == code) return &one;
  }
  return nullptr;
}

TEST(Lsp, DiagnosticsFollowTheText) {
  Editor editor;
  editor.start(capabilities("utf-16"));
  editor.open(kUri, kDraft);
  Json told = editor.diagnostics();
  ASSERT_FALSE(told.is_null());
  EXPECT_EQ(told["uri"], kUri);
  EXPECT_EQ(told["version"], 1);
  const Json* bare = with_code(told, "anonymous-source");
  ASSERT_NE(bare, nullptr);
  EXPECT_EQ((*bare)["range"],
            Json::parse(R"({"start": {"line": 4, "character": 3}, "end": {"line": 4, "character": 11}})"));
  EXPECT_EQ((*bare)["severity"], 2);
  EXPECT_EQ((*bare)["source"], "hearsay");

  // Typed over with a name, a letter at a time: only what stands in the end is told.
  const std::string name = "Tomas Weil";
  editor.edit(kUri, 2, 4, 3, 11, "");
  for (unsigned i = 0; i < name.size(); ++i)
    editor.edit(kUri, 3 + static_cast<int>(i), 4, 3 + i, 3 + i, name.substr(i, 1));
  int told_of = 0;
  do {
    told = editor.diagnostics();
    ASSERT_FALSE(told.is_null());
    ++told_of;
  } while (told["version"] != 12);
  EXPECT_LE(told_of, 3);
  EXPECT_EQ(with_code(told, "anonymous-source"), nullptr);

  editor.notify("textDocument/didChange",
                {{"textDocument", {{"uri", kUri}, {"version", 13}}}, {"contentChanges", {{{"text", kDraft}}}}});
  told = editor.diagnostics();
  EXPECT_EQ(told["version"], 13);
  EXPECT_NE(with_code(told, "anonymous-source"), nullptr);

  editor.notify("textDocument/didClose", {{"textDocument", {{"uri", kUri}}}});
  told = editor.diagnostics();
  EXPECT_EQ(told["diagnostics"], Json::array());
  EXPECT_EQ(editor.stop(), 0);
}

TEST(Lsp, ColumnsAreCountedAsAgreed) {
  struct Case {
    const char* encoding;
    unsigned column;
  };
  for (const Case& one : {Case{"utf-8", 5}, Case{"utf-16", 3}, Case{"utf-32", 2}}) {
    Editor editor;
    const Json result = editor.start(capabilities(one.encoding));
    EXPECT_EQ(result["capabilities"]["positionEncoding"], one.encoding);
    editor.open(kUri, kDraft);
    const Json told = editor.diagnostics();
    const Json* bare = with_code(told, "anonymous-source");
    ASSERT_NE(bare, nullptr);
    EXPECT_EQ((*bare)["range"]["start"]["character"], one.column) << one.encoding;
    EXPECT_EQ((*bare)["range"]["end"]["character"], one.column + 8) << one.encoding;
    // "said" begins 9 characters behind "A".
    const Json hover = editor.request("textDocument/hover", at(4, one.column + 9))["result"];
    ASSERT_TRUE(hover.is_object()) << one.encoding;
    EXPECT_EQ(hover["range"]["start"]["character"], one.column + 9) << one.encoding;
    EXPECT_TRUE(editor.request("textDocument/hover", at(4, one.column - 1))["result"].is_null()) << one.encoding;
    EXPECT_EQ(editor.stop(), 0);
  }
}

TEST(Lsp, AClientThatSaysNothingCountsInUtf16) {
  Editor editor;
  EXPECT_EQ(editor.start()["capabilities"]["positionEncoding"], "utf-16");
  EXPECT_EQ(editor.stop(), 0);
}

TEST(Lsp, AHoverSaysWhoIsBehindTheWords) {
  Editor editor;
  editor.start(capabilities("utf-16"));
  editor.open(kUri, kDraft);
  const Json named = editor.request("textDocument/hover", at(2, 4))["result"]["contents"];
  EXPECT_EQ(named["kind"], "markdown");
  const std::string words = named["value"];
  EXPECT_THAT(words, HasSubstr("source: Ana Ruiz"));
  EXPECT_THAT(words, HasSubstr("kind: named-person"));
  EXPECT_THAT(words, HasSubstr("chain: article ← Ana Ruiz"));
  EXPECT_THAT(words, HasSubstr("rule: say.basic"));
  EXPECT_THAT(words, HasSubstr("confidence: "));
  EXPECT_THAT(words, testing::Not(HasSubstr("reliability")));
  const std::string unnamed = editor.request("textDocument/hover", at(4, 25))["result"]["contents"]["value"];
  EXPECT_THAT(unnamed, HasSubstr("anonymous"));
  EXPECT_THAT(unnamed, HasSubstr("not traced"));
  EXPECT_THAT(unnamed, HasSubstr("**Claim"));
  EXPECT_THAT(unnamed, testing::Not(HasSubstr("credibility")));
  EXPECT_TRUE(editor.request("textDocument/hover", at(1, 0))["result"].is_null());
  EXPECT_TRUE(editor.request("textDocument/hover", at(999, 999))["result"].is_null());
}

TEST(Lsp, NothingInAnArticleIsReadAsMarkdown) {
  Editor editor;
  editor.start(capabilities("utf-16"));
  editor.open(kUri, "“It failed,” said Ana <b>Ruiz</b> [x](command:evil) *Weil* ![i](http://a.example/i.png).\n");
  const Json symbols = editor.request("textDocument/documentSymbol", {{"textDocument", {{"uri", kUri}}}})["result"];
  ASSERT_FALSE(symbols.empty());
  const std::string words = editor.request("textDocument/hover", at(0, 14))["result"]["contents"]["value"];
  EXPECT_THAT(words, Not(HasSubstr("<b>")));
  EXPECT_THAT(words, Not(HasSubstr("[x](")));
  EXPECT_THAT(words, Not(HasSubstr("![i]")));
  EXPECT_THAT(words, Not(HasSubstr("http://")));
}

TEST(Lsp, SymbolsAreTheAttributions) {
  Editor editor;
  editor.start(capabilities("utf-16"));
  editor.open(kUri, kDraft);
  const Json symbols = editor.request("textDocument/documentSymbol", {{"textDocument", {{"uri", kUri}}}})["result"];
  ASSERT_EQ(symbols.size(), 2U);
  EXPECT_EQ(symbols[0]["name"], "Ana Ruiz: “The gates failed on Monday”");
  EXPECT_EQ(symbols[0]["selectionRange"],
            Json::parse(R"({"start": {"line": 2, "character": 28}, "end": {"line": 2, "character": 32}})"));
  EXPECT_EQ(symbols[0]["range"]["start"], Json::parse(R"({"line": 2, "character": 0})"));
  EXPECT_EQ(symbols[1]["name"], "A source: “the gates were never tested”");
}

TEST(Lsp, OlderClientsGetSymbolsWithALocation) {
  Editor editor;
  editor.start();
  editor.open(kUri, kDraft);
  const Json symbols = editor.request("textDocument/documentSymbol", {{"textDocument", {{"uri", kUri}}}})["result"];
  ASSERT_EQ(symbols.size(), 2U);
  EXPECT_EQ(symbols[0]["location"]["uri"], kUri);
  EXPECT_FALSE(symbols[0].contains("range"));
}

TEST(Lsp, AnActionSuppressesAFindingWithAReason) {
  Editor editor;
  editor.start(capabilities("utf-16"));
  editor.open(kUri, kDraft);
  Json params = {{"textDocument", {{"uri", kUri}}},
                 {"range", {{"start", {{"line", 4}, {"character", 4}}}, {"end", {{"line", 4}, {"character", 4}}}}},
                 {"context", {{"diagnostics", Json::array()}}}};
  const Json actions = editor.request("textDocument/codeAction", params)["result"];
  const auto bare = std::find_if(actions.begin(), actions.end(), [](const Json& one) {
    return one["title"].get<std::string>().find("anonymous-source") != std::string::npos;
  });
  ASSERT_NE(bare, actions.end());
  EXPECT_EQ((*bare)["kind"], "quickfix");
  EXPECT_EQ((*bare)["diagnostics"][0]["code"], "anonymous-source");
  const Json& edit = (*bare)["edit"]["changes"][kUri][0];
  EXPECT_EQ(edit["range"]["start"], Json::parse(R"({"line": 4, "character": 0})"));
  EXPECT_EQ(edit["newText"], "[hearsay:ignore anonymous-source say why]\r\n");
  params["context"]["only"] = {"refactor"};
  EXPECT_EQ(editor.request("textDocument/codeAction", params)["result"], Json::array());

  // Applied, it does what it says.
  ASSERT_NE(with_code(editor.diagnostics(), "anonymous-source"), nullptr);
  editor.edit(kUri, 2, 4, 0, 0, edit["newText"]);
  const Json told = editor.diagnostics();
  EXPECT_EQ(told["version"], 2);
  EXPECT_EQ(with_code(told, "anonymous-source"), nullptr);
  EXPECT_EQ(with_code(told, "suppression-unused"), nullptr);
  params["range"] = Json::parse(R"({"start": {"line": 5, "character": 4}, "end": {"line": 5, "character": 4}})");
  params["context"].erase("only");
  const Json left = editor.request("textDocument/codeAction", params)["result"];
  for (const Json& one : left) EXPECT_THAT(one["title"].get<std::string>(), Not(HasSubstr("anonymous-source")));
}

TEST(Lsp, SettingsAreThoseBesideTheDocument) {
  const Folder folder;
  folder.write("a/hearsay.xml", "<hearsay><policy>ap</policy></hearsay>");
  folder.write("b/hearsay.xml", "<hearsay><policy>gone.xml</policy></hearsay>");
  const std::string a = "file://" + (folder.path() / "a/draft.txt").string();
  const std::string b = "file://" + (folder.path() / "b/draft.txt").string();
  Editor editor;
  editor.start(capabilities("utf-16"));
  editor.open(a, kDraft);
  Json told = editor.diagnostics();
  const Json* why = with_code(told, "anonymous-source");
  ASSERT_NE(why, nullptr);
  EXPECT_THAT((*why)["codeDescription"]["href"].get<std::string>(), HasSubstr("http"));
  editor.open(b, kDraft);
  told = editor.diagnostics();
  ASSERT_EQ(told["diagnostics"].size(), 1U);
  EXPECT_EQ(told["diagnostics"][0]["severity"], 1);
  // What the editor itself asks for wins.
  editor.notify("workspace/didChangeConfiguration", {{"settings", {{"hearsay", {{"policy", "default"}}}}}});
  told = editor.diagnostics();
  EXPECT_EQ(told["uri"], a);
  told = editor.diagnostics();
  EXPECT_EQ(told["uri"], b);
  EXPECT_NE(with_code(told, "anonymous-source"), nullptr);
  editor.notify("workspace/didChangeConfiguration", {{"settings", {{"hearsay", {{"minConfidence", 1.0}}}}}});
  told = editor.diagnostics();
  EXPECT_EQ(with_code(told, "anonymous-source"), nullptr);
  EXPECT_EQ(editor.stop(), 0);
}

TEST(Lsp, ClientsThatPullDiagnosticsAreNotPushedAny) {
  Json can = capabilities("utf-16");
  can["textDocument"]["diagnostic"] = {{"relatedDocumentSupport", false}};
  Editor editor;
  EXPECT_TRUE(editor.start(can)["capabilities"].contains("diagnosticProvider"));
  editor.open(kUri, kDraft);
  const Json report = editor.request("textDocument/diagnostic", {{"textDocument", {{"uri", kUri}}}})["result"];
  EXPECT_EQ(report["kind"], "full");
  EXPECT_FALSE(report["items"].empty());
  editor.notify("textDocument/didClose", {{"textDocument", {{"uri", kUri}}}});
  editor.begin("shutdown", nullptr);
  EXPECT_TRUE(editor.receive().contains("result"));  // and nothing before it
}

TEST(Lsp, RequestsAreRefusedBeforeTheStartAndAfterTheEnd) {
  Editor editor;
  EXPECT_EQ(editor.request("textDocument/hover", at(0, 0))["error"]["code"], -32002);
  editor.start();
  EXPECT_EQ(editor.request("initialize", Json::object())["error"]["code"], -32600);
  EXPECT_EQ(editor.request("textDocument/rename", at(0, 0))["error"]["code"], -32601);
  EXPECT_EQ(editor.request("textDocument/hover", at(0, 0))["error"]["code"], -32602);  // not open
  EXPECT_EQ(editor.request("textDocument/hover", nullptr)["error"]["code"], -32602);
  EXPECT_TRUE(editor.request("shutdown", nullptr)["result"].is_null());
  EXPECT_EQ(editor.request("textDocument/hover", at(0, 0))["error"]["code"], -32600);
  editor.notify("exit", nullptr);
  EXPECT_EQ(editor.wait(), 0);
}

TEST(Lsp, GoingWithoutAShutdownIsOne) {
  Editor exits;
  exits.start();
  exits.notify("exit", nullptr);
  EXPECT_EQ(exits.wait(), 1);
  Editor leaves;
  leaves.close_input();
  EXPECT_EQ(leaves.wait(), 1);
}

TEST(Lsp, ACancelledRequestIsAnsweredSo) {
  Editor editor;
  editor.start(capabilities("utf-16"));
  // In one write, so that the server reads the wish before the request's turn.
  const auto framed = [](const Json& json) {
    const std::string body = json.dump();
    return "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  };
  editor.send_bytes(framed({{"jsonrpc", "2.0"}, {"id", "h"}, {"method", "textDocument/hover"}, {"params", at(0, 0)}}) +
                    framed({{"jsonrpc", "2.0"}, {"method", "$/cancelRequest"}, {"params", {{"id", "h"}}}}));
  const Json answer = editor.receive();
  EXPECT_EQ(answer["id"], "h");
  EXPECT_EQ(answer["error"]["code"], -32800);
}

TEST(Lsp, GarbageIsPassedOver) {
  Editor editor;
  editor.send_bytes("hello\r\n\r\n\xff\xfe\r\nContent-Length: 5\r\n\r\n{]{]{");
  EXPECT_EQ(editor.receive()["error"]["code"], -32700);
  editor.send(Json::array({1, 2}));
  EXPECT_EQ(editor.receive()["error"]["code"], -32600);
  editor.send_bytes("Content-Length: 1000000000\r\n\r\n");
  const std::string piece(10U << 20U, '{');
  for (int i = 0; i < 10; ++i) editor.send_bytes(piece);
  for (std::size_t left = 1'000'000'000 - 10 * piece.size(); left > 0;) {
    const std::size_t size = std::min(left, piece.size());
    editor.send_bytes(std::string_view(piece).substr(0, size));
    left -= size;
  }
  editor.start();
  const Json odd[] = {nullptr, 7, "x", Json::array(), {{"textDocument", 3}}, {{"textDocument", {{"uri", kUri}}}}};
  for (const char* method : {"textDocument/didOpen", "textDocument/didChange", "textDocument/didSave",
                             "workspace/didChangeConfiguration", "textDocument/didClose"}) {
    for (const Json& params : odd) editor.notify(method, params);
  }
  for (const Json& params : odd) EXPECT_FALSE(editor.request("textDocument/codeAction", params).is_null());
  EXPECT_EQ(editor.stop(), 0);
}

TEST(Lsp, AnEmptyDocumentHasNothingToSay) {
  Editor editor;
  editor.start(capabilities("utf-16"));
  editor.open(kUri, "");
  EXPECT_EQ(editor.diagnostics()["diagnostics"], Json::array());
  editor.edit(kUri, 2, 0, 0, 0, kDraft);
  EXPECT_FALSE(editor.diagnostics()["diagnostics"].empty());
  EXPECT_EQ(editor.stop(), 0);
}

TEST(Lsp, APageIsMarkedWhereItsWordsStand) {
  Editor editor;
  editor.start(capabilities("utf-16"));
  editor.open(kUri,
              "<html><body><article><h1>Gates of Ellan dam fail</h1>\n"
              "<p>The gates failed on Monday, said <b>Ana Ruiz</b>, the mayor of Ellan, who had come to see it.</p>\n"
              "<p>A source said the gates were never tested.</p></article></body></html>\n");
  const Json told = editor.diagnostics();
  const Json* bare = with_code(told, "anonymous-source");
  ASSERT_NE(bare, nullptr);
  EXPECT_EQ((*bare)["range"],
            Json::parse(R"({"start": {"line": 2, "character": 3}, "end": {"line": 2, "character": 11}})"));
}

TEST(Lsp, TakesOptionsButNoPath) {
  EXPECT_EQ(run_program({"lsp", "--stdio"}).exit, 1);  // an empty standard input
  const ProgramRun run = run_program({"lsp", "draft.txt"});
  EXPECT_EQ(run.exit, 2);
  EXPECT_THAT(run.err, HasSubstr("lsp takes no PATH"));
}

}  // namespace
