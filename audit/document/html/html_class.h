// What the class, id and role of an element say it is. Pages name things in words; this knows the words.
#pragma once

#include "document/html/html_tree.h"

namespace hearsay {

enum class ElementRole {
  plain,
  away,     // navigation, related, share bars, newsletters, comments, advertising, author boxes
  gate,     // for subscribers: the wall's own words, or each paragraph behind it
  consent,  // cookie and privacy dialogues: never the article, however much of the page they are
  caption,  // of a picture, with its credit
  embed,    // a post from a platform
  post,     // its words, where the account is told (html_post.h)
  post_by,  // and the account
  pull_quote,
  standfirst,
  byline,  // names and times
  signer,  // whose words a block quotation holds, below or above them
};

[[nodiscard]] ElementRole role_of(const GumboNode* element);

/// In a block quotation: does the element say whose words they are (`own` is its role)? By <footer>, <figcaption>, a
/// <cite> that ends it, or a name for it.
[[nodiscard]] bool signs_quotation(const GumboNode* element, ElementRole own);

/// A <figure> that holds a block quotation, not a picture.
[[nodiscard]] bool is_figure_of_words(const GumboNode* element);

/// schema.org's articleBody, by itemprop or the usual test ids.
[[nodiscard]] bool is_article_body(const GumboNode* element);

}  // namespace hearsay
