// An e-mail as it is stored (RFC 5322, .eml) through GMime: its words, with who sent it as the one who speaks.
#pragma once

#include <string_view>

#include "document/document.h"
#include "document/read.h"

namespace hearsay {

/// Does the text begin with the header of a message? From, and another field that only mail has.
[[nodiscard]] bool is_mail(std::string_view text);

/// Fills text, title, byline, published, blocks and turns. Of a message in several forms the plain one is taken, else
/// the HTML. Attachments are left out; forwarded messages are read. Bound in depth, parts and bytes.
void read_mail(std::string_view bytes, const ReadContext& reading, Document& document);

}  // namespace hearsay
