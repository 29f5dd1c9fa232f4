// RecordParser::parse(): simdjson checks and indexes the whole record, then one walk over its fields takes each that
// has an alias; of several for one thing the first in the table wins. The names are those that news-please, newspaper,
// trafilatura, NELA-GT, cc_news, webhose and the Washington Post's dump use.
#include "document/wire/record.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "document/wire/wire_item.h"

namespace hearsay {
namespace {

namespace sj = simdjson;

enum Field : std::size_t { kId, kUrl, kTitle, kAuthors, kPublished, kOutlet, kLanguage, kBody, kSection, kFieldCount };

struct Alias {
  std::string_view key;
  Field field;
};

// In order of trust within a field.
constexpr std::array kAliases = std::to_array<Alias>({
    {"id", kId},
    {"_id", kId},
    {"uuid", kId},
    {"article_id", kId},
    {"doc_id", kId},
    {"docid", kId},
    {"guid", kId},
    {"canonical_link", kUrl},
    {"canonical_url", kUrl},
    {"url", kUrl},
    {"article_url", kUrl},
    {"link", kUrl},
    {"title", kTitle},
    {"headline", kTitle},
    {"title_page", kTitle},
    {"title_rss", kTitle},
    {"authors", kAuthors},
    {"author", kAuthors},
    {"byline", kAuthors},
    {"date_publish", kPublished},
    {"published_utc", kPublished},
    {"published", kPublished},
    {"publish_date", kPublished},
    {"published_date", kPublished},
    {"date_published", kPublished},
    {"publishedAt", kPublished},
    {"pub_date", kPublished},
    {"date", kPublished},
    {"outlet", kOutlet},
    {"publication", kOutlet},
    {"site_name", kOutlet},
    {"sitename", kOutlet},
    {"publisher", kOutlet},
    {"source", kOutlet},
    {"source_domain", kOutlet},
    {"source-hostname", kOutlet},
    {"domain", kOutlet},
    {"source_url", kOutlet},
    {"language", kLanguage},
    {"lang", kLanguage},
    {"meta_lang", kLanguage},
    {"maintext", kBody},
    {"text", kBody},
    {"content", kBody},
    {"body", kBody},
    {"articleBody", kBody},
    {"article", kBody},
    {"raw_text", kBody},
    {"section", kSection},
    {"articleSection", kSection},
    {"article_section", kSection},
    {"section_name", kSection},
    {"sectionName", kSection},
    {"type_of_material", kSection},
    {"genre", kSection},
    {"category", kSection},
});
constexpr std::size_t kMostAuthors = 64;
constexpr std::size_t kMostParts = 100'000;
constexpr std::size_t kKeptCapacity = 1U << 20U;  // bytes; a parser that grew beyond this is not kept

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("//");
}

// What dumps write for "nothing".
std::string_view given(std::string_view text) {
  text = trim(text);
  for (const std::string_view nothing : {"None", "none", "null", "NULL", "nan", "NaN", "N/A", "[]"}) {
    if (text == nothing) return {};
  }
  return text;
}

std::string words(const sj::dom::element& value) {
  std::string_view text;
  return value.get(text) == sj::SUCCESS ? std::string(given(text)) : std::string();
}

// Ids and dates may be numbers.
std::string words_or_number(const sj::dom::element& value) {
  if (std::string text = words(value); !text.empty()) return text;
  if (std::int64_t number = 0; value.get(number) == sj::SUCCESS) return std::to_string(number);
  if (double number = 0; value.get(number) == sj::SUCCESS && number > 0 && number < 1e15)
    return std::to_string(static_cast<std::int64_t>(number));  // a date from a table that made it a float
  return {};
}

void add_authors(const sj::dom::element& value, std::vector<std::string>& authors) {
  sj::dom::array list;
  if (value.get(list) == sj::SUCCESS) {
    for (const sj::dom::element item : list) {
      if (authors.size() >= kMostAuthors) return;
      sj::dom::element name;
      if (item["name"].get(name) != sj::SUCCESS) name = item;
      if (std::string text = words(name); !text.empty()) authors.push_back(std::move(text));
    }
    return;
  }
  sj::dom::element name;
  if (value["name"].get(name) != sj::SUCCESS) name = value;
  if (std::string text = words(name); !text.empty()) authors.push_back(std::move(text));
}

std::string_view string_at(const sj::dom::element& object, std::string_view key) {
  std::string_view text;
  return object[key].get(text) == sj::SUCCESS ? given(text) : std::string_view();
}

BlockKind kind_of_part(std::string_view type, std::string_view subtype) {
  if (subtype == "subhead" || type == "header" || type == "heading") return BlockKind::heading;
  if (subtype == "pullquote" || type == "pullquote") return BlockKind::pull_quote;
  if (subtype == "blockquote" || type == "quote" || type == "blockquote") return BlockKind::blockquote;
  if (type == "image" || type == "gallery" || type == "video") return BlockKind::caption;
  if (type == "tweet" || type == "instagram" || type == "embed") return BlockKind::embed;
  if (type == "author_info" || type == "correction" || type == "note") return BlockKind::note;
  if (type == "deck") return BlockKind::standfirst;
  if (type == "list" || type == "list_item") return BlockKind::list_item;
  return BlockKind::paragraph;
}

class Filler {
 public:
  explicit Filler(Record& record) : record_(record) { rank_.fill(kAliases.size()); }

