// own_voice: a mask of tokens that are the writer's, then one count per lexicon over runs of them.
#include "score/genre_writing.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "score/genre_words.h"

namespace hearsay {
namespace {

struct FeatureText {
  std::string_view name, meaning;
};
constexpr std::array<FeatureText, kWritingFeatureCount> kFeatures = {{
#define HEARSAY_WRITING_TEXT(id, name, meaning) {name, meaning},
    HEARSAY_WRITING(HEARSAY_WRITING_TEXT)
#undef HEARSAY_WRITING_TEXT
}};

// What is counted in the writer's own words.
constexpr std::array<std::pair<WritingFeature, std::string_view>, 9> kCounted = {
    {{WritingFeature::singular, "genre-singular"},
     {WritingFeature::plural, "genre-plural"},
     {WritingFeature::reader, "genre-reader"},
     {WritingFeature::duty, "genre-duty"},
     {WritingFeature::judging, "genre-judging"},
     {WritingFeature::arguing, "genre-arguing"},
     {WritingFeature::absolute, "genre-absolute"},
     {WritingFeature::news_time, "genre-news-time"},
     {WritingFeature::reported, "genre-reported"}}};

constexpr std::size_t kTailBlocks = 8;  // where it may stand who the writer is

class WritingMeasurer {
 public:
  explicit WritingMeasurer(const GenreInput& input)
      : in_(input), lexicons_(input.program.lexicons), tagged_(input.tags.size() == input.text.tokens.size()) {}

  OwnVoice run() {
    mask();
    if (voice_.words == 0) return voice_;
    count_words();
    count_sentences();
    count_marks();
    count_blocks();
    count_headline();
    return voice_;
  }

 private:
  double& amount(WritingFeature feature) { return voice_.amounts.at(static_cast<std::size_t>(feature)); }
  [[nodiscard]] bool is_word(std::uint32_t token) const {
    return !in_.text.tokens[token].has(kPunct) && !in_.text.tokens[token].has(kClitic);
  }
  [[nodiscard]] double per(double unit, double count, double whole) const {
    return whole > 0 ? unit * count / whole : 0;
  }

  void mask() {
    const Text& text = in_.text;
    own_.assign(text.tokens.size(), 0);
    for (const Paragraph& paragraph : text.paragraphs) {
      if (!is_body(paragraph.kind)) continue;
      for (std::uint32_t t = paragraph.tokens.begin; t < paragraph.tokens.end; ++t) {
        body_words_ += is_word(t) ? 1 : 0;
        if (text.quotation_of[t] == kNone) {
          own_[t] = 1;
        } else {
          quoted_words_ += is_word(t) ? 1 : 0;
        }
      }
    }
    for (const Attribution& attribution : in_.attributions) {
      if (attribution.mode == SourceMode::author) continue;
      for (const TokenRange& part : attribution.content) {
        const auto end = std::min<std::size_t>(part.end, own_.size());
        for (std::size_t t = part.begin; t < end; ++t) own_[t] = 0;
      }
    }
    for (std::uint32_t t = 0; t < own_.size(); ++t) voice_.words += own_[t] != 0 && is_word(t) ? 1U : 0U;
  }

  void count_words() {
    std::vector<WordId> words(own_.size());
    for (std::uint32_t t = 0; t < own_.size(); ++t) words[t] = own_[t] != 0 ? in_.text.tokens[t].word : kUnknownWord;
    std::array<LexiconId, kCounted.size()> wanted{};
    std::transform(kCounted.begin(), kCounted.end(), wanted.begin(),
                   [&](const auto& counted) { return lexicons_.named(counted.second); });
    std::array<double, kCounted.size()> found{};
    count_entries(words, wanted, lexicons_, found);
    for (std::size_t i = 0; i < kCounted.size(); ++i) amount(kCounted[i].first) = per(1000, found[i], voice_.words);
    double short_forms = 0, present = 0, finite = 0;
    for (std::uint32_t t = 0; tagged_ && t < own_.size(); ++t) {
      if (own_[t] == 0) continue;
      const Tag tag = in_.tags[t];
      if (in_.text.tokens[t].has(kClitic) && tag != Tag::POS) ++short_forms;
      if (tag == Tag::VBZ || tag == Tag::VBP) ++present;
      if (tag == Tag::VBZ || tag == Tag::VBP || tag == Tag::VBD) ++finite;
    }
    amount(WritingFeature::contraction) = per(1000, short_forms, voice_.words);
    amount(WritingFeature::present) = per(100, present, finite);
    amount(WritingFeature::quoted) = per(100, quoted_words_, body_words_);
  }

