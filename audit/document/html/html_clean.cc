// clean_html() copies text and those tags that tell about structure, with those attributes that tell about meaning.
// It keeps a stack of open elements to bound depth and drops end tags that close nothing. Elements that may stay open
// (p, li, td …) close themselves and are not on the stack; formatting elements are dropped, because a parser must
// reopen every one of them in every paragraph that follows.
#include "document/html/html_clean.h"

#include <algorithm>
#include <array>

#include "base/cut_utf8.h"
#include "base/utf8.h"
#include "document/html/html_state.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostTags = 400'000;
constexpr std::size_t kMostAttributes = 64;        // of one tag
constexpr std::size_t kLongestAttribute = 16'384;  // bytes
constexpr std::size_t kLookBack = 24;              // open elements an end tag may close
constexpr std::size_t kMostScripts = 64;

enum class Treatment : std::uint8_t {
  keep,   // counted: opens and closes
  loose,  // kept, closes itself
  empty,  // kept, has no content
  drop,   // the tag goes, its content stays
  skip,   // the tag and its content go
};

struct Rule {
  std::string_view name;
  Treatment treatment;
};

// Sorted by name. Unknown elements are kept: pages name their own.
constexpr std::array<Rule, 79> kRules = {
    {{"abbr", Treatment::drop},      {"acronym", Treatment::drop},  {"applet", Treatment::skip},
     {"area", Treatment::skip},      {"audio", Treatment::skip},    {"b", Treatment::drop},
     {"base", Treatment::empty},     {"big", Treatment::drop},      {"br", Treatment::empty},
     {"button", Treatment::skip},    {"canvas", Treatment::skip},   {"caption", Treatment::loose},
     {"code", Treatment::drop},      {"col", Treatment::skip},      {"dd", Treatment::loose},
     {"dt", Treatment::loose},       {"em", Treatment::drop},       {"embed", Treatment::skip},
     {"font", Treatment::drop},      {"frame", Treatment::skip},    {"frameset", Treatment::drop},
     {"hr", Treatment::empty},       {"i", Treatment::drop},        {"iframe", Treatment::skip},
     {"image", Treatment::skip},     {"img", Treatment::skip},      {"input", Treatment::skip},
     {"ins", Treatment::drop},       {"kbd", Treatment::drop},      {"keygen", Treatment::skip},
     {"li", Treatment::loose},       {"link", Treatment::empty},    {"listing", Treatment::drop},
     {"map", Treatment::skip},       {"mark", Treatment::drop},     {"marquee", Treatment::drop},
     {"math", Treatment::skip},      {"meta", Treatment::empty},    {"nobr", Treatment::drop},
     {"noembed", Treatment::skip},   {"noframes", Treatment::skip}, {"noscript", Treatment::skip},
     {"object", Treatment::skip},    {"optgroup", Treatment::skip}, {"option", Treatment::skip},
     {"p", Treatment::loose},        {"param", Treatment::skip},    {"picture", Treatment::drop},
     {"plaintext", Treatment::drop}, {"pre", Treatment::keep},      {"q", Treatment::drop},
     {"rb", Treatment::drop},        {"rp", Treatment::drop},       {"rt", Treatment::drop},
     {"ruby", Treatment::drop},      {"s", Treatment::drop},        {"samp", Treatment::drop},
     {"script", Treatment::skip},    {"select", Treatment::skip},   {"small", Treatment::drop},
     {"source", Treatment::skip},    {"strike", Treatment::drop},   {"strong", Treatment::drop},
     {"style", Treatment::skip},     {"sub", Treatment::drop},      {"sup", Treatment::drop},
     {"svg", Treatment::skip},       {"tbody", Treatment::drop},    {"td", Treatment::loose},
     {"template", Treatment::skip},  {"textarea", Treatment::skip}, {"th", Treatment::loose},
     {"tr", Treatment::loose},       {"track", Treatment::skip},    {"tt", Treatment::drop},
     {"u", Treatment::drop},         {"var", Treatment::drop},      {"video", Treatment::skip},
     {"wbr", Treatment::drop}}};

// Of those that are skipped, the ones without content.
constexpr std::array<std::string_view, 11> kVoid = {"area",  "col",    "embed", "frame",  "image", "img",
                                                    "input", "keygen", "param", "source", "track"};

constexpr std::array<std::string_view, 26> kAttributes = {"cite",
                                                          "data-embed-url",
                                                          "data-href",
                                                          "data-instgrm-permalink",
                                                          "data-text-post-permalink",
                                                          "class",
                                                          "content",
                                                          "data-component",
                                                          "data-testid",
                                                          "data-type",
                                                          "datetime",
                                                          "href",
                                                          "hreflang",
                                                          "hidden",
                                                          "http-equiv",
                                                          "id",
                                                          "itemid",
                                                          "itemprop",
                                                          "itemscope",
                                                          "itemtype",
                                                          "lang",
                                                          "name",
                                                          "property",
                                                          "rel",
                                                          "role",
                                                          "aria-hidden"};

