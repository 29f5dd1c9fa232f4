#include "sources/headline.h"

namespace hearsay {
namespace {

constexpr std::uint32_t kMostSentences = 6;  // of headline and standfirst

}  // namespace

std::uint32_t headlines_end(const Document& document) {
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::headline || block.kind == BlockKind::standfirst)
      end = block.span.end;
    else if (is_read(block.kind))
      break;
  }
  return end;
}

bool is_headline_noun(const Language& language, const Mention& mention) {
  const bool kind = mention.kind == SourceKind::unnamed_person || mention.kind == SourceKind::unnamed_group ||
                    mention.kind == SourceKind::named_organisation || mention.kind == SourceKind::media;
  if (!kind || mention.pronoun || mention.compound || !mention.name.empty() || !mention.affiliation.empty() ||
      mention.number == GrammaticalNumber::plural || mention.core.size() > 2)
    return false;
  if (language.text().sentence_of[mention.core.begin] >= kMostSentences) return false;
  return !language.is(mention.core.begin, Role::opens_full_phrase) &&
         language.token(mention.head).begin < headlines_end(language.document());
}

}  // namespace hearsay