  void field(std::string_view key, const sj::dom::element& value) {
    if (key == "content_elements") record_.shape = RecordShape::wire;  // ANS
    if (key == "uri") uri_ = true;
    if (is_ninjs_sign(key)) ninjs_ = true;
    if (uri_ && ninjs_) record_.shape = RecordShape::wire;
    if (key == "contents") return contents(value);
    if (key == "thread") {  // webhose
      if (record_.outlet.empty()) record_.outlet = string_at(value, "site");
      return;
    }
    const auto found = std::find_if(kAliases.begin(), kAliases.end(), [&](const Alias& a) { return a.key == key; });
    if (found == kAliases.end()) return;
    const auto rank = static_cast<std::size_t>(found - kAliases.begin());
    if (rank >= rank_[found->field]) return;
    if (found->field == kSection) return name_section(words(value), record_.section);
    if (found->field == kAuthors) {
      std::vector<std::string> names;
      add_authors(value, names);
      if (names.empty()) return;
      record_.authors = std::move(names);
    } else {
      sj::dom::element told;
      if (value["name"].get(told) != sj::SUCCESS) told = value;  // "publisher": {"name": …}
      const bool number = found->field == kId || found->field == kPublished;
      std::string text = number ? words_or_number(told) : words(told);
      if (text.empty()) return;
      if (key == "source" && is_address(text)) {  // trafilatura
        if (record_.url.empty()) record_.url = std::move(text);
        return;
      }
      of(found->field) = std::move(text);
    }
    rank_[found->field] = rank;
  }

 private:
  std::string& of(Field field) {
    switch (field) {
      case kId:
        return record_.id;
      case kUrl:
        return record_.url;
      case kTitle:
        return record_.title;
      case kPublished:
        return record_.published;
      case kOutlet:
        return record_.outlet;
      case kLanguage:
        return record_.language;
      default:
        return record_.body;
    }
  }

  void contents(const sj::dom::element& value) {
    sj::dom::array list;
    if (value.get(list) != sj::SUCCESS || !record_.body.empty()) return;
    for (const sj::dom::element item : list) {
      if (record_.parts.size() >= kMostParts) return;
      const std::string_view type = string_at(item, "type");
      if (type == "kicker") name_section(string_at(item, "content"), record_.section);
      if (type == "title" || type == "byline" || type == "date" || type == "kicker") continue;
      const BlockKind kind = kind_of_part(type, string_at(item, "subtype"));
      sj::dom::array items;
      if (item["content"].get(items) == sj::SUCCESS) {
        for (const sj::dom::element one : items) {
          if (std::string_view text; one.get(text) == sj::SUCCESS) part(text, kind);
        }
        continue;
      }
      std::string_view text = string_at(item, kind == BlockKind::caption ? "fullcaption" : "content");
      if (text.empty()) text = string_at(item, "text");
      part(text, kind);
    }
    rank_[kBody] = 0;
  }

