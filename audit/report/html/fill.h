// A page's template and what goes into its {{places}}.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace hearsay {

/// The template with each {{place}} replaced by what `value` gives for it. Read once from front to back: what is filled
/// in is never read again, so an article that holds "{{style}}" shows just that.
[[nodiscard]] std::string fill_places(std::string_view page,
                                      const std::function<std::string(std::string_view place)>& value);

/// The inside of the first element of this name, without the scripts at its end: what another page takes over. "" where
/// there is none.
[[nodiscard]] std::string_view inside(std::string_view page, std::string_view element);

}  // namespace hearsay
