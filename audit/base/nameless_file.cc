#include "base/nameless_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string>
#include <system_error>

#include "base/diagnostic.h"

namespace hearsay {
namespace {

int open_nameless() {
  std::error_code error;
  const std::string folder = std::filesystem::temp_directory_path(error).string();
  if (error)
    throw Fatal({.message = "there is no temporary folder: " + error.message(), .remedy = "set TMPDIR to a folder"});
#ifdef O_TMPFILE
  // Never has a name, so that not even a kill between two calls leaves one; not every file system can.
  const int descriptor = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor >= 0) return descriptor;
#endif
  std::string name = folder + "/hearsay-XXXXXX";
  const int named = mkostemp(name.data(), O_CLOEXEC);
  if (named < 0) temporary_file_failed("made");
  unlink(name.c_str());
  return named;
}

}  // namespace

NamelessFile::NamelessFile() : descriptor_(open_nameless()) {}

NamelessFile::~NamelessFile() {
  if (descriptor_ >= 0) close(descriptor_);
}

void temporary_file_failed(const char* what) {
  const std::string why = std::strerror(errno);
  std::error_code none;
  throw Fatal({.file = std::filesystem::temp_directory_path(none).string(),
               .message = std::string("the temporary file cannot be ") + what + ": " + why,
               .remedy = "free some space in the temporary folder, or set TMPDIR to another one"});
}

}  // namespace hearsay
