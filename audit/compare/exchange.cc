#include "compare/exchange.h"

namespace hearsay {

std::vector<Exchange> exchanges_of(const VersionPair& c, std::uint32_t older, std::uint32_t newer) {
  const WordRange a = c.older.text.units[older].words;
  const WordRange b = c.newer.text.units[newer].words;
  std::vector<Exchange> all;
  const auto run_of = [](const Version& version, std::uint32_t at, std::uint32_t end) {
    std::vector<std::uint32_t> run;
    for (; at < end && !version.is_here(at); ++at) run.push_back(at);
    return run;
  };
  std::vector<bool> taken(a.size(), false);
  for (std::uint32_t w = b.first; w <= b.end; ++w) {
    // In front of the first word, and behind every word that both have.
    const bool front = w == b.first && (b.size() == 0 || !c.newer.is_here(w));
    const bool anchor = w < b.end && c.newer.is_here(w);
    if (!front && !anchor) continue;
    Exchange one;
    one.is = run_of(c.newer, anchor ? w + 1 : w, b.end);
    const std::uint32_t from = anchor ? c.newer.other[w] + 1 : a.first;
    if (from >= a.first && from < a.end && !taken[from - a.first]) one.was = run_of(c.older, from, a.end);
    for (const std::uint32_t word : one.was) taken[word - a.first] = true;
    if (!one.is.empty() || !one.was.empty()) all.push_back(std::move(one));
  }
  for (std::uint32_t w = a.first; w < a.end; ++w) {
    if (taken[w - a.first] || c.older.is_here(w)) continue;
    Exchange one{.was = run_of(c.older, w, a.end), .is = {}};
    for (const std::uint32_t word : one.was) taken[word - a.first] = true;
    all.push_back(std::move(one));
  }
  return all;
}

std::string run_text(const Version& version, const std::vector<std::uint32_t>& run) {
  if (run.empty()) return {};
  return std::string(
      version.index->slice({version.text.words[run.front()].span.first, version.text.words[run.back()].span.second}));
}

}  // namespace hearsay
