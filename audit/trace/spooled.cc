#include "trace/spooled.h"

#include <cstdint>
#include <cstring>
#include <vector>

#include "base/packed.h"

namespace hearsay {
namespace {

void pack_words(std::string& bytes, const std::vector<Stem>& words) {
  pack_size(bytes, words.size());
  bytes.append(reinterpret_cast<const char*>(words.data()), words.size() * sizeof(Stem));
}

std::vector<Stem> words_of(Unpacker& fields) {
  const std::string_view bytes = fields.take(fields.size() * sizeof(Stem));
  std::vector<Stem> words(bytes.size() / sizeof(Stem));
  if (!words.empty()) std::memcpy(words.data(), bytes.data(), words.size() * sizeof(Stem));
  return words;
}

/// Writes a record whose size is known when it is written.
template <class Fields>
void put_record(std::string& bytes, const Fields& fields) {
  const std::size_t begin = bytes.size();
  pack_size(bytes, 0);
  fields();
  const auto size = static_cast<std::uint32_t>(bytes.size() - begin);
  std::memcpy(bytes.data() + begin, &size, sizeof size);
}

/// Behind the size.
Unpacker fields_of(std::string_view record) {
  Unpacker fields(record);
  fields.size();
  return fields;
}

enum UtteranceFlag : std::uint32_t { kQuoted = 1, kAnonymous = 2 };

Utterance wording_of(Unpacker& fields) {
  Utterance made;
  const std::uint32_t flags = fields.size();
  made.quoted = (flags & kQuoted) != 0;
  made.anonymous = (flags & kAnonymous) != 0;
  made.words = words_of(fields);
  made.facts = words_of(fields);
  made.source = fields.letters();
  return made;
}

}  // namespace

void append_spooled(std::string& bytes, const ArticleFacts& article) {
  put_record(bytes, [&] {
    for (const std::string* field : {&article.id, &article.outlet, &article.published, &article.title, &article.url})
      pack_letters(bytes, *field);
  });
}

void append_spooled(std::string& bytes, const Utterance& utterance) {
  put_record(bytes, [&] {
    pack_size(bytes, (utterance.quoted ? kQuoted : 0U) | (utterance.anonymous ? kAnonymous : 0U));
    pack_words(bytes, utterance.words);
    pack_words(bytes, utterance.facts);
    pack_letters(bytes, utterance.source);
    pack_letters(bytes, utterance.attribution);
    pack_letters(bytes, utterance.within);
    pack_letters(bytes, utterance.text);
    pack_letters(bytes, utterance.medium);
    pack_size(bytes, utterance.wires);
    pack_size(bytes, utterance.via.size());
    for (const std::string& name : utterance.via) pack_letters(bytes, name);
  });
}

std::size_t spooled_size(std::string_view bytes) {
  return Unpacker(bytes).size();
}

ArticleFacts spooled_facts(std::string_view record) {
  Unpacker fields = fields_of(record);
  ArticleFacts made;
  for (std::string* field : {&made.id, &made.outlet, &made.published, &made.title, &made.url})
    *field = fields.letters();
  return made;
}

Utterance spooled_wording(std::string_view record) {
  Unpacker fields = fields_of(record);
  return wording_of(fields);
}

Utterance spooled_utterance(std::string_view record) {
  Unpacker fields = fields_of(record);
  Utterance made = wording_of(fields);
  made.attribution = fields.letters();
  made.within = fields.letters();
  made.text = fields.letters();
  made.medium = fields.letters();
  made.wires = fields.size();
  for (std::uint32_t left = fields.size(); left > 0; --left) made.via.emplace_back(fields.letters());
  return made;
}

}  // namespace hearsay
