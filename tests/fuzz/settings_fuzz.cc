// Any bytes as hearsay.xml: what is taken of it lies within its bounds, and decides settings or ends the run in words.
#include <string_view>

#include "fuzz/holds.h"
#include "fuzz/input_file.h"
#include "fuzz/shipped_session.h"
#include "service/settings.h"

namespace hearsay::fuzz {
namespace {

bool is_share(const std::optional<double>& value) {
  return !value || (*value >= 0 && *value <= 1);
}

}  // namespace

void fuzz_settings(std::string_view bytes) {
  const std::filesystem::path path = file_of(bytes, "hearsay.xml");
  Diagnostics diagnostics;
  const SettingsFile file = read_settings(path, diagnostics);
  require(is_share(file.min_confidence) && is_share(file.min_certainty));
  require(!file.threads || (*file.threads >= 1 && *file.threads <= 1024));
  // One that ships with the rules is a name, for decide_settings to find.
  for (const std::filesystem::path& rules : file.rules) require(rules.is_absolute() || !rules.has_parent_path());
  for (const Diagnostic& one : diagnostics) require(!one.message.empty());
  SettingsChoice choice = shipped_settings();
  choice.settings = path.string();
  choice.threads.reset();
  try {
    const Settings settings = decide_settings(choice, diagnostics);
    require(settings.threads >= 1 && !settings.policy.empty() && !settings.language.empty());
  } catch (const Fatal& fatal) {
    require(!fatal.diagnostic().message.empty());
  }
}

}  // namespace hearsay::fuzz
