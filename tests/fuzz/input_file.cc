#include "fuzz/input_file.h"

#include <stdlib.h>

#include <fstream>
#include <string>

#include "fuzz/holds.h"

namespace hearsay::fuzz {
namespace {

namespace fs = std::filesystem;

class OwnFolder {
 public:
  OwnFolder() {
    std::error_code error;
    const fs::path memory = "/dev/shm";
    std::string name = (fs::is_directory(memory, error) ? memory : fs::temp_directory_path()) / "hearsay-fuzz-XXXXXX";
    require(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~OwnFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

fs::path file_of(std::string_view bytes, std::string_view name) {
  static const OwnFolder kFolder;
  fs::path path = kFolder.path() / name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

}  // namespace hearsay::fuzz
