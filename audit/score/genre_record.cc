// Types of schema.org and wires are names of a format and stand here; words of a language are asked of the lexicons.
#include "score/genre_record.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "score/genre_words.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostLines = 6;      // blocks at the top where a label may stand
constexpr std::size_t kMostLabel = 40;     // bytes
constexpr std::size_t kMostSegments = 12;  // of an address

struct TypeSign {
  std::string_view sign, genre;
};
// The first that the type's letters hold.
constexpr std::array<TypeSign, 14> kTypes = {{{"opinion", "opinion"},
                                              {"review", "review"},
                                              {"analysis", "analysis"},
                                              {"advertiser", "paid-content"},
                                              {"sponsored", "paid-content"},
                                              {"satir", "satire"},
                                              {"liveblog", "live"},
                                              {"pressrelease", "press-release"},
                                              {"background", "background"},
                                              {"askpublic", "call-to-public"},
                                              {"blogposting", "blog-post"},
                                              {"socialmedia", "social-media-post"},
                                              {"scholarly", "scholarly-article"},
                                              {"reportage", "news"}}};

/// "HowTo" is "how-to".
std::string spelt(std::string_view type) {
  std::string out;
  for (const char c : type) {
    const bool upper = c >= 'A' && c <= 'Z';
    if ((upper || c == ' ' || c == '_') && !out.empty() && out.back() != '-') out += '-';
    if (c != ' ' && c != '_') out += upper ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

Genre told(std::string_view id, GenreSource source, std::string_view detail, double certainty) {
  return {.id = std::string(id),
          .source = source,
          .detail = std::string(trim(detail)),
          .certainty = certainty,
          .writing = {}};
}

class RecordReader {
 public:
  RecordReader(const Document& document, const Program& program) : document_(document), program_(program) {
    const Lexicons& lexicons = program.lexicons;
    section_ = lexicons.named("genre-section");
    label_ = lexicons.named("genre-label");
    kicker_ = lexicons.named("genre-kicker");
  }

  Genre run() const {
    for (const auto& found : {of_type(), of_section(), of_headline(), of_address(), of_kicker()}) {
      if (!found.id.empty()) return found;
    }
    return {};
  }

 private:
  [[nodiscard]] std::string_view named(std::string_view words, LexiconId lexicon) const {
    if (words.size() > kMostLabel * 2) return {};
    return genre_named(genre_words_of(words, program_.vocabulary), lexicon, program_.lexicons);
  }

  [[nodiscard]] Genre of_type() const {
    const std::string& type = document_.genre;
    if (type.empty()) return {};
    const std::string letters = lower(type);
    for (const TypeSign& sign : kTypes) {
      if (letters.find(sign.sign) != std::string::npos) return told(sign.genre, GenreSource::record, type, 0.97);
    }
    // A wire's own word for it: "Column", "Feature".
    if (const auto genre = named(type, section_); !genre.empty()) return told(genre, GenreSource::record, type, 0.97);
    return told(spelt(type), GenreSource::record, type, 0.9);
  }

  /// "Opinion", "News / Opinion": the first part that names a genre.
  [[nodiscard]] Genre of_section() const {
    std::string_view rest = document_.section;
    for (std::size_t parts = 0; !rest.empty() && parts < kMostSegments; ++parts) {
      const std::size_t end = std::min(rest.find_first_of("/,;|>"), rest.size());
      const std::string_view part = rest.substr(0, end);
      if (const auto genre = named(part, section_); !genre.empty())
        return told(genre, GenreSource::section, part, 0.95);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
  }

  /// A whole part of the path but the last, or what stands before the first full stop of the host.
  [[nodiscard]] Genre of_address() const {
    std::string_view rest = document_.url;
    const std::size_t scheme = rest.find("://");
    if (scheme == std::string_view::npos) return {};
    rest = rest.substr(scheme + 3);
    rest = rest.substr(0, rest.find_first_of("?#"));
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    const std::string_view host = rest.substr(0, slash);
    rest = rest.substr(std::min(slash + 1, rest.size()));
    if (const auto genre = named(host.substr(0, host.find('.')), section_); genre == "opinion")
      return told(genre, GenreSource::address, host, 0.93);
    for (std::size_t parts = 0; parts < kMostSegments; ++parts) {
      const std::size_t end = rest.find('/');
      if (end == std::string_view::npos) break;
      const std::string_view part = rest.substr(0, end);
      if (const auto genre = named(part, section_); !genre.empty())
        return told(genre, GenreSource::address, part, 0.93);
      rest.remove_prefix(end + 1);
    }
    return {};
  }

  [[nodiscard]] Genre of_headline() const {
    const std::string_view title = document_.title;
    const std::size_t mark = title.find_first_of(":|");
    if (mark <= kMostLabel) {  // there is one
      if (const auto genre = named(title.substr(0, mark), label_); !genre.empty())
        return told(genre, GenreSource::headline, title.substr(0, mark), 0.93);
    }
    // Behind the last bar, or a dash between blanks.
    for (const std::string_view divide : {"|", " – ", " — ", " - "}) {
      const std::size_t last = title.rfind(divide);
      if (last == std::string_view::npos || last == 0) continue;
      const std::string_view tail = title.substr(last + divide.size());
      if (const auto genre = tail.size() <= kMostLabel ? named(tail, label_) : std::string_view(); !genre.empty())
        return told(genre, GenreSource::headline, tail, 0.93);
      // "A quiet storm review – Velo's best": the label ends what stands before.
      const std::string_view before = trim(title.substr(0, last));
      const std::size_t blank = before.rfind(' ');
      if (divide == "|" || blank == std::string_view::npos) continue;
      if (const auto genre = named(before.substr(blank + 1), label_); genre == "review")
        return told(genre, GenreSource::headline, before.substr(blank + 1), 0.9);
    }
    return {};
  }

  [[nodiscard]] Genre of_kicker() const {
    std::size_t lines = 0;
    for (const Block& block : document_.blocks) {
      if (block.kind == BlockKind::headline) continue;
      if (++lines > kMostLines) break;
      std::string_view words = trim(std::string_view(document_.text).substr(block.span.begin, block.span.size()));
      const std::size_t colon = words.find(':');
      const bool whole = words.size() <= kMostLabel;
      if (!whole && (lines > 2 || colon > kMostLabel)) continue;  // or no colon at all
      // "COMMENTARY: The harbour …" only where the label shouts.
      const std::string_view label = whole ? words : words.substr(0, colon);
      if (!whole && label != upper(label)) continue;
      if (const auto genre = named(label, kicker_); !genre.empty())
        return told(genre, GenreSource::kicker, label, 0.92);
    }
    return {};
  }

  static std::string upper(std::string_view words) {
    std::string out(words);
    for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    return out;
  }

  const Document& document_;
  const Program& program_;
  LexiconId section_ = kNoLexicon, label_ = kNoLexicon, kicker_ = kNoLexicon;
};

}  // namespace

Genre genre_of_record(const Document& document, const Program& program) {
  return RecordReader(document, program).run();
}

}  // namespace hearsay
