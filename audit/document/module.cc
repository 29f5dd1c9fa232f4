#include "document/module.h"

#include <dlfcn.h>

namespace hearsay {

void* module_function(const char* module, const char* function) {
  void* loaded = dlopen(module, RTLD_NOW | RTLD_LOCAL);
  return loaded == nullptr ? nullptr : dlsym(loaded, function);
}

}  // namespace hearsay
