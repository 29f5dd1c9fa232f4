// read_mail: the message's parts come from the module that knows GMime (gmime_module.cc); characters are decoded as in
// all other files.
#include "document/mail/read_mail.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "document/article_text.h"
#include "document/fail.h"
#include "document/html/html_fragment.h"
#include "document/mail/mail_parts.h"
#include "document/module.h"
#include "document/office/read_office.h"
#include "document/text/encoding.h"
#include "document/text/read_text.h"

namespace hearsay {
namespace {

constexpr std::size_t kMostText = 16U << 20U;  // bytes of all parts together
constexpr std::size_t kHeadReach = 16384;      // bytes in which a header ends

class MailReader {
 public:
  MailReader(const ReadContext& reading, Document& document) : reading_(reading), document_(document) {}

  /// False: it is no message.
  bool read(std::string_view bytes, ReadMailParts& read_parts) {
    constexpr TakeMail kTake = {
        .subject = [](void* to, const char* words) { reader(to).document_.title = trim(valid_words(words)); },
        .sender = [](void* to, const char* name) { reader(to).sender_ = trim(valid_words(name)); },
        .date = [](void* to, const char* day) { reader(to).document_.published = day; },
        .part = [](void* to, const MailPart& part) { return reader(to).add(part); },
        .wants_more = [](void* to) { return reader(to).words_.size() <= kMostText; }};
    const bool read = read_parts(bytes.data(), bytes.size(), kTake, this);
    document_.byline = sender_;
    return read;
  }

  [[nodiscard]] const std::string& words() const { return words_; }
  [[nodiscard]] const std::string& sender() const { return sender_; }

 private:
  static MailReader& reader(void* to) { return *static_cast<MailReader*>(to); }

  bool add(const MailPart& part) {
    const std::string_view raw(part.bytes,
                               std::min<std::size_t>(part.size, kMostText - std::min(words_.size(), kMostText)));
    if (!binary_kind(raw).empty()) return false;
    Decoded decoded = to_utf8(raw, part.charset == nullptr ? "" : part.charset, document_.path);
    std::string text;
    if (part.html) {
      for (const BodyBlock& block : html_blocks(decoded.text, BlockKind::paragraph, reading_))
        text.append(text.empty() ? "" : "\n\n").append(block.text);
    } else {
      text = std::move(decoded.text);
      std::erase(text, '\r');
    }
    if (trim(text).empty()) return false;
    if (!words_.empty()) words_ += "\n\n";
    words_ += trim(text);
    return true;
  }

  const ReadContext& reading_;
  Document& document_;
  std::string words_, sender_;
};

/// Lines that begin with ">" are an earlier message's, of somebody who is not told.
void add_turns(Document& document, std::uint32_t begin, const std::string& sender) {
  const std::string_view text = document.text;
  for (std::size_t at = begin; at < text.size();) {
    const bool quoted = text[at] == '>';
    const std::size_t from = at;
    while (at < text.size() && (text[at] == '>') == quoted) at = std::min(text.find('\n', at), text.size() - 1) + 1;
    document.turns.push_back(
        {{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(at)}, quoted ? std::string() : sender});
  }
}

}  // namespace

bool is_mail(std::string_view text) {
  static constexpr std::array<std::string_view, 8> kOnlyMail = {
      "mime-version", "message-id", "received", "return-path", "delivered-to", "content-type", "x-mailer", "date"};
  text = text.substr(0, kHeadReach);
  bool from = false;
  int others = 0;
  bool first = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at = end + 1;
    if (line.empty()) return from && others > 0;
    if (line.front() == ' ' || line.front() == '\t') {
      if (first) return false;
      continue;
    }
    const std::size_t colon = line.find(':');
    if (first && line.starts_with("From ") && colon != 4) {  // of a mailbox file
      first = false;
      continue;
    }
    first = false;
    if (colon == std::string_view::npos || colon == 0 || line.substr(0, colon).find(' ') != std::string_view::npos)
      return false;
    const std::string name = lower(line.substr(0, colon));
    if (name == "from") from = true;
    if (std::find(kOnlyMail.begin(), kOnlyMail.end(), name) != kOnlyMail.end()) ++others;
  }
  return false;
}

void read_mail(std::string_view bytes, const ReadContext& reading, Document& document) {
  document.format = "eml";
  document.encoding = "utf-8";
  static auto* const read_parts = module_function_as<ReadMailParts>(kMailModule, kReadMailParts);
  if (read_parts == nullptr)
    return fail(document, fmt::format("a message of mail, and {} cannot be loaded", kMailModule),
                "install it beside the program, or give its text");
  MailReader reader(reading, document);
  if (!reader.read(bytes, *read_parts))
    return fail(document, "a message that cannot be read", "save it again from the mail program");
  if (reader.words().empty())
    return fail(document, "a message without text", "attachments are not read: give them as files of their own");
  document.text = document.title;
  const std::size_t headline = document.text.size();
  if (headline != 0) document.text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(document.text.size());
  document.text += reader.words();
  add_turns(document, begin, reader.sender());
  document.places = PlaceForm::paragraphs;
  read_text(document, reading.words, headline);
}

}  // namespace hearsay
