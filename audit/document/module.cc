#include "document/module.h"

#include <dlfcn.h>

#include <filesystem>
#include <system_error>

#include "base/program_path.h"

namespace hearsay {

void* module_function(const char* module, const char* function) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path program = program_path();
  fs::path place = (program.parent_path() / HEARSAY_MODULES_FROM_BIN / module).lexically_normal();
  if (program.empty() || !fs::exists(place, error)) place = fs::path(HEARSAY_BUILT_MODULES) / module;
  if (!place.is_absolute()) return nullptr;  // never one that lies in the working folder or on a search path
  void* loaded = dlopen(place.c_str(), RTLD_NOW | RTLD_LOCAL);
  return loaded == nullptr ? nullptr : dlsym(loaded, function);
}

}  // namespace hearsay
