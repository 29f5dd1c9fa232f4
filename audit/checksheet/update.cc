// update_checksheet: pairs by id, then by equal words, then the likest of those that share rare words of their
// sentences; each old row goes with one new row at most, and the rest is appended.
#include "checksheet/update.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "checksheet/identity.h"

namespace hearsay {
namespace {

constexpr std::size_t kUnpaired = static_cast<std::size_t>(-1);
constexpr std::size_t kMostHolders = 200;  // rows that a word leads to; commoner words lead nowhere
constexpr double kLeastLike = 0.5;
constexpr double kSentenceWeight = 0.6, kItemWeight = 0.4;
constexpr std::size_t kOwnQuotation = 24;  // bytes of a quotation that is known by its words alone
constexpr std::string_view kGone = "Gone from the draft; was ";

struct Words {
  std::vector<std::uint32_t> item, sentence;  // numbers of words, sorted, each once
  std::string plain;                          // of the item
};

/// Words in common, of all words of both.
double likeness(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  if (a.empty() && b.empty()) return 1;
  std::size_t shared = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++shared, ++i, ++j;
    } else {
      ++(a[i] < b[j] ? i : j);
    }
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

/// The lines of a note that people wrote, or those that the machine did.
std::string lines_of(std::string_view note, bool machine) {
  std::string out;
  while (!note.empty()) {
    const std::size_t end = std::min(note.find('\n'), note.size());
    std::string_view line = note.substr(0, end);
    note.remove_prefix(std::min(end + 1, note.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with(kMachineNote) != machine) continue;
    if (!out.empty()) out += '\n';
    out += line;
  }
  return out;
}

void append_line(std::string& note, std::string_view line) {
  if (line.empty()) return;
  if (!note.empty()) note += '\n';
  note += line;
}

bool has_entries(const CheckItem& item) {
  return item.status != CheckItemStatus::open || !item.evidence.empty() || !item.checker.empty() ||
         !item.date.empty() || !lines_of(item.note, false).empty() || item.id.empty() ||
         std::any_of(item.more.begin(), item.more.end(), [](const std::string& cell) { return !cell.empty(); });
}

/// "confirmed by Holm on 2026-11-02".
std::string state_words(const CheckItem& item) {
  std::string out(check_item_status_name(item.status));
  if (!item.checker.empty()) out += " by " + item.checker;
  if (!item.date.empty()) out += " on " + item.date;
  return out;
}

class Updater {
 public:
  Updater(const CheckSheet& old, CheckSheet fresh)
      : old_(old), fresh_(std::move(fresh)), of_fresh_(fresh_.items.size(), kUnpaired), used_(old.items.size(), 0) {}

  UpdatedSheet run() {
    pair_by_id();
    const std::vector<Words> olds = words_of(old_.items), news = words_of(fresh_.items);
    pair_by_words(olds, news);
    pair_by_likeness(olds, news);
    UpdatedSheet out;
    fresh_.more_columns = old_.more_columns;
    for (std::size_t i = 0; i < fresh_.items.size(); ++i) {
      if (of_fresh_[i] == kUnpaired) {
        ++out.added;
      } else {
        const bool same = same_[i] != 0;
        carry(old_.items[of_fresh_[i]], fresh_.items[i], same);
        ++(same ? out.kept : out.reopened);
      }
    }
    for (std::size_t i = 0; i < old_.items.size(); ++i) {
      if (used_[i] != 0 || !has_entries(old_.items[i])) continue;
      fresh_.items.push_back(gone(old_.items[i]));
      if (!old_.items[i].id.empty()) ++out.gone;
    }
    out.sheet = std::move(fresh_);
    return out;
  }

 private:
  void pair(std::size_t fresh, std::size_t old, bool same) {
    of_fresh_[fresh] = old;
    used_[old] = 1;
    same_[fresh] = same ? 1 : 0;
  }

  void pair_by_id() {
    same_.assign(fresh_.items.size(), 0);
    std::unordered_map<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < old_.items.size(); ++i) {
      if (!old_.items[i].id.empty()) by_id.emplace(old_.items[i].id, i);
    }
    for (std::size_t i = 0; i < fresh_.items.size(); ++i) {
      const auto known = by_id.find(fresh_.items[i].id);
      if (known != by_id.end() && used_[known->second] == 0) pair(i, known->second, true);
    }
  }

  std::vector<Words> words_of(const std::vector<CheckItem>& items) {
    std::vector<Words> all;
    all.reserve(items.size());
    for (const CheckItem& item : items) {
      Words words{.item = {}, .sentence = {}, .plain = plain_words(item.item)};
      words.item = numbers(words.plain);
      words.sentence = numbers(plain_words(item.sentence));
      all.push_back(std::move(words));
    }
    return all;
  }

  std::vector<std::uint32_t> numbers(std::string_view plain) {
    std::vector<std::uint32_t> out;
    while (!plain.empty()) {
      const std::size_t end = std::min(plain.find(' '), plain.size());
      const auto next = static_cast<std::uint32_t>(numbers_.size());
      out.push_back(numbers_.emplace(std::string(plain.substr(0, end)), next).first->second);
      plain.remove_prefix(std::min(end + 1, plain.size()));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  /// A name is the same name in any sentence, and so are words that somebody said.
  static bool stands_alone(const CheckItem& item) {
    return item.kind == CheckItemKind::name || item.kind == CheckItemKind::place ||
           item.kind == CheckItemKind::document ||
           (item.kind == CheckItemKind::quotation && item.item.size() >= kOwnQuotation);
  }

  void pair_by_words(const std::vector<Words>& olds, const std::vector<Words>& news) {
    std::map<std::pair<CheckItemKind, std::string_view>, std::vector<std::size_t>> by_words;
    for (std::size_t i = old_.items.size(); i-- > 0;) {
      if (used_[i] == 0 && !old_.items[i].id.empty() && stands_alone(old_.items[i]) && !olds[i].plain.empty())
        by_words[{old_.items[i].kind, olds[i].plain}].push_back(i);
    }
    for (std::size_t i = 0; i < fresh_.items.size(); ++i) {
      if (of_fresh_[i] != kUnpaired) continue;
      const auto known = by_words.find({fresh_.items[i].kind, news[i].plain});
      if (known == by_words.end() || known->second.empty()) continue;
      const std::size_t old = known->second.back();
      // Of other words, or of another speaker, it is another thing to check.
      if (fresh_.items[i].kind == CheckItemKind::quotation && fresh_.items[i].source != old_.items[old].source)
        continue;
      known->second.pop_back();
      pair(i, old, true);
    }
  }

  void pair_by_likeness(const std::vector<Words>& olds, const std::vector<Words>& news) {
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> holders;
    for (std::size_t i = 0; i < olds.size(); ++i) {
      if (used_[i] != 0 || old_.items[i].id.empty()) continue;
      for (const std::uint32_t word : olds[i].sentence) holders[word].push_back(i);
    }
    struct Match {
      double like = 0;
      std::size_t fresh = 0, old = 0;
    };
    std::vector<Match> matches;
    std::vector<std::size_t> met;
    for (std::size_t i = 0; i < news.size(); ++i) {
      if (of_fresh_[i] != kUnpaired) continue;
      met.clear();
      for (const std::uint32_t word : news[i].sentence) {
        const auto known = holders.find(word);
        if (known == holders.end() || known->second.size() > kMostHolders) continue;
        met.insert(met.end(), known->second.begin(), known->second.end());
      }
      std::sort(met.begin(), met.end());
      met.erase(std::unique(met.begin(), met.end()), met.end());
      for (const std::size_t old : met) {
        if (old_.items[old].kind != fresh_.items[i].kind) continue;
        const double like = kSentenceWeight * likeness(olds[old].sentence, news[i].sentence) +
                            kItemWeight * likeness(olds[old].item, news[i].item);
        if (like >= kLeastLike) matches.push_back({like, i, old});
      }
    }
    std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) { return a.like > b.like; });
    for (const Match& match : matches) {
      if (of_fresh_[match.fresh] == kUnpaired && used_[match.old] == 0) pair(match.fresh, match.old, false);
    }
  }

  static void carry(const CheckItem& old, CheckItem& fresh, bool same) {
    const std::string machine = fresh.note;
    std::string people = lines_of(old.note, false);
    fresh.more = old.more;
    fresh.evidence = old.evidence;
    fresh.revision = old.revision;
    if (same) {
      fresh.status = old.status;
      fresh.checker = old.checker;
      fresh.date = old.date;
      restore(people, fresh);
    } else {
      fresh.revision = old.revision + 1;
      const bool checked = old.status != CheckItemStatus::open || !old.checker.empty() || !old.date.empty();
      append_line(people, fmt::format("Changed since revision {}: was “{}”{}", old.revision, old.item,
                                      checked ? ", " + state_words(old) : std::string()));
    }
    fresh.note = std::move(people);
    append_line(fresh.note, machine);
  }

  /// What was gone and is back is what it was.
  static void restore(std::string& people, CheckItem& fresh) {
    const std::size_t begin = people.rfind('\n') == std::string::npos ? 0 : people.rfind('\n') + 1;
    const std::string_view last = std::string_view(people).substr(begin);
    if (fresh.status != CheckItemStatus::cut || !last.starts_with(kGone)) return;
    const std::string_view was = last.substr(kGone.size());
    fresh.status = check_item_status_named(was).value_or(CheckItemStatus::open);
    people.resize(begin == 0 ? 0 : begin - 1);
  }

  static CheckItem gone(CheckItem item) {
    if (item.id.empty()) return item;  // people's own row: no draft has it
    std::string people = lines_of(item.note, false);
    if (item.status != CheckItemStatus::cut) {
      append_line(people, std::string(kGone) + std::string(check_item_status_name(item.status)));
      item.status = CheckItemStatus::cut;
    }
    item.note = std::move(people);
    item.line = 0;
    return item;
  }

  const CheckSheet& old_;
  CheckSheet fresh_;
  std::vector<std::size_t> of_fresh_;  // by fresh row: its old one
  std::vector<char> used_, same_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace

UpdatedSheet update_checksheet(const CheckSheet& old, CheckSheet fresh) {
  return Updater(old, std::move(fresh)).run();
}

}  // namespace hearsay
