// One walk over the blocks, one over the words of the body.
#include "score/genre_shape.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "base/word_hash.h"
#include "score/genre_words.h"

namespace hearsay {
namespace {

// A live report has times before its paragraphs, at least so many and before every fourth.
constexpr std::size_t kLiveTimes = 5;
// A listing has so many entries, hardly one of which is a sentence, and figures in most.
constexpr std::size_t kListed = 12;
// A match report has so many scores, so many different words of the game, and so many of them in 1,000.
constexpr std::size_t kScores = 2;
constexpr std::size_t kSportWords = 8;
constexpr double kSportRate = 25;

Genre shaped(std::string_view id, std::string_view detail, double certainty) {
  return {.id = std::string(id),
          .source = GenreSource::shape,
          .detail = std::string(detail),
          .certainty = certainty,
          .writing = {}};
}

class ShapeReader {
 public:
  explicit ShapeReader(const GenreInput& input) : in_(input), lexicons_(input.program.lexicons) {}

  Genre run() {
    look_at_blocks();
    look_at_words();
    const auto body = static_cast<double>(paragraphs_);
    if (stars_) return shaped("review", "a rating in stars", 0.9);
    if (contacts_ > 0 && (about_ || immediate_)) return shaped("press-release", "a contact for the press", 0.9);
    if (times_ >= kLiveTimes && static_cast<double>(times_) >= 0.25 * body)
      return shaped("live", "times before its paragraphs", 0.9);
    if (scores_ >= kScores && sport_.size() >= kSportWords && sport_count_ * 1000 >= kSportRate * words_)
      return shaped("match-report", "scores", 0.85);
    if (paragraphs_ >= kListed && static_cast<double>(sentences_) <= 0.15 * body &&
        static_cast<double>(with_figure_) >= 0.6 * body && in_.attributions.size() * 10 <= paragraphs_)
      return shaped("listing", "short entries with figures", 0.85);
    return {};
  }

 private:
  [[nodiscard]] std::vector<WordId> words_of(std::string_view text) const {
    return genre_words_of(text, in_.program.vocabulary);
  }

  [[nodiscard]] bool has_role(std::string_view word, Role role) const {
    const ClosedWords& closed = in_.program.vocabulary.language.closed;
    return closed.has(lower(word), role);
  }

  /// "About Tarn Lines": the first word has a capital, and no other.
  [[nodiscard]] bool opens_note(std::string_view text) const {
    const std::string_view first = text.substr(0, text.find(' '));
    return first.size() < text.size() && !first.empty() && first[0] >= 'A' && first[0] <= 'Z' &&
           lower(first.substr(1)) == first.substr(1) && has_role(first, Role::opens_issuer_note);
  }

  /// "FOR IMMEDIATE RELEASE": three words in capitals, parted by blanks.
  [[nodiscard]] bool is_marked(std::string_view text) const {
    constexpr std::array<Role, 3> kMark = {Role::preposition_for, Role::press_release_immediate,
                                           Role::press_release_ends};
    std::size_t met = 0;  // words of the mark right before here
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && text[end] >= 'A' && text[end] <= 'Z') ++end;
      if (end == at) {
        met = text[at] == ' ' && at > 0 && text[at - 1] != ' ' ? met : 0;
        ++at;
        continue;
      }
      const std::string_view word = text.substr(at, end - at);
      if (!has_role(word, kMark.at(met))) met = 0;
      if (has_role(word, kMark.at(met)) && ++met == kMark.size()) return true;
      at = end;
    }
    return false;
  }

  void look_at_blocks() {
    const std::array<LexiconId, 2> wanted = {lexicons_.named("genre-release-contact"), lexicons_.named("genre-rating")};
    const std::vector<Block>& blocks = in_.document.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const std::string_view text =
          std::string_view(in_.document.text).substr(blocks[i].span.begin, blocks[i].span.size());
      if (blocks[i].kind == BlockKind::comments || blocks[i].kind == BlockKind::read_more) continue;
      if (text.find("★★") != std::string_view::npos || text.find("★☆") != std::string_view::npos) stars_ = true;
      if (text.size() > 300) continue;
      std::array<double, wanted.size()> found{};
      count_entries(words_of(text), wanted, lexicons_, found);
      if (found[0] > 0) ++contacts_;
      if (found[1] > 0) stars_ = true;
      // What an issuer says of itself stands last, under "About" and its name.
      if (i * 2 >= blocks.size() && text.size() <= 60 && opens_note(text) && !text.ends_with('.')) about_ = true;
    }
    if (!blocks.empty()) {
      const std::size_t end = std::min<std::size_t>(in_.document.text.size(), 600);
      immediate_ = is_marked(std::string_view(in_.document.text).substr(0, end));
    }
  }

  void look_at_words() {
    const Text& text = in_.text;
    const LexiconId sport = lexicons_.named("genre-sport");
    for (const Paragraph& paragraph : text.paragraphs) {
      if (!is_body(paragraph.kind) || paragraph.tokens.empty()) continue;
      ++paragraphs_;
      bool figure = false;
      for (std::uint32_t t = paragraph.tokens.begin; t < paragraph.tokens.end; ++t) {
        const Token& token = text.tokens[t];
        if (token.has(kPunct)) continue;
        ++words_;
        figure = figure || token.has(kDigit);
        if (token.has(kDigit) && is_score(token_text(in_.document, token))) ++scores_;
        if (sport != kNoLexicon && token.word != kUnknownWord && lexicons_.has(token.word, sport)) {
          ++sport_count_;
          if (std::find(sport_.begin(), sport_.end(), token.word) == sport_.end() && sport_.size() < kSportWords)
            sport_.push_back(token.word);
        }
      }
      with_figure_ += figure ? 1 : 0;
      const std::string_view last = token_text(in_.document, text.tokens[paragraph.tokens.end - 1]);
      const bool stop = last.ends_with('.') || last.ends_with('?') || last.ends_with('!') || last.ends_with("”") ||
                        last.ends_with('"');
      sentences_ += stop && paragraph.tokens.size() > 8 ? 1 : 0;
      if (is_clock_time(in_.document, text.tokens[paragraph.tokens.begin])) ++times_;
    }
  }

  /// "3-1", "112–98": no year, no date.
  static bool is_score(std::string_view word) {
    std::size_t at = 0, sides = 0;
    while (at < word.size()) {
      std::size_t digits = 0;
      while (at < word.size() && word[at] >= '0' && word[at] <= '9') ++at, ++digits;
      if (digits == 0 || digits > 3) return false;
      ++sides;
      if (at == word.size()) break;
      if (word[at] == '-') {
        ++at;
      } else if (word.substr(at).starts_with("–")) {
        at += std::string_view("–").size();
      } else {
        return false;
      }
    }
    return sides == 2;
  }

  const GenreInput& in_;
  const Lexicons& lexicons_;
  bool stars_ = false, about_ = false, immediate_ = false;
  std::size_t contacts_ = 0, paragraphs_ = 0, sentences_ = 0, with_figure_ = 0, times_ = 0, scores_ = 0;
  std::vector<WordId> sport_;  // different ones, no more than are asked for
  double words_ = 0, sport_count_ = 0;
};

}  // namespace

Genre genre_of_shape(const GenreInput& input) {
  return ShapeReader(input).run();
}

}  // namespace hearsay
