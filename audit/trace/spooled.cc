#include "trace/spooled.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

namespace hearsay {
namespace {

using Size = std::uint32_t;

void put_size(std::string& bytes, std::size_t size) {
  const auto number = static_cast<Size>(size);
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void put(std::string& bytes, std::string_view letters) {
  put_size(bytes, letters.size());
  bytes += letters;
}

void put(std::string& bytes, const std::vector<Stem>& words) {
  put_size(bytes, words.size());
  bytes.append(reinterpret_cast<const char*>(words.data()), words.size() * sizeof(Stem));
}

/// Writes a record whose size is known when it is written.
template <class Fields>
void put_record(std::string& bytes, const Fields& fields) {
  const std::size_t begin = bytes.size();
  put_size(bytes, 0);
  fields();
  const auto size = static_cast<Size>(bytes.size() - begin);
  std::memcpy(bytes.data() + begin, &size, sizeof size);
}

/// Takes off the front what was put; nothing at the end.
class Fields {
 public:
  explicit Fields(std::string_view record) : left_(record) { size(); }

  Size size() {
    Size number = 0;
    const std::string_view bytes = take(sizeof number);
    if (bytes.size() == sizeof number) std::memcpy(&number, bytes.data(), sizeof number);
    return number;
  }
  std::string letters() { return std::string(take(size())); }
  std::vector<Stem> words() {
    const std::string_view bytes = take(size() * sizeof(Stem));
    std::vector<Stem> words(bytes.size() / sizeof(Stem));
    if (!words.empty()) std::memcpy(words.data(), bytes.data(), words.size() * sizeof(Stem));
    return words;
  }

 private:
  std::string_view take(std::size_t bytes) {
    const std::string_view taken = left_.substr(0, bytes);
    left_.remove_prefix(taken.size());
    return taken;
  }
  std::string_view left_;
};

enum UtteranceFlag : Size { kQuoted = 1, kAnonymous = 2 };

Utterance wording_of(Fields& fields) {
  Utterance made;
  const Size flags = fields.size();
  made.quoted = (flags & kQuoted) != 0;
  made.anonymous = (flags & kAnonymous) != 0;
  made.words = fields.words();
  made.facts = fields.words();
  made.source = fields.letters();
  return made;
}

}  // namespace

void append_spooled(std::string& bytes, const ArticleFacts& article) {
  put_record(bytes, [&] {
    for (const std::string* field : {&article.id, &article.outlet, &article.published, &article.title, &article.url})
      put(bytes, *field);
  });
}

void append_spooled(std::string& bytes, const Utterance& utterance) {
  put_record(bytes, [&] {
    put_size(bytes, (utterance.quoted ? kQuoted : 0U) | (utterance.anonymous ? kAnonymous : 0U));
    put(bytes, utterance.words);
    put(bytes, utterance.facts);
    put(bytes, utterance.source);
    put(bytes, utterance.attribution);
    put(bytes, utterance.within);
    put(bytes, utterance.text);
    put(bytes, utterance.medium);
    put_size(bytes, utterance.wires);
    put_size(bytes, utterance.via.size());
    for (const std::string& name : utterance.via) put(bytes, name);
  });
}

std::size_t spooled_size(std::string_view bytes) {
  Size size = 0;
  if (bytes.size() >= sizeof size) std::memcpy(&size, bytes.data(), sizeof size);
  return size;
}

ArticleFacts spooled_facts(std::string_view record) {
  Fields fields(record);
  ArticleFacts made;
  for (std::string* field : {&made.id, &made.outlet, &made.published, &made.title, &made.url})
    *field = fields.letters();
  return made;
}

Utterance spooled_wording(std::string_view record) {
  Fields fields(record);
  return wording_of(fields);
}

Utterance spooled_utterance(std::string_view record) {
  Fields fields(record);
  Utterance made = wording_of(fields);
  made.attribution = fields.letters();
  made.within = fields.letters();
  made.text = fields.letters();
  made.medium = fields.letters();
  made.wires = fields.size();
  for (Size left = fields.size(); left > 0; --left) made.via.push_back(fields.letters());
  return made;
}

}  // namespace hearsay
