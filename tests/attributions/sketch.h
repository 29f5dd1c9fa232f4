// Texts for tests, sketched in one line: words at spaces, [ ] around a noun phrase that the mentions stage would find,
// “ ” around quotations, | between sentences, ¶ between paragraphs. Tags come as word/TAG. Closed words
// are those of English, whatever the vocabulary.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "english_words.h"
#include "mentions/article.h"
#include "rules/words.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

struct Sketch {
  Document document;
  Text text;
  Tags tags;
  Mentions mentions;

  [[nodiscard]] Article article() const { return {document, text, tags, mentions}; }
  [[nodiscard]] std::string words(TokenRange range) const { return std::string(text_of(document, text, range)); }
};

inline Sketch sketch(std::string_view line, const Vocabulary& vocabulary) {
  Sketch out;
  out.text.language = &english_vocabulary().language;
  std::vector<std::uint32_t> open;
  std::vector<std::uint32_t> quotes;
  std::uint32_t sentence_begin = 0;
  std::uint32_t paragraph_begin = 0;
  bool fresh = true;
  const auto size = [&] { return static_cast<std::uint32_t>(out.text.tokens.size()); };
  const auto end_sentence = [&] {
    if (size() == sentence_begin) return;
    out.text.sentences.push_back(
        {.tokens = {sentence_begin, size()}, .paragraph = static_cast<std::uint32_t>(out.text.paragraphs.size())});
    sentence_begin = size();
    fresh = true;
  };
  const auto end_paragraph = [&] {
    end_sentence();
    if (size() == paragraph_begin) return;
    Paragraph paragraph;
    paragraph.tokens = {paragraph_begin, size()};
    out.text.paragraphs.push_back(paragraph);
    paragraph_begin = size();
  };
  for (std::string_view piece : split_list(line)) {
    if (piece == "|") {
      end_sentence();
      continue;
    }
    if (piece == "¶") {
      end_paragraph();
      continue;
    }
    if (piece == "[") {
      open.push_back(size());
      continue;
    }
    if (piece == "]" || piece == "],") {
      Mention mention;
      mention.range = mention.core = {open.back(), size()};
      mention.head = size() - 1;
      mention.kind = SourceKind::named_person;
      mention.comma_after = piece == "],";
      open.pop_back();
      out.mentions.all.push_back(mention);
      if (piece == "]") continue;
      piece = ",";
    }
    Tag tag = Tag::none;
    if (const std::size_t slash = piece.find('/'); slash != std::string_view::npos && slash > 0) {
      tag = tag_named(piece.substr(slash + 1));
      piece = piece.substr(0, slash);
    }
    Token token;
    if (!out.document.text.empty()) out.document.text += ' ';
    token.begin = static_cast<std::uint32_t>(out.document.text.size());
    out.document.text += piece;
    token.end = static_cast<std::uint32_t>(out.document.text.size());
    const std::string lower = lower_words(piece);
    token.hash = word_hash(lower);
    token.word = vocabulary.find(lower, token.hash);
    token.closed = out.text.language->closed.row(token.hash);
    const char c = piece[0];
    std::uint16_t flags = kSpaceBefore;
    if (c >= 'A' && c <= 'Z') flags |= kCapital;
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '\'';
    if (letter) flags |= kAlpha;
    if (c >= '0' && c <= '9') flags |= kDigit;
    if (!letter && !(c >= '0' && c <= '9')) flags |= kPunct;
    if (fresh) flags |= kSentenceStart;
    fresh = false;
    if (piece == "“") {
      flags |= kOpenQuote;
      Quotation quotation;
      quotation.parent = quotes.empty() ? kNone : quotes.back();
      quotation.tokens = {size(), size() + 1};
      quotes.push_back(static_cast<std::uint32_t>(out.text.quotations.size()));
      out.text.quotations.push_back(quotation);
    }
    token.flags = flags;
    out.text.quotation_of.push_back(quotes.empty() ? kNone : quotes.back());
    if (piece == "”" && !quotes.empty()) {
      token.flags |= kCloseQuote;
      out.text.quotations[quotes.back()].tokens.end = size() + 1;
      quotes.pop_back();
    }
    out.text.tokens.push_back(token);
    out.tags.push_back(tag);
  }
  end_paragraph();
  for (std::uint32_t s = 0; s < out.text.sentences.size(); ++s) {
    const TokenRange range = out.text.sentences[s].tokens;
    for (std::uint32_t t = range.begin; t < range.end; ++t) out.text.sentence_of.push_back(s);
  }
  Mentions& m = out.mentions;
  m.ends_at.assign(size() + 1, kNone);
  m.starts_at = m.core_ends_at = m.core_starts_at = m.ends_at;
  m.of_token.assign(size(), kNone);
  for (std::uint32_t i = 0; i < m.all.size(); ++i) {
    const Mention& mention = m.all[i];
    const auto longer = [&](std::uint32_t other) {
      return other == kNone || m.all[other].range.size() < mention.range.size();
    };
    if (longer(m.ends_at[mention.range.end])) m.ends_at[mention.range.end] = i;
    if (longer(m.starts_at[mention.range.begin])) m.starts_at[mention.range.begin] = i;
    if (longer(m.core_ends_at[mention.core.end])) m.core_ends_at[mention.core.end] = i;
    if (longer(m.core_starts_at[mention.core.begin])) m.core_starts_at[mention.core.begin] = i;
  }
  return out;
}

}  // namespace hearsay
