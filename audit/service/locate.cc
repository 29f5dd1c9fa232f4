#include "service/locate.h"

#include <cstdlib>
#include <system_error>

#include "base/diagnostic.h"
#include "base/program_path.h"

namespace hearsay {
namespace {

namespace fs = std::filesystem;

fs::path must_be_folder(const fs::path& path, const char* remedy) {
  std::error_code error;
  if (fs::is_directory(path, error)) return path;
  throw Fatal({.file = path.string(), .message = "there is no such rules folder", .remedy = remedy});
}

}  // namespace

fs::path locate_rules(const std::optional<std::string>& wish) {
  if (wish) return must_be_folder(*wish, "mend --rules, or leave it out for the program's own rules");
  if (const char* variable = std::getenv("HEARSAY_RULES"); variable != nullptr && *variable != '\0') {
    return must_be_folder(variable, "mend or unset HEARSAY_RULES");
  }
  std::error_code error;
  const fs::path program = program_path();
  fs::path installed = (program.parent_path() / HEARSAY_DATA_FROM_BIN / "rules").lexically_normal();
  if (!program.empty() && fs::is_directory(installed, error)) return installed;
  if (fs::is_directory(HEARSAY_SOURCE_RULES, error)) return HEARSAY_SOURCE_RULES;
  throw Fatal(
      {.message = "the program's rules are not found",
       .remedy = "looked in " + installed.string() + "; install them there, set HEARSAY_RULES or give --rules DIR"});
}

fs::path locate_compiled(const fs::path& rules, const fs::path& name) {
  std::error_code error;
  if (fs::exists(rules / name, error)) return rules / name;
  const fs::path program = program_path();
  const fs::path built = program.parent_path() / "rules" / name;
  return !program.empty() && fs::exists(built, error) ? built : fs::path();
}

fs::path locate_model(const fs::path& rules, const std::string& language) {
  return locate_compiled(rules, fs::path(language) / "evidence" / "evidence.bin");
}

fs::path locate_image(const fs::path& rules, const std::string& language) {
  return locate_compiled(rules, fs::path(language) / "pack.bin");
}

}  // namespace hearsay
