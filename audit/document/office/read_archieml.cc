// read_archieml(): line by line. What a value is goes by its key's last name; lines that are no key are text only in a
// free-form list, in a list of the body, or below a value that an :end closes.
#include "document/office/read_archieml.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/line_index.h"
#include "base/utf8.h"
#include "document/author_names.h"
#include "document/dates.h"
#include "document/office/draft.h"

namespace hearsay {
namespace {

enum class Meaning { nothing, title, deck, byline, date, url, outlet, text, heading, quote, caption };

// Keys as newsrooms agree on them: keywords of the format, no words of a language.
struct Key {
  std::string_view name;
  Meaning meaning;
};
constexpr std::array<Key, 34> kKeys = {
    {{"headline", Meaning::title},  {"hed", Meaning::title},          {"head", Meaning::title},
     {"title", Meaning::title},     {"dek", Meaning::deck},           {"deck", Meaning::deck},
     {"standfirst", Meaning::deck}, {"subtitle", Meaning::deck},      {"byline", Meaning::byline},
     {"author", Meaning::byline},   {"authors", Meaning::byline},     {"date", Meaning::date},
     {"published", Meaning::date},  {"pubdate", Meaning::date},       {"url", Meaning::url},
     {"canonical", Meaning::url},   {"publication", Meaning::outlet}, {"outlet", Meaning::outlet},
     {"body", Meaning::text},       {"text", Meaning::text},          {"p", Meaning::text},
     {"content", Meaning::text},    {"story", Meaning::text},         {"lede", Meaning::text},
     {"intro", Meaning::text},      {"graf", Meaning::text},          {"subhed", Meaning::heading},
     {"heading", Meaning::heading}, {"h2", Meaning::heading},         {"h3", Meaning::heading},
     {"quote", Meaning::quote},     {"blockquote", Meaning::quote},   {"caption", Meaning::caption},
     {"cutline", Meaning::caption}}};

std::string last_name(std::string_view key) {
  if (const std::size_t dot = key.rfind('.'); dot != std::string_view::npos) key.remove_prefix(dot + 1);
  return lower(key);
}

Meaning meaning_of(std::string_view key) {
  const std::string name = last_name(key);
  const auto found = std::find_if(kKeys.begin(), kKeys.end(), [&](const Key& one) { return one.name == name; });
  return found == kKeys.end() ? Meaning::nothing : found->meaning;
}

// "key: value": bytes of the key, 0 where the line is none. Keys have no blanks in them.
std::size_t key_size(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size()) {
    const char c = line[end];
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                      c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0xc2U;
    if (!kept) break;
    ++end;
  }
  const std::size_t size = end;
  while (end < line.size() && (line[end] == ' ' || line[end] == '\t')) ++end;
  return end < line.size() && line[end] == ':' ? size : 0;
}

class ArchieReader {
 public:
  ArchieReader(std::string_view source, const PageWords& page_words, Document& document)
      : source_(source), lines_(source), page_words_(page_words), document_(document) {}

  void read() {
    for (std::size_t at = 0; at < source_.size() && !ignored_;) {
      const std::size_t end = std::min(source_.find('\n', at), source_.size());
      read_line(trim(source_.substr(at, end - at)));
      at = end + 1;
    }
    document_.byline = join_names(authors_, page_words_);
    lay_out(std::move(draft_), page_words_, document_);
  }

 private:
  void read_line(std::string_view line) {
    if (line.empty()) return;
    if (line.front() == ':' && read_command(lower(line.substr(1, line.find_first_of(" \t") - 1)))) return;
    if (skipped_) return;
    if ((line.front() == '[' || line.front() == '{') && read_scope(line)) return;
    if (line.front() == '\\') return add_text(line.substr(1));
    if (line.starts_with("* ") && in_body_) return add(BlockKind::list_item, trim(line.substr(2)));
    const std::size_t key = key_size(line);
    if (key == 0) return add_text(line);
    const std::string_view name = line.substr(0, key);
    const std::string_view value = trim(line.substr(line.find(':', key) + 1));
    const Meaning meaning = meaning_of(name);
    // A speaker's name in free text looks like a key.
    const bool speech = free_form_ && meaning == Meaning::nothing && name.front() >= 'A' && name.front() <= 'Z' &&
                        std::count(value.begin(), value.end(), ' ') >= 3;
    if (speech) return add_text(line);
    set(meaning, value);
  }

