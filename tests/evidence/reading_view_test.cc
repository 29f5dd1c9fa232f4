// Whole readings are read run by run; a slower oracle reads the same labellings unit by unit.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

#include "evidence/feature_table.h"
#include "evidence/reading_features.h"
#include "evidence/score_cue.h"
#include "evidence/span_window.h"
#include "evidence/tag.h"
#include "marked_text.h"

namespace hearsay {
namespace {

/// The values of the features that were asked, by template.
struct ValueSink {
  std::map<std::uint32_t, std::vector<std::uint32_t>> values;
  template <class... Values>
  void operator()(std::uint32_t name, Values... each) {
    values[name] = {static_cast<std::uint32_t>(each)...};
  }
};

struct Facts {
  std::uint32_t order = 0, pieces = 0, size = 0, verbs = 0, commas = 0, others = 0, quotes = 0, far = 0;
};

class Oracle {
 public:
  Oracle(const Frames& frames, const std::vector<float>& cues, const SpanWindow& window)
      : frames_(frames), cues_(cues), window_(window) {}

  [[nodiscard]] Facts facts(const std::vector<std::uint8_t>& labels) const {
    Facts f;
    std::uint32_t before = 0, roles = 0, size = 0;
    for (std::uint32_t i = 0; i < labels.size(); ++i) {
      const std::uint32_t role = (labels[i] + 1U) / 2 - (labels[i] == kContentEnd ? 1U : 0U);
      if (role != 0 && (role != before || labels[i] == kContentBegin)) {
        if (++roles <= 6) f.order = f.order * 4 + role;
        if (role == 3) ++f.pieces;
      }
      before = role;
      if (role == 3) {
        ++size;
        f.verbs += verbal(i) ? 1U : 0U;
        f.commas += kind(i) == Kind::comma ? 1U : 0U;
        f.others += likely(i) ? 1U : 0U;
      }
      if (quoted(i) && (near(i) || role == 3)) f.quotes |= (role == 3 ? 1U : 2U) << (i < window_.head ? 0U : 2U);
    }
    f.verbs = std::min(2U, f.verbs);
    f.commas = std::min(3U, f.commas);
    f.others = std::min(2U, f.others);
    f.size = size_bucket(size);
    f.far = parted(labels, -1) + 32 * parted(labels, 1);
    return f;
  }

 private:
  [[nodiscard]] bool quoted(std::uint32_t i) const { return window_.units[i].quotation != kNone; }
  [[nodiscard]] bool near(std::uint32_t i) const {
    return window_.units[i].sentences_away == 0 || (i < window_.head && i + 6 >= window_.head);
  }
  [[nodiscard]] Kind kind(std::uint32_t i) const {
    return quoted(i) ? Kind::quotation : frames_[window_.units[i].tokens.begin].kind;
  }
  [[nodiscard]] bool verbal(std::uint32_t i) const {
    return kind(i) == Kind::verb || kind(i) == Kind::modal || kind(i) == Kind::auxiliary;
  }
  [[nodiscard]] bool likely(std::uint32_t i) const {
    return !quoted(i) && cues_[window_.units[i].tokens.begin] >= 0.5F;
  }

  [[nodiscard]] std::uint32_t parted(const std::vector<std::uint8_t>& labels, std::int64_t step) const {
    std::uint32_t code = 0, cues = 0, quotations = 0;
    for (std::int64_t i = window_.head + step; i >= 0 && i < static_cast<std::int64_t>(labels.size()); i += step) {
      const auto at = static_cast<std::uint32_t>(i);
      const Unit& unit = window_.units[at];
      if (labels[at] >= kContentBegin) {
        code = cues + quotations + (unit.sentences_away != 0 ? 6U : 0U) + (unit.paragraphs_away != 0 ? 12U : 0U);
      } else if (labels[at] == kOutside) {
        if (quoted(at)) quotations = 3;
        if (likely(at)) cues = std::min(2U, cues + 1);
      }
    }
    return code;
  }

  const Frames& frames_;
  const std::vector<float>& cues_;
  const SpanWindow& window_;
};

/// Labels that may follow each other, with a cue on the head.
std::vector<std::uint8_t> random_labels(const SpanWindow& window, Random& random) {
  std::vector<std::uint8_t> labels(window.units.size(), kOutside);
  const auto size = static_cast<std::uint32_t>(labels.size());
  for (std::uint32_t i = 0; i < size;) {
    const auto role = static_cast<std::uint32_t>(random.next() % 5);
    const std::uint32_t most = i < window.head ? window.head : size;
    if (i == window.head) {
      labels[i++] = kCueBegin;
      continue;
    }
    const std::uint32_t end = std::min(most, i + 1 + static_cast<std::uint32_t>(random.next() % 6));
    const std::uint8_t begin = role == 1 ? kSourceBegin : kContentBegin;
    for (std::uint32_t k = i; k < end && role != 0 && role != 4; ++k)
      labels[k] = static_cast<std::uint8_t>(begin + (k == i ? 0 : begin == kContentBegin && k + 1 == end ? 2 : 1));
    i = end;
  }
  return labels;
}

TEST(ReadingView, RunsAreReadAsTheirUnits) {
  const Document document = plain_document(
      "\nThe harbour master, who said the tide was low, argued that \"nobody should sail\" and that the ferry would "
      "wait, "
      "according to Ilse Brandt. \"We told them,\" she said, \"and they laughed.\" He added: \"No.\"\n"
      "\"It is late,\" said Tomas Reh. \"It always was.\"\n\"Nothing helps,\" he claimed, \"but they warned us.\"\n");
  const Text text = tokenize(document, english_vocabulary());
  const Frames frames = frames_of(document, text, tag(document, text, shipped_model()), shipped_model());
  Random random(5);
  std::vector<float> cues(frames.size());
  for (float& cue : cues) cue = static_cast<float>(random.next() % 100) / 100;
  SpanWindow window;
  for (std::uint32_t head = 0; head < frames.size(); ++head) {
    span_window(text, frames, head, window);
    const ReadingView view(frames, cues, window, nullptr);
    const Oracle oracle(frames, cues, window);
    for (int round = 0; round < 20; ++round) {
      const std::vector<std::uint8_t> labels = random_labels(window, random);
      ValueSink sink;
      view.features(labels, 0, 0, sink);
      const Facts f = oracle.facts(labels);
      ASSERT_EQ(sink.values[kReadingPieces], (std::vector{f.pieces, f.quotes, f.order})) << head;
      ASSERT_EQ(sink.values[kReadingSizeOrder], (std::vector{f.size, f.order})) << head;
      ASSERT_EQ(sink.values[kReadingVerbs][0], f.verbs) << head;
      ASSERT_EQ(sink.values[kReadingCommas][0], f.commas) << head;
      ASSERT_EQ(sink.values[kReadingOthers][0], f.others) << head;
      ASSERT_EQ(sink.values[kReadingFar][0], f.far) << head;
    }
  }
}

}  // namespace
}  // namespace hearsay
