// Entry: diversity_sheet, count_articles.
#include "report/table/diversity.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/packed.h"
#include "base/record_sort.h"
#include "base/utf8.h"
#include "report/index.h"
#include "report/plain.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

// Where the columns that are read again stand; the house's own follow all others.
constexpr std::size_t kArticleIdAt = 1, kSourceAt = 4, kKindAt = 5, kArticlesAt = 15;

std::vector<SheetColumn> diversity_columns() {
  return {{"article", "Article", 28},
          {"article_id", "Article id", 16},
          {"outlet", "Outlet", 18},
          {"published", "Published", 12},
          {"source", "Source", 26},
          {"kind", "Kind", 18},
          {"role", "Role", 26},
          {"organisation", "Organisation", 22},
          {"pronouns", "Pronouns in the text", 12},
          {"statements", "Statements", 11},
          {"quotations", "Quotations", 11},
          {"words", "Words", 8},
          {"quoted_words", "Words quoted", 8},
          {"first", "First heard at % of the text", 11},
          {"repeats", "Repeats", 9},
          {"articles", "Articles here", 9},
          {"sure", "Sure", 9}};
}

std::string voice_kind(const ReportSource& source) {
  if (source.kind == "named-person") return "person";
  if (source.kind == "named-organisation") return "body";
  if (source.kind == "media") return "outlet";
  if (source.kind == "unnamed-person") return source.anonymous ? "anonymous person" : "person without a name";
  if (source.kind == "unnamed-group") return source.anonymous ? "anonymous group" : "group";
  return spoken(source.kind);
}

/// Of one article to the next: "Hebra Ferries", not "the company", "a report".
bool bears_name(std::string_view name, std::string_view kind) {
  return (kind == "person" || kind == "body" || kind == "outlet") && lower(name) != name;
}

bool is_counted_out(const ReportSource& source, const Report& report) {
  if (source.kind == "author" || source.kind == "collective" || source.kind == "unstated") return true;
  return is_own(source, report);
}

/// What lies between quotation marks, and how many words there are at all. Words in which no letter and no digit stands
/// are none.
struct WordCount {
  std::uint64_t all = 0, quoted = 0;
};

enum class QuoteMark : std::uint8_t { none, opens, closes, either };

QuoteMark quote_mark(char32_t value) {
  if (value == U'“' || value == U'„' || value == U'«') return QuoteMark::opens;
  if (value == U'”' || value == U'»') return QuoteMark::closes;
  return value == U'"' ? QuoteMark::either : QuoteMark::none;
}

/// `quoted`: the whole of it is.
WordCount count_words(std::string_view words, bool quoted) {
  WordCount count;
  bool in_word = false, in_quote = quoted, opened = quoted;
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = decode(words, at);
    at += point.length;
    const QuoteMark mark = quoted ? QuoteMark::none : quote_mark(point.value);
    if (mark != QuoteMark::none) {
      // A mark that closes what was not opened here: all before it was quoted.
      if (mark == QuoteMark::closes && !opened) count.quoted = count.all;
      in_quote = mark == QuoteMark::opens || (mark == QuoteMark::either && !in_quote);
      opened = true;
      in_word = false;
    } else if (is_letter(point.value) || is_digit(point.value)) {
      if (!in_word) {
        ++count.all;
        count.quoted += in_quote ? 1U : 0U;
      }
      in_word = true;
    } else if (point.value <= 0x20U || point.value == 0xA0U || point.value == U'—' || point.value == U'–') {
      in_word = false;
    }
  }
  return count;
}

class DiversityRows {
 public:
  explicit DiversityRows(const Report& report) : report_(report), index_(report), text_(report.text) {
    find_body();
    count_repeats();
  }

  Sheet make() {
    Sheet sheet{.title = "Diversity", .columns = diversity_columns(), .rows = {}};
    for (const ReportSource& source : report_.sources) {
      if (!is_counted_out(source, report_) && !index_.said_by(source).empty()) add(source, sheet);
    }
    for (SheetRow& row : sheet.rows) row.resize(sheet.columns.size());
    return sheet;
  }

