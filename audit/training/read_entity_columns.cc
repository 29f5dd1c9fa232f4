// read_entity_columns: words are joined as print has them (no space before a full stop), so that the text is read as
// any other; brackets are matched per kind and number.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "document/read.h"
#include "training/link_lesson.h"

namespace hearsay {
namespace {

constexpr std::array<std::string_view, 2> kSources = {"person", "organization"};

bool leans_left(std::string_view word) {
  if (word.size() == 1) return std::string_view(".,;:!?)]}%").find(word[0]) != std::string_view::npos;
  return word == "’" || word == "”" || word == "..." || word == "n't" || word == "n’t" ||
         (word.size() <= 4 && (word.starts_with("'") || word.starts_with("’")));
}
bool leans_right(std::string_view word) {
  return word == "(" || word == "[" || word == "{" || word == "$" || word == "“" || word == "‘" || word == "£" ||
         word == "€";
}

class Columns {
 public:
  Columns(std::string corpus_name, const PageWords& page_words)
      : name_(std::move(corpus_name)), page_words_(&page_words) {}

  void token(std::string_view word, std::string_view marks) {
    bool space = !text_.empty();
    if (leans_left(word) || leans_right(before_)) space = false;
    if (word == "\"") {
      if (open_quote_) space = false;
      open_quote_ = !open_quote_;
    } else if (before_ == "\"" && open_quote_) {
      space = false;
    }
    if (before_ == "-" || before_ == "/" || word == "-" || word == "/") space = false;
    if (space) text_ += ' ';
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += word;
    before_ = word;
    brackets(marks, begin, static_cast<std::uint32_t>(text_.size()));
  }

  void finish(std::vector<LinkLesson>& lessons) {
    if (text_.empty()) return;
    LinkLesson lesson;
    lesson.id = id_;
    lesson.corpus = "entities";
    lesson.whole = true;
    lesson.document = read(text_, (id_.empty() ? name_ : id_) + ".txt", *page_words_);
    lesson.mentions = std::move(marks_);
    lessons.push_back(std::move(lesson));
    *this = Columns(name_, *page_words_);
  }
  void begin(std::string_view id) { id_ = std::string(id); }

 private:
  /// "(person-3(abstract-4)", "person-3)": kind and number; what follows a second dash is passed over.
  void brackets(std::string_view marks, std::uint32_t begin, std::uint32_t end) {
    while (!marks.empty() && marks != "_") {
      const bool opens = marks.front() == '(';
      if (opens) marks.remove_prefix(1);
      const std::size_t stop = std::min(marks.find('('), marks.find(')'));
      const std::string_view body = marks.substr(0, stop);
      const bool closes = stop != std::string_view::npos && marks[stop] == ')';
      marks.remove_prefix(stop == std::string_view::npos ? marks.size() : stop + (closes ? 1 : 0));
      const std::size_t dash = body.find('-');
      if (dash == std::string_view::npos) {
        if (body.empty() && !opens && !closes) return;
        continue;
      }
      std::uint32_t number = 0;
      std::from_chars(body.data() + dash + 1, body.data() + body.size(), number);
      const Key key{std::string(body.substr(0, dash)), number};
      if (opens && closes) {
        add(key, {begin, end});
      } else if (opens) {
        open_[key].push_back(begin);
      } else if (closes && !open_[key].empty()) {
        add(key, {open_[key].back(), end});
        open_[key].pop_back();
      }
    }
  }

  using Key = std::pair<std::string, std::uint32_t>;
  void add(const Key& key, Span words) {
    const bool source = std::find(kSources.begin(), kSources.end(), key.first) != kSources.end();
    marks_.push_back({.words = words, .entity = key.second, .other = !source});
  }

  std::string name_, id_, text_;
  const PageWords* page_words_;
  std::string before_;
  bool open_quote_ = false;
  std::map<Key, std::vector<std::uint32_t>> open_;
  std::vector<MarkedMention> marks_;
};

}  // namespace

std::vector<LinkLesson> read_entity_columns(std::string_view columns, const std::string& name,
                                            const PageWords& page_words, Diagnostics& diagnostics) {
  std::vector<LinkLesson> lessons;
  Columns text(name, page_words);
  std::uint32_t row = 0;
  constexpr std::string_view kBegin = "# begin document ";
  while (!columns.empty()) {
    const std::size_t end = columns.find('\n');
    std::string_view line = columns.substr(0, end);
    columns.remove_prefix(end == std::string_view::npos ? columns.size() : end + 1);
    ++row;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with(kBegin)) {
      text.finish(lessons);
      text.begin(line.substr(kBegin.size()));
    }
    if (line.empty() || line.front() == '#') continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = first == std::string_view::npos ? first : line.find('\t', first + 1);
    if (second == std::string_view::npos) {
      diagnostics.push_back({.file = name,
                             .line = row,
                             .message = "the row has too few columns",
                             .remedy = "number, token and entities, parted by tabs",
                             .source_line = {}});
      continue;
    }
    text.token(line.substr(first + 1, second - first - 1), line.substr(second + 1));
  }
  text.finish(lessons);
  return lessons;
}

}  // namespace hearsay
