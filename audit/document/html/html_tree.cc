#include "document/html/html_tree.h"

#include "base/utf8.h"

namespace hearsay {
namespace {

void collect(const GumboNode* node, std::string& out) {
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA || node->type == GUMBO_NODE_WHITESPACE) {
    append_collapsed(out, node->v.text.text);
    return;
  }
  if (!is_element(node)) return;
  if (node->v.element.tag == GUMBO_TAG_BR) append_collapsed(out, " ");
  const GumboVector& children = node->v.element.children;
  for (unsigned int i = 0; i < children.length; ++i) collect(static_cast<const GumboNode*>(children.data[i]), out);
}

/// Null where there is none. Names are in lower case, by clean_html and by gumbo.
const GumboAttribute* attribute_named(const GumboNode* element, std::string_view name) {
  const GumboVector& attributes = element->v.element.attributes;
  for (unsigned int i = 0; i < attributes.length; ++i) {
    const auto* one = static_cast<const GumboAttribute*>(attributes.data[i]);
    if (name == one->name) return one;
  }
  return nullptr;
}

}  // namespace

HtmlTree::HtmlTree(const std::string& html) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  output_.reset(gumbo_parse_with_options(&options, html.data(), html.size()));
}

bool has_attribute(const GumboNode* element, std::string_view name) {
  return attribute_named(element, name) != nullptr;
}

std::string_view attribute(const GumboNode* element, std::string_view name) {
  const GumboAttribute* found = attribute_named(element, name);
  return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

void append_collapsed(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const unsigned char byte = static_cast<unsigned char>(text[at]);
    CodePoint here{byte, 1, true};
    if (byte >= 0x80U) here = decode(text, at);
    const bool mark = here.value == 0xadU || here.value == 0x200bU || here.value == 0x2060U || here.value == 0xfeffU ||
                      here.value == 0x200eU;
    const bool joiner = here.value == 0x200cU || here.value == 0x200dU;
    if (!joiner && !mark && is_space(here.value)) {
      if (!out.empty() && out.back() != ' ' && out.back() != '\n') out.push_back(' ');
    } else if (!mark && (byte >= 0x20U && byte != 0x7fU)) {
      if (here.valid) {
        out.append(text.substr(at, here.length));
      } else {
        append_utf8(out, kReplacement);
      }
    }
    at += here.length;
  }
}

std::string text_of(const GumboNode* node) {
  std::string out;
  collect(node, out);
  return std::string(trim(out));
}

std::string plain(std::string_view maybe_html) {
  std::string out;
  append_collapsed(out, maybe_html.substr(0, 1U << 20U));
  for (int pass = 0; pass < 2 && out.find_first_of("&<") != std::string::npos; ++pass) {
    if (out.size() > 65536) break;
    std::string safe;
    for (std::size_t i = 0; i < out.size(); ++i) {
      const bool tag = out[i] == '<' && i + 1 < out.size() &&
                       (out[i + 1] == '/' || is_letter(static_cast<unsigned char>(out[i + 1])));
      if (out[i] != '<') {
        safe.push_back(out[i]);
      } else if (!tag) {
        safe += "&lt;";
      } else {
        const std::size_t end = out.find('>', i);
        if (end == std::string::npos) break;
        i = end;
        safe.push_back(' ');
      }
    }
    const HtmlTree tree(safe);
    out = text_of(tree.root());
  }
  return std::string(trim(out));
}

}  // namespace hearsay
