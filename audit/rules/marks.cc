// A table of spellings.
#include "rules/marks.h"

#include <algorithm>
#include <array>
#include <vector>

namespace hearsay {
namespace {

using Spellings = std::vector<std::string_view>;

const std::array<Spellings, 11>& spellings() {
  static const std::array<Spellings, 11> kSpellings = {{{},
                                                        {","},
                                                        {":"},
                                                        {";"},
                                                        {"—", "–", "-", "--", "---", "―", "−"},
                                                        {"\"", "“", "”", "„", "‟", "''", "``", "«", "»"},
                                                        {"."},
                                                        {"(", "["},
                                                        {")", "]"},
                                                        {"?"},
                                                        {"!"}}};
  return kSpellings;
}

}  // namespace

MarkClass mark_class(std::string_view token) {
  if (token.empty() || token.size() > 3) return MarkClass::none;
  const auto& all = spellings();
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (std::find(all[i].begin(), all[i].end(), token) != all[i].end()) return static_cast<MarkClass>(i);
  }
  return MarkClass::none;
}

std::span<const std::string_view> marks_of(MarkClass mark) {
  return spellings()[static_cast<std::size_t>(mark)];
}

void add_marks(Program& program) {
  const auto& all = spellings();
  for (std::size_t i = 1; i < all.size(); ++i) {
    for (const std::string_view mark : all[i]) {
      const WordId word = program.vocabulary.add(mark);
      if (word >= program.marks.size()) program.marks.resize(word + 1, 0);
      program.marks[word] = static_cast<std::uint8_t>(i);
    }
  }
}

}  // namespace hearsay
