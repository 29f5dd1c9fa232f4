// Which newspaper or station the article itself is from, under all its names: it is no relay of its own article. Told
// by the record, by the page's address, by the name in brackets before its first words, and where record and address
// are silent by a file's name ("reuters_0417").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "mentions/language.h"
#include "rules/register.h"

namespace hearsay {

/// Holds references; lives within one call.
class Outlet {
 public:
  Outlet(const Language& language, const Register& registers);

  /// Whether a house by this name (and entry of the register, or kNone) is the outlet, a part of it or what it is a
  /// part of: "NPR" on "NPR Online News", "BBC News 24" on "BBC".
  [[nodiscard]] bool is(std::string_view name, std::uint32_t register_entry) const;

 private:
  using Words = std::vector<std::string>;

  [[nodiscard]] bool is_generic(const std::string& word) const;
  [[nodiscard]] Words words_of(std::string_view name) const;
  [[nodiscard]] bool is_own(const Words& name) const;
  [[nodiscard]] bool is_label(std::string_view name) const;
  [[nodiscard]] bool bears(const RegisterEntry& entry, const Words& name) const;
  [[nodiscard]] bool names_entry(const RegisterEntry& entry) const;

  const Register& registers_;
  Words generic_;                    // that any house may bear
  Words given_;                      // the record's name, without words that any house may bear
  std::vector<Words> signed_;        // names in brackets before its first words, and agencies it says it is from
  Words filed_;                      // the words of the file's name
  std::vector<std::string> labels_;  // of addresses, without what all of their kind end with: "harbourpost"
  std::uint32_t entry_ = kNone;      // of the page's address
  bool cut_ = false;                 // the file's name says by a mark where the outlet's ends
};

}  // namespace hearsay
