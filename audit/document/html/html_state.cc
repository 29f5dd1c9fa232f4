// state_blocks(): every JSON value of every script is walked once. A list is worth the prose of its parts, a field the
// prose in it; the best of all is the body. Strings may be HTML.
#include "document/html/html_state.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "document/block_kind.h"
#include "document/html/html_fragment.h"
#include "document/html/html_tree.h"
#include "document/wire/json_fields.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostScriptBytes = 8U << 20U;  // of all scripts
constexpr int kDeepestValue = 40;                    // of values that are looked into
constexpr std::size_t kMostListParts = 4000;
constexpr std::size_t kLeastBody = 200;     // bytes of prose that are an article
constexpr std::size_t kShortestProse = 50;  // of one part
constexpr std::size_t kMostCandidates = 2000;
constexpr std::size_t kMostTried = 16;  // beginnings of values in one script: each may be read to its end

// The JSON value that begins at `begin`, told by its brackets; empty if they do not close or lie too deep.
std::string_view value_at(std::string_view script, std::size_t begin) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = begin; i < script.size(); ++i) {
    const char c = script[i];
    if (quoted) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        quoted = false;
      }
      continue;
    }
    if (c == '"') quoted = true;
    if (c == '{' || c == '[') ++depth;
    if (c == '}' || c == ']') --depth;
    if (depth > kDeepestJson) return {};
    if (depth == 0) return script.substr(begin, i + 1 - begin);
  }
  return {};
}

// Values of a script: all of it, or what is assigned in it ("Fusion.globalContent={…};").
std::vector<std::string_view> values_of(std::string_view script) {
  std::vector<std::string_view> out;
  std::size_t tried = 0;
  for (std::size_t at = script.find_first_of("{["); at != std::string_view::npos && tried < kMostTried;) {
    const std::string_view before =
        trim(script.substr(at - std::min<std::size_t>(at, 16), std::min<std::size_t>(at, 16)));
    std::size_t next = at + 1;
    if (before.empty() || before.ends_with("=") || before.ends_with("(")) {
      ++tried;
      const std::string_view value = value_at(script, at);
      if (value.size() >= kLeastState) out.push_back(value);
      if (!value.empty()) next = at + value.size();
    }
    at = script.find_first_of("{[", next);
  }
  return out;
}

bool is_prose_part(const std::string& text) {
  return text.size() >= kShortestProse && text.find(' ') != std::string::npos;
}

BlockKind kind_of(std::string_view type) {
  if (type.find("head") != std::string_view::npos || type.find("title") != std::string_view::npos)
    return BlockKind::heading;
  if (type.find("list") != std::string_view::npos) return BlockKind::list_item;
  return type.find("quote") != std::string_view::npos ? BlockKind::blockquote : BlockKind::paragraph;
}

// The string's blocks, whether it is markup or plain.
void add_text(const std::string& text, std::string_view type, const ReadContext& reading,
              std::vector<BodyBlock>& blocks) {
  if (text.find('<') != std::string::npos) {
    for (BodyBlock& block : html_blocks(text, kind_of(type), reading)) blocks.push_back(std::move(block));
  } else if (std::string words = plain(text); !words.empty()) {
    blocks.push_back({kind_of(type), std::move(words), {}});
  }
}

// By the names that page systems give the parts of their lists; no words of a language.
bool is_other_matter(std::string_view type) {
  static constexpr std::array<std::string_view, 13> kOther = {
      "image",        "video",   "gallery", "caption", "ad",         "promo", "newsletter",
      "interstitial", "related", "photo",   "author",  "correction", "embed"};
  return std::any_of(kOther.begin(), kOther.end(), [&](std::string_view other) {
    return other.size() > 2 ? type.find(other) != std::string_view::npos : type == other;
  });
}

std::string lower_field(const Json& part, const char* name) {
  const auto found = part.find(name);
  return found != part.end() && found->is_string() ? lower(found->get_ref<const std::string&>()) : std::string();
}

