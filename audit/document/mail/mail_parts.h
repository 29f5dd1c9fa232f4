// What the module that knows GMime gives (gmime_module.cc).
#pragma once

#include <cstddef>

namespace hearsay {

/// Text of a message, with its transfer encoding undone and not yet decoded.
struct MailPart {
  bool html = false;
  const char* charset = nullptr;  // as declared; nullptr: not given
  const char* bytes = nullptr;
  std::size_t size = 0;
};

/// Strings are UTF-8 as far as the message is, and end with '\0'; nullptr: not given. All may throw.
struct TakeMail {
  void (*subject)(void* to, const char* words);
  void (*sender)(void* to, const char* name);
  void (*date)(void* to, const char* day);       // "2026-11-02"
  bool (*part)(void* to, const MailPart& part);  // whether it held words
  bool (*wants_more)(void* to);
};

/// Depth and number of parts are bound; attachments are left out. Of a message in several forms the plain one is
/// taken, else the HTML. False: it is no message.
using ReadMailParts = bool(const char* bytes, std::size_t size, const TakeMail& take, void* to);

inline constexpr const char* kMailModule = "hearsay_mail.so";
inline constexpr const char* kReadMailParts = "hearsay_read_mail_parts";

}  // namespace hearsay
