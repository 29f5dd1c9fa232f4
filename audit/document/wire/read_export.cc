// read_export(): paragraphs are what blank lines part. Above the first label stand publication, date and headline; what
// has no label and follows one is the body; a label behind the body ends it.
#include "document/wire/read_export.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "document/html/html_fragment.h"
#include "document/html/html_tree.h"
#include "document/wire/export_documents.h"
#include "document/wire/read_factiva.h"
#include "document/wire/wire_item.h"

namespace hearsay {
namespace {

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> paragraphs;
  std::string current;
  const auto finish = [&] {
    current = std::string(trim(current));
    if (!current.empty()) paragraphs.push_back(std::move(current));
    current.clear();
  };
  while (!text.empty()) {
    const std::string_view line = trim(take_line(text));
    if (line.empty()) {
      finish();
    } else {
      append_collapsed(current, line);
      append_collapsed(current, " ");
    }
  }
  finish();
  return paragraphs;
}

// "LENGTH" of "LENGTH: 456 words"; "" where there is none. Only labels that such exports have, in English whatever the
// story's language, as all that this reader knows of the format: a story may begin with
// "PORT ELM: The wall …".
std::string_view label_of(std::string_view paragraph) {
  static constexpr auto kLabels =
      std::to_array<std::string_view>({"ACC-NO",       "BODY",       "BYLINE",       "CATEGORY",
                                       "CITY",         "COMPANY",    "CORRECTION",   "CORRECTION-DATE",
                                       "COUNTRY",      "DATELINE",   "DISTRIBUTION", "DOCUMENT-TYPE",
                                       "ENHANCEMENT",  "GEOGRAPHIC", "GRAPHIC",      "HEADLINE",
                                       "HIGHLIGHT",    "INDUSTRY",   "JOURNAL-CODE", "LANGUAGE",
                                       "LENGTH",       "LOAD-DATE",  "NAME",         "NOTES",
                                       "ORGANIZATION", "PERSON",     "PUB-TYPE",     "PUBLICATION-TYPE",
                                       "SECTION",      "SERIES",     "SOURCE",       "STATE",
                                       "SUBJECT",      "TICKER",     "TITLE",        "TYPE",
                                       "URL"});
  const std::string_view label = paragraph.substr(0, paragraph.find(':'));
  const bool known = label.size() < paragraph.size() && std::binary_search(kLabels.begin(), kLabels.end(), label);
  return known ? label : std::string_view();
}

class Reader {
 public:
  Reader(std::vector<std::string> paragraphs, const PageWords& page_words)
      : paragraphs_(std::move(paragraphs)), page_words_(page_words) {}

  WireItem read() {
    std::size_t i = read_head();
    for (; i < paragraphs_.size(); ++i) {
      const std::string_view paragraph = paragraphs_[i];
      const std::string_view label = label_of(paragraph);
      const std::string_view value = label.empty() ? paragraph : trim(paragraph.substr(label.size() + 1));
      if (label.empty() || label == "BODY") {
        if (!ended_ && !value.empty() && !value.starts_with("Copyright ")) add_body(std::string(value));
      } else {
        labelled(label, std::string(value));
      }
    }
    return std::move(item_);
  }

 private:
  // Up to the first label; gives where it stands.
  std::size_t read_head() {
    std::size_t labels = 1;
    while (labels < paragraphs_.size() && label_of(paragraphs_[labels]).empty()) ++labels;
    if (labels == paragraphs_.size()) labels = std::min<std::size_t>(4, labels);  // no label at all
    for (std::size_t i = 1; i < labels; ++i) {
      std::string& paragraph = paragraphs_[i];
      if (item_.published.empty() && !wire_date(paragraph, page_words_).empty()) {
        item_.published = paragraph;
      } else if (item_.provider.empty()) {
        item_.provider = paragraph;
        if (item_.provider.ends_with('.')) item_.provider.pop_back();
      } else if (!paragraph.starts_with("Copyright ")) {
        item_.headline = paragraph;
      }
    }
    return labels;
  }

  // Some providers mark the standfirst: "ABSTRACT", its words, "FULL TEXT".
  void add_body(std::string words) {
    if (words == "ABSTRACT" && item_.body.empty()) {
      abstract_ = true;
    } else if (words == "FULL TEXT" && (abstract_ || item_.body.empty())) {
      abstract_ = false;
    } else if (abstract_ && item_.standfirst.empty()) {
      item_.standfirst = std::move(words);
    } else {
      item_.body.push_back({BlockKind::paragraph, std::move(words), {}});
    }
  }

  void labelled(std::string_view label, const std::string& value) {
    if (!item_.body.empty() && label != "DATELINE" && label != "HIGHLIGHT") ended_ = true;
    if (label == "HEADLINE") item_.headline = value;
    if (label == "BYLINE") item_.bylines.push_back(value);
    if (label == "DATELINE") item_.dateline = value;
    if (label == "HIGHLIGHT") item_.standfirst = value;
    if (label == "LANGUAGE" && lower(value).starts_with("english")) item_.language = "en";
  }

  std::vector<std::string> paragraphs_;
  const PageWords& page_words_;
  WireItem item_;
  bool abstract_ = false;  // its words follow
  bool ended_ = false;     // the body
};

}  // namespace

void read_export(std::string_view text, const ReadContext& reading, Document& document) {
  if (is_factiva_article(text)) {
    document.format = "factiva";
    return write_wire_item(factiva_item(text, reading), reading.words, document);
  }
  document.format = "nexis";
  std::vector<std::string> paragraphs;
  if (text.starts_with("<")) {
    for (BodyBlock& block : html_blocks(text, BlockKind::paragraph, reading))
      paragraphs.push_back(std::move(block.text));
  } else {
    paragraphs = paragraphs_of(text);
  }
  write_wire_item(Reader(std::move(paragraphs), reading.words).read(), reading.words, document);
}

}  // namespace hearsay
