// tokenize: the three verbs in order. Quotations come before sentences, because a sentence ends after its closing mark.
#include "tokens/tokenize.h"

#include "tokens/quotes.h"
#include "tokens/sentences.h"
#include "tokens/words.h"

namespace hearsay {

Text tokenize(const Document& document, const Vocabulary& vocabulary) {
  Text text;
  text.language = &vocabulary.language;
  text.tokens.reserve(document.text.size() / 5);  // English news has 5.3 bytes to a token
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (!is_read(block.kind)) continue;
    const auto first = static_cast<std::uint32_t>(text.tokens.size());
    cut_words(document.text, block.span, vocabulary, text.tokens);
    const auto last = static_cast<std::uint32_t>(text.tokens.size());
    text.paragraphs.push_back(
        {.tokens = {first, last}, .sentences = {}, .kind = block.kind, .block = static_cast<std::uint32_t>(i)});
  }
  find_quotations(document, text);
  split_sentences(document, text);
  return text;
}

}  // namespace hearsay
