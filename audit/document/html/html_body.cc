// choose_body(): a container is worth the prose it holds less the other text in it; the one of most worth is the
// article's, unless the page itself marks one. Inside it, units between the first and the last prose are kept if they
// are no list of links and do not say themselves that they are something else. Where the record holds the article's
// text, that decides about each unit.
#include "document/html/html_body.h"

#include <algorithm>

#include "base/utf8.h"
#include "document/author_names.h"
#include "document/block_kind.h"
#include "document/html/html_other.h"
#include "document/text/signature_line.h"
#include "document/words.h"

namespace hearsay {
namespace {

constexpr std::size_t kProse = 50;          // bytes from which a unit may be prose
constexpr double kLeastArticle = 80;        // bytes of prose in one of several articles of a page
constexpr double kMainPart = 0.6;           // share of the prose that one part of the article's element holds
constexpr int kMostLevels = 40;             // of elements that are looked into for it
constexpr std::size_t kLeastTeasers = 300;  // bytes behind it
constexpr std::size_t kLeastRepeated = 16;  // letters of a block quotation that repeats the body

class BodyChooser {
 public:
  BodyChooser(const PageUnits& page, const PageRecord& record, const PageWords& page_words)
      : page_(page), record_(record), page_words_(page_words) {}

  std::vector<BodyBlock> choose() {
    if (page_.units.empty()) return {};
    left_out_ = skipped_units(page_, page_words_);
    // A page of nothing but short lines is read by a lower measure.
    if (std::none_of(page_.units.begin(), page_.units.end(), [&](const HtmlUnit& u) { return prose(u); }))
      shortest_ = kShortProse;
    leave_out_cards(page_, shortest_, left_out_);
    choose_container();
    mark_bounds();
    if (first_ == page_.units.size()) return {};
    sum_prose();
    check_record();
    add_standfirst();
    for (std::size_t i = first_; i <= last_; ++i) {
      if (!inside(i)) continue;
      const HtmlUnit& unit = page_.units[i];
      if (unit.tag == UnitTag::heading) close_or_open(i);
      if (closed_ != kNone && goes_on_behind_box(unit)) closed_ = kNone;
      const bool closed = closed_ != kNone && below(unit.container, closed_);
      const bool heads_box = unit.tag == UnitTag::heading && heads_other_matter(unit.text, page_words_);
      if (!closed && !heads_box && !left_out_[i]) add(i);
    }
    drop_repeated_quotes();
    drop_hanging_headings();
    return std::move(blocks_);
  }

 private:
  void close_or_open(std::size_t i) {
    const HtmlUnit& unit = page_.units[i];
    const bool deeper = closed_ != kNone && unit.container != closed_ && below(unit.container, closed_);
    if (deeper) return;  // the heading of a card
    closed_ = heads_other_matter(unit.text, page_words_) && !opens_article(i) ? unit.container : kNone;
    in_text_ = heads_links(unit.text, page_words_) && i > 0 && page_.units[i - 1].container == unit.container &&
               page_.units[i - 1].tag == UnitTag::paragraph;
  }

  // Does nearly all of the prose come behind this heading? Then it headed a box above the article.
  [[nodiscard]] bool opens_article(std::size_t heading) const {
    return told_before_.back() - told_before_[heading] > 3 * (told_before_[heading] - told_before_[first_]);
  }

  void sum_prose() {
    told_before_.assign(1, 0);
    for (std::size_t i = 0; i < page_.units.size(); ++i) {
      const bool counts = i >= first_ && i <= last_ && inside(i) && prose(page_.units[i]);
      told_before_.push_back(told_before_.back() + (counts ? page_.units[i].text.size() : 0));
    }
  }

  // Links under a heading between two paragraphs ("Related") are a box in the text, not the end of it.
  [[nodiscard]] bool goes_on_behind_box(const HtmlUnit& unit) const {
    return in_text_ && unit.container == closed_ && unit.tag == UnitTag::paragraph && prose(unit) &&
           unit.link_bytes == 0 && unit.text.size() >= kSureProse;
  }

  [[nodiscard]] bool prose(const HtmlUnit& unit) const {
    const auto at = static_cast<std::size_t>(&unit - page_.units.data());
    return !left_out_[at] && is_prose(unit, shortest_);
  }

