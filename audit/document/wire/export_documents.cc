// export_documents(): marks are looked for in the bytes, so that a page of a thousand articles is never one tree. Marks
// and labels are keywords of the databases, in English whatever the language of what they hold.
#include "document/wire/export_documents.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "document/dates.h"
#include "document/sniff.h"

namespace hearsay {
namespace {

constexpr std::string_view kFactivaOpening = "<div class=\"article ";
constexpr std::string_view kMarkWord = " DOCUMENT";
constexpr std::size_t kLongestMark = 120;  // bytes on either side of the word: it may be centred
constexpr std::string_view kEnd = "End of Document";
constexpr std::size_t kLongestDate = 60;  // bytes: "Wednesday, September 11, 2024 10:15 AM Eastern Time"

// Where the next document begins, npos behind the last. In a page the mark is the text of an element.
std::size_t next_mark(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(kMarkWord, from); at != std::string_view::npos; at = text.find(kMarkWord, at + 1)) {
    const std::size_t reach = at - std::min(at, kLongestMark);
    const std::size_t edge = text.substr(reach, at - reach).find_last_of("\n>");
    if (edge == std::string_view::npos && reach > 0) continue;
    const std::size_t begin = edge == std::string_view::npos ? 0 : reach + edge + 1;
    const std::string_view line = text.substr(begin, at - begin + kLongestMark);
    if (begin >= from && is_document_mark(line.substr(0, line.find_first_of("\n<")))) return begin;
  }
  return std::string_view::npos;
}

std::size_t next_factiva(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(kFactivaOpening, from); at != std::string_view::npos;
       at = text.find(kFactivaOpening, at + 1)) {
    if (is_factiva_article(text.substr(at))) return at;
  }
  return std::string_view::npos;
}

template <typename Next>
std::vector<std::string> cut(std::string_view text, std::string_view opening, const Next& next) {
  std::vector<std::string> documents;
  for (std::size_t begin = next(text, 0); begin != std::string_view::npos;) {
    const std::size_t end = next(text, begin + 1);
    documents.push_back(std::string(opening).append(text.substr(begin, end - begin)));
    begin = end;
  }
  return documents;
}

// Of an office file's "Byline: Ana Ruiz" the label, "" where it is none that a document's record has.
std::string_view office_label(std::string_view paragraph) {
  static constexpr auto kLabels =
      std::to_array<std::string_view>({"Section", "Length", "Byline", "Dateline", "Highlight", "Body", "Graphic",
                                       "Load-Date", "Classification", "Language"});
  const std::string_view word = paragraph.substr(0, paragraph.find(':'));
  return std::find(kLabels.begin(), kLabels.end(), word) == kLabels.end() ? std::string_view() : word;
}

// The headline stands first, then publication and date; before the first document's there is a cover. Laid out as in a
// plain-text export, where the headline comes last.
std::string labelled_document(const std::vector<std::string_view>& paragraphs, const PageWords& page_words) {
  const auto record = static_cast<std::size_t>(
      std::find_if(paragraphs.begin(), paragraphs.end(),
                   [](std::string_view one) { return one.starts_with("Copyright") || !office_label(one).empty(); }) -
      paragraphs.begin());
  std::size_t date = record;
  while (date > 0 && !find_date(paragraphs[date - 1].substr(0, kLongestDate), page_words)) --date;
  std::string out;
  const auto add = [&](std::string_view words) { out.append("\n\n").append(words); };
  if (date > 2) {
    add(paragraphs[date - 2]);
    add(paragraphs[date - 1]);
    add(paragraphs[date - 3]);
  } else {
    for (std::size_t i = 0; i < record; ++i) add(paragraphs[i]);
  }
  bool told = false;    // the body has begun
  bool behind = false;  // and ended
  for (std::size_t i = record; i < paragraphs.size(); ++i) {
    const std::string_view label = office_label(paragraphs[i]);
    if (told && (label == "Graphic" || label == "Load-Date" || label == "Classification")) {
      behind = true;  // the record goes on
    } else if (behind) {
      if (label == "Language") add(std::string("LANGUAGE").append(paragraphs[i].substr(label.size())));
    } else if (told || label.empty()) {
      add(paragraphs[i]);
    } else {
      told = label == "Body";
      std::string upper;
      for (const char c : label) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      const std::string_view value = paragraphs[i].substr(label.size());
      add(upper.append(value.empty() ? ":" : value));
    }
  }
  return out;
}

}  // namespace

bool is_factiva_article(std::string_view html) {
  if (!html.starts_with(kFactivaOpening)) return false;
  html.remove_prefix(kFactivaOpening.size());
  return html.size() > 2 && html.substr(2).starts_with("Article\"");
}

std::vector<std::string> export_documents(std::string_view text) {
  if (std::vector<std::string> articles = cut(text, "", next_factiva); !articles.empty()) return articles;
  return cut(text, trim(text).starts_with("<") ? "<p>" : "", next_mark);
}

std::vector<std::string> office_export_documents(std::string_view text, const PageWords& page_words) {
  std::vector<std::string> documents;
  std::vector<std::string_view> paragraphs;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    const std::string_view paragraph = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
    if (paragraph == kEnd) {
      documents.push_back(labelled_document(paragraphs, page_words));
      paragraphs.clear();
    } else if (!paragraph.empty()) {
      paragraphs.push_back(paragraph);
    }
  }
  for (std::size_t i = 0; i < documents.size(); ++i)
    documents[i].insert(0, fmt::format("{} of {} DOCUMENTS", i + 1, documents.size()));
  return documents;
}

}  // namespace hearsay
