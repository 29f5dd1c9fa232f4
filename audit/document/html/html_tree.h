// A parsed page for reading: owns gumbo's tree, answers questions about its nodes. The only header that shows gumbo.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>

namespace hearsay {

class HtmlTree {
 public:
  /// `html` comes from clean_html and must outlive the tree.
  explicit HtmlTree(const std::string& html);
  [[nodiscard]] const GumboNode* root() const { return output_->root; }

 private:
  struct Free {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
  };
  std::unique_ptr<GumboOutput, Free> output_;
};

[[nodiscard]] inline bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT;
}
[[nodiscard]] inline bool is_element(const GumboNode* node, GumboTag tag) {
  return is_element(node) && node->v.element.tag == tag;
}

[[nodiscard]] bool has_attribute(const GumboNode* element, std::string_view name);
/// Value of an attribute, "" if it is not there.
[[nodiscard]] std::string_view attribute(const GumboNode* element, std::string_view name);

/// Text of a node and all below, white space collapsed, none at its ends.
[[nodiscard]] std::string text_of(const GumboNode* node);

/// Appends `text`, runs of white space as one blank; none at the start of a line. Soft hyphens and zero-width marks go.
void append_collapsed(std::string& out, std::string_view text);

/// Text that may hold entities and tags, as records do ("Q&amp;A", "<b>…"), as plain text.
[[nodiscard]] std::string plain(std::string_view maybe_html);

/// Calls `visit` for every element in document order; `visit` returns false to leave out what lies below.
template <typename Visit>
void for_each_element(const GumboNode* node, const Visit& visit) {
  if (!is_element(node) || !visit(node)) return;
  const GumboVector& children = node->v.element.children;
  for (unsigned int i = 0; i < children.length; ++i)
    for_each_element(static_cast<const GumboNode*>(children.data[i]), visit);
}

}  // namespace hearsay