  // True where the line was one.
  bool read_command(std::string_view command) {
    if (command.starts_with("ignore")) {
      ignored_ = true;
    } else if (command.starts_with("endskip")) {
      skipped_ = false;
    } else if (command.starts_with("skip")) {
      skipped_ = true;
    } else if (command.starts_with("end")) {
      open_ = Meaning::nothing;
    } else {
      return false;
    }
    return true;
  }

  bool read_scope(std::string_view line) {
    const char close = line.front() == '[' ? ']' : '}';
    const std::size_t end = line.find(close);
    if (end == std::string_view::npos || !trim(line.substr(end + 1)).empty()) return false;
    std::string_view name = trim(line.substr(1, end - 1));
    open_ = Meaning::nothing;
    if (name.empty()) {
      if (close == ']') in_body_ = free_form_ = false;
      return true;
    }
    if (name.find(' ') != std::string_view::npos) return false;  // "[He laughs]" is text
    if (close == '}') return true;
    const std::size_t first = name.find_first_not_of(".+");
    const bool free = name.substr(0, first).find('+') != std::string_view::npos;
    in_body_ = free || (first != std::string_view::npos && meaning_of(name.substr(first)) == Meaning::text);
    free_form_ = free;
    return true;
  }

  void set(Meaning meaning, std::string_view value) {
    open_ = meaning;
    switch (meaning) {
      case Meaning::title:
        if (document_.title.empty()) document_.title = value;
        return add(BlockKind::headline, value);
      case Meaning::deck:
        return add(BlockKind::standfirst, value);
      case Meaning::byline:
        authors_.emplace_back(value);
        return;
      case Meaning::date:
        if (document_.published.empty()) document_.published = to_iso_date(value, page_words_);
        return;
      case Meaning::url:
        if (document_.url.empty() && value.find("://") != std::string_view::npos) document_.url = value;
        return;
      case Meaning::outlet:
        if (document_.outlet.empty()) document_.outlet = value;
        return;
      case Meaning::text:
        return add(std::nullopt, value);
      case Meaning::heading:
        return add(BlockKind::heading, value);
      case Meaning::quote:
        return add(BlockKind::blockquote, value);
      case Meaning::caption:
        return add(BlockKind::caption, value);
      case Meaning::nothing:
        return;
    }
  }

  void add(std::optional<BlockKind> kind, std::string_view words) {
    if (words.empty()) return;
    const LineColumn place = lines_.position(static_cast<std::uint32_t>(words.data() - source_.data()));
    draft_.paragraphs.push_back({.text = std::string(words), .kind = kind, .origins = {{0, place.line, place.column}}});
  }

  void add_text(std::string_view line) {
    if (in_body_ || open_ == Meaning::text) return add(std::nullopt, line);
    if (open_ == Meaning::quote) add(BlockKind::blockquote, line);
  }

  std::string_view source_;
  LineIndex lines_;
  const PageWords& page_words_;
  Document& document_;
  Draft draft_;
  std::vector<std::string> authors_;
  Meaning open_ = Meaning::nothing;  // of the value that the next lines may go on
  bool in_body_ = false;
  bool free_form_ = false;
  bool skipped_ = false;
  bool ignored_ = false;
};

}  // namespace

bool is_archieml(std::string_view text, std::string_view path) {
  const std::string name = lower(path);
  if (name.ends_with(".aml") || name.ends_with(".archieml")) return true;
  const std::string_view head = trim(text.substr(0, 64U << 10U));
  const std::size_t key = key_size(head);
  if (key == 0 || meaning_of(head.substr(0, key)) == Meaning::nothing) return false;
  for (std::size_t at = 0; at < head.size();) {
    const std::size_t end = std::min(head.find('\n', at), head.size());
    const std::string_view line = trim(head.substr(at, end - at));
    if (line.starts_with("[+") && line.ends_with(']')) return true;
    if (line == ":end" || line == ":ignore" || line == ":skip" || line == ":endskip") return true;
    at = end + 1;
  }
  return false;
}

void read_archieml(std::string_view source, const PageWords& page_words, Document& document) {
  ArchieReader(source, page_words, document).read();
}

}  // namespace hearsay
