#include "service/read_article.h"

#include <algorithm>

namespace hearsay {
namespace {

void soften(Diagnostics& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) diagnostic.severity = std::min(diagnostic.severity, Severity::note);
}

}  // namespace

Document read_whole_article(std::string_view bytes, std::string_view path, const Engine& engine,
                            const ReadHints& hints) {
  return read(bytes, path, engine.page, {}, hints);
}

Document ArticleReader::read(const RawBatch& batch, const RawArticle& article, const Session& session) {
  const RawFile& file = batch.files[article.file];
  const std::string_view bytes = batch.of(article);
  if (article.line == 0) {
    Document document = read_whole_article(bytes, file.path, *session.engine, {.changes = session.settings.changes});
    document.id = file.id;
    return document;
  }
  const PageWords& page_words = session.engine->page;
  if (article.holds == Holds::record)
    return read_record(bytes, {.file = file.path, .line = article.line}, parser_, page_words, {});
  Document document = read_part(bytes, {.file = file.path, .line = article.line},
                                {.address = article.address, .charset = article.charset}, page_words, {});
  // An archive is full of pages that are no articles.
  if (article.holds == Holds::page && document.text.empty()) soften(document.diagnostics);
  if (!article.remark.empty())
    document.diagnostics.push_back({.severity = Severity::warning, .file = document.path, .message = article.remark});
  return document;
}

}  // namespace hearsay
