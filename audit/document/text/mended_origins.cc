// Origins: one for each seam and, since a seam counts up to the end of its line, for each line behind the first seam.
#include "document/text/mended_origins.h"

#include <algorithm>

#include "base/utf8.h"

namespace hearsay {
namespace {

// Lines and columns of places that are asked for in text order.
class Walk {
 public:
  explicit Walk(std::string_view text) : text_(text) {}

  Origin place(std::uint32_t at, std::uint32_t byte) {
    for (; at_ < std::min<std::size_t>(byte, text_.size()); ++at_) {
      if (text_[at_] == '\n') {
        ++line_;
        counted_ = at_ + 1;
        column_ = 0;
      }
    }
    // Only what was not counted for the place before: a line may hold many.
    column_ += static_cast<std::uint32_t>(count_code_points(text_.substr(counted_, at_ - counted_)));
    counted_ = at_;
    return {at, line_, column_ + 1};
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t counted_ = 0;  // up to here is in `column_`
  std::uint32_t line_ = 1;
  std::uint32_t column_ = 0;  // code points of the line before `counted_`
};

}  // namespace

std::vector<Origin> origins_of(std::string_view damaged, const Mended& mended) {
  std::vector<Origin> origins;
  if (mended.seams.empty()) return origins;
  Walk walk(damaged);
  auto seam = mended.seams.begin();
  std::size_t line = 0;  // the next beginning of a line
  const std::string_view text = mended.text;
  while (line != std::string_view::npos || seam != mended.seams.end()) {
    const bool line_first = line != std::string_view::npos && (seam == mended.seams.end() || line < seam->at);
    const auto at = line_first ? static_cast<std::uint32_t>(line) : seam->at;
    origins.push_back(walk.place(at, traced(mended.seams, at)));
    if (!line_first) ++seam;
    if (line_first || at == line) {
      const std::size_t feed = text.find('\n', line);
      line = feed == std::string_view::npos || feed + 1 >= text.size() ? std::string_view::npos : feed + 1;
    }
  }
  return origins;
}

}  // namespace hearsay
