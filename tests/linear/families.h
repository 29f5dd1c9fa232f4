// Texts and pages that grow by one repeated part: what a hostile or a broken source sends. Each is named in the table
// of docs/robustness.md.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace hearsay::test {

struct Family {
  std::string name;
  std::string begin;           // stands once, in front
  std::string part;            // is repeated
  std::string end;             // stands once, behind
  std::string path = "x.txt";  // tells the format

  /// At least `bytes` long, by less than one part more.
  [[nodiscard]] std::string of(std::size_t bytes) const;
};

[[nodiscard]] const std::vector<Family>& families();

}  // namespace hearsay::test
