// The files of reports/ that only served pages have, as bytes in the program. Their definitions are made at build by
// reports/embed.cmake. What the files of reports share with them is report/html/assets.h.
#pragma once

#include <string_view>

namespace hearsay {

[[nodiscard]] std::string_view live_html();  // the frame of every served page, with {{places}} to fill
[[nodiscard]] std::string_view live_css();   // what served pages add to a table's or threads' style
[[nodiscard]] std::string_view desk_html();  // the inside of the desk
[[nodiscard]] std::string_view desk_css();
[[nodiscard]] std::string_view desk_js();
[[nodiscard]] std::string_view marks_js();  // from code points of a text to places in an editable element

[[nodiscard]] std::string_view kept_sheet_js();  // entries of a check sheet that several people work on

}  // namespace hearsay