  void count_sentences() {
    const Text& text = in_.text;
    std::vector<char> spoken(text.sentences.size(), 0);
    for (const Attribution& attribution : in_.attributions) {
      const std::uint32_t at = attribution.cue.empty() ? attribution.source.begin : attribution.cue.begin;
      if (attribution.mode != SourceMode::phrase || at >= text.sentence_of.size()) continue;
      if (text.sentence_of[at] < spoken.size()) spoken[text.sentence_of[at]] = 1;
    }
    const LexiconId openings = lexicons_.named("genre-opening");
    double all = 0, own = 0, said = 0, asks = 0, cries = 0, opens = 0, bare = 0;
    for (std::uint32_t s = 0; s < text.sentences.size(); ++s) {
      const Sentence& sentence = text.sentences[s];
      if (sentence.tokens.empty() || sentence.paragraph >= text.paragraphs.size() ||
          !is_body(text.paragraphs[sentence.paragraph].kind))
        continue;
      ++all;
      said += spoken[s];
      const std::uint32_t first = sentence.tokens.begin, last = sentence.tokens.end - 1;
      if (own_[first] == 0 || own_[last] == 0) continue;
      ++own;
      const std::string_view end = token_text(in_.document, text.tokens[last]);
      asks += end.ends_with('?') ? 1 : 0;
      cries += end.ends_with('!') ? 1 : 0;
      if (openings != kNoLexicon && lexicons_.has(text.tokens[first].word, openings)) ++opens;
      if (tagged_ && sentence.tokens.size() > 3 && in_.tags[first] == Tag::VB) ++bare;
    }
    amount(WritingFeature::attributed) = per(100, said, all);
    amount(WritingFeature::question) = per(100, asks, own);
    amount(WritingFeature::exclamation) = per(100, cries, own);
    amount(WritingFeature::opening) = per(100, opens, own);
    amount(WritingFeature::imperative) = per(100, bare, own);
  }

  void count_marks() {
    double marks = 0;
    for (std::uint32_t t = 0; t < own_.size(); ++t) {
      if (own_[t] == 0 || !in_.text.tokens[t].has(kPunct)) continue;
      const std::string_view mark = token_text(in_.document, in_.text.tokens[t]);
      for (const std::string_view one : {"—", "–", "--", "-", ":", ";", "("}) marks += mark == one ? 1 : 0;
    }
    amount(WritingFeature::marks) = per(1000, marks, voice_.words);
  }

  void count_blocks() {
    const std::vector<Block>& blocks = in_.document.blocks;
    double paragraphs = 0;
    for (const Block& block : blocks) {
      if (block.kind == BlockKind::paragraph) ++paragraphs;
      if (block.kind == BlockKind::dateline) amount(WritingFeature::dateline) = 1;
    }
    amount(WritingFeature::paragraph) = per(1, body_words_, paragraphs);
    const LexiconId lines = lexicons_.named("genre-author");
    for (std::size_t i = blocks.size() > kTailBlocks ? blocks.size() - kTailBlocks : 0; i < blocks.size(); ++i) {
      const Span span = blocks[i].span;
      if (span.size() > 800 || blocks[i].kind == BlockKind::headline) continue;
      const std::string_view words = std::string_view(in_.document.text).substr(span.begin, span.size());
      double found = 0;
      count_entries(genre_words_of(words, in_.program.vocabulary), {&lines, 1}, lexicons_, {&found, 1});
      if (found > 0) ++amount(WritingFeature::author);
    }
  }

  void count_headline() {
    const std::vector<WordId> words = genre_words_of(in_.document.title, in_.program.vocabulary);
    const std::array<LexiconId, 5> wanted = {lexicons_.named("genre-singular"), lexicons_.named("genre-plural"),
                                             lexicons_.named("genre-reader"), lexicons_.named("genre-duty"),
                                             lexicons_.named("genre-headline")};
    std::array<double, wanted.size()> found{};
    count_entries(words, wanted, lexicons_, found);
    for (const double count : found) amount(WritingFeature::headline_voice) += count;
    if (in_.document.title.ends_with('?')) amount(WritingFeature::headline_question) = 1;
    const auto headline = std::find_if(in_.text.paragraphs.begin(), in_.text.paragraphs.end(),
                                       [](const Paragraph& one) { return one.kind == BlockKind::headline; });
    if (headline == in_.text.paragraphs.end()) return;
    for (const Attribution& attribution : in_.attributions) {
      if (attribution.mode == SourceMode::phrase && headline->tokens.contains(attribution.cue.begin))
        amount(WritingFeature::headline_said) = 1;
    }
  }

  const GenreInput& in_;
  const Lexicons& lexicons_;
  bool tagged_ = false;
  std::vector<char> own_;  // by token
  double body_words_ = 0, quoted_words_ = 0;
  OwnVoice voice_;
};

}  // namespace

std::string_view writing_feature_name(WritingFeature feature) {
  return kFeatures.at(static_cast<std::size_t>(feature)).name;
}

std::string_view writing_feature_meaning(WritingFeature feature) {
  return kFeatures.at(static_cast<std::size_t>(feature)).meaning;
}

std::optional<WritingFeature> writing_feature_named(std::string_view name) {
  for (std::size_t i = 0; i < kFeatures.size(); ++i) {
    if (kFeatures.at(i).name == name) return static_cast<WritingFeature>(i);
  }
  return std::nullopt;
}

OwnVoice own_voice(const GenreInput& input) {
  return WritingMeasurer(input).run();
}

}  // namespace hearsay
