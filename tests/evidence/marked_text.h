// Articles for the tests of the evidence stage, written with their annotation: "[S The mayor] [Q said] [C taxes would
// fall]." Marks of one sentence make one attribution; a line is a paragraph, the first one a headline unless it is
// empty.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "english_words.h"
#include "evidence/learning/gold.h"
#include "evidence/learning/read_gold.h"
#include "evidence/model_file.h"
#include "tokens/tokenize.h"

namespace hearsay {

inline Document plain_document(std::string text) {
  Document document;
  document.id = "article";
  document.text = std::move(text);
  bool first = true;
  for (std::size_t begin = 0; begin < document.text.size();) {
    const std::size_t end = std::min(document.text.find('\n', begin), document.text.size());
    if (end > begin) {
      const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      document.blocks.push_back({span, first ? BlockKind::headline : BlockKind::paragraph});
    }
    first = false;
    begin = end + 1;
  }
  return document;
}

/// A lesson from marked text; nested brackets are not supported, "|" parts attributions of one sentence. ASCII only.
inline Lesson marked_lesson(const std::string& marked, const std::string& publisher) {
  Lesson lesson;
  std::string text;
  std::string spans;
  std::string events;
  std::string event;
  int number = 0;
  std::size_t begin = 0;
  std::string role;
  const auto close_event = [&] {
    if (!event.empty()) events += "E" + std::to_string(++number) + "\tAttribution:T1" + event + "\n";
    event.clear();
  };
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const char c = marked[i];
    if (c == '[') {
      role = marked[i + 1] == 'S' ? "Source" : marked[i + 1] == 'Q' ? "Cue" : "Content";
      begin = text.size();
      i += 2;
    } else if (c == ']') {
      const std::string id = "T" + std::to_string(++number);
      spans += id + "\t" + role + " " + std::to_string(begin) + " " + std::to_string(text.size()) + "\t-\n";
      event += " " + role + ":" + id;
    } else if (c == '|') {
      close_event();
    } else {
      text += c;
      if (c == '\n') close_event();
    }
  }
  close_event();
  lesson.document = plain_document(text);
  lesson.text = tokenize(lesson.document, english_vocabulary());
  Diagnostics diagnostics;
  lesson.gold = read_gold(spans + events, lesson.document, lesson.text, diagnostics);
  lesson.publisher = publisher;
  return lesson;
}

/// The weights that are shipped.
inline const Weights& shipped_weights() {
  static const Weights weights = [] {
    WeightTexts texts;
    for (const std::string_view name : kWeightFiles) {
      std::ifstream in(std::string(HEARSAY_SOURCE_DIR "/rules/en/evidence/") + std::string(name), std::ios::binary);
      std::ostringstream text;
      text << in.rdbuf();
      texts.emplace(name, text.str());
    }
    Diagnostics diagnostics;
    return parse_weights(texts, diagnostics);
  }();
  return weights;
}

inline const Model& shipped_model() {
  static const Model model = [] {
    Diagnostics diagnostics;
    return model_of(shipped_weights(), diagnostics);
  }();
  return model;
}

/// The words of a range, as they stand in the text.
inline std::string words_of(const Document& document, const Text& text, TokenRange range) {
  return std::string(text_of(document, text, range));
}

}  // namespace hearsay
