// Every object of every script is looked at once; articles are ranked, and the best is read. References ({"@id": …})
// are looked up among all objects.
#include "document/html/json_ld.h"

#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"
#include "document/html/html_tree.h"
#include "document/wire/json_fields.h"
#include "document/words.h"

namespace hearsay {
namespace {

constexpr int kDeepestObject = 24;  // of objects that are looked into
constexpr std::size_t kMostObjects = 20'000;

// What is left of a script when comments and CDATA marks around it are gone and control characters are blanks.
std::string repaired(std::string_view script) {
  std::string out;
  out.reserve(script.size());
  for (const char c : script) out.push_back(static_cast<unsigned char>(c) < 0x20U ? ' ' : c);
  const std::size_t begin = out.find_first_of("{[");
  const std::size_t end = out.find_last_of("}]");
  if (begin == std::string::npos || end == std::string::npos || end < begin) return "";
  // A "//<![CDATA[" opens with a bracket of its own.
  std::size_t from = begin;
  if (const std::size_t cdata = out.find("<![CDATA["); cdata != std::string::npos && cdata < begin + 4) {
    from = out.find_first_of("{[", cdata + 9);
    if (from == std::string::npos) return "";
  }
  std::size_t to = end;
  if (const std::size_t close = out.rfind("]]>"); close != std::string::npos && close > from) {
    to = out.find_last_of("}]", close - 1);
    if (to == std::string::npos || to < from) return "";
  }
  return out.substr(from, to - from + 1);
}

bool too_deep(std::string_view json) {
  int depth = 0;
  for (const char c : json) {
    depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    if (depth > kDeepestJson) return true;
  }
  return false;
}

// "," before "}" or "]" outside strings, as hand-written scripts have them.
std::string without_trailing_commas(std::string_view json) {
  std::string out;
  bool quoted = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (c == '"' && (i == 0 || json[i - 1] != '\\')) quoted = !quoted;
    if (c == ',' && !quoted) {
      const std::size_t next = json.find_first_not_of(' ', i + 1);
      if (next != std::string_view::npos && (json[next] == '}' || json[next] == ']')) continue;
    }
    out.push_back(c);
  }
  return out;
}

std::string text_field(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return "";
  if (found->is_string()) return plain(found->get_ref<const std::string&>());
  if (found->is_array() && !found->empty() && found->front().is_string())
    return plain(found->front().get_ref<const std::string&>());
  if (found->is_object() && found->contains("@value") && (*found)["@value"].is_string())
    return plain((*found)["@value"].get_ref<const std::string&>());
  return "";
}

// "articleSection": "Opinion" or a list of such.
std::string section_of(const Json& object) {
  const auto at = object.find("articleSection");
  if (at == object.end()) return {};
  if (at->is_string()) return plain(at->get<std::string>());
  std::string all;
  for (const Json& one : *at) {
    if (!one.is_string() || all.size() > 200) continue;
    if (!all.empty()) all += '/';
    all += plain(one.get<std::string>());
  }
  return all;
}

std::string type_name(std::string_view type) {
  const std::size_t slash = type.find_last_of("/#:");
  return std::string(slash == std::string_view::npos ? type : type.substr(slash + 1));
}

std::string article_type(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return "";
  std::string found;
  const auto consider = [&](const Json& value) {
    if (!value.is_string()) return;
    std::string name = type_name(value.get<std::string>());
    // Of several types the one that is not plain says more.
    if (is_article_type(name) && (found.empty() || found == "Article" || found == "NewsArticle"))
      found = std::move(name);
  };
  if (type->is_array()) {
    for (const Json& value : *type) consider(value);
  } else {
    consider(*type);
  }
  return found;
}

// A body, not somebody: "Organization", "NewsMediaOrganization".
bool is_body_type(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto names_body = [](const Json& value) {
    return value.is_string() && (value.get_ref<const std::string&>().ends_with("Organization") ||
                                 value.get_ref<const std::string&>().ends_with("Corporation"));
  };
  return type->is_array() ? std::any_of(type->begin(), type->end(), names_body) : names_body(*type);
}

enum class Named : std::uint8_t { anybody, persons };

class Collector {
 public:
  void add(const Json& value, int depth) {
    if (depth > kDeepestObject || ++seen_ > kMostObjects) return;
    if (value.is_array()) {
      for (const Json& item : value) add(item, depth + 1);
    } else if (value.is_object()) {
      if (const auto id = value.find("@id"); id != value.end() && id->is_string() && value.size() > 1) {
        by_id_.emplace(id->get<std::string>(), &value);
      }
      if (!article_type(value).empty()) articles_.push_back(&value);
      for (const auto& item : value) {
        if (item.is_structured()) add(item, depth + 1);
      }
    }
  }

