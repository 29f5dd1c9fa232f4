// factiva_item(): a table's rows say what they are (HD, BY, PD, SN, LP, TD …). Without a table, what stands between
// headline and text is told by its form and order: byline, words, date, time, publication, code, language, copyright.
#include "document/wire/read_factiva.h"

#include <array>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "document/html/html_clean.h"
#include "document/html/html_tree.h"

namespace hearsay {
namespace {

bool has_class(const GumboNode* node, std::string_view part) {
  return attribute(node, "class").find(part) != std::string_view::npos;
}

bool is_text(const GumboNode* node) {
  return is_element(node, GUMBO_TAG_P) && has_class(node, "articleParagraph");
}

// Paragraphs below a node.
void add_text(const GumboNode* node, WireItem& item) {
  for_each_element(node, [&](const GumboNode* one) {
    if (!is_text(one)) return true;
    if (std::string words = text_of(one); !words.empty())
      item.body.push_back({BlockKind::paragraph, std::move(words), {}});
    return false;
  });
}

// The database writes the names of languages, and "words" below, in English or as its codes: keywords of the format.
void set_language(const std::string& word, WireItem& item) {
  if (lower(word).starts_with("english") || word == "EN") item.language = "en";
}

// A row of the layout with codes. False where the code is none that is wanted.
void add_field(std::string_view code, const GumboNode* cell, WireItem& item) {
  std::string value = text_of(cell);
  if (code == "HD") {
    item.headline = std::move(value);
  } else if (code == "BY") {
    item.bylines.push_back(std::move(value));
  } else if (code == "PD") {
    item.published = std::move(value);
  } else if (code == "SN") {
    item.provider = std::move(value);
  } else if (code == "LA") {
    set_language(value, item);
  } else if (code == "LP" || code == "TD") {
    add_text(cell, item);
  }
}

void read_table(const GumboNode* article, WireItem& item) {
  for_each_element(article, [&](const GumboNode* row) {
    if (!is_element(row, GUMBO_TAG_TR)) return true;
    std::array<const GumboNode*, 2> cells{};
    std::size_t count = 0;
    const GumboVector& children = row->v.element.children;
    for (unsigned int i = 0; i < children.length && count < cells.size(); ++i) {
      const auto* cell = static_cast<const GumboNode*>(children.data[i]);
      if (is_element(cell, GUMBO_TAG_TD)) cells[count++] = cell;
    }
    if (count == cells.size()) add_field(text_of(cells[0]), cells[1], item);
    return false;
  });
}

bool is_word_count(std::string_view line) {
  const std::size_t digits = line.find_first_not_of("0123456789,. ");
  return digits != 0 && digits != std::string_view::npos && line.substr(digits) == "words";
}

// "14:03", "02:15 GMT".
bool is_clock_time(std::string_view line) {
  return line.size() >= 4 && line.size() <= 12 && line.find(':') != std::string_view::npos &&
         line.find_first_of("0123456789") == 0;
}

// A line between the headline and the text.
void add_line(const GumboNode* node, const PageWords& page_words, WireItem& item) {
  std::string line = text_of(node);
  if (line.empty() || is_word_count(line)) return;
  if (has_class(node, "author")) {
    item.bylines.push_back(std::move(line));
  } else if (item.published.empty()) {
    if (!wire_date(line, page_words).empty()) item.published = std::move(line);
  } else if (item.provider.empty()) {
    if (!is_clock_time(line)) item.provider = std::move(line);
  } else {
    set_language(line, item);
  }
}

void read_lines(const GumboNode* article, const PageWords& page_words, WireItem& item) {
  for_each_element(article, [&](const GumboNode* node) {
    if (is_text(node)) {
      add_text(node, item);
    } else if (has_class(node, "Headline")) {
      if (item.headline.empty()) item.headline = text_of(node);
    } else if (is_element(node, GUMBO_TAG_DIV) && node != article) {
      bool outer = false;  // holds more than a line
      for_each_element(node, [&](const GumboNode* inner) {
        outer = outer ||
                (inner != node && (is_element(inner, GUMBO_TAG_DIV) || is_text(inner) || has_class(inner, "Headline")));
        return !outer;
      });
      if (outer) return true;
      if (item.body.empty()) add_line(node, page_words, item);
    } else {
      return true;
    }
    return false;
  });
}

}  // namespace

WireItem factiva_item(std::string_view html, const ReadContext& reading) {
  const CleanPage clean = clean_html(html, reading.limits.max_depth);
  const HtmlTree tree(clean.html);
  WireItem item;
  bool table = false;
  const GumboNode* article = nullptr;
  for_each_element(tree.root(), [&](const GumboNode* node) {
    if (article == nullptr && is_element(node, GUMBO_TAG_DIV) && has_class(node, "Article")) article = node;
    if (is_element(node, GUMBO_TAG_TD) && text_of(node) == "HD") table = true;
    return true;
  });
  if (article == nullptr) return item;
  if (table) {
    read_table(article, item);
  } else {
    read_lines(article, reading.words, item);
  }
  return item;
}

}  // namespace hearsay
