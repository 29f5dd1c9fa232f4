// ReadingView: what is the same for every labelling of a window is looked up when the view is made.
#include "evidence/reading_features.h"

namespace hearsay {

ReadingView::ReadingView(const Frames& frames, const std::vector<float>& cues, const SpanWindow& window,
                         const Hint* hint)
    : frames_(frames), window_(window), hint_(hint), marks_(window.units.size()) {
  for (std::uint32_t i = 0; i < marks_.size(); ++i) marks_[i] = marks_of(i, cues);
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
