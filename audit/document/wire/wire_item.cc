// write_wire_item(): mend the body (bylines, signatures and headings that stand as paragraphs), then write what stands
// above it unless the body says it itself.
#include "document/wire/wire_item.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/cut_utf8.h"
#include "base/utf8.h"
#include "document/agencies.h"
#include "document/author_names.h"
#include "document/block_kind.h"
#include "document/dates.h"
#include "document/html/html_tree.h"
#include "document/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kLongestSection = 200;  // bytes
constexpr std::size_t kOpening = 3;           // blocks among which a byline may stand

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "hh/ph/ts/hd": initials of those who wrote and edited.
bool is_sign_off(std::string_view text) {
  return text.size() <= 24 && text.find('/') != std::string_view::npos &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz/-") == std::string_view::npos;
}

BlockKind kind_of(std::string_view text, std::size_t at, std::size_t count, const PageWords& page_words) {
  if (at < kOpening && !byline_names(text, page_words).empty()) return BlockKind::byline;
  if (is_read_more(text, page_words)) return BlockKind::read_more;
  if (is_note(text, page_words)) return BlockKind::note;
  if (is_boilerplate(text, page_words) || (at + 1 == count && is_sign_off(text))) return BlockKind::boilerplate;
  if (at + 1 < count && in_capitals(text) && is_heading(text)) return BlockKind::heading;
  return BlockKind::paragraph;
}

void mend(std::vector<BodyBlock>& body, const PageWords& page_words) {
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i].kind == BlockKind::paragraph) body[i].kind = kind_of(body[i].text, i, body.size(), page_words);
  }
}

// Does the body open with these words? The dateline before them is passed over.
bool opens_with(const std::vector<BodyBlock>& body, std::string_view words, const PageWords& page_words) {
  for (std::size_t i = 0; i < std::min(body.size(), kOpening); ++i) {
    const std::string_view text = body[i].text;
    const std::string_view told = trim(text.substr(dateline_prefix(text, page_words).size));
    if (text.starts_with(words) || told.starts_with(words) || same_words(text, words)) return true;
  }
  return false;
}

// "Ana Ruiz" of "Ana Ruiz, Press Association": what follows the last comma is no writer.
std::string_view without_house(std::string_view byline, std::string_view outlet, const PageWords& page_words) {
  const std::size_t comma = byline.rfind(',');
  if (comma == std::string_view::npos) return byline;
  const std::string_view house = byline.substr(comma + 1);
  const bool site = trim(house).find(' ') == std::string_view::npos && house.find('.') < house.size() - 2;
  return site || !agency_name(house, page_words).empty() || same_words(house, outlet) ? byline.substr(0, comma)
                                                                                      : byline;
}

bool has(const std::vector<BodyBlock>& body, BlockKind kind) {
  return std::any_of(body.begin(), body.end(), [&](const BodyBlock& block) { return block.kind == kind; });
}

void warn(Document& document, std::string message, std::string remedy) {
  document.diagnostics.push_back({.severity = Severity::warning,
                                  .file = document.path,
                                  .message = std::move(message),
                                  .remedy = std::move(remedy)});
}

// Codes come bare or behind a prefix: "withheld", "stat:withheld".
void judge_status(const WireItem& item, const PageWords& page_words, Document& document) {
  const std::string status = lower(std::string_view(item.status).substr(item.status.rfind(':') + 1));
  if (status == "canceled" || status == "cancelled" || status == "killed")
    warn(document, "this item is canceled by its provider", "take it out of print; the audit is of what it said");
  if (status == "withheld") warn(document, "this item is withheld by its provider", "ask before it is published");
  if (status == "embargoed" || !item.embargoed.empty()) {
    const std::string until = wire_date(item.embargoed, page_words);
    warn(document, until.empty() ? "this item is under embargo" : "this item is under embargo until " + until,
         "do not publish it before");
  }
}

}  // namespace

std::string wire_date(std::string_view text, const PageWords& page_words) {
  text = trim(text);
  if (text.size() >= 8 && is_digits(text.substr(0, 8)) && (text.size() == 8 || text[8] == 'T')) {
    std::string iso = fmt::format("{}-{}-{}", text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
    if (text.size() >= 15 && is_digits(text.substr(9, 6))) {
      iso += fmt::format("T{}:{}:{}", text.substr(9, 2), text.substr(11, 2), text.substr(13, 2));
      std::string_view zone = text.substr(15);
      if (zone == "Z") iso += 'Z';
      if (zone.size() == 5 && (zone.front() == '+' || zone.front() == '-') && is_digits(zone.substr(1)))
        iso += fmt::format("{}:{}", zone.substr(0, 3), zone.substr(3));
    }
    return to_iso_date(iso, page_words);
  }
  return to_iso_date(text, page_words);
}

void name_section(std::string_view name, std::string& section) {
  name = trim(name);
  if (name.empty() || section.size() > kLongestSection) return;
  if (!section.empty()) section += '/';
  section += name;
}

void write_wire_item(WireItem item, const PageWords& page_words, Document& document) {
  document.title = plain(item.headline);
  document.published = wire_date(item.published, page_words);
  document.language = std::string(trim(cut_utf8(item.language, 35)));
  document.genre = std::move(item.genre);
  document.section = plain(cut_utf8(item.section, kLongestSection));
  document.url = std::string(trim(item.url));
  document.outlet = std::string(trim(item.provider));
  std::vector<std::string> writers;
  for (const std::string& byline : item.bylines)
    writers.emplace_back(without_house(byline, document.outlet, page_words));
  document.byline = join_names(writers, page_words);
  mend(item.body, page_words);
  for (const BodyBlock& block : item.body) {
    if (block.kind == BlockKind::byline && document.byline.empty())
      document.byline = join_names({byline_names(block.text, page_words)}, page_words);
  }
  judge_status(item, page_words, document);
  ArticleText text(document, page_words);
  text.add(BlockKind::headline, document.title);
  const std::string standfirst = plain(item.standfirst);
  if (!same_words(standfirst, document.title) && !opens_with(item.body, standfirst, page_words))
    text.add(BlockKind::standfirst, standfirst);
  if (!has(item.body, BlockKind::byline)) {
    for (const std::string& byline : item.bylines) text.add(BlockKind::byline, byline);
  }
  const bool told = std::any_of(item.body.begin(), item.body.end(), [&](const BodyBlock& block) {
    return block.kind == BlockKind::paragraph && dateline_prefix(block.text, page_words).form != DatelineForm::none;
  });
  const bool place = !item.dateline.empty() && item.dateline.find_first_of("0123456789") != 0;
  if (place && !told) text.add(BlockKind::dateline, item.dateline);
  text.add(item.body);
  for (const std::string& source : item.sources) add_agency(document, source, AgencyRole::source, page_words);
}

}  // namespace hearsay
