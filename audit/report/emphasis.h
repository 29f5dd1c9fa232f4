// How words are set off on a terminal: the parameters of ANSI's "select graphic rendition".
#pragma once

#include <string_view>

namespace hearsay {

inline constexpr std::string_view kBold = "1";
inline constexpr std::string_view kDim = "2";
inline constexpr std::string_view kRed = "31";
inline constexpr std::string_view kGreen = "32";
inline constexpr std::string_view kYellow = "33";
inline constexpr std::string_view kBlue = "36";

}  // namespace hearsay