Treatment treatment_of(std::string_view name) {
  const auto found = std::lower_bound(kRules.begin(), kRules.end(), name,
                                      [](const Rule& rule, std::string_view n) { return rule.name < n; });
  return found != kRules.end() && found->name == name ? found->treatment : Treatment::keep;
}

bool space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}
bool name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

class Cleaner {
 public:
  Cleaner(std::string_view page, std::uint32_t max_depth) : page_(page), max_depth_(max_depth) {
    out_.html.reserve(page.size() / 2 + 64);
  }

  CleanPage run() {
    while (at_ < page_.size()) {
      const std::size_t open = std::min(page_.find('<', at_), page_.size());
      out_.html.append(page_.substr(at_, open - at_));
      at_ = open;
      if (at_ < page_.size()) markup();
    }
    return std::move(out_);
  }

 private:
  void markup() {
    const std::string_view rest = page_.substr(at_);
    if (rest.starts_with("<!--")) {
      // A comment without end hides one tag, not the page; the end is looked for once.
      const std::size_t end = endless_ ? std::string_view::npos : page_.find("-->", at_ + 4);
      endless_ = end == std::string_view::npos;
      at_ = end == std::string_view::npos ? at_ + 4 : end + 3;
    } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?')) {
      const std::size_t end = page_.find('>', at_);
      at_ = end == std::string_view::npos ? page_.size() : end + 1;
    } else if (rest.size() > 2 && rest[1] == '/' && name_start(rest[2])) {
      at_ += 2;
      end_tag();
    } else if (rest.size() > 1 && name_start(rest[1])) {
      ++at_;
      start_tag();
    } else {
      out_.html += "&lt;";
      ++at_;
    }
  }

  std::string tag_name() {
    std::string name;
    while (at_ < page_.size() && !space(page_[at_]) && page_[at_] != '>' && page_[at_] != '/') {
      if (name.size() < 40) name.push_back(small(page_[at_]));
      ++at_;
    }
    return name;
  }

  void end_tag() {
    std::string name = tag_name();
    if (name == "iframe" && frames_ > 0) {
      --frames_;
      name = "blockquote";
    }
    const std::size_t end = page_.find('>', at_);
    at_ = end == std::string_view::npos ? page_.size() : end + 1;
    const Treatment treatment = treatment_of(name);
    if (treatment == Treatment::loose) {
      if (name == "p") {
        if (!in_paragraph_) return;
        in_paragraph_ = false;
      }
      emit_end(name);
    } else if (treatment == Treatment::keep) {
      const std::size_t reach = std::min(stack_.size(), kLookBack);
      const auto from = stack_.end() - static_cast<std::ptrdiff_t>(reach);
      const auto found = std::find(std::make_reverse_iterator(stack_.end()), std::make_reverse_iterator(from), name);
      if (found == std::make_reverse_iterator(from)) return;
      while (stack_.back() != name) close_top();
      close_top();
    }
  }

  void close_top() {
    emit_end(stack_.back());
    stack_.pop_back();
  }

  void emit_end(std::string_view name) {
    if (++tags_ > 2 * kMostTags) return;
    out_.html += "</";
    out_.html += name;
    out_.html += '>';
  }

  void start_tag() {
    const std::string name = tag_name();
    std::string attributes;
    std::string type;
    const bool closed = read_attributes(attributes, type);
    const Treatment treatment = treatment_of(name);
    if (treatment == Treatment::drop) return;
    if (name == "iframe" && frame_of_post() && stack_.size() < max_depth_ && ++tags_ <= kMostTags) {
      out_.html += "<blockquote class=\"post-embed\" cite=\"";
      append_quoted(source_, out_.html);
      out_.html += "\">";
      stack_.emplace_back("blockquote");
      ++frames_;
      return;
    }
    if (treatment == Treatment::skip) {
      if (!closed && std::find(kVoid.begin(), kVoid.end(), name) == kVoid.end()) skip_content(name, type);
      return;
    }
    if (++tags_ > kMostTags || (treatment == Treatment::keep && stack_.size() >= max_depth_)) {
      if (tags_ <= kMostTags && name != "span" && name != "a") out_.html += "<br>";
      return;
    }
    out_.html += '<';
    out_.html += name;
    out_.html += attributes;
    out_.html += '>';
    if (name == "p") in_paragraph_ = true;
    if (name == "title") {
      raw_title();
    } else if (treatment == Treatment::keep) {
      stack_.push_back(name);
    }
  }

  // A title holds text only.
  void raw_title() {
    const std::size_t end = find_end("title");
    out_.html.append(page_.substr(at_, std::min(end - at_, kLongestAttribute)));
    out_.html += "</title>";
    at_ = std::min(page_.find('>', end), page_.size() - 1) + 1;
  }

  // Where "</name" stands, or the end of the page. Searched once per name when there is none.
  std::size_t find_end(std::string_view name) {
    for (std::size_t at = page_.find("</", at_); at != std::string_view::npos; at = page_.find("</", at + 2)) {
      const std::string_view here = page_.substr(at + 2, name.size());
      if (here.size() == name.size() &&
          std::equal(here.begin(), here.end(), name.begin(), [](char a, char b) { return small(a) == b; }))
        return at;
    }
    return page_.size();
  }

  void skip_content(const std::string& name, const std::string& type) {
    if (std::find(unclosed_.begin(), unclosed_.end(), name) != unclosed_.end()) return;
    const std::size_t end = find_end(name);
    if (end == page_.size()) {
      unclosed_.push_back(name);  // never closed: drop the tag, keep what follows
      if (name == "script" || name == "style") at_ = end;
      return;
    }
    if (type.find("ld+json") != std::string::npos && out_.json_ld.size() < kMostScripts) {
      out_.json_ld.emplace_back(page_.substr(at_, end - at_));
    }
    if (name == "script" && type.find("ld+json") == std::string::npos && end - at_ >= kLeastState &&
        out_.states.size() < kMostScripts) {
      out_.states.push_back(page_.substr(at_, end - at_));
    }
    const std::size_t close = page_.find('>', end);
    at_ = close == std::string_view::npos ? page_.size() : close + 1;
  }

  static void append_quoted(std::string_view value, std::string& out) {
    for (const char v : value) {
      if (v == '"') {
        out += "&quot;";
      } else {
        out.push_back(v);
      }
    }
  }

  // Does the frame just read show one post of an account (".../@aruiz/1/embed")? Its content is the fallback.
  [[nodiscard]] bool frame_of_post() const {
    return source_.starts_with("https://") && source_.find("/@") != std::string_view::npos &&
           source_.find("/embed") != std::string_view::npos;
  }

  static bool has_attribute(std::string_view out, std::string_view name) {
    for (std::size_t at = out.find(name); at != std::string_view::npos; at = out.find(name, at + 1)) {
      if (at > 0 && out[at - 1] == ' ' && out.substr(at + name.size()).starts_with('=')) return true;
    }
    return false;
  }

  // Reads up to and over ">". True if the tag closed itself with "/>".
  bool read_attributes(std::string& out, std::string& type) {
    source_ = {};
    std::size_t count = 0;
    bool slash = false;
    while (at_ < page_.size()) {
      const char c = page_[at_];
      if (c == '>') {
        ++at_;
        return slash;
      }
      slash = c == '/';
      if (space(c) || c == '/') {
        ++at_;
        continue;
      }
      std::string name;
      while (at_ < page_.size() && !space(page_[at_]) && page_[at_] != '=' && page_[at_] != '>' && page_[at_] != '/') {
        if (name.size() < 40) name.push_back(small(page_[at_]));
        ++at_;
      }
      if (at_ < page_.size() && page_[at_] == '=' && name.empty()) ++at_;
      while (at_ < page_.size() && space(page_[at_])) ++at_;
      std::string_view value;
      if (at_ < page_.size() && page_[at_] == '=') value = attribute_value();
      if (name == "type") type = lower(value.substr(0, 64));
      if (name == "src") source_ = cut_utf8(value, 512);
      const bool wanted = std::find(kAttributes.begin(), kAttributes.end(), name) != kAttributes.end();
      if (!wanted || ++count > kMostAttributes || has_attribute(out, name)) continue;
      out += ' ';
      out += name;
      out += "=\"";
      append_quoted(cut_utf8(value, kLongestAttribute), out);
      out += '"';
    }
    return slash;
  }

  std::string_view attribute_value() {
    ++at_;
    while (at_ < page_.size() && space(page_[at_])) ++at_;
    if (at_ >= page_.size()) return {};
    const char quote = page_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = at_ + 1;
      const std::size_t end = page_.find(quote, begin);
      // A mark that never closes would swallow the page: let the value end with the tag.
      const std::size_t stop = end == std::string_view::npos ? std::min(page_.find('>', begin), page_.size()) : end;
      at_ = end == std::string_view::npos ? stop : stop + 1;
      return page_.substr(begin, stop - begin);
    }
    const std::size_t begin = at_;
    while (at_ < page_.size() && !space(page_[at_]) && page_[at_] != '>') ++at_;
    return page_.substr(begin, at_ - begin);
  }

  std::string_view page_;
  std::uint32_t max_depth_;
  std::size_t at_ = 0;
  bool endless_ = false;  // no comment ends from here on
  std::size_t tags_ = 0;
  bool in_paragraph_ = false;
  std::size_t frames_ = 0;   // of posts, open
  std::string_view source_;  // src of the last tag
  std::vector<std::string> stack_;
  std::vector<std::string> unclosed_;
  CleanPage out_;
};

}  // namespace

CleanPage clean_html(std::string_view page, std::uint32_t max_depth) {
  return Cleaner(page, max_depth).run();
}

}  // namespace hearsay
