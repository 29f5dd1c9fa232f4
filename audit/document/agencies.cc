// find_agencies(): datelines, bylines and notes are short and few, so each is looked through whole; of the body only
// the first and the last blocks. Names are those of a table: an unknown name in brackets may be a country.
#include "document/agencies.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "document/words.h"

namespace hearsay {
namespace {

struct Known {
  std::string_view form;  // lower case, words apart by one blank
  std::string_view name;
};

constexpr std::array kKnownAgencies = std::to_array<Known>({
    {"aap", "Australian Associated Press"},
    {"afp", "Agence France-Presse"},
    {"agence france-presse", "Agence France-Presse"},
    {"agence france presse", "Agence France-Presse"},
    {"agencia efe", "EFE"},
    {"anadolu", "Anadolu Agency"},
    {"anadolu agency", "Anadolu Agency"},
    {"ani", "Asian News International"},
    {"ansa", "ANSA"},
    {"ap", "Associated Press"},
    {"associated press", "Associated Press"},
    {"australian associated press", "Australian Associated Press"},
    {"belga", "Belga"},
    {"bernama", "Bernama"},
    {"bloomberg news", "Bloomberg"},
    {"canadian press", "Canadian Press"},
    {"deutsche presse-agentur", "Deutsche Presse-Agentur"},
    {"dpa", "Deutsche Presse-Agentur"},
    {"efe", "EFE"},
    {"interfax", "Interfax"},
    {"kyodo", "Kyodo News"},
    {"kyodo news", "Kyodo News"},
    {"pa", "PA Media"},
    {"pa media", "PA Media"},
    {"press association", "PA Media"},
    {"press trust of india", "Press Trust of India"},
    {"pti", "Press Trust of India"},
    {"reuters", "Reuters"},
    {"tass", "TASS"},
    {"thomson reuters", "Reuters"},
    {"united press international", "United Press International"},
    {"upi", "United Press International"},
    {"xinhua", "Xinhua"},
    {"xinhua news agency", "Xinhua"},
    {"yonhap", "Yonhap"},
    {"yonhap news agency", "Yonhap"},
});
constexpr std::size_t kMostNameWords = 5;  // of a name
constexpr std::size_t kMostAgencies = 16;

// Words that make any name in brackets an agency's: "(Coast News Agency)".
bool is_called_agency(const std::vector<std::string_view>& words) {
  if (words.size() < 2 || words.size() > kMostNameWords) return false;
  const std::string last = lower(words.back());
  const std::string before = lower(words[words.size() - 2]);
  return last == "newswire" || ((last == "agency" || last == "service") && (before == "news" || before == "press"));
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::string name_in_brackets(std::string_view words) {
  std::string known = agency_name(words);
  if (!known.empty()) return known;
  const std::vector<std::string_view> parts = split_words(words);
  return is_called_agency(parts) ? joined(parts) : std::string();
}

// "(AP)", "(Reuters/AFP)": every name in the last brackets of a dateline.
void add_of_dateline(Document& document, std::string_view text) {
  const std::size_t open = text.rfind('(');
  const std::size_t end = text.find(')', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || end == std::string_view::npos) {  // "SEOUL, Nov 26 AFP -"
    const std::vector<std::string_view> words = split_words(text);
    if (words.size() > 1 && in_capitals(words.back()))
      add_agency(document, agency_name(words.back()), AgencyRole::source);
    return;
  }
  std::string_view inside = text.substr(open + 1, end - open - 1);
  while (!inside.empty()) {
    const std::size_t slash = std::min(inside.find('/'), inside.size());
    add_agency(document, name_in_brackets(inside.substr(0, slash)), AgencyRole::source);
    inside.remove_prefix(std::min(slash + 1, inside.size()));
  }
}

// A byline that names nobody else, or whose writer is an agency's: "Reuters", "By Ana Ruiz, Associated Press". Beside a
// writer of the outlet ("Ana Ruiz and AP") the agency gave a part.
void add_of_byline(Document& document, std::string_view text) {
  const std::string lowered = lower(text.substr(0, 3));
  if (lowered == "by ") text.remove_prefix(3);
  AgencyRole role = AgencyRole::source;
  for (std::size_t at = 0; at <= text.size();) {
    std::size_t end = std::min(text.find_first_of(",/|;", at), text.size());
    const std::size_t conjunction = text.find(" and ", at);
    const bool beside = conjunction < end;
    if (beside) end = conjunction;
    const std::string name = agency_name(text.substr(at, end - at));
    if (!name.empty()) add_agency(document, name, role);
    if (beside) role = name.empty() ? AgencyRole::contributed : role;
    at = end + (beside ? 5 : 1);
  }
}

// Agencies among the words of a note that says who helped.
void add_of_note(Document& document, std::string_view text) {
  const std::string lowered = lower(text.substr(0, 400));
  const auto says = [&](std::string_view words) { return lowered.find(words) != std::string::npos; };
  if (!says("contributed") && !says("additional reporting") && !says("with reporting by") && !says("inputs from") &&
      !says("with agencies"))
    return;
  const std::vector<std::string_view> words = split_words(text.substr(0, 400));
  for (std::size_t i = 0; i < words.size();) {
    std::size_t taken = 0;
    for (std::size_t count = std::min(kMostNameWords, words.size() - i); count > 0 && taken == 0; --count) {
      const std::vector<std::string_view> some(words.begin() + static_cast<std::ptrdiff_t>(i),
                                               words.begin() + static_cast<std::ptrdiff_t>(i + count));
      // "pa" and "ap" in small letters are no agencies.
      if (count == 1 && !in_capitals(some.front()) && !is_upper(decode(some.front(), 0).value)) continue;
      const std::string name = agency_name(joined(some));
      if (name.empty()) continue;
      add_agency(document, name, AgencyRole::contributed);
      taken = count;
    }
    i += std::max<std::size_t>(taken, 1);
  }
  if (says("by agencies") || says("from agencies") || says("with agencies") || says("agencies contributed"))
    add_agency(document, "agencies", AgencyRole::contributed);
}

// "(Reuters)", "– AFP": nothing but an agency's name, as articles end.
bool is_sign(std::string_view text) {
  return text.size() <= 40 && (text.front() == '(' || text.starts_with("–") || text.starts_with("—") ||
                               text.starts_with("- ") || text.starts_with("-- "));
}

}  // namespace

std::string agency_name(std::string_view words) {
  std::vector<std::string_view> parts = split_words(words.substr(0, 80));
  if (!parts.empty() && lower(parts.front()) == "the") parts.erase(parts.begin());
  if (parts.size() > 1 && lower(parts.back()) == "staff") parts.pop_back();
  if (parts.empty() || parts.size() > kMostNameWords) return "";
  const std::string form = lower(joined(parts));
  const auto* found = std::find_if(kKnownAgencies.begin(), kKnownAgencies.end(),
                                   [&](const Known& known) { return known.form == form; });
  return found == kKnownAgencies.end() ? std::string() : std::string(found->name);
}

void add_agency(Document& document, std::string_view name, AgencyRole role) {
  std::string full = agency_name(name);
  if (full.empty()) full = std::string(trim(name));
  if (full.empty() || full.size() > 200 || full == document.outlet || full == agency_name(document.outlet)) return;
  const auto same = std::find_if(document.agencies.begin(), document.agencies.end(),
                                 [&](const Agency& agency) { return agency.name == full; });
  if (same != document.agencies.end()) {
    if (role == AgencyRole::source) same->role = role;
  } else if (document.agencies.size() < kMostAgencies) {
    document.agencies.push_back({std::move(full), role});
  }
}

void find_agencies(Document& document) {
  const auto words = [&](const Block& block) {
    return std::string_view(document.text).substr(block.span.begin, block.span.size());
  };
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::dateline) add_of_dateline(document, words(block));
    if (block.kind == BlockKind::byline) add_of_byline(document, words(block));
    if (block.kind == BlockKind::note) add_of_note(document, words(block));
  }
  add_of_byline(document, document.byline);
  // The last of the body, whatever notices stand below it.
  const auto last = std::find_if(document.blocks.rbegin(), document.blocks.rend(),
                                 [](const Block& block) { return is_body(block.kind); });
  if (last == document.blocks.rend()) return;
  const std::string_view text = words(*last);
  if (is_sign(text)) add_agency(document, agency_name(text), AgencyRole::source);
  if (text.size() <= 400) add_of_note(document, text);
}

}  // namespace hearsay
