// <lexicons><lexicon id= pos=><e forms= …>word</e>…</lexicon></lexicons>
#include "rules/load_lexicons.h"

#include <array>
#include <optional>

namespace hearsay {
namespace {

struct ClassName {
  std::string_view name;
  WordClass pos;
};
constexpr std::array<ClassName, 7> kClasses = {{{"verb", WordClass::verb},
                                                {"noun", WordClass::noun},
                                                {"adjective", WordClass::adjective},
                                                {"adverb", WordClass::adverb},
                                                {"preposition", WordClass::preposition},
                                                {"phrase", WordClass::phrase},
                                                {"other", WordClass::other}}};

std::optional<WordClass> word_class(std::string_view name) {
  for (const ClassName& known : kClasses) {
    if (known.name == name) return known.pos;
  }
  return std::nullopt;
}

/// The class an element's pos= names; `otherwise` where it has none. Reports an unknown one.
std::optional<WordClass> class_of(const SourceFile& file, pugi::xml_node node, WordClass otherwise,
                                  Diagnostics& diagnostics) {
  const pugi::xml_attribute pos = node.attribute("pos");
  if (!pos) return otherwise;
  const auto found = word_class(pos.value());
  if (!found) {
    diagnostics.push_back(file.error(file.place(node, "pos"), std::string("unknown pos \"") + pos.value() + "\"",
                                     "known: verb, noun, adjective, adverb, preposition, phrase or other"));
  }
  return found;
}

void load_entry(const SourceFile& file, pugi::xml_node node, LexiconId lexicon, WordClass pos, LexiconBuilder& builder,
                Diagnostics& diagnostics) {
  // lexicons.xsd lists the same.
  if (!file.check_attributes(node,
                             {"pos", "forms", "stance", "medium", "takes", "prep", "kind", "gender", "number",
                              "confidence", "to", "country", "person"},
                             diagnostics)) {
    return;
  }
  const auto own = class_of(file, node, pos, diagnostics);
  if (!own) return;
  Entry entry{.lemma = node.child_value(), .lexicon = lexicon, .pos = *own, .attributes = {}};
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (name != "pos" && name != "forms") entry.attributes.emplace_back(name, attribute.value());
  }
  std::string wrong = builder.add(std::move(entry), node.attribute("forms").value());
  if (!wrong.empty()) diagnostics.push_back(file.error(file.place(node), std::move(wrong)));
}

void load_lexicon(const SourceFile& file, pugi::xml_node node, LexiconBuilder& builder, Diagnostics& diagnostics) {
  if (!file.check_attributes(node, {"id", "pos", "extend", "note"}, diagnostics)) return;
  const std::string_view id = node.attribute("id").value();
  if (id.empty()) {
    diagnostics.push_back(file.error(file.place(node), "<lexicon> without id"));
    return;
  }
  const bool extends = std::string_view(node.attribute("extend").value()) == "true";
  if (!extends && builder.named(id) != kNoLexicon) {
    diagnostics.push_back(file.error(file.place(node, "id"), "duplicate lexicon \"" + std::string(id) + "\"",
                                     "choose another id, or write extend=\"true\" to add to the first"));
    return;
  }
  const auto pos = class_of(file, node, WordClass::other, diagnostics);
  if (!pos) return;
  const LexiconId lexicon = builder.lexicon(id);
  if (lexicon == kNoLexicon) {
    diagnostics.push_back(file.error(file.place(node), "more than 192 lexicons"));
    return;
  }
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      const std::string_view text = child.value();
      if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
        diagnostics.push_back(file.error(file.place(child), "text outside <e>", "write each word as <e>word</e>"));
      }
    } else if (std::string_view(child.name()) == "e") {
      load_entry(file, child, lexicon, *pos, builder, diagnostics);
    } else {
      diagnostics.push_back(
          file.error(file.place(child), std::string("unknown element <") + child.name() + "> in <lexicon>"));
    }
  }
}

}  // namespace

void load_lexicons(const SourceFile& file, LexiconBuilder& builder, Diagnostics& diagnostics) {
  for (const pugi::xml_node child : file.root().children()) {
    if (child.type() != pugi::node_element) continue;
    const std::string_view name = child.name();
    if (name == "lexicon") {
      load_lexicon(file, child, builder, diagnostics);
    } else if (name != "include") {
      diagnostics.push_back(file.error(file.place(child), "unknown element <" + std::string(name) + "> in <lexicons>",
                                       "known here: lexicon or include"));
    }
  }
}

}  // namespace hearsay
