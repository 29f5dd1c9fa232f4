#include "base/program_path.h"

#include <sys/auxv.h>

#include <system_error>

namespace hearsay {

std::filesystem::path program_path() {
  namespace fs = std::filesystem;
  std::error_code error;
  fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!program.empty()) return program;
  // /proc is not there in every container: the name by which the system was asked to run it, then.
  const auto* name = reinterpret_cast<const char*>(getauxval(AT_EXECFN));  // NOLINT(performance-no-int-to-ptr)
  if (name == nullptr) return {};
  program = fs::canonical(name, error);
  return error ? fs::path() : program;
}

}  // namespace hearsay
