// Damage that a text took on its way here, put right before it is read, and said.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/mended.h"
#include "document/document.h"
#include "language/page_words.h"

namespace hearsay {

/// How far a text is put right.
enum class Damage : std::uint8_t {
  mend,   // where it is sure what was meant
  leave,  // not at all: spans that others marked index the file
};

/// One text on its way into a document.
class Repair {
 public:
  Repair(std::string& text, Document& document) : text_(text), document_(document) {}

  /// Quoted-printable is undone, whatever the format below it.
  void unwrap();

  /// Mojibake, in a text whose words are the reader's own to lay out.
  void reread();

  /// Panels of links that a page laid between the words of a record.
  void unlink(const PageWords& page_words);

  /// Mojibake in a plain file, which stays as it stands so that spans index it, unless its very marks are damaged:
  /// where no quotation mark is one, nobody would speak. Then the document's text is what was meant, and its origins
  /// lead back to the file.
  void reread_plain();

 private:
  void take(Mended mended, std::string what);
  void say(Severity severity, std::string message, std::string remedy);

  std::string& text_;
  Document& document_;
  std::string damaged_;  // as it came, where it was put right
  std::vector<Seam> seams_;
};

}  // namespace hearsay
