// Pieces of a text put together, and the seams between them.
#include "base/mended.h"

#include <algorithm>
#include <utility>

#include "base/span.h"

namespace hearsay {

std::uint32_t traced(const std::vector<Seam>& seams, std::uint32_t byte) {
  const auto behind = std::upper_bound(seams.begin(), seams.end(), byte,
                                       [](std::uint32_t at, const Seam& seam) { return at < seam.at; });
  return behind == seams.begin() ? byte : (behind - 1)->was + (byte - (behind - 1)->at);
}

void Mender::put(std::size_t from, std::size_t to, std::string_view words) {
  mended_.text += damaged_.substr(taken_, from - taken_);
  mended_.text += words;
  taken_ = to;
  mended_.seams.push_back({static_cast<std::uint32_t>(mended_.text.size()), static_cast<std::uint32_t>(to)});
}

Mended Mender::done() {
  mended_.text += damaged_.substr(taken_);
  return std::move(mended_);
}

std::vector<Seam> over_both(const std::vector<Seam>& first, const std::vector<Seam>& second) {
  std::vector<Seam> both;
  auto next = first.begin();
  for (std::size_t i = 0; i <= second.size(); ++i) {
    // Seams of the first that lie in a piece which the second took over as it was.
    const Seam from = i == 0 ? Seam{} : second[i - 1];
    const std::uint32_t piece_end = i < second.size() ? second[i].at - from.at + from.was : kNone;
    if (i > 0) both.push_back({from.at, traced(first, from.was)});
    while (next != first.end() && next->at <= from.was) ++next;
    for (; next != first.end() && next->at < piece_end; ++next)
      both.push_back({next->at - from.was + from.at, next->was});
  }
  return both;
}

}  // namespace hearsay
