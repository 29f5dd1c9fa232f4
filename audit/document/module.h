// Libraries that few runs need, and that cost every run its start where they are linked: each is called by a module
// beside the program, which is loaded when the first file asks for it. What a module gives is a C function, so that
// nothing of its library is known here.
#pragma once

namespace hearsay {

/// The function of a module that was installed with the program, or built with it; nullptr where it cannot be loaded.
/// It stays loaded.
[[nodiscard]] void* module_function(const char* module, const char* function);

/// Asked once for each module.
template <class Function>
Function* module_function_as(const char* module, const char* function) {
  return reinterpret_cast<Function*>(module_function(module, function));
}

}  // namespace hearsay