 private:
  /// From the headline to the end of the last paragraph: what a page has below that is no text to be heard in.
  void find_body() {
    constexpr std::array<std::string_view, 7> kBody = {"headline",  "standfirst", "paragraph", "heading",
                                                       "list-item", "blockquote", "post"};
    body_ = {0, text_.size()};
    bool any = false;
    for (const ReportBlock& block : report_.blocks) {
      if (std::find(kBody.begin(), kBody.end(), block.kind) == kBody.end()) continue;
      body_ = any ? CodeSpan{std::min(body_.first, block.span.first), std::max(body_.second, block.span.second)}
                  : block.span;
      any = true;
    }
  }

  /// How often the article comes back to a source after somebody else was heard.
  void count_repeats() {
    std::string_view last;
    for (const ReportAttribution& attribution : report_.attributions) {
      if (!attribution.statement || !attribution.within.empty() || attribution.source.empty()) continue;
      if (attribution.source == last) continue;
      last = attribution.source;
      ++turns_[last];
    }
  }

  [[nodiscard]] std::uint64_t repeats(const ReportSource& source) const {
    const auto found = turns_.find(source.id);
    return found == turns_.end() ? 0 : found->second - 1;
  }

  /// Hundredths of the body before the first words by which it is heard.
  [[nodiscard]] std::uint64_t first_heard(const std::vector<std::uint32_t>& said) const {
    std::uint32_t first = body_.second;
    for (const std::uint32_t i : said) {
      const ReportAttribution& attribution = report_.attributions[i];
      for (const CodeSpans* spans : {&attribution.source_span, &attribution.cue, &attribution.content}) {
        for (const CodeSpan& span : *spans) first = std::min(first, span.first);
      }
    }
    const std::uint64_t length = body_.second - std::min(body_.first, body_.second);
    return length == 0 || first <= body_.first ? 0 : (first - body_.first) * 100ULL / length;
  }

  /// A statement within another of the same source: its words are counted there.
  [[nodiscard]] bool counted_already(const ReportAttribution& attribution) const {
    const ReportAttribution* outer = index_.attribution(attribution.within);
    return outer != nullptr && outer->statement && outer->source == attribution.source;
  }

  void add(const ReportSource& source, Sheet& sheet) const {
    const std::vector<std::uint32_t>& said = index_.said_by(source);
    std::uint64_t quotations = 0;
    WordCount words;
    for (const std::uint32_t i : said) {
      const ReportAttribution& attribution = report_.attributions[i];
      if (attribution.type != "indirect") ++quotations;
      if (counted_already(attribution)) continue;
      for (const CodeSpan& piece : attribution.content) {
        const WordCount here = count_words(text_.slice(piece), attribution.type == "direct");
        words.all += here.all;
        words.quoted += attribution.type == "indirect" ? 0 : here.quoted;
      }
    }
    std::string kind = voice_kind(source);
    const bool person = source.kind == "named-person" || source.kind == "unnamed-person";
    std::string pronouns;
    for (const std::string& word : source.pronouns) pronouns += (pronouns.empty() ? "" : ", ") + word;
    if (pronouns.empty() && person) pronouns = "not stated";
    SheetRow row = row_of_cells(
        one_line(report_.title.empty() ? report_.id : report_.title), one_line(report_.id), one_line(report_.outlet),
        one_line(report_.published), one_line(source.name), std::move(kind), one_line(source.description.value_or("")),
        one_line(source.affiliation.value_or("")), std::move(pronouns), static_cast<std::uint64_t>(said.size()),
        quotations, words.all, words.quoted, first_heard(said), repeats(source), SheetCell(),
        std::string(index_.unsure(source) ? "unsure" : "sure"));
    add_house(source, row, sheet);
    sheet.rows.push_back(std::move(row));
  }

