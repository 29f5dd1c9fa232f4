// read_mail: GMime parses the message and undoes the transfer encodings; characters are decoded as in all other files.
// GMime's objects stay in this file.
#include "document/mail/read_mail.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "document/article_text.h"
#include "document/fail.h"
#include "document/html/html_fragment.h"
#include "document/office/read_office.h"
#include "document/text/encoding.h"
#include "document/text/read_text.h"

namespace hearsay {
namespace {

constexpr int kMostDepth = 16;
constexpr int kMostParts = 200;
constexpr std::size_t kMostText = 16U << 20U;  // bytes of all parts together
constexpr std::size_t kHeadReach = 16384;      // bytes in which a header ends

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <class Object>
using Held = std::unique_ptr<Object, Unref>;

bool is_ready() {
  static const bool kReady = [] {
    g_mime_init();
    return true;
  }();
  return kReady;
}

class MailReader {
 public:
  MailReader(const Reading& reading, Document& document) : reading_(reading), document_(document) {}

  bool read(std::string_view bytes) {
    const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (message == nullptr) return false;
    add_head(message.get());
    add(g_mime_message_get_mime_part(message.get()), 0);
    return true;
  }

  [[nodiscard]] const std::string& words() const { return words_; }
  [[nodiscard]] const std::string& sender() const { return sender_; }

 private:
  void add_head(GMimeMessage* message) {
    if (const char* subject = g_mime_message_get_subject(message)) document_.title = trim(valid_words(subject));
    if (InternetAddressList* from = g_mime_message_get_from(message); from != nullptr) {
      if (InternetAddress* one =
              internet_address_list_length(from) > 0 ? internet_address_list_get_address(from, 0) : nullptr) {
        if (const char* name = internet_address_get_name(one)) sender_ = trim(valid_words(name));
      }
    }
    document_.byline = sender_;
    if (GDateTime* date = g_mime_message_get_date(message); date != nullptr) {
      if (gchar* iso = g_date_time_format(date, "%Y-%m-%d"); iso != nullptr) {
        document_.published = iso;
        g_free(iso);
      }
    }
  }

  void add(GMimeObject* part, int depth) {
    if (part == nullptr || depth > kMostDepth || ++parts_ > kMostParts || words_.size() > kMostText) return;
    if (GMIME_IS_MESSAGE_PART(part)) {
      GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
      if (inner != nullptr) add(g_mime_message_get_mime_part(inner), depth + 1);
    } else if (GMIME_IS_MULTIPART(part)) {
      add_parts(GMIME_MULTIPART(part), depth);
    } else if (GMIME_IS_PART(part)) {
      add_words(part);
    }
  }

  void add_parts(GMimeMultipart* parts, int depth) {
    const int count = std::min(g_mime_multipart_get_count(parts), kMostParts);
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(parts));
    if (type == nullptr || !g_mime_content_type_is_type(type, "multipart", "alternative")) {
      for (int i = 0; i < count; ++i) add(g_mime_multipart_get_part(parts, i), depth + 1);
      return;
    }
    // The same words in several forms: the plain one where it holds any.
    const std::string before = words_;
    for (const bool plain : {true, false}) {
      for (int i = 0; i < count; ++i) {
        GMimeObject* one = g_mime_multipart_get_part(parts, i);
        GMimeContentType* its = one == nullptr ? nullptr : g_mime_object_get_content_type(one);
        if (its == nullptr || g_mime_content_type_is_type(its, "text", "plain") != static_cast<gboolean>(plain))
          continue;
        add(one, depth + 1);
        if (words_.size() > before.size()) return;
      }
    }
  }

  void add_words(GMimeObject* object) {
    GMimeContentType* type = g_mime_object_get_content_type(object);
    const bool html = type != nullptr && g_mime_content_type_is_type(type, "text", "html");
    const bool plain = type == nullptr || g_mime_content_type_is_type(type, "text", "plain");
    GMimePart* part = GMIME_PART(object);
    const bool attached = g_mime_part_is_attachment(part) || g_mime_part_get_filename(part) != nullptr;
    if ((!html && !plain) || attached) return;
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content == nullptr) return;
    const Held<GMimeStream> into(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, into.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(into.get()));
    if (bytes == nullptr || bytes->len == 0) return;
    const char* charset = type == nullptr ? nullptr : g_mime_content_type_get_parameter(type, "charset");
    const std::string_view raw(reinterpret_cast<const char*>(bytes->data),
                               std::min<std::size_t>(bytes->len, kMostText - std::min(words_.size(), kMostText)));
    if (!binary_kind(raw).empty()) return;
    Decoded decoded = to_utf8(raw, charset == nullptr ? "" : charset, document_.path);
    std::string text;
    if (html) {
      for (const BodyBlock& block : html_blocks(decoded.text, BlockKind::paragraph, reading_))
        text.append(text.empty() ? "" : "\n\n").append(block.text);
    } else {
      text = std::move(decoded.text);
      std::erase(text, '\r');
    }
    if (trim(text).empty()) return;
    if (!words_.empty()) words_ += "\n\n";
    words_ += trim(text);
  }

  const Reading& reading_;
  Document& document_;
  std::string words_, sender_;
  int parts_ = 0;
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

void read_mail(std::string_view bytes, const Reading& reading, Document& document) {
  document.format = "eml";
  document.encoding = "utf-8";
  MailReader reader(reading, document);
  if (!is_ready() || !reader.read(bytes))
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
