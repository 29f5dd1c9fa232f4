// Outlet: names are compared as rows of small words without those that any house may bear ("the", "online", "news").
#include "sources/outlet.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <span>

#include "mentions/language.h"

namespace hearsay {
namespace {

constexpr std::size_t kShortestCut = 4;     // letters of a shortened word in a file's name: "wash-post"
constexpr std::size_t kLongestLetters = 4;  // "BBC"
constexpr std::size_t kMostWords = 12;      // of a name
constexpr std::size_t kMostParents = 4;     // "BBC Radio 4" → "BBC"

/// Letters and digits in runs, small.
std::vector<std::string> runs_of(std::string_view text) {
  std::vector<std::string> runs;
  bool open = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) == 0 && byte < 0x80) {
      open = open && (c == '\'' || c == '.');  // "U.S.", "People's"
      continue;
    }
    if (!open && runs.size() >= kMostWords) break;
    if (!open) runs.emplace_back();
    runs.back() += static_cast<char>(std::tolower(byte));
    open = true;
  }
  return runs;
}

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  return url.substr(0, url.find_first_of("/:?#"));
}

/// "harbourpost" of "www.harbourpost.co.uk": the longest part but the last.
std::string label_of(std::string_view host) {
  std::string_view best;
  for (std::size_t dot = host.find('.'); dot != std::string_view::npos; dot = host.find('.')) {
    if (dot > best.size() && host.substr(0, dot) != "www") best = host.substr(0, dot);
    host.remove_prefix(dot + 1);
  }
  std::string label;
  for (const char c : best) {
    if (c != '-') label += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return label;
}

/// "CNN" where the text begins "(CNN) …" or "OSTEN (CNN) — …".
std::string_view name_in_brackets(std::string_view text) {
  constexpr std::size_t kReach = 60;
  const std::size_t open = text.substr(0, kReach).find('(');
  if (open == std::string_view::npos) return {};
  const std::size_t close = text.find(')', open);
  if (close == std::string_view::npos || close - open > kReach) return {};
  return text.substr(open + 1, close - open - 1);
}

/// "BBC" and "BBC Radio 4": a house that goes by its letters has branches of that name.
bool is_branch(const std::vector<std::string>& name, const std::vector<std::string>& outlet) {
  return name.front().size() <= kLongestLetters && name.front() == outlet.front() &&
         (name.size() == 1 || outlet.size() == 1);
}

}  // namespace

Outlet::Outlet(const Language& language, const Register& registers) : registers_(registers) {
  const Lexicons& lexicons = language.lexicons();
  const LexiconId generic = lexicons.named("outlet-word");
  for (const WordId word : generic == kNoLexicon ? std::span<const WordId>() : lexicons.starts(generic)) {
    for (const Sense& sense : lexicons.senses(word)) {
      if (sense.lexicon == generic) generic_.push_back(lexicons.entry(sense.entry).lemma);
    }
  }
  const Document& document = language.document();
  given_ = words_of(document.outlet);
  // "HarbourPost.com" is an address.
  if (document.outlet.find('.') != std::string::npos && document.outlet.find(' ') == std::string::npos)
    labels_.push_back(label_of(document.outlet));
  for (const Agency& agency : document.agencies) {
    if (agency.role == AgencyRole::source) signed_.push_back(words_of(agency.name));
  }
  const auto opens = std::find_if(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    return block.kind == BlockKind::dateline || block.kind == BlockKind::paragraph;
  });
  if (opens != document.blocks.end()) {
    const std::string_view words = std::string_view(document.text).substr(opens->span.begin, opens->span.size());
    const std::string_view name = name_in_brackets(words);
    if (!name.empty() && (opens->kind == BlockKind::dateline || words.front() == '('))
      signed_.push_back(words_of(name));
  }
  if (!document.url.empty()) {
    std::string_view host = host_of(document.url);
    labels_.push_back(label_of(host));
    std::optional<std::uint32_t> found = registers.by_domain(host);
    while (!found && host.find('.') != std::string_view::npos) {
      host.remove_prefix(host.find('.') + 1);
      found = registers.by_domain(host);
    }
    if (found) entry_ = *found;
  }
  if (!given_.empty() || entry_ != kNone) return;
  const std::string_view id = document.id;
  cut_ = id.find('_') != std::string_view::npos;
  filed_ = runs_of(id.substr(0, id.find('_')));
}

bool Outlet::is_generic(const std::string& word) const {
  return std::find(generic_.begin(), generic_.end(), word) != generic_.end();
}

Outlet::Words Outlet::words_of(std::string_view name) const {
  Words words;
  for (std::string& word : runs_of(name)) {
    if (!is_generic(word)) words.push_back(std::move(word));
  }
  return words;
}

bool Outlet::is_own(const Words& name) const {
  if (name.empty()) return false;
  if (name == given_ || std::find(signed_.begin(), signed_.end(), name) != signed_.end()) return true;
  if (!given_.empty() && is_branch(name, given_)) return true;
  if (filed_.empty()) return false;
  if (is_branch(name, filed_)) return true;
  if (!cut_ || name.size() > filed_.size()) return false;
  std::size_t k = 0;
  for (const std::string& word : filed_) {
    if (k < name.size() && (word == name[k] || (word.size() >= kShortestCut && name[k].starts_with(word)))) {
      ++k;
      continue;
    }
    if (!is_generic(word)) return false;
  }
  return k == name.size();
}

bool Outlet::is_label(std::string_view name) const {
  std::string all, own;
  for (const std::string& run : runs_of(name)) {
    all += run;
    if (!is_generic(run)) own += run;
  }
  return std::any_of(labels_.begin(), labels_.end(),
                     [&](const std::string& label) { return !label.empty() && (label == all || label == own); });
}

bool Outlet::names_entry(const RegisterEntry& entry) const {
  if (is_own(words_of(entry.name))) return true;
  const auto own = [this](const std::string& name) { return is_own(words_of(name)); };
  const auto at_home = [&](const std::string& domain) { return own(domain.substr(0, domain.find('.'))); };
  return std::any_of(entry.aliases.begin(), entry.aliases.end(), own) ||
         std::any_of(entry.domains.begin(), entry.domains.end(), at_home);
}

bool Outlet::is(std::string_view name, std::uint32_t register_entry) const {
  if (given_.empty() && filed_.empty() && signed_.empty() && labels_.empty() && entry_ == kNone) return false;
  const Words words = words_of(name);
  if (is_own(words) || is_label(name)) return true;
  if (register_entry == kNone || !bears(registers_.entry(register_entry), words)) return false;
  std::optional<std::uint32_t> house = register_entry;
  for (std::size_t k = 0; house && k < kMostParents; ++k) {
    const RegisterEntry& entry = registers_.entry(*house);
    if (*house == entry_ || names_entry(entry)) return true;
    if (entry_ != kNone && registers_.entry(entry_).affiliation == entry.id) return true;
    house = entry.affiliation.empty() ? std::nullopt : registers_.by_id(entry.affiliation);
  }
  return false;
}

/// Whether that is a name of its own: "Cove Daily Morning" may begin as "Cove Daily" does.
bool Outlet::bears(const RegisterEntry& entry, const Words& name) const {
  const auto same = [&](const std::string& own) { return words_of(own) == name; };
  return same(entry.name) || std::any_of(entry.aliases.begin(), entry.aliases.end(), same);
}

}  // namespace hearsay
