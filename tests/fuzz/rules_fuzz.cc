// Any bytes as a rule file added to the pack: whatever is wrong with it is reported, the rest stands.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "rules/load.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hearsay;
  namespace fs = std::filesystem;
  static const fs::path kRoot = [] {
    // A pack of nothing, so that only the file is worked on.
    const fs::path root = fs::temp_directory_path() / ("hearsay-fuzz-" + std::to_string(getpid()));
    fs::create_directories(root / "en");
    std::ofstream(root / "en" / "empty.xml") << "<rules pack=\"en\" version=\"1\" family=\"empty\"/>\n";
    return root;
  }();
  const fs::path file = kRoot / "fuzz.xml";
  std::ofstream(file, std::ios::binary).write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  Diagnostics diagnostics;
  static_cast<void>(load_pack({.root = kRoot, .extra = {file}}, diagnostics));
  return 0;
}
