// An XML file of policies/ with its bytes, so that what is wrong in it is said by line and column. pugixml stays behind
// these few functions and load_checks, load_policy; its errors are translated here.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "score/policy.h"

namespace hearsay {

struct PolicyFile {
  std::string path;
  std::string bytes;
  pugi::xml_document xml;
};

/// Reads and parses; false, with an error, where it cannot or where the root element is another.
[[nodiscard]] bool open_policy_file(const std::filesystem::path& path, std::string_view element, PolicyFile& file,
                                    Diagnostics& diagnostics);

/// An error at a node of the file.
void complain(const PolicyFile& file, pugi::xml_node node, std::string message, std::string remedy,
              Diagnostics& diagnostics);

/// What `complain` says, for the caller to pass on.
[[nodiscard]] Diagnostic diagnostic_at(const PolicyFile& file, pugi::xml_node node, std::string message,
                                       std::string remedy);

/// White space of any kind and length as one blank, none at the ends.
[[nodiscard]] std::string squeezed(std::string_view words);
/// A finite number and nothing else.
[[nodiscard]] std::optional<double> number_in(std::string_view written);

/// note, warning or error; anything else is an error at the node.
[[nodiscard]] std::optional<Severity> read_severity(const PolicyFile& file, pugi::xml_node node,
                                                    std::string_view written, Diagnostics& diagnostics);

enum class Thresholds : std::uint8_t { any, known /* only those the check has */ };
/// A <threshold id value> into a check.
void read_threshold(const PolicyFile& file, pugi::xml_node node, Check& check, Thresholds which,
                    Diagnostics& diagnostics);

}  // namespace hearsay