// The words of one part of a list: itself, its text, or the texts of its children.
std::string words_in(const Json& part, int depth) {
  if (part.is_string()) return depth > 0 ? part.get<std::string>() : "";
  if (!part.is_object() || depth > 4) return "";
  for (const char* name : {"text", "content", "html", "value", "body", "data"}) {
    const auto found = part.find(name);
    if (found == part.end()) continue;
    if (found->is_string() && !found->get_ref<const std::string&>().empty()) return found->get<std::string>();
    if (found->is_object()) return words_in(*found, depth + 1);
  }
  std::string out;
  for (const char* name : {"children", "content"}) {
    const auto found = part.find(name);
    if (found == part.end() || !found->is_array()) continue;
    for (const Json& child : *found) out += words_in(child, depth + 1);
    if (!out.empty()) return out;
  }
  return out;
}

class Finder {
 public:
  void look(const Json& value, int depth) {
    if (depth > kDeepestValue) return;
    if (value.is_array()) consider_list(value);
    if (value.is_object()) {
      for (const auto& [name, item] : value.items()) {
        if (item.is_string()) consider_field(name, item.get_ref<const std::string&>());
      }
    }
    if (!value.is_structured()) return;
    for (const Json& item : value) {
      if (item.is_structured()) look(item, depth + 1);
    }
  }

  [[nodiscard]] std::vector<BodyBlock> blocks(const ReadContext& reading) const {
    std::vector<BodyBlock> out;
    if (worth_ < kLeastBody) return out;
    if (field_ != nullptr) {
      add_text(*field_, "", reading, out);
    } else {
      for (const Json& part : *list_) {
        if (out.size() >= kMostListParts) break;
        const std::string type = type_of(part);
        if (!is_other_matter(type)) add_text(words_in(part, part.is_string() ? 1 : 0), type, reading, out);
      }
    }
    std::erase_if(out, [&](const BodyBlock& block) {
      return block.text.empty() || is_read_more(block.text, reading.words) || is_boilerplate(block.text, reading.words);
    });
    return out;
  }

 private:
  static std::string type_of(const Json& part) {
    if (!part.is_object()) return "";
    std::string type = lower_field(part, "type");
    for (const char* name : {"_type", "__typename", "subtype", "style"}) type += " " + lower_field(part, name);
    return std::string(trim(type));
  }

  void consider_list(const Json& list) {
    if (list.size() < 2 || ++candidates_ > kMostCandidates) return;
    std::size_t worth = 0;
    std::size_t seen = 0;
    for (const Json& part : list) {
      if (++seen > kMostListParts) break;
      if (is_other_matter(type_of(part))) continue;
      // A title of its own makes a part an article among others.
      if (part.is_object() &&
          (part.contains("headline") || part.contains("headlines") || part.contains("title") || part.contains("url")))
        continue;
      const std::string words = words_in(part, part.is_string() ? 1 : 0);
      if (is_prose_part(words)) worth += words.size();
    }
    if (worth > worth_) {
      worth_ = worth;
      list_ = &list;
      field_ = nullptr;
    }
  }

  void consider_field(const std::string& name, const std::string& text) {
    if (text.size() <= worth_ || !is_markup(text)) return;
    const std::string key = lower(name);
    const bool named = key.find("body") != std::string::npos || key.find("content") != std::string::npos ||
                       key.find("html") != std::string::npos || key == "text" ||
                       key.find("article") != std::string::npos;
    if (!named) return;
    worth_ = text.size();
    field_ = &text;
    list_ = nullptr;
  }

  std::size_t worth_ = 0;
  std::size_t candidates_ = 0;
  const Json* list_ = nullptr;
  const std::string* field_ = nullptr;
};

}  // namespace

std::vector<BodyBlock> state_blocks(const std::vector<std::string_view>& scripts, const ReadContext& reading) {
  std::vector<Json> roots;
  std::size_t bytes = 0;
  for (const std::string_view script : scripts) {
    for (const std::string_view value : values_of(script)) {
      bytes += value.size();
      if (bytes > kMostScriptBytes) break;
      Json root = Json::parse(value, nullptr, false);
      if (!root.is_discarded()) roots.push_back(std::move(root));
    }
  }
  Finder finder;
  for (const Json& root : roots) finder.look(root, 0);
  return finder.blocks(reading);
}

}  // namespace hearsay
