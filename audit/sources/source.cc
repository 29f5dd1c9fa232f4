// Names of the steps of specificity, in the enum's order.
#include "sources/source.h"

#include <array>

namespace hearsay {
namespace {
constexpr std::array<std::string_view, 6> kNames = {"", "bare", "counted", "affiliated", "access", "reasoned"};
}  // namespace

std::string_view specificity_name(Specificity step) {
  return kNames[static_cast<std::size_t>(step)];
}

}  // namespace hearsay
