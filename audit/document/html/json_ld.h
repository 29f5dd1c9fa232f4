// The article as schema.org describes it in the page's JSON-LD. Lenient: @graph, arrays, several objects, references,
// wrappers and control characters that are no JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// Strings are plain text; "" = not given.
struct LinkedArticle {
  std::string type;  // "NewsArticle"
  std::string headline;
  std::string description;
  std::vector<std::string> authors;
  std::string published;  // as written
  std::string publisher;
  std::string url;
  std::string language;
  std::string section;  // articleSection; "/" between several
  std::string body;     // articleBody
};

/// The article that the page is about: the one whose address or headline is the page's, else the first with a headline.
[[nodiscard]] LinkedArticle read_json_ld(const std::vector<std::string>& scripts, std::string_view page_url,
                                         std::string_view page_title);

/// Is it a schema.org type of article ("NewsArticle", "LiveBlogPosting")?
[[nodiscard]] bool is_article_type(std::string_view type);

}  // namespace hearsay