  void choose_container() {
    const std::size_t count = page_.containers.size();
    std::vector<double> worth(count, 0.0);
    std::vector<double> told(count, 0.0);
    for (std::size_t i = 0; i < page_.units.size(); ++i) {
      const HtmlUnit& unit = page_.units[i];
      const auto size = static_cast<double>(unit.text.size());
      const bool good = prose(unit);
      const double weight = unit.tag == UnitTag::paragraph ? 1.0 : 0.8;
      // Headings and short lines belong to either, as linked sentences do; a list of links does not.
      const double penalty = mostly_links(unit) ? (is_linked_prose(page_, i, page_words_) ? 0.0 : 0.6)
                             : unit.tag == UnitTag::heading || unit.tag == UnitTag::title ? 0.0
                                                                                          : 0.3;
      worth[unit.container] += good ? size * weight : -penalty * size;
      told[unit.container] += good ? size : 0.0;
    }
    for (std::size_t i = count; i-- > 1;) {
      worth[page_.containers[i].parent] += worth[i];
      told[page_.containers[i].parent] += told[i];
    }
    std::size_t best = 0;
    std::size_t marked = count;
    for (std::size_t i = 0; i < count; ++i) {
      if (worth[i] >= worth[best]) best = i;  // of equal ones the innermost
      if (page_.containers[i].article_body && (marked == count || told[i] > told[marked])) marked = i;
    }
    if (marked != count && told[marked] * 2 >= told[best]) best = marked;
    if (marked == count || best != marked) best = without_teasers(best, told);
    best = one_of_several(best, told);
    container_ = best;
    member_.assign(count, false);
    member_[best] = true;
    for (std::size_t i = best + 1; i < count; ++i) member_[i] = member_[page_.containers[i].parent];
  }

  // Below many an article, in the same element, stand teasers of others: a sentence and a link each. The part of `best`
  // that holds nearly all of its prose is the article's if the rest is as much links and headings as prose.
  [[nodiscard]] std::size_t without_teasers(std::size_t best, const std::vector<double>& told) const {
    const std::size_t count = page_.containers.size();
    for (int level = 0; level < kMostLevels; ++level) {
      std::size_t main = best + 1;
      while (main < count && (page_.containers[main].parent != best || told[main] < kMainPart * told[best])) ++main;
      if (main >= count || (told[main] < told[best] && !is_teasers(best, main))) return best;
      best = main;
    }
    return best;
  }

  // What `outer` has behind its part `inner`.
  [[nodiscard]] bool is_teasers(std::size_t outer, std::size_t inner) const {
    const std::size_t outer_end = end_of(outer);
    const std::size_t inner_end = end_of(inner);
    std::size_t good = 0;
    std::size_t other = 0;
    bool passed = false;
    for (const HtmlUnit& unit : page_.units) {
      if (unit.container < outer || unit.container >= outer_end) continue;
      if (unit.container >= inner && unit.container < inner_end) {
        passed = true;
        continue;
      }
      const bool counts = prose(unit);
      if (!passed && counts) return false;  // what stands before it is a standfirst
      if (!passed) continue;
      good += counts ? unit.text.size() - unit.link_bytes : 0;
      other += counts ? unit.link_bytes : unit.text.size();
    }
    return good + other >= kLeastTeasers && other * 2 > good;
  }

  // Behind the last container inside `container`; containers are numbered in the order of the page.
  [[nodiscard]] std::size_t end_of(std::size_t container) const {
    std::size_t end = container + 1;
    while (end < page_.containers.size() && page_.containers[end].parent >= container) ++end;
    return end;
  }

  // Pages that load the next article below the first: where `best` holds several, each with a title, the one whose
  // title is the page's.
  [[nodiscard]] std::size_t one_of_several(std::size_t best, const std::vector<double>& told) const {
    std::size_t own = best;
    std::size_t first = kNone;
    bool others = false;
    for (const HtmlUnit& unit : page_.units) {
      if (unit.tag != UnitTag::title) continue;
      std::uint32_t at = unit.container;
      while (at > best && !page_.containers[at].article) at = page_.containers[at].parent;
      if (at <= best || !below(at, static_cast<std::uint32_t>(best)) || told[at] < kLeastArticle) continue;
      if (first == kNone) first = at;
      others = others || at != first;
      if (own == best && same_words(unit.text, record_.title)) own = at;
    }
    return others ? own : best;
  }

