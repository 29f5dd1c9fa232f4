// dump_entities_json: every mention with its span and who it is. An entity's name is its longest own words; the
// scorecard's name where it is a source.
#include <algorithm>
#include <vector>

#include "dump.h"
#include "report/json_writer.h"
#include "report/text_index.h"

namespace hearsay {
namespace {

/// A name, or the phrase without whose it is: "spokesman" of "the mayor's spokesman".
TokenRange own_words(const Mention& mention) {
  if (!mention.name.empty()) return mention.name;
  TokenRange words = mention.core;
  if (!mention.compound && mention.affiliation.begin == words.begin && mention.affiliation.end < mention.head)
    words.begin = std::min(mention.head, mention.affiliation.end + 1);
  return words;
}

}  // namespace

std::string dump_entities_json(const Analysis& a) {
  const TextIndex index(a.document.text);
  std::vector<std::uint32_t> fullest;  // per entity: the mention with the most words
  std::vector<std::uint32_t> source;   // per entity
  for (std::uint32_t m = 0; m < a.sources.identities.size(); ++m) {
    const std::uint32_t entity = a.sources.identities[m].entity;
    if (entity == kNone) continue;
    if (entity >= fullest.size()) fullest.resize(entity + 1, kNone);
    const auto size = [&](std::uint32_t one) { return own_words(a.mentions.all[one]).size(); };
    if (fullest[entity] == kNone || size(m) > size(fullest[entity])) fullest[entity] = m;
  }
  source.assign(fullest.size(), kNone);
  for (std::uint32_t s = 0; s < a.sources.all.size(); ++s) {
    if (a.sources.all[s].entity < source.size()) source[a.sources.all[s].entity] = s;
  }
  JsonWriter json(0);
  json.open_object();
  json.key("entities").open_array();
  for (std::uint32_t e = 0; e < fullest.size(); ++e) {
    if (fullest[e] == kNone) continue;
    const Mention& mention = a.mentions.all[fullest[e]];
    json.open_object();
    json.key("id").value(e + 1);
    json.key("name").value(source[e] != kNone ? std::string_view(a.sources.all[source[e]].name)
                                              : text_of(a.document, a.text, own_words(mention)));
    json.key("kind").value(source_kind_name(source[e] != kNone ? a.sources.all[source[e]].kind : mention.kind));
    json.key("source");
    if (source[e] != kNone)
      json.value("s" + std::to_string(source[e] + 1));
    else
      json.null();
    json.close();
  }
  json.close();
  json.key("mentions").open_array();
  for (std::uint32_t m = 0; m < a.mentions.all.size(); ++m) {
    const Mention& mention = a.mentions.all[m];
    const Identity reference = m < a.sources.identities.size() ? a.sources.identities[m] : Identity{};
    const Span span = span_of(a.text, own_words(mention));
    json.open_object();
    json.key("span").open_short_array();
    json.value(index.code_point(span.begin));
    json.value(index.code_point(span.end));
    json.close();
    json.key("entity");
    if (reference.entity != kNone)
      json.value(reference.entity + 1);
    else
      json.null();
    json.key("certainty").value(static_cast<double>(reference.certainty));
    json.key("pronoun").value(mention.pronoun);
    json.close();
  }
  json.close();
  json.close();
  return json.take();
}

}  // namespace hearsay
