// read_ninjs(): each field under the names of its three generations. The text mostly comes in several forms; one is
// taken, the one that tells paragraphs best. Associations are other items: their captions are not this story's.
#include "document/wire/read_ninjs.h"

#include <string>
#include <utility>

#include "base/utf8.h"
#include "document/html/html_fragment.h"
#include "document/wire/read_nitf.h"
#include "document/wire/wire_item.h"

namespace hearsay {
namespace {

// "headlines": [{"role": "main", "value": …}]: the main one, else the first.
std::string main_value(const Json& list) {
  std::string value;
  if (!list.is_array()) return value;
  for (const Json& one : list) {
    std::string words = text_at(one, {"value"});
    if (value.empty() || text_at(one, {"role"}) == "main") value = std::move(words);
  }
  return value;
}

// A party or a list of them.
void add_parties(const Json& given, std::vector<std::string>& names) {
  if (given.is_array()) {
    for (const Json& one : given) {
      if (!one.is_array()) add_parties(one, names);
    }
  } else if (given.is_string()) {
    names.push_back(given.get<std::string>());
  } else {
    names.push_back(text_at(given, {"name", "literal"}));
  }
}

struct Body {
  std::string text;
  int rank = 0;  // the higher, the better it tells paragraphs; 0: none
};

int rank_of(std::string_view name) {
  const std::string kind = lower(name);
  if (kind.find("html") != std::string::npos) return 4;
  if (kind.find("nitf") != std::string::npos) return 3;
  return kind.find("text") != std::string::npos ? 2 : 1;
}

Body best_body(const Json& item) {
  Body best;
  const auto offer = [&](std::string_view name, std::string text) {
    const int rank = rank_of(name);
    if (rank > best.rank && !trim(text).empty()) best = {std::move(text), rank};
  };
  for (const auto& [key, value] : item.items()) {
    if (key.starts_with("body_") && value.is_string()) offer(key.substr(5), value.get<std::string>());
  }
  const Json& bodies = field(item, "bodies");
  if (bodies.is_array()) {
    for (const Json& body : bodies) {
      offer(text_at(body, {"contenttype", "contentType", "role"}), text_at(body, {"value"}));
    }
  }
  return best;
}

void read_body(const Body& body, const ReadContext& reading, Document& document, WireItem& item) {
  if (body.rank == 3) {
    const XmlTree tree(body.text, document.path, document.diagnostics);
    if (tree.root()) return fill_from_nitf(tree.root(), reading.words, item);
  }
  item.body = body.rank == 4 || is_markup(body.text) ? html_blocks(body.text, BlockKind::paragraph, reading)
                                                     : line_blocks(body.text);
}

void read_summary(const Json& item, Document& document, WireItem& to) {
  std::string summary = text_at(item, {"description_text", "description_html"});
  if (summary.empty()) summary = main_value(field(item, "descriptions"));
  if (to.body.empty() && !summary.empty()) {
    to.body = line_blocks(summary);
    document.diagnostics.push_back({.severity = Severity::warning,
                                    .file = document.path,
                                    .message = "this item holds a summary and no body",
                                    .remedy = "audit the item that has the text"});
  } else {
    to.standfirst = std::move(summary);
  }
}

}  // namespace

void read_ninjs(const Json& item, const ReadContext& reading, Document& document) {
  WireItem to;
  to.headline = text_at(item, {"headline"});
  if (to.headline.empty()) to.headline = main_value(field(item, "headlines"));
  if (to.headline.empty()) to.headline = text_at(item, {"title"});
  if (std::string byline = text_at(item, {"byline", "by"}); !byline.empty()) to.bylines.push_back(std::move(byline));
  to.dateline = text_at(item, {"dateline"});
  to.published = text_at(
      item, {"contentcreated", "contentCreated", "firstcreated", "firstCreated", "versioncreated", "versionCreated"});
  to.language = text_at(item, {"language"});
  for (const std::string_view key : {"genre", "genres"}) {
    const Json& genres = field(item, key);
    if (!genres.is_array()) continue;
    for (const Json& genre : genres) name_section(text_at(genre, {"name"}), to.section);
  }
  to.status = text_at(item, {"pubstatus", "pubStatus"});
  to.embargoed = text_at(item, {"embargoed"});
  const std::string uri = text_at(item, {"uri"});
  if (uri.starts_with("http")) to.url = uri;
  to.provider = text_at(item, {"copyrightholder", "copyrightHolder"});
  for (const std::string_view key : {"infosource", "infosources", "infoSource", "infoSources", "creditline", "source"})
    add_parties(field(item, key), to.sources);
  if (to.provider.empty() && !to.sources.empty()) to.provider = to.sources.front();
  read_body(best_body(item), reading, document, to);
  read_summary(item, document, to);
  write_wire_item(std::move(to), reading.words, document);
}

}  // namespace hearsay