  [[nodiscard]] const Json& resolve(const Json& value) const {
    if (!value.is_object() || value.contains("name")) return value;
    const auto id = value.find("@id");
    if (id == value.end() || !id->is_string()) return value;
    const auto found = by_id_.find(id->get<std::string>());
    return found == by_id_.end() ? value : *found->second;
  }

  void names(const Json& value, Named wanted, std::vector<std::string>& out, int depth) const {
    if (depth > 4 || out.size() >= 32) return;
    if (value.is_array()) {
      for (const Json& item : value) names(item, wanted, out, depth + 1);
      return;
    }
    std::string name;
    if (value.is_string()) {
      name = plain(value.get_ref<const std::string&>());
    } else if (value.is_object()) {
      const Json& object = resolve(value);
      if (wanted == Named::persons && is_body_type(object)) return;
      if (const auto several = object.find("name"); several != object.end() && several->is_array())
        return names(*several, wanted, out, depth + 1);
      name = text_field(object, "name");
      if (name.empty())
        name = std::string(trim(text_field(object, "givenName") + " " + text_field(object, "familyName")));
    }
    if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
  }

  [[nodiscard]] const std::vector<const Json*>& articles() const { return articles_; }

 private:
  std::size_t seen_ = 0;
  std::vector<const Json*> articles_;
  std::unordered_map<std::string, const Json*> by_id_;
};

std::string address(const Json& object) {
  std::string url = text_field(object, "url");
  const auto page = object.find("mainEntityOfPage");
  if (url.empty() && page != object.end()) {
    if (page->is_string()) url = page->get<std::string>();
    if (page->is_object()) url = text_field(*page, "@id");
    if (page->is_object() && url.empty()) url = text_field(*page, "url");
  }
  return url;
}

int rank(const Json& object, std::string_view page_url, std::string_view page_title) {
  int points = 0;
  if (!page_url.empty() && address(object) == page_url) points += 4;
  const std::string headline = text_field(object, "headline");
  if (!headline.empty()) points += 2;
  if (!headline.empty() && same_words(headline, page_title)) points += 4;
  points += object.contains("datePublished") ? 1 : 0;
  points += object.contains("author") ? 1 : 0;
  points += object.contains("articleBody") ? 1 : 0;
  return points;
}

}  // namespace

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type == "BlogPosting" || type == "LiveBlogPosting" || type == "Report" ||
         type == "SocialMediaPosting" || type == "CriticReview" || type == "PressRelease";
}

LinkedArticle read_json_ld(const std::vector<std::string>& scripts, std::string_view page_url,
                           std::string_view page_title) {
  std::vector<Json> roots;
  for (const std::string& script : scripts) {
    const std::string json = repaired(script);
    if (json.empty() || too_deep(json)) continue;
    Json root = Json::parse(json, nullptr, false, true);
    if (root.is_discarded()) root = Json::parse(without_trailing_commas(json), nullptr, false, true);
    if (!root.is_discarded()) roots.push_back(std::move(root));
  }
  Collector collector;
  for (const Json& root : roots) collector.add(root, 0);
  const Json* best = nullptr;
  int best_rank = -1;
  for (const Json* candidate : collector.articles()) {
    const int points = rank(*candidate, page_url, page_title);
    if (points > best_rank) {
      best = candidate;
      best_rank = points;
    }
  }
  LinkedArticle out;
  if (best == nullptr) return out;
  out.type = article_type(*best);
  // The same article may be there twice, once with what it is.
  for (const Json* other : collector.articles()) {
    if (out.type != "Article" && out.type != "NewsArticle") break;
    const bool same = (!address(*best).empty() && address(*other) == address(*best)) ||
                      same_words(text_field(*other, "headline"), text_field(*best, "headline"));
    if (same && best->contains("headline") && other->contains("headline")) out.type = article_type(*other);
  }
  out.headline = text_field(*best, "headline");
  if (out.headline.empty()) out.headline = text_field(*best, "name");
  out.description = text_field(*best, "description");
  for (const char* name : {"author", "creator"}) {
    // The house that prints the article is its author where nobody else is.
    for (const Named wanted : {Named::persons, Named::anybody}) {
      if (out.authors.empty() && best->contains(name)) collector.names((*best)[name], wanted, out.authors, 0);
    }
  }
  for (const char* name : {"datePublished", "dateCreated", "coverageStartTime", "uploadDate"}) {
    if (out.published.empty()) out.published = text_field(*best, name);
  }
  if (best->contains("publisher")) {
    std::vector<std::string> names;
    collector.names((*best)["publisher"], Named::anybody, names, 0);
    if (!names.empty()) out.publisher = names.front();
  }
  out.url = address(*best);
  out.language = text_field(*best, "inLanguage");
  out.section = section_of(*best);
  if (const auto body = best->find("articleBody"); body != best->end() && body->is_string())
    out.body = body->get<std::string>();
  return out;
}

}  // namespace hearsay