  /// What the house's register notes of the source, each in a column of its own.
  static void add_house(const ReportSource& source, SheetRow& row, Sheet& sheet) {
    for (const auto& [name, note] : source.house) {
      const std::string title = one_line(name);
      const std::string id = "house_" + title;
      auto at = std::find_if(sheet.columns.begin(), sheet.columns.end(),
                             [&](const SheetColumn& column) { return column.id == id; });
      if (at == sheet.columns.end()) {
        if (sheet.columns.size() == kMostSheetColumns) return;
        at = sheet.columns.insert(at, {id, "House: " + title, 16});
      }
      const auto place = static_cast<std::size_t>(at - sheet.columns.begin());
      if (row.size() <= place) row.resize(place + 1);
      row[place] = one_line(note);
    }
  }

  const Report& report_;
  ReportIndex index_;
  TextIndex text_;
  CodeSpan body_;
  std::unordered_map<std::string_view, std::uint64_t> turns_;  // by source: runs of statements
};

const std::string& words_at(const SheetRow& row, std::size_t column) {
  static const std::string kNoWords;
  const auto* words = column < row.size() ? std::get_if<std::string>(&row[column]) : nullptr;
  return words == nullptr ? kNoWords : *words;
}

/// Numbers of rows as bytes that have their order.
std::string ordered(std::uint32_t row) {
  std::string bytes;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(row >> shift & 0xffU);
  return bytes;
}

/// Of one kind and name the rows in a row, and those of one article among them; cells have no line breaks.
RecordSort by_voice(const JoinedSheet& sheet, RecordSort::Held held) {
  RecordSort voices(held);
  JoinedSheet::Rows rows(sheet);
  std::uint32_t number = 0;
  while (const SheetRow* row = rows.next()) {
    const std::string voice = words_at(*row, kKindAt) + '\n' + lower(words_at(*row, kSourceAt)) + '\n';
    std::string value;
    pack_size(value, voice.size());
    voices.add(voice + words_at(*row, kArticleIdAt), value + ordered(number++));
  }
  voices.finish();
  return voices;
}

/// In how many articles the voice of each row is, by row.
RecordSort counted_by_row(const RecordSort& voices, RecordSort::Held held) {
  RecordSort counts(held);
  const auto voice_at = [](const RecordSort::Cursor& cursor) {
    return cursor.key().substr(0, Unpacker(cursor.value()).size());
  };
  RecordSort::Cursor ahead(voices), behind(voices);  // one counts, the other then knows
  for (bool more = ahead.next(); more;) {
    const std::string voice(voice_at(ahead));
    std::string article;
    std::uint64_t rows = 0, articles = 0;
    for (; more && voice_at(ahead) == voice; more = ahead.next(), ++rows) {
      if (rows != 0 && ahead.key() == article) continue;
      article = ahead.key();
      ++articles;
    }
    std::string count;
    pack_number(count, articles);
    for (; rows != 0 && behind.next(); --rows) counts.add(behind.value().substr(sizeof(std::uint32_t)), count);
  }
  counts.finish();
  return counts;
}

}  // namespace

Sheet diversity_sheet(const Report& report) {
  return DiversityRows(report).make();
}

JoinedSheet count_articles(const JoinedSheet& sheet, std::size_t held) {
  const RecordSort::Held sorted = held == Spool::kHeld ? RecordSort::Held() : RecordSort::Held{.bytes = held};
  const RecordSort counts = counted_by_row(by_voice(sheet, sorted), sorted);
  JoinedSheet out(held);
  out.append({.title = sheet.title(), .columns = sheet.columns(), .rows = {}});
  RecordSort::Cursor count(counts);
  JoinedSheet::Rows rows(sheet);
  for (SheetRow* row = rows.next(); row != nullptr && count.next(); row = rows.next()) {
    if (row->size() > kArticlesAt && bears_name(words_at(*row, kSourceAt), words_at(*row, kKindAt)))
      (*row)[kArticlesAt] = Unpacker(count.value()).number<std::uint64_t>();
    out.append(*row);
  }
  return out;
}

}  // namespace hearsay
