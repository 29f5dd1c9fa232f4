// Where the program's own data lies.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace hearsay {

/// The rules folder: `wish` (--rules), else $HEARSAY_RULES, else ../share/hearsay/rules seen from the program (as
/// installed), else the source tree it was built from. Throws Fatal where none of them is a folder.
[[nodiscard]] std::filesystem::path locate_rules(const std::optional<std::string>& wish);

/// What the build compiled of the rules folder, by its name below it: in it, or beside a program that was built and not
/// installed. Empty where there is none.
[[nodiscard]] std::filesystem::path locate_compiled(const std::filesystem::path& rules,
                                                    const std::filesystem::path& name);
/// The evidence of a language.
[[nodiscard]] std::filesystem::path locate_model(const std::filesystem::path& rules, const std::string& language);
/// The image of its pack.
[[nodiscard]] std::filesystem::path locate_image(const std::filesystem::path& rules, const std::string& language);

}  // namespace hearsay
