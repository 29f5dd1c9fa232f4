// The module hearsay_mail.so: the one file that calls GMime, which parses the message and undoes transfer encodings.
#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

#include "document/mail/mail_parts.h"

namespace {

using hearsay::TakeMail;

constexpr int kMostDepth = 16;
constexpr int kMostParts = 200;

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

class Walk {
 public:
  Walk(const TakeMail& take, void* to) : take_(take), to_(to) {}

  void add_head(GMimeMessage* message) {
    if (const char* subject = g_mime_message_get_subject(message)) take_.subject(to_, subject);
    if (InternetAddressList* from = g_mime_message_get_from(message); from != nullptr) {
      if (InternetAddress* one =
              internet_address_list_length(from) > 0 ? internet_address_list_get_address(from, 0) : nullptr) {
        if (const char* name = internet_address_get_name(one)) take_.sender(to_, name);
      }
    }
    if (GDateTime* date = g_mime_message_get_date(message); date != nullptr) {
      const std::unique_ptr<gchar, void (*)(gpointer)> day(g_date_time_format(date, "%Y-%m-%d"), g_free);
      if (day != nullptr) take_.date(to_, day.get());
    }
  }

  /// Whether words were found.
  bool add(GMimeObject* part, int depth) {
    if (part == nullptr || depth > kMostDepth || ++parts_ > kMostParts || !take_.wants_more(to_)) return false;
    if (GMIME_IS_MESSAGE_PART(part)) {
      GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(part));
      return inner != nullptr && add(g_mime_message_get_mime_part(inner), depth + 1);
    }
    if (GMIME_IS_MULTIPART(part)) return add_parts(GMIME_MULTIPART(part), depth);
    return GMIME_IS_PART(part) && add_words(part);
  }

 private:
  bool add_parts(GMimeMultipart* parts, int depth) {
    const int count = std::min(g_mime_multipart_get_count(parts), kMostParts);
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(parts));
    if (type == nullptr || !g_mime_content_type_is_type(type, "multipart", "alternative")) {
      bool any = false;
      for (int i = 0; i < count; ++i) any |= add(g_mime_multipart_get_part(parts, i), depth + 1);
      return any;
    }
    // The same words in several forms: the plain one where it holds any.
    for (const bool plain : {true, false}) {
      for (int i = 0; i < count; ++i) {
        GMimeObject* one = g_mime_multipart_get_part(parts, i);
        GMimeContentType* its = one == nullptr ? nullptr : g_mime_object_get_content_type(one);
        if (its == nullptr || g_mime_content_type_is_type(its, "text", "plain") != static_cast<gboolean>(plain))
          continue;
        if (add(one, depth + 1)) return true;
      }
    }
    return false;
  }

  bool add_words(GMimeObject* object) {
    GMimeContentType* type = g_mime_object_get_content_type(object);
    const bool html = type != nullptr && g_mime_content_type_is_type(type, "text", "html");
    const bool plain = type == nullptr || g_mime_content_type_is_type(type, "text", "plain");
    GMimePart* part = GMIME_PART(object);
    const bool attached = g_mime_part_is_attachment(part) || g_mime_part_get_filename(part) != nullptr;
    if ((!html && !plain) || attached) return false;
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content == nullptr) return false;
    const Held<GMimeStream> into(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, into.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(into.get()));
    if (bytes == nullptr || bytes->len == 0) return false;
    return take_.part(to_, {.html = html,
                            .charset = type == nullptr ? nullptr : g_mime_content_type_get_parameter(type, "charset"),
                            .bytes = reinterpret_cast<const char*>(bytes->data),
                            .size = bytes->len});
  }

  const TakeMail& take_;
  void* to_;
  int parts_ = 0;
};

}  // namespace

extern "C" bool hearsay_read_mail_parts(const char* bytes, std::size_t size, const TakeMail& take, void* to) {
  if (!is_ready()) return false;
  const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes, size));
  const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (message == nullptr) return false;
  Walk walk(take, to);
  walk.add_head(message.get());
  walk.add(g_mime_message_get_mime_part(message.get()), 0);
  return true;
}
