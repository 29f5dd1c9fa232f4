// One record of a JSON Lines dump in one shape, whatever its fields are called there. Strings only: what they mean is
// read_record's. Not here: files and lines.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace hearsay {

/// Whose shape a record has; those of a wire have readers of their own.
enum class RecordShape : std::uint8_t { dump, wire };

/// Plain strings as the record has them, without the white space around them; "" = not given, null, "None" or "nan".
struct Record {
  RecordShape shape = RecordShape::dump;
  std::string id;
  std::string url;
  std::string title;
  std::vector<std::string> authors;
  std::string published;
  std::string outlet;
  std::string language;
  std::string section;  // sections and genres, "/" between several
  std::string body;
  std::vector<Block> parts;  // of `body`, where the record tells them apart (contents[] of typed blocks)
};

/// Keeps the buffers of the JSON parser from record to record: one per thread.
class RecordParser {
 public:
  RecordParser();
  ~RecordParser();
  RecordParser(RecordParser&&) noexcept;
  RecordParser& operator=(RecordParser&&) noexcept;

  /// Fills `record` anew. "" where that was possible, else what is wrong with the JSON, in one clause. Fields of an
  /// unexpected type are as if they were not there.
  [[nodiscard]] std::string parse(std::string_view json, Record& record);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hearsay