  [[nodiscard]] bool inside(std::size_t unit) const { return member_[page_.units[unit].container]; }

  void mark_bounds() {
    first_ = page_.units.size();
    for (std::size_t i = 0; i < page_.units.size(); ++i) {
      if (!inside(i) || !prose(page_.units[i])) continue;
      if (first_ == page_.units.size()) first_ = i;
      last_ = i;
    }
    // Short paragraphs just before and behind belong to it.
    while (first_ > 0 && first_ < page_.units.size() && inside(first_ - 1) &&
           page_.units[first_ - 1].tag == UnitTag::paragraph && page_.units[first_ - 1].role == ElementRole::plain &&
           ends_with_full_stop(page_.units[first_ - 1].text) && reads_on(first_ - 1)) {
      --first_;
    }
    while (last_ + 1 < page_.units.size() && inside(last_ + 1) && goes_on(last_ + 1)) ++last_;
  }

  [[nodiscard]] bool goes_on(std::size_t i) const {
    const HtmlUnit& unit = page_.units[i];
    if (unit.role == ElementRole::post || unit.role == ElementRole::post_by || unit.role == ElementRole::signer)
      return true;
    return (unit.tag == UnitTag::paragraph || unit.tag == UnitTag::blockquote) && ends_like_sentence(unit.text) &&
           reads_on(i);
  }

  [[nodiscard]] bool reads_on(std::size_t i) const {
    return !mostly_links(page_.units[i]) || is_linked_prose(page_, i, page_words_);
  }

  // Is the record's text the same article? Then it is the measure.
  void check_record() {
    if (record_.body.size() < 200) return;
    const std::string body = skeleton(plain(record_.body));
    std::size_t all = 0;
    std::size_t found = 0;
    for (std::size_t i = first_; i <= last_; ++i) {
      if (!inside(i) || !prose(page_.units[i])) continue;
      const std::string unit = skeleton(page_.units[i].text);
      all += unit.size();
      if (body.find(unit.substr(0, 60)) != std::string::npos) found += unit.size();
    }
    const bool most = found * 10 >= all * 6 && found * 10 >= body.size() * 6;
    const bool whole = found * 10 >= all * 4 && found * 10 >= body.size() * 8;
    if (most || whole) measure_ = body;
  }

  [[nodiscard]] bool in_record(const HtmlUnit& unit) const {
    return measure_.empty() || measure_.find(skeleton(unit.text).substr(0, 60)) != std::string::npos;
  }

  void add_standfirst() {
    for (std::size_t i = 0; i < first_; ++i) {
      const HtmlUnit& unit = page_.units[i];
      const bool deck = unit.role == ElementRole::standfirst ||
                        (!record_.description.empty() && same_words(unit.text, record_.description));
      if (!deck || unit.tag == UnitTag::title || !byline_names(unit.text, page_words_).empty() || mostly_links(unit) ||
          split_words(unit.text).size() < 4 || unit.text.size() > 600)
        continue;
      if (same_words(unit.text, record_.title) || same_words(unit.text, page_.units[first_].text)) continue;
      if (!blocks_.empty()) return;
      blocks_.push_back({BlockKind::standfirst, unit.text, unit.links});
    }
  }

  void add(std::size_t i) {
    const HtmlUnit& unit = page_.units[i];
    const std::string& text = unit.text;
    if (unit.role == ElementRole::post) return push(BlockKind::post, unit);
    if (unit.role == ElementRole::post_by) return push(BlockKind::post_by, unit);
    if (unit.role == ElementRole::signer) return sign(unit);
    if (unit.tag == UnitTag::title || same_words(text, record_.title) || unit.role == ElementRole::byline) return;
    if (mostly_links(unit) && (unit.tag != UnitTag::paragraph || text.size() < 200) &&
        !is_linked_prose(page_, i, page_words_))
      return;
    if (caption_sign(text, page_words_) == CaptionSign::strong || is_read_more(text, page_words_) ||
        is_boilerplate(text, page_words_) || is_comments_heading(text, page_words_) ||
        !byline_names(text, page_words_).empty() || (text.size() < 60 && !date_line(text, page_words_).empty())) {
      return;
    }
    if (!blocks_.empty() && blocks_.front().kind == BlockKind::standfirst && same_words(text, blocks_.front().text))
      return;
    if (unit.role == ElementRole::embed) return push(BlockKind::embed, unit);
    if (unit.role == ElementRole::pull_quote) return push(BlockKind::pull_quote, unit);
    if (unit.tag == UnitTag::heading) return push(BlockKind::heading, unit);
    if (!in_record(unit)) return;
    if (is_note(text, page_words_) || is_about_writer(text)) return push(BlockKind::note, unit);
    if (unit.tag == UnitTag::other && text.size() < kProse && !ends_like_sentence(text)) return;
    push(unit.tag == UnitTag::list_item    ? BlockKind::list_item
         : unit.tag == UnitTag::blockquote ? BlockKind::blockquote
                                           : BlockKind::paragraph,
         unit);
  }

