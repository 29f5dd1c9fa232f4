// Feature values as text and back, slot by slot.
#include <fmt/format.h>

#include "evidence/frame.h"
#include "evidence/text_rows.h"
#include "evidence/weights_text.h"

namespace hearsay {
namespace {

std::string word_text(std::uint32_t value, const WordNamer& words) {
  if (value == 0) return "_";
  if (value == kEdgeWord) return "<edge>";
  if (value < kTagCount) return fmt::format("<{}>", tag_name(static_cast<Tag>(value)));
  const std::string* word = words(value);
  return word == nullptr ? std::string() : *word;
}

std::uint32_t word_value(std::string_view text) {
  if (text == "_") return 0;
  if (text == "<edge>") return kEdgeWord;
  if (text.size() > 2 && text.front() == '<' && text.back() == '>') {
    return static_cast<std::uint32_t>(tag_named(text.substr(1, text.size() - 2)));
  }
  return hash_of(text);
}

std::string ending_text(std::uint32_t value) {
  if (value == 0) return "_";
  std::string text;
  for (const std::uint32_t shift : {16U, 8U, 0U}) text += static_cast<char>((value >> shift) & 0xffU);
  return text;
}

std::uint32_t ending_value(std::string_view text) {
  std::uint32_t value = 0;
  if (text.size() != 3) return 0;
  for (const char c : text) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

}  // namespace

std::string value_text(const FeatureTemplate& form, const NamedFeature& feature, const WordNamer& words,
                       const WordNamer& stems) {
  std::string text;
  for (std::size_t i = 0; i < form.slots.size(); ++i) {
    const std::uint32_t value = feature.values[i];
    std::string part;
    switch (form.slots[i]) {
      case 'w':
        part = word_text(value, words);
        break;
      case 's':
        if (const std::string* stem = stems(value)) part = *stem;
        break;
      case 'x':
        part = ending_text(value);
        break;
      case 't':
        part = tag_name(static_cast<Tag>(value));
        break;
      case 'k':
        part = kind_name(static_cast<Kind>(value));
        break;
      default:
        part = std::to_string(value);
    }
    if (part.empty()) return {};
    if (i > 0) text += ' ';
    text += part;
  }
  return form.slots.empty() ? "*" : text;
}

bool key_of_value(std::uint32_t name, const FeatureTemplate& form, std::string_view text, FeatureKey& key) {
  key = template_key(name);
  if (form.slots.empty()) return text == "*";
  const std::vector<std::string_view> parts = split(text, ' ');
  if (parts.size() != form.slots.size()) return false;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    std::uint32_t value = 0;
    switch (form.slots[i]) {
      case 'w':
        value = word_value(parts[i]);
        break;
      case 's':
        value = hash_of(parts[i]);
        break;
      case 'x':
        value = ending_value(parts[i]);
        break;
      case 't':
        value = parts[i] == "-" ? 0 : static_cast<std::uint32_t>(tag_named(parts[i]));
        break;
      case 'k':
        value = static_cast<std::uint32_t>(kind_named(parts[i]));
        break;
      default:
        if (!parse_number(parts[i], value)) return false;
    }
    key += place_value(i, value);
  }
  return true;
}

}  // namespace hearsay
