// Articles as they come out of files, before anything is read in them, a batch at a time: so many small ones that a
// lock per batch costs nothing, or one large one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace hearsay {

/// What --from takes.
enum class From {
  automatic,  // told by each file's first bytes
  jsonl,      // every file holds records, one a line
  warc,       // every file is a web archive
  feed,       // every file is a feed or a message of wire items
  file,       // every file is an article
};

/// Every `count`-th article of the stream, beginning with the `index`-th (from 1). Over all indexes each article comes
/// once.
struct Shard {
  std::uint64_t index = 1;
  std::uint64_t count = 1;
};

/// What the bytes of an article are.
enum class Holds : std::uint8_t {
  file,    // all of a file, in any format
  record,  // one JSON record
  item,    // the markup of one item of a feed or message
  page,    // a web page out of an archive
};

struct RawArticle {
  std::size_t begin = 0, size = 0;  // bytes of RawBatch::bytes
  std::uint32_t file = 0;           // index of RawBatch::files
  std::uint64_t line = 0;  // of a record in its file, the number of an item or page, from 1; 0: the file is the article
  Holds holds = Holds::file;
  std::string address, charset;       // of a page, as its archive has them; "" = not given
  std::string remark;                 // what readers of it should know: why there is no more of it; "" = nothing
  std::optional<Diagnostic> problem;  // why there are no bytes, in the article's place
  bool file_failed = false;           // with `problem`: it is the file that cannot be read (on)
};

struct RawFile {
  std::string path;        // as the user gave it, or below the folder given; "-" is standard input
  std::string id;          // of an article that is a file: unique in the run
  bool in_folder = false;  // and not named itself
};

struct RawBatch {
  std::vector<RawFile> files;
  std::string bytes;
  std::vector<RawArticle> articles;
  Diagnostics notes;           // on files
  std::uint64_t consumed = 0;  // bytes taken from files since the batch before, compressed as they are

  [[nodiscard]] std::string_view of(const RawArticle& article) const {
    return std::string_view(bytes).substr(article.begin, article.size);
  }
};

}  // namespace hearsay
