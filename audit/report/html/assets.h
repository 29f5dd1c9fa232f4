// The files of reports/ that make the page, as bytes in the program. Their definitions are made at build by
// reports/embed.cmake.
#pragma once

#include <string_view>

namespace hearsay {

[[nodiscard]] std::string_view page_html();  // the template, with {{places}} to fill
[[nodiscard]] std::string_view page_css();
[[nodiscard]] std::string_view page_js();
[[nodiscard]] std::string_view threads_html();
[[nodiscard]] std::string_view threads_css();

[[nodiscard]] std::string_view changes_html();       // likewise, of two versions compared
[[nodiscard]] std::string_view changes_body_html();  // what stands in its body
[[nodiscard]] std::string_view changes_css();

[[nodiscard]] std::string_view verification_html();  // likewise, of quotations beside their originals
[[nodiscard]] std::string_view verification_css();

[[nodiscard]] std::string_view table_html();  // likewise, of a table
[[nodiscard]] std::string_view table_css();
[[nodiscard]] std::string_view table_js();

[[nodiscard]] std::string_view checksheet_css();  // behind that of a table
[[nodiscard]] std::string_view checksheet_js();

}  // namespace hearsay
