// read_source_labels: a line of JSON per attribution; rows that are not sure teach nothing.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "report/text_index.h"
#include "training/link_lesson.h"

namespace hearsay {
namespace {

using Json = nlohmann::json;

std::vector<Span> spans_of(const Json& row, const char* key, const TextIndex& index) {
  std::vector<Span> spans;
  const auto found = row.find(key);
  if (found == row.end() || !found->is_array()) return spans;
  for (const Json& pair : *found) {
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number_unsigned() || !pair[1].is_number_unsigned())
      continue;
    const Span span{index.byte(pair[0].get<std::uint32_t>()), index.byte(pair[1].get<std::uint32_t>())};
    if (span.begin < span.end) spans.push_back(span);
  }
  return spans;
}

}  // namespace

LinkLesson read_source_labels(std::string_view lines, Document document, Diagnostics& diagnostics) {
  LinkLesson lesson;
  lesson.id = document.id;
  lesson.corpus = "sources";
  lesson.document = std::move(document);
  const TextIndex index(lesson.document.text);
  std::uint32_t row = 0;
  while (!lines.empty()) {
    const std::size_t end = lines.find('\n');
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
    ++row;
    if (line.empty()) continue;
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) {
      diagnostics.push_back({.file = lesson.id,
                             .line = row,
                             .message = "the line is no JSON object",
                             .remedy = "one object per attribution: cue, content, resolved, aliases, sure",
                             .source_line = {}});
      continue;
    }
    if (!json.value("sure", true)) continue;
    MarkedSpeaker speaker{
        .cue = spans_of(json, "cue", index), .content = spans_of(json, "content", index), .names = {}};
    const auto name = [&](const Json& value) {
      if (value.is_string() && !value.get<std::string>().empty()) speaker.names.push_back(value.get<std::string>());
    };
    const std::string kind = json.value("kind", std::string());
    const bool unnamed = kind == "unnamed-person" || kind == "unnamed-group";
    const bool named = kind == "named-person" || kind == "named-organisation" || kind == "media";
    speaker.told = named     ? MarkedSpeaker::Told::named
                   : unnamed ? MarkedSpeaker::Told::unnamed
                             : MarkedSpeaker::Told::other;
    if (const auto found = json.find("resolved"); found != json.end()) name(*found);
    const auto aliases = json.find("aliases");
    if (!speaker.names.empty() && aliases != json.end() && aliases->is_array()) {
      for (const Json& alias : *aliases) name(alias);
    }
    lesson.speakers.push_back(std::move(speaker));
  }
  return lesson;
}

}  // namespace hearsay
