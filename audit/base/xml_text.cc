#include "base/xml_text.h"

#include <utility>

namespace hearsay {
namespace {

class XmlBytes : public pugi::xml_writer {
 public:
  void write(const void* data, std::size_t size) override { out_.append(static_cast<const char*>(data), size); }
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace

std::string xml_text(const pugi::xml_node& node, const char* indent, unsigned flags, unsigned depth) {
  XmlBytes bytes;
  node.print(bytes, indent, flags, pugi::encoding_utf8, depth);
  return bytes.take();
}

std::string xml_text(const pugi::xml_document& document, const char* indent, unsigned flags) {
  XmlBytes bytes;
  document.save(bytes, indent, flags, pugi::encoding_utf8);
  return bytes.take();
}

}  // namespace hearsay
