// Names of pages that lie beside one another, and the way from one to the other.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace hearsay {

/// A relative address of a file: all that is no letter, digit, "-", "_", "." or "/" is given by its bytes.
[[nodiscard]] std::string href_of(std::string_view path);

/// Gives every thing a file name of its own in one folder: small letters, digits and "-" of what it is called, with a
/// number where two would have the same. What is asked again gets the same.
class PageNames {
 public:
  /// "outlets/", ".html"
  PageNames(std::string folder, std::string extension) : folder_(std::move(folder)), extension_(std::move(extension)) {}
  const std::string& add(const std::string& id);
  /// "" where it was not added.
  [[nodiscard]] const std::string& find(const std::string& id) const;
  [[nodiscard]] const std::map<std::string, std::string>& all() const { return names_; }

 private:
  std::string folder_, extension_;
  std::map<std::string, std::string> names_;  // by id
  std::set<std::string> used_;
};

}  // namespace hearsay
