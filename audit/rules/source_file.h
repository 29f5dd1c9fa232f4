// An XML file of a pack as read: its bytes, its tree and where each node of it stands. The only place that asks pugixml
// to parse. DOCTYPE is refused: no entity, no DTD, nothing is fetched.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "rules/rule.h"

namespace hearsay {

/// Limits on one file of a pack.
inline constexpr std::size_t kMaxFileBytes = 8U << 20U;
inline constexpr std::uint32_t kMaxXmlDepth = 32;

inline constexpr std::size_t kMaxLineShown = 200;  // bytes of an offending line that a message repeats

class SourceFile {
 public:
  /// Parses `bytes`. What is wrong is added to `diagnostics`, and ok() is false.
  SourceFile(std::string path, std::string bytes, Diagnostics& diagnostics);
  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;

  /// The XML was made, line by line, of a file that people write in another form: messages show that, without columns.
  void set_written(std::string written) { written_ = std::move(written); }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  /// The root element.
  [[nodiscard]] pugi::xml_node root() const { return document_.document_element(); }

  /// Line and column (code points, from 1) of an element's `<` or a text's first byte.
  [[nodiscard]] Place place(pugi::xml_node node) const;
  /// The same for an attribute of an element.
  [[nodiscard]] Place place(pugi::xml_node node, std::string_view attribute) const;
  [[nodiscard]] Place place_at(std::size_t offset) const;
  /// An error there, with the line as it is written.
  [[nodiscard]] Diagnostic error(const Place& place, std::string message, std::string remedy = {}) const;
  [[nodiscard]] std::string source_line(std::uint32_t line) const;

  /// Reports each attribute of `node` that is not in `known`. True where all are known.
  bool check_attributes(pugi::xml_node node, std::initializer_list<std::string_view> known,
                        Diagnostics& diagnostics) const;

 private:
  [[nodiscard]] std::size_t offset(pugi::xml_node node) const;

  std::string path_;
  std::string bytes_;
  std::string written_;  // "" where it is the bytes themselves
  pugi::xml_document document_;
  bool ok_ = false;
  mutable std::vector<std::uint32_t> line_starts_;  // made when a place is first asked for
};

/// The words between quotation marks, for messages.
[[nodiscard]] std::string in_quotes(std::string_view words);

/// "a, b or c", for remedies.
[[nodiscard]] std::string any_of_text(std::initializer_list<std::string_view> names);

}  // namespace hearsay