  void part(std::string_view text, BlockKind kind) {
    if (text.empty()) return;
    const auto begin = static_cast<std::uint32_t>(record_.body.size());
    record_.body += text;
    record_.parts.push_back({{begin, static_cast<std::uint32_t>(record_.body.size())}, kind});
  }

  static bool is_ninjs_sign(std::string_view key) {
    return key == "versioncreated" || key == "versionCreated" || key == "pubstatus" || key == "pubStatus" ||
           key == "bodies" || key == "body_html" || key == "body_xhtml" || key == "body_text";
  }

  Record& record_;
  std::array<std::size_t, kFieldCount> rank_{};
  bool uri_ = false, ninjs_ = false;
};

// What Python's json writes and JSON does not allow, mended: halves of surrogate pairs become U+FFFD, NaN and Infinity
// null, raw control characters in strings blanks.
std::string mended(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  const auto hex4 = [&](std::size_t at) -> std::uint32_t {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
      const char c = i < json.size() ? json[i] : 'x';
      const int digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      if (digit < 0) return 0;
      value = value * 16 + static_cast<std::uint32_t>(digit);
    }
    return value;
  };
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (!quoted) {
      bool skipped = false;
      for (const std::string_view word : {"NaN", "-Infinity", "Infinity"}) {
        if (json.substr(i).starts_with(word)) {
          out += "null";
          i += word.size() - 1;
          skipped = true;
          break;
        }
      }
      if (skipped) continue;
      quoted = c == '"';
      out += c;
    } else if (c == '\\' && i + 1 < json.size()) {
      const std::uint32_t unit = json[i + 1] == 'u' ? hex4(i + 2) : 0;
      const bool low_follows =
          i + 8 < json.size() && json.substr(i + 6, 2) == "\\u" && (hex4(i + 8) & 0xfc00U) == 0xdc00U;
      if ((unit & 0xfc00U) == 0xd800U && low_follows) {
        out += json.substr(i, 12);
        i += 11;
      } else if ((unit & 0xf800U) == 0xd800U) {
        out += "\\ufffd";
        i += 5;
      } else {
        out += json.substr(i, 2);
        ++i;
      }
    } else {
      if (c == '"') quoted = false;
      out += static_cast<unsigned char>(c) < 0x20U ? ' ' : c;
    }
  }
  return out;
}

std::string error_words(sj::error_code error) {
  switch (error) {
    case sj::DEPTH_ERROR:
      return "no record: brackets nested too deep";
    case sj::CAPACITY:
    case sj::MEMALLOC:
      return "no record: too large";
    case sj::UTF8_ERROR:
      return "no record: not UTF-8";
    case sj::EMPTY:
      return "an empty line";
    default:
      return "no JSON record: it breaks off or holds what JSON does not allow";
  }
}

}  // namespace

struct RecordParser::State {
  sj::dom::parser parser;
};

RecordParser::RecordParser() : state_(std::make_unique<State>()) {}
RecordParser::~RecordParser() = default;
RecordParser::RecordParser(RecordParser&&) noexcept = default;
RecordParser& RecordParser::operator=(RecordParser&&) noexcept = default;

std::string RecordParser::parse(std::string_view json, Record& record) {
  record = {};
  sj::dom::element root;
  sj::error_code error = state_->parser.parse(json.data(), json.size()).get(root);
  std::string repaired;
  if (error != sj::SUCCESS && error != sj::EMPTY && error != sj::CAPACITY && error != sj::DEPTH_ERROR) {
    repaired = mended(json);
    if (repaired != json) error = state_->parser.parse(repaired).get(root);
  }
  std::string problem;
  if (error != sj::SUCCESS) {
    problem = error_words(error);
  } else if (sj::dom::object object; root.get(object) != sj::SUCCESS) {
    problem = "no record: a line is one JSON object";
  } else {
    Filler filler(record);
    for (const sj::dom::key_value_pair field : object) filler.field(field.key, field.value);
  }
  if (state_->parser.capacity() > kKeptCapacity) state_ = std::make_unique<State>();
  return problem;
}

}  // namespace hearsay
