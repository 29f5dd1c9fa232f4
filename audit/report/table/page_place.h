// Where a page lies among others, and what of it leads to them.
#pragma once

#include <functional>
#include <span>
#include <string>

#include "report/table/table.h"

namespace hearsay {

/// A page that lies beside another: file name and words.
struct PageLink {
  std::string href, words;
};

struct PagePlace {
  std::span<const PageLink> beside = {};  // for the navigation
  std::string here = {};                  // which of them it is or belongs to: an href of `beside`
  bool within = false;                    // it only belongs to `here`
  std::string up = {};                    // before every href: "../" in a folder, else ""
  /// The page that shows what a cell leads to, as an href; "": there is none. Not set: no page lies beside.
  std::function<std::string(Refers refers, const std::string& id)> page_of = {};
  // Of a page that is served; "" or not set: the options are named instead.
  std::string more = {};                                            // the address that shows further rows
  std::string sort = {};                                            // what it is sorted by, as a question says it
  std::function<std::string(const std::string& sort)> sorted = {};  // the address where it is sorted so
};

/// The links to the pages beside, as markup, with one in front that skips them to `target`, an id.
[[nodiscard]] std::string navigation(const PagePlace& place, const std::string& target, const std::string& skip);

/// `<a href=…>words</a>` to the page that shows it, at `at` ("a12", or ""); "" where there is none.
[[nodiscard]] std::string page_link(const PagePlace& place, Refers refers, const std::string& id, const std::string& at,
                                    const std::string& words);

}  // namespace hearsay
