// ReadingView: what is the same for every labelling of a window is looked up when the view is made.
#include "evidence/reading_features.h"

namespace hearsay {

ReadingView::ReadingView(const Frames& frames, const std::vector<float>& cues, const SpanWindow& window,
                         const Hint* hint)
    : frames_(frames), window_(window), hint_(hint), units_(window.units.size() + 1) {
  for (std::uint32_t i = 0; i + 1 < units_.size(); ++i) {
    units_[i].marks = marks_of(i, cues);
    units_[i + 1].before = units_[i].before + counts_of(units_[i].marks);
    units_[i + 1].joins_before =
        units_[i].joins_before + (i > window.head ? joins_of(window.units[i].clause.join) : Counts{0});
  }
}

std::uint32_t ReadingView::marks_of(std::uint32_t unit, const std::vector<float>& cues) const {
  const Unit& one = window_.units[unit];
  if (one.quotation != kNone) {
    const bool near = one.sentences_away == 0 || (unit < window_.head && unit + 6 >= window_.head);
    return kQuoted | (near ? kNearQuoted : 0U);
  }
  const std::uint32_t likely = cues[one.tokens.begin] >= 0.5F ? kLikelyCue : 0U;
  switch (frame(unit)->kind) {
    case Kind::comma:
      return kComma | likely;
    case Kind::who:
      return kRelative | likely;
    case Kind::verb:
    case Kind::modal:
    case Kind::auxiliary:
      return kVerbal | likely;
    case Kind::conjunction:
      return kJoins | likely;
    default:
      return likely;
  }
}

}  // namespace hearsay
