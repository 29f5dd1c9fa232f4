// sniff_format(): the name of the first element decides, whatever declarations and comments stand before it; where it
// is no format's, signs of HTML are looked for.
#include "document/sniff.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "document/mail/read_mail.h"
#include "document/transcript/read_captions.h"
#include "document/wire/export_documents.h"

namespace hearsay {
namespace {

constexpr std::size_t kReach = 65536;  // bytes within which the first element begins

// Behind a declaration that starts here: "<?…?>", "<!--…-->" or "<!DOCTYPE … [ … ]>".
std::size_t skip_declaration(std::string_view text) {
  const auto behind = [&](std::string_view mark) {
    const std::size_t at = text.find(mark);
    return at == std::string_view::npos ? text.size() : at + mark.size();
  };
  if (text.starts_with("<?")) return behind("?>");
  if (text.starts_with("<!--")) return behind("-->");
  const std::size_t end = text.find('>');
  const std::size_t bracket = text.find('[');
  return bracket < end ? behind("]>") : behind(">");
}

// The first element's name without prefix; "" if the text begins otherwise.
std::string_view first_element(std::string_view text) {
  text = text.substr(0, kReach);
  for (;;) {
    text = trim(text);
    if (text.size() < 2 || text.front() != '<') return {};
    if (text[1] != '?' && text[1] != '!') break;
    text.remove_prefix(std::min(skip_declaration(text), text.size()));
  }
  std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>") - 1);
  return name.substr(name.find(':') == std::string_view::npos ? 0 : name.find(':') + 1);
}

// Markup begins with "<" and names an element of HTML early on.
bool is_html(std::string_view text) {
  text = trim(text.substr(0, 4096));
  if (!text.starts_with("<")) return false;
  const std::string head = lower(text);
  static constexpr std::array<std::string_view, 16> kSigns = {
      "<!doctype html", "<html", "<head",   "<body",    "<meta", "<title", "<div", "<p>", "<p ", "<h1", "<h2",
      "<article",       "<main", "<script", "<section", "<span"};
  for (const std::string_view sign : kSigns) {
    if (head.find(sign) != std::string::npos) return true;
  }
  return head.starts_with("<!--") || head.starts_with("<b>") || head.starts_with("<a ");
}

}  // namespace

ArticleFormat sniff_format(std::string_view text) {
  struct Root {
    std::string_view name;
    ArticleFormat format;
  };
  static constexpr auto kRoots = std::to_array<Root>({
      {"nitf", ArticleFormat::nitf},
      {"newsItem", ArticleFormat::newsml_g2},
      {"newsMessage", ArticleFormat::newsml_g2},
      {"NewsML", ArticleFormat::newsml_1},
      {"NewsItem", ArticleFormat::newsml_1},
      {"rss", ArticleFormat::feed},
      {"feed", ArticleFormat::feed},
      {"RDF", ArticleFormat::feed},
      {"item", ArticleFormat::feed_item},
      {"entry", ArticleFormat::feed_item},
  });
  const std::string_view name = first_element(text);
  for (const Root& root : kRoots) {
    if (root.name == name) return root.format;
  }
  if (is_wire_json(text)) return ArticleFormat::json;
  if (!export_documents(text.substr(0, kReach)).empty()) return ArticleFormat::exported;
  if (is_captions(text)) return ArticleFormat::captions;
  if (is_mail(text)) return ArticleFormat::mail;
  return is_html(text) ? ArticleFormat::html : ArticleFormat::text;
}

bool is_document_mark(std::string_view line) {
  line = trim(line.substr(0, 200));
  const auto number = [&] {
    const std::size_t end = std::min(line.find_first_not_of("0123456789"), line.size());
    line.remove_prefix(end);
    return end > 0 && end < 8;
  };
  if (!number() || !line.starts_with(" of ")) return false;
  line.remove_prefix(4);
  return number() && (line == " DOCUMENTS" || line == " DOCUMENT");
}

bool is_wire_json(std::string_view head) {
  head = trim(head);
  if (!head.starts_with("{") || head.find("\n{") != std::string_view::npos) return false;
  const auto has = [&](std::string_view key) { return head.find(key) != std::string_view::npos; };
  if (has("\"content_elements\"")) return true;
  return has("\"uri\"") &&
         (has("\"versioncreated\"") || has("\"versionCreated\"") || has("\"pubstatus\"") || has("\"pubStatus\"") ||
          has("\"body_html\"") || has("\"body_xhtml\"") || has("\"body_text\"") || has("\"bodies\""));
}

}  // namespace hearsay