  // "Ana Ruiz covers harbours for The Bay Post."
  [[nodiscard]] bool is_about_writer(std::string_view text) const {
    if (text.size() > 400 || record_.byline.empty()) return false;
    const std::string_view first =
        std::string_view(record_.byline)
            .substr(0, std::min(record_.byline.find(kBeforeLastName), record_.byline.find(',')));
    if (first.find(' ') == std::string_view::npos || !text.starts_with(first)) return false;
    const std::string rest = lower(text.substr(first.size(), 60));
    return page_words_[PageRole::does_as_writer].opens(rest) > 0;
  }

  void push(BlockKind kind, const HtmlUnit& unit) { blocks_.push_back({kind, unit.text, unit.links}); }

  [[nodiscard]] bool below(std::uint32_t container, std::uint32_t outer) const {
    return is_below(page_, container, outer);
  }

  // Whose words the block quotation before holds, as a line that says so.
  void sign(const HtmlUnit& unit) {
    if (blocks_.empty() || blocks_.back().kind != BlockKind::blockquote) return;
    if (std::string line = signature_line(unit.text); !line.empty())
      blocks_.push_back({BlockKind::blockquote, std::move(line), {}});
  }

  // A quotation set large that the text holds anyway is nobody's new words; its signature goes with it.
  void drop_repeated_quotes() {
    std::string body;
    std::string told;
    for (const BodyBlock& block : blocks_) {
      if (!is_body(block.kind)) continue;
      body += skeleton(block.text);
      if (block.kind == BlockKind::paragraph) told += skeleton(block.text) + "\n";
    }
    bool repeated = false;
    std::erase_if(blocks_, [&](const BodyBlock& block) {
      if (block.kind == BlockKind::pull_quote) {
        repeated = body.find(skeleton(block.text)) != std::string::npos;
        return repeated;
      }
      const bool signature = block.text.starts_with("— ");
      if (block.kind != BlockKind::blockquote) return repeated = false;
      if (signature && repeated) return true;
      const std::string words = skeleton(std::string_view(block.text).substr(0, block.text.rfind(" — ")));
      repeated = words.size() >= kLeastRepeated && told.find(words) != std::string::npos;
      return repeated;
    });
  }

  // A heading with nothing below it headed what was left out.
  void drop_hanging_headings() {
    std::vector<BodyBlock> kept;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].kind == BlockKind::heading && i + 1 == blocks_.size()) continue;
      kept.push_back(std::move(blocks_[i]));
    }
    blocks_ = std::move(kept);
  }

  const PageUnits& page_;
  const PageRecord& record_;
  const PageWords& page_words_;
  std::size_t shortest_ = kProse;
  std::vector<std::size_t> told_before_;  // bytes of prose before each unit, and in all
  std::vector<bool> left_out_;            // by unit: what is surely other matter
  std::size_t container_ = 0;
  std::vector<bool> member_;
  std::size_t first_ = 0;
  std::size_t last_ = 0;
  std::uint32_t closed_ = kNone;  // container of a heading that heads something else
  bool in_text_ = false;          // it heads links, and follows a paragraph of the same container
  std::string measure_;           // skeleton of the record's text, where that decides
  std::vector<BodyBlock> blocks_;
};

}  // namespace

std::vector<BodyBlock> choose_body(const PageUnits& page, const PageRecord& record, const PageWords& page_words) {
  return BodyChooser(page, record, page_words).choose();
}

}  // namespace hearsay
