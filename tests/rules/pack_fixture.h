// Packs made of strings: written to a folder of their own, loaded with the English closed words, removed.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "english_words.h"
#include "rules/load.h"

namespace hearsay {

/// A folder that lives as long as the object.
class PackFolder {
 public:
  PackFolder() {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    const std::string name = info == nullptr ? "none" : std::string(info->test_suite_name()) + "." + info->name();
    static int count = 0;
    root_ = std::filesystem::temp_directory_path() /
            ("hearsay-" + std::to_string(getpid()) + "-" + name + "-" + std::to_string(count++));
    std::filesystem::create_directories(root_ / "en" / "lexicons");
    std::filesystem::create_directories(root_ / "registers");
  }
  PackFolder(const PackFolder&) = delete;
  PackFolder& operator=(const PackFolder&) = delete;
  ~PackFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }

  PackFolder& put(const std::string& path, const std::string& text) {
    std::ofstream(root_ / path, std::ios::binary) << text;
    return *this;
  }
  [[nodiscard]] Pack load() {
    diagnostics.clear();
    return load_pack({.root = root_, .language = "en", .extra = {english_language()}}, diagnostics);
  }
  [[nodiscard]] const std::filesystem::path& root() const { return root_; }

  /// The diagnostics as a compiler prints them, paths below the root, with the line and a caret.
  [[nodiscard]] std::string printed() const {
    std::string out;
    for (const Diagnostic& d : diagnostics) {
      std::string file = d.file;
      if (file.starts_with(root_.string() + "/")) file.erase(0, root_.string().size() + 1);
      out += file;
      if (d.line != 0) out += ":" + std::to_string(d.line) + ":" + std::to_string(d.column);
      out += d.severity == Severity::error ? ": error: " : ": warning: ";
      std::string message = d.message;
      for (std::size_t at; (at = message.find(root_.string() + "/")) != std::string::npos;)
        message.erase(at, root_.string().size() + 1);
      out += message + "\n";
      if (!d.source_line.empty()) out += "  " + d.source_line + "\n  " + std::string(d.column - 1, ' ') + "^\n";
    }
    return out;
  }

  Diagnostics diagnostics;

 private:
  std::filesystem::path root_;
};

/// The ids of words in a pack.
inline std::vector<WordId> ids(const Pack& pack, std::initializer_list<std::string_view> words) {
  std::vector<WordId> out;
  for (const std::string_view word : words) out.push_back(pack.program.vocabulary.find(word));
  return out;
}

}  // namespace hearsay
