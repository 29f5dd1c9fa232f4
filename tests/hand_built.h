// An article built by hand: blocks of text cut at blanks and marks, attributions and sources named by their words. For
// the tests of stages that come late; nothing here knows what an attribution looks like.
#pragma once

#include <gtest/gtest.h>

#include <cctype>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "attributions/attribution.h"
#include "document/document.h"
#include "mentions/article.h"
#include "mentions/mention.h"
#include "sources/source.h"
#include "tokens/tag.h"
#include "tokens/token.h"

namespace hearsay {

struct HandBuilt {
  /// `known` must outlive it.
  explicit HandBuilt(const Vocabulary& known) : vocabulary(&known) { text.language = &known.language; }

  /// A block, after a blank line. Sentences end at ". "; "…" are straight double quotes. Words in `verbs` are verbs.
  void block(std::string_view words, BlockKind kind = BlockKind::paragraph) {
    if (!document.text.empty()) document.text += "\n\n";
    const auto start = static_cast<std::uint32_t>(document.text.size());
    document.text += words;
    document.blocks.push_back({{start, static_cast<std::uint32_t>(document.text.size())}, kind});
    const auto first_token = static_cast<std::uint32_t>(text.tokens.size());
    const auto first_sentence = static_cast<std::uint32_t>(text.sentences.size());
    const auto paragraph = static_cast<std::uint32_t>(text.paragraphs.size());
    std::uint32_t sentence = first_token, quote = kNone;
    std::size_t at = 0;
    while (at < words.size()) {
      if (words[at] == ' ') {
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < words.size() && words[end] != ' ' &&
             std::string_view(".,\":").find(words[end]) == std::string_view::npos)
        ++end;
      if (end == at) ++end;
      const std::string_view word = words.substr(at, end - at);
      add_token(word, start + static_cast<std::uint32_t>(at), sentence == text.tokens.size());
      const auto here = static_cast<std::uint32_t>(text.tokens.size() - 1);
      if (word == "\"") {
        if (quote == kNone) {
          quote = here;
        } else {
          text.quotations.push_back({.tokens = {quote, here + 1}, .style = QuoteStyle::straight});
          quote = kNone;
        }
      }
      at = end;
      const bool closes = at < words.size() && words[at] == '"' && quote != kNone;
      if (word == "." && !closes) end_sentence(sentence, paragraph);
      if (word == "\"" && here > 0 && text.tokens[here - 1].word == kUnknownWord && quote == kNone &&
          last_char(here - 1) == '.') {
        end_sentence(sentence, paragraph);
      }
    }
    end_sentence(sentence, paragraph);
    text.paragraphs.push_back({.tokens = {first_token, static_cast<std::uint32_t>(text.tokens.size())},
                               .sentences = {first_sentence, static_cast<std::uint32_t>(text.sentences.size())},
                               .kind = kind,
                               .block = paragraph});
  }

  [[nodiscard]] Article article() const { return {document, text, tags, mentions}; }

  /// The first tokens from `from` on whose text is exactly `words`; a test that misspells them fails.
  [[nodiscard]] TokenRange find(std::string_view words, std::uint32_t from = 0) const {
    if (words.empty()) return {};
    for (std::uint32_t begin = from; begin < text.tokens.size(); ++begin) {
      for (std::uint32_t end = begin + 1; end <= text.tokens.size(); ++end) {
        const std::string_view there = text_of(document, text, {begin, end});
        if (there == words) return {begin, end};
        if (there.size() > words.size()) break;
      }
    }
    ADD_FAILURE() << "no such words: " << words;
    return {};
  }

  std::uint32_t source(std::string name, SourceKind kind, bool anonymous = false) {
    Source made;
    made.name = std::move(name);
    made.kind = kind;
    made.anonymous = anonymous;
    if (anonymous) made.specificity = Specificity::bare;
    sources.all.push_back(std::move(made));
    return static_cast<std::uint32_t>(sources.all.size() - 1);
  }

  /// `who` is an index into sources or kNone (then mode none).
  std::uint32_t attribution(std::uint32_t who, std::string_view source_words, std::string_view cue,
                            std::initializer_list<std::string_view> content, std::uint32_t from = 0) {
    Attribution made;
    made.confidence = 1;
    made.mode = who == kNone ? SourceMode::none : SourceMode::phrase;
    made.source = find(source_words, from);
    made.cue = find(cue, from);
    for (const std::string_view part : content) made.content.push_back(find(part, from));
    if (who != kNone && !made.source.empty()) sources.all[who].mentions.push_back(made.source);
    attributions.push_back(made);
    sources.of_attribution.push_back(who);
    sources.via.emplace_back();
    sources.recipient.push_back(kNone);
    return static_cast<std::uint32_t>(attributions.size() - 1);
  }

  Document document;
  Text text;
  Tags tags;
  Mentions mentions;
  Attributions attributions;
  Sources sources;
  const Vocabulary* vocabulary;

 private:
  [[nodiscard]] char last_char(std::uint32_t token) const { return document.text[text.tokens[token].end - 1]; }

  void add_token(std::string_view word, std::uint32_t begin, bool first) {
    std::string lower;
    for (const char c : word) lower.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    Token token;
    token.begin = begin;
    token.end = begin + static_cast<std::uint32_t>(word.size());
    token.hash = word_hash(lower);
    token.word = vocabulary->find(lower);
    token.closed = vocabulary->language.closed.row(token.hash);
    const auto front = static_cast<unsigned char>(word.front());
    const auto set = [&](bool holds, TokenFlag bit) {
      if (holds) token.flags = static_cast<std::uint16_t>(token.flags | bit);
    };
    set(std::isupper(front) != 0, kCapital);
    set(std::isalpha(front) != 0, kAlpha);
    set(std::isdigit(front) != 0, kDigit);
    set(std::isalnum(front) == 0, kPunct);
    set(first, kSentenceStart);
    text.tokens.push_back(token);
    text.sentence_of.push_back(static_cast<std::uint32_t>(text.sentences.size()));
    text.quotation_of.push_back(kNone);
    mentions.of_token.push_back(kNone);
    constexpr std::string_view kVerbs[] = {"is",     "was",  "are",  "were", "sank",  "failed", "said",
                                           "killed", "rose", "lied", "knew", "stole", "will"};
    Tag tag = std::isdigit(front) != 0 ? Tag::CD
              : token.has(kPunct)      ? Tag::punct
              : token.has(kCapital)    ? Tag::NNP
                                       : Tag::NN;
    for (const std::string_view verb : kVerbs) {
      if (lower == verb) tag = Tag::VBD;
    }
    tags.push_back(tag);
  }

  void end_sentence(std::uint32_t& begin, std::uint32_t paragraph) {
    const auto end = static_cast<std::uint32_t>(text.tokens.size());
    if (begin == end) return;
    text.sentences.push_back({.tokens = {begin, end}, .paragraph = paragraph});
    begin = end;
  }
};

}  // namespace hearsay
