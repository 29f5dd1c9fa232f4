#include "training/editor_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

namespace hearsay {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// The end of `words` where they stand at `at`, or npos.
std::size_t end_of(std::string_view words, std::string_view text, std::size_t at) {
  for (std::size_t w = 0; w < words.size();) {
    if (is_blank(words[w])) {
      if (at >= text.size() || !is_blank(text[at])) return std::string_view::npos;
      while (at < text.size() && is_blank(text[at])) ++at;
      while (w < words.size() && is_blank(words[w])) ++w;
      continue;
    }
    if (at >= text.size() || text[at] != words[w]) return std::string_view::npos;
    ++at;
    ++w;
  }
  return at;
}

}  // namespace

std::vector<Span> places_of(std::string_view words, std::string_view text) {
  std::vector<Span> places;
  while (!words.empty() && is_blank(words.front())) words.remove_prefix(1);
  while (!words.empty() && is_blank(words.back())) words.remove_suffix(1);
  if (words.empty()) return places;
  for (std::size_t at = text.find(words.front()); at != std::string_view::npos; at = text.find(words.front(), at + 1)) {
    const std::size_t end = end_of(words, text, at);
    if (end != std::string_view::npos)
      places.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
  }
  return places;
}

bool meets(FindingKind finding, FindingKind mark) {
  if (finding == mark) return true;
  switch (finding) {
    case FindingKind::unsourced:
      return mark == FindingKind::unclear_speaker;
    case FindingKind::unclear_speaker:
    case FindingKind::document:
      return mark == FindingKind::unsourced;
    default:
      return false;
  }
}

std::optional<EditorMarks> read_editor_marks(const std::string& json, const std::filesystem::path& path,
                                             Diagnostics& diagnostics) {
  const nlohmann::json read = nlohmann::json::parse(json, nullptr, false);
  if (!read.is_object() || !read.contains("id") || !read["id"].is_string()) {
    Diagnostic wrong;
    wrong.file = path.string();
    wrong.message = "no marks of an editor: a JSON object with id, gradeable, grade and marks";
    diagnostics.push_back(std::move(wrong));
    return std::nullopt;
  }
  EditorMarks marks;
  marks.id = read["id"].get<std::string>();
  marks.gradeable = read.value("gradeable", false);
  if (read.contains("grade") && read["grade"].is_number()) marks.grade = read["grade"].get<double>();
  for (const auto& one : read.value("marks", nlohmann::json::array())) {
    if (!one.is_object()) continue;
    EditorMark mark;
    mark.kind = finding_kind_named(one.value("kind", std::string())).value_or(FindingKind::other);
    mark.quote = one.value("quote", std::string());
    if (one.contains("likelihood") && one["likelihood"].is_number())
      mark.likelihood = std::clamp(one["likelihood"].get<double>(), 0.0, 1.0);
    marks.marks.push_back(std::move(mark));
  }
  return marks;
}

}  // namespace hearsay
