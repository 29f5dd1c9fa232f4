// draft_with_originals: an article may be JSON, too; none has a list "originals" beside its text.
#include "server/given_texts.h"

#include <fmt/format.h>

#include <utility>

#include "server/json_answer.h"
#include "server/media.h"
#include "server/route.h"
#include "server/typed_text.h"
#include "service/read_article.h"
#include "service/verify_articles.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostAskedOriginals = 1'000;

}  // namespace

std::optional<GivenText> given_text(const OrderedJson& json, std::string_view otherwise) {
  if (!json.is_object()) return std::nullopt;
  GivenText given{.name = bare_name(text_member(json, "name")), .text = text_member(json, "text")};
  if (given.text.empty()) return std::nullopt;
  if (given.name.empty()) given.name = otherwise;
  return given;
}

std::variant<GivenDraft, Response> given_draft(const OrderedJson& body) {
  auto draft = given_text(body, "draft");
  const auto list = body.is_object() ? body.find("originals") : body.end();
  if (!draft || list == body.end() || !list->is_array() || list->empty())
    return problem(400, "No draft and originals", "the body is no JSON object with \"text\" and \"originals\"",
                   R"(send {"name": …, "text": …, "originals": [{"name": …, "text": …}]})");
  if (list->size() > kMostAskedOriginals)
    return problem(413, "Too many originals", fmt::format("there are {}", list->size()),
                   fmt::format("send at most {}, or run hearsay verify", kMostAskedOriginals));
  GivenDraft given{.draft = std::move(*draft), .originals = {}};
  for (const OrderedJson& one : *list) {
    auto original = given_text(one, fmt::format("original-{}", given.originals.size() + 1));
    if (!original)
      return problem(400, "No original", fmt::format("original {} has no \"text\"", given.originals.size() + 1),
                     "leave it out, or send its words");
    given.originals.push_back(std::move(*original));
  }
  return given;
}

std::optional<std::variant<GivenDraft, Response>> draft_with_originals(const Request& request) {
  const std::size_t begin = request.body.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos || request.body[begin] != '{') return std::nullopt;
  const OrderedJson body = OrderedJson::parse(request.body, nullptr, false);
  if (!body.is_object() || !body.contains("originals") || !body["originals"].is_array()) return std::nullopt;
  return given_draft(body);
}

VerificationReport hold_given(const Desk::Audited& audited, const std::vector<GivenText>& originals) {
  std::vector<Document> documents;
  documents.reserve(originals.size());
  for (const GivenText& one : originals)
    documents.push_back(
        read_whole_article(one.text, one.name, *audited.session->engine, {.charset = std::string_view("utf-8")}));
  return verify_documents(audited.analysis, std::move(documents), *audited.session);
}

}  // namespace hearsay
