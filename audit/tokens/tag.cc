// Names of the Penn tags, in the enum's order.
#include "tokens/tag.h"

#include <array>

namespace hearsay {
namespace {
constexpr std::array<std::string_view, kTagCount> kNames = {
    "-",   "CC",   "CD",  "DT",  "EX",  "FW",  "IN",   "JJ",  "JJR", "JJS", "LS",  "MD",  "NN",
    "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM", "TO",
    "UH",  "VB",   "VBD", "VBG", "VBN", "VBP", "VBZ",  "WDT", "WP",  "WP$", "WRB", "."};
}  // namespace

std::string_view tag_name(Tag tag) {
  return kNames[static_cast<std::size_t>(tag)];
}

Tag tag_named(std::string_view name) {
  for (std::size_t i = 1; i < kTagCount; ++i) {
    if (kNames[i] == name) return static_cast<Tag>(i);
  }
  const bool letter = !name.empty() && ((name[0] >= 'A' && name[0] <= 'Z') || (name[0] >= 'a' && name[0] <= 'z'));
  return letter || name.empty() ? Tag::none : Tag::punct;
}

}  // namespace hearsay
