// From bytes to a document by what an engine knows: the one place that reads articles.
#pragma once

#include <string_view>

#include "archive/raw_article.h"
#include "document/read.h"
#include "document/wire/read_record.h"
#include "pipeline.h"
#include "service/session.h"

namespace hearsay {

/// Bytes that are one article, in any format.
[[nodiscard]] Document read_whole_article(std::string_view bytes, std::string_view path, const Engine& engine,
                                          const ReadHints& hints = {});

/// One thread's; keeps the buffers of the record parser.
class ArticleReader {
 public:
  /// An article of a batch, whatever holds it; it must have no problem. Never throws on content: an unreadable one has
  /// no text.
  [[nodiscard]] Document read(const RawBatch& batch, const RawArticle& article, const Session& session);

 private:
  RecordParser parser_;
};

}  // namespace hearsay
