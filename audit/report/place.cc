// Entries: PlaceIndex::find, place_words.
#include "report/place.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "report/plain.h"

namespace hearsay {
namespace {

constexpr std::size_t kOpeningWords = 6;
constexpr std::size_t kOpeningColumns = 48;

// The first words of a paragraph, with "…" where more follow.
std::string opening_of(std::string_view paragraph) {
  std::size_t end = 0;
  for (std::size_t words = 0; words < kOpeningWords && end < paragraph.size(); ++words) {
    end = std::min(paragraph.find_first_of(" \n", end == 0 ? 0 : end + 1), paragraph.size());
  }
  const std::string words = one_line(paragraph.substr(0, end));
  return cut_to(end < paragraph.size() ? words + " …" : words, kOpeningColumns);
}

}  // namespace

PlaceIndex::PlaceIndex(const Document& document, const TextIndex& index) : document_(document), index_(index) {
  if (document.places != PlaceForm::paragraphs) return;
  const std::string_view text = document.text;
  for (std::size_t at = 0; at < text.size();) {
    at = text.find_first_not_of('\n', at);
    if (at == std::string_view::npos) break;
    paragraphs_.push_back(static_cast<std::uint32_t>(at));
    at = std::min(text.find("\n\n", at), text.size());
  }
}

OriginalPlace PlaceIndex::find(std::uint32_t byte) const {
  OriginalPlace place;
  const std::string_view text = document_.text;
  if (document_.places == PlaceForm::paragraphs) {
    const auto behind = std::upper_bound(paragraphs_.begin(), paragraphs_.end(), byte);
    if (behind == paragraphs_.begin()) return place;
    place.paragraph = static_cast<std::uint32_t>(behind - paragraphs_.begin());
    const std::uint32_t begin = *(behind - 1);
    place.opening = opening_of(text.substr(begin, std::min(text.find("\n\n", begin), text.size()) - begin));
    return place;
  }
  const auto origin = std::upper_bound(document_.origins.begin(), document_.origins.end(), byte,
                                       [](std::uint32_t at, const Origin& one) { return at < one.at; });
  if (origin == document_.origins.begin()) {
    const LineColumn at = index_.line_column(index_.code_point(byte));
    return {.line = at.line, .column = at.column, .paragraph = 0, .opening = {}};
  }
  const Origin& from = *(origin - 1);
  place.line = from.line;
  place.column = from.column + index_.code_point(byte) - index_.code_point(from.at);
  return place;
}

std::string place_words(const ReportFinding& finding) {
  if (finding.line != 0) return fmt::format("line {}, column {}", finding.line, finding.column);
  if (finding.paragraph != 0) return fmt::format("paragraph {} (“{}”)", finding.paragraph, finding.opening);
  return "";
}

}  // namespace hearsay
