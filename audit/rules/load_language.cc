// <language id="en"><words role="reflexive">himself herself</words><endings role="adjective">ous ful</endings>
// <forms of="say">said</forms></language>
#include "rules/load_language.h"

#include "rules/words.h"

namespace hearsay {
namespace {

void add_words(const SourceFile& file, pugi::xml_node node, LanguageWords& into, Diagnostics& diagnostics) {
  const std::string_view name = node.attribute("role").as_string();
  const std::optional<Role> role = role_named(name);
  if (!role) {
    diagnostics.push_back(file.error(file.place(node, "role"),
                                     "the program asks for no role \"" + std::string(name) + "\"",
                                     "audit/language/role.h lists the roles"));
    return;
  }
  into.given.set(static_cast<std::size_t>(*role));
  ClosedWords& words = is_of_compared_words(*role) ? into.compared : into.closed;
  for (const std::string_view word : split_list(node.child_value())) {
    if (!words.add(lower_words(word), *role)) {
      diagnostics.push_back(file.error(file.place(node), "more closed words than a pack may have",
                                       "words of open classes belong into lexicons"));
      return;
    }
  }
}

void add_endings(const SourceFile& file, pugi::xml_node node, LanguageWords& into, Diagnostics& diagnostics) {
  const std::string_view name = node.attribute("role").as_string();
  const std::optional<WordEnding> ending = ending_named(name);
  if (!ending) {
    diagnostics.push_back(file.error(file.place(node, "role"),
                                     "the program asks for no endings \"" + std::string(name) + "\"",
                                     "audit/language/role.h lists them"));
    return;
  }
  into.given_endings.set(static_cast<std::size_t>(*ending));
  std::vector<std::string>& list = into.endings[static_cast<std::size_t>(*ending)];
  for (const std::string_view tail : split_list(node.child_value())) list.push_back(lower_words(tail));
}

void add_forms(const SourceFile& file, pugi::xml_node node, LanguageWords& into, Diagnostics& diagnostics) {
  const std::string lemma = lower_words(node.attribute("of").as_string());
  if (lemma.empty()) {
    diagnostics.push_back(file.error(file.place(node), "forms without a lemma", "name it: <forms of=\"say\">"));
    return;
  }
  for (const std::string_view form : split_list(node.child_value())) into.lemmas.emplace(lower_words(form), lemma);
}

void add_numbers(const SourceFile& file, pugi::xml_node node, LanguageWords& into, Diagnostics& diagnostics) {
  const double value = node.attribute("value").as_double(-1);
  if (value < 0) {
    diagnostics.push_back(file.error(file.place(node), "a number without its value", "give it: <number value=\"12\">"));
    return;
  }
  for (const std::string_view word : split_list(node.child_value())) into.numbers.emplace(lower_words(word), value);
}

void add_contractions(const SourceFile& file, pugi::xml_node node, LanguageWords& into, Diagnostics& diagnostics) {
  const std::string full = lower_words(node.attribute("of").as_string());
  std::vector<std::string> words;
  for (const std::string_view word : split_list(full)) words.emplace_back(word);
  if (words.empty()) {
    diagnostics.push_back(
        file.error(file.place(node), "a contraction of nothing", "name the words: <contraction of=\"do not\">"));
    return;
  }
  for (const std::string_view drawn : split_list(node.child_value()))
    into.contractions.emplace(lower_words(drawn), words);
}

}  // namespace

void load_language(const SourceFile& file, LanguageWords& into, Diagnostics& diagnostics) {
  if (const std::string_view id = file.root().attribute("id").as_string(); !id.empty())
    into.morphology = &morphology_of(id);
  for (const pugi::xml_node node : file.root().children()) {
    const std::string_view name = node.name();
    if (node.type() != pugi::node_element) continue;
    if (name == "words") {
      add_words(file, node, into, diagnostics);
    } else if (name == "endings") {
      add_endings(file, node, into, diagnostics);
    } else if (name == "forms") {
      add_forms(file, node, into, diagnostics);
    } else if (name == "number") {
      add_numbers(file, node, into, diagnostics);
    } else if (name == "contraction") {
      add_contractions(file, node, into, diagnostics);
    } else {
      diagnostics.push_back(
          file.error(file.place(node), "unknown element <" + std::string(name) + ">",
                     "a language file holds <words>, <endings>, <forms>, <number> and <contraction>"));
    }
  }
}

}  // namespace hearsay
