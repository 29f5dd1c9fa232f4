// The XML files of a pack, read and parsed, with whatever they include. The one place of rules/ that opens files.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "rules/source_file.h"

namespace hearsay {

class PackFiles {
 public:
  /// Reads a file (XML, or a register as .csv), or the *.xml of a folder in name order (not its subfolders). One
  /// already read is left alone; what cannot be read is reported.
  void read(const std::filesystem::path& path, Diagnostics& diagnostics);

  /// All files that parsed, an included one before its includer.
  [[nodiscard]] const std::vector<std::unique_ptr<SourceFile>>& all() const { return files_; }

 private:
  struct Seen {
    std::string key;    // canonical path
    bool open = false;  // its includes are being read
  };
  void read_file(const std::filesystem::path& path, Diagnostics& diagnostics);
  void close(const std::string& key);
  void read_includes(const SourceFile& file, Diagnostics& diagnostics);
  [[nodiscard]] Seen* find_seen(const std::string& key);

  std::vector<std::unique_ptr<SourceFile>> files_;
  std::vector<Seen> seen_;
  std::uint32_t depth_ = 0;
};

/// The *.xml of a folder in order of name, not those of its subfolders.
[[nodiscard]] std::vector<std::filesystem::path> xml_files(const std::filesystem::path& folder);

/// The whole file; false where it cannot be opened or read.
[[nodiscard]] bool read_bytes(const std::filesystem::path& path, std::string& bytes);

}  // namespace hearsay
