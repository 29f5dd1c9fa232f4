// Golden files: what a renderer made of a fixture, kept under fixtures/reports. HEARSAY_UPDATE_GOLDEN=1 writes them
// anew.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace hearsay::testing {

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline void expect_golden(const std::string& name, const std::string& made) {
  const std::string path = std::string(HEARSAY_SOURCE_DIR) + "/fixtures/reports/" + name;
  if (std::getenv("HEARSAY_UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << made;
    return;
  }
  EXPECT_EQ(read_file(path), made) << "differs from " << path << "; HEARSAY_UPDATE_GOLDEN=1 writes it anew";
}

}  // namespace hearsay::testing
