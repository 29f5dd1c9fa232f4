// Parts of speech: Penn Treebank tags, one per token. Who gives them (the lexicon's guess or the trained tagger) is not
// told here.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hearsay {

enum class Tag : std::uint8_t {
  none,
  CC,
  CD,
  DT,
  EX,
  FW,
  IN,
  JJ,
  JJR,
  JJS,
  LS,
  MD,
  NN,
  NNP,
  NNPS,
  NNS,
  PDT,
  POS,
  PRP,
  PRPS,
  RB,
  RBR,
  RBS,
  RP,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WPS,
  WRB,
  punct,
};
inline constexpr std::size_t kTagCount = static_cast<std::size_t>(Tag::punct) + 1;

/// One per token of a Text.
using Tags = std::vector<Tag>;

[[nodiscard]] constexpr bool is_noun(Tag tag) {
  return tag == Tag::NN || tag == Tag::NNS || tag == Tag::NNP || tag == Tag::NNPS;
}
[[nodiscard]] constexpr bool is_name(Tag tag) {
  return tag == Tag::NNP || tag == Tag::NNPS;
}
[[nodiscard]] constexpr bool is_adjective(Tag tag) {
  return tag == Tag::JJ || tag == Tag::JJR || tag == Tag::JJS;
}
[[nodiscard]] constexpr bool is_adverb(Tag tag) {
  return tag == Tag::RB || tag == Tag::RBR || tag == Tag::RBS;
}
[[nodiscard]] constexpr bool is_verb(Tag tag) {
  return tag >= Tag::VB && tag <= Tag::VBZ;
}
/// who, whose, which, that.
[[nodiscard]] constexpr bool is_relative(Tag tag) {
  return tag == Tag::WP || tag == Tag::WPS || tag == Tag::WDT;
}
/// VBD, VBP, VBZ or MD: a verb that can carry a clause.
[[nodiscard]] constexpr bool is_finite(Tag tag) {
  return tag == Tag::VBD || tag == Tag::VBP || tag == Tag::VBZ || tag == Tag::MD;
}

/// "VBD"; PRPS and WPS are written "PRP$" and "WP$", punct ".".
[[nodiscard]] std::string_view tag_name(Tag tag);
/// The tag of a Penn name; Tag::none where it is none. Any punctuation tag gives Tag::punct.
[[nodiscard]] Tag tag_named(std::string_view name);

}  // namespace hearsay
